//! The interactive bundle of the alliance grid.

use election_widgets::widget::AlliancesWidget;

election_widgets_embed::interactive!((AlliancesWidget, ()));

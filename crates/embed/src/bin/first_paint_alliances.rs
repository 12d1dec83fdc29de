//! The first-paint program of the alliance grid.

use election_widgets::widget::AlliancesWidget;

election_widgets_embed::first_paint!((AlliancesWidget, ()));

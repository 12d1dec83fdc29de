//! The first-paint program of the alliance grid.

use election_widgets::widget::AlliancesWidget;

election_widgets_first_paint::first_paint!((AlliancesWidget, ()));

//! The first-paint program of the results chart.

use election_widgets::widget::ResultsWidget;

election_widgets_first_paint::first_paint!((ResultsWidget, ()));

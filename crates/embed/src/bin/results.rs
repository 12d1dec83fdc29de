//! The interactive bundle of the results chart.

use election_widgets::widget::ResultsWidget;

election_widgets_embed::interactive!((ResultsWidget, ()));

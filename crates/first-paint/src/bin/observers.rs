//! The first-paint program of the observer map.

use election_widgets::widget::ObserversWidget;

election_widgets_first_paint::first_paint!((ObserversWidget, ()));

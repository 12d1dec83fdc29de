//! The interactive bundle of the observer map.

use election_widgets::widget::ObserversWidget;

election_widgets_embed::interactive!((ObserversWidget, ()));

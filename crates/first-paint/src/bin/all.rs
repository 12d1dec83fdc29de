//! The first-paint program of every widget, for pages with several kinds.

use election_widgets::widget::AllWidgets;

election_widgets_first_paint::first_paint!(AllWidgets);

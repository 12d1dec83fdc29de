//! The interactive bundle of every widget, for pages with several kinds.

use election_widgets::widget::AllWidgets;

election_widgets_embed::interactive!(AllWidgets);

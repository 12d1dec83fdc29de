//! The program that reads tables of memberships in alliances.

use election_widgets_import::formats::table::Table;

election_widgets_table::table_program!(Table::ALLIANCES);

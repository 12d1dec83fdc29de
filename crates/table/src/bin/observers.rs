//! The program that reads tables of observers.

use election_widgets_import::formats::table::Table;

election_widgets_table::table_program!(Table::OBSERVERS);

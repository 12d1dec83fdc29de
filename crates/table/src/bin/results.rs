//! The program that reads tables of results.

use election_widgets_import::formats::table::Table;

election_widgets_table::table_program!(Table::RESULTS);

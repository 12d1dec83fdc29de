//! The round trip of generated documents.

use crate::{all_counts, comes_back, run};
use crate::{generated_alliances, generated_observers};
use election_widgets::widget::{AlliancesWidget, ObserversWidget, ResultsWidget};
use proptest::prelude::{any, proptest};

proptest! {
    #![proptest_config(run::config())]

    #[test]
    fn the_download_of_any_results_chart_imports_back_to_the_same_facts(
        tape in proptest::collection::vec(any::<u16>(), 0..500)
    ) {
        let document = crate::generate::case(tape).document.to_string();
        comes_back::<ResultsWidget>(&document, &document, &all_counts());
    }

    #[test]
    fn the_download_of_any_observer_map_imports_back_to_the_same_facts(
        missions in proptest::collection::vec(generated_observers::mission(), 1..4)
    ) {
        let document = generated_observers::document(&missions);
        comes_back::<ObserversWidget>(&document, &document, &Default::default());
    }

    #[test]
    fn the_download_of_any_alliance_grid_imports_back_to_the_same_facts(
        document in generated_alliances::documents()
    ) {
        // Not every generated document is one that the widget takes.
        let text = document.json();
        let parsed = election_widgets::wire::parse(&text).unwrap();
        if election_widgets::wire::read_alliances(&parsed).is_ok() {
            comes_back::<AlliancesWidget>(&text, &text, &Default::default());
        }
    }
}

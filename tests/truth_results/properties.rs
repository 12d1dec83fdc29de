//! The properties, one test each.

use crate::generate::{Case, case};
use crate::{drawn, extremes::Consistency, order, printed, run, shown, sums, taken, verdicts};
use election_widgets::layout::{CountChoice, OrderChoice, ResultsViewState};
use election_widgets::widget::{RenderInput, ResultsWidget, to_html};
use proptest::prelude::{ProptestConfig, Strategy, TestCaseError, any, proptest};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Once};

/// Tries so many smaller documents that a failure is short enough to read.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_MAX_SHRINK_ITERS").ok();
    ProptestConfig {
        max_shrink_iters: asked.and_then(|asked| asked.parse().ok()).unwrap_or(1500),
        ..run::config()
    }
}

/// The choices of a document.
fn tape() -> impl Strategy<Value = Vec<u16>> {
    proptest::collection::vec(any::<u16>(), 0..500)
}

thread_local! {
    /// The failure of the case that is tried, while one is.
    static FAILURE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Checks a property. A failure is told once, with its document, when proptest has found the smallest.
fn holds(tape: Vec<u16>, property: impl Fn(&Case)) -> Result<(), TestCaseError> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let loud = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let is_tried = FAILURE.with_borrow_mut(|failure| {
                failure.as_mut().map(|failure| *failure = panic.to_string())
            });
            if is_tried.is_none() {
                loud(panic);
            }
        }));
    });
    FAILURE.set(Some(String::new()));
    let case = case(tape);
    let tried = catch_unwind(AssertUnwindSafe(|| property(&case)));
    let failure = FAILURE.take().unwrap_or_default();
    tried.map_err(|_| TestCaseError::fail(format!("{failure}\n{}", case.document)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn generated_figures_are_true_of_their_world(tape in tape()) {
        holds(tape, |case| {
            for (place, world) in case.worlds.iter().flatten().enumerate() {
                assert!(Consistency::new(case, place).allows(world), "{world:?}");
            }
        })?;
    }

    #[test]
    fn nobody_is_called_first_who_may_be_second(tape in tape()) {
        holds(tape, order::leaders_are_first_in_every_world)?;
    }

    #[test]
    fn rows_stand_in_an_order_that_no_world_contradicts_or_it_is_said(tape in tape()) {
        holds(tape, order::rows_are_in_order_in_every_world)?;
    }

    #[test]
    fn what_exact_figures_decide_is_said(tape in tape()) {
        holds(tape, order::exact_figures_decide)?;
    }

    #[test]
    fn verdicts_are_those_of_the_rules_in_words(tape in tape()) {
        holds(tape, verdicts::equal_the_oracle)?;
    }

    #[test]
    fn verdicts_are_true(tape in tape()) {
        holds(tape, verdicts::are_true_of_the_world)?;
    }

    #[test]
    fn bars_lie_within_their_figures_and_lines_stand_in_their_base(tape in tape()) {
        holds(tape, drawn::bars_lie_within_their_figures)?;
    }

    #[test]
    fn a_figure_is_printed_as_what_it_is_in_every_language(tape in tape()) {
        holds(tape, |case| ["en", "ru"].into_iter().for_each(|tag| printed::as_it_is(case, tag)))?;
    }

    #[test]
    fn a_printed_share_stays_on_its_side_of_every_threshold(tape in tape()) {
        holds(tape, printed::on_its_side)?;
    }

    #[test]
    fn a_sum_holds_every_sum_that_is_possible(tape in tape()) {
        holds(tape, |case| {
            sums::of_folded_options(case);
            sums::of_coalitions(case);
        })?;
    }

    #[test]
    fn downloads_have_what_is_on_show(tape in tape()) {
        holds(tape, taken::is_what_is_shown)?;
    }

    #[test]
    fn outcomes_that_do_not_hold_are_nowhere_told_as_such(tape in tape()) {
        holds(tape, taken::only_outcomes_that_hold)?;
    }

    #[test]
    fn json_taken_along_says_what_the_document_says(tape in tape()) {
        holds(tape, taken::json_is_the_document)?;
    }

    #[test]
    fn every_document_can_be_read_drawn_and_taken_along(tape in tape()) {
        holds(tape, draws)?;
    }
}

/// Draws a document in every order and language, all counts side by side too.
fn draws(case: &Case) {
    let model = shown::read(&case.document);
    let all = ResultsViewState {
        count: CountChoice::All,
        ..ResultsViewState::default()
    };
    let orders = [OrderChoice::Name, OrderChoice::Document];
    let orders = orders.map(|order| ResultsViewState {
        order,
        ..all.clone()
    });
    for state in [ResultsViewState::default(), all].into_iter().chain(orders) {
        for tag in ["en", "ru"] {
            let layout = shown::layout(&model, &state, tag);
            assert!(!layout.sentences().is_empty());
            let input = RenderInput {
                state: state.clone(),
                locale: Arc::new(shown::locale(tag)),
                ..RenderInput::<ResultsWidget>::with_model(model.clone())
            };
            assert!(!to_html(input).is_empty());
            taken::export(&model, &state);
        }
    }
}

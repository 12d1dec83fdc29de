//! Error messages for documents.

use crate::rendering::{answers, document};
use crate::support::MADE_UP;
use election_widgets::widget::{AlliancesWidget, AreaInput, Widget};
use election_widgets::wire;

const BAD: &[(&str, &str)] = &[
    (r#""ES", "from": "1999-03""#, r#""ESP", "from": "1999-03""#),
    (r#""ES", "from": "1999-03""#, r#""ZZ", "from": "1999-03""#),
    (
        r#""ES", "from": "1999-03""#,
        r#""Spain", "from": "1999-03""#,
    ),
    (r#""from": "1999-03""#, r#""from": "1999-03", "to": "1998""#),
    (r#""from": "1999-03""#, r#""from": "2030""#),
    (r#""from": "1999-03""#, r#""since": "1999-03""#),
    (r#""member": ["#, r#""members": ["#),
    (r#""two": {"#, r#""tow": {"#),
    (r#""observer": ["IT", "#, r#""observer": ["IT", "IT", "#),
    (r#""unspecified": []"#, r#""unspecified": ["IT"]"#),
    (r#""source": "b" }]"#, r#""source": "c" }]"#),
    (r#"{ "code": "FR", "name": "République" }"#, r#""ES""#),
    (r#""count": 2"#, r#""count": 5"#),
];

#[test]
fn every_mistake_is_reported_with_its_path_and_what_was_expected() {
    let good = document(MADE_UP);
    let table = answers(&good, BAD, |document| {
        AlliancesWidget::read(document, AreaInput::Absent).map(|(_, warnings)| warnings)
    });
    snapshot!("alliances-errors", table);
}

#[test]
fn a_state_has_at_most_a_thousand_memberships_in_an_alliance() {
    let document = |count: usize| {
        let years = (1000..1000 + count)
            .map(|year| format!(r#"{{ "state": "KZ", "from": "{year}-01", "to": "{year}-06" }}"#));
        let list = years.collect::<Vec<_>>().join(",");
        let parts = format!(
            r#""alliances": [{{ "id": "a", "name": "A" }}, {{ "id": "b", "name": "B" }}],
            "memberships": {{ "a": {{ "member": [{list}] }}, "b": {{ "member": [{list}] }} }}"#
        );
        format!(r#"{{ "title": "T", "asOf": "2030", {parts}, "sources": [] }}"#)
    };
    let read = |count| {
        let document = wire::parse(&document(count)).expect("JSON");
        AlliancesWidget::read(&document, AreaInput::Absent)
    };
    assert!(read(1_000).is_ok());
    assert_eq!(
        read(1_001).err().map(|error| error.to_string()).as_deref(),
        Some(
            "memberships.a.member[1000]: expected at most 1000 memberships of a state in an alliance"
        )
    );
}

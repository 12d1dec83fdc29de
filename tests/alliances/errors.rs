//! Error messages for documents.

use crate::rendering::document;
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
fn every_slip_is_answered_with_its_place_and_what_was_expected() {
    let good = document(MADE_UP);
    let mut table = String::new();
    for (old, new) in BAD {
        assert!(good.contains(old), "{old} is not in the good document");
        let spoilt = wire::parse(&good.replacen(old, new, 1)).expect("JSON");
        let said = match AlliancesWidget::read(&spoilt, AreaInput::Absent) {
            Ok((_, warnings)) => warnings
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; "),
            Err(error) => error.to_string(),
        };
        assert!(!said.is_empty(), "{new}");
        table.push_str(&format!("{old} -> {new}\n    {said}\n"));
    }
    snapshot!("alliances-errors", table);
}

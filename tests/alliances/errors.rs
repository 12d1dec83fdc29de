//! Error messages for documents.

use crate::rendering::{answers, document};
use crate::support::MADE_UP;
use election_widgets::widget::{AlliancesWidget, AreaInput, Widget};

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

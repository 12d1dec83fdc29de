//! Memberships from long tables, matrices, matrices a year and Wikidata.

use super::{asked, imported, keys_of, refused};
use serde_json::json;

#[test]
fn a_long_table_of_memberships_gives_spells_with_their_kinds_and_days() {
    let table = "State,Organisation,Kind,From,To,Source,Published\n\
        Kazakhstan,SCO,member,15.06.2001,,SCO list,2024-07-04\n\
        Индия,SCO,observer,2005,2017-06-09,,\n\
        MN,SCO,dialogue partner,about 2004,,,\n";
    let imported = imported(table, "{}");
    assert_eq!(imported.widget, "alliance-grid");
    assert_eq!(
        imported.document["memberships"],
        json!({ "SCO": {
            "member": [{ "state": "KZ", "from": "2001-06-15", "source": "source-1" }],
            "observer": [{ "state": "IN", "from": "2005", "to": "2017-06-09" }],
            "dialogue-partner": [{ "state": "MN", "from": { "about": "2004" } }],
        } })
    );
    assert_eq!(
        imported.document["alliances"][0].get("complete"),
        None,
        "no list is called complete"
    );
}

#[test]
fn a_state_or_a_kind_that_is_not_known_is_asked_about() {
    let (questions, _) = asked("State,Organisation,Kind\nRuritania,SCO,friend\n", "{}");
    let keys = keys_of(&questions);
    assert_eq!(
        keys,
        ["states.Ruritania"],
        "of a row without a state no more is asked"
    );
    let (questions, _) = asked(
        "State,Organisation,Kind\nKZ,SCO,friend\n",
        r#"{ "kind": null }"#,
    );
    assert_eq!(questions[0].key, "kinds.friend");
}

#[test]
fn a_matrix_has_kinds_years_ranges_and_marks_in_its_cells() {
    let table = "Country;SCO;CSTO;Capital\nKazakhstan;member 2001;x;Astana\nBelarus;\"observer 2015–2024; member since 2024\";1994;Minsk\nMongolia;;-;Ulaanbaatar\n";
    let (questions, _) = asked(table, r#"{ "widget": "alliance-grid" }"#);
    assert_eq!(questions[0].key, "alliances");
    let imported = imported(
        table,
        r#"{ "widget": "alliance-grid", "alliances": "SCO,CSTO", "kind": "member" }"#,
    );
    assert_eq!(
        imported.document["memberships"],
        json!({
            "SCO": {
                "member": [{ "state": "KZ", "from": "2001" }, { "state": "BY", "from": "2024" }],
                "observer": [{ "state": "BY", "from": "2015", "to": "2024" }],
            },
            "CSTO": { "member": ["KZ", { "state": "BY", "from": "1994" }] },
        })
    );
    let left_out: Vec<String> = imported
        .report
        .left_out
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(
        left_out[1].starts_with("line 4, column 3: \"-\" -> no membership is stated"),
        "{left_out:?}"
    );
}

#[test]
fn a_matrix_a_year_gives_spells_of_years_whose_last_observed_year_is_no_end() {
    let table = "ccode,state,year,SCO,CIS\n705,Kazakhstan,2000,0,1\n705,Kazakhstan,2001,1,1\n705,Kazakhstan,2002,1,-9\n\
        370,Belarus,2000,-1,1\n370,Belarus,2001,3,1\n370,Belarus,2002,0,1\n";
    let imported = imported(table, r#"{ "asOf": null }"#);
    assert_eq!(imported.document["asOf"], "2002");
    assert_eq!(
        imported.document["memberships"]["SCO"],
        json!({
            "observer": [{ "state": "BY", "from": "2001", "to": "2001" }],
            "member": [{ "state": "KZ", "from": "2001", "asOf": "2002" }],
        })
    );
    assert_eq!(
        imported.document["memberships"]["CIS"]["member"],
        json!([
            { "state": "BY", "from": { "before": "2001" }, "asOf": "2002" },
            { "state": "KZ", "from": { "before": "2001" }, "asOf": "2001" },
        ])
    );
    let wrong = refused("ccode,state,year,SCO\n705,Kazakhstan,2000,5\n", "{}");
    assert_eq!(wrong.at.unwrap().to_string(), "line 2, column 4");
}

#[test]
fn a_year_of_wikidata_stays_a_year_and_one_without_its_precision_is_refused() {
    let answer = |precision: &str| {
        format!(
            r#"{{ "head": {{ "vars": ["code", "orgLabel", "from", "fromPrecision"] }}, "results": {{ "bindings": [
            {{ "code": {{ "type": "literal", "value": "KZ" }}, "orgLabel": {{ "value": "SCO" }},
               "from": {{ "value": "2001-01-01T00:00:00Z" }}{precision} }} ] }} }}"#
        )
    };
    let with = |value: &str| answer(&format!(r#", "fromPrecision": {{ "value": "{value}" }}"#));
    let kind_is_not_guessed = r#"{ "kind": null }"#;
    let document = imported(&with("9"), kind_is_not_guessed).document;
    assert_eq!(
        document["memberships"]["SCO"]["unspecified"],
        json!([{ "state": "KZ", "from": "2001" }])
    );
    let refused = refused(&answer(""), kind_is_not_guessed);
    assert!(refused.message.contains("timePrecision"), "{refused}");
}

#[test]
fn a_list_of_a_groups_countries_needs_a_day_and_is_not_called_complete() {
    let list = r#"{ "gid": "sco", "acronym": "SCO", "name": "Shanghai Cooperation Organisation",
        "countries": [{ "name": "Belarus", "iso2": "BY", "iso3": "BLR" }, { "name": "China", "iso2": "CN", "iso3": "CHN" }] }"#;
    let (questions, _) = asked(list, r#"{ "asOf": null, "kind": null }"#);
    assert_eq!(questions[0].key, "asOf");
    let document = imported(list, r#"{ "kind": "member" }"#).document;
    assert_eq!(
        document["memberships"],
        json!({ "SCO": { "member": ["BY", "CN"] } })
    );
    assert_eq!(
        document["alliances"],
        json!([{ "id": "SCO", "name": "Shanghai Cooperation Organisation", "short": "SCO", "source": "source" }])
    );
}

#[test]
fn states_are_known_by_alpha_3_codes_where_the_whole_column_has_them() {
    let table = "State,Organisation,Kind,From\nKAZ,SCO,member,2001\nAUS,SCO,member,2002\n";
    let imported = imported(table, "{}");
    let members = &imported.document["memberships"]["SCO"]["member"];
    assert_eq!(members[0]["state"], "KZ");
    assert_eq!(members[1]["state"], "AU");
    // The Correlates of War project writes AUS for Austria and UKG for the United Kingdom.
    let (questions, _) = asked(
        "State,Organisation,From\nUKG,SCO,2001\nAUS,SCO,2002\n",
        "{}",
    );
    assert_eq!(keys_of(&questions), ["states.UKG", "states.AUS"]);
}

#[test]
fn a_matrix_a_year_knows_states_by_their_numbers_and_asks_for_those_that_are_gone() {
    let table = "ccode,state,year,SCO\n305,AUS,2000,1\n705,KZK,2000,1\n";
    let document = imported(table, "{}").document;
    let members = &document["memberships"]["SCO"]["member"];
    let states = [&members[0]["state"], &members[1]["state"]];
    assert_eq!(states, ["AT", "KZ"]);
    let (questions, _) = asked("ccode,state,year,SCO\n345,YUG,1990,1\n", "{}");
    assert_eq!(questions[0].key, "states.YUG");
}

#[test]
fn a_no_in_a_matrix_states_no_membership_and_a_yes_states_one() {
    let table = "Country,SCO,CSTO\nKazakhstan,X,✓\nRussia,ja,✗\nIran,иә,no\nCN,oui,нет\n";
    let answers = r#"{ "widget": "alliance-grid", "alliances": "SCO,CSTO", "kind": "member" }"#;
    let imported = imported(table, answers);
    assert_eq!(
        imported.document["memberships"],
        json!({ "SCO": { "member": ["KZ", "RU", "IR", "CN"] }, "CSTO": { "member": ["KZ"] } })
    );
    let left_out = imported
        .report
        .left_out
        .iter()
        .map(|line| line.what.as_str());
    let left_out: Vec<_> = left_out.filter(|what| what.starts_with('"')).collect();
    assert_eq!(left_out, ["\"✗\"", "\"no\"", "\"нет\""]);
}

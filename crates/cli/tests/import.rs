//! `election-widgets import`, run as a newsroom runs it.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod pages;

use pages::Site;

const TABLE: &str = "Candidate,Votes,Shoe size\nA,10,44\nB,over 5,45\n";

const FLAGS: [&str; 14] = [
    "--title",
    "A vote",
    "--office",
    "President",
    "--status",
    "final",
    "--as-of",
    "2030-04-12",
    "--source-title",
    "Results",
    "--publisher",
    "Commission",
    "--source-date",
    "2030-04-12",
];

#[test]
fn a_table_becomes_a_document_that_validate_accepts_with_two_lists_of_what_happened() {
    let site = Site::new("import").with("results.csv", TABLE);
    let ran = site.run(
        &[
            &[
                "import",
                "results.csv",
                "-o",
                "results.json",
                "--report",
                "report.json",
            ],
            FLAGS.as_slice(),
        ]
        .concat(),
        "",
    );
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.said);
    assert_eq!(
        ran.said,
        "read as table, for results-chart\n\
         understood:\n  line 1, column 1: Candidate -> name\n  line 1, column 2: Votes -> votes\n  \
         line 3, column 2: \"over 5\" -> {\"over\":5}\n\
         left out:\n  line 1, column 3: the column \"Shoe size\" -> no field is known for it (name one with --map)\n"
    );
    assert_eq!(
        site.run(&["validate", "results.json", "--quiet"], "").code,
        0
    );
    let strict = site.run(
        &[&["import", "results.csv", "--strict"], FLAGS.as_slice()].concat(),
        "",
    );
    assert_eq!(strict.code, 1, "something is left out");
}

#[test]
fn what_a_table_does_not_say_is_listed_as_questions_and_no_document_is_written() {
    let site = Site::new("import-asks").with("results.csv", TABLE);
    let ran = site.run(&["import", "results.csv", "-o", "none.json"], "");
    assert_eq!(ran.code, 1);
    for line in [
        "7 questions to answer",
        "\n  asOf: Which day or moment",
        "\n  status: What is the status? (--status) [scheduled, voting,",
        "\n  source.date:",
        "21:00+06:00 (--as-of)\n",
        "(--source-date)\n",
    ] {
        assert!(ran.said.contains(line), "{line}\n{}", ran.said);
    }
    assert_eq!(
        site.run(&["validate", "none.json"], "").code,
        2,
        "it was not written"
    );
}

#[test]
fn each_question_names_the_flag_that_answers_it() {
    let site = Site::new("import-flags")
        .with("zeros.csv", "Candidate,Votes\nA,10\nB,0\n")
        .with(
            "wide.csv",
            "Area,Greens,Reds,Eligible voters\nNorth,1,2,9\n",
        )
        .with("unknown.csv", "Who,Count\nOSCE,25\n");
    for (file, flag) in [
        (
            "zeros.csv",
            "(line 3, column 2) (--answer \"column.Votes.zero=…\") [zero, missing]",
        ),
        ("wide.csv", "\"Eligible voters\" (line 1) (--options)"),
        ("unknown.csv", "\"Who\", \"Count\" (--map)"),
    ] {
        let ran = site.run(&[&["import", file], FLAGS.as_slice()].concat(), "");
        assert!(
            ran.code == 1 && ran.said.contains(flag),
            "{flag}\n{}",
            ran.said
        );
    }
}

#[test]
fn answers_come_from_a_file_too_and_flags_win_over_them() {
    let answers = r#"{ "title": "From the file", "office": "President", "status": "partial", "asOf": "2030-04-12",
        "source": { "title": "Results", "publisher": "Commission", "date": "2030-04-12" } }"#;
    let site = Site::new("import-answers")
        .with("results.csv", TABLE)
        .with("answers.json", answers);
    let ran = site.run(
        &[
            "import",
            "-",
            "--answers",
            "answers.json",
            "--title",
            "From the flag",
            "--quiet",
        ],
        TABLE,
    );
    assert_eq!((ran.code, ran.said.as_str()), (0, ""));
    assert!(
        ran.out.contains("\"title\": \"From the flag\"")
            && ran.out.contains("\"status\": \"partial\""),
        "{}",
        ran.out
    );
}

#[test]
fn a_file_that_does_not_fit_is_refused_with_its_name_line_and_column() {
    let site =
        Site::new("import-refuses").with("results.csv", TABLE.replace("10,44", "10,44,extra"));
    let ran = site.run(&[&["import", "results.csv"], FLAGS.as_slice()].concat(), "");
    assert_eq!(ran.code, 1);
    assert!(
        ran.said
            .starts_with("error: results.csv: line 2, column 4: "),
        "{}",
        ran.said
    );
    assert_eq!(site.run(&["import", "none.csv"], "").code, 2);
}

#[test]
fn a_test_file_is_refused_without_rehearsal() {
    let site = Site::new("import-test").with("results.csv", format!("test,yes,\n{TABLE}"));
    let refused = site.run(&[&["import", "results.csv"], FLAGS.as_slice()].concat(), "");
    assert_eq!(refused.code, 1);
    assert!(refused.said.contains("--rehearsal"), "{}", refused.said);
    let ran = site.run(
        &[&["import", "results.csv", "--rehearsal"], FLAGS.as_slice()].concat(),
        "",
    );
    assert!(
        ran.code == 0 && ran.out.contains("\"test\": true"),
        "{}",
        ran.said
    );
}

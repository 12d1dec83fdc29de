// The states of a results chart.
const FULL = "tests/data/full-count.json";
const SEATS = "www/data/kyrgyzstan-2017-seats.json";
const PARLIAMENT = "www/data/made-up-parliament.json";
const COUNCIL = "www/data/made-up-council.json";
const RESULT = "www/data/kazakhstan-2022-result.json";

/** One count and its figures, with another status. */
const STATUSES = {
  scheduled: "Vote not yet held",
  voting: "Voting under way",
  "exit-poll": "Exit poll",
  projection: "Projection",
  partial: "Partial count",
  preliminary: "Preliminary count",
  final: "Final count",
  certified: "Certified result",
  recount: "Recount",
  corrected: "Corrected result",
  disputed: "Disputed result",
  annulled: "Annulled result",
  postponed: "Postponed vote",
  cancelled: "Cancelled vote",
  "no-poll": "No poll held",
};
const UNCOUNTED = ["scheduled", "voting", "postponed", "cancelled", "no-poll"];

const withStatus = (status) => (data) => {
  const [{ id, asOf, source, percentOf, results }] = data.counts;
  const figures = UNCOUNTED.includes(status) ? {} : { percentOf, results };
  data.counts = [{ id, status, asOf, source, ...figures }];
  for (const name of ["thresholds", "corrections", "outcomes"]) delete data[name];
};

const seatsOfFour = (seats) => (data) => {
  data.title = "Seats of a parliament, changed for a test";
  data.counts[0].results.four.seats = seats;
};

/** Two candidates, of whom the first has this outcome. */
const OUTCOMES = {
  elected: "Elected",
  "elected-by-lot": "Elected by lot",
  runoff: "Through to a run-off",
  unopposed: "Elected unopposed",
  withdrawn: "A candidate who withdrew",
  disqualified: "A candidate who was disqualified",
  died: "A candidate who died",
};

const withOutcome = (kind) => (data) => {
  data.counts = data.counts.slice(-1);
  data.outcomes = [{ option: "a", kind, at: "2024-05-03", source: "one" }];
};

/** A house of so many parties; the first has the most seats. */
const house = (parties, seats) => (data) => {
  const weights = Array.from({ length: parties }, (_, index) => 1 / (index + 1.5));
  const sum = weights.reduce((all, one) => all + one);
  const shares = weights.map((one) => Math.floor((one / sum) * seats));
  shares[0] += seats - shares.reduce((all, one) => all + one);
  data.options = shares.map((_, index) => ({ id: `p${index}`, kind: "party", name: `Party ${index + 1}` }));
  data.counts[0].results = Object.fromEntries(shares.map((seats, index) => [`p${index}`, { seats }]));
  data.seats.total = seats;
  data.title = "A house that never sat (made up for tests)";
};

const FIGURES = {
  name: "Figures",
  states: [
    { name: "A final result", file: RESULT, text: "Sources disagree on three numbers of votes; open a row to see them." },
    { name: "Shares alone", file: "www/data/kazakhstan-2022-shares.json" },
    { name: "“Over 81%” and “under 10% each”", file: "www/data/kazakhstan-2022.json", text: "A bar ends where certainty ends." },
    { name: "Every kind of figure", file: "tests/data/quantities.json", text: "Exact, over, at least, under, at most, about, from–to, missing." },
    { name: "Two sources that disagree", file: "tests/data/disagreement.json" },
    { name: "Votes without shares", file: "www/data/kazakhstan-2019-result.json", attributes: { unit: "votes" } },
    { name: "A whole count", file: FULL, text: "Thresholds, turnout, ballots, changes, a correction and a winner." },
    { name: "No figures before the count", file: "tests/data/no-figures.json" },
    { name: "Candidates before the vote", file: "www/data/kyrgyzstan-2017.json" },
    { name: "Seven candidates, two of them named", file: "www/data/kazakhstan-2019.json" },
  ],
};

const COUNTS = {
  name: "Several counts",
  states: [
    { name: "Exit polls beside a count", file: "www/data/kazakhstan-2022-exit-polls.json", attributes: { count: "all" } },
    { name: "An exit poll with a ceiling, beside a bounded count", file: "www/data/kazakhstan-2022-counts.json", attributes: { count: "all" } },
    { name: "An earlier count that the page asks for", file: "tests/data/disagreement.json", attributes: { count: "exit-poll" } },
    { name: "The first night of a count", file: "www/data/kyrgyzstan-2017-result.json", attributes: { count: "night" } },
    { name: "The official result of the same count", file: "www/data/kyrgyzstan-2017-result.json" },
    { name: "The last round of ranked choice", file: "www/data/made-up-rounds.json" },
  ],
};

const STATUS = {
  name: "Status of a count",
  states: Object.entries(STATUSES).map(([status, name]) => ({ name, file: FULL, change: withStatus(status) })),
};

const OUTCOME = {
  name: "Outcomes",
  states: Object.entries(OUTCOMES).map(([kind, name]) => ({ name, file: "tests/data/disagreement.json", change: withOutcome(kind) })),
};

const HOUSES = {
  name: "Seats",
  states: [
    { name: "Lists and districts in one house", file: "www/data/kazakhstan-2023-majilis.json", attributes: { unit: "seats" } },
    { name: "A house of six parties", file: "www/data/kyrgyzstan-2015-parliament.json", attributes: { unit: "seats" } },
    { name: "Parties in their colours, and coalitions", file: PARLIAMENT, attributes: { unit: "seats" } },
    { name: "The same by share of the vote", file: PARLIAMENT },
    { name: "Two groups whose split is not known", file: SEATS },
    { name: "The same without a majority rule", file: "tests/data/seats.json" },
    { name: "Seats that nobody is said to hold", file: SEATS, change: seatsOfFour({ from: 40, to: 50 }) },
    { name: "More seats than usual", file: SEATS, change: seatsOfFour(55) },
    { name: "A house of 30 seats and three parties", file: "tests/data/seats.json", change: house(3, 30) },
    { name: "A house of 750 seats and 40 parties", file: "tests/data/seats.json", change: house(40, 750) },
  ],
};

const QUESTIONS = {
  name: "Questions and long lists",
  states: [
    { name: "A referendum with a double majority", file: "www/data/made-up-referendum.json" },
    { name: "Ten of 42 candidates, five elected", file: COUNCIL },
    { name: "All 42 candidates by name", file: COUNCIL, attributes: { fold: "none", order: "name" } },
    { name: "Three rows, then the rest", file: RESULT, attributes: { fold: "3" } },
  ],
};

const slip = (data) => void (data.counts[0].status = "finel");

const ERRORS = {
  name: "Data with a mistake",
  states: [
    { name: "A mistake from the start", file: "tests/data/no-figures.json", text: "What the page says stays.", late: slip, empty: true },
    { name: "A mistake after good data", file: "tests/data/no-figures.json", text: "The last good picture stays.", late: slip },
  ],
};

const AROUND = {
  name: "Language, theme and rehearsal",
  states: [
    { name: "In Russian", file: RESULT, attributes: { lang: "ru" } },
    { name: "A dark theme", file: "www/data/kyrgyzstan-2015-parliament.json", attributes: { unit: "seats", theme: "dark" }, dark: true },
    {
      name: "A rehearsal",
      file: "tests/data/disagreement.json",
      text: "“test”: true in the document puts a banner on the chart.",
      change: (data) => void (data.test = true),
    },
    {
      name: "A name from right to left",
      file: "tests/data/no-figures.json",
      change: (data) => void (data.options[0].name = "مرشح مستقل"),
    },
    {
      name: "A name that is long and unbroken",
      file: "tests/data/no-figures.json",
      change: (data) => void (data.options[0].name = "Longname".repeat(20)),
    },
  ],
};

export const RESULTS = [FIGURES, COUNTS, STATUS, OUTCOME, HOUSES, QUESTIONS, ERRORS, AROUND];

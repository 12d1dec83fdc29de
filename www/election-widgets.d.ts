// Made by `make contract` from the readers in src/wire: change those, not this file.

export type Text = string | { [language: string]: string };
export type Id = string;
export type Language = string;
export type Link = string;
export type Color = string;
export type DateText = string;
export type When = DateText | { before: DateText } | { after: DateText } | { about: DateText };
export type Place = string | { code?: string; name: Text };
export type CountryCode = string;
export type State = CountryCode | { code: CountryCode; name: Text };
export type Bound = number | [number, number];
export type Amount = { value: number } | { over: Bound } | { atLeast: Bound } | { under: Bound } | { atMost: Bound } | { about: number } | { from: number; to: number } | { missing: Text };
export type Quantity = number | (Amount & { source?: Id }) | { claims: (Amount & { source: Id })[] };
export type Needs = { over: number } | { atLeast: number };
export type Whole = number;
export type Degrees = number;
export type AreaChoice = string | { url: Link; id?: Id; credit: Text };
export type Point = [number, number];
export type Outline = string;
export type Decimals = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export type Members = number | Text[];

export interface Source {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What facts call it by. */
  id: Id;
  /** Its headline or name. */
  title: Text;
  /** Who published it. */
  publisher: Text;
  /** Where it can be read. */
  url?: Link;
  /** When it was published. */
  date: DateText;
}

export interface Contest {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The office or house: "President". */
  office: Text;
  /** The question that was put, as it stood on the paper. */
  question?: Text;
  /** The number of votes that each voter has. */
  votesAllowed?: Whole;
  /** The number of options that are elected. */
  numberElected?: Whole;
  /** Where. */
  place?: Place;
  /** When the vote was. */
  date?: When;
}

export interface Photo {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Where it is. */
  url: Link;
  /** Whose it is. */
  credit?: Text;
}

export interface BallotOption {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What counts and outcomes call it by. */
  id: Id;
  /** What kind of thing it is. */
  kind: 'candidate' | 'party' | 'bloc' | 'answer' | 'against-all' | 'other' | 'unnamed';
  /** Its name; against-all, other and unnamed have words of their own. */
  name?: Text;
  /** The party that put it up. */
  party?: Text;
  /** Its colour; it is made lighter or darker where it would not be seen. */
  color?: Color;
  /** Its picture. */
  photo?: Photo;
  /** How many or which it stands for. */
  of?: Members;
  /** The option that it is a part of: its figures are in that one's already. */
  within?: Id;
  /** A remark. */
  note?: Text;
  /** Who says so. */
  source?: Id;
}

export interface Reported {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The share, in percent. */
  percent?: Quantity;
  /** How many are done. */
  done?: Quantity;
  /** Out of how many. */
  total?: Quantity;
  /** Of what. */
  of?: 'stations' | 'ballots' | 'districts' | 'expected-votes';
  /** The votes that are still to be counted. */
  outstanding?: Quantity;
  /** Who says so. */
  source?: Id;
}

export interface Ballots {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Everyone who may vote. */
  eligible?: Quantity;
  /** Papers cast. */
  cast?: Quantity;
  /** Valid papers. */
  valid?: Quantity;
  /** Blank papers. */
  blank?: Quantity;
  /** Invalid papers. */
  invalid?: Quantity;
  /** Ballots that still count in a round of ranked choice. */
  continuing?: Quantity;
  /** Ballots that name nobody who is still in. */
  exhausted?: Quantity;
  /** The share of those who may vote that did, in percent. */
  turnout?: Quantity;
  /** Who says so. */
  source?: Id;
}

export interface Figures {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Votes. */
  votes?: Quantity;
  /** Percent. */
  percent?: Quantity;
  /** Seats. */
  seats?: Quantity;
  /** The document's own unit. */
  own?: Quantity;
}

export interface ResultPart {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Votes. */
  votes?: Quantity;
  /** Percent. */
  percent?: Quantity;
  /** Seats. */
  seats?: Quantity;
  /** The document's own unit. */
  own?: Quantity;
  /** The name of the kind. */
  name: Text;
}

export interface OptionResult {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Votes. */
  votes?: Quantity;
  /** Percent. */
  percent?: Quantity;
  /** Seats. */
  seats?: Quantity;
  /** The document's own unit. */
  own?: Quantity;
  /** True where the figures hold for each of those that the option stands for. */
  each?: boolean;
  /** How much more or less than in what the count is compared to. */
  change?: Figures;
  /** The votes that came to it in this round of ranked choice. */
  transfer?: Quantity;
  /** The kinds of votes or seats that its figures are made of. */
  parts?: ResultPart[];
  /** A remark. */
  note?: Text;
  /** Who says so. */
  source?: Id;
}

export interface Margin {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Votes. */
  votes?: Quantity;
  /** Percent. */
  percent?: Quantity;
  /** Seats. */
  seats?: Quantity;
  /** The document's own unit. */
  own?: Quantity;
  /** The option that is ahead. */
  option: Id;
  /** The option that it is ahead of. */
  over?: Id;
  /** Who says so. */
  source?: Id;
}

export interface Count {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What corrections call it by. */
  id: Id;
  /** Its name, where the status does not say which count it is. */
  label?: Text;
  /** How far it has come. */
  status: 'scheduled' | 'voting' | 'exit-poll' | 'projection' | 'partial' | 'preliminary' | 'final' | 'certified' | 'recount' | 'corrected' | 'annulled' | 'disputed' | 'sitting' | 'no-poll' | 'postponed' | 'cancelled';
  /** The moment that it speaks of. */
  asOf: DateText;
  /** Who published it. */
  source: Id;
  /** A remark. */
  note?: Text;
  /** How many decimals percentages are shown with; as published where left out. */
  decimals?: Decimals;
  /** What percentages are of. */
  percentOf?: 'valid' | 'cast' | 'eligible' | 'respondents' | 'continuing';
  /** How much of it has come in. */
  reported?: Reported;
  /** How many voted, and how validly. */
  ballots?: Ballots;
  /** What each option got, by its id. */
  results?: { [id: Id]: OptionResult };
  /** What changes are measured against. */
  comparedTo?: Text;
  /** The round of ranked choice that it is, from 1. */
  round?: Whole;
  /** The options that are still in it. */
  continuing?: Id[];
  /** The lead of one option, where no more is known. */
  margin?: Margin;
}

export interface House {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** How many seats it has. */
  total: Whole;
}

export interface OwnUnit {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Its name, as a column is headed. */
  name: Text;
  /** Its forms after a number, between bars: "electoral vote|electoral votes". */
  forms?: Text;
  /** The number of them that there is. */
  total?: Whole;
}

export interface Rule {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** How much it asks for. */
  needs?: Needs;
  /** In what. */
  unit?: 'percent' | 'votes' | 'seats' | 'own';
  /** The base of a percentage; of votes, the papers that are meant. */
  of?: 'valid' | 'cast' | 'eligible' | 'respondents' | 'continuing';
  /** A rule in words, which only the source can judge. */
  text?: Text;
  /** Of a rule in words: the options that meet it, as the source says. */
  reachedBy?: Id[];
  /** Of a rule in words: the options that do not, as the source says. */
  missedBy?: Id[];
  /** Of a rule in words for a question or a quorum: the source's verdict. */
  met?: boolean;
}

export interface Threshold {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** How much it asks for. */
  needs?: Needs;
  /** In what. */
  unit?: 'percent' | 'votes' | 'seats' | 'own';
  /** The base of a percentage; of votes, the papers that are meant. */
  of?: 'valid' | 'cast' | 'eligible' | 'respondents' | 'continuing';
  /** A rule in words, which only the source can judge. */
  text?: Text;
  /** Of a rule in words: the options that meet it, as the source says. */
  reachedBy?: Id[];
  /** Of a rule in words: the options that do not, as the source says. */
  missedBy?: Id[];
  /** Of a rule in words for a question or a quorum: the source's verdict. */
  met?: boolean;
  /** What it decides. */
  kind: 'majority' | 'entry' | 'quorum';
  /** Other rules, each of which is enough as well. */
  or?: Rule[];
  /** Other rules that must be met too. */
  and?: Rule[];
  /** The options that it holds for; all where left out. Of a quorum: those whose votes it counts. */
  options?: Id[];
  /** Who says so. */
  source?: Id;
}

export interface Outcome {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Of which option; of the question or the seat where left out. */
  option?: Id;
  /** What was decided. */
  kind: 'elected' | 'elected-by-lot' | 'runoff' | 'unopposed' | 'eliminated' | 'withdrawn' | 'merged' | 'disqualified' | 'votes-void' | 'died' | 'accepted' | 'rejected' | 'invalid' | 'vacant';
  /** When. */
  at?: DateText;
  /** The count that it follows from. */
  count?: Id;
  /** Of a merger: the option that it is a part of now. */
  into?: Id;
  /** The day on which it was taken back. */
  revoked?: DateText;
  /** Who says so. */
  source: Id;
}

export interface Correction {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** When. */
  at: DateText;
  /** In which count. */
  count: Id;
  /** Of which option. */
  option?: Id;
  /** What was put right. */
  text: Text;
  /** Who says so. */
  source?: Id;
}

export interface Results {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The language of its plain texts. */
  lang?: Language;
  /** True of a rehearsal: a banner says that the figures are made up. */
  test?: boolean;
  /** The number of this edition, higher in each later one. */
  sequence?: Whole;
  /** The headline over the widget. */
  title: Text;
  /** Remarks that belong to the whole. */
  notes?: Text[];
  /** Who says what stands in it. */
  sources: Source[];
  /** What was voted on. */
  contest: Contest;
  /** Who or what stood. */
  options: BallotOption[];
  /** Whether `options` names everything that stood. */
  optionsComplete?: boolean;
  /** The counts, oldest first; the last is shown. */
  counts: Count[];
  /** The house, where seats are what is won. */
  seats?: House;
  /** A unit of the document's own: electoral votes, cantons. */
  ownUnit?: OwnUnit;
  /** Shares, votes or seats that decide something. */
  thresholds?: Threshold[];
  /** What was decided, as a source says. */
  outcomes?: Outcome[];
  /** What was put right after publication. */
  corrections?: Correction[];
}

export interface Event {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Its name: "Presidential election". */
  name: Text;
  /** Where it is. */
  place?: Place;
  /** When it is. */
  date?: When;
}

export interface OwnCounted {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Its name, as a heading: "Text messages". */
  name: Text;
  /** Its forms after a number, between bars: "text message|text messages". */
  forms?: Text;
}

export interface DatedSize {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The day that it is of. */
  asOf: DateText;
  /** How many. */
  size: Quantity;
  /** Who says so. */
  source?: Id;
}

export interface Total {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** How many. */
  size?: Quantity;
  /** How many on each of several days, the earliest first. */
  sizes?: DatedSize[];
  /** What parts of it call it by. */
  id: Id;
  /** Whom it counts: "Foreign observers". */
  name: Text;
  /** What is counted, where it is not what the document counts. */
  counted?: 'observers' | 'reports' | 'stations' | 'calls' | OwnCounted;
  /** The id of the total or the mission that they are part of. */
  partOf?: Id;
  /** Who says so. */
  source?: Id;
}

export interface Site {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What kind of place it is. */
  kind: 'city' | 'region' | 'country' | 'point';
  /** Its name. */
  name: Text;
  /** The shape on the map that it is, as the area's file calls it. */
  id?: Id;
  /** Degrees east of Greenwich; with `lat` it is marked on the map. */
  lon?: Degrees;
  /** Degrees north of the equator. */
  lat?: Degrees;
  /** How many are there. */
  size?: Quantity;
  /** True where they are in all of it. */
  throughout?: boolean;
}

export interface Unnamed {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** How many cities. */
  city?: Quantity;
  /** How many regions. */
  region?: Quantity;
  /** How many countries. */
  country?: Quantity;
}

export interface Whereabouts {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The places that are named. */
  places?: Site[];
  /** True where it is throughout the country. */
  throughout?: boolean;
  /** How many places are counted and not named, by their kind. */
  unnamed?: Unnamed;
  /** A remark. */
  note?: Text;
  /** Who says so; the mission's source where left out. */
  source?: Id;
}

export interface WhereaboutsClaims {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Accounts that disagree, each with its source. */
  claims: Whereabouts[];
}

export interface Statement {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What was said. */
  text: Text;
  /** When. */
  date?: DateText;
  /** Where it is to be read. */
  source: Id;
}

export interface Mission {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** How many. */
  size?: Quantity;
  /** How many on each of several days, the earliest first. */
  sizes?: DatedSize[];
  /** What parts of it, and the page, call it by. */
  id: Id;
  /** Who sent it. */
  organisation: Text;
  /** Its own name, where it has one. */
  name?: Text;
  /** What is counted, where it is not what the document counts. */
  counted?: 'observers' | 'reports' | 'stations' | 'calls' | OwnCounted;
  /** The id of the total or the mission that it is part of. */
  partOf?: Id;
  /** Who leads it. */
  head?: Text;
  /** Since when it is there. */
  from?: When;
  /** Until when it is there. */
  to?: When;
  /** How far it has come, or why it is not there. */
  status?: 'announced' | 'accredited' | 'deployed' | 'reported' | 'declined' | 'refused' | 'absent' | 'limited';
  /** Who declined or refused. */
  by?: Text;
  /** Where it is: one account, or `claims`, each with its source, that disagree. */
  where?: Whereabouts | WhereaboutsClaims;
  /** What it said. */
  statements?: Statement[];
  /** A remark. */
  note?: Text;
  /** Who says so. */
  source?: Id;
}

export interface Observers {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The language of its plain texts. */
  lang?: Language;
  /** True of a rehearsal: a banner says that the figures are made up. */
  test?: boolean;
  /** The number of this edition, higher in each later one. */
  sequence?: Whole;
  /** The headline over the widget. */
  title: Text;
  /** Remarks that belong to the whole. */
  notes?: Text[];
  /** Who says what stands in it. */
  sources: Source[];
  /** What is observed. */
  event: Event;
  /** The shapes of the map: the name of a preset, or a file that `election-widgets geo` made; without it there is a list and no map. */
  area?: AreaChoice;
  /** What sizes count: `observers` where left out. */
  counted?: 'observers' | 'reports' | 'stations' | 'calls' | OwnCounted;
  /** How many observers there are of several missions together. */
  totals?: Total[];
  /** The missions; one without a place stays in the list. */
  missions: Mission[];
}

export interface OwnKind {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name of one such member: "partner country". */
  name: Text;
  /** What several are: "partner countries". */
  several?: Text;
  /** The letter or two that stand for it in a cell; the name's first where left out. */
  letter?: Text;
  /** The known kind that it means, by which it is counted, compared and drawn. */
  means: 'member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified';
}

export interface CompletePeriod {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The kind of which every state is listed; `member` where left out. */
  kind?: 'member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified' | Id;
  /** The first day on which it is complete. */
  from: DateText;
  /** The last day on which it is complete; the day that the list speaks of where left out. */
  to?: DateText;
}

export interface Alliance {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What memberships call it by. */
  id: Id;
  /** Its name. */
  name: Text;
  /** A short name, such as "SCO". */
  short?: Text;
  /** When it was founded; before that nobody is a member. */
  founded?: When;
  /** Its last day; memberships without an end end with it. */
  dissolved?: When;
  /** The day that its list speaks of; the document's where left out. */
  asOf?: DateText;
  /** The kinds of which every state is listed, on the day of the list or over a time: only with `member` here is a state that is not listed "not a member". */
  complete?: ('member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified' | Id | CompletePeriod)[];
  /** Who says so. */
  source?: Id;
}

export interface Membership {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Which state, by its code. */
  state: CountryCode;
  /** Since when; without it the membership is known on its day alone. */
  from?: When;
  /** Until when, that day included; without it, up to its day. */
  to?: When;
  /** The day that the source speaks of; the alliance's where left out. */
  asOf?: DateText;
  /** Who says so; the alliance's source where left out. */
  source?: Id;
  /** A remark. */
  note?: Text;
}

export interface MembershipsOfAlliance {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The states that belong in this way. */
  member?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  candidate?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  observer?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  associate?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  'dialogue-partner'?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  suspended?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  withdrawn?: (CountryCode | Membership)[];
  /** The states that belong in this way. */
  unspecified?: (CountryCode | Membership)[];
}

export interface Participation {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Of which alliance. */
  alliance: Id;
  /** In what. */
  event: Text;
  /** How many took part. */
  count: Quantity;
  /** Of how many. */
  of?: Quantity;
  /** Of which kind they are. */
  kind?: 'member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified' | Id;
  /** When. */
  date?: DateText;
  /** Who says so. */
  source: Id;
}

export interface Alliances {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The language of its plain texts. */
  lang?: Language;
  /** True of a rehearsal: a banner says that the figures are made up. */
  test?: boolean;
  /** The number of this edition, higher in each later one. */
  sequence?: Whole;
  /** The headline over the widget. */
  title: Text;
  /** Remarks that belong to the whole. */
  notes?: Text[];
  /** Who says what stands in it. */
  sources: Source[];
  /** The day that it speaks of, where an alliance or a membership names none of its own. */
  asOf: DateText;
  /** Kinds of membership of the document's own, by their ids. */
  kinds?: { [id: Id]: OwnKind };
  /** The alliances. */
  alliances: Alliance[];
  /** States in the order that they are shown in, with names of the document's own; those that only memberships name follow. */
  states?: State[];
  /** By alliance and kind, the states that belong to it. */
  memberships: { [id: Id]: MembershipsOfAlliance | { [id: Id]: (CountryCode | Membership)[] } };
  /** How many of an alliance's states took part in something. */
  participation?: Participation[];
}

export interface AreaProjection {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** By which rule. */
  kind: 'equal-area' | 'natural-earth';
  /** The longitude of its centre. */
  lon: Degrees;
  /** The latitude of its centre. */
  lat: Degrees;
  /** Map units a radian. */
  scale: Degrees;
  /** Where its centre lies, to the right. */
  x: Degrees;
  /** Where its centre lies, down. */
  y: Degrees;
}

export interface Shape {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What documents call it by. */
  id: Id;
  /** Its name. */
  name: Text;
  /** Its outline. */
  path: Outline;
  /** A point inside it. */
  at: Point;
}

export interface AreaNeighbour {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** Its name. */
  name?: Text;
  /** Its outline. */
  path: Outline;
  /** Where its name stands. */
  at?: Point;
}

export interface AreaFile {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** What kind of file it is. */
  format: Text;
  /** What documents call it by. */
  id: Id;
  /** What it shows. */
  title: Text;
  /** Who made the shapes. */
  credit: Text;
  /** Of when they are. */
  vintage: Text;
  /** By which rule borders are drawn. */
  borders?: Text;
  /** How wide it is, in map units. */
  width: Whole;
  /** How high it is, in map units. */
  height: Whole;
  /** Where a place on Earth lies on it. */
  projection: AreaProjection;
  /** The shapes that documents name. */
  shapes: Shape[];
  /** What lies around them. */
  around?: AreaNeighbour[];
  /** Borders that are disputed. */
  disputed?: Outline;
}

/** A place in a document and what is wrong or looks wrong there. */
export interface Diagnostic {
  path: string;
  message: string;
}

/** A widget on a page. */
export interface WidgetElement<Data> extends HTMLElement {
  /** The document, as an object or as JSON text; read back as it was given. */
  data: Data | string | null | undefined;
}

export interface Widgets {
  'results-chart': Results;
  'observer-map': Observers;
  'alliance-grid': Alliances;
}

/**
 * Before the first widget comes into view: the folder of all files, or where the wasm is, and its digest.
 */
export function configure(options: { base?: string; wasmUrl?: string; integrity?: string }): void;

/** Defines the elements, each name after `prefix`. */
export function define(options?: { prefix?: string }): void;

/** Puts a widget at the end of `target`; `options` are its attributes. */
export function mount<Tag extends keyof Widgets>(
  target: Element | string,
  tag: Tag,
  data: Widgets[Tag] | string,
  options?: { [attribute: string]: string },
): { element: WidgetElement<Widgets[Tag]>; update(data: Widgets[Tag] | string): void; destroy(): void };

/** What is wrong with a document, without showing it. */
export function validate(
  tag: keyof Widgets,
  data: unknown,
): Promise<{ errors: Diagnostic[]; warnings: Diagnostic[] }>;

declare global {
  interface HTMLElementTagNameMap {
    'results-chart': WidgetElement<Results>;
    'observer-map': WidgetElement<Observers>;
    'alliance-grid': WidgetElement<Alliances>;
  }
  interface HTMLElementEventMap {
    'widget-ready': CustomEvent<{ warnings: Diagnostic[] }>;
    'widget-update': CustomEvent<{ warnings: Diagnostic[] }>;
    'widget-error': CustomEvent<Diagnostic>;
    'widget-select': CustomEvent<{ option?: Id; mission?: Id; state?: CountryCode; alliance?: Id }>;
  }
}

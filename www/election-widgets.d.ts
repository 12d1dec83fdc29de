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
  /** The id by which the rest of the document refers to the source. */
  id: Id;
  /** The headline or name of the source. */
  title: Text;
  /** The publisher of the source. */
  publisher: Text;
  /** The address of the source. */
  url?: Link;
  /** The day of publication. */
  date: DateText;
}

export interface Contest {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The office or house: "President". */
  office: Text;
  /** The question that voters were asked. */
  question?: Text;
  /** The number of votes that each voter has. */
  votesAllowed?: Whole;
  /** The number of options that are elected. */
  numberElected?: Whole;
  /** The country or place of the vote. */
  place?: Place;
  /** The date of the vote. */
  date?: When;
}

export interface Photo {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The address of the picture. */
  url: Link;
  /** The credit line of the picture. */
  credit?: Text;
}

export interface BallotOption {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The id by which counts and outcomes refer to the option. */
  id: Id;
  /** The kind of option. */
  kind: 'candidate' | 'party' | 'bloc' | 'answer' | 'against-all' | 'other' | 'unnamed';
  /** The name of the option. Only `against-all`, `other` and `unnamed` can do without. */
  name?: Text;
  /** The party of the option. */
  party?: Text;
  /** The colour of the option. The chart makes it lighter or darker if it would be hard to see. */
  color?: Color;
  /** A picture of the option. */
  photo?: Photo;
  /** The number of those that the option stands for, or their names. */
  of?: Members;
  /** The id of the option that contains this one, such as the coalition of a party. The figures of that option include those of this one. */
  within?: Id;
  /** A remark for readers. */
  note?: Text;
  /** The id of the source. */
  source?: Id;
}

export interface Reported {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The share that is counted, in percent. */
  percent?: Quantity;
  /** The number that is counted. */
  done?: Quantity;
  /** The number that there is to count. */
  total?: Quantity;
  /** The things that these numbers count. */
  of?: 'stations' | 'ballots' | 'districts' | 'expected-votes';
  /** The number of votes that are still to be counted. */
  outstanding?: Quantity;
  /** The id of the source. */
  source?: Id;
}

export interface Ballots {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of eligible voters. */
  eligible?: Quantity;
  /** The number of votes cast. */
  cast?: Quantity;
  /** The number of valid votes. */
  valid?: Quantity;
  /** The number of blank votes. */
  blank?: Quantity;
  /** The number of invalid votes. */
  invalid?: Quantity;
  /** The number of ballots that still count in this round of ranked choice. */
  continuing?: Quantity;
  /** The number of ballots that name nobody who is still in. */
  exhausted?: Quantity;
  /** The turnout, in percent. */
  turnout?: Quantity;
  /** The id of the source. */
  source?: Id;
}

export interface Figures {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of votes. */
  votes?: Quantity;
  /** The share, in percent. */
  percent?: Quantity;
  /** The number of seats. */
  seats?: Quantity;
  /** The number in `ownUnit`. */
  own?: Quantity;
}

export interface ResultPart {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of votes. */
  votes?: Quantity;
  /** The share, in percent. */
  percent?: Quantity;
  /** The number of seats. */
  seats?: Quantity;
  /** The number in `ownUnit`. */
  own?: Quantity;
  /** The name of the kind. */
  name: Text;
}

export interface OptionResult {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of votes. */
  votes?: Quantity;
  /** The share, in percent. */
  percent?: Quantity;
  /** The number of seats. */
  seats?: Quantity;
  /** The number in `ownUnit`. */
  own?: Quantity;
  /** True if the figures hold for each one that the option stands for, not for their sum. */
  each?: boolean;
  /** The difference from `comparedTo`. */
  change?: Figures;
  /** The votes that came to the option in this round of ranked choice. */
  transfer?: Quantity;
  /** The kinds of votes or seats that the figures consist of. */
  parts?: ResultPart[];
  /** A remark for readers. */
  note?: Text;
  /** The id of the source. */
  source?: Id;
}

export interface Margin {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of votes. */
  votes?: Quantity;
  /** The share, in percent. */
  percent?: Quantity;
  /** The number of seats. */
  seats?: Quantity;
  /** The number in `ownUnit`. */
  own?: Quantity;
  /** The id of the option that is ahead. */
  option: Id;
  /** The id of the option that is behind. */
  over?: Id;
  /** The id of the source. */
  source?: Id;
}

export interface Count {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The id by which corrections and outcomes refer to the count. */
  id: Id;
  /** A name of the count, if the status is not enough: "Postal votes". */
  label?: Text;
  /** The status of the count. */
  status: 'scheduled' | 'voting' | 'exit-poll' | 'projection' | 'partial' | 'preliminary' | 'final' | 'certified' | 'recount' | 'corrected' | 'annulled' | 'disputed' | 'sitting' | 'no-poll' | 'postponed' | 'cancelled';
  /** The date of the figures. */
  asOf: DateText;
  /** The id of the source that published the count. */
  source: Id;
  /** A remark for readers. */
  note?: Text;
  /** The number of decimals of percentages. By default they are shown as published. */
  decimals?: Decimals;
  /** The base of the percentages. */
  percentOf?: 'valid' | 'cast' | 'eligible' | 'respondents' | 'continuing';
  /** The share or number of stations, ballots, districts or expected votes that is counted. */
  reported?: Reported;
  /** The turnout and the numbers of votes. */
  ballots?: Ballots;
  /** The result of each option, by its id. */
  results?: { [id: Id]: OptionResult };
  /** The result that `change` is measured against, such as an earlier election. */
  comparedTo?: Text;
  /** The round of ranked choice, from 1. */
  round?: Whole;
  /** The ids of the options that are still in. */
  continuing?: Id[];
  /** The lead of one option, if the source gives only that. */
  margin?: Margin;
}

export interface House {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of seats in the house. */
  total: Whole;
}

export interface OwnUnit {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name of the unit, as a column heading. */
  name: Text;
  /** The forms that follow a number, separated by a bar: "electoral vote|electoral votes". */
  forms?: Text;
  /** The number of units that there is. */
  total?: Whole;
}

export interface Rule {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number that must be reached or exceeded. */
  needs?: Needs;
  /** The unit of that number. */
  unit?: 'percent' | 'votes' | 'seats' | 'own';
  /** The base of a percentage. For a quorum in votes: which votes are counted. */
  of?: 'valid' | 'cast' | 'eligible' | 'respondents' | 'continuing';
  /** A rule in words, which only the source can judge. */
  text?: Text;
  /** For a rule in words: the ids of the options that meet it, according to the source. */
  reachedBy?: Id[];
  /** For a rule in words: the ids of the options that do not meet it, according to the source. */
  missedBy?: Id[];
  /** For a rule in words for a question or a quorum: the source's verdict. */
  met?: boolean;
}

export interface Threshold {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number that must be reached or exceeded. */
  needs?: Needs;
  /** The unit of that number. */
  unit?: 'percent' | 'votes' | 'seats' | 'own';
  /** The base of a percentage. For a quorum in votes: which votes are counted. */
  of?: 'valid' | 'cast' | 'eligible' | 'respondents' | 'continuing';
  /** A rule in words, which only the source can judge. */
  text?: Text;
  /** For a rule in words: the ids of the options that meet it, according to the source. */
  reachedBy?: Id[];
  /** For a rule in words: the ids of the options that do not meet it, according to the source. */
  missedBy?: Id[];
  /** For a rule in words for a question or a quorum: the source's verdict. */
  met?: boolean;
  /** The question that the threshold decides: who has won or can govern, who gets seats, or if the vote counts. */
  kind: 'majority' | 'entry' | 'quorum';
  /** Further rules. One of all rules is enough. */
  or?: Rule[];
  /** Further rules. All rules must be met. */
  and?: Rule[];
  /** The ids of the options that the threshold is for. By default it is for all. For a quorum: the options whose votes count towards it. */
  options?: Id[];
  /** The id of the source. */
  source?: Id;
}

export interface Outcome {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The id of the option. Leave it out for an outcome of the question or the seat. */
  option?: Id;
  /** The kind of outcome. */
  kind: 'elected' | 'elected-by-lot' | 'runoff' | 'unopposed' | 'eliminated' | 'withdrawn' | 'merged' | 'disqualified' | 'votes-void' | 'died' | 'accepted' | 'rejected' | 'invalid' | 'vacant';
  /** The date of the outcome. */
  at?: DateText;
  /** The id of the count that the outcome belongs to. */
  count?: Id;
  /** For `merged`: the id of the option that it is now part of. */
  into?: Id;
  /** The day on which the outcome was revoked. */
  revoked?: DateText;
  /** The id of the source. */
  source: Id;
}

export interface Correction {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The date of the correction. */
  at: DateText;
  /** The id of the corrected count. */
  count: Id;
  /** The id of the corrected option. */
  option?: Id;
  /** The text of the correction. */
  text: Text;
  /** The id of the source. */
  source?: Id;
}

export interface Results {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The language of texts that are plain strings. */
  lang?: Language;
  /** True for a rehearsal. A banner says that the figures are made up. */
  test?: boolean;
  /** The number of this edition. It grows with each edition. */
  sequence?: Whole;
  /** The headline of the widget. */
  title: Text;
  /** Remarks on the whole document. */
  notes?: Text[];
  /** The sources of everything in the document. */
  sources: Source[];
  /** The vote: its office or question, place and date. */
  contest: Contest;
  /** The candidates, parties or answers. */
  options: BallotOption[];
  /** True if `options` lists everybody who stood, false if some are missing. */
  optionsComplete?: boolean;
  /** The counts, the oldest first. The last one is shown. */
  counts: Count[];
  /** The house, if seats are won. */
  seats?: House;
  /** A unit of your own, such as electoral votes or cantons. */
  ownUnit?: OwnUnit;
  /** The shares, votes or seats that decide something. */
  thresholds?: Threshold[];
  /** The outcomes that sources state. The chart computes none. */
  outcomes?: Outcome[];
  /** Corrections after publication. */
  corrections?: Correction[];
}

export interface Event {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name of the event: "Presidential election". */
  name: Text;
  /** The country or place of the event. */
  place?: Place;
  /** The date of the event. */
  date?: When;
}

export interface OwnCounted {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name, as a heading: "Text messages". */
  name: Text;
  /** The forms that follow a number, separated by a bar: "text message|text messages". */
  forms?: Text;
}

export interface DatedSize {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The day of the number. */
  asOf: DateText;
  /** The number of observers on that day. */
  size: Quantity;
  /** The id of the source. */
  source?: Id;
}

export interface Total {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of observers. */
  size?: Quantity;
  /** The number of observers on each of several days, the earliest first. */
  sizes?: DatedSize[];
  /** The id by which `partOf` refers to the total. */
  id: Id;
  /** The name of those that the total counts: "Foreign observers". */
  name: Text;
  /** The things that the size counts. By default they are those of the document. */
  counted?: 'observers' | 'reports' | 'stations' | 'calls' | OwnCounted;
  /** The id of the total or the mission that includes this total. */
  partOf?: Id;
  /** The id of the source. */
  source?: Id;
}

export interface Site {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The kind of place. */
  kind: 'city' | 'region' | 'country' | 'point';
  /** The name of the place. */
  name: Text;
  /** The id of the shape on the map. */
  id?: Id;
  /** The longitude, in degrees east. With `lat` the place is a point on the map. */
  lon?: Degrees;
  /** The latitude, in degrees north. */
  lat?: Degrees;
  /** The number of observers there. */
  size?: Quantity;
  /** True if the observers are everywhere in this place. */
  throughout?: boolean;
}

export interface Unnamed {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of cities. */
  city?: Quantity;
  /** The number of regions. */
  region?: Quantity;
  /** The number of countries. */
  country?: Quantity;
}

export interface Whereabouts {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The places that the source names. */
  places?: Site[];
  /** True if the mission is everywhere in the country. */
  throughout?: boolean;
  /** The number of places that the source counts but does not name, by kind. */
  unnamed?: Unnamed;
  /** A remark for readers. */
  note?: Text;
  /** The id of the source. By default it is the mission's. */
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
  /** The text of the statement. */
  text: Text;
  /** The date of the statement. */
  date?: DateText;
  /** The id of the source. */
  source: Id;
}

export interface Mission {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The number of observers. */
  size?: Quantity;
  /** The number of observers on each of several days, the earliest first. */
  sizes?: DatedSize[];
  /** The id by which `partOf` and the page refer to the mission. */
  id: Id;
  /** The organisation that sends the mission. */
  organisation: Text;
  /** The mission's own name. */
  name?: Text;
  /** The things that the size counts. By default they are those of the document. */
  counted?: 'observers' | 'reports' | 'stations' | 'calls' | OwnCounted;
  /** The id of the total or the mission that includes this mission. */
  partOf?: Id;
  /** The head of the mission. */
  head?: Text;
  /** The first day of the mission. */
  from?: When;
  /** The last day of the mission. */
  to?: When;
  /** The status of the mission, or why it is not there. */
  status?: 'announced' | 'accredited' | 'deployed' | 'reported' | 'declined' | 'refused' | 'absent' | 'limited';
  /** The party that declined or refused the mission. */
  by?: Text;
  /** The places of the mission. If sources disagree, `claims` has one account per source. */
  where?: Whereabouts | WhereaboutsClaims;
  /** The statements of the mission. */
  statements?: Statement[];
  /** A remark for readers. */
  note?: Text;
  /** The id of the source. */
  source?: Id;
}

export interface Observers {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The language of texts that are plain strings. */
  lang?: Language;
  /** True for a rehearsal. A banner says that the figures are made up. */
  test?: boolean;
  /** The number of this edition. It grows with each edition. */
  sequence?: Whole;
  /** The headline of the widget. */
  title: Text;
  /** Remarks on the whole document. */
  notes?: Text[];
  /** The sources of everything in the document. */
  sources: Source[];
  /** The election that is observed. */
  event: Event;
  /** The map: one that comes with the widgets, or a file that `election-widgets geo` made. Without it there is a list and no map. */
  area?: AreaChoice;
  /** The things that sizes count. By default they are `observers`. */
  counted?: 'observers' | 'reports' | 'stations' | 'calls' | OwnCounted;
  /** Sizes of several missions together. */
  totals?: Total[];
  /** The missions. A mission without a place is only in the list. */
  missions: Mission[];
}

export interface OwnKind {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name of one such member: "partner country". */
  name: Text;
  /** The name of several such members: "partner countries". By default it is `name`. */
  several?: Text;
  /** One or two letters for cells. By default it is the first letter of `name`. */
  letter?: Text;
  /** The known kind that it means. It is counted, compared and drawn like that kind. */
  means: 'member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified';
}

export interface CompletePeriod {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The kind for which every state is listed. By default it is `member`. */
  kind?: 'member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified' | Id;
  /** The first day on which the list is complete. */
  from: DateText;
  /** The last day on which the list is complete. By default it is the day of the list. */
  to?: DateText;
}

export interface Alliance {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The id by which memberships refer to the alliance. */
  id: Id;
  /** The name of the alliance. */
  name: Text;
  /** A short name, such as "SCO". */
  short?: Text;
  /** The day of its foundation. Before that day nobody is a member. */
  founded?: When;
  /** Its last day. Memberships without an end end on that day. */
  dissolved?: When;
  /** The day that the list of its states describes. By default it is the document's. */
  asOf?: DateText;
  /** The kinds for which every state is listed, on the day of the list or over a period. Only with `member` does the grid say of a state that is not listed that it is not a member. */
  complete?: ('member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified' | Id | CompletePeriod)[];
  /** The id of the source. */
  source?: Id;
}

export interface Membership {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The code of the state. */
  state: CountryCode;
  /** The first day. Without it the membership is known only on the day that `asOf` names. */
  from?: When;
  /** The last day. Without it the membership is known until the day that `asOf` names. */
  to?: When;
  /** The day that the source describes. By default it is the alliance's. */
  asOf?: DateText;
  /** The id of the source. By default it is the alliance's. */
  source?: Id;
  /** A remark for readers. */
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
  /** The id of the alliance. */
  alliance: Id;
  /** The event in which states took part. */
  event: Text;
  /** The number of states that took part. */
  count: Quantity;
  /** The number of states that could take part. */
  of?: Quantity;
  /** The kind of membership of these states. */
  kind?: 'member' | 'candidate' | 'observer' | 'associate' | 'dialogue-partner' | 'suspended' | 'withdrawn' | 'unspecified' | Id;
  /** The date of the event. */
  date?: DateText;
  /** The id of the source. */
  source: Id;
}

export interface Alliances {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The language of texts that are plain strings. */
  lang?: Language;
  /** True for a rehearsal. A banner says that the figures are made up. */
  test?: boolean;
  /** The number of this edition. It grows with each edition. */
  sequence?: Whole;
  /** The headline of the widget. */
  title: Text;
  /** Remarks on the whole document. */
  notes?: Text[];
  /** The sources of everything in the document. */
  sources: Source[];
  /** The day that the document describes. An alliance or a membership can have a day of its own. */
  asOf: DateText;
  /** The document's own kinds of membership, by id. */
  kinds?: { [id: Id]: OwnKind };
  /** The alliances, in the order of the columns. */
  alliances: Alliance[];
  /** The states in the order in which they are shown, with names of the document's own. States that only `memberships` names come last. */
  states?: State[];
  /** The states that belong to each alliance, by alliance and kind. */
  memberships: { [id: Id]: MembershipsOfAlliance | { [id: Id]: (CountryCode | Membership)[] } };
  /** Numbers of states that took part in an event. */
  participation?: Participation[];
}

export interface AreaProjection {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name of the projection. */
  kind: 'equal-area' | 'natural-earth';
  /** The longitude of the centre, in degrees. */
  lon: Degrees;
  /** The latitude of the centre, in degrees. */
  lat: Degrees;
  /** The number of map units per radian. */
  scale: Degrees;
  /** The position of the centre on the map, to the right. */
  x: Degrees;
  /** The position of the centre on the map, down. */
  y: Degrees;
}

export interface Shape {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The id of the shape, by which documents refer to it. */
  id: Id;
  /** The name of the shape. */
  name: Text;
  /** The outline of the shape. */
  path: Outline;
  /** A point inside the shape. */
  at: Point;
}

export interface AreaNeighbour {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The name of the neighbour. */
  name?: Text;
  /** The outline of the neighbour. */
  path: Outline;
  /** The point at which the name is written. */
  at?: Point;
}

export interface AreaFile {
  $schema?: unknown;
  [extension: `x-${string}`]: unknown;
  /** The format and version of the file: "election-widgets area 1". */
  format: Text;
  /** The id of the area, by which documents refer to it. */
  id: Id;
  /** The title of the map. */
  title: Text;
  /** The maker of the shapes. */
  credit: Text;
  /** The date or edition of the borders. */
  vintage: Text;
  /** The rule by which borders are drawn. */
  borders?: Text;
  /** The width, in map units. */
  width: Whole;
  /** The height, in map units. */
  height: Whole;
  /** The projection, which says where a place on Earth is on the map. */
  projection: AreaProjection;
  /** The shapes that documents can name. */
  shapes: Shape[];
  /** Neighbouring countries or regions, drawn in the background. */
  around?: AreaNeighbour[];
  /** The disputed borders, as one outline. */
  disputed?: Outline;
}

/** An error or a warning, with its path in the document. */
export interface Diagnostic {
  path: string;
  message: string;
}

/** A widget on a page. */
export interface WidgetElement<Data> extends HTMLElement {
  /** The document, as an object or as JSON text. Reading it returns what was set. */
  data: Data | string | null | undefined;
}

export interface Widgets {
  'results-chart': Results;
  'observer-map': Observers;
  'alliance-grid': Alliances;
}

/**
 * Sets the folder of all files, or the address of the WebAssembly file, and its digest. Call it before the first widget comes into
 * view.
 */
export function configure(options: { base?: string; wasmUrl?: string; integrity?: string }): void;

/** Defines the elements. Each name begins with `prefix`. */
export function define(options?: { prefix?: string }): void;

/** Adds a widget at the end of `target`. `options` are its attributes. */
export function mount<Tag extends keyof Widgets>(
  target: Element | string,
  tag: Tag,
  data: Widgets[Tag] | string,
  options?: { [attribute: string]: string },
): { element: WidgetElement<Widgets[Tag]>; update(data: Widgets[Tag] | string): void; destroy(): void };

/** Checks a document without showing it. */
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

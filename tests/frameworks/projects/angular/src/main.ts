import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { type Results, configure, define } from "election-widgets";
import first from "./data.json";
import newer from "./newer.json";

// Angular carries no files of packages: angular.json copies them to ew/.
configure({ base: "/ew/" });
define();

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      @if (shown()) {
        <results-chart
          [data]="data()"
          [attr.heading-level]="level()"
          refresh="30"
          count="all"
          class="wide"
          (widget-ready)="hear($event.type)"
          (widget-update)="hear($event.type)"
          (widget-select)="hear($event.type + ':' + $event.detail.option)"
        >
          <p>The fallback</p>
        </results-chart>
      }
      <button id="newer" (click)="data.set(newer)">Newer</button>
      <button id="text" (click)="data.set(text)">Text</button>
      <button id="none" (click)="data.set(null)">None</button>
      <button id="level" (click)="level.set(3)">Level</button>
      <button id="toggle" (click)="shown.set(!shown())">Toggle</button>
      <p id="heard">{{ heard() }}</p>
    </main>
  `,
})
class App {
  readonly newer = newer as unknown as Results;
  readonly text = JSON.stringify(first);
  readonly data = signal<Results | string | null>(first as unknown as Results);
  readonly level = signal<2 | 3>(2);
  readonly shown = signal(true);
  readonly heard = signal("");
  hear(type: string) {
    this.heard.update((before) => `${before} ${type}`);
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });

// Views that follow the selection: asked for again when what they depend on changes.

import type { Session, Study } from "./session.svelte";
import { untrack } from "svelte";
import type { View } from "./wire";

export class Following {
  view = $state.raw<View | null>(null);
  study = $state.raw<Study | null>(null);
  asked = $state.raw<object | null>(null);
  name = "";
  error = $state("");

  // `what` says which view of which study is wanted, or null for none. Call it in a component's script.
  constructor(session: Session, what: () => { study: Study | null; name: string; asked: object } | null) {
    let run = 0;
    $effect(() => {
      const wanted = what(), mine = ++run;
      if (!wanted?.study || wanted.study.answering) {
        if (!wanted?.study) untrack(() => (this.view = null));
        return;
      }
      const { study, name, asked } = wanted;
      untrack(() => {
        if (this.study !== study) this.view = null;
        this.error = "";
        session.busy++;
      });
      study.view(name, asked).then(
        (view) => {
          if (mine !== run) return;
          Object.assign(this, { view, study, asked, name });
        },
        (error) => {
          if (mine !== run) return;
          this.view = null;
          if (session.source.kind === "server" && error.status === 404) session.during(Promise.reject(error));
          else this.error = error.message;
        },
      ).finally(() => session.busy--);
    });
  }
}

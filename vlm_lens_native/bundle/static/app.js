var _n = Array.isArray, Ii = Array.prototype.indexOf, Jr = Array.prototype.includes, mn = Array.from, es = Object.defineProperty, wr = Object.getOwnPropertyDescriptor, ts = Object.getOwnPropertyDescriptors, ji = Object.prototype, Fi = Array.prototype, ra = Object.getPrototypeOf, Oa = Object.isExtensible;
const rs = () => {
};
function Ui(n) {
  for (var e = 0; e < n.length; e++)
    n[e]();
}
function ns() {
  var n, e, t = new Promise((a, s) => {
    n = a, e = s;
  });
  return { promise: t, resolve: n, reject: e };
}
function ur(n, e) {
  if (Array.isArray(n))
    return n;
  if (e === void 0 || !(Symbol.iterator in n))
    return Array.from(n);
  const t = [];
  for (const a of n)
    if (t.push(a), t.length === e) break;
  return t;
}
const rt = 2, Ar = 4, bn = 8, as = 1 << 24, St = 16, Nt = 32, er = 64, Hn = 128, na = 256, Mt = 512, Ve = 1024, De = 2048, vt = 4096, at = 8192, $e = 16384, Or = 32768, Kr = 1 << 25, dr = 65536, ln = 1 << 17, Di = 1 << 18, Rr = 1 << 19, Hi = 1 << 20, Ct = 1 << 25, un = 1 << 21, kr = 1 << 22, $t = 1 << 23, Jt = /* @__PURE__ */ Symbol("$state"), ss = /* @__PURE__ */ Symbol("component"), zi = /* @__PURE__ */ Symbol("legacy props"), Bi = /* @__PURE__ */ Symbol(""), is = /* @__PURE__ */ Symbol("attributes"), zn = /* @__PURE__ */ Symbol("class"), Bn = /* @__PURE__ */ Symbol("style"), qn = /* @__PURE__ */ Symbol("text"), nn = /* @__PURE__ */ Symbol("form reset"), Xr = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), qi = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Wi = 1, Ji = 2, os = 4, Ki = 8, Vi = 16, Yi = 1, Gi = 4, Xi = 8, Zi = 16, ls = 1, Qi = 2, us = {}, Ke = /* @__PURE__ */ Symbol("uninitialized"), $i = "http://www.w3.org/1999/xhtml";
function eo() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function to() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function ro() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function cs(n) {
  return n === this.v;
}
function fs(n, e) {
  return n != n ? e == e : n !== e || n !== null && typeof n == "object" || typeof n == "function";
}
function ds(n) {
  return !fs(n, this.v);
}
function no() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function ao(n, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function so(n) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function io() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function oo(n) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function lo() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function uo(n) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function co() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function fo() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function ho() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function vo() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let st = null;
function Mr(n) {
  st = n;
}
function Ye(n, e = !1, t) {
  st = {
    p: st,
    i: !1,
    c: null,
    e: null,
    s: n,
    x: null,
    r: (
      /** @type {Effect} */
      Le
    ),
    l: null
  };
}
function Ge(n) {
  var e = (
    /** @type {ComponentContext} */
    st
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      Ps(a);
  }
  return e.i = !0, st = e.p, aa(n);
}
function aa(n = {}) {
  return es(n, ss, { value: !0 }), n;
}
function hs() {
  return !0;
}
let ir = [];
function vs() {
  var n = ir;
  ir = [], Ui(n);
}
function Wt(n) {
  if (ir.length === 0 && !zr) {
    var e = ir;
    queueMicrotask(() => {
      e === ir && vs();
    });
  }
  ir.push(n);
}
function po() {
  for (; ir.length > 0; )
    vs();
}
const go = -7169;
function qe(n, e) {
  n.f = n.f & go | e;
}
function sa(n) {
  (n.f & Mt) !== 0 || n.deps === null ? qe(n, Ve) : qe(n, vt);
}
function ps(n, e) {
  (n.f & De) !== 0 ? e.set(n, De) : (n.f & vt) !== 0 && e.get(n) !== De && e.set(n, vt), qe(n, Ve);
}
let Ra = !1;
function _o() {
  Ra || (Ra = !0, document.addEventListener(
    "reset",
    (n) => {
      Promise.resolve().then(() => {
        if (!n.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            n.target.elements
          )
            e[nn]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Cr(n) {
  var e = Pe, t = Le;
  yt(null), Ut(null);
  try {
    return n();
  } finally {
    yt(e), Ut(t);
  }
}
function ia(n, e, t, a = t) {
  n.addEventListener(e, () => Cr(t));
  const s = (
    /** @type {any} */
    n[nn]
  );
  s ? n[nn] = () => {
    s(), a(!0);
  } : n[nn] = () => a(!0), _o();
}
function mo(n, e, t, a) {
  const s = Vr;
  var i = n.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    a(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Le
  ), u = bo(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function h(d) {
    if ((l.f & $e) === 0) {
      u();
      try {
        a([...o, ...d]);
      } catch (w) {
        Rt(w, l);
      }
      cn();
    }
  }
  var p = gs();
  if (t.length === 0) {
    f.then(() => h([])).finally(p);
    return;
  }
  function b() {
    Promise.all(t.map((d) => /* @__PURE__ */ yo(d))).then(h).catch((d) => Rt(d, l)).finally(p);
  }
  f ? f.then(() => {
    if ((l.f & $e) !== 0) {
      p();
      return;
    }
    u(), b(), cn();
  }) : b();
}
function bo() {
  var n = (
    /** @type {Effect} */
    Le
  ), e = Pe, t = st, a = (
    /** @type {Batch} */
    Me
  );
  return function(i = !0) {
    Ut(n), yt(e), Mr(t), i && (n.f & $e) === 0 && (a?.activate(), a?.apply());
  };
}
function cn(n = !0) {
  Ut(null), yt(null), Mr(null), n && Me?.deactivate();
}
function gs() {
  var n = (
    /** @type {Effect} */
    Le
  ), e = n.b, t = (
    /** @type {Batch} */
    Me
  ), a = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(a, n), () => {
    e?.update_pending_count(-1, t), t.decrement(a, n);
  };
}
// @__NO_SIDE_EFFECTS__
function Vr(n) {
  var e = rt | De;
  return Le !== null && (Le.f |= Rr), {
    ctx: st,
    deps: null,
    effects: null,
    equals: cs,
    f: e,
    fn: n,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Ke
    ),
    wv: 0,
    parent: Le,
    ac: null
  };
}
const Ur = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function yo(n, e, t) {
  let a = (
    /** @type {Effect | null} */
    Le
  );
  a === null && no();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = hr(
    /** @type {V} */
    Ke
  ), o = !Pe, l = /* @__PURE__ */ new Set();
  return jo(() => {
    var u = (
      /** @type {Effect} */
      Le
    ), f = ns();
    s = f.promise;
    try {
      Promise.resolve(n()).then(f.resolve, (d) => {
        d !== Xr && f.reject(d);
      }).finally(cn);
    } catch (d) {
      f.reject(d), cn();
    }
    var h = (
      /** @type {Batch} */
      Me
    );
    if (o) {
      if ((u.f & Or) !== 0)
        var p = gs();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        a.b?.is_rendered()
      )
        h.async_deriveds.get(u)?.reject(Ur);
      else
        for (const d of l.values())
          d.reject(Ur);
      l.add(f), h.async_deriveds.set(u, f);
    }
    const b = (d, w = void 0) => {
      p?.(), l.delete(f), w !== Ur && (h.activate(), w ? (i.f |= $t, Nr(i, w)) : ((i.f & $t) !== 0 && (i.f ^= $t), Nr(i, d)), h.deactivate());
    };
    f.promise.then(b, (d) => b(null, d || "unknown"));
  }), fa(() => {
    for (const u of l)
      u.reject(Ur);
  }), new Promise((u) => {
    function f(h) {
      function p() {
        h === s ? u(i) : f(s);
      }
      h.then(p, p);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function S(n) {
  const e = /* @__PURE__ */ Vr(n);
  return Is(e), e;
}
// @__NO_SIDE_EFFECTS__
function _s(n) {
  const e = /* @__PURE__ */ Vr(n);
  return e.equals = ds, e;
}
function wo(n) {
  var e = n.effects;
  if (e !== null) {
    n.effects = null;
    for (var t = 0; t < e.length; t += 1)
      ut(
        /** @type {Effect} */
        e[t]
      );
  }
}
function oa(n) {
  var e, t = Le, a = n.parent;
  if (!Vt && a !== null && n.v !== Ke && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & ($e | at)) !== 0)
    return eo(), n.v;
  Ut(a);
  try {
    wo(n), e = Ds(n);
  } finally {
    Ut(t);
  }
  return e;
}
function ms(n) {
  var e = oa(n);
  if (!n.equals(e) && (n.wv = Fs(), (!Me?.is_fork || n.deps === null) && (Me !== null ? (Me.capture(n, e, !0), xr?.capture(n, e, !0)) : n.v = e, n.deps === null))) {
    qe(n, Ve);
    return;
  }
  Vt || (Et !== null ? (ca() || Me?.is_fork) && Et.set(n, e) : sa(n));
}
function ko(n) {
  if (n.effects !== null)
    for (const e of n.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Cr(() => {
        e.ac.abort(Xr), e.ac = null;
      }), e.fn !== null && (e.teardown = rs), Yr(e, 0), da(e));
}
function bs(n) {
  if (n.effects !== null)
    for (const e of n.effects)
      e.teardown && e.fn !== null && Tr(e);
}
let Pn = null, mr = null, Me = null, xr = null, Et = null, Wn = null, zr = !1, Ln = !1, Br = null, an = null;
var Ca = 0;
let xo = 1;
class tr {
  id = xo++;
  /** True as soon as `#process` was called */
  started = !1;
  linked = !0;
  /** @type {Batch | null} */
  prev = null;
  /** @type {Batch | null} */
  next = null;
  /** @type {Map<Effect, ReturnType<typeof deferred<any>>>} */
  async_deriveds = /* @__PURE__ */ new Map();
  /**
   * The current values of any signals that are updated in this batch.
   * Tuple format: [value, is_derived] (note: is_derived is false for deriveds, too, if they were overridden via assignment)
   * The keys of this map are identical to `this.previous`
   * @type {Map<Value, [any, boolean]>}
   */
  current = /* @__PURE__ */ new Map();
  /**
   * The values of any signals (sources and deriveds) that are updated in this batch _before_ those updates took place.
   * The keys of this map are identical to `this.current`
   * @type {Map<Value, any>}
   */
  previous = /* @__PURE__ */ new Map();
  /**
   * When the batch is committed (and the DOM is updated), we need to remove old branches
   * and append new ones by calling the functions added inside (if/each/key/etc) blocks
   * @type {Set<(batch: Batch) => void>}
   */
  #e = /* @__PURE__ */ new Set();
  /**
   * If a fork is discarded, we need to destroy any effects that are no longer needed
   * @type {Set<(batch: Batch) => void>}
   */
  #r = /* @__PURE__ */ new Set();
  /**
   * The number of async effects that are currently in flight
   */
  #t = 0;
  /**
   * Async effects that are currently in flight, _not_ inside a pending boundary
   * @type {Map<Effect, number>}
   */
  #n = /* @__PURE__ */ new Map();
  /**
   * A deferred that resolves when the batch is committed, used with `settled()`
   * TODO replace with Promise.withResolvers once supported widely enough
   * @type {{ promise: Promise<void>, resolve: (value?: any) => void, reject: (reason: unknown) => void } | null}
   */
  #a = null;
  /**
   * Effects that were scheduled in this batch but not yet 'resolved' into the
   * root effects that need to be flushed. Resolving — the upwards traversal that
   * marks the path to each effect on the shared effect tree (see #resolve) — is
   * deferred until the batch is processed, so that the markers are created and
   * consumed within a single traversal. Scheduling into other batches (which can
   * happen concurrently, e.g. while a batch is committed) can therefore never
   * observe (and be confused by) this batch's markers.
   * May contain duplicates — deduplication happens during resolving
   * @type {Effect[]}
   */
  #s = [];
  /**
   * Effects created while this batch was active.
   * @type {Effect[]}
   */
  #o = [];
  /**
   * Deferred effects (which run after async work has completed) and their status (DIRTY or MAYBE_DIRTY)
   * @type {Map<Effect, number>}
   */
  #i = /* @__PURE__ */ new Map();
  /**
   * A map of branches that still exist, but will be destroyed when this batch
   * is committed — we skip over these during `process`.
   * The value contains child effects that were dirty/maybe_dirty before being reset,
   * so they can be rescheduled if the branch survives.
   * @type {Map<Effect, { d: Effect[], m: Effect[] }>}
   */
  #l = /* @__PURE__ */ new Map();
  /**
   * Inverse of #skipped_branches which we need to tell prior batches to unskip them when committing
   * @type {Set<Effect>}
   */
  #h = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    mr === null ? Pn = mr = this : (mr.next = this, this.prev = mr), mr = this;
  }
  #v() {
    if (this.is_fork) return !0;
    for (const e of this.#n.keys())
      if (!this.#_(e))
        return !0;
    return !1;
  }
  /**
   * Whether `effect` is inside a branch that this batch skips
   * @param {Effect} effect
   */
  #_(e) {
    for (var t = (
      /** @type {Effect | null} */
      e
    ); t !== null; t = t.parent)
      if (this.#l.has(t)) return !0;
    return !1;
  }
  /**
   * Add an effect to the #skipped_branches map and reset its children
   * @param {Effect} effect
   */
  skip_effect(e) {
    this.#l.has(e) || this.#l.set(e, { d: [], m: [] }), this.#h.delete(e);
  }
  /**
   * Remove an effect from the #skipped_branches map and reschedule
   * any tracked dirty/maybe_dirty child effects
   * @param {Effect} effect
   * @param {(e: Effect) => void} callback
   */
  unskip_effect(e, t = (a) => this.schedule(a)) {
    var a = this.#l.get(e);
    if (a) {
      this.#l.delete(e);
      for (var s of a.d)
        qe(s, De), t(s);
      for (s of a.m)
        qe(s, vt), t(s);
    }
    this.#h.add(e);
  }
  /**
   * Convert the effects that were scheduled in this batch into the root effects
   * that need to be traversed, marking the path to each effect (by clearing the
   * `CLEAN` flag on ancestor branches) so that the traversal can find them.
   * This happens right before traversal rather than at scheduling time, so that
   * the markers left on the (shared) effect tree are created and consumed within
   * a single traversal — scheduling into other batches can never observe them
   * @returns {Effect[]}
   */
  #c() {
    var e = [];
    for (const i of this.#s)
      if (!((i.f & $e) !== 0 || (i.f & (De | vt)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (er | Nt)) !== 0) {
            if ((s & Ve) === 0) {
              a = !0;
              break;
            }
            t.f ^= Ve;
          }
        }
        a || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      qe(l, u), this.schedule(l);
    this.apply();
    for (var e = Br = [], t = [], a = an = []; this.#s.length > 0; ) {
      Ca++ > 1e3 && (this.#d(), Eo());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw ks(l), this.#v() || this.discard(), u;
        }
    }
    if (Me = null, a.length > 0) {
      var s = tr.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (Br = null, an = null, this.#v()) {
      this.#g(t), this.#g(e);
      for (const [l, u] of this.#l)
        ws(l, u);
      a.length > 0 && /** @type {unknown} */
      Me.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(t), this.#g(e), i.#f(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), xr = this, Ia(t), Ia(e), xr = null, this.#a?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Me
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (It.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, a) {
    e.f ^= Ve;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Nt | er)) !== 0, l = o && (i & Ve) !== 0, u = l || (i & at) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= Ve : (i & Ar) !== 0 ? t.push(s) : $r(s) && ((i & St) !== 0 && this.add_dirty_reaction(s, vt), Tr(s));
        var f = s.first;
        if (f !== null) {
          s = f;
          continue;
        }
      }
      for (; s !== null; ) {
        var h = s.next;
        if (h !== null) {
          s = h;
          break;
        }
        s = s.parent;
      }
    }
  }
  #k() {
    for (var e = this.prev; e !== null; e = e.prev)
      if (!e.is_fork && this.#m(e)) return e;
    return null;
  }
  /** @param {Batch} batch */
  #m(e) {
    for (const [t, [, a]] of this.current)
      if (!a && e.current.has(t))
        return !0;
    return !1;
  }
  /**
   * @param {Batch} batch
   */
  #f(e) {
    for (const [a, s] of e.current)
      !this.previous.has(a) && e.previous.has(a) && this.previous.set(a, e.previous.get(a)), this.current.set(a, s);
    for (const [a, s] of e.async_deriveds) {
      const i = this.async_deriveds.get(a);
      i && s.promise.then(i.resolve).catch(i.reject);
    }
    e.async_deriveds.clear(), this.transfer_reactions(e.#i);
    const t = (a) => {
      var s = a.reactions;
      if (s !== null && !((a.f & rt) !== 0 && (a.f & (De | vt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & rt) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (kr | St) && !this.async_deriveds.has(o) && (this.#i.delete(o), qe(o, De), this.schedule(o));
          }
        }
    };
    for (const a of this.current.keys())
      t(a);
    this.oncommit(() => e.discard()), e.#d(), Me = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var t = 0; t < e.length; t += 1)
      ps(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, a = !1) {
    e.v !== Ke && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & $t) === 0 && (this.current.set(e, [t, a]), Et?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    Me = this;
  }
  deactivate() {
    Me = null, Et = null;
  }
  flush() {
    try {
      Ln = !0, Me = this, this.#p();
    } finally {
      Ca = 0, Wn = null, Br = null, an = null, Ln = !1, Me = null, Et = null, It.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Ur);
    this.#d(), this.#a?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let p = Pn; p !== null; p = p.next) {
      var e = p.id < this.id, t = [];
      for (const [b, [d, w]] of this.current) {
        if (p.current.has(b)) {
          var a = (
            /** @type {[any, boolean]} */
            p.current.get(b)[0]
          );
          if (e && d !== a)
            p.current.set(b, [d, w]);
          else
            continue;
        }
        t.push(b);
      }
      if (e)
        for (const [b, d] of this.async_deriveds) {
          const w = p.async_deriveds.get(b);
          w && d.promise.then(w.resolve).catch(w.reject);
        }
      var s = [...p.current.keys()].filter(
        (b) => !/** @type {[any, boolean]} */
        p.current.get(b)[1]
      );
      if (!(!p.started || s.length === 0)) {
        var i = s.filter((b) => !this.current.has(b));
        if (i.length === 0)
          e && p.discard();
        else if (t.length > 0) {
          if (e)
            for (const b of this.#h)
              p.unskip_effect(b, (d) => {
                (d.f & (St | kr)) !== 0 ? p.schedule(d) : p.#g([d]);
              });
          p.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            ys(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...p.current].filter(([b, d]) => {
            const w = this.current.get(b);
            return w ? w[0] !== d[0] || w[1] !== d[1] : !0;
          }).map(([b]) => b);
          if (f.length > 0)
            for (const b of this.#o)
              (b.f & ($e | at | ln)) === 0 && la(b, f, l) && ((b.f & (kr | St)) !== 0 ? (qe(b, De), p.schedule(b)) : p.add_dirty_reaction(b, De));
          if (p.#s.length > 0 && !p.#u) {
            p.apply();
            for (var h of p.#c())
              p.#b(h, [], []);
          }
          p.deactivate();
        }
      }
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  increment(e, t) {
    if (this.#t += 1, e) {
      let a = this.#n.get(t) ?? 0;
      this.#n.set(t, a + 1);
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  decrement(e, t) {
    if (this.#t -= 1, e) {
      let a = this.#n.get(t) ?? 0;
      a === 1 ? this.#n.delete(t) : this.#n.set(t, a - 1);
    }
    this.#u || (this.#u = !0, Wt(() => {
      this.#u = !1, this.linked && this.flush();
    }));
  }
  /**
   * @param {Map<Effect, number>} dirty_reactions
   */
  transfer_reactions(e) {
    for (const [t, a] of e)
      this.add_dirty_reaction(t, a);
    e.clear();
  }
  /**
   * @param {Effect} effect
   * @param {number} status
   */
  add_dirty_reaction(e, t) {
    (t === De || this.#i.get(e) !== De) && this.#i.set(e, t);
  }
  /** @param {(batch: Batch) => void} fn */
  oncommit(e) {
    this.#e.add(e);
  }
  /** @param {(batch: Batch) => void} fn */
  ondiscard(e) {
    this.#r.add(e);
  }
  settled() {
    return (this.#a ??= ns()).promise;
  }
  static ensure() {
    if (Me === null) {
      const e = Me = new tr();
      !Ln && !zr && Wt(() => {
        e.started || e.flush();
      });
    }
    return Me;
  }
  apply() {
    {
      Et = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (Wn = e, e.b?.is_pending && (e.f & (Ar | bn | as)) !== 0 && (e.f & Or) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Pn = t : e.next = t, t === null ? mr = e : t.prev = e, this.linked = !1;
    }
  }
}
function So(n) {
  var e = zr, t = xr;
  xr = null, zr = !0;
  try {
    for (var a; ; ) {
      if (po(), Me === null)
        return (
          /** @type {T} */
          a
        );
      Me.flush();
    }
  } finally {
    zr = e, xr = t;
  }
}
function Eo() {
  try {
    lo();
  } catch (n) {
    Rt(n, Wn);
  }
}
let Bt = null;
function Ia(n) {
  var e = n.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = n[t++];
      if ((a.f & ($e | at)) === 0 && $r(a) && (Bt = /* @__PURE__ */ new Set(), Tr(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Os(a), Bt?.size > 0)) {
        It.clear();
        for (const s of Bt) {
          if ((s.f & ($e | at)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Bt.has(o) && (Bt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & ($e | at)) === 0 && Tr(u);
          }
        }
        Bt.clear();
      }
    }
    Bt = null;
  }
}
function ys(n, e, t, a) {
  if (!t.has(n) && (t.add(n), n.reactions !== null))
    for (const s of n.reactions) {
      const i = s.f;
      (i & rt) !== 0 ? ys(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (kr | St)) !== 0 && (i & De) === 0 && la(s, e, a) && (qe(s, De), ua(
        /** @type {Effect} */
        s
      ));
    }
}
function la(n, e, t) {
  const a = t.get(n);
  if (a !== void 0) return a;
  if (n.deps !== null)
    for (const s of n.deps) {
      if (Jr.call(e, s))
        return !0;
      if ((s.f & rt) !== 0 && la(
        /** @type {Derived} */
        s,
        e,
        t
      ))
        return t.set(
          /** @type {Derived} */
          s,
          !0
        ), !0;
    }
  return t.set(n, !1), !1;
}
function ua(n) {
  Me.schedule(n);
}
function ws(n, e) {
  if (!((n.f & Nt) !== 0 && (n.f & Ve) !== 0)) {
    (n.f & De) !== 0 ? e.d.push(n) : (n.f & vt) !== 0 && e.m.push(n), qe(n, Ve);
    for (var t = n.first; t !== null; )
      ws(t, e), t = t.next;
  }
}
function ks(n) {
  qe(n, Ve);
  for (var e = n.first; e !== null; )
    ks(e), e = e.next;
}
let fn = /* @__PURE__ */ new Set();
const It = /* @__PURE__ */ new Map();
let xs = !1;
function hr(n, e) {
  var t = {
    f: 0,
    v: n,
    reactions: null,
    equals: cs,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function j(n, e) {
  const t = hr(n);
  return Is(t), t;
}
// @__NO_SIDE_EFFECTS__
function Ao(n, e = !1, t = !0) {
  const a = hr(n);
  return e || (a.equals = ds), a;
}
function M(n, e, t = !1) {
  Pe !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!At || (Pe.f & ln) !== 0) && hs() && (Pe.f & (rt | St | kr | ln)) !== 0 && (jt === null || !jt.has(n)) && ho();
  let a = t ? or(e) : e;
  return Nr(n, a, an);
}
var sr = null, Jn = 0;
function Nr(n, e, t = null) {
  if (!n.equals(e)) {
    Vt ? It.set(n, e) : It.has(n) || It.set(n, n.v);
    var a = tr.ensure();
    if (a.capture(n, e), (n.f & rt) !== 0) {
      const s = (
        /** @type {Derived} */
        n
      );
      (n.f & De) !== 0 && oa(s), Et === null && sa(s);
    }
    n.wv = Fs(), sr = null, Jn = 0, Ss(n, De, t), sr = null, Le !== null && (Le.f & Ve) !== 0 && (Le.f & (Nt | er)) === 0 && (_t === null ? Do([n]) : _t.push(n)), !a.is_fork && fn.size > 0 && !xs && Mo();
  }
  return e;
}
function Mo() {
  xs = !1;
  for (const n of fn) {
    (n.f & Ve) !== 0 && qe(n, vt);
    let e;
    try {
      e = $r(n);
    } catch {
      e = !0;
    }
    e && Tr(n);
  }
  fn.clear();
}
function No(n, e = 1) {
  var t = r(n), a = e === 1 ? t++ : t--;
  return M(n, t), a;
}
function qr(n) {
  M(n, n.v + 1);
}
function Ss(n, e, t) {
  var a = n.reactions;
  if (a !== null) {
    var s = a.length;
    if (Jn += s, Jn > 1e5 && sr === null && (sr = /* @__PURE__ */ new Set()), sr !== null) {
      if (sr.has(n)) return;
      sr.add(n);
    }
    for (var i = 0; i < s; i++) {
      var o = a[i], l = o.f, u = (l & De) === 0;
      if (u && qe(o, e), (l & ln) !== 0)
        fn.add(
          /** @type {Effect} */
          o
        );
      else if ((l & rt) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Et?.delete(f), Ss(f, vt, t);
      } else if (u) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & St) !== 0 && Bt !== null && Bt.add(h), t !== null ? t.push(h) : ua(h);
      }
    }
  }
}
function or(n) {
  if (typeof n != "object" || n === null || Jt in n || ss in n)
    return n;
  const e = ra(n);
  if (e !== ji && e !== Fi)
    return n;
  var t = /* @__PURE__ */ new Map(), a = _n(n), s = /* @__PURE__ */ j(0), i = fr, o = (l) => {
    if (fr === i)
      return l();
    var u = Pe, f = fr;
    yt(null), Ua(i);
    var h = l();
    return yt(u), Ua(f), h;
  };
  return a && t.set("length", /* @__PURE__ */ j(
    /** @type {any[]} */
    n.length
  )), new Proxy(
    /** @type {any} */
    n,
    {
      defineProperty(l, u, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && co();
        var h = t.get(u);
        return h === void 0 ? o(() => {
          var p = /* @__PURE__ */ j(f.value);
          return t.set(u, p), p;
        }) : M(h, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const h = o(() => /* @__PURE__ */ j(Ke));
            t.set(u, h), qr(s);
          }
        } else
          M(f, Ke), qr(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Jt)
          return n;
        var h = t.get(u), p = u in l;
        if (h === void 0 && (!p || wr(l, u)?.writable) && (h = o(() => {
          var d = or(p ? l[u] : Ke), w = /* @__PURE__ */ j(d);
          return w;
        }), t.set(u, h)), h !== void 0) {
          var b = r(h);
          return b === Ke ? void 0 : b;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), h = t.get(u);
        if (h !== void 0) {
          var p = r(h);
          if (p === Ke)
            return;
          if (f && "value" in f)
            f.value = p;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: p,
              writable: !0
            };
        }
        return f;
      },
      has(l, u) {
        if (u === Jt)
          return !0;
        var f = t.get(u), h = f !== void 0 && f.v !== Ke || Reflect.has(l, u);
        if (f !== void 0 || (Le !== null || Pe !== null) && (!h || wr(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var b = h ? or(l[u]) : Ke, d = /* @__PURE__ */ j(b);
            return d;
          }), t.set(u, f));
          var p = r(f);
          if (p === Ke)
            return !1;
        }
        return h;
      },
      set(l, u, f, h) {
        var p = t.get(u), b = u in l;
        if (a && u === "length")
          for (var d = f; d < /** @type {Source<number>} */
          p.v; d += 1) {
            var w = t.get(d + "");
            w !== void 0 ? M(w, Ke) : d in l && (w = o(() => /* @__PURE__ */ j(Ke)), t.set(d + "", w));
          }
        if (p === void 0)
          (!b || wr(l, u)?.writable) && (p = o(() => /* @__PURE__ */ j(void 0)), M(p, or(f)), t.set(u, p));
        else {
          b = p.v !== Ke;
          var U = o(() => or(f));
          M(p, U);
        }
        var v = Reflect.getOwnPropertyDescriptor(l, u);
        if (v?.set && v.set.call(h, f), !b) {
          if (a && typeof u == "string") {
            var g = (
              /** @type {Source<number>} */
              t.get("length")
            ), m = Number(u);
            Number.isInteger(m) && m >= g.v && M(g, m + 1);
          }
          qr(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var u = Reflect.ownKeys(l).filter((p) => {
          var b = t.get(p);
          return b === void 0 || b.v !== Ke;
        });
        for (var [f, h] of t)
          h.v !== Ke && !(f in l) && u.push(f);
        return u;
      },
      setPrototypeOf() {
        fo();
      }
    }
  );
}
function ja(n) {
  try {
    if (n !== null && typeof n == "object" && Jt in n)
      return n[Jt];
  } catch {
  }
  return n;
}
function Es(n, e) {
  return Object.is(ja(n), ja(e));
}
var dn, As, Ms, Ns;
function To() {
  if (dn === void 0) {
    dn = window, As = /Firefox/.test(navigator.userAgent);
    var n = Element.prototype, e = Node.prototype, t = Text.prototype;
    Ms = wr(e, "firstChild").get, Ns = wr(e, "nextSibling").get, Oa(n) && (n[zn] = void 0, n[is] = null, n[Bn] = void 0, n.__e = void 0), Oa(t) && (t[qn] = void 0);
  }
}
function Kt(n = "") {
  return document.createTextNode(n);
}
// @__NO_SIDE_EFFECTS__
function Ot(n) {
  return (
    /** @type {TemplateNode | null} */
    Ms.call(n)
  );
}
// @__NO_SIDE_EFFECTS__
function Zr(n) {
  return (
    /** @type {TemplateNode | null} */
    Ns.call(n)
  );
}
function N(n, e) {
  return /* @__PURE__ */ Ot(n);
}
function Ne(n, e = !1) {
  {
    var t = /* @__PURE__ */ Ot(n);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ Zr(t) : t;
  }
}
function X(n, e = !1) {
  return /* @__PURE__ */ Ot(n);
}
function c(n, e = 1, t = !1) {
  let a = n;
  for (; e--; )
    a = /** @type {TemplateNode} */
    /* @__PURE__ */ Zr(a);
  return a;
}
function Po(n) {
  n.textContent = "";
}
function Ts() {
  return !1;
}
function Lo(n, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(n, { is: t }) : document.createElement(n)
  );
}
function Oo(n) {
  var e = Le;
  if (e === null)
    return Pe.f |= $t, n;
  if ((e.f & Or) === 0 && (e.f & Ar) === 0)
    throw n;
  Rt(n, e);
}
function Rt(n, e) {
  if (n === us)
    throw n;
  if (!(e !== null && (e.f & $e) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Hn) !== 0 && (e.f & ($e | Kr)) === 0) {
        if ((e.f & Or) === 0)
          throw n;
        try {
          e.b.error(n);
          return;
        } catch (t) {
          n = t;
        }
      }
      e = e.parent;
    }
    throw n;
  }
}
function Ro(n) {
  Le === null && (Pe === null && oo(), io()), Vt && so();
}
function Co(n, e) {
  var t = e.last;
  t === null ? e.last = e.first = n : (t.next = n, n.prev = t, e.last = n);
}
function Gt(n, e) {
  var t = Le;
  t !== null && (t.f & at) !== 0 && (n |= at);
  var a = {
    ctx: st,
    deps: null,
    nodes: null,
    f: n | De | Mt,
    first: null,
    fn: e,
    last: null,
    next: null,
    parent: t,
    b: t && t.b,
    prev: null,
    teardown: null,
    wv: 0,
    ac: null
  };
  Me?.register_created_effect(a);
  var s = a;
  if ((n & Ar) !== 0)
    Br !== null ? Br.push(a) : tr.ensure().schedule(a);
  else if (e !== null) {
    try {
      Tr(a);
    } catch (o) {
      throw ut(a), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Rr) === 0 && (s = s.first, (n & St) !== 0 && (n & dr) !== 0 && s !== null && (s.f |= dr));
  }
  if (s !== null && (s.parent = t, t !== null && Co(s, t), Pe !== null && (Pe.f & rt) !== 0 && (n & er) === 0)) {
    var i = (
      /** @type {Derived} */
      Pe
    );
    (i.effects ??= []).push(s);
  }
  return a;
}
function ca() {
  return Pe !== null && !At;
}
function fa(n) {
  const e = Gt(bn, null);
  return qe(e, Ve), e.teardown = n, e;
}
function lt(n) {
  Ro();
  var e = (
    /** @type {Effect} */
    Le.f
  ), t = !Pe && (e & Nt) !== 0 && st !== null && !st.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      st
    );
    (a.e ??= []).push(n);
  } else
    return Ps(n);
}
function Ps(n) {
  return Gt(Ar | Hi, n);
}
function Io(n) {
  tr.ensure();
  const e = Gt(er | Rr, n);
  return (t = {}) => new Promise((a) => {
    t.outro ? cr(e, () => {
      ut(e), a(void 0);
    }) : (ut(e), a(void 0));
  });
}
function yn(n) {
  return Gt(Ar, n);
}
function jo(n) {
  return Gt(kr | Rr, n);
}
function Qr(n, e = 0) {
  return Gt(bn | e, n);
}
function F(n, e = [], t = [], a = []) {
  mo(a, e, t, (s) => {
    Gt(bn, () => {
      n(...s.map(r));
    });
  });
}
function wn(n, e = 0) {
  var t = Gt(St | e, n);
  return t;
}
function bt(n) {
  return Gt(Nt | Rr, n);
}
function Ls(n) {
  var e = n.teardown;
  if (e !== null) {
    const t = Vt, a = Pe;
    Fa(!0), yt(null);
    try {
      e.call(null);
    } catch (s) {
      Rt(s, n.parent);
    } finally {
      Fa(t), yt(a);
    }
  }
}
function da(n, e = !1) {
  var t = n.first;
  for (n.first = n.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Cr(() => {
      s.abort(Xr);
    });
    var a = t.next;
    (t.f & er) !== 0 ? t.parent = null : ut(t, e), t = a;
  }
}
function Fo(n) {
  for (var e = n.first; e !== null; ) {
    var t = e.next;
    (e.f & Nt) === 0 && ut(e), e = t;
  }
}
function ut(n, e = !0) {
  var t = !1;
  (e || (n.f & Di) !== 0) && n.nodes !== null && n.nodes.end !== null && (Uo(
    n.nodes.start,
    /** @type {TemplateNode} */
    n.nodes.end
  ), t = !0), n.f |= Kr, da(n, e && !t), Yr(n, 0);
  var a = n.nodes && n.nodes.t;
  if (a !== null)
    for (const i of a)
      i.stop();
  Ls(n), n.f ^= Kr, n.f |= $e;
  var s = n.parent;
  s !== null && s.first !== null && Os(n), n.next = n.prev = n.teardown = n.ctx = n.deps = n.fn = n.nodes = n.ac = n.b = null;
}
function Uo(n, e) {
  for (; n !== null; ) {
    var t = n === e ? null : /* @__PURE__ */ Zr(n);
    n.remove(), n = t;
  }
}
function Os(n) {
  var e = n.parent, t = n.prev, a = n.next;
  t !== null && (t.next = a), a !== null && (a.prev = t), e !== null && (e.first === n && (e.first = a), e.last === n && (e.last = t));
}
function cr(n, e, t = !0) {
  var a = [];
  n.f |= na, Rs(n, a, !0);
  var s = () => {
    t && ut(n), e && e();
  }, i = a.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of a)
      l.out(o);
  } else
    s();
}
function Rs(n, e, t) {
  if ((n.f & at) === 0) {
    n.f ^= at;
    var a = n.nodes && n.nodes.t;
    if (a !== null)
      for (const l of a)
        (l.is_global || t) && e.push(l);
    for (var s = n.first; s !== null; ) {
      var i = s.next;
      if ((s.f & er) === 0) {
        var o = (s.f & dr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Nt) !== 0 && (n.f & St) !== 0;
        Rs(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function hn(n) {
  n.f &= ~na, Cs(n, !0);
}
function Cs(n, e) {
  if ((n.f & na) === 0 && (n.f & at) !== 0) {
    n.f ^= at, (n.f & Ve) === 0 && (qe(n, De), tr.ensure().schedule(n));
    for (var t = n.first; t !== null; ) {
      var a = t.next, s = (t.f & dr) !== 0 || (t.f & Nt) !== 0;
      Cs(t, s ? e : !1), t = a;
    }
    var i = n.nodes && n.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function ha(n, e) {
  if (n.nodes)
    for (var t = n.nodes.start, a = n.nodes.end; t !== null; ) {
      var s = t === a ? null : /* @__PURE__ */ Zr(t);
      e.append(t), t = s;
    }
}
let Vt = !1;
function Fa(n) {
  Vt = n;
}
let Pe = null, At = !1;
function yt(n) {
  Pe = n;
}
let Le = null;
function Ut(n) {
  Le = n;
}
let jt = null;
function Is(n) {
  Pe !== null && ((Pe.f & un) !== 0 || (Pe.f & rt) !== 0) && (jt ??= /* @__PURE__ */ new Set()).add(n);
}
let ot = null, ht = 0, _t = null;
function Do(n) {
  _t = n;
}
let js = 1, lr = 0, fr = lr;
function Ua(n) {
  fr = n;
}
function Fs() {
  return ++js;
}
function $r(n) {
  var e = n.f;
  if ((e & De) !== 0)
    return !0;
  if ((e & vt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      n.deps
    ), a = t.length, s = 0; s < a; s++) {
      var i = t[s];
      if ($r(
        /** @type {Derived} */
        i
      ) && ms(
        /** @type {Derived} */
        i
      ), i.wv > n.wv)
        return !0;
    }
    (e & Mt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Et === null && qe(n, Ve);
  }
  return !1;
}
function Us(n, e, t = !0) {
  var a = n.reactions;
  if (a !== null && !(jt !== null && jt.has(n)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & rt) !== 0 ? Us(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? qe(i, De) : (i.f & Ve) !== 0 && qe(i, vt), ua(
        /** @type {Effect} */
        i
      ));
    }
}
function Ds(n) {
  var e = ot, t = ht, a = _t, s = Pe, i = jt, o = st, l = At, u = fr, f = n.f;
  ot = /** @type {null | Value[]} */
  null, ht = 0, _t = null, Pe = (f & (Nt | er)) === 0 ? n : null, jt = null, Mr(n.ctx), At = !1, fr = ++lr, n.ac !== null && (Cr(() => {
    n.ac.abort(Xr);
  }), n.ac = null);
  try {
    n.f |= un;
    var h = (
      /** @type {Function} */
      n.fn
    ), p = h();
    n.f |= Or;
    var b = Da(n);
    if (hs() && _t !== null && !At && b !== null && (n.f & (rt | vt | De)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      _t.length; d++)
        Us(
          _t[d],
          /** @type {Effect} */
          n
        );
    if (s !== null && s !== n) {
      if (lr++, s.deps !== null)
        for (let w = 0; w < t; w += 1)
          s.deps[w].rv = lr;
      if (e !== null)
        for (const w of e)
          w.rv = lr;
      _t !== null && (a === null ? a = _t : a.push(.../** @type {Source[]} */
      _t));
    }
    return (n.f & $t) !== 0 && (n.f ^= $t), p;
  } catch (w) {
    return Da(n), Oo(w);
  } finally {
    n.f ^= un, ot = e, ht = t, _t = a, Pe = s, jt = i, Mr(o), At = l, fr = u;
  }
}
function Da(n) {
  var e = n.deps, t = Me?.is_fork;
  if (ot !== null) {
    var a;
    if (t || Yr(n, ht), e !== null && ht > 0)
      for (e.length = ht + ot.length, a = 0; a < ot.length; a++)
        e[ht + a] = ot[a];
    else
      n.deps = e = ot;
    if (ca() && (n.f & Mt) !== 0)
      for (a = ht; a < e.length; a++)
        (e[a].reactions ??= []).push(n);
  } else !t && e !== null && ht < e.length && (Yr(n, ht), e.length = ht);
  return e;
}
function Ho(n, e) {
  let t = e.reactions;
  if (t !== null) {
    var a = Ii.call(t, n);
    if (a !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[a] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & rt) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (ot === null || !Jr.call(ot, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Mt) !== 0 && (i.f ^= Mt), i.v !== Ke && sa(i), i.ac !== null && Cr(() => {
      i.ac.abort(Xr), i.ac = null, qe(i, De);
    }), ko(i), Yr(i, 0);
  }
}
function Yr(n, e) {
  var t = n.deps;
  if (t !== null)
    for (var a = e; a < t.length; a++)
      Ho(n, t[a]);
}
function Tr(n) {
  var e = n.f;
  if ((e & $e) === 0) {
    qe(n, Ve);
    var t = Le;
    Le = n;
    try {
      (e & (St | as)) !== 0 ? Fo(n) : da(n), Ls(n);
      var a = Ds(n);
      n.teardown = typeof a == "function" ? a : null, n.wv = js;
      var s;
    } finally {
      Le = t;
    }
  }
}
async function zo() {
  await Promise.resolve(), So();
}
function r(n) {
  var e = n.f, t = (e & rt) !== 0;
  if (Pe !== null && !At) {
    var a = Le !== null && (Le.f & $e) !== 0;
    if (!a && (jt === null || !jt.has(n))) {
      var s = Pe.deps;
      if ((Pe.f & un) !== 0)
        n.rv < lr && (n.rv = lr, ot === null && s !== null && s[ht] === n ? ht++ : ot === null ? ot = [n] : ot.push(n));
      else {
        Pe.deps ??= [], Jr.call(Pe.deps, n) || Pe.deps.push(n);
        var i = n.reactions;
        i === null ? n.reactions = [Pe] : Jr.call(i, Pe) || i.push(Pe);
      }
    }
  }
  if (Vt && It.has(n))
    return It.get(n);
  if (t) {
    var o = (
      /** @type {Derived} */
      n
    );
    if (Vt) {
      var l = o.v;
      return ((o.f & Ve) === 0 && o.reactions !== null || zs(o)) && (l = oa(o)), It.set(o, l), l;
    }
    var u = (o.f & Mt) === 0 && !At && Pe !== null && (Pe.f & Mt) !== 0, f = (o.f & Or) === 0;
    $r(o) && (u && (o.f |= Mt), ms(o)), u && !f && (bs(o), Hs(o));
  }
  if (Et?.has(n))
    return Et.get(n);
  if ((n.f & $t) !== 0)
    throw n.v;
  return n.v;
}
function Hs(n) {
  if (n.f |= Mt, n.deps !== null)
    for (const t of n.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [n] : Jr.call(e, n) || e.push(n), (t.f & rt) !== 0 && (t.f & Mt) === 0 && (bs(
        /** @type {Derived} */
        t
      ), Hs(
        /** @type {Derived} */
        t
      ));
    }
}
function zs(n) {
  if (n.v === Ke) return !0;
  if (n.deps === null) return !1;
  for (const e of n.deps)
    if (It.has(e) || (e.f & rt) !== 0 && zs(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function wt(n) {
  var e = At;
  try {
    return At = !0, n();
  } finally {
    At = e;
  }
}
function Bo(n) {
  if (!(typeof n != "object" || !n || n instanceof EventTarget)) {
    if (Jt in n)
      Kn(n);
    else if (!Array.isArray(n))
      for (let e in n) {
        const t = n[e];
        typeof t == "object" && t && Jt in t && Kn(t);
      }
  }
}
function Kn(n, e = /* @__PURE__ */ new Set()) {
  if (typeof n == "object" && n !== null && // We don't want to traverse DOM elements
  !(n instanceof EventTarget) && !e.has(n)) {
    e.add(n), n instanceof Date && n.getTime();
    for (let a in n)
      try {
        Kn(n[a], e);
      } catch {
      }
    const t = ra(n);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const a = ts(t);
      for (let s in a) {
        const i = a[s].get;
        if (i)
          try {
            i.call(n);
          } catch {
          }
      }
    }
  }
}
const qo = ["touchstart", "touchmove"];
function Wo(n) {
  return qo.includes(n);
}
const Dr = /* @__PURE__ */ Symbol("events"), Bs = /* @__PURE__ */ new Set(), Vn = /* @__PURE__ */ new Set();
function Jo(n, e, t, a = {}) {
  function s(i) {
    if (a.capture || Yn.call(e, i), !i.cancelBubble)
      return Cr(() => t?.call(this, i));
  }
  return n.startsWith("pointer") || n.startsWith("touch") || n === "wheel" ? (s.__removed = !1, Wt(() => {
    s.__removed || e.addEventListener(n, s, a);
  })) : e.addEventListener(n, s, a), s;
}
function Ue(n, e, t, a, s) {
  var i = { capture: a, passive: s }, o = Jo(n, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && fa(() => {
    o.__removed = !0, e.removeEventListener(n, o, i);
  });
}
function se(n, e, t) {
  (e[Dr] ??= {})[n] = t;
}
function ft(n) {
  for (var e = 0; e < n.length; e++)
    Bs.add(n[e]);
  for (var t of Vn)
    t(n);
}
let On = null, Rn = !1;
function Yn(n) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), a = n.type, s = n.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || n.target
  );
  On = n, Rn || (Rn = !0, setTimeout(() => {
    Rn = !1, On = null;
  }));
  var o = 0, l = On === n && n[Dr];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      n[Dr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    u <= f && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || n.target, i !== e) {
    es(n, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var h = Pe, p = Le;
    yt(null), Ut(null);
    try {
      for (var b, d = []; i !== null && i !== e; ) {
        try {
          var w = i[Dr]?.[a];
          w != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          n.target === i) && w.call(i, n);
        } catch (U) {
          b ? d.push(U) : b = U;
        }
        if (n.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (b) {
        for (let U of d)
          queueMicrotask(() => {
            throw U;
          });
        throw b;
      }
    } finally {
      n[Dr] = e, delete n.currentTarget, yt(h), Ut(p);
    }
  }
}
const Ko = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (n) => n
  })
);
function Vo(n) {
  return (
    /** @type {string} */
    Ko?.createHTML(n) ?? n
  );
}
function qs(n) {
  var e = Lo("template");
  return e.innerHTML = Vo(n.replaceAll("<!>", "<!---->")), e.content;
}
function Pr(n, e) {
  var t = (
    /** @type {Effect} */
    Le
  );
  t.nodes === null && (t.nodes = { start: n, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function E(n, e) {
  var t = (e & ls) !== 0, a = (e & Qi) !== 0, s, i = !n.startsWith("<!>");
  return () => {
    s === void 0 && (s = qs(i ? n : "<!>" + n), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ot(s)));
    var o = (
      /** @type {TemplateNode} */
      a || As ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ot(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Pr(l, u);
    } else
      Pr(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Yo(n, e, t = "svg") {
  var a = !n.startsWith("<!>"), s = (e & ls) !== 0, i = `<${t}>${a ? n : "<!>" + n}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        qs(i)
      ), u = (
        /** @type {Element} */
        /* @__PURE__ */ Ot(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ot(u); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ot(u)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ot(u);
    }
    var f = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var h = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ot(f)
      ), p = (
        /** @type {TemplateNode} */
        f.lastChild
      );
      Pr(h, p);
    } else
      Pr(f, f);
    return f;
  };
}
// @__NO_SIDE_EFFECTS__
function kn(n, e) {
  return /* @__PURE__ */ Yo(n, e, "svg");
}
function Gn(n = "") {
  {
    var e = Kt(n + "");
    return Pr(e, e), e;
  }
}
function Tt() {
  var n = document.createDocumentFragment(), e = document.createComment(""), t = Kt();
  return n.append(e, t), Pr(e, t), n;
}
function _(n, e) {
  n !== null && n.before(
    /** @type {Node} */
    e
  );
}
function Go(n) {
  let e = 0, t = hr(0), a;
  return () => {
    ca() && (r(t), Qr(() => (e === 0 && (a = wt(() => n(() => qr(t)))), e += 1, () => {
      Wt(() => {
        e -= 1, e === 0 && (a?.(), a = void 0, qr(t));
      });
    })));
  };
}
var Xo = dr | Rr;
function Zo(n, e, t, a) {
  new Qo(n, e, t, a);
}
class Qo {
  /** @type {Boundary | null} */
  parent;
  is_pending = !1;
  /**
   * API-level transformError transform function. Transforms errors before they reach the `failed` snippet.
   * Inherited from parent boundary, or defaults to identity.
   * @type {(error: unknown) => unknown}
   */
  transform_error;
  /** @type {TemplateNode} */
  #e;
  /** @type {TemplateNode | null} */
  #r = null;
  /** @type {BoundaryProps} */
  #t;
  /** @type {((anchor: Node) => void)} */
  #n;
  /** @type {Effect} */
  #a;
  /** @type {Effect | null} */
  #s = null;
  /** @type {Effect | null} */
  #o = null;
  /** @type {Effect | null} */
  #i = null;
  /** @type {DocumentFragment | null} */
  #l = null;
  #h = 0;
  #u = 0;
  #v = !1;
  /** @type {Map<Effect, number>} */
  #_ = /* @__PURE__ */ new Map();
  /**
   * A source containing the number of pending async deriveds/expressions.
   * Only created if `$effect.pending()` is used inside the boundary,
   * otherwise updating the source results in needless `Batch.ensure()`
   * calls followed by no-op flushes
   * @type {Source<number> | null}
   */
  #c = null;
  #p = Go(() => (this.#c = hr(this.#h), () => {
    this.#c = null;
  }));
  /**
   * @param {TemplateNode} node
   * @param {BoundaryProps} props
   * @param {((anchor: Node) => void)} children
   * @param {((error: unknown) => unknown) | undefined} [transform_error]
   */
  constructor(e, t, a, s) {
    this.#e = e, this.#t = t, this.#n = (i) => {
      var o = (
        /** @type {Effect} */
        Le
      );
      o.b = this, o.f |= Hn, a(i);
    }, this.parent = /** @type {Effect} */
    Le.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#a = wn(() => {
      this.#y();
    }, Xo);
  }
  #b() {
    try {
      this.#s = bt(() => this.#n(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: a, invoke_onerror: s } = this.#m(e);
    Wt(s), t && (this.#i = bt(() => {
      t(
        this.#e,
        () => e,
        () => a
      );
    }));
  }
  /**
   * Creates the `reset` function for a failed boundary, along with a function
   * that invokes `onerror` with it (if provided)
   * @param {unknown} error
   * @returns {{ reset: () => void, invoke_onerror: () => void }}
   */
  #m(e) {
    var t = !1, a = !1;
    const s = () => {
      if (!this.#f()) {
        if (t) {
          ro();
          return;
        }
        t = !0, a && vo(), this.#i !== null && cr(this.#i, () => {
          this.#i = null;
        }), this.#w(() => {
          this.#y();
        });
      }
    };
    return { reset: s, invoke_onerror: () => {
      if (!this.#f())
        try {
          a = !0, this.#t.onerror?.(e, s), a = !1;
        } catch (o) {
          Rt(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & ($e | Kr)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = bt(() => e(this.#e)), Wt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), a = Kt(), s = !1;
        if (t.append(a), this.#s = this.#w(() => {
          try {
            return bt(() => this.#n(a));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              Rt(o, this.#a.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            Me
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, cr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#d(
          /** @type {Batch} */
          Me
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#h = 0, this.#s = bt(() => {
        this.#n(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        ha(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = bt(() => t(this.#e));
      } else
        this.#d(
          /** @type {Batch} */
          Me
        );
    } catch (t) {
      this.error(t);
    }
  }
  /**
   * @param {Batch} batch
   */
  #d(e) {
    this.is_pending = !1, e.transfer_reactions(this.#_);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    ps(e, this.#_);
  }
  /**
   * Returns `false` if the effect exists inside a boundary whose pending snippet is shown
   * @returns {boolean}
   */
  is_rendered() {
    return !this.is_pending && (!this.parent || this.parent.is_rendered());
  }
  has_pending_snippet() {
    return !!this.#t.pending;
  }
  /**
   * @template T
   * @param {() => T} fn
   */
  #w(e) {
    var t = Le, a = Pe, s = st;
    Ut(this.#a), yt(this.#a), Mr(this.#a.ctx);
    try {
      return tr.ensure(), e();
    } finally {
      Ut(t), yt(a), Mr(s);
    }
  }
  /**
   * Updates the pending count associated with the currently visible pending snippet,
   * if any, such that we can replace the snippet with content once work is done
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  #x(e, t) {
    if (!this.has_pending_snippet()) {
      this.parent && this.parent.#x(e, t);
      return;
    }
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && cr(this.#o, () => {
      this.#o = null;
    }), this.#l && (this.#e.before(this.#l), this.#l = null));
  }
  /**
   * Update the source that powers `$effect.pending()` inside this boundary,
   * and controls when the current `pending` snippet (if any) is removed.
   * Do not call from inside the class
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  update_pending_count(e, t) {
    this.#x(e, t), this.#h += e, !(!this.#c || this.#v) && (this.#v = !0, Wt(() => {
      this.#v = !1, this.#c && Nr(this.#c, this.#h);
    }));
  }
  get_effect_pending() {
    return this.#p(), r(
      /** @type {Source<number>} */
      this.#c
    );
  }
  /** @param {unknown} error */
  error(e) {
    if (e === us || !this.#t.onerror && !this.#t.failed)
      throw e;
    Me?.is_fork ? (this.#s && Me.skip_effect(this.#s), this.#o && Me.skip_effect(this.#o), this.#i && Me.skip_effect(this.#i), Me.oncommit(() => {
      this.#f() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (ut(this.#s), this.#s = null), this.#o && (ut(this.#o), this.#o = null), this.#i && (ut(this.#i), this.#i = null);
    let t = this.#t.failed;
    const a = (s) => {
      if (this.#f()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#f() && (this.#i = this.#w(() => {
        try {
          return bt(() => {
            var l = (
              /** @type {Effect} */
              Le
            );
            l.b = this, l.f |= Hn, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return Rt(
            l,
            /** @type {Effect} */
            this.#a.parent
          ), null;
        }
      }));
    };
    Wt(() => {
      if (!this.#f()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          Rt(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => Rt(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function C(n, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (n[qn] ??= n.nodeValue) && (n[qn] = t, n.nodeValue = `${t}`);
}
function $o(n, e) {
  return el(n, e);
}
const tn = /* @__PURE__ */ new Map();
function el(n, { target: e, anchor: t, props: a = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  To();
  var u = void 0, f = Io(() => {
    var h = t ?? e.appendChild(Kt());
    Zo(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (d) => {
        Ye({});
        var w = (
          /** @type {ComponentContext} */
          st
        );
        i && (w.c = i), s && (a.$$events = s), u = n(d, a) || aa(), Ge();
      },
      l
    );
    var p = /* @__PURE__ */ new Set(), b = (d) => {
      for (var w = 0; w < d.length; w++) {
        var U = d[w];
        if (!p.has(U)) {
          p.add(U);
          var v = Wo(U);
          for (const P of [e, document]) {
            var g = tn.get(P);
            g === void 0 && (g = /* @__PURE__ */ new Map(), tn.set(P, g));
            var m = g.get(U);
            m === void 0 ? (P.addEventListener(U, Yn, { passive: v }), g.set(U, 1)) : g.set(U, m + 1);
          }
        }
      }
    };
    return b(mn(Bs)), Vn.add(b), () => {
      for (var d of p)
        for (const v of [e, document]) {
          var w = (
            /** @type {Map<string, number>} */
            tn.get(v)
          ), U = (
            /** @type {number} */
            w.get(d)
          );
          --U == 0 ? (v.removeEventListener(d, Yn), w.delete(d), w.size === 0 && tn.delete(v)) : w.set(d, U);
        }
      Vn.delete(b), h !== t && h.parentNode?.removeChild(h);
    };
  });
  return Xn.set(u, f), u;
}
let Xn = /* @__PURE__ */ new WeakMap();
function tl(n, e) {
  const t = Xn.get(n);
  return t ? (Xn.delete(n), t(e)) : Promise.resolve();
}
class Ws {
  /** @type {TemplateNode} */
  anchor;
  /** @type {Map<Batch, Key>} */
  #e = /* @__PURE__ */ new Map();
  /**
   * Map of keys to effects that are currently rendered in the DOM.
   * These effects are visible and actively part of the document tree.
   * Example:
   * ```
   * {#if condition}
   * 	foo
   * {:else}
   * 	bar
   * {/if}
   * ```
   * Can result in the entries `true->Effect` and `false->Effect`
   * @type {Map<Key, Effect>}
   */
  #r = /* @__PURE__ */ new Map();
  /**
   * Similar to #onscreen with respect to the keys, but contains branches that are not yet
   * in the DOM, because their insertion is deferred.
   * @type {Map<Key, Branch>}
   */
  #t = /* @__PURE__ */ new Map();
  /**
   * Keys of effects that are currently outroing
   * @type {Set<Key>}
   */
  #n = /* @__PURE__ */ new Set();
  /**
   * Whether to pause (i.e. outro) on change, or destroy immediately.
   * This is necessary for `<svelte:element>`
   */
  #a = !0;
  /**
   * @param {TemplateNode} anchor
   * @param {boolean} transition
   */
  constructor(e, t = !0) {
    this.anchor = e, this.#a = t;
  }
  /**
   * @param {Batch} batch
   */
  #s = (e) => {
    if (this.#e.has(e)) {
      var t = (
        /** @type {Key} */
        this.#e.get(e)
      ), a = this.#r.get(t);
      if (a)
        hn(a), this.#n.delete(t);
      else {
        var s = this.#t.get(t);
        s && (hn(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), a = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (ut(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#n.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var f = document.createDocumentFragment();
            ha(o, f), f.append(Kt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            ut(o);
          this.#n.delete(i), this.#r.delete(i);
        };
        this.#a || !a ? (this.#n.add(i), cr(o, l, !1)) : l();
      }
    }
  };
  /**
   * @param {Batch} batch
   */
  #o = (e) => {
    this.#e.delete(e);
    const t = Array.from(this.#e.values());
    for (const [a, s] of this.#t)
      t.includes(a) || (ut(s.effect), this.#t.delete(a));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var a = (
      /** @type {Batch} */
      Me
    ), s = Ts();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Kt();
        i.append(o), this.#t.set(e, {
          effect: bt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          bt(() => t(this.anchor))
        );
    if (this.#e.set(a, e), s) {
      for (const [l, u] of this.#r)
        l === e ? a.unskip_effect(u) : a.skip_effect(u);
      for (const [l, u] of this.#t)
        l === e ? a.unskip_effect(u.effect) : a.skip_effect(u.effect);
      a.oncommit(this.#s), a.ondiscard(this.#o);
    } else
      this.#s(a);
  }
}
function B(n, e, t = !1) {
  var a = new Ws(n), s = t ? dr : 0;
  function i(o, l) {
    a.ensure(o, l);
  }
  wn(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
function Fe(n, e) {
  return e;
}
function rl(n, e, t) {
  for (var a = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let p = e[l];
    cr(
      p,
      () => {
        if (i) {
          if (i.pending.delete(p), i.done.add(p), i.pending.size === 0) {
            var b = (
              /** @type {Set<EachOutroGroup>} */
              n.outrogroups
            );
            Zn(n, mn(i.done)), b.delete(i), b.size === 0 && (n.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var u = a.length === 0 && t !== null && n.pending.size === 0;
    if (u) {
      var f = (
        /** @type {Element} */
        t
      ), h = (
        /** @type {Element} */
        f.parentNode
      );
      Po(h), h.append(f), n.items.clear();
    }
    Zn(n, e, !u);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (n.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function Zn(n, e, t = !0) {
  var a;
  if (n.pending.size > 0) {
    a = /* @__PURE__ */ new Set();
    for (const o of n.pending.values())
      for (const l of o)
        a.add(
          /** @type {EachItem} */
          n.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (a?.has(i)) {
      i.f |= Ct;
      const o = document.createDocumentFragment();
      ha(i, o);
    } else
      ut(e[s], t);
  }
}
var Ha;
function Te(n, e, t, a, s, i = null) {
  var o = n, l = /* @__PURE__ */ new Map(), u = (e & os) !== 0;
  if (u) {
    var f = (
      /** @type {Element} */
      n
    );
    o = f.appendChild(Kt());
  }
  var h = null, p = /* @__PURE__ */ _s(() => {
    var m = t();
    return (
      /** @type {V[]} */
      _n(m) ? m : m == null ? [] : mn(m)
    );
  }), b = /* @__PURE__ */ new Map(), d = !0;
  function w(m) {
    if ((g.effect.f & $e) === 0) {
      g.pending.delete(m);
      var P = r(p);
      g.fallback = h, nl(g, P, o, e, a), h !== null && (P.length === 0 ? (h.f & Ct) === 0 ? hn(h) : (h.f ^= Ct, Hr(h, null, o)) : cr(h, () => {
        h = null;
      }));
    }
  }
  function U(m) {
    g.pending.delete(m);
  }
  var v = wn(() => {
    for (var m = (
      /** @type {V[]} */
      r(p)
    ), P = m.length, L = /* @__PURE__ */ new Set(), V = (
      /** @type {Batch} */
      Me
    ), $ = Ts(), O = 0; O < P; O += 1) {
      var W = m[O], J = a(W, O), R = d ? null : l.get(J);
      R ? (R.v && Nr(R.v, W), R.i && Nr(R.i, O), $ && V.unskip_effect(R.e)) : (R = al(
        l,
        d ? o : Ha ??= Kt(),
        W,
        J,
        O,
        s,
        e,
        t
      ), d || (R.e.f |= Ct), l.set(J, R)), L.add(J);
    }
    if (P === 0 && i && !h && (d ? h = bt(() => i(o)) : (h = bt(() => i(Ha ??= Kt())), h.f |= Ct)), P > L.size && ao(), !d)
      if (b.set(V, L), $) {
        for (const [K, Z] of l)
          L.has(K) || V.skip_effect(Z.e);
        V.oncommit(w), V.ondiscard(U);
      } else
        w(V);
    r(p);
  }), g = { effect: v, items: l, pending: b, outrogroups: null, fallback: h };
  d = !1;
}
function jr(n) {
  for (; n !== null && (n.f & Nt) === 0; )
    n = n.next;
  return n;
}
function nl(n, e, t, a, s) {
  var i = (a & Ki) !== 0, o = e.length, l = n.items, u = jr(n.effect.first), f, h = null, p, b = [], d = [], w, U, v, g;
  if (i)
    for (g = 0; g < o; g += 1)
      w = e[g], U = s(w, g), v = /** @type {EachItem} */
      l.get(U).e, (v.f & Ct) === 0 && (v.nodes?.a?.measure(), (p ??= /* @__PURE__ */ new Set()).add(v));
  for (g = 0; g < o; g += 1) {
    if (w = e[g], U = s(w, g), v = /** @type {EachItem} */
    l.get(U).e, n.outrogroups !== null)
      for (const R of n.outrogroups)
        R.pending.delete(v), R.done.delete(v);
    if ((v.f & at) !== 0 && (hn(v), i && (v.nodes?.a?.unfix(), (p ??= /* @__PURE__ */ new Set()).delete(v))), (v.f & Ct) !== 0)
      if (v.f ^= Ct, v === u)
        Hr(v, null, t);
      else {
        var m = h ? h.next : u;
        v === n.effect.last && (n.effect.last = v.prev), v.prev && (v.prev.next = v.next), v.next && (v.next.prev = v.prev), Zt(n, h, v), Zt(n, v, m), Hr(v, m, t), h = v, b = [], d = [], u = jr(h.next);
        continue;
      }
    if (v !== u) {
      if (f !== void 0 && f.has(v)) {
        if (b.length < d.length) {
          var P = d[0], L;
          h = P.prev;
          var V = b[0], $ = b[b.length - 1];
          for (L = 0; L < b.length; L += 1)
            Hr(b[L], P, t);
          for (L = 0; L < d.length; L += 1)
            f.delete(d[L]);
          Zt(n, V.prev, $.next), Zt(n, h, V), Zt(n, $, P), u = P, h = $, g -= 1, b = [], d = [];
        } else
          f.delete(v), Hr(v, u, t), Zt(n, v.prev, v.next), Zt(n, v, h === null ? n.effect.first : h.next), Zt(n, h, v), h = v;
        continue;
      }
      for (b = [], d = []; u !== null && u !== v; )
        (f ??= /* @__PURE__ */ new Set()).add(u), d.push(u), u = jr(u.next);
      if (u === null)
        continue;
    }
    (v.f & Ct) === 0 && b.push(v), h = v, u = jr(v.next);
  }
  if (n.outrogroups !== null) {
    for (const R of n.outrogroups)
      R.pending.size === 0 && (Zn(n, mn(R.done)), n.outrogroups?.delete(R));
    n.outrogroups.size === 0 && (n.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var O = [];
    if (f !== void 0)
      for (v of f)
        (v.f & at) === 0 && O.push(v);
    for (; u !== null; )
      (u.f & at) === 0 && u !== n.fallback && O.push(u), u = jr(u.next);
    var W = O.length;
    if (W > 0) {
      var J = (a & os) !== 0 && o === 0 ? t : null;
      if (i) {
        for (g = 0; g < W; g += 1)
          O[g].nodes?.a?.measure();
        for (g = 0; g < W; g += 1)
          O[g].nodes?.a?.fix();
      }
      rl(n, O, J);
    }
  }
  i && Wt(() => {
    if (p !== void 0)
      for (v of p)
        v.nodes?.a?.apply();
  });
}
function al(n, e, t, a, s, i, o, l) {
  var u = (o & Wi) !== 0 ? (o & Vi) === 0 ? /* @__PURE__ */ Ao(t, !1, !1) : hr(t) : null, f = (o & Ji) !== 0 ? hr(s) : null;
  return {
    v: u,
    i: f,
    e: bt(() => (i(e, u ?? t, f ?? s, l), () => {
      n.delete(a);
    }))
  };
}
function Hr(n, e, t) {
  if (n.nodes)
    for (var a = n.nodes.start, s = n.nodes.end, i = e && (e.f & Ct) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; a !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Zr(a)
      );
      if (i.before(a), a === s)
        return;
      a = o;
    }
}
function Zt(n, e, t) {
  e === null ? n.effect.first = t : e.next = t, t === null ? n.effect.last = e : t.prev = e;
}
function sl(n, e, ...t) {
  var a = new Ws(n);
  wn(() => {
    const s = e() ?? null;
    a.ensure(s, s && ((i) => s(i, ...t)));
  }, dr);
}
function il(n, e, t) {
  yn(() => {
    var a = wt(() => e(n, t?.()) || {});
    if (t && a?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      Qr(() => {
        var o = t();
        Bo(o), s && fs(i, o) && (i = o, a.update(o));
      }), s = !0;
    }
    if (a?.destroy)
      return () => (
        /** @type {Function} */
        a.destroy()
      );
  });
}
const za = [...` 	
\r\f \v\uFEFF`];
function ol(n, e, t) {
  var a = n == null ? "" : "" + n;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        a = a ? a + " " + s : s;
      else if (a.length)
        for (var i = s.length, o = 0; (o = a.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || za.includes(a[o - 1])) && (l === a.length || za.includes(a[l])) ? a = (o === 0 ? "" : a.substring(0, o)) + a.substring(l + 1) : o = l;
        }
  }
  return a === "" ? null : a;
}
function Ba(n, e = !1) {
  var t = e ? " !important;" : ";", a = "";
  for (var s of Object.keys(n)) {
    var i = n[s];
    i != null && i !== "" && (a += " " + s + ": " + i + t);
  }
  return a;
}
function ll(n, e) {
  if (e) {
    var t = "", a, s;
    return Array.isArray(e) ? (a = e[0], s = e[1]) : a = e, a && (t += Ba(a)), s && (t += Ba(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(n);
}
function Ft(n, e, t, a, s, i) {
  var o = (
    /** @type {any} */
    n[zn]
  );
  if (o !== t || o === void 0) {
    var l = ol(t, a, i);
    l == null ? n.removeAttribute("class") : n.className = l, n[zn] = t;
  } else if (i && s !== i)
    for (var u in i) {
      var f = !!i[u];
      (s == null || f !== !!s[u]) && n.classList.toggle(u, f);
    }
  return i;
}
function Cn(n, e = {}, t, a) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? n.style.removeProperty(s) : n.style.setProperty(s, i, a));
  }
}
function We(n, e, t, a) {
  var s = (
    /** @type {any} */
    n[Bn]
  );
  if (s !== e) {
    var i = ll(e, a);
    i == null ? n.removeAttribute("style") : n.style.cssText = i, n[Bn] = e;
  } else a && (Array.isArray(a) ? (Cn(n, t?.[0], a[0]), Cn(n, t?.[1], a[1], "important")) : Cn(n, t, a));
  return a;
}
function ul(n, e) {
  e ? n.hasAttribute("selected") || n.setAttribute("selected", "") : n.removeAttribute("selected");
}
function cl(n, e) {
  var t = n.__defaultValue, a = n.multiple, s = a ? t ?? [] : null;
  if (!(a && !_n(s))) {
    n.selectedIndex;
    for (var i of n.options) {
      var o = Sr(i);
      ul(
        i,
        a ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Es(o, t)
      );
    }
  }
}
function va(n, e, t = !1) {
  if (n.multiple) {
    if (e == null)
      return;
    if (!_n(e))
      return to();
    for (var a of n.options)
      a.selected = e.includes(Sr(a));
    return;
  }
  for (a of n.options) {
    var s = Sr(a);
    if (Es(s, e)) {
      a.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (n.selectedIndex = -1);
}
function mt(n) {
  var e = new MutationObserver((t) => {
    t.every(fl) || ("__defaultValue" in n && cl(n), "__value" in n && va(n, n.__value));
  });
  e.observe(n, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), fa(() => {
    e.disconnect();
  });
}
function kt(n, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet(), s = !0;
  ia(n, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (n.multiple)
      l = [].map.call(n.querySelectorAll(o), Sr);
    else {
      var u = n.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      n.querySelector("option:not([disabled])");
      l = u && Sr(u);
    }
    t(l), n.__value = l, Me !== null && a.add(Me);
  }), yn(() => {
    var i = e();
    if (n === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Me
      );
      if (a.has(o))
        return;
    }
    if (va(n, i, s), s && i === void 0) {
      var l = n.querySelector(":checked");
      l !== null && (i = Sr(l), t(i));
    }
    n.__value = i, s = !1;
  });
}
function Sr(n) {
  return "__value" in n ? n.__value : n.value;
}
function fl(n) {
  if (
    /** @type {Element} */
    n.target.closest("selectedcontent") !== null
  )
    return !0;
  if (n.type === "childList") {
    var e = [...n.addedNodes, ...n.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const dl = /* @__PURE__ */ Symbol("is custom element"), hl = /* @__PURE__ */ Symbol("is html"), vl = qi ? "progress" : "PROGRESS";
function Qn(n, e) {
  var t = pa(n);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  n.value === e && (e !== 0 || n.nodeName !== vl) || (n.value = e ?? "");
}
function Js(n, e) {
  var t = pa(n);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (n.checked = e);
}
function ie(n, e, t, a) {
  var s = pa(n), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (n[Bi] = t), t == null ? n.removeAttribute(e) : typeof t != "string" && pl(n).has(e) ? n[e] = t : n.setAttribute(e, t));
}
function pa(n) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    n[is] ??= {
      [dl]: n.nodeName.includes("-"),
      [hl]: n.namespaceURI === $i
    }
  );
}
var qa = /* @__PURE__ */ new Map();
function pl(n) {
  var e = n.getAttribute("is") || n.nodeName, t = qa.get(e);
  if (t) return t;
  qa.set(e, t = /* @__PURE__ */ new Set());
  for (var a, s = n, i = Element.prototype; i !== s; ) {
    a = ts(s);
    for (var o in a)
      a[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = ra(s);
  }
  return t;
}
function xt(n, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet();
  ia(n, "input", async (s) => {
    var i = s ? n.defaultValue : n.value;
    if (i = In(n) ? jn(i) : i, t(i), Me !== null && a.add(Me), await zo(), i !== (i = e())) {
      var o = n.selectionStart, l = n.selectionEnd, u = n.value.length;
      if (n.value = i ?? "", l !== null) {
        var f = n.value.length;
        o === l && l === u && f > u ? (n.selectionStart = f, n.selectionEnd = f) : (n.selectionStart = o, n.selectionEnd = Math.min(l, f));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  wt(e) == null && n.value && (t(In(n) ? jn(n.value) : n.value), Me !== null && a.add(Me)), Qr(() => {
    var s = e();
    if (n === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Me
      );
      if (a.has(i))
        return;
    }
    In(n) && s === jn(n.value) || n.type === "date" && !s && !n.value || s !== n.value && (n.value = s ?? "");
  });
}
function gl(n, e, t = e) {
  ia(n, "change", (a) => {
    var s = a ? n.defaultChecked : n.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  wt(e) == null && t(n.checked), Qr(() => {
    var a = e();
    n.checked = !!a;
  });
}
function In(n) {
  var e = n.type;
  return e === "number" || e === "range";
}
function jn(n) {
  return n === "" ? null : +n;
}
class ga {
  /** */
  #e = /* @__PURE__ */ new WeakMap();
  /** @type {ResizeObserver | undefined} */
  #r;
  /** @type {ResizeObserverOptions} */
  #t;
  /** @static */
  static entries = /* @__PURE__ */ new WeakMap();
  /** @param {ResizeObserverOptions} options */
  constructor(e) {
    this.#t = e;
  }
  /**
   * @param {Element} element
   * @param {(entry: ResizeObserverEntry) => any} listener
   */
  observe(e, t) {
    var a = this.#e.get(e) || /* @__PURE__ */ new Set();
    return a.add(t), this.#e.set(e, a), this.#n().observe(e, this.#t), () => {
      var s = this.#e.get(e);
      s.delete(t), s.size === 0 && (this.#e.delete(e), this.#r.unobserve(e));
    };
  }
  #n() {
    return this.#r ?? (this.#r = new ResizeObserver(
      /** @param {any} entries */
      (e) => {
        for (var t of e) {
          ga.entries.set(t.target, t);
          for (var a of this.#e.get(t.target) || [])
            a(t);
        }
      }
    ));
  }
}
var _l = /* @__PURE__ */ new ga({
  box: "border-box"
});
function xn(n, e, t) {
  var a = _l.observe(n, () => t(n[e]));
  yn(() => (wt(() => t(n[e])), a));
}
function Fn(n, e) {
  return n === e || n?.[Jt] === e;
}
function en(n = aa(), e, t, a) {
  var s = (
    /** @type {ComponentContext} */
    st.r
  ), i = (
    /** @type {Effect} */
    Le
  );
  return yn(() => {
    var o, l;
    return Qr(() => {
      o = l, l = [], wt(() => {
        Fn(t(...l), n) || (e(n, ...l), o && Fn(t(...o), n) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & Kr; )
        u = u.parent;
      const f = () => {
        l && Fn(t(...l), n) && e(null, ...l);
      }, h = u.teardown;
      u.teardown = () => {
        f(), h?.();
      };
    };
  }), n;
}
let rn = !1;
function ml(n) {
  var e = rn;
  try {
    return rn = !1, [n(), rn];
  } finally {
    rn = e;
  }
}
function Re(n, e, t, a) {
  var s = !0, i = (t & Xi) !== 0, o = (t & Zi) !== 0, l = (
    /** @type {V} */
    a
  ), u = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ Vr(
    /** @type {() => V} */
    a
  ), r(f)) : (u && (u = !1, l = o ? wt(
    /** @type {() => V} */
    a
  ) : (
    /** @type {V} */
    a
  )), l);
  let p;
  if (i) {
    var b = Jt in n || zi in n;
    p = wr(n, e)?.set ?? (b && e in n ? (L) => n[e] = L : void 0);
  }
  var d, w = !1;
  i ? [d, w] = ml(() => (
    /** @type {V} */
    n[e]
  )) : d = /** @type {V} */
  n[e], d === void 0 && a !== void 0 && (d = h(), p && (uo(), p(d)));
  var U;
  if (U = () => {
    var L = (
      /** @type {V} */
      n[e]
    );
    return L === void 0 ? h() : (u = !0, L);
  }, (t & Gi) === 0)
    return U;
  if (p) {
    var v = n.$$legacy;
    return (
      /** @type {() => V} */
      (function(L, V) {
        return arguments.length > 0 ? ((!V || v || w) && p(V ? U() : L), L) : U();
      })
    );
  }
  var g = !1, m = ((t & Yi) !== 0 ? Vr : _s)(() => (g = !1, U()));
  i && r(m);
  var P = (
    /** @type {Effect} */
    Le
  );
  return (
    /** @type {() => V} */
    (function(L, V) {
      if (arguments.length > 0) {
        const $ = V ? r(m) : i ? or(L) : L;
        return M(m, $), g = !0, l !== void 0 && (l = $), L;
      }
      return Vt && g || (P.f & $e) !== 0 ? m.v : r(m);
    })
  );
}
const bl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(bl);
const Ks = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], Vs = [16250871, 10209764, 3903428, 742815, 340060], Ys = [16250871, 16630669, 15761203, 12536332, 7022086];
function Er(n, e) {
  return Array.from({ length: e }, (t, a) => {
    const s = a / (e - 1) * (n.length - 1), i = Math.min(Math.floor(s), n.length - 2), o = s - i, l = (u) => Math.round((n[i] >> u & 255) * (1 - o) + (n[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Sn = 128, yl = Er(Ks, Sn), wl = Er(Vs, Sn), kl = Er(Ys, Sn);
function Yt(n, e) {
  if (Number.isNaN(n)) return "transparent";
  const t = Math.min(1, Math.abs(n)), a = Math.round(t * (Sn - 1));
  return e ? n < 0 ? wl[a] : kl[a] : yl[a];
}
const Gs = (n, e) => e ? Math.abs(n) > 0.55 ? "#fff" : "#111" : n > 0.62 ? "#111" : "#fff", Xs = (n) => `linear-gradient(90deg, ${(n ? [...Er(Vs, 9).reverse(), ...Er(Ys, 9)] : Er(Ks, 17)).join(",")})`, br = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], Dt = (n) => n >= 0.9995 ? "100%" : n >= 0.1 ? `${(100 * n).toFixed(0)}%` : n >= 5e-4 ? `${(100 * n).toFixed(n >= 0.01 ? 1 : 2)}%` : "<0.1%", pt = (n) => Number.isNaN(n) ? "–" : Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 1 ? n.toFixed(2) : n.toFixed(3), Qt = (n) => (n > 0 ? "+" : n < 0 ? "−" : "") + pt(Math.abs(n)), $n = (n) => n < 1 ? "less than a second" : n < 100 ? `${n.toFixed(0)} s` : n < 6e3 ? `${(n / 60).toFixed(0)} min` : `${(n / 3600).toFixed(1)} h`, vn = (n) => n < 1e6 ? `${Math.ceil(n / 1e3)} kB` : n < 1e9 ? `${(n / 1e6).toFixed(0)} MB` : `${(n / 1e9).toFixed(1)} GB`, ct = (n) => n.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var xl = /* @__PURE__ */ E("<option> </option>"), Sl = /* @__PURE__ */ E('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), El = /* @__PURE__ */ E('<figure><img/><button type="button">×</button></figure>'), Wa = /* @__PURE__ */ E('<p class="fine"> </p>'), Al = /* @__PURE__ */ E('<p class="turn"><b> </b> </p>'), Ml = /* @__PURE__ */ E('<button type="button">stop</button>'), Nl = /* @__PURE__ */ E('<button type="button" class="link">new chat</button>'), Tl = /* @__PURE__ */ E('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Pl = /* @__PURE__ */ E('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Ll = /* @__PURE__ */ E("<h1> </h1> <!>", 1), Ol = /* @__PURE__ */ E('<p class="fine" data-edited=""> </p>'), Rl = /* @__PURE__ */ E('<span class="hidden"> </span>'), Cl = /* @__PURE__ */ E('<button type="button"> <!></button>'), Il = /* @__PURE__ */ E('<span class="fine"> </span>'), jl = /* @__PURE__ */ E('<button type="button" class="link">go on</button>'), Fl = /* @__PURE__ */ E('<button type="button"><span> </span><small> </small></button>'), Ul = /* @__PURE__ */ E('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Dl = /* @__PURE__ */ E('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Hl = /* @__PURE__ */ E('<section aria-label="Ask"><!> <!> <!></section>');
function zl(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7), a = /* @__PURE__ */ j(!1), s = /* @__PURE__ */ j(!1), i = /* @__PURE__ */ j(void 0);
  const o = /* @__PURE__ */ S(() => t().study?.answer.find((m) => m.position === t().at && m.token.id === t().target?.id) ?? t().study?.answer.find((m) => m.position === t().at));
  function l(m) {
    m.preventDefault(), M(s, !1);
    const P = [...m.dataTransfer?.files ?? []];
    P.length && t().addFiles(P);
  }
  function u(m) {
    const P = [...m.clipboardData?.files ?? []];
    P.length && t().addFiles(P);
  }
  var f = Hl();
  Ue("paste", dn, u);
  let h;
  var p = N(f);
  {
    var b = (m) => {
      var P = Pl(), L = Ne(P), V = N(L), $ = c(N(V));
      Te($, 21, () => t().models, Fe, (x, I) => {
        var G = xl(), _e = X(G), ce = {};
        F(() => {
          C(_e, `${r(I).name ?? ""}${r(I).loaded ? "" : " (is loaded when asked)"}`), ce !== (ce = r(I).name) && (G.value = (G.__value = ce) ?? "");
        }), _(x, G);
      }), mt($);
      var O = c(V, 2);
      {
        var W = (x) => {
          var I = Sl(), G = N(I), _e = c(G, 2), ce = X(_e), me = c(_e, 2);
          F(() => {
            G.disabled = !t().example, C(ce, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), me.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), se("click", G, () => t().takeExample(t().example - 1)), se("click", _e, () => t().takeExample(t().example ?? 0)), se("click", me, () => t().takeExample((t().example ?? -1) + 1)), _(x, I);
        };
        B(O, (x) => {
          t().info?.examples && x(W);
        });
      }
      var J = c(L, 2), R = N(J);
      Te(R, 19, () => t().uploads, (x, I) => x.id + I, (x, I, G) => {
        var _e = El(), ce = N(_e), me = c(ce);
        F(
          (y) => {
            ie(ce, "src", y), ie(ce, "alt", `Image ${r(G) + 1}, ${r(I).width ?? ""} x ${r(I).height ?? ""}${r(I).frames ? `, ${r(I).frames.length} frames` : ""}`), ie(me, "aria-label", `Remove image ${r(G) + 1}`);
          },
          [() => t().source.imageUrl(r(I).id)]
        ), se("click", me, () => {
          t().uploads = t().uploads.filter((y, ae) => ae !== r(G)), t().example = null;
        }), _(x, _e);
      });
      var K = c(R, 2), Z = c(K, 2);
      en(Z, (x) => M(i, x), () => r(i));
      var q = c(J, 2);
      {
        var oe = (x) => {
          var I = Wa(), G = X(I, !0);
          F(() => C(G, t().exampleName)), _(x, I);
        };
        B(q, (x) => {
          t().exampleName && t().example !== null && x(oe);
        });
      }
      var ee = c(q, 2);
      Te(ee, 17, () => t().earlier, Fe, (x, I) => {
        var G = Al(), _e = N(G), ce = X(_e, !0), me = c(_e);
        F(
          (y) => {
            C(ce, r(I).role), C(me, ` ${y ?? ""}`);
          },
          [
            () => r(I).content.map((y) => y.type === "text" ? y.text : `[${y.type}]`).join(" ")
          ]
        ), _(x, G);
      });
      var Y = c(ee, 2), re = c(N(Y), 2), ve = c(re, 2), de = c(N(ve), 2);
      {
        var le = (x) => {
          var I = Ml();
          se("click", I, () => t().halt()), _(x, I);
        };
        B(de, (x) => {
          t().study?.answering && x(le);
        });
      }
      var ge = c(de, 2), pe = c(ge, 2);
      {
        var z = (x) => {
          var I = Nl();
          se("click", I, () => {
            t().earlier = [];
          }), _(x, I);
        };
        B(pe, (x) => {
          t().earlier.length && x(z);
        });
      }
      var k = c(ve, 2);
      {
        var A = (x) => {
          var I = Tl(), G = N(I), _e = c(N(G)), ce = c(G, 2), me = c(N(ce)), y = c(ce, 2), ae = c(N(y)), D = c(y, 2), H = c(N(D));
          xt(_e, () => t().system, (te) => t().system = te), xt(me, () => t().prefill, (te) => t().prefill = te), xt(ae, () => t().temperature, (te) => t().temperature = te), xt(H, () => t().maxNew, (te) => t().maxNew = te), _(x, I);
        };
        B(k, (x) => {
          r(a) && x(A);
        });
      }
      F(() => {
        ie(Z, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), ie(ge, "aria-expanded", r(a));
      }), se("change", $, () => t().otherModel()), kt($, () => t().model, (x) => t().model = x), se("click", K, () => r(i)?.click()), se("change", Z, (x) => {
        t().addFiles(x.currentTarget.files ?? []), x.currentTarget.value = "";
      }), Ue("submit", Y, (x) => {
        x.preventDefault(), t().ask();
      }), se("keydown", re, (x) => {
        x.key === "Enter" && !x.shiftKey && (x.preventDefault(), t().ask());
      }), xt(re, () => t().question, (x) => t().question = x), se("click", ge, () => M(a, !r(a))), _(m, P);
    }, d = (m) => {
      var P = Ll(), L = Ne(P), V = X(L, !0), $ = c(L, 2);
      {
        var O = (W) => {
          var J = Wa(), R = X(J, !0);
          F(() => C(R, t().text)), _(W, J);
        };
        B($, (W) => {
          t().text && W(O);
        });
      }
      F(() => C(V, t().title)), _(m, P);
    };
    B(p, (m) => {
      t().source.kind === "server" ? m(b) : t().title && m(d, 1);
    });
  }
  var w = c(p, 2);
  {
    var U = (m) => {
      var P = Ol(), L = X(P);
      F(() => C(L, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), _(m, P);
    };
    B(w, (m) => {
      t().edited && m(U);
    });
  }
  var v = c(w, 2);
  {
    var g = (m) => {
      var P = Dl(), L = Ne(P), V = N(L);
      Te(V, 21, () => t().study.answer, Fe, (Z, q) => {
        var oe = Cl();
        let ee;
        var Y = N(oe), re = c(Y);
        {
          var ve = (de) => {
            var le = Rl(), ge = X(le);
            F(() => C(ge, `end of the answer (${r(q).token.text ?? ""})`)), _(de, le);
          };
          B(re, (de) => {
            r(q).ends && de(ve);
          });
        }
        F(
          (de) => {
            ee = Ft(oe, 1, "answer-token", null, ee, { ends: r(q).ends }), ie(oe, "aria-pressed", t().at === r(q).position && t().target?.id === r(q).token.id), ie(oe, "title", `chosen after token ${r(q).position ?? ""}`), C(Y, de);
          },
          [() => r(q).ends ? "■" : ct(r(q).token.text)]
        ), se("click", oe, () => t().lookAt(r(q))), _(Z, oe);
      });
      var $ = c(V, 2);
      {
        var O = (Z) => {
          var q = Il(), oe = X(q, !0);
          F((ee) => C(oe, ee), [
            () => t().study.answer.filter((ee) => !ee.ends).map((ee) => ee.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), _(Z, q);
        };
        B($, (Z) => {
          t().asked && t().asked.truth !== null && Z(O);
        });
      }
      var W = c($, 2);
      {
        var J = (Z) => {
          var q = jl();
          se("click", q, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), _(Z, q);
        };
        B(W, (Z) => {
          t().source.kind === "server" && !t().study.answering && Z(J);
        });
      }
      var R = c(L, 2);
      {
        var K = (Z) => {
          var q = Ul();
          Te(q, 21, () => r(o).top.slice(0, 5), (oe) => oe.id, (oe, ee) => {
            var Y = Fl();
            let re;
            var ve = N(Y), de = X(ve, !0), le = c(ve), ge = X(le, !0);
            F(
              (pe, z) => {
                ie(Y, "aria-pressed", t().target?.id === r(ee).id), re = We(Y, "", re, { "--share": `${100 * r(ee).p}%` }), C(de, pe), C(ge, z);
              },
              [() => ct(r(ee).text), () => Dt(r(ee).p)]
            ), se("click", Y, () => t().target = { id: r(ee).id, text: r(ee).text }), _(oe, Y);
          }), _(Z, q);
        };
        B(R, (Z) => {
          r(o) && Z(K);
        });
      }
      _(m, P);
    };
    B(v, (m) => {
      t().study?.answer.length && m(g);
    });
  }
  F(() => h = Ft(f, 1, "card ask", null, h, { dragged: r(s) })), Ue("dragover", f, (m) => {
    m.preventDefault(), M(s, !0);
  }), Ue("dragleave", f, () => M(s, !1)), Ue("drop", f, l), _(n, f), Ge();
}
ft(["change", "click", "keydown"]);
const sn = (n) => n.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Zs(n, e, t, a) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, f], fill: h, text: p }) => {
    const b = `<rect x="${o}" y="${l}" width="${u - o}" height="${f - l}" fill="${h}"/>`;
    return p ? `${b}<text x="${(o + u) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (u - o) * 1.5 / Math.max(2, p.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${sn(p)}</text>` : b;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} ${e + 2 * s}" width="${n}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${sn(a)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${sn(a)}</text></svg>`;
}
const _a = (n, e, t, a, s) => Zs(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: a(n[o]) })), s);
function on(n, e, t = "text/plain") {
  const a = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(a), download: n });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Bl = (n) => n.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function ql(n) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(n)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), a = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return a.getContext("2d").drawImage(e, 0, 0, a.width, a.height), new Promise((s) => a.toBlob((i) => s(i)));
}
const ea = (n) => {
  let e = "";
  for (let t = 0; t < n.length; t += 32768) e += String.fromCharCode(...n.subarray(t, t + 32768));
  return btoa(e);
};
async function Wl(n) {
  const e = await fetch(n);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${ea(new Uint8Array(await t.arrayBuffer()))}`;
}
async function Jl(n, e, t, a, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (h) => (await fetch(`assets/${h}`)).text())), l = await Promise.all(n.images.map((h, p) => Promise.all(h.frames.map((b, d) => Wl(e(p, d)))))), u = Object.fromEntries([...n.raw].map(([h, p]) => [h, ea(p)])), f = JSON.stringify({ id: n.id, title: t, text: a, tabs: s, answer: n.answer, tokens: ea(n.bytes), pictures: l, views: u }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${sn(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${f}<\/script><script type="module">${i}<\/script></body></html>`;
}
var Kl = /* @__PURE__ */ E('<button type="button" class="small">code</button>'), Vl = /* @__PURE__ */ E('<button type="button" class="small"> </button>'), Yl = /* @__PURE__ */ E('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), Gl = /* @__PURE__ */ E('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function rr(n, e) {
  Ye(e, !0);
  let t = Re(e, "code", 3, ""), a = Re(e, "exporter", 3, null), s = /* @__PURE__ */ j(!1), i = /* @__PURE__ */ j(!1);
  async function o(L) {
    a() && (L === "csv" && a().csv && on(`${a().name}.csv`, Bl(a().csv()), "text/csv"), L === "svg" && a().svg && on(`${a().name}.svg`, a().svg(), "image/svg+xml"), L === "png" && a().svg && on(`${a().name}.png`, await ql(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), M(i, !0), setTimeout(() => M(i, !1), 1500);
  }
  var u = Gl(), f = Ne(u), h = N(f), p = X(h, !0), b = c(h, 2);
  sl(b, () => e.children ?? rs);
  var d = c(b, 4), w = N(d);
  {
    var U = (L) => {
      var V = Kl();
      F(() => ie(V, "aria-expanded", r(s))), se("click", V, () => M(s, !r(s))), _(L, V);
    };
    B(w, (L) => {
      t() && L(U);
    });
  }
  var v = c(w, 2);
  {
    var g = (L) => {
      var V = Tt(), $ = Ne(V);
      Te($, 16, () => ["png", "svg", "csv"], Fe, (O, W) => {
        var J = Tt(), R = Ne(J);
        {
          var K = (Z) => {
            var q = Vl(), oe = X(q, !0);
            F(
              (ee) => {
                ie(q, "aria-label", `Export ${a().name ?? ""} as ${ee ?? ""}`), C(oe, W);
              },
              [() => W.toUpperCase()]
            ), se("click", q, () => o(W)), _(Z, q);
          };
          B(R, (Z) => {
            (W === "csv" ? a().csv : a().svg) && Z(K);
          });
        }
        _(O, J);
      }), _(L, V);
    };
    B(v, (L) => {
      a() && L(g);
    });
  }
  var m = c(f, 2);
  {
    var P = (L) => {
      var V = Yl(), $ = N(V), O = X($, !0), W = c($, 2), J = X(W, !0);
      F(() => {
        C(O, r(i) ? "copied" : "copy"), ie(W, "aria-label", `Python for ${e.title ?? ""}`), C(J, t());
      }), se("click", $, l), _(L, V);
    };
    B(m, (L) => {
      r(s) && t() && L(P);
    });
  }
  F(() => C(p, e.title)), _(n, u), Ge();
}
ft(["click"]);
var Xl = /* @__PURE__ */ E('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span role="status"> </span></p></div>');
function pn(n, e) {
  Ye(e, !0);
  let t = Re(e, "signed", 3, !1), a = Re(e, "high", 3, 0), s = Re(e, "rowName", 3, "layer"), i = Re(e, "columnName", 3, "head"), o = Re(e, "columnLabels", 3, null), l = Re(e, "picked", 3, null), u = Re(e, "unit", 3, ""), f = Re(e, "order", 3, null), h = /* @__PURE__ */ j(void 0), p = /* @__PURE__ */ j(0), b = /* @__PURE__ */ j(null);
  const d = 30, w = 18, U = 46, v = /* @__PURE__ */ S(() => Math.max(3, Math.min(U, (r(p) - d) / Math.max(1, e.columns)))), g = /* @__PURE__ */ S(() => Math.max(7, Math.min(30, r(v), 560 / Math.max(1, e.rows)))), m = /* @__PURE__ */ S(() => {
    if (a()) return a();
    let k = 0;
    for (let A = 0; A < e.rows * e.columns; A++) Math.abs(e.values[A]) > k && (k = Math.abs(e.values[A]));
    return k || 1;
  });
  let P = null;
  function L(k) {
    const A = document.createElement("canvas");
    A.width = Math.ceil((d + r(v) * e.columns) * k), A.height = Math.ceil((w + r(g) * e.rows) * k);
    const x = A.getContext("2d");
    x.scale(k, k);
    const I = Math.min(r(
      v
      // else the lines would be most of what is seen
    ), r(g)) > 12 ? 1 : 0;
    for (let ce = 0; ce < e.rows; ce++) for (let me = 0; me < e.columns; me++) {
      const y = e.values[ce * e.columns + (f() ? f()[me] : me)];
      x.fillStyle = Number.isNaN(y) ? "rgba(128,128,128,.18)" : Yt(y / r(m), t()), x.fillRect(d + me * r(v), w + ce * r(g), r(v) - I, r(g) - I);
    }
    x.fillStyle = getComputedStyle(r(h)).color, x.font = "11px system-ui, sans-serif", x.textBaseline = "middle", x.textAlign = "right";
    const G = Math.ceil(13 / r(g)), _e = Math.ceil(20 / r(v));
    for (let ce = 0; ce < e.rows; ce += G) x.fillText(String(ce), d - 5, w + (ce + 0.5) * r(g));
    if (x.textAlign = "center", !o()) for (let ce = 0; ce < e.columns; ce += _e) x.fillText(String(f() ? f()[ce] : ce), d + (ce + 0.5) * r(v), 8);
    return A;
  }
  lt(() => {
    e.values, e.rows, e.columns, t(), r(m), r(v), r(g), f(), !(!r(h) || !r(p)) && (P = L(devicePixelRatio || 1), V());
  }), lt(() => {
    r(b), l(), V();
  });
  function V() {
    if (!r(h) || !P) return;
    const k = devicePixelRatio || 1;
    (r(h).width !== P.width || r(h).height !== P.height) && Object.assign(r(h), { width: P.width, height: P.height });
    const A = r(h).getContext("2d");
    A.setTransform(1, 0, 0, 1, 0, 0), A.clearRect(0, 0, r(h).width, r(h).height), A.drawImage(P, 0, 0), A.scale(k, k);
    for (const [x, I] of [[l(), "#fff"], [r(b), "#ffe14d"]]) {
      if (!x) continue;
      const G = f() ? f().indexOf(x[1]) : x[1], _e = [
        d + G * r(v),
        w + x[0] * r(g),
        r(v) - 1,
        r(g) - 1
      ];
      A.lineWidth = 4, A.strokeStyle = "#000", A.strokeRect(..._e), A.lineWidth = 2, A.strokeStyle = I, A.strokeRect(..._e);
    }
  }
  function $(k) {
    const A = r(h).getBoundingClientRect(), x = Math.floor((k.clientX - A.left - d) / r(v)), I = Math.floor((k.clientY - A.top - w) / r(g));
    return I >= 0 && I < e.rows && x >= 0 && x < e.columns ? [I, f() ? f()[x] : x] : null;
  }
  function O(k) {
    k?.[0] === r(b)?.[0] && k?.[1] === r(b)?.[1] || (M(b, k), e.onhover?.(k));
  }
  function W(k) {
    const A = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[k.key], x = r(b) ?? l();
    if (A) {
      k.preventDefault();
      const I = x ? f() ? f().indexOf(x[1]) : x[1] : 0, G = x ? Math.max(0, Math.min(e.columns - 1, I + A[1])) : 0;
      O([
        x ? Math.max(0, Math.min(e.rows - 1, x[0] + A[0])) : 0,
        f() ? f()[G] : G
      ]);
    } else (k.key === "Enter" || k.key === " ") && x && (k.preventDefault(), e.onpick?.(x));
  }
  const J = /* @__PURE__ */ S(() => r(b) ?? l()), R = /* @__PURE__ */ S(() => {
    if (!r(J)) return "Point at a cell, click to keep it.";
    const k = e.values[r(J)[0] * e.columns + r(J)[1]], A = o() ? o()[r(J)[1]] : `${i()} ${r(J)[1]}`;
    return `${s()} ${r(J)[0]}, ${A}: ${t() ? Qt(k) : pt(k)} ${u()}`;
  });
  var K = Xl();
  let Z;
  var q = N(K), oe = N(q);
  let ee;
  en(oe, (k) => M(h, k), () => r(h));
  var Y = c(q, 2), re = N(Y), ve = N(re), de = c(ve);
  let le;
  var ge = c(de), pe = c(re, 2), z = X(pe, !0);
  F(
    (k, A, x) => {
      Z = We(K, "", Z, {
        "max-width": `max(320px, ${d + U * e.columns}px)`
      }), ie(q, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), ie(q, "data-grid", e.label), ie(q, "data-cell", `30,18,${r(v) ?? ""},${r(g) ?? ""}`), ee = We(oe, "", ee, {
        width: `${d + r(v) * e.columns}px`,
        height: `${w + r(g) * e.rows}px`
      }), C(ve, `${k ?? ""} `), le = We(de, "", le, { background: A }), C(ge, ` ${x ?? ""}`), C(z, r(R));
    },
    [
      () => t() ? `−${pt(r(m))}` : "0",
      () => Xs(t()),
      () => pt(r(m))
    ]
  ), se("keydown", q, W), Ue("blur", q, () => O(null)), se("pointermove", oe, (k) => O($(k))), Ue("pointerleave", oe, () => O(null)), se("click", oe, (k) => {
    const A = $(k);
    A && e.onpick?.(A);
  }), xn(K, "clientWidth", (k) => M(p, k)), _(n, K), Ge();
}
ft(["keydown", "pointermove", "click"]);
var Zl = /* @__PURE__ */ E('<p role="status"> <button type="button" class="primary">find it</button></p>');
function Lr(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  var a = Tt(), s = Ne(a);
  {
    var i = (o) => {
      var l = Zl(), u = N(l), f = c(u);
      F((h, p) => C(u, `${e.what ?? ""} takes about ${h ?? ""}${p ?? ""}. `), [
        () => $n(e.long.seconds),
        () => e.long.bytes ? ` and ${vn(e.long.bytes)}` : ""
      ]), se("click", f, () => t().granted = /* @__PURE__ */ new Set([...t().granted, e.long.key])), _(o, l);
    };
    B(s, (o) => {
      e.long && o(i);
    });
  }
  _(n, a), Ge();
}
ft(["click"]);
const Ql = () => new Promise((n, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => n(t.result), t.onerror = () => e(t.error);
});
async function Qs(n, e) {
  try {
    const t = (await Ql()).transaction("images", n).objectStore("images");
    return await new Promise((a, s) => {
      const i = e(t);
      i.onsuccess = () => a(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const Ja = (n, e) => Qs("readwrite", (t) => t.put(e, n)), $l = (n) => Qs("readonly", (e) => e.get(n));
async function eu(n, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(n), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const a = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < a; o++)
    t.currentTime = (o + 0.5) * t.duration / a, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: a / t.duration };
}
const $s = new Float32Array(65536);
for (let n = 0; n < 65536; n++) {
  const e = n & 32768 ? -1 : 1, t = n >> 10 & 31, a = n & 1023;
  $s[n] = e * (t === 0 ? a * 2 ** -24 : t === 31 ? a ? NaN : 1 / 0 : (1 + a / 1024) * 2 ** (t - 15));
}
const tu = {
  F16: (n) => Float32Array.from(new Uint16Array(n), (e) => $s[e]),
  F32: (n) => new Float32Array(n),
  F64: (n) => new Float64Array(n),
  U8: (n) => new Uint8Array(n),
  U16: (n) => new Uint16Array(n),
  U32: (n) => new Uint32Array(n),
  I32: (n) => new Int32Array(n),
  I64: (n) => Float64Array.from(new BigInt64Array(n), Number)
};
function Gr(n) {
  const e = n.byteOffset === 0 && n.byteLength === n.buffer.byteLength ? n : n.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), a = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [o, l] of Object.entries(a)) {
    if (o === "__metadata__") continue;
    const [u, f] = l.data_offsets;
    s[o] = { shape: l.shape, data: tu[l.dtype](e.slice(8 + t + u, 8 + t + f).buffer) };
  }
  const i = JSON.parse(a.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (u) => (u / 255) ** 2 * l : ru);
  return { arrays: s, about: i };
}
const ru = (n) => n < 128 ? n : Number((128 * 2 ** ((n - 128) / 10)).toPrecision(2));
async function nu(n) {
  const e = new Blob([n]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* au(n) {
  const e = n.getReader();
  let t = new Uint8Array(0);
  try {
    for (; ; ) {
      const { done: a, value: s } = await e.read();
      if (a) return;
      const i = new Uint8Array(t.length + s.length);
      for (i.set(t), i.set(s, t.length), t = i; t.length >= 4; ) {
        const o = new DataView(t.buffer, t.byteOffset).getUint32(0, !0);
        if (t.length < 4 + o) break;
        yield t.slice(4, 4 + o), t = t.slice(4 + o);
      }
    }
  } finally {
    e.cancel().catch(() => {
    });
  }
}
class Qe extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function su(n) {
  if (n.ok) return n;
  const e = await n.json().catch(() => ({ error: n.statusText }));
  throw new Qe(e.error ?? n.statusText, n.status);
}
async function ar(n, e) {
  try {
    return await su(await fetch(n, e));
  } catch (t) {
    throw t instanceof Qe || t.name === "AbortError" ? t : new Qe("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Un = (n) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(n) }), Ka = 32 * 2 ** 20;
class iu {
  kind = "server";
  async models() {
    return (await ar("api/models")).json();
  }
  async example(e, t) {
    return (await ar(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    if (e.size > Ka) throw new Qe(`it has ${vn(e.size)}, and ${vn(Ka)} are the most. Scale it down, or save it as JPEG.`);
    return (await ar("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await ar("api/studies", Un(e));
    return { id: t.headers.get("x-study"), bytes: new Uint8Array(await t.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await ar(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, t, a) {
    return `api/studies/${e}/pictures/${t}/${a}`;
  }
  async raw(e, t, a) {
    return new Uint8Array(await (await ar(`api/studies/${e}/${t}`, Un(a))).arrayBuffer());
  }
  async *stream(e, t, a, s) {
    const i = await ar(`api/studies/${e}/${t}`, { ...Un(a), signal: s });
    for await (const o of au(i.body)) {
      const l = Gr(o);
      if (l.about.error) throw new Qe(l.about.error);
      yield l;
    }
  }
}
const Wr = (n) => Uint8Array.from(atob(n), (e) => e.charCodeAt(0));
class ou {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Wr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new Qe("This page holds one study only.");
  }
  async addImage() {
    throw new Qe("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new Qe("This page holds one study only.");
  }
  async tokens() {
    throw new Qe("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new Qe("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? nu(Wr(s)) : Wr(s);
  }
  async *stream(e, t, a) {
    yield Gr(await this.raw(e, t, a));
  }
}
class lu {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, a) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new Qe(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
    });
  }
  model;
  kind = "kernel";
  waiting = /* @__PURE__ */ new Map();
  next = 0;
  saved() {
    return this.model.get("saved");
  }
  given() {
    return { ...this.saved(), bytes: Wr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new Qe("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new Qe("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new Qe("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, t, a) {
    return this.saved().pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = e === this.saved().id && this.saved().views[`${t} ${JSON.stringify(a)}`];
    return s ? Wr(s) : this.sent(e, t, a);
  }
  sent(e, t, a) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new Qe("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (u) => (clearTimeout(l), i(u)), failed: (u) => (clearTimeout(l), o(u)) }), this.model.send({ id: s, study: e, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = Gr(await this.raw(e, t, a));
    if (s.about.error) throw new Qe(s.about.error);
    yield s;
  }
}
const Fr = ["attribution", "attention", "lens", "causes"];
class ta {
  constructor(e, t, a) {
    this.source = e, this.id = t, this.bytes = a;
    const { arrays: s, about: i } = Gr(a), o = s.boxes.data;
    this.tokens = i.strings.map((l, u) => {
      const f = (p) => s[p]?.data[u] ?? -1, h = Array.from(o.slice(4 * u, 4 * u + 4));
      return {
        position: u,
        text: l,
        id: f("ids"),
        kind: i.kinds[f("kinds")],
        image: f("images"),
        frame: f("frames"),
        row: f("rows"),
        column: f("columns"),
        tile: f("tiles"),
        tileRow: f("tile_rows"),
        tileColumn: f("tile_columns"),
        global: f("globals") > 0,
        box: h.some(Number.isNaN) ? null : h
      };
    }), this.numbers = i.numbers ?? null, this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.costs = i.costs ?? {}, this.passSeconds = i.pass_seconds ?? 0, this.code = i.code;
  }
  source;
  id;
  bytes;
  tokens = [];
  images;
  nPrompt;
  nLayers;
  nHeads;
  model;
  costs;
  #e = (
    // of what takes long: passes over the prompt, and bytes
    /* @__PURE__ */ j(0)
  );
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    M(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ j(or([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    M(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ j(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    M(this.#t, e, !0);
  }
  asked = null;
  numbers = null;
  raw = /* @__PURE__ */ new Map();
  views = /* @__PURE__ */ new Map();
  cost(e) {
    return {
      seconds: this.passSeconds * (this.costs[`${e}_passes`] ?? 0),
      bytes: this.costs[`${e}_bytes`] ?? 0
    };
  }
  // The number of a position in the prompt, where only some positions are here.
  number(e) {
    return this.numbers?.[e] ?? e;
  }
  // What a position says in a few letters.
  label(e) {
    const t = this.tokens[e];
    return t ? t.kind !== "image" || t.row < 0 ? t.text : [...[
      this.images.length > 1 ? `image ${t.image + 1}` : "",
      t.frame >= 0 ? `frame ${t.frame + 1}` : "",
      t.tileRow >= 0 ? `tile ${t.tileRow + 1},${t.tileColumn + 1}` : t.global ? "global" : ""
    ], `row ${t.row + 1} column ${t.column + 1}`].filter(Boolean).join(" ") : this.answer[e - this.nPrompt]?.token.text ?? "";
  }
  has(e) {
    return this.views.has(e);
  }
  view(e, t) {
    const a = ei(e, t);
    let s = this.views.get(a);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(a, i), Gr(i))), this.views.set(a, s), s.catch(() => this.views.delete(a))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const ei = (n, e) => `${n} ${JSON.stringify(e)}`, uu = ["model", "q", "system", "prefill", "images", "turns", "t"], cu = (n) => n ? n.split(",").map(Number).filter(Number.isFinite) : [], zt = (n, e) => n !== null && n !== "" && Number.isFinite(Number(n)) ? Number(n) : e;
class fu {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ j([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    M(this.#e, e);
  }
  #r = /* @__PURE__ */ j("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    M(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ j("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    M(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ j("");
  get system() {
    return r(this.#n);
  }
  set system(e) {
    M(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ j([]);
  get earlier() {
    return r(this.#a);
  }
  set earlier(e) {
    M(this.#a, e);
  }
  #s = /* @__PURE__ */ j("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    M(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ j([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    M(this.#o, e);
  }
  #i = /* @__PURE__ */ j(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    M(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ j("");
  get exampleName() {
    return r(this.#l);
  }
  set exampleName(e) {
    M(this.#l, e, !0);
  }
  #h = /* @__PURE__ */ j(null);
  get truth() {
    return r(this.#h);
  }
  set truth(e) {
    M(this.#h, e, !0);
  }
  #u = /* @__PURE__ */ j(0);
  get temperature() {
    return r(this.#u);
  }
  set temperature(e) {
    M(this.#u, e, !0);
  }
  #v = /* @__PURE__ */ j(48);
  get maxNew() {
    return r(this.#v);
  }
  set maxNew(e) {
    M(this.#v, e, !0);
  }
  #_ = /* @__PURE__ */ j(null);
  get study() {
    return r(this.#_);
  }
  set study(e) {
    M(this.#_, e);
  }
  #c = /* @__PURE__ */ j(null);
  get clean() {
    return r(this.#c);
  }
  set clean(e) {
    M(this.#c, e);
  }
  #p = /* @__PURE__ */ j(null);
  get second() {
    return r(this.#p);
  }
  set second(e) {
    M(this.#p, e);
  }
  #b = /* @__PURE__ */ j(null);
  get secondUpload() {
    return r(this.#b);
  }
  set secondUpload(e) {
    M(this.#b, e);
  }
  #k = /* @__PURE__ */ j(null);
  get secondExample() {
    return r(this.#k);
  }
  set secondExample(e) {
    M(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ j(null);
  get focus() {
    return r(this.#m);
  }
  set focus(e) {
    M(this.#m, e, !0);
  }
  #f = /* @__PURE__ */ j(null);
  get target() {
    return r(this.#f);
  }
  set target(e) {
    M(this.#f, e);
  }
  #g = /* @__PURE__ */ j(null);
  get contrast() {
    return r(this.#g);
  }
  set contrast(e) {
    M(this.#g, e);
  }
  #y = /* @__PURE__ */ j(null);
  get place() {
    return r(this.#y);
  }
  set place(e) {
    M(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ j(null);
  get layer() {
    return r(this.#d);
  }
  set layer(e) {
    M(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ j(null);
  get head() {
    return r(this.#w);
  }
  set head(e) {
    M(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ j(null);
  get lensLayer() {
    return r(this.#x);
  }
  set lensLayer(e) {
    M(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ j([]);
  get words() {
    return r(this.#S);
  }
  set words(e) {
    M(this.#S, e);
  }
  #E = /* @__PURE__ */ j(0);
  get word() {
    return r(this.#E);
  }
  set word(e) {
    M(this.#E, e, !0);
  }
  #A = /* @__PURE__ */ j(!1);
  get vision() {
    return r(this.#A);
  }
  set vision(e) {
    M(this.#A, e, !0);
  }
  #M = /* @__PURE__ */ j(/* @__PURE__ */ new Set());
  get granted() {
    return r(this.#M);
  }
  set granted(e) {
    M(this.#M, e);
  }
  #N = /* @__PURE__ */ j(!1);
  get pattern() {
    return r(this.#N);
  }
  set pattern(e) {
    M(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ j("");
  get find() {
    return r(this.#T);
  }
  set find(e) {
    M(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ j(0.01);
  get least() {
    return r(this.#P);
  }
  set least(e) {
    M(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ j("none");
  get paint() {
    return r(this.#L);
  }
  set paint(e) {
    M(this.#L, e, !0);
  }
  #O = /* @__PURE__ */ j("attribution");
  get tab() {
    return r(this.#O);
  }
  set tab(e) {
    M(this.#O, e, !0);
  }
  #R = /* @__PURE__ */ j(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#R);
  }
  set selected(e) {
    M(this.#R, e);
  }
  #C = /* @__PURE__ */ j([]);
  get changes() {
    return r(this.#C);
  }
  set changes(e) {
    M(this.#C, e);
  }
  #I = /* @__PURE__ */ j(null);
  get sweep() {
    return r(this.#I);
  }
  set sweep(e) {
    M(this.#I, e);
  }
  #j = /* @__PURE__ */ j(null);
  get hoverHead() {
    return r(this.#j);
  }
  set hoverHead(e) {
    M(this.#j, e);
  }
  #F = /* @__PURE__ */ j(null);
  get hoverPlace() {
    return r(this.#F);
  }
  set hoverPlace(e) {
    M(this.#F, e, !0);
  }
  #U = /* @__PURE__ */ j(0);
  get busy() {
    return r(this.#U);
  }
  set busy(e) {
    M(this.#U, e, !0);
  }
  #D = /* @__PURE__ */ j("");
  get message() {
    return r(this.#D);
  }
  set message(e) {
    M(this.#D, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #H = /* @__PURE__ */ j(Fr);
  get tabs() {
    return r(this.#H);
  }
  set tabs(e) {
    M(this.#H, e);
  }
  run = 0;
  stop = null;
  get asked() {
    return (this.clean ?? this.study)?.asked ?? null;
  }
  get draft() {
    const {
      model: e,
      question: t,
      system: a,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: u,
      temperature: f
    } = this;
    return {
      model: e,
      question: t,
      system: a,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: u,
      temperature: f
    };
  }
  // Whether something else would be asked now.
  get edited() {
    return this.asked !== null && JSON.stringify(this.prompt(this.draft)) !== JSON.stringify(this.prompt(this.asked));
  }
  get info() {
    return this.models.find((e) => e.name === this.model) ?? null;
  }
  get at() {
    return this.focus ?? (this.study ? this.study.nPrompt - 1 : 0);
  }
  get shownHead() {
    return this.hoverHead ?? (this.layer !== null && this.head !== null ? { layer: this.layer, head: this.head } : null);
  }
  get shownPlace() {
    return this.hoverPlace ?? this.place;
  }
  fail(e) {
    const t = e;
    t.name !== "AbortError" && (this.message = t.message || String(e));
  }
  // Says that something runs, while it runs.
  async counted(e) {
    this.busy++;
    try {
      return await e;
    } finally {
      this.busy--;
    }
  }
  // Runs something that asks the server about a study; one that is gone is asked for again.
  async during(e) {
    try {
      return await this.counted(e);
    } catch (t) {
      return t instanceof Qe && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const a = new ta(this.source, t.id, t.bytes);
      a.answer = t.answer ?? [], this.study = a, this.tabs = t.tabs ?? Fr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((a) => setTimeout(a, 2e3));
      }
    this.message = "", this.model = this.models[0]?.name ?? "";
    const e = new URLSearchParams(location.hash.slice(1));
    addEventListener("hashchange", () => this.moved()), e.has("q") ? await this.arrive(e) : this.info?.examples && await this.takeExample(0, !1);
  }
  // Another address in the same page: another question is asked, another selection is shown.
  moved() {
    const e = new URLSearchParams(location.hash.slice(1)), t = new URLSearchParams(this.written);
    e.toString() !== this.written && (uu.every((a) => e.get(a) === t.get(a)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((a) => this.fail(a)));
  }
  async arrive(e) {
    this.models.some((a) => a.name === e.get("model")) && (this.model = e.get("model")), this.restore(e), this.uploads = [];
    const t = this.bring(e);
    this.filling = t, await t && await this.ask(!1, this.draft);
  }
  // --- the address ---
  written = "";
  write() {
    const e = this.asked ?? this.draft, t = {
      model: e.model,
      q: e.question,
      system: e.system,
      prefill: e.prefill,
      example: e.example,
      images: e.uploads.map((i) => i.frames ? `${i.frames.join("+")}@${i.fps}` : i.id).join(","),
      turns: e.earlier.length ? JSON.stringify(e.earlier) : "",
      t: e.temperature || "",
      focus: this.focus,
      target: this.target && `${this.target.id}:${this.target.text}`,
      contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place,
      layer: this.layer,
      head: this.head,
      lens: this.lensLayer,
      words: this.words.join(","),
      word: this.word || "",
      paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === Fr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      vision: this.vision ? 1 : "",
      find: this.find.trim(),
      pattern: this.pattern ? 1 : ""
    }, a = new URLSearchParams();
    for (const [i, o] of Object.entries(t)) o != null && o !== "" && a.set(i, String(o));
    const s = a.toString();
    !this.study || s === this.written || (this.written = s, this.source.kind !== "kernel" && history.replaceState(null, "", `#${s}`));
  }
  restore(e) {
    const t = (a) => {
      const [s, ...i] = (e.get(a) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = zt(e.get("t"), 0), this.focus = zt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = zt(e.get("place"), null), this.layer = zt(e.get("layer"), null), this.head = zt(e.get("head"), null), this.lensLayer = zt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = zt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Fr.includes(e.get("tab")) ? e.get("tab") : Fr[0], this.selected = new Set(cu(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern");
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = zt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? zt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
    const a = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), u = [];
      for (const f of l) {
        const h = await this.bringImage(f);
        if (!h)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        u.push(h);
      }
      a.push(o ? {
        ...u[0],
        frames: u.map((f) => f.id),
        fps: Number(o) || void 0
      } : u[0]);
    }
    return this.uploads = a, !0;
  }
  async bringImage(e) {
    const t = await $l(e) ?? await fetch(this.source.imageUrl(e)).then((a) => a.ok ? a.blob() : null, () => null);
    return t && this.source.addImage(t);
  }
  // --- asking ---
  // What is still on its way to the question: an example, or images. Asking waits for it.
  filling = Promise.resolve();
  fills = 0;
  // Another model: its own example of that number; what is one's own stays.
  otherModel() {
    this.example !== null && (this.info?.examples ? this.takeExample(Math.min(this.example, this.info.examples - 1), !1, !0) : this.example = null);
  }
  // With `keeps`, a question about the same images stays, too.
  async takeExample(e, t = !0, a = !1) {
    const s = ++this.fills, i = this.model, o = this.counted(this.source.example(i, e)).then(
      (l) => s !== this.fills || i !== this.model ? !1 : (this.example = e, this.exampleName = l.name, this.truth = l.answer, a && l.images.map((u) => u.id).join() === this.uploads.map((u) => u.id).join() || (this.question = l.question, this.prefill = l.prefill, this.uploads = l.images, this.earlier = []), !0),
      (l) => (this.fail(l), !1)
    );
    this.filling = o, await o && t && await this.ask();
  }
  // Images of one's own: beside those that are there, or in the place of an example's.
  addFiles(e) {
    const t = [...e], a = this.filling;
    this.filling = this.counted((async () => {
      await a;
      const s = this.example !== null ? [] : [...this.uploads], i = [];
      for (const o of t)
        try {
          s.push(await this.upload(o));
        } catch (l) {
          i.push(`${o.name}: ${l.message}`);
        }
      this.message = i.join(" "), i.length !== t.length && (this.uploads = s, this.example = null, this.exampleName = "", this.truth = null);
    })());
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await Ja(i.id, e), i;
    }
    const { frames: t, fps: a } = await eu(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await Ja(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(a * 1e3) / 1e3
    };
  }
  prompt(e) {
    const t = e.uploads.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), a = [];
    e.system && a.push({
      role: "system",
      content: [{ type: "text", text: e.system }]
    });
    const s = [{ type: "text", text: e.question }];
    return e.earlier.length ? a.push(...e.earlier, { role: "user", content: s }) : a.push({ role: "user", content: [...t, ...s] }), {
      model: e.model,
      turns: a,
      prefill: e.prefill,
      temperature: e.temperature
    };
  }
  // Asks what the page says, or, where it is not fresh, what the study that is shown was asked with.
  async ask(e = !0, t = this.asked) {
    this.stop?.abort();
    const a = ++this.run, s = this.stop = new AbortController();
    this.message = "", this.busy++;
    let i = null;
    try {
      for (let l = null; l !== this.filling; ) await (l = this.filling);
      if (a !== this.run) return;
      const o = e ? this.draft : t ?? this.draft;
      if (i = await this.open(o), a !== this.run || (e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.info?.loaded || (this.models = await this.source.models()), this.study = i, this.clean = null, this.sweep = null, this.second = null, this.granted = /* @__PURE__ */ new Set(), !await this.answers(i, () => a === this.run, s.signal))) return;
      this.afterAnswer();
    } catch (o) {
      a === this.run && this.fail(o);
    } finally {
      this.busy--, i && (i.answering = !1);
    }
  }
  async open(e) {
    const { id: t, bytes: a } = await this.source.open(this.prompt(e)), s = new ta(this.source, t, a);
    return s.asked = e, s;
  }
  // Lets a study answer, token by token, as long as it is wanted.
  async answers(e, t, a) {
    e.answering = !0;
    try {
      for await (const s of this.source.stream(
        e.id,
        "answer",
        {
          max_new_tokens: this.maxNew,
          temperature: e.asked.temperature,
          seed: 0
        },
        a
      )) {
        if (!t()) return !1;
        e.answer = [...e.answer, s.about], e.passSeconds = s.about.pass_seconds;
      }
    } finally {
      e.answering = !1;
    }
    return e.forget(), t();
  }
  afterAnswer() {
    const e = this.study?.answer[0];
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position);
    const t = this.secondExample ?? this.secondUpload;
    this.study && t !== null && !this.second && this.openSecond(t).catch((a) => this.fail(a)), this.write();
  }
  goOn() {
    if (!this.study || !this.asked) return;
    const e = this.prompt(this.asked).turns.filter((a) => a.role !== "system"), t = this.study.answer.filter((a) => !a.ends).map((a) => a.token.text).join("").trim();
    this.earlier = [
      ...e,
      {
        role: "assistant",
        content: [{ type: "text", text: t || "…" }]
      }
    ], this.question = "", this.prefill = "";
  }
  halt() {
    this.stop?.abort(), this.run++, this.study && (this.study.answering = !1);
  }
  // The same question about another image: the n-th example's, or one of one's own.
  async openSecond(e) {
    const t = ++this.seconds, a = this.asked;
    if (!a) return;
    const s = () => t === this.seconds && this.asked === a, i = async () => typeof e == "number" ? (await this.source.example(a.model, e)).images[0] ?? null : e instanceof File ? this.upload(e) : e, o = await this.during((async () => {
      const l = await i();
      return l && {
        upload: l,
        study: await this.open({
          ...a,
          uploads: [l, ...a.uploads.slice(1)],
          temperature: 0
        })
      };
    })());
    !o || !s() || (this.secondExample = typeof e == "number" ? e : null, this.secondUpload = o.upload, this.second = o.study, await this.during(this.answers(o.study, s)));
  }
  seconds = 0;
  // --- looking ---
  lookAt(e) {
    this.focus = e.position, this.target = e.token, this.contrast = null, this.tabs.includes("attribution") && (this.tab = "attribution");
  }
  takeHead(e, t, a = "attention") {
    this.layer = e, this.head = t, this.paint = a, this.hoverHead = null;
  }
  takePlace(e) {
    this.place = e, this.hoverPlace = null;
  }
  release() {
    (this.hoverHead || this.hoverPlace !== null) && (this.hoverHead = null, this.hoverPlace = null), this.place !== null ? this.place = null : this.layer !== null ? (this.layer = this.head = null, this.paint = "none") : this.selected.size && (this.selected = /* @__PURE__ */ new Set());
  }
  toggle(e, t = "set") {
    const a = new Set(t === "set" ? [] : this.selected);
    for (const s of e)
      t === "flip" && a.has(s) ? a.delete(s) : a.add(s);
    this.selected = a;
  }
}
function qt(n, ...e) {
  const t = n.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let a = 0;
  return e.forEach((s, i) => a += s * n.shape.slice(i + 1).reduce((o, l) => o * l, 1)), n.data.subarray(a, a + t);
}
var du = /* @__PURE__ */ E('<span class="fine"> </span>'), Va = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), hu = /* @__PURE__ */ E('<button type="button"> </button>'), vu = /* @__PURE__ */ E('<li><button type="button" class="head"> <b> </b></button></li>'), pu = /* @__PURE__ */ E('<ol class="best"></ol>'), gu = /* @__PURE__ */ E('<p class="fine"> </p>'), _u = /* @__PURE__ */ E('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), mu = /* @__PURE__ */ E('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), bu = /* @__PURE__ */ E('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function yu(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7), a = /* @__PURE__ */ j("image"), s = /* @__PURE__ */ j(!1);
  const i = /* @__PURE__ */ S(() => e.painted.heads.view), o = /* @__PURE__ */ S(() => e.painted.pattern), l = /* @__PURE__ */ S(() => t().pattern), u = /* @__PURE__ */ S(() => {
    if (!r(i)) return new Float32Array();
    const { shape: O, data: W } = r(i).arrays.weights, [J, R, K] = O, Z = new Float32Array(J * R), q = t().place ?? -1, oe = new Uint8Array(K);
    for (let ee = 0; ee < K; ee++) oe[ee] = Number(r(a) === "image" ? e.study.tokens[ee]?.kind === "image" : r(a) === "selection" ? t().selected.has(ee) : ee === q);
    for (let ee = 0; ee < J * R; ee++) {
      let Y = 0;
      const re = ee * K;
      if (r(a) === "entropy") for (let ve = 0; ve < K; ve++) {
        const de = W[re + ve];
        de > 0 && (Y -= de * Math.log(de));
      }
      else for (let ve = 0; ve < K; ve++) oe[ve] && (Y += W[re + ve]);
      Z[ee] = Y;
    }
    return Z;
  }), f = /* @__PURE__ */ S(() => r(i)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ S(() => Array.from(r(u).keys()).sort((O, W) => r(u)[W] - r(u)[O]).slice(0, 24)), p = /* @__PURE__ */ S(() => r(i) ? {
    name: "attention",
    svg: () => _a(r(u), r(f)[0], r(f)[1], (O) => Yt(O / Math.max(...r(u), 1e-9), !1), `attention, ${r(a)}`),
    csv: () => [
      ["layer", "head", r(a)],
      ...Array.from(r(u), (O, W) => [
        Math.floor(W / r(f)[1]),
        W % r(f)[1],
        O
      ])
    ]
  } : null), b = /* @__PURE__ */ S(() => t().shownPlace), d = /* @__PURE__ */ S(() => {
    const O = e.painted.readers.view;
    return O && t().shownHead && t().paint === "readers" ? Array.from(qt(O.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((W, J) => ({ weight: W, position: J })).sort((W, J) => J.weight - W.weight).slice(0, 5) : [];
  });
  var w = bu(), U = N(w);
  {
    let O = /* @__PURE__ */ S(() => r(l) ? r(o).view?.about.code ?? "" : r(i)?.about.code ?? "");
    rr(U, {
      title: "Attention",
      get code() {
        return r(O);
      },
      get exporter() {
        return r(p);
      },
      children: (W, J) => {
        var R = du(), K = X(R);
        F((Z) => C(K, `from the focus ${Z ?? ""}`), [
          () => JSON.stringify(e.study.label(r(i)?.about.focus ?? t().at))
        ]), _(W, R);
      },
      $$slots: { default: !0 }
    });
  }
  var v = c(U, 2);
  {
    var g = (O) => {
      var W = Va(), J = X(W, !0);
      F(() => C(J, e.painted.heads.error)), _(O, W);
    };
    B(v, (O) => {
      e.painted.heads.error && O(g);
    });
  }
  var m = c(v, 2), P = N(m);
  Te(
    P,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    Fe,
    (O, W) => {
      var J = /* @__PURE__ */ S(() => ur(W, 2));
      let R = () => r(J)[0], K = () => r(J)[1];
      var Z = hu(), q = X(Z, !0);
      F(() => {
        ie(Z, "aria-pressed", r(a) === R()), Z.disabled = R() === "selection" && !t().selected.size || R() === "token" && t().place === null, C(q, K());
      }), se("click", Z, () => M(a, R(), !0)), _(O, Z);
    }
  );
  var L = c(P, 2), V = c(m, 2);
  {
    var $ = (O) => {
      var W = mu(), J = Ne(W);
      {
        var R = (k) => {
          var A = pu();
          Te(A, 20, () => r(h), (x) => x, (x, I) => {
            const G = /* @__PURE__ */ S(() => {
              const [D, H] = [Math.floor(I / r(f)[1]), I % r(f)[1]];
              return { layer: D, head: H };
            });
            var _e = vu(), ce = N(_e), me = N(ce), y = c(me), ae = X(y, !0);
            F(
              (D) => {
                ie(ce, "aria-pressed", t().layer === r(G).layer && t().head === r(G).head), C(me, `L${r(G).layer ?? ""}H${r(G).head ?? ""} `), C(ae, D);
              },
              [
                () => r(a) === "entropy" ? `${r(u)[I].toFixed(2)} nats` : Dt(r(u)[I])
              ]
            ), Ue("pointerenter", ce, () => {
              t().hoverHead = {
                layer: r(G).layer,
                head: r(G).head
              }, t().paint = "attention";
            }), Ue("pointerleave", ce, () => t().hoverHead = null), se("click", ce, () => t().takeHead(r(G).layer, r(G).head)), _(x, _e);
          }), _(k, A);
        }, K = (k) => {
          {
            let A = /* @__PURE__ */ S(() => r(a) === "entropy" ? 0 : 1), x = /* @__PURE__ */ S(() => r(a) === "entropy" ? "nats" : "of its attention"), I = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            pn(k, {
              label: "Attention by head",
              get values() {
                return r(u);
              },
              get rows() {
                return r(f)[0];
              },
              get columns() {
                return r(f)[1];
              },
              get high() {
                return r(A);
              },
              get unit() {
                return r(x);
              },
              get picked() {
                return r(I);
              },
              onhover: (G) => {
                t().hoverHead = G && { layer: G[0], head: G[1] }, G && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([G, _e]) => t().takeHead(G, _e, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        B(J, (k) => {
          r(s) ? k(R) : k(K, -1);
        });
      }
      var Z = c(J, 2), q = N(Z), oe = c(q, 2), ee = c(oe, 2), Y = X(ee), re = c(Z, 2);
      {
        var ve = (k) => {
          var A = gu(), x = X(A);
          F((I) => C(x, `Most by: ${I ?? ""}.`), [
            () => r(d).map((I) => `${e.study.label(I.position)} ${Dt(I.weight)}`).join(", ")
          ]), _(k, A);
        };
        B(re, (k) => {
          r(d).length && k(ve);
        });
      }
      var de = c(re, 2);
      {
        let k = /* @__PURE__ */ S(() => e.painted.long("pattern"));
        Lr(de, {
          get session() {
            return t();
          },
          get long() {
            return r(k);
          },
          what: "The whole pattern"
        });
      }
      var le = c(de, 2);
      {
        var ge = (k) => {
          const A = /* @__PURE__ */ S(() => r(o).view.arrays.weights);
          var x = _u(), I = Ne(x), G = X(I), _e = c(I, 2), ce = N(_e);
          {
            let me = /* @__PURE__ */ S(() => [t().at, t().place ?? t().at]);
            pn(ce, {
              label: "Pattern",
              get values() {
                return r(A).data;
              },
              get rows() {
                return r(A).shape[0];
              },
              get columns() {
                return r(A).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return r(me);
              },
              onpick: ([y, ae]) => {
                t().place = ae, y < e.study.tokens.length && (t().focus = y);
              }
            });
          }
          F(() => C(G, `Queries from top to bottom, keys from left to right${r(b) === null ? "" : `; row ${r(b)} is the token that is pointed at`}.`)), _(k, x);
        };
        B(le, (k) => {
          r(l) && r(o).view && k(ge);
        });
      }
      var pe = c(le, 2);
      {
        var z = (k) => {
          var A = Va(), x = X(A, !0);
          F(() => C(x, r(o).error)), _(k, A);
        };
        B(pe, (k) => {
          r(o).error && k(z);
        });
      }
      F(() => {
        ie(q, "aria-pressed", t().paint === "attention"), ie(oe, "aria-pressed", t().paint === "readers"), oe.disabled = t().place === null, ie(ee, "aria-pressed", r(l)), ee.disabled = t().layer === null, C(Y, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), se("click", q, () => t().paint = "attention"), se("click", oe, () => t().paint = t().paint === "readers" ? "attention" : "readers"), se("click", ee, () => t().pattern = !t().pattern), _(O, W);
    };
    B(V, (O) => {
      r(i) && O($);
    });
  }
  F(() => ie(L, "aria-pressed", r(s))), se("click", L, () => M(s, !r(s))), _(n, w), Ge();
}
ft(["click"]);
class gn {
  #e = /* @__PURE__ */ j(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    M(this.#e, e);
  }
  #r = /* @__PURE__ */ j(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    M(this.#r, e);
  }
  #t = /* @__PURE__ */ j(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    M(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ j("");
  get error() {
    return r(this.#n);
  }
  set error(e) {
    M(this.#n, e, !0);
  }
  constructor(e, t) {
    let a = 0;
    lt(() => {
      const s = t(), i = ++a;
      if (!s?.study || s.study.answering) {
        s?.study || wt(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      wt(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, u).then(
        (f) => {
          i === a && Object.assign(this, { view: f, study: o, asked: u, name: l });
        },
        (f) => {
          i === a && (this.view = null, e.source.kind === "server" && f.status === 404 ? e.during(Promise.reject(f)) : this.error = f.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
var wu = /* @__PURE__ */ E('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), ku = /* @__PURE__ */ E('<span class="fine">logit of <b> </b><!> <!></span>'), Ya = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), xu = /* @__PURE__ */ E('<p class="fine">Click a token of the answer.</p>'), Su = /* @__PURE__ */ E('<li><button type="button" class="head"> <b> </b></button></li>'), Eu = /* @__PURE__ */ E('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), Au = /* @__PURE__ */ E('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Mu = /* @__PURE__ */ E("<li> <b> </b></li>"), Nu = /* @__PURE__ */ E('<ol class="best"></ol> <p class="fine"> </p>', 1), Tu = /* @__PURE__ */ E("<!> <!> <!>", 1), Pu = /* @__PURE__ */ E(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Lu = /* @__PURE__ */ E('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Ou(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = /* @__PURE__ */ S(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new gn(t(), () => r(a) ? { study: e.study, name: "parts", asked: r(a) } : null);
  let i = /* @__PURE__ */ j(null);
  const o = new gn(t(), () => r(a) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(a), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ S(() => s.view?.about), u = /* @__PURE__ */ S(() => s.view?.arrays.heads), f = /* @__PURE__ */ S(() => {
    if (!r(u)) return [];
    const [$, O] = r(u).shape;
    return Array.from({ length: $ * O }, (W, J) => ({
      layer: Math.floor(J / O),
      head: J % O,
      value: r(u).data[J]
    })).sort((W, J) => Math.abs(J.value) - Math.abs(W.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, p = /* @__PURE__ */ S(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const $ = s.view.arrays.values.data, O = [], W = [];
    return r(l).labels.forEach((J, R) => {
      const K = /^(\d+)_(.+)$/.exec(J);
      K ? (O[Number(K[1])] ??= { layer: Number(K[1]), parts: [] }).parts.push({ name: h[K[2]] ?? K[2], value: $[R] }) : W.push({ name: J.replace(/_/g, " "), value: $[R] });
    }), {
      layers: O,
      rest: W,
      high: Math.max(...Array.from($, Math.abs), 1e-6)
    };
  }), b = /* @__PURE__ */ S(() => r(u) ? {
    name: "attribution-heads",
    svg: () => _a(r(u).data, r(u).shape[0], r(u).shape[1], ($) => Yt($ / r(f).reduce((O, W) => Math.max(O, Math.abs(W.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map(($, O) => [$, s.view.arrays.values.data[O]]),
      ...Array.from(r(u).data, ($, O) => [
        `L${Math.floor(O / r(u).shape[1])}H${O % r(u).shape[1]}`,
        $
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ j("");
  var w = Lu(), U = N(w);
  {
    let $ = /* @__PURE__ */ S(() => r(l)?.code ?? "");
    rr(U, {
      title: "Attribution",
      get code() {
        return r($);
      },
      get exporter() {
        return r(b);
      },
      children: (O, W) => {
        var J = ku(), R = c(N(J)), K = X(R, !0), Z = c(R);
        {
          var q = (Y) => {
            var re = wu(), ve = c(Ne(re)), de = X(ve, !0), le = c(ve, 2);
            F((ge) => C(de, ge), [() => ct(r(l).contrast.text)]), se("click", le, () => t().contrast = null), _(Y, re);
          };
          B(Z, (Y) => {
            r(l)?.contrast && Y(q);
          });
        }
        var oe = c(Z, 2);
        {
          var ee = (Y) => {
            var re = Gn();
            F((ve) => C(re, `= ${ve ?? ""}`), [() => pt(r(l).logit)]), _(Y, re);
          };
          B(oe, (Y) => {
            r(l) && Y(ee);
          });
        }
        F((Y) => C(K, Y), [
          () => r(l) ? ct(r(l).answer.text) : ct(t().target?.text ?? "")
        ]), _(O, J);
      },
      $$slots: { default: !0 }
    });
  }
  var v = c(U, 2);
  {
    var g = ($) => {
      var O = Ya(), W = X(O, !0);
      F(() => C(W, s.error)), _($, O);
    };
    B(v, ($) => {
      s.error && $(g);
    });
  }
  var m = c(v, 2);
  {
    var P = ($) => {
      var O = xu();
      _($, O);
    };
    B(m, ($) => {
      t().target || $(P);
    });
  }
  var L = c(m, 2);
  {
    var V = ($) => {
      var O = Pu(), W = c(Ne(O), 2), J = N(W);
      {
        let k = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        pn(J, {
          label: "Attribution by head",
          get values() {
            return r(u).data;
          },
          get rows() {
            return r(u).shape[0];
          },
          get columns() {
            return r(u).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return r(k);
          },
          onhover: (A) => {
            t().hoverHead = A && { layer: A[0], head: A[1] }, A && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([A, x]) => t().takeHead(A, x, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var R = c(J, 2), K = c(N(R), 2);
      Te(K, 21, () => r(f), (k) => `${k.layer} ${k.head}`, (k, A) => {
        var x = Su(), I = N(x), G = N(I), _e = c(G), ce = X(_e, !0);
        F(
          (me) => {
            ie(I, "aria-pressed", t().layer === r(A).layer && t().head === r(A).head), C(G, `L${r(A).layer ?? ""}H${r(A).head ?? ""} `), C(ce, me);
          },
          [() => Qt(r(A).value)]
        ), Ue("pointerenter", I, () => t().hoverHead = r(A)), Ue("pointerleave", I, () => t().hoverHead = null), se("click", I, () => t().takeHead(r(A).layer, r(A).head, t().paint === "sources" ? "sources" : "attention")), _(k, x);
      });
      var Z = c(W, 2), q = c(N(Z), 2), oe = c(q, 2), ee = c(Z, 4);
      Te(ee, 21, () => r(p).layers, Fe, (k, A) => {
        var x = Tt(), I = Ne(x);
        {
          var G = (_e) => {
            var ce = Au(), me = N(ce), y = X(me, !0), ae = c(me, 2);
            Te(ae, 17, () => r(A).parts, Fe, (D, H) => {
              var te = Eu(), xe = N(te), ye = X(xe, !0), be = c(xe, 2), Q = N(be);
              let he;
              var ke = c(be), we = N(ke);
              let Ee;
              var Je = c(ke, 2), et = X(Je, !0);
              F(
                (je, He) => {
                  te.disabled = r(H).name !== "MLP", ie(te, "title", `${r(H).name ?? ""} of layer ${r(A).layer ?? ""}: ${je ?? ""} logits${r(H).name === "MLP" ? "; click for its neurons" : ""}`), ie(te, "aria-pressed", r(H).name === "MLP" ? r(i) === r(A).layer : void 0), C(ye, r(H).name), he = We(Q, "", he, {
                    width: `${r(H).value < 0 ? 100 * -r(H).value / r(p).high : 0}%`
                  }), Ee = We(we, "", Ee, {
                    width: `${r(H).value > 0 ? 100 * r(H).value / r(p).high : 0}%`
                  }), C(et, He);
                },
                [
                  () => Qt(r(H).value),
                  () => Qt(r(H).value)
                ]
              ), se("click", te, () => M(i, r(i) === r(A).layer ? null : r(A).layer, !0)), _(D, te);
            }), F(() => C(y, r(A).layer)), _(_e, ce);
          };
          B(I, (_e) => {
            r(A) && _e(G);
          });
        }
        _(k, x);
      });
      var Y = c(ee, 2), re = X(Y), ve = c(Y, 2);
      {
        var de = (k) => {
          var A = Tu(), x = Ne(A);
          {
            let me = /* @__PURE__ */ S(() => o.view?.about.code ?? "");
            rr(x, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(me);
              }
            });
          }
          var I = c(x, 2);
          {
            var G = (me) => {
              var y = Ya(), ae = X(y, !0);
              F(() => C(ae, o.error)), _(me, y);
            };
            B(I, (me) => {
              o.error && me(G);
            });
          }
          var _e = c(I, 2);
          {
            var ce = (me) => {
              var y = Nu(), ae = Ne(y);
              Te(ae, 22, () => Array.from(o.view.arrays.numbers.data), (te) => te, (te, xe, ye) => {
                var be = Mu(), Q = N(be), he = c(Q), ke = X(he, !0);
                F(
                  (we) => {
                    C(Q, `N${xe ?? ""} `), C(ke, we);
                  },
                  [() => Qt(o.view.arrays.values.data[r(ye)])]
                ), _(te, be);
              });
              var D = c(ae, 2), H = X(D);
              F((te) => C(H, `All others together ${te ?? ""}.`), [() => Qt(o.view.about.rest)]), _(me, y);
            };
            B(_e, (me) => {
              o.view && me(ce);
            });
          }
          _(k, A);
        };
        B(ve, (k) => {
          r(i) !== null && k(de);
        });
      }
      var le = c(ve, 2), ge = N(le), pe = c(N(ge)), z = c(ge);
      F(
        (k, A) => {
          ie(q, "aria-pressed", t().paint === "attention"), ie(oe, "aria-pressed", t().paint === "sources"), C(re, `Beside the layers: ${k ?? ""}. The parts sum to the model's own logit; left over: ${A ?? ""}.`), z.disabled = !r(d);
        },
        [
          () => r(p).rest.map((k) => `${k.name} ${Qt(k.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), se("click", q, () => t().paint = "attention"), se("click", oe, () => t().paint = "sources"), Ue("submit", le, async (k) => {
        k.preventDefault();
        const A = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(d),
          focus: t().at
        }));
        A?.about.contrast && (t().contrast = A.about.contrast);
      }), xt(pe, () => r(d), (k) => M(d, k)), _($, O);
    };
    B(L, ($) => {
      s.view && r(u) && $(V);
    });
  }
  _(n, w), Ge();
}
ft(["click"]);
var Ru = /* @__PURE__ */ kn('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Cu = /* @__PURE__ */ kn('<text text-anchor="middle"> </text>'), Iu = /* @__PURE__ */ kn('<circle r="2.5"><title> </title></circle>'), ju = /* @__PURE__ */ kn('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), Fu = /* @__PURE__ */ E("<span><i></i> </span>"), Uu = /* @__PURE__ */ E('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function ti(n, e) {
  Ye(e, !0);
  let t = Re(e, "low", 3, 0), a = Re(e, "high", 3, 1), s = Re(e, "note", 3, ""), i = Re(e, "unit", 3, (R) => String(Math.round(100 * R) / 100)), o = /* @__PURE__ */ j(0);
  const l = /* @__PURE__ */ S(() => Math.max(240, r(o))), u = 150, f = 42, h = 12, p = 8, b = 22, d = (R) => f + (r(l) - f - h) * R / Math.max(1, e.layers.length - 1), w = (R) => u - b - (u - b - p) * (R - t()) / (a() - t() || 1), U = /* @__PURE__ */ S(() => {
    const R = (a() - t()) / 4, K = 10 ** Math.floor(Math.log10(R || 1)), Z = K * ([1, 2, 5].find((q) => q * K >= R) ?? 10);
    return Array.from(
      {
        length: Math.floor(a() / Z + 1e-6) - Math.ceil(t() / Z - 1e-6) + 1
      },
      (q, oe) => (Math.ceil(t() / Z - 1e-6) + oe) * Z
    );
  }), v = /* @__PURE__ */ S(() => Math.ceil(e.layers.length / 10));
  var g = Uu(), m = N(g), P = N(m);
  Te(P, 16, () => r(U), (R) => R, (R, K) => {
    var Z = Ru(), q = Ne(Z);
    ie(q, "x1", f);
    var oe = c(q);
    ie(oe, "x", f - 5);
    var ee = X(oe, !0);
    F(
      (Y, re, ve, de, le) => {
        ie(q, "x2", r(l) - h), ie(q, "y1", Y), ie(q, "y2", re), ie(q, "opacity", ve), ie(oe, "y", de), C(ee, le);
      },
      [
        () => w(K),
        () => w(K),
        () => Math.abs(K) < 1e-9 ? 0.4 : 0.14,
        () => w(K),
        () => i()(K)
      ]
    ), _(R, Z);
  });
  var L = c(P);
  Te(L, 17, () => e.layers, Fe, (R, K, Z) => {
    var q = Tt(), oe = Ne(q);
    {
      var ee = (Y) => {
        var re = Cu();
        ie(re, "y", u - 8);
        var ve = X(re, !0);
        F(
          (de) => {
            ie(re, "x", de), C(ve, r(K));
          },
          [() => d(Z)]
        ), _(Y, re);
      };
      B(oe, (Y) => {
        Z % r(v) === 0 && Y(ee);
      });
    }
    _(R, q);
  });
  var V = c(L);
  Te(V, 17, () => e.curves, Fe, (R, K, Z) => {
    let q = () => r(K).name, oe = () => r(K).values;
    const ee = /* @__PURE__ */ S(() => Array.from(oe(), (pe, z) => [z, pe]).filter(([, pe]) => !Number.isNaN(pe)));
    var Y = ju(), re = Ne(Y), ve = N(re), de = X(ve, !0), le = c(re);
    {
      var ge = (pe) => {
        var z = Tt(), k = Ne(z);
        Te(k, 17, () => r(ee), Fe, (A, x) => {
          var I = /* @__PURE__ */ S(() => ur(r(x), 2));
          let G = () => r(I)[0], _e = () => r(I)[1];
          var ce = Iu(), me = N(ce), y = X(me);
          F(
            (ae, D, H) => {
              ie(ce, "cx", ae), ie(ce, "cy", D), ie(ce, "fill", br[Z % br.length]), C(y, `${q() ?? ""}, layer ${e.layers[G()] ?? ""}: ${H ?? ""}`);
            },
            [() => d(G()), () => w(_e()), () => i()(_e())]
          ), _(A, ce);
        }), _(pe, z);
      };
      B(le, (pe) => {
        r(ee).length <= 12 && pe(ge);
      });
    }
    F(
      (pe) => {
        ie(re, "stroke", br[Z % br.length]), ie(re, "points", pe), C(de, q());
      },
      [
        () => r(ee).map(([pe, z]) => `${d(pe)},${w(z)}`).join(" ")
      ]
    ), _(R, Y);
  });
  var $ = c(m, 2), O = N($);
  Te(O, 17, () => e.curves, Fe, (R, K, Z) => {
    let q = () => r(K).name, oe = () => r(K).said;
    var ee = Fu(), Y = N(ee);
    let re;
    var ve = c(Y);
    F(() => {
      re = We(Y, "", re, { background: br[Z % br.length] }), C(ve, `${q() ?? ""} ${oe() ?? "" ?? ""}`);
    }), _(R, ee);
  });
  var W = c(O, 2), J = X(W, !0);
  F(() => {
    ie(m, "viewBox", `0 0 ${r(l) ?? ""} 150`), ie(m, "aria-label", e.label), C(J, s());
  }), xn(g, "clientWidth", (R) => M(o, R)), _(n, g), Ge();
}
var Du = /* @__PURE__ */ E('<p class="fine"> </p> <!>', 1);
function ri(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = /* @__PURE__ */ S(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ S(() => r(a)[1] > 0 && r(a)[1] <= 6);
  function i(w) {
    if (e.sweep.about.axis !== "position") return;
    const U = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((v, g) => U[v] = e.sweep.arrays.effect.data[w * r(a)[1] + g]), t().sweep = {
      values: U,
      label: `${e.name} at layer ${w}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  lt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => _a(e.sweep.arrays.effect.data, r(a)[0], r(a)[1], (w) => Yt(w, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: r(a)[0] }, (w, U) => [
          U,
          ...Array.from(e.sweep.arrays.effect.data.slice(U * r(a)[1], (U + 1) * r(a)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ S(() => e.sweep.about.labels.map((w, U) => ({
    name: w,
    values: Array.from({ length: r(a)[0] }, (v, g) => e.sweep.arrays.effect.data[g * r(a)[1] + U])
  }))), l = /* @__PURE__ */ S(() => {
    let w = 0, U = 1;
    for (const v of e.sweep.arrays.effect.data) Number.isNaN(v) || ([w, U] = [Math.min(w, v), Math.max(U, v)]);
    return [w, U];
  });
  var u = Du(), f = Ne(u), h = X(f, !0), p = c(f, 2);
  {
    var b = (w) => {
      {
        let U = /* @__PURE__ */ S(() => Array.from({ length: r(a)[0] }, (v, g) => String(g)));
        ti(w, {
          get curves() {
            return r(o);
          },
          get low() {
            return r(l)[0];
          },
          get high() {
            return r(l)[1];
          },
          get layers() {
            return r(U);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, d = (w) => {
      {
        let U = /* @__PURE__ */ S(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((v) => e.study.label(v)) : null);
        pn(w, {
          label: "Sweep",
          get values() {
            return e.sweep.arrays.effect.data;
          },
          get rows() {
            return r(a)[0];
          },
          get columns() {
            return r(a)[1];
          },
          signed: !0,
          high: 1,
          get columnName() {
            return e.sweep.about.axis;
          },
          get columnLabels() {
            return r(U);
          },
          onhover: (v) => v && i(v[0]),
          onpick: ([v, g]) => {
            i(v), e.sweep.about.axis === "head" ? t().takeHead(v, g) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[g]);
          }
        });
      }
    };
    B(p, (w) => {
      r(s) ? w(b) : w(d, -1);
    });
  }
  F(() => C(h, e.sweep.about.measure)), _(n, u), Ge();
}
var Hu = /* @__PURE__ */ E('<span class="fine"> </span>'), zu = /* @__PURE__ */ E('<p><button type="button"> </button></p>'), Dn = /* @__PURE__ */ E("<option> </option>"), Bu = /* @__PURE__ */ E("<label>where <select></select></label>"), qu = /* @__PURE__ */ E("<label>heads <select><option>all</option><option> </option></select></label>"), Wu = /* @__PURE__ */ E('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), Ju = /* @__PURE__ */ E("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Ku = /* @__PURE__ */ E('<label>strength <input type="number" step="any"/></label>'), Ga = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), Vu = /* @__PURE__ */ E('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Yu = /* @__PURE__ */ E('<button type="button">cancel</button> running…', 1), Gu = /* @__PURE__ */ E('<button type="button">run again</button>'), Xu = /* @__PURE__ */ E('<button type="button" aria-pressed="true">views show the changed model</button>'), Zu = /* @__PURE__ */ E('<button type="button" aria-pressed="false">show views of the changed model</button>'), Qu = /* @__PURE__ */ E('<ul class="changes"></ul> <p><!> <!></p>', 1), $u = /* @__PURE__ */ E('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), ec = /* @__PURE__ */ E('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), tc = /* @__PURE__ */ E('<span class="fine">every layer in turn</span>'), rc = /* @__PURE__ */ E("<label>at <select></select></label>"), nc = /* @__PURE__ */ E("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), ac = /* @__PURE__ */ E('<label>window <input type="number" min="1"/></label>'), sc = /* @__PURE__ */ E('<button type="button" class="primary">cancel</button>'), ic = /* @__PURE__ */ E('<button type="submit" class="primary">start</button>'), oc = /* @__PURE__ */ E('<label class="row grow"> <progress></progress> </label>'), lc = /* @__PURE__ */ E('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function uc(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = /* @__PURE__ */ S(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ j("zero"), i = /* @__PURE__ */ j("z"), o = /* @__PURE__ */ j("all"), l = /* @__PURE__ */ j("all"), u = /* @__PURE__ */ j("all"), f = /* @__PURE__ */ j("image"), h = /* @__PURE__ */ j(1), p = /* @__PURE__ */ j(null), b = /* @__PURE__ */ j(!1), d = /* @__PURE__ */ j("");
  const w = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, U = ["patch", "resample", "steer", "project"], v = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, g = /* @__PURE__ */ S(() => Object.keys(w).filter((T) => t().second || !U.includes(T))), m = /* @__PURE__ */ S(() => r(s) === "block" || r(i) === "z");
  function P(T) {
    return T === "selection" ? [...t().selected].sort((ne, fe) => ne - fe) : T === "image" ? r(a).tokens.filter((ne) => ne.kind === "image").map((ne) => ne.position) : T === "text" ? r(a).tokens.filter((ne) => ne.kind !== "image").map((ne) => ne.position) : T === "token" ? t().place === null ? [] : [t().place] : T === "focus" ? [Math.min(t().at, r(a).nPrompt - 1)] : null;
  }
  function L() {
    const T = r(m) && r(u) === "picked", ne = !T && r(l).trim() === "all", fe = T || r(l) === "picked" ? t().layer === null ? [] : [t().layer] : ne ? null : V(r(l));
    if (!fe && !ne) {
      M(d, `“${r(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${r(a).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const ue = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: fe,
      heads: T && t().head !== null ? [t().head] : null,
      positions: P(r(o)),
      keys: r(s) === "block" ? P(r(f)) : null,
      strength: r(h),
      source: U.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([ue.layers, ue.positions, ue.keys].some((Se) => Se?.length === 0)) {
      M(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, ue], J();
  }
  function V(T) {
    const ne = [];
    for (const fe of T.split(",")) {
      const [ue, Se = ue] = fe.split("-").map((Ie) => Ie.trim() ? Number(Ie) : NaN);
      if (!(Number.isInteger(ue) && Number.isInteger(Se) && 0 <= ue && ue <= Se && Se < r(a).nLayers)) return null;
      for (let Ie = ue; Ie <= Se; Ie++) ne.push(Ie);
    }
    return ne;
  }
  function $() {
    t().layer === null || t().head === null || (t().changes = [
      ...t().changes,
      {
        kind: "zero",
        point: "z",
        layers: [t().layer],
        heads: [t().head],
        positions: null,
        keys: null,
        strength: 1,
        source: null,
        on: !0
      }
    ], J());
  }
  const O = (T, ne) => T === null ? ne : T.length > 6 ? `${T.length} (${T[0]}…${T.at(-1)})` : T.join(", "), W = (T) => `${w[T.kind]}${T.kind === "block" ? "" : ` · ${v[T.point]}`} · layers ${O(T.layers, "all")}${T.heads ? ` · head ${O(T.heads, "")}` : ""} · ${T.kind === "block" ? "from " : ""}tokens ${O(T.positions, "all")}${T.keys ? ` to ${O(T.keys, "all")}` : ""}${["scale", "steer"].includes(T.kind) ? ` · ×${T.strength}` : ""}`;
  async function J() {
    const T = t().changes.filter((ue) => ue.on).map(({ on: ue, ...Se }) => ({
      ...Se,
      source: Se.source && t().second ? t().second.id : Se.source
    }));
    if (M(d, ""), t().write(), !T.length) {
      M(p, null), oe();
      return;
    }
    const ne = ++R, fe = r(a);
    M(b, !0), K?.abort(), K = new AbortController();
    try {
      for await (const ue of t().source.stream(fe.id, "changes", { changes: T, max_new_tokens: 16 }, K.signal)) {
        if (ne !== R || r(a) !== fe) return;
        M(p, ue);
      }
      t().clean && await q();
    } catch (ue) {
      ne === R && ue.name !== "AbortError" && M(d, ue.message, !0);
    } finally {
      ne === R && M(b, !1);
    }
  }
  let R = 0, K = null;
  lt(() => {
    const T = r(a);
    T === Z || T.answering || wt(() => {
      Z = T, R++, K?.abort(), G(), ((ne) => {
        var fe = ur(ne, 4);
        M(p, fe[0]), M(de, fe[1]), M(d, fe[2], !0), M(b, fe[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && J();
    });
  });
  let Z = null;
  async function q() {
    if (!r(p)) return;
    const T = r(a), { study: ne, after: fe } = r(p).about, ue = await t().during(t().source.tokens(ne));
    if (!ue || r(a) !== T) return;
    const Se = new ta(t().source, ne, ue);
    Se.answer = fe, Se.asked = r(a).asked, t().clean = r(a), t().study = Se;
  }
  function oe() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let ee = /* @__PURE__ */ j("patching"), Y = /* @__PURE__ */ j("groups"), re = /* @__PURE__ */ j("resid_post"), ve = /* @__PURE__ */ j(1), de = /* @__PURE__ */ j(null), le = /* @__PURE__ */ j(null), ge = null, pe = /* @__PURE__ */ j(!1), z = /* @__PURE__ */ j("");
  const k = /* @__PURE__ */ S(() => r(ee) !== "knockout"), A = /* @__PURE__ */ S(() => {
    const T = r(a).tokens.filter((fe) => fe.kind === "image").length;
    return r(ee) === "gradients" ? 3 : (r(ee) === "knockout" || r(Y) === "groups" ? 3 : r(Y) === "heads" ? r(a).nHeads : t().selected.size || T + 1) * r(a).nLayers;
  }), x = /* @__PURE__ */ S(() => r(ee) === "gradients" ? 2 * r(a).costs.graph_bytes : r(ee) === "knockout" ? r(a).costs.stream_bytes : 2 * r(a).nLayers * r(a).costs.stream_bytes);
  async function I() {
    ge?.abort(), ge = new AbortController();
    const T = ge;
    M(de, null), M(z, ""), M(pe, !0);
    const ne = t().selected.size ? [...t().selected].sort((ue, Se) => ue - Se) : null, fe = r(ee) === "knockout" ? { window: r(ve) } : r(ee) === "gradients" ? {
      source: t().second.id,
      point: r(re) === "z" ? "z" : r(re) === "resid_pre" || r(re) === "resid_mid" ? "resid_post" : r(re)
    } : {
      source: t().second.id,
      point: r(re),
      over: r(Y),
      positions: ne
    };
    try {
      for await (const ue of t().source.stream(r(a).id, r(ee), fe, T.signal)) M(de, ue);
    } catch (ue) {
      ue.name !== "AbortError" && M(z, ue.message, !0);
    }
    ge === T && M(pe, !1);
  }
  function G() {
    ge?.abort(), M(pe, !1);
  }
  var _e = lc(), ce = Ne(_e), me = N(ce);
  {
    let T = /* @__PURE__ */ S(() => r(p)?.about.code ?? "");
    rr(me, {
      title: "Changes",
      get code() {
        return r(T);
      },
      children: (ne, fe) => {
        var ue = Hu(), Se = X(ue);
        F((Ie) => C(Se, `change something, see the answer change${Ie ?? ""}`), [
          () => r(a).passSeconds > 1 ? `; a pass takes ${$n(r(a).passSeconds)}` : ""
        ]), _(ne, ue);
      },
      $$slots: { default: !0 }
    });
  }
  var y = c(me, 2);
  {
    var ae = (T) => {
      var ne = zu(), fe = N(ne), ue = X(fe);
      F(() => C(ue, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), se("click", fe, $), _(T, ne);
    };
    B(y, (T) => {
      t().layer !== null && T(ae);
    });
  }
  var D = c(y, 2), H = N(D), te = c(N(H));
  Te(te, 21, () => r(g), Fe, (T, ne) => {
    var fe = Dn(), ue = X(fe, !0), Se = {};
    F(() => {
      C(ue, w[r(ne)]), Se !== (Se = r(ne)) && (fe.value = (fe.__value = Se) ?? "");
    }), _(T, fe);
  }), mt(te);
  var xe = c(H, 2);
  {
    var ye = (T) => {
      var ne = Bu(), fe = c(N(ne));
      Te(fe, 21, () => Object.entries(v), Fe, (ue, Se) => {
        var Ie = /* @__PURE__ */ S(() => ur(r(Se), 2));
        let it = () => r(Ie)[0], Lt = () => r(Ie)[1];
        var dt = Dn(), Xe = X(dt, !0), ze = {};
        F(() => {
          C(Xe, Lt()), ze !== (ze = it()) && (dt.value = (dt.__value = ze) ?? "");
        }), _(ue, dt);
      }), mt(fe), kt(fe, () => r(i), (ue) => M(i, ue)), _(T, ne);
    };
    B(xe, (T) => {
      r(s) !== "block" && T(ye);
    });
  }
  var be = c(xe, 2);
  {
    var Q = (T) => {
      var ne = qu(), fe = c(N(ne)), ue = N(fe);
      ue.value = ue.__value = "all";
      var Se = c(ue), Ie = X(Se, !0);
      Se.value = Se.__value = "picked", mt(fe), F(() => {
        Se.disabled = t().layer === null, C(Ie, t().layer === null ? "one that is picked" : `L${t().layer}H${t().head}`);
      }), kt(fe, () => r(u), (it) => M(u, it)), _(T, ne);
    };
    B(be, (T) => {
      r(m) && T(Q);
    });
  }
  var he = c(be, 2);
  {
    var ke = (T) => {
      var ne = Wu(), fe = c(N(ne));
      xt(fe, () => r(l), (ue) => M(l, ue)), _(T, ne);
    };
    B(he, (T) => {
      (!r(m) || r(u) === "all") && T(ke);
    });
  }
  var we = c(he, 2), Ee = N(we);
  Ee.value = Ee.__value = "all";
  var Je = c(Ee);
  Je.value = Je.__value = "picked";
  var et = c(Je), je = {}, He = c(we, 2), nt = N(He), gt = c(nt), Ht = N(gt);
  Ht.value = Ht.__value = "all";
  var Ae = c(Ht);
  Ae.value = Ae.__value = "focus";
  var Oe = c(Ae);
  Oe.value = Oe.__value = "token";
  var Ce = c(Oe);
  Ce.value = Ce.__value = "selection";
  var tt = c(Ce);
  tt.value = tt.__value = "image";
  var Pt = c(tt);
  Pt.value = Pt.__value = "text", mt(gt);
  var ma = c(He, 2);
  {
    var ii = (T) => {
      var ne = Ju(), fe = c(N(ne)), ue = N(fe);
      ue.value = ue.__value = "image";
      var Se = c(ue);
      Se.value = Se.__value = "selection";
      var Ie = c(Se);
      Ie.value = Ie.__value = "token";
      var it = c(Ie);
      it.value = it.__value = "text", mt(fe), kt(fe, () => r(f), (Lt) => M(f, Lt)), _(T, ne);
    };
    B(ma, (T) => {
      r(s) === "block" && T(ii);
    });
  }
  var oi = c(ma, 2);
  {
    var li = (T) => {
      var ne = Ku(), fe = c(N(ne));
      xt(fe, () => r(h), (ue) => M(h, ue)), _(T, ne);
    };
    B(oi, (T) => {
      (r(s) === "scale" || r(s) === "steer") && T(li);
    });
  }
  var ba = c(D, 2);
  {
    var ui = (T) => {
      var ne = Ga(), fe = X(ne, !0);
      F(() => C(fe, r(d))), _(T, ne);
    };
    B(ba, (T) => {
      r(d) && T(ui);
    });
  }
  var ya = c(ba, 2);
  {
    var ci = (T) => {
      var ne = Qu(), fe = Ne(ne);
      Te(fe, 21, () => t().changes, Fe, (Xe, ze, Xt) => {
        var vr = Vu(), pr = N(vr), Ze = N(pr), Be = c(Ze), gr = c(pr, 2);
        F(
          (nr) => {
            Js(Ze, r(ze).on), C(Be, ` ${nr ?? ""}`);
          },
          [() => W(r(ze))]
        ), se("change", Ze, (nr) => {
          t().changes = t().changes.map((_r, Ir) => Ir === Xt ? { ..._r, on: nr.currentTarget.checked } : _r), J();
        }), se("click", gr, () => {
          t().changes = t().changes.filter((nr, _r) => _r !== Xt), J();
        }), _(Xe, vr);
      });
      var ue = c(fe, 2), Se = N(ue);
      {
        var Ie = (Xe) => {
          var ze = Yu(), Xt = Ne(ze);
          se("click", Xt, () => K?.abort()), _(Xe, ze);
        }, it = (Xe) => {
          var ze = Gu();
          se("click", ze, J), _(Xe, ze);
        };
        B(Se, (Xe) => {
          r(b) ? Xe(Ie) : Xe(it, -1);
        });
      }
      var Lt = c(Se, 2);
      {
        var dt = (Xe) => {
          var ze = Tt(), Xt = Ne(ze);
          {
            var vr = (Ze) => {
              var Be = Xu();
              se("click", Be, oe), _(Ze, Be);
            }, pr = (Ze) => {
              var Be = Zu();
              se("click", Be, q), _(Ze, Be);
            };
            B(Xt, (Ze) => {
              t().clean ? Ze(vr) : Ze(pr, -1);
            });
          }
          _(Xe, ze);
        };
        B(Lt, (Xe) => {
          r(p) && Xe(dt);
        });
      }
      _(T, ne);
    };
    B(ya, (T) => {
      t().changes.length && T(ci);
    });
  }
  var fi = c(ya, 2);
  {
    var di = (T) => {
      const ne = /* @__PURE__ */ S(() => (Ze) => Ze.filter((Be) => !Be.ends).map((Be) => Be.token.text).join("") || "∅");
      var fe = ec(), ue = Ne(fe), Se = N(ue), Ie = c(N(Se)), it = X(Ie, !0), Lt = c(Se, 4), dt = c(N(Lt)), Xe = X(dt, !0), ze = c(Lt, 2), Xt = X(ze), vr = c(ue, 2), pr = c(N(vr));
      Te(pr, 21, () => r(p).about.words, (Ze) => Ze.id, (Ze, Be) => {
        var gr = $u(), nr = N(gr), _r = X(nr, !0), Ir = c(nr);
        let Pa;
        var Ei = N(Ir), Ai = X(Ei, !0), Tn = c(Ir);
        let La;
        var Mi = N(Tn), Ni = X(Mi, !0), Ti = c(Tn), Pi = X(Ti, !0);
        F(
          (Li, Oi, Ri, Ci) => {
            C(_r, Li), Pa = We(Ir, "", Pa, { "--share": `${100 * r(Be).before}%` }), C(Ai, Oi), La = We(Tn, "", La, { "--share": `${100 * r(Be).after}%` }), C(Ni, Ri), C(Pi, Ci);
          },
          [
            () => ct(r(Be).text),
            () => Dt(r(Be).before),
            () => Dt(r(Be).after),
            () => Qt(r(Be).logit_after - r(Be).logit_before)
          ]
        ), _(Ze, gr);
      }), F(
        (Ze, Be, gr) => {
          C(it, Ze), C(Xe, Be), C(Xt, `KL ${gr ?? ""} nats at the first token`);
        },
        [
          () => r(ne)(r(p).about.before),
          () => r(ne)(r(p).about.after),
          () => r(p).arrays.kl.data[0].toPrecision(3)
        ]
      ), _(T, fe);
    };
    B(fi, (T) => {
      r(p) && T(di);
    });
  }
  var hi = c(ce, 2), wa = N(hi);
  {
    let T = /* @__PURE__ */ S(() => r(de)?.about.code ?? "");
    rr(wa, {
      title: "Sweeps",
      get code() {
        return r(T);
      },
      get exporter() {
        return r(le);
      },
      children: (ne, fe) => {
        var ue = tc();
        _(ne, ue);
      },
      $$slots: { default: !0 }
    });
  }
  var En = c(wa, 2), ka = N(En), An = c(N(ka)), Mn = N(An);
  Mn.value = Mn.__value = "patching";
  var Nn = c(Mn);
  Nn.value = Nn.__value = "gradients";
  var xa = c(Nn);
  xa.value = xa.__value = "knockout", mt(An);
  var Sa = c(ka, 2);
  {
    var vi = (T) => {
      var ne = rc(), fe = c(N(ne));
      Te(fe, 21, () => Object.entries(v), Fe, (ue, Se) => {
        var Ie = /* @__PURE__ */ S(() => ur(r(Se), 2));
        let it = () => r(Ie)[0], Lt = () => r(Ie)[1];
        var dt = Dn(), Xe = X(dt, !0), ze = {};
        F(() => {
          C(Xe, Lt()), ze !== (ze = it()) && (dt.value = (dt.__value = ze) ?? "");
        }), _(ue, dt);
      }), mt(fe), kt(fe, () => r(re), (ue) => M(re, ue)), _(T, ne);
    };
    B(Sa, (T) => {
      r(ee) !== "knockout" && T(vi);
    });
  }
  var Ea = c(Sa, 2);
  {
    var pi = (T) => {
      var ne = nc(), fe = c(N(ne)), ue = N(fe);
      ue.value = ue.__value = "groups";
      var Se = c(ue);
      Se.value = Se.__value = "positions";
      var Ie = c(Se);
      Ie.value = Ie.__value = "heads", mt(fe), kt(fe, () => r(Y), (it) => M(Y, it)), _(T, ne);
    };
    B(Ea, (T) => {
      r(ee) === "patching" && T(pi);
    });
  }
  var Aa = c(Ea, 2);
  {
    var gi = (T) => {
      var ne = ac(), fe = c(N(ne));
      F(() => ie(fe, "max", r(a).nLayers)), xt(fe, () => r(ve), (ue) => M(ve, ue)), _(T, ne);
    };
    B(Aa, (T) => {
      r(ee) === "knockout" && T(gi);
    });
  }
  var _i = c(Aa, 2);
  {
    var mi = (T) => {
      var ne = sc();
      se("click", ne, G), _(T, ne);
    }, bi = (T) => {
      var ne = ic();
      F(() => ne.disabled = r(k) && !t().second), _(T, ne);
    };
    B(_i, (T) => {
      r(pe) ? T(mi) : T(bi, -1);
    });
  }
  var Ma = c(En, 2), yi = X(Ma, !0), Na = c(Ma, 2);
  {
    var wi = (T) => {
      var ne = Ga(), fe = X(ne, !0);
      F(() => C(fe, r(z))), _(T, ne);
    };
    B(Na, (T) => {
      r(z) && T(wi);
    });
  }
  var Ta = c(Na, 2);
  {
    var ki = (T) => {
      var ne = oc(), fe = N(ne), ue = c(fe), Se = c(ue);
      F(() => {
        C(fe, `${r(pe) ? "running" : r(de) && r(de).about.done < r(de).about.of ? "stopped" : "done"} `), ie(ue, "max", r(de)?.about.of ?? 1), Qn(ue, r(de)?.about.done ?? 0), C(Se, ` ${r(de) ? `${r(de).about.done} of ${r(de).about.of} layers` : ""}`);
      }), _(T, ne);
    };
    B(Ta, (T) => {
      (r(pe) || r(de)) && T(ki);
    });
  }
  var xi = c(Ta, 2);
  {
    var Si = (T) => {
      ri(T, {
        get session() {
          return t();
        },
        get study() {
          return r(a);
        },
        get sweep() {
          return r(de);
        },
        get name() {
          return r(ee);
        },
        onexport: (ne) => M(le, ne)
      });
    };
    B(xi, (T) => {
      r(de) && T(Si);
    });
  }
  F(
    (T) => {
      je !== (je = `0-${r(a).nLayers - 1}`) && (et.value = et.__value = je), C(nt, `${r(s) === "block" ? "from" : "tokens"} `), C(yi, T);
    },
    [
      () => r(k) && !t().second ? "Add a second image above: patches come from it." : `At most ${r(A).toLocaleString("en")} partial passes, ${$n(r(A) * r(a).passSeconds)} and ${vn(r(x))}${t().selected.size && r(ee) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Ue("submit", D, (T) => {
    T.preventDefault(), L();
  }), kt(te, () => r(s), (T) => M(s, T)), kt(gt, () => r(o), (T) => M(o, T)), Ue("submit", En, (T) => {
    T.preventDefault(), I();
  }), kt(An, () => r(ee), (T) => M(ee, T)), _(n, _e), Ge();
}
ft(["click", "change"]);
var cc = /* @__PURE__ */ E('<button type="button" tabindex="-1"> </button>'), fc = /* @__PURE__ */ E("<span> </span>"), dc = /* @__PURE__ */ E('<div><span class="name"><small> </small> <!></span> <!></div>'), hc = /* @__PURE__ */ E('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function vc(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ S(() => ur(r(s), 3)), o = /* @__PURE__ */ S(() => r(i)[0]), l = /* @__PURE__ */ S(() => r(i)[1]), u = /* @__PURE__ */ S(() => r(i)[2]), f = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), h = /* @__PURE__ */ S(() => e.view.arrays.positions.data), p = 24;
  let b = /* @__PURE__ */ j(void 0), d = /* @__PURE__ */ j(0), w = /* @__PURE__ */ j(400), U = !1, v = /* @__PURE__ */ j(/* @__PURE__ */ new Set());
  const g = /* @__PURE__ */ S(() => {
    if (e.mode === "word") return r(a) ? qt(r(a).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const z = new Float32Array(r(o) * r(l));
    for (let k = 0; k < z.length; k++) z[k] = e.view.arrays.probs.data[k * r(u)];
    return z;
  }), m = /* @__PURE__ */ S(() => {
    if (e.mode === "top") return 1;
    let z = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let k = 0; k < r(g).length; k++) r(g)[k] > z && (z = r(g)[k]);
    return z;
  }), P = /* @__PURE__ */ S(() => {
    const z = Array.from({ length: r(o) }, (A, x) => {
      let I = 0;
      for (let G = 0; G < r(l); G++) I += (r(g)[x * r(l) + G] || 0) / r(m);
      return I / r(l);
    }), k = Math.max(...z, 1e-9);
    return z.map((A) => A / k);
  }), L = /* @__PURE__ */ S(() => {
    const z = [], k = e.view.arrays.ids.data, A = (x, I) => {
      if ((e.study.tokens[r(h)[x]]?.image ?? -1) !== (e.study.tokens[r(h)[I]]?.image ?? -1)) return !1;
      for (let G = 0; G < r(o); G++) if (k[(G * r(l) + x) * r(u)] !== k[(G * r(l) + I) * r(u)]) return !1;
      return !0;
    };
    for (let x = 0; x < r(l); x++) {
      const I = z.at(-1);
      I && A(I.row, x) ? I.count++ : z.push({ row: x, count: 1 });
    }
    return z;
  }), V = /* @__PURE__ */ S(() => e.folded && e.mode === "top" ? r(L).flatMap((z) => r(v).has(z.row) ? Array.from({ length: z.count }, (k, A) => ({ row: z.row + A, count: 1 })) : [z]) : Array.from({ length: r(l) }, (z, k) => ({ row: k, count: 1 }))), $ = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(d) / p) - 6)), O = /* @__PURE__ */ S(() => Math.min(r(V).length, Math.ceil((r(d) + r(w)) / p) + 6)), W = (z) => z === null ? -1 : r(h)[z] === z ? z : Array.prototype.indexOf.call(r(h), z), J = (z) => {
    let k = 0, A = r(V).length - 1;
    for (; k < A; ) {
      const x = k + A + 1 >> 1;
      r(V)[x].row <= z ? k = x : A = x - 1;
    }
    return k;
  }, R = /* @__PURE__ */ S(() => J(W(t().shownPlace))), K = /* @__PURE__ */ S(() => W(t().at) < 0 ? -1 : J(W(t().at))), Z = (z, k, A) => e.mode === "top" ? A >= t().least ? ct(e.view.about.strings[e.view.arrays.ids.data[(k * r(l) + z) * r(u)]]) : "" : e.mode === "word" || e.mode === "find" ? A >= Math.max(t().least, 5e-4) ? Dt(A) : "" : pt(A), q = (z, k) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(k * r(l) + z) * r(u)]) ? 0 : r(u)
    },
    (A, x) => {
      const I = (k * r(l) + z) * r(u) + x;
      return `${ct(e.view.about.strings[e.view.arrays.ids.data[I]])} ${Dt(e.view.arrays.probs.data[I])}`;
    }
  ).join(", ");
  function oe(z) {
    if (!r(b) || z < 0) return;
    const k = J(z) * p, A = r(w) - 50;
    (k < r(b).scrollTop || k + p > r(b).scrollTop + A) && (r(b).scrollTop = Math.max(0, k - A / 2));
  }
  lt(() => {
    const { place: z } = t();
    wt(() => oe(W(z)));
  }), lt(() => {
    const { hoverPlace: z } = t();
    z !== null && !U && wt(() => oe(W(z)));
  }), lt(() => {
    if (t().lensLayer === null) return;
    const z = r(b)?.querySelector(`.lens-head [data-layer="${r(f)}"]`), k = r(b)?.querySelector(".lens-head .name");
    if (!r(b) || !z || !k) return;
    const A = z.offsetLeft - k.offsetWidth, x = z.offsetLeft + z.offsetWidth - r(b).clientWidth;
    A < r(b).scrollLeft ? r(b).scrollLeft = A : x > r(b).scrollLeft && (r(b).scrollLeft = x);
  });
  function ee(z) {
    const k = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[z.key], A = W(t().place);
    z.key === "Enter" && A >= 0 && Y(J(A)), k && (z.preventDefault(), k[0] && (t().place = r(h)[r(V)[A < 0 ? 0 : Math.max(0, Math.min(r(V).length - 1, J(A) + k[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(f) + k[1])));
  }
  function Y(z) {
    const { row: k, count: A } = r(V)[z];
    A > 1 && M(v, /* @__PURE__ */ new Set([...r(v), k]));
  }
  var re = hc();
  let ve;
  var de = N(re), le = c(N(de));
  Te(le, 17, () => e.view.about.layers, Fe, (z, k, A) => {
    var x = cc();
    ie(x, "data-layer", A);
    let I, G;
    var _e = X(x, !0);
    F(
      (ce) => {
        ie(x, "title", `layer ${r(k) ?? ""}; the bar is the mean over all positions`), I = Ft(x, 1, "", null, I, { current: A === r(f) }), G = We(x, "", G, { "--mean": ce }), C(_e, r(k));
      },
      [() => `${Math.round(100 * r(P)[A])}%`]
    ), se("click", x, () => t().lensLayer = A), _(z, x);
  });
  var ge = c(de, 2);
  let pe;
  Te(ge, 23, () => ({ length: Math.max(0, r(O) - r($)) }), (z, k) => r(V)[r($) + k]?.row, (z, k, A) => {
    const x = /* @__PURE__ */ S(() => r($) + r(A)), I = /* @__PURE__ */ S(() => {
      const { row: be, count: Q } = r(V)[r(x)];
      return { row: be, many: Q };
    }), G = /* @__PURE__ */ S(() => r(h)[r(I).row]);
    var _e = dc();
    let ce, me;
    var y = N(_e), ae = N(y), D = X(ae, !0), H = c(ae, 2);
    {
      var te = (be) => {
        var Q = Gn();
        F(() => C(Q, `▸ ${r(I).many ?? ""} alike`)), _(be, Q);
      }, xe = (be) => {
        var Q = Gn();
        F((he) => C(Q, he), [() => ct(e.study.label(r(G)))]), _(be, Q);
      };
      B(H, (be) => {
        r(I).many > 1 ? be(te) : be(xe, -1);
      });
    }
    var ye = c(y, 2);
    Te(ye, 17, () => ({ length: r(o) }), Fe, (be, Q, he, ke) => {
      const we = /* @__PURE__ */ S(() => r(g)[he * r(l) + r(I).row] ?? NaN);
      var Ee = fc();
      let Je;
      ie(Ee, "data-layer", he);
      let et;
      var je = X(Ee, !0);
      F(
        (He, nt, gt, Ht) => {
          Je = Ft(Ee, 1, "cell", null, Je, { here: he === r(f) }), ie(Ee, "title", He), et = We(Ee, "", et, { background: nt, color: gt }), C(je, Ht);
        },
        [
          () => q(r(I).row, he),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(we) || 0))}%, transparent)` : Yt(r(we) / r(m), !1),
          () => e.mode === "top" ? null : Gs(r(we) / r(m), !1),
          () => Z(r(I).row, he, r(we))
        ]
      ), Ue("mouseenter", Ee, () => t().hoverPlace = r(G)), Ue("mouseleave", Ee, () => t().hoverPlace = null), se("click", Ee, () => {
        t().takePlace(r(G)), t().lensLayer = he;
      }), _(be, Ee);
    }), F(
      (be, Q) => {
        ce = Ft(_e, 1, "lens-row", null, ce, {
          current: t().shownPlace !== null && r(x) === r(R),
          focus: r(x) === r(K)
        }), ie(_e, "data-row", r(I).row), ie(_e, "data-many", r(I).many), me = We(_e, "", me, { top: `${r(x) * p}px` }), ie(y, "title", be), C(D, Q);
      },
      [
        () => r(I).many > 1 ? `${r(I).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(G)),
        () => e.study.number(r(G))
      ]
    ), se("click", y, () => r(I).many > 1 ? Y(r(x)) : t().takePlace(r(G))), _(z, _e);
  }), en(re, (z) => M(b, z), () => r(b)), F(() => {
    ie(re, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), ve = We(re, "", ve, { "--columns": r(o) }), pe = We(ge, "", pe, { height: `${r(V).length * p}px` });
  }), Ue("scroll", re, () => M(d, r(b).scrollTop, !0)), se("keydown", re, ee), Ue("pointerenter", re, () => U = !0), Ue("pointerleave", re, () => U = !1), xn(re, "clientHeight", (z) => M(w, z)), _(n, re), Ge();
}
ft(["keydown", "click"]);
var pc = /* @__PURE__ */ E('<button type="button" class="map"><canvas></canvas><small> </small></button>'), gc = /* @__PURE__ */ E('<div class="maps" role="group"></div>'), _c = /* @__PURE__ */ E("<!> <!>", 1);
function mc(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = /* @__PURE__ */ S(() => e.words.arrays.positions.data), s = /* @__PURE__ */ S(() => e.study.images.find((v) => v.boxed)), i = /* @__PURE__ */ S(() => {
    const v = e.study.images.indexOf(r(s)), g = e.study.tokens.filter((L) => L.box && L.image === v && L.frame <= 0), m = g.some((L) => !L.global), P = new Map(Array.from(r(a), (L, V) => [L, V]));
    return g.filter((L) => !(L.global && m) && P.has(L.position)).map((L) => ({ box: L.box, row: P.get(L.position) }));
  }), o = /* @__PURE__ */ S(() => Array.from({ length: e.words.about.layers.length }, (v, g) => qt(e.words.arrays.probs, e.painted.word, g))), l = /* @__PURE__ */ S(() => r(o).reduce((v, g) => r(i).reduce((m, { row: P }) => Math.max(m, g[P] || 0), v), 0.05));
  function u(v, g) {
    const m = ({ values: P, high: L }) => {
      const [V, $] = r(s).size, O = 96 / Math.max(V, $), W = v.getContext("2d");
      Object.assign(v, {
        width: Math.round(V * O),
        height: Math.round($ * O)
      });
      for (const { row: J, box: R } of r(i))
        W.fillStyle = Yt(P[J] / L, !1), W.fillRect(R[0] * O, R[1] * O, (R[2] - R[0]) * O + 0.5, (R[3] - R[1]) * O + 0.5);
    };
    return m(g), { update: m };
  }
  const f = /* @__PURE__ */ S(() => t().shownPlace ?? t().at), h = /* @__PURE__ */ S(() => {
    const v = Array.prototype.indexOf.call(r(a), r(f)), [g, m, P] = e.words.arrays.probs.shape;
    return v < 0 ? [] : Array.from({ length: g }, (L, V) => {
      const $ = Array.from({ length: m }, (O, W) => e.words.arrays.probs.data[(V * m + W) * P + v]);
      return {
        name: e.words.about.words[V],
        said: Dt($.at(-1) ?? 0),
        values: $
      };
    });
  });
  var p = _c(), b = Ne(p);
  {
    var d = (v) => {
      var g = gc();
      Te(g, 21, () => e.words.about.layers, Fe, (m, P, L) => {
        var V = pc(), $ = N(V);
        il($, (J, R) => u?.(J, R), () => ({ values: r(o)[L], high: r(l) }));
        var O = c($), W = X(O, !0);
        F(() => {
          ie(V, "aria-pressed", e.layer === L && t().paint === "word"), C(W, r(P));
        }), se("click", V, () => {
          t().lensLayer = L, t().paint = "word";
        }), _(m, V);
      }), F(() => ie(g, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), _(v, g);
    };
    B(b, (v) => {
      r(s) && r(i).length && v(d);
    });
  }
  var w = c(b, 2);
  {
    var U = (v) => {
      {
        let g = /* @__PURE__ */ S(() => e.study.label(r(f))), m = /* @__PURE__ */ S(() => JSON.stringify(e.study.label(r(f))));
        ti(v, {
          get curves() {
            return r(h);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (P) => `${Math.round(100 * P)}%`,
          get label() {
            return `Probability over layers at ${r(g) ?? ""}`;
          },
          get note() {
            return `by layer, at ${r(m) ?? ""}`;
          }
        });
      }
    };
    B(w, (v) => {
      r(h).length && v(U);
    });
  }
  _(n, p), Ge();
}
ft(["click"]);
var bc = /* @__PURE__ */ E('<span class="fine">what each token says, if the model stopped at that layer</span>'), Xa = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), yc = /* @__PURE__ */ E('<button type="button" title="its probability at every layer and token, however small">follow</button>'), Za = /* @__PURE__ */ E('<button type="button"> </button>'), wc = /* @__PURE__ */ E('<p class="fine hits" role="status"> </p>'), kc = /* @__PURE__ */ E("<option> </option>"), xc = /* @__PURE__ */ E('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), Sc = /* @__PURE__ */ E('<p class="fine"> </p>'), Ec = /* @__PURE__ */ E('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Ac = /* @__PURE__ */ E('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Mc(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = /* @__PURE__ */ S(() => e.painted.lens.view), s = /* @__PURE__ */ S(() => e.painted.words.view), i = /* @__PURE__ */ S(() => r(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ S(() => ur(r(i), 3)), l = /* @__PURE__ */ S(() => r(o)[0]), u = /* @__PURE__ */ S(() => r(o)[1]), f = /* @__PURE__ */ S(() => r(o)[2]), h = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let p = /* @__PURE__ */ j("top"), b = /* @__PURE__ */ j(!0), d = /* @__PURE__ */ j(-1), w = /* @__PURE__ */ j(null);
  const U = /* @__PURE__ */ S(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), v = /* @__PURE__ */ S(() => ["entropy", "kl"].filter((Y) => r(a)?.arrays[Y])), g = /* @__PURE__ */ S(() => e.painted.found), m = /* @__PURE__ */ S(() => t().source.kind !== "page");
  function P(Y, re = e.painted.word) {
    M(p, Y, !0), t().word = re, (Y === "top" || Y === "word" || Y === "find") && (t().paint = Y);
  }
  function L(Y) {
    t().find = Y, M(d, -1), P(Y.trim() ? "find" : "top");
  }
  function V(Y) {
    !r(g)?.hits.length || !r(a) || (M(
      d,
      r(d) < 0 && Y < 0 ? r(g).hits.length - 1 : (r(d) + Y + r(g).hits.length) % r(g).hits.length,
      !0
    ), t().takePlace(r(a).arrays.positions.data[r(g).hits[r(d)] % r(u)]), t().lensLayer = Math.floor(r(g).hits[r(d)] / r(u)));
  }
  function $() {
    const Y = t().find.trim();
    Y && (t().words = [...t().words.filter((re) => re !== Y), Y].slice(-8), t().find = "", P("word", t().words.length - 1));
  }
  function O() {
    const Y = () => {
      clearInterval(r(w)), M(w, null);
    };
    if (r(w) !== null) return Y();
    t().lensLayer = 0, M(w, setInterval(() => r(h) >= r(l) - 1 ? Y() : t().lensLayer = r(h) + 1, 600), !0);
  }
  lt(() => () => clearInterval(r(w) ?? void 0));
  const W = /* @__PURE__ */ S(() => r(a) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        ...r(v)
      ],
      ...Array.from({ length: r(l) * r(u) }, (Y, re) => {
        const ve = r(a).arrays.positions.data[re % r(u)];
        return [
          r(a).about.layers[Math.floor(re / r(u))],
          e.study.number(ve),
          e.study.label(ve),
          r(a).about.strings[r(a).arrays.ids.data[re * r(f)]],
          r(a).arrays.probs.data[re * r(f)],
          ...r(v).map((de) => r(a).arrays[de].data[re])
        ];
      })
    ]
  } : null);
  var J = Ac(), R = N(J);
  {
    let Y = /* @__PURE__ */ S(() => r(p) === "word" && r(s) ? r(s).about.code : r(a)?.about.code ?? "");
    rr(R, {
      title: "Logit lens",
      get code() {
        return r(Y);
      },
      get exporter() {
        return r(W);
      },
      children: (re, ve) => {
        var de = bc();
        _(re, de);
      },
      $$slots: { default: !0 }
    });
  }
  var K = c(R, 2);
  {
    var Z = (Y) => {
      var re = Xa(), ve = X(re, !0);
      F(() => C(ve, e.painted.lens.error)), _(Y, re);
    };
    B(K, (Y) => {
      e.painted.lens.error && Y(Z);
    });
  }
  var q = c(K, 2);
  {
    let Y = /* @__PURE__ */ S(() => e.painted.long("lens")), re = /* @__PURE__ */ S(() => e.study.tokens.length.toLocaleString("en")), ve = /* @__PURE__ */ S(() => e.study.nLayers + 1);
    Lr(q, {
      get session() {
        return t();
      },
      get long() {
        return r(Y);
      },
      get what() {
        return `The lens of ${r(re) ?? ""} tokens at ${r(ve) ?? ""} layers`;
      }
    });
  }
  var oe = c(q, 2);
  {
    var ee = (Y) => {
      var re = Ec(), ve = Ne(re), de = N(ve), le = N(de), ge = c(le, 2), pe = c(ge), z = c(pe, 2);
      {
        var k = (Ae) => {
          var Oe = yc();
          F((Ce) => Oe.disabled = Ce, [() => !t().find.trim()]), se("click", Oe, $), _(Ae, Oe);
        };
        B(z, (Ae) => {
          r(m) && Ae(k);
        });
      }
      var A = c(de, 2), x = N(A), I = c(x, 2);
      Te(I, 17, () => r(U), Fe, (Ae, Oe, Ce) => {
        var tt = Za(), Pt = X(tt, !0);
        F(() => {
          ie(tt, "aria-pressed", r(p) === "word" && e.painted.word === Ce), C(Pt, r(Oe));
        }), se("click", tt, () => P("word", Ce)), _(Ae, tt);
      });
      var G = c(I, 2);
      Te(G, 17, () => r(v), Fe, (Ae, Oe) => {
        var Ce = Za(), tt = X(Ce, !0);
        F(() => {
          ie(Ce, "aria-pressed", r(p) === r(Oe)), C(tt, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), se("click", Ce, () => P(r(Oe))), _(Ae, Ce);
      });
      var _e = c(ve, 2);
      {
        var ce = (Ae) => {
          var Oe = wc(), Ce = X(Oe);
          F((tt, Pt) => C(Ce, `Tokens that ${r(g).whole ? "are" : "contain"} “${tt ?? ""}”: ${Pt ?? ""}`), [
            () => t().find.trim(),
            () => r(g).hits.length ? `${r(g).hits.length.toLocaleString("en")} hits in ${r(g).layers} of ${r(l)} layers, among the top ${r(f)}. ↓ goes to the most probable.` : `none among the top ${r(f)}, at any layer and position.`
          ]), _(Ae, Oe);
        };
        B(_e, (Ae) => {
          r(g) && Ae(ce);
        });
      }
      var me = c(_e, 2);
      {
        var y = (Ae) => {
          var Oe = Xa(), Ce = X(Oe, !0);
          F(() => C(Ce, e.painted.words.error)), _(Ae, Oe);
        };
        B(me, (Ae) => {
          e.painted.words.error && Ae(y);
        });
      }
      var ae = c(me, 2), D = N(ae), H = c(N(D)), te = X(H, !0), xe = c(H), ye = c(D, 2), be = X(ye, !0), Q = c(ye, 2), he = c(N(Q));
      Te(he, 20, () => [0, 0.01, 0.05, 0.2, 0.5], Fe, (Ae, Oe) => {
        var Ce = kc(), tt = X(Ce), Pt = {};
        F(() => {
          C(tt, `${100 * Oe}%`), Pt !== (Pt = Oe) && (Ce.value = (Ce.__value = Pt) ?? "");
        }), _(Ae, Ce);
      }), mt(he);
      var ke = c(Q, 2), we = N(ke), Ee = c(ke, 2);
      {
        var Je = (Ae) => {
          var Oe = xc(), Ce = N(Oe);
          F(() => Js(Ce, t().vision)), se("change", Ce, (tt) => {
            t().vision = tt.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), _(Ae, Oe);
        };
        B(Ee, (Ae) => {
          e.study.costs.n_vision && Ae(Je);
        });
      }
      var et = c(ae, 2);
      {
        let Ae = /* @__PURE__ */ S(() => e.painted.long("words")), Oe = /* @__PURE__ */ S(() => r(U).join(", "));
        Lr(et, {
          get session() {
            return t();
          },
          get long() {
            return r(Ae);
          },
          get what() {
            return `To follow ${r(Oe) ?? ""} through all tokens and layers`;
          }
        });
      }
      var je = c(et, 2);
      {
        var He = (Ae) => {
          mc(Ae, {
            get session() {
              return t();
            },
            get study() {
              return e.study;
            },
            get painted() {
              return e.painted;
            },
            get words() {
              return r(s);
            },
            get layer() {
              return r(h);
            }
          });
        };
        B(je, (Ae) => {
          r(s) && Ae(He);
        });
      }
      var nt = c(je, 2);
      vc(nt, {
        get session() {
          return t();
        },
        get study() {
          return e.study;
        },
        get painted() {
          return e.painted;
        },
        get view() {
          return r(a);
        },
        get mode() {
          return r(p);
        },
        get folded() {
          return r(b);
        }
      });
      var gt = c(nt, 2);
      {
        var Ht = (Ae) => {
          var Oe = Sc(), Ce = X(Oe, !0);
          F(() => C(Ce, t().note)), _(Ae, Oe);
        };
        B(gt, (Ae) => {
          t().note && Ae(Ht);
        });
      }
      F(() => {
        Qn(le, t().find), ge.disabled = !r(g)?.hits.length, pe.disabled = !r(g)?.hits.length, ie(x, "aria-pressed", r(p) === "top"), C(te, r(a).about.layers[r(h)]), ie(xe, "max", r(l) - 1), Qn(xe, r(h)), ie(xe, "aria-valuetext", r(a).about.layers[r(h)]), ie(ye, "aria-pressed", r(w) !== null), C(be, r(w) === null ? "play" : "stop");
      }), Ue("submit", de, (Ae) => {
        Ae.preventDefault(), V(1);
      }), se("input", le, (Ae) => L(Ae.currentTarget.value)), se("click", ge, () => V(-1)), se("click", pe, () => V(1)), se("click", x, () => P("top")), se("input", xe, (Ae) => {
        t().lensLayer = Number(Ae.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), se("click", ye, O), kt(he, () => t().least, (Ae) => t().least = Ae), gl(we, () => r(b), (Ae) => M(b, Ae)), _(Y, re);
    };
    B(oe, (Y) => {
      r(a) && Y(ee);
    });
  }
  _(n, J), Ge();
}
ft(["input", "click", "change"]);
var Nc = /* @__PURE__ */ E('<th scope="col">and then</th>'), Tc = /* @__PURE__ */ E("<td><span> </span> <small> </small></td>"), Pc = /* @__PURE__ */ E('<tr><th scope="row"> </th><!></tr>'), Lc = /* @__PURE__ */ E('<p class="fine facts"> </p>'), Oc = /* @__PURE__ */ E('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Rc(n, e) {
  Ye(e, !0);
  const t = /* @__PURE__ */ S(() => e.painted.lens.view), a = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ S(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ S(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: b, probs: d } = r(t).arrays, [w, U, v] = b.shape;
    return Array.from({ length: w }, (g, m) => ({
      nth: m,
      layer: r(t).about.layers[m],
      top: Array.from({ length: Math.min(3, v) }, (P, L) => {
        const V = (m * U + r(i)) * v + L;
        return {
          text: r(t).about.strings[b.data[V]],
          p: d.data[V],
          id: r(t).arrays.tokens.data[b.data[V]]
        };
      })
    })).filter(({ top: g }) => !Number.isNaN(g[0].p)).reverse();
  }), u = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return "";
    const b = r(t).arrays.ids.shape[1], d = r(o) * b + r(i), w = [];
    r(t).arrays.entropy && w.push(`entropy ${pt(r(t).arrays.entropy.data[d])} nats`), r(t).arrays.kl && w.push(`KL to output ${pt(r(t).arrays.kl.data[d])} nats`);
    const U = r(a) ? r(a).arrays.probs.shape[1] * b : 0;
    return r(a) && r(a).arrays.probs.shape[2] === b && r(a).about.words.forEach((v, g) => {
      const m = r(a).arrays.ranks?.data[g * U + d];
      w.push(`“${v}” ${Dt(r(a).arrays.probs.data[g * U + d])}${m ? `, rank ${m > 127 && r(a).about.coded ? "about " : ""}${m.toLocaleString("en")}` : ""}`);
    }), w.length ? `Layer ${r(t).about.layers[r(o)]}: ${w.join("; ")}.` : "";
  });
  var f = Tt(), h = Ne(f);
  {
    var p = (b) => {
      var d = Oc(), w = Ne(d), U = N(w), v = c(U), g = X(v), m = c(w, 2), P = N(m), L = N(P), V = X(L), $ = c(L), O = N($), W = c(N(O), 2);
      {
        var J = (q) => {
          var oe = Nc();
          F(() => ie(oe, "colspan", r(l)[0].top.length - 1)), _(q, oe);
        };
        B(W, (q) => {
          r(l)[0].top.length > 1 && q(J);
        });
      }
      var R = c($);
      Te(R, 21, () => r(l), ({ nth: q, layer: oe, top: ee }) => q, (q, oe) => {
        let ee = () => r(oe).nth, Y = () => r(oe).layer, re = () => r(oe).top;
        var ve = Pc();
        let de;
        var le = N(ve), ge = X(le, !0), pe = c(le);
        Te(pe, 17, re, Fe, (z, k) => {
          let A = () => r(k).text, x = () => r(k).p, I = () => r(k).id;
          var G = Tc();
          let _e, ce;
          var me = N(G), y = X(me, !0), ae = c(me, 2), D = X(ae, !0);
          F(
            (H, te) => {
              _e = Ft(G, 1, "", null, _e, { target: e.session.target?.id === I() }), ce = We(G, "", ce, { "--share": `${100 * x()}%` }), C(y, H), C(D, te);
            },
            [() => ct(A()), () => Dt(x())]
          ), _(z, G);
        }), F(() => {
          de = Ft(ve, 1, "", null, de, { here: ee() === r(o) }), C(ge, Y());
        }), _(q, ve);
      });
      var K = c(m, 2);
      {
        var Z = (q) => {
          var oe = Lc(), ee = X(oe, !0);
          F(() => C(ee, r(u))), _(q, oe);
        };
        B(K, (q) => {
          r(u) && q(Z);
        });
      }
      F(
        (q, oe, ee) => {
          C(U, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), C(g, `${q ?? ""}, position ${oe ?? ""}, by layer`), ie(m, "data-reading", r(s)), C(V, `Most probable tokens at position ${ee ?? ""}, layer by layer`);
        },
        [
          () => ct(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), _(b, d);
    };
    B(h, (b) => {
      r(l).length && b(p);
    });
  }
  _(n, f), Ge();
}
var Qa = /* @__PURE__ */ E('<button type="button"> </button>'), Cc = /* @__PURE__ */ E('<div class="chips" role="group" aria-label="Which image"></div>'), Ic = /* @__PURE__ */ E('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), jc = /* @__PURE__ */ E('<label class="grow"> <input type="range" min="0"/></label>'), Fc = /* @__PURE__ */ E('<div class="row"><!> <!> <!></div>'), Uc = /* @__PURE__ */ E('<img alt=""/>'), Dc = /* @__PURE__ */ E('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Hc = /* @__PURE__ */ E('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), zc = /* @__PURE__ */ E('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Bc = /* @__PURE__ */ E('<p class="fine"> <button type="button" class="link">clear</button></p>'), qc = /* @__PURE__ */ E('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function ni(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7), a = Re(e, "name", 3, "Image"), s = Re(e, "tall", 3, "58vh"), i = /* @__PURE__ */ j(0), o = /* @__PURE__ */ j(0), l = /* @__PURE__ */ j(!1), u = /* @__PURE__ */ j(1), f = /* @__PURE__ */ j("point"), h = /* @__PURE__ */ j(void 0), p = /* @__PURE__ */ j(0), b = /* @__PURE__ */ j(0), d = /* @__PURE__ */ j([]);
  const w = /* @__PURE__ */ S(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), U = /* @__PURE__ */ S(() => r(w)?.size ?? [1, 1]), v = /* @__PURE__ */ S(() => e.study.tokens.filter((y) => y.kind === "image" && y.image === Math.min(r(i), e.study.images.length - 1))), g = /* @__PURE__ */ S(() => [...new Set(r(v).map((y) => y.frame))].filter((y) => y >= 0)), m = /* @__PURE__ */ S(() => [...new Set(r(v).map((y) => y.global))]), P = /* @__PURE__ */ S(() => r(v).filter((y) => y.box && (r(g).length ? y.frame === r(g)[Math.min(r(o), r(g).length - 1)] : r(m).length < 2 || y.global === r(l)))), L = /* @__PURE__ */ S(() => r(w) ? r(w).frames[Math.min(
    r(g).length ? Math.floor(Math.min(r(o), r(g).length - 1) / r(g).length * r(w).frames.length) : 0,
    r(w).frames.length - 1
  )] : null), V = /* @__PURE__ */ S(() => r(w) && r(L) ? r(w).frames.indexOf(r(L)) : 0), $ = /* @__PURE__ */ S(() => new Map(r(P).map((y) => [y.position, y]))), O = /* @__PURE__ */ S(() => r(p) ? r(p) / r(U)[0] : 0);
  lt(() => {
    const y = t().place === null ? null : e.study.tokens[t().place];
    y?.kind === "image" && (M(i, y.image, !0), y.frame >= 0 && M(
      o,
      [
        ...new Set(e.study.tokens.filter((ae) => ae.image === y.image && ae.frame >= 0).map((ae) => ae.frame))
      ].indexOf(y.frame),
      !0
    ), M(l, y.global, !0));
  });
  function W() {
    if (!r(h) || !r(O)) return;
    const y = devicePixelRatio || 1, ae = r(p) * r(U)[1] / r(U)[0];
    (r(h).width !== Math.round(r(p) * y) || r(h).height !== Math.round(ae * y)) && (r(h).width = Math.round(r(p) * y), r(h).height = Math.round(ae * y));
    const D = r(h).getContext("2d");
    D.setTransform(y * r(O), 0, 0, y * r(O), 0, 0), D.clearRect(0, 0, r(U)[0], r(U)[1]);
    const H = 1 / r(O);
    if (e.painting) {
      const { values: te, texts: xe, signed: ye, high: be } = e.painting, [Q, he] = xe ? [0.5, 0] : ye ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: ke, box: we } of r(P)) {
        const Ee = te[ke] ?? NaN;
        Number.isNaN(Ee) || (D.globalAlpha = Q + he * Math.min(1, Math.abs(Ee) / be), D.fillStyle = Yt(Ee / be, ye), D.fillRect(we[0], we[1], we[2] - we[0], we[3] - we[1]));
      }
      D.globalAlpha = 1, e.painting.texts && r(P).length <= 900 && R(D);
    } else if (r(P).length <= 4e3) {
      D.strokeStyle = "rgba(255,255,255,.28)", D.lineWidth = H;
      for (const { box: te } of r(P)) D.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
    }
    for (const te of t().selected) J(D, te, "#14e0c0", 2);
    t().place !== null && J(D, t().place, "#fff", 3), t().hoverPlace !== null && J(D, t().hoverPlace, "#ffe14d", 2), r(d).length > 1 && (D.strokeStyle = "#14e0c0", D.lineWidth = 2 * H, D.beginPath(), r(f) === "box" ? D.rect(r(d)[0][0], r(d)[0][1], r(d).at(-1)[0] - r(d)[0][0], r(d).at(-1)[1] - r(d)[0][1]) : r(d).forEach(([te, xe], ye) => ye ? D.lineTo(te, xe) : D.moveTo(te, xe)), D.stroke());
  }
  function J(y, ae, D, H) {
    const te = r($).get(ae)?.box;
    if (te)
      for (const [xe, ye] of [["#000", 2], [D, 0]])
        y.strokeStyle = xe, y.lineWidth = (H + ye) / r(O), y.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
  }
  function R(y) {
    y.textAlign = "center", y.textBaseline = "middle", y.fillStyle = "#fff", y.strokeStyle = "#000";
    for (const { position: ae, box: D } of r(P)) {
      if (!e.painting.texts[ae]) continue;
      const H = ct(e.painting.texts[ae]).slice(0, 12), te = D[2] - D[0], xe = D[3] - D[1], ye = Math.min(xe * 0.34, te * 1.5 / Math.max(2, H.length));
      y.font = `600 ${ye}px system-ui, sans-serif`, y.lineWidth = ye / 6, y.strokeText(H, (D[0] + D[2]) / 2, (D[1] + D[3]) / 2, te), y.fillText(H, (D[0] + D[2]) / 2, (D[1] + D[3]) / 2, te);
    }
  }
  lt(W);
  function K(y) {
    const ae = r(h).getBoundingClientRect();
    return [
      (y.clientX - ae.left) / ae.width * r(U)[0],
      (y.clientY - ae.top) / ae.height * r(U)[1]
    ];
  }
  const Z = ([y, ae]) => r(P).find(({ box: D }) => y >= D[0] && y < D[2] && ae >= D[1] && ae < D[3]);
  function q(y) {
    const ae = K(y);
    if (r(d).length) {
      M(d, [...r(d), ae]);
      return;
    }
    const D = Z(ae);
    t().hoverPlace = D?.position ?? null;
  }
  function oe(y) {
    r(f) === "point" || y.button || (r(h).setPointerCapture(y.pointerId), M(d, [K(y)]));
  }
  function ee(y) {
    const ae = K(y);
    if (r(f) === "point") {
      const H = Z(ae);
      H && (y.shiftKey || y.ctrlKey || y.metaKey) ? t().toggle([H.position], "flip") : H && t().takePlace(t().place === H.position ? null : H.position);
      return;
    }
    if (!r(d).length) return;
    const D = r(P).filter(({ box: H }) => Y((H[0] + H[2]) / 2, (H[1] + H[3]) / 2, H)).map((H) => H.position);
    t().toggle(D, y.shiftKey ? "add" : "set"), M(d, []);
  }
  function Y(y, ae, D) {
    const [H, te] = [r(d)[0], r(d).at(-1)];
    if (r(f) === "box") {
      const [ye, be] = [Math.min(H[0], te[0]), Math.max(H[0], te[0])], [Q, he] = [Math.min(H[1], te[1]), Math.max(H[1], te[1])];
      return D[2] > ye && D[0] < be && D[3] > Q && D[1] < he;
    }
    if (r(f) === "brush") return r(d).some(([ye, be]) => ye >= D[0] && ye < D[2] && be >= D[1] && be < D[3]);
    let xe = !1;
    for (let ye = 0, be = r(d).length - 1; ye < r(d).length; be = ye++) {
      const [Q, he] = r(d)[ye], [ke, we] = r(d)[be];
      he > ae != we > ae && y < (ke - Q) * (ae - he) / (we - he) + Q && (xe = !xe);
    }
    return xe;
  }
  function re(y) {
    const ae = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[y.key], D = t().shownPlace === null ? null : r($).get(t().shownPlace);
    if (ae) {
      y.preventDefault();
      const H = D ? ve(D, ae) : r(P)[0];
      H && (t().hoverPlace = H.position);
    } else (y.key === "Enter" || y.key === " ") && t().shownPlace !== null ? (y.preventDefault(), y.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (y.key === "r" || y.key === "c") && D && t().toggle(r(P).filter((H) => y.key === "r" ? H.row === D.row : H.column === D.column).map((H) => H.position), "add");
  }
  function ve(y, [ae, D]) {
    const H = (Q) => [
      (Q.box[0] + Q.box[2]) / 2,
      (Q.box[1] + Q.box[3]) / 2
    ], [te, xe] = H(y);
    let ye, be = 1 / 0;
    for (const Q of r(P)) {
      const [he, ke] = H(Q), we = (he - te) * ae + (ke - xe) * D, Ee = Math.abs((he - te) * D) + Math.abs((ke - xe) * ae);
      we > 0.01 && we + 3 * Ee < be && ([ye, be] = [Q, we + 3 * Ee]);
    }
    return ye;
  }
  const de = /* @__PURE__ */ S(() => {
    const y = t().shownPlace, ae = y === null ? null : e.study.tokens[y];
    if (!ae) return "Point at a token, click to keep it, Esc lets go.";
    const D = e.painting?.values[y], H = ae.box ? `, pixels ${ae.box.map((te) => Math.round(te)).join(", ")}` : "";
    return `Token ${e.study.number(y)}: ${JSON.stringify(e.study.label(y))}${H}${D === void 0 || Number.isNaN(D) ? "" : ` · ${pt(D)}`}`;
  });
  lt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Zs(
        r(U)[0],
        r(U)[1],
        r(P).map((y) => ({
          box: y.box,
          fill: e.painting ? Yt((e.painting.values[y.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[y.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(P).map((y) => [
          y.position,
          y.row,
          y.column,
          ...y.box,
          e.painting?.values[y.position] ?? ""
        ])
      ]
    });
  });
  var le = qc(), ge = N(le);
  {
    var pe = (y) => {
      var ae = Fc(), D = N(ae);
      {
        var H = (Q) => {
          var he = Cc();
          Te(he, 21, () => e.study.images, Fe, (ke, we, Ee) => {
            var Je = Qa(), et = X(Je);
            F(() => {
              ie(Je, "aria-pressed", r(i) === Ee), C(et, `${r(we).kind === "video" ? "video" : "image"} ${Ee + 1}`);
            }), se("click", Je, () => M(i, Ee, !0)), _(ke, Je);
          }), _(Q, he);
        };
        B(D, (Q) => {
          e.study.images.length > 1 && Q(H);
        });
      }
      var te = c(D, 2);
      {
        var xe = (Q) => {
          var he = Ic(), ke = N(he), we = c(ke, 2);
          F(() => {
            ie(ke, "aria-pressed", !r(l)), ie(we, "aria-pressed", r(l));
          }), se("click", ke, () => M(l, !1)), se("click", we, () => M(l, !0)), _(Q, he);
        };
        B(te, (Q) => {
          r(m).length > 1 && Q(xe);
        });
      }
      var ye = c(te, 2);
      {
        var be = (Q) => {
          var he = jc(), ke = N(he), we = c(ke);
          F(
            (Ee) => {
              C(ke, `frame ${Ee ?? ""} of ${r(g).length ?? ""} `), ie(we, "max", r(g).length - 1);
            },
            [() => Math.min(r(o), r(g).length - 1) + 1]
          ), xt(we, () => r(o), (Ee) => M(o, Ee)), _(Q, he);
        };
        B(ye, (Q) => {
          r(g).length && Q(be);
        });
      }
      _(y, ae);
    };
    B(ge, (y) => {
      (e.study.images.length > 1 || r(g).length || r(m).length > 1) && y(pe);
    });
  }
  var z = c(ge, 2);
  {
    var k = (y) => {
      var ae = Dc(), D = Ne(ae);
      let H;
      var te = N(D);
      let xe;
      var ye = N(te);
      {
        var be = (je) => {
          var He = Uc();
          let nt, gt;
          F(
            (Ht) => {
              ie(He, "src", Ht), nt = Ft(He, 1, "", null, nt, { dim: e.painting }), gt = We(He, "", gt, {
                left: `${100 * r(L).area[0] / r(U)[0]}%`,
                top: `${100 * r(L).area[1] / r(U)[1]}%`,
                width: `${100 * (r(L).area[2] - r(L).area[0]) / r(U)[0]}%`,
                height: `${100 * (r(L).area[3] - r(L).area[1]) / r(U)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(V))
            ]
          ), Ue("load", He, () => No(b)), _(je, He);
        };
        B(ye, (je) => {
          r(L) && je(be);
        });
      }
      var Q = c(ye, 2);
      let he;
      var ke = N(Q);
      en(ke, (je) => M(h, je), () => r(h));
      var we = c(D, 2), Ee = N(we);
      Te(Ee, 20, () => ["point", "box", "brush", "lasso"], Fe, (je, He) => {
        var nt = Qa(), gt = X(nt, !0);
        F(() => {
          ie(nt, "aria-pressed", r(f) === He), C(gt, He);
        }), se("click", nt, () => M(f, He, !0)), _(je, nt);
      });
      var Je = c(Ee, 2), et = c(N(Je));
      F(() => {
        H = Ft(D, 1, "scroller", null, H, { zoomed: r(u) > 1 }), xe = We(te, "", xe, {
          width: `${100 * r(u)}%`,
          "max-width": r(u) === 1 ? `min(100%, calc(${s()} * ${r(U)[0] / r(U)[1]}))` : "none"
        }), ie(Q, "aria-label", `${a() ?? ""}: ${r(P).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), ie(Q, "data-stage", a()), he = We(Q, "", he, {
          "aspect-ratio": `${r(U)[0] ?? ""} / ${r(U)[1] ?? ""}`
        });
      }), se("keydown", Q, re), se("pointermove", ke, q), se("pointerdown", ke, oe), se("pointerup", ke, ee), Ue("pointerleave", ke, () => t().hoverPlace = null), xn(te, "clientWidth", (je) => M(p, je)), xt(et, () => r(u), (je) => M(u, je)), _(y, ae);
    }, A = (y) => {
      var ae = Hc();
      _(y, ae);
    };
    B(z, (y) => {
      r(w) && r(P).length ? y(k) : e.study.images.length && y(A, 1);
    });
  }
  var x = c(z, 2);
  {
    var I = (y) => {
      var ae = zc(), D = N(ae), H = X(D, !0), te = c(D);
      let xe;
      var ye = c(te), be = X(ye, !0), Q = c(ye), he = X(Q, !0);
      F(
        (ke, we, Ee) => {
          C(H, ke), xe = We(te, "", xe, { background: we }), C(be, Ee), C(he, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${pt(e.painting.high)}` : "0",
          () => Xs(e.painting.signed),
          () => pt(e.painting.high)
        ]
      ), _(y, ae);
    };
    B(x, (y) => {
      e.painting && y(I);
    });
  }
  var G = c(x, 2), _e = X(G, !0), ce = c(G, 2);
  {
    var me = (y) => {
      var ae = Bc(), D = N(ae), H = c(D);
      F(() => C(D, `${t().selected.size ?? ""} tokens selected `)), se("click", H, () => t().toggle([])), _(y, ae);
    };
    B(ce, (y) => {
      t().selected.size && y(me);
    });
  }
  F(() => C(_e, r(de))), _(n, le), Ge();
}
ft([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
const Wc = 10, Jc = { words: "lens" };
class ai {
  heads;
  sources;
  lens;
  words;
  readers;
  pattern;
  session;
  asks;
  of;
  constructor(e, t) {
    this.session = e, this.of = t, this.asks = {
      heads: () => e.tabs.includes("attention") ? { focus: e.at } : null,
      lens: () => e.tabs.includes("lens") ? { top_k: 5, ...this.inFront } : null,
      sources: () => e.paint === "sources" && e.target ? {
        target: e.target.id,
        contrast: e.contrast?.id ?? null,
        focus: e.at
      } : null,
      words: () => this.followed.length && (e.tab === "lens" || e.paint === "word") ? { words: this.followed, ...this.inFront } : null,
      readers: () => e.paint === "readers" && e.place !== null ? { position: e.place } : null,
      pattern: () => e.pattern && e.tab === "attention" && e.layer !== null && e.head !== null ? { layer: e.layer, head: e.head } : null
    };
    const a = (s) => new gn(e, () => {
      const i = t(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = a("heads"), this.lens = a("lens"), this.sources = a("sources"), this.words = a("words"), this.readers = a("readers"), this.pattern = a("pattern");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const t = this.of(), a = t && !t.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!t || !a) return null;
    const s = ei(e, a), i = t.cost(Jc[e] ?? e);
    return "vision" in a && (i.seconds *= 1 + t.costs.n_vision / (t.nLayers + 1)), i.seconds > Wc && !this.session.granted.has(`${t.id} ${s}`) && !t.has(s) ? { ...i, key: `${t.id} ${s}` } : null;
  }
  get inFront() {
    return this.session.vision && this.of()?.costs.n_vision ? { vision: !0 } : {};
  }
  // Values of a lens by position: a lens may have some positions only.
  spread(e, t) {
    const a = t.arrays.positions.data, s = new Float32Array(this.of().tokens.length + this.of().answer.length).fill(NaN);
    for (let i = 0; i < a.length; i++) s[a[i]] = e[i];
    return s;
  }
  #e = /* @__PURE__ */ S(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, t = this.session.find.trim().toLocaleLowerCase();
      if (!e || !t) return null;
      const a = e.about.strings.map((d) => d.trim().toLocaleLowerCase()), s = a.includes(t), i = Uint8Array.from(a, (d) => Number(s ? d === t : d.includes(t))), { ids: o, probs: l } = e.arrays, [u, f, h] = o.shape, p = new Float32Array(u * f);
      for (let d = 0; d < o.data.length; d++) i[o.data[d]] && (p[Math.floor(d / h)] += l.data[d] || 1e-9);
      const b = Array.from(p.keys()).filter((d) => p[d] > 0).sort((d, w) => p[w] - p[d]);
      return {
        whole: s,
        sum: p,
        hits: b,
        layers: new Set(b.map((d) => Math.floor(d / f))).size
      };
    }
  );
  get found() {
    return r(this.#e);
  }
  set found(e) {
    M(this.#e, e);
  }
  get word() {
    return Math.min(this.session.word, Math.max(0, this.followed.length - 1));
  }
  // The words that the lens follows: the user's, else the target.
  get followed() {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }
  get now() {
    const { session: e } = this, t = e.shownHead, a = this.of();
    if (!a) return null;
    const s = e.lensLayer ?? 1 / 0;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        return i && t ? yr(qt(i.arrays.weights, t.layer, t.head), a, `attention of L${t.layer}H${t.head} from ${JSON.stringify(a.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? yr(qt(i.arrays.sources, t.layer, t.head), a, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? yr(qt(i.arrays.weights, t.layer, t.head), a, `how much each token looks at ${JSON.stringify(a.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = yr(this.spread(qt(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), a, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = qt(i.arrays.ids, o), u = qt(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], p = new Float32Array(h), b = [];
        for (let d = 0; d < h; d++) {
          const w = i.arrays.positions.data[d];
          p[w] = u[d * f], b[w] = u[d * f] >= e.least ? i.about.strings[l[d * f]] : "";
        }
        return {
          values: p,
          texts: b,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "find": {
        const i = this.lens.view;
        if (!i || !this.found) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = i.arrays.ids.shape[1];
        return yr(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), a, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "sweep":
        return e.sweep?.values ? yr(e.sweep.values, a, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function yr(n, e, t, a = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < n.length; o++) {
    const l = Math.abs(n[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: n, texts: null, signed: a, high: s || i || 1, label: t };
}
var Kc = /* @__PURE__ */ E("<option></option>"), Vc = /* @__PURE__ */ E('<label class="fine">example <select><option>choose</option><!></select></label>'), Yc = /* @__PURE__ */ E('<button type="button" class="link">close</button>'), Gc = /* @__PURE__ */ E('<span class="error"> </span>'), Xc = /* @__PURE__ */ E('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), Zc = /* @__PURE__ */ E('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), Qc = /* @__PURE__ */ E('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function $c(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7), a = /* @__PURE__ */ j(void 0);
  const s = new ai(t(), () => t().second), i = /* @__PURE__ */ S(() => t().second), o = /* @__PURE__ */ S(() => s.now);
  var l = Qc(), u = N(l), f = c(N(u), 4);
  {
    var h = (m) => {
      var P = Vc(), L = c(N(P)), V = N(L);
      V.value = V.__value = "";
      var $ = c(V);
      Te($, 17, () => ({ length: t().info.examples }), Fe, (W, J, R) => {
        var K = Kc();
        K.textContent = R + 1;
        var Z = {};
        F(
          (q) => {
            Z !== (Z = q) && (K.value = (K.__value = Z) ?? "");
          },
          [() => String(R)]
        ), _(W, K);
      });
      var O;
      mt(L), F(
        (W) => {
          O !== (O = W) && (L.value = (L.__value = O) ?? "", va(L, O));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), se("change", L, (W) => {
        W.currentTarget.value && t().openSecond(Number(W.currentTarget.value));
      }), _(m, P);
    };
    B(f, (m) => {
      t().info?.examples && m(h);
    });
  }
  var p = c(f, 2), b = c(p, 2);
  en(b, (m) => M(a, m), () => r(a));
  var d = c(b, 2);
  {
    var w = (m) => {
      var P = Yc();
      se("click", P, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), _(m, P);
    };
    B(d, (m) => {
      r(i) && m(w);
    });
  }
  var U = c(u, 2);
  {
    var v = (m) => {
      var P = Xc(), L = Ne(P), V = c(N(L)), $ = X(V, !0), O = c(V, 2);
      {
        var W = (K) => {
          var Z = Gc(), q = X(Z);
          F(() => C(q, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), _(K, Z);
        };
        B(O, (K) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && K(W);
        });
      }
      var J = c(L, 2);
      ni(J, {
        get session() {
          return t();
        },
        get study() {
          return r(i);
        },
        get painting() {
          return r(o);
        },
        name: "Second image",
        tall: "38vh"
      });
      var R = c(J, 2);
      Te(R, 16, () => ["lens", "words", "sources", "readers"], (K) => K, (K, Z) => {
        {
          let q = /* @__PURE__ */ S(() => s.long(Z));
          Lr(K, {
            get session() {
              return t();
            },
            get long() {
              return r(q);
            },
            what: "The same of this image"
          });
        }
      }), F((K) => C($, K), [
        () => r(i).answer.filter((K) => !K.ends).map((K) => ct(K.token.text)).join("")
      ]), _(m, P);
    }, g = (m) => {
      var P = Zc();
      _(m, P);
    };
    B(U, (m) => {
      r(i) ? m(v) : m(g, -1);
    });
  }
  se("click", p, () => r(a)?.click()), se("change", b, (m) => {
    const P = m.currentTarget.files?.[0];
    P && t().openSecond(P), m.currentTarget.value = "";
  }), _(n, l), Ge();
}
ft(["change", "click"]);
var ef = /* @__PURE__ */ E('<img class="picture" alt="What is patched from"/>'), tf = /* @__PURE__ */ E('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function rf(n, e) {
  Ye(e, !0);
  const t = new gn(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let a = /* @__PURE__ */ j(null);
  var s = tf(), i = N(s);
  {
    let d = /* @__PURE__ */ S(() => t.view?.about.code ?? "");
    rr(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return r(d);
      },
      get exporter() {
        return r(a);
      }
    });
  }
  var o = c(i, 2), l = N(o);
  {
    var u = (d) => {
      var w = ef();
      F(() => ie(w, "src", e.stored.picture)), _(d, w);
    };
    B(l, (d) => {
      e.stored.picture && d(u);
    });
  }
  var f = c(l, 2), h = X(f, !0), p = c(o, 2);
  {
    var b = (d) => {
      ri(d, {
        get session() {
          return e.session;
        },
        get study() {
          return e.study;
        },
        get sweep() {
          return t.view;
        },
        get name() {
          return e.stored.name;
        },
        onexport: (w) => M(a, w)
      });
    };
    B(p, (d) => {
      t.view && d(b);
    });
  }
  F(() => {
    ie(s, "aria-label", e.stored.title), C(h, e.stored.text);
  }), _(n, s), Ge();
}
var nf = /* @__PURE__ */ E('<button type="button" class="token run"> </button>'), af = /* @__PURE__ */ E('<button type="button"> </button>'), sf = /* @__PURE__ */ E('<button type="button" class="link">fold image tokens</button>'), of = /* @__PURE__ */ E('<p class="fine"><button type="button" class="small"> </button></p>'), lf = /* @__PURE__ */ E('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function uf(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7), a = /* @__PURE__ */ j(!1);
  const s = /* @__PURE__ */ S(() => e.study.images.some((v) => !v.boxed)), i = /* @__PURE__ */ S(() => {
    const v = [], g = e.study.tokens.map((m) => ({
      position: m.position,
      text: m.text,
      image: m.kind === "image"
    }));
    if (!t().tabs.some((m) => m !== "lens")) return v.concat(g.filter((m) => !m.image).map(({ position: m, text: P }) => ({ position: m, text: P, count: 0 })));
    e.study.answer.slice(0, -1).forEach((m, P) => g.push({
      position: e.study.nPrompt + P,
      text: m.token.text,
      image: !1
    }));
    for (const { position: m, text: P, image: L } of g) {
      const V = v.at(-1);
      L && !r(a) && !r(s) && V && V.count > 0 && V.position + V.count === m ? V.count++ : v.push({
        position: m,
        text: P,
        count: L && !r(a) && !r(s) ? 1 : 0
      });
    }
    return v;
  }), o = 0.02, l = (v) => Math.abs(v) >= o ? {
    background: Yt(v, e.painting.signed),
    color: Gs(v, e.painting.signed)
  } : { background: null, color: null }, u = (v) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: g } = e.painting;
    let m = 0;
    for (let P = 0; P < Math.max(1, v.count); P++) m += g[v.position + P] ?? 0;
    return v.position < g.length ? m : NaN;
  };
  var f = lf(), h = Ne(f), p = N(h);
  Te(p, 17, () => r(i), (v) => v.position, (v, g) => {
    const m = /* @__PURE__ */ S(() => u(r(g))), P = /* @__PURE__ */ S(() => Math.max(-1, Math.min(1, r(g).count ? r(m) : r(m) / (e.painting?.high ?? 1)))), L = /* @__PURE__ */ S(() => l(r(P)));
    var V = Tt(), $ = Ne(V);
    {
      var O = (J) => {
        var R = nf();
        let K;
        var Z = X(R);
        F(
          (q) => {
            ie(R, "title", `${r(g).count ?? ""} image tokens${q ?? ""}: show each`), K = We(R, "", K, {
              background: r(L).background,
              color: r(L).color
            }), C(Z, `▦ ${r(g).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(m)) ? "" : `, in all ${pt(r(m))}`
          ]
        ), se("click", R, () => M(a, !0)), _(J, R);
      }, W = (J) => {
        var R = af();
        let K, Z;
        var q = X(R, !0);
        F(
          (oe, ee, Y, re) => {
            K = Ft(R, 1, "token", null, K, {
              focus: t().at === r(g).position,
              place: t().shownPlace === r(g).position,
              chosen: oe
            }), ie(R, "title", `token ${ee ?? ""}${Y ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), Z = We(R, "", Z, {
              background: r(L).background,
              color: r(L).color
            }), C(q, re);
          },
          [
            () => t().selected.has(r(g).position),
            () => e.study.number(r(g).position),
            () => Number.isNaN(r(m)) ? "" : `: ${pt(r(m))}`,
            () => ct(r(g).text)
          ]
        ), Ue("pointerenter", R, () => t().hoverPlace = r(g).position), Ue("pointerleave", R, () => t().hoverPlace = null), se("click", R, (oe) => {
          oe.altKey ? t().focus = r(g).position : oe.shiftKey ? t().toggle([r(g).position], "flip") : t().takePlace(t().place === r(g).position ? null : r(g).position);
        }), _(J, R);
      };
      B($, (J) => {
        r(g).count ? J(O) : J(W, -1);
      });
    }
    _(v, V);
  });
  var b = c(p, 2);
  {
    var d = (v) => {
      var g = sf();
      se("click", g, () => M(a, !1)), _(v, g);
    };
    B(b, (v) => {
      r(a) && v(d);
    });
  }
  var w = c(h, 2);
  {
    var U = (v) => {
      var g = of(), m = N(g), P = X(m);
      F((L) => C(P, `make token ${L ?? ""} the focus`), [() => e.study.number(t().place)]), se("click", m, () => {
        t().focus = t().place;
      }), _(v, g);
    };
    B(w, (v) => {
      t().place !== null && t().place !== t().at && v(U);
    });
  }
  _(n, f), Ge();
}
ft(["click"]);
var cf = /* @__PURE__ */ E('<button type="button" class="small">save as page</button>'), ff = /* @__PURE__ */ E('<button type="button" class="small"> </button>'), df = /* @__PURE__ */ E('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), hf = /* @__PURE__ */ E('<h1 class="hidden">Look inside a vision-language model</h1>'), vf = /* @__PURE__ */ E("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), pf = /* @__PURE__ */ E("<option>lens: found tokens</option>"), gf = /* @__PURE__ */ E("<option>lens: a word</option><option>lens: most probable</option><!>", 1), _f = /* @__PURE__ */ E("<option>sweep</option>"), mf = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), bf = /* @__PURE__ */ E('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), yf = /* @__PURE__ */ E('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), wf = /* @__PURE__ */ E('<button type="button" role="tab" aria-controls="panel"> </button>'), kf = /* @__PURE__ */ E('<div class="tabs" role="tablist" aria-label="Views"></div>'), xf = /* @__PURE__ */ E("<!> <!>", 1), Sf = /* @__PURE__ */ E('<!> <!> <div id="panel"><!> <!> <!> <!></div>', 1), Ef = /* @__PURE__ */ E('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Af = /* @__PURE__ */ E('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Mf(n, e) {
  Ye(e, !0);
  let t = Re(e, "session", 7);
  const a = new ai(t(), () => t().study), s = /* @__PURE__ */ S(() => t().study), i = /* @__PURE__ */ S(() => a.now);
  let o = /* @__PURE__ */ j(null), l = /* @__PURE__ */ j("");
  const u = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  lt(() => {
    t().write();
  }), lt(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function f(le) {
    le.key === "Escape" && t().release();
  }
  function h(le) {
    const ge = { ArrowLeft: -1, ArrowRight: 1 }[le.key];
    if (!ge) return;
    le.preventDefault();
    const pe = t().tabs, z = pe[(pe.indexOf(t().tab) + ge + pe.length) % pe.length];
    t().tab = z, document.getElementById(`tab-${z}`)?.focus();
  }
  async function p() {
    r(s) && await t().during((async () => {
      const le = r(s).answer.filter((pe) => !pe.ends).map((pe) => pe.token.text).join("").trim(), ge = await Jl(r(s), (pe, z) => t().source.pictureUrl(r(s).id, pe, z), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${le}`, t().tabs.filter((pe) => pe !== "causes"));
      on("study.html", ge, "text/html");
    })());
  }
  const b = /* @__PURE__ */ S(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : ["top", "find"].includes(t().paint) ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : r(s)?.code), d = /* @__PURE__ */ S(() => a.sources.error || a.readers.error);
  var w = Af();
  Ue("keydown", dn, f);
  var U = Ne(w), v = c(U, 2), g = c(N(v), 4), m = X(g, !0), P = c(g, 2);
  {
    var L = (le) => {
      var ge = cf();
      se("click", ge, p), _(le, ge);
    };
    B(P, (le) => {
      r(s) && !r(s).answering && t().source.kind === "server" && le(L);
    });
  }
  var V = c(P, 2);
  {
    var $ = (le) => {
      var ge = ff(), pe = X(ge);
      F(() => C(pe, `theme: ${(r(l) || "auto") ?? ""}`)), se("click", ge, () => M(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), _(le, ge);
    };
    B(V, (le) => {
      t().source.kind !== "kernel" && le($);
    });
  }
  var O = c(v, 2);
  {
    var W = (le) => {
      var ge = df(), pe = N(ge), z = c(pe);
      F(() => C(pe, `${t().message ?? ""} `)), se("click", z, () => t().message = ""), _(le, ge);
    };
    B(O, (le) => {
      t().message && le(W);
    });
  }
  var J = c(O, 2), R = N(J), K = N(R);
  {
    var Z = (le) => {
      var ge = hf();
      _(le, ge);
    };
    B(K, (le) => {
      t().title || le(Z);
    });
  }
  var q = c(K, 2);
  zl(q, {
    get session() {
      return t();
    }
  });
  var oe = c(q, 2);
  {
    var ee = (le) => {
      var ge = bf(), pe = N(ge);
      {
        let Q = /* @__PURE__ */ S(() => r(b) ?? "");
        rr(pe, {
          title: "Image",
          get code() {
            return r(Q);
          },
          get exporter() {
            return r(o);
          }
        });
      }
      var z = c(pe, 2), k = N(z);
      k.value = k.__value = "none";
      var A = c(k);
      {
        var x = (Q) => {
          var he = vf(), ke = Ne(he);
          ke.value = ke.__value = "attention";
          var we = c(ke);
          we.value = we.__value = "sources";
          var Ee = c(we);
          Ee.value = Ee.__value = "readers", _(Q, he);
        }, I = /* @__PURE__ */ S(() => t().tabs.includes("attention"));
        B(A, (Q) => {
          r(I) && Q(x);
        });
      }
      var G = c(A);
      {
        var _e = (Q) => {
          var he = gf(), ke = Ne(he);
          ke.value = ke.__value = "word";
          var we = c(ke);
          we.value = we.__value = "top";
          var Ee = c(we);
          {
            var Je = (je) => {
              var He = pf();
              He.value = He.__value = "find", _(je, He);
            }, et = /* @__PURE__ */ S(() => t().find.trim());
            B(Ee, (je) => {
              r(et) && je(Je);
            });
          }
          _(Q, he);
        }, ce = /* @__PURE__ */ S(() => t().tabs.includes("lens"));
        B(G, (Q) => {
          r(ce) && Q(_e);
        });
      }
      var me = c(G);
      {
        var y = (Q) => {
          var he = _f();
          he.value = he.__value = "sweep", _(Q, he);
        };
        B(me, (Q) => {
          t().sweep && Q(y);
        });
      }
      mt(z);
      var ae = c(z, 2);
      ni(ae, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (Q) => M(o, Q)
      });
      var D = c(ae, 2);
      {
        var H = (Q) => {
          var he = mf(), ke = X(he, !0);
          F(() => C(ke, r(d))), _(Q, he);
        };
        B(D, (Q) => {
          r(d) && Q(H);
        });
      }
      var te = c(D, 2);
      {
        let Q = /* @__PURE__ */ S(() => a.long("sources"));
        Lr(te, {
          get session() {
            return t();
          },
          get long() {
            return r(Q);
          },
          what: "What every head adds from each token"
        });
      }
      var xe = c(te, 2);
      {
        let Q = /* @__PURE__ */ S(() => a.long("readers"));
        Lr(xe, {
          get session() {
            return t();
          },
          get long() {
            return r(Q);
          },
          what: "Who looks at the token"
        });
      }
      var ye = c(xe, 2);
      uf(ye, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        }
      });
      var be = c(ye, 2);
      Rc(be, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return a;
        }
      }), kt(z, () => t().paint, (Q) => t().paint = Q), _(le, ge);
    };
    B(oe, (le) => {
      r(s) && le(ee);
    });
  }
  var Y = c(R, 2), re = N(Y);
  {
    var ve = (le) => {
      var ge = Sf(), pe = Ne(ge);
      {
        var z = (H) => {
          var te = yf(), xe = c(N(te));
          se("click", xe, () => {
            t().study = t().clean, t().clean = null;
          }), _(H, te);
        };
        B(pe, (H) => {
          t().clean && H(z);
        });
      }
      var k = c(pe, 2);
      {
        var A = (H) => {
          var te = kf();
          Te(te, 21, () => t().tabs, Fe, (xe, ye) => {
            var be = wf(), Q = X(be, !0);
            F(() => {
              ie(be, "id", `tab-${r(ye) ?? ""}`), ie(be, "aria-selected", t().tab === r(ye)), ie(be, "tabindex", t().tab === r(ye) ? 0 : -1), C(Q, u[r(ye)]);
            }), se("keydown", be, h), se("click", be, () => {
              t().tab = r(ye), r(ye) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), _(xe, be);
          }), _(H, te);
        };
        B(k, (H) => {
          t().tabs.length > 1 && H(A);
        });
      }
      var x = c(k, 2), I = N(x);
      {
        var G = (H) => {
          Ou(H, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        B(I, (H) => {
          t().tab === "attribution" && H(G);
        });
      }
      var _e = c(I, 2);
      {
        var ce = (H) => {
          yu(H, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return a;
            }
          });
        };
        B(_e, (H) => {
          t().tab === "attention" && H(ce);
        });
      }
      var me = c(_e, 2);
      {
        var y = (H) => {
          Mc(H, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return a;
            }
          });
        };
        B(me, (H) => {
          t().tab === "lens" && H(y);
        });
      }
      var ae = c(me, 2);
      {
        var D = (H) => {
          var te = Tt(), xe = Ne(te);
          {
            var ye = (Q) => {
              var he = Tt(), ke = Ne(he);
              Te(ke, 17, () => t().sweeps, (we) => we.title, (we, Ee) => {
                rf(we, {
                  get session() {
                    return t();
                  },
                  get study() {
                    return r(s);
                  },
                  get stored() {
                    return r(Ee);
                  }
                });
              }), _(Q, he);
            }, be = (Q) => {
              var he = xf(), ke = Ne(he);
              $c(ke, {
                get session() {
                  return t();
                }
              });
              var we = c(ke, 2);
              uc(we, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), _(Q, he);
            };
            B(xe, (Q) => {
              t().sweeps.length ? Q(ye) : Q(be, -1);
            });
          }
          _(H, te);
        };
        B(ae, (H) => {
          t().tab === "causes" && H(D);
        });
      }
      F(() => {
        ie(x, "role", t().tabs.length > 1 ? "tabpanel" : null), ie(x, "aria-labelledby", t().tabs.length > 1 ? `tab-${t().tab}` : null);
      }), _(le, ge);
    }, de = (le) => {
      var ge = Ef();
      _(le, ge);
    };
    B(re, (le) => {
      r(s) ? le(ve) : t().source.kind === "server" && le(de, 1);
    });
  }
  F(() => C(m, t().busy ? "working…" : "")), se("click", U, (le) => {
    le.preventDefault(), document.getElementById("views")?.focus();
  }), _(n, w), Ge();
}
ft(["click", "keydown"]);
function si(n, e) {
  return n.classList.add("vlm"), $o(Mf, { target: n, props: { session: new fu(e) } });
}
const $a = document.querySelector("#app[data-start]");
if ($a) {
  const n = document.getElementById("study")?.textContent;
  si($a, n ? new ou(JSON.parse(n)) : new iu());
}
const Tf = {
  render({ model: n, el: e }) {
    const t = si(e, new lu(n));
    return () => tl(t);
  }
};
export {
  Tf as default,
  si as start
};

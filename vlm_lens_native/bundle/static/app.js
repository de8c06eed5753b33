var Ta = Array.isArray, Xi = Array.prototype.indexOf, Qr = Array.prototype.includes, Pa = Array.from, ps = Object.defineProperty, Ar = Object.getOwnPropertyDescriptor, gs = Object.getOwnPropertyDescriptors, Zi = Object.prototype, Qi = Array.prototype, fn = Object.getPrototypeOf, Wn = Object.isExtensible;
const rr = () => {
};
function $i(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function _s() {
  var a, e, t = new Promise((n, s) => {
    a = n, e = s;
  });
  return { promise: t, resolve: a, reject: e };
}
function Yt(a, e) {
  if (Array.isArray(a))
    return a;
  if (e === void 0 || !(Symbol.iterator in a))
    return Array.from(a);
  const t = [];
  for (const n of a)
    if (t.push(n), t.length === e) break;
  return t;
}
const lt = 2, Or = 4, Oa = 8, ms = 1 << 24, Tt = 16, Ct = 32, nr = 64, Za = 128, vn = 256, Lt = 512, tt = 1024, Je = 2048, xt = 4096, dt = 8192, it = 16384, Fr = 32768, $r = 1 << 25, pr = 65536, ga = 1 << 17, eo = 1 << 18, jr = 1 << 19, to = 1 << 20, zt = 1 << 25, _a = 1 << 21, Mr = 1 << 22, ar = 1 << 23, Gt = /* @__PURE__ */ Symbol("$state"), bs = /* @__PURE__ */ Symbol("component"), ro = /* @__PURE__ */ Symbol("legacy props"), ao = /* @__PURE__ */ Symbol(""), ys = /* @__PURE__ */ Symbol("attributes"), Qa = /* @__PURE__ */ Symbol("class"), $a = /* @__PURE__ */ Symbol("style"), en = /* @__PURE__ */ Symbol("text"), fa = /* @__PURE__ */ Symbol("form reset"), aa = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), no = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), so = 1, io = 2, ws = 4, oo = 8, lo = 16, uo = 1, co = 4, fo = 8, vo = 16, ks = 1, ho = 2, xs = {}, et = /* @__PURE__ */ Symbol("uninitialized"), po = "http://www.w3.org/1999/xhtml";
function go() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function _o() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function mo() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function Ss(a) {
  return a === this.v;
}
function As(a, e) {
  return a != a ? e == e : a !== e || a !== null && typeof a == "object" || typeof a == "function";
}
function Ms(a) {
  return !As(a, this.v);
}
function bo() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function yo(a, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function wo(a) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function ko() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function xo(a) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function So() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function Ao(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function Mo() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function Eo() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function No() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function To() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let ft = null;
function Lr(a) {
  ft = a;
}
function Ve(a, e = !1, t) {
  ft = {
    p: ft,
    i: !1,
    c: null,
    e: null,
    s: a,
    x: null,
    r: (
      /** @type {Effect} */
      je
    ),
    l: null
  };
}
function Ye(a) {
  var e = (
    /** @type {ComponentContext} */
    ft
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var n of t)
      Ws(n);
  }
  return e.i = !0, ft = e.p, hn(a);
}
function hn(a = {}) {
  return ps(a, bs, { value: !0 }), a;
}
function Es() {
  return !0;
}
let cr = [];
function Ns() {
  var a = cr;
  cr = [], $i(a);
}
function Vt(a) {
  if (cr.length === 0 && !Gr) {
    var e = cr;
    queueMicrotask(() => {
      e === cr && Ns();
    });
  }
  cr.push(a);
}
function Po() {
  for (; cr.length > 0; )
    Ns();
}
const Oo = -7169;
function Ze(a, e) {
  a.f = a.f & Oo | e;
}
function pn(a) {
  (a.f & Lt) !== 0 || a.deps === null ? Ze(a, tt) : Ze(a, xt);
}
function Ts(a, e) {
  (a.f & Je) !== 0 ? e.set(a, Je) : (a.f & xt) !== 0 && e.get(a) !== Je && e.set(a, xt), Ze(a, tt);
}
let Jn = !1;
function Lo() {
  Jn || (Jn = !0, document.addEventListener(
    "reset",
    (a) => {
      Promise.resolve().then(() => {
        if (!a.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            a.target.elements
          )
            e[fa]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Dr(a) {
  var e = Re, t = je;
  Mt(null), Wt(null);
  try {
    return a();
  } finally {
    Mt(e), Wt(t);
  }
}
function gn(a, e, t, n = t) {
  a.addEventListener(e, () => Dr(t));
  const s = (
    /** @type {any} */
    a[fa]
  );
  s ? a[fa] = () => {
    s(), n(!0);
  } : a[fa] = () => n(!0), Lo();
}
function Ro(a, e, t, n) {
  const s = ea;
  var i = a.filter((f) => !f.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    je
  ), c = Co(), d = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((f) => f.promise)) : null;
  function g(f) {
    if ((l.f & it) === 0) {
      c();
      try {
        n([...o, ...f]);
      } catch (b) {
        Ht(b, l);
      }
      ma();
    }
  }
  var v = Ps();
  if (t.length === 0) {
    d.then(() => g([])).finally(v);
    return;
  }
  function E() {
    Promise.all(t.map((f) => /* @__PURE__ */ Io(f))).then(g).catch((f) => Ht(f, l)).finally(v);
  }
  d ? d.then(() => {
    if ((l.f & it) !== 0) {
      v();
      return;
    }
    c(), E(), ma();
  }) : E();
}
function Co() {
  var a = (
    /** @type {Effect} */
    je
  ), e = Re, t = ft, n = (
    /** @type {Batch} */
    Oe
  );
  return function(i = !0) {
    Wt(a), Mt(e), Lr(t), i && (a.f & it) === 0 && (n?.activate(), n?.apply());
  };
}
function ma(a = !0) {
  Wt(null), Mt(null), Lr(null), a && Oe?.deactivate();
}
function Ps() {
  var a = (
    /** @type {Effect} */
    je
  ), e = a.b, t = (
    /** @type {Batch} */
    Oe
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(n, a), () => {
    e?.update_pending_count(-1, t), t.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function ea(a) {
  var e = lt | Je;
  return je !== null && (je.f |= jr), {
    ctx: ft,
    deps: null,
    effects: null,
    equals: Ss,
    f: e,
    fn: a,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      et
    ),
    wv: 0,
    parent: je,
    ac: null
  };
}
const Kr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function Io(a, e, t) {
  let n = (
    /** @type {Effect | null} */
    je
  );
  n === null && bo();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = gr(
    /** @type {V} */
    et
  ), o = !Re, l = /* @__PURE__ */ new Set();
  return Zo(() => {
    var c = (
      /** @type {Effect} */
      je
    ), d = _s();
    s = d.promise;
    try {
      Promise.resolve(a()).then(d.resolve, (f) => {
        f !== aa && d.reject(f);
      }).finally(ma);
    } catch (f) {
      d.reject(f), ma();
    }
    var g = (
      /** @type {Batch} */
      Oe
    );
    if (o) {
      if ((c.f & Fr) !== 0)
        var v = Ps();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        g.async_deriveds.get(c)?.reject(Kr);
      else
        for (const f of l.values())
          f.reject(Kr);
      l.add(d), g.async_deriveds.set(c, d);
    }
    const E = (f, b = void 0) => {
      v?.(), l.delete(d), b !== Kr && (g.activate(), b ? (i.f |= ar, Rr(i, b)) : ((i.f & ar) !== 0 && (i.f ^= ar), Rr(i, f)), g.deactivate());
    };
    d.promise.then(E, (f) => E(null, f || "unknown"));
  }), wn(() => {
    for (const c of l)
      c.reject(Kr);
  }), new Promise((c) => {
    function d(g) {
      function v() {
        g === s ? c(i) : d(s);
      }
      g.then(v, v);
    }
    d(s);
  });
}
// @__NO_SIDE_EFFECTS__
function w(a) {
  const e = /* @__PURE__ */ ea(a);
  return Gs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Os(a) {
  const e = /* @__PURE__ */ ea(a);
  return e.equals = Ms, e;
}
function Fo(a) {
  var e = a.effects;
  if (e !== null) {
    a.effects = null;
    for (var t = 0; t < e.length; t += 1)
      _t(
        /** @type {Effect} */
        e[t]
      );
  }
}
function _n(a) {
  var e, t = je, n = a.parent;
  if (!Zt && n !== null && a.v !== et && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (it | dt)) !== 0)
    return go(), a.v;
  Wt(n);
  try {
    Fo(a), e = $s(a);
  } finally {
    Wt(t);
  }
  return e;
}
function Ls(a) {
  var e = _n(a);
  if (!a.equals(e) && (a.wv = Zs(), (!Oe?.is_fork || a.deps === null) && (Oe !== null ? (Oe.capture(a, e, !0), Er?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    Ze(a, tt);
    return;
  }
  Zt || (Pt !== null ? (yn() || Oe?.is_fork) && Pt.set(a, e) : pn(a));
}
function jo(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Dr(() => {
        e.ac.abort(aa), e.ac = null;
      }), e.fn !== null && (e.teardown = rr), ta(e, 0), kn(e));
}
function Rs(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Cr(e);
}
let Ha = null, kr = null, Oe = null, Er = null, Pt = null, tn = null, Gr = !1, za = !1, Xr = null, va = null;
var Kn = 0;
let Do = 1;
class sr {
  id = Do++;
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
  #a = /* @__PURE__ */ new Map();
  /**
   * A deferred that resolves when the batch is committed, used with `settled()`
   * TODO replace with Promise.withResolvers once supported widely enough
   * @type {{ promise: Promise<void>, resolve: (value?: any) => void, reject: (reason: unknown) => void } | null}
   */
  #n = null;
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
  #v = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    kr === null ? Ha = kr = this : (kr.next = this, this.prev = kr), kr = this;
  }
  #h() {
    if (this.is_fork) return !0;
    for (const e of this.#a.keys())
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
    this.#l.has(e) || this.#l.set(e, { d: [], m: [] }), this.#v.delete(e);
  }
  /**
   * Remove an effect from the #skipped_branches map and reschedule
   * any tracked dirty/maybe_dirty child effects
   * @param {Effect} effect
   * @param {(e: Effect) => void} callback
   */
  unskip_effect(e, t = (n) => this.schedule(n)) {
    var n = this.#l.get(e);
    if (n) {
      this.#l.delete(e);
      for (var s of n.d)
        Ze(s, Je), t(s);
      for (s of n.m)
        Ze(s, xt), t(s);
    }
    this.#v.add(e);
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
      if (!((i.f & it) !== 0 || (i.f & (Je | xt)) === 0)) {
        for (var t = i, n = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (nr | Ct)) !== 0) {
            if ((s & tt) === 0) {
              n = !0;
              break;
            }
            t.f ^= tt;
          }
        }
        n || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, c] of this.#i)
      Ze(l, c), this.schedule(l);
    this.apply();
    for (var e = Xr = [], t = [], n = va = []; this.#s.length > 0; ) {
      Kn++ > 1e3 && (this.#f(), Ho());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (c) {
          throw Fs(l), this.#h() || this.discard(), c;
        }
    }
    if (Oe = null, n.length > 0) {
      var s = sr.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Xr = null, va = null, this.#h()) {
      this.#g(t), this.#g(e);
      for (const [l, c] of this.#l)
        Is(l, c);
      n.length > 0 && /** @type {unknown} */
      Oe.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(t), this.#g(e), i.#d(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Er = this, Vn(t), Vn(e), Er = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Oe
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#f(), o !== null && (Bt.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, n) {
    e.f ^= tt;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Ct | nr)) !== 0, l = o && (i & tt) !== 0, c = l || (i & dt) !== 0 || this.#l.has(s);
      if (!c && s.fn !== null) {
        o ? s.f ^= tt : (i & Or) !== 0 ? t.push(s) : oa(s) && ((i & Tt) !== 0 && this.add_dirty_reaction(s, xt), Cr(s));
        var d = s.first;
        if (d !== null) {
          s = d;
          continue;
        }
      }
      for (; s !== null; ) {
        var g = s.next;
        if (g !== null) {
          s = g;
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
    for (const [t, [, n]] of this.current)
      if (!n && e.current.has(t))
        return !0;
    return !1;
  }
  /**
   * @param {Batch} batch
   */
  #d(e) {
    for (const [n, s] of e.current)
      !this.previous.has(n) && e.previous.has(n) && this.previous.set(n, e.previous.get(n)), this.current.set(n, s);
    for (const [n, s] of e.async_deriveds) {
      const i = this.async_deriveds.get(n);
      i && s.promise.then(i.resolve).catch(i.reject);
    }
    e.async_deriveds.clear(), this.transfer_reactions(e.#i);
    const t = (n) => {
      var s = n.reactions;
      if (s !== null && !((n.f & lt) !== 0 && (n.f & (Je | xt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & lt) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (Mr | Tt) && !this.async_deriveds.has(o) && (this.#i.delete(o), Ze(o, Je), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      t(n);
    this.oncommit(() => e.discard()), e.#f(), Oe = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var t = 0; t < e.length; t += 1)
      Ts(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, n = !1) {
    e.v !== et && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & ar) === 0 && (this.current.set(e, [t, n]), Pt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    Oe = this;
  }
  deactivate() {
    Oe = null, Pt = null;
  }
  flush() {
    try {
      za = !0, Oe = this, this.#p();
    } finally {
      Kn = 0, tn = null, Xr = null, va = null, za = !1, Oe = null, Pt = null, Bt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Kr);
    this.#f(), this.#n?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let v = Ha; v !== null; v = v.next) {
      var e = v.id < this.id, t = [];
      for (const [E, [f, b]] of this.current) {
        if (v.current.has(E)) {
          var n = (
            /** @type {[any, boolean]} */
            v.current.get(E)[0]
          );
          if (e && f !== n)
            v.current.set(E, [f, b]);
          else
            continue;
        }
        t.push(E);
      }
      if (e)
        for (const [E, f] of this.async_deriveds) {
          const b = v.async_deriveds.get(E);
          b && f.promise.then(b.resolve).catch(b.reject);
        }
      var s = [...v.current.keys()].filter(
        (E) => !/** @type {[any, boolean]} */
        v.current.get(E)[1]
      );
      if (!(!v.started || s.length === 0)) {
        var i = s.filter((E) => !this.current.has(E));
        if (i.length === 0)
          e && v.discard();
        else if (t.length > 0) {
          if (e)
            for (const E of this.#v)
              v.unskip_effect(E, (f) => {
                (f.f & (Tt | Mr)) !== 0 ? v.schedule(f) : v.#g([f]);
              });
          v.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of t)
            Cs(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var d = [...v.current].filter(([E, f]) => {
            const b = this.current.get(E);
            return b ? b[0] !== f[0] || b[1] !== f[1] : !0;
          }).map(([E]) => E);
          if (d.length > 0)
            for (const E of this.#o)
              (E.f & (it | dt | ga)) === 0 && mn(E, d, l) && ((E.f & (Mr | Tt)) !== 0 ? (Ze(E, Je), v.schedule(E)) : v.add_dirty_reaction(E, Je));
          if (v.#s.length > 0 && !v.#u) {
            v.apply();
            for (var g of v.#c())
              v.#b(g, [], []);
          }
          v.deactivate();
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
      let n = this.#a.get(t) ?? 0;
      this.#a.set(t, n + 1);
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  decrement(e, t) {
    if (this.#t -= 1, e) {
      let n = this.#a.get(t) ?? 0;
      n === 1 ? this.#a.delete(t) : this.#a.set(t, n - 1);
    }
    this.#u || (this.#u = !0, Vt(() => {
      this.#u = !1, this.linked && this.flush();
    }));
  }
  /**
   * @param {Map<Effect, number>} dirty_reactions
   */
  transfer_reactions(e) {
    for (const [t, n] of e)
      this.add_dirty_reaction(t, n);
    e.clear();
  }
  /**
   * @param {Effect} effect
   * @param {number} status
   */
  add_dirty_reaction(e, t) {
    (t === Je || this.#i.get(e) !== Je) && this.#i.set(e, t);
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
    return (this.#n ??= _s()).promise;
  }
  static ensure() {
    if (Oe === null) {
      const e = Oe = new sr();
      !za && !Gr && Vt(() => {
        e.started || e.flush();
      });
    }
    return Oe;
  }
  apply() {
    {
      Pt = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (tn = e, e.b?.is_pending && (e.f & (Or | Oa | ms)) !== 0 && (e.f & Fr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #f() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Ha = t : e.next = t, t === null ? kr = e : t.prev = e, this.linked = !1;
    }
  }
}
function Uo(a) {
  var e = Gr, t = Er;
  Er = null, Gr = !0;
  try {
    for (var n; ; ) {
      if (Po(), Oe === null)
        return (
          /** @type {T} */
          n
        );
      Oe.flush();
    }
  } finally {
    Gr = e, Er = t;
  }
}
function Ho() {
  try {
    So();
  } catch (a) {
    Ht(a, tn);
  }
}
let Kt = null;
function Vn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var n = a[t++];
      if ((n.f & (it | dt)) === 0 && oa(n) && (Kt = /* @__PURE__ */ new Set(), Cr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Ks(n), Kt?.size > 0)) {
        Bt.clear();
        for (const s of Kt) {
          if ((s.f & (it | dt)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Kt.has(o) && (Kt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (it | dt)) === 0 && Cr(c);
          }
        }
        Kt.clear();
      }
    }
    Kt = null;
  }
}
function Cs(a, e, t, n) {
  if (!t.has(a) && (t.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & lt) !== 0 ? Cs(
        /** @type {Derived} */
        s,
        e,
        t,
        n
      ) : (i & (Mr | Tt)) !== 0 && (i & Je) === 0 && mn(s, e, n) && (Ze(s, Je), bn(
        /** @type {Effect} */
        s
      ));
    }
}
function mn(a, e, t) {
  const n = t.get(a);
  if (n !== void 0) return n;
  if (a.deps !== null)
    for (const s of a.deps) {
      if (Qr.call(e, s))
        return !0;
      if ((s.f & lt) !== 0 && mn(
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
  return t.set(a, !1), !1;
}
function bn(a) {
  Oe.schedule(a);
}
function Is(a, e) {
  if (!((a.f & Ct) !== 0 && (a.f & tt) !== 0)) {
    (a.f & Je) !== 0 ? e.d.push(a) : (a.f & xt) !== 0 && e.m.push(a), Ze(a, tt);
    for (var t = a.first; t !== null; )
      Is(t, e), t = t.next;
  }
}
function Fs(a) {
  Ze(a, tt);
  for (var e = a.first; e !== null; )
    Fs(e), e = e.next;
}
let ba = /* @__PURE__ */ new Set();
const Bt = /* @__PURE__ */ new Map();
let js = !1;
function gr(a, e) {
  var t = {
    f: 0,
    v: a,
    reactions: null,
    equals: Ss,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function V(a, e) {
  const t = gr(a);
  return Gs(t), t;
}
// @__NO_SIDE_EFFECTS__
function zo(a, e = !1, t = !0) {
  const n = gr(a);
  return e || (n.equals = Ms), n;
}
function O(a, e, t = !1) {
  Re !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Ot || (Re.f & ga) !== 0) && Es() && (Re.f & (lt | Tt | Mr | ga)) !== 0 && (qt === null || !qt.has(a)) && No();
  let n = t ? dr(e) : e;
  return Rr(a, n, va);
}
var ur = null, rn = 0;
function Rr(a, e, t = null) {
  if (!a.equals(e)) {
    Zt ? Bt.set(a, e) : Bt.has(a) || Bt.set(a, a.v);
    var n = sr.ensure();
    if (n.capture(a, e), (a.f & lt) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & Je) !== 0 && _n(s), Pt === null && pn(s);
    }
    a.wv = Zs(), ur = null, rn = 0, Ds(a, Je, t), ur = null, je !== null && (je.f & tt) !== 0 && (je.f & (Ct | nr)) === 0 && (St === null ? el([a]) : St.push(a)), !n.is_fork && ba.size > 0 && !js && Bo();
  }
  return e;
}
function Bo() {
  js = !1;
  for (const a of ba) {
    (a.f & tt) !== 0 && Ze(a, xt);
    let e;
    try {
      e = oa(a);
    } catch {
      e = !0;
    }
    e && Cr(a);
  }
  ba.clear();
}
function qo(a, e = 1) {
  var t = r(a), n = e === 1 ? t++ : t--;
  return O(a, t), n;
}
function Zr(a) {
  O(a, a.v + 1);
}
function Ds(a, e, t) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (rn += s, rn > 1e5 && ur === null && (ur = /* @__PURE__ */ new Set()), ur !== null) {
      if (ur.has(a)) return;
      ur.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, c = (l & Je) === 0;
      if (c && Ze(o, e), (l & ga) !== 0)
        ba.add(
          /** @type {Effect} */
          o
        );
      else if ((l & lt) !== 0) {
        var d = (
          /** @type {Derived} */
          o
        );
        Pt?.delete(d), Ds(d, xt, t);
      } else if (c) {
        var g = (
          /** @type {Effect} */
          o
        );
        (l & Tt) !== 0 && Kt !== null && Kt.add(g), t !== null ? t.push(g) : bn(g);
      }
    }
  }
}
function dr(a) {
  if (typeof a != "object" || a === null || Gt in a || bs in a)
    return a;
  const e = fn(a);
  if (e !== Zi && e !== Qi)
    return a;
  var t = /* @__PURE__ */ new Map(), n = Ta(a), s = /* @__PURE__ */ V(0), i = hr, o = (l) => {
    if (hr === i)
      return l();
    var c = Re, d = hr;
    Mt(null), Xn(i);
    var g = l();
    return Mt(c), Xn(d), g;
  };
  return n && t.set("length", /* @__PURE__ */ V(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, c, d) {
        (!("value" in d) || d.configurable === !1 || d.enumerable === !1 || d.writable === !1) && Mo();
        var g = t.get(c);
        return g === void 0 ? o(() => {
          var v = /* @__PURE__ */ V(d.value);
          return t.set(c, v), v;
        }) : O(g, d.value, !0), !0;
      },
      deleteProperty(l, c) {
        var d = t.get(c);
        if (d === void 0) {
          if (c in l) {
            const g = o(() => /* @__PURE__ */ V(et));
            t.set(c, g), Zr(s);
          }
        } else
          O(d, et), Zr(s);
        return !0;
      },
      get(l, c, d) {
        if (c === Gt)
          return a;
        var g = t.get(c), v = c in l;
        if (g === void 0 && (!v || Ar(l, c)?.writable) && (g = o(() => {
          var f = dr(v ? l[c] : et), b = /* @__PURE__ */ V(f);
          return b;
        }), t.set(c, g)), g !== void 0) {
          var E = r(g);
          return E === et ? void 0 : E;
        }
        return Reflect.get(l, c, d);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var d = Reflect.getOwnPropertyDescriptor(l, c), g = t.get(c);
        if (g !== void 0) {
          var v = r(g);
          if (v === et)
            return;
          if (d && "value" in d)
            d.value = v;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: v,
              writable: !0
            };
        }
        return d;
      },
      has(l, c) {
        if (c === Gt)
          return !0;
        var d = t.get(c), g = d !== void 0 && d.v !== et || Reflect.has(l, c);
        if (d !== void 0 || (je !== null || Re !== null) && (!g || Ar(l, c)?.writable)) {
          d === void 0 && (d = o(() => {
            var E = g ? dr(l[c]) : et, f = /* @__PURE__ */ V(E);
            return f;
          }), t.set(c, d));
          var v = r(d);
          if (v === et)
            return !1;
        }
        return g;
      },
      set(l, c, d, g) {
        var v = t.get(c), E = c in l;
        if (n && c === "length")
          for (var f = d; f < /** @type {Source<number>} */
          v.v; f += 1) {
            var b = t.get(f + "");
            b !== void 0 ? O(b, et) : f in l && (b = o(() => /* @__PURE__ */ V(et)), t.set(f + "", b));
          }
        if (v === void 0)
          (!E || Ar(l, c)?.writable) && (v = o(() => /* @__PURE__ */ V(void 0)), O(v, dr(d)), t.set(c, v));
        else {
          E = v.v !== et;
          var F = o(() => dr(d));
          O(v, F);
        }
        var y = Reflect.getOwnPropertyDescriptor(l, c);
        if (y?.set && y.set.call(g, d), !E) {
          if (n && typeof c == "string") {
            var _ = (
              /** @type {Source<number>} */
              t.get("length")
            ), p = Number(c);
            Number.isInteger(p) && p >= _.v && O(_, p + 1);
          }
          Zr(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var c = Reflect.ownKeys(l).filter((v) => {
          var E = t.get(v);
          return E === void 0 || E.v !== et;
        });
        for (var [d, g] of t)
          g.v !== et && !(d in l) && c.push(d);
        return c;
      },
      setPrototypeOf() {
        Eo();
      }
    }
  );
}
function Yn(a) {
  try {
    if (a !== null && typeof a == "object" && Gt in a)
      return a[Gt];
  } catch {
  }
  return a;
}
function Us(a, e) {
  return Object.is(Yn(a), Yn(e));
}
var ya, Hs, zs, Bs;
function Wo() {
  if (ya === void 0) {
    ya = window, Hs = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, t = Text.prototype;
    zs = Ar(e, "firstChild").get, Bs = Ar(e, "nextSibling").get, Wn(a) && (a[Qa] = void 0, a[ys] = null, a[$a] = void 0, a.__e = void 0), Wn(t) && (t[en] = void 0);
  }
}
function Xt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ut(a) {
  return (
    /** @type {TemplateNode | null} */
    zs.call(a)
  );
}
// @__NO_SIDE_EFFECTS__
function na(a) {
  return (
    /** @type {TemplateNode | null} */
    Bs.call(a)
  );
}
function x(a, e) {
  return /* @__PURE__ */ Ut(a);
}
function Ee(a, e = !1) {
  {
    var t = /* @__PURE__ */ Ut(a);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ na(t) : t;
  }
}
function B(a, e = !1) {
  return /* @__PURE__ */ Ut(a);
}
function u(a, e = 1, t = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ na(n);
  return n;
}
function Jo(a) {
  a.textContent = "";
}
function qs() {
  return !1;
}
function Ko(a, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(a, { is: t }) : document.createElement(a)
  );
}
function Vo(a) {
  var e = je;
  if (e === null)
    return Re.f |= ar, a;
  if ((e.f & Fr) === 0 && (e.f & Or) === 0)
    throw a;
  Ht(a, e);
}
function Ht(a, e) {
  if (a === xs)
    throw a;
  if (!(e !== null && (e.f & it) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Za) !== 0 && (e.f & (it | $r)) === 0) {
        if ((e.f & Fr) === 0)
          throw a;
        try {
          e.b.error(a);
          return;
        } catch (t) {
          a = t;
        }
      }
      e = e.parent;
    }
    throw a;
  }
}
function Yo(a) {
  je === null && (Re === null && xo(), ko()), Zt && wo();
}
function Go(a, e) {
  var t = e.last;
  t === null ? e.last = e.first = a : (t.next = a, a.prev = t, e.last = a);
}
function Qt(a, e) {
  var t = je;
  t !== null && (t.f & dt) !== 0 && (a |= dt);
  var n = {
    ctx: ft,
    deps: null,
    nodes: null,
    f: a | Je | Lt,
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
  Oe?.register_created_effect(n);
  var s = n;
  if ((a & Or) !== 0)
    Xr !== null ? Xr.push(n) : sr.ensure().schedule(n);
  else if (e !== null) {
    try {
      Cr(n);
    } catch (o) {
      throw _t(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & jr) === 0 && (s = s.first, (a & Tt) !== 0 && (a & pr) !== 0 && s !== null && (s.f |= pr));
  }
  if (s !== null && (s.parent = t, t !== null && Go(s, t), Re !== null && (Re.f & lt) !== 0 && (a & nr) === 0)) {
    var i = (
      /** @type {Derived} */
      Re
    );
    (i.effects ??= []).push(s);
  }
  return n;
}
function yn() {
  return Re !== null && !Ot;
}
function wn(a) {
  const e = Qt(Oa, null);
  return Ze(e, tt), e.teardown = a, e;
}
function gt(a) {
  Yo();
  var e = (
    /** @type {Effect} */
    je.f
  ), t = !Re && (e & Ct) !== 0 && ft !== null && !ft.i;
  if (t) {
    var n = (
      /** @type {ComponentContext} */
      ft
    );
    (n.e ??= []).push(a);
  } else
    return Ws(a);
}
function Ws(a) {
  return Qt(Or | to, a);
}
function Xo(a) {
  sr.ensure();
  const e = Qt(nr | jr, a);
  return (t = {}) => new Promise((n) => {
    t.outro ? vr(e, () => {
      _t(e), n(void 0);
    }) : (_t(e), n(void 0));
  });
}
function La(a) {
  return Qt(Or, a);
}
function Zo(a) {
  return Qt(Mr | jr, a);
}
function sa(a, e = 0) {
  return Qt(Oa | e, a);
}
function I(a, e = [], t = [], n = []) {
  Ro(n, e, t, (s) => {
    Qt(Oa, () => {
      a(...s.map(r));
    });
  });
}
function ia(a, e = 0) {
  var t = Qt(Tt | e, a);
  return t;
}
function At(a) {
  return Qt(Ct | jr, a);
}
function Js(a) {
  var e = a.teardown;
  if (e !== null) {
    const t = Zt, n = Re;
    Gn(!0), Mt(null);
    try {
      e.call(null);
    } catch (s) {
      Ht(s, a.parent);
    } finally {
      Gn(t), Mt(n);
    }
  }
}
function kn(a, e = !1) {
  var t = a.first;
  for (a.first = a.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Dr(() => {
      s.abort(aa);
    });
    var n = t.next;
    (t.f & nr) !== 0 ? t.parent = null : _t(t, e), t = n;
  }
}
function Qo(a) {
  for (var e = a.first; e !== null; ) {
    var t = e.next;
    (e.f & Ct) === 0 && _t(e), e = t;
  }
}
function _t(a, e = !0) {
  var t = !1;
  (e || (a.f & eo) !== 0) && a.nodes !== null && a.nodes.end !== null && ($o(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), t = !0), a.f |= $r, kn(a, e && !t), ta(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  Js(a), a.f ^= $r, a.f |= it;
  var s = a.parent;
  s !== null && s.first !== null && Ks(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function $o(a, e) {
  for (; a !== null; ) {
    var t = a === e ? null : /* @__PURE__ */ na(a);
    a.remove(), a = t;
  }
}
function Ks(a) {
  var e = a.parent, t = a.prev, n = a.next;
  t !== null && (t.next = n), n !== null && (n.prev = t), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = t));
}
function vr(a, e, t = !0) {
  var n = [];
  a.f |= vn, Vs(a, n, !0);
  var s = () => {
    t && _t(a), e && e();
  }, i = n.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of n)
      l.out(o);
  } else
    s();
}
function Vs(a, e, t) {
  if ((a.f & dt) === 0) {
    a.f ^= dt;
    var n = a.nodes && a.nodes.t;
    if (n !== null)
      for (const l of n)
        (l.is_global || t) && e.push(l);
    for (var s = a.first; s !== null; ) {
      var i = s.next;
      if ((s.f & nr) === 0) {
        var o = (s.f & pr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Ct) !== 0 && (a.f & Tt) !== 0;
        Vs(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function wa(a) {
  a.f &= ~vn, Ys(a, !0);
}
function Ys(a, e) {
  if ((a.f & vn) === 0 && (a.f & dt) !== 0) {
    a.f ^= dt, (a.f & tt) === 0 && (Ze(a, Je), sr.ensure().schedule(a));
    for (var t = a.first; t !== null; ) {
      var n = t.next, s = (t.f & pr) !== 0 || (t.f & Ct) !== 0;
      Ys(t, s ? e : !1), t = n;
    }
    var i = a.nodes && a.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function xn(a, e) {
  if (a.nodes)
    for (var t = a.nodes.start, n = a.nodes.end; t !== null; ) {
      var s = t === n ? null : /* @__PURE__ */ na(t);
      e.append(t), t = s;
    }
}
let Zt = !1;
function Gn(a) {
  Zt = a;
}
let Re = null, Ot = !1;
function Mt(a) {
  Re = a;
}
let je = null;
function Wt(a) {
  je = a;
}
let qt = null;
function Gs(a) {
  Re !== null && ((Re.f & _a) !== 0 || (Re.f & lt) !== 0) && (qt ??= /* @__PURE__ */ new Set()).add(a);
}
let pt = null, yt = 0, St = null;
function el(a) {
  St = a;
}
let Xs = 1, fr = 0, hr = fr;
function Xn(a) {
  hr = a;
}
function Zs() {
  return ++Xs;
}
function oa(a) {
  var e = a.f;
  if ((e & Je) !== 0)
    return !0;
  if ((e & xt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      a.deps
    ), n = t.length, s = 0; s < n; s++) {
      var i = t[s];
      if (oa(
        /** @type {Derived} */
        i
      ) && Ls(
        /** @type {Derived} */
        i
      ), i.wv > a.wv)
        return !0;
    }
    (e & Lt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Pt === null && Ze(a, tt);
  }
  return !1;
}
function Qs(a, e, t = !0) {
  var n = a.reactions;
  if (n !== null && !(qt !== null && qt.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & lt) !== 0 ? Qs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? Ze(i, Je) : (i.f & tt) !== 0 && Ze(i, xt), bn(
        /** @type {Effect} */
        i
      ));
    }
}
function $s(a) {
  var e = pt, t = yt, n = St, s = Re, i = qt, o = ft, l = Ot, c = hr, d = a.f;
  pt = /** @type {null | Value[]} */
  null, yt = 0, St = null, Re = (d & (Ct | nr)) === 0 ? a : null, qt = null, Lr(a.ctx), Ot = !1, hr = ++fr, a.ac !== null && (Dr(() => {
    a.ac.abort(aa);
  }), a.ac = null);
  try {
    a.f |= _a;
    var g = (
      /** @type {Function} */
      a.fn
    ), v = g();
    a.f |= Fr;
    var E = Zn(a);
    if (Es() && St !== null && !Ot && E !== null && (a.f & (lt | xt | Je)) === 0)
      for (var f = 0; f < /** @type {Source[]} */
      St.length; f++)
        Qs(
          St[f],
          /** @type {Effect} */
          a
        );
    if (s !== null && s !== a) {
      if (fr++, s.deps !== null)
        for (let b = 0; b < t; b += 1)
          s.deps[b].rv = fr;
      if (e !== null)
        for (const b of e)
          b.rv = fr;
      St !== null && (n === null ? n = St : n.push(.../** @type {Source[]} */
      St));
    }
    return (a.f & ar) !== 0 && (a.f ^= ar), v;
  } catch (b) {
    return Zn(a), Vo(b);
  } finally {
    a.f ^= _a, pt = e, yt = t, St = n, Re = s, qt = i, Lr(o), Ot = l, hr = c;
  }
}
function Zn(a) {
  var e = a.deps, t = Oe?.is_fork;
  if (pt !== null) {
    var n;
    if (t || ta(a, yt), e !== null && yt > 0)
      for (e.length = yt + pt.length, n = 0; n < pt.length; n++)
        e[yt + n] = pt[n];
    else
      a.deps = e = pt;
    if (yn() && (a.f & Lt) !== 0)
      for (n = yt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !t && e !== null && yt < e.length && (ta(a, yt), e.length = yt);
  return e;
}
function tl(a, e) {
  let t = e.reactions;
  if (t !== null) {
    var n = Xi.call(t, a);
    if (n !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[n] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & lt) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (pt === null || !Qr.call(pt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Lt) !== 0 && (i.f ^= Lt), i.v !== et && pn(i), i.ac !== null && Dr(() => {
      i.ac.abort(aa), i.ac = null, Ze(i, Je);
    }), jo(i), ta(i, 0);
  }
}
function ta(a, e) {
  var t = a.deps;
  if (t !== null)
    for (var n = e; n < t.length; n++)
      tl(a, t[n]);
}
function Cr(a) {
  var e = a.f;
  if ((e & it) === 0) {
    Ze(a, tt);
    var t = je;
    je = a;
    try {
      (e & (Tt | ms)) !== 0 ? Qo(a) : kn(a), Js(a);
      var n = $s(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Xs;
      var s;
    } finally {
      je = t;
    }
  }
}
async function ei() {
  await Promise.resolve(), Uo();
}
function r(a) {
  var e = a.f, t = (e & lt) !== 0;
  if (Re !== null && !Ot) {
    var n = je !== null && (je.f & it) !== 0;
    if (!n && (qt === null || !qt.has(a))) {
      var s = Re.deps;
      if ((Re.f & _a) !== 0)
        a.rv < fr && (a.rv = fr, pt === null && s !== null && s[yt] === a ? yt++ : pt === null ? pt = [a] : pt.push(a));
      else {
        Re.deps ??= [], Qr.call(Re.deps, a) || Re.deps.push(a);
        var i = a.reactions;
        i === null ? a.reactions = [Re] : Qr.call(i, Re) || i.push(Re);
      }
    }
  }
  if (Zt && Bt.has(a))
    return Bt.get(a);
  if (t) {
    var o = (
      /** @type {Derived} */
      a
    );
    if (Zt) {
      var l = o.v;
      return ((o.f & tt) === 0 && o.reactions !== null || ri(o)) && (l = _n(o)), Bt.set(o, l), l;
    }
    var c = (o.f & Lt) === 0 && !Ot && Re !== null && (Re.f & Lt) !== 0, d = (o.f & Fr) === 0;
    oa(o) && (c && (o.f |= Lt), Ls(o)), c && !d && (Rs(o), ti(o));
  }
  if (Pt?.has(a))
    return Pt.get(a);
  if ((a.f & ar) !== 0)
    throw a.v;
  return a.v;
}
function ti(a) {
  if (a.f |= Lt, a.deps !== null)
    for (const t of a.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [a] : Qr.call(e, a) || e.push(a), (t.f & lt) !== 0 && (t.f & Lt) === 0 && (Rs(
        /** @type {Derived} */
        t
      ), ti(
        /** @type {Derived} */
        t
      ));
    }
}
function ri(a) {
  if (a.v === et) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Bt.has(e) || (e.f & lt) !== 0 && ri(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function Et(a) {
  var e = Ot;
  try {
    return Ot = !0, a();
  } finally {
    Ot = e;
  }
}
function rl(a) {
  if (!(typeof a != "object" || !a || a instanceof EventTarget)) {
    if (Gt in a)
      an(a);
    else if (!Array.isArray(a))
      for (let e in a) {
        const t = a[e];
        typeof t == "object" && t && Gt in t && an(t);
      }
  }
}
function an(a, e = /* @__PURE__ */ new Set()) {
  if (typeof a == "object" && a !== null && // We don't want to traverse DOM elements
  !(a instanceof EventTarget) && !e.has(a)) {
    e.add(a), a instanceof Date && a.getTime();
    for (let n in a)
      try {
        an(a[n], e);
      } catch {
      }
    const t = fn(a);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const n = gs(t);
      for (let s in n) {
        const i = n[s].get;
        if (i)
          try {
            i.call(a);
          } catch {
          }
      }
    }
  }
}
const al = ["touchstart", "touchmove"];
function nl(a) {
  return al.includes(a);
}
const Vr = /* @__PURE__ */ Symbol("events"), ai = /* @__PURE__ */ new Set(), nn = /* @__PURE__ */ new Set();
function sl(a, e, t, n = {}) {
  function s(i) {
    if (n.capture || sn.call(e, i), !i.cancelBubble)
      return Dr(() => t?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Vt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function Be(a, e, t, n, s) {
  var i = { capture: n, passive: s }, o = sl(a, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && wn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function ce(a, e, t) {
  (e[Vr] ??= {})[a] = t;
}
function ut(a) {
  for (var e = 0; e < a.length; e++)
    ai.add(a[e]);
  for (var t of nn)
    t(a);
}
let Ba = null, qa = !1;
function sn(a) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), n = a.type, s = a.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || a.target
  );
  Ba = a, qa || (qa = !0, setTimeout(() => {
    qa = !1, Ba = null;
  }));
  var o = 0, l = Ba === a && a[Vr];
  if (l) {
    var c = s.indexOf(l);
    if (c !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Vr] = e;
      return;
    }
    var d = s.indexOf(e);
    if (d === -1)
      return;
    c <= d && (o = c);
  }
  if (i = /** @type {Element} */
  s[o] || a.target, i !== e) {
    ps(a, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var g = Re, v = je;
    Mt(null), Wt(null);
    try {
      for (var E, f = []; i !== null && i !== e; ) {
        try {
          var b = i[Vr]?.[n];
          b != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && b.call(i, a);
        } catch (F) {
          E ? f.push(F) : E = F;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (E) {
        for (let F of f)
          queueMicrotask(() => {
            throw F;
          });
        throw E;
      }
    } finally {
      a[Vr] = e, delete a.currentTarget, Mt(g), Wt(v);
    }
  }
}
const il = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (a) => a
  })
);
function ol(a) {
  return (
    /** @type {string} */
    il?.createHTML(a) ?? a
  );
}
function ni(a) {
  var e = Ko("template");
  return e.innerHTML = ol(a.replaceAll("<!>", "<!---->")), e.content;
}
function Ir(a, e) {
  var t = (
    /** @type {Effect} */
    je
  );
  t.nodes === null && (t.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function S(a, e) {
  var t = (e & ks) !== 0, n = (e & ho) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = ni(i ? a : "<!>" + a), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ut(s)));
    var o = (
      /** @type {TemplateNode} */
      n || Hs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ut(o)
      ), c = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Ir(l, c);
    } else
      Ir(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function ll(a, e, t = "svg") {
  var n = !a.startsWith("<!>"), s = (e & ks) !== 0, i = `<${t}>${n ? a : "<!>" + a}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        ni(i)
      ), c = (
        /** @type {Element} */
        /* @__PURE__ */ Ut(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ut(c); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ut(c)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ut(c);
    }
    var d = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var g = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ut(d)
      ), v = (
        /** @type {TemplateNode} */
        d.lastChild
      );
      Ir(g, v);
    } else
      Ir(d, d);
    return d;
  };
}
// @__NO_SIDE_EFFECTS__
function Ur(a, e) {
  return /* @__PURE__ */ ll(a, e, "svg");
}
function ka(a = "") {
  {
    var e = Xt(a + "");
    return Ir(e, e), e;
  }
}
function It() {
  var a = document.createDocumentFragment(), e = document.createComment(""), t = Xt();
  return a.append(e, t), Ir(e, t), a;
}
function h(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function ul(a) {
  let e = 0, t = gr(0), n;
  return () => {
    yn() && (r(t), sa(() => (e === 0 && (n = Et(() => a(() => Zr(t)))), e += 1, () => {
      Vt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, Zr(t));
      });
    })));
  };
}
var cl = pr | jr;
function dl(a, e, t, n) {
  new fl(a, e, t, n);
}
class fl {
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
  #a;
  /** @type {Effect} */
  #n;
  /** @type {Effect | null} */
  #s = null;
  /** @type {Effect | null} */
  #o = null;
  /** @type {Effect | null} */
  #i = null;
  /** @type {DocumentFragment | null} */
  #l = null;
  #v = 0;
  #u = 0;
  #h = !1;
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
  #p = ul(() => (this.#c = gr(this.#v), () => {
    this.#c = null;
  }));
  /**
   * @param {TemplateNode} node
   * @param {BoundaryProps} props
   * @param {((anchor: Node) => void)} children
   * @param {((error: unknown) => unknown) | undefined} [transform_error]
   */
  constructor(e, t, n, s) {
    this.#e = e, this.#t = t, this.#a = (i) => {
      var o = (
        /** @type {Effect} */
        je
      );
      o.b = this, o.f |= Za, n(i);
    }, this.parent = /** @type {Effect} */
    je.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#n = ia(() => {
      this.#y();
    }, cl);
  }
  #b() {
    try {
      this.#s = At(() => this.#a(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: n, invoke_onerror: s } = this.#m(e);
    Vt(s), t && (this.#i = At(() => {
      t(
        this.#e,
        () => e,
        () => n
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
    var t = !1, n = !1;
    const s = () => {
      if (!this.#d()) {
        if (t) {
          mo();
          return;
        }
        t = !0, n && To(), this.#i !== null && vr(this.#i, () => {
          this.#i = null;
        }), this.#w(() => {
          this.#y();
        });
      }
    };
    return { reset: s, invoke_onerror: () => {
      if (!this.#d())
        try {
          n = !0, this.#t.onerror?.(e, s), n = !1;
        } catch (o) {
          Ht(o, this.#n && this.#n.parent);
        }
    } };
  }
  #d() {
    return (this.#n.f & (it | $r)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = At(() => e(this.#e)), Vt(() => {
      if (!this.#d()) {
        var t = this.#l = document.createDocumentFragment(), n = Xt(), s = !1;
        if (t.append(n), this.#s = this.#w(() => {
          try {
            return At(() => this.#a(n));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              Ht(o, this.#n.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#f(
            /** @type {Batch} */
            Oe
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, vr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#f(
          /** @type {Batch} */
          Oe
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = At(() => {
        this.#a(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        xn(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = At(() => t(this.#e));
      } else
        this.#f(
          /** @type {Batch} */
          Oe
        );
    } catch (t) {
      this.error(t);
    }
  }
  /**
   * @param {Batch} batch
   */
  #f(e) {
    this.is_pending = !1, e.transfer_reactions(this.#_);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    Ts(e, this.#_);
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
    var t = je, n = Re, s = ft;
    Wt(this.#n), Mt(this.#n), Lr(this.#n.ctx);
    try {
      return sr.ensure(), e();
    } finally {
      Wt(t), Mt(n), Lr(s);
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
    this.#u += e, this.#u === 0 && (this.#f(t), this.#o && vr(this.#o, () => {
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
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Vt(() => {
      this.#h = !1, this.#c && Rr(this.#c, this.#v);
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
    if (e === xs || !this.#t.onerror && !this.#t.failed)
      throw e;
    Oe?.is_fork ? (this.#s && Oe.skip_effect(this.#s), this.#o && Oe.skip_effect(this.#o), this.#i && Oe.skip_effect(this.#i), Oe.oncommit(() => {
      this.#d() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (_t(this.#s), this.#s = null), this.#o && (_t(this.#o), this.#o = null), this.#i && (_t(this.#i), this.#i = null);
    let t = this.#t.failed;
    const n = (s) => {
      if (this.#d()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#d() && (this.#i = this.#w(() => {
        try {
          return At(() => {
            var l = (
              /** @type {Effect} */
              je
            );
            l.b = this, l.f |= Za, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return Ht(
            l,
            /** @type {Effect} */
            this.#n.parent
          ), null;
        }
      }));
    };
    Vt(() => {
      if (!this.#d()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          Ht(i, this.#n && this.#n.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          n,
          /** @param {unknown} e */
          (i) => Ht(i, this.#n && this.#n.parent)
        ) : n(s);
      }
    });
  }
}
function T(a, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (a[en] ??= a.nodeValue) && (a[en] = t, a.nodeValue = `${t}`);
}
function si(a, e) {
  return vl(a, e);
}
const ca = /* @__PURE__ */ new Map();
function vl(a, { target: e, anchor: t, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Wo();
  var c = void 0, d = Xo(() => {
    var g = t ?? e.appendChild(Xt());
    dl(
      /** @type {TemplateNode} */
      g,
      {
        pending: () => {
        }
      },
      (f) => {
        Ve({});
        var b = (
          /** @type {ComponentContext} */
          ft
        );
        i && (b.c = i), s && (n.$$events = s), c = a(f, n) || hn(), Ye();
      },
      l
    );
    var v = /* @__PURE__ */ new Set(), E = (f) => {
      for (var b = 0; b < f.length; b++) {
        var F = f[b];
        if (!v.has(F)) {
          v.add(F);
          var y = nl(F);
          for (const N of [e, document]) {
            var _ = ca.get(N);
            _ === void 0 && (_ = /* @__PURE__ */ new Map(), ca.set(N, _));
            var p = _.get(F);
            p === void 0 ? (N.addEventListener(F, sn, { passive: y }), _.set(F, 1)) : _.set(F, p + 1);
          }
        }
      }
    };
    return E(Pa(ai)), nn.add(E), () => {
      for (var f of v)
        for (const y of [e, document]) {
          var b = (
            /** @type {Map<string, number>} */
            ca.get(y)
          ), F = (
            /** @type {number} */
            b.get(f)
          );
          --F == 0 ? (y.removeEventListener(f, sn), b.delete(f), b.size === 0 && ca.delete(y)) : b.set(f, F);
        }
      nn.delete(E), g !== t && g.parentNode?.removeChild(g);
    };
  });
  return on.set(c, d), c;
}
let on = /* @__PURE__ */ new WeakMap();
function hl(a, e) {
  const t = on.get(a);
  return t ? (on.delete(a), t(e)) : Promise.resolve();
}
class Sn {
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
  #a = /* @__PURE__ */ new Set();
  /**
   * Whether to pause (i.e. outro) on change, or destroy immediately.
   * This is necessary for `<svelte:element>`
   */
  #n = !0;
  /**
   * @param {TemplateNode} anchor
   * @param {boolean} transition
   */
  constructor(e, t = !0) {
    this.anchor = e, this.#n = t;
  }
  /**
   * @param {Batch} batch
   */
  #s = (e) => {
    if (this.#e.has(e)) {
      var t = (
        /** @type {Key} */
        this.#e.get(e)
      ), n = this.#r.get(t);
      if (n)
        wa(n), this.#a.delete(t);
      else {
        var s = this.#t.get(t);
        s && (wa(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (_t(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#a.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var d = document.createDocumentFragment();
            xn(o, d), d.append(Xt()), this.#t.set(i, { effect: o, fragment: d });
          } else
            _t(o);
          this.#a.delete(i), this.#r.delete(i);
        };
        this.#n || !n ? (this.#a.add(i), vr(o, l, !1)) : l();
      }
    }
  };
  /**
   * @param {Batch} batch
   */
  #o = (e) => {
    this.#e.delete(e);
    const t = Array.from(this.#e.values());
    for (const [n, s] of this.#t)
      t.includes(n) || (_t(s.effect), this.#t.delete(n));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var n = (
      /** @type {Batch} */
      Oe
    ), s = qs();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Xt();
        i.append(o), this.#t.set(e, {
          effect: At(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          At(() => t(this.anchor))
        );
    if (this.#e.set(n, e), s) {
      for (const [l, c] of this.#r)
        l === e ? n.unskip_effect(c) : n.skip_effect(c);
      for (const [l, c] of this.#t)
        l === e ? n.unskip_effect(c.effect) : n.skip_effect(c.effect);
      n.oncommit(this.#s), n.ondiscard(this.#o);
    } else
      this.#s(n);
  }
}
function H(a, e, t = !1) {
  var n = new Sn(a), s = t ? pr : 0;
  function i(o, l) {
    n.ensure(o, l);
  }
  ia(() => {
    var o = !1;
    e((l, c = 0) => {
      o = !0, i(c, l);
    }), o || i(-1, null);
  }, s);
}
const pl = /* @__PURE__ */ Symbol("NaN");
function gl(a, e, t) {
  var n = new Sn(a);
  ia(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    pl), n.ensure(s, t);
  });
}
function De(a, e) {
  return e;
}
function _l(a, e, t) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let v = e[l];
    vr(
      v,
      () => {
        if (i) {
          if (i.pending.delete(v), i.done.add(v), i.pending.size === 0) {
            var E = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            ln(a, Pa(i.done)), E.delete(i), E.size === 0 && (a.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var c = n.length === 0 && t !== null && a.pending.size === 0;
    if (c) {
      var d = (
        /** @type {Element} */
        t
      ), g = (
        /** @type {Element} */
        d.parentNode
      );
      Jo(g), g.append(d), a.items.clear();
    }
    ln(a, e, !c);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (a.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function ln(a, e, t = !0) {
  var n;
  if (a.pending.size > 0) {
    n = /* @__PURE__ */ new Set();
    for (const o of a.pending.values())
      for (const l of o)
        n.add(
          /** @type {EachItem} */
          a.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (n?.has(i)) {
      i.f |= zt;
      const o = document.createDocumentFragment();
      xn(i, o);
    } else
      _t(e[s], t);
  }
}
var Qn;
function Ne(a, e, t, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & ws) !== 0;
  if (c) {
    var d = (
      /** @type {Element} */
      a
    );
    o = d.appendChild(Xt());
  }
  var g = null, v = /* @__PURE__ */ Os(() => {
    var p = t();
    return (
      /** @type {V[]} */
      Ta(p) ? p : p == null ? [] : Pa(p)
    );
  }), E = /* @__PURE__ */ new Map(), f = !0;
  function b(p) {
    if ((_.effect.f & it) === 0) {
      _.pending.delete(p);
      var N = r(v);
      _.fallback = g, ml(_, N, o, e, n), g !== null && (N.length === 0 ? (g.f & zt) === 0 ? wa(g) : (g.f ^= zt, Yr(g, null, o)) : vr(g, () => {
        g = null;
      }));
    }
  }
  function F(p) {
    _.pending.delete(p);
  }
  var y = ia(() => {
    for (var p = (
      /** @type {V[]} */
      r(v)
    ), N = p.length, M = /* @__PURE__ */ new Set(), K = (
      /** @type {Batch} */
      Oe
    ), Y = qs(), X = 0; X < N; X += 1) {
      var $ = p[X], G = n($, X), z = f ? null : l.get(G);
      z ? (z.v && Rr(z.v, $), z.i && Rr(z.i, X), Y && K.unskip_effect(z.e)) : (z = bl(
        l,
        f ? o : Qn ??= Xt(),
        $,
        G,
        X,
        s,
        e,
        t
      ), f || (z.e.f |= zt), l.set(G, z)), M.add(G);
    }
    if (N === 0 && i && !g && (f ? g = At(() => i(o)) : (g = At(() => i(Qn ??= Xt())), g.f |= zt)), N > M.size && yo(), !f)
      if (E.set(K, M), Y) {
        for (const [ae, W] of l)
          M.has(ae) || K.skip_effect(W.e);
        K.oncommit(b), K.ondiscard(F);
      } else
        b(K);
    r(v);
  }), _ = { effect: y, items: l, pending: E, outrogroups: null, fallback: g };
  f = !1;
}
function qr(a) {
  for (; a !== null && (a.f & Ct) === 0; )
    a = a.next;
  return a;
}
function ml(a, e, t, n, s) {
  var i = (n & oo) !== 0, o = e.length, l = a.items, c = qr(a.effect.first), d, g = null, v, E = [], f = [], b, F, y, _;
  if (i)
    for (_ = 0; _ < o; _ += 1)
      b = e[_], F = s(b, _), y = /** @type {EachItem} */
      l.get(F).e, (y.f & zt) === 0 && (y.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(y));
  for (_ = 0; _ < o; _ += 1) {
    if (b = e[_], F = s(b, _), y = /** @type {EachItem} */
    l.get(F).e, a.outrogroups !== null)
      for (const z of a.outrogroups)
        z.pending.delete(y), z.done.delete(y);
    if ((y.f & dt) !== 0 && (wa(y), i && (y.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(y))), (y.f & zt) !== 0)
      if (y.f ^= zt, y === c)
        Yr(y, null, t);
      else {
        var p = g ? g.next : c;
        y === a.effect.last && (a.effect.last = y.prev), y.prev && (y.prev.next = y.next), y.next && (y.next.prev = y.prev), tr(a, g, y), tr(a, y, p), Yr(y, p, t), g = y, E = [], f = [], c = qr(g.next);
        continue;
      }
    if (y !== c) {
      if (d !== void 0 && d.has(y)) {
        if (E.length < f.length) {
          var N = f[0], M;
          g = N.prev;
          var K = E[0], Y = E[E.length - 1];
          for (M = 0; M < E.length; M += 1)
            Yr(E[M], N, t);
          for (M = 0; M < f.length; M += 1)
            d.delete(f[M]);
          tr(a, K.prev, Y.next), tr(a, g, K), tr(a, Y, N), c = N, g = Y, _ -= 1, E = [], f = [];
        } else
          d.delete(y), Yr(y, c, t), tr(a, y.prev, y.next), tr(a, y, g === null ? a.effect.first : g.next), tr(a, g, y), g = y;
        continue;
      }
      for (E = [], f = []; c !== null && c !== y; )
        (d ??= /* @__PURE__ */ new Set()).add(c), f.push(c), c = qr(c.next);
      if (c === null)
        continue;
    }
    (y.f & zt) === 0 && E.push(y), g = y, c = qr(y.next);
  }
  if (a.outrogroups !== null) {
    for (const z of a.outrogroups)
      z.pending.size === 0 && (ln(a, Pa(z.done)), a.outrogroups?.delete(z));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || d !== void 0) {
    var X = [];
    if (d !== void 0)
      for (y of d)
        (y.f & dt) === 0 && X.push(y);
    for (; c !== null; )
      (c.f & dt) === 0 && c !== a.fallback && X.push(c), c = qr(c.next);
    var $ = X.length;
    if ($ > 0) {
      var G = (n & ws) !== 0 && o === 0 ? t : null;
      if (i) {
        for (_ = 0; _ < $; _ += 1)
          X[_].nodes?.a?.measure();
        for (_ = 0; _ < $; _ += 1)
          X[_].nodes?.a?.fix();
      }
      _l(a, X, G);
    }
  }
  i && Vt(() => {
    if (v !== void 0)
      for (y of v)
        y.nodes?.a?.apply();
  });
}
function bl(a, e, t, n, s, i, o, l) {
  var c = (o & so) !== 0 ? (o & lo) === 0 ? /* @__PURE__ */ zo(t, !1, !1) : gr(t) : null, d = (o & io) !== 0 ? gr(s) : null;
  return {
    v: c,
    i: d,
    e: At(() => (i(e, c ?? t, d ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Yr(a, e, t) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & zt) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; n !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ na(n)
      );
      if (i.before(n), n === s)
        return;
      n = o;
    }
}
function tr(a, e, t) {
  e === null ? a.effect.first = t : e.next = t, t === null ? a.effect.last = e : t.prev = e;
}
function yl(a, e, ...t) {
  var n = new Sn(a);
  ia(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...t)));
  }, pr);
}
function wl(a, e, t) {
  La(() => {
    var n = Et(() => e(a, t?.()) || {});
    if (t && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      sa(() => {
        var o = t();
        rl(o), s && As(i, o) && (i = o, n.update(o));
      }), s = !0;
    }
    if (n?.destroy)
      return () => (
        /** @type {Function} */
        n.destroy()
      );
  });
}
const $n = [...` 	
\r\f \v\uFEFF`];
function kl(a, e, t) {
  var n = a == null ? "" : "" + a;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        n = n ? n + " " + s : s;
      else if (n.length)
        for (var i = s.length, o = 0; (o = n.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || $n.includes(n[o - 1])) && (l === n.length || $n.includes(n[l])) ? n = (o === 0 ? "" : n.substring(0, o)) + n.substring(l + 1) : o = l;
        }
  }
  return n === "" ? null : n;
}
function es(a, e = !1) {
  var t = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + t);
  }
  return n;
}
function xl(a, e) {
  if (e) {
    var t = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (t += es(n)), s && (t += es(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(a);
}
function Rt(a, e, t, n, s, i) {
  var o = (
    /** @type {any} */
    a[Qa]
  );
  if (o !== t || o === void 0) {
    var l = kl(t, n, i);
    l == null ? a.removeAttribute("class") : a.className = l, a[Qa] = t;
  } else if (i && s !== i)
    for (var c in i) {
      var d = !!i[c];
      (s == null || d !== !!s[c]) && a.classList.toggle(c, d);
    }
  return i;
}
function Wa(a, e = {}, t, n) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? a.style.removeProperty(s) : a.style.setProperty(s, i, n));
  }
}
function qe(a, e, t, n) {
  var s = (
    /** @type {any} */
    a[$a]
  );
  if (s !== e) {
    var i = xl(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[$a] = e;
  } else n && (Array.isArray(n) ? (Wa(a, t?.[0], n[0]), Wa(a, t?.[1], n[1], "important")) : Wa(a, t, n));
  return n;
}
function Sl(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function Al(a, e) {
  var t = a.__defaultValue, n = a.multiple, s = n ? t ?? [] : null;
  if (!(n && !Ta(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Nr(i);
      Sl(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Us(o, t)
      );
    }
  }
}
function Ra(a, e, t = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!Ta(e))
      return _o();
    for (var n of a.options)
      n.selected = e.includes(Nr(n));
    return;
  }
  for (n of a.options) {
    var s = Nr(n);
    if (Us(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (a.selectedIndex = -1);
}
function ct(a) {
  var e = new MutationObserver((t) => {
    t.every(Ml) || ("__defaultValue" in a && Al(a), "__value" in a && Ra(a, a.__value));
  });
  e.observe(a, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), wn(() => {
    e.disconnect();
  });
}
function bt(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet(), s = !0;
  gn(a, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (a.multiple)
      l = [].map.call(a.querySelectorAll(o), Nr);
    else {
      var c = a.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      a.querySelector("option:not([disabled])");
      l = c && Nr(c);
    }
    t(l), a.__value = l, Oe !== null && n.add(Oe);
  }), La(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Oe
      );
      if (n.has(o))
        return;
    }
    if (Ra(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Nr(l), t(i));
    }
    a.__value = i, s = !1;
  });
}
function Nr(a) {
  return "__value" in a ? a.__value : a.value;
}
function Ml(a) {
  if (
    /** @type {Element} */
    a.target.closest("selectedcontent") !== null
  )
    return !0;
  if (a.type === "childList") {
    var e = [...a.addedNodes, ...a.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const El = /* @__PURE__ */ Symbol("is custom element"), Nl = /* @__PURE__ */ Symbol("is html"), Tl = no ? "progress" : "PROGRESS";
function xa(a, e) {
  var t = An(a);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== Tl) || (a.value = e ?? "");
}
function ii(a, e) {
  var t = An(a);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function te(a, e, t, n) {
  var s = An(a), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (a[ao] = t), t == null ? a.removeAttribute(e) : typeof t != "string" && Pl(a).has(e) ? a[e] = t : a.setAttribute(e, t));
}
function An(a) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    a[ys] ??= {
      [El]: a.nodeName.includes("-"),
      [Nl]: a.namespaceURI === po
    }
  );
}
var ts = /* @__PURE__ */ new Map();
function Pl(a) {
  var e = a.getAttribute("is") || a.nodeName, t = ts.get(e);
  if (t) return t;
  ts.set(e, t = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = gs(s);
    for (var o in n)
      n[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = fn(s);
  }
  return t;
}
function kt(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet();
  gn(a, "input", async (s) => {
    var i = s ? a.defaultValue : a.value;
    if (i = Ja(a) ? Ka(i) : i, t(i), Oe !== null && n.add(Oe), await ei(), i !== (i = e())) {
      var o = a.selectionStart, l = a.selectionEnd, c = a.value.length;
      if (a.value = i ?? "", l !== null) {
        var d = a.value.length;
        o === l && l === c && d > c ? (a.selectionStart = d, a.selectionEnd = d) : (a.selectionStart = o, a.selectionEnd = Math.min(l, d));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  Et(e) == null && a.value && (t(Ja(a) ? Ka(a.value) : a.value), Oe !== null && n.add(Oe)), sa(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Oe
      );
      if (n.has(i))
        return;
    }
    Ja(a) && s === Ka(a.value) || a.type === "date" && !s && !a.value || s !== a.value && (a.value = s ?? "");
  });
}
function Ol(a, e, t = e) {
  gn(a, "change", (n) => {
    var s = n ? a.defaultChecked : a.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  Et(e) == null && t(a.checked), sa(() => {
    var n = e();
    a.checked = !!n;
  });
}
function Ja(a) {
  var e = a.type;
  return e === "number" || e === "range";
}
function Ka(a) {
  return a === "" ? null : +a;
}
class Mn {
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
    var n = this.#e.get(e) || /* @__PURE__ */ new Set();
    return n.add(t), this.#e.set(e, n), this.#a().observe(e, this.#t), () => {
      var s = this.#e.get(e);
      s.delete(t), s.size === 0 && (this.#e.delete(e), this.#r.unobserve(e));
    };
  }
  #a() {
    return this.#r ?? (this.#r = new ResizeObserver(
      /** @param {any} entries */
      (e) => {
        for (var t of e) {
          Mn.entries.set(t.target, t);
          for (var n of this.#e.get(t.target) || [])
            n(t);
        }
      }
    ));
  }
}
var Ll = /* @__PURE__ */ new Mn({
  box: "border-box"
});
function la(a, e, t) {
  var n = Ll.observe(a, () => t(a[e]));
  La(() => (Et(() => t(a[e])), n));
}
function Va(a, e) {
  return a === e || a?.[Gt] === e;
}
function Hr(a = hn(), e, t, n) {
  var s = (
    /** @type {ComponentContext} */
    ft.r
  ), i = (
    /** @type {Effect} */
    je
  );
  return La(() => {
    var o, l;
    return sa(() => {
      o = l, l = [], Et(() => {
        Va(t(...l), a) || (e(a, ...l), o && Va(t(...o), a) && e(null, ...o));
      });
    }), () => {
      let c = i;
      for (; c !== s && c.parent !== null && c.parent.f & $r; )
        c = c.parent;
      const d = () => {
        l && Va(t(...l), a) && e(null, ...l);
      }, g = c.teardown;
      c.teardown = () => {
        d(), g?.();
      };
    };
  }), a;
}
let da = !1;
function Rl(a) {
  var e = da;
  try {
    return da = !1, [a(), da];
  } finally {
    da = e;
  }
}
function Ce(a, e, t, n) {
  var s = !0, i = (t & fo) !== 0, o = (t & vo) !== 0, l = (
    /** @type {V} */
    n
  ), c = !0, d = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), g = () => o && s ? (d ??= /* @__PURE__ */ ea(
    /** @type {() => V} */
    n
  ), r(d)) : (c && (c = !1, l = o ? Et(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let v;
  if (i) {
    var E = Gt in a || ro in a;
    v = Ar(a, e)?.set ?? (E && e in a ? (M) => a[e] = M : void 0);
  }
  var f, b = !1;
  i ? [f, b] = Rl(() => (
    /** @type {V} */
    a[e]
  )) : f = /** @type {V} */
  a[e], f === void 0 && n !== void 0 && (f = g(), v && (Ao(), v(f)));
  var F;
  if (F = () => {
    var M = (
      /** @type {V} */
      a[e]
    );
    return M === void 0 ? g() : (c = !0, M);
  }, (t & co) === 0)
    return F;
  if (v) {
    var y = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(M, K) {
        return arguments.length > 0 ? ((!K || y || b) && v(K ? F() : M), M) : F();
      })
    );
  }
  var _ = !1, p = ((t & uo) !== 0 ? ea : Os)(() => (_ = !1, F()));
  i && r(p);
  var N = (
    /** @type {Effect} */
    je
  );
  return (
    /** @type {() => V} */
    (function(M, K) {
      if (arguments.length > 0) {
        const Y = K ? r(p) : i ? dr(M) : M;
        return O(p, Y), _ = !0, l !== void 0 && (l = Y), M;
      }
      return Zt && _ || (N.f & it) !== 0 ? p.v : r(p);
    })
  );
}
const Cl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(Cl);
const oi = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], li = [16250871, 10209764, 3903428, 742815, 340060], ui = [16250871, 16630669, 15761203, 12536332, 7022086];
function Tr(a, e) {
  return Array.from({ length: e }, (t, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ca = 128, Il = Tr(oi, Ca), Fl = Tr(li, Ca), jl = Tr(ui, Ca);
function Nt(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const t = Math.min(1, Math.abs(a)), n = Math.round(t * (Ca - 1));
  return e ? a < 0 ? Fl[n] : jl[n] : Il[n];
}
const En = (a, e) => e ? Math.abs(a) > 0.55 ? "#fff" : "#111" : a > 0.62 ? "#111" : "#fff", ci = (a) => `linear-gradient(90deg, ${(a ? [...Tr(li, 9).reverse(), ...Tr(ui, 9)] : Tr(oi, 17)).join(",")})`, xr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], vt = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", We = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a.toFixed(3), wt = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + We(Math.abs(a)), un = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Sa = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, Qe = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Dl = /* @__PURE__ */ S("<option> </option>"), Ul = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Hl = /* @__PURE__ */ S('<figure><img/><button type="button">×</button></figure>'), rs = /* @__PURE__ */ S('<p class="fine"> </p>'), zl = /* @__PURE__ */ S('<p class="turn"><b> </b> </p>'), Bl = /* @__PURE__ */ S('<button type="button">stop</button>'), ql = /* @__PURE__ */ S('<button type="button" class="link">new chat</button>'), Wl = /* @__PURE__ */ S('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Jl = /* @__PURE__ */ S('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Kl = /* @__PURE__ */ S("<h1> </h1> <!>", 1), Vl = /* @__PURE__ */ S('<p class="fine" data-edited=""> </p>'), Yl = /* @__PURE__ */ S('<span class="hidden"> </span>'), Gl = /* @__PURE__ */ S('<button type="button"> <!></button>'), Xl = /* @__PURE__ */ S('<span class="fine"> </span>'), Zl = /* @__PURE__ */ S('<button type="button" class="link">go on</button>'), Ql = /* @__PURE__ */ S('<button type="button"><span> </span><small> </small></button>'), $l = /* @__PURE__ */ S('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), eu = /* @__PURE__ */ S('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), tu = /* @__PURE__ */ S('<section aria-label="Ask"><!> <!> <!></section>');
function ru(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7), n = /* @__PURE__ */ V(!1), s = /* @__PURE__ */ V(!1), i = /* @__PURE__ */ V(void 0);
  const o = /* @__PURE__ */ w(() => t().study?.answer.find((p) => p.position === t().at && p.token.id === t().target?.id) ?? t().study?.answer.find((p) => p.position === t().at));
  function l(p) {
    p.preventDefault(), O(s, !1);
    const N = [...p.dataTransfer?.files ?? []];
    N.length && t().addFiles(N);
  }
  function c(p) {
    const N = [...p.clipboardData?.files ?? []];
    N.length && t().addFiles(N);
  }
  var d = tu();
  Be("paste", ya, c);
  let g;
  var v = x(d);
  {
    var E = (p) => {
      var N = Jl(), M = Ee(N), K = x(M), Y = u(x(K));
      Ne(Y, 21, () => t().models, De, (m, k) => {
        var le = Dl(), ve = B(le), we = {};
        I(() => {
          T(ve, `${r(k).name ?? ""}${r(k).loaded ? "" : " (is loaded when asked)"}`), we !== (we = r(k).name) && (le.value = (le.__value = we) ?? "");
        }), h(m, le);
      }), ct(Y);
      var X = u(K, 2);
      {
        var $ = (m) => {
          var k = Ul(), le = x(k), ve = u(le, 2), we = B(ve), ke = u(ve, 2);
          I(() => {
            le.disabled = !t().example, T(we, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), ke.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ce("click", le, () => t().takeExample(t().example - 1)), ce("click", ve, () => t().takeExample(t().example ?? 0)), ce("click", ke, () => t().takeExample((t().example ?? -1) + 1)), h(m, k);
        };
        H(X, (m) => {
          t().info?.examples && m($);
        });
      }
      var G = u(M, 2), z = x(G);
      Ne(z, 19, () => t().uploads, (m, k) => m.id + k, (m, k, le) => {
        var ve = Hl(), we = x(ve), ke = u(we);
        I(
          (A) => {
            te(we, "src", A), te(we, "alt", `Image ${r(le) + 1}, ${r(k).width ?? ""} x ${r(k).height ?? ""}${r(k).frames ? `, ${r(k).frames.length} frames` : ""}`), te(ke, "aria-label", `Remove image ${r(le) + 1}`);
          },
          [() => t().source.imageUrl(r(k).id)]
        ), ce("click", ke, () => {
          t().uploads = t().uploads.filter((A, U) => U !== r(le)), t().example = null;
        }), h(m, ve);
      });
      var ae = u(z, 2), W = u(ae, 2);
      Hr(W, (m) => O(i, m), () => r(i));
      var q = u(G, 2);
      {
        var ee = (m) => {
          var k = rs(), le = B(k, !0);
          I(() => T(le, t().exampleName)), h(m, k);
        };
        H(q, (m) => {
          t().exampleName && t().example !== null && m(ee);
        });
      }
      var ie = u(q, 2);
      Ne(ie, 17, () => t().earlier, De, (m, k) => {
        var le = zl(), ve = x(le), we = B(ve, !0), ke = u(ve);
        I(
          (A) => {
            T(we, r(k).role), T(ke, ` ${A ?? ""}`);
          },
          [
            () => r(k).content.map((A) => A.type === "text" ? A.text : `[${A.type}]`).join(" ")
          ]
        ), h(m, le);
      });
      var Q = u(ie, 2), J = u(x(Q), 2), _e = u(J, 2), ye = u(x(_e), 2);
      {
        var Ae = (m) => {
          var k = Bl();
          ce("click", k, () => t().halt()), h(m, k);
        };
        H(ye, (m) => {
          t().study?.answering && m(Ae);
        });
      }
      var ue = u(ye, 2), D = u(ue, 2);
      {
        var P = (m) => {
          var k = ql();
          ce("click", k, () => {
            t().earlier = [];
          }), h(m, k);
        };
        H(D, (m) => {
          t().earlier.length && m(P);
        });
      }
      var C = u(_e, 2);
      {
        var L = (m) => {
          var k = Wl(), le = x(k), ve = u(x(le)), we = u(le, 2), ke = u(x(we)), A = u(we, 2), U = u(x(A)), j = u(A, 2), ne = u(x(j));
          kt(ve, () => t().system, (re) => t().system = re), kt(ke, () => t().prefill, (re) => t().prefill = re), kt(U, () => t().temperature, (re) => t().temperature = re), kt(ne, () => t().maxNew, (re) => t().maxNew = re), h(m, k);
        };
        H(C, (m) => {
          r(n) && m(L);
        });
      }
      I(() => {
        te(W, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), te(ue, "aria-expanded", r(n));
      }), ce("change", Y, () => t().otherModel()), bt(Y, () => t().model, (m) => t().model = m), ce("click", ae, () => r(i)?.click()), ce("change", W, (m) => {
        t().addFiles(m.currentTarget.files ?? []), m.currentTarget.value = "";
      }), Be("submit", Q, (m) => {
        m.preventDefault(), t().ask();
      }), ce("keydown", J, (m) => {
        m.key === "Enter" && !m.shiftKey && (m.preventDefault(), t().ask());
      }), kt(J, () => t().question, (m) => t().question = m), ce("click", ue, () => O(n, !r(n))), h(p, N);
    }, f = (p) => {
      var N = Kl(), M = Ee(N), K = B(M, !0), Y = u(M, 2);
      {
        var X = ($) => {
          var G = rs(), z = B(G, !0);
          I(() => T(z, t().text)), h($, G);
        };
        H(Y, ($) => {
          t().text && $(X);
        });
      }
      I(() => T(K, t().title)), h(p, N);
    };
    H(v, (p) => {
      t().source.kind === "server" ? p(E) : t().title && p(f, 1);
    });
  }
  var b = u(v, 2);
  {
    var F = (p) => {
      var N = Vl(), M = B(N);
      I(() => T(M, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), h(p, N);
    };
    H(b, (p) => {
      t().edited && p(F);
    });
  }
  var y = u(b, 2);
  {
    var _ = (p) => {
      var N = eu(), M = Ee(N), K = x(M);
      Ne(K, 21, () => t().study.answer, De, (W, q) => {
        var ee = Gl();
        let ie;
        var Q = x(ee), J = u(Q);
        {
          var _e = (ye) => {
            var Ae = Yl(), ue = B(Ae);
            I(() => T(ue, `end of the answer (${r(q).token.text ?? ""})`)), h(ye, Ae);
          };
          H(J, (ye) => {
            r(q).ends && ye(_e);
          });
        }
        I(
          (ye) => {
            ie = Rt(ee, 1, "answer-token", null, ie, { ends: r(q).ends }), te(ee, "aria-pressed", t().at === r(q).position && t().target?.id === r(q).token.id), te(ee, "title", `chosen after token ${r(q).position ?? ""}`), T(Q, ye);
          },
          [() => r(q).ends ? "■" : Qe(r(q).token.text)]
        ), ce("click", ee, () => t().lookAt(r(q))), h(W, ee);
      });
      var Y = u(K, 2);
      {
        var X = (W) => {
          var q = Xl(), ee = B(q, !0);
          I((ie) => T(ee, ie), [
            () => t().study.answer.filter((ie) => !ie.ends).map((ie) => ie.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), h(W, q);
        };
        H(Y, (W) => {
          t().asked && t().asked.truth !== null && W(X);
        });
      }
      var $ = u(Y, 2);
      {
        var G = (W) => {
          var q = Zl();
          ce("click", q, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), h(W, q);
        };
        H($, (W) => {
          t().source.kind === "server" && !t().study.answering && W(G);
        });
      }
      var z = u(M, 2);
      {
        var ae = (W) => {
          var q = $l();
          Ne(q, 21, () => r(o).top.slice(0, 5), (ee) => ee.id, (ee, ie) => {
            var Q = Ql();
            let J;
            var _e = x(Q), ye = B(_e, !0), Ae = u(_e), ue = B(Ae, !0);
            I(
              (D, P) => {
                te(Q, "aria-pressed", t().target?.id === r(ie).id), J = qe(Q, "", J, { "--share": `${100 * r(ie).p}%` }), T(ye, D), T(ue, P);
              },
              [() => Qe(r(ie).text), () => vt(r(ie).p)]
            ), ce("click", Q, () => t().target = { id: r(ie).id, text: r(ie).text }), h(ee, Q);
          }), h(W, q);
        };
        H(z, (W) => {
          r(o) && W(ae);
        });
      }
      h(p, N);
    };
    H(y, (p) => {
      t().study?.answer.length && p(_);
    });
  }
  I(() => g = Rt(d, 1, "card ask", null, g, { dragged: r(s) })), Be("dragover", d, (p) => {
    p.preventDefault(), O(s, !0);
  }), Be("dragleave", d, () => O(s, !1)), Be("drop", d, l), h(a, d), Ye();
}
ut(["change", "click", "keydown"]);
const ha = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Nn(a, e, t, n) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, c, d], fill: g, text: v }) => {
    const E = `<rect x="${o}" y="${l}" width="${c - o}" height="${d - l}" fill="${g}"/>`;
    return v ? `${E}<text x="${(o + c) / 2}" y="${(l + d) / 2}" font-size="${Math.min((d - l) * 0.42, (c - o) * 1.5 / Math.max(2, v.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ha(v)}</text>` : E;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ha(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ha(n)}</text></svg>`;
}
const Aa = (a, e, t, n, s) => Nn(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: n(a[o]) })), s);
function pa(a, e, t = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const au = (a) => a.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function nu(a) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), n = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return n.getContext("2d").drawImage(e, 0, 0, n.width, n.height), new Promise((s) => n.toBlob((i) => s(i)));
}
const cn = (a) => {
  let e = "";
  for (let t = 0; t < a.length; t += 32768) e += String.fromCharCode(...a.subarray(t, t + 32768));
  return btoa(e);
};
async function su(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${cn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function iu(a, e, t, n, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (g) => (await fetch(`assets/${g}`)).text())), l = await Promise.all(a.images.map((g, v) => Promise.all(g.frames.map((E, f) => su(e(v, f)))))), c = Object.fromEntries([...a.raw].map(([g, v]) => [g, cn(v)])), d = JSON.stringify({ id: a.id, title: t, text: n, tabs: s, answer: a.answer, tokens: cn(a.bytes), pictures: l, views: c }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ha(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${d}<\/script><script type="module">${i}<\/script></body></html>`;
}
var ou = /* @__PURE__ */ S('<button type="button" class="small">code</button>'), lu = /* @__PURE__ */ S('<button type="button" class="small"> </button>'), uu = /* @__PURE__ */ S('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), cu = /* @__PURE__ */ S('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function Jt(a, e) {
  Ve(e, !0);
  let t = Ce(e, "code", 3, ""), n = Ce(e, "exporter", 3, null), s = /* @__PURE__ */ V(!1), i = /* @__PURE__ */ V(!1);
  async function o(M) {
    n() && (M === "csv" && n().csv && pa(`${n().name}.csv`, au(n().csv()), "text/csv"), M === "svg" && n().svg && pa(`${n().name}.svg`, n().svg(), "image/svg+xml"), M === "png" && n().svg && pa(`${n().name}.png`, await nu(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), O(i, !0), setTimeout(() => O(i, !1), 1500);
  }
  var c = cu(), d = Ee(c), g = x(d), v = B(g, !0), E = u(g, 2);
  yl(E, () => e.children ?? rr);
  var f = u(E, 4), b = x(f);
  {
    var F = (M) => {
      var K = ou();
      I(() => te(K, "aria-expanded", r(s))), ce("click", K, () => O(s, !r(s))), h(M, K);
    };
    H(b, (M) => {
      t() && M(F);
    });
  }
  var y = u(b, 2);
  {
    var _ = (M) => {
      var K = It(), Y = Ee(K);
      Ne(Y, 16, () => ["png", "svg", "csv"], De, (X, $) => {
        var G = It(), z = Ee(G);
        {
          var ae = (W) => {
            var q = lu(), ee = B(q, !0);
            I(
              (ie) => {
                te(q, "aria-label", `Export ${n().name ?? ""} as ${ie ?? ""}`), T(ee, $);
              },
              [() => $.toUpperCase()]
            ), ce("click", q, () => o($)), h(W, q);
          };
          H(z, (W) => {
            ($ === "csv" ? n().csv : n().svg) && W(ae);
          });
        }
        h(X, G);
      }), h(M, K);
    };
    H(y, (M) => {
      n() && M(_);
    });
  }
  var p = u(d, 2);
  {
    var N = (M) => {
      var K = uu(), Y = x(K), X = B(Y, !0), $ = u(Y, 2), G = B($, !0);
      I(() => {
        T(X, r(i) ? "copied" : "copy"), te($, "aria-label", `Python for ${e.title ?? ""}`), T(G, t());
      }), ce("click", Y, l), h(M, K);
    };
    H(p, (M) => {
      r(s) && t() && M(N);
    });
  }
  I(() => T(v, e.title)), h(a, c), Ye();
}
ut(["click"]);
var du = /* @__PURE__ */ S('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span role="status"> </span></p></div>');
function Ma(a, e) {
  Ve(e, !0);
  let t = Ce(e, "signed", 3, !1), n = Ce(e, "high", 3, 0), s = Ce(e, "rowName", 3, "layer"), i = Ce(e, "columnName", 3, "head"), o = Ce(e, "columnLabels", 3, null), l = Ce(e, "picked", 3, null), c = Ce(e, "unit", 3, ""), d = Ce(e, "order", 3, null), g = Ce(e, "note", 3, () => ""), v = /* @__PURE__ */ V(void 0), E = /* @__PURE__ */ V(0), f = /* @__PURE__ */ V(null);
  const b = 30, F = 18, y = 46, _ = /* @__PURE__ */ w(() => Math.max(3, Math.min(y, (r(E) - b) / Math.max(1, e.columns)))), p = /* @__PURE__ */ w(() => Math.max(7, Math.min(30, r(_), 560 / Math.max(1, e.rows)))), N = /* @__PURE__ */ w(() => {
    if (n()) return n();
    let L = 0;
    for (let m = 0; m < e.rows * e.columns; m++) Math.abs(e.values[m]) > L && (L = Math.abs(e.values[m]));
    return L || 1;
  });
  let M = null;
  function K(L) {
    const m = document.createElement("canvas");
    m.width = Math.ceil((b + r(_) * e.columns) * L), m.height = Math.ceil((F + r(p) * e.rows) * L);
    const k = m.getContext("2d");
    k.scale(L, L);
    const le = Math.min(r(
      _
      // else the lines would be most of what is seen
    ), r(p)) > 12 ? 1 : 0;
    for (let ke = 0; ke < e.rows; ke++) for (let A = 0; A < e.columns; A++) {
      const U = e.values[ke * e.columns + (d() ? d()[A] : A)];
      k.fillStyle = Number.isNaN(U) ? "rgba(128,128,128,.18)" : Nt(U / r(N), t()), k.fillRect(b + A * r(_), F + ke * r(p), r(_) - le, r(p) - le);
    }
    k.fillStyle = getComputedStyle(r(v)).color, k.font = "11px system-ui, sans-serif", k.textBaseline = "middle", k.textAlign = "right";
    const ve = Math.ceil(13 / r(p)), we = Math.ceil(20 / r(_));
    for (let ke = 0; ke < e.rows; ke += ve) k.fillText(String(ke), b - 5, F + (ke + 0.5) * r(p));
    if (k.textAlign = "center", !o()) for (let ke = 0; ke < e.columns; ke += we) k.fillText(String(d() ? d()[ke] : ke), b + (ke + 0.5) * r(_), 8);
    return m;
  }
  gt(() => {
    e.values, e.rows, e.columns, t(), r(N), r(_), r(p), d(), !(!r(v) || !r(E)) && (M = K(devicePixelRatio || 1), Y());
  }), gt(() => {
    r(f), l(), Y();
  });
  function Y() {
    if (!r(v) || !M) return;
    const L = devicePixelRatio || 1;
    (r(v).width !== M.width || r(v).height !== M.height) && Object.assign(r(v), { width: M.width, height: M.height });
    const m = r(v).getContext("2d");
    m.setTransform(1, 0, 0, 1, 0, 0), m.clearRect(0, 0, r(v).width, r(v).height), m.drawImage(M, 0, 0), m.scale(L, L);
    for (const [k, le] of [[l(), "#fff"], [r(f), "#ffe14d"]]) {
      if (!k) continue;
      const ve = d() ? d().indexOf(k[1]) : k[1], we = [
        b + ve * r(_),
        F + k[0] * r(p),
        r(_) - 1,
        r(p) - 1
      ];
      m.lineWidth = 4, m.strokeStyle = "#000", m.strokeRect(...we), m.lineWidth = 2, m.strokeStyle = le, m.strokeRect(...we);
    }
  }
  function X(L) {
    const m = r(v).getBoundingClientRect(), k = Math.floor((L.clientX - m.left - b) / r(_)), le = Math.floor((L.clientY - m.top - F) / r(p));
    return le >= 0 && le < e.rows && k >= 0 && k < e.columns ? [le, d() ? d()[k] : k] : null;
  }
  function $(L) {
    L?.[0] === r(f)?.[0] && L?.[1] === r(f)?.[1] || (O(f, L), e.onhover?.(L));
  }
  function G(L) {
    const m = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[L.key], k = r(f) ?? l();
    if (m) {
      L.preventDefault();
      const le = k ? d() ? d().indexOf(k[1]) : k[1] : 0, ve = k ? Math.max(0, Math.min(e.columns - 1, le + m[1])) : 0;
      $([
        k ? Math.max(0, Math.min(e.rows - 1, k[0] + m[0])) : 0,
        d() ? d()[ve] : ve
      ]);
    } else (L.key === "Enter" || L.key === " ") && k && (L.preventDefault(), e.onpick?.(k));
  }
  const z = /* @__PURE__ */ w(() => r(f) ?? l()), ae = /* @__PURE__ */ w(() => {
    if (!r(z)) return "Point at a cell, click to keep it.";
    const L = e.values[r(z)[0] * e.columns + r(z)[1]], m = o() ? o()[r(z)[1]] : `${i()} ${r(z)[1]}`;
    return Number.isNaN(L) ? `${s()} ${r(z)[0]}${g()(r(z)[0]) ? `: ${g()(r(z)[0])}` : `, ${m}: nothing`}` : `${s()} ${r(z)[0]}, ${m}: ${t() ? wt(L) : We(L)} ${c()}`;
  });
  var W = du();
  let q;
  var ee = x(W), ie = x(ee);
  let Q;
  Hr(ie, (L) => O(v, L), () => r(v));
  var J = u(ee, 2), _e = x(J), ye = x(_e), Ae = u(ye);
  let ue;
  var D = u(Ae), P = u(_e, 2), C = B(P, !0);
  I(
    (L, m, k) => {
      q = qe(W, "", q, {
        "max-width": `max(320px, ${b + y * e.columns}px)`
      }), te(ee, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), te(ee, "data-grid", e.label), te(ee, "data-cell", `30,18,${r(_) ?? ""},${r(p) ?? ""}`), Q = qe(ie, "", Q, {
        width: `${b + r(_) * e.columns}px`,
        height: `${F + r(p) * e.rows}px`
      }), T(ye, `${L ?? ""} `), ue = qe(Ae, "", ue, { background: m }), T(D, ` ${k ?? ""}`), T(C, r(ae));
    },
    [
      () => t() ? `−${We(r(N))}` : "0",
      () => ci(t()),
      () => We(r(N))
    ]
  ), ce("keydown", ee, G), Be("blur", ee, () => $(null)), ce("pointermove", ie, (L) => $(X(L))), Be("pointerleave", ie, () => $(null)), ce("click", ie, (L) => {
    const m = X(L);
    m && e.onpick?.(m);
  }), la(W, "clientWidth", (L) => O(E, L)), h(a, W), Ye();
}
ut(["keydown", "pointermove", "click"]);
var fu = /* @__PURE__ */ S('<p role="status"> <button type="button" class="primary">find it</button></p>');
function _r(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  var n = It(), s = Ee(n);
  {
    var i = (o) => {
      var l = fu(), c = x(l), d = u(c);
      I((g, v) => T(c, `${e.what ?? ""} takes about ${g ?? ""}${v ?? ""}. `), [
        () => un(e.long.seconds),
        () => e.long.bytes ? ` and ${Sa(e.long.bytes)}` : ""
      ]), ce("click", d, () => t().granted = /* @__PURE__ */ new Set([...t().granted, e.long.key])), h(o, l);
    };
    H(s, (o) => {
      e.long && o(i);
    });
  }
  h(a, n), Ye();
}
ut(["click"]);
const vu = () => new Promise((a, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => a(t.result), t.onerror = () => e(t.error);
});
async function di(a, e) {
  try {
    const t = (await vu()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(t);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const as = (a, e) => di("readwrite", (t) => t.put(e, a)), hu = (a) => di("readonly", (e) => e.get(a));
async function pu(a, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(a), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const n = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < n; o++)
    t.currentTime = (o + 0.5) * t.duration / n, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((c) => l(c), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: n / t.duration };
}
const fi = new Float32Array(65536);
for (let a = 0; a < 65536; a++) {
  const e = a & 32768 ? -1 : 1, t = a >> 10 & 31, n = a & 1023;
  fi[a] = e * (t === 0 ? n * 2 ** -24 : t === 31 ? n ? NaN : 1 / 0 : (1 + n / 1024) * 2 ** (t - 15));
}
const gu = {
  F16: (a) => Float32Array.from(new Uint16Array(a), (e) => fi[e]),
  F32: (a) => new Float32Array(a),
  F64: (a) => new Float64Array(a),
  U8: (a) => new Uint8Array(a),
  U16: (a) => new Uint16Array(a),
  U32: (a) => new Uint32Array(a),
  I32: (a) => new Int32Array(a),
  I64: (a) => Float64Array.from(new BigInt64Array(a), Number)
};
function ra(a) {
  const e = a.byteOffset === 0 && a.byteLength === a.buffer.byteLength ? a : a.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), n = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [o, l] of Object.entries(n)) {
    if (o === "__metadata__") continue;
    const [c, d] = l.data_offsets;
    s[o] = { shape: l.shape, data: gu[l.dtype](e.slice(8 + t + c, 8 + t + d).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (c) => (c / 255) ** 2 * l : _u);
  return { arrays: s, about: i };
}
const _u = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function mu(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* bu(a) {
  const e = a.getReader();
  let t = new Uint8Array(0);
  try {
    for (; ; ) {
      const { done: n, value: s } = await e.read();
      if (n) return;
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
class st extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function yu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new st(e.error ?? a.statusText, a.status);
}
async function or(a, e) {
  try {
    return await yu(await fetch(a, e));
  } catch (t) {
    throw t instanceof st || t.name === "AbortError" ? t : new st("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Ya = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), ns = 32 * 2 ** 20;
class wu {
  kind = "server";
  async models() {
    return (await or("api/models")).json();
  }
  async example(e, t) {
    return (await or(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    if (e.size > ns) throw new st(`it has ${Sa(e.size)}, and ${Sa(ns)} are the most. Scale it down, or save it as JPEG.`);
    return (await or("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await or("api/studies", Ya(e));
    return { id: t.headers.get("x-study"), bytes: new Uint8Array(await t.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await or(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, t, n) {
    return `api/studies/${e}/pictures/${t}/${n}`;
  }
  async raw(e, t, n) {
    return new Uint8Array(await (await or(`api/studies/${e}/${t}`, Ya(n))).arrayBuffer());
  }
  async *stream(e, t, n, s) {
    const i = await or(`api/studies/${e}/${t}`, { ...Ya(n), signal: s });
    for await (const o of bu(i.body)) {
      const l = ra(o);
      if (l.about.error) throw new st(l.about.error);
      yield l;
    }
  }
}
const Pr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class ku {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Pr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new st("This page holds one study only.");
  }
  async addImage() {
    throw new st("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new st("This page holds one study only.");
  }
  async tokens() {
    throw new st("This page holds one study only.");
  }
  pictureUrl(e, t, n) {
    return this.data.pictures[t]?.[n] ?? "data:,";
  }
  async raw(e, t, n) {
    const s = this.data.views[`${t} ${JSON.stringify(n)}`];
    if (!s) throw new st("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? mu(Pr(s)) : Pr(s);
  }
  async *stream(e, t, n) {
    yield ra(await this.raw(e, t, n));
  }
}
class xu {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, n) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new st(t.error)) : t.view ? this.arrived(t.view, (i) => s.done(Pr(i))) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
    return { ...this.saved(), bytes: Pr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new st("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new st("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new st("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, t, n) {
    return this.saved().pictures[t]?.[n] ?? "data:,";
  }
  async raw(e, t, n) {
    const s = `${t} ${JSON.stringify(n)}`, i = e === this.saved().id && this.kept(s);
    return i ? Pr(i) : this.sent(e, t, n);
  }
  // Views that were found before: each is a part of the widget's state, with its key.
  kept(e) {
    for (let t = 0, n; n = this.model.get(`view${t}`); t++) if (n.key === e) return n.piece;
  }
  // The state may come after the message that says so.
  arrived(e, t) {
    const n = () => {
      const s = this.model.get(e);
      return s && t(s.piece), !!s;
    };
    n() || this.model.on(`change:${e}`, n);
  }
  sent(e, t, n) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new st("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (c) => (clearTimeout(l), i(c)), failed: (c) => (clearTimeout(l), o(c)) }), this.model.send({ id: s, study: e, name: t, asked: n });
    });
  }
  async *stream(e, t, n) {
    const s = ra(await this.raw(e, t, n));
    if (s.about.error) throw new st(s.about.error);
    yield s;
  }
}
const Wr = ["attribution", "attention", "lens", "features", "causes"], Ea = {
  kind: "zero",
  point: "z",
  layers: null,
  heads: null,
  positions: null,
  keys: null,
  image_keys: null,
  strength: 1,
  source: null,
  dictionary: null,
  feature: null,
  on: !0
};
class dn {
  constructor(e, t, n) {
    this.source = e, this.id = t, this.bytes = n;
    const { arrays: s, about: i } = ra(n), o = (l, c, d, g) => {
      const v = (f) => s[l + f]?.data[c] ?? -1, E = Array.from(s[`${l}boxes`].data.slice(4 * c, 4 * c + 4));
      return {
        position: d,
        text: g,
        id: v("ids"),
        kind: i.kinds[v("kinds")],
        image: v("images"),
        frame: v("frames"),
        row: v("rows"),
        column: v("columns"),
        tile: v("tiles"),
        tileRow: v("tile_rows"),
        tileColumn: v("tile_columns"),
        global: v("globals") > 0,
        box: E.some(Number.isNaN) ? null : E
      };
    };
    this.tokens = i.strings.map((l, c) => o("", c, c, l)), this.keys = Array.from(s.key_kinds?.data ?? [], (l, c) => o("key_", c, -1 - c, "")), this.mixers = i.mixers ?? [], this.attending = new Set(i.attending ?? Array.from({ length: i.n_layers }, (l, c) => c)), this.crossing = i.crossing ?? [], this.numbers = i.numbers ?? null, this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.dictionaries = i.dictionaries ?? [], this.costs = i.costs ?? {}, this.passSeconds = i.pass_seconds ?? 0, this.code = i.code;
  }
  source;
  id;
  bytes;
  tokens;
  keys;
  // image features that cross-attention reads: of no position, so counted from -1 down
  images;
  mixers;
  // what mixes positions in each layer, in words
  attending;
  // layers that look at positions,
  crossing;
  // and those that look at image features in their place
  nPrompt;
  nLayers;
  nHeads;
  model;
  dictionaries;
  costs;
  #e = (
    // of what takes long: passes over the prompt, and bytes
    /* @__PURE__ */ V(0)
  );
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    O(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ V(dr([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    O(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ V(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    O(this.#t, e, !0);
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
  // What stands at a position, or which image feature it is.
  token(e) {
    return e < 0 ? this.keys[-1 - e] : this.tokens[e];
  }
  // What has a place in the images.
  get placed() {
    return this.keys.length ? this.keys : this.tokens;
  }
  // What a position says in a few letters.
  label(e) {
    const t = this.token(e);
    return t ? e < 0 && t.row < 0 ? t.image < 0 ? "filling" : `tile ${t.tileRow + 1},${t.tileColumn + 1} as a whole` : t.kind !== "image" || t.row < 0 ? t.text : [...[
      this.images.length > 1 ? `image ${t.image + 1}` : "",
      t.frame >= 0 ? `frame ${t.frame + 1}` : "",
      t.tileRow >= 0 ? `tile ${t.tileRow + 1},${t.tileColumn + 1}` : t.global ? "global" : ""
    ], `row ${t.row + 1} column ${t.column + 1}`].filter(Boolean).join(" ") : this.answer[e - this.nPrompt]?.token.text ?? "";
  }
  has(e) {
    return this.views.has(e);
  }
  view(e, t) {
    const n = vi(e, t);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(n, i), ra(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const vi = (a, e) => `${a} ${JSON.stringify(e)}`, Su = ["model", "q", "system", "prefill", "images", "turns", "t"], Au = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], jt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class Mu {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ V([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    O(this.#e, e);
  }
  #r = /* @__PURE__ */ V("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    O(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ V("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    O(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ V("");
  get system() {
    return r(this.#a);
  }
  set system(e) {
    O(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ V([]);
  get earlier() {
    return r(this.#n);
  }
  set earlier(e) {
    O(this.#n, e);
  }
  #s = /* @__PURE__ */ V("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    O(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ V([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    O(this.#o, e);
  }
  #i = /* @__PURE__ */ V(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    O(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ V("");
  get exampleName() {
    return r(this.#l);
  }
  set exampleName(e) {
    O(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ V(null);
  get truth() {
    return r(this.#v);
  }
  set truth(e) {
    O(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ V(0);
  get temperature() {
    return r(this.#u);
  }
  set temperature(e) {
    O(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ V(48);
  get maxNew() {
    return r(this.#h);
  }
  set maxNew(e) {
    O(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ V(null);
  get study() {
    return r(this.#_);
  }
  set study(e) {
    O(this.#_, e);
  }
  #c = /* @__PURE__ */ V(null);
  get clean() {
    return r(this.#c);
  }
  set clean(e) {
    O(this.#c, e);
  }
  #p = /* @__PURE__ */ V(null);
  get second() {
    return r(this.#p);
  }
  set second(e) {
    O(this.#p, e);
  }
  #b = /* @__PURE__ */ V(null);
  get secondUpload() {
    return r(this.#b);
  }
  set secondUpload(e) {
    O(this.#b, e);
  }
  #k = /* @__PURE__ */ V(null);
  get secondExample() {
    return r(this.#k);
  }
  set secondExample(e) {
    O(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ V(null);
  get focus() {
    return r(this.#m);
  }
  set focus(e) {
    O(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ V(null);
  get target() {
    return r(this.#d);
  }
  set target(e) {
    O(this.#d, e);
  }
  #g = /* @__PURE__ */ V(null);
  get contrast() {
    return r(this.#g);
  }
  set contrast(e) {
    O(this.#g, e);
  }
  #y = /* @__PURE__ */ V(null);
  get place() {
    return r(this.#y);
  }
  set place(e) {
    O(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ V(null);
  get layer() {
    return r(this.#f);
  }
  set layer(e) {
    O(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ V(null);
  get head() {
    return r(this.#w);
  }
  set head(e) {
    O(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ V(null);
  get lensLayer() {
    return r(this.#x);
  }
  set lensLayer(e) {
    O(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ V([]);
  get words() {
    return r(this.#S);
  }
  set words(e) {
    O(this.#S, e);
  }
  #A = /* @__PURE__ */ V(0);
  get word() {
    return r(this.#A);
  }
  set word(e) {
    O(this.#A, e, !0);
  }
  #M = /* @__PURE__ */ V(!1);
  get vision() {
    return r(this.#M);
  }
  set vision(e) {
    O(this.#M, e, !0);
  }
  #E = /* @__PURE__ */ V(/* @__PURE__ */ new Set());
  get granted() {
    return r(this.#E);
  }
  set granted(e) {
    O(this.#E, e);
  }
  #N = /* @__PURE__ */ V(!1);
  get pattern() {
    return r(this.#N);
  }
  set pattern(e) {
    O(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ V("");
  get find() {
    return r(this.#T);
  }
  set find(e) {
    O(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ V(0.01);
  get least() {
    return r(this.#P);
  }
  set least(e) {
    O(this.#P, e, !0);
  }
  #O = /* @__PURE__ */ V("none");
  get paint() {
    return r(this.#O);
  }
  set paint(e) {
    O(this.#O, e, !0);
  }
  #L = /* @__PURE__ */ V("attribution");
  get tab() {
    return r(this.#L);
  }
  set tab(e) {
    O(this.#L, e, !0);
  }
  #R = /* @__PURE__ */ V(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#R);
  }
  set selected(e) {
    O(this.#R, e);
  }
  #C = /* @__PURE__ */ V("");
  get dictionary() {
    return r(this.#C);
  }
  set dictionary(e) {
    O(this.#C, e, !0);
  }
  #I = /* @__PURE__ */ V(null);
  get feature() {
    return r(this.#I);
  }
  set feature(e) {
    O(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ V([]);
  get changes() {
    return r(this.#F);
  }
  set changes(e) {
    O(this.#F, e);
  }
  #j = /* @__PURE__ */ V(null);
  get sweep() {
    return r(this.#j);
  }
  set sweep(e) {
    O(this.#j, e);
  }
  #D = /* @__PURE__ */ V(null);
  get hoverHead() {
    return r(this.#D);
  }
  set hoverHead(e) {
    O(this.#D, e);
  }
  #U = /* @__PURE__ */ V(null);
  get hoverPlace() {
    return r(this.#U);
  }
  set hoverPlace(e) {
    O(this.#U, e, !0);
  }
  #H = /* @__PURE__ */ V(0);
  get busy() {
    return r(this.#H);
  }
  set busy(e) {
    O(this.#H, e, !0);
  }
  #z = /* @__PURE__ */ V("");
  get message() {
    return r(this.#z);
  }
  set message(e) {
    O(this.#z, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #B = /* @__PURE__ */ V(Wr);
  get tabs() {
    return r(this.#B);
  }
  set tabs(e) {
    O(this.#B, e);
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
      system: n,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      temperature: c
    } = this, d = t.trim() === this.trueOf.trim() ? this.truth : null;
    return {
      model: e,
      question: t,
      system: n,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: d,
      temperature: c
    };
  }
  // Whether something else would be asked now.
  get edited() {
    return this.asked !== null && JSON.stringify(this.prompt(this.draft)) !== JSON.stringify(this.prompt(this.asked));
  }
  get info() {
    return this.models.find((e) => e.name === this.model) ?? null;
  }
  // The views that there are of what is shown.
  get shownTabs() {
    return this.tabs.filter((e) => e !== "features" || this.study?.dictionaries.length);
  }
  get keyOfPlace() {
    return this.place !== null && this.place < 0 ? -1 - this.place : null;
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
      return t instanceof st && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const n = new dn(this.source, t.id, t.bytes);
      n.answer = t.answer ?? [], this.study = n, this.tabs = t.tabs ?? Wr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((n) => setTimeout(n, 2e3));
      }
    this.message = "", this.model = this.models[0]?.name ?? "";
    const e = new URLSearchParams(location.hash.slice(1));
    addEventListener("hashchange", () => this.moved()), e.has("q") ? await this.arrive(e) : this.info?.examples && await this.takeExample(0, !1);
  }
  // Another address in the same page: another question is asked, another selection is shown.
  moved() {
    const e = new URLSearchParams(location.hash.slice(1)), t = new URLSearchParams(this.written);
    e.toString() !== this.written && (Su.every((n) => e.get(n) === t.get(n)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
  }
  async arrive(e) {
    this.models.some((n) => n.name === e.get("model")) && (this.model = e.get("model")), this.restore(e), this.uploads = [];
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
      tab: this.tab === Wr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      vision: this.vision ? 1 : "",
      find: this.find.trim(),
      pattern: this.pattern ? 1 : "",
      dictionary: this.dictionary,
      feature: this.feature
    }, n = new URLSearchParams();
    for (const [i, o] of Object.entries(t)) o != null && o !== "" && n.set(i, String(o));
    const s = n.toString();
    !this.study || s === this.written || (this.written = s, this.source.kind !== "kernel" && history.replaceState(null, "", `#${s}`));
  }
  restore(e) {
    const t = (n) => {
      const [s, ...i] = (e.get(n) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = jt(e.get("t"), 0), this.focus = jt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = jt(e.get("place"), null), this.layer = jt(e.get("layer"), null), this.head = jt(e.get("head"), null), this.lensLayer = jt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = jt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Wr.includes(e.get("tab")) ? e.get("tab") : Wr[0], this.selected = new Set(Au(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern"), this.dictionary = e.get("dictionary") ?? "", this.feature = jt(e.get("feature"), null);
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]").map((n) => ({ ...Ea, ...n })), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = jt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.trueOf = s.question, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? jt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
    const n = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), c = [];
      for (const d of l) {
        const g = await this.bringImage(d);
        if (!g)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        c.push(g);
      }
      n.push(o ? {
        ...c[0],
        frames: c.map((d) => d.id),
        fps: Number(o) || void 0
      } : c[0]);
    }
    return this.uploads = n, !0;
  }
  async bringImage(e) {
    const t = await hu(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
    return t && this.source.addImage(t);
  }
  // --- asking ---
  // What is still on its way to the question: an example, or images. Asking waits for it.
  filling = Promise.resolve();
  fills = 0;
  coming = null;
  // the example that is on its way
  // Another model: its own example of that number; what is one's own stays.
  otherModel() {
    const e = this.coming ?? this.example;
    e !== null && (this.info?.examples ? this.takeExample(Math.min(e, this.info.examples - 1), !1, !0) : this.example = null);
  }
  // With `keeps`, a question about the same images stays, too.
  async takeExample(e, t = !0, n = !1) {
    const s = ++this.fills, i = this.model;
    this.coming = e;
    const o = this.counted(this.source.example(i, e)).then(
      (l) => s !== this.fills || i !== this.model ? !1 : (this.coming = null, this.example = e, this.exampleName = l.name, this.truth = l.answer, this.trueOf = l.question, n && l.images.map((c) => c.id).join() === this.uploads.map((c) => c.id).join() || (this.question = l.question, this.prefill = l.prefill, this.uploads = l.images, this.earlier = []), !0),
      (l) => (this.fail(l), s === this.fills && Object.assign(this, {
        coming: null,
        example: e,
        exampleName: "",
        truth: null,
        uploads: []
      }), !1)
    );
    this.filling = o, await o && t && await this.ask();
  }
  // Images of one's own: beside those that are there, or in the place of an example's.
  addFiles(e) {
    const t = [...e], n = this.filling;
    this.filling = this.counted((async () => {
      await n;
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
      return await as(i.id, e), i;
    }
    const { frames: t, fps: n } = await pu(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await as(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(n * 1e3) / 1e3
    };
  }
  prompt(e) {
    const t = e.uploads.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), n = [];
    e.system && n.push({
      role: "system",
      content: [{ type: "text", text: e.system }]
    });
    const s = [{ type: "text", text: e.question }];
    return e.earlier.length ? n.push(...e.earlier, { role: "user", content: s }) : n.push({ role: "user", content: [...t, ...s] }), {
      model: e.model,
      turns: n,
      prefill: e.prefill,
      temperature: e.temperature
    };
  }
  // Asks what the page says, or, where it is not fresh, what the study that is shown was asked with.
  async ask(e = !0, t = this.asked) {
    this.stop?.abort();
    const n = ++this.run, s = this.stop = new AbortController();
    this.message = "", this.busy++;
    let i = null;
    try {
      for (let l = null; l !== this.filling; ) await (l = this.filling);
      if (n !== this.run) return;
      const o = e ? this.draft : t ?? this.draft;
      if (i = await this.open(o), n !== this.run || (e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        feature: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.info?.loaded || (this.models = await this.source.models()), this.study = i, this.clean = null, this.sweep = null, this.second = null, this.granted = /* @__PURE__ */ new Set(), !await this.answers(i, () => n === this.run, s.signal))) return;
      this.afterAnswer();
    } catch (o) {
      n === this.run && this.fail(o);
    } finally {
      this.busy--, i && (i.answering = !1);
    }
  }
  async open(e) {
    const { id: t, bytes: n } = await this.source.open(this.prompt(e)), s = new dn(this.source, t, n);
    return s.asked = e, s;
  }
  // Lets a study answer, token by token, as long as it is wanted.
  async answers(e, t, n) {
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
        n
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
    this.study && t !== null && !this.second && this.openSecond(t).catch((n) => this.fail(n)), this.write();
  }
  goOn() {
    if (!this.study || !this.asked) return;
    const e = this.prompt(this.asked).turns.filter((n) => n.role !== "system"), t = this.study.answer.filter((n) => !n.ends).map((n) => n.token.text).join("").trim();
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
    const t = ++this.seconds, n = this.asked;
    if (!n) return;
    const s = () => t === this.seconds && this.asked === n, i = async () => typeof e == "number" ? (await this.source.example(n.model, e)).images[0] ?? null : e instanceof File ? this.upload(e) : e, o = await this.during((async () => {
      const l = await i();
      return l && {
        upload: l,
        study: await this.open({
          ...n,
          uploads: [l, ...n.uploads.slice(1)],
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
  takeHead(e, t, n = "attention") {
    this.layer = e, this.head = t, this.paint = n, this.hoverHead = null;
  }
  takePlace(e) {
    this.place = e, this.hoverPlace = null;
  }
  release() {
    (this.hoverHead || this.hoverPlace !== null) && (this.hoverHead = null, this.hoverPlace = null), this.place !== null ? this.place = null : this.layer !== null ? (this.layer = this.head = null, this.paint = "none") : this.selected.size && (this.selected = /* @__PURE__ */ new Set());
  }
  toggle(e, t = "set") {
    const n = new Set(t === "set" ? [] : this.selected);
    for (const s of e)
      t === "flip" && n.has(s) ? n.delete(s) : n.add(s);
    this.selected = n;
  }
}
function Dt(a, ...e) {
  const t = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + t);
}
var Eu = /* @__PURE__ */ S('<span class="fine"> </span>'), ss = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), Nu = /* @__PURE__ */ S('<button type="button"> </button>'), Tu = /* @__PURE__ */ S('<li><button type="button" class="head"> <b> </b></button></li>'), Pu = /* @__PURE__ */ S('<ol class="best"></ol>'), Ga = /* @__PURE__ */ S('<p class="fine"> </p>'), Ou = /* @__PURE__ */ S('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), Lu = /* @__PURE__ */ S('<!> <!> <!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), Ru = /* @__PURE__ */ S('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Cu(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7), n = /* @__PURE__ */ V("image"), s = /* @__PURE__ */ V(!1);
  const i = /* @__PURE__ */ w(() => e.painted.heads.view), o = /* @__PURE__ */ w(() => e.painted.pattern), l = /* @__PURE__ */ w(() => t().pattern), c = /* @__PURE__ */ w(() => {
    if (!r(i)) return new Float32Array();
    const [W, q] = r(i).arrays.weights.shape, ee = new Float32Array(W * q).fill(NaN), ie = r(i).arrays.image_weights;
    return d(r(i).arrays.weights, ee, 1, [...e.study.attending]), ie && d(ie, ee, -1, e.study.crossing), ee;
  });
  function d({ shape: W, data: q }, ee, ie, Q) {
    const [, J, _e] = W, ye = new Uint8Array(_e);
    for (let Ae = 0; Ae < _e; Ae++) {
      const ue = ie > 0 ? Ae : -1 - Ae;
      ye[Ae] = Number(r(n) === "image" ? e.study.token(ue)?.kind === "image" : r(n) === "selection" ? t().selected.has(ue) : ue === t().place);
    }
    for (const Ae of Q) for (let ue = 0; ue < J; ue++) {
      let D = 0;
      const P = ((ie > 0 ? Ae : e.study.crossing.indexOf(Ae)) * J + ue) * _e;
      if (r(n) === "entropy") for (let C = 0; C < _e; C++) {
        const L = q[P + C];
        L > 0 && (D -= L * Math.log(L));
      }
      else for (let C = 0; C < _e; C++) ye[C] && (D += q[P + C]);
      ee[Ae * J + ue] = D;
    }
  }
  const g = /* @__PURE__ */ w(() => r(i)?.arrays.weights.shape ?? [0, 0, 0]), v = /* @__PURE__ */ w(() => Array.from(r(c).keys()).filter((W) => !Number.isNaN(r(c)[W])).sort((W, q) => r(c)[q] - r(c)[W]).slice(0, 24)), E = /* @__PURE__ */ w(() => !!r(i)?.arrays.image_weights), f = /* @__PURE__ */ w(() => e.study.mixers.map((W, q) => q).filter((W) => !e.study.attending.has(W) && !(r(E) && e.study.crossing.includes(W)))), b = /* @__PURE__ */ w(() => t().layer !== null && e.study.crossing.includes(t().layer)), F = /* @__PURE__ */ w(() => r(l) ? r(o).view?.arrays.weights ?? null : null), y = /* @__PURE__ */ w(() => r(F) ? {
    name: `pattern-L${t().layer}H${t().head}`,
    svg: () => Aa(r(F).data, r(F).shape[0], r(F).shape[1], (W) => Nt(W, !1), `pattern of L${t().layer}H${t().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: r(F).shape[1] }, (W, q) => q)
      ],
      ...Array.from({ length: r(F).shape[0] }, (W, q) => [
        q,
        ...r(F).data.slice(q * r(F).shape[1], (q + 1) * r(F).shape[1])
      ])
    ]
  } : r(i) ? {
    name: "attention",
    svg: () => Aa(r(c), r(g)[0], r(g)[1], (W) => Nt(W / r(c).reduce((q, ee) => ee > q ? ee : q, 1e-9), !1), `attention, ${r(n)}`),
    csv: () => [
      ["layer", "head", r(n)],
      ...Array.from(r(c), (W, q) => [
        Math.floor(q / r(g)[1]),
        q % r(g)[1],
        W
      ])
    ]
  } : null), _ = /* @__PURE__ */ w(() => t().shownPlace), p = /* @__PURE__ */ w(() => {
    const W = e.painted.readers.view;
    return W && t().shownHead && t().paint === "readers" ? Array.from(Dt(W.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((q, ee) => ({ weight: q, position: ee })).sort((q, ee) => ee.weight - q.weight).slice(0, 5) : [];
  });
  var N = Ru(), M = x(N);
  {
    let W = /* @__PURE__ */ w(() => r(l) ? r(o).view?.about.code ?? "" : r(i)?.about.code ?? "");
    Jt(M, {
      title: "Attention",
      get code() {
        return r(W);
      },
      get exporter() {
        return r(y);
      },
      children: (q, ee) => {
        var ie = Eu(), Q = B(ie);
        I((J) => T(Q, `from the focus ${J ?? ""}`), [
          () => JSON.stringify(e.study.label(r(i)?.about.focus ?? t().at))
        ]), h(q, ie);
      },
      $$slots: { default: !0 }
    });
  }
  var K = u(M, 2);
  {
    var Y = (W) => {
      var q = ss(), ee = B(q, !0);
      I(() => T(ee, e.painted.heads.error)), h(W, q);
    };
    H(K, (W) => {
      e.painted.heads.error && W(Y);
    });
  }
  var X = u(K, 2), $ = x(X);
  Ne(
    $,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    De,
    (W, q) => {
      var ee = /* @__PURE__ */ w(() => Yt(q, 2));
      let ie = () => r(ee)[0], Q = () => r(ee)[1];
      var J = Nu(), _e = B(J, !0);
      I(() => {
        te(J, "aria-pressed", r(n) === ie()), J.disabled = ie() === "selection" && !t().selected.size || ie() === "token" && t().place === null, T(_e, Q());
      }), ce("click", J, () => O(n, ie(), !0)), h(W, J);
    }
  );
  var G = u($, 2), z = u(X, 2);
  {
    var ae = (W) => {
      var q = Lu(), ee = Ee(q);
      {
        var ie = (U) => {
          var j = Pu();
          Ne(j, 20, () => r(v), (ne) => ne, (ne, re) => {
            const de = /* @__PURE__ */ w(() => {
              const [Z, ge] = [Math.floor(re / r(g)[1]), re % r(g)[1]];
              return { layer: Z, head: ge };
            });
            var oe = Tu(), xe = x(oe), pe = x(xe), be = u(pe), he = B(be, !0);
            I(
              (Z) => {
                te(xe, "aria-pressed", t().layer === r(de).layer && t().head === r(de).head), T(pe, `L${r(de).layer ?? ""}H${r(de).head ?? ""} `), T(he, Z);
              },
              [
                () => r(n) === "entropy" ? `${r(c)[re].toFixed(2)} nats` : vt(r(c)[re])
              ]
            ), Be("pointerenter", xe, () => {
              t().hoverHead = {
                layer: r(de).layer,
                head: r(de).head
              }, t().paint = "attention";
            }), Be("pointerleave", xe, () => t().hoverHead = null), ce("click", xe, () => t().takeHead(r(de).layer, r(de).head)), h(ne, oe);
          }), h(U, j);
        }, Q = (U) => {
          {
            let j = /* @__PURE__ */ w(() => r(n) === "entropy" ? 0 : 1), ne = /* @__PURE__ */ w(() => r(n) === "entropy" ? "nats" : "of its attention"), re = /* @__PURE__ */ w(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            Ma(U, {
              label: "Attention by head",
              get values() {
                return r(c);
              },
              get rows() {
                return r(g)[0];
              },
              get columns() {
                return r(g)[1];
              },
              get high() {
                return r(j);
              },
              get unit() {
                return r(ne);
              },
              note: (de) => r(f).includes(de) ? `${e.study.mixers[de]}, which has no attention pattern` : "",
              get picked() {
                return r(re);
              },
              onhover: (de) => {
                t().hoverHead = de && { layer: de[0], head: de[1] }, de && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([de, oe]) => t().takeHead(de, oe, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        H(ee, (U) => {
          r(s) ? U(ie) : U(Q, -1);
        });
      }
      var J = u(ee, 2);
      {
        var _e = (U) => {
          var j = Ga(), ne = B(j);
          I((re) => T(ne, `Layers ${re ?? ""} attend to image features by cross-attention, and to nothing else: all of their attention is on the image. Their maps are painted on it; of the other layers, which attend to tokens of the prompt, the strip below it shows where.`), [() => e.study.crossing.join(", ")]), h(U, j);
        };
        H(J, (U) => {
          r(E) && U(_e);
        });
      }
      var ye = u(J, 2);
      {
        var Ae = (U) => {
          var j = Ga(), ne = B(j);
          I((re, de, oe) => T(ne, `Layers ${re ?? ""} have no attention pattern: ${de ?? ""} stands there in the place of attention${oe ?? ""}.`), [
            () => r(f).join(", "),
            () => [
              ...new Set(r(f).map((re) => e.study.mixers[re]))
            ].join(", "),
            () => e.study.crossing.includes(r(f)[0]) ? ", and this prompt has no image" : ""
          ]), h(U, j);
        };
        H(ye, (U) => {
          r(f).length && U(Ae);
        });
      }
      var ue = u(ye, 2), D = x(ue), P = u(D, 2), C = u(P, 2), L = B(C), m = u(ue, 2);
      {
        var k = (U) => {
          var j = Ga(), ne = B(j);
          I((re) => T(ne, `Most by: ${re ?? ""}.`), [
            () => r(p).map((re) => `${e.study.label(re.position)} ${vt(re.weight)}`).join(", ")
          ]), h(U, j);
        };
        H(m, (U) => {
          r(p).length && U(k);
        });
      }
      var le = u(m, 2);
      {
        let U = /* @__PURE__ */ w(() => e.painted.long("pattern"));
        _r(le, {
          get session() {
            return t();
          },
          get long() {
            return r(U);
          },
          what: "The whole pattern"
        });
      }
      var ve = u(le, 2);
      {
        var we = (U) => {
          const j = /* @__PURE__ */ w(() => r(o).view.arrays.weights);
          var ne = Ou(), re = Ee(ne), de = B(re), oe = u(re, 2), xe = x(oe);
          {
            let pe = /* @__PURE__ */ w(() => r(b) ? "image feature" : "key"), be = /* @__PURE__ */ w(() => [
              t().at,
              r(b) ? t().keyOfPlace ?? 0 : Math.max(0, t().place ?? t().at)
            ]);
            Ma(xe, {
              label: "Pattern",
              get values() {
                return r(j).data;
              },
              get rows() {
                return r(j).shape[0];
              },
              get columns() {
                return r(j).shape[1];
              },
              high: 1,
              rowName: "query",
              get columnName() {
                return r(pe);
              },
              get picked() {
                return r(be);
              },
              onpick: ([he, Z]) => {
                t().place = r(b) ? -1 - Z : Z, he < e.study.tokens.length && (t().focus = he);
              }
            });
          }
          I(() => T(de, `Queries from top to bottom, ${r(b) ? "image features" : "keys"} from left to right${r(_) === null || r(_) < 0 ? "" : `; row ${r(_)} is the token that is pointed at`}.`)), h(U, ne);
        };
        H(ve, (U) => {
          r(l) && r(o).view && U(we);
        });
      }
      var ke = u(ve, 2);
      {
        var A = (U) => {
          var j = ss(), ne = B(j, !0);
          I(() => T(ne, r(o).error)), h(U, j);
        };
        H(ke, (U) => {
          r(o).error && U(A);
        });
      }
      I(
        (U) => {
          te(D, "aria-pressed", t().paint === "attention"), te(P, "aria-pressed", t().paint === "readers"), P.disabled = t().place === null, te(C, "aria-pressed", r(l)), C.disabled = U, T(L, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
        },
        [
          () => t().layer === null || r(f).includes(t().layer)
        ]
      ), ce("click", D, () => t().paint = "attention"), ce("click", P, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ce("click", C, () => t().pattern = !t().pattern), h(W, q);
    };
    H(z, (W) => {
      r(i) && W(ae);
    });
  }
  I(() => te(G, "aria-pressed", r(s))), ce("click", G, () => O(s, !r(s))), h(a, N), Ye();
}
ut(["click"]);
class Na {
  #e = /* @__PURE__ */ V(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    O(this.#e, e);
  }
  #r = /* @__PURE__ */ V(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    O(this.#r, e);
  }
  #t = /* @__PURE__ */ V(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    O(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ V("");
  get error() {
    return r(this.#a);
  }
  set error(e) {
    O(this.#a, e, !0);
  }
  constructor(e, t) {
    let n = 0;
    gt(() => {
      const s = t(), i = ++n;
      if (!s?.study || s.study.answering) {
        s?.study || Et(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: c } = s;
      Et(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, c).then(
        (d) => {
          i === n && Object.assign(this, { view: d, study: o, asked: c, name: l });
        },
        (d) => {
          i === n && (this.view = null, e.source.kind === "server" && d.status === 404 ? e.during(Promise.reject(d)) : this.error = d.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
var Iu = /* @__PURE__ */ S('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Fu = /* @__PURE__ */ S('<span class="fine">logit of <b> </b><!> <!></span>'), is = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), ju = /* @__PURE__ */ S('<p class="fine">Click a token of the answer.</p>'), Du = /* @__PURE__ */ S('<li><button type="button" class="head"> <b> </b></button></li>'), Uu = /* @__PURE__ */ S('<span class="fine"> </span>'), Hu = /* @__PURE__ */ S('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), zu = /* @__PURE__ */ S('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Bu = /* @__PURE__ */ S("<li> <b> </b></li>"), qu = /* @__PURE__ */ S('<ol class="best"></ol> <p class="fine"> </p>', 1), Wu = /* @__PURE__ */ S("<!> <!> <!>", 1), Ju = /* @__PURE__ */ S(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button> <!></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Ku = /* @__PURE__ */ S('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Vu(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = /* @__PURE__ */ w(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Na(t(), () => r(n) ? { study: e.study, name: "parts", asked: r(n) } : null);
  let i = /* @__PURE__ */ V(null);
  const o = new Na(t(), () => r(n) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(n), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ w(() => s.view?.about), c = /* @__PURE__ */ w(() => s.view?.arrays.heads), d = /* @__PURE__ */ w(() => {
    if (!r(c)) return [];
    const [Y, X] = r(c).shape;
    return Array.from({ length: Y * X }, ($, G) => ({
      layer: Math.floor(G / X),
      head: G % X,
      value: r(c).data[G]
    })).sort(($, G) => Math.abs(G.value) - Math.abs($.value)).slice(0, 8);
  }), g = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, v = /* @__PURE__ */ w(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const Y = s.view.arrays.values.data, X = [], $ = [];
    return r(l).labels.forEach((G, z) => {
      const ae = /^(\d+)_(.+)$/.exec(G);
      ae ? (X[Number(ae[1])] ??= { layer: Number(ae[1]), parts: [] }).parts.push({ name: g[ae[2]] ?? ae[2], value: Y[z] }) : $.push({ name: G.replace(/_/g, " "), value: Y[z] });
    }), {
      layers: X,
      rest: $,
      high: Math.max(...Array.from(Y, Math.abs), 1e-6)
    };
  }), E = /* @__PURE__ */ w(() => r(c) ? {
    name: "attribution-heads",
    svg: () => Aa(r(c).data, r(c).shape[0], r(c).shape[1], (Y) => Nt(Y / r(d).reduce((X, $) => Math.max(X, Math.abs($.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((Y, X) => [Y, s.view.arrays.values.data[X]]),
      ...Array.from(r(c).data, (Y, X) => [
        `L${Math.floor(X / r(c).shape[1])}H${X % r(c).shape[1]}`,
        Y
      ])
    ]
  } : null);
  let f = /* @__PURE__ */ V("");
  var b = Ku(), F = x(b);
  {
    let Y = /* @__PURE__ */ w(() => r(l)?.code ?? "");
    Jt(F, {
      title: "Attribution",
      get code() {
        return r(Y);
      },
      get exporter() {
        return r(E);
      },
      children: (X, $) => {
        var G = Fu(), z = u(x(G)), ae = B(z, !0), W = u(z);
        {
          var q = (Q) => {
            var J = Iu(), _e = u(Ee(J)), ye = B(_e, !0), Ae = u(_e, 2);
            I((ue) => T(ye, ue), [() => Qe(r(l).contrast.text)]), ce("click", Ae, () => t().contrast = null), h(Q, J);
          };
          H(W, (Q) => {
            r(l)?.contrast && Q(q);
          });
        }
        var ee = u(W, 2);
        {
          var ie = (Q) => {
            var J = ka();
            I((_e) => T(J, `= ${_e ?? ""}`), [() => We(r(l).logit)]), h(Q, J);
          };
          H(ee, (Q) => {
            r(l) && Q(ie);
          });
        }
        I((Q) => T(ae, Q), [
          () => r(l) ? Qe(r(l).answer.text) : Qe(t().target?.text ?? "")
        ]), h(X, G);
      },
      $$slots: { default: !0 }
    });
  }
  var y = u(F, 2);
  {
    var _ = (Y) => {
      var X = is(), $ = B(X, !0);
      I(() => T($, s.error)), h(Y, X);
    };
    H(y, (Y) => {
      s.error && Y(_);
    });
  }
  var p = u(y, 2);
  {
    var N = (Y) => {
      var X = ju();
      h(Y, X);
    };
    H(p, (Y) => {
      t().target || Y(N);
    });
  }
  var M = u(p, 2);
  {
    var K = (Y) => {
      var X = Ju(), $ = u(Ee(X), 2), G = x($);
      {
        let m = /* @__PURE__ */ w(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        Ma(G, {
          label: "Attribution by head",
          get values() {
            return r(c).data;
          },
          get rows() {
            return r(c).shape[0];
          },
          get columns() {
            return r(c).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return r(m);
          },
          onhover: (k) => {
            t().hoverHead = k && { layer: k[0], head: k[1] }, k && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([k, le]) => t().takeHead(k, le, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var z = u(G, 2), ae = u(x(z), 2);
      Ne(ae, 21, () => r(d), (m) => `${m.layer} ${m.head}`, (m, k) => {
        var le = Du(), ve = x(le), we = x(ve), ke = u(we), A = B(ke, !0);
        I(
          (U) => {
            te(ve, "aria-pressed", t().layer === r(k).layer && t().head === r(k).head), T(we, `L${r(k).layer ?? ""}H${r(k).head ?? ""} `), T(A, U);
          },
          [() => wt(r(k).value)]
        ), Be("pointerenter", ve, () => t().hoverHead = r(k)), Be("pointerleave", ve, () => t().hoverHead = null), ce("click", ve, () => t().takeHead(r(k).layer, r(k).head, t().paint === "sources" ? "sources" : "attention")), h(m, le);
      });
      var W = u($, 2), q = u(x(W), 2), ee = u(q, 2), ie = u(ee, 2);
      {
        var Q = (m) => {
          var k = Uu(), le = B(k);
          I((ve) => T(le, `What heads add is split by token where all layers attend to tokens; ${ve ?? ""} does not.`), [
            () => e.study.mixers.find((ve, we) => !e.study.attending.has(we))
          ]), h(m, k);
        };
        H(ie, (m) => {
          e.study.attending.size < e.study.nLayers && m(Q);
        });
      }
      var J = u(W, 4);
      Ne(J, 21, () => r(v).layers, De, (m, k) => {
        var le = It(), ve = Ee(le);
        {
          var we = (ke) => {
            var A = zu(), U = x(A), j = B(U, !0), ne = u(U, 2);
            Ne(ne, 17, () => r(k).parts, De, (re, de) => {
              var oe = Hu(), xe = x(oe), pe = B(xe, !0), be = u(xe, 2), he = x(be);
              let Z;
              var ge = u(be), Me = x(ge);
              let Pe;
              var Le = u(ge, 2), ze = B(Le, !0);
              I(
                (Ue, Ke) => {
                  oe.disabled = r(de).name !== "MLP", te(oe, "title", `${(r(de).name === "attention" ? e.study.mixers[r(k).layer] ?? r(de).name : r(de).name) ?? ""} of layer ${r(k).layer ?? ""}: ${Ue ?? ""} logits${r(de).name === "MLP" ? "; click for its neurons" : ""}`), te(oe, "aria-pressed", r(de).name === "MLP" ? r(i) === r(k).layer : void 0), T(pe, r(de).name), Z = qe(he, "", Z, {
                    width: `${r(de).value < 0 ? 100 * -r(de).value / r(v).high : 0}%`
                  }), Pe = qe(Me, "", Pe, {
                    width: `${r(de).value > 0 ? 100 * r(de).value / r(v).high : 0}%`
                  }), T(ze, Ke);
                },
                [
                  () => wt(r(de).value),
                  () => wt(r(de).value)
                ]
              ), ce("click", oe, () => O(i, r(i) === r(k).layer ? null : r(k).layer, !0)), h(re, oe);
            }), I(() => T(j, r(k).layer)), h(ke, A);
          };
          H(ve, (ke) => {
            r(k) && ke(we);
          });
        }
        h(m, le);
      });
      var _e = u(J, 2), ye = B(_e), Ae = u(_e, 2);
      {
        var ue = (m) => {
          var k = Wu(), le = Ee(k);
          {
            let U = /* @__PURE__ */ w(() => o.view?.about.code ?? ""), j = /* @__PURE__ */ w(() => o.view ? {
              name: `neurons-${r(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, (ne, re) => [ne, o.view.arrays.values.data[re]])
              ]
            } : null);
            Jt(le, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(U);
              },
              get exporter() {
                return r(j);
              }
            });
          }
          var ve = u(le, 2);
          {
            var we = (U) => {
              var j = is(), ne = B(j, !0);
              I(() => T(ne, o.error)), h(U, j);
            };
            H(ve, (U) => {
              o.error && U(we);
            });
          }
          var ke = u(ve, 2);
          {
            var A = (U) => {
              var j = qu(), ne = Ee(j);
              Ne(ne, 22, () => Array.from(o.view.arrays.numbers.data), (oe) => oe, (oe, xe, pe) => {
                var be = Bu(), he = x(be), Z = u(he), ge = B(Z, !0);
                I(
                  (Me) => {
                    T(he, `N${xe ?? ""} `), T(ge, Me);
                  },
                  [() => wt(o.view.arrays.values.data[r(pe)])]
                ), h(oe, be);
              });
              var re = u(ne, 2), de = B(re);
              I((oe) => T(de, `All others together ${oe ?? ""}.`), [() => wt(o.view.about.rest)]), h(U, j);
            };
            H(ke, (U) => {
              o.view && U(A);
            });
          }
          h(m, k);
        };
        H(Ae, (m) => {
          r(i) !== null && m(ue);
        });
      }
      var D = u(Ae, 2), P = x(D), C = u(x(P)), L = u(P);
      I(
        (m, k) => {
          te(q, "aria-pressed", t().paint === "attention"), te(ee, "aria-pressed", t().paint === "sources"), ee.disabled = e.study.attending.size < e.study.nLayers, T(ye, `Beside the layers: ${m ?? ""}. The parts sum to the model's own logit; left over: ${k ?? ""}.`), L.disabled = !r(f);
        },
        [
          () => r(v).rest.map((m) => `${m.name} ${wt(m.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), ce("click", q, () => t().paint = "attention"), ce("click", ee, () => t().paint = "sources"), Be("submit", D, async (m) => {
        m.preventDefault();
        const k = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(f),
          focus: t().at
        }));
        k?.about.contrast && (t().contrast = k.about.contrast);
      }), kt(C, () => r(f), (m) => O(f, m)), h(Y, X);
    };
    H(M, (Y) => {
      s.view && r(c) && Y(K);
    });
  }
  h(a, b), Ye();
}
ut(["click"]);
var Yu = /* @__PURE__ */ Ur('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Gu = /* @__PURE__ */ Ur('<text text-anchor="middle"> </text>'), Xu = /* @__PURE__ */ Ur('<circle r="2.5"><title> </title></circle>'), Zu = /* @__PURE__ */ Ur('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), Qu = /* @__PURE__ */ S("<span><i></i> </span>"), $u = /* @__PURE__ */ S('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function hi(a, e) {
  Ve(e, !0);
  let t = Ce(e, "low", 3, 0), n = Ce(e, "high", 3, 1), s = Ce(e, "note", 3, ""), i = Ce(e, "unit", 3, (z) => String(Math.round(100 * z) / 100)), o = /* @__PURE__ */ V(0);
  const l = /* @__PURE__ */ w(() => Math.max(240, r(o))), c = 150, d = 42, g = 12, v = 8, E = 22, f = (z) => d + (r(l) - d - g) * z / Math.max(1, e.layers.length - 1), b = (z) => c - E - (c - E - v) * (z - t()) / (n() - t() || 1), F = /* @__PURE__ */ w(() => {
    const z = (n() - t()) / 4, ae = 10 ** Math.floor(Math.log10(z || 1)), W = ae * ([1, 2, 5].find((q) => q * ae >= z) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / W + 1e-6) - Math.ceil(t() / W - 1e-6) + 1
      },
      (q, ee) => (Math.ceil(t() / W - 1e-6) + ee) * W
    );
  }), y = /* @__PURE__ */ w(() => Math.ceil(e.layers.length / 10));
  var _ = $u(), p = x(_), N = x(p);
  Ne(N, 16, () => r(F), (z) => z, (z, ae) => {
    var W = Yu(), q = Ee(W);
    te(q, "x1", d);
    var ee = u(q);
    te(ee, "x", d - 5);
    var ie = B(ee, !0);
    I(
      (Q, J, _e, ye, Ae) => {
        te(q, "x2", r(l) - g), te(q, "y1", Q), te(q, "y2", J), te(q, "opacity", _e), te(ee, "y", ye), T(ie, Ae);
      },
      [
        () => b(ae),
        () => b(ae),
        () => Math.abs(ae) < 1e-9 ? 0.4 : 0.14,
        () => b(ae),
        () => i()(ae)
      ]
    ), h(z, W);
  });
  var M = u(N);
  Ne(M, 17, () => e.layers, De, (z, ae, W) => {
    var q = It(), ee = Ee(q);
    {
      var ie = (Q) => {
        var J = Gu();
        te(J, "y", c - 8);
        var _e = B(J, !0);
        I(
          (ye) => {
            te(J, "x", ye), T(_e, r(ae));
          },
          [() => f(W)]
        ), h(Q, J);
      };
      H(ee, (Q) => {
        W % r(y) === 0 && Q(ie);
      });
    }
    h(z, q);
  });
  var K = u(M);
  Ne(K, 17, () => e.curves, De, (z, ae, W) => {
    let q = () => r(ae).name, ee = () => r(ae).values;
    const ie = /* @__PURE__ */ w(() => Array.from(ee(), (D, P) => [P, D]).filter(([, D]) => !Number.isNaN(D)));
    var Q = Zu(), J = Ee(Q), _e = x(J), ye = B(_e, !0), Ae = u(J);
    {
      var ue = (D) => {
        var P = It(), C = Ee(P);
        Ne(C, 17, () => r(ie), De, (L, m) => {
          var k = /* @__PURE__ */ w(() => Yt(r(m), 2));
          let le = () => r(k)[0], ve = () => r(k)[1];
          var we = Xu(), ke = x(we), A = B(ke);
          I(
            (U, j, ne) => {
              te(we, "cx", U), te(we, "cy", j), te(we, "fill", xr[W % xr.length]), T(A, `${q() ?? ""}, layer ${e.layers[le()] ?? ""}: ${ne ?? ""}`);
            },
            [() => f(le()), () => b(ve()), () => i()(ve())]
          ), h(L, we);
        }), h(D, P);
      };
      H(Ae, (D) => {
        r(ie).length <= 12 && D(ue);
      });
    }
    I(
      (D) => {
        te(J, "stroke", xr[W % xr.length]), te(J, "points", D), T(ye, q());
      },
      [
        () => r(ie).map(([D, P]) => `${f(D)},${b(P)}`).join(" ")
      ]
    ), h(z, Q);
  });
  var Y = u(p, 2), X = x(Y);
  Ne(X, 17, () => e.curves, De, (z, ae, W) => {
    let q = () => r(ae).name, ee = () => r(ae).said;
    var ie = Qu(), Q = x(ie);
    let J;
    var _e = u(Q);
    I(() => {
      J = qe(Q, "", J, { background: xr[W % xr.length] }), T(_e, `${q() ?? ""} ${ee() ?? "" ?? ""}`);
    }), h(z, ie);
  });
  var $ = u(X, 2), G = B($, !0);
  I(() => {
    te(p, "viewBox", `0 0 ${r(l) ?? ""} 150`), te(p, "aria-label", e.label), T(G, s());
  }), la(_, "clientWidth", (z) => O(o, z)), h(a, _), Ye();
}
var ec = /* @__PURE__ */ S('<p class="fine"> </p> <!>', 1);
function pi(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = /* @__PURE__ */ w(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ w(() => r(n)[1] > 0 && r(n)[1] <= 6);
  function i(b) {
    if (e.sweep.about.axis !== "position") return;
    const F = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((y, _) => F[y] = e.sweep.arrays.effect.data[b * r(n)[1] + _]), t().sweep = {
      values: F,
      label: `${e.name} at layer ${b}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  gt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Aa(e.sweep.arrays.effect.data, r(n)[0], r(n)[1], (b) => Nt(b, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: r(n)[0] }, (b, F) => [
          F,
          ...Array.from(e.sweep.arrays.effect.data.slice(F * r(n)[1], (F + 1) * r(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ w(() => e.sweep.about.labels.map((b, F) => ({
    name: b,
    values: Array.from({ length: r(n)[0] }, (y, _) => e.sweep.arrays.effect.data[_ * r(n)[1] + F])
  }))), l = /* @__PURE__ */ w(() => {
    let b = 0, F = 1;
    for (const y of e.sweep.arrays.effect.data) Number.isNaN(y) || ([b, F] = [Math.min(b, y), Math.max(F, y)]);
    return [b, F];
  });
  var c = ec(), d = Ee(c), g = B(d, !0), v = u(d, 2);
  {
    var E = (b) => {
      {
        let F = /* @__PURE__ */ w(() => Array.from({ length: r(n)[0] }, (y, _) => String(_)));
        hi(b, {
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
            return r(F);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, f = (b) => {
      {
        let F = /* @__PURE__ */ w(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((y) => e.study.label(y)) : null);
        Ma(b, {
          label: "Sweep",
          get values() {
            return e.sweep.arrays.effect.data;
          },
          get rows() {
            return r(n)[0];
          },
          get columns() {
            return r(n)[1];
          },
          signed: !0,
          high: 1,
          get columnName() {
            return e.sweep.about.axis;
          },
          get columnLabels() {
            return r(F);
          },
          onhover: (y) => y && i(y[0]),
          onpick: ([y, _]) => {
            i(y), e.sweep.about.axis === "head" ? t().takeHead(y, _) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[_]);
          }
        });
      }
    };
    H(v, (b) => {
      r(s) ? b(E) : b(f, -1);
    });
  }
  I(() => T(g, e.sweep.about.measure)), h(a, c), Ye();
}
var tc = /* @__PURE__ */ S('<span class="fine"> </span>'), rc = /* @__PURE__ */ S('<p><button type="button"> </button></p>'), Xa = /* @__PURE__ */ S("<option> </option>"), ac = /* @__PURE__ */ S("<label>where <select></select></label>"), nc = /* @__PURE__ */ S("<label>heads <select><option>all</option><option> </option></select></label>"), sc = /* @__PURE__ */ S('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), ic = /* @__PURE__ */ S("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), oc = /* @__PURE__ */ S('<label>strength <input type="number" step="any"/></label>'), os = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), lc = /* @__PURE__ */ S('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), uc = /* @__PURE__ */ S('<button type="button">cancel</button> running…', 1), cc = /* @__PURE__ */ S('<button type="button">run again</button>'), dc = /* @__PURE__ */ S('<button type="button" aria-pressed="true">views show the changed model</button>'), fc = /* @__PURE__ */ S('<button type="button" aria-pressed="false">show views of the changed model</button>'), vc = /* @__PURE__ */ S('<ul class="changes"></ul> <p><!> <!></p>', 1), hc = /* @__PURE__ */ S('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), pc = /* @__PURE__ */ S('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), gc = /* @__PURE__ */ S('<span class="fine">every layer in turn</span>'), _c = /* @__PURE__ */ S("<label>at <select></select></label>"), mc = /* @__PURE__ */ S("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), bc = /* @__PURE__ */ S("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), yc = /* @__PURE__ */ S('<label>window <input type="number" min="1"/></label>'), wc = /* @__PURE__ */ S('<button type="button" class="primary">cancel</button>'), kc = /* @__PURE__ */ S('<button type="submit" class="primary">start</button>'), xc = /* @__PURE__ */ S('<label class="row grow"> <progress></progress> </label>'), Sc = /* @__PURE__ */ S('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Ac(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = /* @__PURE__ */ w(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ V("zero"), i = /* @__PURE__ */ V("z"), o = /* @__PURE__ */ V("all"), l = /* @__PURE__ */ V("all"), c = /* @__PURE__ */ V("all"), d = /* @__PURE__ */ V("image"), g = /* @__PURE__ */ V(1), v = /* @__PURE__ */ V(null), E = /* @__PURE__ */ V(!1), f = /* @__PURE__ */ V("");
  const b = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, F = ({ kind: R, feature: se, dictionary: fe, strength: me, positions: Se }) => `${R === "ablate_feature" ? "set to zero" : R === "clamp_feature" ? `set to ${me}` : `add ${me} to`} · feature ${se} of ${fe} · tokens ${G(Se, "all")}`, y = ["patch", "resample", "steer", "project"], _ = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, p = /* @__PURE__ */ w(() => Object.keys(b).filter((R) => t().second || !y.includes(R))), N = /* @__PURE__ */ w(() => r(s) === "block" || r(i) === "z");
  function M(R) {
    return R === "selection" ? [...t().selected].filter((se) => se >= 0).sort((se, fe) => se - fe) : R === "image" ? r(n).tokens.filter((se) => se.kind === "image").map((se) => se.position) : R === "text" ? r(n).tokens.filter((se) => se.kind !== "image").map((se) => se.position) : R === "token" ? t().place === null || t().place < 0 ? [] : [t().place] : R === "focus" ? [Math.min(t().at, r(n).nPrompt - 1)] : null;
  }
  function K(R) {
    const se = (me) => [...me].filter((Se) => Se < 0).map((Se) => -1 - Se).sort((Se, Fe) => Se - Fe), fe = R === "image" ? se(r(n).keys.filter((me) => me.kind === "image").map((me) => me.position)) : R === "selection" ? se(t().selected) : R === "token" ? se([t().place ?? 0]) : [];
    return fe.length ? fe : null;
  }
  function Y() {
    const R = r(N) && r(c) === "picked", se = !R && r(l).trim() === "all", fe = R || r(l) === "picked" ? t().layer === null ? [] : [t().layer] : se ? null : X(r(l));
    if (!fe && !se) {
      O(f, `“${r(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${r(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const me = r(s) === "block" ? K(r(d)) : null, Se = {
      ...Ea,
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: fe,
      heads: R && t().head !== null ? [t().head] : null,
      positions: M(r(o)),
      keys: me || r(s) !== "block" ? null : M(r(d)),
      image_keys: me,
      strength: r(g),
      source: y.includes(r(s)) ? t().second?.id ?? null : null
    };
    if ([
      Se.layers,
      Se.positions,
      Se.keys,
      Se.image_keys
    ].some((Fe) => Fe?.length === 0)) {
      O(f, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, Se], ae();
  }
  function X(R) {
    const se = [];
    for (const fe of R.split(",")) {
      const [me, Se = me] = fe.split("-").map((Fe) => Fe.trim() ? Number(Fe) : NaN);
      if (!(Number.isInteger(me) && Number.isInteger(Se) && 0 <= me && me <= Se && Se < r(n).nLayers)) return null;
      for (let Fe = me; Fe <= Se; Fe++) se.push(Fe);
    }
    return se;
  }
  function $() {
    t().layer === null || t().head === null || (t().changes = [
      ...t().changes,
      {
        ...Ea,
        layers: [t().layer],
        heads: [t().head]
      }
    ], ae());
  }
  const G = (R, se) => R === null ? se : R.length > 6 ? `${R.length} (${R[0]}…${R.at(-1)})` : R.join(", "), z = (R) => R.feature !== null ? F(R) : `${b[R.kind]}${R.kind === "block" ? "" : ` · ${_[R.point]}`} · layers ${G(R.layers, "all")}${R.heads ? ` · head ${G(R.heads, "")}` : ""} · ${R.kind === "block" ? "from " : ""}tokens ${G(R.positions, "all")}${R.keys ? ` to ${G(R.keys, "all")}` : ""}${R.image_keys ? ` to image features ${G(R.image_keys, "all")}` : ""}${["scale", "steer"].includes(R.kind) ? ` · ×${R.strength}` : ""}`;
  async function ae() {
    const R = t().changes.filter((me) => me.on).map(({ on: me, ...Se }) => ({
      ...Se,
      source: Se.source && t().second ? t().second.id : Se.source
    }));
    if (O(f, ""), t().write(), !R.length) {
      O(v, null), Q();
      return;
    }
    const se = ++W, fe = r(n);
    O(E, !0), q?.abort(), q = new AbortController();
    try {
      for await (const me of t().source.stream(fe.id, "changes", { changes: R, max_new_tokens: 16 }, q.signal)) {
        if (se !== W || r(n) !== fe) return;
        O(v, me);
      }
      t().clean && await ie();
    } catch (me) {
      se === W && me.name !== "AbortError" && O(f, me.message, !0);
    } finally {
      se === W && O(E, !1);
    }
  }
  let W = 0, q = null;
  gt(() => {
    const R = r(n);
    R === ee || R.answering || Et(() => {
      ee = R, W++, q?.abort(), ke(), ((se) => {
        var fe = Yt(se, 4);
        O(v, fe[0]), O(D, fe[1]), O(f, fe[2], !0), O(E, fe[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && ae();
    });
  });
  let ee = null;
  async function ie() {
    if (!r(v)) return;
    const R = r(n), { study: se, after: fe } = r(v).about, me = await t().during(t().source.tokens(se));
    if (!me || r(n) !== R) return;
    const Se = new dn(t().source, se, me);
    Se.answer = fe, Se.asked = r(n).asked, t().clean = r(n), t().study = Se;
  }
  function Q() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let J = /* @__PURE__ */ V("patching"), _e = /* @__PURE__ */ V("groups"), ye = /* @__PURE__ */ V("resid_post"), Ae = /* @__PURE__ */ V("denoise"), ue = /* @__PURE__ */ V(1), D = /* @__PURE__ */ V(null), P = /* @__PURE__ */ V(null), C = null, L = /* @__PURE__ */ V(!1), m = /* @__PURE__ */ V("");
  const k = /* @__PURE__ */ w(() => r(J) !== "knockout"), le = /* @__PURE__ */ w(() => {
    const R = r(n).tokens.filter((fe) => fe.kind === "image").length;
    return r(J) === "gradients" ? 3 : (r(J) === "knockout" || r(_e) === "groups" ? 3 : r(_e) === "heads" ? r(n).nHeads : t().selected.size || R + 1) * r(n).nLayers;
  }), ve = /* @__PURE__ */ w(() => r(J) === "gradients" ? 2 * r(n).costs.graph_bytes : r(J) === "knockout" ? r(n).costs.stream_bytes : 2 * r(n).nLayers * r(n).costs.stream_bytes);
  async function we() {
    C?.abort(), C = new AbortController();
    const R = C;
    O(D, null), O(m, ""), O(L, !0);
    const se = M("selection"), fe = se?.length ? se : null, me = r(J) === "knockout" ? { window: r(ue) } : r(J) === "gradients" ? {
      source: t().second.id,
      point: r(ye) === "z" ? "z" : r(ye) === "resid_pre" || r(ye) === "resid_mid" ? "resid_post" : r(ye)
    } : {
      source: t().second.id,
      point: r(ye),
      over: r(_e),
      direction: r(Ae),
      positions: fe
    };
    try {
      for await (const Se of t().source.stream(r(n).id, r(J), me, R.signal)) O(D, Se);
    } catch (Se) {
      Se.name !== "AbortError" && O(m, Se.message, !0);
    }
    C === R && O(L, !1);
  }
  function ke() {
    C?.abort(), O(L, !1);
  }
  var A = Sc(), U = Ee(A), j = x(U);
  {
    let R = /* @__PURE__ */ w(() => r(v)?.about.code ?? ""), se = /* @__PURE__ */ w(() => r(v) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...r(v).about.words.map((fe) => [
          fe.text,
          fe.before,
          fe.after,
          fe.logit_before,
          fe.logit_after
        ])
      ]
    } : null);
    Jt(j, {
      title: "Changes",
      get code() {
        return r(R);
      },
      get exporter() {
        return r(se);
      },
      children: (fe, me) => {
        var Se = tc(), Fe = B(Se);
        I((ot) => T(Fe, `change something, see the answer change${ot ?? ""}`), [
          () => r(n).passSeconds > 1 ? `; a pass takes ${un(r(n).passSeconds)}` : ""
        ]), h(fe, Se);
      },
      $$slots: { default: !0 }
    });
  }
  var ne = u(j, 2);
  {
    var re = (R) => {
      var se = rc(), fe = x(se), me = B(fe);
      I(() => T(me, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ce("click", fe, $), h(R, se);
    };
    H(ne, (R) => {
      t().layer !== null && R(re);
    });
  }
  var de = u(ne, 2), oe = x(de), xe = u(x(oe));
  Ne(xe, 21, () => r(p), De, (R, se) => {
    var fe = Xa(), me = B(fe, !0), Se = {};
    I(() => {
      T(me, b[r(se)]), Se !== (Se = r(se)) && (fe.value = (fe.__value = Se) ?? "");
    }), h(R, fe);
  }), ct(xe);
  var pe = u(oe, 2);
  {
    var be = (R) => {
      var se = ac(), fe = u(x(se));
      Ne(fe, 21, () => Object.entries(_), De, (me, Se) => {
        var Fe = /* @__PURE__ */ w(() => Yt(r(Se), 2));
        let ot = () => r(Fe)[0], Ft = () => r(Fe)[1];
        var mt = Xa(), at = B(mt, !0), Ge = {};
        I(() => {
          T(at, Ft()), Ge !== (Ge = ot()) && (mt.value = (mt.__value = Ge) ?? "");
        }), h(me, mt);
      }), ct(fe), bt(fe, () => r(i), (me) => O(i, me)), h(R, se);
    };
    H(pe, (R) => {
      r(s) !== "block" && R(be);
    });
  }
  var he = u(pe, 2);
  {
    var Z = (R) => {
      var se = nc(), fe = u(x(se)), me = x(fe);
      me.value = me.__value = "all";
      var Se = u(me), Fe = B(Se, !0);
      Se.value = Se.__value = "picked", ct(fe), I(() => {
        Se.disabled = t().layer === null, T(Fe, t().layer === null ? "one that is picked" : `L${t().layer}H${t().head}`);
      }), bt(fe, () => r(c), (ot) => O(c, ot)), h(R, se);
    };
    H(he, (R) => {
      r(N) && R(Z);
    });
  }
  var ge = u(he, 2);
  {
    var Me = (R) => {
      var se = sc(), fe = u(x(se));
      kt(fe, () => r(l), (me) => O(l, me)), h(R, se);
    };
    H(ge, (R) => {
      (!r(N) || r(c) === "all") && R(Me);
    });
  }
  var Pe = u(ge, 2), Le = x(Pe);
  Le.value = Le.__value = "all";
  var ze = u(Le);
  ze.value = ze.__value = "picked";
  var Ue = u(ze), Ke = {}, ht = u(Pe, 2), Te = x(ht), Ie = u(Te), He = x(Ie);
  He.value = He.__value = "all";
  var rt = u(He);
  rt.value = rt.__value = "focus";
  var $e = u(rt);
  $e.value = $e.__value = "token";
  var $t = u($e);
  $t.value = $t.__value = "selection";
  var zr = u($t);
  zr.value = zr.__value = "image";
  var ua = u(zr);
  ua.value = ua.__value = "text", ct(Ie);
  var Tn = u(ht, 2);
  {
    var yi = (R) => {
      var se = ic(), fe = u(x(se)), me = x(fe);
      me.value = me.__value = "image";
      var Se = u(me);
      Se.value = Se.__value = "selection";
      var Fe = u(Se);
      Fe.value = Fe.__value = "token";
      var ot = u(Fe);
      ot.value = ot.__value = "text", ct(fe), bt(fe, () => r(d), (Ft) => O(d, Ft)), h(R, se);
    };
    H(Tn, (R) => {
      r(s) === "block" && R(yi);
    });
  }
  var wi = u(Tn, 2);
  {
    var ki = (R) => {
      var se = oc(), fe = u(x(se));
      kt(fe, () => r(g), (me) => O(g, me)), h(R, se);
    };
    H(wi, (R) => {
      (r(s) === "scale" || r(s) === "steer") && R(ki);
    });
  }
  var Pn = u(de, 2);
  {
    var xi = (R) => {
      var se = os(), fe = B(se, !0);
      I(() => T(fe, r(f))), h(R, se);
    };
    H(Pn, (R) => {
      r(f) && R(xi);
    });
  }
  var On = u(Pn, 2);
  {
    var Si = (R) => {
      var se = vc(), fe = Ee(se);
      Ne(fe, 21, () => t().changes, De, (at, Ge, er) => {
        var mr = lc(), br = x(mr), nt = x(br), Xe = u(nt), yr = u(br, 2);
        I(
          (ir) => {
            ii(nt, r(Ge).on), T(Xe, ` ${ir ?? ""}`);
          },
          [() => z(r(Ge))]
        ), ce("change", nt, (ir) => {
          t().changes = t().changes.map((wr, Br) => Br === er ? { ...wr, on: ir.currentTarget.checked } : wr), ae();
        }), ce("click", yr, () => {
          t().changes = t().changes.filter((ir, wr) => wr !== er), ae();
        }), h(at, mr);
      });
      var me = u(fe, 2), Se = x(me);
      {
        var Fe = (at) => {
          var Ge = uc(), er = Ee(Ge);
          ce("click", er, () => q?.abort()), h(at, Ge);
        }, ot = (at) => {
          var Ge = cc();
          ce("click", Ge, ae), h(at, Ge);
        };
        H(Se, (at) => {
          r(E) ? at(Fe) : at(ot, -1);
        });
      }
      var Ft = u(Se, 2);
      {
        var mt = (at) => {
          var Ge = It(), er = Ee(Ge);
          {
            var mr = (nt) => {
              var Xe = dc();
              ce("click", Xe, Q), h(nt, Xe);
            }, br = (nt) => {
              var Xe = fc();
              ce("click", Xe, ie), h(nt, Xe);
            };
            H(er, (nt) => {
              t().clean ? nt(mr) : nt(br, -1);
            });
          }
          h(at, Ge);
        };
        H(Ft, (at) => {
          r(v) && at(mt);
        });
      }
      h(R, se);
    };
    H(On, (R) => {
      t().changes.length && R(Si);
    });
  }
  var Ai = u(On, 2);
  {
    var Mi = (R) => {
      const se = /* @__PURE__ */ w(() => (nt) => nt.filter((Xe) => !Xe.ends).map((Xe) => Xe.token.text).join("") || "∅");
      var fe = pc(), me = Ee(fe), Se = x(me), Fe = u(x(Se)), ot = B(Fe, !0), Ft = u(Se, 4), mt = u(x(Ft)), at = B(mt, !0), Ge = u(Ft, 2), er = B(Ge), mr = u(me, 2), br = u(x(mr));
      Ne(br, 21, () => r(v).about.words, (nt) => nt.id, (nt, Xe) => {
        var yr = hc(), ir = x(yr), wr = B(ir, !0), Br = u(ir);
        let Bn;
        var Hi = x(Br), zi = B(Hi, !0), Ua = u(Br);
        let qn;
        var Bi = x(Ua), qi = B(Bi, !0), Wi = u(Ua), Ji = B(Wi, !0);
        I(
          (Ki, Vi, Yi, Gi) => {
            T(wr, Ki), Bn = qe(Br, "", Bn, { "--share": `${100 * r(Xe).before}%` }), T(zi, Vi), qn = qe(Ua, "", qn, { "--share": `${100 * r(Xe).after}%` }), T(qi, Yi), T(Ji, Gi);
          },
          [
            () => Qe(r(Xe).text),
            () => vt(r(Xe).before),
            () => vt(r(Xe).after),
            () => wt(r(Xe).logit_after - r(Xe).logit_before)
          ]
        ), h(nt, yr);
      }), I(
        (nt, Xe, yr) => {
          T(ot, nt), T(at, Xe), T(er, `KL ${yr ?? ""} nats at the first token`);
        },
        [
          () => r(se)(r(v).about.before),
          () => r(se)(r(v).about.after),
          () => r(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), h(R, fe);
    };
    H(Ai, (R) => {
      r(v) && R(Mi);
    });
  }
  var Ei = u(U, 2), Ln = x(Ei);
  {
    let R = /* @__PURE__ */ w(() => r(D)?.about.code ?? "");
    Jt(Ln, {
      title: "Sweeps",
      get code() {
        return r(R);
      },
      get exporter() {
        return r(P);
      },
      children: (se, fe) => {
        var me = gc();
        h(se, me);
      },
      $$slots: { default: !0 }
    });
  }
  var Ia = u(Ln, 2), Rn = x(Ia), Fa = u(x(Rn)), ja = x(Fa);
  ja.value = ja.__value = "patching";
  var Da = u(ja);
  Da.value = Da.__value = "gradients";
  var Cn = u(Da);
  Cn.value = Cn.__value = "knockout", ct(Fa);
  var In = u(Rn, 2);
  {
    var Ni = (R) => {
      var se = _c(), fe = u(x(se));
      Ne(fe, 21, () => Object.entries(_), De, (me, Se) => {
        var Fe = /* @__PURE__ */ w(() => Yt(r(Se), 2));
        let ot = () => r(Fe)[0], Ft = () => r(Fe)[1];
        var mt = Xa(), at = B(mt, !0), Ge = {};
        I(() => {
          T(at, Ft()), Ge !== (Ge = ot()) && (mt.value = (mt.__value = Ge) ?? "");
        }), h(me, mt);
      }), ct(fe), bt(fe, () => r(ye), (me) => O(ye, me)), h(R, se);
    };
    H(In, (R) => {
      r(J) !== "knockout" && R(Ni);
    });
  }
  var Fn = u(In, 2);
  {
    var Ti = (R) => {
      var se = mc(), fe = u(x(se)), me = x(fe);
      me.value = me.__value = "groups";
      var Se = u(me);
      Se.value = Se.__value = "positions";
      var Fe = u(Se);
      Fe.value = Fe.__value = "heads", ct(fe), bt(fe, () => r(_e), (ot) => O(_e, ot)), h(R, se);
    };
    H(Fn, (R) => {
      r(J) === "patching" && R(Ti);
    });
  }
  var jn = u(Fn, 2);
  {
    var Pi = (R) => {
      var se = bc(), fe = u(x(se)), me = x(fe);
      me.value = me.__value = "denoise";
      var Se = u(me);
      Se.value = Se.__value = "noise", ct(fe), bt(fe, () => r(Ae), (Fe) => O(Ae, Fe)), h(R, se);
    };
    H(jn, (R) => {
      r(J) === "patching" && R(Pi);
    });
  }
  var Dn = u(jn, 2);
  {
    var Oi = (R) => {
      var se = yc(), fe = u(x(se));
      I(() => te(fe, "max", r(n).nLayers)), kt(fe, () => r(ue), (me) => O(ue, me)), h(R, se);
    };
    H(Dn, (R) => {
      r(J) === "knockout" && R(Oi);
    });
  }
  var Li = u(Dn, 2);
  {
    var Ri = (R) => {
      var se = wc();
      ce("click", se, ke), h(R, se);
    }, Ci = (R) => {
      var se = kc();
      I(() => se.disabled = r(k) && !t().second), h(R, se);
    };
    H(Li, (R) => {
      r(L) ? R(Ri) : R(Ci, -1);
    });
  }
  var Un = u(Ia, 2), Ii = B(Un, !0), Hn = u(Un, 2);
  {
    var Fi = (R) => {
      var se = os(), fe = B(se, !0);
      I(() => T(fe, r(m))), h(R, se);
    };
    H(Hn, (R) => {
      r(m) && R(Fi);
    });
  }
  var zn = u(Hn, 2);
  {
    var ji = (R) => {
      var se = xc(), fe = x(se), me = u(fe), Se = u(me);
      I(() => {
        T(fe, `${r(L) ? "running" : r(D) && r(D).about.done < r(D).about.of ? "stopped" : "done"} `), te(me, "max", r(D)?.about.of ?? 1), xa(me, r(D)?.about.done ?? 0), T(Se, ` ${r(D) ? `${r(D).about.done} of ${r(D).about.of} layers` : ""}`);
      }), h(R, se);
    };
    H(zn, (R) => {
      (r(L) || r(D)) && R(ji);
    });
  }
  var Di = u(zn, 2);
  {
    var Ui = (R) => {
      pi(R, {
        get session() {
          return t();
        },
        get study() {
          return r(n);
        },
        get sweep() {
          return r(D);
        },
        get name() {
          return r(J);
        },
        onexport: (se) => O(P, se)
      });
    };
    H(Di, (R) => {
      r(D) && R(Ui);
    });
  }
  I(
    (R) => {
      Ke !== (Ke = `0-${r(n).nLayers - 1}`) && (Ue.value = Ue.__value = Ke), T(Te, `${r(s) === "block" ? "from" : "tokens"} `), T(Ii, R);
    },
    [
      () => r(k) && !t().second ? "Add a second image above: patches go from one to the other." : `At most ${r(le).toLocaleString("en")} partial passes, ${un(r(le) * r(n).passSeconds)} and ${Sa(r(ve))}${t().selected.size && r(J) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Be("submit", de, (R) => {
    R.preventDefault(), Y();
  }), bt(xe, () => r(s), (R) => O(s, R)), bt(Ie, () => r(o), (R) => O(o, R)), Be("submit", Ia, (R) => {
    R.preventDefault(), we();
  }), bt(Fa, () => r(J), (R) => O(J, R)), h(a, A), Ye();
}
ut(["click", "change"]);
var Mc = /* @__PURE__ */ Ur("<rect><title> </title></rect>"), Ec = /* @__PURE__ */ S('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Nc = /* @__PURE__ */ S('<span class="token"> </span>'), Tc = /* @__PURE__ */ S('<p class="strip"></p>'), Pc = /* @__PURE__ */ S('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Oc(a, e) {
  Ve(e, !0);
  const t = 12, n = /* @__PURE__ */ w(() => new Map(e.entry.at.map((b, F) => [b, e.entry.values[F]]))), s = /* @__PURE__ */ w(() => e.sample.boxes.filter(([b]) => r(n).has(b)).map(([b, F, y, _, p, N]) => ({ at: b, image: F, x1: y, y1: _, x2: p, y2: N, value: r(n).get(b) }))), i = /* @__PURE__ */ w(() => {
    const b = e.entry.at.filter((_) => e.sample.kinds[_] === "t");
    if (!b.length) return [];
    const F = Math.min(...b) - t, y = Math.max(...b) + t;
    return e.sample.tokens.map((_, p) => ({ text: _, at: p })).filter(({ at: _ }) => e.sample.kinds[_] === "t" && _ >= F && _ <= y);
  }), o = (b) => Math.max(0, b / (e.high || 1));
  var l = Pc(), c = x(l);
  Ne(c, 17, () => e.sample.pictures, De, (b, F, y) => {
    var _ = Ec(), p = x(_), N = u(p, 2);
    Ne(N, 21, () => r(s).filter((M) => M.image === y), (M) => M.at, (M, K) => {
      var Y = Mc(), X = x(Y), $ = B(X, !0);
      I(
        (G, z, ae) => {
          te(Y, "x", r(K).x1), te(Y, "y", r(K).y1), te(Y, "width", r(K).x2 - r(K).x1), te(Y, "height", r(K).y2 - r(K).y1), te(Y, "fill", G), te(Y, "fill-opacity", z), T($, ae);
        },
        [
          () => Nt(o(r(K).value), !1),
          () => 0.15 + 0.6 * o(r(K).value),
          () => We(r(K).value)
        ]
      ), h(M, Y);
    }), I(
      (M) => {
        te(p, "src", r(F)), te(p, "alt", `Example ${e.entry.sample ?? ""}`), te(N, "aria-label", `${M ?? ""} patches where it is active`);
      },
      [
        () => r(s).filter((M) => M.image === y).length
      ]
    ), h(b, _);
  });
  var d = u(c, 2), g = x(d), v = u(g, 2, !0), E = u(d, 2);
  {
    var f = (b) => {
      var F = Tc();
      Ne(F, 21, () => r(i), ({ text: y, at: _ }) => _, (y, _) => {
        let p = () => r(_).text, N = () => r(_).at;
        const M = /* @__PURE__ */ w(() => r(n).get(N()));
        var K = Nc();
        let Y;
        var X = B(K, !0);
        I(
          ($, G, z, ae) => {
            te(K, "title", $), Y = qe(K, "", Y, { background: G, color: z }), T(X, ae);
          },
          [
            () => r(M) === void 0 ? void 0 : We(r(M)),
            () => r(M) === void 0 ? null : Nt(o(r(M)), !1),
            () => r(M) === void 0 ? null : En(o(r(M)), !1),
            () => Qe(p())
          ]
        ), h(y, K);
      }), h(b, F);
    };
    H(E, (b) => {
      r(i).length && b(f);
    });
  }
  I(
    (b) => {
      T(g, `example ${e.entry.sample ?? ""}, up to ${b ?? ""}`), T(v, e.sample.question);
    },
    [() => We(e.entry.max)]
  ), h(a, l), Ye();
}
const ls = (a, e = rr, t = rr) => {
  var n = Ic(), s = x(n), i = B(s, !0), o = u(s, 2);
  Ne(o, 21, e, De, (l, c) => {
    var d = /* @__PURE__ */ w(() => Yt(r(c), 2));
    let g = () => r(d)[0], v = () => r(d)[1];
    var E = Cc(), f = x(E), b = u(f), F = B(b, !0);
    I(
      (y, _, p) => {
        te(E, "title", `logit ${y ?? ""}`), T(f, `${_ ?? ""} `), T(F, p);
      },
      [
        () => wt(v()),
        () => Qe(g()),
        () => wt(v())
      ]
    ), h(l, E);
  }), I(() => T(i, t())), h(a, n);
};
var Lc = /* @__PURE__ */ Ur("<rect><title> </title></rect>"), Rc = /* @__PURE__ */ S('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Cc = /* @__PURE__ */ S("<li> <small> </small></li>"), Ic = /* @__PURE__ */ S('<div><h3> </h3> <ul class="best"></ul></div>'), Fc = /* @__PURE__ */ S('<div class="plots"><!> <!></div>'), jc = /* @__PURE__ */ S('<div class="plots"><!><!></div>'), Dc = /* @__PURE__ */ S('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Uc = /* @__PURE__ */ S('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), Hc = /* @__PURE__ */ S('<div class="examples"></div>'), zc = /* @__PURE__ */ S("<h3>Top examples</h3> <!>", 1), Bc = /* @__PURE__ */ S("<!> <!> <!> <!>", 1);
function gi(a, e) {
  Ve(e, !0);
  const t = (p, N = rr, M = rr, K = rr, Y = rr) => {
    const X = /* @__PURE__ */ w(() => 240 / N().length);
    var $ = Rc(), G = x($);
    Ne(G, 21, () => c(N()), De, (J, _e, ye) => {
      var Ae = Lc(), ue = x(Ae), D = B(ue, !0);
      I(
        (P) => {
          te(Ae, "x", ye * r(X)), te(Ae, "y", 49 - r(_e)), te(Ae, "width", P), te(Ae, "height", r(_e)), T(D, N()[ye]);
        },
        [() => Math.max(1, r(X) - 1)]
      ), h(J, Ae);
    });
    var z = u(G, 2), ae = x(z), W = B(ae, !0), q = u(ae), ee = B(q, !0), ie = u(q), Q = B(ie, !0);
    I(() => {
      te(G, "aria-label", Y()), T(W, M()), T(ee, Y()), T(Q, K());
    }), h(p, $);
  };
  let n = Ce(e, "words", 19, () => []), s = Ce(e, "edges", 19, () => []), i = Ce(e, "feature", 3, null), o = Ce(e, "samples", 19, () => ({})), l = Ce(e, "steer", 3, 0);
  const c = (p) => {
    const N = Math.max(1, ...p);
    return p.map((M) => M ? Math.max(2, 46 * Math.log1p(M) / Math.log1p(N)) : 0);
  };
  var d = Bc(), g = Ee(d);
  {
    var v = (p) => {
      var N = Fc(), M = x(N);
      {
        var K = ($) => {
          {
            let G = /* @__PURE__ */ w(() => We(i().high));
            t($, () => i().histogram, () => "0", () => r(G), () => "activations, log counts");
          }
        };
        H(M, ($) => {
          i() && $(K);
        });
      }
      var Y = u(M, 2);
      {
        var X = ($) => {
          {
            let G = /* @__PURE__ */ w(() => We(s()[0])), z = /* @__PURE__ */ w(() => We(s().at(-1)));
            t($, n, () => r(G), () => r(z), () => "logits of all words, log counts");
          }
        };
        H(Y, ($) => {
          n().length && $(X);
        });
      }
      h(p, N);
    };
    H(g, (p) => {
      (i() || n().length) && p(v);
    });
  }
  var E = u(g, 2);
  {
    var f = (p) => {
      var N = jc(), M = x(N);
      ls(M, () => e.up, () => "Its direction speaks for");
      var K = u(M);
      ls(K, () => e.down, () => "and against"), h(p, N);
    };
    H(E, (p) => {
      e.up.length && p(f);
    });
  }
  var b = u(E, 2);
  {
    var F = (p) => {
      var N = Uc(), M = Ee(N), K = u(x(M)), Y = B(K), X = u(M, 2), $ = u(x(X));
      Ne(
        $,
        21,
        () => [
          ...new Map([
            ...i().steering.before,
            ...i().steering.after,
            ...i().steering.gained
          ].map((G) => [G[0], G])).values()
        ].toSorted((G, z) => z[2] - G[2]).slice(0, 6),
        ([G, z, ae]) => G,
        (G, z) => {
          var ae = /* @__PURE__ */ w(() => Yt(r(z), 3));
          let W = () => r(ae)[0], q = () => r(ae)[1], ee = () => r(ae)[2];
          var ie = Dc(), Q = x(ie), J = B(Q, !0), _e = u(Q);
          let ye;
          var Ae = B(_e, !0), ue = u(_e);
          let D;
          var P = B(ue, !0);
          I(
            (C, L, m) => {
              T(J, C), ye = qe(_e, "", ye, { "--share": `${100 * q()}%` }), T(Ae, L), D = qe(ue, "", D, { "--share": `${100 * ee()}%` }), T(P, m);
            },
            [
              () => Qe(W()),
              () => vt(q()),
              () => vt(ee())
            ]
          ), h(G, ie);
        }
      ), I((G) => T(Y, `its top example, ${G ?? ""} × its largest activation added at all tokens: the next token`), [() => We(l())]), h(p, N);
    };
    H(b, (p) => {
      i()?.steering && p(F);
    });
  }
  var y = u(b, 2);
  {
    var _ = (p) => {
      var N = zc(), M = u(Ee(N), 2);
      gl(M, () => i().feature, (K) => {
        var Y = Hc();
        Ne(Y, 21, () => i().top, (X) => X.sample, (X, $) => {
          Oc(X, {
            get entry() {
              return r($);
            },
            get sample() {
              return o()[r($).sample];
            },
            get high() {
              return i().max;
            }
          });
        }), h(K, Y);
      }), h(p, N);
    };
    H(y, (p) => {
      i() && p(_);
    });
  }
  h(a, d), Ye();
}
var qc = /* @__PURE__ */ S('<span class="fine"> </span>'), Wc = /* @__PURE__ */ S("<option> </option>"), us = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), Jc = /* @__PURE__ */ S(" <b> </b> ", 1), cs = /* @__PURE__ */ S('<p class="fine"> </p>'), Kc = /* @__PURE__ */ S('<th scope="col" class="value"><button type="button" class="link"> </button></th>'), Vc = /* @__PURE__ */ S('<td class="value"> </td>'), Yc = /* @__PURE__ */ S('<tr><th scope="row"><button type="button" class="small"> </button></th><td> </td><!><td> </td></tr>'), Gc = /* @__PURE__ */ S('<p class="fine"> <!></p> <!> <div class="scroller"><table class="found"><thead><tr><th scope="col">feature</th><th scope="col"><button type="button" class="link"> </button></th><!><th scope="col">speaks for</th></tr></thead><tbody></tbody></table></div> <!>', 1), Xc = /* @__PURE__ */ S('<button type="button">ablate it</button> <label><input type="number" step="any" aria-label="Amount"/></label> <button type="button">add this much</button> <button type="button">set it to this</button> <span class="fine"> </span>', 1), Zc = /* @__PURE__ */ S('<p class="fine"> <!></p> <div class="row"><button type="button">where it is active</button> <!></div> <!>', 1), Qc = /* @__PURE__ */ S('<section class="card features"><!> <!> <!></section>'), $c = /* @__PURE__ */ S('<section class="card" aria-label="Features"><!> <div class="row"><label>dictionary <select></select></label> <form class="row"><label>feature <input type="number" min="0" size="8" placeholder="number"/></label><button type="submit">show</button></form></div> <!> <!> <!></section> <!>', 1);
function ed(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7), n = /* @__PURE__ */ V("activation"), s = /* @__PURE__ */ V("");
  const i = /* @__PURE__ */ w(() => e.painted.features.view), o = /* @__PURE__ */ w(() => r(i)?.about), l = /* @__PURE__ */ w(() => e.painted.feature.view), c = /* @__PURE__ */ w(() => !!(r(i) && Object.keys(r(o).parts).length)), d = /* @__PURE__ */ w(() => {
    if (!r(i)) return [];
    const { features: D, activations: P, values: C } = r(i).arrays, L = Array.from(D.data, (m, k) => ({
      feature: m,
      activation: P.data[k],
      value: C.data[k],
      words: r(o).words[k].up
    }));
    return r(n) === "value" && r(c) ? L.toSorted((m, k) => Math.abs(k.value || 0) - Math.abs(m.value || 0)) : L;
  }), g = /* @__PURE__ */ w(() => r(d).reduce((D, P) => Math.max(D, P.activation), 1e-9)), v = /* @__PURE__ */ w(() => r(l) ? r(l).arrays.activations.data[t().at] : NaN), E = /* @__PURE__ */ w(() => e.study.dictionaries.find((D) => D.name === e.painted.dictionary));
  let f = /* @__PURE__ */ V(null);
  const b = /* @__PURE__ */ w(() => r(f) ?? Number((r(l)?.about.page?.max || r(l)?.about.max || 1).toPrecision(3)));
  function F(D) {
    t().feature = t().feature === D && t().paint === "feature" ? null : D, t().paint = t().feature === null ? "none" : "feature", O(f, null);
  }
  const y = /* @__PURE__ */ w(() => [...t().selected].filter((D) => D >= 0).sort((D, P) => D - P));
  function _(D) {
    const P = {
      ...Ea,
      kind: D,
      dictionary: e.painted.dictionary,
      feature: t().feature,
      strength: r(b),
      positions: r(y).length ? r(y) : null
    };
    t().changes = [...t().changes, P], t().tab = "causes";
  }
  const p = /* @__PURE__ */ w(() => r(i) ? {
    name: "features",
    csv: () => [
      ["feature", "activation", "adds", "speaks for"],
      ...r(d).map((D) => [
        D.feature,
        D.activation,
        Number.isNaN(D.value) ? "" : D.value,
        D.words.map(([P]) => P).join(" ")
      ])
    ]
  } : null), N = /* @__PURE__ */ w(() => r(l) ? {
    name: `feature-${r(l).about.feature}`,
    csv: () => [
      ["position", "token", "activation"],
      ...Array.from(r(l).arrays.activations.data, (D, P) => [P, e.study.label(P), D])
    ]
  } : null);
  var M = $c(), K = Ee(M), Y = x(K);
  {
    let D = /* @__PURE__ */ w(() => r(o)?.code ?? "");
    Jt(Y, {
      title: "Features",
      get code() {
        return r(D);
      },
      get exporter() {
        return r(p);
      },
      children: (P, C) => {
        var L = qc(), m = B(L);
        I((k) => T(m, `at the focus ${k ?? ""}`), [
          () => JSON.stringify(e.study.label(r(o)?.focus ?? t().at))
        ]), h(P, L);
      },
      $$slots: { default: !0 }
    });
  }
  var X = u(Y, 2), $ = x(X), G = u(x($));
  Ne(G, 21, () => e.study.dictionaries, De, (D, P) => {
    var C = Wc(), L = B(C), m = {};
    I(
      (k) => {
        T(L, `${r(P).name ?? ""}${k ?? ""}`), m !== (m = r(P).name) && (C.value = (C.__value = m) ?? "");
      },
      [
        () => r(P).n_features ? `, ${r(P).n_features.toLocaleString("en")} features` : ""
      ]
    ), h(D, C);
  });
  var z;
  ct(G);
  var ae = u($, 2), W = x(ae), q = u(x(W)), ee = u(W), ie = u(X, 2);
  {
    var Q = (D) => {
      var P = us(), C = B(P, !0);
      I(() => T(C, e.painted.features.error)), h(D, P);
    };
    H(ie, (D) => {
      e.painted.features.error && D(Q);
    });
  }
  var J = u(ie, 2);
  {
    let D = /* @__PURE__ */ w(() => e.painted.long("features"));
    _r(J, {
      get session() {
        return t();
      },
      get long() {
        return r(D);
      },
      what: "The features of all tokens"
    });
  }
  var _e = u(J, 2);
  {
    var ye = (D) => {
      var P = Gc(), C = Ee(P), L = x(C), m = u(L);
      {
        var k = (he) => {
          var Z = Jc(), ge = Ee(Z);
          ge.nodeValue = " What each adds to the logit of ";
          var Me = u(ge), Pe = B(Me, !0), Le = u(Me);
          I(
            (ze, Ue) => {
              T(Pe, ze), T(Le, `${Ue ?? ""} by its own direction, past everything behind it.`);
            },
            [
              () => Qe(t().target.text),
              () => t().contrast ? ` over ${Qe(t().contrast.text)}` : ""
            ]
          ), h(he, Z);
        };
        H(m, (he) => {
          r(c) && he(k);
        });
      }
      var le = u(C, 2);
      {
        var ve = (he) => {
          var Z = cs(), ge = B(Z);
          I(() => T(ge, `What features add to the logit is not shown: ${r(o).why_not ?? ""}`)), h(he, Z);
        };
        H(le, (he) => {
          r(o).why_not && he(ve);
        });
      }
      var we = u(le, 2), ke = x(we), A = x(ke), U = x(A), j = u(x(U)), ne = x(j), re = B(ne), de = u(j);
      {
        var oe = (he) => {
          var Z = Kc(), ge = x(Z), Me = B(ge);
          I(() => {
            te(Z, "aria-sort", r(n) === "value" ? "descending" : "none"), T(Me, `adds${r(n) === "value" ? " ↓" : ""}`);
          }), ce("click", ge, () => O(n, "value")), h(he, Z);
        };
        H(de, (he) => {
          r(c) && he(oe);
        });
      }
      var xe = u(A);
      Ne(xe, 21, () => r(d), (he) => he.feature, (he, Z) => {
        var ge = Yc();
        let Me;
        var Pe = x(ge), Le = x(Pe), ze = B(Le, !0), Ue = u(Pe);
        let Ke;
        var ht = B(Ue, !0), Te = u(Ue);
        {
          var Ie = ($e) => {
            var $t = Vc(), zr = B($t, !0);
            I((ua) => T(zr, ua), [
              () => Number.isNaN(r(Z).value) ? "" : wt(r(Z).value)
            ]), h($e, $t);
          };
          H(Te, ($e) => {
            r(c) && $e(Ie);
          });
        }
        var He = u(Te), rt = B(He, !0);
        I(
          ($e, $t) => {
            Me = Rt(ge, 1, "", null, Me, { here: t().feature === r(Z).feature }), te(Le, "aria-pressed", t().feature === r(Z).feature), te(Le, "aria-label", `Feature ${r(Z).feature ?? ""}`), T(ze, r(Z).feature), Ke = qe(Ue, "", Ke, { "--share": `${100 * r(Z).activation / r(g)}%` }), T(ht, $e), T(rt, $t);
          },
          [
            () => We(r(Z).activation),
            () => r(Z).words.map(([$e]) => Qe($e)).join("  ")
          ]
        ), ce("click", Le, () => F(r(Z).feature)), h(he, ge);
      });
      var pe = u(we, 2);
      {
        var be = (he) => {
          var Z = cs(), ge = B(Z);
          I((Me, Pe, Le) => T(ge, `All features together ${Me ?? ""}; ${Pe ?? ""}. They sum to the model's own logit, ${Le ?? ""}.`), [
            () => wt(r(o).sum),
            () => Object.entries(r(o).parts).map(([Me, Pe]) => `${{
              b_dec: "the decoder's bias",
              error: "what the dictionary leaves out",
              rest: "all that does not come by here"
            }[Me] ?? Me} ${wt(Pe)}`).join("; "),
            () => We(r(o).logit)
          ]), h(he, Z);
        };
        H(pe, (he) => {
          r(c) && he(be);
        });
      }
      I(
        (he) => {
          T(L, `${he ?? ""} features are active here.`), te(j, "aria-sort", r(n) === "activation" ? "descending" : "none"), T(re, `active${r(n) === "activation" ? " ↓" : ""}`);
        },
        [() => r(o).n_active.toLocaleString("en")]
      ), ce("click", ne, () => O(n, "activation")), h(D, P);
    };
    H(_e, (D) => {
      r(i) && D(ye);
    });
  }
  var Ae = u(K, 2);
  {
    var ue = (D) => {
      var P = Qc(), C = x(P);
      {
        let ve = /* @__PURE__ */ w(() => r(l)?.about.code ?? "");
        Jt(C, {
          get title() {
            return `Feature ${t().feature ?? ""}`;
          },
          get code() {
            return r(ve);
          },
          get exporter() {
            return r(N);
          }
        });
      }
      var L = u(C, 2);
      {
        var m = (ve) => {
          var we = us(), ke = B(we, !0);
          I(() => T(ke, e.painted.feature.error)), h(ve, we);
        };
        H(L, (ve) => {
          e.painted.feature.error && ve(m);
        });
      }
      var k = u(L, 2);
      {
        var le = (ve) => {
          var we = Zc(), ke = Ee(we), A = x(ke), U = u(A);
          {
            var j = (pe) => {
              var be = ka();
              I((he, Z) => T(be, ` Elsewhere at ${he ?? ""} of tokens, up to ${Z ?? ""}.`), [
                () => vt(r(l).about.page.density),
                () => We(r(l).about.page.max)
              ]), h(pe, be);
            };
            H(U, (pe) => {
              r(l).about.page && pe(j);
            });
          }
          var ne = u(ke, 2), re = x(ne), de = u(re, 2);
          {
            var oe = (pe) => {
              var be = Xc(), he = Ee(be), Z = u(he, 2), ge = x(Z), Me = u(Z, 2), Pe = u(Me, 2), Le = u(Pe, 2), ze = B(Le);
              I(
                (Ue, Ke) => {
                  xa(ge, r(b)), Me.disabled = Ue, Pe.disabled = Ke, T(ze, `at ${r(y).length ? `the ${r(y).length} selected tokens` : "all tokens"}`);
                },
                [
                  () => Number.isNaN(r(b)),
                  () => Number.isNaN(r(b))
                ]
              ), ce("click", he, () => _("ablate_feature")), ce("input", ge, (Ue) => O(f, Ue.currentTarget.valueAsNumber, !0)), ce("click", Me, () => _("steer_feature")), ce("click", Pe, () => _("clamp_feature")), h(pe, be);
            };
            H(de, (pe) => {
              t().source.kind !== "page" && pe(oe);
            });
          }
          var xe = u(ne, 2);
          {
            let pe = /* @__PURE__ */ w(() => r(l).about.page?.samples), be = /* @__PURE__ */ w(() => r(l).about.page?.steer);
            gi(xe, {
              get up() {
                return r(l).about.up;
              },
              get down() {
                return r(l).about.down;
              },
              get words() {
                return r(l).about.words;
              },
              get edges() {
                return r(l).about.edges;
              },
              get feature() {
                return r(l).about.page;
              },
              get samples() {
                return r(pe);
              },
              get steer() {
                return r(be);
              }
            });
          }
          I(
            (pe, be) => {
              T(A, `In this prompt active at ${r(l).about.n_active ?? ""} of ${r(l).arrays.activations.data.length ?? ""} tokens, up to ${pe ?? ""}${be ?? ""}.`), te(re, "aria-pressed", t().paint === "feature");
            },
            [
              () => We(r(l).about.max),
              () => Number.isNaN(r(v)) || r(v) === void 0 ? "" : `; at the focus ${We(r(v))}`
            ]
          ), ce("click", re, () => t().paint = t().paint === "feature" ? "none" : "feature"), h(ve, we);
        };
        H(k, (ve) => {
          r(l) && ve(le);
        });
      }
      I(() => te(P, "aria-label", `Feature ${t().feature ?? ""}`)), h(D, P);
    };
    H(Ae, (D) => {
      t().feature !== null && D(ue);
    });
  }
  I(() => {
    z !== (z = e.painted.dictionary) && (G.value = (G.__value = z) ?? "", Ra(G, z)), te(q, "max", r(E)?.n_features ? r(E).n_features - 1 : null), ee.disabled = r(s) === "" || r(s) === null;
  }), ce("change", G, (D) => {
    t().dictionary = D.currentTarget.value, t().feature = null;
  }), Be("submit", ae, (D) => {
    D.preventDefault(), r(s) && (t().feature = null, F(Number(r(s))));
  }), kt(q, () => r(s), (D) => O(s, D)), h(a, M), Ye();
}
ut(["change", "click", "input"]);
var td = /* @__PURE__ */ S('<button type="button" tabindex="-1"> </button>'), rd = /* @__PURE__ */ S("<span> </span>"), ad = /* @__PURE__ */ S('<div><span class="name"><small> </small> <!></span> <!></div>'), nd = /* @__PURE__ */ S('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function sd(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = /* @__PURE__ */ w(() => e.painted.words.view), s = /* @__PURE__ */ w(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ w(() => Yt(r(s), 3)), o = /* @__PURE__ */ w(() => r(i)[0]), l = /* @__PURE__ */ w(() => r(i)[1]), c = /* @__PURE__ */ w(() => r(i)[2]), d = /* @__PURE__ */ w(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), g = /* @__PURE__ */ w(() => e.view.arrays.positions.data), v = 24;
  let E = /* @__PURE__ */ V(void 0), f = /* @__PURE__ */ V(0), b = /* @__PURE__ */ V(400), F = !1, y = /* @__PURE__ */ V(/* @__PURE__ */ new Set());
  const _ = /* @__PURE__ */ w(() => {
    if (e.mode === "word") return r(n) ? Dt(r(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const P = new Float32Array(r(o) * r(l));
    for (let C = 0; C < P.length; C++) P[C] = e.view.arrays.probs.data[C * r(c)];
    return P;
  }), p = /* @__PURE__ */ w(() => {
    if (e.mode === "top") return 1;
    let P = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let C = 0; C < r(_).length; C++) r(_)[C] > P && (P = r(_)[C]);
    return P;
  }), N = /* @__PURE__ */ w(() => {
    const P = Array.from({ length: r(o) }, (L, m) => {
      let k = 0;
      for (let le = 0; le < r(l); le++) k += (r(_)[m * r(l) + le] || 0) / r(p);
      return k / r(l);
    }), C = Math.max(...P, 1e-9);
    return P.map((L) => L / C);
  }), M = /* @__PURE__ */ w(() => {
    const P = [], C = e.view.arrays.ids.data, L = (m, k) => {
      if ((e.study.tokens[r(g)[m]]?.image ?? -1) !== (e.study.tokens[r(g)[k]]?.image ?? -1)) return !1;
      for (let le = 0; le < r(o); le++) if (C[(le * r(l) + m) * r(c)] !== C[(le * r(l) + k) * r(c)]) return !1;
      return !0;
    };
    for (let m = 0; m < r(l); m++) {
      const k = P.at(-1);
      k && L(k.row, m) ? k.count++ : P.push({ row: m, count: 1 });
    }
    return P;
  }), K = /* @__PURE__ */ w(() => e.folded && e.mode === "top" ? r(M).flatMap((P) => r(y).has(P.row) ? Array.from({ length: P.count }, (C, L) => ({ row: P.row + L, count: 1 })) : [P]) : Array.from({ length: r(l) }, (P, C) => ({ row: C, count: 1 }))), Y = /* @__PURE__ */ w(() => Math.max(0, Math.floor(r(f) / v) - 6)), X = /* @__PURE__ */ w(() => Math.min(r(K).length, Math.ceil((r(f) + r(b)) / v) + 6)), $ = (P) => P === null ? -1 : r(g)[P] === P ? P : Array.prototype.indexOf.call(r(g), P), G = (P) => {
    let C = 0, L = r(K).length - 1;
    for (; C < L; ) {
      const m = C + L + 1 >> 1;
      r(K)[m].row <= P ? C = m : L = m - 1;
    }
    return C;
  }, z = /* @__PURE__ */ w(() => G($(t().shownPlace))), ae = /* @__PURE__ */ w(() => $(t().at) < 0 ? -1 : G($(t().at))), W = (P, C, L) => e.mode === "top" ? L >= t().least ? Qe(e.view.about.strings[e.view.arrays.ids.data[(C * r(l) + P) * r(c)]]) : "" : e.mode === "word" || e.mode === "find" ? L >= Math.max(t().least, 5e-4) ? vt(L) : "" : We(L), q = (P, C) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(C * r(l) + P) * r(c)]) ? 0 : r(c)
    },
    (L, m) => {
      const k = (C * r(l) + P) * r(c) + m;
      return `${Qe(e.view.about.strings[e.view.arrays.ids.data[k]])} ${vt(e.view.arrays.probs.data[k])}`;
    }
  ).join(", ");
  function ee(P) {
    if (!r(E) || P < 0) return;
    const C = G(P) * v, L = r(b) - 50;
    (C < r(E).scrollTop || C + v > r(E).scrollTop + L) && (r(E).scrollTop = Math.max(0, C - L / 2));
  }
  gt(() => {
    const { place: P } = t();
    Et(() => ee($(P)));
  }), gt(() => {
    const { hoverPlace: P } = t();
    P !== null && !F && Et(() => ee($(P)));
  }), gt(() => {
    if (t().lensLayer === null) return;
    const P = r(E)?.querySelector(`.lens-head [data-layer="${r(d)}"]`), C = r(E)?.querySelector(".lens-head .name");
    if (!r(E) || !P || !C) return;
    const L = P.offsetLeft - C.offsetWidth, m = P.offsetLeft + P.offsetWidth - r(E).clientWidth;
    L < r(E).scrollLeft ? r(E).scrollLeft = L : m > r(E).scrollLeft && (r(E).scrollLeft = m);
  });
  function ie(P) {
    const C = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[P.key], L = $(t().place);
    P.key === "Enter" && L >= 0 && Q(G(L)), C && (P.preventDefault(), C[0] && (t().place = r(g)[r(K)[L < 0 ? 0 : Math.max(0, Math.min(r(K).length - 1, G(L) + C[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(d) + C[1])));
  }
  function Q(P) {
    const { row: C, count: L } = r(K)[P];
    L > 1 && O(y, /* @__PURE__ */ new Set([...r(y), C]));
  }
  var J = nd();
  let _e;
  var ye = x(J), Ae = u(x(ye));
  Ne(Ae, 17, () => e.view.about.layers, De, (P, C, L) => {
    var m = td();
    te(m, "data-layer", L);
    let k, le;
    var ve = B(m, !0);
    I(
      (we) => {
        te(m, "title", `layer ${r(C) ?? ""}; the bar is the mean over all positions`), k = Rt(m, 1, "", null, k, { current: L === r(d) }), le = qe(m, "", le, { "--mean": we }), T(ve, r(C));
      },
      [() => `${Math.round(100 * r(N)[L])}%`]
    ), ce("click", m, () => t().lensLayer = L), h(P, m);
  });
  var ue = u(ye, 2);
  let D;
  Ne(ue, 23, () => ({ length: Math.max(0, r(X) - r(Y)) }), (P, C) => r(K)[r(Y) + C]?.row, (P, C, L) => {
    const m = /* @__PURE__ */ w(() => r(Y) + r(L)), k = /* @__PURE__ */ w(() => {
      const { row: xe, count: pe } = r(K)[r(m)];
      return { row: xe, many: pe };
    }), le = /* @__PURE__ */ w(() => r(g)[r(k).row]);
    var ve = ad();
    let we, ke;
    var A = x(ve), U = x(A), j = B(U, !0), ne = u(U, 2);
    {
      var re = (xe) => {
        var pe = ka();
        I(() => T(pe, `▸ ${r(k).many ?? ""} alike`)), h(xe, pe);
      }, de = (xe) => {
        var pe = ka();
        I((be) => T(pe, be), [() => Qe(e.study.label(r(le)))]), h(xe, pe);
      };
      H(ne, (xe) => {
        r(k).many > 1 ? xe(re) : xe(de, -1);
      });
    }
    var oe = u(A, 2);
    Ne(oe, 17, () => ({ length: r(o) }), De, (xe, pe, be, he) => {
      const Z = /* @__PURE__ */ w(() => r(_)[be * r(l) + r(k).row] ?? NaN);
      var ge = rd();
      let Me;
      te(ge, "data-layer", be);
      let Pe;
      var Le = B(ge, !0);
      I(
        (ze, Ue, Ke, ht) => {
          Me = Rt(ge, 1, "cell", null, Me, { here: be === r(d) }), te(ge, "title", ze), Pe = qe(ge, "", Pe, { background: Ue, color: Ke }), T(Le, ht);
        },
        [
          () => q(r(k).row, be),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(Z) || 0))}%, transparent)` : Nt(r(Z) / r(p), !1),
          () => e.mode === "top" ? null : En(r(Z) / r(p), !1),
          () => W(r(k).row, be, r(Z))
        ]
      ), Be("mouseenter", ge, () => t().hoverPlace = r(le)), Be("mouseleave", ge, () => t().hoverPlace = null), ce("click", ge, () => {
        t().takePlace(r(le)), t().lensLayer = be;
      }), h(xe, ge);
    }), I(
      (xe, pe) => {
        we = Rt(ve, 1, "lens-row", null, we, {
          current: t().shownPlace !== null && r(m) === r(z),
          focus: r(m) === r(ae)
        }), te(ve, "data-row", r(k).row), te(ve, "data-many", r(k).many), ke = qe(ve, "", ke, { top: `${r(m) * v}px` }), te(A, "title", xe), T(j, pe);
      },
      [
        () => r(k).many > 1 ? `${r(k).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(le)),
        () => e.study.number(r(le))
      ]
    ), ce("click", A, () => r(k).many > 1 ? Q(r(m)) : t().takePlace(r(le))), h(P, ve);
  }), Hr(J, (P) => O(E, P), () => r(E)), I(() => {
    te(J, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), _e = qe(J, "", _e, { "--columns": r(o) }), D = qe(ue, "", D, { height: `${r(K).length * v}px` });
  }), Be("scroll", J, () => O(f, r(E).scrollTop, !0)), ce("keydown", J, ie), Be("pointerenter", J, () => F = !0), Be("pointerleave", J, () => F = !1), la(J, "clientHeight", (P) => O(b, P)), h(a, J), Ye();
}
ut(["keydown", "click"]);
var id = /* @__PURE__ */ S('<button type="button" class="map"><canvas></canvas><small> </small></button>'), od = /* @__PURE__ */ S('<div class="maps" role="group"></div>'), ld = /* @__PURE__ */ S("<!> <!>", 1);
function ud(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = /* @__PURE__ */ w(() => e.words.arrays.positions.data), s = /* @__PURE__ */ w(() => e.study.images.find((y) => y.boxed)), i = /* @__PURE__ */ w(() => {
    const y = e.study.images.indexOf(r(s)), _ = e.study.tokens.filter((M) => M.box && M.image === y && M.frame <= 0), p = _.some((M) => !M.global), N = new Map(Array.from(r(n), (M, K) => [M, K]));
    return _.filter((M) => !(M.global && p) && N.has(M.position)).map((M) => ({ box: M.box, row: N.get(M.position) }));
  }), o = /* @__PURE__ */ w(() => Array.from({ length: e.words.about.layers.length }, (y, _) => Dt(e.words.arrays.probs, e.painted.word, _))), l = /* @__PURE__ */ w(() => r(o).reduce((y, _) => r(i).reduce((p, { row: N }) => Math.max(p, _[N] || 0), y), 0.05));
  function c(y, _) {
    const p = ({ values: N, high: M }) => {
      const [K, Y] = r(s).size, X = 96 / Math.max(K, Y), $ = y.getContext("2d");
      Object.assign(y, {
        width: Math.round(K * X),
        height: Math.round(Y * X)
      });
      for (const { row: G, box: z } of r(i))
        $.fillStyle = Nt(N[G] / M, !1), $.fillRect(z[0] * X, z[1] * X, (z[2] - z[0]) * X + 0.5, (z[3] - z[1]) * X + 0.5);
    };
    return p(_), { update: p };
  }
  const d = /* @__PURE__ */ w(() => t().shownPlace ?? t().at), g = /* @__PURE__ */ w(() => {
    const y = Array.prototype.indexOf.call(r(n), r(d)), [_, p, N] = e.words.arrays.probs.shape;
    return y < 0 ? [] : Array.from({ length: _ }, (M, K) => {
      const Y = Array.from({ length: p }, (X, $) => e.words.arrays.probs.data[(K * p + $) * N + y]);
      return {
        name: e.words.about.words[K],
        said: vt(Y.at(-1) ?? 0),
        values: Y
      };
    });
  });
  var v = ld(), E = Ee(v);
  {
    var f = (y) => {
      var _ = od();
      Ne(_, 21, () => e.words.about.layers, De, (p, N, M) => {
        var K = id(), Y = x(K);
        wl(Y, (G, z) => c?.(G, z), () => ({ values: r(o)[M], high: r(l) }));
        var X = u(Y), $ = B(X, !0);
        I(() => {
          te(K, "aria-pressed", e.layer === M && t().paint === "word"), T($, r(N));
        }), ce("click", K, () => {
          t().lensLayer = M, t().paint = "word";
        }), h(p, K);
      }), I(() => te(_, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), h(y, _);
    };
    H(E, (y) => {
      r(s) && r(i).length && y(f);
    });
  }
  var b = u(E, 2);
  {
    var F = (y) => {
      {
        let _ = /* @__PURE__ */ w(() => e.study.label(r(d))), p = /* @__PURE__ */ w(() => JSON.stringify(e.study.label(r(d))));
        hi(y, {
          get curves() {
            return r(g);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (N) => `${Math.round(100 * N)}%`,
          get label() {
            return `Probability over layers at ${r(_) ?? ""}`;
          },
          get note() {
            return `by layer, at ${r(p) ?? ""}`;
          }
        });
      }
    };
    H(b, (y) => {
      r(g).length && y(F);
    });
  }
  h(a, v), Ye();
}
ut(["click"]);
var cd = /* @__PURE__ */ S('<span class="fine">what each token says, if the model stopped at that layer</span>'), ds = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), dd = /* @__PURE__ */ S('<button type="button" title="its probability at every layer and token, however small">follow</button>'), fs = /* @__PURE__ */ S('<button type="button"> </button>'), fd = /* @__PURE__ */ S('<p class="fine hits" role="status"> </p>'), vd = /* @__PURE__ */ S("<option> </option>"), hd = /* @__PURE__ */ S('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), pd = /* @__PURE__ */ S('<p class="fine"> </p>'), gd = /* @__PURE__ */ S('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), _d = /* @__PURE__ */ S('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function md(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = /* @__PURE__ */ w(() => e.painted.lens.view), s = /* @__PURE__ */ w(() => e.painted.words.view), i = /* @__PURE__ */ w(() => r(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ w(() => Yt(r(i), 3)), l = /* @__PURE__ */ w(() => r(o)[0]), c = /* @__PURE__ */ w(() => r(o)[1]), d = /* @__PURE__ */ w(() => r(o)[2]), g = /* @__PURE__ */ w(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let v = /* @__PURE__ */ V("top"), E = /* @__PURE__ */ V(!0), f = /* @__PURE__ */ V(-1), b = /* @__PURE__ */ V(null);
  const F = /* @__PURE__ */ w(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), y = /* @__PURE__ */ w(() => ["entropy", "kl"].filter((Q) => r(n)?.arrays[Q])), _ = /* @__PURE__ */ w(() => e.painted.found), p = /* @__PURE__ */ w(() => t().source.kind !== "page");
  function N(Q, J = e.painted.word) {
    O(v, Q, !0), t().word = J, (Q === "top" || Q === "word" || Q === "find") && (t().paint = Q);
  }
  function M(Q) {
    t().find = Q, O(f, -1), N(Q.trim() ? "find" : "top");
  }
  function K(Q) {
    !r(_)?.hits.length || !r(n) || (O(
      f,
      r(f) < 0 && Q < 0 ? r(_).hits.length - 1 : (r(f) + Q + r(_).hits.length) % r(_).hits.length,
      !0
    ), t().takePlace(r(n).arrays.positions.data[r(_).hits[r(f)] % r(c)]), t().lensLayer = Math.floor(r(_).hits[r(f)] / r(c)));
  }
  function Y() {
    const Q = t().find.trim();
    Q && (t().words = [...t().words.filter((J) => J !== Q), Q].slice(-8), t().find = "", N("word", t().words.length - 1));
  }
  function X() {
    const Q = () => {
      clearInterval(r(b)), O(b, null);
    };
    if (r(b) !== null) return Q();
    t().lensLayer = 0, O(b, setInterval(() => r(g) >= r(l) - 1 ? Q() : t().lensLayer = r(g) + 1, 600), !0);
  }
  gt(() => () => clearInterval(r(b) ?? void 0));
  const $ = /* @__PURE__ */ w(() => r(n) ? {
    name: "lens",
    svg: () => Nn(
      r(l) * 64,
      r(c) * 18,
      Array.from({ length: r(l) * r(c) }, (Q, J) => {
        const [_e, ye] = [J % r(c), Math.floor(J / r(c))], Ae = r(n).arrays.probs.data[J * r(d)] || 0;
        return {
          box: [ye * 64, _e * 18, ye * 64 + 63, _e * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(Ae)).toFixed(2)})`,
          text: Ae >= t().least ? r(n).about.strings[r(n).arrays.ids.data[J * r(d)]] : ""
        };
      }),
      `most probable token; layers ${r(n).about.layers[0]} to ${r(n).about.layers.at(-1)} from left to right, tokens from top to bottom`
    ),
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        ...r(y)
      ],
      ...Array.from({ length: r(l) * r(c) }, (Q, J) => {
        const _e = r(n).arrays.positions.data[J % r(c)];
        return [
          r(n).about.layers[Math.floor(J / r(c))],
          e.study.number(_e),
          e.study.label(_e),
          r(n).about.strings[r(n).arrays.ids.data[J * r(d)]],
          r(n).arrays.probs.data[J * r(d)],
          ...r(y).map((ye) => r(n).arrays[ye].data[J])
        ];
      })
    ]
  } : null);
  var G = _d(), z = x(G);
  {
    let Q = /* @__PURE__ */ w(() => r(v) === "word" && r(s) ? r(s).about.code : r(n)?.about.code ?? "");
    Jt(z, {
      title: "Logit lens",
      get code() {
        return r(Q);
      },
      get exporter() {
        return r($);
      },
      children: (J, _e) => {
        var ye = cd();
        h(J, ye);
      },
      $$slots: { default: !0 }
    });
  }
  var ae = u(z, 2);
  {
    var W = (Q) => {
      var J = ds(), _e = B(J, !0);
      I(() => T(_e, e.painted.lens.error)), h(Q, J);
    };
    H(ae, (Q) => {
      e.painted.lens.error && Q(W);
    });
  }
  var q = u(ae, 2);
  {
    let Q = /* @__PURE__ */ w(() => e.painted.long("lens")), J = /* @__PURE__ */ w(() => e.study.tokens.length.toLocaleString("en")), _e = /* @__PURE__ */ w(() => e.study.nLayers + 1);
    _r(q, {
      get session() {
        return t();
      },
      get long() {
        return r(Q);
      },
      get what() {
        return `The lens of ${r(J) ?? ""} tokens at ${r(_e) ?? ""} layers`;
      }
    });
  }
  var ee = u(q, 2);
  {
    var ie = (Q) => {
      var J = gd(), _e = Ee(J), ye = x(_e), Ae = x(ye), ue = u(Ae, 2), D = u(ue), P = u(D, 2);
      {
        var C = (Te) => {
          var Ie = dd();
          I((He) => Ie.disabled = He, [() => !t().find.trim()]), ce("click", Ie, Y), h(Te, Ie);
        };
        H(P, (Te) => {
          r(p) && Te(C);
        });
      }
      var L = u(ye, 2), m = x(L), k = u(m, 2);
      Ne(k, 17, () => r(F), De, (Te, Ie, He) => {
        var rt = fs(), $e = B(rt, !0);
        I(() => {
          te(rt, "aria-pressed", r(v) === "word" && e.painted.word === He), T($e, r(Ie));
        }), ce("click", rt, () => N("word", He)), h(Te, rt);
      });
      var le = u(k, 2);
      Ne(le, 17, () => r(y), De, (Te, Ie) => {
        var He = fs(), rt = B(He, !0);
        I(() => {
          te(He, "aria-pressed", r(v) === r(Ie)), T(rt, r(Ie) === "kl" ? "KL to output" : r(Ie));
        }), ce("click", He, () => N(r(Ie))), h(Te, He);
      });
      var ve = u(_e, 2);
      {
        var we = (Te) => {
          var Ie = fd(), He = B(Ie);
          I((rt, $e) => T(He, `Tokens that ${r(_).whole ? "are" : "contain"} “${rt ?? ""}”: ${$e ?? ""}`), [
            () => t().find.trim(),
            () => r(_).hits.length ? `${r(_).hits.length.toLocaleString("en")} hits in ${r(_).layers} of ${r(l)} layers, among the top ${r(d)}. ↓ goes to the most probable.` : `none among the top ${r(d)}, at any layer and position.`
          ]), h(Te, Ie);
        };
        H(ve, (Te) => {
          r(_) && Te(we);
        });
      }
      var ke = u(ve, 2);
      {
        var A = (Te) => {
          var Ie = ds(), He = B(Ie, !0);
          I(() => T(He, e.painted.words.error)), h(Te, Ie);
        };
        H(ke, (Te) => {
          e.painted.words.error && Te(A);
        });
      }
      var U = u(ke, 2), j = x(U), ne = u(x(j)), re = B(ne, !0), de = u(ne), oe = u(j, 2), xe = B(oe, !0), pe = u(oe, 2), be = u(x(pe));
      Ne(be, 20, () => [0, 0.01, 0.05, 0.2, 0.5], De, (Te, Ie) => {
        var He = vd(), rt = B(He), $e = {};
        I(() => {
          T(rt, `${100 * Ie}%`), $e !== ($e = Ie) && (He.value = (He.__value = $e) ?? "");
        }), h(Te, He);
      }), ct(be);
      var he = u(pe, 2), Z = x(he), ge = u(he, 2);
      {
        var Me = (Te) => {
          var Ie = hd(), He = x(Ie);
          I(() => ii(He, t().vision)), ce("change", He, (rt) => {
            t().vision = rt.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), h(Te, Ie);
        };
        H(ge, (Te) => {
          e.study.costs.n_vision && Te(Me);
        });
      }
      var Pe = u(U, 2);
      {
        let Te = /* @__PURE__ */ w(() => e.painted.long("words")), Ie = /* @__PURE__ */ w(() => r(F).join(", "));
        _r(Pe, {
          get session() {
            return t();
          },
          get long() {
            return r(Te);
          },
          get what() {
            return `To follow ${r(Ie) ?? ""} through all tokens and layers`;
          }
        });
      }
      var Le = u(Pe, 2);
      {
        var ze = (Te) => {
          ud(Te, {
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
              return r(g);
            }
          });
        };
        H(Le, (Te) => {
          r(s) && Te(ze);
        });
      }
      var Ue = u(Le, 2);
      sd(Ue, {
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
          return r(n);
        },
        get mode() {
          return r(v);
        },
        get folded() {
          return r(E);
        }
      });
      var Ke = u(Ue, 2);
      {
        var ht = (Te) => {
          var Ie = pd(), He = B(Ie, !0);
          I(() => T(He, t().note)), h(Te, Ie);
        };
        H(Ke, (Te) => {
          t().note && Te(ht);
        });
      }
      I(() => {
        xa(Ae, t().find), ue.disabled = !r(_)?.hits.length, D.disabled = !r(_)?.hits.length, te(m, "aria-pressed", r(v) === "top"), T(re, r(n).about.layers[r(g)]), te(de, "max", r(l) - 1), xa(de, r(g)), te(de, "aria-valuetext", r(n).about.layers[r(g)]), te(oe, "aria-pressed", r(b) !== null), T(xe, r(b) === null ? "play" : "stop");
      }), Be("submit", ye, (Te) => {
        Te.preventDefault(), K(1);
      }), ce("input", Ae, (Te) => M(Te.currentTarget.value)), ce("click", ue, () => K(-1)), ce("click", D, () => K(1)), ce("click", m, () => N("top")), ce("input", de, (Te) => {
        t().lensLayer = Number(Te.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), ce("click", oe, X), bt(be, () => t().least, (Te) => t().least = Te), Ol(Z, () => r(E), (Te) => O(E, Te)), h(Q, J);
    };
    H(ee, (Q) => {
      r(n) && Q(ie);
    });
  }
  h(a, G), Ye();
}
ut(["input", "click", "change"]);
var bd = /* @__PURE__ */ S('<p class="fine">This is an image feature that cross-attention reads. It is no position of the stream, so a lens reads nothing there; Attention shows who looks at it.</p>'), yd = /* @__PURE__ */ S('<th scope="col">and then</th>'), wd = /* @__PURE__ */ S("<td><span> </span> <small> </small></td>"), kd = /* @__PURE__ */ S('<tr><th scope="row"> </th><!></tr>'), xd = /* @__PURE__ */ S('<p class="fine facts"> </p>'), Sd = /* @__PURE__ */ S('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Ad(a, e) {
  Ve(e, !0);
  const t = /* @__PURE__ */ w(() => e.painted.lens.view), n = /* @__PURE__ */ w(() => e.painted.words.view), s = /* @__PURE__ */ w(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ w(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ w(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ w(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: f, probs: b } = r(t).arrays, [F, y, _] = f.shape;
    return Array.from({ length: F }, (p, N) => ({
      nth: N,
      layer: r(t).about.layers[N],
      top: Array.from({ length: Math.min(3, _) }, (M, K) => {
        const Y = (N * y + r(i)) * _ + K;
        return {
          text: r(t).about.strings[f.data[Y]],
          p: b.data[Y],
          id: r(t).arrays.tokens.data[f.data[Y]]
        };
      })
    })).filter(({ top: p }) => !Number.isNaN(p[0].p)).reverse();
  }), c = /* @__PURE__ */ w(() => {
    if (!r(t) || r(i) < 0) return "";
    const f = r(t).arrays.ids.shape[1], b = r(o) * f + r(i), F = [];
    r(t).arrays.entropy && F.push(`entropy ${We(r(t).arrays.entropy.data[b])} nats`), r(t).arrays.kl && F.push(`KL to output ${We(r(t).arrays.kl.data[b])} nats`);
    const y = r(n) ? r(n).arrays.probs.shape[1] * f : 0;
    return r(n) && r(n).arrays.probs.shape[2] === f && r(n).about.words.forEach((_, p) => {
      const N = r(n).arrays.ranks?.data[p * y + b];
      F.push(`“${_}” ${vt(r(n).arrays.probs.data[p * y + b])}${N ? `, rank ${N > 127 && r(n).about.coded ? "about " : ""}${N.toLocaleString("en")}` : ""}`);
    }), F.length ? `Layer ${r(t).about.layers[r(o)]}: ${F.join("; ")}.` : "";
  });
  var d = It(), g = Ee(d);
  {
    var v = (f) => {
      var b = bd();
      h(f, b);
    }, E = (f) => {
      var b = Sd(), F = Ee(b), y = x(F), _ = u(y), p = B(_), N = u(F, 2), M = x(N), K = x(M), Y = B(K), X = u(K), $ = x(X), G = u(x($), 2);
      {
        var z = (ee) => {
          var ie = yd();
          I(() => te(ie, "colspan", r(l)[0].top.length - 1)), h(ee, ie);
        };
        H(G, (ee) => {
          r(l)[0].top.length > 1 && ee(z);
        });
      }
      var ae = u(X);
      Ne(ae, 21, () => r(l), ({ nth: ee, layer: ie, top: Q }) => ee, (ee, ie) => {
        let Q = () => r(ie).nth, J = () => r(ie).layer, _e = () => r(ie).top;
        var ye = kd();
        let Ae;
        var ue = x(ye), D = B(ue, !0), P = u(ue);
        Ne(P, 17, _e, De, (C, L) => {
          let m = () => r(L).text, k = () => r(L).p, le = () => r(L).id;
          var ve = wd();
          let we, ke;
          var A = x(ve), U = B(A, !0), j = u(A, 2), ne = B(j, !0);
          I(
            (re, de) => {
              we = Rt(ve, 1, "", null, we, { target: e.session.target?.id === le() }), ke = qe(ve, "", ke, { "--share": `${100 * k()}%` }), T(U, re), T(ne, de);
            },
            [() => Qe(m()), () => vt(k())]
          ), h(C, ve);
        }), I(() => {
          Ae = Rt(ye, 1, "", null, Ae, { here: Q() === r(o) }), T(D, J());
        }), h(ee, ye);
      });
      var W = u(N, 2);
      {
        var q = (ee) => {
          var ie = xd(), Q = B(ie, !0);
          I(() => T(Q, r(c))), h(ee, ie);
        };
        H(W, (ee) => {
          r(c) && ee(q);
        });
      }
      I(
        (ee, ie, Q) => {
          T(y, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), T(p, `${ee ?? ""}, position ${ie ?? ""}, by layer`), te(N, "data-reading", r(s)), T(Y, `Most probable tokens at position ${Q ?? ""}, layer by layer`);
        },
        [
          () => Qe(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), h(f, b);
    };
    H(g, (f) => {
      r(s) < 0 ? f(v) : r(l).length && f(E, 1);
    });
  }
  h(a, d), Ye();
}
const Sr = (a, e) => (e < 0 ? a?.keys?.[-1 - e] : a?.values[e]) ?? NaN, Md = 10, Ed = { words: "lens", feature: "features" };
class _i {
  heads;
  sources;
  lens;
  words;
  readers;
  pattern;
  features;
  feature;
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
      readers: () => e.paint === "readers" && e.place !== null ? e.keyOfPlace === null ? { position: e.place } : { key: e.keyOfPlace } : null,
      features: () => e.tab === "features" && this.dictionary ? {
        dictionary: this.dictionary,
        focus: e.at,
        target: e.target?.id ?? null,
        contrast: e.contrast?.id ?? null
      } : null,
      feature: () => e.feature !== null && this.dictionary && (e.tab === "features" || e.paint === "feature") ? { dictionary: this.dictionary, feature: e.feature } : null,
      pattern: () => e.pattern && e.tab === "attention" && e.layer !== null && e.head !== null ? { layer: e.layer, head: e.head } : null
    };
    const n = (s) => new Na(e, () => {
      const i = t(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern"), this.features = n("features"), this.feature = n("feature");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const t = this.of(), n = t && !t.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!t || !n) return null;
    const s = vi(e, n), i = t.cost(Ed[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + t.costs.n_vision / (t.nLayers + 1)), i.seconds > Md && !this.session.granted.has(`${t.id} ${s}`) && !t.has(s) ? { ...i, key: `${t.id} ${s}` } : null;
  }
  // The dictionary whose features are shown.
  get dictionary() {
    const e = this.of()?.dictionaries ?? [];
    return (e.find((t) => t.name === this.session.dictionary) ?? e[0])?.name ?? "";
  }
  get inFront() {
    return this.session.vision && this.of()?.costs.n_vision ? { vision: !0 } : {};
  }
  // Values of a lens by position: a lens may have some positions only.
  spread(e, t) {
    const n = t.arrays.positions.data, s = new Float32Array(this.of().tokens.length + this.of().answer.length).fill(NaN);
    for (let i = 0; i < n.length; i++) s[n[i]] = e[i];
    return s;
  }
  #e = /* @__PURE__ */ w(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, t = this.session.find.trim().toLocaleLowerCase();
      if (!e || !t) return null;
      const n = e.about.strings.map((f) => f.trim().toLocaleLowerCase()), s = n.includes(t), i = Uint8Array.from(n, (f) => Number(s ? f === t : f.includes(t))), { ids: o, probs: l } = e.arrays, [c, d, g] = o.shape, v = new Float32Array(c * d);
      for (let f = 0; f < o.data.length; f++) i[o.data[f]] && (v[Math.floor(f / g)] += l.data[f] || 1e-9);
      const E = Array.from(v.keys()).filter((f) => v[f] > 0).sort((f, b) => v[b] - v[f]);
      return {
        whole: s,
        sum: v,
        hits: E,
        layers: new Set(E.map((f) => Math.floor(f / d))).size
      };
    }
  );
  get found() {
    return r(this.#e);
  }
  set found(e) {
    O(this.#e, e);
  }
  get word() {
    return Math.min(this.session.word, Math.max(0, this.followed.length - 1));
  }
  // The words that the lens follows: the user's, else the target.
  get followed() {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }
  get now() {
    const { session: e } = this, t = e.shownHead, n = this.of();
    if (!n) return null;
    const s = e.lensLayer ?? 1 / 0;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        if (!i || !t) return null;
        const o = i.arrays.image_weights ? n.crossing.indexOf(t.layer) : -1;
        return o < 0 && !n.attending.has(t.layer) ? null : lr(
          o < 0 ? Dt(i.arrays.weights, t.layer, t.head) : Nd,
          n,
          `${o < 0 ? "" : "cross-"}attention of L${t.layer}H${t.head} from ${JSON.stringify(n.label(i.about.focus))}`,
          !1,
          o < 0 ? void 0 : Dt(i.arrays.image_weights, o, t.head)
        );
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? lr(Dt(i.arrays.sources, t.layer, t.head), n, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? lr(Dt(i.arrays.weights, t.layer, t.head), n, `how much each token looks at ${JSON.stringify(n.label(i.about.position ?? -1 - i.about.key))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = lr(this.spread(Dt(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), n, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Dt(i.arrays.ids, o), c = Dt(i.arrays.probs, o), d = i.arrays.ids.shape[2], g = i.arrays.ids.shape[1], v = new Float32Array(g), E = [];
        for (let f = 0; f < g; f++) {
          const b = i.arrays.positions.data[f];
          v[b] = c[f * d], E[b] = c[f * d] >= e.least ? i.about.strings[l[f * d]] : "";
        }
        return {
          values: v,
          texts: E,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "find": {
        const i = this.lens.view;
        if (!i || !this.found) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = i.arrays.ids.shape[1];
        return lr(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), n, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "feature": {
        const i = this.feature.view;
        return i ? lr(i.arrays.activations.data, n, `activation of feature ${i.about.feature}`) : null;
      }
      case "sweep":
        return e.sweep?.values ? lr(e.sweep.values, n, e.sweep.label, !0) : null;
    }
    return null;
  }
}
const Nd = new Float32Array();
function lr(a, e, t, n = !1, s) {
  let i = 0, o = 0;
  for (let l = 0; s && l < s.length; l++) s[l] > i && e.keys[l]?.box && (i = s[l]);
  for (let l = 0; l < a.length; l++) {
    const c = Math.abs(a[l]);
    c > o && (o = c), c > i && e.tokens[l]?.kind === "image" && (i = c);
  }
  return {
    values: a,
    keys: s,
    texts: null,
    signed: n,
    high: i || o || 1,
    label: t
  };
}
var vs = /* @__PURE__ */ S('<button type="button"> </button>'), Td = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Which image"></div>'), Pd = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Od = /* @__PURE__ */ S('<label class="grow"> <input type="range" min="0"/></label>'), Ld = /* @__PURE__ */ S('<div class="row"><!> <!> <!></div>'), Rd = /* @__PURE__ */ S('<img alt=""/>'), Cd = /* @__PURE__ */ S('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Id = /* @__PURE__ */ S('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Fd = /* @__PURE__ */ S('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), jd = /* @__PURE__ */ S('<p class="fine"> <button type="button" class="link">clear</button></p>'), Dd = /* @__PURE__ */ S('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function mi(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7), n = Ce(e, "name", 3, "Image"), s = Ce(e, "tall", 3, "58vh"), i = /* @__PURE__ */ V(0), o = /* @__PURE__ */ V(0), l = /* @__PURE__ */ V(!1), c = /* @__PURE__ */ V(1), d = /* @__PURE__ */ V("point"), g = /* @__PURE__ */ V(void 0), v = /* @__PURE__ */ V(0), E = /* @__PURE__ */ V(0), f = /* @__PURE__ */ V([]);
  const b = /* @__PURE__ */ w(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), F = /* @__PURE__ */ w(() => r(b)?.size ?? [1, 1]), y = /* @__PURE__ */ w(() => e.study.placed.filter((A) => A.kind === "image" && A.image === Math.min(r(i), e.study.images.length - 1))), _ = /* @__PURE__ */ w(() => [...new Set(r(y).map((A) => A.frame))].filter((A) => A >= 0)), p = /* @__PURE__ */ w(() => [
    ...new Set(r(y).filter((A) => A.box).map((A) => A.global))
  ]), N = /* @__PURE__ */ w(() => r(y).filter((A) => A.box && (r(_).length ? A.frame === r(_)[Math.min(r(o), r(_).length - 1)] : r(p).length < 2 || A.global === r(l)))), M = /* @__PURE__ */ w(() => r(b) ? r(b).frames[Math.min(
    r(_).length ? Math.floor(Math.min(r(o), r(_).length - 1) / r(_).length * r(b).frames.length) : 0,
    r(b).frames.length - 1
  )] : null), K = /* @__PURE__ */ w(() => r(b) && r(M) ? r(b).frames.indexOf(r(M)) : 0), Y = /* @__PURE__ */ w(() => new Map(r(N).map((A) => [A.position, A]))), X = /* @__PURE__ */ w(() => r(v) ? r(v) / r(F)[0] : 0);
  gt(() => {
    const A = t().place === null ? null : e.study.token(t().place);
    A?.kind === "image" && (O(i, A.image, !0), A.frame >= 0 && O(
      o,
      [
        ...new Set(e.study.placed.filter((U) => U.image === A.image && U.frame >= 0).map((U) => U.frame))
      ].indexOf(A.frame),
      !0
    ), O(l, A.global, !0));
  });
  function $() {
    if (!r(g) || !r(X)) return;
    const A = devicePixelRatio || 1, U = r(v) * r(F)[1] / r(F)[0];
    (r(g).width !== Math.round(r(v) * A) || r(g).height !== Math.round(U * A)) && (r(g).width = Math.round(r(v) * A), r(g).height = Math.round(U * A));
    const j = r(g).getContext("2d");
    j.setTransform(A * r(X), 0, 0, A * r(X), 0, 0), j.clearRect(0, 0, r(F)[0], r(F)[1]);
    const ne = 1 / r(X);
    if (e.painting) {
      const { texts: re, signed: de, high: oe } = e.painting, [xe, pe] = re ? [0.5, 0] : de ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: be, box: he } of r(N)) {
        const Z = Sr(e.painting, be);
        Number.isNaN(Z) || (j.globalAlpha = xe + pe * Math.min(1, Math.abs(Z) / oe), j.fillStyle = Nt(Z / oe, de), j.fillRect(he[0], he[1], he[2] - he[0], he[3] - he[1]));
      }
      j.globalAlpha = 1, e.painting.texts && r(N).length <= 900 && z(j);
    }
    if (!r(N).some(({ position: re }) => !Number.isNaN(Sr(e.painting, re))) && r(N).length <= 4e3) {
      j.strokeStyle = "rgba(255,255,255,.28)", j.lineWidth = ne;
      for (const { box: re } of r(N)) j.strokeRect(re[0], re[1], re[2] - re[0], re[3] - re[1]);
    }
    for (const re of t().selected) G(j, re, "#14e0c0", 2);
    t().place !== null && G(j, t().place, "#fff", 3), t().hoverPlace !== null && G(j, t().hoverPlace, "#ffe14d", 2), r(f).length > 1 && (j.strokeStyle = "#14e0c0", j.lineWidth = 2 * ne, j.beginPath(), r(d) === "box" ? j.rect(r(f)[0][0], r(f)[0][1], r(f).at(-1)[0] - r(f)[0][0], r(f).at(-1)[1] - r(f)[0][1]) : r(f).forEach(([re, de], oe) => oe ? j.lineTo(re, de) : j.moveTo(re, de)), j.stroke());
  }
  function G(A, U, j, ne) {
    const re = r(Y).get(U)?.box;
    if (re)
      for (const [de, oe] of [["#000", 2], [j, 0]])
        A.strokeStyle = de, A.lineWidth = (ne + oe) / r(X), A.strokeRect(re[0], re[1], re[2] - re[0], re[3] - re[1]);
  }
  function z(A) {
    A.textAlign = "center", A.textBaseline = "middle", A.fillStyle = "#fff", A.strokeStyle = "#000";
    for (const { position: U, box: j } of r(N)) {
      if (!e.painting.texts[U]) continue;
      const ne = Qe(e.painting.texts[U]).slice(0, 12), re = j[2] - j[0], de = j[3] - j[1], oe = Math.min(de * 0.34, re * 1.5 / Math.max(2, ne.length));
      A.font = `600 ${oe}px system-ui, sans-serif`, A.lineWidth = oe / 6, A.strokeText(ne, (j[0] + j[2]) / 2, (j[1] + j[3]) / 2, re), A.fillText(ne, (j[0] + j[2]) / 2, (j[1] + j[3]) / 2, re);
    }
  }
  gt($);
  function ae(A) {
    const U = r(g).getBoundingClientRect();
    return [
      (A.clientX - U.left) / U.width * r(F)[0],
      (A.clientY - U.top) / U.height * r(F)[1]
    ];
  }
  const W = ([A, U]) => r(N).find(({ box: j }) => A >= j[0] && A < j[2] && U >= j[1] && U < j[3]);
  function q(A) {
    const U = ae(A);
    if (r(f).length) {
      O(f, [...r(f), U]);
      return;
    }
    const j = W(U);
    t().hoverPlace = j?.position ?? null;
  }
  function ee(A) {
    r(d) === "point" || A.button || (r(g).setPointerCapture(A.pointerId), O(f, [ae(A)]));
  }
  function ie(A) {
    const U = ae(A);
    if (r(d) === "point") {
      const ne = W(U);
      ne && (A.shiftKey || A.ctrlKey || A.metaKey) ? t().toggle([ne.position], "flip") : ne && t().takePlace(t().place === ne.position ? null : ne.position);
      return;
    }
    if (!r(f).length) return;
    const j = r(N).filter(({ box: ne }) => Q((ne[0] + ne[2]) / 2, (ne[1] + ne[3]) / 2, ne)).map((ne) => ne.position);
    t().toggle(j, A.shiftKey ? "add" : "set"), O(f, []);
  }
  function Q(A, U, j) {
    const [ne, re] = [r(f)[0], r(f).at(-1)];
    if (r(d) === "box") {
      const [oe, xe] = [Math.min(ne[0], re[0]), Math.max(ne[0], re[0])], [pe, be] = [Math.min(ne[1], re[1]), Math.max(ne[1], re[1])];
      return j[2] > oe && j[0] < xe && j[3] > pe && j[1] < be;
    }
    if (r(d) === "brush") return r(f).some(([oe, xe]) => oe >= j[0] && oe < j[2] && xe >= j[1] && xe < j[3]);
    let de = !1;
    for (let oe = 0, xe = r(f).length - 1; oe < r(f).length; xe = oe++) {
      const [pe, be] = r(f)[oe], [he, Z] = r(f)[xe];
      be > U != Z > U && A < (he - pe) * (U - be) / (Z - be) + pe && (de = !de);
    }
    return de;
  }
  function J(A) {
    const U = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[A.key], j = t().shownPlace === null ? null : r(Y).get(t().shownPlace);
    if (U) {
      A.preventDefault();
      const ne = j ? _e(j, U) : r(N)[0];
      ne && (t().hoverPlace = ne.position);
    } else (A.key === "Enter" || A.key === " ") && t().shownPlace !== null ? (A.preventDefault(), A.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (A.key === "r" || A.key === "c") && j && t().toggle(r(N).filter((ne) => A.key === "r" ? ne.row === j.row : ne.column === j.column).map((ne) => ne.position), "add");
  }
  function _e(A, [U, j]) {
    const ne = (pe) => [
      (pe.box[0] + pe.box[2]) / 2,
      (pe.box[1] + pe.box[3]) / 2
    ], [re, de] = ne(A);
    let oe, xe = 1 / 0;
    for (const pe of r(N)) {
      const [be, he] = ne(pe), Z = (be - re) * U + (he - de) * j, ge = Math.abs((be - re) * j) + Math.abs((he - de) * U);
      Z > 0.01 && Z + 3 * ge < xe && ([oe, xe] = [pe, Z + 3 * ge]);
    }
    return oe;
  }
  const ye = /* @__PURE__ */ w(() => {
    const A = t().shownPlace, U = A === null ? null : e.study.token(A);
    if (!U) return "Point at a token, click to keep it, Esc lets go.";
    const j = Sr(e.painting, A), ne = U.box ? `, pixels ${U.box.map((re) => Math.round(re)).join(", ")}` : "";
    return `${A < 0 ? `Image feature ${-1 - A}` : `Token ${e.study.number(A)}`}: ${JSON.stringify(e.study.label(A))}${ne}${Number.isNaN(j) ? "" : ` · ${We(j)}`}`;
  });
  gt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Nn(
        r(F)[0],
        r(F)[1],
        r(N).map((A) => ({
          box: A.box,
          fill: e.painting ? Nt(Sr(e.painting, A.position) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[A.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(N).map((A) => [
          A.position,
          A.row,
          A.column,
          ...A.box,
          Number.isNaN(Sr(e.painting, A.position)) ? "" : Sr(e.painting, A.position)
        ])
      ]
    });
  });
  var Ae = Dd(), ue = x(Ae);
  {
    var D = (A) => {
      var U = Ld(), j = x(U);
      {
        var ne = (pe) => {
          var be = Td();
          Ne(be, 21, () => e.study.images, De, (he, Z, ge) => {
            var Me = vs(), Pe = B(Me);
            I(() => {
              te(Me, "aria-pressed", r(i) === ge), T(Pe, `${r(Z).kind === "video" ? "video" : "image"} ${ge + 1}`);
            }), ce("click", Me, () => O(i, ge, !0)), h(he, Me);
          }), h(pe, be);
        };
        H(j, (pe) => {
          e.study.images.length > 1 && pe(ne);
        });
      }
      var re = u(j, 2);
      {
        var de = (pe) => {
          var be = Pd(), he = x(be), Z = u(he, 2);
          I(() => {
            te(he, "aria-pressed", !r(l)), te(Z, "aria-pressed", r(l));
          }), ce("click", he, () => O(l, !1)), ce("click", Z, () => O(l, !0)), h(pe, be);
        };
        H(re, (pe) => {
          r(p).length > 1 && pe(de);
        });
      }
      var oe = u(re, 2);
      {
        var xe = (pe) => {
          var be = Od(), he = x(be), Z = u(he);
          I(
            (ge) => {
              T(he, `frame ${ge ?? ""} of ${r(_).length ?? ""} `), te(Z, "max", r(_).length - 1);
            },
            [() => Math.min(r(o), r(_).length - 1) + 1]
          ), kt(Z, () => r(o), (ge) => O(o, ge)), h(pe, be);
        };
        H(oe, (pe) => {
          r(_).length && pe(xe);
        });
      }
      h(A, U);
    };
    H(ue, (A) => {
      (e.study.images.length > 1 || r(_).length || r(p).length > 1) && A(D);
    });
  }
  var P = u(ue, 2);
  {
    var C = (A) => {
      var U = Cd(), j = Ee(U);
      let ne;
      var re = x(j);
      let de;
      var oe = x(re);
      {
        var xe = (Le) => {
          var ze = Rd();
          let Ue, Ke;
          I(
            (ht) => {
              te(ze, "src", ht), Ue = Rt(ze, 1, "", null, Ue, { dim: e.painting }), Ke = qe(ze, "", Ke, {
                left: `${100 * r(M).area[0] / r(F)[0]}%`,
                top: `${100 * r(M).area[1] / r(F)[1]}%`,
                width: `${100 * (r(M).area[2] - r(M).area[0]) / r(F)[0]}%`,
                height: `${100 * (r(M).area[3] - r(M).area[1]) / r(F)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(K))
            ]
          ), Be("load", ze, () => qo(E)), h(Le, ze);
        };
        H(oe, (Le) => {
          r(M) && Le(xe);
        });
      }
      var pe = u(oe, 2);
      let be;
      var he = x(pe);
      Hr(he, (Le) => O(g, Le), () => r(g));
      var Z = u(j, 2), ge = x(Z);
      Ne(ge, 20, () => ["point", "box", "brush", "lasso"], De, (Le, ze) => {
        var Ue = vs(), Ke = B(Ue, !0);
        I(() => {
          te(Ue, "aria-pressed", r(d) === ze), T(Ke, ze);
        }), ce("click", Ue, () => O(d, ze, !0)), h(Le, Ue);
      });
      var Me = u(ge, 2), Pe = u(x(Me));
      I(() => {
        ne = Rt(j, 1, "scroller", null, ne, { zoomed: r(c) > 1 }), de = qe(re, "", de, {
          width: `${100 * r(c)}%`,
          "max-width": r(c) === 1 ? `min(100%, calc(${s()} * ${r(F)[0] / r(F)[1]}))` : "none"
        }), te(pe, "aria-label", `${n() ?? ""}: ${r(N).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), te(pe, "data-stage", n()), be = qe(pe, "", be, {
          "aspect-ratio": `${r(F)[0] ?? ""} / ${r(F)[1] ?? ""}`
        });
      }), ce("keydown", pe, J), ce("pointermove", he, q), ce("pointerdown", he, ee), ce("pointerup", he, ie), Be("pointerleave", he, () => t().hoverPlace = null), la(re, "clientWidth", (Le) => O(v, Le)), kt(Pe, () => r(c), (Le) => O(c, Le)), h(A, U);
    }, L = (A) => {
      var U = Id();
      h(A, U);
    };
    H(P, (A) => {
      r(b) && r(N).length ? A(C) : e.study.images.length && A(L, 1);
    });
  }
  var m = u(P, 2);
  {
    var k = (A) => {
      var U = Fd(), j = x(U), ne = B(j, !0), re = u(j);
      let de;
      var oe = u(re), xe = B(oe, !0), pe = u(oe), be = B(pe, !0);
      I(
        (he, Z, ge) => {
          T(ne, he), de = qe(re, "", de, { background: Z }), T(xe, ge), T(be, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${We(e.painting.high)}` : "0",
          () => ci(e.painting.signed),
          () => We(e.painting.high)
        ]
      ), h(A, U);
    };
    H(m, (A) => {
      e.painting && A(k);
    });
  }
  var le = u(m, 2), ve = B(le, !0), we = u(le, 2);
  {
    var ke = (A) => {
      var U = jd(), j = x(U), ne = u(j);
      I(() => T(j, `${t().selected.size ?? ""} tokens selected `)), ce("click", ne, () => t().toggle([])), h(A, U);
    };
    H(we, (A) => {
      t().selected.size && A(ke);
    });
  }
  I(() => T(ve, r(ye))), h(a, Ae), Ye();
}
ut([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
var Ud = /* @__PURE__ */ S("<option></option>"), Hd = /* @__PURE__ */ S('<label class="fine">example <select><option>choose</option><!></select></label>'), zd = /* @__PURE__ */ S('<button type="button" class="link">close</button>'), Bd = /* @__PURE__ */ S('<span class="error"> </span>'), qd = /* @__PURE__ */ S('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), Wd = /* @__PURE__ */ S('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), Jd = /* @__PURE__ */ S('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Kd(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7), n = /* @__PURE__ */ V(void 0);
  const s = new _i(t(), () => t().second), i = /* @__PURE__ */ w(() => t().second), o = /* @__PURE__ */ w(() => s.now);
  var l = Jd(), c = x(l), d = u(x(c), 4);
  {
    var g = (p) => {
      var N = Hd(), M = u(x(N)), K = x(M);
      K.value = K.__value = "";
      var Y = u(K);
      Ne(Y, 17, () => ({ length: t().info.examples }), De, ($, G, z) => {
        var ae = Ud();
        ae.textContent = z + 1;
        var W = {};
        I(
          (q) => {
            W !== (W = q) && (ae.value = (ae.__value = W) ?? "");
          },
          [() => String(z)]
        ), h($, ae);
      });
      var X;
      ct(M), I(
        ($) => {
          X !== (X = $) && (M.value = (M.__value = X) ?? "", Ra(M, X));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ce("change", M, ($) => {
        $.currentTarget.value && t().openSecond(Number($.currentTarget.value));
      }), h(p, N);
    };
    H(d, (p) => {
      t().info?.examples && p(g);
    });
  }
  var v = u(d, 2), E = u(v, 2);
  Hr(E, (p) => O(n, p), () => r(n));
  var f = u(E, 2);
  {
    var b = (p) => {
      var N = zd();
      ce("click", N, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), h(p, N);
    };
    H(f, (p) => {
      r(i) && p(b);
    });
  }
  var F = u(c, 2);
  {
    var y = (p) => {
      var N = qd(), M = Ee(N), K = u(x(M)), Y = B(K, !0), X = u(K, 2);
      {
        var $ = (ae) => {
          var W = Bd(), q = B(W);
          I(() => T(q, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), h(ae, W);
        };
        H(X, (ae) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && ae($);
        });
      }
      var G = u(M, 2);
      mi(G, {
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
      var z = u(G, 2);
      Ne(z, 16, () => ["lens", "words", "sources", "readers"], (ae) => ae, (ae, W) => {
        {
          let q = /* @__PURE__ */ w(() => s.long(W));
          _r(ae, {
            get session() {
              return t();
            },
            get long() {
              return r(q);
            },
            what: "The same of this image"
          });
        }
      }), I((ae) => T(Y, ae), [
        () => r(i).answer.filter((ae) => !ae.ends).map((ae) => Qe(ae.token.text)).join("")
      ]), h(p, N);
    }, _ = (p) => {
      var N = Wd();
      h(p, N);
    };
    H(F, (p) => {
      r(i) ? p(y) : p(_, -1);
    });
  }
  ce("click", v, () => r(n)?.click()), ce("change", E, (p) => {
    const N = p.currentTarget.files?.[0];
    N && t().openSecond(N), p.currentTarget.value = "";
  }), h(a, l), Ye();
}
ut(["change", "click"]);
var Vd = /* @__PURE__ */ S('<img class="picture" alt="What is patched from"/>'), Yd = /* @__PURE__ */ S('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function Gd(a, e) {
  Ve(e, !0);
  const t = new Na(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ V(null);
  var s = Yd(), i = x(s);
  {
    let f = /* @__PURE__ */ w(() => t.view?.about.code ?? "");
    Jt(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return r(f);
      },
      get exporter() {
        return r(n);
      }
    });
  }
  var o = u(i, 2), l = x(o);
  {
    var c = (f) => {
      var b = Vd();
      I(() => te(b, "src", e.stored.picture)), h(f, b);
    };
    H(l, (f) => {
      e.stored.picture && f(c);
    });
  }
  var d = u(l, 2), g = B(d, !0), v = u(o, 2);
  {
    var E = (f) => {
      pi(f, {
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
        onexport: (b) => O(n, b)
      });
    };
    H(v, (f) => {
      t.view && f(E);
    });
  }
  I(() => {
    te(s, "aria-label", e.stored.title), T(g, e.stored.text);
  }), h(a, s), Ye();
}
var Xd = /* @__PURE__ */ S('<button type="button" class="token run"> </button>'), Zd = /* @__PURE__ */ S('<button type="button"> </button>'), Qd = /* @__PURE__ */ S('<button type="button" class="link">fold image tokens</button>'), $d = /* @__PURE__ */ S('<p class="fine"><button type="button" class="small"> </button></p>'), ef = /* @__PURE__ */ S('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function tf(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7), n = /* @__PURE__ */ V(!1);
  const s = /* @__PURE__ */ w(() => e.study.images.some((y) => !y.boxed)), i = /* @__PURE__ */ w(() => {
    const y = [], _ = e.study.tokens.map((p) => ({
      position: p.position,
      text: p.text,
      image: p.kind === "image"
    }));
    if (!t().tabs.some((p) => p !== "lens")) return y.concat(_.filter((p) => !p.image).map(({ position: p, text: N }) => ({ position: p, text: N, count: 0 })));
    e.study.answer.slice(0, -1).forEach((p, N) => _.push({
      position: e.study.nPrompt + N,
      text: p.token.text,
      image: !1
    }));
    for (const { position: p, text: N, image: M } of _) {
      const K = y.at(-1);
      M && !r(n) && !r(s) && K && K.count > 0 && K.position + K.count === p ? K.count++ : y.push({
        position: p,
        text: N,
        count: M && !r(n) && !r(s) ? 1 : 0
      });
    }
    return y;
  }), o = 0.02, l = (y) => Math.abs(y) >= o ? {
    background: Nt(y, e.painting.signed),
    color: En(y, e.painting.signed)
  } : { background: null, color: null }, c = (y) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: _ } = e.painting;
    let p = 0;
    for (let N = 0; N < Math.max(1, y.count); N++) p += _[y.position + N] ?? 0;
    return y.position < _.length ? p : NaN;
  };
  var d = ef(), g = Ee(d), v = x(g);
  Ne(v, 17, () => r(i), (y) => y.position, (y, _) => {
    const p = /* @__PURE__ */ w(() => c(r(_))), N = /* @__PURE__ */ w(() => Math.max(-1, Math.min(1, r(_).count ? r(p) : r(p) / (e.painting?.high ?? 1)))), M = /* @__PURE__ */ w(() => l(r(N)));
    var K = It(), Y = Ee(K);
    {
      var X = (G) => {
        var z = Xd();
        let ae;
        var W = B(z);
        I(
          (q) => {
            te(z, "title", `${r(_).count ?? ""} image tokens${q ?? ""}: show each`), ae = qe(z, "", ae, {
              background: r(M).background,
              color: r(M).color
            }), T(W, `▦ ${r(_).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(p)) ? "" : `, in all ${We(r(p))}`
          ]
        ), ce("click", z, () => O(n, !0)), h(G, z);
      }, $ = (G) => {
        var z = Zd();
        let ae, W;
        var q = B(z, !0);
        I(
          (ee, ie, Q, J) => {
            ae = Rt(z, 1, "token", null, ae, {
              focus: t().at === r(_).position,
              place: t().shownPlace === r(_).position,
              chosen: ee
            }), te(z, "title", `token ${ie ?? ""}${Q ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), W = qe(z, "", W, {
              background: r(M).background,
              color: r(M).color
            }), T(q, J);
          },
          [
            () => t().selected.has(r(_).position),
            () => e.study.number(r(_).position),
            () => Number.isNaN(r(p)) ? "" : `: ${We(r(p))}`,
            () => Qe(r(_).text)
          ]
        ), Be("pointerenter", z, () => t().hoverPlace = r(_).position), Be("pointerleave", z, () => t().hoverPlace = null), ce("click", z, (ee) => {
          ee.altKey ? t().focus = r(_).position : ee.shiftKey ? t().toggle([r(_).position], "flip") : t().takePlace(t().place === r(_).position ? null : r(_).position);
        }), h(G, z);
      };
      H(Y, (G) => {
        r(_).count ? G(X) : G($, -1);
      });
    }
    h(y, K);
  });
  var E = u(v, 2);
  {
    var f = (y) => {
      var _ = Qd();
      ce("click", _, () => O(n, !1)), h(y, _);
    };
    H(E, (y) => {
      r(n) && y(f);
    });
  }
  var b = u(g, 2);
  {
    var F = (y) => {
      var _ = $d(), p = x(_), N = B(p);
      I((M) => T(N, `make token ${M ?? ""} the focus`), [() => e.study.number(t().place)]), ce("click", p, () => {
        t().focus = t().place;
      }), h(y, _);
    };
    H(b, (y) => {
      t().place !== null && t().place >= 0 && t().place !== t().at && y(F);
    });
  }
  h(a, d), Ye();
}
ut(["click"]);
var rf = /* @__PURE__ */ S('<button type="button" class="small">save as page</button>'), af = /* @__PURE__ */ S('<button type="button" class="small"> </button>'), nf = /* @__PURE__ */ S('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), sf = /* @__PURE__ */ S('<h1 class="hidden">Look inside a vision-language model</h1>'), of = /* @__PURE__ */ S("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), lf = /* @__PURE__ */ S("<option>lens: found tokens</option>"), uf = /* @__PURE__ */ S("<option>lens: a word</option><option>lens: most probable</option><!>", 1), cf = /* @__PURE__ */ S("<option> </option>"), df = /* @__PURE__ */ S("<option>sweep</option>"), ff = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), vf = /* @__PURE__ */ S('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), hf = /* @__PURE__ */ S('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), pf = /* @__PURE__ */ S('<button type="button" role="tab" aria-controls="panel"> </button>'), gf = /* @__PURE__ */ S('<div class="tabs" role="tablist" aria-label="Views"></div>'), _f = /* @__PURE__ */ S("<!> <!>", 1), mf = /* @__PURE__ */ S('<!> <!> <div id="panel"><!> <!> <!> <!> <!></div>', 1), bf = /* @__PURE__ */ S('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), yf = /* @__PURE__ */ S('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function wf(a, e) {
  Ve(e, !0);
  let t = Ce(e, "session", 7);
  const n = new _i(t(), () => t().study), s = /* @__PURE__ */ w(() => t().study), i = /* @__PURE__ */ w(() => n.now);
  let o = /* @__PURE__ */ V(null), l = /* @__PURE__ */ V("");
  const c = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    features: "Features",
    causes: "Causes"
  };
  gt(() => {
    t().write();
  }), gt(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function d(ue) {
    ue.key === "Escape" && t().release();
  }
  function g(ue) {
    const D = { ArrowLeft: -1, ArrowRight: 1 }[ue.key];
    if (!D) return;
    ue.preventDefault();
    const P = t().shownTabs, C = P[(P.indexOf(r(E)) + D + P.length) % P.length];
    t().tab = C, document.getElementById(`tab-${C}`)?.focus();
  }
  async function v() {
    r(s) && await t().during((async () => {
      const ue = r(s).answer.filter((P) => !P.ends).map((P) => P.token.text).join("").trim(), D = await iu(r(s), (P, C) => t().source.pictureUrl(r(s).id, P, C), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${ue}`, t().tabs.filter((P) => P !== "causes"));
      pa("study.html", D, "text/html");
    })());
  }
  const E = /* @__PURE__ */ w(() => t().shownTabs.includes(t().tab) ? t().tab : t().shownTabs[0]), f = /* @__PURE__ */ w(() => t().paint === "sources" ? n.sources.view?.about.code : t().paint === "feature" ? n.feature.view?.about.code : t().paint === "readers" ? n.readers.view?.about.code : t().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(t().paint) ? n.lens.view?.about.code : t().paint === "attention" ? n.heads.view?.about.code : r(s)?.code), b = /* @__PURE__ */ w(() => n.sources.error || n.readers.error);
  var F = yf();
  Be("keydown", ya, d);
  var y = Ee(F), _ = u(y, 2), p = u(x(_), 4), N = B(p, !0), M = u(p, 2);
  {
    var K = (ue) => {
      var D = rf();
      ce("click", D, v), h(ue, D);
    };
    H(M, (ue) => {
      r(s) && !r(s).answering && t().source.kind === "server" && ue(K);
    });
  }
  var Y = u(M, 2);
  {
    var X = (ue) => {
      var D = af(), P = B(D);
      I(() => T(P, `theme: ${(r(l) || "auto") ?? ""}`)), ce("click", D, () => O(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), h(ue, D);
    };
    H(Y, (ue) => {
      t().source.kind !== "kernel" && ue(X);
    });
  }
  var $ = u(_, 2);
  {
    var G = (ue) => {
      var D = nf(), P = x(D), C = u(P);
      I(() => T(P, `${t().message ?? ""} `)), ce("click", C, () => t().message = ""), h(ue, D);
    };
    H($, (ue) => {
      t().message && ue(G);
    });
  }
  var z = u($, 2), ae = x(z), W = x(ae);
  {
    var q = (ue) => {
      var D = sf();
      h(ue, D);
    };
    H(W, (ue) => {
      t().title || ue(q);
    });
  }
  var ee = u(W, 2);
  ru(ee, {
    get session() {
      return t();
    }
  });
  var ie = u(ee, 2);
  {
    var Q = (ue) => {
      var D = vf(), P = x(D);
      {
        let Z = /* @__PURE__ */ w(() => r(f) ?? "");
        Jt(P, {
          title: "Image",
          get code() {
            return r(Z);
          },
          get exporter() {
            return r(o);
          }
        });
      }
      var C = u(P, 2), L = x(C);
      L.value = L.__value = "none";
      var m = u(L);
      {
        var k = (Z) => {
          var ge = of(), Me = Ee(ge);
          Me.value = Me.__value = "attention";
          var Pe = u(Me);
          Pe.value = Pe.__value = "sources";
          var Le = u(Pe);
          Le.value = Le.__value = "readers", h(Z, ge);
        }, le = /* @__PURE__ */ w(() => t().tabs.includes("attention"));
        H(m, (Z) => {
          r(le) && Z(k);
        });
      }
      var ve = u(m);
      {
        var we = (Z) => {
          var ge = uf(), Me = Ee(ge);
          Me.value = Me.__value = "word";
          var Pe = u(Me);
          Pe.value = Pe.__value = "top";
          var Le = u(Pe);
          {
            var ze = (Ke) => {
              var ht = lf();
              ht.value = ht.__value = "find", h(Ke, ht);
            }, Ue = /* @__PURE__ */ w(() => t().find.trim());
            H(Le, (Ke) => {
              r(Ue) && Ke(ze);
            });
          }
          h(Z, ge);
        }, ke = /* @__PURE__ */ w(() => t().tabs.includes("lens"));
        H(ve, (Z) => {
          r(ke) && Z(we);
        });
      }
      var A = u(ve);
      {
        var U = (Z) => {
          var ge = cf(), Me = B(ge);
          ge.value = ge.__value = "feature", I(() => T(Me, `feature ${t().feature ?? ""}`)), h(Z, ge);
        };
        H(A, (Z) => {
          t().feature !== null && Z(U);
        });
      }
      var j = u(A);
      {
        var ne = (Z) => {
          var ge = df();
          ge.value = ge.__value = "sweep", h(Z, ge);
        };
        H(j, (Z) => {
          t().sweep && Z(ne);
        });
      }
      ct(C);
      var re = u(C, 2);
      mi(re, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (Z) => O(o, Z)
      });
      var de = u(re, 2);
      {
        var oe = (Z) => {
          var ge = ff(), Me = B(ge, !0);
          I(() => T(Me, r(b))), h(Z, ge);
        };
        H(de, (Z) => {
          r(b) && Z(oe);
        });
      }
      var xe = u(de, 2);
      {
        let Z = /* @__PURE__ */ w(() => n.long("sources"));
        _r(xe, {
          get session() {
            return t();
          },
          get long() {
            return r(Z);
          },
          what: "What every head adds from each token"
        });
      }
      var pe = u(xe, 2);
      {
        let Z = /* @__PURE__ */ w(() => n.long("readers"));
        _r(pe, {
          get session() {
            return t();
          },
          get long() {
            return r(Z);
          },
          what: "Who looks at the token"
        });
      }
      var be = u(pe, 2);
      tf(be, {
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
      var he = u(be, 2);
      Ad(he, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return n;
        }
      }), bt(C, () => t().paint, (Z) => t().paint = Z), h(ue, D);
    };
    H(ie, (ue) => {
      r(s) && ue(Q);
    });
  }
  var J = u(ae, 2), _e = x(J);
  {
    var ye = (ue) => {
      var D = mf(), P = Ee(D);
      {
        var C = (oe) => {
          var xe = hf(), pe = u(x(xe));
          ce("click", pe, () => {
            t().study = t().clean, t().clean = null;
          }), h(oe, xe);
        };
        H(P, (oe) => {
          t().clean && oe(C);
        });
      }
      var L = u(P, 2);
      {
        var m = (oe) => {
          var xe = gf();
          Ne(xe, 21, () => t().shownTabs, De, (pe, be) => {
            var he = pf(), Z = B(he, !0);
            I(() => {
              te(he, "id", `tab-${r(be) ?? ""}`), te(he, "aria-selected", r(E) === r(be)), te(he, "tabindex", r(E) === r(be) ? 0 : -1), T(Z, c[r(be)]);
            }), ce("keydown", he, g), ce("click", he, () => {
              t().tab = r(be), r(be) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), h(pe, he);
          }), h(oe, xe);
        };
        H(L, (oe) => {
          t().shownTabs.length > 1 && oe(m);
        });
      }
      var k = u(L, 2), le = x(k);
      {
        var ve = (oe) => {
          Vu(oe, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        H(le, (oe) => {
          r(E) === "attribution" && oe(ve);
        });
      }
      var we = u(le, 2);
      {
        var ke = (oe) => {
          Cu(oe, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return n;
            }
          });
        };
        H(we, (oe) => {
          r(E) === "attention" && oe(ke);
        });
      }
      var A = u(we, 2);
      {
        var U = (oe) => {
          md(oe, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return n;
            }
          });
        };
        H(A, (oe) => {
          r(E) === "lens" && oe(U);
        });
      }
      var j = u(A, 2);
      {
        var ne = (oe) => {
          ed(oe, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return n;
            }
          });
        };
        H(j, (oe) => {
          r(E) === "features" && oe(ne);
        });
      }
      var re = u(j, 2);
      {
        var de = (oe) => {
          var xe = It(), pe = Ee(xe);
          {
            var be = (Z) => {
              var ge = It(), Me = Ee(ge);
              Ne(Me, 17, () => t().sweeps, (Pe) => Pe.title, (Pe, Le) => {
                Gd(Pe, {
                  get session() {
                    return t();
                  },
                  get study() {
                    return r(s);
                  },
                  get stored() {
                    return r(Le);
                  }
                });
              }), h(Z, ge);
            }, he = (Z) => {
              var ge = _f(), Me = Ee(ge);
              Kd(Me, {
                get session() {
                  return t();
                }
              });
              var Pe = u(Me, 2);
              Ac(Pe, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), h(Z, ge);
            };
            H(pe, (Z) => {
              t().sweeps.length ? Z(be) : Z(he, -1);
            });
          }
          h(oe, xe);
        };
        H(re, (oe) => {
          r(E) === "causes" && oe(de);
        });
      }
      I(() => {
        te(k, "role", t().shownTabs.length > 1 ? "tabpanel" : null), te(k, "aria-labelledby", t().shownTabs.length > 1 ? `tab-${r(E)}` : null);
      }), h(ue, D);
    }, Ae = (ue) => {
      var D = bf();
      h(ue, D);
    };
    H(_e, (ue) => {
      r(s) ? ue(ye) : t().source.kind === "server" && ue(Ae, 1);
    });
  }
  I(() => T(N, t().busy ? "working…" : "")), ce("click", y, (ue) => {
    ue.preventDefault(), document.getElementById("views")?.focus();
  }), h(a, F), Ye();
}
ut(["click", "keydown"]);
var kf = /* @__PURE__ */ S('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), xf = /* @__PURE__ */ S('<p class="fine">No feature has this number or word.</p>'), Sf = /* @__PURE__ */ S('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <!></section></div>'), Af = /* @__PURE__ */ S('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Mf(a, e) {
  Ve(e, !0);
  const t = 46, n = 6;
  let s = /* @__PURE__ */ V("density"), i = /* @__PURE__ */ V(""), o = /* @__PURE__ */ V(0), l = /* @__PURE__ */ V(600), c = /* @__PURE__ */ V(-1), d = /* @__PURE__ */ V(null);
  const g = /* @__PURE__ */ w(() => {
    const C = r(i).trim().toLowerCase();
    return e.data.features.filter((m) => !C || String(m.feature) === C || m.up.some(([k]) => k.toLowerCase().includes(C))).toSorted((m, k) => r(s) === "feature" ? m.feature - k.feature : k[r(s)] - m[r(s)]);
  }), v = /* @__PURE__ */ w(() => Math.max(0, Math.floor(r(o) / t) - n)), E = /* @__PURE__ */ w(() => r(g).slice(r(v), r(v) + Math.ceil(r(l) / t) + 2 * n)), f = /* @__PURE__ */ w(() => r(g).find((C) => C.feature === r(c)) ?? r(g)[0]), b = (C) => C.up.slice(0, 4).map(([L]) => Qe(L)).join("  ");
  async function F(C) {
    const L = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[C.key];
    if (L === void 0 || !r(g).length) return;
    C.preventDefault();
    const m = Math.min(r(g).length - 1, Math.max(0, r(g).indexOf(r(f)) + L));
    O(c, r(g)[m].feature, !0), r(d) && (m * t < r(d).scrollTop || (m + 1) * t > r(d).scrollTop + r(l)) && (r(d).scrollTop = m * t - r(l) / 2), await ei();
  }
  var y = Af(), _ = Ee(y), p = x(_), N = x(p), M = B(N, !0), K = u(N, 2), Y = B(K), X = u(_, 2), $ = x(X), G = x($), z = x(G), ae = u(x(z)), W = u(z, 2), q = u(x(W)), ee = x(q);
  ee.value = ee.__value = "density";
  var ie = u(ee);
  ie.value = ie.__value = "max";
  var Q = u(ie);
  Q.value = Q.__value = "feature", ct(q);
  var J = u(G, 2), _e = x(J);
  let ye;
  Ne(_e, 23, () => r(E), (C) => C.feature, (C, L, m) => {
    var k = kf();
    let le;
    var ve = x(k), we = B(ve, !0), ke = u(ve), A = B(ke), U = u(ke), j = B(U, !0);
    I(
      (ne, re, de) => {
        te(k, "id", `feature-${r(L).feature ?? ""}`), te(k, "aria-selected", r(L) === r(f)), te(k, "aria-setsize", r(g).length), te(k, "aria-posinset", r(v) + r(m) + 1), le = qe(k, "", le, {
          top: `${(r(v) + r(m)) * t}px`,
          height: "46px"
        }), T(we, r(L).feature), T(A, `${ne ?? ""} of tokens, up to ${re ?? ""}`), T(j, de);
      },
      [
        () => vt(r(L).density),
        () => We(r(L).max),
        () => b(r(L))
      ]
    ), ce("click", k, () => O(c, r(L).feature, !0)), h(C, k);
  }), Hr(J, (C) => O(d, C), () => r(d));
  var Ae = u(J, 2);
  {
    var ue = (C) => {
      var L = xf();
      h(C, L);
    };
    H(Ae, (C) => {
      r(g).length || C(ue);
    });
  }
  var D = u($, 2);
  {
    var P = (C) => {
      var L = Sf(), m = x(L), k = x(m), le = B(k), ve = u(k, 2), we = B(ve), ke = u(ve, 2);
      gi(ke, {
        get up() {
          return r(f).up;
        },
        get down() {
          return r(f).down;
        },
        get words() {
          return r(f).words;
        },
        get edges() {
          return r(f).edges;
        },
        get feature() {
          return r(f);
        },
        get samples() {
          return e.data.samples;
        },
        get steer() {
          return e.data.steer;
        }
      }), I(
        (A, U) => {
          te(m, "aria-label", `Feature ${r(f).feature ?? ""}`), T(le, `Feature ${r(f).feature ?? ""}`), T(we, `active at ${A ?? ""} of tokens, up to ${U ?? ""}`);
        },
        [
          () => vt(r(f).density),
          () => We(r(f).max)
        ]
      ), h(C, L);
    };
    H(D, (C) => {
      r(f) && C(P);
    });
  }
  I(
    (C, L, m, k) => {
      T(M, e.data.title), T(Y, `${C ?? ""} of ${L ?? ""} features, over ${m ?? ""} tokens of ${k ?? ""} examples`), te(J, "aria-label", `Features, ${r(g).length ?? ""}`), te(J, "aria-activedescendant", r(f) ? `feature-${r(f).feature}` : void 0), ye = qe(_e, "", ye, {
        height: `${r(g).length * t}px`,
        position: "relative"
      });
    },
    [
      () => e.data.features.length.toLocaleString("en"),
      () => e.data.n_features.toLocaleString("en"),
      () => e.data.n_tokens.toLocaleString("en"),
      () => e.data.n_examples.toLocaleString("en")
    ]
  ), kt(ae, () => r(i), (C) => O(i, C)), bt(q, () => r(s), (C) => O(s, C)), Be("scroll", J, () => O(o, r(d).scrollTop, !0)), ce("keydown", J, F), la(J, "clientHeight", (C) => O(l, C)), h(a, y), Ye();
}
ut(["keydown", "click"]);
function bi(a, e) {
  return a.classList.add("vlm"), si(wf, { target: a, props: { session: new Mu(e) } });
}
const Jr = document.querySelector("#app[data-start]"), hs = document.getElementById("features")?.textContent;
if (Jr && hs)
  Jr.classList.add("vlm"), si(Mf, { target: Jr, props: { data: JSON.parse(hs) } });
else if (Jr) {
  const a = document.getElementById("study")?.textContent;
  bi(Jr, a ? new ku(JSON.parse(a)) : new wu());
}
const Nf = {
  render({ model: a, el: e }) {
    const t = bi(e, new xu(a));
    return () => hl(t);
  }
};
export {
  Nf as default,
  bi as start
};

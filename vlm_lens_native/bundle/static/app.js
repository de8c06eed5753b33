var Ta = Array.isArray, Xi = Array.prototype.indexOf, Qr = Array.prototype.includes, Pa = Array.from, ps = Object.defineProperty, Mr = Object.getOwnPropertyDescriptor, gs = Object.getOwnPropertyDescriptors, Zi = Object.prototype, Qi = Array.prototype, fn = Object.getPrototypeOf, Wn = Object.isExtensible;
const rr = () => {
};
function $i(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function _s() {
  var a, e, r = new Promise((n, s) => {
    a = n, e = s;
  });
  return { promise: r, resolve: a, reject: e };
}
function Yt(a, e) {
  if (Array.isArray(a))
    return a;
  if (e === void 0 || !(Symbol.iterator in a))
    return Array.from(a);
  const r = [];
  for (const n of a)
    if (r.push(n), r.length === e) break;
  return r;
}
const ut = 2, Or = 4, Oa = 8, ms = 1 << 24, Tt = 16, Ct = 32, nr = 64, Za = 128, vn = 256, Lt = 512, tt = 1024, Je = 2048, xt = 4096, ft = 8192, it = 16384, Fr = 32768, $r = 1 << 25, pr = 65536, ga = 1 << 17, eo = 1 << 18, jr = 1 << 19, to = 1 << 20, zt = 1 << 25, _a = 1 << 21, Ar = 1 << 22, ar = 1 << 23, Gt = /* @__PURE__ */ Symbol("$state"), bs = /* @__PURE__ */ Symbol("component"), ro = /* @__PURE__ */ Symbol("legacy props"), ao = /* @__PURE__ */ Symbol(""), ys = /* @__PURE__ */ Symbol("attributes"), Qa = /* @__PURE__ */ Symbol("class"), $a = /* @__PURE__ */ Symbol("style"), en = /* @__PURE__ */ Symbol("text"), fa = /* @__PURE__ */ Symbol("form reset"), aa = new class extends Error {
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
function Ms(a, e) {
  return a != a ? e == e : a !== e || a !== null && typeof a == "object" || typeof a == "function";
}
function As(a) {
  return !Ms(a, this.v);
}
function bo() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function yo(a, e, r) {
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
function Mo(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function Ao() {
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
let vt = null;
function Lr(a) {
  vt = a;
}
function Ve(a, e = !1, r) {
  vt = {
    p: vt,
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
    vt
  ), r = e.e;
  if (r !== null) {
    e.e = null;
    for (var n of r)
      Ws(n);
  }
  return e.i = !0, vt = e.p, hn(a);
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
  var e = Re, r = je;
  At(null), Wt(null);
  try {
    return a();
  } finally {
    At(e), Wt(r);
  }
}
function gn(a, e, r, n = r) {
  a.addEventListener(e, () => Dr(r));
  const s = (
    /** @type {any} */
    a[fa]
  );
  s ? a[fa] = () => {
    s(), n(!0);
  } : a[fa] = () => n(!0), Lo();
}
function Ro(a, e, r, n) {
  const s = ea;
  var i = a.filter((f) => !f.settled), o = e.map(s);
  if (r.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    je
  ), c = Co(), d = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((f) => f.promise)) : null;
  function p(f) {
    if ((l.f & it) === 0) {
      c();
      try {
        n([...o, ...f]);
      } catch (g) {
        Ht(g, l);
      }
      ma();
    }
  }
  var h = Ps();
  if (r.length === 0) {
    d.then(() => p([])).finally(h);
    return;
  }
  function w() {
    Promise.all(r.map((f) => /* @__PURE__ */ Io(f))).then(p).catch((f) => Ht(f, l)).finally(h);
  }
  d ? d.then(() => {
    if ((l.f & it) !== 0) {
      h();
      return;
    }
    c(), w(), ma();
  }) : w();
}
function Co() {
  var a = (
    /** @type {Effect} */
    je
  ), e = Re, r = vt, n = (
    /** @type {Batch} */
    Le
  );
  return function(i = !0) {
    Wt(a), At(e), Lr(r), i && (a.f & it) === 0 && (n?.activate(), n?.apply());
  };
}
function ma(a = !0) {
  Wt(null), At(null), Lr(null), a && Le?.deactivate();
}
function Ps() {
  var a = (
    /** @type {Effect} */
    je
  ), e = a.b, r = (
    /** @type {Batch} */
    Le
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, r), r.increment(n, a), () => {
    e?.update_pending_count(-1, r), r.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function ea(a) {
  var e = ut | Je;
  return je !== null && (je.f |= jr), {
    ctx: vt,
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
function Io(a, e, r) {
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
    var p = (
      /** @type {Batch} */
      Le
    );
    if (o) {
      if ((c.f & Fr) !== 0)
        var h = Ps();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        p.async_deriveds.get(c)?.reject(Kr);
      else
        for (const f of l.values())
          f.reject(Kr);
      l.add(d), p.async_deriveds.set(c, d);
    }
    const w = (f, g = void 0) => {
      h?.(), l.delete(d), g !== Kr && (p.activate(), g ? (i.f |= ar, Rr(i, g)) : ((i.f & ar) !== 0 && (i.f ^= ar), Rr(i, f)), p.deactivate());
    };
    d.promise.then(w, (f) => w(null, f || "unknown"));
  }), wn(() => {
    for (const c of l)
      c.reject(Kr);
  }), new Promise((c) => {
    function d(p) {
      function h() {
        p === s ? c(i) : d(s);
      }
      p.then(h, h);
    }
    d(s);
  });
}
// @__NO_SIDE_EFFECTS__
function b(a) {
  const e = /* @__PURE__ */ ea(a);
  return Gs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Os(a) {
  const e = /* @__PURE__ */ ea(a);
  return e.equals = As, e;
}
function Fo(a) {
  var e = a.effects;
  if (e !== null) {
    a.effects = null;
    for (var r = 0; r < e.length; r += 1)
      _t(
        /** @type {Effect} */
        e[r]
      );
  }
}
function _n(a) {
  var e, r = je, n = a.parent;
  if (!Zt && n !== null && a.v !== et && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (it | ft)) !== 0)
    return go(), a.v;
  Wt(n);
  try {
    Fo(a), e = $s(a);
  } finally {
    Wt(r);
  }
  return e;
}
function Ls(a) {
  var e = _n(a);
  if (!a.equals(e) && (a.wv = Zs(), (!Le?.is_fork || a.deps === null) && (Le !== null ? (Le.capture(a, e, !0), Er?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    Ze(a, tt);
    return;
  }
  Zt || (Pt !== null ? (yn() || Le?.is_fork) && Pt.set(a, e) : pn(a));
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
let Ha = null, kr = null, Le = null, Er = null, Pt = null, tn = null, Gr = !1, za = !1, Xr = null, va = null;
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
    for (var r = (
      /** @type {Effect | null} */
      e
    ); r !== null; r = r.parent)
      if (this.#l.has(r)) return !0;
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
  unskip_effect(e, r = (n) => this.schedule(n)) {
    var n = this.#l.get(e);
    if (n) {
      this.#l.delete(e);
      for (var s of n.d)
        Ze(s, Je), r(s);
      for (s of n.m)
        Ze(s, xt), r(s);
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
        for (var r = i, n = !1; r.parent !== null; ) {
          r = r.parent;
          var s = r.f;
          if ((s & (nr | Ct)) !== 0) {
            if ((s & tt) === 0) {
              n = !0;
              break;
            }
            r.f ^= tt;
          }
        }
        n || e.push(r);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, c] of this.#i)
      Ze(l, c), this.schedule(l);
    this.apply();
    for (var e = Xr = [], r = [], n = va = []; this.#s.length > 0; ) {
      Kn++ > 1e3 && (this.#f(), Ho());
      for (const l of this.#c())
        try {
          this.#b(l, e, r);
        } catch (c) {
          throw Fs(l), this.#h() || this.discard(), c;
        }
    }
    if (Le = null, n.length > 0) {
      var s = sr.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Xr = null, va = null, this.#h()) {
      this.#g(r), this.#g(e);
      for (const [l, c] of this.#l)
        Is(l, c);
      n.length > 0 && /** @type {unknown} */
      Le.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(r), this.#g(e), i.#d(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Er = this, Vn(r), Vn(e), Er = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Le
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
  #b(e, r, n) {
    e.f ^= tt;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Ct | nr)) !== 0, l = o && (i & tt) !== 0, c = l || (i & ft) !== 0 || this.#l.has(s);
      if (!c && s.fn !== null) {
        o ? s.f ^= tt : (i & Or) !== 0 ? r.push(s) : oa(s) && ((i & Tt) !== 0 && this.add_dirty_reaction(s, xt), Cr(s));
        var d = s.first;
        if (d !== null) {
          s = d;
          continue;
        }
      }
      for (; s !== null; ) {
        var p = s.next;
        if (p !== null) {
          s = p;
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
    for (const [r, [, n]] of this.current)
      if (!n && e.current.has(r))
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
    const r = (n) => {
      var s = n.reactions;
      if (s !== null && !((n.f & ut) !== 0 && (n.f & (Je | xt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & ut) !== 0)
            r(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (Ar | Tt) && !this.async_deriveds.has(o) && (this.#i.delete(o), Ze(o, Je), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      r(n);
    this.oncommit(() => e.discard()), e.#f(), Le = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var r = 0; r < e.length; r += 1)
      Ts(e[r], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, r, n = !1) {
    e.v !== et && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & ar) === 0 && (this.current.set(e, [r, n]), Pt?.set(e, r)), this.is_fork || (e.v = r);
  }
  activate() {
    Le = this;
  }
  deactivate() {
    Le = null, Pt = null;
  }
  flush() {
    try {
      za = !0, Le = this, this.#p();
    } finally {
      Kn = 0, tn = null, Xr = null, va = null, za = !1, Le = null, Pt = null, Bt.clear();
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
    for (let h = Ha; h !== null; h = h.next) {
      var e = h.id < this.id, r = [];
      for (const [w, [f, g]] of this.current) {
        if (h.current.has(w)) {
          var n = (
            /** @type {[any, boolean]} */
            h.current.get(w)[0]
          );
          if (e && f !== n)
            h.current.set(w, [f, g]);
          else
            continue;
        }
        r.push(w);
      }
      if (e)
        for (const [w, f] of this.async_deriveds) {
          const g = h.async_deriveds.get(w);
          g && f.promise.then(g.resolve).catch(g.reject);
        }
      var s = [...h.current.keys()].filter(
        (w) => !/** @type {[any, boolean]} */
        h.current.get(w)[1]
      );
      if (!(!h.started || s.length === 0)) {
        var i = s.filter((w) => !this.current.has(w));
        if (i.length === 0)
          e && h.discard();
        else if (r.length > 0) {
          if (e)
            for (const w of this.#v)
              h.unskip_effect(w, (f) => {
                (f.f & (Tt | Ar)) !== 0 ? h.schedule(f) : h.#g([f]);
              });
          h.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of r)
            Cs(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var d = [...h.current].filter(([w, f]) => {
            const g = this.current.get(w);
            return g ? g[0] !== f[0] || g[1] !== f[1] : !0;
          }).map(([w]) => w);
          if (d.length > 0)
            for (const w of this.#o)
              (w.f & (it | ft | ga)) === 0 && mn(w, d, l) && ((w.f & (Ar | Tt)) !== 0 ? (Ze(w, Je), h.schedule(w)) : h.add_dirty_reaction(w, Je));
          if (h.#s.length > 0 && !h.#u) {
            h.apply();
            for (var p of h.#c())
              h.#b(p, [], []);
          }
          h.deactivate();
        }
      }
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  increment(e, r) {
    if (this.#t += 1, e) {
      let n = this.#a.get(r) ?? 0;
      this.#a.set(r, n + 1);
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  decrement(e, r) {
    if (this.#t -= 1, e) {
      let n = this.#a.get(r) ?? 0;
      n === 1 ? this.#a.delete(r) : this.#a.set(r, n - 1);
    }
    this.#u || (this.#u = !0, Vt(() => {
      this.#u = !1, this.linked && this.flush();
    }));
  }
  /**
   * @param {Map<Effect, number>} dirty_reactions
   */
  transfer_reactions(e) {
    for (const [r, n] of e)
      this.add_dirty_reaction(r, n);
    e.clear();
  }
  /**
   * @param {Effect} effect
   * @param {number} status
   */
  add_dirty_reaction(e, r) {
    (r === Je || this.#i.get(e) !== Je) && this.#i.set(e, r);
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
    if (Le === null) {
      const e = Le = new sr();
      !za && !Gr && Vt(() => {
        e.started || e.flush();
      });
    }
    return Le;
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
      var e = this.prev, r = this.next;
      e === null ? Ha = r : e.next = r, r === null ? kr = e : r.prev = e, this.linked = !1;
    }
  }
}
function Uo(a) {
  var e = Gr, r = Er;
  Er = null, Gr = !0;
  try {
    for (var n; ; ) {
      if (Po(), Le === null)
        return (
          /** @type {T} */
          n
        );
      Le.flush();
    }
  } finally {
    Gr = e, Er = r;
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
    for (var r = 0; r < e; ) {
      var n = a[r++];
      if ((n.f & (it | ft)) === 0 && oa(n) && (Kt = /* @__PURE__ */ new Set(), Cr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Ks(n), Kt?.size > 0)) {
        Bt.clear();
        for (const s of Kt) {
          if ((s.f & (it | ft)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Kt.has(o) && (Kt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (it | ft)) === 0 && Cr(c);
          }
        }
        Kt.clear();
      }
    }
    Kt = null;
  }
}
function Cs(a, e, r, n) {
  if (!r.has(a) && (r.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & ut) !== 0 ? Cs(
        /** @type {Derived} */
        s,
        e,
        r,
        n
      ) : (i & (Ar | Tt)) !== 0 && (i & Je) === 0 && mn(s, e, n) && (Ze(s, Je), bn(
        /** @type {Effect} */
        s
      ));
    }
}
function mn(a, e, r) {
  const n = r.get(a);
  if (n !== void 0) return n;
  if (a.deps !== null)
    for (const s of a.deps) {
      if (Qr.call(e, s))
        return !0;
      if ((s.f & ut) !== 0 && mn(
        /** @type {Derived} */
        s,
        e,
        r
      ))
        return r.set(
          /** @type {Derived} */
          s,
          !0
        ), !0;
    }
  return r.set(a, !1), !1;
}
function bn(a) {
  Le.schedule(a);
}
function Is(a, e) {
  if (!((a.f & Ct) !== 0 && (a.f & tt) !== 0)) {
    (a.f & Je) !== 0 ? e.d.push(a) : (a.f & xt) !== 0 && e.m.push(a), Ze(a, tt);
    for (var r = a.first; r !== null; )
      Is(r, e), r = r.next;
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
  var r = {
    f: 0,
    v: a,
    reactions: null,
    equals: Ss,
    rv: 0,
    wv: 0
  };
  return r;
}
// @__NO_SIDE_EFFECTS__
function X(a, e) {
  const r = gr(a);
  return Gs(r), r;
}
// @__NO_SIDE_EFFECTS__
function zo(a, e = !1, r = !0) {
  const n = gr(a);
  return e || (n.equals = As), n;
}
function O(a, e, r = !1) {
  Re !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Ot || (Re.f & ga) !== 0) && Es() && (Re.f & (ut | Tt | Ar | ga)) !== 0 && (qt === null || !qt.has(a)) && No();
  let n = r ? dr(e) : e;
  return Rr(a, n, va);
}
var ur = null, rn = 0;
function Rr(a, e, r = null) {
  if (!a.equals(e)) {
    Zt ? Bt.set(a, e) : Bt.has(a) || Bt.set(a, a.v);
    var n = sr.ensure();
    if (n.capture(a, e), (a.f & ut) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & Je) !== 0 && _n(s), Pt === null && pn(s);
    }
    a.wv = Zs(), ur = null, rn = 0, Ds(a, Je, r), ur = null, je !== null && (je.f & tt) !== 0 && (je.f & (Ct | nr)) === 0 && (St === null ? el([a]) : St.push(a)), !n.is_fork && ba.size > 0 && !js && Bo();
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
  var r = t(a), n = e === 1 ? r++ : r--;
  return O(a, r), n;
}
function Zr(a) {
  O(a, a.v + 1);
}
function Ds(a, e, r) {
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
      else if ((l & ut) !== 0) {
        var d = (
          /** @type {Derived} */
          o
        );
        Pt?.delete(d), Ds(d, xt, r);
      } else if (c) {
        var p = (
          /** @type {Effect} */
          o
        );
        (l & Tt) !== 0 && Kt !== null && Kt.add(p), r !== null ? r.push(p) : bn(p);
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
  var r = /* @__PURE__ */ new Map(), n = Ta(a), s = /* @__PURE__ */ X(0), i = hr, o = (l) => {
    if (hr === i)
      return l();
    var c = Re, d = hr;
    At(null), Xn(i);
    var p = l();
    return At(c), Xn(d), p;
  };
  return n && r.set("length", /* @__PURE__ */ X(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, c, d) {
        (!("value" in d) || d.configurable === !1 || d.enumerable === !1 || d.writable === !1) && Ao();
        var p = r.get(c);
        return p === void 0 ? o(() => {
          var h = /* @__PURE__ */ X(d.value);
          return r.set(c, h), h;
        }) : O(p, d.value, !0), !0;
      },
      deleteProperty(l, c) {
        var d = r.get(c);
        if (d === void 0) {
          if (c in l) {
            const p = o(() => /* @__PURE__ */ X(et));
            r.set(c, p), Zr(s);
          }
        } else
          O(d, et), Zr(s);
        return !0;
      },
      get(l, c, d) {
        if (c === Gt)
          return a;
        var p = r.get(c), h = c in l;
        if (p === void 0 && (!h || Mr(l, c)?.writable) && (p = o(() => {
          var f = dr(h ? l[c] : et), g = /* @__PURE__ */ X(f);
          return g;
        }), r.set(c, p)), p !== void 0) {
          var w = t(p);
          return w === et ? void 0 : w;
        }
        return Reflect.get(l, c, d);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var d = Reflect.getOwnPropertyDescriptor(l, c), p = r.get(c);
        if (p !== void 0) {
          var h = t(p);
          if (h === et)
            return;
          if (d && "value" in d)
            d.value = h;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: h,
              writable: !0
            };
        }
        return d;
      },
      has(l, c) {
        if (c === Gt)
          return !0;
        var d = r.get(c), p = d !== void 0 && d.v !== et || Reflect.has(l, c);
        if (d !== void 0 || (je !== null || Re !== null) && (!p || Mr(l, c)?.writable)) {
          d === void 0 && (d = o(() => {
            var w = p ? dr(l[c]) : et, f = /* @__PURE__ */ X(w);
            return f;
          }), r.set(c, d));
          var h = t(d);
          if (h === et)
            return !1;
        }
        return p;
      },
      set(l, c, d, p) {
        var h = r.get(c), w = c in l;
        if (n && c === "length")
          for (var f = d; f < /** @type {Source<number>} */
          h.v; f += 1) {
            var g = r.get(f + "");
            g !== void 0 ? O(g, et) : f in l && (g = o(() => /* @__PURE__ */ X(et)), r.set(f + "", g));
          }
        if (h === void 0)
          (!w || Mr(l, c)?.writable) && (h = o(() => /* @__PURE__ */ X(void 0)), O(h, dr(d)), r.set(c, h));
        else {
          w = h.v !== et;
          var D = o(() => dr(d));
          O(h, D);
        }
        var C = Reflect.getOwnPropertyDescriptor(l, c);
        if (C?.set && C.set.call(p, d), !w) {
          if (n && typeof c == "string") {
            var F = (
              /** @type {Source<number>} */
              r.get("length")
            ), _ = Number(c);
            Number.isInteger(_) && _ >= F.v && O(F, _ + 1);
          }
          Zr(s);
        }
        return !0;
      },
      ownKeys(l) {
        t(s);
        var c = Reflect.ownKeys(l).filter((h) => {
          var w = r.get(h);
          return w === void 0 || w.v !== et;
        });
        for (var [d, p] of r)
          p.v !== et && !(d in l) && c.push(d);
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
    var a = Element.prototype, e = Node.prototype, r = Text.prototype;
    zs = Mr(e, "firstChild").get, Bs = Mr(e, "nextSibling").get, Wn(a) && (a[Qa] = void 0, a[ys] = null, a[$a] = void 0, a.__e = void 0), Wn(r) && (r[en] = void 0);
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
function y(a, e) {
  return /* @__PURE__ */ Ut(a);
}
function Ne(a, e = !1) {
  {
    var r = /* @__PURE__ */ Ut(a);
    return r instanceof Comment && r.data === "" ? /* @__PURE__ */ na(r) : r;
  }
}
function B(a, e = !1) {
  return /* @__PURE__ */ Ut(a);
}
function u(a, e = 1, r = !1) {
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
function Ko(a, e, r) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    r ? document.createElement(a, { is: r }) : document.createElement(a)
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
        } catch (r) {
          a = r;
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
  var r = e.last;
  r === null ? e.last = e.first = a : (r.next = a, a.prev = r, e.last = a);
}
function Qt(a, e) {
  var r = je;
  r !== null && (r.f & ft) !== 0 && (a |= ft);
  var n = {
    ctx: vt,
    deps: null,
    nodes: null,
    f: a | Je | Lt,
    first: null,
    fn: e,
    last: null,
    next: null,
    parent: r,
    b: r && r.b,
    prev: null,
    teardown: null,
    wv: 0,
    ac: null
  };
  Le?.register_created_effect(n);
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
  if (s !== null && (s.parent = r, r !== null && Go(s, r), Re !== null && (Re.f & ut) !== 0 && (a & nr) === 0)) {
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
  ), r = !Re && (e & Ct) !== 0 && vt !== null && !vt.i;
  if (r) {
    var n = (
      /** @type {ComponentContext} */
      vt
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
  return (r = {}) => new Promise((n) => {
    r.outro ? vr(e, () => {
      _t(e), n(void 0);
    }) : (_t(e), n(void 0));
  });
}
function La(a) {
  return Qt(Or, a);
}
function Zo(a) {
  return Qt(Ar | jr, a);
}
function sa(a, e = 0) {
  return Qt(Oa | e, a);
}
function j(a, e = [], r = [], n = []) {
  Ro(n, e, r, (s) => {
    Qt(Oa, () => {
      a(...s.map(t));
    });
  });
}
function ia(a, e = 0) {
  var r = Qt(Tt | e, a);
  return r;
}
function Mt(a) {
  return Qt(Ct | jr, a);
}
function Js(a) {
  var e = a.teardown;
  if (e !== null) {
    const r = Zt, n = Re;
    Gn(!0), At(null);
    try {
      e.call(null);
    } catch (s) {
      Ht(s, a.parent);
    } finally {
      Gn(r), At(n);
    }
  }
}
function kn(a, e = !1) {
  var r = a.first;
  for (a.first = a.last = null; r !== null; ) {
    const s = r.ac;
    s !== null && Dr(() => {
      s.abort(aa);
    });
    var n = r.next;
    (r.f & nr) !== 0 ? r.parent = null : _t(r, e), r = n;
  }
}
function Qo(a) {
  for (var e = a.first; e !== null; ) {
    var r = e.next;
    (e.f & Ct) === 0 && _t(e), e = r;
  }
}
function _t(a, e = !0) {
  var r = !1;
  (e || (a.f & eo) !== 0) && a.nodes !== null && a.nodes.end !== null && ($o(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), r = !0), a.f |= $r, kn(a, e && !r), ta(a, 0);
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
    var r = a === e ? null : /* @__PURE__ */ na(a);
    a.remove(), a = r;
  }
}
function Ks(a) {
  var e = a.parent, r = a.prev, n = a.next;
  r !== null && (r.next = n), n !== null && (n.prev = r), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = r));
}
function vr(a, e, r = !0) {
  var n = [];
  a.f |= vn, Vs(a, n, !0);
  var s = () => {
    r && _t(a), e && e();
  }, i = n.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of n)
      l.out(o);
  } else
    s();
}
function Vs(a, e, r) {
  if ((a.f & ft) === 0) {
    a.f ^= ft;
    var n = a.nodes && a.nodes.t;
    if (n !== null)
      for (const l of n)
        (l.is_global || r) && e.push(l);
    for (var s = a.first; s !== null; ) {
      var i = s.next;
      if ((s.f & nr) === 0) {
        var o = (s.f & pr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Ct) !== 0 && (a.f & Tt) !== 0;
        Vs(s, e, o ? r : !1);
      }
      s = i;
    }
  }
}
function wa(a) {
  a.f &= ~vn, Ys(a, !0);
}
function Ys(a, e) {
  if ((a.f & vn) === 0 && (a.f & ft) !== 0) {
    a.f ^= ft, (a.f & tt) === 0 && (Ze(a, Je), sr.ensure().schedule(a));
    for (var r = a.first; r !== null; ) {
      var n = r.next, s = (r.f & pr) !== 0 || (r.f & Ct) !== 0;
      Ys(r, s ? e : !1), r = n;
    }
    var i = a.nodes && a.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function xn(a, e) {
  if (a.nodes)
    for (var r = a.nodes.start, n = a.nodes.end; r !== null; ) {
      var s = r === n ? null : /* @__PURE__ */ na(r);
      e.append(r), r = s;
    }
}
let Zt = !1;
function Gn(a) {
  Zt = a;
}
let Re = null, Ot = !1;
function At(a) {
  Re = a;
}
let je = null;
function Wt(a) {
  je = a;
}
let qt = null;
function Gs(a) {
  Re !== null && ((Re.f & _a) !== 0 || (Re.f & ut) !== 0) && (qt ??= /* @__PURE__ */ new Set()).add(a);
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
    for (var r = (
      /** @type {Value[]} */
      a.deps
    ), n = r.length, s = 0; s < n; s++) {
      var i = r[s];
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
function Qs(a, e, r = !0) {
  var n = a.reactions;
  if (n !== null && !(qt !== null && qt.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & ut) !== 0 ? Qs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (r ? Ze(i, Je) : (i.f & tt) !== 0 && Ze(i, xt), bn(
        /** @type {Effect} */
        i
      ));
    }
}
function $s(a) {
  var e = pt, r = yt, n = St, s = Re, i = qt, o = vt, l = Ot, c = hr, d = a.f;
  pt = /** @type {null | Value[]} */
  null, yt = 0, St = null, Re = (d & (Ct | nr)) === 0 ? a : null, qt = null, Lr(a.ctx), Ot = !1, hr = ++fr, a.ac !== null && (Dr(() => {
    a.ac.abort(aa);
  }), a.ac = null);
  try {
    a.f |= _a;
    var p = (
      /** @type {Function} */
      a.fn
    ), h = p();
    a.f |= Fr;
    var w = Zn(a);
    if (Es() && St !== null && !Ot && w !== null && (a.f & (ut | xt | Je)) === 0)
      for (var f = 0; f < /** @type {Source[]} */
      St.length; f++)
        Qs(
          St[f],
          /** @type {Effect} */
          a
        );
    if (s !== null && s !== a) {
      if (fr++, s.deps !== null)
        for (let g = 0; g < r; g += 1)
          s.deps[g].rv = fr;
      if (e !== null)
        for (const g of e)
          g.rv = fr;
      St !== null && (n === null ? n = St : n.push(.../** @type {Source[]} */
      St));
    }
    return (a.f & ar) !== 0 && (a.f ^= ar), h;
  } catch (g) {
    return Zn(a), Vo(g);
  } finally {
    a.f ^= _a, pt = e, yt = r, St = n, Re = s, qt = i, Lr(o), Ot = l, hr = c;
  }
}
function Zn(a) {
  var e = a.deps, r = Le?.is_fork;
  if (pt !== null) {
    var n;
    if (r || ta(a, yt), e !== null && yt > 0)
      for (e.length = yt + pt.length, n = 0; n < pt.length; n++)
        e[yt + n] = pt[n];
    else
      a.deps = e = pt;
    if (yn() && (a.f & Lt) !== 0)
      for (n = yt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !r && e !== null && yt < e.length && (ta(a, yt), e.length = yt);
  return e;
}
function tl(a, e) {
  let r = e.reactions;
  if (r !== null) {
    var n = Xi.call(r, a);
    if (n !== -1) {
      var s = r.length - 1;
      s === 0 ? r = e.reactions = null : (r[n] = r[s], r.pop());
    }
  }
  if (r === null && (e.f & ut) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
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
  var r = a.deps;
  if (r !== null)
    for (var n = e; n < r.length; n++)
      tl(a, r[n]);
}
function Cr(a) {
  var e = a.f;
  if ((e & it) === 0) {
    Ze(a, tt);
    var r = je;
    je = a;
    try {
      (e & (Tt | ms)) !== 0 ? Qo(a) : kn(a), Js(a);
      var n = $s(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Xs;
      var s;
    } finally {
      je = r;
    }
  }
}
async function ei() {
  await Promise.resolve(), Uo();
}
function t(a) {
  var e = a.f, r = (e & ut) !== 0;
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
  if (r) {
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
    for (const r of a.deps) {
      var e = r.reactions;
      e === null ? r.reactions = [a] : Qr.call(e, a) || e.push(a), (r.f & ut) !== 0 && (r.f & Lt) === 0 && (Rs(
        /** @type {Derived} */
        r
      ), ti(
        /** @type {Derived} */
        r
      ));
    }
}
function ri(a) {
  if (a.v === et) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Bt.has(e) || (e.f & ut) !== 0 && ri(
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
        const r = a[e];
        typeof r == "object" && r && Gt in r && an(r);
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
    const r = fn(a);
    if (r !== Object.prototype && r !== Array.prototype && r !== Map.prototype && r !== Set.prototype && r !== Date.prototype) {
      const n = gs(r);
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
function sl(a, e, r, n = {}) {
  function s(i) {
    if (n.capture || sn.call(e, i), !i.cancelBubble)
      return Dr(() => r?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Vt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function We(a, e, r, n, s) {
  var i = { capture: n, passive: s }, o = sl(a, e, r, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && wn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function ve(a, e, r) {
  (e[Vr] ??= {})[a] = r;
}
function ct(a) {
  for (var e = 0; e < a.length; e++)
    ai.add(a[e]);
  for (var r of nn)
    r(a);
}
let Ba = null, qa = !1;
function sn(a) {
  var e = this, r = (
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
        return i || r;
      }
    });
    var p = Re, h = je;
    At(null), Wt(null);
    try {
      for (var w, f = []; i !== null && i !== e; ) {
        try {
          var g = i[Vr]?.[n];
          g != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && g.call(i, a);
        } catch (D) {
          w ? f.push(D) : w = D;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (w) {
        for (let D of f)
          queueMicrotask(() => {
            throw D;
          });
        throw w;
      }
    } finally {
      a[Vr] = e, delete a.currentTarget, At(p), Wt(h);
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
  var r = (
    /** @type {Effect} */
    je
  );
  r.nodes === null && (r.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function k(a, e) {
  var r = (e & ks) !== 0, n = (e & ho) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = ni(i ? a : "<!>" + a), r || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ut(s)));
    var o = (
      /** @type {TemplateNode} */
      n || Hs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (r) {
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
function ll(a, e, r = "svg") {
  var n = !a.startsWith("<!>"), s = (e & ks) !== 0, i = `<${r}>${n ? a : "<!>" + a}</${r}>`, o;
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
      var p = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ut(d)
      ), h = (
        /** @type {TemplateNode} */
        d.lastChild
      );
      Ir(p, h);
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
  var a = document.createDocumentFragment(), e = document.createComment(""), r = Xt();
  return a.append(e, r), Ir(e, r), a;
}
function v(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function ul(a) {
  let e = 0, r = gr(0), n;
  return () => {
    yn() && (t(r), sa(() => (e === 0 && (n = Et(() => a(() => Zr(r)))), e += 1, () => {
      Vt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, Zr(r));
      });
    })));
  };
}
var cl = pr | jr;
function dl(a, e, r, n) {
  new fl(a, e, r, n);
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
  constructor(e, r, n, s) {
    this.#e = e, this.#t = r, this.#a = (i) => {
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
      this.#s = Mt(() => this.#a(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const r = this.#t.failed, { reset: n, invoke_onerror: s } = this.#m(e);
    Vt(s), r && (this.#i = Mt(() => {
      r(
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
    var r = !1, n = !1;
    const s = () => {
      if (!this.#d()) {
        if (r) {
          mo();
          return;
        }
        r = !0, n && To(), this.#i !== null && vr(this.#i, () => {
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
    e && (this.is_pending = !0, this.#o = Mt(() => e(this.#e)), Vt(() => {
      if (!this.#d()) {
        var r = this.#l = document.createDocumentFragment(), n = Xt(), s = !1;
        if (r.append(n), this.#s = this.#w(() => {
          try {
            return Mt(() => this.#a(n));
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
            Le
          );
          return;
        }
        this.#u === 0 && (this.#e.before(r), this.#l = null, vr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#f(
          /** @type {Batch} */
          Le
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = Mt(() => {
        this.#a(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        xn(this.#s, e);
        const r = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = Mt(() => r(this.#e));
      } else
        this.#f(
          /** @type {Batch} */
          Le
        );
    } catch (r) {
      this.error(r);
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
    var r = je, n = Re, s = vt;
    Wt(this.#n), At(this.#n), Lr(this.#n.ctx);
    try {
      return sr.ensure(), e();
    } finally {
      Wt(r), At(n), Lr(s);
    }
  }
  /**
   * Updates the pending count associated with the currently visible pending snippet,
   * if any, such that we can replace the snippet with content once work is done
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  #x(e, r) {
    if (!this.has_pending_snippet()) {
      this.parent && this.parent.#x(e, r);
      return;
    }
    this.#u += e, this.#u === 0 && (this.#f(r), this.#o && vr(this.#o, () => {
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
  update_pending_count(e, r) {
    this.#x(e, r), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Vt(() => {
      this.#h = !1, this.#c && Rr(this.#c, this.#v);
    }));
  }
  get_effect_pending() {
    return this.#p(), t(
      /** @type {Source<number>} */
      this.#c
    );
  }
  /** @param {unknown} error */
  error(e) {
    if (e === xs || !this.#t.onerror && !this.#t.failed)
      throw e;
    Le?.is_fork ? (this.#s && Le.skip_effect(this.#s), this.#o && Le.skip_effect(this.#o), this.#i && Le.skip_effect(this.#i), Le.oncommit(() => {
      this.#d() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (_t(this.#s), this.#s = null), this.#o && (_t(this.#o), this.#o = null), this.#i && (_t(this.#i), this.#i = null);
    let r = this.#t.failed;
    const n = (s) => {
      if (this.#d()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), r && !this.#d() && (this.#i = this.#w(() => {
        try {
          return Mt(() => {
            var l = (
              /** @type {Effect} */
              je
            );
            l.b = this, l.f |= Za, r(
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
function E(a, e) {
  var r = e == null ? "" : typeof e == "object" ? `${e}` : e;
  r !== /** @type {any} */
  (a[en] ??= a.nodeValue) && (a[en] = r, a.nodeValue = `${r}`);
}
function si(a, e) {
  return vl(a, e);
}
const ca = /* @__PURE__ */ new Map();
function vl(a, { target: e, anchor: r, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Wo();
  var c = void 0, d = Xo(() => {
    var p = r ?? e.appendChild(Xt());
    dl(
      /** @type {TemplateNode} */
      p,
      {
        pending: () => {
        }
      },
      (f) => {
        Ve({});
        var g = (
          /** @type {ComponentContext} */
          vt
        );
        i && (g.c = i), s && (n.$$events = s), c = a(f, n) || hn(), Ye();
      },
      l
    );
    var h = /* @__PURE__ */ new Set(), w = (f) => {
      for (var g = 0; g < f.length; g++) {
        var D = f[g];
        if (!h.has(D)) {
          h.add(D);
          var C = nl(D);
          for (const S of [e, document]) {
            var F = ca.get(S);
            F === void 0 && (F = /* @__PURE__ */ new Map(), ca.set(S, F));
            var _ = F.get(D);
            _ === void 0 ? (S.addEventListener(D, sn, { passive: C }), F.set(D, 1)) : F.set(D, _ + 1);
          }
        }
      }
    };
    return w(Pa(ai)), nn.add(w), () => {
      for (var f of h)
        for (const C of [e, document]) {
          var g = (
            /** @type {Map<string, number>} */
            ca.get(C)
          ), D = (
            /** @type {number} */
            g.get(f)
          );
          --D == 0 ? (C.removeEventListener(f, sn), g.delete(f), g.size === 0 && ca.delete(C)) : g.set(f, D);
        }
      nn.delete(w), p !== r && p.parentNode?.removeChild(p);
    };
  });
  return on.set(c, d), c;
}
let on = /* @__PURE__ */ new WeakMap();
function hl(a, e) {
  const r = on.get(a);
  return r ? (on.delete(a), r(e)) : Promise.resolve();
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
  constructor(e, r = !0) {
    this.anchor = e, this.#n = r;
  }
  /**
   * @param {Batch} batch
   */
  #s = (e) => {
    if (this.#e.has(e)) {
      var r = (
        /** @type {Key} */
        this.#e.get(e)
      ), n = this.#r.get(r);
      if (n)
        wa(n), this.#a.delete(r);
      else {
        var s = this.#t.get(r);
        s && (wa(s.effect), this.#r.set(r, s.effect), this.#t.delete(r), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (_t(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === r || this.#a.has(i)) continue;
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
    const r = Array.from(this.#e.values());
    for (const [n, s] of this.#t)
      r.includes(n) || (_t(s.effect), this.#t.delete(n));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, r) {
    var n = (
      /** @type {Batch} */
      Le
    ), s = qs();
    if (r && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Xt();
        i.append(o), this.#t.set(e, {
          effect: Mt(() => r(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          Mt(() => r(this.anchor))
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
function H(a, e, r = !1) {
  var n = new Sn(a), s = r ? pr : 0;
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
function gl(a, e, r) {
  var n = new Sn(a);
  ia(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    pl), n.ensure(s, r);
  });
}
function De(a, e) {
  return e;
}
function _l(a, e, r) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let h = e[l];
    vr(
      h,
      () => {
        if (i) {
          if (i.pending.delete(h), i.done.add(h), i.pending.size === 0) {
            var w = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            ln(a, Pa(i.done)), w.delete(i), w.size === 0 && (a.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var c = n.length === 0 && r !== null && a.pending.size === 0;
    if (c) {
      var d = (
        /** @type {Element} */
        r
      ), p = (
        /** @type {Element} */
        d.parentNode
      );
      Jo(p), p.append(d), a.items.clear();
    }
    ln(a, e, !c);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (a.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function ln(a, e, r = !0) {
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
      _t(e[s], r);
  }
}
var Qn;
function Te(a, e, r, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & ws) !== 0;
  if (c) {
    var d = (
      /** @type {Element} */
      a
    );
    o = d.appendChild(Xt());
  }
  var p = null, h = /* @__PURE__ */ Os(() => {
    var _ = r();
    return (
      /** @type {V[]} */
      Ta(_) ? _ : _ == null ? [] : Pa(_)
    );
  }), w = /* @__PURE__ */ new Map(), f = !0;
  function g(_) {
    if ((F.effect.f & it) === 0) {
      F.pending.delete(_);
      var S = t(h);
      F.fallback = p, ml(F, S, o, e, n), p !== null && (S.length === 0 ? (p.f & zt) === 0 ? wa(p) : (p.f ^= zt, Yr(p, null, o)) : vr(p, () => {
        p = null;
      }));
    }
  }
  function D(_) {
    F.pending.delete(_);
  }
  var C = ia(() => {
    for (var _ = (
      /** @type {V[]} */
      t(h)
    ), S = _.length, m = /* @__PURE__ */ new Set(), P = (
      /** @type {Batch} */
      Le
    ), N = qs(), q = 0; q < S; q += 1) {
      var Q = _[q], Y = n(Q, q), ne = f ? null : l.get(Y);
      ne ? (ne.v && Rr(ne.v, Q), ne.i && Rr(ne.i, q), N && P.unskip_effect(ne.e)) : (ne = bl(
        l,
        f ? o : Qn ??= Xt(),
        Q,
        Y,
        q,
        s,
        e,
        r
      ), f || (ne.e.f |= zt), l.set(Y, ne)), m.add(Y);
    }
    if (S === 0 && i && !p && (f ? p = Mt(() => i(o)) : (p = Mt(() => i(Qn ??= Xt())), p.f |= zt)), S > m.size && yo(), !f)
      if (w.set(P, m), N) {
        for (const [oe, J] of l)
          m.has(oe) || P.skip_effect(J.e);
        P.oncommit(g), P.ondiscard(D);
      } else
        g(P);
    t(h);
  }), F = { effect: C, items: l, pending: w, outrogroups: null, fallback: p };
  f = !1;
}
function qr(a) {
  for (; a !== null && (a.f & Ct) === 0; )
    a = a.next;
  return a;
}
function ml(a, e, r, n, s) {
  var i = (n & oo) !== 0, o = e.length, l = a.items, c = qr(a.effect.first), d, p = null, h, w = [], f = [], g, D, C, F;
  if (i)
    for (F = 0; F < o; F += 1)
      g = e[F], D = s(g, F), C = /** @type {EachItem} */
      l.get(D).e, (C.f & zt) === 0 && (C.nodes?.a?.measure(), (h ??= /* @__PURE__ */ new Set()).add(C));
  for (F = 0; F < o; F += 1) {
    if (g = e[F], D = s(g, F), C = /** @type {EachItem} */
    l.get(D).e, a.outrogroups !== null)
      for (const ne of a.outrogroups)
        ne.pending.delete(C), ne.done.delete(C);
    if ((C.f & ft) !== 0 && (wa(C), i && (C.nodes?.a?.unfix(), (h ??= /* @__PURE__ */ new Set()).delete(C))), (C.f & zt) !== 0)
      if (C.f ^= zt, C === c)
        Yr(C, null, r);
      else {
        var _ = p ? p.next : c;
        C === a.effect.last && (a.effect.last = C.prev), C.prev && (C.prev.next = C.next), C.next && (C.next.prev = C.prev), tr(a, p, C), tr(a, C, _), Yr(C, _, r), p = C, w = [], f = [], c = qr(p.next);
        continue;
      }
    if (C !== c) {
      if (d !== void 0 && d.has(C)) {
        if (w.length < f.length) {
          var S = f[0], m;
          p = S.prev;
          var P = w[0], N = w[w.length - 1];
          for (m = 0; m < w.length; m += 1)
            Yr(w[m], S, r);
          for (m = 0; m < f.length; m += 1)
            d.delete(f[m]);
          tr(a, P.prev, N.next), tr(a, p, P), tr(a, N, S), c = S, p = N, F -= 1, w = [], f = [];
        } else
          d.delete(C), Yr(C, c, r), tr(a, C.prev, C.next), tr(a, C, p === null ? a.effect.first : p.next), tr(a, p, C), p = C;
        continue;
      }
      for (w = [], f = []; c !== null && c !== C; )
        (d ??= /* @__PURE__ */ new Set()).add(c), f.push(c), c = qr(c.next);
      if (c === null)
        continue;
    }
    (C.f & zt) === 0 && w.push(C), p = C, c = qr(C.next);
  }
  if (a.outrogroups !== null) {
    for (const ne of a.outrogroups)
      ne.pending.size === 0 && (ln(a, Pa(ne.done)), a.outrogroups?.delete(ne));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || d !== void 0) {
    var q = [];
    if (d !== void 0)
      for (C of d)
        (C.f & ft) === 0 && q.push(C);
    for (; c !== null; )
      (c.f & ft) === 0 && c !== a.fallback && q.push(c), c = qr(c.next);
    var Q = q.length;
    if (Q > 0) {
      var Y = (n & ws) !== 0 && o === 0 ? r : null;
      if (i) {
        for (F = 0; F < Q; F += 1)
          q[F].nodes?.a?.measure();
        for (F = 0; F < Q; F += 1)
          q[F].nodes?.a?.fix();
      }
      _l(a, q, Y);
    }
  }
  i && Vt(() => {
    if (h !== void 0)
      for (C of h)
        C.nodes?.a?.apply();
  });
}
function bl(a, e, r, n, s, i, o, l) {
  var c = (o & so) !== 0 ? (o & lo) === 0 ? /* @__PURE__ */ zo(r, !1, !1) : gr(r) : null, d = (o & io) !== 0 ? gr(s) : null;
  return {
    v: c,
    i: d,
    e: Mt(() => (i(e, c ?? r, d ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Yr(a, e, r) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & zt) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : r; n !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ na(n)
      );
      if (i.before(n), n === s)
        return;
      n = o;
    }
}
function tr(a, e, r) {
  e === null ? a.effect.first = r : e.next = r, r === null ? a.effect.last = e : r.prev = e;
}
function yl(a, e, ...r) {
  var n = new Sn(a);
  ia(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...r)));
  }, pr);
}
function wl(a, e, r) {
  La(() => {
    var n = Et(() => e(a, r?.()) || {});
    if (r && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      sa(() => {
        var o = r();
        rl(o), s && Ms(i, o) && (i = o, n.update(o));
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
function kl(a, e, r) {
  var n = a == null ? "" : "" + a;
  if (r) {
    for (var s of Object.keys(r))
      if (r[s])
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
  var r = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + r);
  }
  return n;
}
function xl(a, e) {
  if (e) {
    var r = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (r += es(n)), s && (r += es(s, !0)), r = r.trim(), r === "" ? null : r;
  }
  return String(a);
}
function Rt(a, e, r, n, s, i) {
  var o = (
    /** @type {any} */
    a[Qa]
  );
  if (o !== r || o === void 0) {
    var l = kl(r, n, i);
    l == null ? a.removeAttribute("class") : a.className = l, a[Qa] = r;
  } else if (i && s !== i)
    for (var c in i) {
      var d = !!i[c];
      (s == null || d !== !!s[c]) && a.classList.toggle(c, d);
    }
  return i;
}
function Wa(a, e = {}, r, n) {
  for (var s in r) {
    var i = r[s];
    e[s] !== i && (r[s] == null ? a.style.removeProperty(s) : a.style.setProperty(s, i, n));
  }
}
function Be(a, e, r, n) {
  var s = (
    /** @type {any} */
    a[$a]
  );
  if (s !== e) {
    var i = xl(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[$a] = e;
  } else n && (Array.isArray(n) ? (Wa(a, r?.[0], n[0]), Wa(a, r?.[1], n[1], "important")) : Wa(a, r, n));
  return n;
}
function Sl(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function Ml(a, e) {
  var r = a.__defaultValue, n = a.multiple, s = n ? r ?? [] : null;
  if (!(n && !Ta(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Nr(i);
      Sl(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Us(o, r)
      );
    }
  }
}
function Ra(a, e, r = !1) {
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
  (!r || e !== void 0) && (a.selectedIndex = -1);
}
function dt(a) {
  var e = new MutationObserver((r) => {
    r.every(Al) || ("__defaultValue" in a && Ml(a), "__value" in a && Ra(a, a.__value));
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
function bt(a, e, r = e) {
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
    r(l), a.__value = l, Le !== null && n.add(Le);
  }), La(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Le
      );
      if (n.has(o))
        return;
    }
    if (Ra(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Nr(l), r(i));
    }
    a.__value = i, s = !1;
  });
}
function Nr(a) {
  return "__value" in a ? a.__value : a.value;
}
function Al(a) {
  if (
    /** @type {Element} */
    a.target.closest("selectedcontent") !== null
  )
    return !0;
  if (a.type === "childList") {
    var e = [...a.addedNodes, ...a.removedNodes];
    return e.length > 0 && e.every((r) => r.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const El = /* @__PURE__ */ Symbol("is custom element"), Nl = /* @__PURE__ */ Symbol("is html"), Tl = no ? "progress" : "PROGRESS";
function xa(a, e) {
  var r = Mn(a);
  r.value === (r.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== Tl) || (a.value = e ?? "");
}
function ii(a, e) {
  var r = Mn(a);
  r.checked !== (r.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function re(a, e, r, n) {
  var s = Mn(a), i = s[e];
  i !== (s[e] = r) && (e === "loading" && (a[ao] = r), r == null ? a.removeAttribute(e) : typeof r != "string" && Pl(a).has(e) ? a[e] = r : a.setAttribute(e, r));
}
function Mn(a) {
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
  var e = a.getAttribute("is") || a.nodeName, r = ts.get(e);
  if (r) return r;
  ts.set(e, r = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = gs(s);
    for (var o in n)
      n[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && r.add(o);
    s = fn(s);
  }
  return r;
}
function kt(a, e, r = e) {
  var n = /* @__PURE__ */ new WeakSet();
  gn(a, "input", async (s) => {
    var i = s ? a.defaultValue : a.value;
    if (i = Ja(a) ? Ka(i) : i, r(i), Le !== null && n.add(Le), await ei(), i !== (i = e())) {
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
  Et(e) == null && a.value && (r(Ja(a) ? Ka(a.value) : a.value), Le !== null && n.add(Le)), sa(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Le
      );
      if (n.has(i))
        return;
    }
    Ja(a) && s === Ka(a.value) || a.type === "date" && !s && !a.value || s !== a.value && (a.value = s ?? "");
  });
}
function Ol(a, e, r = e) {
  gn(a, "change", (n) => {
    var s = n ? a.defaultChecked : a.checked;
    r(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  Et(e) == null && r(a.checked), sa(() => {
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
class An {
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
  observe(e, r) {
    var n = this.#e.get(e) || /* @__PURE__ */ new Set();
    return n.add(r), this.#e.set(e, n), this.#a().observe(e, this.#t), () => {
      var s = this.#e.get(e);
      s.delete(r), s.size === 0 && (this.#e.delete(e), this.#r.unobserve(e));
    };
  }
  #a() {
    return this.#r ?? (this.#r = new ResizeObserver(
      /** @param {any} entries */
      (e) => {
        for (var r of e) {
          An.entries.set(r.target, r);
          for (var n of this.#e.get(r.target) || [])
            n(r);
        }
      }
    ));
  }
}
var Ll = /* @__PURE__ */ new An({
  box: "border-box"
});
function la(a, e, r) {
  var n = Ll.observe(a, () => r(a[e]));
  La(() => (Et(() => r(a[e])), n));
}
function Va(a, e) {
  return a === e || a?.[Gt] === e;
}
function Hr(a = hn(), e, r, n) {
  var s = (
    /** @type {ComponentContext} */
    vt.r
  ), i = (
    /** @type {Effect} */
    je
  );
  return La(() => {
    var o, l;
    return sa(() => {
      o = l, l = [], Et(() => {
        Va(r(...l), a) || (e(a, ...l), o && Va(r(...o), a) && e(null, ...o));
      });
    }), () => {
      let c = i;
      for (; c !== s && c.parent !== null && c.parent.f & $r; )
        c = c.parent;
      const d = () => {
        l && Va(r(...l), a) && e(null, ...l);
      }, p = c.teardown;
      c.teardown = () => {
        d(), p?.();
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
function Ce(a, e, r, n) {
  var s = !0, i = (r & fo) !== 0, o = (r & vo) !== 0, l = (
    /** @type {V} */
    n
  ), c = !0, d = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), p = () => o && s ? (d ??= /* @__PURE__ */ ea(
    /** @type {() => V} */
    n
  ), t(d)) : (c && (c = !1, l = o ? Et(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let h;
  if (i) {
    var w = Gt in a || ro in a;
    h = Mr(a, e)?.set ?? (w && e in a ? (m) => a[e] = m : void 0);
  }
  var f, g = !1;
  i ? [f, g] = Rl(() => (
    /** @type {V} */
    a[e]
  )) : f = /** @type {V} */
  a[e], f === void 0 && n !== void 0 && (f = p(), h && (Mo(), h(f)));
  var D;
  if (D = () => {
    var m = (
      /** @type {V} */
      a[e]
    );
    return m === void 0 ? p() : (c = !0, m);
  }, (r & co) === 0)
    return D;
  if (h) {
    var C = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(m, P) {
        return arguments.length > 0 ? ((!P || C || g) && h(P ? D() : m), m) : D();
      })
    );
  }
  var F = !1, _ = ((r & uo) !== 0 ? ea : Os)(() => (F = !1, D()));
  i && t(_);
  var S = (
    /** @type {Effect} */
    je
  );
  return (
    /** @type {() => V} */
    (function(m, P) {
      if (arguments.length > 0) {
        const N = P ? t(_) : i ? dr(m) : m;
        return O(_, N), F = !0, l !== void 0 && (l = N), m;
      }
      return Zt && F || (S.f & it) !== 0 ? _.v : t(_);
    })
  );
}
const Cl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(Cl);
const oi = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], li = [16250871, 10209764, 3903428, 742815, 340060], ui = [16250871, 16630669, 15761203, 12536332, 7022086];
function Tr(a, e) {
  return Array.from({ length: e }, (r, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ca = 128, Il = Tr(oi, Ca), Fl = Tr(li, Ca), jl = Tr(ui, Ca);
function Nt(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const r = Math.min(1, Math.abs(a)), n = Math.round(r * (Ca - 1));
  return e ? a < 0 ? Fl[n] : jl[n] : Il[n];
}
const En = (a, e) => e ? a < -0.583 || a > 0.717 ? "#fff" : "#000" : a > 0.551 ? "#000" : "#fff", ci = (a) => `linear-gradient(90deg, ${(a ? [...Tr(li, 9).reverse(), ...Tr(ui, 9)] : Tr(oi, 17)).join(",")})`, xr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], ht = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", ze = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a.toFixed(3), wt = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + ze(Math.abs(a)), un = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Sa = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, Qe = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Dl = /* @__PURE__ */ k("<option> </option>"), Ul = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Hl = /* @__PURE__ */ k("<figcaption><small> </small></figcaption>"), zl = /* @__PURE__ */ k('<figure><img/><!><button type="button">×</button></figure>'), rs = /* @__PURE__ */ k('<p class="fine"> </p>'), Bl = /* @__PURE__ */ k('<p class="turn"><b> </b> </p>'), ql = /* @__PURE__ */ k('<button type="button">stop</button>'), Wl = /* @__PURE__ */ k('<button type="button" class="link">new chat</button>'), Jl = /* @__PURE__ */ k('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Kl = /* @__PURE__ */ k('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Vl = /* @__PURE__ */ k("<h1> </h1> <!>", 1), Yl = /* @__PURE__ */ k('<p class="fine" data-edited=""> </p>'), Gl = /* @__PURE__ */ k('<span class="hidden"> </span>'), Xl = /* @__PURE__ */ k('<button type="button"> <!></button>'), Zl = /* @__PURE__ */ k('<span class="fine"> </span>'), Ql = /* @__PURE__ */ k('<button type="button" class="link">go on</button>'), $l = /* @__PURE__ */ k('<button type="button"><span> </span><small> </small></button>'), eu = /* @__PURE__ */ k('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), tu = /* @__PURE__ */ k('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), ru = /* @__PURE__ */ k('<section aria-label="Ask"><!> <!> <!></section>');
function au(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X(!1), s = /* @__PURE__ */ X(!1), i = /* @__PURE__ */ X(void 0);
  const o = /* @__PURE__ */ b(() => r().study?.answer.find((_) => _.position === r().at && _.token.id === r().target?.id) ?? r().study?.answer.find((_) => _.position === r().at));
  function l(_) {
    _.preventDefault(), O(s, !1);
    const S = [..._.dataTransfer?.files ?? []];
    S.length && r().addFiles(S);
  }
  function c(_) {
    const S = [..._.clipboardData?.files ?? []];
    S.length && r().addFiles(S);
  }
  var d = ru();
  We("paste", ya, c);
  let p;
  var h = y(d);
  {
    var w = (_) => {
      var S = Kl(), m = Ne(S), P = y(m), N = u(y(P));
      Te(N, 21, () => r().models, De, (U, L) => {
        var T = Dl(), V = B(T), ie = {};
        j(() => {
          E(V, `${t(L).name ?? ""}${t(L).loaded ? "" : " (is loaded when asked)"}`), ie !== (ie = t(L).name) && (T.value = (T.__value = ie) ?? "");
        }), v(U, T);
      }), dt(N);
      var q = u(P, 2);
      {
        var Q = (U) => {
          var L = Ul(), T = y(L), V = u(T, 2), ie = B(V), ke = u(V, 2);
          j(() => {
            T.disabled = !r().example, E(ie, `example ${(r().example ?? 0) + 1} of ${r().info.examples ?? ""}`), ke.disabled = r().example !== null && r().example >= r().info.examples - 1;
          }), ve("click", T, () => r().takeExample(r().example - 1)), ve("click", V, () => r().takeExample(r().example ?? 0)), ve("click", ke, () => r().takeExample((r().example ?? -1) + 1)), v(U, L);
        };
        H(q, (U) => {
          r().info?.examples && U(Q);
        });
      }
      var Y = u(m, 2), ne = y(Y);
      Te(ne, 19, () => r().uploads, (U, L) => U.id + L, (U, L, T) => {
        var V = zl(), ie = y(V), ke = u(ie);
        {
          var x = (A) => {
            var ee = Hl(), te = y(ee), _e = B(te);
            j(() => E(_e, `${t(L).frames.length ?? ""} frames`)), v(A, ee);
          };
          H(ke, (A) => {
            t(L).frames && A(x);
          });
        }
        var W = u(ke);
        j(
          (A) => {
            re(ie, "src", A), re(ie, "alt", `Image ${t(T) + 1}, ${t(L).width ?? ""} x ${t(L).height ?? ""}${t(L).frames ? `, ${t(L).frames.length} frames` : ""}`), re(W, "aria-label", `Remove image ${t(T) + 1}`);
          },
          [() => r().source.imageUrl(t(L).id)]
        ), ve("click", W, () => {
          r().uploads = r().uploads.filter((A, ee) => ee !== t(T)), r().example = null;
        }), v(U, V);
      });
      var oe = u(ne, 2), J = u(oe, 2);
      Hr(J, (U) => O(i, U), () => t(i));
      var I = u(Y, 2);
      {
        var Z = (U) => {
          var L = rs(), T = B(L, !0);
          j(() => E(T, r().exampleName)), v(U, L);
        };
        H(I, (U) => {
          r().exampleName && r().example !== null && U(Z);
        });
      }
      var se = u(I, 2);
      Te(se, 17, () => r().earlier, De, (U, L) => {
        var T = Bl(), V = y(T), ie = B(V, !0), ke = u(V);
        j(
          (x) => {
            E(ie, t(L).role), E(ke, ` ${x ?? ""}`);
          },
          [
            () => t(L).content.map((x) => x.type === "text" ? x.text : `[${x.type}]`).join(" ")
          ]
        ), v(U, T);
      });
      var $ = u(se, 2), G = u(y($), 2), he = u(G, 2), be = u(y(he), 2);
      {
        var xe = (U) => {
          var L = ql();
          ve("click", L, () => r().halt()), v(U, L);
        };
        H(be, (U) => {
          r().study?.answering && U(xe);
        });
      }
      var fe = u(be, 2), z = u(fe, 2);
      {
        var ce = (U) => {
          var L = Wl();
          ve("click", L, () => {
            r().earlier = [];
          }), v(U, L);
        };
        H(z, (U) => {
          r().earlier.length && U(ce);
        });
      }
      var M = u(he, 2);
      {
        var K = (U) => {
          var L = Jl(), T = y(L), V = u(y(T)), ie = u(T, 2), ke = u(y(ie)), x = u(ie, 2), W = u(y(x)), A = u(x, 2), ee = u(y(A));
          kt(V, () => r().system, (te) => r().system = te), kt(ke, () => r().prefill, (te) => r().prefill = te), kt(W, () => r().temperature, (te) => r().temperature = te), kt(ee, () => r().maxNew, (te) => r().maxNew = te), v(U, L);
        };
        H(M, (U) => {
          t(n) && U(K);
        });
      }
      j(() => {
        re(J, "accept", `image/*${r().info?.video ? ",video/*" : ""}`), re(fe, "aria-expanded", t(n));
      }), ve("change", N, () => r().otherModel()), bt(N, () => r().model, (U) => r().model = U), ve("click", oe, () => t(i)?.click()), ve("change", J, (U) => {
        r().addFiles(U.currentTarget.files ?? []), U.currentTarget.value = "";
      }), We("submit", $, (U) => {
        U.preventDefault(), r().ask();
      }), ve("keydown", G, (U) => {
        U.key === "Enter" && !U.shiftKey && (U.preventDefault(), r().ask());
      }), kt(G, () => r().question, (U) => r().question = U), ve("click", fe, () => O(n, !t(n))), v(_, S);
    }, f = (_) => {
      var S = Vl(), m = Ne(S), P = B(m, !0), N = u(m, 2);
      {
        var q = (Q) => {
          var Y = rs(), ne = B(Y, !0);
          j(() => E(ne, r().text)), v(Q, Y);
        };
        H(N, (Q) => {
          r().text && Q(q);
        });
      }
      j(() => E(P, r().title)), v(_, S);
    };
    H(h, (_) => {
      r().source.kind === "server" ? _(w) : r().title && _(f, 1);
    });
  }
  var g = u(h, 2);
  {
    var D = (_) => {
      var S = Yl(), m = B(S);
      j(() => E(m, `The answer and the views are still those of “${r().asked?.question ?? ""}” (${r().asked?.model ?? ""}).`)), v(_, S);
    };
    H(g, (_) => {
      r().edited && _(D);
    });
  }
  var C = u(g, 2);
  {
    var F = (_) => {
      var S = tu(), m = Ne(S), P = y(m);
      Te(P, 21, () => r().study.answer, De, (J, I) => {
        var Z = Xl();
        let se;
        var $ = y(Z), G = u($);
        {
          var he = (be) => {
            var xe = Gl(), fe = B(xe);
            j(() => E(fe, `end of the answer (${t(I).token.text ?? ""})`)), v(be, xe);
          };
          H(G, (be) => {
            t(I).ends && be(he);
          });
        }
        j(
          (be) => {
            se = Rt(Z, 1, "answer-token", null, se, { ends: t(I).ends }), re(Z, "aria-pressed", r().at === t(I).position && r().target?.id === t(I).token.id), re(Z, "title", `chosen after token ${t(I).position ?? ""}`), E($, be);
          },
          [() => t(I).ends ? "■" : Qe(t(I).token.text)]
        ), ve("click", Z, () => r().lookAt(t(I))), v(J, Z);
      });
      var N = u(P, 2);
      {
        var q = (J) => {
          var I = Zl(), Z = B(I, !0);
          j((se) => E(Z, se), [
            () => r().study.answer.filter((se) => !se.ends).map((se) => se.token.text).join("").trim() === r().asked.truth ? "right" : `the truth is ${r().asked.truth}`
          ]), v(J, I);
        };
        H(N, (J) => {
          r().asked && r().asked.truth !== null && J(q);
        });
      }
      var Q = u(N, 2);
      {
        var Y = (J) => {
          var I = Ql();
          ve("click", I, () => {
            r().goOn(), document.getElementById("question")?.focus();
          }), v(J, I);
        };
        H(Q, (J) => {
          r().source.kind === "server" && !r().study.answering && J(Y);
        });
      }
      var ne = u(m, 2);
      {
        var oe = (J) => {
          var I = eu();
          Te(I, 21, () => t(o).top.slice(0, 5), (Z) => Z.id, (Z, se) => {
            var $ = $l();
            let G;
            var he = y($), be = B(he, !0), xe = u(he), fe = B(xe, !0);
            j(
              (z, ce) => {
                re($, "aria-pressed", r().target?.id === t(se).id), G = Be($, "", G, { "--share": `${100 * t(se).p}%` }), E(be, z), E(fe, ce);
              },
              [() => Qe(t(se).text), () => ht(t(se).p)]
            ), ve("click", $, () => r().target = { id: t(se).id, text: t(se).text }), v(Z, $);
          }), v(J, I);
        };
        H(ne, (J) => {
          t(o) && J(oe);
        });
      }
      v(_, S);
    };
    H(C, (_) => {
      r().study?.answer.length && _(F);
    });
  }
  j(() => p = Rt(d, 1, "card ask", null, p, { dragged: t(s) })), We("dragover", d, (_) => {
    _.preventDefault(), O(s, !0);
  }), We("dragleave", d, () => O(s, !1)), We("drop", d, l), v(a, d), Ye();
}
ct(["change", "click", "keydown"]);
const ha = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Nn(a, e, r, n) {
  const s = Math.max(8, e / 30), i = r.map(({ box: [o, l, c, d], fill: p, text: h }) => {
    const w = `<rect x="${o}" y="${l}" width="${c - o}" height="${d - l}" fill="${p}"/>`;
    return h ? `${w}<text x="${(o + c) / 2}" y="${(l + d) / 2}" font-size="${Math.min((d - l) * 0.42, (c - o) * 1.5 / Math.max(2, h.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ha(h)}</text>` : w;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ha(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ha(n)}</text></svg>`;
}
const Ma = (a, e, r, n, s) => Nn(r * 20, e * 20, Array.from({ length: e * r }, (i, o) => ({ box: [o % r * 20, Math.floor(o / r) * 20, o % r * 20 + 19, Math.floor(o / r) * 20 + 19], fill: n(a[o]) })), s);
function pa(a, e, r = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: r }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const nu = (a) => a.map((e) => e.map((r) => /[",\n]/.test(String(r)) ? `"${String(r).replace(/"/g, '""')}"` : String(r)).join(",")).join(`
`) + `
`;
async function su(a) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`, await e.decode();
  const r = Math.max(1, 1200 / Math.max(e.width, e.height)), n = Object.assign(document.createElement("canvas"), { width: e.width * r, height: e.height * r });
  return n.getContext("2d").drawImage(e, 0, 0, n.width, n.height), new Promise((s) => n.toBlob((i) => s(i)));
}
const cn = (a) => {
  let e = "";
  for (let r = 0; r < a.length; r += 32768) e += String.fromCharCode(...a.subarray(r, r + 32768));
  return btoa(e);
};
async function iu(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const r = await e.blob();
  return `data:${r.type};base64,${cn(new Uint8Array(await r.arrayBuffer()))}`;
}
async function ou(a, e, r, n, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (p) => (await fetch(`assets/${p}`)).text())), l = await Promise.all(a.images.map((p, h) => Promise.all(p.frames.map((w, f) => iu(e(h, f)))))), c = Object.fromEntries([...a.raw].map(([p, h]) => [p, cn(h)])), d = JSON.stringify({ id: a.id, title: r, text: n, tabs: s, answer: a.answer, tokens: cn(a.bytes), pictures: l, views: c }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ha(r)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${d}<\/script><script type="module">${i}<\/script></body></html>`;
}
var lu = /* @__PURE__ */ k('<button type="button" class="small">code</button>'), uu = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), cu = /* @__PURE__ */ k('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), du = /* @__PURE__ */ k('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function Jt(a, e) {
  Ve(e, !0);
  let r = Ce(e, "code", 3, ""), n = Ce(e, "exporter", 3, null), s = /* @__PURE__ */ X(!1), i = /* @__PURE__ */ X(!1);
  async function o(m) {
    n() && (m === "csv" && n().csv && pa(`${n().name}.csv`, nu(n().csv()), "text/csv"), m === "svg" && n().svg && pa(`${n().name}.svg`, n().svg(), "image/svg+xml"), m === "png" && n().svg && pa(`${n().name}.png`, await su(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(r()), O(i, !0), setTimeout(() => O(i, !1), 1500);
  }
  var c = du(), d = Ne(c), p = y(d), h = B(p, !0), w = u(p, 2);
  yl(w, () => e.children ?? rr);
  var f = u(w, 4), g = y(f);
  {
    var D = (m) => {
      var P = lu();
      j(() => re(P, "aria-expanded", t(s))), ve("click", P, () => O(s, !t(s))), v(m, P);
    };
    H(g, (m) => {
      r() && m(D);
    });
  }
  var C = u(g, 2);
  {
    var F = (m) => {
      var P = It(), N = Ne(P);
      Te(N, 16, () => ["png", "svg", "csv"], De, (q, Q) => {
        var Y = It(), ne = Ne(Y);
        {
          var oe = (J) => {
            var I = uu(), Z = B(I, !0);
            j(
              (se) => {
                re(I, "aria-label", `Export ${n().name ?? ""} as ${se ?? ""}`), E(Z, Q);
              },
              [() => Q.toUpperCase()]
            ), ve("click", I, () => o(Q)), v(J, I);
          };
          H(ne, (J) => {
            (Q === "csv" ? n().csv : n().svg) && J(oe);
          });
        }
        v(q, Y);
      }), v(m, P);
    };
    H(C, (m) => {
      n() && m(F);
    });
  }
  var _ = u(d, 2);
  {
    var S = (m) => {
      var P = cu(), N = y(P), q = B(N, !0), Q = u(N, 2), Y = B(Q, !0);
      j(() => {
        E(q, t(i) ? "copied" : "copy"), re(Q, "aria-label", `Python for ${e.title ?? ""}`), E(Y, r());
      }), ve("click", N, l), v(m, P);
    };
    H(_, (m) => {
      t(s) && r() && m(S);
    });
  }
  j(() => E(h, e.title)), v(a, c), Ye();
}
ct(["click"]);
var fu = /* @__PURE__ */ k('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span class="axes"> </span> <span role="status"> </span></p></div>');
function Aa(a, e) {
  Ve(e, !0);
  let r = Ce(e, "signed", 3, !1), n = Ce(e, "high", 3, 0), s = Ce(e, "rowName", 3, "layer"), i = Ce(e, "columnName", 3, "head"), o = Ce(e, "columnLabels", 3, null), l = Ce(e, "picked", 3, null), c = Ce(e, "unit", 3, ""), d = Ce(e, "order", 3, null), p = Ce(e, "note", 3, () => "");
  const h = (T) => T.replace(/\bquery$/, "querie") + "s";
  let w = /* @__PURE__ */ X(void 0), f = /* @__PURE__ */ X(0), g = /* @__PURE__ */ X(null);
  const D = 30, C = 18, F = 46, _ = /* @__PURE__ */ b(() => Math.max(3, Math.min(F, (t(f) - D) / Math.max(1, e.columns)))), S = /* @__PURE__ */ b(() => Math.max(7, Math.min(30, t(_), 560 / Math.max(1, e.rows)))), m = /* @__PURE__ */ b(() => {
    if (n()) return n();
    let T = 0;
    for (let V = 0; V < e.rows * e.columns; V++) Math.abs(e.values[V]) > T && (T = Math.abs(e.values[V]));
    return T || 1;
  });
  let P = null;
  function N(T) {
    const V = document.createElement("canvas");
    V.width = Math.ceil((D + t(_) * e.columns) * T), V.height = Math.ceil((C + t(S) * e.rows) * T);
    const ie = V.getContext("2d");
    ie.scale(T, T);
    const ke = Math.min(t(
      _
      // else the lines would be most of what is seen
    ), t(S)) > 12 ? 1 : 0;
    for (let A = 0; A < e.rows; A++) for (let ee = 0; ee < e.columns; ee++) {
      const te = e.values[A * e.columns + (d() ? d()[ee] : ee)];
      ie.fillStyle = Number.isNaN(te) ? "rgba(128,128,128,.18)" : Nt(te / t(m), r()), ie.fillRect(D + ee * t(_), C + A * t(S), t(_) - ke, t(S) - ke);
    }
    ie.fillStyle = getComputedStyle(t(w)).color, ie.font = "11px system-ui, sans-serif", ie.textBaseline = "middle", ie.textAlign = "right";
    const x = Math.ceil(13 / t(S)), W = Math.ceil((e.columns > 100 ? 30 : 20) / t(_));
    for (let A = 0; A < e.rows; A += x) ie.fillText(String(A), D - 5, C + (A + 0.5) * t(S));
    if (ie.textAlign = "center", !o()) for (let A = 0; A < e.columns; A += W) ie.fillText(String(d() ? d()[A] : A), D + (A + 0.5) * t(_), 8);
    return V;
  }
  gt(() => {
    e.values, e.rows, e.columns, r(), t(m), t(_), t(S), d(), !(!t(w) || !t(f)) && (P = N(devicePixelRatio || 1), q());
  }), gt(() => {
    t(g), l(), q();
  });
  function q() {
    if (!t(w) || !P) return;
    const T = devicePixelRatio || 1;
    (t(w).width !== P.width || t(w).height !== P.height) && Object.assign(t(w), { width: P.width, height: P.height });
    const V = t(w).getContext("2d");
    V.setTransform(1, 0, 0, 1, 0, 0), V.clearRect(0, 0, t(w).width, t(w).height), V.drawImage(P, 0, 0), V.scale(T, T);
    for (const [ie, ke] of [[l(), "#fff"], [t(g), "#ffe14d"]]) {
      if (!ie) continue;
      const x = d() ? d().indexOf(ie[1]) : ie[1], W = [
        D + x * t(_),
        C + ie[0] * t(S),
        t(_) - 1,
        t(S) - 1
      ];
      V.lineWidth = 4, V.strokeStyle = "#000", V.strokeRect(...W), V.lineWidth = 2, V.strokeStyle = ke, V.strokeRect(...W);
    }
  }
  function Q(T) {
    const V = t(w).getBoundingClientRect(), ie = Math.floor((T.clientX - V.left - D) / t(_)), ke = Math.floor((T.clientY - V.top - C) / t(S));
    return ke >= 0 && ke < e.rows && ie >= 0 && ie < e.columns ? [ke, d() ? d()[ie] : ie] : null;
  }
  function Y(T) {
    T?.[0] === t(g)?.[0] && T?.[1] === t(g)?.[1] || (O(g, T), e.onhover?.(T));
  }
  function ne(T) {
    const V = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[T.key], ie = t(g) ?? l();
    if (V) {
      T.preventDefault();
      const ke = ie ? d() ? d().indexOf(ie[1]) : ie[1] : 0, x = ie ? Math.max(0, Math.min(e.columns - 1, ke + V[1])) : 0;
      Y([
        ie ? Math.max(0, Math.min(e.rows - 1, ie[0] + V[0])) : 0,
        d() ? d()[x] : x
      ]);
    } else (T.key === "Enter" || T.key === " ") && ie && (T.preventDefault(), e.onpick?.(ie));
  }
  const oe = /* @__PURE__ */ b(() => t(g) ?? l()), J = /* @__PURE__ */ b(() => {
    if (!t(oe)) return "Point at a cell, click to keep it.";
    const T = e.values[t(oe)[0] * e.columns + t(oe)[1]], V = o() ? o()[t(oe)[1]] : `${i()} ${t(oe)[1]}`;
    return Number.isNaN(T) ? `${s()} ${t(oe)[0]}${p()(t(oe)[0]) ? `: ${p()(t(oe)[0])}` : `, ${V}: nothing`}` : `${s()} ${t(oe)[0]}, ${V}: ${r() ? wt(T) : ze(T)} ${c()}`;
  });
  var I = fu();
  let Z;
  var se = y(I), $ = y(se);
  let G;
  Hr($, (T) => O(w, T), () => t(w));
  var he = u(se, 2), be = y(he), xe = y(be), fe = u(xe);
  let z;
  var ce = u(fe), M = u(be, 2), K = B(M), U = u(M, 2), L = B(U, !0);
  j(
    (T, V, ie, ke, x, W) => {
      Z = Be(I, "", Z, {
        "max-width": `max(320px, ${D + F * e.columns}px)`
      }), re(se, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${T ?? ""} by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), re(se, "data-grid", e.label), re(se, "data-cell", `30,18,${t(_) ?? ""},${t(S) ?? ""}`), G = Be($, "", G, {
        width: `${D + t(_) * e.columns}px`,
        height: `${C + t(S) * e.rows}px`
      }), E(xe, `${V ?? ""} `), z = Be(fe, "", z, { background: ie }), E(ce, ` ${ke ?? ""}`), E(K, `${x ?? ""} ↓ ${W ?? ""}`), E(L, t(J));
    },
    [
      () => h(s()),
      () => r() ? `−${ze(t(m))}` : "0",
      () => ci(r()),
      () => ze(t(m)),
      () => h(s()),
      () => o() ? "" : `${h(i())} →`
    ]
  ), ve("keydown", se, ne), We("blur", se, () => Y(null)), ve("pointermove", $, (T) => Y(Q(T))), We("pointerleave", $, () => Y(null)), ve("click", $, (T) => {
    const V = Q(T);
    V && e.onpick?.(V);
  }), la(I, "clientWidth", (T) => O(f, T)), v(a, I), Ye();
}
ct(["keydown", "pointermove", "click"]);
var vu = /* @__PURE__ */ k('<p role="status"> <button type="button" class="primary">find it</button></p>');
function _r(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  var n = It(), s = Ne(n);
  {
    var i = (o) => {
      var l = vu(), c = y(l), d = u(c);
      j((p, h) => E(c, `${e.what ?? ""} takes about ${p ?? ""}${h ?? ""}. `), [
        () => un(e.long.seconds),
        () => e.long.bytes ? ` and ${Sa(e.long.bytes)}` : ""
      ]), ve("click", d, () => r().granted = /* @__PURE__ */ new Set([...r().granted, e.long.key])), v(o, l);
    };
    H(s, (o) => {
      e.long && o(i);
    });
  }
  v(a, n), Ye();
}
ct(["click"]);
const hu = () => new Promise((a, e) => {
  const r = indexedDB.open("vlm_lens_native", 1);
  r.onupgradeneeded = () => r.result.createObjectStore("images"), r.onsuccess = () => a(r.result), r.onerror = () => e(r.error);
});
async function di(a, e) {
  try {
    const r = (await hu()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(r);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const as = (a, e) => di("readwrite", (r) => r.put(e, a)), pu = (a) => di("readonly", (e) => e.get(a));
async function gu(a, e = 16) {
  const r = document.createElement("video");
  r.muted = !0, r.src = URL.createObjectURL(a), await new Promise((o, l) => {
    r.onloadeddata = o, r.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const n = Math.max(2, Math.min(e, Math.floor(r.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: r.videoWidth, height: r.videoHeight }), i = [];
  for (let o = 0; o < n; o++)
    r.currentTime = (o + 0.5) * r.duration / n, await new Promise((l) => r.onseeked = l), s.getContext("2d").drawImage(r, 0, 0), i.push(await new Promise((l) => s.toBlob((c) => l(c), "image/png")));
  return URL.revokeObjectURL(r.src), { frames: i, fps: n / r.duration };
}
const fi = new Float32Array(65536);
for (let a = 0; a < 65536; a++) {
  const e = a & 32768 ? -1 : 1, r = a >> 10 & 31, n = a & 1023;
  fi[a] = e * (r === 0 ? n * 2 ** -24 : r === 31 ? n ? NaN : 1 / 0 : (1 + n / 1024) * 2 ** (r - 15));
}
const _u = {
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
  const e = a.byteOffset === 0 && a.byteLength === a.buffer.byteLength ? a : a.slice(), r = Number(new DataView(e.buffer).getBigUint64(0, !0)), n = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + r))), s = {};
  for (const [o, l] of Object.entries(n)) {
    if (o === "__metadata__") continue;
    const [c, d] = l.data_offsets;
    s[o] = { shape: l.shape, data: _u[l.dtype](e.slice(8 + r + c, 8 + r + d).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (c) => (c / 255) ** 2 * l : mu);
  return { arrays: s, about: i };
}
const mu = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function bu(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* yu(a) {
  const e = a.getReader();
  let r = new Uint8Array(0);
  try {
    for (; ; ) {
      const { done: n, value: s } = await e.read();
      if (n) return;
      const i = new Uint8Array(r.length + s.length);
      for (i.set(r), i.set(s, r.length), r = i; r.length >= 4; ) {
        const o = new DataView(r.buffer, r.byteOffset).getUint32(0, !0);
        if (r.length < 4 + o) break;
        yield r.slice(4, 4 + o), r = r.slice(4 + o);
      }
    }
  } finally {
    e.cancel().catch(() => {
    });
  }
}
class st extends Error {
  constructor(e, r = 0) {
    super(e), this.status = r;
  }
  status;
}
async function wu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new st(e.error ?? a.statusText, a.status);
}
async function or(a, e) {
  try {
    return await wu(await fetch(a, e));
  } catch (r) {
    throw r instanceof st || r.name === "AbortError" ? r : new st("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Ya = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), ns = 32 * 2 ** 20;
class ku {
  kind = "server";
  async models() {
    return (await or("api/models")).json();
  }
  async example(e, r) {
    return (await or(`api/examples?${new URLSearchParams({ model: e, number: String(r) })}`)).json();
  }
  async addImage(e) {
    if (e.size > ns) throw new st(`it has ${Sa(e.size)}, and ${Sa(ns)} are the most. Scale it down, or save it as JPEG.`);
    return (await or("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const r = await or("api/studies", Ya(e));
    return { id: r.headers.get("x-study"), bytes: new Uint8Array(await r.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await or(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, r, n) {
    return `api/studies/${e}/pictures/${r}/${n}`;
  }
  async raw(e, r, n) {
    return new Uint8Array(await (await or(`api/studies/${e}/${r}`, Ya(n))).arrayBuffer());
  }
  async *stream(e, r, n, s) {
    const i = await or(`api/studies/${e}/${r}`, { ...Ya(n), signal: s });
    for await (const o of yu(i.body)) {
      const l = ra(o);
      if (l.about.error) throw new st(l.about.error);
      yield l;
    }
  }
}
const Pr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class xu {
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
  pictureUrl(e, r, n) {
    return this.data.pictures[r]?.[n] ?? "data:,";
  }
  async raw(e, r, n) {
    const s = this.data.views[`${r} ${JSON.stringify(n)}`];
    if (!s) throw new st("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? bu(Pr(s)) : Pr(s);
  }
  async *stream(e, r, n) {
    yield ra(await this.raw(e, r, n));
  }
}
class Su {
  constructor(e) {
    this.model = e, e.on("msg:custom", (r, n) => {
      const s = this.waiting.get(r.id);
      s && (this.waiting.delete(r.id), r.error ? s.failed(new st(r.error)) : r.view ? this.arrived(r.view, (i) => s.done(Pr(i))) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
  pictureUrl(e, r, n) {
    return this.saved().pictures[r]?.[n] ?? "data:,";
  }
  async raw(e, r, n) {
    const s = `${r} ${JSON.stringify(n)}`, i = e === this.saved().id && this.kept(s);
    return i ? Pr(i) : this.sent(e, r, n);
  }
  // Views that were found before: each is a part of the widget's state, with its key.
  kept(e) {
    for (let r = 0, n; n = this.model.get(`view${r}`); r++) if (n.key === e) return n.piece;
  }
  // The state may come after the message that says so.
  arrived(e, r) {
    const n = () => {
      const s = this.model.get(e);
      return s && r(s.piece), !!s;
    };
    n() || this.model.on(`change:${e}`, n);
  }
  sent(e, r, n) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new st("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (c) => (clearTimeout(l), i(c)), failed: (c) => (clearTimeout(l), o(c)) }), this.model.send({ id: s, study: e, name: r, asked: n });
    });
  }
  async *stream(e, r, n) {
    const s = ra(await this.raw(e, r, n));
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
  constructor(e, r, n) {
    this.source = e, this.id = r, this.bytes = n;
    const { arrays: s, about: i } = ra(n), o = (l, c, d, p) => {
      const h = (f) => s[l + f]?.data[c] ?? -1, w = Array.from(s[`${l}boxes`].data.slice(4 * c, 4 * c + 4));
      return {
        position: d,
        text: p,
        id: h("ids"),
        kind: i.kinds[h("kinds")],
        image: h("images"),
        frame: h("frames"),
        row: h("rows"),
        column: h("columns"),
        tile: h("tiles"),
        tileRow: h("tile_rows"),
        tileColumn: h("tile_columns"),
        global: h("globals") > 0,
        box: w.some(Number.isNaN) ? null : w
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
    /* @__PURE__ */ X(0)
  );
  get passSeconds() {
    return t(this.#e);
  }
  set passSeconds(e) {
    O(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ X(dr([]));
  get answer() {
    return t(this.#r);
  }
  set answer(e) {
    O(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ X(!1);
  get answering() {
    return t(this.#t);
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
    const r = this.token(e);
    return r ? e < 0 && r.row < 0 ? r.image < 0 ? "filling" : `tile ${r.tileRow + 1},${r.tileColumn + 1} as a whole` : r.kind !== "image" || r.row < 0 ? r.text : [...[
      this.images.length > 1 ? `image ${r.image + 1}` : "",
      r.frame >= 0 ? `frame ${r.frame + 1}` : "",
      r.tileRow >= 0 ? `tile ${r.tileRow + 1},${r.tileColumn + 1}` : r.global ? "global" : ""
    ], `row ${r.row + 1} column ${r.column + 1}`].filter(Boolean).join(" ") : this.answer[e - this.nPrompt]?.token.text ?? "";
  }
  has(e) {
    return this.views.has(e);
  }
  view(e, r) {
    const n = vi(e, r);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, r).then((i) => (this.raw.set(n, i), ra(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const vi = (a, e) => `${a} ${JSON.stringify(e)}`, Mu = ["model", "q", "system", "prefill", "images", "turns", "t"], Au = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], jt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class Eu {
  constructor(e) {
    this.source = e, this.begin().catch((r) => this.fail(r));
  }
  source;
  #e = /* @__PURE__ */ X([]);
  get models() {
    return t(this.#e);
  }
  set models(e) {
    O(this.#e, e);
  }
  #r = /* @__PURE__ */ X("");
  get model() {
    return t(this.#r);
  }
  set model(e) {
    O(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ X("What is in the image?");
  get question() {
    return t(this.#t);
  }
  set question(e) {
    O(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ X("");
  get system() {
    return t(this.#a);
  }
  set system(e) {
    O(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ X([]);
  get earlier() {
    return t(this.#n);
  }
  set earlier(e) {
    O(this.#n, e);
  }
  #s = /* @__PURE__ */ X("");
  get prefill() {
    return t(this.#s);
  }
  set prefill(e) {
    O(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ X([]);
  get uploads() {
    return t(this.#o);
  }
  set uploads(e) {
    O(this.#o, e);
  }
  #i = /* @__PURE__ */ X(null);
  get example() {
    return t(this.#i);
  }
  set example(e) {
    O(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ X("");
  get exampleName() {
    return t(this.#l);
  }
  set exampleName(e) {
    O(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ X(null);
  get truth() {
    return t(this.#v);
  }
  set truth(e) {
    O(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ X(0);
  get temperature() {
    return t(this.#u);
  }
  set temperature(e) {
    O(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ X(48);
  get maxNew() {
    return t(this.#h);
  }
  set maxNew(e) {
    O(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ X(null);
  get study() {
    return t(this.#_);
  }
  set study(e) {
    O(this.#_, e);
  }
  #c = /* @__PURE__ */ X(null);
  get clean() {
    return t(this.#c);
  }
  set clean(e) {
    O(this.#c, e);
  }
  #p = /* @__PURE__ */ X(null);
  get second() {
    return t(this.#p);
  }
  set second(e) {
    O(this.#p, e);
  }
  #b = /* @__PURE__ */ X(null);
  get secondUpload() {
    return t(this.#b);
  }
  set secondUpload(e) {
    O(this.#b, e);
  }
  #k = /* @__PURE__ */ X(null);
  get secondExample() {
    return t(this.#k);
  }
  set secondExample(e) {
    O(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ X(null);
  get focus() {
    return t(this.#m);
  }
  set focus(e) {
    O(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ X(null);
  get target() {
    return t(this.#d);
  }
  set target(e) {
    O(this.#d, e);
  }
  #g = /* @__PURE__ */ X(null);
  get contrast() {
    return t(this.#g);
  }
  set contrast(e) {
    O(this.#g, e);
  }
  #y = /* @__PURE__ */ X(null);
  get place() {
    return t(this.#y);
  }
  set place(e) {
    O(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ X(null);
  get layer() {
    return t(this.#f);
  }
  set layer(e) {
    O(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ X(null);
  get head() {
    return t(this.#w);
  }
  set head(e) {
    O(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ X(null);
  get lensLayer() {
    return t(this.#x);
  }
  set lensLayer(e) {
    O(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ X([]);
  get words() {
    return t(this.#S);
  }
  set words(e) {
    O(this.#S, e);
  }
  #M = /* @__PURE__ */ X(0);
  get word() {
    return t(this.#M);
  }
  set word(e) {
    O(this.#M, e, !0);
  }
  #A = /* @__PURE__ */ X(!1);
  get vision() {
    return t(this.#A);
  }
  set vision(e) {
    O(this.#A, e, !0);
  }
  #E = /* @__PURE__ */ X(/* @__PURE__ */ new Set());
  get granted() {
    return t(this.#E);
  }
  set granted(e) {
    O(this.#E, e);
  }
  #N = /* @__PURE__ */ X(!1);
  get pattern() {
    return t(this.#N);
  }
  set pattern(e) {
    O(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ X("");
  get find() {
    return t(this.#T);
  }
  set find(e) {
    O(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ X(0.01);
  get least() {
    return t(this.#P);
  }
  set least(e) {
    O(this.#P, e, !0);
  }
  #O = /* @__PURE__ */ X("none");
  get paint() {
    return t(this.#O);
  }
  set paint(e) {
    O(this.#O, e, !0);
  }
  #L = /* @__PURE__ */ X("attribution");
  get tab() {
    return t(this.#L);
  }
  set tab(e) {
    O(this.#L, e, !0);
  }
  #R = /* @__PURE__ */ X(/* @__PURE__ */ new Set());
  get selected() {
    return t(this.#R);
  }
  set selected(e) {
    O(this.#R, e);
  }
  #C = /* @__PURE__ */ X("");
  get dictionary() {
    return t(this.#C);
  }
  set dictionary(e) {
    O(this.#C, e, !0);
  }
  #I = /* @__PURE__ */ X(null);
  get feature() {
    return t(this.#I);
  }
  set feature(e) {
    O(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ X([]);
  get changes() {
    return t(this.#F);
  }
  set changes(e) {
    O(this.#F, e);
  }
  #j = /* @__PURE__ */ X(null);
  get sweep() {
    return t(this.#j);
  }
  set sweep(e) {
    O(this.#j, e);
  }
  #D = /* @__PURE__ */ X(null);
  get hoverHead() {
    return t(this.#D);
  }
  set hoverHead(e) {
    O(this.#D, e);
  }
  #U = /* @__PURE__ */ X(null);
  get hoverPlace() {
    return t(this.#U);
  }
  set hoverPlace(e) {
    O(this.#U, e, !0);
  }
  #H = /* @__PURE__ */ X(0);
  get busy() {
    return t(this.#H);
  }
  set busy(e) {
    O(this.#H, e, !0);
  }
  #z = /* @__PURE__ */ X("");
  get message() {
    return t(this.#z);
  }
  set message(e) {
    O(this.#z, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #B = /* @__PURE__ */ X(Wr);
  get tabs() {
    return t(this.#B);
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
      question: r,
      system: n,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      temperature: c
    } = this, d = r.trim() === this.trueOf.trim() ? this.truth : null;
    return {
      model: e,
      question: r,
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
    const r = e;
    r.name !== "AbortError" && (this.message = r.message || String(e));
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
    } catch (r) {
      return r instanceof st && r.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(r), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const r = this.source.given();
      this.title = r.title, this.text = r.text, this.note = r.note ?? "", this.sweeps = r.sweeps ?? [];
      const n = new dn(this.source, r.id, r.bytes);
      n.answer = r.answer ?? [], this.study = n, this.tabs = r.tabs ?? Wr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = r.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (r) {
        this.fail(r), await new Promise((n) => setTimeout(n, 2e3));
      }
    this.message = "", this.model = this.models[0]?.name ?? "";
    const e = new URLSearchParams(location.hash.slice(1));
    addEventListener("hashchange", () => this.moved()), e.has("q") ? await this.arrive(e) : this.info?.examples && await this.takeExample(0, !1);
  }
  // Another address in the same page: another question is asked, another selection is shown.
  moved() {
    const e = new URLSearchParams(location.hash.slice(1)), r = new URLSearchParams(this.written);
    e.toString() !== this.written && (Mu.every((n) => e.get(n) === r.get(n)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
  }
  async arrive(e) {
    this.models.some((n) => n.name === e.get("model")) && (this.model = e.get("model")), this.restore(e), this.uploads = [];
    const r = this.bring(e);
    this.filling = r, await r && await this.ask(!1, this.draft);
  }
  // --- the address ---
  written = "";
  write() {
    const e = this.asked ?? this.draft, r = {
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
    for (const [i, o] of Object.entries(r)) o != null && o !== "" && n.set(i, String(o));
    const s = n.toString();
    !this.study || s === this.written || (this.written = s, this.source.kind !== "kernel" && history.replaceState(null, "", `#${s}`));
  }
  restore(e) {
    const r = (n) => {
      const [s, ...i] = (e.get(n) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = jt(e.get("t"), 0), this.focus = jt(e.get("focus"), null), this.target = r("target"), this.contrast = r("contrast"), this.place = jt(e.get("place"), null), this.layer = jt(e.get("layer"), null), this.head = jt(e.get("head"), null), this.lensLayer = jt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = jt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Wr.includes(e.get("tab")) ? e.get("tab") : Wr[0], this.selected = new Set(Au(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern"), this.dictionary = e.get("dictionary") ?? "", this.feature = jt(e.get("feature"), null);
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
    const r = e.get("second") ?? "";
    if (this.secondExample = r.length < 8 ? jt(r, null) : null, this.secondUpload = r.length < 8 ? null : await this.bringImage(r), this.uploads.length) return !0;
    const n = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), c = [];
      for (const d of l) {
        const p = await this.bringImage(d);
        if (!p)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        c.push(p);
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
    const r = await pu(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
    return r && this.source.addImage(r);
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
  async takeExample(e, r = !0, n = !1) {
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
    this.filling = o, await o && r && await this.ask();
  }
  // Images of one's own: beside those that are there, or in the place of an example's.
  addFiles(e) {
    const r = [...e], n = this.filling;
    this.filling = this.counted((async () => {
      await n;
      const s = this.example !== null ? [] : [...this.uploads], i = [];
      for (const o of r)
        try {
          s.push(await this.upload(o));
        } catch (l) {
          i.push(`${o.name}: ${l.message}`);
        }
      this.message = i.join(" "), i.length !== r.length && (this.uploads = s, this.example = null, this.exampleName = "", this.truth = null);
    })());
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await as(i.id, e), i;
    }
    const { frames: r, fps: n } = await gu(e), s = [];
    for (const i of r) {
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
    const r = e.uploads.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), n = [];
    e.system && n.push({
      role: "system",
      content: [{ type: "text", text: e.system }]
    });
    const s = [{ type: "text", text: e.question }];
    return e.earlier.length ? n.push(...e.earlier, { role: "user", content: s }) : n.push({ role: "user", content: [...r, ...s] }), {
      model: e.model,
      turns: n,
      prefill: e.prefill,
      temperature: e.temperature
    };
  }
  // Asks what the page says, or, where it is not fresh, what the study that is shown was asked with.
  async ask(e = !0, r = this.asked) {
    this.stop?.abort();
    const n = ++this.run, s = this.stop = new AbortController();
    this.message = "", this.busy++;
    let i = null;
    try {
      for (let l = null; l !== this.filling; ) await (l = this.filling);
      if (n !== this.run) return;
      const o = e ? this.draft : r ?? this.draft;
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
    const { id: r, bytes: n } = await this.source.open(this.prompt(e)), s = new dn(this.source, r, n);
    return s.asked = e, s;
  }
  // Lets a study answer, token by token, as long as it is wanted.
  async answers(e, r, n) {
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
        if (!r()) return !1;
        e.answer = [...e.answer, s.about], e.passSeconds = s.about.pass_seconds;
      }
    } finally {
      e.answering = !1;
    }
    return e.forget(), r();
  }
  afterAnswer() {
    const e = this.study?.answer[0];
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position);
    const r = this.secondExample ?? this.secondUpload;
    this.study && r !== null && !this.second && this.openSecond(r).catch((n) => this.fail(n)), this.write();
  }
  goOn() {
    if (!this.study || !this.asked) return;
    const e = this.prompt(this.asked).turns.filter((n) => n.role !== "system"), r = this.study.answer.filter((n) => !n.ends).map((n) => n.token.text).join("").trim();
    this.earlier = [
      ...e,
      {
        role: "assistant",
        content: [{ type: "text", text: r || "…" }]
      }
    ], this.question = "", this.prefill = "";
  }
  halt() {
    this.stop?.abort(), this.run++, this.study && (this.study.answering = !1);
  }
  // The same question about another image: the n-th example's, or one of one's own.
  async openSecond(e) {
    const r = ++this.seconds, n = this.asked;
    if (!n) return;
    const s = () => r === this.seconds && this.asked === n, i = async () => typeof e == "number" ? (await this.source.example(n.model, e)).images[0] ?? null : e instanceof File ? this.upload(e) : e, o = await this.during((async () => {
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
  takeHead(e, r, n = "attention") {
    this.layer = e, this.head = r, this.paint = n, this.hoverHead = null;
  }
  takePlace(e) {
    this.place = e, this.hoverPlace = null;
  }
  release() {
    (this.hoverHead || this.hoverPlace !== null) && (this.hoverHead = null, this.hoverPlace = null), this.place !== null ? this.place = null : this.layer !== null ? (this.layer = this.head = null, this.paint = "none") : this.selected.size && (this.selected = /* @__PURE__ */ new Set());
  }
  toggle(e, r = "set") {
    const n = new Set(r === "set" ? [] : this.selected);
    for (const s of e)
      r === "flip" && n.has(s) ? n.delete(s) : n.add(s);
    this.selected = n;
  }
}
function Dt(a, ...e) {
  const r = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + r);
}
var Nu = /* @__PURE__ */ k('<span class="fine"> </span>'), ss = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Tu = /* @__PURE__ */ k('<button type="button"> </button>'), Pu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), Ou = /* @__PURE__ */ k('<ol class="best"></ol>'), Ga = /* @__PURE__ */ k('<p class="fine"> </p>'), Lu = /* @__PURE__ */ k('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), Ru = /* @__PURE__ */ k('<!> <!> <!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), Cu = /* @__PURE__ */ k('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Iu(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X("image"), s = /* @__PURE__ */ X(!1);
  const i = /* @__PURE__ */ b(() => e.painted.heads.view), o = /* @__PURE__ */ b(() => e.painted.pattern), l = /* @__PURE__ */ b(() => r().pattern), c = /* @__PURE__ */ b(() => {
    if (!t(i)) return new Float32Array();
    const [J, I] = t(i).arrays.weights.shape, Z = new Float32Array(J * I).fill(NaN), se = t(i).arrays.image_weights;
    return d(t(i).arrays.weights, Z, 1, [...e.study.attending]), se && d(se, Z, -1, e.study.crossing), Z;
  });
  function d({ shape: J, data: I }, Z, se, $) {
    const [, G, he] = J, be = new Uint8Array(he);
    for (let xe = 0; xe < he; xe++) {
      const fe = se > 0 ? xe : -1 - xe;
      be[xe] = Number(t(n) === "image" ? e.study.token(fe)?.kind === "image" : t(n) === "selection" ? r().selected.has(fe) : fe === r().place);
    }
    for (const xe of $) for (let fe = 0; fe < G; fe++) {
      let z = 0;
      const ce = ((se > 0 ? xe : e.study.crossing.indexOf(xe)) * G + fe) * he;
      if (t(n) === "entropy") for (let M = 0; M < he; M++) {
        const K = I[ce + M];
        K > 0 && (z -= K * Math.log(K));
      }
      else for (let M = 0; M < he; M++) be[M] && (z += I[ce + M]);
      Z[xe * G + fe] = z;
    }
  }
  const p = /* @__PURE__ */ b(() => t(i)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ b(() => Array.from(t(c).keys()).filter((J) => !Number.isNaN(t(c)[J])).sort((J, I) => t(c)[I] - t(c)[J]).slice(0, 24)), w = /* @__PURE__ */ b(() => !!t(i)?.arrays.image_weights), f = /* @__PURE__ */ b(() => e.study.mixers.map((J, I) => I).filter((J) => !e.study.attending.has(J) && !(t(w) && e.study.crossing.includes(J)))), g = /* @__PURE__ */ b(() => r().layer !== null && e.study.crossing.includes(r().layer)), D = /* @__PURE__ */ b(() => t(l) ? t(o).view?.arrays.weights ?? null : null), C = /* @__PURE__ */ b(() => t(D) ? {
    name: `pattern-L${r().layer}H${r().head}`,
    svg: () => Ma(t(D).data, t(D).shape[0], t(D).shape[1], (J) => Nt(J, !1), `pattern of L${r().layer}H${r().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: t(D).shape[1] }, (J, I) => I)
      ],
      ...Array.from({ length: t(D).shape[0] }, (J, I) => [
        I,
        ...t(D).data.slice(I * t(D).shape[1], (I + 1) * t(D).shape[1])
      ])
    ]
  } : t(i) ? {
    name: "attention",
    svg: () => Ma(t(c), t(p)[0], t(p)[1], (J) => Nt(J / t(c).reduce((I, Z) => Z > I ? Z : I, 1e-9), !1), `attention, ${t(n)}`),
    csv: () => [
      ["layer", "head", t(n)],
      ...Array.from(t(c), (J, I) => [
        Math.floor(I / t(p)[1]),
        I % t(p)[1],
        J
      ])
    ]
  } : null), F = /* @__PURE__ */ b(() => r().shownPlace), _ = /* @__PURE__ */ b(() => {
    const J = e.painted.readers.view;
    return J && r().shownHead && r().paint === "readers" ? Array.from(Dt(J.arrays.weights, r().shownHead.layer, r().shownHead.head)).map((I, Z) => ({ weight: I, position: Z })).sort((I, Z) => Z.weight - I.weight).slice(0, 5) : [];
  });
  var S = Cu(), m = y(S);
  {
    let J = /* @__PURE__ */ b(() => t(l) ? t(o).view?.about.code ?? "" : t(i)?.about.code ?? "");
    Jt(m, {
      title: "Attention",
      get code() {
        return t(J);
      },
      get exporter() {
        return t(C);
      },
      children: (I, Z) => {
        var se = Nu(), $ = B(se);
        j((G) => E($, `from the focus ${G ?? ""}`), [
          () => JSON.stringify(e.study.label(t(i)?.about.focus ?? r().at))
        ]), v(I, se);
      },
      $$slots: { default: !0 }
    });
  }
  var P = u(m, 2);
  {
    var N = (J) => {
      var I = ss(), Z = B(I, !0);
      j(() => E(Z, e.painted.heads.error)), v(J, I);
    };
    H(P, (J) => {
      e.painted.heads.error && J(N);
    });
  }
  var q = u(P, 2), Q = y(q);
  Te(
    Q,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    De,
    (J, I) => {
      var Z = /* @__PURE__ */ b(() => Yt(I, 2));
      let se = () => t(Z)[0], $ = () => t(Z)[1];
      var G = Tu(), he = B(G, !0);
      j(() => {
        re(G, "aria-pressed", t(n) === se()), G.disabled = se() === "selection" && !r().selected.size || se() === "token" && r().place === null, E(he, $());
      }), ve("click", G, () => O(n, se(), !0)), v(J, G);
    }
  );
  var Y = u(Q, 2), ne = u(q, 2);
  {
    var oe = (J) => {
      var I = Ru(), Z = Ne(I);
      {
        var se = (W) => {
          var A = Ou();
          Te(A, 20, () => t(h), (ee) => ee, (ee, te) => {
            const _e = /* @__PURE__ */ b(() => {
              const [ae, we] = [Math.floor(te / t(p)[1]), te % t(p)[1]];
              return { layer: ae, head: we };
            });
            var le = Pu(), Me = y(le), pe = y(Me), ye = u(pe), de = B(ye, !0);
            j(
              (ae) => {
                re(Me, "aria-pressed", r().layer === t(_e).layer && r().head === t(_e).head), E(pe, `L${t(_e).layer ?? ""}H${t(_e).head ?? ""} `), E(de, ae);
              },
              [
                () => t(n) === "entropy" ? `${t(c)[te].toFixed(2)} nats` : ht(t(c)[te])
              ]
            ), We("pointerenter", Me, () => {
              r().hoverHead = {
                layer: t(_e).layer,
                head: t(_e).head
              }, r().paint = "attention";
            }), We("pointerleave", Me, () => r().hoverHead = null), ve("click", Me, () => r().takeHead(t(_e).layer, t(_e).head)), v(ee, le);
          }), v(W, A);
        }, $ = (W) => {
          {
            let A = /* @__PURE__ */ b(() => t(n) === "entropy" ? 0 : 1), ee = /* @__PURE__ */ b(() => t(n) === "entropy" ? "nats" : "of its attention"), te = /* @__PURE__ */ b(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
            Aa(W, {
              label: "Attention by head",
              get values() {
                return t(c);
              },
              get rows() {
                return t(p)[0];
              },
              get columns() {
                return t(p)[1];
              },
              get high() {
                return t(A);
              },
              get unit() {
                return t(ee);
              },
              note: (_e) => t(f).includes(_e) ? `${e.study.mixers[_e]}, which has no attention pattern` : "",
              get picked() {
                return t(te);
              },
              onhover: (_e) => {
                r().hoverHead = _e && { layer: _e[0], head: _e[1] }, _e && r().paint !== "readers" && r().paint !== "sources" && (r().paint = "attention");
              },
              onpick: ([_e, le]) => r().takeHead(_e, le, r().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        H(Z, (W) => {
          t(s) ? W(se) : W($, -1);
        });
      }
      var G = u(Z, 2);
      {
        var he = (W) => {
          var A = Ga(), ee = B(A);
          j((te) => E(ee, `Layers ${te ?? ""} attend to image features by cross-attention, and to nothing else: all of their attention is on the image. Their maps are painted on it; of the other layers, which attend to tokens of the prompt, the strip below it shows where.`), [() => e.study.crossing.join(", ")]), v(W, A);
        };
        H(G, (W) => {
          t(w) && W(he);
        });
      }
      var be = u(G, 2);
      {
        var xe = (W) => {
          var A = Ga(), ee = B(A);
          j((te, _e, le) => E(ee, `Layers ${te ?? ""} have no attention pattern: ${_e ?? ""} stands there in the place of attention${le ?? ""}.`), [
            () => t(f).join(", "),
            () => [
              ...new Set(t(f).map((te) => e.study.mixers[te]))
            ].join(", "),
            () => e.study.crossing.includes(t(f)[0]) ? ", and this prompt has no image" : ""
          ]), v(W, A);
        };
        H(be, (W) => {
          t(f).length && W(xe);
        });
      }
      var fe = u(be, 2), z = y(fe), ce = u(z, 2), M = u(ce, 2), K = B(M), U = u(fe, 2);
      {
        var L = (W) => {
          var A = Ga(), ee = B(A);
          j((te) => E(ee, `Most by: ${te ?? ""}.`), [
            () => t(_).map((te) => `${e.study.label(te.position)} ${ht(te.weight)}`).join(", ")
          ]), v(W, A);
        };
        H(U, (W) => {
          t(_).length && W(L);
        });
      }
      var T = u(U, 2);
      {
        let W = /* @__PURE__ */ b(() => e.painted.long("pattern"));
        _r(T, {
          get session() {
            return r();
          },
          get long() {
            return t(W);
          },
          what: "The whole pattern"
        });
      }
      var V = u(T, 2);
      {
        var ie = (W) => {
          const A = /* @__PURE__ */ b(() => t(o).view.arrays.weights);
          var ee = Lu(), te = Ne(ee), _e = B(te), le = u(te, 2), Me = y(le);
          {
            let pe = /* @__PURE__ */ b(() => t(g) ? "image feature" : "key"), ye = /* @__PURE__ */ b(() => [
              r().at,
              t(g) ? r().keyOfPlace ?? 0 : Math.max(0, r().place ?? r().at)
            ]);
            Aa(Me, {
              label: "Pattern",
              get values() {
                return t(A).data;
              },
              get rows() {
                return t(A).shape[0];
              },
              get columns() {
                return t(A).shape[1];
              },
              high: 1,
              rowName: "query",
              get columnName() {
                return t(pe);
              },
              get picked() {
                return t(ye);
              },
              onpick: ([de, ae]) => {
                r().place = t(g) ? -1 - ae : ae, de < e.study.tokens.length && (r().focus = de);
              }
            });
          }
          j(() => E(_e, `Queries from top to bottom, ${t(g) ? "image features" : "keys"} from left to right${t(F) === null || t(F) < 0 ? "" : `; row ${t(F)} is the token that is pointed at`}.`)), v(W, ee);
        };
        H(V, (W) => {
          t(l) && t(o).view && W(ie);
        });
      }
      var ke = u(V, 2);
      {
        var x = (W) => {
          var A = ss(), ee = B(A, !0);
          j(() => E(ee, t(o).error)), v(W, A);
        };
        H(ke, (W) => {
          t(o).error && W(x);
        });
      }
      j(
        (W) => {
          re(z, "aria-pressed", r().paint === "attention"), re(ce, "aria-pressed", r().paint === "readers"), ce.disabled = r().place === null, re(M, "aria-pressed", t(l)), M.disabled = W, E(K, `whole pattern${r().layer === null ? "" : ` of L${r().layer}H${r().head}`}`);
        },
        [
          () => r().layer === null || t(f).includes(r().layer)
        ]
      ), ve("click", z, () => r().paint = "attention"), ve("click", ce, () => r().paint = r().paint === "readers" ? "attention" : "readers"), ve("click", M, () => r().pattern = !r().pattern), v(J, I);
    };
    H(ne, (J) => {
      t(i) && J(oe);
    });
  }
  j(() => re(Y, "aria-pressed", t(s))), ve("click", Y, () => O(s, !t(s))), v(a, S), Ye();
}
ct(["click"]);
class Na {
  #e = /* @__PURE__ */ X(null);
  get view() {
    return t(this.#e);
  }
  set view(e) {
    O(this.#e, e);
  }
  #r = /* @__PURE__ */ X(null);
  get study() {
    return t(this.#r);
  }
  set study(e) {
    O(this.#r, e);
  }
  #t = /* @__PURE__ */ X(null);
  get asked() {
    return t(this.#t);
  }
  set asked(e) {
    O(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ X("");
  get error() {
    return t(this.#a);
  }
  set error(e) {
    O(this.#a, e, !0);
  }
  constructor(e, r) {
    let n = 0;
    gt(() => {
      const s = r(), i = ++n;
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
var Fu = /* @__PURE__ */ k('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), ju = /* @__PURE__ */ k('<span class="fine">logit of <b> </b><!> <!></span>'), is = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Du = /* @__PURE__ */ k('<p class="fine">Click a token of the answer.</p>'), Uu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), Hu = /* @__PURE__ */ k('<span class="fine"> </span>'), zu = /* @__PURE__ */ k('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), Bu = /* @__PURE__ */ k('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), qu = /* @__PURE__ */ k("<li> <b> </b></li>"), Wu = /* @__PURE__ */ k('<ol class="best"></ol> <p class="fine"> </p>', 1), Ju = /* @__PURE__ */ k("<!> <!> <!>", 1), Ku = /* @__PURE__ */ k(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button> <!></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Vu = /* @__PURE__ */ k('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Yu(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ b(() => r().target ? {
    target: r().target.id,
    contrast: r().contrast?.id ?? null,
    focus: r().at
  } : null), s = new Na(r(), () => t(n) ? { study: e.study, name: "parts", asked: t(n) } : null);
  let i = /* @__PURE__ */ X(null);
  const o = new Na(r(), () => t(n) && t(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...t(n), layer: t(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ b(() => s.view?.about), c = /* @__PURE__ */ b(() => s.view?.arrays.heads), d = /* @__PURE__ */ b(() => {
    if (!t(c)) return [];
    const [N, q] = t(c).shape;
    return Array.from({ length: N * q }, (Q, Y) => ({
      layer: Math.floor(Y / q),
      head: Y % q,
      value: t(c).data[Y]
    })).sort((Q, Y) => Math.abs(Y.value) - Math.abs(Q.value)).slice(0, 8);
  }), p = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, h = /* @__PURE__ */ b(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const N = s.view.arrays.values.data, q = [], Q = [];
    return t(l).labels.forEach((Y, ne) => {
      const oe = /^(\d+)_(.+)$/.exec(Y);
      oe ? (q[Number(oe[1])] ??= { layer: Number(oe[1]), parts: [] }).parts.push({ name: p[oe[2]] ?? oe[2], value: N[ne] }) : Q.push({ name: Y.replace(/_/g, " "), value: N[ne] });
    }), {
      layers: q,
      rest: Q,
      high: Math.max(...Array.from(N, Math.abs), 1e-6)
    };
  }), w = /* @__PURE__ */ b(() => t(c) ? {
    name: "attribution-heads",
    svg: () => Ma(t(c).data, t(c).shape[0], t(c).shape[1], (N) => Nt(N / t(d).reduce((q, Q) => Math.max(q, Math.abs(Q.value)), 1e-9), !0), `logit of ${t(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...t(l).labels.map((N, q) => [N, s.view.arrays.values.data[q]]),
      ...Array.from(t(c).data, (N, q) => [
        `L${Math.floor(q / t(c).shape[1])}H${q % t(c).shape[1]}`,
        N
      ])
    ]
  } : null);
  let f = /* @__PURE__ */ X("");
  var g = Vu(), D = y(g);
  {
    let N = /* @__PURE__ */ b(() => t(l)?.code ?? "");
    Jt(D, {
      title: "Attribution",
      get code() {
        return t(N);
      },
      get exporter() {
        return t(w);
      },
      children: (q, Q) => {
        var Y = ju(), ne = u(y(Y)), oe = B(ne, !0), J = u(ne);
        {
          var I = ($) => {
            var G = Fu(), he = u(Ne(G)), be = B(he, !0), xe = u(he, 2);
            j((fe) => E(be, fe), [() => Qe(t(l).contrast.text)]), ve("click", xe, () => r().contrast = null), v($, G);
          };
          H(J, ($) => {
            t(l)?.contrast && $(I);
          });
        }
        var Z = u(J, 2);
        {
          var se = ($) => {
            var G = ka();
            j((he) => E(G, `= ${he ?? ""}`), [() => ze(t(l).logit)]), v($, G);
          };
          H(Z, ($) => {
            t(l) && $(se);
          });
        }
        j(($) => E(oe, $), [
          () => t(l) ? Qe(t(l).answer.text) : Qe(r().target?.text ?? "")
        ]), v(q, Y);
      },
      $$slots: { default: !0 }
    });
  }
  var C = u(D, 2);
  {
    var F = (N) => {
      var q = is(), Q = B(q, !0);
      j(() => E(Q, s.error)), v(N, q);
    };
    H(C, (N) => {
      s.error && N(F);
    });
  }
  var _ = u(C, 2);
  {
    var S = (N) => {
      var q = Du();
      v(N, q);
    };
    H(_, (N) => {
      r().target || N(S);
    });
  }
  var m = u(_, 2);
  {
    var P = (N) => {
      var q = Ku(), Q = u(Ne(q), 2), Y = y(Q);
      {
        let L = /* @__PURE__ */ b(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
        Aa(Y, {
          label: "Attribution by head",
          get values() {
            return t(c).data;
          },
          get rows() {
            return t(c).shape[0];
          },
          get columns() {
            return t(c).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return t(L);
          },
          onhover: (T) => {
            r().hoverHead = T && { layer: T[0], head: T[1] }, T && r().paint === "none" && (r().paint = "attention");
          },
          onpick: ([T, V]) => r().takeHead(T, V, r().paint === "sources" ? "sources" : "attention")
        });
      }
      var ne = u(Y, 2), oe = u(y(ne), 2);
      Te(oe, 21, () => t(d), (L) => `${L.layer} ${L.head}`, (L, T) => {
        var V = Uu(), ie = y(V), ke = y(ie), x = u(ke), W = B(x, !0);
        j(
          (A) => {
            re(ie, "aria-pressed", r().layer === t(T).layer && r().head === t(T).head), E(ke, `L${t(T).layer ?? ""}H${t(T).head ?? ""} `), E(W, A);
          },
          [() => wt(t(T).value)]
        ), We("pointerenter", ie, () => r().hoverHead = t(T)), We("pointerleave", ie, () => r().hoverHead = null), ve("click", ie, () => r().takeHead(t(T).layer, t(T).head, r().paint === "sources" ? "sources" : "attention")), v(L, V);
      });
      var J = u(Q, 2), I = u(y(J), 2), Z = u(I, 2), se = u(Z, 2);
      {
        var $ = (L) => {
          var T = Hu(), V = B(T);
          j((ie) => E(V, `What heads add is split by token where all layers attend to tokens; ${ie ?? ""} does not.`), [
            () => e.study.mixers.find((ie, ke) => !e.study.attending.has(ke))
          ]), v(L, T);
        };
        H(se, (L) => {
          e.study.attending.size < e.study.nLayers && L($);
        });
      }
      var G = u(J, 4);
      let he;
      Te(G, 21, () => t(h).layers, De, (L, T) => {
        var V = It(), ie = Ne(V);
        {
          var ke = (x) => {
            var W = Bu(), A = y(W), ee = B(A, !0), te = u(A, 2);
            Te(te, 17, () => t(T).parts, De, (_e, le) => {
              var Me = zu(), pe = y(Me), ye = B(pe, !0), de = u(pe, 2), ae = y(de);
              let we;
              var Ae = u(de), Pe = y(Ae);
              let Oe;
              var qe = u(Ae, 2), Ue = B(qe, !0);
              j(
                (Ke, ot) => {
                  Me.disabled = t(le).name !== "MLP", re(Me, "title", `${(t(le).name === "attention" ? e.study.mixers[t(T).layer] ?? t(le).name : t(le).name) ?? ""} of layer ${t(T).layer ?? ""}: ${Ke ?? ""} logits${t(le).name === "MLP" ? "; click for its neurons" : ""}`), re(Me, "aria-pressed", t(le).name === "MLP" ? t(i) === t(T).layer : void 0), E(ye, t(le).name), we = Be(ae, "", we, {
                    width: `${t(le).value < 0 ? 100 * -t(le).value / t(h).high : 0}%`
                  }), Oe = Be(Pe, "", Oe, {
                    width: `${t(le).value > 0 ? 100 * t(le).value / t(h).high : 0}%`
                  }), E(Ue, ot);
                },
                [
                  () => wt(t(le).value),
                  () => wt(t(le).value)
                ]
              ), ve("click", Me, () => O(i, t(i) === t(T).layer ? null : t(T).layer, !0)), v(_e, Me);
            }), j(() => E(ee, t(T).layer)), v(x, W);
          };
          H(ie, (x) => {
            t(T) && x(ke);
          });
        }
        v(L, V);
      });
      var be = u(G, 2), xe = B(be), fe = u(be, 2);
      {
        var z = (L) => {
          var T = Ju(), V = Ne(T);
          {
            let A = /* @__PURE__ */ b(() => o.view?.about.code ?? ""), ee = /* @__PURE__ */ b(() => o.view ? {
              name: `neurons-${t(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, (te, _e) => [te, o.view.arrays.values.data[_e]])
              ]
            } : null);
            Jt(V, {
              get title() {
                return `Neurons of layer ${t(i) ?? ""}`;
              },
              get code() {
                return t(A);
              },
              get exporter() {
                return t(ee);
              }
            });
          }
          var ie = u(V, 2);
          {
            var ke = (A) => {
              var ee = is(), te = B(ee, !0);
              j(() => E(te, o.error)), v(A, ee);
            };
            H(ie, (A) => {
              o.error && A(ke);
            });
          }
          var x = u(ie, 2);
          {
            var W = (A) => {
              var ee = Wu(), te = Ne(ee);
              Te(te, 22, () => Array.from(o.view.arrays.numbers.data), (Me) => Me, (Me, pe, ye) => {
                var de = qu(), ae = y(de), we = u(ae), Ae = B(we, !0);
                j(
                  (Pe) => {
                    E(ae, `N${pe ?? ""} `), E(Ae, Pe);
                  },
                  [() => wt(o.view.arrays.values.data[t(ye)])]
                ), v(Me, de);
              });
              var _e = u(te, 2), le = B(_e);
              j((Me) => E(le, `All others together ${Me ?? ""}.`), [() => wt(o.view.about.rest)]), v(A, ee);
            };
            H(x, (A) => {
              o.view && A(W);
            });
          }
          v(L, T);
        };
        H(fe, (L) => {
          t(i) !== null && L(z);
        });
      }
      var ce = u(fe, 2), M = y(ce), K = u(y(M)), U = u(M);
      j(
        (L, T, V) => {
          re(I, "aria-pressed", r().paint === "attention"), re(Z, "aria-pressed", r().paint === "sources"), Z.disabled = e.study.attending.size < e.study.nLayers, he = Be(G, "", he, { "--parts": L }), E(xe, `Beside the layers: ${T ?? ""}. The parts sum to the model's own logit; left over: ${V ?? ""}.`), U.disabled = !t(f);
        },
        [
          () => Math.max(1, ...t(h).layers.filter(Boolean).map((L) => L.parts.length)),
          () => t(h).rest.map((L) => `${L.name} ${wt(L.value)}`).join(", "),
          () => t(l).error.toExponential(1)
        ]
      ), ve("click", I, () => r().paint = "attention"), ve("click", Z, () => r().paint = "sources"), We("submit", ce, async (L) => {
        L.preventDefault();
        const T = await r().during(e.study.view("parts", {
          target: r().target.id,
          contrast: t(f),
          focus: r().at
        }));
        T?.about.contrast && (r().contrast = T.about.contrast);
      }), kt(K, () => t(f), (L) => O(f, L)), v(N, q);
    };
    H(m, (N) => {
      s.view && t(c) && N(P);
    });
  }
  v(a, g), Ye();
}
ct(["click"]);
var Gu = /* @__PURE__ */ Ur('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Xu = /* @__PURE__ */ Ur('<text text-anchor="middle"> </text>'), Zu = /* @__PURE__ */ Ur('<circle r="2.5"><title> </title></circle>'), Qu = /* @__PURE__ */ Ur('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), $u = /* @__PURE__ */ k("<span><i></i> </span>"), ec = /* @__PURE__ */ k('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function hi(a, e) {
  Ve(e, !0);
  let r = Ce(e, "low", 3, 0), n = Ce(e, "high", 3, 1), s = Ce(e, "note", 3, ""), i = Ce(e, "unit", 3, (ne) => String(Math.round(100 * ne) / 100)), o = /* @__PURE__ */ X(0);
  const l = /* @__PURE__ */ b(() => Math.max(240, t(o))), c = 150, d = 42, p = 12, h = 8, w = 22, f = (ne) => d + (t(l) - d - p) * ne / Math.max(1, e.layers.length - 1), g = (ne) => c - w - (c - w - h) * (ne - r()) / (n() - r() || 1), D = /* @__PURE__ */ b(() => {
    const ne = (n() - r()) / 4, oe = 10 ** Math.floor(Math.log10(ne || 1)), J = oe * ([1, 2, 5].find((I) => I * oe >= ne) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / J + 1e-6) - Math.ceil(r() / J - 1e-6) + 1
      },
      (I, Z) => (Math.ceil(r() / J - 1e-6) + Z) * J
    );
  }), C = /* @__PURE__ */ b(() => Math.ceil(e.layers.length / 10));
  var F = ec(), _ = y(F), S = y(_);
  Te(S, 16, () => t(D), (ne) => ne, (ne, oe) => {
    var J = Gu(), I = Ne(J);
    re(I, "x1", d);
    var Z = u(I);
    re(Z, "x", d - 5);
    var se = B(Z, !0);
    j(
      ($, G, he, be, xe) => {
        re(I, "x2", t(l) - p), re(I, "y1", $), re(I, "y2", G), re(I, "opacity", he), re(Z, "y", be), E(se, xe);
      },
      [
        () => g(oe),
        () => g(oe),
        () => Math.abs(oe) < 1e-9 ? 0.4 : 0.14,
        () => g(oe),
        () => i()(oe)
      ]
    ), v(ne, J);
  });
  var m = u(S);
  Te(m, 17, () => e.layers, De, (ne, oe, J) => {
    var I = It(), Z = Ne(I);
    {
      var se = ($) => {
        var G = Xu();
        re(G, "y", c - 8);
        var he = B(G, !0);
        j(
          (be) => {
            re(G, "x", be), E(he, t(oe));
          },
          [() => f(J)]
        ), v($, G);
      };
      H(Z, ($) => {
        J % t(C) === 0 && $(se);
      });
    }
    v(ne, I);
  });
  var P = u(m);
  Te(P, 17, () => e.curves, De, (ne, oe, J) => {
    let I = () => t(oe).name, Z = () => t(oe).values;
    const se = /* @__PURE__ */ b(() => Array.from(Z(), (z, ce) => [ce, z]).filter(([, z]) => !Number.isNaN(z)));
    var $ = Qu(), G = Ne($), he = y(G), be = B(he, !0), xe = u(G);
    {
      var fe = (z) => {
        var ce = It(), M = Ne(ce);
        Te(M, 17, () => t(se), De, (K, U) => {
          var L = /* @__PURE__ */ b(() => Yt(t(U), 2));
          let T = () => t(L)[0], V = () => t(L)[1];
          var ie = Zu(), ke = y(ie), x = B(ke);
          j(
            (W, A, ee) => {
              re(ie, "cx", W), re(ie, "cy", A), re(ie, "fill", xr[J % xr.length]), E(x, `${I() ?? ""}, layer ${e.layers[T()] ?? ""}: ${ee ?? ""}`);
            },
            [() => f(T()), () => g(V()), () => i()(V())]
          ), v(K, ie);
        }), v(z, ce);
      };
      H(xe, (z) => {
        t(se).length <= 12 && z(fe);
      });
    }
    j(
      (z) => {
        re(G, "stroke", xr[J % xr.length]), re(G, "points", z), E(be, I());
      },
      [
        () => t(se).map(([z, ce]) => `${f(z)},${g(ce)}`).join(" ")
      ]
    ), v(ne, $);
  });
  var N = u(_, 2), q = y(N);
  Te(q, 17, () => e.curves, De, (ne, oe, J) => {
    let I = () => t(oe).name, Z = () => t(oe).said;
    var se = $u(), $ = y(se);
    let G;
    var he = u($);
    j(() => {
      G = Be($, "", G, { background: xr[J % xr.length] }), E(he, `${I() ?? ""} ${Z() ?? "" ?? ""}`);
    }), v(ne, se);
  });
  var Q = u(q, 2), Y = B(Q, !0);
  j(() => {
    re(_, "viewBox", `0 0 ${t(l) ?? ""} 150`), re(_, "aria-label", e.label), E(Y, s());
  }), la(F, "clientWidth", (ne) => O(o, ne)), v(a, F), Ye();
}
var tc = /* @__PURE__ */ k('<p class="fine"> </p> <!>', 1);
function pi(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ b(() => t(n)[1] > 0 && t(n)[1] <= 6);
  function i(g) {
    if (e.sweep.about.axis !== "position") return;
    const D = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((C, F) => D[C] = e.sweep.arrays.effect.data[g * t(n)[1] + F]), r().sweep = {
      values: D,
      label: `${e.name} at layer ${g}: ${e.sweep.about.measure}`
    }, r().paint = "sweep";
  }
  gt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Ma(e.sweep.arrays.effect.data, t(n)[0], t(n)[1], (g) => Nt(g, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: t(n)[0] }, (g, D) => [
          D,
          ...Array.from(e.sweep.arrays.effect.data.slice(D * t(n)[1], (D + 1) * t(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ b(() => e.sweep.about.labels.map((g, D) => ({
    name: g,
    values: Array.from({ length: t(n)[0] }, (C, F) => e.sweep.arrays.effect.data[F * t(n)[1] + D])
  }))), l = /* @__PURE__ */ b(() => {
    let g = 0, D = 1;
    for (const C of e.sweep.arrays.effect.data) Number.isNaN(C) || ([g, D] = [Math.min(g, C), Math.max(D, C)]);
    return [g, D];
  });
  var c = tc(), d = Ne(c), p = B(d, !0), h = u(d, 2);
  {
    var w = (g) => {
      {
        let D = /* @__PURE__ */ b(() => Array.from({ length: t(n)[0] }, (C, F) => String(F)));
        hi(g, {
          get curves() {
            return t(o);
          },
          get low() {
            return t(l)[0];
          },
          get high() {
            return t(l)[1];
          },
          get layers() {
            return t(D);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, f = (g) => {
      {
        let D = /* @__PURE__ */ b(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((C) => e.study.label(C)) : null);
        Aa(g, {
          label: "Sweep",
          get values() {
            return e.sweep.arrays.effect.data;
          },
          get rows() {
            return t(n)[0];
          },
          get columns() {
            return t(n)[1];
          },
          signed: !0,
          high: 1,
          get columnName() {
            return e.sweep.about.axis;
          },
          get columnLabels() {
            return t(D);
          },
          onhover: (C) => C && i(C[0]),
          onpick: ([C, F]) => {
            i(C), e.sweep.about.axis === "head" ? r().takeHead(C, F) : e.sweep.about.axis === "position" && r().takePlace(e.sweep.about.columns[F]);
          }
        });
      }
    };
    H(h, (g) => {
      t(s) ? g(w) : g(f, -1);
    });
  }
  j(() => E(p, e.sweep.about.measure)), v(a, c), Ye();
}
var rc = /* @__PURE__ */ k('<span class="fine"> </span>'), ac = /* @__PURE__ */ k('<p><button type="button"> </button></p>'), Xa = /* @__PURE__ */ k("<option> </option>"), nc = /* @__PURE__ */ k("<label>where <select></select></label>"), sc = /* @__PURE__ */ k("<label>heads <select><option>all</option><option> </option></select></label>"), ic = /* @__PURE__ */ k('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), oc = /* @__PURE__ */ k("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), lc = /* @__PURE__ */ k('<label>strength <input type="number" step="any"/></label>'), os = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), uc = /* @__PURE__ */ k('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), cc = /* @__PURE__ */ k('<button type="button">cancel</button> running…', 1), dc = /* @__PURE__ */ k('<button type="button">run again</button>'), fc = /* @__PURE__ */ k('<button type="button" aria-pressed="true">views show the changed model</button>'), vc = /* @__PURE__ */ k('<button type="button" aria-pressed="false">show views of the changed model</button>'), hc = /* @__PURE__ */ k('<ul class="changes"></ul> <p><!> <!></p>', 1), pc = /* @__PURE__ */ k('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), gc = /* @__PURE__ */ k('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), _c = /* @__PURE__ */ k('<span class="fine">every layer in turn</span>'), mc = /* @__PURE__ */ k("<label>at <select></select></label>"), bc = /* @__PURE__ */ k("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), yc = /* @__PURE__ */ k("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), wc = /* @__PURE__ */ k('<label>window <input type="number" min="1"/></label>'), kc = /* @__PURE__ */ k('<button type="button" class="primary">cancel</button>'), xc = /* @__PURE__ */ k('<button type="submit" class="primary">start</button>'), Sc = /* @__PURE__ */ k('<label class="row grow"> <progress></progress> </label>'), Mc = /* @__PURE__ */ k('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Ac(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ b(() => r().clean ?? e.study);
  let s = /* @__PURE__ */ X("zero"), i = /* @__PURE__ */ X("z"), o = /* @__PURE__ */ X("all"), l = /* @__PURE__ */ X("all"), c = /* @__PURE__ */ X("all"), d = /* @__PURE__ */ X("image"), p = /* @__PURE__ */ X(1), h = /* @__PURE__ */ X(null), w = /* @__PURE__ */ X(!1), f = /* @__PURE__ */ X("");
  const g = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, D = ({ kind: R, feature: ue, dictionary: ge, strength: me, positions: Se }) => `${R === "ablate_feature" ? "set to zero" : R === "clamp_feature" ? `set to ${me}` : `add ${me} to`} · feature ${ue} of ${ge} · tokens ${Y(Se, "all")}`, C = ["patch", "resample", "steer", "project"], F = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, _ = /* @__PURE__ */ b(() => Object.keys(g).filter((R) => r().second || !C.includes(R))), S = /* @__PURE__ */ b(() => t(s) === "block" || t(i) === "z");
  function m(R) {
    return R === "selection" ? [...r().selected].filter((ue) => ue >= 0).sort((ue, ge) => ue - ge) : R === "image" ? t(n).tokens.filter((ue) => ue.kind === "image").map((ue) => ue.position) : R === "text" ? t(n).tokens.filter((ue) => ue.kind !== "image").map((ue) => ue.position) : R === "token" ? r().place === null || r().place < 0 ? [] : [r().place] : R === "focus" ? [Math.min(r().at, t(n).nPrompt - 1)] : null;
  }
  function P(R) {
    const ue = (me) => [...me].filter((Se) => Se < 0).map((Se) => -1 - Se).sort((Se, Fe) => Se - Fe), ge = R === "image" ? ue(t(n).keys.filter((me) => me.kind === "image").map((me) => me.position)) : R === "selection" ? ue(r().selected) : R === "token" ? ue([r().place ?? 0]) : [];
    return ge.length ? ge : null;
  }
  function N() {
    const R = t(S) && t(c) === "picked", ue = !R && t(l).trim() === "all", ge = R || t(l) === "picked" ? r().layer === null ? [] : [r().layer] : ue ? null : q(t(l));
    if (!ge && !ue) {
      O(f, `“${t(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${t(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const me = t(s) === "block" ? P(t(d)) : null, Se = {
      ...Ea,
      kind: t(s),
      point: t(s) === "block" ? "z" : t(i),
      layers: ge,
      heads: R && r().head !== null ? [r().head] : null,
      positions: m(t(o)),
      keys: me || t(s) !== "block" ? null : m(t(d)),
      image_keys: me,
      strength: t(p),
      source: C.includes(t(s)) ? r().second?.id ?? null : null
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
    r().changes = [...r().changes, Se], oe();
  }
  function q(R) {
    const ue = [];
    for (const ge of R.split(",")) {
      const [me, Se = me] = ge.split("-").map((Fe) => Fe.trim() ? Number(Fe) : NaN);
      if (!(Number.isInteger(me) && Number.isInteger(Se) && 0 <= me && me <= Se && Se < t(n).nLayers)) return null;
      for (let Fe = me; Fe <= Se; Fe++) ue.push(Fe);
    }
    return ue;
  }
  function Q() {
    r().layer === null || r().head === null || (r().changes = [
      ...r().changes,
      {
        ...Ea,
        layers: [r().layer],
        heads: [r().head]
      }
    ], oe());
  }
  const Y = (R, ue) => R === null ? ue : R.length > 6 ? `${R.length} (${R[0]}…${R.at(-1)})` : R.join(", "), ne = (R) => R.feature !== null ? D(R) : `${g[R.kind]}${R.kind === "block" ? "" : ` · ${F[R.point]}`} · layers ${Y(R.layers, "all")}${R.heads ? ` · head ${Y(R.heads, "")}` : ""} · ${R.kind === "block" ? "from " : ""}tokens ${Y(R.positions, "all")}${R.keys ? ` to ${Y(R.keys, "all")}` : ""}${R.image_keys ? ` to image features ${Y(R.image_keys, "all")}` : ""}${["scale", "steer"].includes(R.kind) ? ` · ×${R.strength}` : ""}`;
  async function oe() {
    const R = r().changes.filter((me) => me.on).map(({ on: me, ...Se }) => ({
      ...Se,
      source: Se.source && r().second ? r().second.id : Se.source
    }));
    if (O(f, ""), r().write(), !R.length) {
      O(h, null), $();
      return;
    }
    const ue = ++J, ge = t(n);
    O(w, !0), I?.abort(), I = new AbortController();
    try {
      for await (const me of r().source.stream(ge.id, "changes", { changes: R, max_new_tokens: 16 }, I.signal)) {
        if (ue !== J || t(n) !== ge) return;
        O(h, me);
      }
      r().clean && await se();
    } catch (me) {
      ue === J && me.name !== "AbortError" && O(f, me.message, !0);
    } finally {
      ue === J && O(w, !1);
    }
  }
  let J = 0, I = null;
  gt(() => {
    const R = t(n);
    R === Z || R.answering || Et(() => {
      Z = R, J++, I?.abort(), ke(), ((ue) => {
        var ge = Yt(ue, 4);
        O(h, ge[0]), O(z, ge[1]), O(f, ge[2], !0), O(w, ge[3], !0);
      })([null, null, "", !1]), r().changes.length && !r().clean && oe();
    });
  });
  let Z = null;
  async function se() {
    if (!t(h)) return;
    const R = t(n), { study: ue, after: ge } = t(h).about, me = await r().during(r().source.tokens(ue));
    if (!me || t(n) !== R) return;
    const Se = new dn(r().source, ue, me);
    Se.answer = ge, Se.asked = t(n).asked, r().clean = t(n), r().study = Se;
  }
  function $() {
    r().clean && (r().study = r().clean, r().clean = null);
  }
  let G = /* @__PURE__ */ X("patching"), he = /* @__PURE__ */ X("groups"), be = /* @__PURE__ */ X("resid_post"), xe = /* @__PURE__ */ X("denoise"), fe = /* @__PURE__ */ X(1), z = /* @__PURE__ */ X(null), ce = /* @__PURE__ */ X(null), M = null, K = /* @__PURE__ */ X(!1), U = /* @__PURE__ */ X("");
  const L = /* @__PURE__ */ b(() => t(G) !== "knockout"), T = /* @__PURE__ */ b(() => {
    const R = t(n).tokens.filter((ge) => ge.kind === "image").length;
    return t(G) === "gradients" ? 3 : (t(G) === "knockout" || t(he) === "groups" ? 3 : t(he) === "heads" ? t(n).nHeads : r().selected.size || R + 1) * t(n).nLayers;
  }), V = /* @__PURE__ */ b(() => t(G) === "gradients" ? 2 * t(n).costs.graph_bytes : t(G) === "knockout" ? t(n).costs.stream_bytes : 2 * t(n).nLayers * t(n).costs.stream_bytes);
  async function ie() {
    M?.abort(), M = new AbortController();
    const R = M;
    O(z, null), O(U, ""), O(K, !0);
    const ue = m("selection"), ge = ue?.length ? ue : null, me = t(G) === "knockout" ? { window: t(fe) } : t(G) === "gradients" ? {
      source: r().second.id,
      point: t(be) === "z" ? "z" : t(be) === "resid_pre" || t(be) === "resid_mid" ? "resid_post" : t(be)
    } : {
      source: r().second.id,
      point: t(be),
      over: t(he),
      direction: t(xe),
      positions: ge
    };
    try {
      for await (const Se of r().source.stream(t(n).id, t(G), me, R.signal)) O(z, Se);
    } catch (Se) {
      Se.name !== "AbortError" && O(U, Se.message, !0);
    }
    M === R && O(K, !1);
  }
  function ke() {
    M?.abort(), O(K, !1);
  }
  var x = Mc(), W = Ne(x), A = y(W);
  {
    let R = /* @__PURE__ */ b(() => t(h)?.about.code ?? ""), ue = /* @__PURE__ */ b(() => t(h) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...t(h).about.words.map((ge) => [
          ge.text,
          ge.before,
          ge.after,
          ge.logit_before,
          ge.logit_after
        ])
      ]
    } : null);
    Jt(A, {
      title: "Changes",
      get code() {
        return t(R);
      },
      get exporter() {
        return t(ue);
      },
      children: (ge, me) => {
        var Se = rc(), Fe = B(Se);
        j((lt) => E(Fe, `change something, see the answer change${lt ?? ""}`), [
          () => t(n).passSeconds > 1 ? `; a pass takes ${un(t(n).passSeconds)}` : ""
        ]), v(ge, Se);
      },
      $$slots: { default: !0 }
    });
  }
  var ee = u(A, 2);
  {
    var te = (R) => {
      var ue = ac(), ge = y(ue), me = B(ge);
      j(() => E(me, `ablate L${r().layer ?? ""}H${r().head ?? ""}`)), ve("click", ge, Q), v(R, ue);
    };
    H(ee, (R) => {
      r().layer !== null && R(te);
    });
  }
  var _e = u(ee, 2), le = y(_e), Me = u(y(le));
  Te(Me, 21, () => t(_), De, (R, ue) => {
    var ge = Xa(), me = B(ge, !0), Se = {};
    j(() => {
      E(me, g[t(ue)]), Se !== (Se = t(ue)) && (ge.value = (ge.__value = Se) ?? "");
    }), v(R, ge);
  }), dt(Me);
  var pe = u(le, 2);
  {
    var ye = (R) => {
      var ue = nc(), ge = u(y(ue));
      Te(ge, 21, () => Object.entries(F), De, (me, Se) => {
        var Fe = /* @__PURE__ */ b(() => Yt(t(Se), 2));
        let lt = () => t(Fe)[0], Ft = () => t(Fe)[1];
        var mt = Xa(), at = B(mt, !0), Ge = {};
        j(() => {
          E(at, Ft()), Ge !== (Ge = lt()) && (mt.value = (mt.__value = Ge) ?? "");
        }), v(me, mt);
      }), dt(ge), bt(ge, () => t(i), (me) => O(i, me)), v(R, ue);
    };
    H(pe, (R) => {
      t(s) !== "block" && R(ye);
    });
  }
  var de = u(pe, 2);
  {
    var ae = (R) => {
      var ue = sc(), ge = u(y(ue)), me = y(ge);
      me.value = me.__value = "all";
      var Se = u(me), Fe = B(Se, !0);
      Se.value = Se.__value = "picked", dt(ge), j(() => {
        Se.disabled = r().layer === null, E(Fe, r().layer === null ? "one that is picked" : `L${r().layer}H${r().head}`);
      }), bt(ge, () => t(c), (lt) => O(c, lt)), v(R, ue);
    };
    H(de, (R) => {
      t(S) && R(ae);
    });
  }
  var we = u(de, 2);
  {
    var Ae = (R) => {
      var ue = ic(), ge = u(y(ue));
      kt(ge, () => t(l), (me) => O(l, me)), v(R, ue);
    };
    H(we, (R) => {
      (!t(S) || t(c) === "all") && R(Ae);
    });
  }
  var Pe = u(we, 2), Oe = y(Pe);
  Oe.value = Oe.__value = "all";
  var qe = u(Oe);
  qe.value = qe.__value = "picked";
  var Ue = u(qe), Ke = {}, ot = u(Pe, 2), Ee = y(ot), Ie = u(Ee), He = y(Ie);
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
  ua.value = ua.__value = "text", dt(Ie);
  var Tn = u(ot, 2);
  {
    var yi = (R) => {
      var ue = oc(), ge = u(y(ue)), me = y(ge);
      me.value = me.__value = "image";
      var Se = u(me);
      Se.value = Se.__value = "selection";
      var Fe = u(Se);
      Fe.value = Fe.__value = "token";
      var lt = u(Fe);
      lt.value = lt.__value = "text", dt(ge), bt(ge, () => t(d), (Ft) => O(d, Ft)), v(R, ue);
    };
    H(Tn, (R) => {
      t(s) === "block" && R(yi);
    });
  }
  var wi = u(Tn, 2);
  {
    var ki = (R) => {
      var ue = lc(), ge = u(y(ue));
      kt(ge, () => t(p), (me) => O(p, me)), v(R, ue);
    };
    H(wi, (R) => {
      (t(s) === "scale" || t(s) === "steer") && R(ki);
    });
  }
  var Pn = u(_e, 2);
  {
    var xi = (R) => {
      var ue = os(), ge = B(ue, !0);
      j(() => E(ge, t(f))), v(R, ue);
    };
    H(Pn, (R) => {
      t(f) && R(xi);
    });
  }
  var On = u(Pn, 2);
  {
    var Si = (R) => {
      var ue = hc(), ge = Ne(ue);
      Te(ge, 21, () => r().changes, De, (at, Ge, er) => {
        var mr = uc(), br = y(mr), nt = y(br), Xe = u(nt), yr = u(br, 2);
        j(
          (ir) => {
            ii(nt, t(Ge).on), E(Xe, ` ${ir ?? ""}`);
          },
          [() => ne(t(Ge))]
        ), ve("change", nt, (ir) => {
          r().changes = r().changes.map((wr, Br) => Br === er ? { ...wr, on: ir.currentTarget.checked } : wr), oe();
        }), ve("click", yr, () => {
          r().changes = r().changes.filter((ir, wr) => wr !== er), oe();
        }), v(at, mr);
      });
      var me = u(ge, 2), Se = y(me);
      {
        var Fe = (at) => {
          var Ge = cc(), er = Ne(Ge);
          ve("click", er, () => I?.abort()), v(at, Ge);
        }, lt = (at) => {
          var Ge = dc();
          ve("click", Ge, oe), v(at, Ge);
        };
        H(Se, (at) => {
          t(w) ? at(Fe) : at(lt, -1);
        });
      }
      var Ft = u(Se, 2);
      {
        var mt = (at) => {
          var Ge = It(), er = Ne(Ge);
          {
            var mr = (nt) => {
              var Xe = fc();
              ve("click", Xe, $), v(nt, Xe);
            }, br = (nt) => {
              var Xe = vc();
              ve("click", Xe, se), v(nt, Xe);
            };
            H(er, (nt) => {
              r().clean ? nt(mr) : nt(br, -1);
            });
          }
          v(at, Ge);
        };
        H(Ft, (at) => {
          t(h) && at(mt);
        });
      }
      v(R, ue);
    };
    H(On, (R) => {
      r().changes.length && R(Si);
    });
  }
  var Mi = u(On, 2);
  {
    var Ai = (R) => {
      const ue = /* @__PURE__ */ b(() => (nt) => nt.filter((Xe) => !Xe.ends).map((Xe) => Xe.token.text).join("") || "∅");
      var ge = gc(), me = Ne(ge), Se = y(me), Fe = u(y(Se)), lt = B(Fe, !0), Ft = u(Se, 4), mt = u(y(Ft)), at = B(mt, !0), Ge = u(Ft, 2), er = B(Ge), mr = u(me, 2), br = u(y(mr));
      Te(br, 21, () => t(h).about.words, (nt) => nt.id, (nt, Xe) => {
        var yr = pc(), ir = y(yr), wr = B(ir, !0), Br = u(ir);
        let Bn;
        var Hi = y(Br), zi = B(Hi, !0), Ua = u(Br);
        let qn;
        var Bi = y(Ua), qi = B(Bi, !0), Wi = u(Ua), Ji = B(Wi, !0);
        j(
          (Ki, Vi, Yi, Gi) => {
            E(wr, Ki), Bn = Be(Br, "", Bn, { "--share": `${100 * t(Xe).before}%` }), E(zi, Vi), qn = Be(Ua, "", qn, { "--share": `${100 * t(Xe).after}%` }), E(qi, Yi), E(Ji, Gi);
          },
          [
            () => Qe(t(Xe).text),
            () => ht(t(Xe).before),
            () => ht(t(Xe).after),
            () => wt(t(Xe).logit_after - t(Xe).logit_before)
          ]
        ), v(nt, yr);
      }), j(
        (nt, Xe, yr) => {
          E(lt, nt), E(at, Xe), E(er, `KL ${yr ?? ""} nats at the first token`);
        },
        [
          () => t(ue)(t(h).about.before),
          () => t(ue)(t(h).about.after),
          () => t(h).arrays.kl.data[0].toPrecision(3)
        ]
      ), v(R, ge);
    };
    H(Mi, (R) => {
      t(h) && R(Ai);
    });
  }
  var Ei = u(W, 2), Ln = y(Ei);
  {
    let R = /* @__PURE__ */ b(() => t(z)?.about.code ?? "");
    Jt(Ln, {
      title: "Sweeps",
      get code() {
        return t(R);
      },
      get exporter() {
        return t(ce);
      },
      children: (ue, ge) => {
        var me = _c();
        v(ue, me);
      },
      $$slots: { default: !0 }
    });
  }
  var Ia = u(Ln, 2), Rn = y(Ia), Fa = u(y(Rn)), ja = y(Fa);
  ja.value = ja.__value = "patching";
  var Da = u(ja);
  Da.value = Da.__value = "gradients";
  var Cn = u(Da);
  Cn.value = Cn.__value = "knockout", dt(Fa);
  var In = u(Rn, 2);
  {
    var Ni = (R) => {
      var ue = mc(), ge = u(y(ue));
      Te(ge, 21, () => Object.entries(F), De, (me, Se) => {
        var Fe = /* @__PURE__ */ b(() => Yt(t(Se), 2));
        let lt = () => t(Fe)[0], Ft = () => t(Fe)[1];
        var mt = Xa(), at = B(mt, !0), Ge = {};
        j(() => {
          E(at, Ft()), Ge !== (Ge = lt()) && (mt.value = (mt.__value = Ge) ?? "");
        }), v(me, mt);
      }), dt(ge), bt(ge, () => t(be), (me) => O(be, me)), v(R, ue);
    };
    H(In, (R) => {
      t(G) !== "knockout" && R(Ni);
    });
  }
  var Fn = u(In, 2);
  {
    var Ti = (R) => {
      var ue = bc(), ge = u(y(ue)), me = y(ge);
      me.value = me.__value = "groups";
      var Se = u(me);
      Se.value = Se.__value = "positions";
      var Fe = u(Se);
      Fe.value = Fe.__value = "heads", dt(ge), bt(ge, () => t(he), (lt) => O(he, lt)), v(R, ue);
    };
    H(Fn, (R) => {
      t(G) === "patching" && R(Ti);
    });
  }
  var jn = u(Fn, 2);
  {
    var Pi = (R) => {
      var ue = yc(), ge = u(y(ue)), me = y(ge);
      me.value = me.__value = "denoise";
      var Se = u(me);
      Se.value = Se.__value = "noise", dt(ge), bt(ge, () => t(xe), (Fe) => O(xe, Fe)), v(R, ue);
    };
    H(jn, (R) => {
      t(G) === "patching" && R(Pi);
    });
  }
  var Dn = u(jn, 2);
  {
    var Oi = (R) => {
      var ue = wc(), ge = u(y(ue));
      j(() => re(ge, "max", t(n).nLayers)), kt(ge, () => t(fe), (me) => O(fe, me)), v(R, ue);
    };
    H(Dn, (R) => {
      t(G) === "knockout" && R(Oi);
    });
  }
  var Li = u(Dn, 2);
  {
    var Ri = (R) => {
      var ue = kc();
      ve("click", ue, ke), v(R, ue);
    }, Ci = (R) => {
      var ue = xc();
      j(() => ue.disabled = t(L) && !r().second), v(R, ue);
    };
    H(Li, (R) => {
      t(K) ? R(Ri) : R(Ci, -1);
    });
  }
  var Un = u(Ia, 2), Ii = B(Un, !0), Hn = u(Un, 2);
  {
    var Fi = (R) => {
      var ue = os(), ge = B(ue, !0);
      j(() => E(ge, t(U))), v(R, ue);
    };
    H(Hn, (R) => {
      t(U) && R(Fi);
    });
  }
  var zn = u(Hn, 2);
  {
    var ji = (R) => {
      var ue = Sc(), ge = y(ue), me = u(ge), Se = u(me);
      j(() => {
        E(ge, `${t(K) ? "running" : t(z) && t(z).about.done < t(z).about.of ? "stopped" : "done"} `), re(me, "max", t(z)?.about.of ?? 1), xa(me, t(z)?.about.done ?? 0), E(Se, ` ${t(z) ? `${t(z).about.done} of ${t(z).about.of} layers` : ""}`);
      }), v(R, ue);
    };
    H(zn, (R) => {
      (t(K) || t(z)) && R(ji);
    });
  }
  var Di = u(zn, 2);
  {
    var Ui = (R) => {
      pi(R, {
        get session() {
          return r();
        },
        get study() {
          return t(n);
        },
        get sweep() {
          return t(z);
        },
        get name() {
          return t(G);
        },
        onexport: (ue) => O(ce, ue)
      });
    };
    H(Di, (R) => {
      t(z) && R(Ui);
    });
  }
  j(
    (R) => {
      Ke !== (Ke = `0-${t(n).nLayers - 1}`) && (Ue.value = Ue.__value = Ke), E(Ee, `${t(s) === "block" ? "from" : "tokens"} `), E(Ii, R);
    },
    [
      () => t(L) && !r().second ? "Add a second image above: patches go from one to the other." : `At most ${t(T).toLocaleString("en")} partial passes, ${un(t(T) * t(n).passSeconds)} and ${Sa(t(V))}${r().selected.size && t(G) === "patching" ? `, with the ${r().selected.size} selected tokens` : ""}.`
    ]
  ), We("submit", _e, (R) => {
    R.preventDefault(), N();
  }), bt(Me, () => t(s), (R) => {
    O(s, R, !0), O(p, R === "scale" ? 0.5 : 1, !0);
  }), bt(Ie, () => t(o), (R) => O(o, R)), We("submit", Ia, (R) => {
    R.preventDefault(), ie();
  }), bt(Fa, () => t(G), (R) => O(G, R)), v(a, x), Ye();
}
ct(["click", "change"]);
var Ec = /* @__PURE__ */ Ur("<rect><title> </title></rect>"), Nc = /* @__PURE__ */ k('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Tc = /* @__PURE__ */ k('<span class="token"> </span>'), Pc = /* @__PURE__ */ k('<p class="strip"></p>'), Oc = /* @__PURE__ */ k('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Lc(a, e) {
  Ve(e, !0);
  const r = 12, n = /* @__PURE__ */ b(() => new Map(e.entry.at.map((g, D) => [g, e.entry.values[D]]))), s = /* @__PURE__ */ b(() => e.sample.boxes.filter(([g]) => t(n).has(g)).map(([g, D, C, F, _, S]) => ({ at: g, image: D, x1: C, y1: F, x2: _, y2: S, value: t(n).get(g) }))), i = /* @__PURE__ */ b(() => {
    const g = e.entry.at.filter((F) => e.sample.kinds[F] === "t");
    if (!g.length) return [];
    const D = Math.min(...g) - r, C = Math.max(...g) + r;
    return e.sample.tokens.map((F, _) => ({ text: F, at: _ })).filter(({ at: F }) => e.sample.kinds[F] === "t" && F >= D && F <= C);
  }), o = (g) => Math.max(0, g / (e.high || 1));
  var l = Oc(), c = y(l);
  Te(c, 17, () => e.sample.pictures, De, (g, D, C) => {
    var F = Nc(), _ = y(F), S = u(_, 2);
    Te(S, 21, () => t(s).filter((m) => m.image === C), (m) => m.at, (m, P) => {
      var N = Ec(), q = y(N), Q = B(q, !0);
      j(
        (Y, ne, oe) => {
          re(N, "x", t(P).x1), re(N, "y", t(P).y1), re(N, "width", t(P).x2 - t(P).x1), re(N, "height", t(P).y2 - t(P).y1), re(N, "fill", Y), re(N, "fill-opacity", ne), E(Q, oe);
        },
        [
          () => Nt(o(t(P).value), !1),
          () => 0.15 + 0.6 * o(t(P).value),
          () => ze(t(P).value)
        ]
      ), v(m, N);
    }), j(
      (m) => {
        re(_, "src", t(D)), re(_, "alt", `Example ${e.entry.sample ?? ""}`), re(S, "aria-label", `${m ?? ""} patches where it is active`);
      },
      [
        () => t(s).filter((m) => m.image === C).length
      ]
    ), v(g, F);
  });
  var d = u(c, 2), p = y(d), h = u(p, 2, !0), w = u(d, 2);
  {
    var f = (g) => {
      var D = Pc();
      Te(D, 21, () => t(i), ({ text: C, at: F }) => F, (C, F) => {
        let _ = () => t(F).text, S = () => t(F).at;
        const m = /* @__PURE__ */ b(() => t(n).get(S()));
        var P = Tc();
        let N;
        var q = B(P, !0);
        j(
          (Q, Y, ne, oe) => {
            re(P, "title", Q), N = Be(P, "", N, { background: Y, color: ne }), E(q, oe);
          },
          [
            () => t(m) === void 0 ? void 0 : ze(t(m)),
            () => t(m) === void 0 ? null : Nt(o(t(m)), !1),
            () => t(m) === void 0 ? null : En(o(t(m)), !1),
            () => Qe(_())
          ]
        ), v(C, P);
      }), v(g, D);
    };
    H(w, (g) => {
      t(i).length && g(f);
    });
  }
  j(
    (g) => {
      E(p, `example ${e.entry.sample ?? ""}, up to ${g ?? ""}`), E(h, e.sample.question);
    },
    [() => ze(e.entry.max)]
  ), v(a, l), Ye();
}
const ls = (a, e = rr, r = rr) => {
  var n = Fc(), s = y(n), i = B(s, !0), o = u(s, 2);
  Te(o, 21, e, De, (l, c) => {
    var d = /* @__PURE__ */ b(() => Yt(t(c), 2));
    let p = () => t(d)[0], h = () => t(d)[1];
    var w = Ic(), f = y(w), g = u(f), D = B(g, !0);
    j(
      (C, F, _) => {
        re(w, "title", `logit ${C ?? ""}`), E(f, `${F ?? ""} `), E(D, _);
      },
      [
        () => wt(h()),
        () => Qe(p()),
        () => wt(h())
      ]
    ), v(l, w);
  }), j(() => E(i, r())), v(a, n);
};
var Rc = /* @__PURE__ */ Ur("<rect><title> </title></rect>"), Cc = /* @__PURE__ */ k('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Ic = /* @__PURE__ */ k("<li> <small> </small></li>"), Fc = /* @__PURE__ */ k('<div><h3> </h3> <ul class="best"></ul></div>'), jc = /* @__PURE__ */ k('<div class="plots"><!> <!></div>'), Dc = /* @__PURE__ */ k('<div class="plots"><!><!></div>'), Uc = /* @__PURE__ */ k('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Hc = /* @__PURE__ */ k('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), zc = /* @__PURE__ */ k('<div class="examples"></div>'), Bc = /* @__PURE__ */ k("<h3>Top examples</h3> <!>", 1), qc = /* @__PURE__ */ k("<!> <!> <!> <!>", 1);
function gi(a, e) {
  Ve(e, !0);
  const r = (_, S = rr, m = rr, P = rr, N = rr) => {
    const q = /* @__PURE__ */ b(() => 240 / S().length);
    var Q = Cc(), Y = y(Q);
    Te(Y, 21, () => c(S()), De, (G, he, be) => {
      var xe = Rc(), fe = y(xe), z = B(fe, !0);
      j(
        (ce) => {
          re(xe, "x", be * t(q)), re(xe, "y", 49 - t(he)), re(xe, "width", ce), re(xe, "height", t(he)), E(z, S()[be]);
        },
        [() => Math.max(1, t(q) - 1)]
      ), v(G, xe);
    });
    var ne = u(Y, 2), oe = y(ne), J = B(oe, !0), I = u(oe), Z = B(I, !0), se = u(I), $ = B(se, !0);
    j(() => {
      re(Y, "aria-label", N()), E(J, m()), E(Z, N()), E($, P());
    }), v(_, Q);
  };
  let n = Ce(e, "words", 19, () => []), s = Ce(e, "edges", 19, () => []), i = Ce(e, "feature", 3, null), o = Ce(e, "samples", 19, () => ({})), l = Ce(e, "steer", 3, 0);
  const c = (_) => {
    const S = Math.max(1, ..._);
    return _.map((m) => m ? Math.max(2, 46 * Math.log1p(m) / Math.log1p(S)) : 0);
  };
  var d = qc(), p = Ne(d);
  {
    var h = (_) => {
      var S = jc(), m = y(S);
      {
        var P = (Q) => {
          {
            let Y = /* @__PURE__ */ b(() => ze(i().high));
            r(Q, () => i().histogram, () => "0", () => t(Y), () => "activations, log counts");
          }
        };
        H(m, (Q) => {
          i() && Q(P);
        });
      }
      var N = u(m, 2);
      {
        var q = (Q) => {
          {
            let Y = /* @__PURE__ */ b(() => ze(s()[0])), ne = /* @__PURE__ */ b(() => ze(s().at(-1)));
            r(Q, n, () => t(Y), () => t(ne), () => "logits of all words, log counts");
          }
        };
        H(N, (Q) => {
          n().length && Q(q);
        });
      }
      v(_, S);
    };
    H(p, (_) => {
      (i() || n().length) && _(h);
    });
  }
  var w = u(p, 2);
  {
    var f = (_) => {
      var S = Dc(), m = y(S);
      ls(m, () => e.up, () => "Its direction speaks for");
      var P = u(m);
      ls(P, () => e.down, () => "and against"), v(_, S);
    };
    H(w, (_) => {
      e.up.length && _(f);
    });
  }
  var g = u(w, 2);
  {
    var D = (_) => {
      var S = Hc(), m = Ne(S), P = u(y(m)), N = B(P), q = u(m, 2), Q = u(y(q));
      Te(
        Q,
        21,
        () => [
          ...new Map([
            ...i().steering.before,
            ...i().steering.after,
            ...i().steering.gained
          ].map((Y) => [Y[0], Y])).values()
        ].toSorted((Y, ne) => ne[2] - Y[2]).slice(0, 6),
        ([Y, ne, oe]) => Y,
        (Y, ne) => {
          var oe = /* @__PURE__ */ b(() => Yt(t(ne), 3));
          let J = () => t(oe)[0], I = () => t(oe)[1], Z = () => t(oe)[2];
          var se = Uc(), $ = y(se), G = B($, !0), he = u($);
          let be;
          var xe = B(he, !0), fe = u(he);
          let z;
          var ce = B(fe, !0);
          j(
            (M, K, U) => {
              E(G, M), be = Be(he, "", be, { "--share": `${100 * I()}%` }), E(xe, K), z = Be(fe, "", z, { "--share": `${100 * Z()}%` }), E(ce, U);
            },
            [
              () => Qe(J()),
              () => ht(I()),
              () => ht(Z())
            ]
          ), v(Y, se);
        }
      ), j((Y) => E(N, `its top example, ${Y ?? ""} × its largest activation added at all tokens: the next token`), [() => ze(l())]), v(_, S);
    };
    H(g, (_) => {
      i()?.steering && _(D);
    });
  }
  var C = u(g, 2);
  {
    var F = (_) => {
      var S = Bc(), m = u(Ne(S), 2);
      gl(m, () => i().feature, (P) => {
        var N = zc();
        Te(N, 21, () => i().top, (q) => q.sample, (q, Q) => {
          Lc(q, {
            get entry() {
              return t(Q);
            },
            get sample() {
              return o()[t(Q).sample];
            },
            get high() {
              return i().max;
            }
          });
        }), v(P, N);
      }), v(_, S);
    };
    H(C, (_) => {
      i() && _(F);
    });
  }
  v(a, d), Ye();
}
var Wc = /* @__PURE__ */ k('<span class="fine"> </span>'), Jc = /* @__PURE__ */ k("<option> </option>"), us = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Kc = /* @__PURE__ */ k(" <b> </b> ", 1), cs = /* @__PURE__ */ k('<p class="fine"> </p>'), Vc = /* @__PURE__ */ k('<th scope="col" class="value"><button type="button" class="link"> </button></th>'), Yc = /* @__PURE__ */ k('<td class="value"> </td>'), Gc = /* @__PURE__ */ k('<tr><th scope="row"><button type="button" class="small"> </button></th><td> </td><!><td> </td></tr>'), Xc = /* @__PURE__ */ k('<p class="fine"> <!></p> <!> <div class="scroller"><table class="found"><thead><tr><th scope="col">feature</th><th scope="col"><button type="button" class="link"> </button></th><!><th scope="col">speaks for</th></tr></thead><tbody></tbody></table></div> <!>', 1), Zc = /* @__PURE__ */ k('<button type="button">ablate it</button> <label><input type="number" step="any" aria-label="Amount"/></label> <button type="button">add this much</button> <button type="button">set it to this</button> <span class="fine"> </span>', 1), Qc = /* @__PURE__ */ k('<p class="fine"> <!></p> <div class="row"><button type="button">where it is active</button> <!></div> <!>', 1), $c = /* @__PURE__ */ k('<section class="card features"><!> <!> <!></section>'), ed = /* @__PURE__ */ k('<section class="card" aria-label="Features"><!> <div class="row"><label>dictionary <select></select></label> <form class="row"><label>feature <input type="number" min="0" size="8" placeholder="number"/></label><button type="submit">show</button></form></div> <!> <!> <!></section> <!>', 1);
function td(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X("activation"), s = /* @__PURE__ */ X("");
  const i = /* @__PURE__ */ b(() => e.painted.features.view), o = /* @__PURE__ */ b(() => t(i)?.about), l = /* @__PURE__ */ b(() => e.painted.feature.view), c = /* @__PURE__ */ b(() => !!(t(i) && Object.keys(t(o).parts).length)), d = /* @__PURE__ */ b(() => {
    if (!t(i)) return [];
    const { features: z, activations: ce, values: M } = t(i).arrays, K = Array.from(z.data, (U, L) => ({
      feature: U,
      activation: ce.data[L],
      value: M.data[L],
      words: t(o).words[L].up
    }));
    return t(n) === "value" && t(c) ? K.toSorted((U, L) => Math.abs(L.value || 0) - Math.abs(U.value || 0)) : K;
  }), p = /* @__PURE__ */ b(() => t(d).reduce((z, ce) => Math.max(z, ce.activation), 1e-9)), h = /* @__PURE__ */ b(() => t(l) ? t(l).arrays.activations.data[r().at] : NaN), w = /* @__PURE__ */ b(() => e.study.dictionaries.find((z) => z.name === e.painted.dictionary));
  let f = /* @__PURE__ */ X(null);
  const g = /* @__PURE__ */ b(() => t(f) ?? Number((t(l)?.about.page?.max || t(l)?.about.max || 1).toPrecision(3)));
  function D(z) {
    r().feature = r().feature === z && r().paint === "feature" ? null : z, r().paint = r().feature === null ? "none" : "feature", O(f, null);
  }
  const C = /* @__PURE__ */ b(() => [...r().selected].filter((z) => z >= 0).sort((z, ce) => z - ce));
  function F(z) {
    const ce = {
      ...Ea,
      kind: z,
      dictionary: e.painted.dictionary,
      feature: r().feature,
      strength: t(g),
      positions: t(C).length ? t(C) : null
    };
    r().changes = [...r().changes, ce], r().tab = "causes";
  }
  const _ = /* @__PURE__ */ b(() => t(i) ? {
    name: "features",
    csv: () => [
      ["feature", "activation", "adds", "speaks for"],
      ...t(d).map((z) => [
        z.feature,
        z.activation,
        Number.isNaN(z.value) ? "" : z.value,
        z.words.map(([ce]) => ce).join(" ")
      ])
    ]
  } : null), S = /* @__PURE__ */ b(() => t(l) ? {
    name: `feature-${t(l).about.feature}`,
    csv: () => [
      ["position", "token", "activation"],
      ...Array.from(t(l).arrays.activations.data, (z, ce) => [ce, e.study.label(ce), z])
    ]
  } : null);
  var m = ed(), P = Ne(m), N = y(P);
  {
    let z = /* @__PURE__ */ b(() => t(o)?.code ?? "");
    Jt(N, {
      title: "Features",
      get code() {
        return t(z);
      },
      get exporter() {
        return t(_);
      },
      children: (ce, M) => {
        var K = Wc(), U = B(K);
        j((L) => E(U, `at the focus ${L ?? ""}`), [
          () => JSON.stringify(e.study.label(t(o)?.focus ?? r().at))
        ]), v(ce, K);
      },
      $$slots: { default: !0 }
    });
  }
  var q = u(N, 2), Q = y(q), Y = u(y(Q));
  Te(Y, 21, () => e.study.dictionaries, De, (z, ce) => {
    var M = Jc(), K = B(M), U = {};
    j(
      (L) => {
        E(K, `${t(ce).name ?? ""}${L ?? ""}`), U !== (U = t(ce).name) && (M.value = (M.__value = U) ?? "");
      },
      [
        () => t(ce).n_features ? `, ${t(ce).n_features.toLocaleString("en")} features` : ""
      ]
    ), v(z, M);
  });
  var ne;
  dt(Y);
  var oe = u(Q, 2), J = y(oe), I = u(y(J)), Z = u(J), se = u(q, 2);
  {
    var $ = (z) => {
      var ce = us(), M = B(ce, !0);
      j(() => E(M, e.painted.features.error)), v(z, ce);
    };
    H(se, (z) => {
      e.painted.features.error && z($);
    });
  }
  var G = u(se, 2);
  {
    let z = /* @__PURE__ */ b(() => e.painted.long("features"));
    _r(G, {
      get session() {
        return r();
      },
      get long() {
        return t(z);
      },
      what: "The features of all tokens"
    });
  }
  var he = u(G, 2);
  {
    var be = (z) => {
      var ce = Xc(), M = Ne(ce), K = y(M), U = u(K);
      {
        var L = (de) => {
          var ae = Kc(), we = Ne(ae);
          we.nodeValue = " What each adds to the logit of ";
          var Ae = u(we), Pe = B(Ae, !0), Oe = u(Ae);
          j(
            (qe, Ue) => {
              E(Pe, qe), E(Oe, `${Ue ?? ""} by its own direction, past everything behind it.`);
            },
            [
              () => Qe(r().target.text),
              () => r().contrast ? ` over ${Qe(r().contrast.text)}` : ""
            ]
          ), v(de, ae);
        };
        H(U, (de) => {
          t(c) && de(L);
        });
      }
      var T = u(M, 2);
      {
        var V = (de) => {
          var ae = cs(), we = B(ae);
          j(() => E(we, `What features add to the logit is not shown: ${t(o).why_not ?? ""}`)), v(de, ae);
        };
        H(T, (de) => {
          t(o).why_not && de(V);
        });
      }
      var ie = u(T, 2), ke = y(ie), x = y(ke), W = y(x), A = u(y(W)), ee = y(A), te = B(ee), _e = u(A);
      {
        var le = (de) => {
          var ae = Vc(), we = y(ae), Ae = B(we);
          j(() => {
            re(ae, "aria-sort", t(n) === "value" ? "descending" : "none"), E(Ae, `adds${t(n) === "value" ? " ↓" : ""}`);
          }), ve("click", we, () => O(n, "value")), v(de, ae);
        };
        H(_e, (de) => {
          t(c) && de(le);
        });
      }
      var Me = u(x);
      Te(Me, 21, () => t(d), (de) => de.feature, (de, ae) => {
        var we = Gc();
        let Ae;
        var Pe = y(we), Oe = y(Pe), qe = B(Oe, !0), Ue = u(Pe);
        let Ke;
        var ot = B(Ue, !0), Ee = u(Ue);
        {
          var Ie = ($e) => {
            var $t = Yc(), zr = B($t, !0);
            j((ua) => E(zr, ua), [
              () => Number.isNaN(t(ae).value) ? "" : wt(t(ae).value)
            ]), v($e, $t);
          };
          H(Ee, ($e) => {
            t(c) && $e(Ie);
          });
        }
        var He = u(Ee), rt = B(He, !0);
        j(
          ($e, $t) => {
            Ae = Rt(we, 1, "", null, Ae, { here: r().feature === t(ae).feature }), re(Oe, "aria-pressed", r().feature === t(ae).feature), re(Oe, "aria-label", `Feature ${t(ae).feature ?? ""}`), E(qe, t(ae).feature), Ke = Be(Ue, "", Ke, { "--share": `${100 * t(ae).activation / t(p)}%` }), E(ot, $e), E(rt, $t);
          },
          [
            () => ze(t(ae).activation),
            () => t(ae).words.map(([$e]) => Qe($e)).join("  ")
          ]
        ), ve("click", Oe, () => D(t(ae).feature)), v(de, we);
      });
      var pe = u(ie, 2);
      {
        var ye = (de) => {
          var ae = cs(), we = B(ae);
          j((Ae, Pe, Oe) => E(we, `All features together ${Ae ?? ""}; ${Pe ?? ""}. They sum to the model's own logit, ${Oe ?? ""}.`), [
            () => wt(t(o).sum),
            () => Object.entries(t(o).parts).map(([Ae, Pe]) => `${{
              b_dec: "the decoder's bias",
              error: "what the dictionary leaves out",
              rest: "all that does not come by here"
            }[Ae] ?? Ae} ${wt(Pe)}`).join("; "),
            () => ze(t(o).logit)
          ]), v(de, ae);
        };
        H(pe, (de) => {
          t(c) && de(ye);
        });
      }
      j(
        (de) => {
          E(K, `${de ?? ""} features are active here.`), re(A, "aria-sort", t(n) === "activation" ? "descending" : "none"), E(te, `active${t(n) === "activation" ? " ↓" : ""}`);
        },
        [() => t(o).n_active.toLocaleString("en")]
      ), ve("click", ee, () => O(n, "activation")), v(z, ce);
    };
    H(he, (z) => {
      t(i) && z(be);
    });
  }
  var xe = u(P, 2);
  {
    var fe = (z) => {
      var ce = $c(), M = y(ce);
      {
        let V = /* @__PURE__ */ b(() => t(l)?.about.code ?? "");
        Jt(M, {
          get title() {
            return `Feature ${r().feature ?? ""}`;
          },
          get code() {
            return t(V);
          },
          get exporter() {
            return t(S);
          }
        });
      }
      var K = u(M, 2);
      {
        var U = (V) => {
          var ie = us(), ke = B(ie, !0);
          j(() => E(ke, e.painted.feature.error)), v(V, ie);
        };
        H(K, (V) => {
          e.painted.feature.error && V(U);
        });
      }
      var L = u(K, 2);
      {
        var T = (V) => {
          var ie = Qc(), ke = Ne(ie), x = y(ke), W = u(x);
          {
            var A = (pe) => {
              var ye = ka();
              j((de, ae) => E(ye, ` Elsewhere at ${de ?? ""} of tokens, up to ${ae ?? ""}.`), [
                () => ht(t(l).about.page.density),
                () => ze(t(l).about.page.max)
              ]), v(pe, ye);
            };
            H(W, (pe) => {
              t(l).about.page && pe(A);
            });
          }
          var ee = u(ke, 2), te = y(ee), _e = u(te, 2);
          {
            var le = (pe) => {
              var ye = Zc(), de = Ne(ye), ae = u(de, 2), we = y(ae), Ae = u(ae, 2), Pe = u(Ae, 2), Oe = u(Pe, 2), qe = B(Oe);
              j(
                (Ue, Ke) => {
                  xa(we, t(g)), Ae.disabled = Ue, Pe.disabled = Ke, E(qe, `at ${t(C).length ? `the ${t(C).length} selected tokens` : "all tokens"}`);
                },
                [
                  () => Number.isNaN(t(g)),
                  () => Number.isNaN(t(g))
                ]
              ), ve("click", de, () => F("ablate_feature")), ve("input", we, (Ue) => O(f, Ue.currentTarget.valueAsNumber, !0)), ve("click", Ae, () => F("steer_feature")), ve("click", Pe, () => F("clamp_feature")), v(pe, ye);
            };
            H(_e, (pe) => {
              r().source.kind !== "page" && pe(le);
            });
          }
          var Me = u(ee, 2);
          {
            let pe = /* @__PURE__ */ b(() => t(l).about.page?.samples), ye = /* @__PURE__ */ b(() => t(l).about.page?.steer);
            gi(Me, {
              get up() {
                return t(l).about.up;
              },
              get down() {
                return t(l).about.down;
              },
              get words() {
                return t(l).about.words;
              },
              get edges() {
                return t(l).about.edges;
              },
              get feature() {
                return t(l).about.page;
              },
              get samples() {
                return t(pe);
              },
              get steer() {
                return t(ye);
              }
            });
          }
          j(
            (pe, ye) => {
              E(x, `In this prompt active at ${t(l).about.n_active ?? ""} of ${t(l).arrays.activations.data.length ?? ""} tokens, up to ${pe ?? ""}${ye ?? ""}.`), re(te, "aria-pressed", r().paint === "feature");
            },
            [
              () => ze(t(l).about.max),
              () => Number.isNaN(t(h)) || t(h) === void 0 ? "" : `; at the focus ${ze(t(h))}`
            ]
          ), ve("click", te, () => r().paint = r().paint === "feature" ? "none" : "feature"), v(V, ie);
        };
        H(L, (V) => {
          t(l) && V(T);
        });
      }
      j(() => re(ce, "aria-label", `Feature ${r().feature ?? ""}`)), v(z, ce);
    };
    H(xe, (z) => {
      r().feature !== null && z(fe);
    });
  }
  j(() => {
    ne !== (ne = e.painted.dictionary) && (Y.value = (Y.__value = ne) ?? "", Ra(Y, ne)), re(I, "max", t(w)?.n_features ? t(w).n_features - 1 : null), Z.disabled = t(s) === "" || t(s) === null;
  }), ve("change", Y, (z) => {
    r().dictionary = z.currentTarget.value, r().feature = null;
  }), We("submit", oe, (z) => {
    z.preventDefault(), t(s) && (r().feature = null, D(Number(t(s))));
  }), kt(I, () => t(s), (z) => O(s, z)), v(a, m), Ye();
}
ct(["change", "click", "input"]);
var rd = /* @__PURE__ */ k('<button type="button" tabindex="-1"> </button>'), ad = /* @__PURE__ */ k("<span> </span>"), nd = /* @__PURE__ */ k('<div><span class="name"><small> </small> <!></span> <!></div>'), sd = /* @__PURE__ */ k('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function id(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.painted.words.view), s = /* @__PURE__ */ b(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ b(() => Yt(t(s), 3)), o = /* @__PURE__ */ b(() => t(i)[0]), l = /* @__PURE__ */ b(() => t(i)[1]), c = /* @__PURE__ */ b(() => t(i)[2]), d = /* @__PURE__ */ b(() => Math.min(r().lensLayer ?? t(o) - 1, t(o) - 1)), p = /* @__PURE__ */ b(() => e.view.arrays.positions.data), h = 24;
  let w = /* @__PURE__ */ X(void 0), f = /* @__PURE__ */ X(0), g = /* @__PURE__ */ X(400), D = !1, C = /* @__PURE__ */ X(/* @__PURE__ */ new Set());
  const F = /* @__PURE__ */ b(() => {
    if (e.mode === "word") return t(n) ? Dt(t(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const M = new Float32Array(t(o) * t(l));
    for (let K = 0; K < M.length; K++) M[K] = e.view.arrays.probs.data[K * t(c)];
    return M;
  }), _ = /* @__PURE__ */ b(() => {
    if (e.mode === "top") return 1;
    let M = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let K = 0; K < t(F).length; K++) t(F)[K] > M && (M = t(F)[K]);
    return M;
  }), S = /* @__PURE__ */ b(() => {
    const M = Array.from({ length: t(o) }, (U, L) => {
      let T = 0;
      for (let V = 0; V < t(l); V++) T += (t(F)[L * t(l) + V] || 0) / t(_);
      return T / t(l);
    }), K = Math.max(...M, 1e-9);
    return M.map((U) => U / K);
  }), m = /* @__PURE__ */ b(() => {
    const M = [], K = e.view.arrays.ids.data, U = (L, T) => {
      if ((e.study.tokens[t(p)[L]]?.image ?? -1) !== (e.study.tokens[t(p)[T]]?.image ?? -1)) return !1;
      for (let V = 0; V < t(o); V++) if (K[(V * t(l) + L) * t(c)] !== K[(V * t(l) + T) * t(c)]) return !1;
      return !0;
    };
    for (let L = 0; L < t(l); L++) {
      const T = M.at(-1);
      T && U(T.row, L) ? T.count++ : M.push({ row: L, count: 1 });
    }
    return M;
  }), P = /* @__PURE__ */ b(() => e.folded && e.mode === "top" ? t(m).flatMap((M) => t(C).has(M.row) ? Array.from({ length: M.count }, (K, U) => ({ row: M.row + U, count: 1 })) : [M]) : Array.from({ length: t(l) }, (M, K) => ({ row: K, count: 1 }))), N = /* @__PURE__ */ b(() => Math.max(0, Math.floor(t(f) / h) - 6)), q = /* @__PURE__ */ b(() => Math.min(t(P).length, Math.ceil((t(f) + t(g)) / h) + 6)), Q = (M) => M === null ? -1 : t(p)[M] === M ? M : Array.prototype.indexOf.call(t(p), M), Y = (M) => {
    let K = 0, U = t(P).length - 1;
    for (; K < U; ) {
      const L = K + U + 1 >> 1;
      t(P)[L].row <= M ? K = L : U = L - 1;
    }
    return K;
  }, ne = /* @__PURE__ */ b(() => Y(Q(r().shownPlace))), oe = /* @__PURE__ */ b(() => Q(r().at) < 0 ? -1 : Y(Q(r().at))), J = (M, K, U) => e.mode === "top" ? U >= r().least ? Qe(e.view.about.strings[e.view.arrays.ids.data[(K * t(l) + M) * t(c)]]) : "" : e.mode === "word" || e.mode === "find" ? U >= Math.max(r().least, 5e-4) ? ht(U) : "" : ze(U), I = (M, K) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(K * t(l) + M) * t(c)]) ? 0 : t(c)
    },
    (U, L) => {
      const T = (K * t(l) + M) * t(c) + L;
      return `${Qe(e.view.about.strings[e.view.arrays.ids.data[T]])} ${ht(e.view.arrays.probs.data[T])}`;
    }
  ).join(", ");
  function Z(M) {
    if (!t(w) || M < 0) return;
    const K = Y(M) * h, U = t(g) - 50;
    (K < t(w).scrollTop || K + h > t(w).scrollTop + U) && (t(w).scrollTop = Math.max(0, K - U / 2));
  }
  gt(() => {
    const { place: M } = r();
    Et(() => Z(Q(M)));
  }), gt(() => {
    const { hoverPlace: M } = r();
    M !== null && !D && Et(() => Z(Q(M)));
  }), gt(() => {
    if (r().lensLayer === null) return;
    const M = t(w)?.querySelector(`.lens-head [data-layer="${t(d)}"]`), K = t(w)?.querySelector(".lens-head .name");
    if (!t(w) || !M || !K) return;
    const U = M.offsetLeft - K.offsetWidth, L = M.offsetLeft + M.offsetWidth - t(w).clientWidth;
    U < t(w).scrollLeft ? t(w).scrollLeft = U : L > t(w).scrollLeft && (t(w).scrollLeft = L);
  });
  function se(M) {
    const K = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[M.key], U = Q(r().place);
    M.key === "Enter" && U >= 0 && G(Y(U)), K && (M.preventDefault(), K[0] && (r().place = t(p)[t(P)[U < 0 ? 0 : Math.max(0, Math.min(t(P).length - 1, Y(U) + K[0]))].row]), r().lensLayer = Math.max(0, Math.min(t(o) - 1, t(d) + K[1])));
  }
  const $ = (M) => {
    const K = e.study.label(M);
    return e.study.tokens[M]?.kind === "image" && K.length > 16 ? K.replace(/(image|frame|tile|row|column) /g, (U) => U[0]) : K;
  };
  function G(M) {
    const { row: K, count: U } = t(P)[M];
    U > 1 && O(C, /* @__PURE__ */ new Set([...t(C), K]));
  }
  var he = sd();
  let be;
  var xe = y(he), fe = u(y(xe));
  Te(fe, 17, () => e.view.about.layers, De, (M, K, U) => {
    var L = rd();
    re(L, "data-layer", U);
    let T, V;
    var ie = B(L, !0);
    j(
      (ke) => {
        re(L, "title", `layer ${t(K) ?? ""}; the bar is the mean over all positions`), T = Rt(L, 1, "", null, T, { current: U === t(d) }), V = Be(L, "", V, { "--mean": ke }), E(ie, t(K));
      },
      [() => `${Math.round(100 * t(S)[U])}%`]
    ), ve("click", L, () => r().lensLayer = U), v(M, L);
  });
  var z = u(xe, 2);
  let ce;
  Te(z, 23, () => ({ length: Math.max(0, t(q) - t(N)) }), (M, K) => t(P)[t(N) + K]?.row, (M, K, U) => {
    const L = /* @__PURE__ */ b(() => t(N) + t(U)), T = /* @__PURE__ */ b(() => {
      const { row: pe, count: ye } = t(P)[t(L)];
      return { row: pe, many: ye };
    }), V = /* @__PURE__ */ b(() => t(p)[t(T).row]);
    var ie = nd();
    let ke, x;
    var W = y(ie), A = y(W), ee = B(A, !0), te = u(A, 2);
    {
      var _e = (pe) => {
        var ye = ka();
        j(() => E(ye, `▸ ${t(T).many ?? ""} alike`)), v(pe, ye);
      }, le = (pe) => {
        var ye = ka();
        j((de) => E(ye, de), [() => Qe($(t(V)))]), v(pe, ye);
      };
      H(te, (pe) => {
        t(T).many > 1 ? pe(_e) : pe(le, -1);
      });
    }
    var Me = u(W, 2);
    Te(Me, 17, () => ({ length: t(o) }), De, (pe, ye, de, ae) => {
      const we = /* @__PURE__ */ b(() => t(F)[de * t(l) + t(T).row] ?? NaN);
      var Ae = ad();
      let Pe;
      re(Ae, "data-layer", de);
      let Oe;
      var qe = B(Ae, !0);
      j(
        (Ue, Ke, ot, Ee) => {
          Pe = Rt(Ae, 1, "cell", null, Pe, { here: de === t(d) }), re(Ae, "title", Ue), Oe = Be(Ae, "", Oe, { background: Ke, color: ot }), E(qe, Ee);
        },
        [
          () => I(t(T).row, de),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(t(we) || 0))}%, transparent)` : Nt(t(we) / t(_), !1),
          () => e.mode === "top" ? null : En(t(we) / t(_), !1),
          () => J(t(T).row, de, t(we))
        ]
      ), We("mouseenter", Ae, () => r().hoverPlace = t(V)), We("mouseleave", Ae, () => r().hoverPlace = null), ve("click", Ae, () => {
        r().takePlace(t(V)), r().lensLayer = de;
      }), v(pe, Ae);
    }), j(
      (pe, ye) => {
        ke = Rt(ie, 1, "lens-row", null, ke, {
          current: r().shownPlace !== null && t(L) === t(ne),
          focus: t(L) === t(oe)
        }), re(ie, "data-row", t(T).row), re(ie, "data-many", t(T).many), x = Be(ie, "", x, { top: `${t(L) * h}px` }), re(W, "title", pe), E(ee, ye);
      },
      [
        () => t(T).many > 1 ? `${t(T).many} tokens that say the same at every layer: click to unfold` : e.study.label(t(V)),
        () => e.study.number(t(V))
      ]
    ), ve("click", W, () => t(T).many > 1 ? G(t(L)) : r().takePlace(t(V))), v(M, ie);
  }), Hr(he, (M) => O(w, M), () => t(w)), j(() => {
    re(he, "aria-label", `Lens table: ${t(l) ?? ""} positions by ${t(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), be = Be(he, "", be, { "--columns": t(o) }), ce = Be(z, "", ce, { height: `${t(P).length * h}px` });
  }), We("scroll", he, () => O(f, t(w).scrollTop, !0)), ve("keydown", he, se), We("pointerenter", he, () => D = !0), We("pointerleave", he, () => D = !1), la(he, "clientHeight", (M) => O(g, M)), v(a, he), Ye();
}
ct(["keydown", "click"]);
var od = /* @__PURE__ */ k('<button type="button" class="map"><canvas></canvas><small> </small></button>'), ld = /* @__PURE__ */ k('<div class="maps" role="group"></div>'), ud = /* @__PURE__ */ k('<p class="fine"> </p>'), cd = /* @__PURE__ */ k("<!> <!> <!>", 1);
function dd(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.words.arrays.positions.data), s = /* @__PURE__ */ b(() => e.study.images.find((_) => _.boxed)), i = /* @__PURE__ */ b(() => {
    const _ = e.study.images.indexOf(t(s)), S = e.study.tokens.filter((N) => N.box && N.image === _ && N.frame <= 0), m = S.some((N) => !N.global), P = new Map(Array.from(t(n), (N, q) => [N, q]));
    return S.filter((N) => !(N.global && m) && P.has(N.position)).map((N) => ({ box: N.box, row: P.get(N.position) }));
  }), o = /* @__PURE__ */ b(() => Array.from({ length: e.words.about.layers.length }, (_, S) => Dt(e.words.arrays.probs, e.painted.word, S))), l = /* @__PURE__ */ b(() => t(o).reduce((_, S) => t(i).reduce((m, { row: P }) => Math.max(m, S[P] || 0), _), 0.05));
  function c(_, S) {
    const m = ({ values: P, high: N }) => {
      const [q, Q] = t(s).size, Y = 96 / Math.max(q, Q), ne = _.getContext("2d");
      Object.assign(_, {
        width: Math.round(q * Y),
        height: Math.round(Q * Y)
      });
      for (const { row: oe, box: J } of t(i))
        ne.fillStyle = Nt(P[oe] / N, !1), ne.fillRect(J[0] * Y, J[1] * Y, (J[2] - J[0]) * Y + 0.5, (J[3] - J[1]) * Y + 0.5);
    };
    return m(S), { update: m };
  }
  const d = /* @__PURE__ */ b(() => r().shownPlace ?? r().at), p = /* @__PURE__ */ b(() => {
    const _ = Array.prototype.indexOf.call(t(n), t(d)), [S, m, P] = e.words.arrays.probs.shape;
    return _ < 0 ? [] : Array.from({ length: S }, (N, q) => {
      const Q = Array.from({ length: m }, (Y, ne) => e.words.arrays.probs.data[(q * m + ne) * P + _]);
      return {
        name: e.words.about.words[q],
        said: ht(Q.at(-1) ?? 0),
        values: Q
      };
    });
  });
  var h = cd(), w = Ne(h);
  {
    var f = (_) => {
      var S = ld();
      Te(S, 21, () => e.words.about.layers, De, (m, P, N) => {
        var q = od(), Q = y(q);
        wl(Q, (oe, J) => c?.(oe, J), () => ({ values: t(o)[N], high: t(l) }));
        var Y = u(Q), ne = B(Y, !0);
        j(() => {
          re(q, "aria-pressed", e.layer === N && r().paint === "word"), E(ne, t(P));
        }), ve("click", q, () => {
          r().lensLayer = N, r().paint = "word";
        }), v(m, q);
      }), j(() => re(S, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), v(_, S);
    };
    H(w, (_) => {
      t(s) && t(i).length && _(f);
    });
  }
  var g = u(w, 2);
  {
    var D = (_) => {
      var S = ud(), m = B(S);
      j(() => E(m, `Maps of ${t(s).kind === "video" ? "the first frame" : "the first image"}; the slider paints every layer on all of them.`)), v(_, S);
    };
    H(g, (_) => {
      t(s) && t(i).length && (e.study.images.length > 1 || t(s).kind === "video") && _(D);
    });
  }
  var C = u(g, 2);
  {
    var F = (_) => {
      {
        let S = /* @__PURE__ */ b(() => e.study.label(t(d))), m = /* @__PURE__ */ b(() => JSON.stringify(e.study.label(t(d))));
        hi(_, {
          get curves() {
            return t(p);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (P) => `${Math.round(100 * P)}%`,
          get label() {
            return `Probability over layers at ${t(S) ?? ""}`;
          },
          get note() {
            return `by layer, at ${t(m) ?? ""}`;
          }
        });
      }
    };
    H(C, (_) => {
      t(p).length && _(F);
    });
  }
  v(a, h), Ye();
}
ct(["click"]);
var fd = /* @__PURE__ */ k('<span class="fine">what each token says, if the model stopped at that layer</span>'), ds = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), vd = /* @__PURE__ */ k('<button type="button" title="its probability at every layer and token, however small">follow</button>'), fs = /* @__PURE__ */ k('<button type="button"> </button>'), hd = /* @__PURE__ */ k('<p class="fine hits" role="status"> </p>'), pd = /* @__PURE__ */ k("<option> </option>"), gd = /* @__PURE__ */ k('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), _d = /* @__PURE__ */ k('<p class="fine"> </p>'), md = /* @__PURE__ */ k('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), bd = /* @__PURE__ */ k('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function yd(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.painted.lens.view), s = /* @__PURE__ */ b(() => e.painted.words.view), i = /* @__PURE__ */ b(() => t(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ b(() => Yt(t(i), 3)), l = /* @__PURE__ */ b(() => t(o)[0]), c = /* @__PURE__ */ b(() => t(o)[1]), d = /* @__PURE__ */ b(() => t(o)[2]), p = /* @__PURE__ */ b(() => Math.min(r().lensLayer ?? t(l) - 1, Math.max(0, t(l) - 1)));
  let h = /* @__PURE__ */ X("top"), w = /* @__PURE__ */ X(!0), f = /* @__PURE__ */ X(-1), g = /* @__PURE__ */ X(null);
  const D = /* @__PURE__ */ b(() => r().words.length ? r().words : r().target ? [r().target.text.trim() || "word"] : []), C = /* @__PURE__ */ b(() => ["entropy", "kl"].filter(($) => t(n)?.arrays[$])), F = /* @__PURE__ */ b(() => e.painted.found), _ = /* @__PURE__ */ b(() => r().source.kind !== "page");
  function S($, G = e.painted.word) {
    O(h, $, !0), r().word = G, ($ === "top" || $ === "word" || $ === "find") && (r().paint = $);
  }
  function m($) {
    r().find = $, O(f, -1), S($.trim() ? "find" : "top");
  }
  function P($) {
    !t(F)?.hits.length || !t(n) || (O(
      f,
      t(f) < 0 && $ < 0 ? t(F).hits.length - 1 : (t(f) + $ + t(F).hits.length) % t(F).hits.length,
      !0
    ), r().takePlace(t(n).arrays.positions.data[t(F).hits[t(f)] % t(c)]), r().lensLayer = Math.floor(t(F).hits[t(f)] / t(c)));
  }
  function N() {
    const $ = r().find.trim();
    $ && (r().words = [...r().words.filter((G) => G !== $), $].slice(-8), r().find = "", S("word", r().words.length - 1));
  }
  function q() {
    const $ = () => {
      clearInterval(t(g)), O(g, null);
    };
    if (t(g) !== null) return $();
    r().lensLayer = 0, O(g, setInterval(() => t(p) >= t(l) - 1 ? $() : r().lensLayer = t(p) + 1, 600), !0);
  }
  gt(() => () => clearInterval(t(g) ?? void 0));
  const Q = /* @__PURE__ */ b(() => t(n) ? {
    name: "lens",
    svg: () => Nn(
      t(l) * 64,
      t(c) * 18,
      Array.from({ length: t(l) * t(c) }, ($, G) => {
        const [he, be] = [G % t(c), Math.floor(G / t(c))], xe = t(n).arrays.probs.data[G * t(d)] || 0;
        return {
          box: [be * 64, he * 18, be * 64 + 63, he * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(xe)).toFixed(2)})`,
          text: xe >= r().least ? t(n).about.strings[t(n).arrays.ids.data[G * t(d)]] : ""
        };
      }),
      `most probable token; layers ${t(n).about.layers[0]} to ${t(n).about.layers.at(-1)} from left to right, tokens from top to bottom`
    ),
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        ...t(C)
      ],
      ...Array.from({ length: t(l) * t(c) }, ($, G) => {
        const he = t(n).arrays.positions.data[G % t(c)];
        return [
          t(n).about.layers[Math.floor(G / t(c))],
          e.study.number(he),
          e.study.label(he),
          t(n).about.strings[t(n).arrays.ids.data[G * t(d)]],
          t(n).arrays.probs.data[G * t(d)],
          ...t(C).map((be) => t(n).arrays[be].data[G])
        ];
      })
    ]
  } : null);
  var Y = bd(), ne = y(Y);
  {
    let $ = /* @__PURE__ */ b(() => t(h) === "word" && t(s) ? t(s).about.code : t(n)?.about.code ?? "");
    Jt(ne, {
      title: "Logit lens",
      get code() {
        return t($);
      },
      get exporter() {
        return t(Q);
      },
      children: (G, he) => {
        var be = fd();
        v(G, be);
      },
      $$slots: { default: !0 }
    });
  }
  var oe = u(ne, 2);
  {
    var J = ($) => {
      var G = ds(), he = B(G, !0);
      j(() => E(he, e.painted.lens.error)), v($, G);
    };
    H(oe, ($) => {
      e.painted.lens.error && $(J);
    });
  }
  var I = u(oe, 2);
  {
    let $ = /* @__PURE__ */ b(() => e.painted.long("lens")), G = /* @__PURE__ */ b(() => e.study.tokens.length.toLocaleString("en")), he = /* @__PURE__ */ b(() => e.study.nLayers + 1);
    _r(I, {
      get session() {
        return r();
      },
      get long() {
        return t($);
      },
      get what() {
        return `The lens of ${t(G) ?? ""} tokens at ${t(he) ?? ""} layers`;
      }
    });
  }
  var Z = u(I, 2);
  {
    var se = ($) => {
      var G = md(), he = Ne(G), be = y(he), xe = y(be), fe = u(xe, 2), z = u(fe), ce = u(z, 2);
      {
        var M = (Ee) => {
          var Ie = vd();
          j((He) => Ie.disabled = He, [() => !r().find.trim()]), ve("click", Ie, N), v(Ee, Ie);
        };
        H(ce, (Ee) => {
          t(_) && Ee(M);
        });
      }
      var K = u(be, 2), U = y(K), L = u(U, 2);
      Te(L, 17, () => t(D), De, (Ee, Ie, He) => {
        var rt = fs(), $e = B(rt, !0);
        j(() => {
          re(rt, "aria-pressed", t(h) === "word" && e.painted.word === He), E($e, t(Ie));
        }), ve("click", rt, () => S("word", He)), v(Ee, rt);
      });
      var T = u(L, 2);
      Te(T, 17, () => t(C), De, (Ee, Ie) => {
        var He = fs(), rt = B(He, !0);
        j(() => {
          re(He, "aria-pressed", t(h) === t(Ie)), E(rt, t(Ie) === "kl" ? "KL to output" : t(Ie));
        }), ve("click", He, () => S(t(Ie))), v(Ee, He);
      });
      var V = u(he, 2);
      {
        var ie = (Ee) => {
          var Ie = hd(), He = B(Ie);
          j((rt, $e) => E(He, `Tokens that ${t(F).whole ? "are" : "contain"} “${rt ?? ""}”: ${$e ?? ""}`), [
            () => r().find.trim(),
            () => t(F).hits.length ? `${t(F).hits.length.toLocaleString("en")} hits in ${t(F).layers} of ${t(l)} layers, among the top ${t(d)}. ↓ goes to the most probable.` : `none among the top ${t(d)}, at any layer and position.`
          ]), v(Ee, Ie);
        };
        H(V, (Ee) => {
          t(F) && Ee(ie);
        });
      }
      var ke = u(V, 2);
      {
        var x = (Ee) => {
          var Ie = ds(), He = B(Ie, !0);
          j(() => E(He, e.painted.words.error)), v(Ee, Ie);
        };
        H(ke, (Ee) => {
          e.painted.words.error && Ee(x);
        });
      }
      var W = u(ke, 2), A = y(W), ee = u(y(A)), te = B(ee, !0), _e = u(ee), le = u(A, 2), Me = B(le, !0), pe = u(le, 2), ye = u(y(pe));
      Te(ye, 20, () => [0, 0.01, 0.05, 0.2, 0.5], De, (Ee, Ie) => {
        var He = pd(), rt = B(He), $e = {};
        j(() => {
          E(rt, `${100 * Ie}%`), $e !== ($e = Ie) && (He.value = (He.__value = $e) ?? "");
        }), v(Ee, He);
      }), dt(ye);
      var de = u(pe, 2), ae = y(de), we = u(de, 2);
      {
        var Ae = (Ee) => {
          var Ie = gd(), He = y(Ie);
          j(() => ii(He, r().vision)), ve("change", He, (rt) => {
            r().vision = rt.currentTarget.checked, r().lensLayer !== null && (r().lensLayer = Math.max(0, r().lensLayer + (r().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), v(Ee, Ie);
        };
        H(we, (Ee) => {
          e.study.costs.n_vision && Ee(Ae);
        });
      }
      var Pe = u(W, 2);
      {
        let Ee = /* @__PURE__ */ b(() => e.painted.long("words")), Ie = /* @__PURE__ */ b(() => t(D).join(", "));
        _r(Pe, {
          get session() {
            return r();
          },
          get long() {
            return t(Ee);
          },
          get what() {
            return `To follow ${t(Ie) ?? ""} through all tokens and layers`;
          }
        });
      }
      var Oe = u(Pe, 2);
      {
        var qe = (Ee) => {
          dd(Ee, {
            get session() {
              return r();
            },
            get study() {
              return e.study;
            },
            get painted() {
              return e.painted;
            },
            get words() {
              return t(s);
            },
            get layer() {
              return t(p);
            }
          });
        };
        H(Oe, (Ee) => {
          t(s) && Ee(qe);
        });
      }
      var Ue = u(Oe, 2);
      id(Ue, {
        get session() {
          return r();
        },
        get study() {
          return e.study;
        },
        get painted() {
          return e.painted;
        },
        get view() {
          return t(n);
        },
        get mode() {
          return t(h);
        },
        get folded() {
          return t(w);
        }
      });
      var Ke = u(Ue, 2);
      {
        var ot = (Ee) => {
          var Ie = _d(), He = B(Ie, !0);
          j(() => E(He, r().note)), v(Ee, Ie);
        };
        H(Ke, (Ee) => {
          r().note && Ee(ot);
        });
      }
      j(() => {
        xa(xe, r().find), fe.disabled = !t(F)?.hits.length, z.disabled = !t(F)?.hits.length, re(U, "aria-pressed", t(h) === "top"), E(te, t(n).about.layers[t(p)]), re(_e, "max", t(l) - 1), xa(_e, t(p)), re(_e, "aria-valuetext", t(n).about.layers[t(p)]), re(le, "aria-pressed", t(g) !== null), E(Me, t(g) === null ? "play" : "stop");
      }), We("submit", be, (Ee) => {
        Ee.preventDefault(), P(1);
      }), ve("input", xe, (Ee) => m(Ee.currentTarget.value)), ve("click", fe, () => P(-1)), ve("click", z, () => P(1)), ve("click", U, () => S("top")), ve("input", _e, (Ee) => {
        r().lensLayer = Number(Ee.currentTarget.value), r().paint !== "word" && r().paint !== "find" && (r().paint = "top");
      }), ve("click", le, q), bt(ye, () => r().least, (Ee) => r().least = Ee), Ol(ae, () => t(w), (Ee) => O(w, Ee)), v($, G);
    };
    H(Z, ($) => {
      t(n) && $(se);
    });
  }
  v(a, Y), Ye();
}
ct(["input", "click", "change"]);
var wd = /* @__PURE__ */ k('<p class="fine">This is an image feature that cross-attention reads. It is no position of the stream, so a lens reads nothing there; Attention shows who looks at it.</p>'), kd = /* @__PURE__ */ k('<th scope="col">and then</th>'), xd = /* @__PURE__ */ k("<td><span> </span> <small> </small></td>"), Sd = /* @__PURE__ */ k('<tr><th scope="row"> </th><!></tr>'), Md = /* @__PURE__ */ k('<p class="fine facts"> </p>'), Ad = /* @__PURE__ */ k('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Ed(a, e) {
  Ve(e, !0);
  const r = /* @__PURE__ */ b(() => e.painted.lens.view), n = /* @__PURE__ */ b(() => e.painted.words.view), s = /* @__PURE__ */ b(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ b(() => t(r) ? Array.prototype.indexOf.call(t(r).arrays.positions.data, t(s)) : -1), o = /* @__PURE__ */ b(() => t(r) ? Math.min(e.session.lensLayer ?? 1 / 0, t(r).about.layers.length - 1) : 0), l = /* @__PURE__ */ b(() => {
    if (!t(r) || t(i) < 0) return [];
    const { ids: f, probs: g } = t(r).arrays, [D, C, F] = f.shape;
    return Array.from({ length: D }, (_, S) => ({
      nth: S,
      layer: t(r).about.layers[S],
      top: Array.from({ length: Math.min(3, F) }, (m, P) => {
        const N = (S * C + t(i)) * F + P;
        return {
          text: t(r).about.strings[f.data[N]],
          p: g.data[N],
          id: t(r).arrays.tokens.data[f.data[N]]
        };
      })
    })).filter(({ top: _ }) => !Number.isNaN(_[0].p)).reverse();
  }), c = /* @__PURE__ */ b(() => {
    if (!t(r) || t(i) < 0) return "";
    const f = t(r).arrays.ids.shape[1], g = t(o) * f + t(i), D = [];
    t(r).arrays.entropy && D.push(`entropy ${ze(t(r).arrays.entropy.data[g])} nats`), t(r).arrays.kl && D.push(`KL to output ${ze(t(r).arrays.kl.data[g])} nats`);
    const C = t(n) ? t(n).arrays.probs.shape[1] * f : 0;
    return t(n) && t(n).arrays.probs.shape[2] === f && t(n).about.words.forEach((F, _) => {
      const S = t(n).arrays.ranks?.data[_ * C + g];
      D.push(`“${F}” ${ht(t(n).arrays.probs.data[_ * C + g])}${S ? `, rank ${S > 127 && t(n).about.coded ? "about " : ""}${S.toLocaleString("en")}` : ""}`);
    }), D.length ? `Layer ${t(r).about.layers[t(o)]}: ${D.join("; ")}.` : "";
  });
  var d = It(), p = Ne(d);
  {
    var h = (f) => {
      var g = wd();
      v(f, g);
    }, w = (f) => {
      var g = Ad(), D = Ne(g), C = y(D), F = u(C), _ = B(F), S = u(D, 2), m = y(S), P = y(m), N = B(P), q = u(P), Q = y(q), Y = u(y(Q), 2);
      {
        var ne = (Z) => {
          var se = kd();
          j(() => re(se, "colspan", t(l)[0].top.length - 1)), v(Z, se);
        };
        H(Y, (Z) => {
          t(l)[0].top.length > 1 && Z(ne);
        });
      }
      var oe = u(q);
      Te(oe, 21, () => t(l), ({ nth: Z, layer: se, top: $ }) => Z, (Z, se) => {
        let $ = () => t(se).nth, G = () => t(se).layer, he = () => t(se).top;
        var be = Sd();
        let xe;
        var fe = y(be), z = B(fe, !0), ce = u(fe);
        Te(ce, 17, he, De, (M, K) => {
          let U = () => t(K).text, L = () => t(K).p, T = () => t(K).id;
          var V = xd();
          let ie, ke;
          var x = y(V), W = B(x, !0), A = u(x, 2), ee = B(A, !0);
          j(
            (te, _e) => {
              ie = Rt(V, 1, "", null, ie, { target: e.session.target?.id === T() }), ke = Be(V, "", ke, { "--share": `${100 * L()}%` }), E(W, te), E(ee, _e);
            },
            [() => Qe(U()), () => ht(L())]
          ), v(M, V);
        }), j(() => {
          xe = Rt(be, 1, "", null, xe, { here: $() === t(o) }), E(z, G());
        }), v(Z, be);
      });
      var J = u(S, 2);
      {
        var I = (Z) => {
          var se = Md(), $ = B(se, !0);
          j(() => E($, t(c))), v(Z, se);
        };
        H(J, (Z) => {
          t(c) && Z(I);
        });
      }
      j(
        (Z, se, $) => {
          E(C, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), E(_, `${Z ?? ""}, position ${se ?? ""}, by layer`), re(S, "data-reading", t(s)), E(N, `Most probable tokens at position ${$ ?? ""}, layer by layer`);
        },
        [
          () => Qe(e.study.label(t(s))),
          () => e.study.number(t(s)),
          () => e.study.number(t(s))
        ]
      ), v(f, g);
    };
    H(p, (f) => {
      t(s) < 0 ? f(h) : t(l).length && f(w, 1);
    });
  }
  v(a, d), Ye();
}
const Sr = (a, e) => (e < 0 ? a?.keys?.[-1 - e] : a?.values[e]) ?? NaN, Nd = 10, Td = { words: "lens", feature: "features" };
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
  constructor(e, r) {
    this.session = e, this.of = r, this.asks = {
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
      const i = r(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern"), this.features = n("features"), this.feature = n("feature");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const r = this.of(), n = r && !r.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!r || !n) return null;
    const s = vi(e, n), i = r.cost(Td[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + r.costs.n_vision / (r.nLayers + 1)), i.seconds > Nd && !this.session.granted.has(`${r.id} ${s}`) && !r.has(s) ? { ...i, key: `${r.id} ${s}` } : null;
  }
  // The dictionary whose features are shown.
  get dictionary() {
    const e = this.of()?.dictionaries ?? [];
    return (e.find((r) => r.name === this.session.dictionary) ?? e[0])?.name ?? "";
  }
  get inFront() {
    return this.session.vision && this.of()?.costs.n_vision ? { vision: !0 } : {};
  }
  // Values of a lens by position: a lens may have some positions only.
  spread(e, r) {
    const n = r.arrays.positions.data, s = new Float32Array(this.of().tokens.length + this.of().answer.length).fill(NaN);
    for (let i = 0; i < n.length; i++) s[n[i]] = e[i];
    return s;
  }
  #e = /* @__PURE__ */ b(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, r = this.session.find.trim().toLocaleLowerCase();
      if (!e || !r) return null;
      const n = e.about.strings.map((f) => f.trim().toLocaleLowerCase()), s = n.includes(r), i = Uint8Array.from(n, (f) => Number(s ? f === r : f.includes(r))), { ids: o, probs: l } = e.arrays, [c, d, p] = o.shape, h = new Float32Array(c * d);
      for (let f = 0; f < o.data.length; f++) i[o.data[f]] && (h[Math.floor(f / p)] += l.data[f] || 1e-9);
      const w = Array.from(h.keys()).filter((f) => h[f] > 0).sort((f, g) => h[g] - h[f]);
      return {
        whole: s,
        sum: h,
        hits: w,
        layers: new Set(w.map((f) => Math.floor(f / d))).size
      };
    }
  );
  get found() {
    return t(this.#e);
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
    const { session: e } = this, r = e.shownHead, n = this.of();
    if (!n) return null;
    const s = e.lensLayer ?? 1 / 0;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        if (!i || !r) return null;
        const o = i.arrays.image_weights ? n.crossing.indexOf(r.layer) : -1;
        return o < 0 && !n.attending.has(r.layer) ? null : lr(
          o < 0 ? Dt(i.arrays.weights, r.layer, r.head) : Pd,
          n,
          `${o < 0 ? "" : "cross-"}attention of L${r.layer}H${r.head} from ${JSON.stringify(n.label(i.about.focus))}`,
          !1,
          o < 0 ? void 0 : Dt(i.arrays.image_weights, o, r.head)
        );
      }
      case "sources": {
        const i = this.sources.view;
        return i && r ? lr(Dt(i.arrays.sources, r.layer, r.head), n, `logits that L${r.layer}H${r.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && r ? lr(Dt(i.arrays.weights, r.layer, r.head), n, `how much each token looks at ${JSON.stringify(n.label(i.about.position ?? -1 - i.about.key))} in L${r.layer}H${r.head}`) : null;
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
        const o = Math.min(s, i.about.layers.length - 1), l = Dt(i.arrays.ids, o), c = Dt(i.arrays.probs, o), d = i.arrays.ids.shape[2], p = i.arrays.ids.shape[1], h = new Float32Array(p), w = [];
        for (let f = 0; f < p; f++) {
          const g = i.arrays.positions.data[f];
          h[g] = c[f * d], w[g] = c[f * d] >= e.least ? i.about.strings[l[f * d]] : "";
        }
        return {
          values: h,
          texts: w,
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
const Pd = new Float32Array();
function lr(a, e, r, n = !1, s) {
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
    label: r
  };
}
var vs = /* @__PURE__ */ k('<button type="button"> </button>'), Od = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which image"></div>'), Ld = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Rd = /* @__PURE__ */ k('<label class="grow"> <input type="range" min="0"/></label>'), Cd = /* @__PURE__ */ k('<div class="row"><!> <!> <!></div>'), Id = /* @__PURE__ */ k('<img alt=""/>'), Fd = /* @__PURE__ */ k('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), jd = /* @__PURE__ */ k('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Dd = /* @__PURE__ */ k('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Ud = /* @__PURE__ */ k('<p class="fine"> <button type="button" class="link">clear</button></p>'), Hd = /* @__PURE__ */ k('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function mi(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = Ce(e, "name", 3, "Image"), s = Ce(e, "tall", 3, "58vh"), i = /* @__PURE__ */ X(0), o = /* @__PURE__ */ X(0), l = /* @__PURE__ */ X(!1), c = /* @__PURE__ */ X(1), d = /* @__PURE__ */ X("point"), p = /* @__PURE__ */ X(void 0), h = /* @__PURE__ */ X(0), w = /* @__PURE__ */ X(0), f = /* @__PURE__ */ X([]);
  const g = /* @__PURE__ */ b(() => e.study.images[Math.min(t(i), e.study.images.length - 1)]), D = /* @__PURE__ */ b(() => t(g)?.size ?? [1, 1]), C = /* @__PURE__ */ b(() => e.study.placed.filter((x) => x.kind === "image" && x.image === Math.min(t(i), e.study.images.length - 1))), F = /* @__PURE__ */ b(() => [...new Set(t(C).map((x) => x.frame))].filter((x) => x >= 0)), _ = /* @__PURE__ */ b(() => [
    ...new Set(t(C).filter((x) => x.box).map((x) => x.global))
  ]), S = /* @__PURE__ */ b(() => t(C).filter((x) => x.box && (t(F).length ? x.frame === t(F)[Math.min(t(o), t(F).length - 1)] : t(_).length < 2 || x.global === t(l)))), m = /* @__PURE__ */ b(() => t(g) ? t(g).frames[Math.min(
    t(F).length ? Math.floor(Math.min(t(o), t(F).length - 1) / t(F).length * t(g).frames.length) : 0,
    t(g).frames.length - 1
  )] : null), P = /* @__PURE__ */ b(() => t(g) && t(m) ? t(g).frames.indexOf(t(m)) : 0), N = /* @__PURE__ */ b(() => new Map(t(S).map((x) => [x.position, x]))), q = /* @__PURE__ */ b(() => t(h) ? t(h) / t(D)[0] : 0);
  gt(() => {
    const x = r().place === null ? null : e.study.token(r().place);
    x?.kind === "image" && (O(i, x.image, !0), x.frame >= 0 && O(
      o,
      [
        ...new Set(e.study.placed.filter((W) => W.image === x.image && W.frame >= 0).map((W) => W.frame))
      ].indexOf(x.frame),
      !0
    ), O(l, x.global, !0));
  });
  function Q() {
    if (!t(p) || !t(q)) return;
    const x = devicePixelRatio || 1, W = t(h) * t(D)[1] / t(D)[0];
    (t(p).width !== Math.round(t(h) * x) || t(p).height !== Math.round(W * x)) && (t(p).width = Math.round(t(h) * x), t(p).height = Math.round(W * x));
    const A = t(p).getContext("2d");
    A.setTransform(x * t(q), 0, 0, x * t(q), 0, 0), A.clearRect(0, 0, t(D)[0], t(D)[1]);
    const ee = 1 / t(q);
    if (e.painting) {
      const { texts: te, signed: _e, high: le } = e.painting, [Me, pe] = te ? [0.5, 0] : _e ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: ye, box: de } of t(S)) {
        const ae = Sr(e.painting, ye);
        Number.isNaN(ae) || (A.globalAlpha = Me + pe * Math.min(1, Math.abs(ae) / le), A.fillStyle = Nt(ae / le, _e), A.fillRect(de[0], de[1], de[2] - de[0], de[3] - de[1]));
      }
      A.globalAlpha = 1, e.painting.texts && t(S).length <= 900 && ne(A);
    }
    if (!t(S).some(({ position: te }) => !Number.isNaN(Sr(e.painting, te))) && t(S).length <= 4e3) {
      A.strokeStyle = "rgba(255,255,255,.28)", A.lineWidth = ee;
      for (const { box: te } of t(S)) A.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
    }
    for (const te of r().selected) Y(A, te, "#14e0c0", 2);
    r().place !== null && Y(A, r().place, "#fff", 3), r().hoverPlace !== null && Y(A, r().hoverPlace, "#ffe14d", 2), t(f).length > 1 && (A.strokeStyle = "#14e0c0", A.lineWidth = 2 * ee, A.beginPath(), t(d) === "box" ? A.rect(t(f)[0][0], t(f)[0][1], t(f).at(-1)[0] - t(f)[0][0], t(f).at(-1)[1] - t(f)[0][1]) : t(f).forEach(([te, _e], le) => le ? A.lineTo(te, _e) : A.moveTo(te, _e)), A.stroke());
  }
  function Y(x, W, A, ee) {
    const te = t(N).get(W)?.box;
    if (te)
      for (const [_e, le] of [["#000", 2], [A, 0]])
        x.strokeStyle = _e, x.lineWidth = (ee + le) / t(q), x.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
  }
  function ne(x) {
    x.textAlign = "center", x.textBaseline = "middle", x.fillStyle = "#fff", x.strokeStyle = "#000";
    for (const { position: W, box: A } of t(S)) {
      if (!e.painting.texts[W]) continue;
      const ee = Qe(e.painting.texts[W]).slice(0, 12), te = A[2] - A[0], _e = A[3] - A[1], le = Math.min(_e * 0.34, te * 1.5 / Math.max(2, ee.length));
      x.font = `600 ${le}px system-ui, sans-serif`, x.lineWidth = le / 6, x.strokeText(ee, (A[0] + A[2]) / 2, (A[1] + A[3]) / 2, te), x.fillText(ee, (A[0] + A[2]) / 2, (A[1] + A[3]) / 2, te);
    }
  }
  gt(Q);
  function oe(x) {
    const W = t(p).getBoundingClientRect();
    return [
      (x.clientX - W.left) / W.width * t(D)[0],
      (x.clientY - W.top) / W.height * t(D)[1]
    ];
  }
  const J = ([x, W]) => t(S).find(({ box: A }) => x >= A[0] && x < A[2] && W >= A[1] && W < A[3]);
  function I(x) {
    const W = oe(x);
    if (t(f).length) {
      O(f, [...t(f), W]);
      return;
    }
    const A = J(W);
    r().hoverPlace = A?.position ?? null;
  }
  function Z(x) {
    t(d) === "point" || x.button || (t(p).setPointerCapture(x.pointerId), O(f, [oe(x)]));
  }
  function se(x) {
    const W = oe(x);
    if (t(d) === "point") {
      const ee = J(W);
      ee && (x.shiftKey || x.ctrlKey || x.metaKey) ? r().toggle([ee.position], "flip") : ee && r().takePlace(r().place === ee.position ? null : ee.position);
      return;
    }
    if (!t(f).length) return;
    const A = t(S).filter(({ box: ee }) => $((ee[0] + ee[2]) / 2, (ee[1] + ee[3]) / 2, ee)).map((ee) => ee.position);
    r().toggle(A, x.shiftKey ? "add" : "set"), O(f, []);
  }
  function $(x, W, A) {
    const [ee, te] = [t(f)[0], t(f).at(-1)];
    if (t(d) === "box") {
      const [le, Me] = [Math.min(ee[0], te[0]), Math.max(ee[0], te[0])], [pe, ye] = [Math.min(ee[1], te[1]), Math.max(ee[1], te[1])];
      return A[2] > le && A[0] < Me && A[3] > pe && A[1] < ye;
    }
    if (t(d) === "brush") return t(f).some(([le, Me]) => le >= A[0] && le < A[2] && Me >= A[1] && Me < A[3]);
    let _e = !1;
    for (let le = 0, Me = t(f).length - 1; le < t(f).length; Me = le++) {
      const [pe, ye] = t(f)[le], [de, ae] = t(f)[Me];
      ye > W != ae > W && x < (de - pe) * (W - ye) / (ae - ye) + pe && (_e = !_e);
    }
    return _e;
  }
  function G(x) {
    const W = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[x.key], A = r().shownPlace === null ? null : t(N).get(r().shownPlace);
    if (W) {
      x.preventDefault();
      const ee = A ? he(A, W) : t(S)[0];
      ee && (r().hoverPlace = ee.position);
    } else (x.key === "Enter" || x.key === " ") && r().shownPlace !== null ? (x.preventDefault(), x.shiftKey ? r().toggle([r().shownPlace], "flip") : r().takePlace(r().shownPlace)) : (x.key === "r" || x.key === "c") && A && r().toggle(t(S).filter((ee) => x.key === "r" ? ee.row === A.row : ee.column === A.column).map((ee) => ee.position), "add");
  }
  function he(x, [W, A]) {
    const ee = (pe) => [
      (pe.box[0] + pe.box[2]) / 2,
      (pe.box[1] + pe.box[3]) / 2
    ], [te, _e] = ee(x);
    let le, Me = 1 / 0;
    for (const pe of t(S)) {
      const [ye, de] = ee(pe), ae = (ye - te) * W + (de - _e) * A, we = Math.abs((ye - te) * A) + Math.abs((de - _e) * W);
      ae > 0.01 && ae + 3 * we < Me && ([le, Me] = [pe, ae + 3 * we]);
    }
    return le;
  }
  const be = /* @__PURE__ */ b(() => {
    const x = r().shownPlace, W = x === null ? null : e.study.token(x);
    if (!W) return "Point at a token, click to keep it, Esc lets go.";
    const A = Sr(e.painting, x), ee = W.box ? `, pixels ${W.box.map((te) => Math.round(te)).join(", ")}` : "";
    return `${x < 0 ? `Image feature ${-1 - x}` : `Token ${e.study.number(x)}`}: ${JSON.stringify(e.study.label(x))}${ee}${Number.isNaN(A) ? "" : ` · ${ze(A)}`}`;
  });
  gt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Nn(
        t(D)[0],
        t(D)[1],
        t(S).map((x) => ({
          box: x.box,
          fill: e.painting ? Nt(Sr(e.painting, x.position) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[x.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...t(S).map((x) => [
          x.position,
          x.row,
          x.column,
          ...x.box,
          Number.isNaN(Sr(e.painting, x.position)) ? "" : Sr(e.painting, x.position)
        ])
      ]
    });
  });
  var xe = Hd(), fe = y(xe);
  {
    var z = (x) => {
      var W = Cd(), A = y(W);
      {
        var ee = (pe) => {
          var ye = Od();
          Te(ye, 21, () => e.study.images, De, (de, ae, we) => {
            var Ae = vs(), Pe = B(Ae);
            j(() => {
              re(Ae, "aria-pressed", t(i) === we), E(Pe, `${t(ae).kind === "video" ? "video" : "image"} ${we + 1}`);
            }), ve("click", Ae, () => O(i, we, !0)), v(de, Ae);
          }), v(pe, ye);
        };
        H(A, (pe) => {
          e.study.images.length > 1 && pe(ee);
        });
      }
      var te = u(A, 2);
      {
        var _e = (pe) => {
          var ye = Ld(), de = y(ye), ae = u(de, 2);
          j(() => {
            re(de, "aria-pressed", !t(l)), re(ae, "aria-pressed", t(l));
          }), ve("click", de, () => O(l, !1)), ve("click", ae, () => O(l, !0)), v(pe, ye);
        };
        H(te, (pe) => {
          t(_).length > 1 && pe(_e);
        });
      }
      var le = u(te, 2);
      {
        var Me = (pe) => {
          var ye = Rd(), de = y(ye), ae = u(de);
          j(
            (we) => {
              E(de, `frame ${we ?? ""} of ${t(F).length ?? ""} `), re(ae, "max", t(F).length - 1);
            },
            [() => Math.min(t(o), t(F).length - 1) + 1]
          ), kt(ae, () => t(o), (we) => O(o, we)), v(pe, ye);
        };
        H(le, (pe) => {
          t(F).length && pe(Me);
        });
      }
      v(x, W);
    };
    H(fe, (x) => {
      (e.study.images.length > 1 || t(F).length || t(_).length > 1) && x(z);
    });
  }
  var ce = u(fe, 2);
  {
    var M = (x) => {
      var W = Fd(), A = Ne(W);
      let ee;
      var te = y(A);
      let _e;
      var le = y(te);
      {
        var Me = (Oe) => {
          var qe = Id();
          let Ue, Ke;
          j(
            (ot) => {
              re(qe, "src", ot), Ue = Rt(qe, 1, "", null, Ue, { dim: e.painting }), Ke = Be(qe, "", Ke, {
                left: `${100 * t(m).area[0] / t(D)[0]}%`,
                top: `${100 * t(m).area[1] / t(D)[1]}%`,
                width: `${100 * (t(m).area[2] - t(m).area[0]) / t(D)[0]}%`,
                height: `${100 * (t(m).area[3] - t(m).area[1]) / t(D)[1]}%`
              });
            },
            [
              () => r().source.pictureUrl(e.study.id, Math.min(t(i), e.study.images.length - 1), t(P))
            ]
          ), We("load", qe, () => qo(w)), v(Oe, qe);
        };
        H(le, (Oe) => {
          t(m) && Oe(Me);
        });
      }
      var pe = u(le, 2);
      let ye;
      var de = y(pe);
      Hr(de, (Oe) => O(p, Oe), () => t(p));
      var ae = u(A, 2), we = y(ae);
      Te(we, 20, () => ["point", "box", "brush", "lasso"], De, (Oe, qe) => {
        var Ue = vs(), Ke = B(Ue, !0);
        j(() => {
          re(Ue, "aria-pressed", t(d) === qe), E(Ke, qe);
        }), ve("click", Ue, () => O(d, qe, !0)), v(Oe, Ue);
      });
      var Ae = u(we, 2), Pe = u(y(Ae));
      j(() => {
        ee = Rt(A, 1, "scroller", null, ee, { zoomed: t(c) > 1 }), _e = Be(te, "", _e, {
          width: `${100 * t(c)}%`,
          "max-width": t(c) === 1 ? `min(100%, calc(${s()} * ${t(D)[0] / t(D)[1]}))` : "none"
        }), re(pe, "aria-label", `${n() ?? ""}: ${t(S).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), re(pe, "data-stage", n()), ye = Be(pe, "", ye, {
          "aspect-ratio": `${t(D)[0] ?? ""} / ${t(D)[1] ?? ""}`
        });
      }), ve("keydown", pe, G), ve("pointermove", de, I), ve("pointerdown", de, Z), ve("pointerup", de, se), We("pointerleave", de, () => r().hoverPlace = null), la(te, "clientWidth", (Oe) => O(h, Oe)), kt(Pe, () => t(c), (Oe) => O(c, Oe)), v(x, W);
    }, K = (x) => {
      var W = jd();
      v(x, W);
    };
    H(ce, (x) => {
      t(g) && t(S).length ? x(M) : e.study.images.length && x(K, 1);
    });
  }
  var U = u(ce, 2);
  {
    var L = (x) => {
      var W = Dd(), A = y(W), ee = B(A, !0), te = u(A);
      let _e;
      var le = u(te), Me = B(le, !0), pe = u(le), ye = B(pe, !0);
      j(
        (de, ae, we) => {
          E(ee, de), _e = Be(te, "", _e, { background: ae }), E(Me, we), E(ye, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${ze(e.painting.high)}` : "0",
          () => ci(e.painting.signed),
          () => ze(e.painting.high)
        ]
      ), v(x, W);
    };
    H(U, (x) => {
      e.painting && x(L);
    });
  }
  var T = u(U, 2), V = B(T, !0), ie = u(T, 2);
  {
    var ke = (x) => {
      var W = Ud(), A = y(W), ee = u(A);
      j(() => E(A, `${r().selected.size ?? ""} tokens selected `)), ve("click", ee, () => r().toggle([])), v(x, W);
    };
    H(ie, (x) => {
      r().selected.size && x(ke);
    });
  }
  j(() => E(V, t(be))), v(a, xe), Ye();
}
ct([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
var zd = /* @__PURE__ */ k("<option></option>"), Bd = /* @__PURE__ */ k('<label class="fine">example <select><option>choose</option><!></select></label>'), qd = /* @__PURE__ */ k('<button type="button" class="link">close</button>'), Wd = /* @__PURE__ */ k('<p class="fine">It stands in the place of image 1; the others are the same.</p>'), Jd = /* @__PURE__ */ k('<span class="error"> </span>'), Kd = /* @__PURE__ */ k('<!> <p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), Vd = /* @__PURE__ */ k('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), Yd = /* @__PURE__ */ k('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Gd(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X(void 0);
  const s = new _i(r(), () => r().second), i = /* @__PURE__ */ b(() => r().second), o = /* @__PURE__ */ b(() => s.now);
  var l = Yd(), c = y(l), d = u(y(c), 4);
  {
    var p = (_) => {
      var S = Bd(), m = u(y(S)), P = y(m);
      P.value = P.__value = "";
      var N = u(P);
      Te(N, 17, () => ({ length: r().info.examples }), De, (Q, Y, ne) => {
        var oe = zd();
        oe.textContent = ne + 1;
        var J = {};
        j(
          (I) => {
            J !== (J = I) && (oe.value = (oe.__value = J) ?? "");
          },
          [() => String(ne)]
        ), v(Q, oe);
      });
      var q;
      dt(m), j(
        (Q) => {
          q !== (q = Q) && (m.value = (m.__value = q) ?? "", Ra(m, q));
        },
        [
          () => r().secondExample === null ? "" : String(r().secondExample)
        ]
      ), ve("change", m, (Q) => {
        Q.currentTarget.value && r().openSecond(Number(Q.currentTarget.value));
      }), v(_, S);
    };
    H(d, (_) => {
      r().info?.examples && _(p);
    });
  }
  var h = u(d, 2), w = u(h, 2);
  Hr(w, (_) => O(n, _), () => t(n));
  var f = u(w, 2);
  {
    var g = (_) => {
      var S = qd();
      ve("click", S, () => {
        r().second = null, r().secondUpload = null, r().secondExample = null;
      }), v(_, S);
    };
    H(f, (_) => {
      t(i) && _(g);
    });
  }
  var D = u(c, 2);
  {
    var C = (_) => {
      var S = Kd(), m = Ne(S);
      {
        var P = (I) => {
          var Z = Wd();
          v(I, Z);
        };
        H(m, (I) => {
          t(i).images.length > 1 && I(P);
        });
      }
      var N = u(m, 2), q = u(y(N)), Q = B(q, !0), Y = u(q, 2);
      {
        var ne = (I) => {
          var Z = Jd(), se = B(Z);
          j(() => E(se, `It has ${t(i).nPrompt ?? ""} tokens and the first ${r().study.nPrompt ?? ""}: patching needs images of one size.`)), v(I, Z);
        };
        H(Y, (I) => {
          r().study && t(i).nPrompt !== r().study.nPrompt && I(ne);
        });
      }
      var oe = u(N, 2);
      mi(oe, {
        get session() {
          return r();
        },
        get study() {
          return t(i);
        },
        get painting() {
          return t(o);
        },
        name: "Second image",
        tall: "38vh"
      });
      var J = u(oe, 2);
      Te(J, 16, () => ["lens", "words", "sources", "readers"], (I) => I, (I, Z) => {
        {
          let se = /* @__PURE__ */ b(() => s.long(Z));
          _r(I, {
            get session() {
              return r();
            },
            get long() {
              return t(se);
            },
            what: "The same of this image"
          });
        }
      }), j((I) => E(Q, I), [
        () => t(i).answer.filter((I) => !I.ends).map((I) => Qe(I.token.text)).join("")
      ]), v(_, S);
    }, F = (_) => {
      var S = Vd();
      v(_, S);
    };
    H(D, (_) => {
      t(i) ? _(C) : _(F, -1);
    });
  }
  ve("click", h, () => t(n)?.click()), ve("change", w, (_) => {
    const S = _.currentTarget.files?.[0];
    S && r().openSecond(S), _.currentTarget.value = "";
  }), v(a, l), Ye();
}
ct(["change", "click"]);
var Xd = /* @__PURE__ */ k('<img class="picture" alt="What is patched from"/>'), Zd = /* @__PURE__ */ k('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function Qd(a, e) {
  Ve(e, !0);
  const r = new Na(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ X(null);
  var s = Zd(), i = y(s);
  {
    let f = /* @__PURE__ */ b(() => r.view?.about.code ?? "");
    Jt(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return t(f);
      },
      get exporter() {
        return t(n);
      }
    });
  }
  var o = u(i, 2), l = y(o);
  {
    var c = (f) => {
      var g = Xd();
      j(() => re(g, "src", e.stored.picture)), v(f, g);
    };
    H(l, (f) => {
      e.stored.picture && f(c);
    });
  }
  var d = u(l, 2), p = B(d, !0), h = u(o, 2);
  {
    var w = (f) => {
      pi(f, {
        get session() {
          return e.session;
        },
        get study() {
          return e.study;
        },
        get sweep() {
          return r.view;
        },
        get name() {
          return e.stored.name;
        },
        onexport: (g) => O(n, g)
      });
    };
    H(h, (f) => {
      r.view && f(w);
    });
  }
  j(() => {
    re(s, "aria-label", e.stored.title), E(p, e.stored.text);
  }), v(a, s), Ye();
}
var $d = /* @__PURE__ */ k('<button type="button" class="token run"> </button>'), ef = /* @__PURE__ */ k('<button type="button"> </button>'), tf = /* @__PURE__ */ k('<button type="button" class="link">fold image tokens</button>'), rf = /* @__PURE__ */ k('<p class="fine"> </p>'), af = /* @__PURE__ */ k('<p class="fine"><button type="button" class="small"> </button></p>'), nf = /* @__PURE__ */ k('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!> <!>', 1);
function sf(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X(!1);
  const s = /* @__PURE__ */ b(() => e.study.images.some((m) => !m.boxed)), i = /* @__PURE__ */ b(() => {
    const m = [], P = e.study.tokens.map((N) => ({
      position: N.position,
      text: N.text,
      image: N.kind === "image"
    }));
    if (!r().tabs.some((N) => N !== "lens")) return m.concat(P.filter((N) => !N.image).map(({ position: N, text: q }) => ({ position: N, text: q, count: 0 })));
    e.study.answer.slice(0, -1).forEach((N, q) => P.push({
      position: e.study.nPrompt + q,
      text: N.token.text,
      image: !1
    }));
    for (const { position: N, text: q, image: Q } of P) {
      const Y = m.at(-1);
      Q && !t(n) && !t(s) && Y && Y.count > 0 && Y.position + Y.count === N ? Y.count++ : m.push({
        position: N,
        text: q,
        count: Q && !t(n) && !t(s) ? 1 : 0
      });
    }
    return m;
  }), o = 0.02, l = (m) => Math.abs(m) >= o ? {
    background: Nt(m, e.painting.signed),
    color: En(m, e.painting.signed)
  } : { background: null, color: null }, c = /* @__PURE__ */ b(() => {
    let m = 0;
    if (e.painting && !e.painting.texts) for (const P of t(i)) P.count || (m = Math.max(m, Math.abs(e.painting.values[P.position]) || 0));
    return m || e.painting?.high || 1;
  }), d = (m) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: P } = e.painting;
    let N = 0;
    for (let q = 0; q < Math.max(1, m.count); q++) N += P[m.position + q] ?? 0;
    return m.position < P.length ? N : NaN;
  };
  var p = nf(), h = Ne(p), w = y(h);
  Te(w, 17, () => t(i), (m) => m.position, (m, P) => {
    const N = /* @__PURE__ */ b(() => d(t(P))), q = /* @__PURE__ */ b(() => Math.max(-1, Math.min(1, t(P).count ? t(N) : t(N) / t(c)))), Q = /* @__PURE__ */ b(() => l(t(q)));
    var Y = It(), ne = Ne(Y);
    {
      var oe = (I) => {
        var Z = $d();
        let se;
        var $ = B(Z);
        j(
          (G) => {
            re(Z, "title", `${t(P).count ?? ""} image tokens${G ?? ""}: show each`), se = Be(Z, "", se, {
              background: t(Q).background,
              color: t(Q).color
            }), E($, `▦ ${t(P).count ?? ""}`);
          },
          [
            () => Number.isNaN(t(N)) ? "" : `, in all ${ze(t(N))}`
          ]
        ), ve("click", Z, () => O(n, !0)), v(I, Z);
      }, J = (I) => {
        var Z = ef();
        let se, $;
        var G = B(Z, !0);
        j(
          (he, be, xe, fe) => {
            se = Rt(Z, 1, "token", null, se, {
              focus: r().at === t(P).position,
              place: r().shownPlace === t(P).position,
              chosen: he
            }), re(Z, "title", `token ${be ?? ""}${xe ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), $ = Be(Z, "", $, {
              background: t(Q).background,
              color: t(Q).color
            }), E(G, fe);
          },
          [
            () => r().selected.has(t(P).position),
            () => e.study.number(t(P).position),
            () => Number.isNaN(t(N)) ? "" : `: ${ze(t(N))}`,
            () => Qe(t(P).text)
          ]
        ), We("pointerenter", Z, () => r().hoverPlace = t(P).position), We("pointerleave", Z, () => r().hoverPlace = null), ve("click", Z, (he) => {
          he.altKey ? r().focus = t(P).position : he.shiftKey ? r().toggle([t(P).position], "flip") : r().takePlace(r().place === t(P).position ? null : t(P).position);
        }), v(I, Z);
      };
      H(ne, (I) => {
        t(P).count ? I(oe) : I(J, -1);
      });
    }
    v(m, Y);
  });
  var f = u(w, 2);
  {
    var g = (m) => {
      var P = tf();
      ve("click", P, () => O(n, !1)), v(m, P);
    };
    H(f, (m) => {
      t(n) && m(g);
    });
  }
  var D = u(h, 2);
  {
    var C = (m) => {
      var P = rf(), N = B(P);
      j((q, Q) => E(N, `Tokens are painted from ${q ?? ""} to ${Q ?? ""}.`), [
        () => e.painting.signed ? `−${ze(t(c))}` : "0",
        () => ze(t(c))
      ]), v(m, P);
    }, F = /* @__PURE__ */ b(() => e.painting && !e.painting.texts && Math.abs(t(c) / e.painting.high - 1) > 0.05);
    H(D, (m) => {
      t(F) && m(C);
    });
  }
  var _ = u(D, 2);
  {
    var S = (m) => {
      var P = af(), N = y(P), q = B(N);
      j((Q) => E(q, `make token ${Q ?? ""} the focus`), [() => e.study.number(r().place)]), ve("click", N, () => {
        r().focus = r().place;
      }), v(m, P);
    };
    H(_, (m) => {
      r().place !== null && r().place >= 0 && r().place !== r().at && m(S);
    });
  }
  v(a, p), Ye();
}
ct(["click"]);
var of = /* @__PURE__ */ k('<button type="button" class="small">save as page</button>'), lf = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), uf = /* @__PURE__ */ k('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), cf = /* @__PURE__ */ k('<h1 class="hidden">Look inside a vision-language model</h1>'), df = /* @__PURE__ */ k("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), ff = /* @__PURE__ */ k("<option>lens: found tokens</option>"), vf = /* @__PURE__ */ k("<option>lens: a word</option><option>lens: most probable</option><!>", 1), hf = /* @__PURE__ */ k("<option> </option>"), pf = /* @__PURE__ */ k("<option>sweep</option>"), gf = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), _f = /* @__PURE__ */ k('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), mf = /* @__PURE__ */ k('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), bf = /* @__PURE__ */ k('<button type="button" role="tab" aria-controls="panel"> </button>'), yf = /* @__PURE__ */ k('<div class="tabs" role="tablist" aria-label="Views"></div>'), wf = /* @__PURE__ */ k("<!> <!>", 1), kf = /* @__PURE__ */ k('<!> <!> <div id="panel"><!> <!> <!> <!> <!></div>', 1), xf = /* @__PURE__ */ k('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Sf = /* @__PURE__ */ k('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Mf(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = new _i(r(), () => r().study), s = /* @__PURE__ */ b(() => r().study), i = /* @__PURE__ */ b(() => n.now);
  let o = /* @__PURE__ */ X(null), l = /* @__PURE__ */ X("");
  const c = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    features: "Features",
    causes: "Causes"
  };
  gt(() => {
    r().write();
  }), gt(() => {
    t(l) ? document.documentElement.dataset.theme = t(l) : delete document.documentElement.dataset.theme;
  });
  function d(fe) {
    fe.key === "Escape" && r().release();
  }
  function p(fe) {
    const z = { ArrowLeft: -1, ArrowRight: 1 }[fe.key];
    if (!z) return;
    fe.preventDefault();
    const ce = r().shownTabs, M = ce[(ce.indexOf(t(w)) + z + ce.length) % ce.length];
    r().tab = M, document.getElementById(`tab-${M}`)?.focus();
  }
  async function h() {
    t(s) && await r().during((async () => {
      const fe = t(s).answer.filter((ce) => !ce.ends).map((ce) => ce.token.text).join("").trim(), z = await ou(t(s), (ce, M) => r().source.pictureUrl(t(s).id, ce, M), r().asked?.question ?? "", `${t(s).model}${r().clean ? ", changed" : ""}: ${fe}`, r().tabs.filter((ce) => ce !== "causes"));
      pa("study.html", z, "text/html");
    })());
  }
  const w = /* @__PURE__ */ b(() => r().shownTabs.includes(r().tab) ? r().tab : r().shownTabs[0]), f = /* @__PURE__ */ b(() => r().paint === "sources" ? n.sources.view?.about.code : r().paint === "feature" ? n.feature.view?.about.code : r().paint === "readers" ? n.readers.view?.about.code : r().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(r().paint) ? n.lens.view?.about.code : r().paint === "attention" ? n.heads.view?.about.code : t(s)?.code), g = /* @__PURE__ */ b(() => n.sources.error || n.readers.error);
  var D = Sf();
  We("keydown", ya, d);
  var C = Ne(D), F = u(C, 2), _ = u(y(F), 4), S = B(_, !0), m = u(_, 2);
  {
    var P = (fe) => {
      var z = of();
      ve("click", z, h), v(fe, z);
    };
    H(m, (fe) => {
      t(s) && !t(s).answering && r().source.kind === "server" && fe(P);
    });
  }
  var N = u(m, 2);
  {
    var q = (fe) => {
      var z = lf(), ce = B(z);
      j(() => E(ce, `theme: ${(t(l) || "auto") ?? ""}`)), ve("click", z, () => O(
        l,
        t(l) === "dark" ? "light" : t(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), v(fe, z);
    };
    H(N, (fe) => {
      r().source.kind !== "kernel" && fe(q);
    });
  }
  var Q = u(F, 2);
  {
    var Y = (fe) => {
      var z = uf(), ce = y(z), M = u(ce);
      j(() => E(ce, `${r().message ?? ""} `)), ve("click", M, () => r().message = ""), v(fe, z);
    };
    H(Q, (fe) => {
      r().message && fe(Y);
    });
  }
  var ne = u(Q, 2), oe = y(ne), J = y(oe);
  {
    var I = (fe) => {
      var z = cf();
      v(fe, z);
    };
    H(J, (fe) => {
      r().title || fe(I);
    });
  }
  var Z = u(J, 2);
  au(Z, {
    get session() {
      return r();
    }
  });
  var se = u(Z, 2);
  {
    var $ = (fe) => {
      var z = _f(), ce = y(z);
      {
        let ae = /* @__PURE__ */ b(() => t(f) ?? "");
        Jt(ce, {
          title: "Image",
          get code() {
            return t(ae);
          },
          get exporter() {
            return t(o);
          }
        });
      }
      var M = u(ce, 2), K = y(M);
      K.value = K.__value = "none";
      var U = u(K);
      {
        var L = (ae) => {
          var we = df(), Ae = Ne(we);
          Ae.value = Ae.__value = "attention";
          var Pe = u(Ae);
          Pe.value = Pe.__value = "sources";
          var Oe = u(Pe);
          Oe.value = Oe.__value = "readers", v(ae, we);
        }, T = /* @__PURE__ */ b(() => r().tabs.includes("attention"));
        H(U, (ae) => {
          t(T) && ae(L);
        });
      }
      var V = u(U);
      {
        var ie = (ae) => {
          var we = vf(), Ae = Ne(we);
          Ae.value = Ae.__value = "word";
          var Pe = u(Ae);
          Pe.value = Pe.__value = "top";
          var Oe = u(Pe);
          {
            var qe = (Ke) => {
              var ot = ff();
              ot.value = ot.__value = "find", v(Ke, ot);
            }, Ue = /* @__PURE__ */ b(() => r().find.trim());
            H(Oe, (Ke) => {
              t(Ue) && Ke(qe);
            });
          }
          v(ae, we);
        }, ke = /* @__PURE__ */ b(() => r().tabs.includes("lens"));
        H(V, (ae) => {
          t(ke) && ae(ie);
        });
      }
      var x = u(V);
      {
        var W = (ae) => {
          var we = hf(), Ae = B(we);
          we.value = we.__value = "feature", j(() => E(Ae, `feature ${r().feature ?? ""}`)), v(ae, we);
        };
        H(x, (ae) => {
          r().feature !== null && ae(W);
        });
      }
      var A = u(x);
      {
        var ee = (ae) => {
          var we = pf();
          we.value = we.__value = "sweep", v(ae, we);
        };
        H(A, (ae) => {
          r().sweep && ae(ee);
        });
      }
      dt(M);
      var te = u(M, 2);
      mi(te, {
        get session() {
          return r();
        },
        get study() {
          return t(s);
        },
        get painting() {
          return t(i);
        },
        onexport: (ae) => O(o, ae)
      });
      var _e = u(te, 2);
      {
        var le = (ae) => {
          var we = gf(), Ae = B(we, !0);
          j(() => E(Ae, t(g))), v(ae, we);
        };
        H(_e, (ae) => {
          t(g) && ae(le);
        });
      }
      var Me = u(_e, 2);
      {
        let ae = /* @__PURE__ */ b(() => n.long("sources"));
        _r(Me, {
          get session() {
            return r();
          },
          get long() {
            return t(ae);
          },
          what: "What every head adds from each token"
        });
      }
      var pe = u(Me, 2);
      {
        let ae = /* @__PURE__ */ b(() => n.long("readers"));
        _r(pe, {
          get session() {
            return r();
          },
          get long() {
            return t(ae);
          },
          what: "Who looks at the token"
        });
      }
      var ye = u(pe, 2);
      sf(ye, {
        get session() {
          return r();
        },
        get study() {
          return t(s);
        },
        get painting() {
          return t(i);
        }
      });
      var de = u(ye, 2);
      Ed(de, {
        get session() {
          return r();
        },
        get study() {
          return t(s);
        },
        get painted() {
          return n;
        }
      }), bt(M, () => r().paint, (ae) => r().paint = ae), v(fe, z);
    };
    H(se, (fe) => {
      t(s) && fe($);
    });
  }
  var G = u(oe, 2), he = y(G);
  {
    var be = (fe) => {
      var z = kf(), ce = Ne(z);
      {
        var M = (le) => {
          var Me = mf(), pe = u(y(Me));
          ve("click", pe, () => {
            r().study = r().clean, r().clean = null;
          }), v(le, Me);
        };
        H(ce, (le) => {
          r().clean && le(M);
        });
      }
      var K = u(ce, 2);
      {
        var U = (le) => {
          var Me = yf();
          Te(Me, 21, () => r().shownTabs, De, (pe, ye) => {
            var de = bf(), ae = B(de, !0);
            j(() => {
              re(de, "id", `tab-${t(ye) ?? ""}`), re(de, "aria-selected", t(w) === t(ye)), re(de, "tabindex", t(w) === t(ye) ? 0 : -1), E(ae, c[t(ye)]);
            }), ve("keydown", de, p), ve("click", de, () => {
              r().tab = t(ye), t(ye) === "lens" && (r().paint === "none" || r().paint === "attention") && (r().paint = "top");
            }), v(pe, de);
          }), v(le, Me);
        };
        H(K, (le) => {
          r().shownTabs.length > 1 && le(U);
        });
      }
      var L = u(K, 2), T = y(L);
      {
        var V = (le) => {
          Yu(le, {
            get session() {
              return r();
            },
            get study() {
              return t(s);
            }
          });
        };
        H(T, (le) => {
          t(w) === "attribution" && le(V);
        });
      }
      var ie = u(T, 2);
      {
        var ke = (le) => {
          Iu(le, {
            get session() {
              return r();
            },
            get study() {
              return t(s);
            },
            get painted() {
              return n;
            }
          });
        };
        H(ie, (le) => {
          t(w) === "attention" && le(ke);
        });
      }
      var x = u(ie, 2);
      {
        var W = (le) => {
          yd(le, {
            get session() {
              return r();
            },
            get study() {
              return t(s);
            },
            get painted() {
              return n;
            }
          });
        };
        H(x, (le) => {
          t(w) === "lens" && le(W);
        });
      }
      var A = u(x, 2);
      {
        var ee = (le) => {
          td(le, {
            get session() {
              return r();
            },
            get study() {
              return t(s);
            },
            get painted() {
              return n;
            }
          });
        };
        H(A, (le) => {
          t(w) === "features" && le(ee);
        });
      }
      var te = u(A, 2);
      {
        var _e = (le) => {
          var Me = It(), pe = Ne(Me);
          {
            var ye = (ae) => {
              var we = It(), Ae = Ne(we);
              Te(Ae, 17, () => r().sweeps, (Pe) => Pe.title, (Pe, Oe) => {
                Qd(Pe, {
                  get session() {
                    return r();
                  },
                  get study() {
                    return t(s);
                  },
                  get stored() {
                    return t(Oe);
                  }
                });
              }), v(ae, we);
            }, de = (ae) => {
              var we = wf(), Ae = Ne(we);
              Gd(Ae, {
                get session() {
                  return r();
                }
              });
              var Pe = u(Ae, 2);
              Ac(Pe, {
                get session() {
                  return r();
                },
                get study() {
                  return t(s);
                }
              }), v(ae, we);
            };
            H(pe, (ae) => {
              r().sweeps.length ? ae(ye) : ae(de, -1);
            });
          }
          v(le, Me);
        };
        H(te, (le) => {
          t(w) === "causes" && le(_e);
        });
      }
      j(() => {
        re(L, "role", r().shownTabs.length > 1 ? "tabpanel" : null), re(L, "aria-labelledby", r().shownTabs.length > 1 ? `tab-${t(w)}` : null);
      }), v(fe, z);
    }, xe = (fe) => {
      var z = xf();
      v(fe, z);
    };
    H(he, (fe) => {
      t(s) ? fe(be) : r().source.kind === "server" && fe(xe, 1);
    });
  }
  j(() => E(S, r().busy ? "working…" : "")), ve("click", C, (fe) => {
    fe.preventDefault(), document.getElementById("views")?.focus();
  }), v(a, D), Ye();
}
ct(["click", "keydown"]);
var Af = /* @__PURE__ */ k('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Ef = /* @__PURE__ */ k('<p class="fine">No feature has this number or word.</p>'), Nf = /* @__PURE__ */ k('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <!></section></div>'), Tf = /* @__PURE__ */ k('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Pf(a, e) {
  Ve(e, !0);
  const r = 46, n = 6;
  let s = /* @__PURE__ */ X("density"), i = /* @__PURE__ */ X(""), o = /* @__PURE__ */ X(0), l = /* @__PURE__ */ X(600), c = /* @__PURE__ */ X(-1), d = /* @__PURE__ */ X(null);
  const p = /* @__PURE__ */ b(() => {
    const M = t(i).trim().toLowerCase();
    return e.data.features.filter((U) => !M || String(U.feature) === M || U.up.some(([L]) => L.toLowerCase().includes(M))).toSorted((U, L) => t(s) === "feature" ? U.feature - L.feature : L[t(s)] - U[t(s)]);
  }), h = /* @__PURE__ */ b(() => Math.max(0, Math.floor(t(o) / r) - n)), w = /* @__PURE__ */ b(() => t(p).slice(t(h), t(h) + Math.ceil(t(l) / r) + 2 * n)), f = /* @__PURE__ */ b(() => t(p).find((M) => M.feature === t(c)) ?? t(p)[0]), g = (M) => M.up.slice(0, 4).map(([K]) => Qe(K)).join("  ");
  async function D(M) {
    const K = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[M.key];
    if (K === void 0 || !t(p).length) return;
    M.preventDefault();
    const U = Math.min(t(p).length - 1, Math.max(0, t(p).indexOf(t(f)) + K));
    O(c, t(p)[U].feature, !0), t(d) && (U * r < t(d).scrollTop || (U + 1) * r > t(d).scrollTop + t(l)) && (t(d).scrollTop = U * r - t(l) / 2), await ei();
  }
  var C = Tf(), F = Ne(C), _ = y(F), S = y(_), m = B(S, !0), P = u(S, 2), N = B(P), q = u(F, 2), Q = y(q), Y = y(Q), ne = y(Y), oe = u(y(ne)), J = u(ne, 2), I = u(y(J)), Z = y(I);
  Z.value = Z.__value = "density";
  var se = u(Z);
  se.value = se.__value = "max";
  var $ = u(se);
  $.value = $.__value = "feature", dt(I);
  var G = u(Y, 2), he = y(G);
  let be;
  Te(he, 23, () => t(w), (M) => M.feature, (M, K, U) => {
    var L = Af();
    let T;
    var V = y(L), ie = B(V, !0), ke = u(V), x = B(ke), W = u(ke), A = B(W, !0);
    j(
      (ee, te, _e) => {
        re(L, "id", `feature-${t(K).feature ?? ""}`), re(L, "aria-selected", t(K) === t(f)), re(L, "aria-setsize", t(p).length), re(L, "aria-posinset", t(h) + t(U) + 1), T = Be(L, "", T, {
          top: `${(t(h) + t(U)) * r}px`,
          height: "46px"
        }), E(ie, t(K).feature), E(x, `${ee ?? ""} of tokens, up to ${te ?? ""}`), E(A, _e);
      },
      [
        () => ht(t(K).density),
        () => ze(t(K).max),
        () => g(t(K))
      ]
    ), ve("click", L, () => O(c, t(K).feature, !0)), v(M, L);
  }), Hr(G, (M) => O(d, M), () => t(d));
  var xe = u(G, 2);
  {
    var fe = (M) => {
      var K = Ef();
      v(M, K);
    };
    H(xe, (M) => {
      t(p).length || M(fe);
    });
  }
  var z = u(Q, 2);
  {
    var ce = (M) => {
      var K = Nf(), U = y(K), L = y(U), T = B(L), V = u(L, 2), ie = B(V), ke = u(V, 2);
      gi(ke, {
        get up() {
          return t(f).up;
        },
        get down() {
          return t(f).down;
        },
        get words() {
          return t(f).words;
        },
        get edges() {
          return t(f).edges;
        },
        get feature() {
          return t(f);
        },
        get samples() {
          return e.data.samples;
        },
        get steer() {
          return e.data.steer;
        }
      }), j(
        (x, W) => {
          re(U, "aria-label", `Feature ${t(f).feature ?? ""}`), E(T, `Feature ${t(f).feature ?? ""}`), E(ie, `active at ${x ?? ""} of tokens, up to ${W ?? ""}`);
        },
        [
          () => ht(t(f).density),
          () => ze(t(f).max)
        ]
      ), v(M, K);
    };
    H(z, (M) => {
      t(f) && M(ce);
    });
  }
  j(
    (M, K, U, L) => {
      E(m, e.data.title), E(N, `${M ?? ""} of ${K ?? ""} features, over ${U ?? ""} tokens of ${L ?? ""} examples`), re(G, "aria-label", `Features, ${t(p).length ?? ""}`), re(G, "aria-activedescendant", t(f) ? `feature-${t(f).feature}` : void 0), be = Be(he, "", be, {
        height: `${t(p).length * r}px`,
        position: "relative"
      });
    },
    [
      () => e.data.features.length.toLocaleString("en"),
      () => e.data.n_features.toLocaleString("en"),
      () => e.data.n_tokens.toLocaleString("en"),
      () => e.data.n_examples.toLocaleString("en")
    ]
  ), kt(oe, () => t(i), (M) => O(i, M)), bt(I, () => t(s), (M) => O(s, M)), We("scroll", G, () => O(o, t(d).scrollTop, !0)), ve("keydown", G, D), la(G, "clientHeight", (M) => O(l, M)), v(a, C), Ye();
}
ct(["keydown", "click"]);
function bi(a, e) {
  return a.classList.add("vlm"), si(Mf, { target: a, props: { session: new Eu(e) } });
}
const Jr = document.querySelector("#app[data-start]"), hs = document.getElementById("features")?.textContent;
if (Jr && hs)
  Jr.classList.add("vlm"), si(Pf, { target: Jr, props: { data: JSON.parse(hs) } });
else if (Jr) {
  const a = document.getElementById("study")?.textContent;
  bi(Jr, a ? new xu(JSON.parse(a)) : new ku());
}
const Lf = {
  render({ model: a, el: e }) {
    const r = bi(e, new Su(a));
    return () => hl(r);
  }
};
export {
  Lf as default,
  bi as start
};

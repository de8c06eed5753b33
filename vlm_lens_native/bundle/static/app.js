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
  var v = Ps();
  if (r.length === 0) {
    d.then(() => p([])).finally(v);
    return;
  }
  function S() {
    Promise.all(r.map((f) => /* @__PURE__ */ Io(f))).then(p).catch((f) => Ht(f, l)).finally(v);
  }
  d ? d.then(() => {
    if ((l.f & it) !== 0) {
      v();
      return;
    }
    c(), S(), ma();
  }) : S();
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
        var v = Ps();
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
    const S = (f, g = void 0) => {
      v?.(), l.delete(d), g !== Kr && (p.activate(), g ? (i.f |= ar, Rr(i, g)) : ((i.f & ar) !== 0 && (i.f ^= ar), Rr(i, f)), p.deactivate());
    };
    d.promise.then(S, (f) => S(null, f || "unknown"));
  }), wn(() => {
    for (const c of l)
      c.reject(Kr);
  }), new Promise((c) => {
    function d(p) {
      function v() {
        p === s ? c(i) : d(s);
      }
      p.then(v, v);
    }
    d(s);
  });
}
// @__NO_SIDE_EFFECTS__
function y(a) {
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
    for (let v = Ha; v !== null; v = v.next) {
      var e = v.id < this.id, r = [];
      for (const [S, [f, g]] of this.current) {
        if (v.current.has(S)) {
          var n = (
            /** @type {[any, boolean]} */
            v.current.get(S)[0]
          );
          if (e && f !== n)
            v.current.set(S, [f, g]);
          else
            continue;
        }
        r.push(S);
      }
      if (e)
        for (const [S, f] of this.async_deriveds) {
          const g = v.async_deriveds.get(S);
          g && f.promise.then(g.resolve).catch(g.reject);
        }
      var s = [...v.current.keys()].filter(
        (S) => !/** @type {[any, boolean]} */
        v.current.get(S)[1]
      );
      if (!(!v.started || s.length === 0)) {
        var i = s.filter((S) => !this.current.has(S));
        if (i.length === 0)
          e && v.discard();
        else if (r.length > 0) {
          if (e)
            for (const S of this.#v)
              v.unskip_effect(S, (f) => {
                (f.f & (Tt | Ar)) !== 0 ? v.schedule(f) : v.#g([f]);
              });
          v.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of r)
            Cs(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var d = [...v.current].filter(([S, f]) => {
            const g = this.current.get(S);
            return g ? g[0] !== f[0] || g[1] !== f[1] : !0;
          }).map(([S]) => S);
          if (d.length > 0)
            for (const S of this.#o)
              (S.f & (it | ft | ga)) === 0 && mn(S, d, l) && ((S.f & (Ar | Tt)) !== 0 ? (Ze(S, Je), v.schedule(S)) : v.add_dirty_reaction(S, Je));
          if (v.#s.length > 0 && !v.#u) {
            v.apply();
            for (var p of v.#c())
              v.#b(p, [], []);
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
function R(a, e, r = !1) {
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
  return R(a, r), n;
}
function Zr(a) {
  R(a, a.v + 1);
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
          var v = /* @__PURE__ */ X(d.value);
          return r.set(c, v), v;
        }) : R(p, d.value, !0), !0;
      },
      deleteProperty(l, c) {
        var d = r.get(c);
        if (d === void 0) {
          if (c in l) {
            const p = o(() => /* @__PURE__ */ X(et));
            r.set(c, p), Zr(s);
          }
        } else
          R(d, et), Zr(s);
        return !0;
      },
      get(l, c, d) {
        if (c === Gt)
          return a;
        var p = r.get(c), v = c in l;
        if (p === void 0 && (!v || Mr(l, c)?.writable) && (p = o(() => {
          var f = dr(v ? l[c] : et), g = /* @__PURE__ */ X(f);
          return g;
        }), r.set(c, p)), p !== void 0) {
          var S = t(p);
          return S === et ? void 0 : S;
        }
        return Reflect.get(l, c, d);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var d = Reflect.getOwnPropertyDescriptor(l, c), p = r.get(c);
        if (p !== void 0) {
          var v = t(p);
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
        var d = r.get(c), p = d !== void 0 && d.v !== et || Reflect.has(l, c);
        if (d !== void 0 || (je !== null || Re !== null) && (!p || Mr(l, c)?.writable)) {
          d === void 0 && (d = o(() => {
            var S = p ? dr(l[c]) : et, f = /* @__PURE__ */ X(S);
            return f;
          }), r.set(c, d));
          var v = t(d);
          if (v === et)
            return !1;
        }
        return p;
      },
      set(l, c, d, p) {
        var v = r.get(c), S = c in l;
        if (n && c === "length")
          for (var f = d; f < /** @type {Source<number>} */
          v.v; f += 1) {
            var g = r.get(f + "");
            g !== void 0 ? R(g, et) : f in l && (g = o(() => /* @__PURE__ */ X(et)), r.set(f + "", g));
          }
        if (v === void 0)
          (!S || Mr(l, c)?.writable) && (v = o(() => /* @__PURE__ */ X(void 0)), R(v, dr(d)), r.set(c, v));
        else {
          S = v.v !== et;
          var U = o(() => dr(d));
          R(v, U);
        }
        var D = Reflect.getOwnPropertyDescriptor(l, c);
        if (D?.set && D.set.call(p, d), !S) {
          if (n && typeof c == "string") {
            var T = (
              /** @type {Source<number>} */
              r.get("length")
            ), m = Number(c);
            Number.isInteger(m) && m >= T.v && R(T, m + 1);
          }
          Zr(s);
        }
        return !0;
      },
      ownKeys(l) {
        t(s);
        var c = Reflect.ownKeys(l).filter((v) => {
          var S = r.get(v);
          return S === void 0 || S.v !== et;
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
function w(a, e) {
  return /* @__PURE__ */ Ut(a);
}
function Ne(a, e = !1) {
  {
    var r = /* @__PURE__ */ Ut(a);
    return r instanceof Comment && r.data === "" ? /* @__PURE__ */ na(r) : r;
  }
}
function q(a, e = !1) {
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
function F(a, e = [], r = [], n = []) {
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
    ), v = p();
    a.f |= Fr;
    var S = Zn(a);
    if (Es() && St !== null && !Ot && S !== null && (a.f & (ut | xt | Je)) === 0)
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
    return (a.f & ar) !== 0 && (a.f ^= ar), v;
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
    var p = Re, v = je;
    At(null), Wt(null);
    try {
      for (var S, f = []; i !== null && i !== e; ) {
        try {
          var g = i[Vr]?.[n];
          g != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && g.call(i, a);
        } catch (U) {
          S ? f.push(U) : S = U;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (S) {
        for (let U of f)
          queueMicrotask(() => {
            throw U;
          });
        throw S;
      }
    } finally {
      a[Vr] = e, delete a.currentTarget, At(p), Wt(v);
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
      ), v = (
        /** @type {TemplateNode} */
        d.lastChild
      );
      Ir(p, v);
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
function h(a, e) {
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
    var v = /* @__PURE__ */ new Set(), S = (f) => {
      for (var g = 0; g < f.length; g++) {
        var U = f[g];
        if (!v.has(U)) {
          v.add(U);
          var D = nl(U);
          for (const N of [e, document]) {
            var T = ca.get(N);
            T === void 0 && (T = /* @__PURE__ */ new Map(), ca.set(N, T));
            var m = T.get(U);
            m === void 0 ? (N.addEventListener(U, sn, { passive: D }), T.set(U, 1)) : T.set(U, m + 1);
          }
        }
      }
    };
    return S(Pa(ai)), nn.add(S), () => {
      for (var f of v)
        for (const D of [e, document]) {
          var g = (
            /** @type {Map<string, number>} */
            ca.get(D)
          ), U = (
            /** @type {number} */
            g.get(f)
          );
          --U == 0 ? (D.removeEventListener(f, sn), g.delete(f), g.size === 0 && ca.delete(D)) : g.set(f, U);
        }
      nn.delete(S), p !== r && p.parentNode?.removeChild(p);
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
function z(a, e, r = !1) {
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
    let v = e[l];
    vr(
      v,
      () => {
        if (i) {
          if (i.pending.delete(v), i.done.add(v), i.pending.size === 0) {
            var S = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            ln(a, Pa(i.done)), S.delete(i), S.size === 0 && (a.outrogroups = null);
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
  var p = null, v = /* @__PURE__ */ Os(() => {
    var m = r();
    return (
      /** @type {V[]} */
      Ta(m) ? m : m == null ? [] : Pa(m)
    );
  }), S = /* @__PURE__ */ new Map(), f = !0;
  function g(m) {
    if ((T.effect.f & it) === 0) {
      T.pending.delete(m);
      var N = t(v);
      T.fallback = p, ml(T, N, o, e, n), p !== null && (N.length === 0 ? (p.f & zt) === 0 ? wa(p) : (p.f ^= zt, Yr(p, null, o)) : vr(p, () => {
        p = null;
      }));
    }
  }
  function U(m) {
    T.pending.delete(m);
  }
  var D = ia(() => {
    for (var m = (
      /** @type {V[]} */
      t(v)
    ), N = m.length, _ = /* @__PURE__ */ new Set(), L = (
      /** @type {Batch} */
      Le
    ), A = qs(), W = 0; W < N; W += 1) {
      var Y = m[W], Z = n(Y, W), $ = f ? null : l.get(Z);
      $ ? ($.v && Rr($.v, Y), $.i && Rr($.i, W), A && L.unskip_effect($.e)) : ($ = bl(
        l,
        f ? o : Qn ??= Xt(),
        Y,
        Z,
        W,
        s,
        e,
        r
      ), f || ($.e.f |= zt), l.set(Z, $)), _.add(Z);
    }
    if (N === 0 && i && !p && (f ? p = Mt(() => i(o)) : (p = Mt(() => i(Qn ??= Xt())), p.f |= zt)), N > _.size && yo(), !f)
      if (S.set(L, _), A) {
        for (const [de, J] of l)
          _.has(de) || L.skip_effect(J.e);
        L.oncommit(g), L.ondiscard(U);
      } else
        g(L);
    t(v);
  }), T = { effect: D, items: l, pending: S, outrogroups: null, fallback: p };
  f = !1;
}
function qr(a) {
  for (; a !== null && (a.f & Ct) === 0; )
    a = a.next;
  return a;
}
function ml(a, e, r, n, s) {
  var i = (n & oo) !== 0, o = e.length, l = a.items, c = qr(a.effect.first), d, p = null, v, S = [], f = [], g, U, D, T;
  if (i)
    for (T = 0; T < o; T += 1)
      g = e[T], U = s(g, T), D = /** @type {EachItem} */
      l.get(U).e, (D.f & zt) === 0 && (D.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(D));
  for (T = 0; T < o; T += 1) {
    if (g = e[T], U = s(g, T), D = /** @type {EachItem} */
    l.get(U).e, a.outrogroups !== null)
      for (const $ of a.outrogroups)
        $.pending.delete(D), $.done.delete(D);
    if ((D.f & ft) !== 0 && (wa(D), i && (D.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(D))), (D.f & zt) !== 0)
      if (D.f ^= zt, D === c)
        Yr(D, null, r);
      else {
        var m = p ? p.next : c;
        D === a.effect.last && (a.effect.last = D.prev), D.prev && (D.prev.next = D.next), D.next && (D.next.prev = D.prev), tr(a, p, D), tr(a, D, m), Yr(D, m, r), p = D, S = [], f = [], c = qr(p.next);
        continue;
      }
    if (D !== c) {
      if (d !== void 0 && d.has(D)) {
        if (S.length < f.length) {
          var N = f[0], _;
          p = N.prev;
          var L = S[0], A = S[S.length - 1];
          for (_ = 0; _ < S.length; _ += 1)
            Yr(S[_], N, r);
          for (_ = 0; _ < f.length; _ += 1)
            d.delete(f[_]);
          tr(a, L.prev, A.next), tr(a, p, L), tr(a, A, N), c = N, p = A, T -= 1, S = [], f = [];
        } else
          d.delete(D), Yr(D, c, r), tr(a, D.prev, D.next), tr(a, D, p === null ? a.effect.first : p.next), tr(a, p, D), p = D;
        continue;
      }
      for (S = [], f = []; c !== null && c !== D; )
        (d ??= /* @__PURE__ */ new Set()).add(c), f.push(c), c = qr(c.next);
      if (c === null)
        continue;
    }
    (D.f & zt) === 0 && S.push(D), p = D, c = qr(D.next);
  }
  if (a.outrogroups !== null) {
    for (const $ of a.outrogroups)
      $.pending.size === 0 && (ln(a, Pa($.done)), a.outrogroups?.delete($));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || d !== void 0) {
    var W = [];
    if (d !== void 0)
      for (D of d)
        (D.f & ft) === 0 && W.push(D);
    for (; c !== null; )
      (c.f & ft) === 0 && c !== a.fallback && W.push(c), c = qr(c.next);
    var Y = W.length;
    if (Y > 0) {
      var Z = (n & ws) !== 0 && o === 0 ? r : null;
      if (i) {
        for (T = 0; T < Y; T += 1)
          W[T].nodes?.a?.measure();
        for (T = 0; T < Y; T += 1)
          W[T].nodes?.a?.fix();
      }
      _l(a, W, Z);
    }
  }
  i && Vt(() => {
    if (v !== void 0)
      for (D of v)
        D.nodes?.a?.apply();
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
function ae(a, e, r, n) {
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
  let v;
  if (i) {
    var S = Gt in a || ro in a;
    v = Mr(a, e)?.set ?? (S && e in a ? (_) => a[e] = _ : void 0);
  }
  var f, g = !1;
  i ? [f, g] = Rl(() => (
    /** @type {V} */
    a[e]
  )) : f = /** @type {V} */
  a[e], f === void 0 && n !== void 0 && (f = p(), v && (Mo(), v(f)));
  var U;
  if (U = () => {
    var _ = (
      /** @type {V} */
      a[e]
    );
    return _ === void 0 ? p() : (c = !0, _);
  }, (r & co) === 0)
    return U;
  if (v) {
    var D = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(_, L) {
        return arguments.length > 0 ? ((!L || D || g) && v(L ? U() : _), _) : U();
      })
    );
  }
  var T = !1, m = ((r & uo) !== 0 ? ea : Os)(() => (T = !1, U()));
  i && t(m);
  var N = (
    /** @type {Effect} */
    je
  );
  return (
    /** @type {() => V} */
    (function(_, L) {
      if (arguments.length > 0) {
        const A = L ? t(m) : i ? dr(_) : _;
        return R(m, A), T = !0, l !== void 0 && (l = A), _;
      }
      return Zt && T || (N.f & it) !== 0 ? m.v : t(m);
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
  const o = /* @__PURE__ */ y(() => r().study?.answer.find((m) => m.position === r().at && m.token.id === r().target?.id) ?? r().study?.answer.find((m) => m.position === r().at));
  function l(m) {
    m.preventDefault(), R(s, !1);
    const N = [...m.dataTransfer?.files ?? []];
    N.length && r().addFiles(N);
  }
  function c(m) {
    const N = [...m.clipboardData?.files ?? []];
    N.length && r().addFiles(N);
  }
  var d = ru();
  We("paste", ya, c);
  let p;
  var v = w(d);
  {
    var S = (m) => {
      var N = Kl(), _ = Ne(N), L = w(_), A = u(w(L));
      Te(A, 21, () => r().models, De, (j, b) => {
        var O = Dl(), Q = q(O), ge = {};
        F(() => {
          E(Q, `${t(b).name ?? ""}${t(b).loaded ? "" : " (is loaded when asked)"}`), ge !== (ge = t(b).name) && (O.value = (O.__value = ge) ?? "");
        }), h(j, O);
      }), dt(A);
      var W = u(L, 2);
      {
        var Y = (j) => {
          var b = Ul(), O = w(b), Q = u(O, 2), ge = q(Q), Me = u(Q, 2);
          F(() => {
            O.disabled = !r().example, E(ge, `example ${(r().example ?? 0) + 1} of ${r().info.examples ?? ""}`), Me.disabled = r().example !== null && r().example >= r().info.examples - 1;
          }), ve("click", O, () => r().takeExample(r().example - 1)), ve("click", Q, () => r().takeExample(r().example ?? 0)), ve("click", Me, () => r().takeExample((r().example ?? -1) + 1)), h(j, b);
        };
        z(W, (j) => {
          r().info?.examples && j(Y);
        });
      }
      var Z = u(_, 2), $ = w(Z);
      Te($, 19, () => r().uploads, (j, b) => j.id + b, (j, b, O) => {
        var Q = zl(), ge = w(Q), Me = u(ge);
        {
          var x = (P) => {
            var te = Hl(), re = w(te), _e = q(re);
            F(() => E(_e, `${t(b).frames.length ?? ""} frames`)), h(P, te);
          };
          z(Me, (P) => {
            t(b).frames && P(x);
          });
        }
        var H = u(Me);
        F(
          (P) => {
            ae(ge, "src", P), ae(ge, "alt", `Image ${t(O) + 1}, ${t(b).width ?? ""} x ${t(b).height ?? ""}${t(b).frames ? `, ${t(b).frames.length} frames` : ""}`), ae(H, "aria-label", `Remove image ${t(O) + 1}`);
          },
          [() => r().source.imageUrl(t(b).id)]
        ), ve("click", H, () => {
          r().uploads = r().uploads.filter((P, te) => te !== t(O)), r().example = null;
        }), h(j, Q);
      });
      var de = u($, 2), J = u(de, 2);
      Hr(J, (j) => R(i, j), () => t(i));
      var I = u(Z, 2);
      {
        var K = (j) => {
          var b = rs(), O = q(b, !0);
          F(() => E(O, r().exampleName)), h(j, b);
        };
        z(I, (j) => {
          r().exampleName && r().example !== null && j(K);
        });
      }
      var se = u(I, 2);
      Te(se, 17, () => r().earlier, De, (j, b) => {
        var O = Bl(), Q = w(O), ge = q(Q, !0), Me = u(Q);
        F(
          (x) => {
            E(ge, t(b).role), E(Me, ` ${x ?? ""}`);
          },
          [
            () => t(b).content.map((x) => x.type === "text" ? x.text : `[${x.type}]`).join(" ")
          ]
        ), h(j, O);
      });
      var ee = u(se, 2), G = u(w(ee), 2), fe = u(G, 2), be = u(w(fe), 2);
      {
        var ke = (j) => {
          var b = ql();
          ve("click", b, () => r().halt()), h(j, b);
        };
        z(be, (j) => {
          r().study?.answering && j(ke);
        });
      }
      var ce = u(be, 2), B = u(ce, 2);
      {
        var le = (j) => {
          var b = Wl();
          ve("click", b, () => {
            r().earlier = [];
          }), h(j, b);
        };
        z(B, (j) => {
          r().earlier.length && j(le);
        });
      }
      var M = u(fe, 2);
      {
        var V = (j) => {
          var b = Jl(), O = w(b), Q = u(w(O)), ge = u(O, 2), Me = u(w(ge)), x = u(ge, 2), H = u(w(x)), P = u(x, 2), te = u(w(P));
          kt(Q, () => r().system, (re) => r().system = re), kt(Me, () => r().prefill, (re) => r().prefill = re), kt(H, () => r().temperature, (re) => r().temperature = re), kt(te, () => r().maxNew, (re) => r().maxNew = re), h(j, b);
        };
        z(M, (j) => {
          t(n) && j(V);
        });
      }
      F(() => {
        ae(J, "accept", `image/*${r().info?.video ? ",video/*" : ""}`), ae(ce, "aria-expanded", t(n));
      }), ve("change", A, () => r().otherModel()), bt(A, () => r().model, (j) => r().model = j), ve("click", de, () => t(i)?.click()), ve("change", J, (j) => {
        r().addFiles(j.currentTarget.files ?? []), j.currentTarget.value = "";
      }), We("submit", ee, (j) => {
        j.preventDefault(), r().ask();
      }), ve("keydown", G, (j) => {
        j.key === "Enter" && !j.shiftKey && (j.preventDefault(), r().ask());
      }), kt(G, () => r().question, (j) => r().question = j), ve("click", ce, () => R(n, !t(n))), h(m, N);
    }, f = (m) => {
      var N = Vl(), _ = Ne(N), L = q(_, !0), A = u(_, 2);
      {
        var W = (Y) => {
          var Z = rs(), $ = q(Z, !0);
          F(() => E($, r().text)), h(Y, Z);
        };
        z(A, (Y) => {
          r().text && Y(W);
        });
      }
      F(() => E(L, r().title)), h(m, N);
    };
    z(v, (m) => {
      r().source.kind === "server" ? m(S) : r().title && m(f, 1);
    });
  }
  var g = u(v, 2);
  {
    var U = (m) => {
      var N = Yl(), _ = q(N);
      F(() => E(_, `The answer and the views are still those of “${r().asked?.question ?? ""}” (${r().asked?.model ?? ""}).`)), h(m, N);
    };
    z(g, (m) => {
      r().edited && m(U);
    });
  }
  var D = u(g, 2);
  {
    var T = (m) => {
      var N = tu(), _ = Ne(N), L = w(_);
      Te(L, 21, () => r().study.answer, De, (J, I) => {
        var K = Xl();
        let se;
        var ee = w(K), G = u(ee);
        {
          var fe = (be) => {
            var ke = Gl(), ce = q(ke);
            F(() => E(ce, `end of the answer (${t(I).token.text ?? ""})`)), h(be, ke);
          };
          z(G, (be) => {
            t(I).ends && be(fe);
          });
        }
        F(
          (be) => {
            se = Rt(K, 1, "answer-token", null, se, { ends: t(I).ends }), ae(K, "aria-pressed", r().at === t(I).position && r().target?.id === t(I).token.id), ae(K, "title", `chosen after token ${t(I).position ?? ""}`), E(ee, be);
          },
          [() => t(I).ends ? "■" : Qe(t(I).token.text)]
        ), ve("click", K, () => r().lookAt(t(I))), h(J, K);
      });
      var A = u(L, 2);
      {
        var W = (J) => {
          var I = Zl(), K = q(I, !0);
          F((se) => E(K, se), [
            () => r().study.answer.filter((se) => !se.ends).map((se) => se.token.text).join("").trim() === r().asked.truth ? "right" : `the truth is ${r().asked.truth}`
          ]), h(J, I);
        };
        z(A, (J) => {
          r().asked && r().asked.truth !== null && J(W);
        });
      }
      var Y = u(A, 2);
      {
        var Z = (J) => {
          var I = Ql();
          ve("click", I, () => {
            r().goOn(), document.getElementById("question")?.focus();
          }), h(J, I);
        };
        z(Y, (J) => {
          r().source.kind === "server" && !r().study.answering && J(Z);
        });
      }
      var $ = u(_, 2);
      {
        var de = (J) => {
          var I = eu();
          Te(I, 21, () => t(o).top.slice(0, 5), (K) => K.id, (K, se) => {
            var ee = $l();
            let G;
            var fe = w(ee), be = q(fe, !0), ke = u(fe), ce = q(ke, !0);
            F(
              (B, le) => {
                ae(ee, "aria-pressed", r().target?.id === t(se).id), G = Be(ee, "", G, { "--share": `${100 * t(se).p}%` }), E(be, B), E(ce, le);
              },
              [() => Qe(t(se).text), () => ht(t(se).p)]
            ), ve("click", ee, () => r().target = { id: t(se).id, text: t(se).text }), h(K, ee);
          }), h(J, I);
        };
        z($, (J) => {
          t(o) && J(de);
        });
      }
      h(m, N);
    };
    z(D, (m) => {
      r().study?.answer.length && m(T);
    });
  }
  F(() => p = Rt(d, 1, "card ask", null, p, { dragged: t(s) })), We("dragover", d, (m) => {
    m.preventDefault(), R(s, !0);
  }), We("dragleave", d, () => R(s, !1)), We("drop", d, l), h(a, d), Ye();
}
ct(["change", "click", "keydown"]);
const ha = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Nn(a, e, r, n) {
  const s = Math.max(8, e / 30), i = r.map(({ box: [o, l, c, d], fill: p, text: v }) => {
    const S = `<rect x="${o}" y="${l}" width="${c - o}" height="${d - l}" fill="${p}"/>`;
    return v ? `${S}<text x="${(o + c) / 2}" y="${(l + d) / 2}" font-size="${Math.min((d - l) * 0.42, (c - o) * 1.5 / Math.max(2, v.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ha(v)}</text>` : S;
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
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (p) => (await fetch(`assets/${p}`)).text())), l = await Promise.all(a.images.map((p, v) => Promise.all(p.frames.map((S, f) => iu(e(v, f)))))), c = Object.fromEntries([...a.raw].map(([p, v]) => [p, cn(v)])), d = JSON.stringify({ id: a.id, title: r, text: n, tabs: s, answer: a.answer, tokens: cn(a.bytes), pictures: l, views: c }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ha(r)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${d}<\/script><script type="module">${i}<\/script></body></html>`;
}
var lu = /* @__PURE__ */ k('<button type="button" class="small">code</button>'), uu = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), cu = /* @__PURE__ */ k('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), du = /* @__PURE__ */ k('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function Jt(a, e) {
  Ve(e, !0);
  let r = Ce(e, "code", 3, ""), n = Ce(e, "exporter", 3, null), s = /* @__PURE__ */ X(!1), i = /* @__PURE__ */ X(!1);
  async function o(_) {
    n() && (_ === "csv" && n().csv && pa(`${n().name}.csv`, nu(n().csv()), "text/csv"), _ === "svg" && n().svg && pa(`${n().name}.svg`, n().svg(), "image/svg+xml"), _ === "png" && n().svg && pa(`${n().name}.png`, await su(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(r()), R(i, !0), setTimeout(() => R(i, !1), 1500);
  }
  var c = du(), d = Ne(c), p = w(d), v = q(p, !0), S = u(p, 2);
  yl(S, () => e.children ?? rr);
  var f = u(S, 4), g = w(f);
  {
    var U = (_) => {
      var L = lu();
      F(() => ae(L, "aria-expanded", t(s))), ve("click", L, () => R(s, !t(s))), h(_, L);
    };
    z(g, (_) => {
      r() && _(U);
    });
  }
  var D = u(g, 2);
  {
    var T = (_) => {
      var L = It(), A = Ne(L);
      Te(A, 16, () => ["png", "svg", "csv"], De, (W, Y) => {
        var Z = It(), $ = Ne(Z);
        {
          var de = (J) => {
            var I = uu(), K = q(I, !0);
            F(
              (se) => {
                ae(I, "aria-label", `Export ${n().name ?? ""} as ${se ?? ""}`), E(K, Y);
              },
              [() => Y.toUpperCase()]
            ), ve("click", I, () => o(Y)), h(J, I);
          };
          z($, (J) => {
            (Y === "csv" ? n().csv : n().svg) && J(de);
          });
        }
        h(W, Z);
      }), h(_, L);
    };
    z(D, (_) => {
      n() && _(T);
    });
  }
  var m = u(d, 2);
  {
    var N = (_) => {
      var L = cu(), A = w(L), W = q(A, !0), Y = u(A, 2), Z = q(Y, !0);
      F(() => {
        E(W, t(i) ? "copied" : "copy"), ae(Y, "aria-label", `Python for ${e.title ?? ""}`), E(Z, r());
      }), ve("click", A, l), h(_, L);
    };
    z(m, (_) => {
      t(s) && r() && _(N);
    });
  }
  F(() => E(v, e.title)), h(a, c), Ye();
}
ct(["click"]);
var fu = /* @__PURE__ */ k('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span class="axes"> </span> <span role="status"> </span></p></div>');
function Aa(a, e) {
  Ve(e, !0);
  let r = Ce(e, "signed", 3, !1), n = Ce(e, "high", 3, 0), s = Ce(e, "rowName", 3, "layer"), i = Ce(e, "columnName", 3, "head"), o = Ce(e, "columnLabels", 3, null), l = Ce(e, "picked", 3, null), c = Ce(e, "unit", 3, ""), d = Ce(e, "order", 3, null), p = Ce(e, "note", 3, () => ""), v = /* @__PURE__ */ X(void 0), S = /* @__PURE__ */ X(0), f = /* @__PURE__ */ X(null);
  const g = 30, U = 18, D = 46, T = /* @__PURE__ */ y(() => Math.max(3, Math.min(D, (t(S) - g) / Math.max(1, e.columns)))), m = /* @__PURE__ */ y(() => Math.max(7, Math.min(30, t(T), 560 / Math.max(1, e.rows)))), N = /* @__PURE__ */ y(() => {
    if (n()) return n();
    let b = 0;
    for (let O = 0; O < e.rows * e.columns; O++) Math.abs(e.values[O]) > b && (b = Math.abs(e.values[O]));
    return b || 1;
  });
  let _ = null;
  function L(b) {
    const O = document.createElement("canvas");
    O.width = Math.ceil((g + t(T) * e.columns) * b), O.height = Math.ceil((U + t(m) * e.rows) * b);
    const Q = O.getContext("2d");
    Q.scale(b, b);
    const ge = Math.min(t(
      T
      // else the lines would be most of what is seen
    ), t(m)) > 12 ? 1 : 0;
    for (let H = 0; H < e.rows; H++) for (let P = 0; P < e.columns; P++) {
      const te = e.values[H * e.columns + (d() ? d()[P] : P)];
      Q.fillStyle = Number.isNaN(te) ? "rgba(128,128,128,.18)" : Nt(te / t(N), r()), Q.fillRect(g + P * t(T), U + H * t(m), t(T) - ge, t(m) - ge);
    }
    Q.fillStyle = getComputedStyle(t(v)).color, Q.font = "11px system-ui, sans-serif", Q.textBaseline = "middle", Q.textAlign = "right";
    const Me = Math.ceil(13 / t(m)), x = Math.ceil((e.columns > 100 ? 30 : 20) / t(T));
    for (let H = 0; H < e.rows; H += Me) Q.fillText(String(H), g - 5, U + (H + 0.5) * t(m));
    if (Q.textAlign = "center", !o()) for (let H = 0; H < e.columns; H += x) Q.fillText(String(d() ? d()[H] : H), g + (H + 0.5) * t(T), 8);
    return O;
  }
  gt(() => {
    e.values, e.rows, e.columns, r(), t(N), t(T), t(m), d(), !(!t(v) || !t(S)) && (_ = L(devicePixelRatio || 1), A());
  }), gt(() => {
    t(f), l(), A();
  });
  function A() {
    if (!t(v) || !_) return;
    const b = devicePixelRatio || 1;
    (t(v).width !== _.width || t(v).height !== _.height) && Object.assign(t(v), { width: _.width, height: _.height });
    const O = t(v).getContext("2d");
    O.setTransform(1, 0, 0, 1, 0, 0), O.clearRect(0, 0, t(v).width, t(v).height), O.drawImage(_, 0, 0), O.scale(b, b);
    for (const [Q, ge] of [[l(), "#fff"], [t(f), "#ffe14d"]]) {
      if (!Q) continue;
      const Me = d() ? d().indexOf(Q[1]) : Q[1], x = [
        g + Me * t(T),
        U + Q[0] * t(m),
        t(T) - 1,
        t(m) - 1
      ];
      O.lineWidth = 4, O.strokeStyle = "#000", O.strokeRect(...x), O.lineWidth = 2, O.strokeStyle = ge, O.strokeRect(...x);
    }
  }
  function W(b) {
    const O = t(v).getBoundingClientRect(), Q = Math.floor((b.clientX - O.left - g) / t(T)), ge = Math.floor((b.clientY - O.top - U) / t(m));
    return ge >= 0 && ge < e.rows && Q >= 0 && Q < e.columns ? [ge, d() ? d()[Q] : Q] : null;
  }
  function Y(b) {
    b?.[0] === t(f)?.[0] && b?.[1] === t(f)?.[1] || (R(f, b), e.onhover?.(b));
  }
  function Z(b) {
    const O = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[b.key], Q = t(f) ?? l();
    if (O) {
      b.preventDefault();
      const ge = Q ? d() ? d().indexOf(Q[1]) : Q[1] : 0, Me = Q ? Math.max(0, Math.min(e.columns - 1, ge + O[1])) : 0;
      Y([
        Q ? Math.max(0, Math.min(e.rows - 1, Q[0] + O[0])) : 0,
        d() ? d()[Me] : Me
      ]);
    } else (b.key === "Enter" || b.key === " ") && Q && (b.preventDefault(), e.onpick?.(Q));
  }
  const $ = /* @__PURE__ */ y(() => t(f) ?? l()), de = /* @__PURE__ */ y(() => {
    if (!t($)) return "Point at a cell, click to keep it.";
    const b = e.values[t($)[0] * e.columns + t($)[1]], O = o() ? o()[t($)[1]] : `${i()} ${t($)[1]}`;
    return Number.isNaN(b) ? `${s()} ${t($)[0]}${p()(t($)[0]) ? `: ${p()(t($)[0])}` : `, ${O}: nothing`}` : `${s()} ${t($)[0]}, ${O}: ${r() ? wt(b) : ze(b)} ${c()}`;
  });
  var J = fu();
  let I;
  var K = w(J), se = w(K);
  let ee;
  Hr(se, (b) => R(v, b), () => t(v));
  var G = u(K, 2), fe = w(G), be = w(fe), ke = u(be);
  let ce;
  var B = u(ke), le = u(fe, 2), M = q(le), V = u(le, 2), j = q(V, !0);
  F(
    (b, O, Q) => {
      I = Be(J, "", I, {
        "max-width": `max(320px, ${g + D * e.columns}px)`
      }), ae(K, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), ae(K, "data-grid", e.label), ae(K, "data-cell", `30,18,${t(T) ?? ""},${t(m) ?? ""}`), ee = Be(se, "", ee, {
        width: `${g + t(T) * e.columns}px`,
        height: `${U + t(m) * e.rows}px`
      }), E(be, `${b ?? ""} `), ce = Be(ke, "", ce, { background: O }), E(B, ` ${Q ?? ""}`), E(M, `${s() ?? ""}s ↓ ${o() ? "" : `${i()}s →`}`), E(j, t(de));
    },
    [
      () => r() ? `−${ze(t(N))}` : "0",
      () => ci(r()),
      () => ze(t(N))
    ]
  ), ve("keydown", K, Z), We("blur", K, () => Y(null)), ve("pointermove", se, (b) => Y(W(b))), We("pointerleave", se, () => Y(null)), ve("click", se, (b) => {
    const O = W(b);
    O && e.onpick?.(O);
  }), la(J, "clientWidth", (b) => R(S, b)), h(a, J), Ye();
}
ct(["keydown", "pointermove", "click"]);
var vu = /* @__PURE__ */ k('<p role="status"> <button type="button" class="primary">find it</button></p>');
function _r(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  var n = It(), s = Ne(n);
  {
    var i = (o) => {
      var l = vu(), c = w(l), d = u(c);
      F((p, v) => E(c, `${e.what ?? ""} takes about ${p ?? ""}${v ?? ""}. `), [
        () => un(e.long.seconds),
        () => e.long.bytes ? ` and ${Sa(e.long.bytes)}` : ""
      ]), ve("click", d, () => r().granted = /* @__PURE__ */ new Set([...r().granted, e.long.key])), h(o, l);
    };
    z(s, (o) => {
      e.long && o(i);
    });
  }
  h(a, n), Ye();
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
      const v = (f) => s[l + f]?.data[c] ?? -1, S = Array.from(s[`${l}boxes`].data.slice(4 * c, 4 * c + 4));
      return {
        position: d,
        text: p,
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
        box: S.some(Number.isNaN) ? null : S
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
    R(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ X(dr([]));
  get answer() {
    return t(this.#r);
  }
  set answer(e) {
    R(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ X(!1);
  get answering() {
    return t(this.#t);
  }
  set answering(e) {
    R(this.#t, e, !0);
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
    R(this.#e, e);
  }
  #r = /* @__PURE__ */ X("");
  get model() {
    return t(this.#r);
  }
  set model(e) {
    R(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ X("What is in the image?");
  get question() {
    return t(this.#t);
  }
  set question(e) {
    R(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ X("");
  get system() {
    return t(this.#a);
  }
  set system(e) {
    R(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ X([]);
  get earlier() {
    return t(this.#n);
  }
  set earlier(e) {
    R(this.#n, e);
  }
  #s = /* @__PURE__ */ X("");
  get prefill() {
    return t(this.#s);
  }
  set prefill(e) {
    R(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ X([]);
  get uploads() {
    return t(this.#o);
  }
  set uploads(e) {
    R(this.#o, e);
  }
  #i = /* @__PURE__ */ X(null);
  get example() {
    return t(this.#i);
  }
  set example(e) {
    R(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ X("");
  get exampleName() {
    return t(this.#l);
  }
  set exampleName(e) {
    R(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ X(null);
  get truth() {
    return t(this.#v);
  }
  set truth(e) {
    R(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ X(0);
  get temperature() {
    return t(this.#u);
  }
  set temperature(e) {
    R(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ X(48);
  get maxNew() {
    return t(this.#h);
  }
  set maxNew(e) {
    R(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ X(null);
  get study() {
    return t(this.#_);
  }
  set study(e) {
    R(this.#_, e);
  }
  #c = /* @__PURE__ */ X(null);
  get clean() {
    return t(this.#c);
  }
  set clean(e) {
    R(this.#c, e);
  }
  #p = /* @__PURE__ */ X(null);
  get second() {
    return t(this.#p);
  }
  set second(e) {
    R(this.#p, e);
  }
  #b = /* @__PURE__ */ X(null);
  get secondUpload() {
    return t(this.#b);
  }
  set secondUpload(e) {
    R(this.#b, e);
  }
  #k = /* @__PURE__ */ X(null);
  get secondExample() {
    return t(this.#k);
  }
  set secondExample(e) {
    R(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ X(null);
  get focus() {
    return t(this.#m);
  }
  set focus(e) {
    R(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ X(null);
  get target() {
    return t(this.#d);
  }
  set target(e) {
    R(this.#d, e);
  }
  #g = /* @__PURE__ */ X(null);
  get contrast() {
    return t(this.#g);
  }
  set contrast(e) {
    R(this.#g, e);
  }
  #y = /* @__PURE__ */ X(null);
  get place() {
    return t(this.#y);
  }
  set place(e) {
    R(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ X(null);
  get layer() {
    return t(this.#f);
  }
  set layer(e) {
    R(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ X(null);
  get head() {
    return t(this.#w);
  }
  set head(e) {
    R(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ X(null);
  get lensLayer() {
    return t(this.#x);
  }
  set lensLayer(e) {
    R(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ X([]);
  get words() {
    return t(this.#S);
  }
  set words(e) {
    R(this.#S, e);
  }
  #M = /* @__PURE__ */ X(0);
  get word() {
    return t(this.#M);
  }
  set word(e) {
    R(this.#M, e, !0);
  }
  #A = /* @__PURE__ */ X(!1);
  get vision() {
    return t(this.#A);
  }
  set vision(e) {
    R(this.#A, e, !0);
  }
  #E = /* @__PURE__ */ X(/* @__PURE__ */ new Set());
  get granted() {
    return t(this.#E);
  }
  set granted(e) {
    R(this.#E, e);
  }
  #N = /* @__PURE__ */ X(!1);
  get pattern() {
    return t(this.#N);
  }
  set pattern(e) {
    R(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ X("");
  get find() {
    return t(this.#T);
  }
  set find(e) {
    R(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ X(0.01);
  get least() {
    return t(this.#P);
  }
  set least(e) {
    R(this.#P, e, !0);
  }
  #O = /* @__PURE__ */ X("none");
  get paint() {
    return t(this.#O);
  }
  set paint(e) {
    R(this.#O, e, !0);
  }
  #L = /* @__PURE__ */ X("attribution");
  get tab() {
    return t(this.#L);
  }
  set tab(e) {
    R(this.#L, e, !0);
  }
  #R = /* @__PURE__ */ X(/* @__PURE__ */ new Set());
  get selected() {
    return t(this.#R);
  }
  set selected(e) {
    R(this.#R, e);
  }
  #C = /* @__PURE__ */ X("");
  get dictionary() {
    return t(this.#C);
  }
  set dictionary(e) {
    R(this.#C, e, !0);
  }
  #I = /* @__PURE__ */ X(null);
  get feature() {
    return t(this.#I);
  }
  set feature(e) {
    R(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ X([]);
  get changes() {
    return t(this.#F);
  }
  set changes(e) {
    R(this.#F, e);
  }
  #j = /* @__PURE__ */ X(null);
  get sweep() {
    return t(this.#j);
  }
  set sweep(e) {
    R(this.#j, e);
  }
  #D = /* @__PURE__ */ X(null);
  get hoverHead() {
    return t(this.#D);
  }
  set hoverHead(e) {
    R(this.#D, e);
  }
  #U = /* @__PURE__ */ X(null);
  get hoverPlace() {
    return t(this.#U);
  }
  set hoverPlace(e) {
    R(this.#U, e, !0);
  }
  #H = /* @__PURE__ */ X(0);
  get busy() {
    return t(this.#H);
  }
  set busy(e) {
    R(this.#H, e, !0);
  }
  #z = /* @__PURE__ */ X("");
  get message() {
    return t(this.#z);
  }
  set message(e) {
    R(this.#z, e, !0);
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
    R(this.#B, e);
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
  const i = /* @__PURE__ */ y(() => e.painted.heads.view), o = /* @__PURE__ */ y(() => e.painted.pattern), l = /* @__PURE__ */ y(() => r().pattern), c = /* @__PURE__ */ y(() => {
    if (!t(i)) return new Float32Array();
    const [J, I] = t(i).arrays.weights.shape, K = new Float32Array(J * I).fill(NaN), se = t(i).arrays.image_weights;
    return d(t(i).arrays.weights, K, 1, [...e.study.attending]), se && d(se, K, -1, e.study.crossing), K;
  });
  function d({ shape: J, data: I }, K, se, ee) {
    const [, G, fe] = J, be = new Uint8Array(fe);
    for (let ke = 0; ke < fe; ke++) {
      const ce = se > 0 ? ke : -1 - ke;
      be[ke] = Number(t(n) === "image" ? e.study.token(ce)?.kind === "image" : t(n) === "selection" ? r().selected.has(ce) : ce === r().place);
    }
    for (const ke of ee) for (let ce = 0; ce < G; ce++) {
      let B = 0;
      const le = ((se > 0 ? ke : e.study.crossing.indexOf(ke)) * G + ce) * fe;
      if (t(n) === "entropy") for (let M = 0; M < fe; M++) {
        const V = I[le + M];
        V > 0 && (B -= V * Math.log(V));
      }
      else for (let M = 0; M < fe; M++) be[M] && (B += I[le + M]);
      K[ke * G + ce] = B;
    }
  }
  const p = /* @__PURE__ */ y(() => t(i)?.arrays.weights.shape ?? [0, 0, 0]), v = /* @__PURE__ */ y(() => Array.from(t(c).keys()).filter((J) => !Number.isNaN(t(c)[J])).sort((J, I) => t(c)[I] - t(c)[J]).slice(0, 24)), S = /* @__PURE__ */ y(() => !!t(i)?.arrays.image_weights), f = /* @__PURE__ */ y(() => e.study.mixers.map((J, I) => I).filter((J) => !e.study.attending.has(J) && !(t(S) && e.study.crossing.includes(J)))), g = /* @__PURE__ */ y(() => r().layer !== null && e.study.crossing.includes(r().layer)), U = /* @__PURE__ */ y(() => t(l) ? t(o).view?.arrays.weights ?? null : null), D = /* @__PURE__ */ y(() => t(U) ? {
    name: `pattern-L${r().layer}H${r().head}`,
    svg: () => Ma(t(U).data, t(U).shape[0], t(U).shape[1], (J) => Nt(J, !1), `pattern of L${r().layer}H${r().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: t(U).shape[1] }, (J, I) => I)
      ],
      ...Array.from({ length: t(U).shape[0] }, (J, I) => [
        I,
        ...t(U).data.slice(I * t(U).shape[1], (I + 1) * t(U).shape[1])
      ])
    ]
  } : t(i) ? {
    name: "attention",
    svg: () => Ma(t(c), t(p)[0], t(p)[1], (J) => Nt(J / t(c).reduce((I, K) => K > I ? K : I, 1e-9), !1), `attention, ${t(n)}`),
    csv: () => [
      ["layer", "head", t(n)],
      ...Array.from(t(c), (J, I) => [
        Math.floor(I / t(p)[1]),
        I % t(p)[1],
        J
      ])
    ]
  } : null), T = /* @__PURE__ */ y(() => r().shownPlace), m = /* @__PURE__ */ y(() => {
    const J = e.painted.readers.view;
    return J && r().shownHead && r().paint === "readers" ? Array.from(Dt(J.arrays.weights, r().shownHead.layer, r().shownHead.head)).map((I, K) => ({ weight: I, position: K })).sort((I, K) => K.weight - I.weight).slice(0, 5) : [];
  });
  var N = Cu(), _ = w(N);
  {
    let J = /* @__PURE__ */ y(() => t(l) ? t(o).view?.about.code ?? "" : t(i)?.about.code ?? "");
    Jt(_, {
      title: "Attention",
      get code() {
        return t(J);
      },
      get exporter() {
        return t(D);
      },
      children: (I, K) => {
        var se = Nu(), ee = q(se);
        F((G) => E(ee, `from the focus ${G ?? ""}`), [
          () => JSON.stringify(e.study.label(t(i)?.about.focus ?? r().at))
        ]), h(I, se);
      },
      $$slots: { default: !0 }
    });
  }
  var L = u(_, 2);
  {
    var A = (J) => {
      var I = ss(), K = q(I, !0);
      F(() => E(K, e.painted.heads.error)), h(J, I);
    };
    z(L, (J) => {
      e.painted.heads.error && J(A);
    });
  }
  var W = u(L, 2), Y = w(W);
  Te(
    Y,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    De,
    (J, I) => {
      var K = /* @__PURE__ */ y(() => Yt(I, 2));
      let se = () => t(K)[0], ee = () => t(K)[1];
      var G = Tu(), fe = q(G, !0);
      F(() => {
        ae(G, "aria-pressed", t(n) === se()), G.disabled = se() === "selection" && !r().selected.size || se() === "token" && r().place === null, E(fe, ee());
      }), ve("click", G, () => R(n, se(), !0)), h(J, G);
    }
  );
  var Z = u(Y, 2), $ = u(W, 2);
  {
    var de = (J) => {
      var I = Ru(), K = Ne(I);
      {
        var se = (H) => {
          var P = Ou();
          Te(P, 20, () => t(v), (te) => te, (te, re) => {
            const _e = /* @__PURE__ */ y(() => {
              const [ne, we] = [Math.floor(re / t(p)[1]), re % t(p)[1]];
              return { layer: ne, head: we };
            });
            var ie = Pu(), Se = w(ie), he = w(Se), ye = u(he), ue = q(ye, !0);
            F(
              (ne) => {
                ae(Se, "aria-pressed", r().layer === t(_e).layer && r().head === t(_e).head), E(he, `L${t(_e).layer ?? ""}H${t(_e).head ?? ""} `), E(ue, ne);
              },
              [
                () => t(n) === "entropy" ? `${t(c)[re].toFixed(2)} nats` : ht(t(c)[re])
              ]
            ), We("pointerenter", Se, () => {
              r().hoverHead = {
                layer: t(_e).layer,
                head: t(_e).head
              }, r().paint = "attention";
            }), We("pointerleave", Se, () => r().hoverHead = null), ve("click", Se, () => r().takeHead(t(_e).layer, t(_e).head)), h(te, ie);
          }), h(H, P);
        }, ee = (H) => {
          {
            let P = /* @__PURE__ */ y(() => t(n) === "entropy" ? 0 : 1), te = /* @__PURE__ */ y(() => t(n) === "entropy" ? "nats" : "of its attention"), re = /* @__PURE__ */ y(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
            Aa(H, {
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
                return t(P);
              },
              get unit() {
                return t(te);
              },
              note: (_e) => t(f).includes(_e) ? `${e.study.mixers[_e]}, which has no attention pattern` : "",
              get picked() {
                return t(re);
              },
              onhover: (_e) => {
                r().hoverHead = _e && { layer: _e[0], head: _e[1] }, _e && r().paint !== "readers" && r().paint !== "sources" && (r().paint = "attention");
              },
              onpick: ([_e, ie]) => r().takeHead(_e, ie, r().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        z(K, (H) => {
          t(s) ? H(se) : H(ee, -1);
        });
      }
      var G = u(K, 2);
      {
        var fe = (H) => {
          var P = Ga(), te = q(P);
          F((re) => E(te, `Layers ${re ?? ""} attend to image features by cross-attention, and to nothing else: all of their attention is on the image. Their maps are painted on it; of the other layers, which attend to tokens of the prompt, the strip below it shows where.`), [() => e.study.crossing.join(", ")]), h(H, P);
        };
        z(G, (H) => {
          t(S) && H(fe);
        });
      }
      var be = u(G, 2);
      {
        var ke = (H) => {
          var P = Ga(), te = q(P);
          F((re, _e, ie) => E(te, `Layers ${re ?? ""} have no attention pattern: ${_e ?? ""} stands there in the place of attention${ie ?? ""}.`), [
            () => t(f).join(", "),
            () => [
              ...new Set(t(f).map((re) => e.study.mixers[re]))
            ].join(", "),
            () => e.study.crossing.includes(t(f)[0]) ? ", and this prompt has no image" : ""
          ]), h(H, P);
        };
        z(be, (H) => {
          t(f).length && H(ke);
        });
      }
      var ce = u(be, 2), B = w(ce), le = u(B, 2), M = u(le, 2), V = q(M), j = u(ce, 2);
      {
        var b = (H) => {
          var P = Ga(), te = q(P);
          F((re) => E(te, `Most by: ${re ?? ""}.`), [
            () => t(m).map((re) => `${e.study.label(re.position)} ${ht(re.weight)}`).join(", ")
          ]), h(H, P);
        };
        z(j, (H) => {
          t(m).length && H(b);
        });
      }
      var O = u(j, 2);
      {
        let H = /* @__PURE__ */ y(() => e.painted.long("pattern"));
        _r(O, {
          get session() {
            return r();
          },
          get long() {
            return t(H);
          },
          what: "The whole pattern"
        });
      }
      var Q = u(O, 2);
      {
        var ge = (H) => {
          const P = /* @__PURE__ */ y(() => t(o).view.arrays.weights);
          var te = Lu(), re = Ne(te), _e = q(re), ie = u(re, 2), Se = w(ie);
          {
            let he = /* @__PURE__ */ y(() => t(g) ? "image feature" : "key"), ye = /* @__PURE__ */ y(() => [
              r().at,
              t(g) ? r().keyOfPlace ?? 0 : Math.max(0, r().place ?? r().at)
            ]);
            Aa(Se, {
              label: "Pattern",
              get values() {
                return t(P).data;
              },
              get rows() {
                return t(P).shape[0];
              },
              get columns() {
                return t(P).shape[1];
              },
              high: 1,
              rowName: "query",
              get columnName() {
                return t(he);
              },
              get picked() {
                return t(ye);
              },
              onpick: ([ue, ne]) => {
                r().place = t(g) ? -1 - ne : ne, ue < e.study.tokens.length && (r().focus = ue);
              }
            });
          }
          F(() => E(_e, `Queries from top to bottom, ${t(g) ? "image features" : "keys"} from left to right${t(T) === null || t(T) < 0 ? "" : `; row ${t(T)} is the token that is pointed at`}.`)), h(H, te);
        };
        z(Q, (H) => {
          t(l) && t(o).view && H(ge);
        });
      }
      var Me = u(Q, 2);
      {
        var x = (H) => {
          var P = ss(), te = q(P, !0);
          F(() => E(te, t(o).error)), h(H, P);
        };
        z(Me, (H) => {
          t(o).error && H(x);
        });
      }
      F(
        (H) => {
          ae(B, "aria-pressed", r().paint === "attention"), ae(le, "aria-pressed", r().paint === "readers"), le.disabled = r().place === null, ae(M, "aria-pressed", t(l)), M.disabled = H, E(V, `whole pattern${r().layer === null ? "" : ` of L${r().layer}H${r().head}`}`);
        },
        [
          () => r().layer === null || t(f).includes(r().layer)
        ]
      ), ve("click", B, () => r().paint = "attention"), ve("click", le, () => r().paint = r().paint === "readers" ? "attention" : "readers"), ve("click", M, () => r().pattern = !r().pattern), h(J, I);
    };
    z($, (J) => {
      t(i) && J(de);
    });
  }
  F(() => ae(Z, "aria-pressed", t(s))), ve("click", Z, () => R(s, !t(s))), h(a, N), Ye();
}
ct(["click"]);
class Na {
  #e = /* @__PURE__ */ X(null);
  get view() {
    return t(this.#e);
  }
  set view(e) {
    R(this.#e, e);
  }
  #r = /* @__PURE__ */ X(null);
  get study() {
    return t(this.#r);
  }
  set study(e) {
    R(this.#r, e);
  }
  #t = /* @__PURE__ */ X(null);
  get asked() {
    return t(this.#t);
  }
  set asked(e) {
    R(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ X("");
  get error() {
    return t(this.#a);
  }
  set error(e) {
    R(this.#a, e, !0);
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
  const n = /* @__PURE__ */ y(() => r().target ? {
    target: r().target.id,
    contrast: r().contrast?.id ?? null,
    focus: r().at
  } : null), s = new Na(r(), () => t(n) ? { study: e.study, name: "parts", asked: t(n) } : null);
  let i = /* @__PURE__ */ X(null);
  const o = new Na(r(), () => t(n) && t(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...t(n), layer: t(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ y(() => s.view?.about), c = /* @__PURE__ */ y(() => s.view?.arrays.heads), d = /* @__PURE__ */ y(() => {
    if (!t(c)) return [];
    const [A, W] = t(c).shape;
    return Array.from({ length: A * W }, (Y, Z) => ({
      layer: Math.floor(Z / W),
      head: Z % W,
      value: t(c).data[Z]
    })).sort((Y, Z) => Math.abs(Z.value) - Math.abs(Y.value)).slice(0, 8);
  }), p = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, v = /* @__PURE__ */ y(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const A = s.view.arrays.values.data, W = [], Y = [];
    return t(l).labels.forEach((Z, $) => {
      const de = /^(\d+)_(.+)$/.exec(Z);
      de ? (W[Number(de[1])] ??= { layer: Number(de[1]), parts: [] }).parts.push({ name: p[de[2]] ?? de[2], value: A[$] }) : Y.push({ name: Z.replace(/_/g, " "), value: A[$] });
    }), {
      layers: W,
      rest: Y,
      high: Math.max(...Array.from(A, Math.abs), 1e-6)
    };
  }), S = /* @__PURE__ */ y(() => t(c) ? {
    name: "attribution-heads",
    svg: () => Ma(t(c).data, t(c).shape[0], t(c).shape[1], (A) => Nt(A / t(d).reduce((W, Y) => Math.max(W, Math.abs(Y.value)), 1e-9), !0), `logit of ${t(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...t(l).labels.map((A, W) => [A, s.view.arrays.values.data[W]]),
      ...Array.from(t(c).data, (A, W) => [
        `L${Math.floor(W / t(c).shape[1])}H${W % t(c).shape[1]}`,
        A
      ])
    ]
  } : null);
  let f = /* @__PURE__ */ X("");
  var g = Vu(), U = w(g);
  {
    let A = /* @__PURE__ */ y(() => t(l)?.code ?? "");
    Jt(U, {
      title: "Attribution",
      get code() {
        return t(A);
      },
      get exporter() {
        return t(S);
      },
      children: (W, Y) => {
        var Z = ju(), $ = u(w(Z)), de = q($, !0), J = u($);
        {
          var I = (ee) => {
            var G = Fu(), fe = u(Ne(G)), be = q(fe, !0), ke = u(fe, 2);
            F((ce) => E(be, ce), [() => Qe(t(l).contrast.text)]), ve("click", ke, () => r().contrast = null), h(ee, G);
          };
          z(J, (ee) => {
            t(l)?.contrast && ee(I);
          });
        }
        var K = u(J, 2);
        {
          var se = (ee) => {
            var G = ka();
            F((fe) => E(G, `= ${fe ?? ""}`), [() => ze(t(l).logit)]), h(ee, G);
          };
          z(K, (ee) => {
            t(l) && ee(se);
          });
        }
        F((ee) => E(de, ee), [
          () => t(l) ? Qe(t(l).answer.text) : Qe(r().target?.text ?? "")
        ]), h(W, Z);
      },
      $$slots: { default: !0 }
    });
  }
  var D = u(U, 2);
  {
    var T = (A) => {
      var W = is(), Y = q(W, !0);
      F(() => E(Y, s.error)), h(A, W);
    };
    z(D, (A) => {
      s.error && A(T);
    });
  }
  var m = u(D, 2);
  {
    var N = (A) => {
      var W = Du();
      h(A, W);
    };
    z(m, (A) => {
      r().target || A(N);
    });
  }
  var _ = u(m, 2);
  {
    var L = (A) => {
      var W = Ku(), Y = u(Ne(W), 2), Z = w(Y);
      {
        let b = /* @__PURE__ */ y(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
        Aa(Z, {
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
            return t(b);
          },
          onhover: (O) => {
            r().hoverHead = O && { layer: O[0], head: O[1] }, O && r().paint === "none" && (r().paint = "attention");
          },
          onpick: ([O, Q]) => r().takeHead(O, Q, r().paint === "sources" ? "sources" : "attention")
        });
      }
      var $ = u(Z, 2), de = u(w($), 2);
      Te(de, 21, () => t(d), (b) => `${b.layer} ${b.head}`, (b, O) => {
        var Q = Uu(), ge = w(Q), Me = w(ge), x = u(Me), H = q(x, !0);
        F(
          (P) => {
            ae(ge, "aria-pressed", r().layer === t(O).layer && r().head === t(O).head), E(Me, `L${t(O).layer ?? ""}H${t(O).head ?? ""} `), E(H, P);
          },
          [() => wt(t(O).value)]
        ), We("pointerenter", ge, () => r().hoverHead = t(O)), We("pointerleave", ge, () => r().hoverHead = null), ve("click", ge, () => r().takeHead(t(O).layer, t(O).head, r().paint === "sources" ? "sources" : "attention")), h(b, Q);
      });
      var J = u(Y, 2), I = u(w(J), 2), K = u(I, 2), se = u(K, 2);
      {
        var ee = (b) => {
          var O = Hu(), Q = q(O);
          F((ge) => E(Q, `What heads add is split by token where all layers attend to tokens; ${ge ?? ""} does not.`), [
            () => e.study.mixers.find((ge, Me) => !e.study.attending.has(Me))
          ]), h(b, O);
        };
        z(se, (b) => {
          e.study.attending.size < e.study.nLayers && b(ee);
        });
      }
      var G = u(J, 4);
      let fe;
      Te(G, 21, () => t(v).layers, De, (b, O) => {
        var Q = It(), ge = Ne(Q);
        {
          var Me = (x) => {
            var H = Bu(), P = w(H), te = q(P, !0), re = u(P, 2);
            Te(re, 17, () => t(O).parts, De, (_e, ie) => {
              var Se = zu(), he = w(Se), ye = q(he, !0), ue = u(he, 2), ne = w(ue);
              let we;
              var Ae = u(ue), Pe = w(Ae);
              let Oe;
              var qe = u(Ae, 2), Ue = q(qe, !0);
              F(
                (Ke, ot) => {
                  Se.disabled = t(ie).name !== "MLP", ae(Se, "title", `${(t(ie).name === "attention" ? e.study.mixers[t(O).layer] ?? t(ie).name : t(ie).name) ?? ""} of layer ${t(O).layer ?? ""}: ${Ke ?? ""} logits${t(ie).name === "MLP" ? "; click for its neurons" : ""}`), ae(Se, "aria-pressed", t(ie).name === "MLP" ? t(i) === t(O).layer : void 0), E(ye, t(ie).name), we = Be(ne, "", we, {
                    width: `${t(ie).value < 0 ? 100 * -t(ie).value / t(v).high : 0}%`
                  }), Oe = Be(Pe, "", Oe, {
                    width: `${t(ie).value > 0 ? 100 * t(ie).value / t(v).high : 0}%`
                  }), E(Ue, ot);
                },
                [
                  () => wt(t(ie).value),
                  () => wt(t(ie).value)
                ]
              ), ve("click", Se, () => R(i, t(i) === t(O).layer ? null : t(O).layer, !0)), h(_e, Se);
            }), F(() => E(te, t(O).layer)), h(x, H);
          };
          z(ge, (x) => {
            t(O) && x(Me);
          });
        }
        h(b, Q);
      });
      var be = u(G, 2), ke = q(be), ce = u(be, 2);
      {
        var B = (b) => {
          var O = Ju(), Q = Ne(O);
          {
            let P = /* @__PURE__ */ y(() => o.view?.about.code ?? ""), te = /* @__PURE__ */ y(() => o.view ? {
              name: `neurons-${t(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, (re, _e) => [re, o.view.arrays.values.data[_e]])
              ]
            } : null);
            Jt(Q, {
              get title() {
                return `Neurons of layer ${t(i) ?? ""}`;
              },
              get code() {
                return t(P);
              },
              get exporter() {
                return t(te);
              }
            });
          }
          var ge = u(Q, 2);
          {
            var Me = (P) => {
              var te = is(), re = q(te, !0);
              F(() => E(re, o.error)), h(P, te);
            };
            z(ge, (P) => {
              o.error && P(Me);
            });
          }
          var x = u(ge, 2);
          {
            var H = (P) => {
              var te = Wu(), re = Ne(te);
              Te(re, 22, () => Array.from(o.view.arrays.numbers.data), (Se) => Se, (Se, he, ye) => {
                var ue = qu(), ne = w(ue), we = u(ne), Ae = q(we, !0);
                F(
                  (Pe) => {
                    E(ne, `N${he ?? ""} `), E(Ae, Pe);
                  },
                  [() => wt(o.view.arrays.values.data[t(ye)])]
                ), h(Se, ue);
              });
              var _e = u(re, 2), ie = q(_e);
              F((Se) => E(ie, `All others together ${Se ?? ""}.`), [() => wt(o.view.about.rest)]), h(P, te);
            };
            z(x, (P) => {
              o.view && P(H);
            });
          }
          h(b, O);
        };
        z(ce, (b) => {
          t(i) !== null && b(B);
        });
      }
      var le = u(ce, 2), M = w(le), V = u(w(M)), j = u(M);
      F(
        (b, O, Q) => {
          ae(I, "aria-pressed", r().paint === "attention"), ae(K, "aria-pressed", r().paint === "sources"), K.disabled = e.study.attending.size < e.study.nLayers, fe = Be(G, "", fe, { "--parts": b }), E(ke, `Beside the layers: ${O ?? ""}. The parts sum to the model's own logit; left over: ${Q ?? ""}.`), j.disabled = !t(f);
        },
        [
          () => Math.max(1, ...t(v).layers.filter(Boolean).map((b) => b.parts.length)),
          () => t(v).rest.map((b) => `${b.name} ${wt(b.value)}`).join(", "),
          () => t(l).error.toExponential(1)
        ]
      ), ve("click", I, () => r().paint = "attention"), ve("click", K, () => r().paint = "sources"), We("submit", le, async (b) => {
        b.preventDefault();
        const O = await r().during(e.study.view("parts", {
          target: r().target.id,
          contrast: t(f),
          focus: r().at
        }));
        O?.about.contrast && (r().contrast = O.about.contrast);
      }), kt(V, () => t(f), (b) => R(f, b)), h(A, W);
    };
    z(_, (A) => {
      s.view && t(c) && A(L);
    });
  }
  h(a, g), Ye();
}
ct(["click"]);
var Gu = /* @__PURE__ */ Ur('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Xu = /* @__PURE__ */ Ur('<text text-anchor="middle"> </text>'), Zu = /* @__PURE__ */ Ur('<circle r="2.5"><title> </title></circle>'), Qu = /* @__PURE__ */ Ur('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), $u = /* @__PURE__ */ k("<span><i></i> </span>"), ec = /* @__PURE__ */ k('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function hi(a, e) {
  Ve(e, !0);
  let r = Ce(e, "low", 3, 0), n = Ce(e, "high", 3, 1), s = Ce(e, "note", 3, ""), i = Ce(e, "unit", 3, ($) => String(Math.round(100 * $) / 100)), o = /* @__PURE__ */ X(0);
  const l = /* @__PURE__ */ y(() => Math.max(240, t(o))), c = 150, d = 42, p = 12, v = 8, S = 22, f = ($) => d + (t(l) - d - p) * $ / Math.max(1, e.layers.length - 1), g = ($) => c - S - (c - S - v) * ($ - r()) / (n() - r() || 1), U = /* @__PURE__ */ y(() => {
    const $ = (n() - r()) / 4, de = 10 ** Math.floor(Math.log10($ || 1)), J = de * ([1, 2, 5].find((I) => I * de >= $) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / J + 1e-6) - Math.ceil(r() / J - 1e-6) + 1
      },
      (I, K) => (Math.ceil(r() / J - 1e-6) + K) * J
    );
  }), D = /* @__PURE__ */ y(() => Math.ceil(e.layers.length / 10));
  var T = ec(), m = w(T), N = w(m);
  Te(N, 16, () => t(U), ($) => $, ($, de) => {
    var J = Gu(), I = Ne(J);
    ae(I, "x1", d);
    var K = u(I);
    ae(K, "x", d - 5);
    var se = q(K, !0);
    F(
      (ee, G, fe, be, ke) => {
        ae(I, "x2", t(l) - p), ae(I, "y1", ee), ae(I, "y2", G), ae(I, "opacity", fe), ae(K, "y", be), E(se, ke);
      },
      [
        () => g(de),
        () => g(de),
        () => Math.abs(de) < 1e-9 ? 0.4 : 0.14,
        () => g(de),
        () => i()(de)
      ]
    ), h($, J);
  });
  var _ = u(N);
  Te(_, 17, () => e.layers, De, ($, de, J) => {
    var I = It(), K = Ne(I);
    {
      var se = (ee) => {
        var G = Xu();
        ae(G, "y", c - 8);
        var fe = q(G, !0);
        F(
          (be) => {
            ae(G, "x", be), E(fe, t(de));
          },
          [() => f(J)]
        ), h(ee, G);
      };
      z(K, (ee) => {
        J % t(D) === 0 && ee(se);
      });
    }
    h($, I);
  });
  var L = u(_);
  Te(L, 17, () => e.curves, De, ($, de, J) => {
    let I = () => t(de).name, K = () => t(de).values;
    const se = /* @__PURE__ */ y(() => Array.from(K(), (B, le) => [le, B]).filter(([, B]) => !Number.isNaN(B)));
    var ee = Qu(), G = Ne(ee), fe = w(G), be = q(fe, !0), ke = u(G);
    {
      var ce = (B) => {
        var le = It(), M = Ne(le);
        Te(M, 17, () => t(se), De, (V, j) => {
          var b = /* @__PURE__ */ y(() => Yt(t(j), 2));
          let O = () => t(b)[0], Q = () => t(b)[1];
          var ge = Zu(), Me = w(ge), x = q(Me);
          F(
            (H, P, te) => {
              ae(ge, "cx", H), ae(ge, "cy", P), ae(ge, "fill", xr[J % xr.length]), E(x, `${I() ?? ""}, layer ${e.layers[O()] ?? ""}: ${te ?? ""}`);
            },
            [() => f(O()), () => g(Q()), () => i()(Q())]
          ), h(V, ge);
        }), h(B, le);
      };
      z(ke, (B) => {
        t(se).length <= 12 && B(ce);
      });
    }
    F(
      (B) => {
        ae(G, "stroke", xr[J % xr.length]), ae(G, "points", B), E(be, I());
      },
      [
        () => t(se).map(([B, le]) => `${f(B)},${g(le)}`).join(" ")
      ]
    ), h($, ee);
  });
  var A = u(m, 2), W = w(A);
  Te(W, 17, () => e.curves, De, ($, de, J) => {
    let I = () => t(de).name, K = () => t(de).said;
    var se = $u(), ee = w(se);
    let G;
    var fe = u(ee);
    F(() => {
      G = Be(ee, "", G, { background: xr[J % xr.length] }), E(fe, `${I() ?? ""} ${K() ?? "" ?? ""}`);
    }), h($, se);
  });
  var Y = u(W, 2), Z = q(Y, !0);
  F(() => {
    ae(m, "viewBox", `0 0 ${t(l) ?? ""} 150`), ae(m, "aria-label", e.label), E(Z, s());
  }), la(T, "clientWidth", ($) => R(o, $)), h(a, T), Ye();
}
var tc = /* @__PURE__ */ k('<p class="fine"> </p> <!>', 1);
function pi(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ y(() => t(n)[1] > 0 && t(n)[1] <= 6);
  function i(g) {
    if (e.sweep.about.axis !== "position") return;
    const U = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((D, T) => U[D] = e.sweep.arrays.effect.data[g * t(n)[1] + T]), r().sweep = {
      values: U,
      label: `${e.name} at layer ${g}: ${e.sweep.about.measure}`
    }, r().paint = "sweep";
  }
  gt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Ma(e.sweep.arrays.effect.data, t(n)[0], t(n)[1], (g) => Nt(g, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: t(n)[0] }, (g, U) => [
          U,
          ...Array.from(e.sweep.arrays.effect.data.slice(U * t(n)[1], (U + 1) * t(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ y(() => e.sweep.about.labels.map((g, U) => ({
    name: g,
    values: Array.from({ length: t(n)[0] }, (D, T) => e.sweep.arrays.effect.data[T * t(n)[1] + U])
  }))), l = /* @__PURE__ */ y(() => {
    let g = 0, U = 1;
    for (const D of e.sweep.arrays.effect.data) Number.isNaN(D) || ([g, U] = [Math.min(g, D), Math.max(U, D)]);
    return [g, U];
  });
  var c = tc(), d = Ne(c), p = q(d, !0), v = u(d, 2);
  {
    var S = (g) => {
      {
        let U = /* @__PURE__ */ y(() => Array.from({ length: t(n)[0] }, (D, T) => String(T)));
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
            return t(U);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, f = (g) => {
      {
        let U = /* @__PURE__ */ y(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((D) => e.study.label(D)) : null);
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
            return t(U);
          },
          onhover: (D) => D && i(D[0]),
          onpick: ([D, T]) => {
            i(D), e.sweep.about.axis === "head" ? r().takeHead(D, T) : e.sweep.about.axis === "position" && r().takePlace(e.sweep.about.columns[T]);
          }
        });
      }
    };
    z(v, (g) => {
      t(s) ? g(S) : g(f, -1);
    });
  }
  F(() => E(p, e.sweep.about.measure)), h(a, c), Ye();
}
var rc = /* @__PURE__ */ k('<span class="fine"> </span>'), ac = /* @__PURE__ */ k('<p><button type="button"> </button></p>'), Xa = /* @__PURE__ */ k("<option> </option>"), nc = /* @__PURE__ */ k("<label>where <select></select></label>"), sc = /* @__PURE__ */ k("<label>heads <select><option>all</option><option> </option></select></label>"), ic = /* @__PURE__ */ k('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), oc = /* @__PURE__ */ k("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), lc = /* @__PURE__ */ k('<label>strength <input type="number" step="any"/></label>'), os = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), uc = /* @__PURE__ */ k('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), cc = /* @__PURE__ */ k('<button type="button">cancel</button> running…', 1), dc = /* @__PURE__ */ k('<button type="button">run again</button>'), fc = /* @__PURE__ */ k('<button type="button" aria-pressed="true">views show the changed model</button>'), vc = /* @__PURE__ */ k('<button type="button" aria-pressed="false">show views of the changed model</button>'), hc = /* @__PURE__ */ k('<ul class="changes"></ul> <p><!> <!></p>', 1), pc = /* @__PURE__ */ k('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), gc = /* @__PURE__ */ k('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), _c = /* @__PURE__ */ k('<span class="fine">every layer in turn</span>'), mc = /* @__PURE__ */ k("<label>at <select></select></label>"), bc = /* @__PURE__ */ k("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), yc = /* @__PURE__ */ k("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), wc = /* @__PURE__ */ k('<label>window <input type="number" min="1"/></label>'), kc = /* @__PURE__ */ k('<button type="button" class="primary">cancel</button>'), xc = /* @__PURE__ */ k('<button type="submit" class="primary">start</button>'), Sc = /* @__PURE__ */ k('<label class="row grow"> <progress></progress> </label>'), Mc = /* @__PURE__ */ k('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Ac(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ y(() => r().clean ?? e.study);
  let s = /* @__PURE__ */ X("zero"), i = /* @__PURE__ */ X("z"), o = /* @__PURE__ */ X("all"), l = /* @__PURE__ */ X("all"), c = /* @__PURE__ */ X("all"), d = /* @__PURE__ */ X("image"), p = /* @__PURE__ */ X(1), v = /* @__PURE__ */ X(null), S = /* @__PURE__ */ X(!1), f = /* @__PURE__ */ X("");
  const g = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, U = ({ kind: C, feature: oe, dictionary: pe, strength: me, positions: xe }) => `${C === "ablate_feature" ? "set to zero" : C === "clamp_feature" ? `set to ${me}` : `add ${me} to`} · feature ${oe} of ${pe} · tokens ${Z(xe, "all")}`, D = ["patch", "resample", "steer", "project"], T = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, m = /* @__PURE__ */ y(() => Object.keys(g).filter((C) => r().second || !D.includes(C))), N = /* @__PURE__ */ y(() => t(s) === "block" || t(i) === "z");
  function _(C) {
    return C === "selection" ? [...r().selected].filter((oe) => oe >= 0).sort((oe, pe) => oe - pe) : C === "image" ? t(n).tokens.filter((oe) => oe.kind === "image").map((oe) => oe.position) : C === "text" ? t(n).tokens.filter((oe) => oe.kind !== "image").map((oe) => oe.position) : C === "token" ? r().place === null || r().place < 0 ? [] : [r().place] : C === "focus" ? [Math.min(r().at, t(n).nPrompt - 1)] : null;
  }
  function L(C) {
    const oe = (me) => [...me].filter((xe) => xe < 0).map((xe) => -1 - xe).sort((xe, Fe) => xe - Fe), pe = C === "image" ? oe(t(n).keys.filter((me) => me.kind === "image").map((me) => me.position)) : C === "selection" ? oe(r().selected) : C === "token" ? oe([r().place ?? 0]) : [];
    return pe.length ? pe : null;
  }
  function A() {
    const C = t(N) && t(c) === "picked", oe = !C && t(l).trim() === "all", pe = C || t(l) === "picked" ? r().layer === null ? [] : [r().layer] : oe ? null : W(t(l));
    if (!pe && !oe) {
      R(f, `“${t(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${t(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const me = t(s) === "block" ? L(t(d)) : null, xe = {
      ...Ea,
      kind: t(s),
      point: t(s) === "block" ? "z" : t(i),
      layers: pe,
      heads: C && r().head !== null ? [r().head] : null,
      positions: _(t(o)),
      keys: me || t(s) !== "block" ? null : _(t(d)),
      image_keys: me,
      strength: t(p),
      source: D.includes(t(s)) ? r().second?.id ?? null : null
    };
    if ([
      xe.layers,
      xe.positions,
      xe.keys,
      xe.image_keys
    ].some((Fe) => Fe?.length === 0)) {
      R(f, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    r().changes = [...r().changes, xe], de();
  }
  function W(C) {
    const oe = [];
    for (const pe of C.split(",")) {
      const [me, xe = me] = pe.split("-").map((Fe) => Fe.trim() ? Number(Fe) : NaN);
      if (!(Number.isInteger(me) && Number.isInteger(xe) && 0 <= me && me <= xe && xe < t(n).nLayers)) return null;
      for (let Fe = me; Fe <= xe; Fe++) oe.push(Fe);
    }
    return oe;
  }
  function Y() {
    r().layer === null || r().head === null || (r().changes = [
      ...r().changes,
      {
        ...Ea,
        layers: [r().layer],
        heads: [r().head]
      }
    ], de());
  }
  const Z = (C, oe) => C === null ? oe : C.length > 6 ? `${C.length} (${C[0]}…${C.at(-1)})` : C.join(", "), $ = (C) => C.feature !== null ? U(C) : `${g[C.kind]}${C.kind === "block" ? "" : ` · ${T[C.point]}`} · layers ${Z(C.layers, "all")}${C.heads ? ` · head ${Z(C.heads, "")}` : ""} · ${C.kind === "block" ? "from " : ""}tokens ${Z(C.positions, "all")}${C.keys ? ` to ${Z(C.keys, "all")}` : ""}${C.image_keys ? ` to image features ${Z(C.image_keys, "all")}` : ""}${["scale", "steer"].includes(C.kind) ? ` · ×${C.strength}` : ""}`;
  async function de() {
    const C = r().changes.filter((me) => me.on).map(({ on: me, ...xe }) => ({
      ...xe,
      source: xe.source && r().second ? r().second.id : xe.source
    }));
    if (R(f, ""), r().write(), !C.length) {
      R(v, null), ee();
      return;
    }
    const oe = ++J, pe = t(n);
    R(S, !0), I?.abort(), I = new AbortController();
    try {
      for await (const me of r().source.stream(pe.id, "changes", { changes: C, max_new_tokens: 16 }, I.signal)) {
        if (oe !== J || t(n) !== pe) return;
        R(v, me);
      }
      r().clean && await se();
    } catch (me) {
      oe === J && me.name !== "AbortError" && R(f, me.message, !0);
    } finally {
      oe === J && R(S, !1);
    }
  }
  let J = 0, I = null;
  gt(() => {
    const C = t(n);
    C === K || C.answering || Et(() => {
      K = C, J++, I?.abort(), Me(), ((oe) => {
        var pe = Yt(oe, 4);
        R(v, pe[0]), R(B, pe[1]), R(f, pe[2], !0), R(S, pe[3], !0);
      })([null, null, "", !1]), r().changes.length && !r().clean && de();
    });
  });
  let K = null;
  async function se() {
    if (!t(v)) return;
    const C = t(n), { study: oe, after: pe } = t(v).about, me = await r().during(r().source.tokens(oe));
    if (!me || t(n) !== C) return;
    const xe = new dn(r().source, oe, me);
    xe.answer = pe, xe.asked = t(n).asked, r().clean = t(n), r().study = xe;
  }
  function ee() {
    r().clean && (r().study = r().clean, r().clean = null);
  }
  let G = /* @__PURE__ */ X("patching"), fe = /* @__PURE__ */ X("groups"), be = /* @__PURE__ */ X("resid_post"), ke = /* @__PURE__ */ X("denoise"), ce = /* @__PURE__ */ X(1), B = /* @__PURE__ */ X(null), le = /* @__PURE__ */ X(null), M = null, V = /* @__PURE__ */ X(!1), j = /* @__PURE__ */ X("");
  const b = /* @__PURE__ */ y(() => t(G) !== "knockout"), O = /* @__PURE__ */ y(() => {
    const C = t(n).tokens.filter((pe) => pe.kind === "image").length;
    return t(G) === "gradients" ? 3 : (t(G) === "knockout" || t(fe) === "groups" ? 3 : t(fe) === "heads" ? t(n).nHeads : r().selected.size || C + 1) * t(n).nLayers;
  }), Q = /* @__PURE__ */ y(() => t(G) === "gradients" ? 2 * t(n).costs.graph_bytes : t(G) === "knockout" ? t(n).costs.stream_bytes : 2 * t(n).nLayers * t(n).costs.stream_bytes);
  async function ge() {
    M?.abort(), M = new AbortController();
    const C = M;
    R(B, null), R(j, ""), R(V, !0);
    const oe = _("selection"), pe = oe?.length ? oe : null, me = t(G) === "knockout" ? { window: t(ce) } : t(G) === "gradients" ? {
      source: r().second.id,
      point: t(be) === "z" ? "z" : t(be) === "resid_pre" || t(be) === "resid_mid" ? "resid_post" : t(be)
    } : {
      source: r().second.id,
      point: t(be),
      over: t(fe),
      direction: t(ke),
      positions: pe
    };
    try {
      for await (const xe of r().source.stream(t(n).id, t(G), me, C.signal)) R(B, xe);
    } catch (xe) {
      xe.name !== "AbortError" && R(j, xe.message, !0);
    }
    M === C && R(V, !1);
  }
  function Me() {
    M?.abort(), R(V, !1);
  }
  var x = Mc(), H = Ne(x), P = w(H);
  {
    let C = /* @__PURE__ */ y(() => t(v)?.about.code ?? ""), oe = /* @__PURE__ */ y(() => t(v) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...t(v).about.words.map((pe) => [
          pe.text,
          pe.before,
          pe.after,
          pe.logit_before,
          pe.logit_after
        ])
      ]
    } : null);
    Jt(P, {
      title: "Changes",
      get code() {
        return t(C);
      },
      get exporter() {
        return t(oe);
      },
      children: (pe, me) => {
        var xe = rc(), Fe = q(xe);
        F((lt) => E(Fe, `change something, see the answer change${lt ?? ""}`), [
          () => t(n).passSeconds > 1 ? `; a pass takes ${un(t(n).passSeconds)}` : ""
        ]), h(pe, xe);
      },
      $$slots: { default: !0 }
    });
  }
  var te = u(P, 2);
  {
    var re = (C) => {
      var oe = ac(), pe = w(oe), me = q(pe);
      F(() => E(me, `ablate L${r().layer ?? ""}H${r().head ?? ""}`)), ve("click", pe, Y), h(C, oe);
    };
    z(te, (C) => {
      r().layer !== null && C(re);
    });
  }
  var _e = u(te, 2), ie = w(_e), Se = u(w(ie));
  Te(Se, 21, () => t(m), De, (C, oe) => {
    var pe = Xa(), me = q(pe, !0), xe = {};
    F(() => {
      E(me, g[t(oe)]), xe !== (xe = t(oe)) && (pe.value = (pe.__value = xe) ?? "");
    }), h(C, pe);
  }), dt(Se);
  var he = u(ie, 2);
  {
    var ye = (C) => {
      var oe = nc(), pe = u(w(oe));
      Te(pe, 21, () => Object.entries(T), De, (me, xe) => {
        var Fe = /* @__PURE__ */ y(() => Yt(t(xe), 2));
        let lt = () => t(Fe)[0], Ft = () => t(Fe)[1];
        var mt = Xa(), at = q(mt, !0), Ge = {};
        F(() => {
          E(at, Ft()), Ge !== (Ge = lt()) && (mt.value = (mt.__value = Ge) ?? "");
        }), h(me, mt);
      }), dt(pe), bt(pe, () => t(i), (me) => R(i, me)), h(C, oe);
    };
    z(he, (C) => {
      t(s) !== "block" && C(ye);
    });
  }
  var ue = u(he, 2);
  {
    var ne = (C) => {
      var oe = sc(), pe = u(w(oe)), me = w(pe);
      me.value = me.__value = "all";
      var xe = u(me), Fe = q(xe, !0);
      xe.value = xe.__value = "picked", dt(pe), F(() => {
        xe.disabled = r().layer === null, E(Fe, r().layer === null ? "one that is picked" : `L${r().layer}H${r().head}`);
      }), bt(pe, () => t(c), (lt) => R(c, lt)), h(C, oe);
    };
    z(ue, (C) => {
      t(N) && C(ne);
    });
  }
  var we = u(ue, 2);
  {
    var Ae = (C) => {
      var oe = ic(), pe = u(w(oe));
      kt(pe, () => t(l), (me) => R(l, me)), h(C, oe);
    };
    z(we, (C) => {
      (!t(N) || t(c) === "all") && C(Ae);
    });
  }
  var Pe = u(we, 2), Oe = w(Pe);
  Oe.value = Oe.__value = "all";
  var qe = u(Oe);
  qe.value = qe.__value = "picked";
  var Ue = u(qe), Ke = {}, ot = u(Pe, 2), Ee = w(ot), Ie = u(Ee), He = w(Ie);
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
    var yi = (C) => {
      var oe = oc(), pe = u(w(oe)), me = w(pe);
      me.value = me.__value = "image";
      var xe = u(me);
      xe.value = xe.__value = "selection";
      var Fe = u(xe);
      Fe.value = Fe.__value = "token";
      var lt = u(Fe);
      lt.value = lt.__value = "text", dt(pe), bt(pe, () => t(d), (Ft) => R(d, Ft)), h(C, oe);
    };
    z(Tn, (C) => {
      t(s) === "block" && C(yi);
    });
  }
  var wi = u(Tn, 2);
  {
    var ki = (C) => {
      var oe = lc(), pe = u(w(oe));
      kt(pe, () => t(p), (me) => R(p, me)), h(C, oe);
    };
    z(wi, (C) => {
      (t(s) === "scale" || t(s) === "steer") && C(ki);
    });
  }
  var Pn = u(_e, 2);
  {
    var xi = (C) => {
      var oe = os(), pe = q(oe, !0);
      F(() => E(pe, t(f))), h(C, oe);
    };
    z(Pn, (C) => {
      t(f) && C(xi);
    });
  }
  var On = u(Pn, 2);
  {
    var Si = (C) => {
      var oe = hc(), pe = Ne(oe);
      Te(pe, 21, () => r().changes, De, (at, Ge, er) => {
        var mr = uc(), br = w(mr), nt = w(br), Xe = u(nt), yr = u(br, 2);
        F(
          (ir) => {
            ii(nt, t(Ge).on), E(Xe, ` ${ir ?? ""}`);
          },
          [() => $(t(Ge))]
        ), ve("change", nt, (ir) => {
          r().changes = r().changes.map((wr, Br) => Br === er ? { ...wr, on: ir.currentTarget.checked } : wr), de();
        }), ve("click", yr, () => {
          r().changes = r().changes.filter((ir, wr) => wr !== er), de();
        }), h(at, mr);
      });
      var me = u(pe, 2), xe = w(me);
      {
        var Fe = (at) => {
          var Ge = cc(), er = Ne(Ge);
          ve("click", er, () => I?.abort()), h(at, Ge);
        }, lt = (at) => {
          var Ge = dc();
          ve("click", Ge, de), h(at, Ge);
        };
        z(xe, (at) => {
          t(S) ? at(Fe) : at(lt, -1);
        });
      }
      var Ft = u(xe, 2);
      {
        var mt = (at) => {
          var Ge = It(), er = Ne(Ge);
          {
            var mr = (nt) => {
              var Xe = fc();
              ve("click", Xe, ee), h(nt, Xe);
            }, br = (nt) => {
              var Xe = vc();
              ve("click", Xe, se), h(nt, Xe);
            };
            z(er, (nt) => {
              r().clean ? nt(mr) : nt(br, -1);
            });
          }
          h(at, Ge);
        };
        z(Ft, (at) => {
          t(v) && at(mt);
        });
      }
      h(C, oe);
    };
    z(On, (C) => {
      r().changes.length && C(Si);
    });
  }
  var Mi = u(On, 2);
  {
    var Ai = (C) => {
      const oe = /* @__PURE__ */ y(() => (nt) => nt.filter((Xe) => !Xe.ends).map((Xe) => Xe.token.text).join("") || "∅");
      var pe = gc(), me = Ne(pe), xe = w(me), Fe = u(w(xe)), lt = q(Fe, !0), Ft = u(xe, 4), mt = u(w(Ft)), at = q(mt, !0), Ge = u(Ft, 2), er = q(Ge), mr = u(me, 2), br = u(w(mr));
      Te(br, 21, () => t(v).about.words, (nt) => nt.id, (nt, Xe) => {
        var yr = pc(), ir = w(yr), wr = q(ir, !0), Br = u(ir);
        let Bn;
        var Hi = w(Br), zi = q(Hi, !0), Ua = u(Br);
        let qn;
        var Bi = w(Ua), qi = q(Bi, !0), Wi = u(Ua), Ji = q(Wi, !0);
        F(
          (Ki, Vi, Yi, Gi) => {
            E(wr, Ki), Bn = Be(Br, "", Bn, { "--share": `${100 * t(Xe).before}%` }), E(zi, Vi), qn = Be(Ua, "", qn, { "--share": `${100 * t(Xe).after}%` }), E(qi, Yi), E(Ji, Gi);
          },
          [
            () => Qe(t(Xe).text),
            () => ht(t(Xe).before),
            () => ht(t(Xe).after),
            () => wt(t(Xe).logit_after - t(Xe).logit_before)
          ]
        ), h(nt, yr);
      }), F(
        (nt, Xe, yr) => {
          E(lt, nt), E(at, Xe), E(er, `KL ${yr ?? ""} nats at the first token`);
        },
        [
          () => t(oe)(t(v).about.before),
          () => t(oe)(t(v).about.after),
          () => t(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), h(C, pe);
    };
    z(Mi, (C) => {
      t(v) && C(Ai);
    });
  }
  var Ei = u(H, 2), Ln = w(Ei);
  {
    let C = /* @__PURE__ */ y(() => t(B)?.about.code ?? "");
    Jt(Ln, {
      title: "Sweeps",
      get code() {
        return t(C);
      },
      get exporter() {
        return t(le);
      },
      children: (oe, pe) => {
        var me = _c();
        h(oe, me);
      },
      $$slots: { default: !0 }
    });
  }
  var Ia = u(Ln, 2), Rn = w(Ia), Fa = u(w(Rn)), ja = w(Fa);
  ja.value = ja.__value = "patching";
  var Da = u(ja);
  Da.value = Da.__value = "gradients";
  var Cn = u(Da);
  Cn.value = Cn.__value = "knockout", dt(Fa);
  var In = u(Rn, 2);
  {
    var Ni = (C) => {
      var oe = mc(), pe = u(w(oe));
      Te(pe, 21, () => Object.entries(T), De, (me, xe) => {
        var Fe = /* @__PURE__ */ y(() => Yt(t(xe), 2));
        let lt = () => t(Fe)[0], Ft = () => t(Fe)[1];
        var mt = Xa(), at = q(mt, !0), Ge = {};
        F(() => {
          E(at, Ft()), Ge !== (Ge = lt()) && (mt.value = (mt.__value = Ge) ?? "");
        }), h(me, mt);
      }), dt(pe), bt(pe, () => t(be), (me) => R(be, me)), h(C, oe);
    };
    z(In, (C) => {
      t(G) !== "knockout" && C(Ni);
    });
  }
  var Fn = u(In, 2);
  {
    var Ti = (C) => {
      var oe = bc(), pe = u(w(oe)), me = w(pe);
      me.value = me.__value = "groups";
      var xe = u(me);
      xe.value = xe.__value = "positions";
      var Fe = u(xe);
      Fe.value = Fe.__value = "heads", dt(pe), bt(pe, () => t(fe), (lt) => R(fe, lt)), h(C, oe);
    };
    z(Fn, (C) => {
      t(G) === "patching" && C(Ti);
    });
  }
  var jn = u(Fn, 2);
  {
    var Pi = (C) => {
      var oe = yc(), pe = u(w(oe)), me = w(pe);
      me.value = me.__value = "denoise";
      var xe = u(me);
      xe.value = xe.__value = "noise", dt(pe), bt(pe, () => t(ke), (Fe) => R(ke, Fe)), h(C, oe);
    };
    z(jn, (C) => {
      t(G) === "patching" && C(Pi);
    });
  }
  var Dn = u(jn, 2);
  {
    var Oi = (C) => {
      var oe = wc(), pe = u(w(oe));
      F(() => ae(pe, "max", t(n).nLayers)), kt(pe, () => t(ce), (me) => R(ce, me)), h(C, oe);
    };
    z(Dn, (C) => {
      t(G) === "knockout" && C(Oi);
    });
  }
  var Li = u(Dn, 2);
  {
    var Ri = (C) => {
      var oe = kc();
      ve("click", oe, Me), h(C, oe);
    }, Ci = (C) => {
      var oe = xc();
      F(() => oe.disabled = t(b) && !r().second), h(C, oe);
    };
    z(Li, (C) => {
      t(V) ? C(Ri) : C(Ci, -1);
    });
  }
  var Un = u(Ia, 2), Ii = q(Un, !0), Hn = u(Un, 2);
  {
    var Fi = (C) => {
      var oe = os(), pe = q(oe, !0);
      F(() => E(pe, t(j))), h(C, oe);
    };
    z(Hn, (C) => {
      t(j) && C(Fi);
    });
  }
  var zn = u(Hn, 2);
  {
    var ji = (C) => {
      var oe = Sc(), pe = w(oe), me = u(pe), xe = u(me);
      F(() => {
        E(pe, `${t(V) ? "running" : t(B) && t(B).about.done < t(B).about.of ? "stopped" : "done"} `), ae(me, "max", t(B)?.about.of ?? 1), xa(me, t(B)?.about.done ?? 0), E(xe, ` ${t(B) ? `${t(B).about.done} of ${t(B).about.of} layers` : ""}`);
      }), h(C, oe);
    };
    z(zn, (C) => {
      (t(V) || t(B)) && C(ji);
    });
  }
  var Di = u(zn, 2);
  {
    var Ui = (C) => {
      pi(C, {
        get session() {
          return r();
        },
        get study() {
          return t(n);
        },
        get sweep() {
          return t(B);
        },
        get name() {
          return t(G);
        },
        onexport: (oe) => R(le, oe)
      });
    };
    z(Di, (C) => {
      t(B) && C(Ui);
    });
  }
  F(
    (C) => {
      Ke !== (Ke = `0-${t(n).nLayers - 1}`) && (Ue.value = Ue.__value = Ke), E(Ee, `${t(s) === "block" ? "from" : "tokens"} `), E(Ii, C);
    },
    [
      () => t(b) && !r().second ? "Add a second image above: patches go from one to the other." : `At most ${t(O).toLocaleString("en")} partial passes, ${un(t(O) * t(n).passSeconds)} and ${Sa(t(Q))}${r().selected.size && t(G) === "patching" ? `, with the ${r().selected.size} selected tokens` : ""}.`
    ]
  ), We("submit", _e, (C) => {
    C.preventDefault(), A();
  }), bt(Se, () => t(s), (C) => R(s, C)), bt(Ie, () => t(o), (C) => R(o, C)), We("submit", Ia, (C) => {
    C.preventDefault(), ge();
  }), bt(Fa, () => t(G), (C) => R(G, C)), h(a, x), Ye();
}
ct(["click", "change"]);
var Ec = /* @__PURE__ */ Ur("<rect><title> </title></rect>"), Nc = /* @__PURE__ */ k('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Tc = /* @__PURE__ */ k('<span class="token"> </span>'), Pc = /* @__PURE__ */ k('<p class="strip"></p>'), Oc = /* @__PURE__ */ k('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Lc(a, e) {
  Ve(e, !0);
  const r = 12, n = /* @__PURE__ */ y(() => new Map(e.entry.at.map((g, U) => [g, e.entry.values[U]]))), s = /* @__PURE__ */ y(() => e.sample.boxes.filter(([g]) => t(n).has(g)).map(([g, U, D, T, m, N]) => ({ at: g, image: U, x1: D, y1: T, x2: m, y2: N, value: t(n).get(g) }))), i = /* @__PURE__ */ y(() => {
    const g = e.entry.at.filter((T) => e.sample.kinds[T] === "t");
    if (!g.length) return [];
    const U = Math.min(...g) - r, D = Math.max(...g) + r;
    return e.sample.tokens.map((T, m) => ({ text: T, at: m })).filter(({ at: T }) => e.sample.kinds[T] === "t" && T >= U && T <= D);
  }), o = (g) => Math.max(0, g / (e.high || 1));
  var l = Oc(), c = w(l);
  Te(c, 17, () => e.sample.pictures, De, (g, U, D) => {
    var T = Nc(), m = w(T), N = u(m, 2);
    Te(N, 21, () => t(s).filter((_) => _.image === D), (_) => _.at, (_, L) => {
      var A = Ec(), W = w(A), Y = q(W, !0);
      F(
        (Z, $, de) => {
          ae(A, "x", t(L).x1), ae(A, "y", t(L).y1), ae(A, "width", t(L).x2 - t(L).x1), ae(A, "height", t(L).y2 - t(L).y1), ae(A, "fill", Z), ae(A, "fill-opacity", $), E(Y, de);
        },
        [
          () => Nt(o(t(L).value), !1),
          () => 0.15 + 0.6 * o(t(L).value),
          () => ze(t(L).value)
        ]
      ), h(_, A);
    }), F(
      (_) => {
        ae(m, "src", t(U)), ae(m, "alt", `Example ${e.entry.sample ?? ""}`), ae(N, "aria-label", `${_ ?? ""} patches where it is active`);
      },
      [
        () => t(s).filter((_) => _.image === D).length
      ]
    ), h(g, T);
  });
  var d = u(c, 2), p = w(d), v = u(p, 2, !0), S = u(d, 2);
  {
    var f = (g) => {
      var U = Pc();
      Te(U, 21, () => t(i), ({ text: D, at: T }) => T, (D, T) => {
        let m = () => t(T).text, N = () => t(T).at;
        const _ = /* @__PURE__ */ y(() => t(n).get(N()));
        var L = Tc();
        let A;
        var W = q(L, !0);
        F(
          (Y, Z, $, de) => {
            ae(L, "title", Y), A = Be(L, "", A, { background: Z, color: $ }), E(W, de);
          },
          [
            () => t(_) === void 0 ? void 0 : ze(t(_)),
            () => t(_) === void 0 ? null : Nt(o(t(_)), !1),
            () => t(_) === void 0 ? null : En(o(t(_)), !1),
            () => Qe(m())
          ]
        ), h(D, L);
      }), h(g, U);
    };
    z(S, (g) => {
      t(i).length && g(f);
    });
  }
  F(
    (g) => {
      E(p, `example ${e.entry.sample ?? ""}, up to ${g ?? ""}`), E(v, e.sample.question);
    },
    [() => ze(e.entry.max)]
  ), h(a, l), Ye();
}
const ls = (a, e = rr, r = rr) => {
  var n = Fc(), s = w(n), i = q(s, !0), o = u(s, 2);
  Te(o, 21, e, De, (l, c) => {
    var d = /* @__PURE__ */ y(() => Yt(t(c), 2));
    let p = () => t(d)[0], v = () => t(d)[1];
    var S = Ic(), f = w(S), g = u(f), U = q(g, !0);
    F(
      (D, T, m) => {
        ae(S, "title", `logit ${D ?? ""}`), E(f, `${T ?? ""} `), E(U, m);
      },
      [
        () => wt(v()),
        () => Qe(p()),
        () => wt(v())
      ]
    ), h(l, S);
  }), F(() => E(i, r())), h(a, n);
};
var Rc = /* @__PURE__ */ Ur("<rect><title> </title></rect>"), Cc = /* @__PURE__ */ k('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Ic = /* @__PURE__ */ k("<li> <small> </small></li>"), Fc = /* @__PURE__ */ k('<div><h3> </h3> <ul class="best"></ul></div>'), jc = /* @__PURE__ */ k('<div class="plots"><!> <!></div>'), Dc = /* @__PURE__ */ k('<div class="plots"><!><!></div>'), Uc = /* @__PURE__ */ k('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Hc = /* @__PURE__ */ k('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), zc = /* @__PURE__ */ k('<div class="examples"></div>'), Bc = /* @__PURE__ */ k("<h3>Top examples</h3> <!>", 1), qc = /* @__PURE__ */ k("<!> <!> <!> <!>", 1);
function gi(a, e) {
  Ve(e, !0);
  const r = (m, N = rr, _ = rr, L = rr, A = rr) => {
    const W = /* @__PURE__ */ y(() => 240 / N().length);
    var Y = Cc(), Z = w(Y);
    Te(Z, 21, () => c(N()), De, (G, fe, be) => {
      var ke = Rc(), ce = w(ke), B = q(ce, !0);
      F(
        (le) => {
          ae(ke, "x", be * t(W)), ae(ke, "y", 49 - t(fe)), ae(ke, "width", le), ae(ke, "height", t(fe)), E(B, N()[be]);
        },
        [() => Math.max(1, t(W) - 1)]
      ), h(G, ke);
    });
    var $ = u(Z, 2), de = w($), J = q(de, !0), I = u(de), K = q(I, !0), se = u(I), ee = q(se, !0);
    F(() => {
      ae(Z, "aria-label", A()), E(J, _()), E(K, A()), E(ee, L());
    }), h(m, Y);
  };
  let n = Ce(e, "words", 19, () => []), s = Ce(e, "edges", 19, () => []), i = Ce(e, "feature", 3, null), o = Ce(e, "samples", 19, () => ({})), l = Ce(e, "steer", 3, 0);
  const c = (m) => {
    const N = Math.max(1, ...m);
    return m.map((_) => _ ? Math.max(2, 46 * Math.log1p(_) / Math.log1p(N)) : 0);
  };
  var d = qc(), p = Ne(d);
  {
    var v = (m) => {
      var N = jc(), _ = w(N);
      {
        var L = (Y) => {
          {
            let Z = /* @__PURE__ */ y(() => ze(i().high));
            r(Y, () => i().histogram, () => "0", () => t(Z), () => "activations, log counts");
          }
        };
        z(_, (Y) => {
          i() && Y(L);
        });
      }
      var A = u(_, 2);
      {
        var W = (Y) => {
          {
            let Z = /* @__PURE__ */ y(() => ze(s()[0])), $ = /* @__PURE__ */ y(() => ze(s().at(-1)));
            r(Y, n, () => t(Z), () => t($), () => "logits of all words, log counts");
          }
        };
        z(A, (Y) => {
          n().length && Y(W);
        });
      }
      h(m, N);
    };
    z(p, (m) => {
      (i() || n().length) && m(v);
    });
  }
  var S = u(p, 2);
  {
    var f = (m) => {
      var N = Dc(), _ = w(N);
      ls(_, () => e.up, () => "Its direction speaks for");
      var L = u(_);
      ls(L, () => e.down, () => "and against"), h(m, N);
    };
    z(S, (m) => {
      e.up.length && m(f);
    });
  }
  var g = u(S, 2);
  {
    var U = (m) => {
      var N = Hc(), _ = Ne(N), L = u(w(_)), A = q(L), W = u(_, 2), Y = u(w(W));
      Te(
        Y,
        21,
        () => [
          ...new Map([
            ...i().steering.before,
            ...i().steering.after,
            ...i().steering.gained
          ].map((Z) => [Z[0], Z])).values()
        ].toSorted((Z, $) => $[2] - Z[2]).slice(0, 6),
        ([Z, $, de]) => Z,
        (Z, $) => {
          var de = /* @__PURE__ */ y(() => Yt(t($), 3));
          let J = () => t(de)[0], I = () => t(de)[1], K = () => t(de)[2];
          var se = Uc(), ee = w(se), G = q(ee, !0), fe = u(ee);
          let be;
          var ke = q(fe, !0), ce = u(fe);
          let B;
          var le = q(ce, !0);
          F(
            (M, V, j) => {
              E(G, M), be = Be(fe, "", be, { "--share": `${100 * I()}%` }), E(ke, V), B = Be(ce, "", B, { "--share": `${100 * K()}%` }), E(le, j);
            },
            [
              () => Qe(J()),
              () => ht(I()),
              () => ht(K())
            ]
          ), h(Z, se);
        }
      ), F((Z) => E(A, `its top example, ${Z ?? ""} × its largest activation added at all tokens: the next token`), [() => ze(l())]), h(m, N);
    };
    z(g, (m) => {
      i()?.steering && m(U);
    });
  }
  var D = u(g, 2);
  {
    var T = (m) => {
      var N = Bc(), _ = u(Ne(N), 2);
      gl(_, () => i().feature, (L) => {
        var A = zc();
        Te(A, 21, () => i().top, (W) => W.sample, (W, Y) => {
          Lc(W, {
            get entry() {
              return t(Y);
            },
            get sample() {
              return o()[t(Y).sample];
            },
            get high() {
              return i().max;
            }
          });
        }), h(L, A);
      }), h(m, N);
    };
    z(D, (m) => {
      i() && m(T);
    });
  }
  h(a, d), Ye();
}
var Wc = /* @__PURE__ */ k('<span class="fine"> </span>'), Jc = /* @__PURE__ */ k("<option> </option>"), us = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Kc = /* @__PURE__ */ k(" <b> </b> ", 1), cs = /* @__PURE__ */ k('<p class="fine"> </p>'), Vc = /* @__PURE__ */ k('<th scope="col" class="value"><button type="button" class="link"> </button></th>'), Yc = /* @__PURE__ */ k('<td class="value"> </td>'), Gc = /* @__PURE__ */ k('<tr><th scope="row"><button type="button" class="small"> </button></th><td> </td><!><td> </td></tr>'), Xc = /* @__PURE__ */ k('<p class="fine"> <!></p> <!> <div class="scroller"><table class="found"><thead><tr><th scope="col">feature</th><th scope="col"><button type="button" class="link"> </button></th><!><th scope="col">speaks for</th></tr></thead><tbody></tbody></table></div> <!>', 1), Zc = /* @__PURE__ */ k('<button type="button">ablate it</button> <label><input type="number" step="any" aria-label="Amount"/></label> <button type="button">add this much</button> <button type="button">set it to this</button> <span class="fine"> </span>', 1), Qc = /* @__PURE__ */ k('<p class="fine"> <!></p> <div class="row"><button type="button">where it is active</button> <!></div> <!>', 1), $c = /* @__PURE__ */ k('<section class="card features"><!> <!> <!></section>'), ed = /* @__PURE__ */ k('<section class="card" aria-label="Features"><!> <div class="row"><label>dictionary <select></select></label> <form class="row"><label>feature <input type="number" min="0" size="8" placeholder="number"/></label><button type="submit">show</button></form></div> <!> <!> <!></section> <!>', 1);
function td(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X("activation"), s = /* @__PURE__ */ X("");
  const i = /* @__PURE__ */ y(() => e.painted.features.view), o = /* @__PURE__ */ y(() => t(i)?.about), l = /* @__PURE__ */ y(() => e.painted.feature.view), c = /* @__PURE__ */ y(() => !!(t(i) && Object.keys(t(o).parts).length)), d = /* @__PURE__ */ y(() => {
    if (!t(i)) return [];
    const { features: B, activations: le, values: M } = t(i).arrays, V = Array.from(B.data, (j, b) => ({
      feature: j,
      activation: le.data[b],
      value: M.data[b],
      words: t(o).words[b].up
    }));
    return t(n) === "value" && t(c) ? V.toSorted((j, b) => Math.abs(b.value || 0) - Math.abs(j.value || 0)) : V;
  }), p = /* @__PURE__ */ y(() => t(d).reduce((B, le) => Math.max(B, le.activation), 1e-9)), v = /* @__PURE__ */ y(() => t(l) ? t(l).arrays.activations.data[r().at] : NaN), S = /* @__PURE__ */ y(() => e.study.dictionaries.find((B) => B.name === e.painted.dictionary));
  let f = /* @__PURE__ */ X(null);
  const g = /* @__PURE__ */ y(() => t(f) ?? Number((t(l)?.about.page?.max || t(l)?.about.max || 1).toPrecision(3)));
  function U(B) {
    r().feature = r().feature === B && r().paint === "feature" ? null : B, r().paint = r().feature === null ? "none" : "feature", R(f, null);
  }
  const D = /* @__PURE__ */ y(() => [...r().selected].filter((B) => B >= 0).sort((B, le) => B - le));
  function T(B) {
    const le = {
      ...Ea,
      kind: B,
      dictionary: e.painted.dictionary,
      feature: r().feature,
      strength: t(g),
      positions: t(D).length ? t(D) : null
    };
    r().changes = [...r().changes, le], r().tab = "causes";
  }
  const m = /* @__PURE__ */ y(() => t(i) ? {
    name: "features",
    csv: () => [
      ["feature", "activation", "adds", "speaks for"],
      ...t(d).map((B) => [
        B.feature,
        B.activation,
        Number.isNaN(B.value) ? "" : B.value,
        B.words.map(([le]) => le).join(" ")
      ])
    ]
  } : null), N = /* @__PURE__ */ y(() => t(l) ? {
    name: `feature-${t(l).about.feature}`,
    csv: () => [
      ["position", "token", "activation"],
      ...Array.from(t(l).arrays.activations.data, (B, le) => [le, e.study.label(le), B])
    ]
  } : null);
  var _ = ed(), L = Ne(_), A = w(L);
  {
    let B = /* @__PURE__ */ y(() => t(o)?.code ?? "");
    Jt(A, {
      title: "Features",
      get code() {
        return t(B);
      },
      get exporter() {
        return t(m);
      },
      children: (le, M) => {
        var V = Wc(), j = q(V);
        F((b) => E(j, `at the focus ${b ?? ""}`), [
          () => JSON.stringify(e.study.label(t(o)?.focus ?? r().at))
        ]), h(le, V);
      },
      $$slots: { default: !0 }
    });
  }
  var W = u(A, 2), Y = w(W), Z = u(w(Y));
  Te(Z, 21, () => e.study.dictionaries, De, (B, le) => {
    var M = Jc(), V = q(M), j = {};
    F(
      (b) => {
        E(V, `${t(le).name ?? ""}${b ?? ""}`), j !== (j = t(le).name) && (M.value = (M.__value = j) ?? "");
      },
      [
        () => t(le).n_features ? `, ${t(le).n_features.toLocaleString("en")} features` : ""
      ]
    ), h(B, M);
  });
  var $;
  dt(Z);
  var de = u(Y, 2), J = w(de), I = u(w(J)), K = u(J), se = u(W, 2);
  {
    var ee = (B) => {
      var le = us(), M = q(le, !0);
      F(() => E(M, e.painted.features.error)), h(B, le);
    };
    z(se, (B) => {
      e.painted.features.error && B(ee);
    });
  }
  var G = u(se, 2);
  {
    let B = /* @__PURE__ */ y(() => e.painted.long("features"));
    _r(G, {
      get session() {
        return r();
      },
      get long() {
        return t(B);
      },
      what: "The features of all tokens"
    });
  }
  var fe = u(G, 2);
  {
    var be = (B) => {
      var le = Xc(), M = Ne(le), V = w(M), j = u(V);
      {
        var b = (ue) => {
          var ne = Kc(), we = Ne(ne);
          we.nodeValue = " What each adds to the logit of ";
          var Ae = u(we), Pe = q(Ae, !0), Oe = u(Ae);
          F(
            (qe, Ue) => {
              E(Pe, qe), E(Oe, `${Ue ?? ""} by its own direction, past everything behind it.`);
            },
            [
              () => Qe(r().target.text),
              () => r().contrast ? ` over ${Qe(r().contrast.text)}` : ""
            ]
          ), h(ue, ne);
        };
        z(j, (ue) => {
          t(c) && ue(b);
        });
      }
      var O = u(M, 2);
      {
        var Q = (ue) => {
          var ne = cs(), we = q(ne);
          F(() => E(we, `What features add to the logit is not shown: ${t(o).why_not ?? ""}`)), h(ue, ne);
        };
        z(O, (ue) => {
          t(o).why_not && ue(Q);
        });
      }
      var ge = u(O, 2), Me = w(ge), x = w(Me), H = w(x), P = u(w(H)), te = w(P), re = q(te), _e = u(P);
      {
        var ie = (ue) => {
          var ne = Vc(), we = w(ne), Ae = q(we);
          F(() => {
            ae(ne, "aria-sort", t(n) === "value" ? "descending" : "none"), E(Ae, `adds${t(n) === "value" ? " ↓" : ""}`);
          }), ve("click", we, () => R(n, "value")), h(ue, ne);
        };
        z(_e, (ue) => {
          t(c) && ue(ie);
        });
      }
      var Se = u(x);
      Te(Se, 21, () => t(d), (ue) => ue.feature, (ue, ne) => {
        var we = Gc();
        let Ae;
        var Pe = w(we), Oe = w(Pe), qe = q(Oe, !0), Ue = u(Pe);
        let Ke;
        var ot = q(Ue, !0), Ee = u(Ue);
        {
          var Ie = ($e) => {
            var $t = Yc(), zr = q($t, !0);
            F((ua) => E(zr, ua), [
              () => Number.isNaN(t(ne).value) ? "" : wt(t(ne).value)
            ]), h($e, $t);
          };
          z(Ee, ($e) => {
            t(c) && $e(Ie);
          });
        }
        var He = u(Ee), rt = q(He, !0);
        F(
          ($e, $t) => {
            Ae = Rt(we, 1, "", null, Ae, { here: r().feature === t(ne).feature }), ae(Oe, "aria-pressed", r().feature === t(ne).feature), ae(Oe, "aria-label", `Feature ${t(ne).feature ?? ""}`), E(qe, t(ne).feature), Ke = Be(Ue, "", Ke, { "--share": `${100 * t(ne).activation / t(p)}%` }), E(ot, $e), E(rt, $t);
          },
          [
            () => ze(t(ne).activation),
            () => t(ne).words.map(([$e]) => Qe($e)).join("  ")
          ]
        ), ve("click", Oe, () => U(t(ne).feature)), h(ue, we);
      });
      var he = u(ge, 2);
      {
        var ye = (ue) => {
          var ne = cs(), we = q(ne);
          F((Ae, Pe, Oe) => E(we, `All features together ${Ae ?? ""}; ${Pe ?? ""}. They sum to the model's own logit, ${Oe ?? ""}.`), [
            () => wt(t(o).sum),
            () => Object.entries(t(o).parts).map(([Ae, Pe]) => `${{
              b_dec: "the decoder's bias",
              error: "what the dictionary leaves out",
              rest: "all that does not come by here"
            }[Ae] ?? Ae} ${wt(Pe)}`).join("; "),
            () => ze(t(o).logit)
          ]), h(ue, ne);
        };
        z(he, (ue) => {
          t(c) && ue(ye);
        });
      }
      F(
        (ue) => {
          E(V, `${ue ?? ""} features are active here.`), ae(P, "aria-sort", t(n) === "activation" ? "descending" : "none"), E(re, `active${t(n) === "activation" ? " ↓" : ""}`);
        },
        [() => t(o).n_active.toLocaleString("en")]
      ), ve("click", te, () => R(n, "activation")), h(B, le);
    };
    z(fe, (B) => {
      t(i) && B(be);
    });
  }
  var ke = u(L, 2);
  {
    var ce = (B) => {
      var le = $c(), M = w(le);
      {
        let Q = /* @__PURE__ */ y(() => t(l)?.about.code ?? "");
        Jt(M, {
          get title() {
            return `Feature ${r().feature ?? ""}`;
          },
          get code() {
            return t(Q);
          },
          get exporter() {
            return t(N);
          }
        });
      }
      var V = u(M, 2);
      {
        var j = (Q) => {
          var ge = us(), Me = q(ge, !0);
          F(() => E(Me, e.painted.feature.error)), h(Q, ge);
        };
        z(V, (Q) => {
          e.painted.feature.error && Q(j);
        });
      }
      var b = u(V, 2);
      {
        var O = (Q) => {
          var ge = Qc(), Me = Ne(ge), x = w(Me), H = u(x);
          {
            var P = (he) => {
              var ye = ka();
              F((ue, ne) => E(ye, ` Elsewhere at ${ue ?? ""} of tokens, up to ${ne ?? ""}.`), [
                () => ht(t(l).about.page.density),
                () => ze(t(l).about.page.max)
              ]), h(he, ye);
            };
            z(H, (he) => {
              t(l).about.page && he(P);
            });
          }
          var te = u(Me, 2), re = w(te), _e = u(re, 2);
          {
            var ie = (he) => {
              var ye = Zc(), ue = Ne(ye), ne = u(ue, 2), we = w(ne), Ae = u(ne, 2), Pe = u(Ae, 2), Oe = u(Pe, 2), qe = q(Oe);
              F(
                (Ue, Ke) => {
                  xa(we, t(g)), Ae.disabled = Ue, Pe.disabled = Ke, E(qe, `at ${t(D).length ? `the ${t(D).length} selected tokens` : "all tokens"}`);
                },
                [
                  () => Number.isNaN(t(g)),
                  () => Number.isNaN(t(g))
                ]
              ), ve("click", ue, () => T("ablate_feature")), ve("input", we, (Ue) => R(f, Ue.currentTarget.valueAsNumber, !0)), ve("click", Ae, () => T("steer_feature")), ve("click", Pe, () => T("clamp_feature")), h(he, ye);
            };
            z(_e, (he) => {
              r().source.kind !== "page" && he(ie);
            });
          }
          var Se = u(te, 2);
          {
            let he = /* @__PURE__ */ y(() => t(l).about.page?.samples), ye = /* @__PURE__ */ y(() => t(l).about.page?.steer);
            gi(Se, {
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
                return t(he);
              },
              get steer() {
                return t(ye);
              }
            });
          }
          F(
            (he, ye) => {
              E(x, `In this prompt active at ${t(l).about.n_active ?? ""} of ${t(l).arrays.activations.data.length ?? ""} tokens, up to ${he ?? ""}${ye ?? ""}.`), ae(re, "aria-pressed", r().paint === "feature");
            },
            [
              () => ze(t(l).about.max),
              () => Number.isNaN(t(v)) || t(v) === void 0 ? "" : `; at the focus ${ze(t(v))}`
            ]
          ), ve("click", re, () => r().paint = r().paint === "feature" ? "none" : "feature"), h(Q, ge);
        };
        z(b, (Q) => {
          t(l) && Q(O);
        });
      }
      F(() => ae(le, "aria-label", `Feature ${r().feature ?? ""}`)), h(B, le);
    };
    z(ke, (B) => {
      r().feature !== null && B(ce);
    });
  }
  F(() => {
    $ !== ($ = e.painted.dictionary) && (Z.value = (Z.__value = $) ?? "", Ra(Z, $)), ae(I, "max", t(S)?.n_features ? t(S).n_features - 1 : null), K.disabled = t(s) === "" || t(s) === null;
  }), ve("change", Z, (B) => {
    r().dictionary = B.currentTarget.value, r().feature = null;
  }), We("submit", de, (B) => {
    B.preventDefault(), t(s) && (r().feature = null, U(Number(t(s))));
  }), kt(I, () => t(s), (B) => R(s, B)), h(a, _), Ye();
}
ct(["change", "click", "input"]);
var rd = /* @__PURE__ */ k('<button type="button" tabindex="-1"> </button>'), ad = /* @__PURE__ */ k("<span> </span>"), nd = /* @__PURE__ */ k('<div><span class="name"><small> </small> <!></span> <!></div>'), sd = /* @__PURE__ */ k('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function id(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.painted.words.view), s = /* @__PURE__ */ y(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ y(() => Yt(t(s), 3)), o = /* @__PURE__ */ y(() => t(i)[0]), l = /* @__PURE__ */ y(() => t(i)[1]), c = /* @__PURE__ */ y(() => t(i)[2]), d = /* @__PURE__ */ y(() => Math.min(r().lensLayer ?? t(o) - 1, t(o) - 1)), p = /* @__PURE__ */ y(() => e.view.arrays.positions.data), v = 24;
  let S = /* @__PURE__ */ X(void 0), f = /* @__PURE__ */ X(0), g = /* @__PURE__ */ X(400), U = !1, D = /* @__PURE__ */ X(/* @__PURE__ */ new Set());
  const T = /* @__PURE__ */ y(() => {
    if (e.mode === "word") return t(n) ? Dt(t(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const M = new Float32Array(t(o) * t(l));
    for (let V = 0; V < M.length; V++) M[V] = e.view.arrays.probs.data[V * t(c)];
    return M;
  }), m = /* @__PURE__ */ y(() => {
    if (e.mode === "top") return 1;
    let M = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let V = 0; V < t(T).length; V++) t(T)[V] > M && (M = t(T)[V]);
    return M;
  }), N = /* @__PURE__ */ y(() => {
    const M = Array.from({ length: t(o) }, (j, b) => {
      let O = 0;
      for (let Q = 0; Q < t(l); Q++) O += (t(T)[b * t(l) + Q] || 0) / t(m);
      return O / t(l);
    }), V = Math.max(...M, 1e-9);
    return M.map((j) => j / V);
  }), _ = /* @__PURE__ */ y(() => {
    const M = [], V = e.view.arrays.ids.data, j = (b, O) => {
      if ((e.study.tokens[t(p)[b]]?.image ?? -1) !== (e.study.tokens[t(p)[O]]?.image ?? -1)) return !1;
      for (let Q = 0; Q < t(o); Q++) if (V[(Q * t(l) + b) * t(c)] !== V[(Q * t(l) + O) * t(c)]) return !1;
      return !0;
    };
    for (let b = 0; b < t(l); b++) {
      const O = M.at(-1);
      O && j(O.row, b) ? O.count++ : M.push({ row: b, count: 1 });
    }
    return M;
  }), L = /* @__PURE__ */ y(() => e.folded && e.mode === "top" ? t(_).flatMap((M) => t(D).has(M.row) ? Array.from({ length: M.count }, (V, j) => ({ row: M.row + j, count: 1 })) : [M]) : Array.from({ length: t(l) }, (M, V) => ({ row: V, count: 1 }))), A = /* @__PURE__ */ y(() => Math.max(0, Math.floor(t(f) / v) - 6)), W = /* @__PURE__ */ y(() => Math.min(t(L).length, Math.ceil((t(f) + t(g)) / v) + 6)), Y = (M) => M === null ? -1 : t(p)[M] === M ? M : Array.prototype.indexOf.call(t(p), M), Z = (M) => {
    let V = 0, j = t(L).length - 1;
    for (; V < j; ) {
      const b = V + j + 1 >> 1;
      t(L)[b].row <= M ? V = b : j = b - 1;
    }
    return V;
  }, $ = /* @__PURE__ */ y(() => Z(Y(r().shownPlace))), de = /* @__PURE__ */ y(() => Y(r().at) < 0 ? -1 : Z(Y(r().at))), J = (M, V, j) => e.mode === "top" ? j >= r().least ? Qe(e.view.about.strings[e.view.arrays.ids.data[(V * t(l) + M) * t(c)]]) : "" : e.mode === "word" || e.mode === "find" ? j >= Math.max(r().least, 5e-4) ? ht(j) : "" : ze(j), I = (M, V) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(V * t(l) + M) * t(c)]) ? 0 : t(c)
    },
    (j, b) => {
      const O = (V * t(l) + M) * t(c) + b;
      return `${Qe(e.view.about.strings[e.view.arrays.ids.data[O]])} ${ht(e.view.arrays.probs.data[O])}`;
    }
  ).join(", ");
  function K(M) {
    if (!t(S) || M < 0) return;
    const V = Z(M) * v, j = t(g) - 50;
    (V < t(S).scrollTop || V + v > t(S).scrollTop + j) && (t(S).scrollTop = Math.max(0, V - j / 2));
  }
  gt(() => {
    const { place: M } = r();
    Et(() => K(Y(M)));
  }), gt(() => {
    const { hoverPlace: M } = r();
    M !== null && !U && Et(() => K(Y(M)));
  }), gt(() => {
    if (r().lensLayer === null) return;
    const M = t(S)?.querySelector(`.lens-head [data-layer="${t(d)}"]`), V = t(S)?.querySelector(".lens-head .name");
    if (!t(S) || !M || !V) return;
    const j = M.offsetLeft - V.offsetWidth, b = M.offsetLeft + M.offsetWidth - t(S).clientWidth;
    j < t(S).scrollLeft ? t(S).scrollLeft = j : b > t(S).scrollLeft && (t(S).scrollLeft = b);
  });
  function se(M) {
    const V = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[M.key], j = Y(r().place);
    M.key === "Enter" && j >= 0 && G(Z(j)), V && (M.preventDefault(), V[0] && (r().place = t(p)[t(L)[j < 0 ? 0 : Math.max(0, Math.min(t(L).length - 1, Z(j) + V[0]))].row]), r().lensLayer = Math.max(0, Math.min(t(o) - 1, t(d) + V[1])));
  }
  const ee = (M) => {
    const V = e.study.label(M);
    return e.study.tokens[M]?.kind === "image" && V.length > 16 ? V.replace(/(image|frame|tile|row|column) /g, (j) => j[0]) : V;
  };
  function G(M) {
    const { row: V, count: j } = t(L)[M];
    j > 1 && R(D, /* @__PURE__ */ new Set([...t(D), V]));
  }
  var fe = sd();
  let be;
  var ke = w(fe), ce = u(w(ke));
  Te(ce, 17, () => e.view.about.layers, De, (M, V, j) => {
    var b = rd();
    ae(b, "data-layer", j);
    let O, Q;
    var ge = q(b, !0);
    F(
      (Me) => {
        ae(b, "title", `layer ${t(V) ?? ""}; the bar is the mean over all positions`), O = Rt(b, 1, "", null, O, { current: j === t(d) }), Q = Be(b, "", Q, { "--mean": Me }), E(ge, t(V));
      },
      [() => `${Math.round(100 * t(N)[j])}%`]
    ), ve("click", b, () => r().lensLayer = j), h(M, b);
  });
  var B = u(ke, 2);
  let le;
  Te(B, 23, () => ({ length: Math.max(0, t(W) - t(A)) }), (M, V) => t(L)[t(A) + V]?.row, (M, V, j) => {
    const b = /* @__PURE__ */ y(() => t(A) + t(j)), O = /* @__PURE__ */ y(() => {
      const { row: he, count: ye } = t(L)[t(b)];
      return { row: he, many: ye };
    }), Q = /* @__PURE__ */ y(() => t(p)[t(O).row]);
    var ge = nd();
    let Me, x;
    var H = w(ge), P = w(H), te = q(P, !0), re = u(P, 2);
    {
      var _e = (he) => {
        var ye = ka();
        F(() => E(ye, `▸ ${t(O).many ?? ""} alike`)), h(he, ye);
      }, ie = (he) => {
        var ye = ka();
        F((ue) => E(ye, ue), [() => Qe(ee(t(Q)))]), h(he, ye);
      };
      z(re, (he) => {
        t(O).many > 1 ? he(_e) : he(ie, -1);
      });
    }
    var Se = u(H, 2);
    Te(Se, 17, () => ({ length: t(o) }), De, (he, ye, ue, ne) => {
      const we = /* @__PURE__ */ y(() => t(T)[ue * t(l) + t(O).row] ?? NaN);
      var Ae = ad();
      let Pe;
      ae(Ae, "data-layer", ue);
      let Oe;
      var qe = q(Ae, !0);
      F(
        (Ue, Ke, ot, Ee) => {
          Pe = Rt(Ae, 1, "cell", null, Pe, { here: ue === t(d) }), ae(Ae, "title", Ue), Oe = Be(Ae, "", Oe, { background: Ke, color: ot }), E(qe, Ee);
        },
        [
          () => I(t(O).row, ue),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(t(we) || 0))}%, transparent)` : Nt(t(we) / t(m), !1),
          () => e.mode === "top" ? null : En(t(we) / t(m), !1),
          () => J(t(O).row, ue, t(we))
        ]
      ), We("mouseenter", Ae, () => r().hoverPlace = t(Q)), We("mouseleave", Ae, () => r().hoverPlace = null), ve("click", Ae, () => {
        r().takePlace(t(Q)), r().lensLayer = ue;
      }), h(he, Ae);
    }), F(
      (he, ye) => {
        Me = Rt(ge, 1, "lens-row", null, Me, {
          current: r().shownPlace !== null && t(b) === t($),
          focus: t(b) === t(de)
        }), ae(ge, "data-row", t(O).row), ae(ge, "data-many", t(O).many), x = Be(ge, "", x, { top: `${t(b) * v}px` }), ae(H, "title", he), E(te, ye);
      },
      [
        () => t(O).many > 1 ? `${t(O).many} tokens that say the same at every layer: click to unfold` : e.study.label(t(Q)),
        () => e.study.number(t(Q))
      ]
    ), ve("click", H, () => t(O).many > 1 ? G(t(b)) : r().takePlace(t(Q))), h(M, ge);
  }), Hr(fe, (M) => R(S, M), () => t(S)), F(() => {
    ae(fe, "aria-label", `Lens table: ${t(l) ?? ""} positions by ${t(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), be = Be(fe, "", be, { "--columns": t(o) }), le = Be(B, "", le, { height: `${t(L).length * v}px` });
  }), We("scroll", fe, () => R(f, t(S).scrollTop, !0)), ve("keydown", fe, se), We("pointerenter", fe, () => U = !0), We("pointerleave", fe, () => U = !1), la(fe, "clientHeight", (M) => R(g, M)), h(a, fe), Ye();
}
ct(["keydown", "click"]);
var od = /* @__PURE__ */ k('<button type="button" class="map"><canvas></canvas><small> </small></button>'), ld = /* @__PURE__ */ k('<div class="maps" role="group"></div>'), ud = /* @__PURE__ */ k('<p class="fine"> </p>'), cd = /* @__PURE__ */ k("<!> <!> <!>", 1);
function dd(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.words.arrays.positions.data), s = /* @__PURE__ */ y(() => e.study.images.find((m) => m.boxed)), i = /* @__PURE__ */ y(() => {
    const m = e.study.images.indexOf(t(s)), N = e.study.tokens.filter((A) => A.box && A.image === m && A.frame <= 0), _ = N.some((A) => !A.global), L = new Map(Array.from(t(n), (A, W) => [A, W]));
    return N.filter((A) => !(A.global && _) && L.has(A.position)).map((A) => ({ box: A.box, row: L.get(A.position) }));
  }), o = /* @__PURE__ */ y(() => Array.from({ length: e.words.about.layers.length }, (m, N) => Dt(e.words.arrays.probs, e.painted.word, N))), l = /* @__PURE__ */ y(() => t(o).reduce((m, N) => t(i).reduce((_, { row: L }) => Math.max(_, N[L] || 0), m), 0.05));
  function c(m, N) {
    const _ = ({ values: L, high: A }) => {
      const [W, Y] = t(s).size, Z = 96 / Math.max(W, Y), $ = m.getContext("2d");
      Object.assign(m, {
        width: Math.round(W * Z),
        height: Math.round(Y * Z)
      });
      for (const { row: de, box: J } of t(i))
        $.fillStyle = Nt(L[de] / A, !1), $.fillRect(J[0] * Z, J[1] * Z, (J[2] - J[0]) * Z + 0.5, (J[3] - J[1]) * Z + 0.5);
    };
    return _(N), { update: _ };
  }
  const d = /* @__PURE__ */ y(() => r().shownPlace ?? r().at), p = /* @__PURE__ */ y(() => {
    const m = Array.prototype.indexOf.call(t(n), t(d)), [N, _, L] = e.words.arrays.probs.shape;
    return m < 0 ? [] : Array.from({ length: N }, (A, W) => {
      const Y = Array.from({ length: _ }, (Z, $) => e.words.arrays.probs.data[(W * _ + $) * L + m]);
      return {
        name: e.words.about.words[W],
        said: ht(Y.at(-1) ?? 0),
        values: Y
      };
    });
  });
  var v = cd(), S = Ne(v);
  {
    var f = (m) => {
      var N = ld();
      Te(N, 21, () => e.words.about.layers, De, (_, L, A) => {
        var W = od(), Y = w(W);
        wl(Y, (de, J) => c?.(de, J), () => ({ values: t(o)[A], high: t(l) }));
        var Z = u(Y), $ = q(Z, !0);
        F(() => {
          ae(W, "aria-pressed", e.layer === A && r().paint === "word"), E($, t(L));
        }), ve("click", W, () => {
          r().lensLayer = A, r().paint = "word";
        }), h(_, W);
      }), F(() => ae(N, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), h(m, N);
    };
    z(S, (m) => {
      t(s) && t(i).length && m(f);
    });
  }
  var g = u(S, 2);
  {
    var U = (m) => {
      var N = ud(), _ = q(N);
      F(() => E(_, `Maps of ${t(s).kind === "video" ? "the first frame" : "the first image"}; the slider paints every layer on all of them.`)), h(m, N);
    };
    z(g, (m) => {
      t(s) && t(i).length && (e.study.images.length > 1 || t(s).kind === "video") && m(U);
    });
  }
  var D = u(g, 2);
  {
    var T = (m) => {
      {
        let N = /* @__PURE__ */ y(() => e.study.label(t(d))), _ = /* @__PURE__ */ y(() => JSON.stringify(e.study.label(t(d))));
        hi(m, {
          get curves() {
            return t(p);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (L) => `${Math.round(100 * L)}%`,
          get label() {
            return `Probability over layers at ${t(N) ?? ""}`;
          },
          get note() {
            return `by layer, at ${t(_) ?? ""}`;
          }
        });
      }
    };
    z(D, (m) => {
      t(p).length && m(T);
    });
  }
  h(a, v), Ye();
}
ct(["click"]);
var fd = /* @__PURE__ */ k('<span class="fine">what each token says, if the model stopped at that layer</span>'), ds = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), vd = /* @__PURE__ */ k('<button type="button" title="its probability at every layer and token, however small">follow</button>'), fs = /* @__PURE__ */ k('<button type="button"> </button>'), hd = /* @__PURE__ */ k('<p class="fine hits" role="status"> </p>'), pd = /* @__PURE__ */ k("<option> </option>"), gd = /* @__PURE__ */ k('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), _d = /* @__PURE__ */ k('<p class="fine"> </p>'), md = /* @__PURE__ */ k('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), bd = /* @__PURE__ */ k('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function yd(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.painted.lens.view), s = /* @__PURE__ */ y(() => e.painted.words.view), i = /* @__PURE__ */ y(() => t(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ y(() => Yt(t(i), 3)), l = /* @__PURE__ */ y(() => t(o)[0]), c = /* @__PURE__ */ y(() => t(o)[1]), d = /* @__PURE__ */ y(() => t(o)[2]), p = /* @__PURE__ */ y(() => Math.min(r().lensLayer ?? t(l) - 1, Math.max(0, t(l) - 1)));
  let v = /* @__PURE__ */ X("top"), S = /* @__PURE__ */ X(!0), f = /* @__PURE__ */ X(-1), g = /* @__PURE__ */ X(null);
  const U = /* @__PURE__ */ y(() => r().words.length ? r().words : r().target ? [r().target.text.trim() || "word"] : []), D = /* @__PURE__ */ y(() => ["entropy", "kl"].filter((ee) => t(n)?.arrays[ee])), T = /* @__PURE__ */ y(() => e.painted.found), m = /* @__PURE__ */ y(() => r().source.kind !== "page");
  function N(ee, G = e.painted.word) {
    R(v, ee, !0), r().word = G, (ee === "top" || ee === "word" || ee === "find") && (r().paint = ee);
  }
  function _(ee) {
    r().find = ee, R(f, -1), N(ee.trim() ? "find" : "top");
  }
  function L(ee) {
    !t(T)?.hits.length || !t(n) || (R(
      f,
      t(f) < 0 && ee < 0 ? t(T).hits.length - 1 : (t(f) + ee + t(T).hits.length) % t(T).hits.length,
      !0
    ), r().takePlace(t(n).arrays.positions.data[t(T).hits[t(f)] % t(c)]), r().lensLayer = Math.floor(t(T).hits[t(f)] / t(c)));
  }
  function A() {
    const ee = r().find.trim();
    ee && (r().words = [...r().words.filter((G) => G !== ee), ee].slice(-8), r().find = "", N("word", r().words.length - 1));
  }
  function W() {
    const ee = () => {
      clearInterval(t(g)), R(g, null);
    };
    if (t(g) !== null) return ee();
    r().lensLayer = 0, R(g, setInterval(() => t(p) >= t(l) - 1 ? ee() : r().lensLayer = t(p) + 1, 600), !0);
  }
  gt(() => () => clearInterval(t(g) ?? void 0));
  const Y = /* @__PURE__ */ y(() => t(n) ? {
    name: "lens",
    svg: () => Nn(
      t(l) * 64,
      t(c) * 18,
      Array.from({ length: t(l) * t(c) }, (ee, G) => {
        const [fe, be] = [G % t(c), Math.floor(G / t(c))], ke = t(n).arrays.probs.data[G * t(d)] || 0;
        return {
          box: [be * 64, fe * 18, be * 64 + 63, fe * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(ke)).toFixed(2)})`,
          text: ke >= r().least ? t(n).about.strings[t(n).arrays.ids.data[G * t(d)]] : ""
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
        ...t(D)
      ],
      ...Array.from({ length: t(l) * t(c) }, (ee, G) => {
        const fe = t(n).arrays.positions.data[G % t(c)];
        return [
          t(n).about.layers[Math.floor(G / t(c))],
          e.study.number(fe),
          e.study.label(fe),
          t(n).about.strings[t(n).arrays.ids.data[G * t(d)]],
          t(n).arrays.probs.data[G * t(d)],
          ...t(D).map((be) => t(n).arrays[be].data[G])
        ];
      })
    ]
  } : null);
  var Z = bd(), $ = w(Z);
  {
    let ee = /* @__PURE__ */ y(() => t(v) === "word" && t(s) ? t(s).about.code : t(n)?.about.code ?? "");
    Jt($, {
      title: "Logit lens",
      get code() {
        return t(ee);
      },
      get exporter() {
        return t(Y);
      },
      children: (G, fe) => {
        var be = fd();
        h(G, be);
      },
      $$slots: { default: !0 }
    });
  }
  var de = u($, 2);
  {
    var J = (ee) => {
      var G = ds(), fe = q(G, !0);
      F(() => E(fe, e.painted.lens.error)), h(ee, G);
    };
    z(de, (ee) => {
      e.painted.lens.error && ee(J);
    });
  }
  var I = u(de, 2);
  {
    let ee = /* @__PURE__ */ y(() => e.painted.long("lens")), G = /* @__PURE__ */ y(() => e.study.tokens.length.toLocaleString("en")), fe = /* @__PURE__ */ y(() => e.study.nLayers + 1);
    _r(I, {
      get session() {
        return r();
      },
      get long() {
        return t(ee);
      },
      get what() {
        return `The lens of ${t(G) ?? ""} tokens at ${t(fe) ?? ""} layers`;
      }
    });
  }
  var K = u(I, 2);
  {
    var se = (ee) => {
      var G = md(), fe = Ne(G), be = w(fe), ke = w(be), ce = u(ke, 2), B = u(ce), le = u(B, 2);
      {
        var M = (Ee) => {
          var Ie = vd();
          F((He) => Ie.disabled = He, [() => !r().find.trim()]), ve("click", Ie, A), h(Ee, Ie);
        };
        z(le, (Ee) => {
          t(m) && Ee(M);
        });
      }
      var V = u(be, 2), j = w(V), b = u(j, 2);
      Te(b, 17, () => t(U), De, (Ee, Ie, He) => {
        var rt = fs(), $e = q(rt, !0);
        F(() => {
          ae(rt, "aria-pressed", t(v) === "word" && e.painted.word === He), E($e, t(Ie));
        }), ve("click", rt, () => N("word", He)), h(Ee, rt);
      });
      var O = u(b, 2);
      Te(O, 17, () => t(D), De, (Ee, Ie) => {
        var He = fs(), rt = q(He, !0);
        F(() => {
          ae(He, "aria-pressed", t(v) === t(Ie)), E(rt, t(Ie) === "kl" ? "KL to output" : t(Ie));
        }), ve("click", He, () => N(t(Ie))), h(Ee, He);
      });
      var Q = u(fe, 2);
      {
        var ge = (Ee) => {
          var Ie = hd(), He = q(Ie);
          F((rt, $e) => E(He, `Tokens that ${t(T).whole ? "are" : "contain"} “${rt ?? ""}”: ${$e ?? ""}`), [
            () => r().find.trim(),
            () => t(T).hits.length ? `${t(T).hits.length.toLocaleString("en")} hits in ${t(T).layers} of ${t(l)} layers, among the top ${t(d)}. ↓ goes to the most probable.` : `none among the top ${t(d)}, at any layer and position.`
          ]), h(Ee, Ie);
        };
        z(Q, (Ee) => {
          t(T) && Ee(ge);
        });
      }
      var Me = u(Q, 2);
      {
        var x = (Ee) => {
          var Ie = ds(), He = q(Ie, !0);
          F(() => E(He, e.painted.words.error)), h(Ee, Ie);
        };
        z(Me, (Ee) => {
          e.painted.words.error && Ee(x);
        });
      }
      var H = u(Me, 2), P = w(H), te = u(w(P)), re = q(te, !0), _e = u(te), ie = u(P, 2), Se = q(ie, !0), he = u(ie, 2), ye = u(w(he));
      Te(ye, 20, () => [0, 0.01, 0.05, 0.2, 0.5], De, (Ee, Ie) => {
        var He = pd(), rt = q(He), $e = {};
        F(() => {
          E(rt, `${100 * Ie}%`), $e !== ($e = Ie) && (He.value = (He.__value = $e) ?? "");
        }), h(Ee, He);
      }), dt(ye);
      var ue = u(he, 2), ne = w(ue), we = u(ue, 2);
      {
        var Ae = (Ee) => {
          var Ie = gd(), He = w(Ie);
          F(() => ii(He, r().vision)), ve("change", He, (rt) => {
            r().vision = rt.currentTarget.checked, r().lensLayer !== null && (r().lensLayer = Math.max(0, r().lensLayer + (r().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), h(Ee, Ie);
        };
        z(we, (Ee) => {
          e.study.costs.n_vision && Ee(Ae);
        });
      }
      var Pe = u(H, 2);
      {
        let Ee = /* @__PURE__ */ y(() => e.painted.long("words")), Ie = /* @__PURE__ */ y(() => t(U).join(", "));
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
        z(Oe, (Ee) => {
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
          return t(v);
        },
        get folded() {
          return t(S);
        }
      });
      var Ke = u(Ue, 2);
      {
        var ot = (Ee) => {
          var Ie = _d(), He = q(Ie, !0);
          F(() => E(He, r().note)), h(Ee, Ie);
        };
        z(Ke, (Ee) => {
          r().note && Ee(ot);
        });
      }
      F(() => {
        xa(ke, r().find), ce.disabled = !t(T)?.hits.length, B.disabled = !t(T)?.hits.length, ae(j, "aria-pressed", t(v) === "top"), E(re, t(n).about.layers[t(p)]), ae(_e, "max", t(l) - 1), xa(_e, t(p)), ae(_e, "aria-valuetext", t(n).about.layers[t(p)]), ae(ie, "aria-pressed", t(g) !== null), E(Se, t(g) === null ? "play" : "stop");
      }), We("submit", be, (Ee) => {
        Ee.preventDefault(), L(1);
      }), ve("input", ke, (Ee) => _(Ee.currentTarget.value)), ve("click", ce, () => L(-1)), ve("click", B, () => L(1)), ve("click", j, () => N("top")), ve("input", _e, (Ee) => {
        r().lensLayer = Number(Ee.currentTarget.value), r().paint !== "word" && r().paint !== "find" && (r().paint = "top");
      }), ve("click", ie, W), bt(ye, () => r().least, (Ee) => r().least = Ee), Ol(ne, () => t(S), (Ee) => R(S, Ee)), h(ee, G);
    };
    z(K, (ee) => {
      t(n) && ee(se);
    });
  }
  h(a, Z), Ye();
}
ct(["input", "click", "change"]);
var wd = /* @__PURE__ */ k('<p class="fine">This is an image feature that cross-attention reads. It is no position of the stream, so a lens reads nothing there; Attention shows who looks at it.</p>'), kd = /* @__PURE__ */ k('<th scope="col">and then</th>'), xd = /* @__PURE__ */ k("<td><span> </span> <small> </small></td>"), Sd = /* @__PURE__ */ k('<tr><th scope="row"> </th><!></tr>'), Md = /* @__PURE__ */ k('<p class="fine facts"> </p>'), Ad = /* @__PURE__ */ k('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Ed(a, e) {
  Ve(e, !0);
  const r = /* @__PURE__ */ y(() => e.painted.lens.view), n = /* @__PURE__ */ y(() => e.painted.words.view), s = /* @__PURE__ */ y(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ y(() => t(r) ? Array.prototype.indexOf.call(t(r).arrays.positions.data, t(s)) : -1), o = /* @__PURE__ */ y(() => t(r) ? Math.min(e.session.lensLayer ?? 1 / 0, t(r).about.layers.length - 1) : 0), l = /* @__PURE__ */ y(() => {
    if (!t(r) || t(i) < 0) return [];
    const { ids: f, probs: g } = t(r).arrays, [U, D, T] = f.shape;
    return Array.from({ length: U }, (m, N) => ({
      nth: N,
      layer: t(r).about.layers[N],
      top: Array.from({ length: Math.min(3, T) }, (_, L) => {
        const A = (N * D + t(i)) * T + L;
        return {
          text: t(r).about.strings[f.data[A]],
          p: g.data[A],
          id: t(r).arrays.tokens.data[f.data[A]]
        };
      })
    })).filter(({ top: m }) => !Number.isNaN(m[0].p)).reverse();
  }), c = /* @__PURE__ */ y(() => {
    if (!t(r) || t(i) < 0) return "";
    const f = t(r).arrays.ids.shape[1], g = t(o) * f + t(i), U = [];
    t(r).arrays.entropy && U.push(`entropy ${ze(t(r).arrays.entropy.data[g])} nats`), t(r).arrays.kl && U.push(`KL to output ${ze(t(r).arrays.kl.data[g])} nats`);
    const D = t(n) ? t(n).arrays.probs.shape[1] * f : 0;
    return t(n) && t(n).arrays.probs.shape[2] === f && t(n).about.words.forEach((T, m) => {
      const N = t(n).arrays.ranks?.data[m * D + g];
      U.push(`“${T}” ${ht(t(n).arrays.probs.data[m * D + g])}${N ? `, rank ${N > 127 && t(n).about.coded ? "about " : ""}${N.toLocaleString("en")}` : ""}`);
    }), U.length ? `Layer ${t(r).about.layers[t(o)]}: ${U.join("; ")}.` : "";
  });
  var d = It(), p = Ne(d);
  {
    var v = (f) => {
      var g = wd();
      h(f, g);
    }, S = (f) => {
      var g = Ad(), U = Ne(g), D = w(U), T = u(D), m = q(T), N = u(U, 2), _ = w(N), L = w(_), A = q(L), W = u(L), Y = w(W), Z = u(w(Y), 2);
      {
        var $ = (K) => {
          var se = kd();
          F(() => ae(se, "colspan", t(l)[0].top.length - 1)), h(K, se);
        };
        z(Z, (K) => {
          t(l)[0].top.length > 1 && K($);
        });
      }
      var de = u(W);
      Te(de, 21, () => t(l), ({ nth: K, layer: se, top: ee }) => K, (K, se) => {
        let ee = () => t(se).nth, G = () => t(se).layer, fe = () => t(se).top;
        var be = Sd();
        let ke;
        var ce = w(be), B = q(ce, !0), le = u(ce);
        Te(le, 17, fe, De, (M, V) => {
          let j = () => t(V).text, b = () => t(V).p, O = () => t(V).id;
          var Q = xd();
          let ge, Me;
          var x = w(Q), H = q(x, !0), P = u(x, 2), te = q(P, !0);
          F(
            (re, _e) => {
              ge = Rt(Q, 1, "", null, ge, { target: e.session.target?.id === O() }), Me = Be(Q, "", Me, { "--share": `${100 * b()}%` }), E(H, re), E(te, _e);
            },
            [() => Qe(j()), () => ht(b())]
          ), h(M, Q);
        }), F(() => {
          ke = Rt(be, 1, "", null, ke, { here: ee() === t(o) }), E(B, G());
        }), h(K, be);
      });
      var J = u(N, 2);
      {
        var I = (K) => {
          var se = Md(), ee = q(se, !0);
          F(() => E(ee, t(c))), h(K, se);
        };
        z(J, (K) => {
          t(c) && K(I);
        });
      }
      F(
        (K, se, ee) => {
          E(D, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), E(m, `${K ?? ""}, position ${se ?? ""}, by layer`), ae(N, "data-reading", t(s)), E(A, `Most probable tokens at position ${ee ?? ""}, layer by layer`);
        },
        [
          () => Qe(e.study.label(t(s))),
          () => e.study.number(t(s)),
          () => e.study.number(t(s))
        ]
      ), h(f, g);
    };
    z(p, (f) => {
      t(s) < 0 ? f(v) : t(l).length && f(S, 1);
    });
  }
  h(a, d), Ye();
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
  #e = /* @__PURE__ */ y(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, r = this.session.find.trim().toLocaleLowerCase();
      if (!e || !r) return null;
      const n = e.about.strings.map((f) => f.trim().toLocaleLowerCase()), s = n.includes(r), i = Uint8Array.from(n, (f) => Number(s ? f === r : f.includes(r))), { ids: o, probs: l } = e.arrays, [c, d, p] = o.shape, v = new Float32Array(c * d);
      for (let f = 0; f < o.data.length; f++) i[o.data[f]] && (v[Math.floor(f / p)] += l.data[f] || 1e-9);
      const S = Array.from(v.keys()).filter((f) => v[f] > 0).sort((f, g) => v[g] - v[f]);
      return {
        whole: s,
        sum: v,
        hits: S,
        layers: new Set(S.map((f) => Math.floor(f / d))).size
      };
    }
  );
  get found() {
    return t(this.#e);
  }
  set found(e) {
    R(this.#e, e);
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
        const o = Math.min(s, i.about.layers.length - 1), l = Dt(i.arrays.ids, o), c = Dt(i.arrays.probs, o), d = i.arrays.ids.shape[2], p = i.arrays.ids.shape[1], v = new Float32Array(p), S = [];
        for (let f = 0; f < p; f++) {
          const g = i.arrays.positions.data[f];
          v[g] = c[f * d], S[g] = c[f * d] >= e.least ? i.about.strings[l[f * d]] : "";
        }
        return {
          values: v,
          texts: S,
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
  let r = Ce(e, "session", 7), n = Ce(e, "name", 3, "Image"), s = Ce(e, "tall", 3, "58vh"), i = /* @__PURE__ */ X(0), o = /* @__PURE__ */ X(0), l = /* @__PURE__ */ X(!1), c = /* @__PURE__ */ X(1), d = /* @__PURE__ */ X("point"), p = /* @__PURE__ */ X(void 0), v = /* @__PURE__ */ X(0), S = /* @__PURE__ */ X(0), f = /* @__PURE__ */ X([]);
  const g = /* @__PURE__ */ y(() => e.study.images[Math.min(t(i), e.study.images.length - 1)]), U = /* @__PURE__ */ y(() => t(g)?.size ?? [1, 1]), D = /* @__PURE__ */ y(() => e.study.placed.filter((x) => x.kind === "image" && x.image === Math.min(t(i), e.study.images.length - 1))), T = /* @__PURE__ */ y(() => [...new Set(t(D).map((x) => x.frame))].filter((x) => x >= 0)), m = /* @__PURE__ */ y(() => [
    ...new Set(t(D).filter((x) => x.box).map((x) => x.global))
  ]), N = /* @__PURE__ */ y(() => t(D).filter((x) => x.box && (t(T).length ? x.frame === t(T)[Math.min(t(o), t(T).length - 1)] : t(m).length < 2 || x.global === t(l)))), _ = /* @__PURE__ */ y(() => t(g) ? t(g).frames[Math.min(
    t(T).length ? Math.floor(Math.min(t(o), t(T).length - 1) / t(T).length * t(g).frames.length) : 0,
    t(g).frames.length - 1
  )] : null), L = /* @__PURE__ */ y(() => t(g) && t(_) ? t(g).frames.indexOf(t(_)) : 0), A = /* @__PURE__ */ y(() => new Map(t(N).map((x) => [x.position, x]))), W = /* @__PURE__ */ y(() => t(v) ? t(v) / t(U)[0] : 0);
  gt(() => {
    const x = r().place === null ? null : e.study.token(r().place);
    x?.kind === "image" && (R(i, x.image, !0), x.frame >= 0 && R(
      o,
      [
        ...new Set(e.study.placed.filter((H) => H.image === x.image && H.frame >= 0).map((H) => H.frame))
      ].indexOf(x.frame),
      !0
    ), R(l, x.global, !0));
  });
  function Y() {
    if (!t(p) || !t(W)) return;
    const x = devicePixelRatio || 1, H = t(v) * t(U)[1] / t(U)[0];
    (t(p).width !== Math.round(t(v) * x) || t(p).height !== Math.round(H * x)) && (t(p).width = Math.round(t(v) * x), t(p).height = Math.round(H * x));
    const P = t(p).getContext("2d");
    P.setTransform(x * t(W), 0, 0, x * t(W), 0, 0), P.clearRect(0, 0, t(U)[0], t(U)[1]);
    const te = 1 / t(W);
    if (e.painting) {
      const { texts: re, signed: _e, high: ie } = e.painting, [Se, he] = re ? [0.5, 0] : _e ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: ye, box: ue } of t(N)) {
        const ne = Sr(e.painting, ye);
        Number.isNaN(ne) || (P.globalAlpha = Se + he * Math.min(1, Math.abs(ne) / ie), P.fillStyle = Nt(ne / ie, _e), P.fillRect(ue[0], ue[1], ue[2] - ue[0], ue[3] - ue[1]));
      }
      P.globalAlpha = 1, e.painting.texts && t(N).length <= 900 && $(P);
    }
    if (!t(N).some(({ position: re }) => !Number.isNaN(Sr(e.painting, re))) && t(N).length <= 4e3) {
      P.strokeStyle = "rgba(255,255,255,.28)", P.lineWidth = te;
      for (const { box: re } of t(N)) P.strokeRect(re[0], re[1], re[2] - re[0], re[3] - re[1]);
    }
    for (const re of r().selected) Z(P, re, "#14e0c0", 2);
    r().place !== null && Z(P, r().place, "#fff", 3), r().hoverPlace !== null && Z(P, r().hoverPlace, "#ffe14d", 2), t(f).length > 1 && (P.strokeStyle = "#14e0c0", P.lineWidth = 2 * te, P.beginPath(), t(d) === "box" ? P.rect(t(f)[0][0], t(f)[0][1], t(f).at(-1)[0] - t(f)[0][0], t(f).at(-1)[1] - t(f)[0][1]) : t(f).forEach(([re, _e], ie) => ie ? P.lineTo(re, _e) : P.moveTo(re, _e)), P.stroke());
  }
  function Z(x, H, P, te) {
    const re = t(A).get(H)?.box;
    if (re)
      for (const [_e, ie] of [["#000", 2], [P, 0]])
        x.strokeStyle = _e, x.lineWidth = (te + ie) / t(W), x.strokeRect(re[0], re[1], re[2] - re[0], re[3] - re[1]);
  }
  function $(x) {
    x.textAlign = "center", x.textBaseline = "middle", x.fillStyle = "#fff", x.strokeStyle = "#000";
    for (const { position: H, box: P } of t(N)) {
      if (!e.painting.texts[H]) continue;
      const te = Qe(e.painting.texts[H]).slice(0, 12), re = P[2] - P[0], _e = P[3] - P[1], ie = Math.min(_e * 0.34, re * 1.5 / Math.max(2, te.length));
      x.font = `600 ${ie}px system-ui, sans-serif`, x.lineWidth = ie / 6, x.strokeText(te, (P[0] + P[2]) / 2, (P[1] + P[3]) / 2, re), x.fillText(te, (P[0] + P[2]) / 2, (P[1] + P[3]) / 2, re);
    }
  }
  gt(Y);
  function de(x) {
    const H = t(p).getBoundingClientRect();
    return [
      (x.clientX - H.left) / H.width * t(U)[0],
      (x.clientY - H.top) / H.height * t(U)[1]
    ];
  }
  const J = ([x, H]) => t(N).find(({ box: P }) => x >= P[0] && x < P[2] && H >= P[1] && H < P[3]);
  function I(x) {
    const H = de(x);
    if (t(f).length) {
      R(f, [...t(f), H]);
      return;
    }
    const P = J(H);
    r().hoverPlace = P?.position ?? null;
  }
  function K(x) {
    t(d) === "point" || x.button || (t(p).setPointerCapture(x.pointerId), R(f, [de(x)]));
  }
  function se(x) {
    const H = de(x);
    if (t(d) === "point") {
      const te = J(H);
      te && (x.shiftKey || x.ctrlKey || x.metaKey) ? r().toggle([te.position], "flip") : te && r().takePlace(r().place === te.position ? null : te.position);
      return;
    }
    if (!t(f).length) return;
    const P = t(N).filter(({ box: te }) => ee((te[0] + te[2]) / 2, (te[1] + te[3]) / 2, te)).map((te) => te.position);
    r().toggle(P, x.shiftKey ? "add" : "set"), R(f, []);
  }
  function ee(x, H, P) {
    const [te, re] = [t(f)[0], t(f).at(-1)];
    if (t(d) === "box") {
      const [ie, Se] = [Math.min(te[0], re[0]), Math.max(te[0], re[0])], [he, ye] = [Math.min(te[1], re[1]), Math.max(te[1], re[1])];
      return P[2] > ie && P[0] < Se && P[3] > he && P[1] < ye;
    }
    if (t(d) === "brush") return t(f).some(([ie, Se]) => ie >= P[0] && ie < P[2] && Se >= P[1] && Se < P[3]);
    let _e = !1;
    for (let ie = 0, Se = t(f).length - 1; ie < t(f).length; Se = ie++) {
      const [he, ye] = t(f)[ie], [ue, ne] = t(f)[Se];
      ye > H != ne > H && x < (ue - he) * (H - ye) / (ne - ye) + he && (_e = !_e);
    }
    return _e;
  }
  function G(x) {
    const H = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[x.key], P = r().shownPlace === null ? null : t(A).get(r().shownPlace);
    if (H) {
      x.preventDefault();
      const te = P ? fe(P, H) : t(N)[0];
      te && (r().hoverPlace = te.position);
    } else (x.key === "Enter" || x.key === " ") && r().shownPlace !== null ? (x.preventDefault(), x.shiftKey ? r().toggle([r().shownPlace], "flip") : r().takePlace(r().shownPlace)) : (x.key === "r" || x.key === "c") && P && r().toggle(t(N).filter((te) => x.key === "r" ? te.row === P.row : te.column === P.column).map((te) => te.position), "add");
  }
  function fe(x, [H, P]) {
    const te = (he) => [
      (he.box[0] + he.box[2]) / 2,
      (he.box[1] + he.box[3]) / 2
    ], [re, _e] = te(x);
    let ie, Se = 1 / 0;
    for (const he of t(N)) {
      const [ye, ue] = te(he), ne = (ye - re) * H + (ue - _e) * P, we = Math.abs((ye - re) * P) + Math.abs((ue - _e) * H);
      ne > 0.01 && ne + 3 * we < Se && ([ie, Se] = [he, ne + 3 * we]);
    }
    return ie;
  }
  const be = /* @__PURE__ */ y(() => {
    const x = r().shownPlace, H = x === null ? null : e.study.token(x);
    if (!H) return "Point at a token, click to keep it, Esc lets go.";
    const P = Sr(e.painting, x), te = H.box ? `, pixels ${H.box.map((re) => Math.round(re)).join(", ")}` : "";
    return `${x < 0 ? `Image feature ${-1 - x}` : `Token ${e.study.number(x)}`}: ${JSON.stringify(e.study.label(x))}${te}${Number.isNaN(P) ? "" : ` · ${ze(P)}`}`;
  });
  gt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Nn(
        t(U)[0],
        t(U)[1],
        t(N).map((x) => ({
          box: x.box,
          fill: e.painting ? Nt(Sr(e.painting, x.position) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[x.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...t(N).map((x) => [
          x.position,
          x.row,
          x.column,
          ...x.box,
          Number.isNaN(Sr(e.painting, x.position)) ? "" : Sr(e.painting, x.position)
        ])
      ]
    });
  });
  var ke = Hd(), ce = w(ke);
  {
    var B = (x) => {
      var H = Cd(), P = w(H);
      {
        var te = (he) => {
          var ye = Od();
          Te(ye, 21, () => e.study.images, De, (ue, ne, we) => {
            var Ae = vs(), Pe = q(Ae);
            F(() => {
              ae(Ae, "aria-pressed", t(i) === we), E(Pe, `${t(ne).kind === "video" ? "video" : "image"} ${we + 1}`);
            }), ve("click", Ae, () => R(i, we, !0)), h(ue, Ae);
          }), h(he, ye);
        };
        z(P, (he) => {
          e.study.images.length > 1 && he(te);
        });
      }
      var re = u(P, 2);
      {
        var _e = (he) => {
          var ye = Ld(), ue = w(ye), ne = u(ue, 2);
          F(() => {
            ae(ue, "aria-pressed", !t(l)), ae(ne, "aria-pressed", t(l));
          }), ve("click", ue, () => R(l, !1)), ve("click", ne, () => R(l, !0)), h(he, ye);
        };
        z(re, (he) => {
          t(m).length > 1 && he(_e);
        });
      }
      var ie = u(re, 2);
      {
        var Se = (he) => {
          var ye = Rd(), ue = w(ye), ne = u(ue);
          F(
            (we) => {
              E(ue, `frame ${we ?? ""} of ${t(T).length ?? ""} `), ae(ne, "max", t(T).length - 1);
            },
            [() => Math.min(t(o), t(T).length - 1) + 1]
          ), kt(ne, () => t(o), (we) => R(o, we)), h(he, ye);
        };
        z(ie, (he) => {
          t(T).length && he(Se);
        });
      }
      h(x, H);
    };
    z(ce, (x) => {
      (e.study.images.length > 1 || t(T).length || t(m).length > 1) && x(B);
    });
  }
  var le = u(ce, 2);
  {
    var M = (x) => {
      var H = Fd(), P = Ne(H);
      let te;
      var re = w(P);
      let _e;
      var ie = w(re);
      {
        var Se = (Oe) => {
          var qe = Id();
          let Ue, Ke;
          F(
            (ot) => {
              ae(qe, "src", ot), Ue = Rt(qe, 1, "", null, Ue, { dim: e.painting }), Ke = Be(qe, "", Ke, {
                left: `${100 * t(_).area[0] / t(U)[0]}%`,
                top: `${100 * t(_).area[1] / t(U)[1]}%`,
                width: `${100 * (t(_).area[2] - t(_).area[0]) / t(U)[0]}%`,
                height: `${100 * (t(_).area[3] - t(_).area[1]) / t(U)[1]}%`
              });
            },
            [
              () => r().source.pictureUrl(e.study.id, Math.min(t(i), e.study.images.length - 1), t(L))
            ]
          ), We("load", qe, () => qo(S)), h(Oe, qe);
        };
        z(ie, (Oe) => {
          t(_) && Oe(Se);
        });
      }
      var he = u(ie, 2);
      let ye;
      var ue = w(he);
      Hr(ue, (Oe) => R(p, Oe), () => t(p));
      var ne = u(P, 2), we = w(ne);
      Te(we, 20, () => ["point", "box", "brush", "lasso"], De, (Oe, qe) => {
        var Ue = vs(), Ke = q(Ue, !0);
        F(() => {
          ae(Ue, "aria-pressed", t(d) === qe), E(Ke, qe);
        }), ve("click", Ue, () => R(d, qe, !0)), h(Oe, Ue);
      });
      var Ae = u(we, 2), Pe = u(w(Ae));
      F(() => {
        te = Rt(P, 1, "scroller", null, te, { zoomed: t(c) > 1 }), _e = Be(re, "", _e, {
          width: `${100 * t(c)}%`,
          "max-width": t(c) === 1 ? `min(100%, calc(${s()} * ${t(U)[0] / t(U)[1]}))` : "none"
        }), ae(he, "aria-label", `${n() ?? ""}: ${t(N).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), ae(he, "data-stage", n()), ye = Be(he, "", ye, {
          "aspect-ratio": `${t(U)[0] ?? ""} / ${t(U)[1] ?? ""}`
        });
      }), ve("keydown", he, G), ve("pointermove", ue, I), ve("pointerdown", ue, K), ve("pointerup", ue, se), We("pointerleave", ue, () => r().hoverPlace = null), la(re, "clientWidth", (Oe) => R(v, Oe)), kt(Pe, () => t(c), (Oe) => R(c, Oe)), h(x, H);
    }, V = (x) => {
      var H = jd();
      h(x, H);
    };
    z(le, (x) => {
      t(g) && t(N).length ? x(M) : e.study.images.length && x(V, 1);
    });
  }
  var j = u(le, 2);
  {
    var b = (x) => {
      var H = Dd(), P = w(H), te = q(P, !0), re = u(P);
      let _e;
      var ie = u(re), Se = q(ie, !0), he = u(ie), ye = q(he, !0);
      F(
        (ue, ne, we) => {
          E(te, ue), _e = Be(re, "", _e, { background: ne }), E(Se, we), E(ye, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${ze(e.painting.high)}` : "0",
          () => ci(e.painting.signed),
          () => ze(e.painting.high)
        ]
      ), h(x, H);
    };
    z(j, (x) => {
      e.painting && x(b);
    });
  }
  var O = u(j, 2), Q = q(O, !0), ge = u(O, 2);
  {
    var Me = (x) => {
      var H = Ud(), P = w(H), te = u(P);
      F(() => E(P, `${r().selected.size ?? ""} tokens selected `)), ve("click", te, () => r().toggle([])), h(x, H);
    };
    z(ge, (x) => {
      r().selected.size && x(Me);
    });
  }
  F(() => E(Q, t(be))), h(a, ke), Ye();
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
  const s = new _i(r(), () => r().second), i = /* @__PURE__ */ y(() => r().second), o = /* @__PURE__ */ y(() => s.now);
  var l = Yd(), c = w(l), d = u(w(c), 4);
  {
    var p = (m) => {
      var N = Bd(), _ = u(w(N)), L = w(_);
      L.value = L.__value = "";
      var A = u(L);
      Te(A, 17, () => ({ length: r().info.examples }), De, (Y, Z, $) => {
        var de = zd();
        de.textContent = $ + 1;
        var J = {};
        F(
          (I) => {
            J !== (J = I) && (de.value = (de.__value = J) ?? "");
          },
          [() => String($)]
        ), h(Y, de);
      });
      var W;
      dt(_), F(
        (Y) => {
          W !== (W = Y) && (_.value = (_.__value = W) ?? "", Ra(_, W));
        },
        [
          () => r().secondExample === null ? "" : String(r().secondExample)
        ]
      ), ve("change", _, (Y) => {
        Y.currentTarget.value && r().openSecond(Number(Y.currentTarget.value));
      }), h(m, N);
    };
    z(d, (m) => {
      r().info?.examples && m(p);
    });
  }
  var v = u(d, 2), S = u(v, 2);
  Hr(S, (m) => R(n, m), () => t(n));
  var f = u(S, 2);
  {
    var g = (m) => {
      var N = qd();
      ve("click", N, () => {
        r().second = null, r().secondUpload = null, r().secondExample = null;
      }), h(m, N);
    };
    z(f, (m) => {
      t(i) && m(g);
    });
  }
  var U = u(c, 2);
  {
    var D = (m) => {
      var N = Kd(), _ = Ne(N);
      {
        var L = (I) => {
          var K = Wd();
          h(I, K);
        };
        z(_, (I) => {
          t(i).images.length > 1 && I(L);
        });
      }
      var A = u(_, 2), W = u(w(A)), Y = q(W, !0), Z = u(W, 2);
      {
        var $ = (I) => {
          var K = Jd(), se = q(K);
          F(() => E(se, `It has ${t(i).nPrompt ?? ""} tokens and the first ${r().study.nPrompt ?? ""}: patching needs images of one size.`)), h(I, K);
        };
        z(Z, (I) => {
          r().study && t(i).nPrompt !== r().study.nPrompt && I($);
        });
      }
      var de = u(A, 2);
      mi(de, {
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
      var J = u(de, 2);
      Te(J, 16, () => ["lens", "words", "sources", "readers"], (I) => I, (I, K) => {
        {
          let se = /* @__PURE__ */ y(() => s.long(K));
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
      }), F((I) => E(Y, I), [
        () => t(i).answer.filter((I) => !I.ends).map((I) => Qe(I.token.text)).join("")
      ]), h(m, N);
    }, T = (m) => {
      var N = Vd();
      h(m, N);
    };
    z(U, (m) => {
      t(i) ? m(D) : m(T, -1);
    });
  }
  ve("click", v, () => t(n)?.click()), ve("change", S, (m) => {
    const N = m.currentTarget.files?.[0];
    N && r().openSecond(N), m.currentTarget.value = "";
  }), h(a, l), Ye();
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
  var s = Zd(), i = w(s);
  {
    let f = /* @__PURE__ */ y(() => r.view?.about.code ?? "");
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
  var o = u(i, 2), l = w(o);
  {
    var c = (f) => {
      var g = Xd();
      F(() => ae(g, "src", e.stored.picture)), h(f, g);
    };
    z(l, (f) => {
      e.stored.picture && f(c);
    });
  }
  var d = u(l, 2), p = q(d, !0), v = u(o, 2);
  {
    var S = (f) => {
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
        onexport: (g) => R(n, g)
      });
    };
    z(v, (f) => {
      r.view && f(S);
    });
  }
  F(() => {
    ae(s, "aria-label", e.stored.title), E(p, e.stored.text);
  }), h(a, s), Ye();
}
var $d = /* @__PURE__ */ k('<button type="button" class="token run"> </button>'), ef = /* @__PURE__ */ k('<button type="button"> </button>'), tf = /* @__PURE__ */ k('<button type="button" class="link">fold image tokens</button>'), rf = /* @__PURE__ */ k('<p class="fine"> </p>'), af = /* @__PURE__ */ k('<p class="fine"><button type="button" class="small"> </button></p>'), nf = /* @__PURE__ */ k('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!> <!>', 1);
function sf(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7), n = /* @__PURE__ */ X(!1);
  const s = /* @__PURE__ */ y(() => e.study.images.some((_) => !_.boxed)), i = /* @__PURE__ */ y(() => {
    const _ = [], L = e.study.tokens.map((A) => ({
      position: A.position,
      text: A.text,
      image: A.kind === "image"
    }));
    if (!r().tabs.some((A) => A !== "lens")) return _.concat(L.filter((A) => !A.image).map(({ position: A, text: W }) => ({ position: A, text: W, count: 0 })));
    e.study.answer.slice(0, -1).forEach((A, W) => L.push({
      position: e.study.nPrompt + W,
      text: A.token.text,
      image: !1
    }));
    for (const { position: A, text: W, image: Y } of L) {
      const Z = _.at(-1);
      Y && !t(n) && !t(s) && Z && Z.count > 0 && Z.position + Z.count === A ? Z.count++ : _.push({
        position: A,
        text: W,
        count: Y && !t(n) && !t(s) ? 1 : 0
      });
    }
    return _;
  }), o = 0.02, l = (_) => Math.abs(_) >= o ? {
    background: Nt(_, e.painting.signed),
    color: En(_, e.painting.signed)
  } : { background: null, color: null }, c = /* @__PURE__ */ y(() => {
    let _ = 0;
    if (e.painting && !e.painting.texts) for (const L of t(i)) L.count || (_ = Math.max(_, Math.abs(e.painting.values[L.position]) || 0));
    return _ || e.painting?.high || 1;
  }), d = (_) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: L } = e.painting;
    let A = 0;
    for (let W = 0; W < Math.max(1, _.count); W++) A += L[_.position + W] ?? 0;
    return _.position < L.length ? A : NaN;
  };
  var p = nf(), v = Ne(p), S = w(v);
  Te(S, 17, () => t(i), (_) => _.position, (_, L) => {
    const A = /* @__PURE__ */ y(() => d(t(L))), W = /* @__PURE__ */ y(() => Math.max(-1, Math.min(1, t(L).count ? t(A) : t(A) / t(c)))), Y = /* @__PURE__ */ y(() => l(t(W)));
    var Z = It(), $ = Ne(Z);
    {
      var de = (I) => {
        var K = $d();
        let se;
        var ee = q(K);
        F(
          (G) => {
            ae(K, "title", `${t(L).count ?? ""} image tokens${G ?? ""}: show each`), se = Be(K, "", se, {
              background: t(Y).background,
              color: t(Y).color
            }), E(ee, `▦ ${t(L).count ?? ""}`);
          },
          [
            () => Number.isNaN(t(A)) ? "" : `, in all ${ze(t(A))}`
          ]
        ), ve("click", K, () => R(n, !0)), h(I, K);
      }, J = (I) => {
        var K = ef();
        let se, ee;
        var G = q(K, !0);
        F(
          (fe, be, ke, ce) => {
            se = Rt(K, 1, "token", null, se, {
              focus: r().at === t(L).position,
              place: r().shownPlace === t(L).position,
              chosen: fe
            }), ae(K, "title", `token ${be ?? ""}${ke ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), ee = Be(K, "", ee, {
              background: t(Y).background,
              color: t(Y).color
            }), E(G, ce);
          },
          [
            () => r().selected.has(t(L).position),
            () => e.study.number(t(L).position),
            () => Number.isNaN(t(A)) ? "" : `: ${ze(t(A))}`,
            () => Qe(t(L).text)
          ]
        ), We("pointerenter", K, () => r().hoverPlace = t(L).position), We("pointerleave", K, () => r().hoverPlace = null), ve("click", K, (fe) => {
          fe.altKey ? r().focus = t(L).position : fe.shiftKey ? r().toggle([t(L).position], "flip") : r().takePlace(r().place === t(L).position ? null : t(L).position);
        }), h(I, K);
      };
      z($, (I) => {
        t(L).count ? I(de) : I(J, -1);
      });
    }
    h(_, Z);
  });
  var f = u(S, 2);
  {
    var g = (_) => {
      var L = tf();
      ve("click", L, () => R(n, !1)), h(_, L);
    };
    z(f, (_) => {
      t(n) && _(g);
    });
  }
  var U = u(v, 2);
  {
    var D = (_) => {
      var L = rf(), A = q(L);
      F((W, Y) => E(A, `Tokens are painted from ${W ?? ""} to ${Y ?? ""}.`), [
        () => e.painting.signed ? `−${ze(t(c))}` : "0",
        () => ze(t(c))
      ]), h(_, L);
    }, T = /* @__PURE__ */ y(() => e.painting && !e.painting.texts && Math.abs(t(c) / e.painting.high - 1) > 0.05);
    z(U, (_) => {
      t(T) && _(D);
    });
  }
  var m = u(U, 2);
  {
    var N = (_) => {
      var L = af(), A = w(L), W = q(A);
      F((Y) => E(W, `make token ${Y ?? ""} the focus`), [() => e.study.number(r().place)]), ve("click", A, () => {
        r().focus = r().place;
      }), h(_, L);
    };
    z(m, (_) => {
      r().place !== null && r().place >= 0 && r().place !== r().at && _(N);
    });
  }
  h(a, p), Ye();
}
ct(["click"]);
var of = /* @__PURE__ */ k('<button type="button" class="small">save as page</button>'), lf = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), uf = /* @__PURE__ */ k('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), cf = /* @__PURE__ */ k('<h1 class="hidden">Look inside a vision-language model</h1>'), df = /* @__PURE__ */ k("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), ff = /* @__PURE__ */ k("<option>lens: found tokens</option>"), vf = /* @__PURE__ */ k("<option>lens: a word</option><option>lens: most probable</option><!>", 1), hf = /* @__PURE__ */ k("<option> </option>"), pf = /* @__PURE__ */ k("<option>sweep</option>"), gf = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), _f = /* @__PURE__ */ k('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), mf = /* @__PURE__ */ k('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), bf = /* @__PURE__ */ k('<button type="button" role="tab" aria-controls="panel"> </button>'), yf = /* @__PURE__ */ k('<div class="tabs" role="tablist" aria-label="Views"></div>'), wf = /* @__PURE__ */ k("<!> <!>", 1), kf = /* @__PURE__ */ k('<!> <!> <div id="panel"><!> <!> <!> <!> <!></div>', 1), xf = /* @__PURE__ */ k('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Sf = /* @__PURE__ */ k('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Mf(a, e) {
  Ve(e, !0);
  let r = Ce(e, "session", 7);
  const n = new _i(r(), () => r().study), s = /* @__PURE__ */ y(() => r().study), i = /* @__PURE__ */ y(() => n.now);
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
  function d(ce) {
    ce.key === "Escape" && r().release();
  }
  function p(ce) {
    const B = { ArrowLeft: -1, ArrowRight: 1 }[ce.key];
    if (!B) return;
    ce.preventDefault();
    const le = r().shownTabs, M = le[(le.indexOf(t(S)) + B + le.length) % le.length];
    r().tab = M, document.getElementById(`tab-${M}`)?.focus();
  }
  async function v() {
    t(s) && await r().during((async () => {
      const ce = t(s).answer.filter((le) => !le.ends).map((le) => le.token.text).join("").trim(), B = await ou(t(s), (le, M) => r().source.pictureUrl(t(s).id, le, M), r().asked?.question ?? "", `${t(s).model}${r().clean ? ", changed" : ""}: ${ce}`, r().tabs.filter((le) => le !== "causes"));
      pa("study.html", B, "text/html");
    })());
  }
  const S = /* @__PURE__ */ y(() => r().shownTabs.includes(r().tab) ? r().tab : r().shownTabs[0]), f = /* @__PURE__ */ y(() => r().paint === "sources" ? n.sources.view?.about.code : r().paint === "feature" ? n.feature.view?.about.code : r().paint === "readers" ? n.readers.view?.about.code : r().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(r().paint) ? n.lens.view?.about.code : r().paint === "attention" ? n.heads.view?.about.code : t(s)?.code), g = /* @__PURE__ */ y(() => n.sources.error || n.readers.error);
  var U = Sf();
  We("keydown", ya, d);
  var D = Ne(U), T = u(D, 2), m = u(w(T), 4), N = q(m, !0), _ = u(m, 2);
  {
    var L = (ce) => {
      var B = of();
      ve("click", B, v), h(ce, B);
    };
    z(_, (ce) => {
      t(s) && !t(s).answering && r().source.kind === "server" && ce(L);
    });
  }
  var A = u(_, 2);
  {
    var W = (ce) => {
      var B = lf(), le = q(B);
      F(() => E(le, `theme: ${(t(l) || "auto") ?? ""}`)), ve("click", B, () => R(
        l,
        t(l) === "dark" ? "light" : t(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), h(ce, B);
    };
    z(A, (ce) => {
      r().source.kind !== "kernel" && ce(W);
    });
  }
  var Y = u(T, 2);
  {
    var Z = (ce) => {
      var B = uf(), le = w(B), M = u(le);
      F(() => E(le, `${r().message ?? ""} `)), ve("click", M, () => r().message = ""), h(ce, B);
    };
    z(Y, (ce) => {
      r().message && ce(Z);
    });
  }
  var $ = u(Y, 2), de = w($), J = w(de);
  {
    var I = (ce) => {
      var B = cf();
      h(ce, B);
    };
    z(J, (ce) => {
      r().title || ce(I);
    });
  }
  var K = u(J, 2);
  au(K, {
    get session() {
      return r();
    }
  });
  var se = u(K, 2);
  {
    var ee = (ce) => {
      var B = _f(), le = w(B);
      {
        let ne = /* @__PURE__ */ y(() => t(f) ?? "");
        Jt(le, {
          title: "Image",
          get code() {
            return t(ne);
          },
          get exporter() {
            return t(o);
          }
        });
      }
      var M = u(le, 2), V = w(M);
      V.value = V.__value = "none";
      var j = u(V);
      {
        var b = (ne) => {
          var we = df(), Ae = Ne(we);
          Ae.value = Ae.__value = "attention";
          var Pe = u(Ae);
          Pe.value = Pe.__value = "sources";
          var Oe = u(Pe);
          Oe.value = Oe.__value = "readers", h(ne, we);
        }, O = /* @__PURE__ */ y(() => r().tabs.includes("attention"));
        z(j, (ne) => {
          t(O) && ne(b);
        });
      }
      var Q = u(j);
      {
        var ge = (ne) => {
          var we = vf(), Ae = Ne(we);
          Ae.value = Ae.__value = "word";
          var Pe = u(Ae);
          Pe.value = Pe.__value = "top";
          var Oe = u(Pe);
          {
            var qe = (Ke) => {
              var ot = ff();
              ot.value = ot.__value = "find", h(Ke, ot);
            }, Ue = /* @__PURE__ */ y(() => r().find.trim());
            z(Oe, (Ke) => {
              t(Ue) && Ke(qe);
            });
          }
          h(ne, we);
        }, Me = /* @__PURE__ */ y(() => r().tabs.includes("lens"));
        z(Q, (ne) => {
          t(Me) && ne(ge);
        });
      }
      var x = u(Q);
      {
        var H = (ne) => {
          var we = hf(), Ae = q(we);
          we.value = we.__value = "feature", F(() => E(Ae, `feature ${r().feature ?? ""}`)), h(ne, we);
        };
        z(x, (ne) => {
          r().feature !== null && ne(H);
        });
      }
      var P = u(x);
      {
        var te = (ne) => {
          var we = pf();
          we.value = we.__value = "sweep", h(ne, we);
        };
        z(P, (ne) => {
          r().sweep && ne(te);
        });
      }
      dt(M);
      var re = u(M, 2);
      mi(re, {
        get session() {
          return r();
        },
        get study() {
          return t(s);
        },
        get painting() {
          return t(i);
        },
        onexport: (ne) => R(o, ne)
      });
      var _e = u(re, 2);
      {
        var ie = (ne) => {
          var we = gf(), Ae = q(we, !0);
          F(() => E(Ae, t(g))), h(ne, we);
        };
        z(_e, (ne) => {
          t(g) && ne(ie);
        });
      }
      var Se = u(_e, 2);
      {
        let ne = /* @__PURE__ */ y(() => n.long("sources"));
        _r(Se, {
          get session() {
            return r();
          },
          get long() {
            return t(ne);
          },
          what: "What every head adds from each token"
        });
      }
      var he = u(Se, 2);
      {
        let ne = /* @__PURE__ */ y(() => n.long("readers"));
        _r(he, {
          get session() {
            return r();
          },
          get long() {
            return t(ne);
          },
          what: "Who looks at the token"
        });
      }
      var ye = u(he, 2);
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
      var ue = u(ye, 2);
      Ed(ue, {
        get session() {
          return r();
        },
        get study() {
          return t(s);
        },
        get painted() {
          return n;
        }
      }), bt(M, () => r().paint, (ne) => r().paint = ne), h(ce, B);
    };
    z(se, (ce) => {
      t(s) && ce(ee);
    });
  }
  var G = u(de, 2), fe = w(G);
  {
    var be = (ce) => {
      var B = kf(), le = Ne(B);
      {
        var M = (ie) => {
          var Se = mf(), he = u(w(Se));
          ve("click", he, () => {
            r().study = r().clean, r().clean = null;
          }), h(ie, Se);
        };
        z(le, (ie) => {
          r().clean && ie(M);
        });
      }
      var V = u(le, 2);
      {
        var j = (ie) => {
          var Se = yf();
          Te(Se, 21, () => r().shownTabs, De, (he, ye) => {
            var ue = bf(), ne = q(ue, !0);
            F(() => {
              ae(ue, "id", `tab-${t(ye) ?? ""}`), ae(ue, "aria-selected", t(S) === t(ye)), ae(ue, "tabindex", t(S) === t(ye) ? 0 : -1), E(ne, c[t(ye)]);
            }), ve("keydown", ue, p), ve("click", ue, () => {
              r().tab = t(ye), t(ye) === "lens" && (r().paint === "none" || r().paint === "attention") && (r().paint = "top");
            }), h(he, ue);
          }), h(ie, Se);
        };
        z(V, (ie) => {
          r().shownTabs.length > 1 && ie(j);
        });
      }
      var b = u(V, 2), O = w(b);
      {
        var Q = (ie) => {
          Yu(ie, {
            get session() {
              return r();
            },
            get study() {
              return t(s);
            }
          });
        };
        z(O, (ie) => {
          t(S) === "attribution" && ie(Q);
        });
      }
      var ge = u(O, 2);
      {
        var Me = (ie) => {
          Iu(ie, {
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
        z(ge, (ie) => {
          t(S) === "attention" && ie(Me);
        });
      }
      var x = u(ge, 2);
      {
        var H = (ie) => {
          yd(ie, {
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
        z(x, (ie) => {
          t(S) === "lens" && ie(H);
        });
      }
      var P = u(x, 2);
      {
        var te = (ie) => {
          td(ie, {
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
        z(P, (ie) => {
          t(S) === "features" && ie(te);
        });
      }
      var re = u(P, 2);
      {
        var _e = (ie) => {
          var Se = It(), he = Ne(Se);
          {
            var ye = (ne) => {
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
              }), h(ne, we);
            }, ue = (ne) => {
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
              }), h(ne, we);
            };
            z(he, (ne) => {
              r().sweeps.length ? ne(ye) : ne(ue, -1);
            });
          }
          h(ie, Se);
        };
        z(re, (ie) => {
          t(S) === "causes" && ie(_e);
        });
      }
      F(() => {
        ae(b, "role", r().shownTabs.length > 1 ? "tabpanel" : null), ae(b, "aria-labelledby", r().shownTabs.length > 1 ? `tab-${t(S)}` : null);
      }), h(ce, B);
    }, ke = (ce) => {
      var B = xf();
      h(ce, B);
    };
    z(fe, (ce) => {
      t(s) ? ce(be) : r().source.kind === "server" && ce(ke, 1);
    });
  }
  F(() => E(N, r().busy ? "working…" : "")), ve("click", D, (ce) => {
    ce.preventDefault(), document.getElementById("views")?.focus();
  }), h(a, U), Ye();
}
ct(["click", "keydown"]);
var Af = /* @__PURE__ */ k('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Ef = /* @__PURE__ */ k('<p class="fine">No feature has this number or word.</p>'), Nf = /* @__PURE__ */ k('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <!></section></div>'), Tf = /* @__PURE__ */ k('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Pf(a, e) {
  Ve(e, !0);
  const r = 46, n = 6;
  let s = /* @__PURE__ */ X("density"), i = /* @__PURE__ */ X(""), o = /* @__PURE__ */ X(0), l = /* @__PURE__ */ X(600), c = /* @__PURE__ */ X(-1), d = /* @__PURE__ */ X(null);
  const p = /* @__PURE__ */ y(() => {
    const M = t(i).trim().toLowerCase();
    return e.data.features.filter((j) => !M || String(j.feature) === M || j.up.some(([b]) => b.toLowerCase().includes(M))).toSorted((j, b) => t(s) === "feature" ? j.feature - b.feature : b[t(s)] - j[t(s)]);
  }), v = /* @__PURE__ */ y(() => Math.max(0, Math.floor(t(o) / r) - n)), S = /* @__PURE__ */ y(() => t(p).slice(t(v), t(v) + Math.ceil(t(l) / r) + 2 * n)), f = /* @__PURE__ */ y(() => t(p).find((M) => M.feature === t(c)) ?? t(p)[0]), g = (M) => M.up.slice(0, 4).map(([V]) => Qe(V)).join("  ");
  async function U(M) {
    const V = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[M.key];
    if (V === void 0 || !t(p).length) return;
    M.preventDefault();
    const j = Math.min(t(p).length - 1, Math.max(0, t(p).indexOf(t(f)) + V));
    R(c, t(p)[j].feature, !0), t(d) && (j * r < t(d).scrollTop || (j + 1) * r > t(d).scrollTop + t(l)) && (t(d).scrollTop = j * r - t(l) / 2), await ei();
  }
  var D = Tf(), T = Ne(D), m = w(T), N = w(m), _ = q(N, !0), L = u(N, 2), A = q(L), W = u(T, 2), Y = w(W), Z = w(Y), $ = w(Z), de = u(w($)), J = u($, 2), I = u(w(J)), K = w(I);
  K.value = K.__value = "density";
  var se = u(K);
  se.value = se.__value = "max";
  var ee = u(se);
  ee.value = ee.__value = "feature", dt(I);
  var G = u(Z, 2), fe = w(G);
  let be;
  Te(fe, 23, () => t(S), (M) => M.feature, (M, V, j) => {
    var b = Af();
    let O;
    var Q = w(b), ge = q(Q, !0), Me = u(Q), x = q(Me), H = u(Me), P = q(H, !0);
    F(
      (te, re, _e) => {
        ae(b, "id", `feature-${t(V).feature ?? ""}`), ae(b, "aria-selected", t(V) === t(f)), ae(b, "aria-setsize", t(p).length), ae(b, "aria-posinset", t(v) + t(j) + 1), O = Be(b, "", O, {
          top: `${(t(v) + t(j)) * r}px`,
          height: "46px"
        }), E(ge, t(V).feature), E(x, `${te ?? ""} of tokens, up to ${re ?? ""}`), E(P, _e);
      },
      [
        () => ht(t(V).density),
        () => ze(t(V).max),
        () => g(t(V))
      ]
    ), ve("click", b, () => R(c, t(V).feature, !0)), h(M, b);
  }), Hr(G, (M) => R(d, M), () => t(d));
  var ke = u(G, 2);
  {
    var ce = (M) => {
      var V = Ef();
      h(M, V);
    };
    z(ke, (M) => {
      t(p).length || M(ce);
    });
  }
  var B = u(Y, 2);
  {
    var le = (M) => {
      var V = Nf(), j = w(V), b = w(j), O = q(b), Q = u(b, 2), ge = q(Q), Me = u(Q, 2);
      gi(Me, {
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
      }), F(
        (x, H) => {
          ae(j, "aria-label", `Feature ${t(f).feature ?? ""}`), E(O, `Feature ${t(f).feature ?? ""}`), E(ge, `active at ${x ?? ""} of tokens, up to ${H ?? ""}`);
        },
        [
          () => ht(t(f).density),
          () => ze(t(f).max)
        ]
      ), h(M, V);
    };
    z(B, (M) => {
      t(f) && M(le);
    });
  }
  F(
    (M, V, j, b) => {
      E(_, e.data.title), E(A, `${M ?? ""} of ${V ?? ""} features, over ${j ?? ""} tokens of ${b ?? ""} examples`), ae(G, "aria-label", `Features, ${t(p).length ?? ""}`), ae(G, "aria-activedescendant", t(f) ? `feature-${t(f).feature}` : void 0), be = Be(fe, "", be, {
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
  ), kt(de, () => t(i), (M) => R(i, M)), bt(I, () => t(s), (M) => R(s, M)), We("scroll", G, () => R(o, t(d).scrollTop, !0)), ve("keydown", G, U), la(G, "clientHeight", (M) => R(l, M)), h(a, D), Ye();
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

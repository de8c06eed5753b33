var Ca = Array.isArray, Wi = Array.prototype.indexOf, aa = Array.prototype.includes, Ia = Array.from, gs = Object.defineProperty, Tr = Object.getOwnPropertyDescriptor, _s = Object.getOwnPropertyDescriptors, Ji = Object.prototype, Ki = Array.prototype, hn = Object.getPrototypeOf, zn = Object.isExtensible;
const rr = () => {
};
function Vi(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function ms() {
  var a, e, r = new Promise((n, s) => {
    a = n, e = s;
  });
  return { promise: r, resolve: a, reject: e };
}
function nr(a, e) {
  if (Array.isArray(a))
    return a;
  if (e === void 0 || !(Symbol.iterator in a))
    return Array.from(a);
  const r = [];
  for (const n of a)
    if (r.push(n), r.length === e) break;
  return r;
}
const ut = 2, Ir = 4, Fa = 8, bs = 1 << 24, Et = 16, Rt = 32, sr = 64, Qa = 128, pn = 256, Pt = 512, rt = 1024, Ve = 2048, xt = 4096, ft = 8192, it = 16384, zr = 32768, na = 1 << 25, gr = 65536, wa = 1 << 17, Yi = 1 << 18, Br = 1 << 19, Gi = 1 << 20, Bt = 1 << 25, ka = 1 << 21, Or = 1 << 22, ar = 1 << 23, Gt = /* @__PURE__ */ Symbol("$state"), ys = /* @__PURE__ */ Symbol("component"), Xi = /* @__PURE__ */ Symbol("legacy props"), Zi = /* @__PURE__ */ Symbol(""), ws = /* @__PURE__ */ Symbol("attributes"), $a = /* @__PURE__ */ Symbol("class"), en = /* @__PURE__ */ Symbol("style"), tn = /* @__PURE__ */ Symbol("text"), ga = /* @__PURE__ */ Symbol("form reset"), la = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Qi = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), $i = 1, eo = 2, ks = 4, to = 8, ro = 16, ao = 1, no = 4, so = 8, io = 16, xs = 1, oo = 2, Ss = {}, tt = /* @__PURE__ */ Symbol("uninitialized"), lo = "http://www.w3.org/1999/xhtml";
function uo() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function co() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function fo() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function Ms(a) {
  return a === this.v;
}
function As(a, e) {
  return a != a ? e == e : a !== e || a !== null && typeof a == "object" || typeof a == "function";
}
function Ns(a) {
  return !As(a, this.v);
}
function vo() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function ho(a, e, r) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function po(a) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function go() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function _o(a) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function mo() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function bo(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function yo() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function wo() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function ko() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function xo() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let vt = null;
function Fr(a) {
  vt = a;
}
function Ye(a, e = !1, r) {
  vt = {
    p: vt,
    i: !1,
    c: null,
    e: null,
    s: a,
    x: null,
    r: (
      /** @type {Effect} */
      ze
    ),
    l: null
  };
}
function Ge(a) {
  var e = (
    /** @type {ComponentContext} */
    vt
  ), r = e.e;
  if (r !== null) {
    e.e = null;
    for (var n of r)
      Js(n);
  }
  return e.i = !0, vt = e.p, gn(a);
}
function gn(a = {}) {
  return gs(a, ys, { value: !0 }), a;
}
function Es() {
  return !0;
}
let dr = [];
function Ts() {
  var a = dr;
  dr = [], Vi(a);
}
function Yt(a) {
  if (dr.length === 0 && !ea) {
    var e = dr;
    queueMicrotask(() => {
      e === dr && Ts();
    });
  }
  dr.push(a);
}
function So() {
  for (; dr.length > 0; )
    Ts();
}
const Mo = -7169;
function $e(a, e) {
  a.f = a.f & Mo | e;
}
function _n(a) {
  (a.f & Pt) !== 0 || a.deps === null ? $e(a, rt) : $e(a, xt);
}
function Os(a, e) {
  (a.f & Ve) !== 0 ? e.set(a, Ve) : (a.f & xt) !== 0 && e.get(a) !== Ve && e.set(a, xt), $e(a, rt);
}
let Bn = !1;
function Ao() {
  Bn || (Bn = !0, document.addEventListener(
    "reset",
    (a) => {
      Promise.resolve().then(() => {
        if (!a.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            a.target.elements
          )
            e[ga]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function qr(a) {
  var e = Fe, r = ze;
  At(null), Jt(null);
  try {
    return a();
  } finally {
    At(e), Jt(r);
  }
}
function mn(a, e, r, n = r) {
  a.addEventListener(e, () => qr(r));
  const s = (
    /** @type {any} */
    a[ga]
  );
  s ? a[ga] = () => {
    s(), n(!0);
  } : a[ga] = () => n(!0), Ao();
}
function No(a, e, r, n) {
  const s = sa;
  var i = a.filter((d) => !d.settled), o = e.map(s);
  if (r.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    ze
  ), c = Eo(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function h(d) {
    if ((l.f & it) === 0) {
      c();
      try {
        n([...o, ...d]);
      } catch (m) {
        zt(m, l);
      }
      xa();
    }
  }
  var _ = Ps();
  if (r.length === 0) {
    f.then(() => h([])).finally(_);
    return;
  }
  function T() {
    Promise.all(r.map((d) => /* @__PURE__ */ To(d))).then(h).catch((d) => zt(d, l)).finally(_);
  }
  f ? f.then(() => {
    if ((l.f & it) !== 0) {
      _();
      return;
    }
    c(), T(), xa();
  }) : T();
}
function Eo() {
  var a = (
    /** @type {Effect} */
    ze
  ), e = Fe, r = vt, n = (
    /** @type {Batch} */
    Ce
  );
  return function(i = !0) {
    Jt(a), At(e), Fr(r), i && (a.f & it) === 0 && (n?.activate(), n?.apply());
  };
}
function xa(a = !0) {
  Jt(null), At(null), Fr(null), a && Ce?.deactivate();
}
function Ps() {
  var a = (
    /** @type {Effect} */
    ze
  ), e = a.b, r = (
    /** @type {Batch} */
    Ce
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, r), r.increment(n, a), () => {
    e?.update_pending_count(-1, r), r.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function sa(a) {
  var e = ut | Ve;
  return ze !== null && (ze.f |= Br), {
    ctx: vt,
    deps: null,
    effects: null,
    equals: Ms,
    f: e,
    fn: a,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      tt
    ),
    wv: 0,
    parent: ze,
    ac: null
  };
}
const Zr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function To(a, e, r) {
  let n = (
    /** @type {Effect | null} */
    ze
  );
  n === null && vo();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = _r(
    /** @type {V} */
    tt
  ), o = !Fe, l = /* @__PURE__ */ new Set();
  return Jo(() => {
    var c = (
      /** @type {Effect} */
      ze
    ), f = ms();
    s = f.promise;
    try {
      Promise.resolve(a()).then(f.resolve, (d) => {
        d !== la && f.reject(d);
      }).finally(xa);
    } catch (d) {
      f.reject(d), xa();
    }
    var h = (
      /** @type {Batch} */
      Ce
    );
    if (o) {
      if ((c.f & zr) !== 0)
        var _ = Ps();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        h.async_deriveds.get(c)?.reject(Zr);
      else
        for (const d of l.values())
          d.reject(Zr);
      l.add(f), h.async_deriveds.set(c, f);
    }
    const T = (d, m = void 0) => {
      _?.(), l.delete(f), m !== Zr && (h.activate(), m ? (i.f |= ar, jr(i, m)) : ((i.f & ar) !== 0 && (i.f ^= ar), jr(i, d)), h.deactivate());
    };
    f.promise.then(T, (d) => T(null, d || "unknown"));
  }), xn(() => {
    for (const c of l)
      c.reject(Zr);
  }), new Promise((c) => {
    function f(h) {
      function _() {
        h === s ? c(i) : f(s);
      }
      h.then(_, _);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function y(a) {
  const e = /* @__PURE__ */ sa(a);
  return Xs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Ls(a) {
  const e = /* @__PURE__ */ sa(a);
  return e.equals = Ns, e;
}
function Oo(a) {
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
function bn(a) {
  var e, r = ze, n = a.parent;
  if (!Zt && n !== null && a.v !== tt && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (it | ft)) !== 0)
    return uo(), a.v;
  Jt(n);
  try {
    Oo(a), e = ei(a);
  } finally {
    Jt(r);
  }
  return e;
}
function Rs(a) {
  var e = bn(a);
  if (!a.equals(e) && (a.wv = Qs(), (!Ce?.is_fork || a.deps === null) && (Ce !== null ? (Ce.capture(a, e, !0), Pr?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    $e(a, rt);
    return;
  }
  Zt || (Tt !== null ? (kn() || Ce?.is_fork) && Tt.set(a, e) : _n(a));
}
function Po(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && qr(() => {
        e.ac.abort(la), e.ac = null;
      }), e.fn !== null && (e.teardown = rr), ia(e, 0), Sn(e));
}
function Cs(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Dr(e);
}
let za = null, Mr = null, Ce = null, Pr = null, Tt = null, rn = null, ea = !1, Ba = !1, ta = null, _a = null;
var qn = 0;
let Lo = 1;
class ir {
  id = Lo++;
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
    Mr === null ? za = Mr = this : (Mr.next = this, this.prev = Mr), Mr = this;
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
        $e(s, Ve), r(s);
      for (s of n.m)
        $e(s, xt), r(s);
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
      if (!((i.f & it) !== 0 || (i.f & (Ve | xt)) === 0)) {
        for (var r = i, n = !1; r.parent !== null; ) {
          r = r.parent;
          var s = r.f;
          if ((s & (sr | Rt)) !== 0) {
            if ((s & rt) === 0) {
              n = !0;
              break;
            }
            r.f ^= rt;
          }
        }
        n || e.push(r);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, c] of this.#i)
      $e(l, c), this.schedule(l);
    this.apply();
    for (var e = ta = [], r = [], n = _a = []; this.#s.length > 0; ) {
      qn++ > 1e3 && (this.#f(), Co());
      for (const l of this.#c())
        try {
          this.#b(l, e, r);
        } catch (c) {
          throw js(l), this.#h() || this.discard(), c;
        }
    }
    if (Ce = null, n.length > 0) {
      var s = ir.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (ta = null, _a = null, this.#h()) {
      this.#g(r), this.#g(e);
      for (const [l, c] of this.#l)
        Fs(l, c);
      n.length > 0 && /** @type {unknown} */
      Ce.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(r), this.#g(e), i.#d(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Pr = this, Wn(r), Wn(e), Pr = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Ce
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#f(), o !== null && (qt.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, r, n) {
    e.f ^= rt;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Rt | sr)) !== 0, l = o && (i & rt) !== 0, c = l || (i & ft) !== 0 || this.#l.has(s);
      if (!c && s.fn !== null) {
        o ? s.f ^= rt : (i & Ir) !== 0 ? r.push(s) : fa(s) && ((i & Et) !== 0 && this.add_dirty_reaction(s, xt), Dr(s));
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
      if (s !== null && !((n.f & ut) !== 0 && (n.f & (Ve | xt)) === 0))
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
            i & (Or | Et) && !this.async_deriveds.has(o) && (this.#i.delete(o), $e(o, Ve), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      r(n);
    this.oncommit(() => e.discard()), e.#f(), Ce = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var r = 0; r < e.length; r += 1)
      Os(e[r], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, r, n = !1) {
    e.v !== tt && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & ar) === 0 && (this.current.set(e, [r, n]), Tt?.set(e, r)), this.is_fork || (e.v = r);
  }
  activate() {
    Ce = this;
  }
  deactivate() {
    Ce = null, Tt = null;
  }
  flush() {
    try {
      Ba = !0, Ce = this, this.#p();
    } finally {
      qn = 0, rn = null, ta = null, _a = null, Ba = !1, Ce = null, Tt = null, qt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Zr);
    this.#f(), this.#n?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let _ = za; _ !== null; _ = _.next) {
      var e = _.id < this.id, r = [];
      for (const [T, [d, m]] of this.current) {
        if (_.current.has(T)) {
          var n = (
            /** @type {[any, boolean]} */
            _.current.get(T)[0]
          );
          if (e && d !== n)
            _.current.set(T, [d, m]);
          else
            continue;
        }
        r.push(T);
      }
      if (e)
        for (const [T, d] of this.async_deriveds) {
          const m = _.async_deriveds.get(T);
          m && d.promise.then(m.resolve).catch(m.reject);
        }
      var s = [..._.current.keys()].filter(
        (T) => !/** @type {[any, boolean]} */
        _.current.get(T)[1]
      );
      if (!(!_.started || s.length === 0)) {
        var i = s.filter((T) => !this.current.has(T));
        if (i.length === 0)
          e && _.discard();
        else if (r.length > 0) {
          if (e)
            for (const T of this.#v)
              _.unskip_effect(T, (d) => {
                (d.f & (Et | Or)) !== 0 ? _.schedule(d) : _.#g([d]);
              });
          _.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of r)
            Is(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [..._.current].filter(([T, d]) => {
            const m = this.current.get(T);
            return m ? m[0] !== d[0] || m[1] !== d[1] : !0;
          }).map(([T]) => T);
          if (f.length > 0)
            for (const T of this.#o)
              (T.f & (it | ft | wa)) === 0 && yn(T, f, l) && ((T.f & (Or | Et)) !== 0 ? ($e(T, Ve), _.schedule(T)) : _.add_dirty_reaction(T, Ve));
          if (_.#s.length > 0 && !_.#u) {
            _.apply();
            for (var h of _.#c())
              _.#b(h, [], []);
          }
          _.deactivate();
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
    this.#u || (this.#u = !0, Yt(() => {
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
    (r === Ve || this.#i.get(e) !== Ve) && this.#i.set(e, r);
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
    return (this.#n ??= ms()).promise;
  }
  static ensure() {
    if (Ce === null) {
      const e = Ce = new ir();
      !Ba && !ea && Yt(() => {
        e.started || e.flush();
      });
    }
    return Ce;
  }
  apply() {
    {
      Tt = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (rn = e, e.b?.is_pending && (e.f & (Ir | Fa | bs)) !== 0 && (e.f & zr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #f() {
    if (this.linked) {
      var e = this.prev, r = this.next;
      e === null ? za = r : e.next = r, r === null ? Mr = e : r.prev = e, this.linked = !1;
    }
  }
}
function Ro(a) {
  var e = ea, r = Pr;
  Pr = null, ea = !0;
  try {
    for (var n; ; ) {
      if (So(), Ce === null)
        return (
          /** @type {T} */
          n
        );
      Ce.flush();
    }
  } finally {
    ea = e, Pr = r;
  }
}
function Co() {
  try {
    mo();
  } catch (a) {
    zt(a, rn);
  }
}
let Vt = null;
function Wn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var r = 0; r < e; ) {
      var n = a[r++];
      if ((n.f & (it | ft)) === 0 && fa(n) && (Vt = /* @__PURE__ */ new Set(), Dr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Vs(n), Vt?.size > 0)) {
        qt.clear();
        for (const s of Vt) {
          if ((s.f & (it | ft)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Vt.has(o) && (Vt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (it | ft)) === 0 && Dr(c);
          }
        }
        Vt.clear();
      }
    }
    Vt = null;
  }
}
function Is(a, e, r, n) {
  if (!r.has(a) && (r.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & ut) !== 0 ? Is(
        /** @type {Derived} */
        s,
        e,
        r,
        n
      ) : (i & (Or | Et)) !== 0 && (i & Ve) === 0 && yn(s, e, n) && ($e(s, Ve), wn(
        /** @type {Effect} */
        s
      ));
    }
}
function yn(a, e, r) {
  const n = r.get(a);
  if (n !== void 0) return n;
  if (a.deps !== null)
    for (const s of a.deps) {
      if (aa.call(e, s))
        return !0;
      if ((s.f & ut) !== 0 && yn(
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
function wn(a) {
  Ce.schedule(a);
}
function Fs(a, e) {
  if (!((a.f & Rt) !== 0 && (a.f & rt) !== 0)) {
    (a.f & Ve) !== 0 ? e.d.push(a) : (a.f & xt) !== 0 && e.m.push(a), $e(a, rt);
    for (var r = a.first; r !== null; )
      Fs(r, e), r = r.next;
  }
}
function js(a) {
  $e(a, rt);
  for (var e = a.first; e !== null; )
    js(e), e = e.next;
}
let Sa = /* @__PURE__ */ new Set();
const qt = /* @__PURE__ */ new Map();
let Ds = !1;
function _r(a, e) {
  var r = {
    f: 0,
    v: a,
    reactions: null,
    equals: Ms,
    rv: 0,
    wv: 0
  };
  return r;
}
// @__NO_SIDE_EFFECTS__
function K(a, e) {
  const r = _r(a);
  return Xs(r), r;
}
// @__NO_SIDE_EFFECTS__
function Io(a, e = !1, r = !0) {
  const n = _r(a);
  return e || (n.equals = Ns), n;
}
function j(a, e, r = !1) {
  Fe !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Ot || (Fe.f & wa) !== 0) && Es() && (Fe.f & (ut | Et | Or | wa)) !== 0 && (Wt === null || !Wt.has(a)) && ko();
  let n = r ? fr(e) : e;
  return jr(a, n, _a);
}
var cr = null, an = 0;
function jr(a, e, r = null) {
  if (!a.equals(e)) {
    Zt ? qt.set(a, e) : qt.has(a) || qt.set(a, a.v);
    var n = ir.ensure();
    if (n.capture(a, e), (a.f & ut) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & Ve) !== 0 && bn(s), Tt === null && _n(s);
    }
    a.wv = Qs(), cr = null, an = 0, Us(a, Ve, r), cr = null, ze !== null && (ze.f & rt) !== 0 && (ze.f & (Rt | sr)) === 0 && (St === null ? Yo([a]) : St.push(a)), !n.is_fork && Sa.size > 0 && !Ds && Fo();
  }
  return e;
}
function Fo() {
  Ds = !1;
  for (const a of Sa) {
    (a.f & rt) !== 0 && $e(a, xt);
    let e;
    try {
      e = fa(a);
    } catch {
      e = !0;
    }
    e && Dr(a);
  }
  Sa.clear();
}
function jo(a, e = 1) {
  var r = t(a), n = e === 1 ? r++ : r--;
  return j(a, r), n;
}
function ra(a) {
  j(a, a.v + 1);
}
function Us(a, e, r) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (an += s, an > 1e5 && cr === null && (cr = /* @__PURE__ */ new Set()), cr !== null) {
      if (cr.has(a)) return;
      cr.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, c = (l & Ve) === 0;
      if (c && $e(o, e), (l & wa) !== 0)
        Sa.add(
          /** @type {Effect} */
          o
        );
      else if ((l & ut) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Tt?.delete(f), Us(f, xt, r);
      } else if (c) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & Et) !== 0 && Vt !== null && Vt.add(h), r !== null ? r.push(h) : wn(h);
      }
    }
  }
}
function fr(a) {
  if (typeof a != "object" || a === null || Gt in a || ys in a)
    return a;
  const e = hn(a);
  if (e !== Ji && e !== Ki)
    return a;
  var r = /* @__PURE__ */ new Map(), n = Ca(a), s = /* @__PURE__ */ K(0), i = pr, o = (l) => {
    if (pr === i)
      return l();
    var c = Fe, f = pr;
    At(null), Vn(i);
    var h = l();
    return At(c), Vn(f), h;
  };
  return n && r.set("length", /* @__PURE__ */ K(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, c, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && yo();
        var h = r.get(c);
        return h === void 0 ? o(() => {
          var _ = /* @__PURE__ */ K(f.value);
          return r.set(c, _), _;
        }) : j(h, f.value, !0), !0;
      },
      deleteProperty(l, c) {
        var f = r.get(c);
        if (f === void 0) {
          if (c in l) {
            const h = o(() => /* @__PURE__ */ K(tt));
            r.set(c, h), ra(s);
          }
        } else
          j(f, tt), ra(s);
        return !0;
      },
      get(l, c, f) {
        if (c === Gt)
          return a;
        var h = r.get(c), _ = c in l;
        if (h === void 0 && (!_ || Tr(l, c)?.writable) && (h = o(() => {
          var d = fr(_ ? l[c] : tt), m = /* @__PURE__ */ K(d);
          return m;
        }), r.set(c, h)), h !== void 0) {
          var T = t(h);
          return T === tt ? void 0 : T;
        }
        return Reflect.get(l, c, f);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var f = Reflect.getOwnPropertyDescriptor(l, c), h = r.get(c);
        if (h !== void 0) {
          var _ = t(h);
          if (_ === tt)
            return;
          if (f && "value" in f)
            f.value = _;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: _,
              writable: !0
            };
        }
        return f;
      },
      has(l, c) {
        if (c === Gt)
          return !0;
        var f = r.get(c), h = f !== void 0 && f.v !== tt || Reflect.has(l, c);
        if (f !== void 0 || (ze !== null || Fe !== null) && (!h || Tr(l, c)?.writable)) {
          f === void 0 && (f = o(() => {
            var T = h ? fr(l[c]) : tt, d = /* @__PURE__ */ K(T);
            return d;
          }), r.set(c, f));
          var _ = t(f);
          if (_ === tt)
            return !1;
        }
        return h;
      },
      set(l, c, f, h) {
        var _ = r.get(c), T = c in l;
        if (n && c === "length")
          for (var d = f; d < /** @type {Source<number>} */
          _.v; d += 1) {
            var m = r.get(d + "");
            m !== void 0 ? j(m, tt) : d in l && (m = o(() => /* @__PURE__ */ K(tt)), r.set(d + "", m));
          }
        if (_ === void 0)
          (!T || Tr(l, c)?.writable) && (_ = o(() => /* @__PURE__ */ K(void 0)), j(_, fr(f)), r.set(c, _));
        else {
          T = _.v !== tt;
          var H = o(() => fr(f));
          j(_, H);
        }
        var E = Reflect.getOwnPropertyDescriptor(l, c);
        if (E?.set && E.set.call(h, f), !T) {
          if (n && typeof c == "string") {
            var S = (
              /** @type {Source<number>} */
              r.get("length")
            ), M = Number(c);
            Number.isInteger(M) && M >= S.v && j(S, M + 1);
          }
          ra(s);
        }
        return !0;
      },
      ownKeys(l) {
        t(s);
        var c = Reflect.ownKeys(l).filter((_) => {
          var T = r.get(_);
          return T === void 0 || T.v !== tt;
        });
        for (var [f, h] of r)
          h.v !== tt && !(f in l) && c.push(f);
        return c;
      },
      setPrototypeOf() {
        wo();
      }
    }
  );
}
function Jn(a) {
  try {
    if (a !== null && typeof a == "object" && Gt in a)
      return a[Gt];
  } catch {
  }
  return a;
}
function Hs(a, e) {
  return Object.is(Jn(a), Jn(e));
}
var Ma, zs, Bs, qs;
function Do() {
  if (Ma === void 0) {
    Ma = window, zs = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, r = Text.prototype;
    Bs = Tr(e, "firstChild").get, qs = Tr(e, "nextSibling").get, zn(a) && (a[$a] = void 0, a[ws] = null, a[en] = void 0, a.__e = void 0), zn(r) && (r[tn] = void 0);
  }
}
function Xt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ht(a) {
  return (
    /** @type {TemplateNode | null} */
    Bs.call(a)
  );
}
// @__NO_SIDE_EFFECTS__
function ua(a) {
  return (
    /** @type {TemplateNode | null} */
    qs.call(a)
  );
}
function k(a, e) {
  return /* @__PURE__ */ Ht(a);
}
function Le(a, e = !1) {
  {
    var r = /* @__PURE__ */ Ht(a);
    return r instanceof Comment && r.data === "" ? /* @__PURE__ */ ua(r) : r;
  }
}
function B(a, e = !1) {
  return /* @__PURE__ */ Ht(a);
}
function u(a, e = 1, r = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ ua(n);
  return n;
}
function Uo(a) {
  a.textContent = "";
}
function Ws() {
  return !1;
}
function Ho(a, e, r) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    r ? document.createElement(a, { is: r }) : document.createElement(a)
  );
}
function zo(a) {
  var e = ze;
  if (e === null)
    return Fe.f |= ar, a;
  if ((e.f & zr) === 0 && (e.f & Ir) === 0)
    throw a;
  zt(a, e);
}
function zt(a, e) {
  if (a === Ss)
    throw a;
  if (!(e !== null && (e.f & it) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Qa) !== 0 && (e.f & (it | na)) === 0) {
        if ((e.f & zr) === 0)
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
function Bo(a) {
  ze === null && (Fe === null && _o(), go()), Zt && po();
}
function qo(a, e) {
  var r = e.last;
  r === null ? e.last = e.first = a : (r.next = a, a.prev = r, e.last = a);
}
function Qt(a, e) {
  var r = ze;
  r !== null && (r.f & ft) !== 0 && (a |= ft);
  var n = {
    ctx: vt,
    deps: null,
    nodes: null,
    f: a | Ve | Pt,
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
  Ce?.register_created_effect(n);
  var s = n;
  if ((a & Ir) !== 0)
    ta !== null ? ta.push(n) : ir.ensure().schedule(n);
  else if (e !== null) {
    try {
      Dr(n);
    } catch (o) {
      throw _t(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Br) === 0 && (s = s.first, (a & Et) !== 0 && (a & gr) !== 0 && s !== null && (s.f |= gr));
  }
  if (s !== null && (s.parent = r, r !== null && qo(s, r), Fe !== null && (Fe.f & ut) !== 0 && (a & sr) === 0)) {
    var i = (
      /** @type {Derived} */
      Fe
    );
    (i.effects ??= []).push(s);
  }
  return n;
}
function kn() {
  return Fe !== null && !Ot;
}
function xn(a) {
  const e = Qt(Fa, null);
  return $e(e, rt), e.teardown = a, e;
}
function gt(a) {
  Bo();
  var e = (
    /** @type {Effect} */
    ze.f
  ), r = !Fe && (e & Rt) !== 0 && vt !== null && !vt.i;
  if (r) {
    var n = (
      /** @type {ComponentContext} */
      vt
    );
    (n.e ??= []).push(a);
  } else
    return Js(a);
}
function Js(a) {
  return Qt(Ir | Gi, a);
}
function Wo(a) {
  ir.ensure();
  const e = Qt(sr | Br, a);
  return (r = {}) => new Promise((n) => {
    r.outro ? hr(e, () => {
      _t(e), n(void 0);
    }) : (_t(e), n(void 0));
  });
}
function ja(a) {
  return Qt(Ir, a);
}
function Jo(a) {
  return Qt(Or | Br, a);
}
function ca(a, e = 0) {
  return Qt(Fa | e, a);
}
function F(a, e = [], r = [], n = []) {
  No(n, e, r, (s) => {
    Qt(Fa, () => {
      a(...s.map(t));
    });
  });
}
function da(a, e = 0) {
  var r = Qt(Et | e, a);
  return r;
}
function Mt(a) {
  return Qt(Rt | Br, a);
}
function Ks(a) {
  var e = a.teardown;
  if (e !== null) {
    const r = Zt, n = Fe;
    Kn(!0), At(null);
    try {
      e.call(null);
    } catch (s) {
      zt(s, a.parent);
    } finally {
      Kn(r), At(n);
    }
  }
}
function Sn(a, e = !1) {
  var r = a.first;
  for (a.first = a.last = null; r !== null; ) {
    const s = r.ac;
    s !== null && qr(() => {
      s.abort(la);
    });
    var n = r.next;
    (r.f & sr) !== 0 ? r.parent = null : _t(r, e), r = n;
  }
}
function Ko(a) {
  for (var e = a.first; e !== null; ) {
    var r = e.next;
    (e.f & Rt) === 0 && _t(e), e = r;
  }
}
function _t(a, e = !0) {
  var r = !1;
  (e || (a.f & Yi) !== 0) && a.nodes !== null && a.nodes.end !== null && (Vo(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), r = !0), a.f |= na, Sn(a, e && !r), ia(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  Ks(a), a.f ^= na, a.f |= it;
  var s = a.parent;
  s !== null && s.first !== null && Vs(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function Vo(a, e) {
  for (; a !== null; ) {
    var r = a === e ? null : /* @__PURE__ */ ua(a);
    a.remove(), a = r;
  }
}
function Vs(a) {
  var e = a.parent, r = a.prev, n = a.next;
  r !== null && (r.next = n), n !== null && (n.prev = r), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = r));
}
function hr(a, e, r = !0) {
  var n = [];
  a.f |= pn, Ys(a, n, !0);
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
function Ys(a, e, r) {
  if ((a.f & ft) === 0) {
    a.f ^= ft;
    var n = a.nodes && a.nodes.t;
    if (n !== null)
      for (const l of n)
        (l.is_global || r) && e.push(l);
    for (var s = a.first; s !== null; ) {
      var i = s.next;
      if ((s.f & sr) === 0) {
        var o = (s.f & gr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Rt) !== 0 && (a.f & Et) !== 0;
        Ys(s, e, o ? r : !1);
      }
      s = i;
    }
  }
}
function Aa(a) {
  a.f &= ~pn, Gs(a, !0);
}
function Gs(a, e) {
  if ((a.f & pn) === 0 && (a.f & ft) !== 0) {
    a.f ^= ft, (a.f & rt) === 0 && ($e(a, Ve), ir.ensure().schedule(a));
    for (var r = a.first; r !== null; ) {
      var n = r.next, s = (r.f & gr) !== 0 || (r.f & Rt) !== 0;
      Gs(r, s ? e : !1), r = n;
    }
    var i = a.nodes && a.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function Mn(a, e) {
  if (a.nodes)
    for (var r = a.nodes.start, n = a.nodes.end; r !== null; ) {
      var s = r === n ? null : /* @__PURE__ */ ua(r);
      e.append(r), r = s;
    }
}
let Zt = !1;
function Kn(a) {
  Zt = a;
}
let Fe = null, Ot = !1;
function At(a) {
  Fe = a;
}
let ze = null;
function Jt(a) {
  ze = a;
}
let Wt = null;
function Xs(a) {
  Fe !== null && ((Fe.f & ka) !== 0 || (Fe.f & ut) !== 0) && (Wt ??= /* @__PURE__ */ new Set()).add(a);
}
let pt = null, yt = 0, St = null;
function Yo(a) {
  St = a;
}
let Zs = 1, vr = 0, pr = vr;
function Vn(a) {
  pr = a;
}
function Qs() {
  return ++Zs;
}
function fa(a) {
  var e = a.f;
  if ((e & Ve) !== 0)
    return !0;
  if ((e & xt) !== 0) {
    for (var r = (
      /** @type {Value[]} */
      a.deps
    ), n = r.length, s = 0; s < n; s++) {
      var i = r[s];
      if (fa(
        /** @type {Derived} */
        i
      ) && Rs(
        /** @type {Derived} */
        i
      ), i.wv > a.wv)
        return !0;
    }
    (e & Pt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Tt === null && $e(a, rt);
  }
  return !1;
}
function $s(a, e, r = !0) {
  var n = a.reactions;
  if (n !== null && !(Wt !== null && Wt.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & ut) !== 0 ? $s(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (r ? $e(i, Ve) : (i.f & rt) !== 0 && $e(i, xt), wn(
        /** @type {Effect} */
        i
      ));
    }
}
function ei(a) {
  var e = pt, r = yt, n = St, s = Fe, i = Wt, o = vt, l = Ot, c = pr, f = a.f;
  pt = /** @type {null | Value[]} */
  null, yt = 0, St = null, Fe = (f & (Rt | sr)) === 0 ? a : null, Wt = null, Fr(a.ctx), Ot = !1, pr = ++vr, a.ac !== null && (qr(() => {
    a.ac.abort(la);
  }), a.ac = null);
  try {
    a.f |= ka;
    var h = (
      /** @type {Function} */
      a.fn
    ), _ = h();
    a.f |= zr;
    var T = Yn(a);
    if (Es() && St !== null && !Ot && T !== null && (a.f & (ut | xt | Ve)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      St.length; d++)
        $s(
          St[d],
          /** @type {Effect} */
          a
        );
    if (s !== null && s !== a) {
      if (vr++, s.deps !== null)
        for (let m = 0; m < r; m += 1)
          s.deps[m].rv = vr;
      if (e !== null)
        for (const m of e)
          m.rv = vr;
      St !== null && (n === null ? n = St : n.push(.../** @type {Source[]} */
      St));
    }
    return (a.f & ar) !== 0 && (a.f ^= ar), _;
  } catch (m) {
    return Yn(a), zo(m);
  } finally {
    a.f ^= ka, pt = e, yt = r, St = n, Fe = s, Wt = i, Fr(o), Ot = l, pr = c;
  }
}
function Yn(a) {
  var e = a.deps, r = Ce?.is_fork;
  if (pt !== null) {
    var n;
    if (r || ia(a, yt), e !== null && yt > 0)
      for (e.length = yt + pt.length, n = 0; n < pt.length; n++)
        e[yt + n] = pt[n];
    else
      a.deps = e = pt;
    if (kn() && (a.f & Pt) !== 0)
      for (n = yt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !r && e !== null && yt < e.length && (ia(a, yt), e.length = yt);
  return e;
}
function Go(a, e) {
  let r = e.reactions;
  if (r !== null) {
    var n = Wi.call(r, a);
    if (n !== -1) {
      var s = r.length - 1;
      s === 0 ? r = e.reactions = null : (r[n] = r[s], r.pop());
    }
  }
  if (r === null && (e.f & ut) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (pt === null || !aa.call(pt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Pt) !== 0 && (i.f ^= Pt), i.v !== tt && _n(i), i.ac !== null && qr(() => {
      i.ac.abort(la), i.ac = null, $e(i, Ve);
    }), Po(i), ia(i, 0);
  }
}
function ia(a, e) {
  var r = a.deps;
  if (r !== null)
    for (var n = e; n < r.length; n++)
      Go(a, r[n]);
}
function Dr(a) {
  var e = a.f;
  if ((e & it) === 0) {
    $e(a, rt);
    var r = ze;
    ze = a;
    try {
      (e & (Et | bs)) !== 0 ? Ko(a) : Sn(a), Ks(a);
      var n = ei(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Zs;
      var s;
    } finally {
      ze = r;
    }
  }
}
async function ti() {
  await Promise.resolve(), Ro();
}
function t(a) {
  var e = a.f, r = (e & ut) !== 0;
  if (Fe !== null && !Ot) {
    var n = ze !== null && (ze.f & it) !== 0;
    if (!n && (Wt === null || !Wt.has(a))) {
      var s = Fe.deps;
      if ((Fe.f & ka) !== 0)
        a.rv < vr && (a.rv = vr, pt === null && s !== null && s[yt] === a ? yt++ : pt === null ? pt = [a] : pt.push(a));
      else {
        Fe.deps ??= [], aa.call(Fe.deps, a) || Fe.deps.push(a);
        var i = a.reactions;
        i === null ? a.reactions = [Fe] : aa.call(i, Fe) || i.push(Fe);
      }
    }
  }
  if (Zt && qt.has(a))
    return qt.get(a);
  if (r) {
    var o = (
      /** @type {Derived} */
      a
    );
    if (Zt) {
      var l = o.v;
      return ((o.f & rt) === 0 && o.reactions !== null || ai(o)) && (l = bn(o)), qt.set(o, l), l;
    }
    var c = (o.f & Pt) === 0 && !Ot && Fe !== null && (Fe.f & Pt) !== 0, f = (o.f & zr) === 0;
    fa(o) && (c && (o.f |= Pt), Rs(o)), c && !f && (Cs(o), ri(o));
  }
  if (Tt?.has(a))
    return Tt.get(a);
  if ((a.f & ar) !== 0)
    throw a.v;
  return a.v;
}
function ri(a) {
  if (a.f |= Pt, a.deps !== null)
    for (const r of a.deps) {
      var e = r.reactions;
      e === null ? r.reactions = [a] : aa.call(e, a) || e.push(a), (r.f & ut) !== 0 && (r.f & Pt) === 0 && (Cs(
        /** @type {Derived} */
        r
      ), ri(
        /** @type {Derived} */
        r
      ));
    }
}
function ai(a) {
  if (a.v === tt) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (qt.has(e) || (e.f & ut) !== 0 && ai(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function Ct(a) {
  var e = Ot;
  try {
    return Ot = !0, a();
  } finally {
    Ot = e;
  }
}
function Xo(a) {
  if (!(typeof a != "object" || !a || a instanceof EventTarget)) {
    if (Gt in a)
      nn(a);
    else if (!Array.isArray(a))
      for (let e in a) {
        const r = a[e];
        typeof r == "object" && r && Gt in r && nn(r);
      }
  }
}
function nn(a, e = /* @__PURE__ */ new Set()) {
  if (typeof a == "object" && a !== null && // We don't want to traverse DOM elements
  !(a instanceof EventTarget) && !e.has(a)) {
    e.add(a), a instanceof Date && a.getTime();
    for (let n in a)
      try {
        nn(a[n], e);
      } catch {
      }
    const r = hn(a);
    if (r !== Object.prototype && r !== Array.prototype && r !== Map.prototype && r !== Set.prototype && r !== Date.prototype) {
      const n = _s(r);
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
const Zo = ["touchstart", "touchmove"];
function Qo(a) {
  return Zo.includes(a);
}
const Qr = /* @__PURE__ */ Symbol("events"), ni = /* @__PURE__ */ new Set(), sn = /* @__PURE__ */ new Set();
function $o(a, e, r, n = {}) {
  function s(i) {
    if (n.capture || on.call(e, i), !i.cancelBubble)
      return qr(() => r?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Yt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function Ke(a, e, r, n, s) {
  var i = { capture: n, passive: s }, o = $o(a, e, r, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && xn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function oe(a, e, r) {
  (e[Qr] ??= {})[a] = r;
}
function ct(a) {
  for (var e = 0; e < a.length; e++)
    ni.add(a[e]);
  for (var r of sn)
    r(a);
}
let qa = null, Wa = !1;
function on(a) {
  var e = this, r = (
    /** @type {Node} */
    e.ownerDocument
  ), n = a.type, s = a.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || a.target
  );
  qa = a, Wa || (Wa = !0, setTimeout(() => {
    Wa = !1, qa = null;
  }));
  var o = 0, l = qa === a && a[Qr];
  if (l) {
    var c = s.indexOf(l);
    if (c !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Qr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    c <= f && (o = c);
  }
  if (i = /** @type {Element} */
  s[o] || a.target, i !== e) {
    gs(a, "currentTarget", {
      configurable: !0,
      get() {
        return i || r;
      }
    });
    var h = Fe, _ = ze;
    At(null), Jt(null);
    try {
      for (var T, d = []; i !== null && i !== e; ) {
        try {
          var m = i[Qr]?.[n];
          m != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && m.call(i, a);
        } catch (H) {
          T ? d.push(H) : T = H;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (T) {
        for (let H of d)
          queueMicrotask(() => {
            throw H;
          });
        throw T;
      }
    } finally {
      a[Qr] = e, delete a.currentTarget, At(h), Jt(_);
    }
  }
}
const el = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (a) => a
  })
);
function tl(a) {
  return (
    /** @type {string} */
    el?.createHTML(a) ?? a
  );
}
function si(a) {
  var e = Ho("template");
  return e.innerHTML = tl(a.replaceAll("<!>", "<!---->")), e.content;
}
function Ur(a, e) {
  var r = (
    /** @type {Effect} */
    ze
  );
  r.nodes === null && (r.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function x(a, e) {
  var r = (e & xs) !== 0, n = (e & oo) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = si(i ? a : "<!>" + a), r || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ht(s)));
    var o = (
      /** @type {TemplateNode} */
      n || zs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (r) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ht(o)
      ), c = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Ur(l, c);
    } else
      Ur(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function rl(a, e, r = "svg") {
  var n = !a.startsWith("<!>"), s = (e & xs) !== 0, i = `<${r}>${n ? a : "<!>" + a}</${r}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        si(i)
      ), c = (
        /** @type {Element} */
        /* @__PURE__ */ Ht(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ht(c); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ht(c)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ht(c);
    }
    var f = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var h = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ht(f)
      ), _ = (
        /** @type {TemplateNode} */
        f.lastChild
      );
      Ur(h, _);
    } else
      Ur(f, f);
    return f;
  };
}
// @__NO_SIDE_EFFECTS__
function br(a, e) {
  return /* @__PURE__ */ rl(a, e, "svg");
}
function Na(a = "") {
  {
    var e = Xt(a + "");
    return Ur(e, e), e;
  }
}
function It() {
  var a = document.createDocumentFragment(), e = document.createComment(""), r = Xt();
  return a.append(e, r), Ur(e, r), a;
}
function v(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function al(a) {
  let e = 0, r = _r(0), n;
  return () => {
    kn() && (t(r), ca(() => (e === 0 && (n = Ct(() => a(() => ra(r)))), e += 1, () => {
      Yt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, ra(r));
      });
    })));
  };
}
var nl = gr | Br;
function sl(a, e, r, n) {
  new il(a, e, r, n);
}
class il {
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
  #p = al(() => (this.#c = _r(this.#v), () => {
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
        ze
      );
      o.b = this, o.f |= Qa, n(i);
    }, this.parent = /** @type {Effect} */
    ze.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#n = da(() => {
      this.#y();
    }, nl);
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
    Yt(s), r && (this.#i = Mt(() => {
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
          fo();
          return;
        }
        r = !0, n && xo(), this.#i !== null && hr(this.#i, () => {
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
          zt(o, this.#n && this.#n.parent);
        }
    } };
  }
  #d() {
    return (this.#n.f & (it | na)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = Mt(() => e(this.#e)), Yt(() => {
      if (!this.#d()) {
        var r = this.#l = document.createDocumentFragment(), n = Xt(), s = !1;
        if (r.append(n), this.#s = this.#w(() => {
          try {
            return Mt(() => this.#a(n));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              zt(o, this.#n.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#f(
            /** @type {Batch} */
            Ce
          );
          return;
        }
        this.#u === 0 && (this.#e.before(r), this.#l = null, hr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#f(
          /** @type {Batch} */
          Ce
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
        Mn(this.#s, e);
        const r = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = Mt(() => r(this.#e));
      } else
        this.#f(
          /** @type {Batch} */
          Ce
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
    Os(e, this.#_);
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
    var r = ze, n = Fe, s = vt;
    Jt(this.#n), At(this.#n), Fr(this.#n.ctx);
    try {
      return ir.ensure(), e();
    } finally {
      Jt(r), At(n), Fr(s);
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
    this.#u += e, this.#u === 0 && (this.#f(r), this.#o && hr(this.#o, () => {
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
    this.#x(e, r), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Yt(() => {
      this.#h = !1, this.#c && jr(this.#c, this.#v);
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
    if (e === Ss || !this.#t.onerror && !this.#t.failed)
      throw e;
    Ce?.is_fork ? (this.#s && Ce.skip_effect(this.#s), this.#o && Ce.skip_effect(this.#o), this.#i && Ce.skip_effect(this.#i), Ce.oncommit(() => {
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
              ze
            );
            l.b = this, l.f |= Qa, r(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return zt(
            l,
            /** @type {Effect} */
            this.#n.parent
          ), null;
        }
      }));
    };
    Yt(() => {
      if (!this.#d()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          zt(i, this.#n && this.#n.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          n,
          /** @param {unknown} e */
          (i) => zt(i, this.#n && this.#n.parent)
        ) : n(s);
      }
    });
  }
}
function P(a, e) {
  var r = e == null ? "" : typeof e == "object" ? `${e}` : e;
  r !== /** @type {any} */
  (a[tn] ??= a.nodeValue) && (a[tn] = r, a.nodeValue = `${r}`);
}
function ii(a, e) {
  return ol(a, e);
}
const ha = /* @__PURE__ */ new Map();
function ol(a, { target: e, anchor: r, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Do();
  var c = void 0, f = Wo(() => {
    var h = r ?? e.appendChild(Xt());
    sl(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (d) => {
        Ye({});
        var m = (
          /** @type {ComponentContext} */
          vt
        );
        i && (m.c = i), s && (n.$$events = s), c = a(d, n) || gn(), Ge();
      },
      l
    );
    var _ = /* @__PURE__ */ new Set(), T = (d) => {
      for (var m = 0; m < d.length; m++) {
        var H = d[m];
        if (!_.has(H)) {
          _.add(H);
          var E = Qo(H);
          for (const R of [e, document]) {
            var S = ha.get(R);
            S === void 0 && (S = /* @__PURE__ */ new Map(), ha.set(R, S));
            var M = S.get(H);
            M === void 0 ? (R.addEventListener(H, on, { passive: E }), S.set(H, 1)) : S.set(H, M + 1);
          }
        }
      }
    };
    return T(Ia(ni)), sn.add(T), () => {
      for (var d of _)
        for (const E of [e, document]) {
          var m = (
            /** @type {Map<string, number>} */
            ha.get(E)
          ), H = (
            /** @type {number} */
            m.get(d)
          );
          --H == 0 ? (E.removeEventListener(d, on), m.delete(d), m.size === 0 && ha.delete(E)) : m.set(d, H);
        }
      sn.delete(T), h !== r && h.parentNode?.removeChild(h);
    };
  });
  return ln.set(c, f), c;
}
let ln = /* @__PURE__ */ new WeakMap();
function ll(a, e) {
  const r = ln.get(a);
  return r ? (ln.delete(a), r(e)) : Promise.resolve();
}
class An {
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
        Aa(n), this.#a.delete(r);
      else {
        var s = this.#t.get(r);
        s && (Aa(s.effect), this.#r.set(r, s.effect), this.#t.delete(r), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
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
            var f = document.createDocumentFragment();
            Mn(o, f), f.append(Xt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            _t(o);
          this.#a.delete(i), this.#r.delete(i);
        };
        this.#n || !n ? (this.#a.add(i), hr(o, l, !1)) : l();
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
      Ce
    ), s = Ws();
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
  var n = new An(a), s = r ? gr : 0;
  function i(o, l) {
    n.ensure(o, l);
  }
  da(() => {
    var o = !1;
    e((l, c = 0) => {
      o = !0, i(c, l);
    }), o || i(-1, null);
  }, s);
}
const ul = /* @__PURE__ */ Symbol("NaN");
function cl(a, e, r) {
  var n = new An(a);
  da(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    ul), n.ensure(s, r);
  });
}
function qe(a, e) {
  return e;
}
function dl(a, e, r) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let _ = e[l];
    hr(
      _,
      () => {
        if (i) {
          if (i.pending.delete(_), i.done.add(_), i.pending.size === 0) {
            var T = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            un(a, Ia(i.done)), T.delete(i), T.size === 0 && (a.outrogroups = null);
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
      var f = (
        /** @type {Element} */
        r
      ), h = (
        /** @type {Element} */
        f.parentNode
      );
      Uo(h), h.append(f), a.items.clear();
    }
    un(a, e, !c);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (a.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function un(a, e, r = !0) {
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
      i.f |= Bt;
      const o = document.createDocumentFragment();
      Mn(i, o);
    } else
      _t(e[s], r);
  }
}
var Gn;
function Pe(a, e, r, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & ks) !== 0;
  if (c) {
    var f = (
      /** @type {Element} */
      a
    );
    o = f.appendChild(Xt());
  }
  var h = null, _ = /* @__PURE__ */ Ls(() => {
    var M = r();
    return (
      /** @type {V[]} */
      Ca(M) ? M : M == null ? [] : Ia(M)
    );
  }), T = /* @__PURE__ */ new Map(), d = !0;
  function m(M) {
    if ((S.effect.f & it) === 0) {
      S.pending.delete(M);
      var R = t(_);
      S.fallback = h, fl(S, R, o, e, n), h !== null && (R.length === 0 ? (h.f & Bt) === 0 ? Aa(h) : (h.f ^= Bt, $r(h, null, o)) : hr(h, () => {
        h = null;
      }));
    }
  }
  function H(M) {
    S.pending.delete(M);
  }
  var E = da(() => {
    for (var M = (
      /** @type {V[]} */
      t(_)
    ), R = M.length, O = /* @__PURE__ */ new Set(), A = (
      /** @type {Batch} */
      Ce
    ), b = Ws(), C = 0; C < R; C += 1) {
      var W = M[C], Y = n(W, C), G = d ? null : l.get(Y);
      G ? (G.v && jr(G.v, W), G.i && jr(G.i, C), b && A.unskip_effect(G.e)) : (G = vl(
        l,
        d ? o : Gn ??= Xt(),
        W,
        Y,
        C,
        s,
        e,
        r
      ), d || (G.e.f |= Bt), l.set(Y, G)), O.add(Y);
    }
    if (R === 0 && i && !h && (d ? h = Mt(() => i(o)) : (h = Mt(() => i(Gn ??= Xt())), h.f |= Bt)), R > O.size && ho(), !d)
      if (T.set(A, O), b) {
        for (const [se, q] of l)
          O.has(se) || A.skip_effect(q.e);
        A.oncommit(m), A.ondiscard(H);
      } else
        m(A);
    t(_);
  }), S = { effect: E, items: l, pending: T, outrogroups: null, fallback: h };
  d = !1;
}
function Yr(a) {
  for (; a !== null && (a.f & Rt) === 0; )
    a = a.next;
  return a;
}
function fl(a, e, r, n, s) {
  var i = (n & to) !== 0, o = e.length, l = a.items, c = Yr(a.effect.first), f, h = null, _, T = [], d = [], m, H, E, S;
  if (i)
    for (S = 0; S < o; S += 1)
      m = e[S], H = s(m, S), E = /** @type {EachItem} */
      l.get(H).e, (E.f & Bt) === 0 && (E.nodes?.a?.measure(), (_ ??= /* @__PURE__ */ new Set()).add(E));
  for (S = 0; S < o; S += 1) {
    if (m = e[S], H = s(m, S), E = /** @type {EachItem} */
    l.get(H).e, a.outrogroups !== null)
      for (const G of a.outrogroups)
        G.pending.delete(E), G.done.delete(E);
    if ((E.f & ft) !== 0 && (Aa(E), i && (E.nodes?.a?.unfix(), (_ ??= /* @__PURE__ */ new Set()).delete(E))), (E.f & Bt) !== 0)
      if (E.f ^= Bt, E === c)
        $r(E, null, r);
      else {
        var M = h ? h.next : c;
        E === a.effect.last && (a.effect.last = E.prev), E.prev && (E.prev.next = E.next), E.next && (E.next.prev = E.prev), tr(a, h, E), tr(a, E, M), $r(E, M, r), h = E, T = [], d = [], c = Yr(h.next);
        continue;
      }
    if (E !== c) {
      if (f !== void 0 && f.has(E)) {
        if (T.length < d.length) {
          var R = d[0], O;
          h = R.prev;
          var A = T[0], b = T[T.length - 1];
          for (O = 0; O < T.length; O += 1)
            $r(T[O], R, r);
          for (O = 0; O < d.length; O += 1)
            f.delete(d[O]);
          tr(a, A.prev, b.next), tr(a, h, A), tr(a, b, R), c = R, h = b, S -= 1, T = [], d = [];
        } else
          f.delete(E), $r(E, c, r), tr(a, E.prev, E.next), tr(a, E, h === null ? a.effect.first : h.next), tr(a, h, E), h = E;
        continue;
      }
      for (T = [], d = []; c !== null && c !== E; )
        (f ??= /* @__PURE__ */ new Set()).add(c), d.push(c), c = Yr(c.next);
      if (c === null)
        continue;
    }
    (E.f & Bt) === 0 && T.push(E), h = E, c = Yr(E.next);
  }
  if (a.outrogroups !== null) {
    for (const G of a.outrogroups)
      G.pending.size === 0 && (un(a, Ia(G.done)), a.outrogroups?.delete(G));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || f !== void 0) {
    var C = [];
    if (f !== void 0)
      for (E of f)
        (E.f & ft) === 0 && C.push(E);
    for (; c !== null; )
      (c.f & ft) === 0 && c !== a.fallback && C.push(c), c = Yr(c.next);
    var W = C.length;
    if (W > 0) {
      var Y = (n & ks) !== 0 && o === 0 ? r : null;
      if (i) {
        for (S = 0; S < W; S += 1)
          C[S].nodes?.a?.measure();
        for (S = 0; S < W; S += 1)
          C[S].nodes?.a?.fix();
      }
      dl(a, C, Y);
    }
  }
  i && Yt(() => {
    if (_ !== void 0)
      for (E of _)
        E.nodes?.a?.apply();
  });
}
function vl(a, e, r, n, s, i, o, l) {
  var c = (o & $i) !== 0 ? (o & ro) === 0 ? /* @__PURE__ */ Io(r, !1, !1) : _r(r) : null, f = (o & eo) !== 0 ? _r(s) : null;
  return {
    v: c,
    i: f,
    e: Mt(() => (i(e, c ?? r, f ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function $r(a, e, r) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & Bt) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : r; n !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ ua(n)
      );
      if (i.before(n), n === s)
        return;
      n = o;
    }
}
function tr(a, e, r) {
  e === null ? a.effect.first = r : e.next = r, r === null ? a.effect.last = e : r.prev = e;
}
function hl(a, e, ...r) {
  var n = new An(a);
  da(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...r)));
  }, gr);
}
function pl(a, e, r) {
  ja(() => {
    var n = Ct(() => e(a, r?.()) || {});
    if (r && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      ca(() => {
        var o = r();
        Xo(o), s && As(i, o) && (i = o, n.update(o));
      }), s = !0;
    }
    if (n?.destroy)
      return () => (
        /** @type {Function} */
        n.destroy()
      );
  });
}
const Xn = [...` 	
\r\f \v\uFEFF`];
function gl(a, e, r) {
  var n = a == null ? "" : "" + a;
  if (r) {
    for (var s of Object.keys(r))
      if (r[s])
        n = n ? n + " " + s : s;
      else if (n.length)
        for (var i = s.length, o = 0; (o = n.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || Xn.includes(n[o - 1])) && (l === n.length || Xn.includes(n[l])) ? n = (o === 0 ? "" : n.substring(0, o)) + n.substring(l + 1) : o = l;
        }
  }
  return n === "" ? null : n;
}
function Zn(a, e = !1) {
  var r = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + r);
  }
  return n;
}
function _l(a, e) {
  if (e) {
    var r = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (r += Zn(n)), s && (r += Zn(s, !0)), r = r.trim(), r === "" ? null : r;
  }
  return String(a);
}
function Lt(a, e, r, n, s, i) {
  var o = (
    /** @type {any} */
    a[$a]
  );
  if (o !== r || o === void 0) {
    var l = gl(r, n, i);
    l == null ? a.removeAttribute("class") : a.className = l, a[$a] = r;
  } else if (i && s !== i)
    for (var c in i) {
      var f = !!i[c];
      (s == null || f !== !!s[c]) && a.classList.toggle(c, f);
    }
  return i;
}
function Ja(a, e = {}, r, n) {
  for (var s in r) {
    var i = r[s];
    e[s] !== i && (r[s] == null ? a.style.removeProperty(s) : a.style.setProperty(s, i, n));
  }
}
function We(a, e, r, n) {
  var s = (
    /** @type {any} */
    a[en]
  );
  if (s !== e) {
    var i = _l(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[en] = e;
  } else n && (Array.isArray(n) ? (Ja(a, r?.[0], n[0]), Ja(a, r?.[1], n[1], "important")) : Ja(a, r, n));
  return n;
}
function ml(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function bl(a, e) {
  var r = a.__defaultValue, n = a.multiple, s = n ? r ?? [] : null;
  if (!(n && !Ca(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Lr(i);
      ml(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Hs(o, r)
      );
    }
  }
}
function Da(a, e, r = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!Ca(e))
      return co();
    for (var n of a.options)
      n.selected = e.includes(Lr(n));
    return;
  }
  for (n of a.options) {
    var s = Lr(n);
    if (Hs(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!r || e !== void 0) && (a.selectedIndex = -1);
}
function dt(a) {
  var e = new MutationObserver((r) => {
    r.every(yl) || ("__defaultValue" in a && bl(a), "__value" in a && Da(a, a.__value));
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
  }), xn(() => {
    e.disconnect();
  });
}
function bt(a, e, r = e) {
  var n = /* @__PURE__ */ new WeakSet(), s = !0;
  mn(a, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (a.multiple)
      l = [].map.call(a.querySelectorAll(o), Lr);
    else {
      var c = a.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      a.querySelector("option:not([disabled])");
      l = c && Lr(c);
    }
    r(l), a.__value = l, Ce !== null && n.add(Ce);
  }), ja(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Ce
      );
      if (n.has(o))
        return;
    }
    if (Da(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Lr(l), r(i));
    }
    a.__value = i, s = !1;
  });
}
function Lr(a) {
  return "__value" in a ? a.__value : a.value;
}
function yl(a) {
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
const wl = /* @__PURE__ */ Symbol("is custom element"), kl = /* @__PURE__ */ Symbol("is html"), xl = Qi ? "progress" : "PROGRESS";
function Ea(a, e) {
  var r = Nn(a);
  r.value === (r.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== xl) || (a.value = e ?? "");
}
function oi(a, e) {
  var r = Nn(a);
  r.checked !== (r.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function te(a, e, r, n) {
  var s = Nn(a), i = s[e];
  i !== (s[e] = r) && (e === "loading" && (a[Zi] = r), r == null ? a.removeAttribute(e) : typeof r != "string" && Sl(a).has(e) ? a[e] = r : a.setAttribute(e, r));
}
function Nn(a) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    a[ws] ??= {
      [wl]: a.nodeName.includes("-"),
      [kl]: a.namespaceURI === lo
    }
  );
}
var Qn = /* @__PURE__ */ new Map();
function Sl(a) {
  var e = a.getAttribute("is") || a.nodeName, r = Qn.get(e);
  if (r) return r;
  Qn.set(e, r = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = _s(s);
    for (var o in n)
      n[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && r.add(o);
    s = hn(s);
  }
  return r;
}
function kt(a, e, r = e) {
  var n = /* @__PURE__ */ new WeakSet();
  mn(a, "input", async (s) => {
    var i = s ? a.defaultValue : a.value;
    if (i = Ka(a) ? Va(i) : i, r(i), Ce !== null && n.add(Ce), await ti(), i !== (i = e())) {
      var o = a.selectionStart, l = a.selectionEnd, c = a.value.length;
      if (a.value = i ?? "", l !== null) {
        var f = a.value.length;
        o === l && l === c && f > c ? (a.selectionStart = f, a.selectionEnd = f) : (a.selectionStart = o, a.selectionEnd = Math.min(l, f));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  Ct(e) == null && a.value && (r(Ka(a) ? Va(a.value) : a.value), Ce !== null && n.add(Ce)), ca(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Ce
      );
      if (n.has(i))
        return;
    }
    Ka(a) && s === Va(a.value) || a.type === "date" && !s && !a.value || s !== a.value && (a.value = s ?? "");
  });
}
function Ml(a, e, r = e) {
  mn(a, "change", (n) => {
    var s = n ? a.defaultChecked : a.checked;
    r(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  Ct(e) == null && r(a.checked), ca(() => {
    var n = e();
    a.checked = !!n;
  });
}
function Ka(a) {
  var e = a.type;
  return e === "number" || e === "range";
}
function Va(a) {
  return a === "" ? null : +a;
}
class En {
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
          En.entries.set(r.target, r);
          for (var n of this.#e.get(r.target) || [])
            n(r);
        }
      }
    ));
  }
}
var Al = /* @__PURE__ */ new En({
  box: "border-box"
});
function va(a, e, r) {
  var n = Al.observe(a, () => r(a[e]));
  ja(() => (Ct(() => r(a[e])), n));
}
function Ya(a, e) {
  return a === e || a?.[Gt] === e;
}
function yr(a = gn(), e, r, n) {
  var s = (
    /** @type {ComponentContext} */
    vt.r
  ), i = (
    /** @type {Effect} */
    ze
  );
  return ja(() => {
    var o, l;
    return ca(() => {
      o = l, l = [], Ct(() => {
        Ya(r(...l), a) || (e(a, ...l), o && Ya(r(...o), a) && e(null, ...o));
      });
    }), () => {
      let c = i;
      for (; c !== s && c.parent !== null && c.parent.f & na; )
        c = c.parent;
      const f = () => {
        l && Ya(r(...l), a) && e(null, ...l);
      }, h = c.teardown;
      c.teardown = () => {
        f(), h?.();
      };
    };
  }), a;
}
let pa = !1;
function Nl(a) {
  var e = pa;
  try {
    return pa = !1, [a(), pa];
  } finally {
    pa = e;
  }
}
function Ie(a, e, r, n) {
  var s = !0, i = (r & so) !== 0, o = (r & io) !== 0, l = (
    /** @type {V} */
    n
  ), c = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ sa(
    /** @type {() => V} */
    n
  ), t(f)) : (c && (c = !1, l = o ? Ct(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let _;
  if (i) {
    var T = Gt in a || Xi in a;
    _ = Tr(a, e)?.set ?? (T && e in a ? (O) => a[e] = O : void 0);
  }
  var d, m = !1;
  i ? [d, m] = Nl(() => (
    /** @type {V} */
    a[e]
  )) : d = /** @type {V} */
  a[e], d === void 0 && n !== void 0 && (d = h(), _ && (bo(), _(d)));
  var H;
  if (H = () => {
    var O = (
      /** @type {V} */
      a[e]
    );
    return O === void 0 ? h() : (c = !0, O);
  }, (r & no) === 0)
    return H;
  if (_) {
    var E = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(O, A) {
        return arguments.length > 0 ? ((!A || E || m) && _(A ? H() : O), O) : H();
      })
    );
  }
  var S = !1, M = ((r & ao) !== 0 ? sa : Ls)(() => (S = !1, H()));
  i && t(M);
  var R = (
    /** @type {Effect} */
    ze
  );
  return (
    /** @type {() => V} */
    (function(O, A) {
      if (arguments.length > 0) {
        const b = A ? t(M) : i ? fr(O) : O;
        return j(M, b), S = !0, l !== void 0 && (l = b), O;
      }
      return Zt && S || (R.f & it) !== 0 ? M.v : t(M);
    })
  );
}
const El = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(El);
const li = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], ui = [16250871, 10209764, 3903428, 742815, 340060], ci = [16250871, 16630669, 15761203, 12536332, 7022086];
function Rr(a, e) {
  return Array.from({ length: e }, (r, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ua = 128, Tl = Rr(li, Ua), Ol = Rr(ui, Ua), Pl = Rr(ci, Ua);
function Nt(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const r = Math.min(1, Math.abs(a)), n = Math.round(r * (Ua - 1));
  return e ? a < 0 ? Ol[n] : Pl[n] : Tl[n];
}
const Tn = (a, e) => e ? a < -0.583 || a > 0.717 ? "#fff" : "#000" : a > 0.551 ? "#000" : "#fff", di = (a) => `linear-gradient(90deg, ${(a ? [...Rr(ui, 9).reverse(), ...Rr(ci, 9)] : Rr(li, 17)).join(",")})`, Ar = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], ht = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", Je = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a === 0 || Math.abs(a) >= 5e-4 ? a.toFixed(3) : a.toExponential(1), wt = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + Je(Math.abs(a)), cn = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Ta = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, et = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Ll = /* @__PURE__ */ x("<option> </option>"), Rl = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Cl = /* @__PURE__ */ x("<figcaption><small> </small></figcaption>"), Il = /* @__PURE__ */ x('<figure><img/><!><button type="button">×</button></figure>'), $n = /* @__PURE__ */ x('<p class="fine"> </p>'), Fl = /* @__PURE__ */ x('<p class="turn"><b> </b> </p>'), jl = /* @__PURE__ */ x('<button type="button">stop</button>'), Dl = /* @__PURE__ */ x('<button type="button" class="link">new chat</button>'), Ul = /* @__PURE__ */ x('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Hl = /* @__PURE__ */ x('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), zl = /* @__PURE__ */ x("<h1> </h1> <!>", 1), Bl = /* @__PURE__ */ x('<p class="fine" data-edited=""> </p>'), ql = /* @__PURE__ */ x('<span class="hidden"> </span>'), Wl = /* @__PURE__ */ x('<button type="button"> <!></button>'), Jl = /* @__PURE__ */ x('<span class="fine"> </span>'), Kl = /* @__PURE__ */ x('<button type="button" class="link">go on</button>'), Vl = /* @__PURE__ */ x('<button type="button"><span> </span><small> </small></button>'), Yl = /* @__PURE__ */ x('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Gl = /* @__PURE__ */ x('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Xl = /* @__PURE__ */ x('<section aria-label="Ask"><!> <!> <!></section>');
function Zl(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ K(!1), s = /* @__PURE__ */ K(!1), i = /* @__PURE__ */ K(void 0);
  const o = /* @__PURE__ */ y(() => r().study?.answer.find((M) => M.position === r().at && M.token.id === r().target?.id) ?? r().study?.answer.find((M) => M.position === r().at));
  function l(M) {
    M.preventDefault(), j(s, !1);
    const R = [...M.dataTransfer?.files ?? []];
    R.length && r().addFiles(R);
  }
  function c(M) {
    const R = [...M.clipboardData?.files ?? []];
    R.length && r().addFiles(R);
  }
  var f = Xl();
  Ke("paste", Ma, c);
  let h;
  var _ = k(f);
  {
    var T = (M) => {
      var R = Hl(), O = Le(R), A = k(O), b = u(k(A));
      Pe(b, 21, () => r().models, qe, (w, N) => {
        var I = Ll(), ae = B(I), ee = {};
        F(() => {
          P(ae, `${t(N).name ?? ""}${t(N).loaded ? "" : " (is loaded when asked)"}`), ee !== (ee = t(N).name) && (I.value = (I.__value = ee) ?? "");
        }), v(w, I);
      }), dt(b);
      var C = u(A, 2);
      {
        var W = (w) => {
          var N = Rl(), I = k(N), ae = u(I, 2), ee = B(ae), ie = u(ae, 2);
          F(() => {
            I.disabled = !r().example, P(ee, `example ${(r().example ?? 0) + 1} of ${r().info.examples ?? ""}`), ie.disabled = r().example !== null && r().example >= r().info.examples - 1;
          }), oe("click", I, () => r().takeExample(r().example - 1)), oe("click", ae, () => r().takeExample(r().example ?? 0)), oe("click", ie, () => r().takeExample((r().example ?? -1) + 1)), v(w, N);
        };
        z(C, (w) => {
          r().info?.examples && w(W);
        });
      }
      var Y = u(O, 2), G = k(Y);
      Pe(G, 19, () => r().uploads, (w, N) => w.id + N, (w, N, I) => {
        var ae = Il(), ee = k(ae), ie = u(ee);
        {
          var p = (L) => {
            var Q = Cl(), V = k(Q), ue = B(V);
            F(() => P(ue, `${t(N).frames.length ?? ""} frames`)), v(L, Q);
          };
          z(ie, (L) => {
            t(N).frames && L(p);
          });
        }
        var U = u(ie);
        F(
          (L) => {
            te(ee, "src", L), te(ee, "alt", `Image ${t(I) + 1}, ${t(N).width ?? ""} x ${t(N).height ?? ""}${t(N).frames ? `, ${t(N).frames.length} frames` : ""}`), te(U, "aria-label", `Remove image ${t(I) + 1}`);
          },
          [() => r().source.imageUrl(t(N).id)]
        ), oe("click", U, () => {
          r().uploads = r().uploads.filter((L, Q) => Q !== t(I)), r().example = null;
        }), v(w, ae);
      });
      var se = u(G, 2), q = u(se, 2);
      yr(q, (w) => j(i, w), () => t(i));
      var J = u(Y, 2);
      {
        var ne = (w) => {
          var N = $n(), I = B(N, !0);
          F(() => P(I, r().exampleName)), v(w, N);
        };
        z(J, (w) => {
          r().exampleName && r().example !== null && w(ne);
        });
      }
      var re = u(J, 2);
      Pe(re, 17, () => r().earlier, qe, (w, N) => {
        var I = Fl(), ae = k(I), ee = B(ae, !0), ie = u(ae);
        F(
          (p) => {
            P(ee, t(N).role), P(ie, ` ${p ?? ""}`);
          },
          [
            () => t(N).content.map((p) => p.type === "text" ? p.text : `[${p.type}]`).join(" ")
          ]
        ), v(w, I);
      });
      var $ = u(re, 2), Z = u(k($), 2), le = u(Z, 2), pe = u(k(le), 2);
      {
        var we = (w) => {
          var N = jl();
          oe("click", N, () => r().halt()), v(w, N);
        };
        z(pe, (w) => {
          r().study?.answering && w(we);
        });
      }
      var Me = u(pe, 2), Ae = u(Me, 2);
      {
        var xe = (w) => {
          var N = Dl();
          oe("click", N, () => {
            r().earlier = [];
          }), v(w, N);
        };
        z(Ae, (w) => {
          r().earlier.length && w(xe);
        });
      }
      var g = u(le, 2);
      {
        var D = (w) => {
          var N = Ul(), I = k(N), ae = u(k(I)), ee = u(I, 2), ie = u(k(ee)), p = u(ee, 2), U = u(k(p)), L = u(p, 2), Q = u(k(L));
          kt(ae, () => r().system, (V) => r().system = V), kt(ie, () => r().prefill, (V) => r().prefill = V), kt(U, () => r().temperature, (V) => r().temperature = V), kt(Q, () => r().maxNew, (V) => r().maxNew = V), v(w, N);
        };
        z(g, (w) => {
          t(n) && w(D);
        });
      }
      F(() => {
        te(q, "accept", `image/*${r().info?.video ? ",video/*" : ""}`), te(Me, "aria-expanded", t(n));
      }), oe("change", b, () => r().otherModel()), bt(b, () => r().model, (w) => r().model = w), oe("click", se, () => t(i)?.click()), oe("change", q, (w) => {
        r().addFiles(w.currentTarget.files ?? []), w.currentTarget.value = "";
      }), Ke("submit", $, (w) => {
        w.preventDefault(), r().ask();
      }), oe("keydown", Z, (w) => {
        w.key === "Enter" && !w.shiftKey && (w.preventDefault(), r().ask());
      }), kt(Z, () => r().question, (w) => r().question = w), oe("click", Me, () => j(n, !t(n))), v(M, R);
    }, d = (M) => {
      var R = zl(), O = Le(R), A = B(O, !0), b = u(O, 2);
      {
        var C = (W) => {
          var Y = $n(), G = B(Y, !0);
          F(() => P(G, r().text)), v(W, Y);
        };
        z(b, (W) => {
          r().text && W(C);
        });
      }
      F(() => P(A, r().title)), v(M, R);
    };
    z(_, (M) => {
      r().source.kind === "server" ? M(T) : r().title && M(d, 1);
    });
  }
  var m = u(_, 2);
  {
    var H = (M) => {
      var R = Bl(), O = B(R);
      F(() => P(O, `The answer and the views are still those of “${r().asked?.question ?? ""}” (${r().asked?.model ?? ""}).`)), v(M, R);
    };
    z(m, (M) => {
      r().edited && M(H);
    });
  }
  var E = u(m, 2);
  {
    var S = (M) => {
      var R = Gl(), O = Le(R), A = k(O);
      Pe(A, 21, () => r().study.answer, qe, (q, J) => {
        var ne = Wl();
        let re;
        var $ = k(ne), Z = u($);
        {
          var le = (pe) => {
            var we = ql(), Me = B(we);
            F(() => P(Me, `end of the answer (${t(J).token.text ?? ""})`)), v(pe, we);
          };
          z(Z, (pe) => {
            t(J).ends && pe(le);
          });
        }
        F(
          (pe) => {
            re = Lt(ne, 1, "answer-token", null, re, { ends: t(J).ends }), te(ne, "aria-pressed", r().at === t(J).position && r().target?.id === t(J).token.id), te(ne, "title", `chosen after token ${t(J).position ?? ""}`), P($, pe);
          },
          [() => t(J).ends ? "■" : et(t(J).token.text)]
        ), oe("click", ne, () => r().lookAt(t(J))), v(q, ne);
      });
      var b = u(A, 2);
      {
        var C = (q) => {
          var J = Jl(), ne = B(J, !0);
          F((re) => P(ne, re), [
            () => r().study.answer.filter((re) => !re.ends).map((re) => re.token.text).join("").trim() === r().asked.truth ? "right" : `the truth is ${r().asked.truth}`
          ]), v(q, J);
        };
        z(b, (q) => {
          r().asked && r().asked.truth !== null && q(C);
        });
      }
      var W = u(b, 2);
      {
        var Y = (q) => {
          var J = Kl();
          oe("click", J, () => {
            r().goOn(), document.getElementById("question")?.focus();
          }), v(q, J);
        };
        z(W, (q) => {
          r().source.kind === "server" && !r().study.answering && q(Y);
        });
      }
      var G = u(O, 2);
      {
        var se = (q) => {
          var J = Yl();
          Pe(J, 21, () => t(o).top.slice(0, 5), (ne) => ne.id, (ne, re) => {
            var $ = Vl();
            let Z;
            var le = k($), pe = B(le, !0), we = u(le), Me = B(we, !0);
            F(
              (Ae, xe) => {
                te($, "aria-pressed", r().target?.id === t(re).id), Z = We($, "", Z, { "--share": `${100 * t(re).p}%` }), P(pe, Ae), P(Me, xe);
              },
              [() => et(t(re).text), () => ht(t(re).p)]
            ), oe("click", $, () => r().target = { id: t(re).id, text: t(re).text }), v(ne, $);
          }), v(q, J);
        };
        z(G, (q) => {
          t(o) && q(se);
        });
      }
      v(M, R);
    };
    z(E, (M) => {
      r().study?.answer.length && M(S);
    });
  }
  F(() => h = Lt(f, 1, "card ask", null, h, { dragged: t(s) })), Ke("dragover", f, (M) => {
    M.preventDefault(), j(s, !0);
  }), Ke("dragleave", f, () => j(s, !1)), Ke("drop", f, l), v(a, f), Ge();
}
ct(["change", "click", "keydown"]);
const ma = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function On(a, e, r, n) {
  const s = Math.max(8, e / 30), i = r.map(({ box: [o, l, c, f], fill: h, text: _ }) => {
    const T = `<rect x="${o}" y="${l}" width="${c - o}" height="${f - l}" fill="${h}"/>`;
    return _ ? `${T}<text x="${(o + c) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (c - o) * 1.5 / Math.max(2, _.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ma(_)}</text>` : T;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ma(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ma(n)}</text></svg>`;
}
const Oa = (a, e, r, n, s) => On(r * 20, e * 20, Array.from({ length: e * r }, (i, o) => ({ box: [o % r * 20, Math.floor(o / r) * 20, o % r * 20 + 19, Math.floor(o / r) * 20 + 19], fill: n(a[o]) })), s);
function ba(a, e, r = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: r }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Ql = (a) => Number.isInteger(a) || !Number.isFinite(a) ? a : Math.abs(a) < 1e3 ? Number(a.toPrecision(4)) : Math.round(10 * a) / 10, $l = (a) => typeof a == "number" ? String(Ql(a)) : /[",\n]/.test(a) ? `"${a.replace(/"/g, '""')}"` : a, eu = (a) => a.map((e) => e.map($l).join(",")).join(`
`) + `
`;
async function tu(a) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`, await e.decode();
  const r = Math.max(1, 1200 / Math.max(e.width, e.height)), n = Object.assign(document.createElement("canvas"), { width: e.width * r, height: e.height * r });
  return n.getContext("2d").drawImage(e, 0, 0, n.width, n.height), new Promise((s) => n.toBlob((i) => s(i)));
}
const dn = (a) => {
  let e = "";
  for (let r = 0; r < a.length; r += 32768) e += String.fromCharCode(...a.subarray(r, r + 32768));
  return btoa(e);
};
async function ru(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const r = await e.blob();
  return `data:${r.type};base64,${dn(new Uint8Array(await r.arrayBuffer()))}`;
}
async function au(a, e, r) {
  const [n, s] = await Promise.all(["app.js", "app.css"].map(async (c) => (await fetch(`assets/${c}`)).text())), i = await Promise.all(a.images.map((c, f) => Promise.all(c.frames.map((h, _) => ru(e(f, _)))))), o = Object.fromEntries([...a.raw].map(([c, f]) => [c, dn(f)])), l = JSON.stringify({ ...r, id: a.id, answer: a.answer, sweeps: a.sweeps, tokens: dn(a.bytes), pictures: i, views: o }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ma(r.title)}</title><style>${s}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${l}<\/script><script type="module">${n}<\/script></body></html>`;
}
var nu = /* @__PURE__ */ x('<button type="button" class="small">code</button>'), su = /* @__PURE__ */ x('<button type="button" class="small"> </button>'), iu = /* @__PURE__ */ x('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), ou = /* @__PURE__ */ x('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function Kt(a, e) {
  Ye(e, !0);
  let r = Ie(e, "code", 3, ""), n = Ie(e, "exporter", 3, null), s = /* @__PURE__ */ K(!1), i = /* @__PURE__ */ K(!1);
  async function o(O) {
    n() && (O === "csv" && n().csv && ba(`${n().name}.csv`, eu(n().csv()), "text/csv"), O === "svg" && n().svg && ba(`${n().name}.svg`, n().svg(), "image/svg+xml"), O === "png" && n().svg && ba(`${n().name}.png`, await tu(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(r()), j(i, !0), setTimeout(() => j(i, !1), 1500);
  }
  var c = ou(), f = Le(c), h = k(f), _ = B(h, !0), T = u(h, 2);
  hl(T, () => e.children ?? rr);
  var d = u(T, 4), m = k(d);
  {
    var H = (O) => {
      var A = nu();
      F(() => te(A, "aria-expanded", t(s))), oe("click", A, () => j(s, !t(s))), v(O, A);
    };
    z(m, (O) => {
      r() && O(H);
    });
  }
  var E = u(m, 2);
  {
    var S = (O) => {
      var A = It(), b = Le(A);
      Pe(b, 16, () => ["png", "svg", "csv"], qe, (C, W) => {
        var Y = It(), G = Le(Y);
        {
          var se = (q) => {
            var J = su(), ne = B(J, !0);
            F(
              (re) => {
                te(J, "aria-label", `Export ${n().name ?? ""} as ${re ?? ""}`), P(ne, W);
              },
              [() => W.toUpperCase()]
            ), oe("click", J, () => o(W)), v(q, J);
          };
          z(G, (q) => {
            (W === "csv" ? n().csv : n().svg) && q(se);
          });
        }
        v(C, Y);
      }), v(O, A);
    };
    z(E, (O) => {
      n() && O(S);
    });
  }
  var M = u(f, 2);
  {
    var R = (O) => {
      var A = iu(), b = k(A), C = B(b, !0), W = u(b, 2), Y = B(W, !0);
      F(() => {
        P(C, t(i) ? "copied" : "copy"), te(W, "aria-label", `Python for ${e.title ?? ""}`), P(Y, r());
      }), oe("click", b, l), v(O, A);
    };
    z(M, (O) => {
      t(s) && r() && O(R);
    });
  }
  F(() => P(_, e.title)), v(a, c), Ge();
}
ct(["click"]);
var lu = /* @__PURE__ */ x('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span class="axes"> </span> <span role="status"> </span></p></div>');
function Pa(a, e) {
  Ye(e, !0);
  let r = Ie(e, "signed", 3, !1), n = Ie(e, "high", 3, 0), s = Ie(e, "rowName", 3, "layer"), i = Ie(e, "columnName", 3, "head"), o = Ie(e, "columnLabels", 3, null), l = Ie(e, "columnNumbers", 3, null), c = Ie(e, "picked", 3, null), f = Ie(e, "unit", 3, ""), h = Ie(e, "order", 3, null), _ = Ie(e, "note", 3, () => "");
  const T = (ee) => ee.replace(/\bquery$/, "querie") + "s";
  let d = /* @__PURE__ */ K(void 0), m = /* @__PURE__ */ K(0), H = /* @__PURE__ */ K(null);
  const E = 30, S = 18, M = 8, R = 46, O = /* @__PURE__ */ y(() => Math.max(3, Math.min(R, (t(m) - E - M) / Math.max(1, e.columns)))), A = /* @__PURE__ */ y(() => Math.max(7, Math.min(30, t(O), 560 / Math.max(1, e.rows)))), b = /* @__PURE__ */ y(() => {
    if (n()) return n();
    let ee = 0;
    for (let ie = 0; ie < e.rows * e.columns; ie++) Math.abs(e.values[ie]) > ee && (ee = Math.abs(e.values[ie]));
    return ee || 1;
  });
  let C = null;
  function W(ee) {
    const ie = document.createElement("canvas");
    ie.width = Math.ceil((E + t(O) * e.columns + M) * ee), ie.height = Math.ceil((S + t(A) * e.rows) * ee);
    const p = ie.getContext("2d");
    p.scale(ee, ee);
    const U = Math.min(t(
      O
      // else the lines would be most of what is seen
    ), t(A)) > 12 ? 1 : 0;
    for (let V = 0; V < e.rows; V++) for (let ue = 0; ue < e.columns; ue++) {
      const fe = e.values[V * e.columns + (h() ? h()[ue] : ue)];
      p.fillStyle = Number.isNaN(fe) ? "rgba(128,128,128,.18)" : Nt(fe / t(b), r()), p.fillRect(E + ue * t(O), S + V * t(A), t(O) - U, t(A) - U);
    }
    p.fillStyle = getComputedStyle(t(d)).color, p.font = "11px system-ui, sans-serif", p.textBaseline = "middle", p.textAlign = "right";
    const L = Math.ceil(13 / t(A)), Q = Math.ceil((e.columns > 100 ? 30 : 20) / t(O));
    for (let V = 0; V < e.rows; V += L) p.fillText(String(V), E - 5, S + (V + 0.5) * t(A));
    if (p.textAlign = "center", !o() || l()) for (let V = 0; V < e.columns; V += Q) p.fillText(
      String(l() ? l()[V] : h() ? h()[V] : V),
      E + (V + 0.5) * t(O),
      8
    );
    return ie;
  }
  gt(() => {
    e.values, e.rows, e.columns, r(), t(b), t(O), t(A), h(), !(!t(d) || !t(m)) && (C = W(devicePixelRatio || 1), Y());
  }), gt(() => {
    t(H), c(), Y();
  });
  function Y() {
    if (!t(d) || !C) return;
    const ee = devicePixelRatio || 1;
    (t(d).width !== C.width || t(d).height !== C.height) && Object.assign(t(d), { width: C.width, height: C.height });
    const ie = t(d).getContext("2d");
    ie.setTransform(1, 0, 0, 1, 0, 0), ie.clearRect(0, 0, t(d).width, t(d).height), ie.drawImage(C, 0, 0), ie.scale(ee, ee);
    for (const [p, U] of [[c(), "#fff"], [t(H), "#ffe14d"]]) {
      if (!p) continue;
      const L = h() ? h().indexOf(p[1]) : p[1], Q = [
        E + L * t(O),
        S + p[0] * t(A),
        t(O) - 1,
        t(A) - 1
      ];
      ie.lineWidth = 4, ie.strokeStyle = "#000", ie.strokeRect(...Q), ie.lineWidth = 2, ie.strokeStyle = U, ie.strokeRect(...Q);
    }
  }
  function G(ee) {
    const ie = t(d).getBoundingClientRect(), p = Math.floor((ee.clientX - ie.left - E) / t(O)), U = Math.floor((ee.clientY - ie.top - S) / t(A));
    return U >= 0 && U < e.rows && p >= 0 && p < e.columns ? [U, h() ? h()[p] : p] : null;
  }
  function se(ee) {
    ee?.[0] === t(H)?.[0] && ee?.[1] === t(H)?.[1] || (j(H, ee), e.onhover?.(ee));
  }
  function q(ee) {
    const ie = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[ee.key], p = t(H) ?? c();
    if (ie) {
      ee.preventDefault();
      const U = p ? h() ? h().indexOf(p[1]) : p[1] : 0, L = p ? Math.max(0, Math.min(e.columns - 1, U + ie[1])) : 0;
      se([
        p ? Math.max(0, Math.min(e.rows - 1, p[0] + ie[0])) : 0,
        h() ? h()[L] : L
      ]);
    } else (ee.key === "Enter" || ee.key === " ") && p && (ee.preventDefault(), e.onpick?.(p));
  }
  const J = /* @__PURE__ */ y(() => t(H) ?? c()), ne = /* @__PURE__ */ y(() => {
    if (!t(J)) return "Point at a cell, click to keep it.";
    const ee = e.values[t(J)[0] * e.columns + t(J)[1]], ie = o() ? o()[t(J)[1]] : `${i()} ${t(J)[1]}`;
    return Number.isNaN(ee) ? `${s()} ${t(J)[0]}${_()(t(J)[0]) ? `: ${_()(t(J)[0])}` : `, ${ie}: nothing`}` : `${s()} ${t(J)[0]}, ${ie}: ${r() ? wt(ee) : Je(ee)} ${f()}`;
  });
  var re = lu();
  let $;
  var Z = k(re), le = k(Z);
  let pe;
  yr(le, (ee) => j(d, ee), () => t(d));
  var we = u(Z, 2), Me = k(we), Ae = k(Me), xe = u(Ae);
  let g;
  var D = u(xe), w = u(Me, 2), N = B(w), I = u(w, 2), ae = B(I, !0);
  F(
    (ee, ie, p, U, L, Q) => {
      $ = We(re, "", $, {
        "max-width": `max(320px, ${E + R * e.columns + M}px)`
      }), te(Z, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${ee ?? ""} by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), te(Z, "data-grid", e.label), te(Z, "data-cell", `30,18,${t(O) ?? ""},${t(A) ?? ""}`), pe = We(le, "", pe, {
        width: `${E + t(O) * e.columns + M}px`,
        height: `${S + t(A) * e.rows}px`
      }), P(Ae, `${ie ?? ""} `), g = We(xe, "", g, { background: p }), P(D, ` ${U ?? ""}`), P(N, `${L ?? ""} ↓ ${Q ?? ""}`), P(ae, t(ne));
    },
    [
      () => T(s()),
      () => r() ? `−${Je(t(b))}` : "0",
      () => di(r()),
      () => Je(t(b)),
      () => T(s()),
      () => o() && !l() ? "" : `${T(i())} →`
    ]
  ), oe("keydown", Z, q), Ke("blur", Z, () => se(null)), oe("pointermove", le, (ee) => se(G(ee))), Ke("pointerleave", le, () => se(null)), oe("click", le, (ee) => {
    const ie = G(ee);
    ie && e.onpick?.(ie);
  }), va(re, "clientWidth", (ee) => j(m, ee)), v(a, re), Ge();
}
ct(["keydown", "pointermove", "click"]);
var uu = /* @__PURE__ */ x('<p role="status"> <button type="button" class="primary">find it</button></p>');
function mr(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  var n = It(), s = Le(n);
  {
    var i = (o) => {
      var l = uu(), c = k(l), f = u(c);
      F((h, _) => P(c, `${e.what ?? ""} takes about ${h ?? ""}${_ ?? ""}. `), [
        () => cn(e.long.seconds),
        () => e.long.bytes ? ` and ${Ta(e.long.bytes)}` : ""
      ]), oe("click", f, () => r().granted = /* @__PURE__ */ new Set([...r().granted, e.long.key])), v(o, l);
    };
    z(s, (o) => {
      e.long && o(i);
    });
  }
  v(a, n), Ge();
}
ct(["click"]);
const La = {
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
}, fn = {
  zero: "set to zero",
  mean: "set to the mean",
  scale: "scale",
  block: "block attention",
  patch: "patch from the second",
  resample: "resample from the second",
  steer: "steer to the second",
  project: "take out the difference from the second"
}, es = ["patch", "resample", "steer", "project"], oa = {
  z: "heads",
  attn_out: "attention",
  mlp_out: "MLP",
  resid_post: "stream behind the layer",
  resid_mid: "stream between",
  resid_pre: "stream before the layer"
}, Er = (a, e) => a === null ? e : a.length > 6 ? `${a.length} (${a[0]}…${a.at(-1)})` : a.join(", "), cu = ({ kind: a, feature: e, dictionary: r, strength: n, positions: s }) => `${a === "ablate_feature" ? "set to zero" : a === "clamp_feature" ? `set to ${n}` : `add ${n} to`} · feature ${e} of ${r} · tokens ${Er(s, "all")}`, fi = (a) => a.feature !== null ? cu(a) : `${fn[a.kind]}${a.kind === "block" ? "" : ` · ${oa[a.point]}`} · layers ${Er(a.layers, "all")}${a.heads ? ` · head ${Er(a.heads, "")}` : ""} · ${a.kind === "block" ? "from " : ""}tokens ${Er(a.positions, "all")}${a.keys ? ` to ${Er(a.keys, "all")}` : ""}${a.image_keys ? ` to image features ${Er(a.image_keys, "all")}` : ""}${["scale", "steer"].includes(a.kind) ? ` · ×${a.strength}` : ""}`;
class du {
  constructor(e) {
    this.session = e;
  }
  session;
  #e = /* @__PURE__ */ K(null);
  get result() {
    return t(this.#e);
  }
  set result(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ K(!1);
  get running() {
    return t(this.#r);
  }
  set running(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ K("");
  get error() {
    return t(this.#t);
  }
  set error(e) {
    j(this.#t, e, !0);
  }
  runs = 0;
  halt = null;
  get base() {
    return this.session.clean ?? this.session.study;
  }
  get active() {
    return this.session.changes.filter((e) => e.on);
  }
  async run() {
    const { session: e, base: r } = this, n = this.active.map(({ on: o, ...l }) => ({
      ...l,
      source: l.source && e.second ? e.second.id : l.source
    }));
    this.cancel();
    const s = ++this.runs, i = this.halt = new AbortController();
    if (Object.assign(this, { error: "", running: r !== null && n.length > 0 }), !!r) {
      if (!n.length)
        return this.result = null, this.back();
      try {
        for await (const o of e.source.stream(r.id, "changes", { changes: n, max_new_tokens: 16 }, i.signal)) {
          if (s !== this.runs) return;
          this.result = o;
        }
        e.changed && await this.see();
      } catch (o) {
        s === this.runs && o.name !== "AbortError" && (this.error = o.message);
      } finally {
        s === this.runs && (this.running = !1);
      }
    }
  }
  cancel() {
    this.halt?.abort();
  }
  // Forgets what was found.
  reset() {
    this.runs++, this.cancel(), Object.assign(this, { result: null, running: !1, error: "" });
  }
  // Every view of the changed model, in the place of the unchanged one.
  async see() {
    const { session: e, base: r, result: n } = this;
    if (!n || !r) return;
    e.changed = !0;
    const { study: s, after: i } = n.about, o = await e.during(e.source.tokens(s));
    if (!o || this.base !== r || this.result !== n) return;
    const l = new vn(e.source, s, o);
    l.answer = i, l.asked = r.asked, e.clean = r, e.study = l;
  }
  back() {
    const { session: e } = this;
    e.changed = !1, e.clean && (e.study = e.clean), e.clean = null;
  }
}
const fu = () => new Promise((a, e) => {
  const r = indexedDB.open("vlm_lens_native", 1);
  r.onupgradeneeded = () => r.result.createObjectStore("images"), r.onsuccess = () => a(r.result), r.onerror = () => e(r.error);
});
async function vi(a, e) {
  try {
    const r = (await fu()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(r);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const ts = (a, e) => vi("readwrite", (r) => r.put(e, a)), vu = (a) => vi("readonly", (e) => e.get(a));
async function hu(a, e = 16) {
  const r = document.createElement("video");
  r.muted = !0, r.src = URL.createObjectURL(a), await new Promise((o, l) => {
    r.onloadeddata = o, r.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const n = Math.max(2, Math.min(e, Math.floor(r.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: r.videoWidth, height: r.videoHeight }), i = [];
  for (let o = 0; o < n; o++)
    r.currentTime = (o + 0.5) * r.duration / n, await new Promise((l) => r.onseeked = l), s.getContext("2d").drawImage(r, 0, 0), i.push(await new Promise((l) => s.toBlob((c) => l(c), "image/png")));
  return URL.revokeObjectURL(r.src), { frames: i, fps: n / r.duration };
}
const hi = new Float32Array(65536);
for (let a = 0; a < 65536; a++) {
  const e = a & 32768 ? -1 : 1, r = a >> 10 & 31, n = a & 1023;
  hi[a] = e * (r === 0 ? n * 2 ** -24 : r === 31 ? n ? NaN : 1 / 0 : (1 + n / 1024) * 2 ** (r - 15));
}
const pu = {
  F16: (a) => Float32Array.from(new Uint16Array(a), (e) => hi[e]),
  F32: (a) => new Float32Array(a),
  F64: (a) => new Float64Array(a),
  U8: (a) => new Uint8Array(a),
  U16: (a) => new Uint16Array(a),
  U32: (a) => new Uint32Array(a),
  I32: (a) => new Int32Array(a),
  I64: (a) => Float64Array.from(new BigInt64Array(a), Number)
};
function Hr(a) {
  const e = a.byteOffset === 0 && a.byteLength === a.buffer.byteLength ? a : a.slice(), r = Number(new DataView(e.buffer).getBigUint64(0, !0)), n = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + r))), s = {};
  for (const [o, l] of Object.entries(n)) {
    if (o === "__metadata__") continue;
    const [c, f] = l.data_offsets;
    s[o] = { shape: l.shape, data: pu[l.dtype](e.slice(8 + r + c, 8 + r + f).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (c) => (c / 255) ** 2 * l : gu);
  return { arrays: s, about: i };
}
const gu = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function _u(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* rs(a) {
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
async function mu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new st(e.error ?? a.statusText, a.status);
}
async function lr(a, e) {
  try {
    return await mu(await fetch(a, e));
  } catch (r) {
    throw r instanceof st || r.name === "AbortError" ? r : new st("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Ga = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), bu = ["patching", "knockout", "gradients"], as = 32 * 2 ** 20;
class yu {
  kind = "server";
  async models() {
    return (await lr("api/models")).json();
  }
  async example(e, r) {
    return (await lr(`api/examples?${new URLSearchParams({ model: e, number: String(r) })}`)).json();
  }
  async addImage(e) {
    if (e.size > as) throw new st(`it has ${Ta(e.size)}, and ${Ta(as)} are the most. Scale it down, or save it as JPEG.`);
    return (await lr("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const r = await lr("api/studies", Ga(e));
    return { id: r.headers.get("x-study"), bytes: new Uint8Array(await r.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await lr(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, r, n) {
    return `api/studies/${e}/pictures/${r}/${n}`;
  }
  // One view; of a sweep, which comes piece by piece, the last piece, which holds all.
  async raw(e, r, n) {
    const s = await lr(`api/studies/${e}/${r}`, Ga(n));
    if (!bu.includes(r)) return new Uint8Array(await s.arrayBuffer());
    let i = new Uint8Array();
    for await (const l of rs(s.body)) i = l;
    const { error: o } = Hr(i).about;
    if (o) throw new st(o);
    return i;
  }
  async *stream(e, r, n, s) {
    const i = await lr(`api/studies/${e}/${r}`, { ...Ga(n), signal: s });
    for await (const o of rs(i.body)) {
      const l = Hr(o);
      if (l.about.error) throw new st(l.about.error);
      yield l;
    }
  }
}
const Cr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class wu {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Cr(this.data.tokens) };
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
    return this.data.compressed ? _u(Cr(s)) : Cr(s);
  }
  async *stream(e, r, n) {
    yield Hr(await this.raw(e, r, n));
  }
}
class ku {
  constructor(e) {
    this.model = e, e.on("msg:custom", (r, n) => {
      const s = this.waiting.get(r.id);
      s && (this.waiting.delete(r.id), r.error ? s.failed(new st(r.error)) : r.view ? this.arrived(r.view, (i) => s.done(Cr(i))) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
    return { ...this.saved(), bytes: Cr(this.saved().tokens) };
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
    return i ? Cr(i) : this.sent(e, r, n);
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
    const s = Hr(await this.raw(e, r, n));
    if (s.about.error) throw new st(s.about.error);
    yield s;
  }
}
const xu = {
  groups: "groups of tokens",
  positions: "single tokens",
  heads: "heads"
};
function Su(a, e) {
  if (a === "knockout") return `Attention knocked out${e.window > 1 ? `, ${e.window} layers at a time` : ""}`;
  if (a === "gradients") return `Patches estimated by gradients: ${oa[e.point]}`;
  const { point: r, over: n, direction: s, positions: i } = e;
  return `Patches: ${n === "heads" ? "" : `${oa[r]}, `}${xu[n]}, ${s === "noise" ? "noising" : "denoising"}${i ? `, ${i.length} selected tokens` : ""}`;
}
class Mu {
  constructor(e) {
    this.session = e;
  }
  session;
  #e = /* @__PURE__ */ K(null);
  get view() {
    return t(this.#e);
  }
  set view(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ K("");
  get name() {
    return t(this.#r);
  }
  set name(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ K(!1);
  get running() {
    return t(this.#t);
  }
  set running(e) {
    j(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ K("");
  get error() {
    return t(this.#a);
  }
  set error(e) {
    j(this.#a, e, !0);
  }
  stop = null;
  async start(e, r, n) {
    this.reset();
    const s = this.stop = new AbortController();
    Object.assign(this, { name: r, running: !0 });
    try {
      for await (const i of this.session.source.stream(e.id, r, n, s.signal)) this.stop === s && (this.view = i);
      if (this.stop !== s || !this.view) return;
      await e.view(r, n), e.keepSweep(r, n), this.view = null;
    } catch (i) {
      this.stop === s && i.name !== "AbortError" && (this.error = i.message);
    } finally {
      this.stop === s && (this.running = !1);
    }
  }
  cancel() {
    this.stop?.abort(), this.running = !1;
  }
  // Forgets what was found of a sweep that did not end.
  reset() {
    this.cancel(), this.stop = null, Object.assign(this, { view: null, error: "" });
  }
}
const Gr = ["attribution", "attention", "lens", "features", "causes"];
class vn {
  constructor(e, r, n) {
    this.source = e, this.id = r, this.bytes = n;
    const { arrays: s, about: i } = Hr(n), o = (l, c, f, h) => {
      const _ = (d) => s[l + d]?.data[c] ?? -1, T = Array.from(s[`${l}boxes`].data.slice(4 * c, 4 * c + 4));
      return {
        position: f,
        text: h,
        id: _("ids"),
        kind: i.kinds[_("kinds")],
        image: _("images"),
        frame: _("frames"),
        row: _("rows"),
        column: _("columns"),
        tile: _("tiles"),
        tileRow: _("tile_rows"),
        tileColumn: _("tile_columns"),
        global: _("globals") > 0,
        box: T.some(Number.isNaN) ? null : T
      };
    };
    this.tokens = i.strings.map((l, c) => o("", c, c, l)), this.keys = Array.from(s.key_kinds?.data ?? [], (l, c) => o("key_", c, -1 - c, "")), this.mixers = i.mixers ?? [], this.attending = new Set(i.attending ?? Array.from({ length: i.n_layers }, (l, c) => c)), this.crossing = i.crossing ?? [], this.numbers = i.numbers ?? null, this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.dictionaries = i.dictionaries ?? [], this.costs = i.costs ?? {}, this.passSeconds = i.pass_seconds ?? 0, this.code = i.code;
    for (const { name: l, asked: c } of i.sweeps ?? []) this.keepSweep(l, c);
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
  // in_front: of the decoder, where patches are
  costs;
  #e = (
    // of what takes long: passes over the prompt, and bytes
    /* @__PURE__ */ K(0)
  );
  get passSeconds() {
    return t(this.#e);
  }
  set passSeconds(e) {
    j(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ K(fr([]));
  get answer() {
    return t(this.#r);
  }
  set answer(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ K(!1);
  get answering() {
    return t(this.#t);
  }
  set answering(e) {
    j(this.#t, e, !0);
  }
  asked = null;
  #a = /* @__PURE__ */ K([]);
  get sweeps() {
    return t(this.#a);
  }
  set sweeps(e) {
    j(this.#a, e);
  }
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
  keepSweep(e, r) {
    const n = ya(e, r);
    this.sweeps = [
      { title: Su(e, r), text: "", name: e, asked: r },
      ...this.sweeps.filter((s) => ya(s.name, s.asked) !== n)
    ];
  }
  has(e) {
    return this.views.has(e);
  }
  view(e, r) {
    const n = ya(e, r);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, r).then((i) => (this.raw.set(n, i), Hr(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const ya = (a, e) => `${a} ${JSON.stringify(e)}`, Au = ["model", "q", "system", "prefill", "images", "turns", "t"], Nu = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], Dt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class Eu {
  constructor(e) {
    this.source = e, this.begin().catch((r) => this.fail(r));
  }
  source;
  #e = /* @__PURE__ */ K([]);
  get models() {
    return t(this.#e);
  }
  set models(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ K("");
  get model() {
    return t(this.#r);
  }
  set model(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ K("What is in the image?");
  get question() {
    return t(this.#t);
  }
  set question(e) {
    j(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ K("");
  get system() {
    return t(this.#a);
  }
  set system(e) {
    j(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ K([]);
  get earlier() {
    return t(this.#n);
  }
  set earlier(e) {
    j(this.#n, e);
  }
  #s = /* @__PURE__ */ K("");
  get prefill() {
    return t(this.#s);
  }
  set prefill(e) {
    j(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ K([]);
  get uploads() {
    return t(this.#o);
  }
  set uploads(e) {
    j(this.#o, e);
  }
  #i = /* @__PURE__ */ K(null);
  get example() {
    return t(this.#i);
  }
  set example(e) {
    j(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ K("");
  get exampleName() {
    return t(this.#l);
  }
  set exampleName(e) {
    j(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ K(null);
  get truth() {
    return t(this.#v);
  }
  set truth(e) {
    j(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ K(0);
  get temperature() {
    return t(this.#u);
  }
  set temperature(e) {
    j(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ K(48);
  get maxNew() {
    return t(this.#h);
  }
  set maxNew(e) {
    j(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ K(null);
  get study() {
    return t(this.#_);
  }
  set study(e) {
    j(this.#_, e);
  }
  #c = /* @__PURE__ */ K(null);
  get clean() {
    return t(this.#c);
  }
  set clean(e) {
    j(this.#c, e);
  }
  #p = /* @__PURE__ */ K(null);
  get second() {
    return t(this.#p);
  }
  set second(e) {
    j(this.#p, e);
  }
  #b = /* @__PURE__ */ K(null);
  get secondUpload() {
    return t(this.#b);
  }
  set secondUpload(e) {
    j(this.#b, e);
  }
  #k = /* @__PURE__ */ K(null);
  get secondExample() {
    return t(this.#k);
  }
  set secondExample(e) {
    j(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ K(null);
  get focus() {
    return t(this.#m);
  }
  set focus(e) {
    j(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ K(null);
  get target() {
    return t(this.#d);
  }
  set target(e) {
    j(this.#d, e);
  }
  #g = /* @__PURE__ */ K(null);
  get contrast() {
    return t(this.#g);
  }
  set contrast(e) {
    j(this.#g, e);
  }
  #y = /* @__PURE__ */ K(null);
  get place() {
    return t(this.#y);
  }
  set place(e) {
    j(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ K(null);
  get layer() {
    return t(this.#f);
  }
  set layer(e) {
    j(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ K(null);
  get head() {
    return t(this.#w);
  }
  set head(e) {
    j(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ K(null);
  get lensLayer() {
    return t(this.#x);
  }
  set lensLayer(e) {
    j(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ K([]);
  get words() {
    return t(this.#S);
  }
  set words(e) {
    j(this.#S, e);
  }
  #M = /* @__PURE__ */ K(0);
  get word() {
    return t(this.#M);
  }
  set word(e) {
    j(this.#M, e, !0);
  }
  #A = /* @__PURE__ */ K(!1);
  get vision() {
    return t(this.#A);
  }
  set vision(e) {
    j(this.#A, e, !0);
  }
  #N = /* @__PURE__ */ K(/* @__PURE__ */ new Set());
  get granted() {
    return t(this.#N);
  }
  set granted(e) {
    j(this.#N, e);
  }
  #E = /* @__PURE__ */ K(!1);
  get pattern() {
    return t(this.#E);
  }
  set pattern(e) {
    j(this.#E, e, !0);
  }
  #T = /* @__PURE__ */ K("");
  get find() {
    return t(this.#T);
  }
  set find(e) {
    j(this.#T, e, !0);
  }
  #O = /* @__PURE__ */ K(0.01);
  get least() {
    return t(this.#O);
  }
  set least(e) {
    j(this.#O, e, !0);
  }
  #P = /* @__PURE__ */ K("none");
  get paint() {
    return t(this.#P);
  }
  set paint(e) {
    j(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ K("attribution");
  get tab() {
    return t(this.#L);
  }
  set tab(e) {
    j(this.#L, e, !0);
  }
  #R = /* @__PURE__ */ K(/* @__PURE__ */ new Set());
  get selected() {
    return t(this.#R);
  }
  set selected(e) {
    j(this.#R, e);
  }
  #C = /* @__PURE__ */ K("");
  get dictionary() {
    return t(this.#C);
  }
  set dictionary(e) {
    j(this.#C, e, !0);
  }
  #I = /* @__PURE__ */ K(null);
  get feature() {
    return t(this.#I);
  }
  set feature(e) {
    j(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ K([]);
  get changes() {
    return t(this.#F);
  }
  set changes(e) {
    j(this.#F, e);
  }
  #j = /* @__PURE__ */ K(!1);
  get changed() {
    return t(this.#j);
  }
  set changed(e) {
    j(this.#j, e, !0);
  }
  changing = new du(this);
  sweeping = new Mu(this);
  #D = /* @__PURE__ */ K(null);
  get sweep() {
    return t(this.#D);
  }
  set sweep(e) {
    j(this.#D, e);
  }
  #U = /* @__PURE__ */ K(null);
  get hoverHead() {
    return t(this.#U);
  }
  set hoverHead(e) {
    j(this.#U, e);
  }
  #H = /* @__PURE__ */ K(null);
  get hoverPlace() {
    return t(this.#H);
  }
  set hoverPlace(e) {
    j(this.#H, e, !0);
  }
  #z = /* @__PURE__ */ K(0);
  get busy() {
    return t(this.#z);
  }
  set busy(e) {
    j(this.#z, e, !0);
  }
  #B = /* @__PURE__ */ K("");
  get message() {
    return t(this.#B);
  }
  set message(e) {
    j(this.#B, e, !0);
  }
  title = "";
  text = "";
  note = "";
  #q = /* @__PURE__ */ K(Gr);
  get tabs() {
    return t(this.#q);
  }
  set tabs(e) {
    j(this.#q, e);
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
    } = this, f = r.trim() === this.trueOf.trim() ? this.truth : null;
    return {
      model: e,
      question: r,
      system: n,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: f,
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
      this.title = r.title, this.text = r.text, this.note = r.note ?? "";
      const n = new vn(this.source, r.id, r.bytes);
      n.answer = r.answer ?? [], n.sweeps = r.sweeps ?? [], this.study = n, this.tabs = r.tabs ?? Gr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = r.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
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
    e.toString() !== this.written && (Au.every((n) => e.get(n) === r.get(n)) ? (this.restore(e), this.changing.run()) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
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
      tab: this.tab === Gr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      changed: this.changed ? 1 : "",
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
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = Dt(e.get("t"), 0), this.focus = Dt(e.get("focus"), null), this.target = r("target"), this.contrast = r("contrast"), this.place = Dt(e.get("place"), null), this.layer = Dt(e.get("layer"), null), this.head = Dt(e.get("head"), null), this.lensLayer = Dt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = Dt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Gr.includes(e.get("tab")) ? e.get("tab") : Gr[0], this.selected = new Set(Nu(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern"), this.dictionary = e.get("dictionary") ?? "", this.feature = Dt(e.get("feature"), null), this.changed = e.has("changed");
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]").map((n) => ({ ...La, ...n })), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = Dt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.trueOf = s.question, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const r = e.get("second") ?? "";
    if (this.secondExample = r.length < 8 ? Dt(r, null) : null, this.secondUpload = r.length < 8 ? null : await this.bringImage(r), this.uploads.length) return !0;
    const n = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), c = [];
      for (const f of l) {
        const h = await this.bringImage(f);
        if (!h)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        c.push(h);
      }
      n.push(o ? {
        ...c[0],
        frames: c.map((f) => f.id),
        fps: Number(o) || void 0
      } : c[0]);
    }
    return this.uploads = n, !0;
  }
  async bringImage(e) {
    const r = await vu(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
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
      return await ts(i.id, e), i;
    }
    const { frames: r, fps: n } = await hu(e), s = [];
    for (const i of r) {
      const o = await this.source.addImage(i);
      await ts(o.id, i), s.push(o);
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
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = [], this.changed = !1), this.info?.loaded || (this.models = await this.source.models()), this.study = i, this.clean = null, this.changing.reset(), this.sweeping.reset(), this.sweep = null, this.second = null, this.granted = /* @__PURE__ */ new Set(), !await this.answers(i, () => n === this.run, s.signal))) return;
      this.afterAnswer();
    } catch (o) {
      n === this.run && this.fail(o);
    } finally {
      this.busy--, i && (i.answering = !1);
    }
  }
  async open(e) {
    const { id: r, bytes: n } = await this.source.open(this.prompt(e)), s = new vn(this.source, r, n);
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
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position), this.write(), this.bringBack().catch((r) => this.fail(r));
  }
  // The second image and the changes that an address names.
  async bringBack() {
    const e = this.secondExample ?? this.secondUpload;
    this.study && e !== null && !this.second && await this.openSecond(e), this.changes.length && this.source.kind !== "page" && await this.changing.run();
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
function Ut(a, ...e) {
  const r = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + r);
}
var Tu = /* @__PURE__ */ x('<span class="fine"> </span>'), ns = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Ou = /* @__PURE__ */ x('<button type="button"> </button>'), Pu = /* @__PURE__ */ x('<li><button type="button" class="head"> <b> </b></button></li>'), Lu = /* @__PURE__ */ x('<ol class="best"></ol>'), Xa = /* @__PURE__ */ x('<p class="fine"> </p>'), Ru = /* @__PURE__ */ x('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), Cu = /* @__PURE__ */ x('<!> <!> <!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), Iu = /* @__PURE__ */ x('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Fu(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ K("image"), s = /* @__PURE__ */ K(!1);
  const i = /* @__PURE__ */ y(() => e.painted.heads.view), o = /* @__PURE__ */ y(() => e.painted.pattern), l = /* @__PURE__ */ y(() => r().pattern), c = /* @__PURE__ */ y(() => {
    if (!t(i)) return new Float32Array();
    const [q, J] = t(i).arrays.weights.shape, ne = new Float32Array(q * J).fill(NaN), re = t(i).arrays.image_weights;
    return f(t(i).arrays.weights, ne, 1, [...e.study.attending]), re && f(re, ne, -1, e.study.crossing), ne;
  });
  function f({ shape: q, data: J }, ne, re, $) {
    const [, Z, le] = q, pe = new Uint8Array(le);
    for (let we = 0; we < le; we++) {
      const Me = re > 0 ? we : -1 - we;
      pe[we] = Number(t(n) === "image" ? e.study.token(Me)?.kind === "image" : t(n) === "selection" ? r().selected.has(Me) : Me === r().place);
    }
    for (const we of $) for (let Me = 0; Me < Z; Me++) {
      let Ae = 0;
      const xe = ((re > 0 ? we : e.study.crossing.indexOf(we)) * Z + Me) * le;
      if (t(n) === "entropy") for (let g = 0; g < le; g++) {
        const D = J[xe + g];
        D > 0 && (Ae -= D * Math.log(D));
      }
      else for (let g = 0; g < le; g++) pe[g] && (Ae += J[xe + g]);
      ne[we * Z + Me] = Ae;
    }
  }
  const h = /* @__PURE__ */ y(() => t(i)?.arrays.weights.shape ?? [0, 0, 0]), _ = /* @__PURE__ */ y(() => Array.from(t(c).keys()).filter((q) => !Number.isNaN(t(c)[q])).sort((q, J) => t(c)[J] - t(c)[q]).slice(0, 24)), T = /* @__PURE__ */ y(() => !!t(i)?.arrays.image_weights), d = /* @__PURE__ */ y(() => e.study.mixers.map((q, J) => J).filter((q) => !e.study.attending.has(q) && !(t(T) && e.study.crossing.includes(q)))), m = /* @__PURE__ */ y(() => r().layer !== null && e.study.crossing.includes(r().layer)), H = /* @__PURE__ */ y(() => t(l) ? t(o).view?.arrays.weights ?? null : null), E = /* @__PURE__ */ y(() => t(H) ? {
    name: `pattern-L${r().layer}H${r().head}`,
    svg: () => Oa(t(H).data, t(H).shape[0], t(H).shape[1], (q) => Nt(q, !1), `pattern of L${r().layer}H${r().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: t(H).shape[1] }, (q, J) => J)
      ],
      ...Array.from({ length: t(H).shape[0] }, (q, J) => [
        J,
        ...t(H).data.slice(J * t(H).shape[1], (J + 1) * t(H).shape[1])
      ])
    ]
  } : t(i) ? {
    name: "attention",
    svg: () => Oa(t(c), t(h)[0], t(h)[1], (q) => Nt(q / t(c).reduce((J, ne) => ne > J ? ne : J, 1e-9), !1), `attention, ${t(n)}`),
    csv: () => [
      ["layer", "head", t(n)],
      ...Array.from(t(c), (q, J) => [
        Math.floor(J / t(h)[1]),
        J % t(h)[1],
        q
      ])
    ]
  } : null), S = /* @__PURE__ */ y(() => r().shownPlace), M = /* @__PURE__ */ y(() => {
    const q = e.painted.readers.view;
    return q && r().shownHead && r().paint === "readers" ? Array.from(Ut(q.arrays.weights, r().shownHead.layer, r().shownHead.head)).map((J, ne) => ({ weight: J, position: ne })).sort((J, ne) => ne.weight - J.weight).slice(0, 5) : [];
  });
  var R = Iu(), O = k(R);
  {
    let q = /* @__PURE__ */ y(() => t(l) ? t(o).view?.about.code ?? "" : t(i)?.about.code ?? "");
    Kt(O, {
      title: "Attention",
      get code() {
        return t(q);
      },
      get exporter() {
        return t(E);
      },
      children: (J, ne) => {
        var re = Tu(), $ = B(re);
        F((Z) => P($, `from the focus ${Z ?? ""}`), [
          () => JSON.stringify(e.study.label(t(i)?.about.focus ?? r().at))
        ]), v(J, re);
      },
      $$slots: { default: !0 }
    });
  }
  var A = u(O, 2);
  {
    var b = (q) => {
      var J = ns(), ne = B(J, !0);
      F(() => P(ne, e.painted.heads.error)), v(q, J);
    };
    z(A, (q) => {
      e.painted.heads.error && q(b);
    });
  }
  var C = u(A, 2), W = k(C);
  Pe(
    W,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    qe,
    (q, J) => {
      var ne = /* @__PURE__ */ y(() => nr(J, 2));
      let re = () => t(ne)[0], $ = () => t(ne)[1];
      var Z = Ou(), le = B(Z, !0);
      F(() => {
        te(Z, "aria-pressed", t(n) === re()), Z.disabled = re() === "selection" && !r().selected.size || re() === "token" && r().place === null, P(le, $());
      }), oe("click", Z, () => j(n, re(), !0)), v(q, Z);
    }
  );
  var Y = u(W, 2), G = u(C, 2);
  {
    var se = (q) => {
      var J = Cu(), ne = Le(J);
      {
        var re = (U) => {
          var L = Lu();
          Pe(L, 20, () => t(_), (Q) => Q, (Q, V) => {
            const ue = /* @__PURE__ */ y(() => {
              const [de, _e] = [Math.floor(V / t(h)[1]), V % t(h)[1]];
              return { layer: de, head: _e };
            });
            var fe = Pu(), Ne = k(fe), ge = k(Ne), ye = u(ge), he = B(ye, !0);
            F(
              (de) => {
                te(Ne, "aria-pressed", r().layer === t(ue).layer && r().head === t(ue).head), P(ge, `L${t(ue).layer ?? ""}H${t(ue).head ?? ""} `), P(he, de);
              },
              [
                () => t(n) === "entropy" ? `${t(c)[V].toFixed(2)} nats` : ht(t(c)[V])
              ]
            ), Ke("pointerenter", Ne, () => {
              r().hoverHead = {
                layer: t(ue).layer,
                head: t(ue).head
              }, r().paint = "attention";
            }), Ke("pointerleave", Ne, () => r().hoverHead = null), oe("click", Ne, () => r().takeHead(t(ue).layer, t(ue).head)), v(Q, fe);
          }), v(U, L);
        }, $ = (U) => {
          {
            let L = /* @__PURE__ */ y(() => t(n) === "entropy" ? 0 : 1), Q = /* @__PURE__ */ y(() => t(n) === "entropy" ? "nats" : "of its attention"), V = /* @__PURE__ */ y(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
            Pa(U, {
              label: "Attention by head",
              get values() {
                return t(c);
              },
              get rows() {
                return t(h)[0];
              },
              get columns() {
                return t(h)[1];
              },
              get high() {
                return t(L);
              },
              get unit() {
                return t(Q);
              },
              note: (ue) => t(d).includes(ue) ? `${e.study.mixers[ue]}, which has no attention pattern` : "",
              get picked() {
                return t(V);
              },
              onhover: (ue) => {
                r().hoverHead = ue && { layer: ue[0], head: ue[1] }, ue && r().paint !== "readers" && r().paint !== "sources" && (r().paint = "attention");
              },
              onpick: ([ue, fe]) => r().takeHead(ue, fe, r().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        z(ne, (U) => {
          t(s) ? U(re) : U($, -1);
        });
      }
      var Z = u(ne, 2);
      {
        var le = (U) => {
          var L = Xa(), Q = B(L);
          F((V) => P(Q, `Layers ${V ?? ""} attend to image features by cross-attention, and to nothing else: all of their attention is on the image. Their maps are painted on it; of the other layers, which attend to tokens of the prompt, the strip below it shows where.`), [() => e.study.crossing.join(", ")]), v(U, L);
        };
        z(Z, (U) => {
          t(T) && U(le);
        });
      }
      var pe = u(Z, 2);
      {
        var we = (U) => {
          var L = Xa(), Q = B(L);
          F((V, ue, fe) => P(Q, `Layers ${V ?? ""} have no attention pattern: ${ue ?? ""} stands there in the place of attention${fe ?? ""}.`), [
            () => t(d).join(", "),
            () => [
              ...new Set(t(d).map((V) => e.study.mixers[V]))
            ].join(", "),
            () => e.study.crossing.includes(t(d)[0]) ? ", and this prompt has no image" : ""
          ]), v(U, L);
        };
        z(pe, (U) => {
          t(d).length && U(we);
        });
      }
      var Me = u(pe, 2), Ae = k(Me), xe = u(Ae, 2), g = u(xe, 2), D = B(g), w = u(Me, 2);
      {
        var N = (U) => {
          var L = Xa(), Q = B(L);
          F((V) => P(Q, `Most by: ${V ?? ""}.`), [
            () => t(M).map((V) => `${e.study.label(V.position)} ${ht(V.weight)}`).join(", ")
          ]), v(U, L);
        };
        z(w, (U) => {
          t(M).length && U(N);
        });
      }
      var I = u(w, 2);
      {
        let U = /* @__PURE__ */ y(() => e.painted.long("pattern"));
        mr(I, {
          get session() {
            return r();
          },
          get long() {
            return t(U);
          },
          what: "The whole pattern"
        });
      }
      var ae = u(I, 2);
      {
        var ee = (U) => {
          const L = /* @__PURE__ */ y(() => t(o).view.arrays.weights);
          var Q = Ru(), V = Le(Q), ue = B(V), fe = u(V, 2), Ne = k(fe);
          {
            let ge = /* @__PURE__ */ y(() => t(m) ? "image feature" : "key"), ye = /* @__PURE__ */ y(() => [
              r().at,
              t(m) ? r().keyOfPlace ?? 0 : Math.max(0, r().place ?? r().at)
            ]);
            Pa(Ne, {
              label: "Pattern",
              get values() {
                return t(L).data;
              },
              get rows() {
                return t(L).shape[0];
              },
              get columns() {
                return t(L).shape[1];
              },
              high: 1,
              rowName: "query",
              get columnName() {
                return t(ge);
              },
              get picked() {
                return t(ye);
              },
              onpick: ([he, de]) => {
                r().place = t(m) ? -1 - de : de, he < e.study.tokens.length && (r().focus = he);
              }
            });
          }
          F(() => P(ue, `Queries from top to bottom, ${t(m) ? "image features" : "keys"} from left to right${t(S) === null || t(S) < 0 ? "" : `; row ${t(S)} is the token that is pointed at`}.`)), v(U, Q);
        };
        z(ae, (U) => {
          t(l) && t(o).view && U(ee);
        });
      }
      var ie = u(ae, 2);
      {
        var p = (U) => {
          var L = ns(), Q = B(L, !0);
          F(() => P(Q, t(o).error)), v(U, L);
        };
        z(ie, (U) => {
          t(o).error && U(p);
        });
      }
      F(
        (U) => {
          te(Ae, "aria-pressed", r().paint === "attention"), te(xe, "aria-pressed", r().paint === "readers"), xe.disabled = r().place === null, te(g, "aria-pressed", t(l)), g.disabled = U, P(D, `whole pattern${r().layer === null ? "" : ` of L${r().layer}H${r().head}`}`);
        },
        [
          () => r().layer === null || t(d).includes(r().layer)
        ]
      ), oe("click", Ae, () => r().paint = "attention"), oe("click", xe, () => r().paint = r().paint === "readers" ? "attention" : "readers"), oe("click", g, () => r().pattern = !r().pattern), v(q, J);
    };
    z(G, (q) => {
      t(i) && q(se);
    });
  }
  F(() => te(Y, "aria-pressed", t(s))), oe("click", Y, () => j(s, !t(s))), v(a, R), Ge();
}
ct(["click"]);
class Ra {
  #e = /* @__PURE__ */ K(null);
  get view() {
    return t(this.#e);
  }
  set view(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ K(null);
  get study() {
    return t(this.#r);
  }
  set study(e) {
    j(this.#r, e);
  }
  #t = /* @__PURE__ */ K(null);
  get asked() {
    return t(this.#t);
  }
  set asked(e) {
    j(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ K("");
  get error() {
    return t(this.#a);
  }
  set error(e) {
    j(this.#a, e, !0);
  }
  constructor(e, r) {
    let n = 0;
    gt(() => {
      const s = r(), i = ++n;
      if (!s?.study || s.study.answering) {
        s?.study || Ct(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: c } = s;
      Ct(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, c).then(
        (f) => {
          i === n && Object.assign(this, { view: f, study: o, asked: c, name: l });
        },
        (f) => {
          i === n && (this.view = null, e.source.kind === "server" && f.status === 404 ? e.during(Promise.reject(f)) : this.error = f.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
var ju = /* @__PURE__ */ x('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Du = /* @__PURE__ */ x('<span class="fine">logit of <b> </b><!> <!></span>'), ss = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Uu = /* @__PURE__ */ x('<p class="fine">Click a token of the answer.</p>'), Hu = /* @__PURE__ */ x('<li><button type="button" class="head"> <b> </b></button></li>'), zu = /* @__PURE__ */ x('<span class="fine"> </span>'), Bu = /* @__PURE__ */ x('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), qu = /* @__PURE__ */ x('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Wu = /* @__PURE__ */ x("<li> <b> </b></li>"), Ju = /* @__PURE__ */ x('<ol class="best"></ol> <p class="fine"> </p>', 1), Ku = /* @__PURE__ */ x("<!> <!> <!>", 1), Vu = /* @__PURE__ */ x(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button> <!></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Yu = /* @__PURE__ */ x('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Gu(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ y(() => r().target ? {
    target: r().target.id,
    contrast: r().contrast?.id ?? null,
    focus: r().at
  } : null), s = new Ra(r(), () => t(n) ? { study: e.study, name: "parts", asked: t(n) } : null);
  let i = /* @__PURE__ */ K(null);
  const o = new Ra(r(), () => t(n) && t(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...t(n), layer: t(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ y(() => s.view?.about), c = /* @__PURE__ */ y(() => s.view?.arrays.heads), f = /* @__PURE__ */ y(() => {
    if (!t(c)) return [];
    const [b, C] = t(c).shape;
    return Array.from({ length: b * C }, (W, Y) => ({
      layer: Math.floor(Y / C),
      head: Y % C,
      value: t(c).data[Y]
    })).sort((W, Y) => Math.abs(Y.value) - Math.abs(W.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, _ = /* @__PURE__ */ y(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const b = s.view.arrays.values.data, C = [], W = [];
    return t(l).labels.forEach((Y, G) => {
      const se = /^(\d+)_(.+)$/.exec(Y);
      se ? (C[Number(se[1])] ??= { layer: Number(se[1]), parts: [] }).parts.push({ name: h[se[2]] ?? se[2], value: b[G] }) : W.push({ name: Y.replace(/_/g, " "), value: b[G] });
    }), {
      layers: C,
      rest: W,
      high: Math.max(...Array.from(b, Math.abs), 1e-6)
    };
  }), T = /* @__PURE__ */ y(() => t(c) ? {
    name: "attribution-heads",
    svg: () => Oa(t(c).data, t(c).shape[0], t(c).shape[1], (b) => Nt(b / t(f).reduce((C, W) => Math.max(C, Math.abs(W.value)), 1e-9), !0), `logit of ${t(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...t(l).labels.map((b, C) => [b, s.view.arrays.values.data[C]]),
      ...Array.from(t(c).data, (b, C) => [
        `L${Math.floor(C / t(c).shape[1])}H${C % t(c).shape[1]}`,
        b
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ K("");
  var m = Yu(), H = k(m);
  {
    let b = /* @__PURE__ */ y(() => t(l)?.code ?? "");
    Kt(H, {
      title: "Attribution",
      get code() {
        return t(b);
      },
      get exporter() {
        return t(T);
      },
      children: (C, W) => {
        var Y = Du(), G = u(k(Y)), se = B(G, !0), q = u(G);
        {
          var J = ($) => {
            var Z = ju(), le = u(Le(Z)), pe = B(le, !0), we = u(le, 2);
            F((Me) => P(pe, Me), [() => et(t(l).contrast.text)]), oe("click", we, () => r().contrast = null), v($, Z);
          };
          z(q, ($) => {
            t(l)?.contrast && $(J);
          });
        }
        var ne = u(q, 2);
        {
          var re = ($) => {
            var Z = Na();
            F((le) => P(Z, `= ${le ?? ""}`), [() => Je(t(l).logit)]), v($, Z);
          };
          z(ne, ($) => {
            t(l) && $(re);
          });
        }
        F(($) => P(se, $), [
          () => t(l) ? et(t(l).answer.text) : et(r().target?.text ?? "")
        ]), v(C, Y);
      },
      $$slots: { default: !0 }
    });
  }
  var E = u(H, 2);
  {
    var S = (b) => {
      var C = ss(), W = B(C, !0);
      F(() => P(W, s.error)), v(b, C);
    };
    z(E, (b) => {
      s.error && b(S);
    });
  }
  var M = u(E, 2);
  {
    var R = (b) => {
      var C = Uu();
      v(b, C);
    };
    z(M, (b) => {
      r().target || b(R);
    });
  }
  var O = u(M, 2);
  {
    var A = (b) => {
      var C = Vu(), W = u(Le(C), 2), Y = k(W);
      {
        let N = /* @__PURE__ */ y(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
        Pa(Y, {
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
            return t(N);
          },
          onhover: (I) => {
            r().hoverHead = I && { layer: I[0], head: I[1] }, I && r().paint === "none" && (r().paint = "attention");
          },
          onpick: ([I, ae]) => r().takeHead(I, ae, r().paint === "sources" ? "sources" : "attention")
        });
      }
      var G = u(Y, 2), se = u(k(G), 2);
      Pe(se, 21, () => t(f), (N) => `${N.layer} ${N.head}`, (N, I) => {
        var ae = Hu(), ee = k(ae), ie = k(ee), p = u(ie), U = B(p, !0);
        F(
          (L) => {
            te(ee, "aria-pressed", r().layer === t(I).layer && r().head === t(I).head), P(ie, `L${t(I).layer ?? ""}H${t(I).head ?? ""} `), P(U, L);
          },
          [() => wt(t(I).value)]
        ), Ke("pointerenter", ee, () => r().hoverHead = t(I)), Ke("pointerleave", ee, () => r().hoverHead = null), oe("click", ee, () => r().takeHead(t(I).layer, t(I).head, r().paint === "sources" ? "sources" : "attention")), v(N, ae);
      });
      var q = u(W, 2), J = u(k(q), 2), ne = u(J, 2), re = u(ne, 2);
      {
        var $ = (N) => {
          var I = zu(), ae = B(I);
          F((ee) => P(ae, `What heads add is split by token where all layers attend to tokens; ${ee ?? ""} does not.`), [
            () => e.study.mixers.find((ee, ie) => !e.study.attending.has(ie))
          ]), v(N, I);
        };
        z(re, (N) => {
          e.study.attending.size < e.study.nLayers && N($);
        });
      }
      var Z = u(q, 4);
      let le;
      Pe(Z, 21, () => t(_).layers, qe, (N, I) => {
        var ae = It(), ee = Le(ae);
        {
          var ie = (p) => {
            var U = qu(), L = k(U), Q = B(L, !0), V = u(L, 2);
            Pe(V, 17, () => t(I).parts, qe, (ue, fe) => {
              var Ne = Bu(), ge = k(Ne), ye = B(ge, !0), he = u(ge, 2), de = k(he);
              let _e;
              var be = u(he), Re = k(be);
              let Oe;
              var me = u(be, 2), Te = B(me, !0);
              F(
                (je, De) => {
                  Ne.disabled = t(fe).name !== "MLP", te(Ne, "title", `${(t(fe).name === "attention" ? e.study.mixers[t(I).layer] ?? t(fe).name : t(fe).name) ?? ""} of layer ${t(I).layer ?? ""}: ${je ?? ""} logits${t(fe).name === "MLP" ? "; click for its neurons" : ""}`), te(Ne, "aria-pressed", t(fe).name === "MLP" ? t(i) === t(I).layer : void 0), P(ye, t(fe).name), _e = We(de, "", _e, {
                    width: `${t(fe).value < 0 ? 100 * -t(fe).value / t(_).high : 0}%`
                  }), Oe = We(Re, "", Oe, {
                    width: `${t(fe).value > 0 ? 100 * t(fe).value / t(_).high : 0}%`
                  }), P(Te, De);
                },
                [
                  () => wt(t(fe).value),
                  () => wt(t(fe).value)
                ]
              ), oe("click", Ne, () => j(i, t(i) === t(I).layer ? null : t(I).layer, !0)), v(ue, Ne);
            }), F(() => P(Q, t(I).layer)), v(p, U);
          };
          z(ee, (p) => {
            t(I) && p(ie);
          });
        }
        v(N, ae);
      });
      var pe = u(Z, 2), we = B(pe), Me = u(pe, 2);
      {
        var Ae = (N) => {
          var I = Ku(), ae = Le(I);
          {
            let L = /* @__PURE__ */ y(() => o.view?.about.code ?? ""), Q = /* @__PURE__ */ y(() => o.view ? {
              name: `neurons-${t(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, (V, ue) => [V, o.view.arrays.values.data[ue]])
              ]
            } : null);
            Kt(ae, {
              get title() {
                return `Neurons of layer ${t(i) ?? ""}`;
              },
              get code() {
                return t(L);
              },
              get exporter() {
                return t(Q);
              }
            });
          }
          var ee = u(ae, 2);
          {
            var ie = (L) => {
              var Q = ss(), V = B(Q, !0);
              F(() => P(V, o.error)), v(L, Q);
            };
            z(ee, (L) => {
              o.error && L(ie);
            });
          }
          var p = u(ee, 2);
          {
            var U = (L) => {
              var Q = Ju(), V = Le(Q);
              Pe(V, 22, () => Array.from(o.view.arrays.numbers.data), (Ne) => Ne, (Ne, ge, ye) => {
                var he = Wu(), de = k(he), _e = u(de), be = B(_e, !0);
                F(
                  (Re) => {
                    P(de, `N${ge ?? ""} `), P(be, Re);
                  },
                  [() => wt(o.view.arrays.values.data[t(ye)])]
                ), v(Ne, he);
              });
              var ue = u(V, 2), fe = B(ue);
              F((Ne) => P(fe, `All others together ${Ne ?? ""}.`), [() => wt(o.view.about.rest)]), v(L, Q);
            };
            z(p, (L) => {
              o.view && L(U);
            });
          }
          v(N, I);
        };
        z(Me, (N) => {
          t(i) !== null && N(Ae);
        });
      }
      var xe = u(Me, 2), g = k(xe), D = u(k(g)), w = u(g);
      F(
        (N, I, ae) => {
          te(J, "aria-pressed", r().paint === "attention"), te(ne, "aria-pressed", r().paint === "sources"), ne.disabled = e.study.attending.size < e.study.nLayers, le = We(Z, "", le, { "--parts": N }), P(we, `Beside the layers: ${I ?? ""}. The parts sum to the model's own logit; left over: ${ae ?? ""}.`), w.disabled = !t(d);
        },
        [
          () => Math.max(1, ...t(_).layers.filter(Boolean).map((N) => N.parts.length)),
          () => t(_).rest.map((N) => `${N.name} ${wt(N.value)}`).join(", "),
          () => t(l).error.toExponential(1)
        ]
      ), oe("click", J, () => r().paint = "attention"), oe("click", ne, () => r().paint = "sources"), Ke("submit", xe, async (N) => {
        N.preventDefault();
        const I = await r().during(e.study.view("parts", {
          target: r().target.id,
          contrast: t(d),
          focus: r().at
        }));
        I?.about.contrast && (r().contrast = I.about.contrast);
      }), kt(D, () => t(d), (N) => j(d, N)), v(b, C);
    };
    z(O, (b) => {
      s.view && t(c) && b(A);
    });
  }
  v(a, m), Ge();
}
ct(["click"]);
var Xu = /* @__PURE__ */ br('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Zu = /* @__PURE__ */ br('<text text-anchor="middle"> </text>'), Qu = /* @__PURE__ */ br('<circle r="2.5"><title> </title></circle>'), $u = /* @__PURE__ */ br('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), ec = /* @__PURE__ */ x("<span><i></i> </span>"), tc = /* @__PURE__ */ x('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function pi(a, e) {
  Ye(e, !0);
  let r = Ie(e, "low", 3, 0), n = Ie(e, "high", 3, 1), s = Ie(e, "note", 3, ""), i = Ie(e, "unit", 3, (G) => String(Math.round(100 * G) / 100)), o = /* @__PURE__ */ K(0);
  const l = /* @__PURE__ */ y(() => Math.max(240, t(o))), c = 150, f = 42, h = 12, _ = 8, T = 22, d = (G) => f + (t(l) - f - h) * G / Math.max(1, e.layers.length - 1), m = (G) => c - T - (c - T - _) * (G - r()) / (n() - r() || 1), H = /* @__PURE__ */ y(() => {
    const G = (n() - r()) / 4, se = 10 ** Math.floor(Math.log10(G || 1)), q = se * ([1, 2, 5].find((J) => J * se >= G) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / q + 1e-6) - Math.ceil(r() / q - 1e-6) + 1
      },
      (J, ne) => (Math.ceil(r() / q - 1e-6) + ne) * q
    );
  }), E = /* @__PURE__ */ y(() => Math.ceil(e.layers.length / 10));
  var S = tc(), M = k(S), R = k(M);
  Pe(R, 16, () => t(H), (G) => G, (G, se) => {
    var q = Xu(), J = Le(q);
    te(J, "x1", f);
    var ne = u(J);
    te(ne, "x", f - 5);
    var re = B(ne, !0);
    F(
      ($, Z, le, pe, we) => {
        te(J, "x2", t(l) - h), te(J, "y1", $), te(J, "y2", Z), te(J, "opacity", le), te(ne, "y", pe), P(re, we);
      },
      [
        () => m(se),
        () => m(se),
        () => Math.abs(se) < 1e-9 ? 0.4 : 0.14,
        () => m(se),
        () => i()(se)
      ]
    ), v(G, q);
  });
  var O = u(R);
  Pe(O, 17, () => e.layers, qe, (G, se, q) => {
    var J = It(), ne = Le(J);
    {
      var re = ($) => {
        var Z = Zu();
        te(Z, "y", c - 8);
        var le = B(Z, !0);
        F(
          (pe) => {
            te(Z, "x", pe), P(le, t(se));
          },
          [() => d(q)]
        ), v($, Z);
      };
      z(ne, ($) => {
        q % t(E) === 0 && $(re);
      });
    }
    v(G, J);
  });
  var A = u(O);
  Pe(A, 17, () => e.curves, qe, (G, se, q) => {
    let J = () => t(se).name, ne = () => t(se).values;
    const re = /* @__PURE__ */ y(() => Array.from(ne(), (Ae, xe) => [xe, Ae]).filter(([, Ae]) => !Number.isNaN(Ae)));
    var $ = $u(), Z = Le($), le = k(Z), pe = B(le, !0), we = u(Z);
    {
      var Me = (Ae) => {
        var xe = It(), g = Le(xe);
        Pe(g, 17, () => t(re), qe, (D, w) => {
          var N = /* @__PURE__ */ y(() => nr(t(w), 2));
          let I = () => t(N)[0], ae = () => t(N)[1];
          var ee = Qu(), ie = k(ee), p = B(ie);
          F(
            (U, L, Q) => {
              te(ee, "cx", U), te(ee, "cy", L), te(ee, "fill", Ar[q % Ar.length]), P(p, `${J() ?? ""}, layer ${e.layers[I()] ?? ""}: ${Q ?? ""}`);
            },
            [() => d(I()), () => m(ae()), () => i()(ae())]
          ), v(D, ee);
        }), v(Ae, xe);
      };
      z(we, (Ae) => {
        t(re).length <= 12 && Ae(Me);
      });
    }
    F(
      (Ae) => {
        te(Z, "stroke", Ar[q % Ar.length]), te(Z, "points", Ae), P(pe, J());
      },
      [
        () => t(re).map(([Ae, xe]) => `${d(Ae)},${m(xe)}`).join(" ")
      ]
    ), v(G, $);
  });
  var b = u(M, 2), C = k(b);
  Pe(C, 17, () => e.curves, qe, (G, se, q) => {
    let J = () => t(se).name, ne = () => t(se).said;
    var re = ec(), $ = k(re);
    let Z;
    var le = u($);
    F(() => {
      Z = We($, "", Z, { background: Ar[q % Ar.length] }), P(le, `${J() ?? ""} ${ne() ?? "" ?? ""}`);
    }), v(G, re);
  });
  var W = u(C, 2), Y = B(W, !0);
  F(() => {
    te(M, "viewBox", `0 0 ${t(l) ?? ""} 150`), te(M, "aria-label", e.label), P(Y, s());
  }), va(S, "clientWidth", (G) => j(o, G)), v(a, S), Ge();
}
var rc = /* @__PURE__ */ x('<p class="fine"> </p> <!>', 1);
function gi(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ y(() => t(n)[1] > 0 && t(n)[1] <= 6);
  function i(m) {
    if (e.sweep.about.axis !== "position") return;
    const H = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((E, S) => H[E] = e.sweep.arrays.effect.data[m * t(n)[1] + S]), r().sweep = {
      values: H,
      label: `${e.name} at layer ${m}: ${e.sweep.about.measure}`
    }, r().paint = "sweep";
  }
  gt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Oa(e.sweep.arrays.effect.data, t(n)[0], t(n)[1], (m) => Nt(m, !0), e.sweep.about.measure),
      csv: () => [
        [
          "layer",
          ...e.sweep.about.axis === "position" ? e.sweep.about.columns.map((m) => `${e.study.number(m)} ${e.study.label(m)}`) : e.sweep.about.labels
        ],
        ...Array.from({ length: t(n)[0] }, (m, H) => [
          H,
          ...Array.from(e.sweep.arrays.effect.data.slice(H * t(n)[1], (H + 1) * t(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ y(() => e.sweep.about.labels.map((m, H) => ({
    name: m,
    values: Array.from({ length: t(n)[0] }, (E, S) => e.sweep.arrays.effect.data[S * t(n)[1] + H])
  }))), l = /* @__PURE__ */ y(() => {
    let m = 0, H = 1;
    for (const E of e.sweep.arrays.effect.data) Number.isNaN(E) || ([m, H] = [Math.min(m, E), Math.max(H, E)]);
    return [m, H];
  });
  var c = rc(), f = Le(c), h = B(f, !0), _ = u(f, 2);
  {
    var T = (m) => {
      {
        let H = /* @__PURE__ */ y(() => Array.from({ length: t(n)[0] }, (E, S) => String(S)));
        pi(m, {
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
            return t(H);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, d = (m) => {
      {
        let H = /* @__PURE__ */ y(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((S) => `token ${e.study.number(S)}, ${JSON.stringify(e.study.label(S))}`) : null), E = /* @__PURE__ */ y(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((S) => e.study.number(S)) : null);
        Pa(m, {
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
            return t(H);
          },
          get columnNumbers() {
            return t(E);
          },
          onhover: (S) => S && i(S[0]),
          onpick: ([S, M]) => {
            i(S), e.sweep.about.axis === "head" ? r().takeHead(S, M) : e.sweep.about.axis === "position" && r().takePlace(e.sweep.about.columns[M]);
          }
        });
      }
    };
    z(_, (m) => {
      t(s) ? m(T) : m(d, -1);
    });
  }
  F(() => P(h, e.sweep.about.measure)), v(a, c), Ge();
}
var ac = /* @__PURE__ */ x('<img class="picture" alt="What is patched from"/>'), nc = /* @__PURE__ */ x('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function _i(a, e) {
  Ye(e, !0);
  const r = new Ra(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ K(null);
  var s = nc(), i = k(s);
  {
    let d = /* @__PURE__ */ y(() => r.view?.about.code ?? "");
    Kt(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return t(d);
      },
      get exporter() {
        return t(n);
      }
    });
  }
  var o = u(i, 2), l = k(o);
  {
    var c = (d) => {
      var m = ac();
      F(() => te(m, "src", e.stored.picture)), v(d, m);
    };
    z(l, (d) => {
      e.stored.picture && d(c);
    });
  }
  var f = u(l, 2), h = B(f, !0), _ = u(o, 2);
  {
    var T = (d) => {
      gi(d, {
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
        onexport: (m) => j(n, m)
      });
    };
    z(_, (d) => {
      r.view && d(T);
    });
  }
  F(() => {
    te(s, "aria-label", e.stored.title), P(h, e.stored.text);
  }), v(a, s), Ge();
}
var sc = /* @__PURE__ */ x('<span class="fine"> </span>'), ic = /* @__PURE__ */ x('<p><button type="button"> </button></p>'), Za = /* @__PURE__ */ x("<option> </option>"), oc = /* @__PURE__ */ x("<label>where <select></select></label>"), lc = /* @__PURE__ */ x("<label>heads <select><option>all</option><option> </option></select></label>"), uc = /* @__PURE__ */ x('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), cc = /* @__PURE__ */ x("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), dc = /* @__PURE__ */ x('<label>strength <input type="number" step="any"/></label>'), is = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), fc = /* @__PURE__ */ x('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), vc = /* @__PURE__ */ x('<button type="button">cancel</button> running…', 1), hc = /* @__PURE__ */ x('<button type="button">run again</button>'), pc = /* @__PURE__ */ x('<button type="button" aria-pressed="true">views show the changed model</button>'), gc = /* @__PURE__ */ x('<button type="button" aria-pressed="false">show views of the changed model</button>'), _c = /* @__PURE__ */ x('<ul class="changes"></ul> <p><!> <!></p>', 1), mc = /* @__PURE__ */ x('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), bc = /* @__PURE__ */ x('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), yc = /* @__PURE__ */ x('<span class="fine">every layer in turn</span>'), wc = /* @__PURE__ */ x("<label>at <select></select></label>"), kc = /* @__PURE__ */ x("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), xc = /* @__PURE__ */ x("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), Sc = /* @__PURE__ */ x('<label>window <input type="number" min="1"/></label>'), Mc = /* @__PURE__ */ x('<button type="button" class="primary">cancel</button>'), Ac = /* @__PURE__ */ x('<button type="submit" class="primary">start</button>'), Nc = /* @__PURE__ */ x('<label class="row grow"> <progress></progress> </label>'), Ec = /* @__PURE__ */ x('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section> <!>', 1);
function Tc(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ y(() => r().clean ?? e.study), { changing: s, sweeping: i } = r(), o = /* @__PURE__ */ y(() => s.result);
  let l = /* @__PURE__ */ K("zero"), c = /* @__PURE__ */ K("z"), f = /* @__PURE__ */ K("all"), h = /* @__PURE__ */ K("all"), _ = /* @__PURE__ */ K("all"), T = /* @__PURE__ */ K("image"), d = /* @__PURE__ */ K(1), m = /* @__PURE__ */ K("");
  const H = /* @__PURE__ */ y(() => Object.keys(fn).filter((X) => r().second || !es.includes(X))), E = /* @__PURE__ */ y(() => t(l) === "block" || t(c) === "z");
  function S(X) {
    return X === "selection" ? [...r().selected].filter((ce) => ce >= 0).sort((ce, ve) => ce - ve) : X === "image" ? t(n).tokens.filter((ce) => ce.kind === "image").map((ce) => ce.position) : X === "text" ? t(n).tokens.filter((ce) => ce.kind !== "image").map((ce) => ce.position) : X === "token" ? r().place === null || r().place < 0 ? [] : [r().place] : X === "focus" ? [Math.min(r().at, t(n).nPrompt - 1)] : null;
  }
  function M(X) {
    const ce = (ke) => [...ke].filter((Ee) => Ee < 0).map((Ee) => -1 - Ee).sort((Ee, He) => Ee - He), ve = X === "image" ? ce(t(n).keys.filter((ke) => ke.kind === "image").map((ke) => ke.position)) : X === "selection" ? ce(r().selected) : X === "token" ? ce([r().place ?? 0]) : [];
    return ve.length ? ve : null;
  }
  function R() {
    const X = t(E) && t(_) === "picked", ce = !X && t(h).trim() === "all", ve = X || t(h) === "picked" ? r().layer === null ? [] : [r().layer] : ce ? null : O(t(h));
    if (!ve && !ce) {
      j(m, `“${t(h)}” names no layers of this model. Write all, picked, or numbers from 0 to ${t(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const ke = t(l) === "block" ? M(t(T)) : null, Ee = {
      ...La,
      kind: t(l),
      point: t(l) === "block" ? "z" : t(c),
      layers: ve,
      heads: X && r().head !== null ? [r().head] : null,
      positions: S(t(f)),
      keys: ke || t(l) !== "block" ? null : S(t(T)),
      image_keys: ke,
      strength: t(d),
      source: es.includes(t(l)) ? r().second?.id ?? null : null
    };
    if ([
      Ee.layers,
      Ee.positions,
      Ee.keys,
      Ee.image_keys
    ].some((He) => He?.length === 0)) {
      j(m, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    j(m, ""), r().changes = [...r().changes, Ee], s.run();
  }
  function O(X) {
    const ce = [];
    for (const ve of X.split(",")) {
      const [ke, Ee = ke] = ve.split("-").map((He) => He.trim() ? Number(He) : NaN);
      if (!(Number.isInteger(ke) && Number.isInteger(Ee) && 0 <= ke && ke <= Ee && Ee < t(n).nLayers)) return null;
      for (let He = ke; He <= Ee; He++) ce.push(He);
    }
    return ce;
  }
  function A() {
    r().layer === null || r().head === null || (r().changes = [
      ...r().changes,
      {
        ...La,
        layers: [r().layer],
        heads: [r().head]
      }
    ], s.run());
  }
  let b = /* @__PURE__ */ K("patching"), C = /* @__PURE__ */ K("groups"), W = /* @__PURE__ */ K("resid_post"), Y = /* @__PURE__ */ K("denoise"), G = /* @__PURE__ */ K(1), se = /* @__PURE__ */ K(null);
  const q = /* @__PURE__ */ y(() => i.view), J = /* @__PURE__ */ y(() => t(b) !== "knockout"), ne = /* @__PURE__ */ y(() => {
    const X = t(n).tokens.filter((ve) => ve.kind === "image").length;
    return t(b) === "gradients" ? 3 : (t(b) === "knockout" || t(C) === "groups" ? 3 : t(C) === "heads" ? t(n).nHeads : r().selected.size || X + 1) * t(n).nLayers;
  }), re = /* @__PURE__ */ y(() => t(b) === "gradients" ? 2 * t(n).costs.graph_bytes : t(b) === "knockout" ? t(n).costs.stream_bytes : 2 * t(n).nLayers * t(n).costs.stream_bytes);
  function $() {
    const X = S("selection"), ce = X?.length ? X : null, ve = t(b) === "knockout" ? { window: t(G) } : t(b) === "gradients" ? {
      source: r().second.id,
      point: t(W) === "z" ? "z" : t(W) === "resid_pre" || t(W) === "resid_mid" ? "resid_post" : t(W)
    } : {
      source: r().second.id,
      point: t(W),
      over: t(C),
      direction: t(Y),
      positions: ce
    };
    i.start(t(n), t(b), ve);
  }
  var Z = Ec(), le = Le(Z), pe = k(le);
  {
    let X = /* @__PURE__ */ y(() => t(o)?.about.code ?? ""), ce = /* @__PURE__ */ y(() => t(o) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...t(o).about.words.map((ve) => [
          ve.text,
          ve.before,
          ve.after,
          ve.logit_before,
          ve.logit_after
        ])
      ]
    } : null);
    Kt(pe, {
      title: "Changes",
      get code() {
        return t(X);
      },
      get exporter() {
        return t(ce);
      },
      children: (ve, ke) => {
        var Ee = sc(), He = B(Ee);
        F((lt) => P(He, `change something, see the answer change${lt ?? ""}`), [
          () => t(n).passSeconds > 1 ? `; a pass takes ${cn(t(n).passSeconds)}` : ""
        ]), v(ve, Ee);
      },
      $$slots: { default: !0 }
    });
  }
  var we = u(pe, 2);
  {
    var Me = (X) => {
      var ce = ic(), ve = k(ce), ke = B(ve);
      F(() => P(ke, `ablate L${r().layer ?? ""}H${r().head ?? ""}`)), oe("click", ve, A), v(X, ce);
    };
    z(we, (X) => {
      r().layer !== null && X(Me);
    });
  }
  var Ae = u(we, 2), xe = k(Ae), g = u(k(xe));
  Pe(g, 21, () => t(H), qe, (X, ce) => {
    var ve = Za(), ke = B(ve, !0), Ee = {};
    F(() => {
      P(ke, fn[t(ce)]), Ee !== (Ee = t(ce)) && (ve.value = (ve.__value = Ee) ?? "");
    }), v(X, ve);
  }), dt(g);
  var D = u(xe, 2);
  {
    var w = (X) => {
      var ce = oc(), ve = u(k(ce));
      Pe(ve, 21, () => Object.entries(oa), qe, (ke, Ee) => {
        var He = /* @__PURE__ */ y(() => nr(t(Ee), 2));
        let lt = () => t(He)[0], jt = () => t(He)[1];
        var mt = Za(), at = B(mt, !0), Ze = {};
        F(() => {
          P(at, jt()), Ze !== (Ze = lt()) && (mt.value = (mt.__value = Ze) ?? "");
        }), v(ke, mt);
      }), dt(ve), bt(ve, () => t(c), (ke) => j(c, ke)), v(X, ce);
    };
    z(D, (X) => {
      t(l) !== "block" && X(w);
    });
  }
  var N = u(D, 2);
  {
    var I = (X) => {
      var ce = lc(), ve = u(k(ce)), ke = k(ve);
      ke.value = ke.__value = "all";
      var Ee = u(ke), He = B(Ee, !0);
      Ee.value = Ee.__value = "picked", dt(ve), F(() => {
        Ee.disabled = r().layer === null, P(He, r().layer === null ? "one that is picked" : `L${r().layer}H${r().head}`);
      }), bt(ve, () => t(_), (lt) => j(_, lt)), v(X, ce);
    };
    z(N, (X) => {
      t(E) && X(I);
    });
  }
  var ae = u(N, 2);
  {
    var ee = (X) => {
      var ce = uc(), ve = u(k(ce));
      kt(ve, () => t(h), (ke) => j(h, ke)), v(X, ce);
    };
    z(ae, (X) => {
      (!t(E) || t(_) === "all") && X(ee);
    });
  }
  var ie = u(ae, 2), p = k(ie);
  p.value = p.__value = "all";
  var U = u(p);
  U.value = U.__value = "picked";
  var L = u(U), Q = {}, V = u(ie, 2), ue = k(V), fe = u(ue), Ne = k(fe);
  Ne.value = Ne.__value = "all";
  var ge = u(Ne);
  ge.value = ge.__value = "focus";
  var ye = u(ge);
  ye.value = ye.__value = "token";
  var he = u(ye);
  he.value = he.__value = "selection";
  var de = u(he);
  de.value = de.__value = "image";
  var _e = u(de);
  _e.value = _e.__value = "text", dt(fe);
  var be = u(V, 2);
  {
    var Re = (X) => {
      var ce = cc(), ve = u(k(ce)), ke = k(ve);
      ke.value = ke.__value = "image";
      var Ee = u(ke);
      Ee.value = Ee.__value = "selection";
      var He = u(Ee);
      He.value = He.__value = "token";
      var lt = u(He);
      lt.value = lt.__value = "text", dt(ve), bt(ve, () => t(T), (jt) => j(T, jt)), v(X, ce);
    };
    z(be, (X) => {
      t(l) === "block" && X(Re);
    });
  }
  var Oe = u(be, 2);
  {
    var me = (X) => {
      var ce = dc(), ve = u(k(ce));
      kt(ve, () => t(d), (ke) => j(d, ke)), v(X, ce);
    };
    z(Oe, (X) => {
      (t(l) === "scale" || t(l) === "steer") && X(me);
    });
  }
  var Te = u(Ae, 2);
  {
    var je = (X) => {
      var ce = is(), ve = B(ce, !0);
      F(() => P(ve, t(m) || s.error)), v(X, ce);
    };
    z(Te, (X) => {
      (t(m) || s.error) && X(je);
    });
  }
  var De = u(Te, 2);
  {
    var Se = (X) => {
      var ce = _c(), ve = Le(ce);
      Pe(ve, 21, () => r().changes, qe, (at, Ze, er) => {
        var wr = fc(), kr = k(wr), nt = k(kr), Qe = u(nt), xr = u(kr, 2);
        F(
          (or) => {
            oi(nt, t(Ze).on), P(Qe, ` ${or ?? ""}`);
          },
          [() => fi(t(Ze))]
        ), oe("change", nt, (or) => {
          r().changes = r().changes.map((Sr, Vr) => Vr === er ? { ...Sr, on: or.currentTarget.checked } : Sr), s.run();
        }), oe("click", xr, () => {
          r().changes = r().changes.filter((or, Sr) => Sr !== er), s.run();
        }), v(at, wr);
      });
      var ke = u(ve, 2), Ee = k(ke);
      {
        var He = (at) => {
          var Ze = vc(), er = Le(Ze);
          oe("click", er, () => s.cancel()), v(at, Ze);
        }, lt = (at) => {
          var Ze = hc();
          oe("click", Ze, () => s.run()), v(at, Ze);
        };
        z(Ee, (at) => {
          s.running ? at(He) : at(lt, -1);
        });
      }
      var jt = u(Ee, 2);
      {
        var mt = (at) => {
          var Ze = It(), er = Le(Ze);
          {
            var wr = (nt) => {
              var Qe = pc();
              oe("click", Qe, () => s.back()), v(nt, Qe);
            }, kr = (nt) => {
              var Qe = gc();
              oe("click", Qe, () => s.see()), v(nt, Qe);
            };
            z(er, (nt) => {
              r().clean ? nt(wr) : nt(kr, -1);
            });
          }
          v(at, Ze);
        };
        z(jt, (at) => {
          t(o) && at(mt);
        });
      }
      v(X, ce);
    };
    z(De, (X) => {
      r().changes.length && X(Se);
    });
  }
  var Ue = u(De, 2);
  {
    var Be = (X) => {
      const ce = /* @__PURE__ */ y(() => (nt) => nt.filter((Qe) => !Qe.ends).map((Qe) => Qe.token.text).join("") || "∅");
      var ve = bc(), ke = Le(ve), Ee = k(ke), He = u(k(Ee)), lt = B(He, !0), jt = u(Ee, 4), mt = u(k(jt)), at = B(mt, !0), Ze = u(jt, 2), er = B(Ze), wr = u(ke, 2), kr = u(k(wr));
      Pe(kr, 21, () => t(o).about.words, (nt) => nt.id, (nt, Qe) => {
        var xr = mc(), or = k(xr), Sr = B(or, !0), Vr = u(or);
        let Un;
        var Ci = k(Vr), Ii = B(Ci, !0), Ha = u(Vr);
        let Hn;
        var Fi = k(Ha), ji = B(Fi, !0), Di = u(Ha), Ui = B(Di, !0);
        F(
          (Hi, zi, Bi, qi) => {
            P(Sr, Hi), Un = We(Vr, "", Un, { "--share": `${100 * t(Qe).before}%` }), P(Ii, zi), Hn = We(Ha, "", Hn, { "--share": `${100 * t(Qe).after}%` }), P(ji, Bi), P(Ui, qi);
          },
          [
            () => et(t(Qe).text),
            () => ht(t(Qe).before),
            () => ht(t(Qe).after),
            () => wt(t(Qe).logit_after - t(Qe).logit_before)
          ]
        ), v(nt, xr);
      }), F(
        (nt, Qe, xr) => {
          P(lt, nt), P(at, Qe), P(er, `KL ${xr ?? ""} nats at the first token`);
        },
        [
          () => t(ce)(t(o).about.before),
          () => t(ce)(t(o).about.after),
          () => t(o).arrays.kl.data[0].toPrecision(3)
        ]
      ), v(X, ve);
    };
    z(Ue, (X) => {
      t(o) && X(Be);
    });
  }
  var Xe = u(le, 2), ot = k(Xe);
  {
    let X = /* @__PURE__ */ y(() => t(q)?.about.code ?? ""), ce = /* @__PURE__ */ y(() => t(q) && t(se));
    Kt(ot, {
      title: "Sweeps",
      get code() {
        return t(X);
      },
      get exporter() {
        return t(ce);
      },
      children: (ve, ke) => {
        var Ee = yc();
        v(ve, Ee);
      },
      $$slots: { default: !0 }
    });
  }
  var Wr = u(ot, 2), Ft = k(Wr), $t = u(k(Ft)), Jr = k($t);
  Jr.value = Jr.__value = "patching";
  var Kr = u(Jr);
  Kr.value = Kr.__value = "gradients";
  var Pn = u(Kr);
  Pn.value = Pn.__value = "knockout", dt($t);
  var Ln = u(Ft, 2);
  {
    var wi = (X) => {
      var ce = wc(), ve = u(k(ce));
      Pe(ve, 21, () => Object.entries(oa), qe, (ke, Ee) => {
        var He = /* @__PURE__ */ y(() => nr(t(Ee), 2));
        let lt = () => t(He)[0], jt = () => t(He)[1];
        var mt = Za(), at = B(mt, !0), Ze = {};
        F(() => {
          P(at, jt()), Ze !== (Ze = lt()) && (mt.value = (mt.__value = Ze) ?? "");
        }), v(ke, mt);
      }), dt(ve), bt(ve, () => t(W), (ke) => j(W, ke)), v(X, ce);
    };
    z(Ln, (X) => {
      t(b) !== "knockout" && X(wi);
    });
  }
  var Rn = u(Ln, 2);
  {
    var ki = (X) => {
      var ce = kc(), ve = u(k(ce)), ke = k(ve);
      ke.value = ke.__value = "groups";
      var Ee = u(ke);
      Ee.value = Ee.__value = "positions";
      var He = u(Ee);
      He.value = He.__value = "heads", dt(ve), bt(ve, () => t(C), (lt) => j(C, lt)), v(X, ce);
    };
    z(Rn, (X) => {
      t(b) === "patching" && X(ki);
    });
  }
  var Cn = u(Rn, 2);
  {
    var xi = (X) => {
      var ce = xc(), ve = u(k(ce)), ke = k(ve);
      ke.value = ke.__value = "denoise";
      var Ee = u(ke);
      Ee.value = Ee.__value = "noise", dt(ve), bt(ve, () => t(Y), (He) => j(Y, He)), v(X, ce);
    };
    z(Cn, (X) => {
      t(b) === "patching" && X(xi);
    });
  }
  var In = u(Cn, 2);
  {
    var Si = (X) => {
      var ce = Sc(), ve = u(k(ce));
      F(() => te(ve, "max", t(n).nLayers)), kt(ve, () => t(G), (ke) => j(G, ke)), v(X, ce);
    };
    z(In, (X) => {
      t(b) === "knockout" && X(Si);
    });
  }
  var Mi = u(In, 2);
  {
    var Ai = (X) => {
      var ce = Mc();
      oe("click", ce, () => i.cancel()), v(X, ce);
    }, Ni = (X) => {
      var ce = Ac();
      F(() => ce.disabled = t(J) && !r().second), v(X, ce);
    };
    z(Mi, (X) => {
      i.running ? X(Ai) : X(Ni, -1);
    });
  }
  var Fn = u(Wr, 2), Ei = B(Fn, !0), jn = u(Fn, 2);
  {
    var Ti = (X) => {
      var ce = is(), ve = B(ce, !0);
      F(() => P(ve, i.error)), v(X, ce);
    };
    z(jn, (X) => {
      i.error && X(Ti);
    });
  }
  var Dn = u(jn, 2);
  {
    var Oi = (X) => {
      var ce = Nc(), ve = k(ce), ke = u(ve), Ee = u(ke);
      F(() => {
        P(ve, `${i.running ? "running" : "stopped"} `), te(ke, "max", t(q)?.about.of ?? 1), Ea(ke, t(q)?.about.done ?? 0), P(Ee, ` ${t(q) ? `${t(q).about.done} of ${t(q).about.of} layers` : ""}`);
      }), v(X, ce);
    };
    z(Dn, (X) => {
      (i.running || t(q)) && X(Oi);
    });
  }
  var Pi = u(Dn, 2);
  {
    var Li = (X) => {
      gi(X, {
        get session() {
          return r();
        },
        get study() {
          return t(n);
        },
        get sweep() {
          return t(q);
        },
        get name() {
          return i.name;
        },
        onexport: (ce) => j(se, ce)
      });
    };
    z(Pi, (X) => {
      t(q) && X(Li);
    });
  }
  var Ri = u(Xe, 2);
  Pe(Ri, 17, () => t(n).sweeps, (X) => `${X.name} ${JSON.stringify(X.asked)}`, (X, ce) => {
    _i(X, {
      get session() {
        return r();
      },
      get study() {
        return t(n);
      },
      get stored() {
        return t(ce);
      }
    });
  }), F(
    (X) => {
      Q !== (Q = `0-${t(n).nLayers - 1}`) && (L.value = L.__value = Q), P(ue, `${t(l) === "block" ? "from" : "tokens"} `), P(Ei, X);
    },
    [
      () => t(J) && !r().second ? "Add a second image above: patches go from one to the other." : `At most ${t(ne).toLocaleString("en")} partial passes, ${cn(t(ne) * t(n).passSeconds)} and ${Ta(t(re))}${r().selected.size && t(b) === "patching" ? `, with the ${r().selected.size} selected tokens` : ""}.`
    ]
  ), Ke("submit", Ae, (X) => {
    X.preventDefault(), R();
  }), bt(g, () => t(l), (X) => {
    j(l, X, !0), j(d, X === "scale" ? 0.5 : 1, !0);
  }), bt(fe, () => t(f), (X) => j(f, X)), Ke("submit", Wr, (X) => {
    X.preventDefault(), $();
  }), bt($t, () => t(b), (X) => j(b, X)), v(a, Z), Ge();
}
ct(["click", "change"]);
var Oc = /* @__PURE__ */ br("<rect><title> </title></rect>"), Pc = /* @__PURE__ */ x('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Lc = /* @__PURE__ */ x('<span class="token"> </span>'), Rc = /* @__PURE__ */ x('<p class="strip"></p>'), Cc = /* @__PURE__ */ x('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Ic(a, e) {
  Ye(e, !0);
  const r = 12, n = /* @__PURE__ */ y(() => new Map(e.entry.at.map((m, H) => [m, e.entry.values[H]]))), s = /* @__PURE__ */ y(() => e.sample.boxes.filter(([m]) => t(n).has(m)).map(([m, H, E, S, M, R]) => ({ at: m, image: H, x1: E, y1: S, x2: M, y2: R, value: t(n).get(m) }))), i = /* @__PURE__ */ y(() => {
    const m = e.entry.at.filter((S) => e.sample.kinds[S] === "t");
    if (!m.length) return [];
    const H = Math.min(...m) - r, E = Math.max(...m) + r;
    return e.sample.tokens.map((S, M) => ({ text: S, at: M })).filter(({ at: S }) => e.sample.kinds[S] === "t" && S >= H && S <= E);
  }), o = (m) => Math.max(0, m / (e.high || 1));
  var l = Cc(), c = k(l);
  Pe(c, 17, () => e.sample.pictures, qe, (m, H, E) => {
    var S = Pc(), M = k(S), R = u(M, 2);
    Pe(R, 21, () => t(s).filter((O) => O.image === E), (O) => O.at, (O, A) => {
      var b = Oc(), C = k(b), W = B(C, !0);
      F(
        (Y, G, se) => {
          te(b, "x", t(A).x1), te(b, "y", t(A).y1), te(b, "width", t(A).x2 - t(A).x1), te(b, "height", t(A).y2 - t(A).y1), te(b, "fill", Y), te(b, "fill-opacity", G), P(W, se);
        },
        [
          () => Nt(o(t(A).value), !1),
          () => 0.15 + 0.6 * o(t(A).value),
          () => Je(t(A).value)
        ]
      ), v(O, b);
    }), F(
      (O) => {
        te(M, "src", t(H)), te(M, "alt", `Example ${e.entry.sample ?? ""}`), te(R, "aria-label", `${O ?? ""} patches where it is active`);
      },
      [
        () => t(s).filter((O) => O.image === E).length
      ]
    ), v(m, S);
  });
  var f = u(c, 2), h = k(f), _ = u(h, 2, !0), T = u(f, 2);
  {
    var d = (m) => {
      var H = Rc();
      Pe(H, 21, () => t(i), ({ text: E, at: S }) => S, (E, S) => {
        let M = () => t(S).text, R = () => t(S).at;
        const O = /* @__PURE__ */ y(() => t(n).get(R()));
        var A = Lc();
        let b;
        var C = B(A, !0);
        F(
          (W, Y, G, se) => {
            te(A, "title", W), b = We(A, "", b, { background: Y, color: G }), P(C, se);
          },
          [
            () => t(O) === void 0 ? void 0 : Je(t(O)),
            () => t(O) === void 0 ? null : Nt(o(t(O)), !1),
            () => t(O) === void 0 ? null : Tn(o(t(O)), !1),
            () => et(M())
          ]
        ), v(E, A);
      }), v(m, H);
    };
    z(T, (m) => {
      t(i).length && m(d);
    });
  }
  F(
    (m) => {
      P(h, `example ${e.entry.sample ?? ""}, up to ${m ?? ""}`), P(_, e.sample.question);
    },
    [() => Je(e.entry.max)]
  ), v(a, l), Ge();
}
const os = (a, e = rr, r = rr) => {
  var n = zc(), s = k(n), i = B(s, !0), o = u(s, 2);
  Pe(o, 21, e, qe, (l, c) => {
    var f = /* @__PURE__ */ y(() => nr(t(c), 2));
    let h = () => t(f)[0], _ = () => t(f)[1];
    var T = Hc(), d = k(T), m = u(d), H = B(m, !0);
    F(
      (E, S, M) => {
        te(T, "title", `logit ${E ?? ""}`), P(d, `${S ?? ""} `), P(H, M);
      },
      [
        () => wt(_()),
        () => et(h()),
        () => wt(_())
      ]
    ), v(l, T);
  }), F(() => P(i, r())), v(a, n);
};
var Fc = /* @__PURE__ */ br("<rect><title> </title></rect>"), jc = /* @__PURE__ */ br('<line y1="0" y2="50"></line>'), Dc = /* @__PURE__ */ x('<span class="zero">0</span>'), Uc = /* @__PURE__ */ x('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"><!><!></svg> <div class="axis fine"><span> </span><!><span> </span></div> <figcaption class="fine"> </figcaption></figure>'), Hc = /* @__PURE__ */ x("<li> <small> </small></li>"), zc = /* @__PURE__ */ x('<div><h3> </h3> <ul class="best"></ul></div>'), Bc = /* @__PURE__ */ x('<div class="plots"><!> <!></div>'), qc = /* @__PURE__ */ x('<div class="plots"><!><!></div>'), Wc = /* @__PURE__ */ x('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Jc = /* @__PURE__ */ x('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), Kc = /* @__PURE__ */ x('<div class="examples"></div>'), Vc = /* @__PURE__ */ x("<h3>Top examples</h3> <!>", 1), Yc = /* @__PURE__ */ x("<!> <!> <!> <!>", 1);
function mi(a, e) {
  Ye(e, !0);
  const r = (M, R = rr, O = rr, A = rr, b = rr) => {
    const C = /* @__PURE__ */ y(() => 240 / R().length), W = /* @__PURE__ */ y(() => O() < 0 && A() > 0 ? -O() / (A() - O()) : null);
    var Y = Uc(), G = k(Y), se = k(G);
    Pe(se, 17, () => c(R()), qe, (xe, g, D) => {
      var w = Fc(), N = k(w), I = B(N, !0);
      F(
        (ae) => {
          te(w, "x", D * t(C)), te(w, "y", 49 - t(g)), te(w, "width", ae), te(w, "height", t(g)), P(I, R()[D]);
        },
        [() => Math.max(1, t(C) - 1)]
      ), v(xe, w);
    });
    var q = u(se);
    {
      var J = (xe) => {
        var g = jc();
        F(() => {
          te(g, "x1", 240 * t(W)), te(g, "x2", 240 * t(W));
        }), v(xe, g);
      };
      z(q, (xe) => {
        t(W) !== null && xe(J);
      });
    }
    var ne = u(G, 2), re = k(ne), $ = B(re, !0), Z = u(re);
    {
      var le = (xe) => {
        var g = Dc();
        let D;
        F(() => D = We(g, "", D, { left: `${100 * t(W)}%` })), v(xe, g);
      };
      z(Z, (xe) => {
        t(W) !== null && t(W) > 0.2 && t(W) < 0.8 && xe(le);
      });
    }
    var pe = u(Z), we = B(pe, !0), Me = u(ne, 2), Ae = B(Me);
    F(
      (xe, g, D) => {
        te(G, "aria-label", b()), P($, xe), P(we, g), P(Ae, `${b() ?? ""}: how many on a log scale, ${D ?? ""} in the tallest bar`);
      },
      [
        () => O() === 0 ? "0" : Je(O()),
        () => Je(A()),
        () => Math.max(...R()).toLocaleString("en")
      ]
    ), v(M, Y);
  };
  let n = Ie(e, "words", 19, () => []), s = Ie(e, "edges", 19, () => []), i = Ie(e, "feature", 3, null), o = Ie(e, "samples", 19, () => ({})), l = Ie(e, "steer", 3, 0);
  const c = (M) => {
    const R = Math.max(1, ...M);
    return M.map((O) => O ? Math.max(2, 46 * Math.log1p(O) / Math.log1p(R)) : 0);
  };
  var f = Yc(), h = Le(f);
  {
    var _ = (M) => {
      var R = Bc(), O = k(R);
      {
        var A = (W) => {
          r(W, () => i().histogram, () => 0, () => i().high, () => "activations");
        };
        z(O, (W) => {
          i() && W(A);
        });
      }
      var b = u(O, 2);
      {
        var C = (W) => {
          {
            let Y = /* @__PURE__ */ y(() => s().at(-1));
            r(W, n, () => s()[0], () => t(Y), () => "logits of all words");
          }
        };
        z(b, (W) => {
          n().length && W(C);
        });
      }
      v(M, R);
    };
    z(h, (M) => {
      (i() || n().length) && M(_);
    });
  }
  var T = u(h, 2);
  {
    var d = (M) => {
      var R = qc(), O = k(R);
      os(O, () => e.up, () => "Its direction speaks for");
      var A = u(O);
      os(A, () => e.down, () => "and against"), v(M, R);
    };
    z(T, (M) => {
      e.up.length && M(d);
    });
  }
  var m = u(T, 2);
  {
    var H = (M) => {
      var R = Jc(), O = Le(R), A = u(k(O)), b = B(A), C = u(O, 2), W = u(k(C));
      Pe(
        W,
        21,
        () => [
          ...new Map([
            ...i().steering.before,
            ...i().steering.after,
            ...i().steering.gained
          ].map((Y) => [Y[0], Y])).values()
        ].toSorted((Y, G) => G[2] - Y[2]).slice(0, 6),
        ([Y, G, se]) => Y,
        (Y, G) => {
          var se = /* @__PURE__ */ y(() => nr(t(G), 3));
          let q = () => t(se)[0], J = () => t(se)[1], ne = () => t(se)[2];
          var re = Wc(), $ = k(re), Z = B($, !0), le = u($);
          let pe;
          var we = B(le, !0), Me = u(le);
          let Ae;
          var xe = B(Me, !0);
          F(
            (g, D, w) => {
              P(Z, g), pe = We(le, "", pe, { "--share": `${100 * J()}%` }), P(we, D), Ae = We(Me, "", Ae, { "--share": `${100 * ne()}%` }), P(xe, w);
            },
            [
              () => et(q()),
              () => ht(J()),
              () => ht(ne())
            ]
          ), v(Y, re);
        }
      ), F((Y) => P(b, `its top example, ${Y ?? ""} × its largest activation added at all tokens: the next token`), [() => Je(l())]), v(M, R);
    };
    z(m, (M) => {
      i()?.steering && M(H);
    });
  }
  var E = u(m, 2);
  {
    var S = (M) => {
      var R = Vc(), O = u(Le(R), 2);
      cl(O, () => i().feature, (A) => {
        var b = Kc();
        Pe(b, 21, () => i().top, (C) => C.sample, (C, W) => {
          Ic(C, {
            get entry() {
              return t(W);
            },
            get sample() {
              return o()[t(W).sample];
            },
            get high() {
              return i().max;
            }
          });
        }), v(A, b);
      }), v(M, R);
    };
    z(E, (M) => {
      i() && M(S);
    });
  }
  v(a, f), Ge();
}
var Gc = /* @__PURE__ */ x('<span class="fine"> </span>'), Xc = /* @__PURE__ */ x("<option> </option>"), Zc = /* @__PURE__ */ x(`<p class="fine">It lies in front of the decoder: click a token of the image to see its features, each as active as at the most active of the token's patches.</p>`), ls = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Qc = /* @__PURE__ */ x(" <b> </b> ", 1), us = /* @__PURE__ */ x('<p class="fine"> </p>'), $c = /* @__PURE__ */ x('<th scope="col" class="value"><button type="button" class="link"> </button></th>'), ed = /* @__PURE__ */ x('<td class="value"> </td>'), td = /* @__PURE__ */ x('<tr><th scope="row"><button type="button" class="small"> </button></th><td> </td><!><td> </td></tr>'), rd = /* @__PURE__ */ x('<p class="fine"> <!></p> <!> <div class="scroller"><table class="found"><thead><tr><th scope="col">feature</th><th scope="col"><button type="button" class="link"> </button></th><!><th scope="col">speaks for</th></tr></thead><tbody></tbody></table></div> <!>', 1), ad = /* @__PURE__ */ x('<button type="button">ablate it</button> <label><input type="number" step="any" aria-label="Amount"/></label> <button type="button">add this much</button> <button type="button">set it to this</button> <span class="fine"> </span>', 1), nd = /* @__PURE__ */ x('<p class="fine"> <!></p> <div class="row"><button type="button">where it is active</button> <!></div> <!>', 1), sd = /* @__PURE__ */ x('<section class="card features"><!> <!> <!></section>'), id = /* @__PURE__ */ x('<section class="card" aria-label="Features"><!> <div class="row"><label>dictionary <select></select></label> <form class="row"><label>feature <input type="number" min="0" size="8" placeholder="number"/></label><button type="submit">show</button></form></div> <!> <!> <!> <!></section> <!>', 1);
function od(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ K("activation"), s = /* @__PURE__ */ K("");
  const i = /* @__PURE__ */ y(() => e.painted.features.view), o = /* @__PURE__ */ y(() => t(i)?.about), l = /* @__PURE__ */ y(() => e.painted.feature.view), c = /* @__PURE__ */ y(() => !!(t(i) && Object.keys(t(o).parts).length)), f = /* @__PURE__ */ y(() => {
    if (!t(i)) return [];
    const { features: g, activations: D, values: w } = t(i).arrays, N = Array.from(g.data, (I, ae) => ({
      feature: I,
      activation: D.data[ae],
      value: w.data[ae],
      words: t(o).words[ae].up
    }));
    return t(n) === "value" && t(c) ? N.toSorted((I, ae) => Math.abs(ae.value || 0) - Math.abs(I.value || 0)) : N;
  }), h = /* @__PURE__ */ y(() => t(f).reduce((g, D) => Math.max(g, D.activation), 1e-9)), _ = /* @__PURE__ */ y(() => t(l) ? t(l).arrays.activations.data[e.painted.focusOfFeatures] : NaN), T = /* @__PURE__ */ y(() => e.study.dictionaries.find((g) => g.name === e.painted.dictionary));
  let d = /* @__PURE__ */ K(null);
  const m = /* @__PURE__ */ y(() => t(d) ?? Number((t(l)?.about.page?.max || t(l)?.about.max || 1).toPrecision(3)));
  function H(g) {
    r().feature = r().feature === g && r().paint === "feature" ? null : g, r().paint = r().feature === null ? "none" : "feature", j(d, null);
  }
  const E = /* @__PURE__ */ y(() => [...r().selected].filter((g) => g >= 0).sort((g, D) => g - D));
  function S(g) {
    const D = {
      ...La,
      kind: g,
      dictionary: e.painted.dictionary,
      feature: r().feature,
      strength: t(m),
      positions: t(E).length && !t(T)?.in_front ? t(E) : null
    };
    r().changes = [...r().changes, D], r().tab = "causes", r().changing.run();
  }
  const M = /* @__PURE__ */ y(() => t(i) ? {
    name: "features",
    csv: () => [
      ["feature", "activation", "adds", "speaks for"],
      ...t(f).map((g) => [
        g.feature,
        g.activation,
        Number.isNaN(g.value) ? "" : g.value,
        g.words.map(([D]) => D).join(" ")
      ])
    ]
  } : null), R = /* @__PURE__ */ y(() => t(l) ? {
    name: `feature-${t(l).about.feature}`,
    csv: () => [
      ["position", "token", "activation"],
      ...Array.from(t(l).arrays.activations.data, (g, D) => [D, e.study.label(D), g])
    ]
  } : null);
  var O = id(), A = Le(O), b = k(A);
  {
    let g = /* @__PURE__ */ y(() => t(o)?.code ?? "");
    Kt(b, {
      title: "Features",
      get code() {
        return t(g);
      },
      get exporter() {
        return t(M);
      },
      children: (D, w) => {
        var N = Gc(), I = B(N);
        F((ae) => P(I, `at the focus ${ae ?? ""}`), [
          () => JSON.stringify(e.study.label(t(o)?.focus ?? r().at))
        ]), v(D, N);
      },
      $$slots: { default: !0 }
    });
  }
  var C = u(b, 2), W = k(C), Y = u(k(W));
  Pe(Y, 21, () => e.study.dictionaries, qe, (g, D) => {
    var w = Xc(), N = B(w), I = {};
    F(
      (ae) => {
        P(N, `${t(D).name ?? ""}${ae ?? ""}`), I !== (I = t(D).name) && (w.value = (w.__value = I) ?? "");
      },
      [
        () => t(D).n_features ? `, ${t(D).n_features.toLocaleString("en")} features` : ""
      ]
    ), v(g, w);
  });
  var G;
  dt(Y);
  var se = u(W, 2), q = k(se), J = u(k(q)), ne = u(q), re = u(C, 2);
  {
    var $ = (g) => {
      var D = Zc();
      v(g, D);
    };
    z(re, (g) => {
      t(T)?.in_front && g($);
    });
  }
  var Z = u(re, 2);
  {
    var le = (g) => {
      var D = ls(), w = B(D, !0);
      F(() => P(w, e.painted.features.error)), v(g, D);
    };
    z(Z, (g) => {
      e.painted.features.error && g(le);
    });
  }
  var pe = u(Z, 2);
  {
    let g = /* @__PURE__ */ y(() => e.painted.long("features"));
    mr(pe, {
      get session() {
        return r();
      },
      get long() {
        return t(g);
      },
      what: "The features of all tokens"
    });
  }
  var we = u(pe, 2);
  {
    var Me = (g) => {
      var D = rd(), w = Le(D), N = k(w), I = u(N);
      {
        var ae = (_e) => {
          var be = Qc(), Re = Le(be);
          Re.nodeValue = " What each adds to the logit of ";
          var Oe = u(Re), me = B(Oe, !0), Te = u(Oe);
          F(
            (je, De) => {
              P(me, je), P(Te, `${De ?? ""} by its own direction, past everything behind it.`);
            },
            [
              () => et(r().target.text),
              () => r().contrast ? ` over ${et(r().contrast.text)}` : ""
            ]
          ), v(_e, be);
        };
        z(I, (_e) => {
          t(c) && _e(ae);
        });
      }
      var ee = u(w, 2);
      {
        var ie = (_e) => {
          var be = us(), Re = B(be);
          F(() => P(Re, `What features add to the logit is not shown: ${t(o).why_not ?? ""}`)), v(_e, be);
        };
        z(ee, (_e) => {
          t(o).why_not && _e(ie);
        });
      }
      var p = u(ee, 2), U = k(p), L = k(U), Q = k(L), V = u(k(Q)), ue = k(V), fe = B(ue), Ne = u(V);
      {
        var ge = (_e) => {
          var be = $c(), Re = k(be), Oe = B(Re);
          F(() => {
            te(be, "aria-sort", t(n) === "value" ? "descending" : "none"), P(Oe, `adds${t(n) === "value" ? " ↓" : ""}`);
          }), oe("click", Re, () => j(n, "value")), v(_e, be);
        };
        z(Ne, (_e) => {
          t(c) && _e(ge);
        });
      }
      var ye = u(L);
      Pe(ye, 21, () => t(f), (_e) => _e.feature, (_e, be) => {
        var Re = td();
        let Oe;
        var me = k(Re), Te = k(me), je = B(Te, !0), De = u(me);
        let Se;
        var Ue = B(De, !0), Be = u(De);
        {
          var Xe = (Ft) => {
            var $t = ed(), Jr = B($t, !0);
            F((Kr) => P(Jr, Kr), [
              () => Number.isNaN(t(be).value) ? "" : wt(t(be).value)
            ]), v(Ft, $t);
          };
          z(Be, (Ft) => {
            t(c) && Ft(Xe);
          });
        }
        var ot = u(Be), Wr = B(ot, !0);
        F(
          (Ft, $t) => {
            Oe = Lt(Re, 1, "", null, Oe, { here: r().feature === t(be).feature }), te(Te, "aria-pressed", r().feature === t(be).feature), te(Te, "aria-label", `Feature ${t(be).feature ?? ""}`), P(je, t(be).feature), Se = We(De, "", Se, { "--share": `${100 * t(be).activation / t(h)}%` }), P(Ue, Ft), P(Wr, $t);
          },
          [
            () => Je(t(be).activation),
            () => t(be).words.map(([Ft]) => et(Ft)).join("  ")
          ]
        ), oe("click", Te, () => H(t(be).feature)), v(_e, Re);
      });
      var he = u(p, 2);
      {
        var de = (_e) => {
          var be = us(), Re = B(be);
          F((Oe, me, Te) => P(Re, `All features together ${Oe ?? ""}; ${me ?? ""}. They sum to the model's own logit, ${Te ?? ""}.`), [
            () => wt(t(o).sum),
            () => Object.entries(t(o).parts).map(([Oe, me]) => `${{
              b_dec: "the decoder's bias",
              error: "what the dictionary leaves out",
              rest: "all that does not come by here"
            }[Oe] ?? Oe} ${wt(me)}`).join("; "),
            () => Je(t(o).logit)
          ]), v(_e, be);
        };
        z(he, (_e) => {
          t(c) && _e(de);
        });
      }
      F(
        (_e) => {
          P(N, `${_e ?? ""} features are active here.`), te(V, "aria-sort", t(n) === "activation" ? "descending" : "none"), P(fe, `active${t(n) === "activation" ? " ↓" : ""}`);
        },
        [() => t(o).n_active.toLocaleString("en")]
      ), oe("click", ue, () => j(n, "activation")), v(g, D);
    };
    z(we, (g) => {
      t(i) && g(Me);
    });
  }
  var Ae = u(A, 2);
  {
    var xe = (g) => {
      var D = sd(), w = k(D);
      {
        let ie = /* @__PURE__ */ y(() => t(l)?.about.code ?? "");
        Kt(w, {
          get title() {
            return `Feature ${r().feature ?? ""}`;
          },
          get code() {
            return t(ie);
          },
          get exporter() {
            return t(R);
          }
        });
      }
      var N = u(w, 2);
      {
        var I = (ie) => {
          var p = ls(), U = B(p, !0);
          F(() => P(U, e.painted.feature.error)), v(ie, p);
        };
        z(N, (ie) => {
          e.painted.feature.error && ie(I);
        });
      }
      var ae = u(N, 2);
      {
        var ee = (ie) => {
          var p = nd(), U = Le(p), L = k(U), Q = u(L);
          {
            var V = (he) => {
              var de = Na();
              F((_e, be) => P(de, ` Elsewhere at ${_e ?? ""} of tokens, up to ${be ?? ""}.`), [
                () => ht(t(l).about.page.density),
                () => Je(t(l).about.page.max)
              ]), v(he, de);
            };
            z(Q, (he) => {
              t(l).about.page && he(V);
            });
          }
          var ue = u(U, 2), fe = k(ue), Ne = u(fe, 2);
          {
            var ge = (he) => {
              var de = ad(), _e = Le(de), be = u(_e, 2), Re = k(be), Oe = u(be, 2), me = u(Oe, 2), Te = u(me, 2), je = B(Te);
              F(
                (De, Se) => {
                  Ea(Re, t(m)), Oe.disabled = De, me.disabled = Se, P(je, `at ${t(T)?.in_front ? "all patches" : t(E).length ? `the ${t(E).length} selected tokens` : "all tokens"}`);
                },
                [
                  () => Number.isNaN(t(m)),
                  () => Number.isNaN(t(m))
                ]
              ), oe("click", _e, () => S("ablate_feature")), oe("input", Re, (De) => j(d, De.currentTarget.valueAsNumber, !0)), oe("click", Oe, () => S("steer_feature")), oe("click", me, () => S("clamp_feature")), v(he, de);
            };
            z(Ne, (he) => {
              r().source.kind !== "page" && he(ge);
            });
          }
          var ye = u(ue, 2);
          {
            let he = /* @__PURE__ */ y(() => t(l).about.page?.samples), de = /* @__PURE__ */ y(() => t(l).about.page?.steer);
            mi(ye, {
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
                return t(de);
              }
            });
          }
          F(
            (he, de) => {
              P(L, `In this prompt active at ${t(l).about.n_active ?? ""} of ${t(l).arrays.activations.data.length ?? ""} tokens, up to ${he ?? ""}${de ?? ""}.`), te(fe, "aria-pressed", r().paint === "feature");
            },
            [
              () => Je(t(l).about.max),
              () => Number.isNaN(t(_)) || t(_) === void 0 ? "" : `; at the focus ${Je(t(_))}`
            ]
          ), oe("click", fe, () => r().paint = r().paint === "feature" ? "none" : "feature"), v(ie, p);
        };
        z(ae, (ie) => {
          t(l) && ie(ee);
        });
      }
      F(() => te(D, "aria-label", `Feature ${r().feature ?? ""}`)), v(g, D);
    };
    z(Ae, (g) => {
      r().feature !== null && g(xe);
    });
  }
  F(() => {
    G !== (G = e.painted.dictionary) && (Y.value = (Y.__value = G) ?? "", Da(Y, G)), te(J, "max", t(T)?.n_features ? t(T).n_features - 1 : null), ne.disabled = t(s) === "" || t(s) === null;
  }), oe("change", Y, (g) => {
    r().dictionary = g.currentTarget.value, r().feature = null;
  }), Ke("submit", se, (g) => {
    g.preventDefault(), t(s) && (r().feature = null, H(Number(t(s))));
  }), kt(J, () => t(s), (g) => j(s, g)), v(a, O), Ge();
}
ct(["change", "click", "input"]);
var ld = /* @__PURE__ */ x('<button type="button" tabindex="-1"> </button>'), ud = /* @__PURE__ */ x("<span> </span>"), cd = /* @__PURE__ */ x('<div><span class="name"><small> </small> <!></span> <!></div>'), dd = /* @__PURE__ */ x('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function fd(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.painted.words.view), s = /* @__PURE__ */ y(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ y(() => nr(t(s), 3)), o = /* @__PURE__ */ y(() => t(i)[0]), l = /* @__PURE__ */ y(() => t(i)[1]), c = /* @__PURE__ */ y(() => t(i)[2]), f = /* @__PURE__ */ y(() => Math.min(r().lensLayer ?? t(o) - 1, t(o) - 1)), h = /* @__PURE__ */ y(() => e.view.arrays.positions.data), _ = 24;
  let T = /* @__PURE__ */ K(void 0), d = /* @__PURE__ */ K(0), m = /* @__PURE__ */ K(400), H = !1, E = /* @__PURE__ */ K(/* @__PURE__ */ new Set());
  const S = /* @__PURE__ */ y(() => {
    if (e.mode === "word") return t(n) ? Ut(t(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const g = new Float32Array(t(o) * t(l));
    for (let D = 0; D < g.length; D++) g[D] = e.view.arrays.probs.data[D * t(c)];
    return g;
  }), M = /* @__PURE__ */ y(() => {
    if (e.mode === "top") return 1;
    let g = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let D = 0; D < t(S).length; D++) t(S)[D] > g && (g = t(S)[D]);
    return g;
  }), R = /* @__PURE__ */ y(() => {
    const g = Array.from({ length: t(o) }, (w, N) => {
      let I = 0;
      for (let ae = 0; ae < t(l); ae++) I += (t(S)[N * t(l) + ae] || 0) / t(M);
      return I / t(l);
    }), D = Math.max(...g, 1e-9);
    return g.map((w) => w / D);
  }), O = /* @__PURE__ */ y(() => {
    const g = [], D = e.view.arrays.ids.data, w = (N, I) => {
      if ((e.study.tokens[t(h)[N]]?.image ?? -1) !== (e.study.tokens[t(h)[I]]?.image ?? -1)) return !1;
      for (let ae = 0; ae < t(o); ae++) if (D[(ae * t(l) + N) * t(c)] !== D[(ae * t(l) + I) * t(c)]) return !1;
      return !0;
    };
    for (let N = 0; N < t(l); N++) {
      const I = g.at(-1);
      I && w(I.row, N) ? I.count++ : g.push({ row: N, count: 1 });
    }
    return g;
  }), A = /* @__PURE__ */ y(() => e.folded && e.mode === "top" ? t(O).flatMap((g) => t(E).has(g.row) ? Array.from({ length: g.count }, (D, w) => ({ row: g.row + w, count: 1 })) : [g]) : Array.from({ length: t(l) }, (g, D) => ({ row: D, count: 1 }))), b = /* @__PURE__ */ y(() => Math.max(0, Math.floor(t(d) / _) - 6)), C = /* @__PURE__ */ y(() => Math.min(t(A).length, Math.ceil((t(d) + t(m)) / _) + 6)), W = (g) => g === null ? -1 : t(h)[g] === g ? g : Array.prototype.indexOf.call(t(h), g), Y = (g) => {
    let D = 0, w = t(A).length - 1;
    for (; D < w; ) {
      const N = D + w + 1 >> 1;
      t(A)[N].row <= g ? D = N : w = N - 1;
    }
    return D;
  }, G = /* @__PURE__ */ y(() => Y(W(r().shownPlace))), se = /* @__PURE__ */ y(() => W(r().at) < 0 ? -1 : Y(W(r().at))), q = (g, D, w) => e.mode === "top" ? w >= r().least ? et(e.view.about.strings[e.view.arrays.ids.data[(D * t(l) + g) * t(c)]]) : "" : e.mode === "word" || e.mode === "find" ? w >= Math.max(r().least, 5e-4) ? ht(w) : "" : Je(w), J = (g, D) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(D * t(l) + g) * t(c)]) ? 0 : t(c)
    },
    (w, N) => {
      const I = (D * t(l) + g) * t(c) + N;
      return `${et(e.view.about.strings[e.view.arrays.ids.data[I]])} ${ht(e.view.arrays.probs.data[I])}`;
    }
  ).join(", ");
  function ne(g) {
    if (!t(T) || g < 0) return;
    const D = Y(g) * _, w = t(m) - 50;
    (D < t(T).scrollTop || D + _ > t(T).scrollTop + w) && (t(T).scrollTop = Math.max(0, D - w / 2));
  }
  gt(() => {
    const { place: g } = r();
    Ct(() => ne(W(g)));
  }), gt(() => {
    const { hoverPlace: g } = r();
    g !== null && !H && Ct(() => ne(W(g)));
  }), gt(() => {
    if (r().lensLayer === null) return;
    const g = t(T)?.querySelector(`.lens-head [data-layer="${t(f)}"]`), D = t(T)?.querySelector(".lens-head .name");
    if (!t(T) || !g || !D) return;
    const w = g.offsetLeft - D.offsetWidth, N = g.offsetLeft + g.offsetWidth - t(T).clientWidth;
    w < t(T).scrollLeft ? t(T).scrollLeft = w : N > t(T).scrollLeft && (t(T).scrollLeft = N);
  });
  function re(g) {
    const D = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[g.key], w = W(r().place);
    g.key === "Enter" && w >= 0 && Z(Y(w)), D && (g.preventDefault(), D[0] && (r().place = t(h)[t(A)[w < 0 ? 0 : Math.max(0, Math.min(t(A).length - 1, Y(w) + D[0]))].row]), r().lensLayer = Math.max(0, Math.min(t(o) - 1, t(f) + D[1])));
  }
  const $ = (g) => {
    const D = e.study.label(g);
    return e.study.tokens[g]?.kind === "image" && D.length > 16 ? D.replace(/(image|frame|tile|row|column) /g, (w) => w[0]) : D;
  };
  function Z(g) {
    const { row: D, count: w } = t(A)[g];
    w > 1 && j(E, /* @__PURE__ */ new Set([...t(E), D]));
  }
  var le = dd();
  let pe;
  var we = k(le), Me = u(k(we));
  Pe(Me, 17, () => e.view.about.layers, qe, (g, D, w) => {
    var N = ld();
    te(N, "data-layer", w);
    let I, ae;
    var ee = B(N, !0);
    F(
      (ie) => {
        te(N, "title", `layer ${t(D) ?? ""}; the bar is the mean over all positions`), I = Lt(N, 1, "", null, I, { current: w === t(f) }), ae = We(N, "", ae, { "--mean": ie }), P(ee, t(D));
      },
      [() => `${Math.round(100 * t(R)[w])}%`]
    ), oe("click", N, () => r().lensLayer = w), v(g, N);
  });
  var Ae = u(we, 2);
  let xe;
  Pe(Ae, 23, () => ({ length: Math.max(0, t(C) - t(b)) }), (g, D) => t(A)[t(b) + D]?.row, (g, D, w) => {
    const N = /* @__PURE__ */ y(() => t(b) + t(w)), I = /* @__PURE__ */ y(() => {
      const { row: ge, count: ye } = t(A)[t(N)];
      return { row: ge, many: ye };
    }), ae = /* @__PURE__ */ y(() => t(h)[t(I).row]);
    var ee = cd();
    let ie, p;
    var U = k(ee), L = k(U), Q = B(L, !0), V = u(L, 2);
    {
      var ue = (ge) => {
        var ye = Na();
        F(() => P(ye, `▸ ${t(I).many ?? ""} alike`)), v(ge, ye);
      }, fe = (ge) => {
        var ye = Na();
        F((he) => P(ye, he), [() => et($(t(ae)))]), v(ge, ye);
      };
      z(V, (ge) => {
        t(I).many > 1 ? ge(ue) : ge(fe, -1);
      });
    }
    var Ne = u(U, 2);
    Pe(Ne, 17, () => ({ length: t(o) }), qe, (ge, ye, he, de) => {
      const _e = /* @__PURE__ */ y(() => t(S)[he * t(l) + t(I).row] ?? NaN);
      var be = ud();
      let Re;
      te(be, "data-layer", he);
      let Oe;
      var me = B(be, !0);
      F(
        (Te, je, De, Se) => {
          Re = Lt(be, 1, "cell", null, Re, { here: he === t(f) }), te(be, "title", Te), Oe = We(be, "", Oe, { background: je, color: De }), P(me, Se);
        },
        [
          () => J(t(I).row, he),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(t(_e) || 0))}%, transparent)` : Nt(t(_e) / t(M), !1),
          () => e.mode === "top" ? null : Tn(t(_e) / t(M), !1),
          () => q(t(I).row, he, t(_e))
        ]
      ), Ke("mouseenter", be, () => r().hoverPlace = t(ae)), Ke("mouseleave", be, () => r().hoverPlace = null), oe("click", be, () => {
        r().takePlace(t(ae)), r().lensLayer = he;
      }), v(ge, be);
    }), F(
      (ge, ye) => {
        ie = Lt(ee, 1, "lens-row", null, ie, {
          current: r().shownPlace !== null && t(N) === t(G),
          focus: t(N) === t(se)
        }), te(ee, "data-row", t(I).row), te(ee, "data-many", t(I).many), p = We(ee, "", p, { top: `${t(N) * _}px` }), te(U, "title", ge), P(Q, ye);
      },
      [
        () => t(I).many > 1 ? `${t(I).many} tokens that say the same at every layer: click to unfold` : e.study.label(t(ae)),
        () => e.study.number(t(ae))
      ]
    ), oe("click", U, () => t(I).many > 1 ? Z(t(N)) : r().takePlace(t(ae))), v(g, ee);
  }), yr(le, (g) => j(T, g), () => t(T)), F(() => {
    te(le, "aria-label", `Lens table: ${t(l) ?? ""} positions by ${t(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), pe = We(le, "", pe, { "--columns": t(o) }), xe = We(Ae, "", xe, { height: `${t(A).length * _}px` });
  }), Ke("scroll", le, () => j(d, t(T).scrollTop, !0)), oe("keydown", le, re), Ke("pointerenter", le, () => H = !0), Ke("pointerleave", le, () => H = !1), va(le, "clientHeight", (g) => j(m, g)), v(a, le), Ge();
}
ct(["keydown", "click"]);
var vd = /* @__PURE__ */ x('<button type="button" class="map"><canvas></canvas><small> </small></button>'), hd = /* @__PURE__ */ x('<div class="maps" role="group"></div>'), pd = /* @__PURE__ */ x('<p class="fine"> </p>'), gd = /* @__PURE__ */ x("<!> <!> <!>", 1);
function _d(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.words.arrays.positions.data), s = /* @__PURE__ */ y(() => e.study.images.find((M) => M.boxed)), i = /* @__PURE__ */ y(() => {
    const M = e.study.images.indexOf(t(s)), R = e.study.tokens.filter((b) => b.box && b.image === M && b.frame <= 0), O = R.some((b) => !b.global), A = new Map(Array.from(t(n), (b, C) => [b, C]));
    return R.filter((b) => !(b.global && O) && A.has(b.position)).map((b) => ({ box: b.box, row: A.get(b.position) }));
  }), o = /* @__PURE__ */ y(() => Array.from({ length: e.words.about.layers.length }, (M, R) => Ut(e.words.arrays.probs, e.painted.word, R))), l = /* @__PURE__ */ y(() => t(o).reduce((M, R) => t(i).reduce((O, { row: A }) => Math.max(O, R[A] || 0), M), 0.05));
  function c(M, R) {
    const O = ({ values: A, high: b }) => {
      const [C, W] = t(s).size, Y = 96 / Math.max(C, W), G = M.getContext("2d");
      Object.assign(M, {
        width: Math.round(C * Y),
        height: Math.round(W * Y)
      });
      for (const { row: se, box: q } of t(i))
        G.fillStyle = Nt(A[se] / b, !1), G.fillRect(q[0] * Y, q[1] * Y, (q[2] - q[0]) * Y + 0.5, (q[3] - q[1]) * Y + 0.5);
    };
    return O(R), { update: O };
  }
  const f = /* @__PURE__ */ y(() => r().shownPlace ?? r().at), h = /* @__PURE__ */ y(() => {
    const M = Array.prototype.indexOf.call(t(n), t(f)), [R, O, A] = e.words.arrays.probs.shape;
    return M < 0 ? [] : Array.from({ length: R }, (b, C) => {
      const W = Array.from({ length: O }, (Y, G) => e.words.arrays.probs.data[(C * O + G) * A + M]);
      return {
        name: e.words.about.words[C],
        said: ht(W.at(-1) ?? 0),
        values: W
      };
    });
  });
  var _ = gd(), T = Le(_);
  {
    var d = (M) => {
      var R = hd();
      Pe(R, 21, () => e.words.about.layers, qe, (O, A, b) => {
        var C = vd(), W = k(C);
        pl(W, (se, q) => c?.(se, q), () => ({ values: t(o)[b], high: t(l) }));
        var Y = u(W), G = B(Y, !0);
        F(() => {
          te(C, "aria-pressed", e.layer === b && r().paint === "word"), P(G, t(A));
        }), oe("click", C, () => {
          r().lensLayer = b, r().paint = "word";
        }), v(O, C);
      }), F(() => te(R, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), v(M, R);
    };
    z(T, (M) => {
      t(s) && t(i).length && M(d);
    });
  }
  var m = u(T, 2);
  {
    var H = (M) => {
      var R = pd(), O = B(R);
      F(() => P(O, `Maps of ${t(s).kind === "video" ? "the first frame" : "the first image"}; the slider paints every layer on all of them.`)), v(M, R);
    };
    z(m, (M) => {
      t(s) && t(i).length && (e.study.images.length > 1 || t(s).kind === "video") && M(H);
    });
  }
  var E = u(m, 2);
  {
    var S = (M) => {
      {
        let R = /* @__PURE__ */ y(() => e.study.label(t(f))), O = /* @__PURE__ */ y(() => JSON.stringify(e.study.label(t(f))));
        pi(M, {
          get curves() {
            return t(h);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (A) => `${Math.round(100 * A)}%`,
          get label() {
            return `Probability over layers at ${t(R) ?? ""}`;
          },
          get note() {
            return `by layer, at ${t(O) ?? ""}`;
          }
        });
      }
    };
    z(E, (M) => {
      t(h).length && M(S);
    });
  }
  v(a, _), Ge();
}
ct(["click"]);
var md = /* @__PURE__ */ x('<span class="fine">what each token says, if the model stopped at that layer</span>'), cs = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), bd = /* @__PURE__ */ x('<button type="button" title="its probability at every layer and token, however small">follow</button>'), ds = /* @__PURE__ */ x('<button type="button"> </button>'), yd = /* @__PURE__ */ x('<p class="fine hits" role="status"> </p>'), wd = /* @__PURE__ */ x("<option> </option>"), kd = /* @__PURE__ */ x('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), xd = /* @__PURE__ */ x('<p class="fine"> </p>'), Sd = /* @__PURE__ */ x('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Md = /* @__PURE__ */ x('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Ad(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ y(() => e.painted.lens.view), s = /* @__PURE__ */ y(() => e.painted.words.view), i = /* @__PURE__ */ y(() => t(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ y(() => nr(t(i), 3)), l = /* @__PURE__ */ y(() => t(o)[0]), c = /* @__PURE__ */ y(() => t(o)[1]), f = /* @__PURE__ */ y(() => t(o)[2]), h = /* @__PURE__ */ y(() => Math.min(r().lensLayer ?? t(l) - 1, Math.max(0, t(l) - 1)));
  let _ = /* @__PURE__ */ K("top"), T = /* @__PURE__ */ K(!0), d = /* @__PURE__ */ K(-1), m = /* @__PURE__ */ K(null);
  const H = /* @__PURE__ */ y(() => r().words.length ? r().words : r().target ? [r().target.text.trim() || "word"] : []), E = /* @__PURE__ */ y(() => ["entropy", "kl"].filter(($) => t(n)?.arrays[$])), S = /* @__PURE__ */ y(() => e.painted.found), M = /* @__PURE__ */ y(() => r().source.kind !== "page");
  function R($, Z = e.painted.word) {
    j(_, $, !0), r().word = Z, ($ === "top" || $ === "word" || $ === "find") && (r().paint = $);
  }
  function O($) {
    r().find = $, j(d, -1), R($.trim() ? "find" : "top");
  }
  function A($) {
    !t(S)?.hits.length || !t(n) || (j(
      d,
      t(d) < 0 && $ < 0 ? t(S).hits.length - 1 : (t(d) + $ + t(S).hits.length) % t(S).hits.length,
      !0
    ), r().takePlace(t(n).arrays.positions.data[t(S).hits[t(d)] % t(c)]), r().lensLayer = Math.floor(t(S).hits[t(d)] / t(c)));
  }
  function b() {
    const $ = r().find.trim();
    $ && (r().words = [...r().words.filter((Z) => Z !== $), $].slice(-8), r().find = "", R("word", r().words.length - 1));
  }
  function C() {
    const $ = () => {
      clearInterval(t(m)), j(m, null);
    };
    if (t(m) !== null) return $();
    r().lensLayer = 0, j(m, setInterval(() => t(h) >= t(l) - 1 ? $() : r().lensLayer = t(h) + 1, 600), !0);
  }
  gt(() => () => clearInterval(t(m) ?? void 0));
  const W = /* @__PURE__ */ y(() => t(n) ? {
    name: "lens",
    svg: () => On(
      t(l) * 64,
      t(c) * 18,
      Array.from({ length: t(l) * t(c) }, ($, Z) => {
        const [le, pe] = [Z % t(c), Math.floor(Z / t(c))], we = t(n).arrays.probs.data[Z * t(f)] || 0;
        return {
          box: [pe * 64, le * 18, pe * 64 + 63, le * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(we)).toFixed(2)})`,
          text: we >= r().least ? t(n).about.strings[t(n).arrays.ids.data[Z * t(f)]] : ""
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
        ...t(E)
      ],
      ...Array.from({ length: t(l) * t(c) }, ($, Z) => {
        const le = t(n).arrays.positions.data[Z % t(c)];
        return [
          t(n).about.layers[Math.floor(Z / t(c))],
          e.study.number(le),
          e.study.label(le),
          t(n).about.strings[t(n).arrays.ids.data[Z * t(f)]],
          t(n).arrays.probs.data[Z * t(f)],
          ...t(E).map((pe) => t(n).arrays[pe].data[Z])
        ];
      })
    ]
  } : null);
  var Y = Md(), G = k(Y);
  {
    let $ = /* @__PURE__ */ y(() => t(_) === "word" && t(s) ? t(s).about.code : t(n)?.about.code ?? "");
    Kt(G, {
      title: "Logit lens",
      get code() {
        return t($);
      },
      get exporter() {
        return t(W);
      },
      children: (Z, le) => {
        var pe = md();
        v(Z, pe);
      },
      $$slots: { default: !0 }
    });
  }
  var se = u(G, 2);
  {
    var q = ($) => {
      var Z = cs(), le = B(Z, !0);
      F(() => P(le, e.painted.lens.error)), v($, Z);
    };
    z(se, ($) => {
      e.painted.lens.error && $(q);
    });
  }
  var J = u(se, 2);
  {
    let $ = /* @__PURE__ */ y(() => e.painted.long("lens")), Z = /* @__PURE__ */ y(() => e.study.tokens.length.toLocaleString("en")), le = /* @__PURE__ */ y(() => e.study.nLayers + 1);
    mr(J, {
      get session() {
        return r();
      },
      get long() {
        return t($);
      },
      get what() {
        return `The lens of ${t(Z) ?? ""} tokens at ${t(le) ?? ""} layers`;
      }
    });
  }
  var ne = u(J, 2);
  {
    var re = ($) => {
      var Z = Sd(), le = Le(Z), pe = k(le), we = k(pe), Me = u(we, 2), Ae = u(Me), xe = u(Ae, 2);
      {
        var g = (Se) => {
          var Ue = bd();
          F((Be) => Ue.disabled = Be, [() => !r().find.trim()]), oe("click", Ue, b), v(Se, Ue);
        };
        z(xe, (Se) => {
          t(M) && Se(g);
        });
      }
      var D = u(pe, 2), w = k(D), N = u(w, 2);
      Pe(N, 17, () => t(H), qe, (Se, Ue, Be) => {
        var Xe = ds(), ot = B(Xe, !0);
        F(() => {
          te(Xe, "aria-pressed", t(_) === "word" && e.painted.word === Be), P(ot, t(Ue));
        }), oe("click", Xe, () => R("word", Be)), v(Se, Xe);
      });
      var I = u(N, 2);
      Pe(I, 17, () => t(E), qe, (Se, Ue) => {
        var Be = ds(), Xe = B(Be, !0);
        F(() => {
          te(Be, "aria-pressed", t(_) === t(Ue)), P(Xe, t(Ue) === "kl" ? "KL to output" : t(Ue));
        }), oe("click", Be, () => R(t(Ue))), v(Se, Be);
      });
      var ae = u(le, 2);
      {
        var ee = (Se) => {
          var Ue = yd(), Be = B(Ue);
          F((Xe, ot) => P(Be, `Tokens that ${t(S).whole ? "are" : "contain"} “${Xe ?? ""}”: ${ot ?? ""}`), [
            () => r().find.trim(),
            () => t(S).hits.length ? `${t(S).hits.length.toLocaleString("en")} hits in ${t(S).layers} of ${t(l)} layers, among the top ${t(f)}. ↓ goes to the most probable.` : `none among the top ${t(f)}, at any layer and position.`
          ]), v(Se, Ue);
        };
        z(ae, (Se) => {
          t(S) && Se(ee);
        });
      }
      var ie = u(ae, 2);
      {
        var p = (Se) => {
          var Ue = cs(), Be = B(Ue, !0);
          F(() => P(Be, e.painted.words.error)), v(Se, Ue);
        };
        z(ie, (Se) => {
          e.painted.words.error && Se(p);
        });
      }
      var U = u(ie, 2), L = k(U), Q = u(k(L)), V = B(Q, !0), ue = u(Q), fe = u(L, 2), Ne = B(fe, !0), ge = u(fe, 2), ye = u(k(ge));
      Pe(ye, 20, () => [0, 0.01, 0.05, 0.2, 0.5], qe, (Se, Ue) => {
        var Be = wd(), Xe = B(Be), ot = {};
        F(() => {
          P(Xe, `${100 * Ue}%`), ot !== (ot = Ue) && (Be.value = (Be.__value = ot) ?? "");
        }), v(Se, Be);
      }), dt(ye);
      var he = u(ge, 2), de = k(he), _e = u(he, 2);
      {
        var be = (Se) => {
          var Ue = kd(), Be = k(Ue);
          F(() => oi(Be, r().vision)), oe("change", Be, (Xe) => {
            r().vision = Xe.currentTarget.checked, r().lensLayer !== null && (r().lensLayer = Math.max(0, r().lensLayer + (r().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), v(Se, Ue);
        };
        z(_e, (Se) => {
          e.study.costs.n_vision && Se(be);
        });
      }
      var Re = u(U, 2);
      {
        let Se = /* @__PURE__ */ y(() => e.painted.long("words")), Ue = /* @__PURE__ */ y(() => t(H).join(", "));
        mr(Re, {
          get session() {
            return r();
          },
          get long() {
            return t(Se);
          },
          get what() {
            return `To follow ${t(Ue) ?? ""} through all tokens and layers`;
          }
        });
      }
      var Oe = u(Re, 2);
      {
        var me = (Se) => {
          _d(Se, {
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
              return t(h);
            }
          });
        };
        z(Oe, (Se) => {
          t(s) && Se(me);
        });
      }
      var Te = u(Oe, 2);
      fd(Te, {
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
          return t(_);
        },
        get folded() {
          return t(T);
        }
      });
      var je = u(Te, 2);
      {
        var De = (Se) => {
          var Ue = xd(), Be = B(Ue, !0);
          F(() => P(Be, r().note)), v(Se, Ue);
        };
        z(je, (Se) => {
          r().note && Se(De);
        });
      }
      F(() => {
        Ea(we, r().find), Me.disabled = !t(S)?.hits.length, Ae.disabled = !t(S)?.hits.length, te(w, "aria-pressed", t(_) === "top"), P(V, t(n).about.layers[t(h)]), te(ue, "max", t(l) - 1), Ea(ue, t(h)), te(ue, "aria-valuetext", t(n).about.layers[t(h)]), te(fe, "aria-pressed", t(m) !== null), P(Ne, t(m) === null ? "play" : "stop");
      }), Ke("submit", pe, (Se) => {
        Se.preventDefault(), A(1);
      }), oe("input", we, (Se) => O(Se.currentTarget.value)), oe("click", Me, () => A(-1)), oe("click", Ae, () => A(1)), oe("click", w, () => R("top")), oe("input", ue, (Se) => {
        r().lensLayer = Number(Se.currentTarget.value), r().paint !== "word" && r().paint !== "find" && (r().paint = "top");
      }), oe("click", fe, C), bt(ye, () => r().least, (Se) => r().least = Se), Ml(de, () => t(T), (Se) => j(T, Se)), v($, Z);
    };
    z(ne, ($) => {
      t(n) && $(re);
    });
  }
  v(a, Y), Ge();
}
ct(["input", "click", "change"]);
var Nd = /* @__PURE__ */ x('<p class="fine">This is an image feature that cross-attention reads. It is no position of the stream, so a lens reads nothing there; Attention shows who looks at it.</p>'), Ed = /* @__PURE__ */ x('<th scope="col">and then</th>'), Td = /* @__PURE__ */ x("<td><span> </span> <small> </small></td>"), Od = /* @__PURE__ */ x('<tr><th scope="row"> </th><!></tr>'), Pd = /* @__PURE__ */ x('<p class="fine facts"> </p>'), Ld = /* @__PURE__ */ x('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Rd(a, e) {
  Ye(e, !0);
  const r = /* @__PURE__ */ y(() => e.painted.lens.view), n = /* @__PURE__ */ y(() => e.painted.words.view), s = /* @__PURE__ */ y(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ y(() => t(r) ? Array.prototype.indexOf.call(t(r).arrays.positions.data, t(s)) : -1), o = /* @__PURE__ */ y(() => t(r) ? Math.min(e.session.lensLayer ?? 1 / 0, t(r).about.layers.length - 1) : 0), l = /* @__PURE__ */ y(() => {
    if (!t(r) || t(i) < 0) return [];
    const { ids: d, probs: m } = t(r).arrays, [H, E, S] = d.shape;
    return Array.from({ length: H }, (M, R) => ({
      nth: R,
      layer: t(r).about.layers[R],
      top: Array.from({ length: Math.min(3, S) }, (O, A) => {
        const b = (R * E + t(i)) * S + A;
        return {
          text: t(r).about.strings[d.data[b]],
          p: m.data[b],
          id: t(r).arrays.tokens.data[d.data[b]]
        };
      })
    })).filter(({ top: M }) => !Number.isNaN(M[0].p)).reverse();
  }), c = /* @__PURE__ */ y(() => {
    if (!t(r) || t(i) < 0) return "";
    const d = t(r).arrays.ids.shape[1], m = t(o) * d + t(i), H = [];
    t(r).arrays.entropy && H.push(`entropy ${Je(t(r).arrays.entropy.data[m])} nats`), t(r).arrays.kl && H.push(`KL to output ${Je(t(r).arrays.kl.data[m])} nats`);
    const E = t(n) ? t(n).arrays.probs.shape[1] * d : 0;
    return t(n) && t(n).arrays.probs.shape[2] === d && t(n).about.words.forEach((S, M) => {
      const R = t(n).arrays.ranks?.data[M * E + m];
      H.push(`“${S}” ${ht(t(n).arrays.probs.data[M * E + m])}${R ? `, rank ${R > 127 && t(n).about.coded ? "about " : ""}${R.toLocaleString("en")}` : ""}`);
    }), H.length ? `Layer ${t(r).about.layers[t(o)]}: ${H.join("; ")}.` : "";
  });
  var f = It(), h = Le(f);
  {
    var _ = (d) => {
      var m = Nd();
      v(d, m);
    }, T = (d) => {
      var m = Ld(), H = Le(m), E = k(H), S = u(E), M = B(S), R = u(H, 2), O = k(R), A = k(O), b = B(A), C = u(A), W = k(C), Y = u(k(W), 2);
      {
        var G = (ne) => {
          var re = Ed();
          F(() => te(re, "colspan", t(l)[0].top.length - 1)), v(ne, re);
        };
        z(Y, (ne) => {
          t(l)[0].top.length > 1 && ne(G);
        });
      }
      var se = u(C);
      Pe(se, 21, () => t(l), ({ nth: ne, layer: re, top: $ }) => ne, (ne, re) => {
        let $ = () => t(re).nth, Z = () => t(re).layer, le = () => t(re).top;
        var pe = Od();
        let we;
        var Me = k(pe), Ae = B(Me, !0), xe = u(Me);
        Pe(xe, 17, le, qe, (g, D) => {
          let w = () => t(D).text, N = () => t(D).p, I = () => t(D).id;
          var ae = Td();
          let ee, ie;
          var p = k(ae), U = B(p, !0), L = u(p, 2), Q = B(L, !0);
          F(
            (V, ue) => {
              ee = Lt(ae, 1, "", null, ee, { target: e.session.target?.id === I() }), ie = We(ae, "", ie, { "--share": `${100 * N()}%` }), P(U, V), P(Q, ue);
            },
            [() => et(w()), () => ht(N())]
          ), v(g, ae);
        }), F(() => {
          we = Lt(pe, 1, "", null, we, { here: $() === t(o) }), P(Ae, Z());
        }), v(ne, pe);
      });
      var q = u(R, 2);
      {
        var J = (ne) => {
          var re = Pd(), $ = B(re, !0);
          F(() => P($, t(c))), v(ne, re);
        };
        z(q, (ne) => {
          t(c) && ne(J);
        });
      }
      F(
        (ne, re, $) => {
          P(E, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), P(M, `${ne ?? ""}, position ${re ?? ""}, by layer`), te(R, "data-reading", t(s)), P(b, `Most probable tokens at position ${$ ?? ""}, layer by layer`);
        },
        [
          () => et(e.study.label(t(s))),
          () => e.study.number(t(s)),
          () => e.study.number(t(s))
        ]
      ), v(d, m);
    };
    z(h, (d) => {
      t(s) < 0 ? d(_) : t(l).length && d(T, 1);
    });
  }
  v(a, f), Ge();
}
const fs = (a, e) => a && e && a.signed === e.signed && !a.texts ? {
  ...a,
  high: Math.max(a.high, e.high),
  label: `${a.label}; both images have this scale`
} : a, Nr = (a, e) => (e < 0 ? a?.keys?.[-1 - e] : a?.values[e]) ?? NaN, Cd = 10, Id = { words: "lens", feature: "features" };
class vs {
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
        focus: this.focusOfFeatures,
        target: e.target?.id ?? null,
        contrast: e.contrast?.id ?? null
      } : null,
      feature: () => e.feature !== null && this.dictionary && (e.tab === "features" || e.paint === "feature") ? { dictionary: this.dictionary, feature: e.feature } : null,
      pattern: () => e.pattern && e.tab === "attention" && e.layer !== null && e.head !== null ? { layer: e.layer, head: e.head } : null
    };
    const n = (s) => new Ra(e, () => {
      const i = r(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern"), this.features = n("features"), this.feature = n("feature");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const r = this.of(), n = r && !r.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!r || !n) return null;
    const s = ya(e, n), i = r.cost(Id[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + r.costs.n_vision / (r.nLayers + 1)), i.seconds > Cd && !this.session.granted.has(`${r.id} ${s}`) && !r.has(s) ? { ...i, key: `${r.id} ${s}` } : null;
  }
  // The dictionary whose features are shown.
  get dictionary() {
    const e = this.of()?.dictionaries ?? [];
    return (e.find((r) => r.name === this.session.dictionary) ?? e[0])?.name ?? "";
  }
  // Whose features are listed: those of the focus; in front of the decoder, of the patch that is kept.
  get focusOfFeatures() {
    const e = this.of()?.dictionaries.find((s) => s.name === this.dictionary), { place: r, at: n } = this.session;
    return e?.in_front && r !== null && r >= 0 ? r : n;
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
      const n = e.about.strings.map((d) => d.trim().toLocaleLowerCase()), s = n.includes(r), i = Uint8Array.from(n, (d) => Number(s ? d === r : d.includes(r))), { ids: o, probs: l } = e.arrays, [c, f, h] = o.shape, _ = new Float32Array(c * f);
      for (let d = 0; d < o.data.length; d++) i[o.data[d]] && (_[Math.floor(d / h)] += l.data[d] || 1e-9);
      const T = Array.from(_.keys()).filter((d) => _[d] > 0).sort((d, m) => _[m] - _[d]);
      return {
        whole: s,
        sum: _,
        hits: T,
        layers: new Set(T.map((d) => Math.floor(d / f))).size
      };
    }
  );
  get found() {
    return t(this.#e);
  }
  set found(e) {
    j(this.#e, e);
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
        return o < 0 && !n.attending.has(r.layer) ? null : ur(
          o < 0 ? Ut(i.arrays.weights, r.layer, r.head) : Fd,
          n,
          `${o < 0 ? "" : "cross-"}attention of L${r.layer}H${r.head} from ${JSON.stringify(n.label(i.about.focus))}`,
          !1,
          o < 0 ? void 0 : Ut(i.arrays.image_weights, o, r.head)
        );
      }
      case "sources": {
        const i = this.sources.view;
        return i && r ? ur(Ut(i.arrays.sources, r.layer, r.head), n, `logits that L${r.layer}H${r.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && r ? ur(Ut(i.arrays.weights, r.layer, r.head), n, `how much each token looks at ${JSON.stringify(n.label(i.about.position ?? -1 - i.about.key))} in L${r.layer}H${r.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = ur(this.spread(Ut(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), n, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Ut(i.arrays.ids, o), c = Ut(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], _ = new Float32Array(h), T = [];
        for (let d = 0; d < h; d++) {
          const m = i.arrays.positions.data[d];
          _[m] = c[d * f], T[m] = c[d * f] >= e.least ? i.about.strings[l[d * f]] : "";
        }
        return {
          values: _,
          texts: T,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "find": {
        const i = this.lens.view;
        if (!i || !this.found) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = i.arrays.ids.shape[1];
        return ur(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), n, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "feature": {
        const i = this.feature.view;
        return i ? ur(i.arrays.activations.data, n, `activation of feature ${i.about.feature}`) : null;
      }
      case "sweep":
        return e.sweep?.values ? ur(e.sweep.values, n, e.sweep.label, !0) : null;
    }
    return null;
  }
}
const Fd = new Float32Array();
function ur(a, e, r, n = !1, s) {
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
var hs = /* @__PURE__ */ x('<button type="button"> </button>'), jd = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Which image"></div>'), Dd = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Ud = /* @__PURE__ */ x('<label class="grow"> <input type="range" min="0"/></label>'), Hd = /* @__PURE__ */ x('<div class="row"><!> <!> <!></div>'), zd = /* @__PURE__ */ x('<img alt=""/>'), Bd = /* @__PURE__ */ x('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), qd = /* @__PURE__ */ x('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Wd = /* @__PURE__ */ x('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Jd = /* @__PURE__ */ x('<p class="fine"> <button type="button" class="link">clear</button></p>'), Kd = /* @__PURE__ */ x('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function bi(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = Ie(e, "name", 3, "Image"), s = Ie(e, "tall", 3, "58vh"), i = /* @__PURE__ */ K(0), o = /* @__PURE__ */ K(0), l = /* @__PURE__ */ K(!1), c = /* @__PURE__ */ K(1), f = /* @__PURE__ */ K("point"), h = /* @__PURE__ */ K(void 0), _ = /* @__PURE__ */ K(0), T = /* @__PURE__ */ K(0), d = /* @__PURE__ */ K([]);
  const m = /* @__PURE__ */ y(() => e.study.images[Math.min(t(i), e.study.images.length - 1)]), H = /* @__PURE__ */ y(() => t(m)?.size ?? [1, 1]), E = /* @__PURE__ */ y(() => e.study.placed.filter((p) => p.kind === "image" && p.image === Math.min(t(i), e.study.images.length - 1))), S = /* @__PURE__ */ y(() => [...new Set(t(E).map((p) => p.frame))].filter((p) => p >= 0)), M = /* @__PURE__ */ y(() => [
    ...new Set(t(E).filter((p) => p.box).map((p) => p.global))
  ]), R = /* @__PURE__ */ y(() => t(E).filter((p) => p.box && (t(S).length ? p.frame === t(S)[Math.min(t(o), t(S).length - 1)] : t(M).length < 2 || p.global === t(l)))), O = /* @__PURE__ */ y(() => t(m) ? t(m).frames[Math.min(
    t(S).length ? Math.floor(Math.min(t(o), t(S).length - 1) / t(S).length * t(m).frames.length) : 0,
    t(m).frames.length - 1
  )] : null), A = /* @__PURE__ */ y(() => t(m) && t(O) ? t(m).frames.indexOf(t(O)) : 0), b = /* @__PURE__ */ y(() => new Map(t(R).map((p) => [p.position, p]))), C = /* @__PURE__ */ y(() => t(_) ? t(_) / t(H)[0] : 0);
  gt(() => {
    const p = r().place === null ? null : e.study.token(r().place);
    p?.kind === "image" && (j(i, p.image, !0), p.frame >= 0 && j(
      o,
      [
        ...new Set(e.study.placed.filter((U) => U.image === p.image && U.frame >= 0).map((U) => U.frame))
      ].indexOf(p.frame),
      !0
    ), j(l, p.global, !0));
  });
  function W() {
    if (!t(h) || !t(C)) return;
    const p = devicePixelRatio || 1, U = t(_) * t(H)[1] / t(H)[0];
    (t(h).width !== Math.round(t(_) * p) || t(h).height !== Math.round(U * p)) && (t(h).width = Math.round(t(_) * p), t(h).height = Math.round(U * p));
    const L = t(h).getContext("2d");
    L.setTransform(p * t(C), 0, 0, p * t(C), 0, 0), L.clearRect(0, 0, t(H)[0], t(H)[1]);
    const Q = 1 / t(C);
    if (e.painting) {
      const { texts: V, signed: ue, high: fe } = e.painting, [Ne, ge] = V ? [0.5, 0] : ue ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: ye, box: he } of t(R)) {
        const de = Nr(e.painting, ye);
        Number.isNaN(de) || (L.globalAlpha = Ne + ge * Math.min(1, Math.abs(de) / fe), L.fillStyle = Nt(de / fe, ue), L.fillRect(he[0], he[1], he[2] - he[0], he[3] - he[1]));
      }
      L.globalAlpha = 1, e.painting.texts && t(R).length <= 900 && G(L);
    }
    if (!t(R).some(({ position: V }) => !Number.isNaN(Nr(e.painting, V))) && t(R).length <= 4e3) {
      L.strokeStyle = "rgba(255,255,255,.28)", L.lineWidth = Q;
      for (const { box: V } of t(R)) L.strokeRect(V[0], V[1], V[2] - V[0], V[3] - V[1]);
    }
    for (const V of r().selected) Y(L, V, "#14e0c0", 2);
    r().place !== null && Y(L, r().place, "#fff", 3), r().hoverPlace !== null && Y(L, r().hoverPlace, "#ffe14d", 2), t(d).length > 1 && (L.strokeStyle = "#14e0c0", L.lineWidth = 2 * Q, L.beginPath(), t(f) === "box" ? L.rect(t(d)[0][0], t(d)[0][1], t(d).at(-1)[0] - t(d)[0][0], t(d).at(-1)[1] - t(d)[0][1]) : t(d).forEach(([V, ue], fe) => fe ? L.lineTo(V, ue) : L.moveTo(V, ue)), L.stroke());
  }
  function Y(p, U, L, Q) {
    const V = t(b).get(U)?.box;
    if (V)
      for (const [ue, fe] of [["#000", 2], [L, 0]])
        p.strokeStyle = ue, p.lineWidth = (Q + fe) / t(C), p.strokeRect(V[0], V[1], V[2] - V[0], V[3] - V[1]);
  }
  function G(p) {
    p.textAlign = "center", p.textBaseline = "middle", p.fillStyle = "#fff", p.strokeStyle = "#000";
    for (const { position: U, box: L } of t(R)) {
      if (!e.painting.texts[U]) continue;
      const Q = et(e.painting.texts[U]).slice(0, 12), V = L[2] - L[0], ue = L[3] - L[1], fe = Math.min(ue * 0.34, V * 1.5 / Math.max(2, Q.length));
      p.font = `600 ${fe}px system-ui, sans-serif`, p.lineWidth = fe / 6, p.strokeText(Q, (L[0] + L[2]) / 2, (L[1] + L[3]) / 2, V), p.fillText(Q, (L[0] + L[2]) / 2, (L[1] + L[3]) / 2, V);
    }
  }
  gt(W);
  function se(p) {
    const U = t(h).getBoundingClientRect();
    return [
      (p.clientX - U.left) / U.width * t(H)[0],
      (p.clientY - U.top) / U.height * t(H)[1]
    ];
  }
  const q = ([p, U]) => t(R).find(({ box: L }) => p >= L[0] && p < L[2] && U >= L[1] && U < L[3]);
  function J(p) {
    const U = se(p);
    if (t(d).length) {
      j(d, [...t(d), U]);
      return;
    }
    const L = q(U);
    r().hoverPlace = L?.position ?? null;
  }
  function ne(p) {
    t(f) === "point" || p.button || (t(h).setPointerCapture(p.pointerId), j(d, [se(p)]));
  }
  function re(p) {
    const U = se(p);
    if (t(f) === "point") {
      const Q = q(U);
      Q && (p.shiftKey || p.ctrlKey || p.metaKey) ? r().toggle([Q.position], "flip") : Q && r().takePlace(r().place === Q.position ? null : Q.position);
      return;
    }
    if (!t(d).length) return;
    const L = t(R).filter(({ box: Q }) => $((Q[0] + Q[2]) / 2, (Q[1] + Q[3]) / 2, Q)).map((Q) => Q.position);
    r().toggle(L, p.shiftKey ? "add" : "set"), j(d, []);
  }
  function $(p, U, L) {
    const [Q, V] = [t(d)[0], t(d).at(-1)];
    if (t(f) === "box") {
      const [fe, Ne] = [Math.min(Q[0], V[0]), Math.max(Q[0], V[0])], [ge, ye] = [Math.min(Q[1], V[1]), Math.max(Q[1], V[1])];
      return L[2] > fe && L[0] < Ne && L[3] > ge && L[1] < ye;
    }
    if (t(f) === "brush") return t(d).some(([fe, Ne]) => fe >= L[0] && fe < L[2] && Ne >= L[1] && Ne < L[3]);
    let ue = !1;
    for (let fe = 0, Ne = t(d).length - 1; fe < t(d).length; Ne = fe++) {
      const [ge, ye] = t(d)[fe], [he, de] = t(d)[Ne];
      ye > U != de > U && p < (he - ge) * (U - ye) / (de - ye) + ge && (ue = !ue);
    }
    return ue;
  }
  function Z(p) {
    const U = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[p.key], L = r().shownPlace === null ? null : t(b).get(r().shownPlace);
    if (U) {
      p.preventDefault();
      const Q = L ? le(L, U) : t(R)[0];
      Q && (r().hoverPlace = Q.position);
    } else (p.key === "Enter" || p.key === " ") && r().shownPlace !== null ? (p.preventDefault(), p.shiftKey ? r().toggle([r().shownPlace], "flip") : r().takePlace(r().shownPlace)) : (p.key === "r" || p.key === "c") && L && r().toggle(t(R).filter((Q) => p.key === "r" ? Q.row === L.row : Q.column === L.column).map((Q) => Q.position), "add");
  }
  function le(p, [U, L]) {
    const Q = (ge) => [
      (ge.box[0] + ge.box[2]) / 2,
      (ge.box[1] + ge.box[3]) / 2
    ], [V, ue] = Q(p);
    let fe, Ne = 1 / 0;
    for (const ge of t(R)) {
      const [ye, he] = Q(ge), de = (ye - V) * U + (he - ue) * L, _e = Math.abs((ye - V) * L) + Math.abs((he - ue) * U);
      de > 0.01 && de + 3 * _e < Ne && ([fe, Ne] = [ge, de + 3 * _e]);
    }
    return fe;
  }
  const pe = /* @__PURE__ */ y(() => {
    const p = r().shownPlace, U = p === null ? null : e.study.token(p);
    if (!U) return "Point at a token, click to keep it, Esc lets go.";
    const L = Nr(e.painting, p), Q = U.box ? `, pixels ${U.box.map((V) => Math.round(V)).join(", ")}` : "";
    return `${p < 0 ? `Image feature ${-1 - p}` : `Token ${e.study.number(p)}`}: ${JSON.stringify(e.study.label(p))}${Q}${Number.isNaN(L) ? "" : ` · ${Je(L)}`}`;
  });
  gt(() => {
    e.onexport?.({
      name: "image",
      svg: () => On(
        t(H)[0],
        t(H)[1],
        t(R).map((p) => ({
          box: p.box,
          fill: e.painting ? Nt(Nr(e.painting, p.position) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[p.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...t(R).map((p) => [
          p.position,
          p.row,
          p.column,
          ...p.box,
          Number.isNaN(Nr(e.painting, p.position)) ? "" : Nr(e.painting, p.position)
        ])
      ]
    });
  });
  var we = Kd(), Me = k(we);
  {
    var Ae = (p) => {
      var U = Hd(), L = k(U);
      {
        var Q = (ge) => {
          var ye = jd();
          Pe(ye, 21, () => e.study.images, qe, (he, de, _e) => {
            var be = hs(), Re = B(be);
            F(() => {
              te(be, "aria-pressed", t(i) === _e), P(Re, `${t(de).kind === "video" ? "video" : "image"} ${_e + 1}`);
            }), oe("click", be, () => j(i, _e, !0)), v(he, be);
          }), v(ge, ye);
        };
        z(L, (ge) => {
          e.study.images.length > 1 && ge(Q);
        });
      }
      var V = u(L, 2);
      {
        var ue = (ge) => {
          var ye = Dd(), he = k(ye), de = u(he, 2);
          F(() => {
            te(he, "aria-pressed", !t(l)), te(de, "aria-pressed", t(l));
          }), oe("click", he, () => j(l, !1)), oe("click", de, () => j(l, !0)), v(ge, ye);
        };
        z(V, (ge) => {
          t(M).length > 1 && ge(ue);
        });
      }
      var fe = u(V, 2);
      {
        var Ne = (ge) => {
          var ye = Ud(), he = k(ye), de = u(he);
          F(
            (_e) => {
              P(he, `frame ${_e ?? ""} of ${t(S).length ?? ""} `), te(de, "max", t(S).length - 1);
            },
            [() => Math.min(t(o), t(S).length - 1) + 1]
          ), kt(de, () => t(o), (_e) => j(o, _e)), v(ge, ye);
        };
        z(fe, (ge) => {
          t(S).length && ge(Ne);
        });
      }
      v(p, U);
    };
    z(Me, (p) => {
      (e.study.images.length > 1 || t(S).length || t(M).length > 1) && p(Ae);
    });
  }
  var xe = u(Me, 2);
  {
    var g = (p) => {
      var U = Bd(), L = Le(U);
      let Q;
      var V = k(L);
      let ue;
      var fe = k(V);
      {
        var Ne = (Oe) => {
          var me = zd();
          let Te, je;
          F(
            (De) => {
              te(me, "src", De), Te = Lt(me, 1, "", null, Te, { dim: e.painting }), je = We(me, "", je, {
                left: `${100 * t(O).area[0] / t(H)[0]}%`,
                top: `${100 * t(O).area[1] / t(H)[1]}%`,
                width: `${100 * (t(O).area[2] - t(O).area[0]) / t(H)[0]}%`,
                height: `${100 * (t(O).area[3] - t(O).area[1]) / t(H)[1]}%`
              });
            },
            [
              () => r().source.pictureUrl(e.study.id, Math.min(t(i), e.study.images.length - 1), t(A))
            ]
          ), Ke("load", me, () => jo(T)), v(Oe, me);
        };
        z(fe, (Oe) => {
          t(O) && Oe(Ne);
        });
      }
      var ge = u(fe, 2);
      let ye;
      var he = k(ge);
      yr(he, (Oe) => j(h, Oe), () => t(h));
      var de = u(L, 2), _e = k(de);
      Pe(_e, 20, () => ["point", "box", "brush", "lasso"], qe, (Oe, me) => {
        var Te = hs(), je = B(Te, !0);
        F(() => {
          te(Te, "aria-pressed", t(f) === me), P(je, me);
        }), oe("click", Te, () => j(f, me, !0)), v(Oe, Te);
      });
      var be = u(_e, 2), Re = u(k(be));
      F(() => {
        Q = Lt(L, 1, "scroller", null, Q, { zoomed: t(c) > 1 }), ue = We(V, "", ue, {
          width: `${100 * t(c)}%`,
          "max-width": t(c) === 1 ? `min(100%, calc(${s()} * ${t(H)[0] / t(H)[1]}))` : "none"
        }), te(ge, "aria-label", `${n() ?? ""}: ${t(R).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), te(ge, "data-stage", n()), ye = We(ge, "", ye, {
          "aspect-ratio": `${t(H)[0] ?? ""} / ${t(H)[1] ?? ""}`
        });
      }), oe("keydown", ge, Z), oe("pointermove", he, J), oe("pointerdown", he, ne), oe("pointerup", he, re), Ke("pointerleave", he, () => r().hoverPlace = null), va(V, "clientWidth", (Oe) => j(_, Oe)), kt(Re, () => t(c), (Oe) => j(c, Oe)), v(p, U);
    }, D = (p) => {
      var U = qd();
      v(p, U);
    };
    z(xe, (p) => {
      t(m) && t(R).length ? p(g) : e.study.images.length && p(D, 1);
    });
  }
  var w = u(xe, 2);
  {
    var N = (p) => {
      var U = Wd(), L = k(U), Q = B(L, !0), V = u(L);
      let ue;
      var fe = u(V), Ne = B(fe, !0), ge = u(fe), ye = B(ge, !0);
      F(
        (he, de, _e) => {
          P(Q, he), ue = We(V, "", ue, { background: de }), P(Ne, _e), P(ye, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Je(e.painting.high)}` : "0",
          () => di(e.painting.signed),
          () => Je(e.painting.high)
        ]
      ), v(p, U);
    };
    z(w, (p) => {
      e.painting && p(N);
    });
  }
  var I = u(w, 2), ae = B(I, !0), ee = u(I, 2);
  {
    var ie = (p) => {
      var U = Jd(), L = k(U), Q = u(L);
      F(() => P(L, `${r().selected.size ?? ""} tokens selected `)), oe("click", Q, () => r().toggle([])), v(p, U);
    };
    z(ee, (p) => {
      r().selected.size && p(ie);
    });
  }
  F(() => P(ae, t(pe))), v(a, we), Ge();
}
ct([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
var Vd = /* @__PURE__ */ x("<option></option>"), Yd = /* @__PURE__ */ x('<label class="fine">example <select><option>choose</option><!></select></label>'), Gd = /* @__PURE__ */ x('<button type="button" class="link">close</button>'), Xd = /* @__PURE__ */ x('<p class="fine">It stands in the place of image 1; the others are the same.</p>'), Zd = /* @__PURE__ */ x('<span class="error"> </span>'), Qd = /* @__PURE__ */ x('<!> <p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), $d = /* @__PURE__ */ x('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), ef = /* @__PURE__ */ x('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function tf(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ K(void 0);
  const s = /* @__PURE__ */ y(() => r().second);
  var i = ef(), o = k(i), l = u(k(o), 4);
  {
    var c = (E) => {
      var S = Yd(), M = u(k(S)), R = k(M);
      R.value = R.__value = "";
      var O = u(R);
      Pe(O, 17, () => ({ length: r().info.examples }), qe, (b, C, W) => {
        var Y = Vd();
        Y.textContent = W + 1;
        var G = {};
        F(
          (se) => {
            G !== (G = se) && (Y.value = (Y.__value = G) ?? "");
          },
          [() => String(W)]
        ), v(b, Y);
      });
      var A;
      dt(M), F(
        (b) => {
          A !== (A = b) && (M.value = (M.__value = A) ?? "", Da(M, A));
        },
        [
          () => r().secondExample === null ? "" : String(r().secondExample)
        ]
      ), oe("change", M, (b) => {
        b.currentTarget.value && r().openSecond(Number(b.currentTarget.value));
      }), v(E, S);
    };
    z(l, (E) => {
      r().info?.examples && E(c);
    });
  }
  var f = u(l, 2), h = u(f, 2);
  yr(h, (E) => j(n, E), () => t(n));
  var _ = u(h, 2);
  {
    var T = (E) => {
      var S = Gd();
      oe("click", S, () => {
        r().second = null, r().secondUpload = null, r().secondExample = null;
      }), v(E, S);
    };
    z(_, (E) => {
      t(s) && E(T);
    });
  }
  var d = u(o, 2);
  {
    var m = (E) => {
      var S = Qd(), M = Le(S);
      {
        var R = (se) => {
          var q = Xd();
          v(se, q);
        };
        z(M, (se) => {
          t(s).images.length > 1 && se(R);
        });
      }
      var O = u(M, 2), A = u(k(O)), b = B(A, !0), C = u(A, 2);
      {
        var W = (se) => {
          var q = Zd(), J = B(q);
          F(() => P(J, `It has ${t(s).nPrompt ?? ""} tokens and the first ${r().study.nPrompt ?? ""}: patching needs images of one size.`)), v(se, q);
        };
        z(C, (se) => {
          r().study && t(s).nPrompt !== r().study.nPrompt && se(W);
        });
      }
      var Y = u(O, 2);
      bi(Y, {
        get session() {
          return r();
        },
        get study() {
          return t(s);
        },
        get painting() {
          return e.painting;
        },
        name: "Second image",
        tall: "38vh"
      });
      var G = u(Y, 2);
      Pe(G, 16, () => ["lens", "words", "sources", "readers"], (se) => se, (se, q) => {
        {
          let J = /* @__PURE__ */ y(() => e.painted.long(q));
          mr(se, {
            get session() {
              return r();
            },
            get long() {
              return t(J);
            },
            what: "The same of this image"
          });
        }
      }), F((se) => P(b, se), [
        () => t(s).answer.filter((se) => !se.ends).map((se) => et(se.token.text)).join("")
      ]), v(E, S);
    }, H = (E) => {
      var S = $d();
      v(E, S);
    };
    z(d, (E) => {
      t(s) ? E(m) : E(H, -1);
    });
  }
  oe("click", f, () => t(n)?.click()), oe("change", h, (E) => {
    const S = E.currentTarget.files?.[0];
    S && r().openSecond(S), E.currentTarget.value = "";
  }), v(a, i), Ge();
}
ct(["change", "click"]);
var rf = /* @__PURE__ */ x('<button type="button" class="token run"> </button>'), af = /* @__PURE__ */ x('<button type="button"> </button>'), nf = /* @__PURE__ */ x('<button type="button" class="link">fold image tokens</button>'), sf = /* @__PURE__ */ x('<p class="fine"> </p>'), of = /* @__PURE__ */ x('<p class="fine"><button type="button" class="small"> </button></p>'), lf = /* @__PURE__ */ x('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!> <!>', 1);
function uf(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ K(!1), s = /* @__PURE__ */ K(void 0);
  gt(() => {
    const A = r().place ?? r().at;
    e.study;
    const b = t(s)?.querySelector(`[data-position="${A}"]`);
    t(s) && b && (t(s).scrollTop = b.offsetTop - t(s).offsetTop - t(s).clientHeight / 2);
  });
  const i = /* @__PURE__ */ y(() => e.study.images.some((A) => !A.boxed)), o = /* @__PURE__ */ y(() => {
    const A = [], b = e.study.tokens.map((C) => ({
      position: C.position,
      text: C.text,
      image: C.kind === "image"
    }));
    if (!r().tabs.some((C) => C !== "lens")) return A.concat(b.filter((C) => !C.image).map(({ position: C, text: W }) => ({ position: C, text: W, count: 0 })));
    e.study.answer.slice(0, -1).forEach((C, W) => b.push({
      position: e.study.nPrompt + W,
      text: C.token.text,
      image: !1
    }));
    for (const { position: C, text: W, image: Y } of b) {
      const G = A.at(-1);
      Y && !t(n) && !t(i) && G && G.count > 0 && G.position + G.count === C ? G.count++ : A.push({
        position: C,
        text: W,
        count: Y && !t(n) && !t(i) ? 1 : 0
      });
    }
    return A;
  }), l = 0.02, c = (A) => Math.abs(A) >= l ? {
    background: Nt(A, e.painting.signed),
    color: Tn(A, e.painting.signed)
  } : { background: null, color: null }, f = /* @__PURE__ */ y(() => {
    let A = 0;
    if (e.painting && !e.painting.texts) for (const b of t(o)) b.count || (A = Math.max(A, Math.abs(e.painting.values[b.position]) || 0));
    return A || e.painting?.high || 1;
  }), h = (A) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: b } = e.painting;
    let C = 0;
    for (let W = 0; W < Math.max(1, A.count); W++) C += b[A.position + W] ?? 0;
    return A.position < b.length ? C : NaN;
  };
  var _ = lf(), T = Le(_), d = k(T);
  Pe(d, 17, () => t(o), (A) => A.position, (A, b) => {
    const C = /* @__PURE__ */ y(() => h(t(b))), W = /* @__PURE__ */ y(() => Math.max(-1, Math.min(1, t(b).count ? t(C) : t(C) / t(f)))), Y = /* @__PURE__ */ y(() => c(t(W)));
    var G = It(), se = Le(G);
    {
      var q = (ne) => {
        var re = rf();
        let $;
        var Z = B(re);
        F(
          (le) => {
            te(re, "title", `${t(b).count ?? ""} image tokens${le ?? ""}: show each`), $ = We(re, "", $, {
              background: t(Y).background,
              color: t(Y).color
            }), P(Z, `▦ ${t(b).count ?? ""}`);
          },
          [
            () => Number.isNaN(t(C)) ? "" : `, in all ${Je(t(C))}`
          ]
        ), oe("click", re, () => j(n, !0)), v(ne, re);
      }, J = (ne) => {
        var re = af();
        let $, Z;
        var le = B(re, !0);
        F(
          (pe, we, Me, Ae) => {
            $ = Lt(re, 1, "token", null, $, {
              focus: r().at === t(b).position,
              place: r().shownPlace === t(b).position,
              chosen: pe
            }), te(re, "data-position", t(b).position), te(re, "title", `token ${we ?? ""}${Me ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), Z = We(re, "", Z, {
              background: t(Y).background,
              color: t(Y).color
            }), P(le, Ae);
          },
          [
            () => r().selected.has(t(b).position),
            () => e.study.number(t(b).position),
            () => Number.isNaN(t(C)) ? "" : `: ${Je(t(C))}`,
            () => et(t(b).text)
          ]
        ), Ke("pointerenter", re, () => r().hoverPlace = t(b).position), Ke("pointerleave", re, () => r().hoverPlace = null), oe("click", re, (pe) => {
          pe.altKey ? r().focus = t(b).position : pe.shiftKey ? r().toggle([t(b).position], "flip") : r().takePlace(r().place === t(b).position ? null : t(b).position);
        }), v(ne, re);
      };
      z(se, (ne) => {
        t(b).count ? ne(q) : ne(J, -1);
      });
    }
    v(A, G);
  });
  var m = u(d, 2);
  {
    var H = (A) => {
      var b = nf();
      oe("click", b, () => j(n, !1)), v(A, b);
    };
    z(m, (A) => {
      t(n) && A(H);
    });
  }
  yr(T, (A) => j(s, A), () => t(s));
  var E = u(T, 2);
  {
    var S = (A) => {
      var b = sf(), C = B(b);
      F((W, Y) => P(C, `Tokens are painted from ${W ?? ""} to ${Y ?? ""}.`), [
        () => e.painting.signed ? `−${Je(t(f))}` : "0",
        () => Je(t(f))
      ]), v(A, b);
    }, M = /* @__PURE__ */ y(() => e.painting && !e.painting.texts && Math.abs(t(f) / e.painting.high - 1) > 0.05);
    z(E, (A) => {
      t(M) && A(S);
    });
  }
  var R = u(E, 2);
  {
    var O = (A) => {
      var b = of(), C = k(b), W = B(C);
      F((Y) => P(W, `make token ${Y ?? ""} the focus`), [() => e.study.number(r().place)]), oe("click", C, () => {
        r().focus = r().place;
      }), v(A, b);
    };
    z(R, (A) => {
      r().place !== null && r().place >= 0 && r().place !== r().at && A(O);
    });
  }
  v(a, _), Ge();
}
ct(["click"]);
var cf = /* @__PURE__ */ x('<button type="button" class="small">save as page</button>'), df = /* @__PURE__ */ x('<button type="button" class="small"> </button>'), ff = /* @__PURE__ */ x('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), vf = /* @__PURE__ */ x('<h1 class="hidden">Look inside a vision-language model</h1>'), hf = /* @__PURE__ */ x("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), pf = /* @__PURE__ */ x("<option>lens: found tokens</option>"), gf = /* @__PURE__ */ x("<option>lens: a word</option><option>lens: most probable</option><!>", 1), _f = /* @__PURE__ */ x("<option> </option>"), mf = /* @__PURE__ */ x("<option>sweep</option>"), bf = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), yf = /* @__PURE__ */ x('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), wf = /* @__PURE__ */ x('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), kf = /* @__PURE__ */ x('<button type="button" role="tab" aria-controls="panel"> </button>'), xf = /* @__PURE__ */ x('<div class="tabs" role="tablist" aria-label="Views"></div>'), Sf = /* @__PURE__ */ x("<!> <!>", 1), Mf = /* @__PURE__ */ x('<!> <!> <div id="panel"><!> <!> <!> <!> <!></div>', 1), Af = /* @__PURE__ */ x('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Nf = /* @__PURE__ */ x('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Ef(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = new vs(r(), () => r().study), s = new vs(r(), () => t(S) === "causes" ? r().second : null), i = /* @__PURE__ */ y(() => r().study), o = /* @__PURE__ */ y(() => n.now), l = /* @__PURE__ */ y(() => s.now), c = /* @__PURE__ */ y(() => fs(t(o), t(l))), f = /* @__PURE__ */ y(() => fs(t(l), t(o)));
  let h = /* @__PURE__ */ K(null), _ = /* @__PURE__ */ K("");
  const T = {
    attribution: "parts",
    attention: "heads",
    lens: "lens",
    features: "features"
  }, d = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    features: "Features",
    causes: "Causes"
  };
  gt(() => {
    r().write();
  }), gt(() => {
    t(_) ? document.documentElement.dataset.theme = t(_) : delete document.documentElement.dataset.theme;
  });
  function m(w) {
    w.key === "Escape" && r().release();
  }
  function H(w) {
    const N = { ArrowLeft: -1, ArrowRight: 1 }[w.key];
    if (!N) return;
    w.preventDefault();
    const I = r().shownTabs, ae = I[(I.indexOf(t(S)) + N + I.length) % I.length];
    r().tab = ae, document.getElementById(`tab-${ae}`)?.focus();
  }
  async function E() {
    t(i) && await r().during((async () => {
      const w = t(i).answer.filter((I) => !I.ends).map((I) => I.token.text).join("").trim(), N = await au(t(i), (I, ae) => r().source.pictureUrl(t(i).id, I, ae), {
        title: r().asked?.question ?? "",
        text: `${t(i).model}${r().clean ? `, changed (${r().changing.active.map(fi).join("; ")})` : ""}: ${w}`,
        tabs: r().shownTabs.filter((I) => I === "causes" ? t(i).sweeps.length : [...t(i).raw.keys()].some((ae) => ae.startsWith(`${T[I]} `)))
      });
      ba("study.html", N, "text/html");
    })());
  }
  const S = /* @__PURE__ */ y(() => r().shownTabs.includes(r().tab) ? r().tab : r().shownTabs[0]), M = /* @__PURE__ */ y(() => r().paint === "sources" ? n.sources.view?.about.code : r().paint === "feature" ? n.feature.view?.about.code : r().paint === "readers" ? n.readers.view?.about.code : r().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(r().paint) ? n.lens.view?.about.code : r().paint === "attention" ? n.heads.view?.about.code : t(i)?.code), R = /* @__PURE__ */ y(() => n.sources.error || n.readers.error);
  var O = Nf();
  Ke("keydown", Ma, m);
  var A = Le(O), b = u(A, 2), C = u(k(b), 4), W = B(C, !0), Y = u(C, 2);
  {
    var G = (w) => {
      var N = cf();
      oe("click", N, E), v(w, N);
    };
    z(Y, (w) => {
      t(i) && !t(i).answering && r().source.kind === "server" && w(G);
    });
  }
  var se = u(Y, 2);
  {
    var q = (w) => {
      var N = df(), I = B(N);
      F(() => P(I, `theme: ${(t(_) || "auto") ?? ""}`)), oe("click", N, () => j(
        _,
        t(_) === "dark" ? "light" : t(_) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), v(w, N);
    };
    z(se, (w) => {
      r().source.kind !== "kernel" && w(q);
    });
  }
  var J = u(b, 2);
  {
    var ne = (w) => {
      var N = ff(), I = k(N), ae = u(I);
      F(() => P(I, `${r().message ?? ""} `)), oe("click", ae, () => r().message = ""), v(w, N);
    };
    z(J, (w) => {
      r().message && w(ne);
    });
  }
  var re = u(J, 2), $ = k(re), Z = k($);
  {
    var le = (w) => {
      var N = vf();
      v(w, N);
    };
    z(Z, (w) => {
      r().title || w(le);
    });
  }
  var pe = u(Z, 2);
  Zl(pe, {
    get session() {
      return r();
    }
  });
  var we = u(pe, 2);
  {
    var Me = (w) => {
      var N = yf(), I = k(N);
      {
        let me = /* @__PURE__ */ y(() => t(M) ?? "");
        Kt(I, {
          title: "Image",
          get code() {
            return t(me);
          },
          get exporter() {
            return t(h);
          }
        });
      }
      var ae = u(I, 2), ee = k(ae);
      ee.value = ee.__value = "none";
      var ie = u(ee);
      {
        var p = (me) => {
          var Te = hf(), je = Le(Te);
          je.value = je.__value = "attention";
          var De = u(je);
          De.value = De.__value = "sources";
          var Se = u(De);
          Se.value = Se.__value = "readers", v(me, Te);
        }, U = /* @__PURE__ */ y(() => r().tabs.includes("attention"));
        z(ie, (me) => {
          t(U) && me(p);
        });
      }
      var L = u(ie);
      {
        var Q = (me) => {
          var Te = gf(), je = Le(Te);
          je.value = je.__value = "word";
          var De = u(je);
          De.value = De.__value = "top";
          var Se = u(De);
          {
            var Ue = (Xe) => {
              var ot = pf();
              ot.value = ot.__value = "find", v(Xe, ot);
            }, Be = /* @__PURE__ */ y(() => r().find.trim());
            z(Se, (Xe) => {
              t(Be) && Xe(Ue);
            });
          }
          v(me, Te);
        }, V = /* @__PURE__ */ y(() => r().tabs.includes("lens"));
        z(L, (me) => {
          t(V) && me(Q);
        });
      }
      var ue = u(L);
      {
        var fe = (me) => {
          var Te = _f(), je = B(Te);
          Te.value = Te.__value = "feature", F(() => P(je, `feature ${r().feature ?? ""}`)), v(me, Te);
        };
        z(ue, (me) => {
          r().feature !== null && me(fe);
        });
      }
      var Ne = u(ue);
      {
        var ge = (me) => {
          var Te = mf();
          Te.value = Te.__value = "sweep", v(me, Te);
        };
        z(Ne, (me) => {
          r().sweep && me(ge);
        });
      }
      dt(ae);
      var ye = u(ae, 2);
      bi(ye, {
        get session() {
          return r();
        },
        get study() {
          return t(i);
        },
        get painting() {
          return t(c);
        },
        onexport: (me) => j(h, me)
      });
      var he = u(ye, 2);
      {
        var de = (me) => {
          var Te = bf(), je = B(Te, !0);
          F(() => P(je, t(R))), v(me, Te);
        };
        z(he, (me) => {
          t(R) && me(de);
        });
      }
      var _e = u(he, 2);
      {
        let me = /* @__PURE__ */ y(() => n.long("sources"));
        mr(_e, {
          get session() {
            return r();
          },
          get long() {
            return t(me);
          },
          what: "What every head adds from each token"
        });
      }
      var be = u(_e, 2);
      {
        let me = /* @__PURE__ */ y(() => n.long("readers"));
        mr(be, {
          get session() {
            return r();
          },
          get long() {
            return t(me);
          },
          what: "Who looks at the token"
        });
      }
      var Re = u(be, 2);
      uf(Re, {
        get session() {
          return r();
        },
        get study() {
          return t(i);
        },
        get painting() {
          return t(c);
        }
      });
      var Oe = u(Re, 2);
      Rd(Oe, {
        get session() {
          return r();
        },
        get study() {
          return t(i);
        },
        get painted() {
          return n;
        }
      }), bt(ae, () => r().paint, (me) => r().paint = me), v(w, N);
    };
    z(we, (w) => {
      t(i) && w(Me);
    });
  }
  var Ae = u($, 2), xe = k(Ae);
  {
    var g = (w) => {
      var N = Mf(), I = Le(N);
      {
        var ae = (de) => {
          var _e = wf(), be = u(k(_e));
          oe("click", be, () => r().changing.back()), v(de, _e);
        };
        z(I, (de) => {
          r().clean && de(ae);
        });
      }
      var ee = u(I, 2);
      {
        var ie = (de) => {
          var _e = xf();
          Pe(_e, 21, () => r().shownTabs, qe, (be, Re) => {
            var Oe = kf(), me = B(Oe, !0);
            F(() => {
              te(Oe, "id", `tab-${t(Re) ?? ""}`), te(Oe, "aria-selected", t(S) === t(Re)), te(Oe, "tabindex", t(S) === t(Re) ? 0 : -1), P(me, d[t(Re)]);
            }), oe("keydown", Oe, H), oe("click", Oe, () => {
              r().tab = t(Re), t(Re) === "lens" && (r().paint === "none" || r().paint === "attention") && (r().paint = "top");
            }), v(be, Oe);
          }), v(de, _e);
        };
        z(ee, (de) => {
          r().shownTabs.length > 1 && de(ie);
        });
      }
      var p = u(ee, 2), U = k(p);
      {
        var L = (de) => {
          Gu(de, {
            get session() {
              return r();
            },
            get study() {
              return t(i);
            }
          });
        };
        z(U, (de) => {
          t(S) === "attribution" && de(L);
        });
      }
      var Q = u(U, 2);
      {
        var V = (de) => {
          Fu(de, {
            get session() {
              return r();
            },
            get study() {
              return t(i);
            },
            get painted() {
              return n;
            }
          });
        };
        z(Q, (de) => {
          t(S) === "attention" && de(V);
        });
      }
      var ue = u(Q, 2);
      {
        var fe = (de) => {
          Ad(de, {
            get session() {
              return r();
            },
            get study() {
              return t(i);
            },
            get painted() {
              return n;
            }
          });
        };
        z(ue, (de) => {
          t(S) === "lens" && de(fe);
        });
      }
      var Ne = u(ue, 2);
      {
        var ge = (de) => {
          od(de, {
            get session() {
              return r();
            },
            get study() {
              return t(i);
            },
            get painted() {
              return n;
            }
          });
        };
        z(Ne, (de) => {
          t(S) === "features" && de(ge);
        });
      }
      var ye = u(Ne, 2);
      {
        var he = (de) => {
          var _e = It(), be = Le(_e);
          {
            var Re = (me) => {
              var Te = It(), je = Le(Te);
              Pe(je, 17, () => t(i).sweeps, (De) => De.title, (De, Se) => {
                _i(De, {
                  get session() {
                    return r();
                  },
                  get study() {
                    return t(i);
                  },
                  get stored() {
                    return t(Se);
                  }
                });
              }), v(me, Te);
            }, Oe = (me) => {
              var Te = Sf(), je = Le(Te);
              tf(je, {
                get session() {
                  return r();
                },
                get painted() {
                  return s;
                },
                get painting() {
                  return t(f);
                }
              });
              var De = u(je, 2);
              Tc(De, {
                get session() {
                  return r();
                },
                get study() {
                  return t(i);
                }
              }), v(me, Te);
            };
            z(be, (me) => {
              r().source.kind === "page" ? me(Re) : me(Oe, -1);
            });
          }
          v(de, _e);
        };
        z(ye, (de) => {
          t(S) === "causes" && de(he);
        });
      }
      F(() => {
        te(p, "role", r().shownTabs.length > 1 ? "tabpanel" : null), te(p, "aria-labelledby", r().shownTabs.length > 1 ? `tab-${t(S)}` : null);
      }), v(w, N);
    }, D = (w) => {
      var N = Af();
      v(w, N);
    };
    z(xe, (w) => {
      t(i) ? w(g) : r().source.kind === "server" && w(D, 1);
    });
  }
  F(() => P(W, r().busy ? "working…" : "")), oe("click", A, (w) => {
    w.preventDefault(), document.getElementById("views")?.focus();
  }), v(a, O), Ge();
}
ct(["click", "keydown"]);
var Tf = /* @__PURE__ */ x('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Of = /* @__PURE__ */ x('<p class="fine">No feature has this number or word.</p>'), Pf = /* @__PURE__ */ x('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <!></section></div>'), Lf = /* @__PURE__ */ x('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Rf(a, e) {
  Ye(e, !0);
  const r = 46, n = 6;
  let s = /* @__PURE__ */ K("density"), i = /* @__PURE__ */ K(""), o = /* @__PURE__ */ K(0), l = /* @__PURE__ */ K(600), c = /* @__PURE__ */ K(-1), f = /* @__PURE__ */ K(null);
  const h = /* @__PURE__ */ y(() => {
    const g = t(i).trim().toLowerCase();
    return e.data.features.filter((w) => !g || String(w.feature) === g || w.up.some(([N]) => N.toLowerCase().includes(g))).toSorted((w, N) => t(s) === "feature" ? w.feature - N.feature : N[t(s)] - w[t(s)]);
  }), _ = /* @__PURE__ */ y(() => Math.max(0, Math.floor(t(o) / r) - n)), T = /* @__PURE__ */ y(() => t(h).slice(t(_), t(_) + Math.ceil(t(l) / r) + 2 * n)), d = /* @__PURE__ */ y(() => t(h).find((g) => g.feature === t(c)) ?? t(h)[0]), m = (g) => g.up.slice(0, 4).map(([D]) => et(D)).join("  ");
  async function H(g) {
    const D = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[g.key];
    if (D === void 0 || !t(h).length) return;
    g.preventDefault();
    const w = Math.min(t(h).length - 1, Math.max(0, t(h).indexOf(t(d)) + D));
    j(c, t(h)[w].feature, !0), t(f) && (w * r < t(f).scrollTop || (w + 1) * r > t(f).scrollTop + t(l)) && (t(f).scrollTop = w * r - t(l) / 2), await ti();
  }
  var E = Lf(), S = Le(E), M = k(S), R = k(M), O = B(R, !0), A = u(R, 2), b = B(A), C = u(S, 2), W = k(C), Y = k(W), G = k(Y), se = u(k(G)), q = u(G, 2), J = u(k(q)), ne = k(J);
  ne.value = ne.__value = "density";
  var re = u(ne);
  re.value = re.__value = "max";
  var $ = u(re);
  $.value = $.__value = "feature", dt(J);
  var Z = u(Y, 2), le = k(Z);
  let pe;
  Pe(le, 23, () => t(T), (g) => g.feature, (g, D, w) => {
    var N = Tf();
    let I;
    var ae = k(N), ee = B(ae, !0), ie = u(ae), p = B(ie), U = u(ie), L = B(U, !0);
    F(
      (Q, V, ue) => {
        te(N, "id", `feature-${t(D).feature ?? ""}`), te(N, "aria-selected", t(D) === t(d)), te(N, "aria-setsize", t(h).length), te(N, "aria-posinset", t(_) + t(w) + 1), I = We(N, "", I, {
          top: `${(t(_) + t(w)) * r}px`,
          height: "46px"
        }), P(ee, t(D).feature), P(p, `${Q ?? ""} of tokens, up to ${V ?? ""}`), P(L, ue);
      },
      [
        () => ht(t(D).density),
        () => Je(t(D).max),
        () => m(t(D))
      ]
    ), oe("click", N, () => j(c, t(D).feature, !0)), v(g, N);
  }), yr(Z, (g) => j(f, g), () => t(f));
  var we = u(Z, 2);
  {
    var Me = (g) => {
      var D = Of();
      v(g, D);
    };
    z(we, (g) => {
      t(h).length || g(Me);
    });
  }
  var Ae = u(W, 2);
  {
    var xe = (g) => {
      var D = Pf(), w = k(D), N = k(w), I = B(N), ae = u(N, 2), ee = B(ae), ie = u(ae, 2);
      mi(ie, {
        get up() {
          return t(d).up;
        },
        get down() {
          return t(d).down;
        },
        get words() {
          return t(d).words;
        },
        get edges() {
          return t(d).edges;
        },
        get feature() {
          return t(d);
        },
        get samples() {
          return e.data.samples;
        },
        get steer() {
          return e.data.steer;
        }
      }), F(
        (p, U) => {
          te(w, "aria-label", `Feature ${t(d).feature ?? ""}`), P(I, `Feature ${t(d).feature ?? ""}`), P(ee, `active at ${p ?? ""} of tokens, up to ${U ?? ""}`);
        },
        [
          () => ht(t(d).density),
          () => Je(t(d).max)
        ]
      ), v(g, D);
    };
    z(Ae, (g) => {
      t(d) && g(xe);
    });
  }
  F(
    (g, D, w, N) => {
      P(O, e.data.title), P(b, `${g ?? ""} of ${D ?? ""} features, over ${w ?? ""} tokens of ${N ?? ""} examples`), te(Z, "aria-label", `Features, ${t(h).length ?? ""}`), te(Z, "aria-activedescendant", t(d) ? `feature-${t(d).feature}` : void 0), pe = We(le, "", pe, {
        height: `${t(h).length * r}px`,
        position: "relative"
      });
    },
    [
      () => e.data.features.length.toLocaleString("en"),
      () => e.data.n_features.toLocaleString("en"),
      () => e.data.n_tokens.toLocaleString("en"),
      () => e.data.n_examples.toLocaleString("en")
    ]
  ), kt(se, () => t(i), (g) => j(i, g)), bt(J, () => t(s), (g) => j(s, g)), Ke("scroll", Z, () => j(o, t(f).scrollTop, !0)), oe("keydown", Z, H), va(Z, "clientHeight", (g) => j(l, g)), v(a, E), Ge();
}
ct(["keydown", "click"]);
function yi(a, e) {
  return a.classList.add("vlm"), ii(Ef, { target: a, props: { session: new Eu(e) } });
}
const Xr = document.querySelector("#app[data-start]"), ps = document.getElementById("features")?.textContent;
if (Xr && ps)
  Xr.classList.add("vlm"), ii(Rf, { target: Xr, props: { data: JSON.parse(ps) } });
else if (Xr) {
  const a = document.getElementById("study")?.textContent;
  yi(Xr, a ? new wu(JSON.parse(a)) : new yu());
}
const If = {
  render({ model: a, el: e }) {
    const r = yi(e, new ku(a));
    return () => ll(r);
  }
};
export {
  If as default,
  yi as start
};

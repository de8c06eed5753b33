var La = Array.isArray, Wi = Array.prototype.indexOf, ea = Array.prototype.includes, Ra = Array.from, gs = Object.defineProperty, Er = Object.getOwnPropertyDescriptor, _s = Object.getOwnPropertyDescriptors, Ji = Object.prototype, Ki = Array.prototype, hn = Object.getPrototypeOf, zn = Object.isExtensible;
const tr = () => {
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
function ar(a, e) {
  if (Array.isArray(a))
    return a;
  if (e === void 0 || !(Symbol.iterator in a))
    return Array.from(a);
  const r = [];
  for (const n of a)
    if (r.push(n), r.length === e) break;
  return r;
}
const ut = 2, Cr = 4, Ca = 8, bs = 1 << 24, Et = 16, Rt = 32, nr = 64, Qa = 128, pn = 256, Pt = 512, at = 1024, Ve = 2048, xt = 4096, ft = 8192, ot = 16384, Hr = 32768, ta = 1 << 25, pr = 65536, ba = 1 << 17, Yi = 1 << 18, zr = 1 << 19, Gi = 1 << 20, zt = 1 << 25, ya = 1 << 21, Tr = 1 << 22, rr = 1 << 23, Yt = /* @__PURE__ */ Symbol("$state"), ys = /* @__PURE__ */ Symbol("component"), Xi = /* @__PURE__ */ Symbol("legacy props"), Zi = /* @__PURE__ */ Symbol(""), ws = /* @__PURE__ */ Symbol("attributes"), $a = /* @__PURE__ */ Symbol("class"), en = /* @__PURE__ */ Symbol("style"), tn = /* @__PURE__ */ Symbol("text"), ha = /* @__PURE__ */ Symbol("form reset"), sa = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Qi = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), $i = 1, eo = 2, ks = 4, to = 8, ro = 16, ao = 1, no = 4, so = 8, io = 16, xs = 1, oo = 2, Ss = {}, rt = /* @__PURE__ */ Symbol("uninitialized"), lo = "http://www.w3.org/1999/xhtml";
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
function Ir(a) {
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
      He
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
let cr = [];
function Ts() {
  var a = cr;
  cr = [], Vi(a);
}
function Vt(a) {
  if (cr.length === 0 && !Zr) {
    var e = cr;
    queueMicrotask(() => {
      e === cr && Ts();
    });
  }
  cr.push(a);
}
function So() {
  for (; cr.length > 0; )
    Ts();
}
const Mo = -7169;
function et(a, e) {
  a.f = a.f & Mo | e;
}
function _n(a) {
  (a.f & Pt) !== 0 || a.deps === null ? et(a, at) : et(a, xt);
}
function Os(a, e) {
  (a.f & Ve) !== 0 ? e.set(a, Ve) : (a.f & xt) !== 0 && e.get(a) !== Ve && e.set(a, xt), et(a, at);
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
            e[ha]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Br(a) {
  var e = je, r = He;
  At(null), Wt(null);
  try {
    return a();
  } finally {
    At(e), Wt(r);
  }
}
function mn(a, e, r, n = r) {
  a.addEventListener(e, () => Br(r));
  const s = (
    /** @type {any} */
    a[ha]
  );
  s ? a[ha] = () => {
    s(), n(!0);
  } : a[ha] = () => n(!0), Ao();
}
function No(a, e, r, n) {
  const s = ra;
  var i = a.filter((d) => !d.settled), o = e.map(s);
  if (r.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    He
  ), c = Eo(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function h(d) {
    if ((l.f & ot) === 0) {
      c();
      try {
        n([...o, ...d]);
      } catch (_) {
        Ht(_, l);
      }
      wa();
    }
  }
  var g = Ps();
  if (r.length === 0) {
    f.then(() => h([])).finally(g);
    return;
  }
  function P() {
    Promise.all(r.map((d) => /* @__PURE__ */ To(d))).then(h).catch((d) => Ht(d, l)).finally(g);
  }
  f ? f.then(() => {
    if ((l.f & ot) !== 0) {
      g();
      return;
    }
    c(), P(), wa();
  }) : P();
}
function Eo() {
  var a = (
    /** @type {Effect} */
    He
  ), e = je, r = vt, n = (
    /** @type {Batch} */
    Re
  );
  return function(i = !0) {
    Wt(a), At(e), Ir(r), i && (a.f & ot) === 0 && (n?.activate(), n?.apply());
  };
}
function wa(a = !0) {
  Wt(null), At(null), Ir(null), a && Re?.deactivate();
}
function Ps() {
  var a = (
    /** @type {Effect} */
    He
  ), e = a.b, r = (
    /** @type {Batch} */
    Re
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, r), r.increment(n, a), () => {
    e?.update_pending_count(-1, r), r.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function ra(a) {
  var e = ut | Ve;
  return He !== null && (He.f |= zr), {
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
      rt
    ),
    wv: 0,
    parent: He,
    ac: null
  };
}
const Yr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function To(a, e, r) {
  let n = (
    /** @type {Effect | null} */
    He
  );
  n === null && vo();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = gr(
    /** @type {V} */
    rt
  ), o = !je, l = /* @__PURE__ */ new Set();
  return Jo(() => {
    var c = (
      /** @type {Effect} */
      He
    ), f = ms();
    s = f.promise;
    try {
      Promise.resolve(a()).then(f.resolve, (d) => {
        d !== sa && f.reject(d);
      }).finally(wa);
    } catch (d) {
      f.reject(d), wa();
    }
    var h = (
      /** @type {Batch} */
      Re
    );
    if (o) {
      if ((c.f & Hr) !== 0)
        var g = Ps();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        h.async_deriveds.get(c)?.reject(Yr);
      else
        for (const d of l.values())
          d.reject(Yr);
      l.add(f), h.async_deriveds.set(c, f);
    }
    const P = (d, _ = void 0) => {
      g?.(), l.delete(f), _ !== Yr && (h.activate(), _ ? (i.f |= rr, jr(i, _)) : ((i.f & rr) !== 0 && (i.f ^= rr), jr(i, d)), h.deactivate());
    };
    f.promise.then(P, (d) => P(null, d || "unknown"));
  }), xn(() => {
    for (const c of l)
      c.reject(Yr);
  }), new Promise((c) => {
    function f(h) {
      function g() {
        h === s ? c(i) : f(s);
      }
      h.then(g, g);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function b(a) {
  const e = /* @__PURE__ */ ra(a);
  return Xs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Ls(a) {
  const e = /* @__PURE__ */ ra(a);
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
  var e, r = He, n = a.parent;
  if (!Xt && n !== null && a.v !== rt && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (ot | ft)) !== 0)
    return uo(), a.v;
  Wt(n);
  try {
    Oo(a), e = ei(a);
  } finally {
    Wt(r);
  }
  return e;
}
function Rs(a) {
  var e = bn(a);
  if (!a.equals(e) && (a.wv = Qs(), (!Re?.is_fork || a.deps === null) && (Re !== null ? (Re.capture(a, e, !0), Or?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    et(a, at);
    return;
  }
  Xt || (Tt !== null ? (kn() || Re?.is_fork) && Tt.set(a, e) : _n(a));
}
function Po(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Br(() => {
        e.ac.abort(sa), e.ac = null;
      }), e.fn !== null && (e.teardown = tr), aa(e, 0), Sn(e));
}
function Cs(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Fr(e);
}
let za = null, Sr = null, Re = null, Or = null, Tt = null, rn = null, Zr = !1, Ba = !1, Qr = null, pa = null;
var qn = 0;
let Lo = 1;
class sr {
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
    Sr === null ? za = Sr = this : (Sr.next = this, this.prev = Sr), Sr = this;
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
        et(s, Ve), r(s);
      for (s of n.m)
        et(s, xt), r(s);
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
      if (!((i.f & ot) !== 0 || (i.f & (Ve | xt)) === 0)) {
        for (var r = i, n = !1; r.parent !== null; ) {
          r = r.parent;
          var s = r.f;
          if ((s & (nr | Rt)) !== 0) {
            if ((s & at) === 0) {
              n = !0;
              break;
            }
            r.f ^= at;
          }
        }
        n || e.push(r);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, c] of this.#i)
      et(l, c), this.schedule(l);
    this.apply();
    for (var e = Qr = [], r = [], n = pa = []; this.#s.length > 0; ) {
      qn++ > 1e3 && (this.#f(), Co());
      for (const l of this.#c())
        try {
          this.#b(l, e, r);
        } catch (c) {
          throw Fs(l), this.#h() || this.discard(), c;
        }
    }
    if (Re = null, n.length > 0) {
      var s = sr.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Qr = null, pa = null, this.#h()) {
      this.#g(r), this.#g(e);
      for (const [l, c] of this.#l)
        js(l, c);
      n.length > 0 && /** @type {unknown} */
      Re.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(r), this.#g(e), i.#d(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Or = this, Wn(r), Wn(e), Or = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Re
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
    e.f ^= at;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Rt | nr)) !== 0, l = o && (i & at) !== 0, c = l || (i & ft) !== 0 || this.#l.has(s);
      if (!c && s.fn !== null) {
        o ? s.f ^= at : (i & Cr) !== 0 ? r.push(s) : ua(s) && ((i & Et) !== 0 && this.add_dirty_reaction(s, xt), Fr(s));
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
            i & (Tr | Et) && !this.async_deriveds.has(o) && (this.#i.delete(o), et(o, Ve), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      r(n);
    this.oncommit(() => e.discard()), e.#f(), Re = this, this.#p();
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
    e.v !== rt && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & rr) === 0 && (this.current.set(e, [r, n]), Tt?.set(e, r)), this.is_fork || (e.v = r);
  }
  activate() {
    Re = this;
  }
  deactivate() {
    Re = null, Tt = null;
  }
  flush() {
    try {
      Ba = !0, Re = this, this.#p();
    } finally {
      qn = 0, rn = null, Qr = null, pa = null, Ba = !1, Re = null, Tt = null, Bt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Yr);
    this.#f(), this.#n?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let g = za; g !== null; g = g.next) {
      var e = g.id < this.id, r = [];
      for (const [P, [d, _]] of this.current) {
        if (g.current.has(P)) {
          var n = (
            /** @type {[any, boolean]} */
            g.current.get(P)[0]
          );
          if (e && d !== n)
            g.current.set(P, [d, _]);
          else
            continue;
        }
        r.push(P);
      }
      if (e)
        for (const [P, d] of this.async_deriveds) {
          const _ = g.async_deriveds.get(P);
          _ && d.promise.then(_.resolve).catch(_.reject);
        }
      var s = [...g.current.keys()].filter(
        (P) => !/** @type {[any, boolean]} */
        g.current.get(P)[1]
      );
      if (!(!g.started || s.length === 0)) {
        var i = s.filter((P) => !this.current.has(P));
        if (i.length === 0)
          e && g.discard();
        else if (r.length > 0) {
          if (e)
            for (const P of this.#v)
              g.unskip_effect(P, (d) => {
                (d.f & (Et | Tr)) !== 0 ? g.schedule(d) : g.#g([d]);
              });
          g.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of r)
            Is(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...g.current].filter(([P, d]) => {
            const _ = this.current.get(P);
            return _ ? _[0] !== d[0] || _[1] !== d[1] : !0;
          }).map(([P]) => P);
          if (f.length > 0)
            for (const P of this.#o)
              (P.f & (ot | ft | ba)) === 0 && yn(P, f, l) && ((P.f & (Tr | Et)) !== 0 ? (et(P, Ve), g.schedule(P)) : g.add_dirty_reaction(P, Ve));
          if (g.#s.length > 0 && !g.#u) {
            g.apply();
            for (var h of g.#c())
              g.#b(h, [], []);
          }
          g.deactivate();
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
    if (Re === null) {
      const e = Re = new sr();
      !Ba && !Zr && Vt(() => {
        e.started || e.flush();
      });
    }
    return Re;
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
    if (rn = e, e.b?.is_pending && (e.f & (Cr | Ca | bs)) !== 0 && (e.f & Hr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #f() {
    if (this.linked) {
      var e = this.prev, r = this.next;
      e === null ? za = r : e.next = r, r === null ? Sr = e : r.prev = e, this.linked = !1;
    }
  }
}
function Ro(a) {
  var e = Zr, r = Or;
  Or = null, Zr = !0;
  try {
    for (var n; ; ) {
      if (So(), Re === null)
        return (
          /** @type {T} */
          n
        );
      Re.flush();
    }
  } finally {
    Zr = e, Or = r;
  }
}
function Co() {
  try {
    mo();
  } catch (a) {
    Ht(a, rn);
  }
}
let Kt = null;
function Wn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var r = 0; r < e; ) {
      var n = a[r++];
      if ((n.f & (ot | ft)) === 0 && ua(n) && (Kt = /* @__PURE__ */ new Set(), Fr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Vs(n), Kt?.size > 0)) {
        Bt.clear();
        for (const s of Kt) {
          if ((s.f & (ot | ft)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Kt.has(o) && (Kt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (ot | ft)) === 0 && Fr(c);
          }
        }
        Kt.clear();
      }
    }
    Kt = null;
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
      ) : (i & (Tr | Et)) !== 0 && (i & Ve) === 0 && yn(s, e, n) && (et(s, Ve), wn(
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
      if (ea.call(e, s))
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
  Re.schedule(a);
}
function js(a, e) {
  if (!((a.f & Rt) !== 0 && (a.f & at) !== 0)) {
    (a.f & Ve) !== 0 ? e.d.push(a) : (a.f & xt) !== 0 && e.m.push(a), et(a, at);
    for (var r = a.first; r !== null; )
      js(r, e), r = r.next;
  }
}
function Fs(a) {
  et(a, at);
  for (var e = a.first; e !== null; )
    Fs(e), e = e.next;
}
let ka = /* @__PURE__ */ new Set();
const Bt = /* @__PURE__ */ new Map();
let Ds = !1;
function gr(a, e) {
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
function J(a, e) {
  const r = gr(a);
  return Xs(r), r;
}
// @__NO_SIDE_EFFECTS__
function Io(a, e = !1, r = !0) {
  const n = gr(a);
  return e || (n.equals = Ns), n;
}
function j(a, e, r = !1) {
  je !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Ot || (je.f & ba) !== 0) && Es() && (je.f & (ut | Et | Tr | ba)) !== 0 && (qt === null || !qt.has(a)) && ko();
  let n = r ? dr(e) : e;
  return jr(a, n, pa);
}
var ur = null, an = 0;
function jr(a, e, r = null) {
  if (!a.equals(e)) {
    Xt ? Bt.set(a, e) : Bt.has(a) || Bt.set(a, a.v);
    var n = sr.ensure();
    if (n.capture(a, e), (a.f & ut) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & Ve) !== 0 && bn(s), Tt === null && _n(s);
    }
    a.wv = Qs(), ur = null, an = 0, Us(a, Ve, r), ur = null, He !== null && (He.f & at) !== 0 && (He.f & (Rt | nr)) === 0 && (St === null ? Yo([a]) : St.push(a)), !n.is_fork && ka.size > 0 && !Ds && jo();
  }
  return e;
}
function jo() {
  Ds = !1;
  for (const a of ka) {
    (a.f & at) !== 0 && et(a, xt);
    let e;
    try {
      e = ua(a);
    } catch {
      e = !0;
    }
    e && Fr(a);
  }
  ka.clear();
}
function Fo(a, e = 1) {
  var r = t(a), n = e === 1 ? r++ : r--;
  return j(a, r), n;
}
function $r(a) {
  j(a, a.v + 1);
}
function Us(a, e, r) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (an += s, an > 1e5 && ur === null && (ur = /* @__PURE__ */ new Set()), ur !== null) {
      if (ur.has(a)) return;
      ur.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, c = (l & Ve) === 0;
      if (c && et(o, e), (l & ba) !== 0)
        ka.add(
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
        (l & Et) !== 0 && Kt !== null && Kt.add(h), r !== null ? r.push(h) : wn(h);
      }
    }
  }
}
function dr(a) {
  if (typeof a != "object" || a === null || Yt in a || ys in a)
    return a;
  const e = hn(a);
  if (e !== Ji && e !== Ki)
    return a;
  var r = /* @__PURE__ */ new Map(), n = La(a), s = /* @__PURE__ */ J(0), i = hr, o = (l) => {
    if (hr === i)
      return l();
    var c = je, f = hr;
    At(null), Vn(i);
    var h = l();
    return At(c), Vn(f), h;
  };
  return n && r.set("length", /* @__PURE__ */ J(
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
          var g = /* @__PURE__ */ J(f.value);
          return r.set(c, g), g;
        }) : j(h, f.value, !0), !0;
      },
      deleteProperty(l, c) {
        var f = r.get(c);
        if (f === void 0) {
          if (c in l) {
            const h = o(() => /* @__PURE__ */ J(rt));
            r.set(c, h), $r(s);
          }
        } else
          j(f, rt), $r(s);
        return !0;
      },
      get(l, c, f) {
        if (c === Yt)
          return a;
        var h = r.get(c), g = c in l;
        if (h === void 0 && (!g || Er(l, c)?.writable) && (h = o(() => {
          var d = dr(g ? l[c] : rt), _ = /* @__PURE__ */ J(d);
          return _;
        }), r.set(c, h)), h !== void 0) {
          var P = t(h);
          return P === rt ? void 0 : P;
        }
        return Reflect.get(l, c, f);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var f = Reflect.getOwnPropertyDescriptor(l, c), h = r.get(c);
        if (h !== void 0) {
          var g = t(h);
          if (g === rt)
            return;
          if (f && "value" in f)
            f.value = g;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: g,
              writable: !0
            };
        }
        return f;
      },
      has(l, c) {
        if (c === Yt)
          return !0;
        var f = r.get(c), h = f !== void 0 && f.v !== rt || Reflect.has(l, c);
        if (f !== void 0 || (He !== null || je !== null) && (!h || Er(l, c)?.writable)) {
          f === void 0 && (f = o(() => {
            var P = h ? dr(l[c]) : rt, d = /* @__PURE__ */ J(P);
            return d;
          }), r.set(c, f));
          var g = t(f);
          if (g === rt)
            return !1;
        }
        return h;
      },
      set(l, c, f, h) {
        var g = r.get(c), P = c in l;
        if (n && c === "length")
          for (var d = f; d < /** @type {Source<number>} */
          g.v; d += 1) {
            var _ = r.get(d + "");
            _ !== void 0 ? j(_, rt) : d in l && (_ = o(() => /* @__PURE__ */ J(rt)), r.set(d + "", _));
          }
        if (g === void 0)
          (!P || Er(l, c)?.writable) && (g = o(() => /* @__PURE__ */ J(void 0)), j(g, dr(f)), r.set(c, g));
        else {
          P = g.v !== rt;
          var F = o(() => dr(f));
          j(g, F);
        }
        var N = Reflect.getOwnPropertyDescriptor(l, c);
        if (N?.set && N.set.call(h, f), !P) {
          if (n && typeof c == "string") {
            var k = (
              /** @type {Source<number>} */
              r.get("length")
            ), S = Number(c);
            Number.isInteger(S) && S >= k.v && j(k, S + 1);
          }
          $r(s);
        }
        return !0;
      },
      ownKeys(l) {
        t(s);
        var c = Reflect.ownKeys(l).filter((g) => {
          var P = r.get(g);
          return P === void 0 || P.v !== rt;
        });
        for (var [f, h] of r)
          h.v !== rt && !(f in l) && c.push(f);
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
    if (a !== null && typeof a == "object" && Yt in a)
      return a[Yt];
  } catch {
  }
  return a;
}
function Hs(a, e) {
  return Object.is(Jn(a), Jn(e));
}
var xa, zs, Bs, qs;
function Do() {
  if (xa === void 0) {
    xa = window, zs = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, r = Text.prototype;
    Bs = Er(e, "firstChild").get, qs = Er(e, "nextSibling").get, zn(a) && (a[$a] = void 0, a[ws] = null, a[en] = void 0, a.__e = void 0), zn(r) && (r[tn] = void 0);
  }
}
function Gt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ut(a) {
  return (
    /** @type {TemplateNode | null} */
    Bs.call(a)
  );
}
// @__NO_SIDE_EFFECTS__
function ia(a) {
  return (
    /** @type {TemplateNode | null} */
    qs.call(a)
  );
}
function y(a, e) {
  return /* @__PURE__ */ Ut(a);
}
function Pe(a, e = !1) {
  {
    var r = /* @__PURE__ */ Ut(a);
    return r instanceof Comment && r.data === "" ? /* @__PURE__ */ ia(r) : r;
  }
}
function z(a, e = !1) {
  return /* @__PURE__ */ Ut(a);
}
function u(a, e = 1, r = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ ia(n);
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
  var e = He;
  if (e === null)
    return je.f |= rr, a;
  if ((e.f & Hr) === 0 && (e.f & Cr) === 0)
    throw a;
  Ht(a, e);
}
function Ht(a, e) {
  if (a === Ss)
    throw a;
  if (!(e !== null && (e.f & ot) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Qa) !== 0 && (e.f & (ot | ta)) === 0) {
        if ((e.f & Hr) === 0)
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
  He === null && (je === null && _o(), go()), Xt && po();
}
function qo(a, e) {
  var r = e.last;
  r === null ? e.last = e.first = a : (r.next = a, a.prev = r, e.last = a);
}
function Zt(a, e) {
  var r = He;
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
  Re?.register_created_effect(n);
  var s = n;
  if ((a & Cr) !== 0)
    Qr !== null ? Qr.push(n) : sr.ensure().schedule(n);
  else if (e !== null) {
    try {
      Fr(n);
    } catch (o) {
      throw _t(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & zr) === 0 && (s = s.first, (a & Et) !== 0 && (a & pr) !== 0 && s !== null && (s.f |= pr));
  }
  if (s !== null && (s.parent = r, r !== null && qo(s, r), je !== null && (je.f & ut) !== 0 && (a & nr) === 0)) {
    var i = (
      /** @type {Derived} */
      je
    );
    (i.effects ??= []).push(s);
  }
  return n;
}
function kn() {
  return je !== null && !Ot;
}
function xn(a) {
  const e = Zt(Ca, null);
  return et(e, at), e.teardown = a, e;
}
function gt(a) {
  Bo();
  var e = (
    /** @type {Effect} */
    He.f
  ), r = !je && (e & Rt) !== 0 && vt !== null && !vt.i;
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
  return Zt(Cr | Gi, a);
}
function Wo(a) {
  sr.ensure();
  const e = Zt(nr | zr, a);
  return (r = {}) => new Promise((n) => {
    r.outro ? vr(e, () => {
      _t(e), n(void 0);
    }) : (_t(e), n(void 0));
  });
}
function Ia(a) {
  return Zt(Cr, a);
}
function Jo(a) {
  return Zt(Tr | zr, a);
}
function oa(a, e = 0) {
  return Zt(Ca | e, a);
}
function I(a, e = [], r = [], n = []) {
  No(n, e, r, (s) => {
    Zt(Ca, () => {
      a(...s.map(t));
    });
  });
}
function la(a, e = 0) {
  var r = Zt(Et | e, a);
  return r;
}
function Mt(a) {
  return Zt(Rt | zr, a);
}
function Ks(a) {
  var e = a.teardown;
  if (e !== null) {
    const r = Xt, n = je;
    Kn(!0), At(null);
    try {
      e.call(null);
    } catch (s) {
      Ht(s, a.parent);
    } finally {
      Kn(r), At(n);
    }
  }
}
function Sn(a, e = !1) {
  var r = a.first;
  for (a.first = a.last = null; r !== null; ) {
    const s = r.ac;
    s !== null && Br(() => {
      s.abort(sa);
    });
    var n = r.next;
    (r.f & nr) !== 0 ? r.parent = null : _t(r, e), r = n;
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
  ), r = !0), a.f |= ta, Sn(a, e && !r), aa(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  Ks(a), a.f ^= ta, a.f |= ot;
  var s = a.parent;
  s !== null && s.first !== null && Vs(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function Vo(a, e) {
  for (; a !== null; ) {
    var r = a === e ? null : /* @__PURE__ */ ia(a);
    a.remove(), a = r;
  }
}
function Vs(a) {
  var e = a.parent, r = a.prev, n = a.next;
  r !== null && (r.next = n), n !== null && (n.prev = r), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = r));
}
function vr(a, e, r = !0) {
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
      if ((s.f & nr) === 0) {
        var o = (s.f & pr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Rt) !== 0 && (a.f & Et) !== 0;
        Ys(s, e, o ? r : !1);
      }
      s = i;
    }
  }
}
function Sa(a) {
  a.f &= ~pn, Gs(a, !0);
}
function Gs(a, e) {
  if ((a.f & pn) === 0 && (a.f & ft) !== 0) {
    a.f ^= ft, (a.f & at) === 0 && (et(a, Ve), sr.ensure().schedule(a));
    for (var r = a.first; r !== null; ) {
      var n = r.next, s = (r.f & pr) !== 0 || (r.f & Rt) !== 0;
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
      var s = r === n ? null : /* @__PURE__ */ ia(r);
      e.append(r), r = s;
    }
}
let Xt = !1;
function Kn(a) {
  Xt = a;
}
let je = null, Ot = !1;
function At(a) {
  je = a;
}
let He = null;
function Wt(a) {
  He = a;
}
let qt = null;
function Xs(a) {
  je !== null && ((je.f & ya) !== 0 || (je.f & ut) !== 0) && (qt ??= /* @__PURE__ */ new Set()).add(a);
}
let pt = null, yt = 0, St = null;
function Yo(a) {
  St = a;
}
let Zs = 1, fr = 0, hr = fr;
function Vn(a) {
  hr = a;
}
function Qs() {
  return ++Zs;
}
function ua(a) {
  var e = a.f;
  if ((e & Ve) !== 0)
    return !0;
  if ((e & xt) !== 0) {
    for (var r = (
      /** @type {Value[]} */
      a.deps
    ), n = r.length, s = 0; s < n; s++) {
      var i = r[s];
      if (ua(
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
    Tt === null && et(a, at);
  }
  return !1;
}
function $s(a, e, r = !0) {
  var n = a.reactions;
  if (n !== null && !(qt !== null && qt.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & ut) !== 0 ? $s(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (r ? et(i, Ve) : (i.f & at) !== 0 && et(i, xt), wn(
        /** @type {Effect} */
        i
      ));
    }
}
function ei(a) {
  var e = pt, r = yt, n = St, s = je, i = qt, o = vt, l = Ot, c = hr, f = a.f;
  pt = /** @type {null | Value[]} */
  null, yt = 0, St = null, je = (f & (Rt | nr)) === 0 ? a : null, qt = null, Ir(a.ctx), Ot = !1, hr = ++fr, a.ac !== null && (Br(() => {
    a.ac.abort(sa);
  }), a.ac = null);
  try {
    a.f |= ya;
    var h = (
      /** @type {Function} */
      a.fn
    ), g = h();
    a.f |= Hr;
    var P = Yn(a);
    if (Es() && St !== null && !Ot && P !== null && (a.f & (ut | xt | Ve)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      St.length; d++)
        $s(
          St[d],
          /** @type {Effect} */
          a
        );
    if (s !== null && s !== a) {
      if (fr++, s.deps !== null)
        for (let _ = 0; _ < r; _ += 1)
          s.deps[_].rv = fr;
      if (e !== null)
        for (const _ of e)
          _.rv = fr;
      St !== null && (n === null ? n = St : n.push(.../** @type {Source[]} */
      St));
    }
    return (a.f & rr) !== 0 && (a.f ^= rr), g;
  } catch (_) {
    return Yn(a), zo(_);
  } finally {
    a.f ^= ya, pt = e, yt = r, St = n, je = s, qt = i, Ir(o), Ot = l, hr = c;
  }
}
function Yn(a) {
  var e = a.deps, r = Re?.is_fork;
  if (pt !== null) {
    var n;
    if (r || aa(a, yt), e !== null && yt > 0)
      for (e.length = yt + pt.length, n = 0; n < pt.length; n++)
        e[yt + n] = pt[n];
    else
      a.deps = e = pt;
    if (kn() && (a.f & Pt) !== 0)
      for (n = yt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !r && e !== null && yt < e.length && (aa(a, yt), e.length = yt);
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
  (pt === null || !ea.call(pt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Pt) !== 0 && (i.f ^= Pt), i.v !== rt && _n(i), i.ac !== null && Br(() => {
      i.ac.abort(sa), i.ac = null, et(i, Ve);
    }), Po(i), aa(i, 0);
  }
}
function aa(a, e) {
  var r = a.deps;
  if (r !== null)
    for (var n = e; n < r.length; n++)
      Go(a, r[n]);
}
function Fr(a) {
  var e = a.f;
  if ((e & ot) === 0) {
    et(a, at);
    var r = He;
    He = a;
    try {
      (e & (Et | bs)) !== 0 ? Ko(a) : Sn(a), Ks(a);
      var n = ei(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Zs;
      var s;
    } finally {
      He = r;
    }
  }
}
async function ti() {
  await Promise.resolve(), Ro();
}
function t(a) {
  var e = a.f, r = (e & ut) !== 0;
  if (je !== null && !Ot) {
    var n = He !== null && (He.f & ot) !== 0;
    if (!n && (qt === null || !qt.has(a))) {
      var s = je.deps;
      if ((je.f & ya) !== 0)
        a.rv < fr && (a.rv = fr, pt === null && s !== null && s[yt] === a ? yt++ : pt === null ? pt = [a] : pt.push(a));
      else {
        je.deps ??= [], ea.call(je.deps, a) || je.deps.push(a);
        var i = a.reactions;
        i === null ? a.reactions = [je] : ea.call(i, je) || i.push(je);
      }
    }
  }
  if (Xt && Bt.has(a))
    return Bt.get(a);
  if (r) {
    var o = (
      /** @type {Derived} */
      a
    );
    if (Xt) {
      var l = o.v;
      return ((o.f & at) === 0 && o.reactions !== null || ai(o)) && (l = bn(o)), Bt.set(o, l), l;
    }
    var c = (o.f & Pt) === 0 && !Ot && je !== null && (je.f & Pt) !== 0, f = (o.f & Hr) === 0;
    ua(o) && (c && (o.f |= Pt), Rs(o)), c && !f && (Cs(o), ri(o));
  }
  if (Tt?.has(a))
    return Tt.get(a);
  if ((a.f & rr) !== 0)
    throw a.v;
  return a.v;
}
function ri(a) {
  if (a.f |= Pt, a.deps !== null)
    for (const r of a.deps) {
      var e = r.reactions;
      e === null ? r.reactions = [a] : ea.call(e, a) || e.push(a), (r.f & ut) !== 0 && (r.f & Pt) === 0 && (Cs(
        /** @type {Derived} */
        r
      ), ri(
        /** @type {Derived} */
        r
      ));
    }
}
function ai(a) {
  if (a.v === rt) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Bt.has(e) || (e.f & ut) !== 0 && ai(
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
    if (Yt in a)
      nn(a);
    else if (!Array.isArray(a))
      for (let e in a) {
        const r = a[e];
        typeof r == "object" && r && Yt in r && nn(r);
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
const Gr = /* @__PURE__ */ Symbol("events"), ni = /* @__PURE__ */ new Set(), sn = /* @__PURE__ */ new Set();
function $o(a, e, r, n = {}) {
  function s(i) {
    if (n.capture || on.call(e, i), !i.cancelBubble)
      return Br(() => r?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Vt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function Je(a, e, r, n, s) {
  var i = { capture: n, passive: s }, o = $o(a, e, r, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && xn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function ue(a, e, r) {
  (e[Gr] ??= {})[a] = r;
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
  var o = 0, l = qa === a && a[Gr];
  if (l) {
    var c = s.indexOf(l);
    if (c !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Gr] = e;
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
    var h = je, g = He;
    At(null), Wt(null);
    try {
      for (var P, d = []; i !== null && i !== e; ) {
        try {
          var _ = i[Gr]?.[n];
          _ != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && _.call(i, a);
        } catch (F) {
          P ? d.push(F) : P = F;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (P) {
        for (let F of d)
          queueMicrotask(() => {
            throw F;
          });
        throw P;
      }
    } finally {
      a[Gr] = e, delete a.currentTarget, At(h), Wt(g);
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
function Dr(a, e) {
  var r = (
    /** @type {Effect} */
    He
  );
  r.nodes === null && (r.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function x(a, e) {
  var r = (e & xs) !== 0, n = (e & oo) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = si(i ? a : "<!>" + a), r || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ut(s)));
    var o = (
      /** @type {TemplateNode} */
      n || zs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (r) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ut(o)
      ), c = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Dr(l, c);
    } else
      Dr(o, o);
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
    var f = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var h = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ut(f)
      ), g = (
        /** @type {TemplateNode} */
        f.lastChild
      );
      Dr(h, g);
    } else
      Dr(f, f);
    return f;
  };
}
// @__NO_SIDE_EFFECTS__
function mr(a, e) {
  return /* @__PURE__ */ rl(a, e, "svg");
}
function Ma(a = "") {
  {
    var e = Gt(a + "");
    return Dr(e, e), e;
  }
}
function It() {
  var a = document.createDocumentFragment(), e = document.createComment(""), r = Gt();
  return a.append(e, r), Dr(e, r), a;
}
function v(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function al(a) {
  let e = 0, r = gr(0), n;
  return () => {
    kn() && (t(r), oa(() => (e === 0 && (n = Ct(() => a(() => $r(r)))), e += 1, () => {
      Vt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, $r(r));
      });
    })));
  };
}
var nl = pr | zr;
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
  #p = al(() => (this.#c = gr(this.#v), () => {
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
        He
      );
      o.b = this, o.f |= Qa, n(i);
    }, this.parent = /** @type {Effect} */
    He.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#n = la(() => {
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
          fo();
          return;
        }
        r = !0, n && xo(), this.#i !== null && vr(this.#i, () => {
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
    return (this.#n.f & (ot | ta)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = Mt(() => e(this.#e)), Vt(() => {
      if (!this.#d()) {
        var r = this.#l = document.createDocumentFragment(), n = Gt(), s = !1;
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
            Re
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
          Re
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
          Re
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
    var r = He, n = je, s = vt;
    Wt(this.#n), At(this.#n), Ir(this.#n.ctx);
    try {
      return sr.ensure(), e();
    } finally {
      Wt(r), At(n), Ir(s);
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
    Re?.is_fork ? (this.#s && Re.skip_effect(this.#s), this.#o && Re.skip_effect(this.#o), this.#i && Re.skip_effect(this.#i), Re.oncommit(() => {
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
              He
            );
            l.b = this, l.f |= Qa, r(
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
function O(a, e) {
  var r = e == null ? "" : typeof e == "object" ? `${e}` : e;
  r !== /** @type {any} */
  (a[tn] ??= a.nodeValue) && (a[tn] = r, a.nodeValue = `${r}`);
}
function ii(a, e) {
  return ol(a, e);
}
const fa = /* @__PURE__ */ new Map();
function ol(a, { target: e, anchor: r, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Do();
  var c = void 0, f = Wo(() => {
    var h = r ?? e.appendChild(Gt());
    sl(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (d) => {
        Ye({});
        var _ = (
          /** @type {ComponentContext} */
          vt
        );
        i && (_.c = i), s && (n.$$events = s), c = a(d, n) || gn(), Ge();
      },
      l
    );
    var g = /* @__PURE__ */ new Set(), P = (d) => {
      for (var _ = 0; _ < d.length; _++) {
        var F = d[_];
        if (!g.has(F)) {
          g.add(F);
          var N = Qo(F);
          for (const R of [e, document]) {
            var k = fa.get(R);
            k === void 0 && (k = /* @__PURE__ */ new Map(), fa.set(R, k));
            var S = k.get(F);
            S === void 0 ? (R.addEventListener(F, on, { passive: N }), k.set(F, 1)) : k.set(F, S + 1);
          }
        }
      }
    };
    return P(Ra(ni)), sn.add(P), () => {
      for (var d of g)
        for (const N of [e, document]) {
          var _ = (
            /** @type {Map<string, number>} */
            fa.get(N)
          ), F = (
            /** @type {number} */
            _.get(d)
          );
          --F == 0 ? (N.removeEventListener(d, on), _.delete(d), _.size === 0 && fa.delete(N)) : _.set(d, F);
        }
      sn.delete(P), h !== r && h.parentNode?.removeChild(h);
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
        Sa(n), this.#a.delete(r);
      else {
        var s = this.#t.get(r);
        s && (Sa(s.effect), this.#r.set(r, s.effect), this.#t.delete(r), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
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
            Mn(o, f), f.append(Gt()), this.#t.set(i, { effect: o, fragment: f });
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
      Re
    ), s = Ws();
    if (r && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Gt();
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
  var n = new An(a), s = r ? pr : 0;
  function i(o, l) {
    n.ensure(o, l);
  }
  la(() => {
    var o = !1;
    e((l, c = 0) => {
      o = !0, i(c, l);
    }), o || i(-1, null);
  }, s);
}
const ul = /* @__PURE__ */ Symbol("NaN");
function cl(a, e, r) {
  var n = new An(a);
  la(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    ul), n.ensure(s, r);
  });
}
function ze(a, e) {
  return e;
}
function dl(a, e, r) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let g = e[l];
    vr(
      g,
      () => {
        if (i) {
          if (i.pending.delete(g), i.done.add(g), i.pending.size === 0) {
            var P = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            un(a, Ra(i.done)), P.delete(i), P.size === 0 && (a.outrogroups = null);
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
      i.f |= zt;
      const o = document.createDocumentFragment();
      Mn(i, o);
    } else
      _t(e[s], r);
  }
}
var Gn;
function Oe(a, e, r, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & ks) !== 0;
  if (c) {
    var f = (
      /** @type {Element} */
      a
    );
    o = f.appendChild(Gt());
  }
  var h = null, g = /* @__PURE__ */ Ls(() => {
    var S = r();
    return (
      /** @type {V[]} */
      La(S) ? S : S == null ? [] : Ra(S)
    );
  }), P = /* @__PURE__ */ new Map(), d = !0;
  function _(S) {
    if ((k.effect.f & ot) === 0) {
      k.pending.delete(S);
      var R = t(g);
      k.fallback = h, fl(k, R, o, e, n), h !== null && (R.length === 0 ? (h.f & zt) === 0 ? Sa(h) : (h.f ^= zt, Xr(h, null, o)) : vr(h, () => {
        h = null;
      }));
    }
  }
  function F(S) {
    k.pending.delete(S);
  }
  var N = la(() => {
    for (var S = (
      /** @type {V[]} */
      t(g)
    ), R = S.length, T = /* @__PURE__ */ new Set(), M = (
      /** @type {Batch} */
      Re
    ), m = Ws(), C = 0; C < R; C += 1) {
      var q = S[C], V = n(q, C), G = d ? null : l.get(V);
      G ? (G.v && jr(G.v, q), G.i && jr(G.i, C), m && M.unskip_effect(G.e)) : (G = vl(
        l,
        d ? o : Gn ??= Gt(),
        q,
        V,
        C,
        s,
        e,
        r
      ), d || (G.e.f |= zt), l.set(V, G)), T.add(V);
    }
    if (R === 0 && i && !h && (d ? h = Mt(() => i(o)) : (h = Mt(() => i(Gn ??= Gt())), h.f |= zt)), R > T.size && ho(), !d)
      if (P.set(M, T), m) {
        for (const [se, B] of l)
          T.has(se) || M.skip_effect(B.e);
        M.oncommit(_), M.ondiscard(F);
      } else
        _(M);
    t(g);
  }), k = { effect: N, items: l, pending: P, outrogroups: null, fallback: h };
  d = !1;
}
function Jr(a) {
  for (; a !== null && (a.f & Rt) === 0; )
    a = a.next;
  return a;
}
function fl(a, e, r, n, s) {
  var i = (n & to) !== 0, o = e.length, l = a.items, c = Jr(a.effect.first), f, h = null, g, P = [], d = [], _, F, N, k;
  if (i)
    for (k = 0; k < o; k += 1)
      _ = e[k], F = s(_, k), N = /** @type {EachItem} */
      l.get(F).e, (N.f & zt) === 0 && (N.nodes?.a?.measure(), (g ??= /* @__PURE__ */ new Set()).add(N));
  for (k = 0; k < o; k += 1) {
    if (_ = e[k], F = s(_, k), N = /** @type {EachItem} */
    l.get(F).e, a.outrogroups !== null)
      for (const G of a.outrogroups)
        G.pending.delete(N), G.done.delete(N);
    if ((N.f & ft) !== 0 && (Sa(N), i && (N.nodes?.a?.unfix(), (g ??= /* @__PURE__ */ new Set()).delete(N))), (N.f & zt) !== 0)
      if (N.f ^= zt, N === c)
        Xr(N, null, r);
      else {
        var S = h ? h.next : c;
        N === a.effect.last && (a.effect.last = N.prev), N.prev && (N.prev.next = N.next), N.next && (N.next.prev = N.prev), er(a, h, N), er(a, N, S), Xr(N, S, r), h = N, P = [], d = [], c = Jr(h.next);
        continue;
      }
    if (N !== c) {
      if (f !== void 0 && f.has(N)) {
        if (P.length < d.length) {
          var R = d[0], T;
          h = R.prev;
          var M = P[0], m = P[P.length - 1];
          for (T = 0; T < P.length; T += 1)
            Xr(P[T], R, r);
          for (T = 0; T < d.length; T += 1)
            f.delete(d[T]);
          er(a, M.prev, m.next), er(a, h, M), er(a, m, R), c = R, h = m, k -= 1, P = [], d = [];
        } else
          f.delete(N), Xr(N, c, r), er(a, N.prev, N.next), er(a, N, h === null ? a.effect.first : h.next), er(a, h, N), h = N;
        continue;
      }
      for (P = [], d = []; c !== null && c !== N; )
        (f ??= /* @__PURE__ */ new Set()).add(c), d.push(c), c = Jr(c.next);
      if (c === null)
        continue;
    }
    (N.f & zt) === 0 && P.push(N), h = N, c = Jr(N.next);
  }
  if (a.outrogroups !== null) {
    for (const G of a.outrogroups)
      G.pending.size === 0 && (un(a, Ra(G.done)), a.outrogroups?.delete(G));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || f !== void 0) {
    var C = [];
    if (f !== void 0)
      for (N of f)
        (N.f & ft) === 0 && C.push(N);
    for (; c !== null; )
      (c.f & ft) === 0 && c !== a.fallback && C.push(c), c = Jr(c.next);
    var q = C.length;
    if (q > 0) {
      var V = (n & ks) !== 0 && o === 0 ? r : null;
      if (i) {
        for (k = 0; k < q; k += 1)
          C[k].nodes?.a?.measure();
        for (k = 0; k < q; k += 1)
          C[k].nodes?.a?.fix();
      }
      dl(a, C, V);
    }
  }
  i && Vt(() => {
    if (g !== void 0)
      for (N of g)
        N.nodes?.a?.apply();
  });
}
function vl(a, e, r, n, s, i, o, l) {
  var c = (o & $i) !== 0 ? (o & ro) === 0 ? /* @__PURE__ */ Io(r, !1, !1) : gr(r) : null, f = (o & eo) !== 0 ? gr(s) : null;
  return {
    v: c,
    i: f,
    e: Mt(() => (i(e, c ?? r, f ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Xr(a, e, r) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & zt) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : r; n !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ ia(n)
      );
      if (i.before(n), n === s)
        return;
      n = o;
    }
}
function er(a, e, r) {
  e === null ? a.effect.first = r : e.next = r, r === null ? a.effect.last = e : r.prev = e;
}
function hl(a, e, ...r) {
  var n = new An(a);
  la(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...r)));
  }, pr);
}
function pl(a, e, r) {
  Ia(() => {
    var n = Ct(() => e(a, r?.()) || {});
    if (r && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      oa(() => {
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
function qe(a, e, r, n) {
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
  if (!(n && !La(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Pr(i);
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
function ja(a, e, r = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!La(e))
      return co();
    for (var n of a.options)
      n.selected = e.includes(Pr(n));
    return;
  }
  for (n of a.options) {
    var s = Pr(n);
    if (Hs(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!r || e !== void 0) && (a.selectedIndex = -1);
}
function dt(a) {
  var e = new MutationObserver((r) => {
    r.every(yl) || ("__defaultValue" in a && bl(a), "__value" in a && ja(a, a.__value));
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
      l = [].map.call(a.querySelectorAll(o), Pr);
    else {
      var c = a.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      a.querySelector("option:not([disabled])");
      l = c && Pr(c);
    }
    r(l), a.__value = l, Re !== null && n.add(Re);
  }), Ia(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Re
      );
      if (n.has(o))
        return;
    }
    if (ja(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Pr(l), r(i));
    }
    a.__value = i, s = !1;
  });
}
function Pr(a) {
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
function Aa(a, e) {
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
    if (i = Ka(a) ? Va(i) : i, r(i), Re !== null && n.add(Re), await ti(), i !== (i = e())) {
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
  Ct(e) == null && a.value && (r(Ka(a) ? Va(a.value) : a.value), Re !== null && n.add(Re)), oa(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Re
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
  Ct(e) == null && r(a.checked), oa(() => {
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
function ca(a, e, r) {
  var n = Al.observe(a, () => r(a[e]));
  Ia(() => (Ct(() => r(a[e])), n));
}
function Ya(a, e) {
  return a === e || a?.[Yt] === e;
}
function br(a = gn(), e, r, n) {
  var s = (
    /** @type {ComponentContext} */
    vt.r
  ), i = (
    /** @type {Effect} */
    He
  );
  return Ia(() => {
    var o, l;
    return oa(() => {
      o = l, l = [], Ct(() => {
        Ya(r(...l), a) || (e(a, ...l), o && Ya(r(...o), a) && e(null, ...o));
      });
    }), () => {
      let c = i;
      for (; c !== s && c.parent !== null && c.parent.f & ta; )
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
let va = !1;
function Nl(a) {
  var e = va;
  try {
    return va = !1, [a(), va];
  } finally {
    va = e;
  }
}
function Ie(a, e, r, n) {
  var s = !0, i = (r & so) !== 0, o = (r & io) !== 0, l = (
    /** @type {V} */
    n
  ), c = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ ra(
    /** @type {() => V} */
    n
  ), t(f)) : (c && (c = !1, l = o ? Ct(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let g;
  if (i) {
    var P = Yt in a || Xi in a;
    g = Er(a, e)?.set ?? (P && e in a ? (T) => a[e] = T : void 0);
  }
  var d, _ = !1;
  i ? [d, _] = Nl(() => (
    /** @type {V} */
    a[e]
  )) : d = /** @type {V} */
  a[e], d === void 0 && n !== void 0 && (d = h(), g && (bo(), g(d)));
  var F;
  if (F = () => {
    var T = (
      /** @type {V} */
      a[e]
    );
    return T === void 0 ? h() : (c = !0, T);
  }, (r & no) === 0)
    return F;
  if (g) {
    var N = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(T, M) {
        return arguments.length > 0 ? ((!M || N || _) && g(M ? F() : T), T) : F();
      })
    );
  }
  var k = !1, S = ((r & ao) !== 0 ? ra : Ls)(() => (k = !1, F()));
  i && t(S);
  var R = (
    /** @type {Effect} */
    He
  );
  return (
    /** @type {() => V} */
    (function(T, M) {
      if (arguments.length > 0) {
        const m = M ? t(S) : i ? dr(T) : T;
        return j(S, m), k = !0, l !== void 0 && (l = m), T;
      }
      return Xt && k || (R.f & ot) !== 0 ? S.v : t(S);
    })
  );
}
const El = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(El);
const li = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], ui = [16250871, 10209764, 3903428, 742815, 340060], ci = [16250871, 16630669, 15761203, 12536332, 7022086];
function Lr(a, e) {
  return Array.from({ length: e }, (r, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Fa = 128, Tl = Lr(li, Fa), Ol = Lr(ui, Fa), Pl = Lr(ci, Fa);
function Nt(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const r = Math.min(1, Math.abs(a)), n = Math.round(r * (Fa - 1));
  return e ? a < 0 ? Ol[n] : Pl[n] : Tl[n];
}
const Tn = (a, e) => e ? a < -0.583 || a > 0.717 ? "#fff" : "#000" : a > 0.551 ? "#000" : "#fff", di = (a) => `linear-gradient(90deg, ${(a ? [...Lr(ui, 9).reverse(), ...Lr(ci, 9)] : Lr(li, 17)).join(",")})`, Mr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], ht = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", We = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a === 0 || Math.abs(a) >= 5e-4 ? a.toFixed(3) : a.toExponential(0), wt = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + We(Math.abs(a)), cn = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Na = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, tt = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Ll = /* @__PURE__ */ x("<option> </option>"), Rl = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Cl = /* @__PURE__ */ x("<figcaption><small> </small></figcaption>"), Il = /* @__PURE__ */ x('<figure><img/><!><button type="button">×</button></figure>'), $n = /* @__PURE__ */ x('<p class="fine"> </p>'), jl = /* @__PURE__ */ x('<p class="turn"><b> </b> </p>'), Fl = /* @__PURE__ */ x('<button type="button">stop</button>'), Dl = /* @__PURE__ */ x('<button type="button" class="link">new chat</button>'), Ul = /* @__PURE__ */ x('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Hl = /* @__PURE__ */ x('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), zl = /* @__PURE__ */ x("<h1> </h1> <!>", 1), Bl = /* @__PURE__ */ x('<p class="fine" data-edited=""> </p>'), ql = /* @__PURE__ */ x('<span class="hidden"> </span>'), Wl = /* @__PURE__ */ x('<button type="button"> <!></button>'), Jl = /* @__PURE__ */ x('<span class="fine"> </span>'), Kl = /* @__PURE__ */ x('<button type="button" class="link">go on</button>'), Vl = /* @__PURE__ */ x('<button type="button"><span> </span><small> </small></button>'), Yl = /* @__PURE__ */ x('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Gl = /* @__PURE__ */ x('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Xl = /* @__PURE__ */ x('<section aria-label="Ask"><!> <!> <!></section>');
function Zl(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ J(!1), s = /* @__PURE__ */ J(!1), i = /* @__PURE__ */ J(void 0);
  const o = /* @__PURE__ */ b(() => r().study?.answer.find((S) => S.position === r().at && S.token.id === r().target?.id) ?? r().study?.answer.find((S) => S.position === r().at));
  function l(S) {
    S.preventDefault(), j(s, !1);
    const R = [...S.dataTransfer?.files ?? []];
    R.length && r().addFiles(R);
  }
  function c(S) {
    const R = [...S.clipboardData?.files ?? []];
    R.length && r().addFiles(R);
  }
  var f = Xl();
  Je("paste", xa, c);
  let h;
  var g = y(f);
  {
    var P = (S) => {
      var R = Hl(), T = Pe(R), M = y(T), m = u(y(M));
      Oe(m, 21, () => r().models, ze, (w, A) => {
        var D = Ll(), ne = z(D), Q = {};
        I(() => {
          O(ne, `${t(A).name ?? ""}${t(A).loaded ? "" : " (is loaded when asked)"}`), Q !== (Q = t(A).name) && (D.value = (D.__value = Q) ?? "");
        }), v(w, D);
      }), dt(m);
      var C = u(M, 2);
      {
        var q = (w) => {
          var A = Rl(), D = y(A), ne = u(D, 2), Q = z(ne), le = u(ne, 2);
          I(() => {
            D.disabled = !r().example, O(Q, `example ${(r().example ?? 0) + 1} of ${r().info.examples ?? ""}`), le.disabled = r().example !== null && r().example >= r().info.examples - 1;
          }), ue("click", D, () => r().takeExample(r().example - 1)), ue("click", ne, () => r().takeExample(r().example ?? 0)), ue("click", le, () => r().takeExample((r().example ?? -1) + 1)), v(w, A);
        };
        H(C, (w) => {
          r().info?.examples && w(q);
        });
      }
      var V = u(T, 2), G = y(V);
      Oe(G, 19, () => r().uploads, (w, A) => w.id + A, (w, A, D) => {
        var ne = Il(), Q = y(ne), le = u(Q);
        {
          var p = (L) => {
            var $ = Cl(), K = y($), he = z(K);
            I(() => O(he, `${t(A).frames.length ?? ""} frames`)), v(L, $);
          };
          H(le, (L) => {
            t(A).frames && L(p);
          });
        }
        var U = u(le);
        I(
          (L) => {
            te(Q, "src", L), te(Q, "alt", `Image ${t(D) + 1}, ${t(A).width ?? ""} x ${t(A).height ?? ""}${t(A).frames ? `, ${t(A).frames.length} frames` : ""}`), te(U, "aria-label", `Remove image ${t(D) + 1}`);
          },
          [() => r().source.imageUrl(t(A).id)]
        ), ue("click", U, () => {
          r().uploads = r().uploads.filter((L, $) => $ !== t(D)), r().example = null;
        }), v(w, ne);
      });
      var se = u(G, 2), B = u(se, 2);
      br(B, (w) => j(i, w), () => t(i));
      var W = u(V, 2);
      {
        var ae = (w) => {
          var A = $n(), D = z(A, !0);
          I(() => O(D, r().exampleName)), v(w, A);
        };
        H(W, (w) => {
          r().exampleName && r().example !== null && w(ae);
        });
      }
      var re = u(W, 2);
      Oe(re, 17, () => r().earlier, ze, (w, A) => {
        var D = jl(), ne = y(D), Q = z(ne, !0), le = u(ne);
        I(
          (p) => {
            O(Q, t(A).role), O(le, ` ${p ?? ""}`);
          },
          [
            () => t(A).content.map((p) => p.type === "text" ? p.text : `[${p.type}]`).join(" ")
          ]
        ), v(w, D);
      });
      var ee = u(re, 2), Z = u(y(ee), 2), ce = u(Z, 2), me = u(y(ce), 2);
      {
        var ke = (w) => {
          var A = Fl();
          ue("click", A, () => r().halt()), v(w, A);
        };
        H(me, (w) => {
          r().study?.answering && w(ke);
        });
      }
      var Se = u(me, 2), ie = u(Se, 2);
      {
        var ve = (w) => {
          var A = Dl();
          ue("click", A, () => {
            r().earlier = [];
          }), v(w, A);
        };
        H(ie, (w) => {
          r().earlier.length && w(ve);
        });
      }
      var E = u(ce, 2);
      {
        var Y = (w) => {
          var A = Ul(), D = y(A), ne = u(y(D)), Q = u(D, 2), le = u(y(Q)), p = u(Q, 2), U = u(y(p)), L = u(p, 2), $ = u(y(L));
          kt(ne, () => r().system, (K) => r().system = K), kt(le, () => r().prefill, (K) => r().prefill = K), kt(U, () => r().temperature, (K) => r().temperature = K), kt($, () => r().maxNew, (K) => r().maxNew = K), v(w, A);
        };
        H(E, (w) => {
          t(n) && w(Y);
        });
      }
      I(() => {
        te(B, "accept", `image/*${r().info?.video ? ",video/*" : ""}`), te(Se, "aria-expanded", t(n));
      }), ue("change", m, () => r().otherModel()), bt(m, () => r().model, (w) => r().model = w), ue("click", se, () => t(i)?.click()), ue("change", B, (w) => {
        r().addFiles(w.currentTarget.files ?? []), w.currentTarget.value = "";
      }), Je("submit", ee, (w) => {
        w.preventDefault(), r().ask();
      }), ue("keydown", Z, (w) => {
        w.key === "Enter" && !w.shiftKey && (w.preventDefault(), r().ask());
      }), kt(Z, () => r().question, (w) => r().question = w), ue("click", Se, () => j(n, !t(n))), v(S, R);
    }, d = (S) => {
      var R = zl(), T = Pe(R), M = z(T, !0), m = u(T, 2);
      {
        var C = (q) => {
          var V = $n(), G = z(V, !0);
          I(() => O(G, r().text)), v(q, V);
        };
        H(m, (q) => {
          r().text && q(C);
        });
      }
      I(() => O(M, r().title)), v(S, R);
    };
    H(g, (S) => {
      r().source.kind === "server" ? S(P) : r().title && S(d, 1);
    });
  }
  var _ = u(g, 2);
  {
    var F = (S) => {
      var R = Bl(), T = z(R);
      I(() => O(T, `The answer and the views are still those of “${r().asked?.question ?? ""}” (${r().asked?.model ?? ""}).`)), v(S, R);
    };
    H(_, (S) => {
      r().edited && S(F);
    });
  }
  var N = u(_, 2);
  {
    var k = (S) => {
      var R = Gl(), T = Pe(R), M = y(T);
      Oe(M, 21, () => r().study.answer, ze, (B, W) => {
        var ae = Wl();
        let re;
        var ee = y(ae), Z = u(ee);
        {
          var ce = (me) => {
            var ke = ql(), Se = z(ke);
            I(() => O(Se, `end of the answer (${t(W).token.text ?? ""})`)), v(me, ke);
          };
          H(Z, (me) => {
            t(W).ends && me(ce);
          });
        }
        I(
          (me) => {
            re = Lt(ae, 1, "answer-token", null, re, { ends: t(W).ends }), te(ae, "aria-pressed", r().at === t(W).position && r().target?.id === t(W).token.id), te(ae, "title", `chosen after token ${t(W).position ?? ""}`), O(ee, me);
          },
          [() => t(W).ends ? "■" : tt(t(W).token.text)]
        ), ue("click", ae, () => r().lookAt(t(W))), v(B, ae);
      });
      var m = u(M, 2);
      {
        var C = (B) => {
          var W = Jl(), ae = z(W, !0);
          I((re) => O(ae, re), [
            () => r().study.answer.filter((re) => !re.ends).map((re) => re.token.text).join("").trim() === r().asked.truth ? "right" : `the truth is ${r().asked.truth}`
          ]), v(B, W);
        };
        H(m, (B) => {
          r().asked && r().asked.truth !== null && B(C);
        });
      }
      var q = u(m, 2);
      {
        var V = (B) => {
          var W = Kl();
          ue("click", W, () => {
            r().goOn(), document.getElementById("question")?.focus();
          }), v(B, W);
        };
        H(q, (B) => {
          r().source.kind === "server" && !r().study.answering && B(V);
        });
      }
      var G = u(T, 2);
      {
        var se = (B) => {
          var W = Yl();
          Oe(W, 21, () => t(o).top.slice(0, 5), (ae) => ae.id, (ae, re) => {
            var ee = Vl();
            let Z;
            var ce = y(ee), me = z(ce, !0), ke = u(ce), Se = z(ke, !0);
            I(
              (ie, ve) => {
                te(ee, "aria-pressed", r().target?.id === t(re).id), Z = qe(ee, "", Z, { "--share": `${100 * t(re).p}%` }), O(me, ie), O(Se, ve);
              },
              [() => tt(t(re).text), () => ht(t(re).p)]
            ), ue("click", ee, () => r().target = { id: t(re).id, text: t(re).text }), v(ae, ee);
          }), v(B, W);
        };
        H(G, (B) => {
          t(o) && B(se);
        });
      }
      v(S, R);
    };
    H(N, (S) => {
      r().study?.answer.length && S(k);
    });
  }
  I(() => h = Lt(f, 1, "card ask", null, h, { dragged: t(s) })), Je("dragover", f, (S) => {
    S.preventDefault(), j(s, !0);
  }), Je("dragleave", f, () => j(s, !1)), Je("drop", f, l), v(a, f), Ge();
}
ct(["change", "click", "keydown"]);
const ga = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function On(a, e, r, n) {
  const s = Math.max(8, e / 30), i = r.map(({ box: [o, l, c, f], fill: h, text: g }) => {
    const P = `<rect x="${o}" y="${l}" width="${c - o}" height="${f - l}" fill="${h}"/>`;
    return g ? `${P}<text x="${(o + c) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (c - o) * 1.5 / Math.max(2, g.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ga(g)}</text>` : P;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ga(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ga(n)}</text></svg>`;
}
const Ea = (a, e, r, n, s) => On(r * 20, e * 20, Array.from({ length: e * r }, (i, o) => ({ box: [o % r * 20, Math.floor(o / r) * 20, o % r * 20 + 19, Math.floor(o / r) * 20 + 19], fill: n(a[o]) })), s);
function _a(a, e, r = "text/plain") {
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
  const [n, s] = await Promise.all(["app.js", "app.css"].map(async (c) => (await fetch(`assets/${c}`)).text())), i = await Promise.all(a.images.map((c, f) => Promise.all(c.frames.map((h, g) => ru(e(f, g)))))), o = Object.fromEntries([...a.raw].map(([c, f]) => [c, dn(f)])), l = JSON.stringify({ ...r, id: a.id, answer: a.answer, sweeps: a.sweeps, tokens: dn(a.bytes), pictures: i, views: o }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ga(r.title)}</title><style>${s}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${l}<\/script><script type="module">${n}<\/script></body></html>`;
}
var nu = /* @__PURE__ */ x('<button type="button" class="small">code</button>'), su = /* @__PURE__ */ x('<button type="button" class="small"> </button>'), iu = /* @__PURE__ */ x('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), ou = /* @__PURE__ */ x('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function Jt(a, e) {
  Ye(e, !0);
  let r = Ie(e, "code", 3, ""), n = Ie(e, "exporter", 3, null), s = /* @__PURE__ */ J(!1), i = /* @__PURE__ */ J(!1);
  async function o(T) {
    n() && (T === "csv" && n().csv && _a(`${n().name}.csv`, eu(n().csv()), "text/csv"), T === "svg" && n().svg && _a(`${n().name}.svg`, n().svg(), "image/svg+xml"), T === "png" && n().svg && _a(`${n().name}.png`, await tu(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(r()), j(i, !0), setTimeout(() => j(i, !1), 1500);
  }
  var c = ou(), f = Pe(c), h = y(f), g = z(h, !0), P = u(h, 2);
  hl(P, () => e.children ?? tr);
  var d = u(P, 4), _ = y(d);
  {
    var F = (T) => {
      var M = nu();
      I(() => te(M, "aria-expanded", t(s))), ue("click", M, () => j(s, !t(s))), v(T, M);
    };
    H(_, (T) => {
      r() && T(F);
    });
  }
  var N = u(_, 2);
  {
    var k = (T) => {
      var M = It(), m = Pe(M);
      Oe(m, 16, () => ["png", "svg", "csv"], ze, (C, q) => {
        var V = It(), G = Pe(V);
        {
          var se = (B) => {
            var W = su(), ae = z(W, !0);
            I(
              (re) => {
                te(W, "aria-label", `Export ${n().name ?? ""} as ${re ?? ""}`), O(ae, q);
              },
              [() => q.toUpperCase()]
            ), ue("click", W, () => o(q)), v(B, W);
          };
          H(G, (B) => {
            (q === "csv" ? n().csv : n().svg) && B(se);
          });
        }
        v(C, V);
      }), v(T, M);
    };
    H(N, (T) => {
      n() && T(k);
    });
  }
  var S = u(f, 2);
  {
    var R = (T) => {
      var M = iu(), m = y(M), C = z(m, !0), q = u(m, 2), V = z(q, !0);
      I(() => {
        O(C, t(i) ? "copied" : "copy"), te(q, "aria-label", `Python for ${e.title ?? ""}`), O(V, r());
      }), ue("click", m, l), v(T, M);
    };
    H(S, (T) => {
      t(s) && r() && T(R);
    });
  }
  I(() => O(g, e.title)), v(a, c), Ge();
}
ct(["click"]);
var lu = /* @__PURE__ */ x('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span class="axes"> </span> <span role="status"> </span></p></div>');
function Ta(a, e) {
  Ye(e, !0);
  let r = Ie(e, "signed", 3, !1), n = Ie(e, "high", 3, 0), s = Ie(e, "rowName", 3, "layer"), i = Ie(e, "columnName", 3, "head"), o = Ie(e, "columnLabels", 3, null), l = Ie(e, "columnNumbers", 3, null), c = Ie(e, "picked", 3, null), f = Ie(e, "unit", 3, ""), h = Ie(e, "order", 3, null), g = Ie(e, "note", 3, () => "");
  const P = (Q) => Q.replace(/\bquery$/, "querie") + "s";
  let d = /* @__PURE__ */ J(void 0), _ = /* @__PURE__ */ J(0), F = /* @__PURE__ */ J(null);
  const N = 30, k = 18, S = 8, R = 46, T = /* @__PURE__ */ b(() => Math.max(3, Math.min(R, (t(_) - N - S) / Math.max(1, e.columns)))), M = /* @__PURE__ */ b(() => Math.max(7, Math.min(30, t(T), 560 / Math.max(1, e.rows)))), m = /* @__PURE__ */ b(() => {
    if (n()) return n();
    let Q = 0;
    for (let le = 0; le < e.rows * e.columns; le++) Math.abs(e.values[le]) > Q && (Q = Math.abs(e.values[le]));
    return Q || 1;
  });
  let C = null;
  function q(Q) {
    const le = document.createElement("canvas");
    le.width = Math.ceil((N + t(T) * e.columns + S) * Q), le.height = Math.ceil((k + t(M) * e.rows) * Q);
    const p = le.getContext("2d");
    p.scale(Q, Q);
    const U = Math.min(t(
      T
      // else the lines would be most of what is seen
    ), t(M)) > 12 ? 1 : 0;
    for (let K = 0; K < e.rows; K++) for (let he = 0; he < e.columns; he++) {
      const ge = e.values[K * e.columns + (h() ? h()[he] : he)];
      p.fillStyle = Number.isNaN(ge) ? "rgba(128,128,128,.18)" : Nt(ge / t(m), r()), p.fillRect(N + he * t(T), k + K * t(M), t(T) - U, t(M) - U);
    }
    p.fillStyle = getComputedStyle(t(d)).color, p.font = "11px system-ui, sans-serif", p.textBaseline = "middle", p.textAlign = "right";
    const L = Math.ceil(13 / t(M)), $ = Math.ceil((e.columns > 100 ? 30 : 20) / t(T));
    for (let K = 0; K < e.rows; K += L) p.fillText(String(K), N - 5, k + (K + 0.5) * t(M));
    if (p.textAlign = "center", !o() || l()) for (let K = 0; K < e.columns; K += $) p.fillText(
      String(l() ? l()[K] : h() ? h()[K] : K),
      N + (K + 0.5) * t(T),
      8
    );
    return le;
  }
  gt(() => {
    e.values, e.rows, e.columns, r(), t(m), t(T), t(M), h(), !(!t(d) || !t(_)) && (C = q(devicePixelRatio || 1), V());
  }), gt(() => {
    t(F), c(), V();
  });
  function V() {
    if (!t(d) || !C) return;
    const Q = devicePixelRatio || 1;
    (t(d).width !== C.width || t(d).height !== C.height) && Object.assign(t(d), { width: C.width, height: C.height });
    const le = t(d).getContext("2d");
    le.setTransform(1, 0, 0, 1, 0, 0), le.clearRect(0, 0, t(d).width, t(d).height), le.drawImage(C, 0, 0), le.scale(Q, Q);
    for (const [p, U] of [[c(), "#fff"], [t(F), "#ffe14d"]]) {
      if (!p) continue;
      const L = h() ? h().indexOf(p[1]) : p[1], $ = [
        N + L * t(T),
        k + p[0] * t(M),
        t(T) - 1,
        t(M) - 1
      ];
      le.lineWidth = 4, le.strokeStyle = "#000", le.strokeRect(...$), le.lineWidth = 2, le.strokeStyle = U, le.strokeRect(...$);
    }
  }
  function G(Q) {
    const le = t(d).getBoundingClientRect(), p = Math.floor((Q.clientX - le.left - N) / t(T)), U = Math.floor((Q.clientY - le.top - k) / t(M));
    return U >= 0 && U < e.rows && p >= 0 && p < e.columns ? [U, h() ? h()[p] : p] : null;
  }
  function se(Q) {
    Q?.[0] === t(F)?.[0] && Q?.[1] === t(F)?.[1] || (j(F, Q), e.onhover?.(Q));
  }
  function B(Q) {
    const le = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[Q.key], p = t(F) ?? c();
    if (le) {
      Q.preventDefault();
      const U = p ? h() ? h().indexOf(p[1]) : p[1] : 0, L = p ? Math.max(0, Math.min(e.columns - 1, U + le[1])) : 0;
      se([
        p ? Math.max(0, Math.min(e.rows - 1, p[0] + le[0])) : 0,
        h() ? h()[L] : L
      ]);
    } else (Q.key === "Enter" || Q.key === " ") && p && (Q.preventDefault(), e.onpick?.(p));
  }
  const W = /* @__PURE__ */ b(() => t(F) ?? c()), ae = /* @__PURE__ */ b(() => {
    if (!t(W)) return "Point at a cell, click to keep it.";
    const Q = e.values[t(W)[0] * e.columns + t(W)[1]], le = o() ? o()[t(W)[1]] : `${i()} ${t(W)[1]}`;
    return Number.isNaN(Q) ? `${s()} ${t(W)[0]}${g()(t(W)[0]) ? `: ${g()(t(W)[0])}` : `, ${le}: nothing`}` : `${s()} ${t(W)[0]}, ${le}: ${r() ? wt(Q) : We(Q)} ${f()}`;
  });
  var re = lu();
  let ee;
  var Z = y(re), ce = y(Z);
  let me;
  br(ce, (Q) => j(d, Q), () => t(d));
  var ke = u(Z, 2), Se = y(ke), ie = y(Se), ve = u(ie);
  let E;
  var Y = u(ve), w = u(Se, 2), A = z(w), D = u(w, 2), ne = z(D, !0);
  I(
    (Q, le, p, U, L, $) => {
      ee = qe(re, "", ee, {
        "max-width": `max(320px, ${N + R * e.columns + S}px)`
      }), te(Z, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${Q ?? ""} by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), te(Z, "data-grid", e.label), te(Z, "data-cell", `30,18,${t(T) ?? ""},${t(M) ?? ""}`), me = qe(ce, "", me, {
        width: `${N + t(T) * e.columns + S}px`,
        height: `${k + t(M) * e.rows}px`
      }), O(ie, `${le ?? ""} `), E = qe(ve, "", E, { background: p }), O(Y, ` ${U ?? ""}`), O(A, `${L ?? ""} ↓ ${$ ?? ""}`), O(ne, t(ae));
    },
    [
      () => P(s()),
      () => r() ? `−${We(t(m))}` : "0",
      () => di(r()),
      () => We(t(m)),
      () => P(s()),
      () => o() && !l() ? "" : `${P(i())} →`
    ]
  ), ue("keydown", Z, B), Je("blur", Z, () => se(null)), ue("pointermove", ce, (Q) => se(G(Q))), Je("pointerleave", ce, () => se(null)), ue("click", ce, (Q) => {
    const le = G(Q);
    le && e.onpick?.(le);
  }), ca(re, "clientWidth", (Q) => j(_, Q)), v(a, re), Ge();
}
ct(["keydown", "pointermove", "click"]);
var uu = /* @__PURE__ */ x('<p role="status"> <button type="button" class="primary">find it</button></p>');
function _r(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  var n = It(), s = Pe(n);
  {
    var i = (o) => {
      var l = uu(), c = y(l), f = u(c);
      I((h, g) => O(c, `${e.what ?? ""} takes about ${h ?? ""}${g ?? ""}. `), [
        () => cn(e.long.seconds),
        () => e.long.bytes ? ` and ${Na(e.long.bytes)}` : ""
      ]), ue("click", f, () => r().granted = /* @__PURE__ */ new Set([...r().granted, e.long.key])), v(o, l);
    };
    H(s, (o) => {
      e.long && o(i);
    });
  }
  v(a, n), Ge();
}
ct(["click"]);
const Oa = {
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
}, es = ["patch", "resample", "steer", "project"], na = {
  z: "heads",
  attn_out: "attention",
  mlp_out: "MLP",
  resid_post: "stream behind the layer",
  resid_mid: "stream between",
  resid_pre: "stream before the layer"
}, Nr = (a, e) => a === null ? e : a.length > 6 ? `${a.length} (${a[0]}…${a.at(-1)})` : a.join(", "), cu = ({ kind: a, feature: e, dictionary: r, strength: n, positions: s }) => `${a === "ablate_feature" ? "set to zero" : a === "clamp_feature" ? `set to ${n}` : `add ${n} to`} · feature ${e} of ${r} · tokens ${Nr(s, "all")}`, fi = (a) => a.feature !== null ? cu(a) : `${fn[a.kind]}${a.kind === "block" ? "" : ` · ${na[a.point]}`} · layers ${Nr(a.layers, "all")}${a.heads ? ` · head ${Nr(a.heads, "")}` : ""} · ${a.kind === "block" ? "from " : ""}tokens ${Nr(a.positions, "all")}${a.keys ? ` to ${Nr(a.keys, "all")}` : ""}${a.image_keys ? ` to image features ${Nr(a.image_keys, "all")}` : ""}${["scale", "steer"].includes(a.kind) ? ` · ×${a.strength}` : ""}`;
class du {
  constructor(e) {
    this.session = e;
  }
  session;
  #e = /* @__PURE__ */ J(null);
  get result() {
    return t(this.#e);
  }
  set result(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ J(!1);
  get running() {
    return t(this.#r);
  }
  set running(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ J("");
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
function Ur(a) {
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
class it extends Error {
  constructor(e, r = 0) {
    super(e), this.status = r;
  }
  status;
}
async function mu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new it(e.error ?? a.statusText, a.status);
}
async function or(a, e) {
  try {
    return await mu(await fetch(a, e));
  } catch (r) {
    throw r instanceof it || r.name === "AbortError" ? r : new it("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Ga = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), bu = ["patching", "knockout", "gradients"], as = 32 * 2 ** 20;
class yu {
  kind = "server";
  async models() {
    return (await or("api/models")).json();
  }
  async example(e, r) {
    return (await or(`api/examples?${new URLSearchParams({ model: e, number: String(r) })}`)).json();
  }
  async addImage(e) {
    if (e.size > as) throw new it(`it has ${Na(e.size)}, and ${Na(as)} are the most. Scale it down, or save it as JPEG.`);
    return (await or("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const r = await or("api/studies", Ga(e));
    return { id: r.headers.get("x-study"), bytes: new Uint8Array(await r.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await or(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, r, n) {
    return `api/studies/${e}/pictures/${r}/${n}`;
  }
  // One view; of a sweep, which comes piece by piece, the last piece, which holds all.
  async raw(e, r, n) {
    const s = await or(`api/studies/${e}/${r}`, Ga(n));
    if (!bu.includes(r)) return new Uint8Array(await s.arrayBuffer());
    let i = new Uint8Array();
    for await (const l of rs(s.body)) i = l;
    const { error: o } = Ur(i).about;
    if (o) throw new it(o);
    return i;
  }
  async *stream(e, r, n, s) {
    const i = await or(`api/studies/${e}/${r}`, { ...Ga(n), signal: s });
    for await (const o of rs(i.body)) {
      const l = Ur(o);
      if (l.about.error) throw new it(l.about.error);
      yield l;
    }
  }
}
const Rr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class wu {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Rr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new it("This page holds one study only.");
  }
  async addImage() {
    throw new it("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new it("This page holds one study only.");
  }
  async tokens() {
    throw new it("This page holds one study only.");
  }
  pictureUrl(e, r, n) {
    return this.data.pictures[r]?.[n] ?? "data:,";
  }
  async raw(e, r, n) {
    const s = this.data.views[`${r} ${JSON.stringify(n)}`];
    if (!s) throw new it("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? _u(Rr(s)) : Rr(s);
  }
  async *stream(e, r, n) {
    yield Ur(await this.raw(e, r, n));
  }
}
class ku {
  constructor(e) {
    this.model = e, e.on("msg:custom", (r, n) => {
      const s = this.waiting.get(r.id);
      s && (this.waiting.delete(r.id), r.error ? s.failed(new it(r.error)) : r.view ? this.arrived(r.view, (i) => s.done(Rr(i))) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
    return { ...this.saved(), bytes: Rr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new it("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new it("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new it("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, r, n) {
    return this.saved().pictures[r]?.[n] ?? "data:,";
  }
  async raw(e, r, n) {
    const s = `${r} ${JSON.stringify(n)}`, i = e === this.saved().id && this.kept(s);
    return i ? Rr(i) : this.sent(e, r, n);
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
        this.waiting.delete(s), o(new it("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (c) => (clearTimeout(l), i(c)), failed: (c) => (clearTimeout(l), o(c)) }), this.model.send({ id: s, study: e, name: r, asked: n });
    });
  }
  async *stream(e, r, n) {
    const s = Ur(await this.raw(e, r, n));
    if (s.about.error) throw new it(s.about.error);
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
  if (a === "gradients") return `Patches estimated by gradients: ${na[e.point]}`;
  const { point: r, over: n, direction: s, positions: i } = e;
  return `Patches: ${n === "heads" ? "" : `${na[r]}, `}${xu[n]}, ${s === "noise" ? "noising" : "denoising"}${i ? `, ${i.length} selected tokens` : ""}`;
}
class Mu {
  constructor(e) {
    this.session = e;
  }
  session;
  #e = /* @__PURE__ */ J(null);
  get view() {
    return t(this.#e);
  }
  set view(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ J("");
  get name() {
    return t(this.#r);
  }
  set name(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ J(!1);
  get running() {
    return t(this.#t);
  }
  set running(e) {
    j(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ J("");
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
const Kr = ["attribution", "attention", "lens", "features", "causes"];
class vn {
  constructor(e, r, n) {
    this.source = e, this.id = r, this.bytes = n;
    const { arrays: s, about: i } = Ur(n), o = (l, c, f, h) => {
      const g = (d) => s[l + d]?.data[c] ?? -1, P = Array.from(s[`${l}boxes`].data.slice(4 * c, 4 * c + 4));
      return {
        position: f,
        text: h,
        id: g("ids"),
        kind: i.kinds[g("kinds")],
        image: g("images"),
        frame: g("frames"),
        row: g("rows"),
        column: g("columns"),
        tile: g("tiles"),
        tileRow: g("tile_rows"),
        tileColumn: g("tile_columns"),
        global: g("globals") > 0,
        box: P.some(Number.isNaN) ? null : P
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
  costs;
  #e = (
    // of what takes long: passes over the prompt, and bytes
    /* @__PURE__ */ J(0)
  );
  get passSeconds() {
    return t(this.#e);
  }
  set passSeconds(e) {
    j(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ J(dr([]));
  get answer() {
    return t(this.#r);
  }
  set answer(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ J(!1);
  get answering() {
    return t(this.#t);
  }
  set answering(e) {
    j(this.#t, e, !0);
  }
  asked = null;
  #a = /* @__PURE__ */ J([]);
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
    const n = ma(e, r);
    this.sweeps = [
      { title: Su(e, r), text: "", name: e, asked: r },
      ...this.sweeps.filter((s) => ma(s.name, s.asked) !== n)
    ];
  }
  has(e) {
    return this.views.has(e);
  }
  view(e, r) {
    const n = ma(e, r);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, r).then((i) => (this.raw.set(n, i), Ur(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const ma = (a, e) => `${a} ${JSON.stringify(e)}`, Au = ["model", "q", "system", "prefill", "images", "turns", "t"], Nu = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], Ft = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class Eu {
  constructor(e) {
    this.source = e, this.begin().catch((r) => this.fail(r));
  }
  source;
  #e = /* @__PURE__ */ J([]);
  get models() {
    return t(this.#e);
  }
  set models(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ J("");
  get model() {
    return t(this.#r);
  }
  set model(e) {
    j(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ J("What is in the image?");
  get question() {
    return t(this.#t);
  }
  set question(e) {
    j(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ J("");
  get system() {
    return t(this.#a);
  }
  set system(e) {
    j(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ J([]);
  get earlier() {
    return t(this.#n);
  }
  set earlier(e) {
    j(this.#n, e);
  }
  #s = /* @__PURE__ */ J("");
  get prefill() {
    return t(this.#s);
  }
  set prefill(e) {
    j(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ J([]);
  get uploads() {
    return t(this.#o);
  }
  set uploads(e) {
    j(this.#o, e);
  }
  #i = /* @__PURE__ */ J(null);
  get example() {
    return t(this.#i);
  }
  set example(e) {
    j(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ J("");
  get exampleName() {
    return t(this.#l);
  }
  set exampleName(e) {
    j(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ J(null);
  get truth() {
    return t(this.#v);
  }
  set truth(e) {
    j(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ J(0);
  get temperature() {
    return t(this.#u);
  }
  set temperature(e) {
    j(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ J(48);
  get maxNew() {
    return t(this.#h);
  }
  set maxNew(e) {
    j(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ J(null);
  get study() {
    return t(this.#_);
  }
  set study(e) {
    j(this.#_, e);
  }
  #c = /* @__PURE__ */ J(null);
  get clean() {
    return t(this.#c);
  }
  set clean(e) {
    j(this.#c, e);
  }
  #p = /* @__PURE__ */ J(null);
  get second() {
    return t(this.#p);
  }
  set second(e) {
    j(this.#p, e);
  }
  #b = /* @__PURE__ */ J(null);
  get secondUpload() {
    return t(this.#b);
  }
  set secondUpload(e) {
    j(this.#b, e);
  }
  #k = /* @__PURE__ */ J(null);
  get secondExample() {
    return t(this.#k);
  }
  set secondExample(e) {
    j(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ J(null);
  get focus() {
    return t(this.#m);
  }
  set focus(e) {
    j(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ J(null);
  get target() {
    return t(this.#d);
  }
  set target(e) {
    j(this.#d, e);
  }
  #g = /* @__PURE__ */ J(null);
  get contrast() {
    return t(this.#g);
  }
  set contrast(e) {
    j(this.#g, e);
  }
  #y = /* @__PURE__ */ J(null);
  get place() {
    return t(this.#y);
  }
  set place(e) {
    j(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ J(null);
  get layer() {
    return t(this.#f);
  }
  set layer(e) {
    j(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ J(null);
  get head() {
    return t(this.#w);
  }
  set head(e) {
    j(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ J(null);
  get lensLayer() {
    return t(this.#x);
  }
  set lensLayer(e) {
    j(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ J([]);
  get words() {
    return t(this.#S);
  }
  set words(e) {
    j(this.#S, e);
  }
  #M = /* @__PURE__ */ J(0);
  get word() {
    return t(this.#M);
  }
  set word(e) {
    j(this.#M, e, !0);
  }
  #A = /* @__PURE__ */ J(!1);
  get vision() {
    return t(this.#A);
  }
  set vision(e) {
    j(this.#A, e, !0);
  }
  #N = /* @__PURE__ */ J(/* @__PURE__ */ new Set());
  get granted() {
    return t(this.#N);
  }
  set granted(e) {
    j(this.#N, e);
  }
  #E = /* @__PURE__ */ J(!1);
  get pattern() {
    return t(this.#E);
  }
  set pattern(e) {
    j(this.#E, e, !0);
  }
  #T = /* @__PURE__ */ J("");
  get find() {
    return t(this.#T);
  }
  set find(e) {
    j(this.#T, e, !0);
  }
  #O = /* @__PURE__ */ J(0.01);
  get least() {
    return t(this.#O);
  }
  set least(e) {
    j(this.#O, e, !0);
  }
  #P = /* @__PURE__ */ J("none");
  get paint() {
    return t(this.#P);
  }
  set paint(e) {
    j(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ J("attribution");
  get tab() {
    return t(this.#L);
  }
  set tab(e) {
    j(this.#L, e, !0);
  }
  #R = /* @__PURE__ */ J(/* @__PURE__ */ new Set());
  get selected() {
    return t(this.#R);
  }
  set selected(e) {
    j(this.#R, e);
  }
  #C = /* @__PURE__ */ J("");
  get dictionary() {
    return t(this.#C);
  }
  set dictionary(e) {
    j(this.#C, e, !0);
  }
  #I = /* @__PURE__ */ J(null);
  get feature() {
    return t(this.#I);
  }
  set feature(e) {
    j(this.#I, e, !0);
  }
  #j = /* @__PURE__ */ J([]);
  get changes() {
    return t(this.#j);
  }
  set changes(e) {
    j(this.#j, e);
  }
  #F = /* @__PURE__ */ J(!1);
  get changed() {
    return t(this.#F);
  }
  set changed(e) {
    j(this.#F, e, !0);
  }
  changing = new du(this);
  sweeping = new Mu(this);
  #D = /* @__PURE__ */ J(null);
  get sweep() {
    return t(this.#D);
  }
  set sweep(e) {
    j(this.#D, e);
  }
  #U = /* @__PURE__ */ J(null);
  get hoverHead() {
    return t(this.#U);
  }
  set hoverHead(e) {
    j(this.#U, e);
  }
  #H = /* @__PURE__ */ J(null);
  get hoverPlace() {
    return t(this.#H);
  }
  set hoverPlace(e) {
    j(this.#H, e, !0);
  }
  #z = /* @__PURE__ */ J(0);
  get busy() {
    return t(this.#z);
  }
  set busy(e) {
    j(this.#z, e, !0);
  }
  #B = /* @__PURE__ */ J("");
  get message() {
    return t(this.#B);
  }
  set message(e) {
    j(this.#B, e, !0);
  }
  title = "";
  text = "";
  note = "";
  #q = /* @__PURE__ */ J(Kr);
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
      return r instanceof it && r.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(r), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const r = this.source.given();
      this.title = r.title, this.text = r.text, this.note = r.note ?? "";
      const n = new vn(this.source, r.id, r.bytes);
      n.answer = r.answer ?? [], n.sweeps = r.sweeps ?? [], this.study = n, this.tabs = r.tabs ?? Kr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = r.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
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
      tab: this.tab === Kr[0] ? "" : this.tab,
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
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = Ft(e.get("t"), 0), this.focus = Ft(e.get("focus"), null), this.target = r("target"), this.contrast = r("contrast"), this.place = Ft(e.get("place"), null), this.layer = Ft(e.get("layer"), null), this.head = Ft(e.get("head"), null), this.lensLayer = Ft(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = Ft(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Kr.includes(e.get("tab")) ? e.get("tab") : Kr[0], this.selected = new Set(Nu(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern"), this.dictionary = e.get("dictionary") ?? "", this.feature = Ft(e.get("feature"), null), this.changed = e.has("changed");
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]").map((n) => ({ ...Oa, ...n })), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = Ft(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.trueOf = s.question, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const r = e.get("second") ?? "";
    if (this.secondExample = r.length < 8 ? Ft(r, null) : null, this.secondUpload = r.length < 8 ? null : await this.bringImage(r), this.uploads.length) return !0;
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
function Dt(a, ...e) {
  const r = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + r);
}
var Tu = /* @__PURE__ */ x('<span class="fine"> </span>'), ns = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Ou = /* @__PURE__ */ x('<button type="button"> </button>'), Pu = /* @__PURE__ */ x('<li><button type="button" class="head"> <b> </b></button></li>'), Lu = /* @__PURE__ */ x('<ol class="best"></ol>'), Xa = /* @__PURE__ */ x('<p class="fine"> </p>'), Ru = /* @__PURE__ */ x('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), Cu = /* @__PURE__ */ x('<!> <!> <!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), Iu = /* @__PURE__ */ x('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function ju(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ J("image"), s = /* @__PURE__ */ J(!1);
  const i = /* @__PURE__ */ b(() => e.painted.heads.view), o = /* @__PURE__ */ b(() => e.painted.pattern), l = /* @__PURE__ */ b(() => r().pattern), c = /* @__PURE__ */ b(() => {
    if (!t(i)) return new Float32Array();
    const [B, W] = t(i).arrays.weights.shape, ae = new Float32Array(B * W).fill(NaN), re = t(i).arrays.image_weights;
    return f(t(i).arrays.weights, ae, 1, [...e.study.attending]), re && f(re, ae, -1, e.study.crossing), ae;
  });
  function f({ shape: B, data: W }, ae, re, ee) {
    const [, Z, ce] = B, me = new Uint8Array(ce);
    for (let ke = 0; ke < ce; ke++) {
      const Se = re > 0 ? ke : -1 - ke;
      me[ke] = Number(t(n) === "image" ? e.study.token(Se)?.kind === "image" : t(n) === "selection" ? r().selected.has(Se) : Se === r().place);
    }
    for (const ke of ee) for (let Se = 0; Se < Z; Se++) {
      let ie = 0;
      const ve = ((re > 0 ? ke : e.study.crossing.indexOf(ke)) * Z + Se) * ce;
      if (t(n) === "entropy") for (let E = 0; E < ce; E++) {
        const Y = W[ve + E];
        Y > 0 && (ie -= Y * Math.log(Y));
      }
      else for (let E = 0; E < ce; E++) me[E] && (ie += W[ve + E]);
      ae[ke * Z + Se] = ie;
    }
  }
  const h = /* @__PURE__ */ b(() => t(i)?.arrays.weights.shape ?? [0, 0, 0]), g = /* @__PURE__ */ b(() => Array.from(t(c).keys()).filter((B) => !Number.isNaN(t(c)[B])).sort((B, W) => t(c)[W] - t(c)[B]).slice(0, 24)), P = /* @__PURE__ */ b(() => !!t(i)?.arrays.image_weights), d = /* @__PURE__ */ b(() => e.study.mixers.map((B, W) => W).filter((B) => !e.study.attending.has(B) && !(t(P) && e.study.crossing.includes(B)))), _ = /* @__PURE__ */ b(() => r().layer !== null && e.study.crossing.includes(r().layer)), F = /* @__PURE__ */ b(() => t(l) ? t(o).view?.arrays.weights ?? null : null), N = /* @__PURE__ */ b(() => t(F) ? {
    name: `pattern-L${r().layer}H${r().head}`,
    svg: () => Ea(t(F).data, t(F).shape[0], t(F).shape[1], (B) => Nt(B, !1), `pattern of L${r().layer}H${r().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: t(F).shape[1] }, (B, W) => W)
      ],
      ...Array.from({ length: t(F).shape[0] }, (B, W) => [
        W,
        ...t(F).data.slice(W * t(F).shape[1], (W + 1) * t(F).shape[1])
      ])
    ]
  } : t(i) ? {
    name: "attention",
    svg: () => Ea(t(c), t(h)[0], t(h)[1], (B) => Nt(B / t(c).reduce((W, ae) => ae > W ? ae : W, 1e-9), !1), `attention, ${t(n)}`),
    csv: () => [
      ["layer", "head", t(n)],
      ...Array.from(t(c), (B, W) => [
        Math.floor(W / t(h)[1]),
        W % t(h)[1],
        B
      ])
    ]
  } : null), k = /* @__PURE__ */ b(() => r().shownPlace), S = /* @__PURE__ */ b(() => {
    const B = e.painted.readers.view;
    return B && r().shownHead && r().paint === "readers" ? Array.from(Dt(B.arrays.weights, r().shownHead.layer, r().shownHead.head)).map((W, ae) => ({ weight: W, position: ae })).sort((W, ae) => ae.weight - W.weight).slice(0, 5) : [];
  });
  var R = Iu(), T = y(R);
  {
    let B = /* @__PURE__ */ b(() => t(l) ? t(o).view?.about.code ?? "" : t(i)?.about.code ?? "");
    Jt(T, {
      title: "Attention",
      get code() {
        return t(B);
      },
      get exporter() {
        return t(N);
      },
      children: (W, ae) => {
        var re = Tu(), ee = z(re);
        I((Z) => O(ee, `from the focus ${Z ?? ""}`), [
          () => JSON.stringify(e.study.label(t(i)?.about.focus ?? r().at))
        ]), v(W, re);
      },
      $$slots: { default: !0 }
    });
  }
  var M = u(T, 2);
  {
    var m = (B) => {
      var W = ns(), ae = z(W, !0);
      I(() => O(ae, e.painted.heads.error)), v(B, W);
    };
    H(M, (B) => {
      e.painted.heads.error && B(m);
    });
  }
  var C = u(M, 2), q = y(C);
  Oe(
    q,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    ze,
    (B, W) => {
      var ae = /* @__PURE__ */ b(() => ar(W, 2));
      let re = () => t(ae)[0], ee = () => t(ae)[1];
      var Z = Ou(), ce = z(Z, !0);
      I(() => {
        te(Z, "aria-pressed", t(n) === re()), Z.disabled = re() === "selection" && !r().selected.size || re() === "token" && r().place === null, O(ce, ee());
      }), ue("click", Z, () => j(n, re(), !0)), v(B, Z);
    }
  );
  var V = u(q, 2), G = u(C, 2);
  {
    var se = (B) => {
      var W = Cu(), ae = Pe(W);
      {
        var re = (U) => {
          var L = Lu();
          Oe(L, 20, () => t(g), ($) => $, ($, K) => {
            const he = /* @__PURE__ */ b(() => {
              const [oe, we] = [Math.floor(K / t(h)[1]), K % t(h)[1]];
              return { layer: oe, head: we };
            });
            var ge = Pu(), Me = y(ge), pe = y(Me), be = u(pe), de = z(be, !0);
            I(
              (oe) => {
                te(Me, "aria-pressed", r().layer === t(he).layer && r().head === t(he).head), O(pe, `L${t(he).layer ?? ""}H${t(he).head ?? ""} `), O(de, oe);
              },
              [
                () => t(n) === "entropy" ? `${t(c)[K].toFixed(2)} nats` : ht(t(c)[K])
              ]
            ), Je("pointerenter", Me, () => {
              r().hoverHead = {
                layer: t(he).layer,
                head: t(he).head
              }, r().paint = "attention";
            }), Je("pointerleave", Me, () => r().hoverHead = null), ue("click", Me, () => r().takeHead(t(he).layer, t(he).head)), v($, ge);
          }), v(U, L);
        }, ee = (U) => {
          {
            let L = /* @__PURE__ */ b(() => t(n) === "entropy" ? 0 : 1), $ = /* @__PURE__ */ b(() => t(n) === "entropy" ? "nats" : "of its attention"), K = /* @__PURE__ */ b(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
            Ta(U, {
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
                return t($);
              },
              note: (he) => t(d).includes(he) ? `${e.study.mixers[he]}, which has no attention pattern` : "",
              get picked() {
                return t(K);
              },
              onhover: (he) => {
                r().hoverHead = he && { layer: he[0], head: he[1] }, he && r().paint !== "readers" && r().paint !== "sources" && (r().paint = "attention");
              },
              onpick: ([he, ge]) => r().takeHead(he, ge, r().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        H(ae, (U) => {
          t(s) ? U(re) : U(ee, -1);
        });
      }
      var Z = u(ae, 2);
      {
        var ce = (U) => {
          var L = Xa(), $ = z(L);
          I((K) => O($, `Layers ${K ?? ""} attend to image features by cross-attention, and to nothing else: all of their attention is on the image. Their maps are painted on it; of the other layers, which attend to tokens of the prompt, the strip below it shows where.`), [() => e.study.crossing.join(", ")]), v(U, L);
        };
        H(Z, (U) => {
          t(P) && U(ce);
        });
      }
      var me = u(Z, 2);
      {
        var ke = (U) => {
          var L = Xa(), $ = z(L);
          I((K, he, ge) => O($, `Layers ${K ?? ""} have no attention pattern: ${he ?? ""} stands there in the place of attention${ge ?? ""}.`), [
            () => t(d).join(", "),
            () => [
              ...new Set(t(d).map((K) => e.study.mixers[K]))
            ].join(", "),
            () => e.study.crossing.includes(t(d)[0]) ? ", and this prompt has no image" : ""
          ]), v(U, L);
        };
        H(me, (U) => {
          t(d).length && U(ke);
        });
      }
      var Se = u(me, 2), ie = y(Se), ve = u(ie, 2), E = u(ve, 2), Y = z(E), w = u(Se, 2);
      {
        var A = (U) => {
          var L = Xa(), $ = z(L);
          I((K) => O($, `Most by: ${K ?? ""}.`), [
            () => t(S).map((K) => `${e.study.label(K.position)} ${ht(K.weight)}`).join(", ")
          ]), v(U, L);
        };
        H(w, (U) => {
          t(S).length && U(A);
        });
      }
      var D = u(w, 2);
      {
        let U = /* @__PURE__ */ b(() => e.painted.long("pattern"));
        _r(D, {
          get session() {
            return r();
          },
          get long() {
            return t(U);
          },
          what: "The whole pattern"
        });
      }
      var ne = u(D, 2);
      {
        var Q = (U) => {
          const L = /* @__PURE__ */ b(() => t(o).view.arrays.weights);
          var $ = Ru(), K = Pe($), he = z(K), ge = u(K, 2), Me = y(ge);
          {
            let pe = /* @__PURE__ */ b(() => t(_) ? "image feature" : "key"), be = /* @__PURE__ */ b(() => [
              r().at,
              t(_) ? r().keyOfPlace ?? 0 : Math.max(0, r().place ?? r().at)
            ]);
            Ta(Me, {
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
                return t(pe);
              },
              get picked() {
                return t(be);
              },
              onpick: ([de, oe]) => {
                r().place = t(_) ? -1 - oe : oe, de < e.study.tokens.length && (r().focus = de);
              }
            });
          }
          I(() => O(he, `Queries from top to bottom, ${t(_) ? "image features" : "keys"} from left to right${t(k) === null || t(k) < 0 ? "" : `; row ${t(k)} is the token that is pointed at`}.`)), v(U, $);
        };
        H(ne, (U) => {
          t(l) && t(o).view && U(Q);
        });
      }
      var le = u(ne, 2);
      {
        var p = (U) => {
          var L = ns(), $ = z(L, !0);
          I(() => O($, t(o).error)), v(U, L);
        };
        H(le, (U) => {
          t(o).error && U(p);
        });
      }
      I(
        (U) => {
          te(ie, "aria-pressed", r().paint === "attention"), te(ve, "aria-pressed", r().paint === "readers"), ve.disabled = r().place === null, te(E, "aria-pressed", t(l)), E.disabled = U, O(Y, `whole pattern${r().layer === null ? "" : ` of L${r().layer}H${r().head}`}`);
        },
        [
          () => r().layer === null || t(d).includes(r().layer)
        ]
      ), ue("click", ie, () => r().paint = "attention"), ue("click", ve, () => r().paint = r().paint === "readers" ? "attention" : "readers"), ue("click", E, () => r().pattern = !r().pattern), v(B, W);
    };
    H(G, (B) => {
      t(i) && B(se);
    });
  }
  I(() => te(V, "aria-pressed", t(s))), ue("click", V, () => j(s, !t(s))), v(a, R), Ge();
}
ct(["click"]);
class Pa {
  #e = /* @__PURE__ */ J(null);
  get view() {
    return t(this.#e);
  }
  set view(e) {
    j(this.#e, e);
  }
  #r = /* @__PURE__ */ J(null);
  get study() {
    return t(this.#r);
  }
  set study(e) {
    j(this.#r, e);
  }
  #t = /* @__PURE__ */ J(null);
  get asked() {
    return t(this.#t);
  }
  set asked(e) {
    j(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ J("");
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
var Fu = /* @__PURE__ */ x('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Du = /* @__PURE__ */ x('<span class="fine">logit of <b> </b><!> <!></span>'), ss = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Uu = /* @__PURE__ */ x('<p class="fine">Click a token of the answer.</p>'), Hu = /* @__PURE__ */ x('<li><button type="button" class="head"> <b> </b></button></li>'), zu = /* @__PURE__ */ x('<span class="fine"> </span>'), Bu = /* @__PURE__ */ x('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), qu = /* @__PURE__ */ x('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Wu = /* @__PURE__ */ x("<li> <b> </b></li>"), Ju = /* @__PURE__ */ x('<ol class="best"></ol> <p class="fine"> </p>', 1), Ku = /* @__PURE__ */ x("<!> <!> <!>", 1), Vu = /* @__PURE__ */ x(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button> <!></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Yu = /* @__PURE__ */ x('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Gu(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ b(() => r().target ? {
    target: r().target.id,
    contrast: r().contrast?.id ?? null,
    focus: r().at
  } : null), s = new Pa(r(), () => t(n) ? { study: e.study, name: "parts", asked: t(n) } : null);
  let i = /* @__PURE__ */ J(null);
  const o = new Pa(r(), () => t(n) && t(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...t(n), layer: t(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ b(() => s.view?.about), c = /* @__PURE__ */ b(() => s.view?.arrays.heads), f = /* @__PURE__ */ b(() => {
    if (!t(c)) return [];
    const [m, C] = t(c).shape;
    return Array.from({ length: m * C }, (q, V) => ({
      layer: Math.floor(V / C),
      head: V % C,
      value: t(c).data[V]
    })).sort((q, V) => Math.abs(V.value) - Math.abs(q.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, g = /* @__PURE__ */ b(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const m = s.view.arrays.values.data, C = [], q = [];
    return t(l).labels.forEach((V, G) => {
      const se = /^(\d+)_(.+)$/.exec(V);
      se ? (C[Number(se[1])] ??= { layer: Number(se[1]), parts: [] }).parts.push({ name: h[se[2]] ?? se[2], value: m[G] }) : q.push({ name: V.replace(/_/g, " "), value: m[G] });
    }), {
      layers: C,
      rest: q,
      high: Math.max(...Array.from(m, Math.abs), 1e-6)
    };
  }), P = /* @__PURE__ */ b(() => t(c) ? {
    name: "attribution-heads",
    svg: () => Ea(t(c).data, t(c).shape[0], t(c).shape[1], (m) => Nt(m / t(f).reduce((C, q) => Math.max(C, Math.abs(q.value)), 1e-9), !0), `logit of ${t(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...t(l).labels.map((m, C) => [m, s.view.arrays.values.data[C]]),
      ...Array.from(t(c).data, (m, C) => [
        `L${Math.floor(C / t(c).shape[1])}H${C % t(c).shape[1]}`,
        m
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ J("");
  var _ = Yu(), F = y(_);
  {
    let m = /* @__PURE__ */ b(() => t(l)?.code ?? "");
    Jt(F, {
      title: "Attribution",
      get code() {
        return t(m);
      },
      get exporter() {
        return t(P);
      },
      children: (C, q) => {
        var V = Du(), G = u(y(V)), se = z(G, !0), B = u(G);
        {
          var W = (ee) => {
            var Z = Fu(), ce = u(Pe(Z)), me = z(ce, !0), ke = u(ce, 2);
            I((Se) => O(me, Se), [() => tt(t(l).contrast.text)]), ue("click", ke, () => r().contrast = null), v(ee, Z);
          };
          H(B, (ee) => {
            t(l)?.contrast && ee(W);
          });
        }
        var ae = u(B, 2);
        {
          var re = (ee) => {
            var Z = Ma();
            I((ce) => O(Z, `= ${ce ?? ""}`), [() => We(t(l).logit)]), v(ee, Z);
          };
          H(ae, (ee) => {
            t(l) && ee(re);
          });
        }
        I((ee) => O(se, ee), [
          () => t(l) ? tt(t(l).answer.text) : tt(r().target?.text ?? "")
        ]), v(C, V);
      },
      $$slots: { default: !0 }
    });
  }
  var N = u(F, 2);
  {
    var k = (m) => {
      var C = ss(), q = z(C, !0);
      I(() => O(q, s.error)), v(m, C);
    };
    H(N, (m) => {
      s.error && m(k);
    });
  }
  var S = u(N, 2);
  {
    var R = (m) => {
      var C = Uu();
      v(m, C);
    };
    H(S, (m) => {
      r().target || m(R);
    });
  }
  var T = u(S, 2);
  {
    var M = (m) => {
      var C = Vu(), q = u(Pe(C), 2), V = y(q);
      {
        let A = /* @__PURE__ */ b(() => r().layer !== null && r().head !== null ? [r().layer, r().head] : null);
        Ta(V, {
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
            return t(A);
          },
          onhover: (D) => {
            r().hoverHead = D && { layer: D[0], head: D[1] }, D && r().paint === "none" && (r().paint = "attention");
          },
          onpick: ([D, ne]) => r().takeHead(D, ne, r().paint === "sources" ? "sources" : "attention")
        });
      }
      var G = u(V, 2), se = u(y(G), 2);
      Oe(se, 21, () => t(f), (A) => `${A.layer} ${A.head}`, (A, D) => {
        var ne = Hu(), Q = y(ne), le = y(Q), p = u(le), U = z(p, !0);
        I(
          (L) => {
            te(Q, "aria-pressed", r().layer === t(D).layer && r().head === t(D).head), O(le, `L${t(D).layer ?? ""}H${t(D).head ?? ""} `), O(U, L);
          },
          [() => wt(t(D).value)]
        ), Je("pointerenter", Q, () => r().hoverHead = t(D)), Je("pointerleave", Q, () => r().hoverHead = null), ue("click", Q, () => r().takeHead(t(D).layer, t(D).head, r().paint === "sources" ? "sources" : "attention")), v(A, ne);
      });
      var B = u(q, 2), W = u(y(B), 2), ae = u(W, 2), re = u(ae, 2);
      {
        var ee = (A) => {
          var D = zu(), ne = z(D);
          I((Q) => O(ne, `What heads add is split by token where all layers attend to tokens; ${Q ?? ""} does not.`), [
            () => e.study.mixers.find((Q, le) => !e.study.attending.has(le))
          ]), v(A, D);
        };
        H(re, (A) => {
          e.study.attending.size < e.study.nLayers && A(ee);
        });
      }
      var Z = u(B, 4);
      let ce;
      Oe(Z, 21, () => t(g).layers, ze, (A, D) => {
        var ne = It(), Q = Pe(ne);
        {
          var le = (p) => {
            var U = qu(), L = y(U), $ = z(L, !0), K = u(L, 2);
            Oe(K, 17, () => t(D).parts, ze, (he, ge) => {
              var Me = Bu(), pe = y(Me), be = z(pe, !0), de = u(pe, 2), oe = y(de);
              let we;
              var Ee = u(de), Ce = y(Ee);
              let Le;
              var ye = u(Ee, 2), Te = z(ye, !0);
              I(
                (Fe, Ke) => {
                  Me.disabled = t(ge).name !== "MLP", te(Me, "title", `${(t(ge).name === "attention" ? e.study.mixers[t(D).layer] ?? t(ge).name : t(ge).name) ?? ""} of layer ${t(D).layer ?? ""}: ${Fe ?? ""} logits${t(ge).name === "MLP" ? "; click for its neurons" : ""}`), te(Me, "aria-pressed", t(ge).name === "MLP" ? t(i) === t(D).layer : void 0), O(be, t(ge).name), we = qe(oe, "", we, {
                    width: `${t(ge).value < 0 ? 100 * -t(ge).value / t(g).high : 0}%`
                  }), Le = qe(Ce, "", Le, {
                    width: `${t(ge).value > 0 ? 100 * t(ge).value / t(g).high : 0}%`
                  }), O(Te, Ke);
                },
                [
                  () => wt(t(ge).value),
                  () => wt(t(ge).value)
                ]
              ), ue("click", Me, () => j(i, t(i) === t(D).layer ? null : t(D).layer, !0)), v(he, Me);
            }), I(() => O($, t(D).layer)), v(p, U);
          };
          H(Q, (p) => {
            t(D) && p(le);
          });
        }
        v(A, ne);
      });
      var me = u(Z, 2), ke = z(me), Se = u(me, 2);
      {
        var ie = (A) => {
          var D = Ku(), ne = Pe(D);
          {
            let L = /* @__PURE__ */ b(() => o.view?.about.code ?? ""), $ = /* @__PURE__ */ b(() => o.view ? {
              name: `neurons-${t(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, (K, he) => [K, o.view.arrays.values.data[he]])
              ]
            } : null);
            Jt(ne, {
              get title() {
                return `Neurons of layer ${t(i) ?? ""}`;
              },
              get code() {
                return t(L);
              },
              get exporter() {
                return t($);
              }
            });
          }
          var Q = u(ne, 2);
          {
            var le = (L) => {
              var $ = ss(), K = z($, !0);
              I(() => O(K, o.error)), v(L, $);
            };
            H(Q, (L) => {
              o.error && L(le);
            });
          }
          var p = u(Q, 2);
          {
            var U = (L) => {
              var $ = Ju(), K = Pe($);
              Oe(K, 22, () => Array.from(o.view.arrays.numbers.data), (Me) => Me, (Me, pe, be) => {
                var de = Wu(), oe = y(de), we = u(oe), Ee = z(we, !0);
                I(
                  (Ce) => {
                    O(oe, `N${pe ?? ""} `), O(Ee, Ce);
                  },
                  [() => wt(o.view.arrays.values.data[t(be)])]
                ), v(Me, de);
              });
              var he = u(K, 2), ge = z(he);
              I((Me) => O(ge, `All others together ${Me ?? ""}.`), [() => wt(o.view.about.rest)]), v(L, $);
            };
            H(p, (L) => {
              o.view && L(U);
            });
          }
          v(A, D);
        };
        H(Se, (A) => {
          t(i) !== null && A(ie);
        });
      }
      var ve = u(Se, 2), E = y(ve), Y = u(y(E)), w = u(E);
      I(
        (A, D, ne) => {
          te(W, "aria-pressed", r().paint === "attention"), te(ae, "aria-pressed", r().paint === "sources"), ae.disabled = e.study.attending.size < e.study.nLayers, ce = qe(Z, "", ce, { "--parts": A }), O(ke, `Beside the layers: ${D ?? ""}. The parts sum to the model's own logit; left over: ${ne ?? ""}.`), w.disabled = !t(d);
        },
        [
          () => Math.max(1, ...t(g).layers.filter(Boolean).map((A) => A.parts.length)),
          () => t(g).rest.map((A) => `${A.name} ${wt(A.value)}`).join(", "),
          () => t(l).error.toExponential(1)
        ]
      ), ue("click", W, () => r().paint = "attention"), ue("click", ae, () => r().paint = "sources"), Je("submit", ve, async (A) => {
        A.preventDefault();
        const D = await r().during(e.study.view("parts", {
          target: r().target.id,
          contrast: t(d),
          focus: r().at
        }));
        D?.about.contrast && (r().contrast = D.about.contrast);
      }), kt(Y, () => t(d), (A) => j(d, A)), v(m, C);
    };
    H(T, (m) => {
      s.view && t(c) && m(M);
    });
  }
  v(a, _), Ge();
}
ct(["click"]);
var Xu = /* @__PURE__ */ mr('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Zu = /* @__PURE__ */ mr('<text text-anchor="middle"> </text>'), Qu = /* @__PURE__ */ mr('<circle r="2.5"><title> </title></circle>'), $u = /* @__PURE__ */ mr('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), ec = /* @__PURE__ */ x("<span><i></i> </span>"), tc = /* @__PURE__ */ x('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function pi(a, e) {
  Ye(e, !0);
  let r = Ie(e, "low", 3, 0), n = Ie(e, "high", 3, 1), s = Ie(e, "note", 3, ""), i = Ie(e, "unit", 3, (G) => String(Math.round(100 * G) / 100)), o = /* @__PURE__ */ J(0);
  const l = /* @__PURE__ */ b(() => Math.max(240, t(o))), c = 150, f = 42, h = 12, g = 8, P = 22, d = (G) => f + (t(l) - f - h) * G / Math.max(1, e.layers.length - 1), _ = (G) => c - P - (c - P - g) * (G - r()) / (n() - r() || 1), F = /* @__PURE__ */ b(() => {
    const G = (n() - r()) / 4, se = 10 ** Math.floor(Math.log10(G || 1)), B = se * ([1, 2, 5].find((W) => W * se >= G) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / B + 1e-6) - Math.ceil(r() / B - 1e-6) + 1
      },
      (W, ae) => (Math.ceil(r() / B - 1e-6) + ae) * B
    );
  }), N = /* @__PURE__ */ b(() => Math.ceil(e.layers.length / 10));
  var k = tc(), S = y(k), R = y(S);
  Oe(R, 16, () => t(F), (G) => G, (G, se) => {
    var B = Xu(), W = Pe(B);
    te(W, "x1", f);
    var ae = u(W);
    te(ae, "x", f - 5);
    var re = z(ae, !0);
    I(
      (ee, Z, ce, me, ke) => {
        te(W, "x2", t(l) - h), te(W, "y1", ee), te(W, "y2", Z), te(W, "opacity", ce), te(ae, "y", me), O(re, ke);
      },
      [
        () => _(se),
        () => _(se),
        () => Math.abs(se) < 1e-9 ? 0.4 : 0.14,
        () => _(se),
        () => i()(se)
      ]
    ), v(G, B);
  });
  var T = u(R);
  Oe(T, 17, () => e.layers, ze, (G, se, B) => {
    var W = It(), ae = Pe(W);
    {
      var re = (ee) => {
        var Z = Zu();
        te(Z, "y", c - 8);
        var ce = z(Z, !0);
        I(
          (me) => {
            te(Z, "x", me), O(ce, t(se));
          },
          [() => d(B)]
        ), v(ee, Z);
      };
      H(ae, (ee) => {
        B % t(N) === 0 && ee(re);
      });
    }
    v(G, W);
  });
  var M = u(T);
  Oe(M, 17, () => e.curves, ze, (G, se, B) => {
    let W = () => t(se).name, ae = () => t(se).values;
    const re = /* @__PURE__ */ b(() => Array.from(ae(), (ie, ve) => [ve, ie]).filter(([, ie]) => !Number.isNaN(ie)));
    var ee = $u(), Z = Pe(ee), ce = y(Z), me = z(ce, !0), ke = u(Z);
    {
      var Se = (ie) => {
        var ve = It(), E = Pe(ve);
        Oe(E, 17, () => t(re), ze, (Y, w) => {
          var A = /* @__PURE__ */ b(() => ar(t(w), 2));
          let D = () => t(A)[0], ne = () => t(A)[1];
          var Q = Qu(), le = y(Q), p = z(le);
          I(
            (U, L, $) => {
              te(Q, "cx", U), te(Q, "cy", L), te(Q, "fill", Mr[B % Mr.length]), O(p, `${W() ?? ""}, layer ${e.layers[D()] ?? ""}: ${$ ?? ""}`);
            },
            [() => d(D()), () => _(ne()), () => i()(ne())]
          ), v(Y, Q);
        }), v(ie, ve);
      };
      H(ke, (ie) => {
        t(re).length <= 12 && ie(Se);
      });
    }
    I(
      (ie) => {
        te(Z, "stroke", Mr[B % Mr.length]), te(Z, "points", ie), O(me, W());
      },
      [
        () => t(re).map(([ie, ve]) => `${d(ie)},${_(ve)}`).join(" ")
      ]
    ), v(G, ee);
  });
  var m = u(S, 2), C = y(m);
  Oe(C, 17, () => e.curves, ze, (G, se, B) => {
    let W = () => t(se).name, ae = () => t(se).said;
    var re = ec(), ee = y(re);
    let Z;
    var ce = u(ee);
    I(() => {
      Z = qe(ee, "", Z, { background: Mr[B % Mr.length] }), O(ce, `${W() ?? ""} ${ae() ?? "" ?? ""}`);
    }), v(G, re);
  });
  var q = u(C, 2), V = z(q, !0);
  I(() => {
    te(S, "viewBox", `0 0 ${t(l) ?? ""} 150`), te(S, "aria-label", e.label), O(V, s());
  }), ca(k, "clientWidth", (G) => j(o, G)), v(a, k), Ge();
}
var rc = /* @__PURE__ */ x('<p class="fine"> </p> <!>', 1);
function gi(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ b(() => t(n)[1] > 0 && t(n)[1] <= 6);
  function i(_) {
    if (e.sweep.about.axis !== "position") return;
    const F = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((N, k) => F[N] = e.sweep.arrays.effect.data[_ * t(n)[1] + k]), r().sweep = {
      values: F,
      label: `${e.name} at layer ${_}: ${e.sweep.about.measure}`
    }, r().paint = "sweep";
  }
  gt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Ea(e.sweep.arrays.effect.data, t(n)[0], t(n)[1], (_) => Nt(_, !0), e.sweep.about.measure),
      csv: () => [
        [
          "layer",
          ...e.sweep.about.axis === "position" ? e.sweep.about.columns.map((_) => `${e.study.number(_)} ${e.study.label(_)}`) : e.sweep.about.labels
        ],
        ...Array.from({ length: t(n)[0] }, (_, F) => [
          F,
          ...Array.from(e.sweep.arrays.effect.data.slice(F * t(n)[1], (F + 1) * t(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ b(() => e.sweep.about.labels.map((_, F) => ({
    name: _,
    values: Array.from({ length: t(n)[0] }, (N, k) => e.sweep.arrays.effect.data[k * t(n)[1] + F])
  }))), l = /* @__PURE__ */ b(() => {
    let _ = 0, F = 1;
    for (const N of e.sweep.arrays.effect.data) Number.isNaN(N) || ([_, F] = [Math.min(_, N), Math.max(F, N)]);
    return [_, F];
  });
  var c = rc(), f = Pe(c), h = z(f, !0), g = u(f, 2);
  {
    var P = (_) => {
      {
        let F = /* @__PURE__ */ b(() => Array.from({ length: t(n)[0] }, (N, k) => String(k)));
        pi(_, {
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
            return t(F);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, d = (_) => {
      {
        let F = /* @__PURE__ */ b(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((k) => `token ${e.study.number(k)}, ${JSON.stringify(e.study.label(k))}`) : null), N = /* @__PURE__ */ b(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((k) => e.study.number(k)) : null);
        Ta(_, {
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
            return t(F);
          },
          get columnNumbers() {
            return t(N);
          },
          onhover: (k) => k && i(k[0]),
          onpick: ([k, S]) => {
            i(k), e.sweep.about.axis === "head" ? r().takeHead(k, S) : e.sweep.about.axis === "position" && r().takePlace(e.sweep.about.columns[S]);
          }
        });
      }
    };
    H(g, (_) => {
      t(s) ? _(P) : _(d, -1);
    });
  }
  I(() => O(h, e.sweep.about.measure)), v(a, c), Ge();
}
var ac = /* @__PURE__ */ x('<img class="picture" alt="What is patched from"/>'), nc = /* @__PURE__ */ x('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function _i(a, e) {
  Ye(e, !0);
  const r = new Pa(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ J(null);
  var s = nc(), i = y(s);
  {
    let d = /* @__PURE__ */ b(() => r.view?.about.code ?? "");
    Jt(i, {
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
  var o = u(i, 2), l = y(o);
  {
    var c = (d) => {
      var _ = ac();
      I(() => te(_, "src", e.stored.picture)), v(d, _);
    };
    H(l, (d) => {
      e.stored.picture && d(c);
    });
  }
  var f = u(l, 2), h = z(f, !0), g = u(o, 2);
  {
    var P = (d) => {
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
        onexport: (_) => j(n, _)
      });
    };
    H(g, (d) => {
      r.view && d(P);
    });
  }
  I(() => {
    te(s, "aria-label", e.stored.title), O(h, e.stored.text);
  }), v(a, s), Ge();
}
var sc = /* @__PURE__ */ x('<span class="fine"> </span>'), ic = /* @__PURE__ */ x('<p><button type="button"> </button></p>'), Za = /* @__PURE__ */ x("<option> </option>"), oc = /* @__PURE__ */ x("<label>where <select></select></label>"), lc = /* @__PURE__ */ x("<label>heads <select><option>all</option><option> </option></select></label>"), uc = /* @__PURE__ */ x('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), cc = /* @__PURE__ */ x("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), dc = /* @__PURE__ */ x('<label>strength <input type="number" step="any"/></label>'), is = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), fc = /* @__PURE__ */ x('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), vc = /* @__PURE__ */ x('<button type="button">cancel</button> running…', 1), hc = /* @__PURE__ */ x('<button type="button">run again</button>'), pc = /* @__PURE__ */ x('<button type="button" aria-pressed="true">views show the changed model</button>'), gc = /* @__PURE__ */ x('<button type="button" aria-pressed="false">show views of the changed model</button>'), _c = /* @__PURE__ */ x('<ul class="changes"></ul> <p><!> <!></p>', 1), mc = /* @__PURE__ */ x('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), bc = /* @__PURE__ */ x('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), yc = /* @__PURE__ */ x('<span class="fine">every layer in turn</span>'), wc = /* @__PURE__ */ x("<label>at <select></select></label>"), kc = /* @__PURE__ */ x("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), xc = /* @__PURE__ */ x("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), Sc = /* @__PURE__ */ x('<label>window <input type="number" min="1"/></label>'), Mc = /* @__PURE__ */ x('<button type="button" class="primary">cancel</button>'), Ac = /* @__PURE__ */ x('<button type="submit" class="primary">start</button>'), Nc = /* @__PURE__ */ x('<label class="row grow"> <progress></progress> </label>'), Ec = /* @__PURE__ */ x('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section> <!>', 1);
function Tc(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ b(() => r().clean ?? e.study), { changing: s, sweeping: i } = r(), o = /* @__PURE__ */ b(() => s.result);
  let l = /* @__PURE__ */ J("zero"), c = /* @__PURE__ */ J("z"), f = /* @__PURE__ */ J("all"), h = /* @__PURE__ */ J("all"), g = /* @__PURE__ */ J("all"), P = /* @__PURE__ */ J("image"), d = /* @__PURE__ */ J(1), _ = /* @__PURE__ */ J("");
  const F = /* @__PURE__ */ b(() => Object.keys(fn).filter((X) => r().second || !es.includes(X))), N = /* @__PURE__ */ b(() => t(l) === "block" || t(c) === "z");
  function k(X) {
    return X === "selection" ? [...r().selected].filter((fe) => fe >= 0).sort((fe, _e) => fe - _e) : X === "image" ? t(n).tokens.filter((fe) => fe.kind === "image").map((fe) => fe.position) : X === "text" ? t(n).tokens.filter((fe) => fe.kind !== "image").map((fe) => fe.position) : X === "token" ? r().place === null || r().place < 0 ? [] : [r().place] : X === "focus" ? [Math.min(r().at, t(n).nPrompt - 1)] : null;
  }
  function S(X) {
    const fe = (xe) => [...xe].filter((Ne) => Ne < 0).map((Ne) => -1 - Ne).sort((Ne, Ue) => Ne - Ue), _e = X === "image" ? fe(t(n).keys.filter((xe) => xe.kind === "image").map((xe) => xe.position)) : X === "selection" ? fe(r().selected) : X === "token" ? fe([r().place ?? 0]) : [];
    return _e.length ? _e : null;
  }
  function R() {
    const X = t(N) && t(g) === "picked", fe = !X && t(h).trim() === "all", _e = X || t(h) === "picked" ? r().layer === null ? [] : [r().layer] : fe ? null : T(t(h));
    if (!_e && !fe) {
      j(_, `“${t(h)}” names no layers of this model. Write all, picked, or numbers from 0 to ${t(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const xe = t(l) === "block" ? S(t(P)) : null, Ne = {
      ...Oa,
      kind: t(l),
      point: t(l) === "block" ? "z" : t(c),
      layers: _e,
      heads: X && r().head !== null ? [r().head] : null,
      positions: k(t(f)),
      keys: xe || t(l) !== "block" ? null : k(t(P)),
      image_keys: xe,
      strength: t(d),
      source: es.includes(t(l)) ? r().second?.id ?? null : null
    };
    if ([
      Ne.layers,
      Ne.positions,
      Ne.keys,
      Ne.image_keys
    ].some((Ue) => Ue?.length === 0)) {
      j(_, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    j(_, ""), r().changes = [...r().changes, Ne], s.run();
  }
  function T(X) {
    const fe = [];
    for (const _e of X.split(",")) {
      const [xe, Ne = xe] = _e.split("-").map((Ue) => Ue.trim() ? Number(Ue) : NaN);
      if (!(Number.isInteger(xe) && Number.isInteger(Ne) && 0 <= xe && xe <= Ne && Ne < t(n).nLayers)) return null;
      for (let Ue = xe; Ue <= Ne; Ue++) fe.push(Ue);
    }
    return fe;
  }
  function M() {
    r().layer === null || r().head === null || (r().changes = [
      ...r().changes,
      {
        ...Oa,
        layers: [r().layer],
        heads: [r().head]
      }
    ], s.run());
  }
  let m = /* @__PURE__ */ J("patching"), C = /* @__PURE__ */ J("groups"), q = /* @__PURE__ */ J("resid_post"), V = /* @__PURE__ */ J("denoise"), G = /* @__PURE__ */ J(1), se = /* @__PURE__ */ J(null);
  const B = /* @__PURE__ */ b(() => i.view), W = /* @__PURE__ */ b(() => t(m) !== "knockout"), ae = /* @__PURE__ */ b(() => {
    const X = t(n).tokens.filter((_e) => _e.kind === "image").length;
    return t(m) === "gradients" ? 3 : (t(m) === "knockout" || t(C) === "groups" ? 3 : t(C) === "heads" ? t(n).nHeads : r().selected.size || X + 1) * t(n).nLayers;
  }), re = /* @__PURE__ */ b(() => t(m) === "gradients" ? 2 * t(n).costs.graph_bytes : t(m) === "knockout" ? t(n).costs.stream_bytes : 2 * t(n).nLayers * t(n).costs.stream_bytes);
  function ee() {
    const X = k("selection"), fe = X?.length ? X : null, _e = t(m) === "knockout" ? { window: t(G) } : t(m) === "gradients" ? {
      source: r().second.id,
      point: t(q) === "z" ? "z" : t(q) === "resid_pre" || t(q) === "resid_mid" ? "resid_post" : t(q)
    } : {
      source: r().second.id,
      point: t(q),
      over: t(C),
      direction: t(V),
      positions: fe
    };
    i.start(t(n), t(m), _e);
  }
  var Z = Ec(), ce = Pe(Z), me = y(ce);
  {
    let X = /* @__PURE__ */ b(() => t(o)?.about.code ?? ""), fe = /* @__PURE__ */ b(() => t(o) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...t(o).about.words.map((_e) => [
          _e.text,
          _e.before,
          _e.after,
          _e.logit_before,
          _e.logit_after
        ])
      ]
    } : null);
    Jt(me, {
      title: "Changes",
      get code() {
        return t(X);
      },
      get exporter() {
        return t(fe);
      },
      children: (_e, xe) => {
        var Ne = sc(), Ue = z(Ne);
        I((lt) => O(Ue, `change something, see the answer change${lt ?? ""}`), [
          () => t(n).passSeconds > 1 ? `; a pass takes ${cn(t(n).passSeconds)}` : ""
        ]), v(_e, Ne);
      },
      $$slots: { default: !0 }
    });
  }
  var ke = u(me, 2);
  {
    var Se = (X) => {
      var fe = ic(), _e = y(fe), xe = z(_e);
      I(() => O(xe, `ablate L${r().layer ?? ""}H${r().head ?? ""}`)), ue("click", _e, M), v(X, fe);
    };
    H(ke, (X) => {
      r().layer !== null && X(Se);
    });
  }
  var ie = u(ke, 2), ve = y(ie), E = u(y(ve));
  Oe(E, 21, () => t(F), ze, (X, fe) => {
    var _e = Za(), xe = z(_e, !0), Ne = {};
    I(() => {
      O(xe, fn[t(fe)]), Ne !== (Ne = t(fe)) && (_e.value = (_e.__value = Ne) ?? "");
    }), v(X, _e);
  }), dt(E);
  var Y = u(ve, 2);
  {
    var w = (X) => {
      var fe = oc(), _e = u(y(fe));
      Oe(_e, 21, () => Object.entries(na), ze, (xe, Ne) => {
        var Ue = /* @__PURE__ */ b(() => ar(t(Ne), 2));
        let lt = () => t(Ue)[0], jt = () => t(Ue)[1];
        var mt = Za(), nt = z(mt, !0), Qe = {};
        I(() => {
          O(nt, jt()), Qe !== (Qe = lt()) && (mt.value = (mt.__value = Qe) ?? "");
        }), v(xe, mt);
      }), dt(_e), bt(_e, () => t(c), (xe) => j(c, xe)), v(X, fe);
    };
    H(Y, (X) => {
      t(l) !== "block" && X(w);
    });
  }
  var A = u(Y, 2);
  {
    var D = (X) => {
      var fe = lc(), _e = u(y(fe)), xe = y(_e);
      xe.value = xe.__value = "all";
      var Ne = u(xe), Ue = z(Ne, !0);
      Ne.value = Ne.__value = "picked", dt(_e), I(() => {
        Ne.disabled = r().layer === null, O(Ue, r().layer === null ? "one that is picked" : `L${r().layer}H${r().head}`);
      }), bt(_e, () => t(g), (lt) => j(g, lt)), v(X, fe);
    };
    H(A, (X) => {
      t(N) && X(D);
    });
  }
  var ne = u(A, 2);
  {
    var Q = (X) => {
      var fe = uc(), _e = u(y(fe));
      kt(_e, () => t(h), (xe) => j(h, xe)), v(X, fe);
    };
    H(ne, (X) => {
      (!t(N) || t(g) === "all") && X(Q);
    });
  }
  var le = u(ne, 2), p = y(le);
  p.value = p.__value = "all";
  var U = u(p);
  U.value = U.__value = "picked";
  var L = u(U), $ = {}, K = u(le, 2), he = y(K), ge = u(he), Me = y(ge);
  Me.value = Me.__value = "all";
  var pe = u(Me);
  pe.value = pe.__value = "focus";
  var be = u(pe);
  be.value = be.__value = "token";
  var de = u(be);
  de.value = de.__value = "selection";
  var oe = u(de);
  oe.value = oe.__value = "image";
  var we = u(oe);
  we.value = we.__value = "text", dt(ge);
  var Ee = u(K, 2);
  {
    var Ce = (X) => {
      var fe = cc(), _e = u(y(fe)), xe = y(_e);
      xe.value = xe.__value = "image";
      var Ne = u(xe);
      Ne.value = Ne.__value = "selection";
      var Ue = u(Ne);
      Ue.value = Ue.__value = "token";
      var lt = u(Ue);
      lt.value = lt.__value = "text", dt(_e), bt(_e, () => t(P), (jt) => j(P, jt)), v(X, fe);
    };
    H(Ee, (X) => {
      t(l) === "block" && X(Ce);
    });
  }
  var Le = u(Ee, 2);
  {
    var ye = (X) => {
      var fe = dc(), _e = u(y(fe));
      kt(_e, () => t(d), (xe) => j(d, xe)), v(X, fe);
    };
    H(Le, (X) => {
      (t(l) === "scale" || t(l) === "steer") && X(ye);
    });
  }
  var Te = u(ie, 2);
  {
    var Fe = (X) => {
      var fe = is(), _e = z(fe, !0);
      I(() => O(_e, t(_) || s.error)), v(X, fe);
    };
    H(Te, (X) => {
      (t(_) || s.error) && X(Fe);
    });
  }
  var Ke = u(Te, 2);
  {
    var Ae = (X) => {
      var fe = _c(), _e = Pe(fe);
      Oe(_e, 21, () => r().changes, ze, (nt, Qe, $t) => {
        var yr = fc(), wr = y(yr), st = y(wr), $e = u(st), kr = u(wr, 2);
        I(
          (ir) => {
            oi(st, t(Qe).on), O($e, ` ${ir ?? ""}`);
          },
          [() => fi(t(Qe))]
        ), ue("change", st, (ir) => {
          r().changes = r().changes.map((xr, Wr) => Wr === $t ? { ...xr, on: ir.currentTarget.checked } : xr), s.run();
        }), ue("click", kr, () => {
          r().changes = r().changes.filter((ir, xr) => xr !== $t), s.run();
        }), v(nt, yr);
      });
      var xe = u(_e, 2), Ne = y(xe);
      {
        var Ue = (nt) => {
          var Qe = vc(), $t = Pe(Qe);
          ue("click", $t, () => s.cancel()), v(nt, Qe);
        }, lt = (nt) => {
          var Qe = hc();
          ue("click", Qe, () => s.run()), v(nt, Qe);
        };
        H(Ne, (nt) => {
          s.running ? nt(Ue) : nt(lt, -1);
        });
      }
      var jt = u(Ne, 2);
      {
        var mt = (nt) => {
          var Qe = It(), $t = Pe(Qe);
          {
            var yr = (st) => {
              var $e = pc();
              ue("click", $e, () => s.back()), v(st, $e);
            }, wr = (st) => {
              var $e = gc();
              ue("click", $e, () => s.see()), v(st, $e);
            };
            H($t, (st) => {
              r().clean ? st(yr) : st(wr, -1);
            });
          }
          v(nt, Qe);
        };
        H(jt, (nt) => {
          t(o) && nt(mt);
        });
      }
      v(X, fe);
    };
    H(Ke, (X) => {
      r().changes.length && X(Ae);
    });
  }
  var De = u(Ke, 2);
  {
    var Be = (X) => {
      const fe = /* @__PURE__ */ b(() => (st) => st.filter(($e) => !$e.ends).map(($e) => $e.token.text).join("") || "∅");
      var _e = bc(), xe = Pe(_e), Ne = y(xe), Ue = u(y(Ne)), lt = z(Ue, !0), jt = u(Ne, 4), mt = u(y(jt)), nt = z(mt, !0), Qe = u(jt, 2), $t = z(Qe), yr = u(xe, 2), wr = u(y(yr));
      Oe(wr, 21, () => t(o).about.words, (st) => st.id, (st, $e) => {
        var kr = mc(), ir = y(kr), xr = z(ir, !0), Wr = u(ir);
        let Un;
        var Ci = y(Wr), Ii = z(Ci, !0), Ha = u(Wr);
        let Hn;
        var ji = y(Ha), Fi = z(ji, !0), Di = u(Ha), Ui = z(Di, !0);
        I(
          (Hi, zi, Bi, qi) => {
            O(xr, Hi), Un = qe(Wr, "", Un, { "--share": `${100 * t($e).before}%` }), O(Ii, zi), Hn = qe(Ha, "", Hn, { "--share": `${100 * t($e).after}%` }), O(Fi, Bi), O(Ui, qi);
          },
          [
            () => tt(t($e).text),
            () => ht(t($e).before),
            () => ht(t($e).after),
            () => wt(t($e).logit_after - t($e).logit_before)
          ]
        ), v(st, kr);
      }), I(
        (st, $e, kr) => {
          O(lt, st), O(nt, $e), O($t, `KL ${kr ?? ""} nats at the first token`);
        },
        [
          () => t(fe)(t(o).about.before),
          () => t(fe)(t(o).about.after),
          () => t(o).arrays.kl.data[0].toPrecision(3)
        ]
      ), v(X, _e);
    };
    H(De, (X) => {
      t(o) && X(Be);
    });
  }
  var Ze = u(ce, 2), Xe = y(Ze);
  {
    let X = /* @__PURE__ */ b(() => t(B)?.about.code ?? ""), fe = /* @__PURE__ */ b(() => t(B) && t(se));
    Jt(Xe, {
      title: "Sweeps",
      get code() {
        return t(X);
      },
      get exporter() {
        return t(fe);
      },
      children: (_e, xe) => {
        var Ne = yc();
        v(_e, Ne);
      },
      $$slots: { default: !0 }
    });
  }
  var Qt = u(Xe, 2), da = y(Qt), qr = u(y(da)), Da = y(qr);
  Da.value = Da.__value = "patching";
  var Ua = u(Da);
  Ua.value = Ua.__value = "gradients";
  var Pn = u(Ua);
  Pn.value = Pn.__value = "knockout", dt(qr);
  var Ln = u(da, 2);
  {
    var wi = (X) => {
      var fe = wc(), _e = u(y(fe));
      Oe(_e, 21, () => Object.entries(na), ze, (xe, Ne) => {
        var Ue = /* @__PURE__ */ b(() => ar(t(Ne), 2));
        let lt = () => t(Ue)[0], jt = () => t(Ue)[1];
        var mt = Za(), nt = z(mt, !0), Qe = {};
        I(() => {
          O(nt, jt()), Qe !== (Qe = lt()) && (mt.value = (mt.__value = Qe) ?? "");
        }), v(xe, mt);
      }), dt(_e), bt(_e, () => t(q), (xe) => j(q, xe)), v(X, fe);
    };
    H(Ln, (X) => {
      t(m) !== "knockout" && X(wi);
    });
  }
  var Rn = u(Ln, 2);
  {
    var ki = (X) => {
      var fe = kc(), _e = u(y(fe)), xe = y(_e);
      xe.value = xe.__value = "groups";
      var Ne = u(xe);
      Ne.value = Ne.__value = "positions";
      var Ue = u(Ne);
      Ue.value = Ue.__value = "heads", dt(_e), bt(_e, () => t(C), (lt) => j(C, lt)), v(X, fe);
    };
    H(Rn, (X) => {
      t(m) === "patching" && X(ki);
    });
  }
  var Cn = u(Rn, 2);
  {
    var xi = (X) => {
      var fe = xc(), _e = u(y(fe)), xe = y(_e);
      xe.value = xe.__value = "denoise";
      var Ne = u(xe);
      Ne.value = Ne.__value = "noise", dt(_e), bt(_e, () => t(V), (Ue) => j(V, Ue)), v(X, fe);
    };
    H(Cn, (X) => {
      t(m) === "patching" && X(xi);
    });
  }
  var In = u(Cn, 2);
  {
    var Si = (X) => {
      var fe = Sc(), _e = u(y(fe));
      I(() => te(_e, "max", t(n).nLayers)), kt(_e, () => t(G), (xe) => j(G, xe)), v(X, fe);
    };
    H(In, (X) => {
      t(m) === "knockout" && X(Si);
    });
  }
  var Mi = u(In, 2);
  {
    var Ai = (X) => {
      var fe = Mc();
      ue("click", fe, () => i.cancel()), v(X, fe);
    }, Ni = (X) => {
      var fe = Ac();
      I(() => fe.disabled = t(W) && !r().second), v(X, fe);
    };
    H(Mi, (X) => {
      i.running ? X(Ai) : X(Ni, -1);
    });
  }
  var jn = u(Qt, 2), Ei = z(jn, !0), Fn = u(jn, 2);
  {
    var Ti = (X) => {
      var fe = is(), _e = z(fe, !0);
      I(() => O(_e, i.error)), v(X, fe);
    };
    H(Fn, (X) => {
      i.error && X(Ti);
    });
  }
  var Dn = u(Fn, 2);
  {
    var Oi = (X) => {
      var fe = Nc(), _e = y(fe), xe = u(_e), Ne = u(xe);
      I(() => {
        O(_e, `${i.running ? "running" : "stopped"} `), te(xe, "max", t(B)?.about.of ?? 1), Aa(xe, t(B)?.about.done ?? 0), O(Ne, ` ${t(B) ? `${t(B).about.done} of ${t(B).about.of} layers` : ""}`);
      }), v(X, fe);
    };
    H(Dn, (X) => {
      (i.running || t(B)) && X(Oi);
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
          return t(B);
        },
        get name() {
          return i.name;
        },
        onexport: (fe) => j(se, fe)
      });
    };
    H(Pi, (X) => {
      t(B) && X(Li);
    });
  }
  var Ri = u(Ze, 2);
  Oe(Ri, 17, () => t(n).sweeps, (X) => `${X.name} ${JSON.stringify(X.asked)}`, (X, fe) => {
    _i(X, {
      get session() {
        return r();
      },
      get study() {
        return t(n);
      },
      get stored() {
        return t(fe);
      }
    });
  }), I(
    (X) => {
      $ !== ($ = `0-${t(n).nLayers - 1}`) && (L.value = L.__value = $), O(he, `${t(l) === "block" ? "from" : "tokens"} `), O(Ei, X);
    },
    [
      () => t(W) && !r().second ? "Add a second image above: patches go from one to the other." : `At most ${t(ae).toLocaleString("en")} partial passes, ${cn(t(ae) * t(n).passSeconds)} and ${Na(t(re))}${r().selected.size && t(m) === "patching" ? `, with the ${r().selected.size} selected tokens` : ""}.`
    ]
  ), Je("submit", ie, (X) => {
    X.preventDefault(), R();
  }), bt(E, () => t(l), (X) => {
    j(l, X, !0), j(d, X === "scale" ? 0.5 : 1, !0);
  }), bt(ge, () => t(f), (X) => j(f, X)), Je("submit", Qt, (X) => {
    X.preventDefault(), ee();
  }), bt(qr, () => t(m), (X) => j(m, X)), v(a, Z), Ge();
}
ct(["click", "change"]);
var Oc = /* @__PURE__ */ mr("<rect><title> </title></rect>"), Pc = /* @__PURE__ */ x('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Lc = /* @__PURE__ */ x('<span class="token"> </span>'), Rc = /* @__PURE__ */ x('<p class="strip"></p>'), Cc = /* @__PURE__ */ x('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Ic(a, e) {
  Ye(e, !0);
  const r = 12, n = /* @__PURE__ */ b(() => new Map(e.entry.at.map((_, F) => [_, e.entry.values[F]]))), s = /* @__PURE__ */ b(() => e.sample.boxes.filter(([_]) => t(n).has(_)).map(([_, F, N, k, S, R]) => ({ at: _, image: F, x1: N, y1: k, x2: S, y2: R, value: t(n).get(_) }))), i = /* @__PURE__ */ b(() => {
    const _ = e.entry.at.filter((k) => e.sample.kinds[k] === "t");
    if (!_.length) return [];
    const F = Math.min(..._) - r, N = Math.max(..._) + r;
    return e.sample.tokens.map((k, S) => ({ text: k, at: S })).filter(({ at: k }) => e.sample.kinds[k] === "t" && k >= F && k <= N);
  }), o = (_) => Math.max(0, _ / (e.high || 1));
  var l = Cc(), c = y(l);
  Oe(c, 17, () => e.sample.pictures, ze, (_, F, N) => {
    var k = Pc(), S = y(k), R = u(S, 2);
    Oe(R, 21, () => t(s).filter((T) => T.image === N), (T) => T.at, (T, M) => {
      var m = Oc(), C = y(m), q = z(C, !0);
      I(
        (V, G, se) => {
          te(m, "x", t(M).x1), te(m, "y", t(M).y1), te(m, "width", t(M).x2 - t(M).x1), te(m, "height", t(M).y2 - t(M).y1), te(m, "fill", V), te(m, "fill-opacity", G), O(q, se);
        },
        [
          () => Nt(o(t(M).value), !1),
          () => 0.15 + 0.6 * o(t(M).value),
          () => We(t(M).value)
        ]
      ), v(T, m);
    }), I(
      (T) => {
        te(S, "src", t(F)), te(S, "alt", `Example ${e.entry.sample ?? ""}`), te(R, "aria-label", `${T ?? ""} patches where it is active`);
      },
      [
        () => t(s).filter((T) => T.image === N).length
      ]
    ), v(_, k);
  });
  var f = u(c, 2), h = y(f), g = u(h, 2, !0), P = u(f, 2);
  {
    var d = (_) => {
      var F = Rc();
      Oe(F, 21, () => t(i), ({ text: N, at: k }) => k, (N, k) => {
        let S = () => t(k).text, R = () => t(k).at;
        const T = /* @__PURE__ */ b(() => t(n).get(R()));
        var M = Lc();
        let m;
        var C = z(M, !0);
        I(
          (q, V, G, se) => {
            te(M, "title", q), m = qe(M, "", m, { background: V, color: G }), O(C, se);
          },
          [
            () => t(T) === void 0 ? void 0 : We(t(T)),
            () => t(T) === void 0 ? null : Nt(o(t(T)), !1),
            () => t(T) === void 0 ? null : Tn(o(t(T)), !1),
            () => tt(S())
          ]
        ), v(N, M);
      }), v(_, F);
    };
    H(P, (_) => {
      t(i).length && _(d);
    });
  }
  I(
    (_) => {
      O(h, `example ${e.entry.sample ?? ""}, up to ${_ ?? ""}`), O(g, e.sample.question);
    },
    [() => We(e.entry.max)]
  ), v(a, l), Ge();
}
const os = (a, e = tr, r = tr) => {
  var n = zc(), s = y(n), i = z(s, !0), o = u(s, 2);
  Oe(o, 21, e, ze, (l, c) => {
    var f = /* @__PURE__ */ b(() => ar(t(c), 2));
    let h = () => t(f)[0], g = () => t(f)[1];
    var P = Hc(), d = y(P), _ = u(d), F = z(_, !0);
    I(
      (N, k, S) => {
        te(P, "title", `logit ${N ?? ""}`), O(d, `${k ?? ""} `), O(F, S);
      },
      [
        () => wt(g()),
        () => tt(h()),
        () => wt(g())
      ]
    ), v(l, P);
  }), I(() => O(i, r())), v(a, n);
};
var jc = /* @__PURE__ */ mr("<rect><title> </title></rect>"), Fc = /* @__PURE__ */ mr('<line y1="0" y2="50"></line>'), Dc = /* @__PURE__ */ x('<span class="zero">0</span>'), Uc = /* @__PURE__ */ x('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"><!><!></svg> <div class="axis fine"><span> </span><!><span> </span></div> <figcaption class="fine"> </figcaption></figure>'), Hc = /* @__PURE__ */ x("<li> <small> </small></li>"), zc = /* @__PURE__ */ x('<div><h3> </h3> <ul class="best"></ul></div>'), Bc = /* @__PURE__ */ x('<div class="plots"><!> <!></div>'), qc = /* @__PURE__ */ x('<div class="plots"><!><!></div>'), Wc = /* @__PURE__ */ x('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Jc = /* @__PURE__ */ x('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), Kc = /* @__PURE__ */ x('<div class="examples"></div>'), Vc = /* @__PURE__ */ x("<h3>Top examples</h3> <!>", 1), Yc = /* @__PURE__ */ x("<!> <!> <!> <!>", 1);
function mi(a, e) {
  Ye(e, !0);
  const r = (S, R = tr, T = tr, M = tr, m = tr) => {
    const C = /* @__PURE__ */ b(() => 240 / R().length), q = /* @__PURE__ */ b(() => T() < 0 && M() > 0 ? -T() / (M() - T()) : null);
    var V = Uc(), G = y(V), se = y(G);
    Oe(se, 17, () => c(R()), ze, (ve, E, Y) => {
      var w = jc(), A = y(w), D = z(A, !0);
      I(
        (ne) => {
          te(w, "x", Y * t(C)), te(w, "y", 49 - t(E)), te(w, "width", ne), te(w, "height", t(E)), O(D, R()[Y]);
        },
        [() => Math.max(1, t(C) - 1)]
      ), v(ve, w);
    });
    var B = u(se);
    {
      var W = (ve) => {
        var E = Fc();
        I(() => {
          te(E, "x1", 240 * t(q)), te(E, "x2", 240 * t(q));
        }), v(ve, E);
      };
      H(B, (ve) => {
        t(q) !== null && ve(W);
      });
    }
    var ae = u(G, 2), re = y(ae), ee = z(re, !0), Z = u(re);
    {
      var ce = (ve) => {
        var E = Dc();
        let Y;
        I(() => Y = qe(E, "", Y, { left: `${100 * t(q)}%` })), v(ve, E);
      };
      H(Z, (ve) => {
        t(q) !== null && t(q) > 0.2 && t(q) < 0.8 && ve(ce);
      });
    }
    var me = u(Z), ke = z(me, !0), Se = u(ae, 2), ie = z(Se);
    I(
      (ve, E, Y) => {
        te(G, "aria-label", m()), O(ee, ve), O(ke, E), O(ie, `${m() ?? ""}: how many on a log scale, ${Y ?? ""} in the tallest bar`);
      },
      [
        () => T() === 0 ? "0" : We(T()),
        () => We(M()),
        () => Math.max(...R()).toLocaleString("en")
      ]
    ), v(S, V);
  };
  let n = Ie(e, "words", 19, () => []), s = Ie(e, "edges", 19, () => []), i = Ie(e, "feature", 3, null), o = Ie(e, "samples", 19, () => ({})), l = Ie(e, "steer", 3, 0);
  const c = (S) => {
    const R = Math.max(1, ...S);
    return S.map((T) => T ? Math.max(2, 46 * Math.log1p(T) / Math.log1p(R)) : 0);
  };
  var f = Yc(), h = Pe(f);
  {
    var g = (S) => {
      var R = Bc(), T = y(R);
      {
        var M = (q) => {
          r(q, () => i().histogram, () => 0, () => i().high, () => "activations");
        };
        H(T, (q) => {
          i() && q(M);
        });
      }
      var m = u(T, 2);
      {
        var C = (q) => {
          {
            let V = /* @__PURE__ */ b(() => s().at(-1));
            r(q, n, () => s()[0], () => t(V), () => "logits of all words");
          }
        };
        H(m, (q) => {
          n().length && q(C);
        });
      }
      v(S, R);
    };
    H(h, (S) => {
      (i() || n().length) && S(g);
    });
  }
  var P = u(h, 2);
  {
    var d = (S) => {
      var R = qc(), T = y(R);
      os(T, () => e.up, () => "Its direction speaks for");
      var M = u(T);
      os(M, () => e.down, () => "and against"), v(S, R);
    };
    H(P, (S) => {
      e.up.length && S(d);
    });
  }
  var _ = u(P, 2);
  {
    var F = (S) => {
      var R = Jc(), T = Pe(R), M = u(y(T)), m = z(M), C = u(T, 2), q = u(y(C));
      Oe(
        q,
        21,
        () => [
          ...new Map([
            ...i().steering.before,
            ...i().steering.after,
            ...i().steering.gained
          ].map((V) => [V[0], V])).values()
        ].toSorted((V, G) => G[2] - V[2]).slice(0, 6),
        ([V, G, se]) => V,
        (V, G) => {
          var se = /* @__PURE__ */ b(() => ar(t(G), 3));
          let B = () => t(se)[0], W = () => t(se)[1], ae = () => t(se)[2];
          var re = Wc(), ee = y(re), Z = z(ee, !0), ce = u(ee);
          let me;
          var ke = z(ce, !0), Se = u(ce);
          let ie;
          var ve = z(Se, !0);
          I(
            (E, Y, w) => {
              O(Z, E), me = qe(ce, "", me, { "--share": `${100 * W()}%` }), O(ke, Y), ie = qe(Se, "", ie, { "--share": `${100 * ae()}%` }), O(ve, w);
            },
            [
              () => tt(B()),
              () => ht(W()),
              () => ht(ae())
            ]
          ), v(V, re);
        }
      ), I((V) => O(m, `its top example, ${V ?? ""} × its largest activation added at all tokens: the next token`), [() => We(l())]), v(S, R);
    };
    H(_, (S) => {
      i()?.steering && S(F);
    });
  }
  var N = u(_, 2);
  {
    var k = (S) => {
      var R = Vc(), T = u(Pe(R), 2);
      cl(T, () => i().feature, (M) => {
        var m = Kc();
        Oe(m, 21, () => i().top, (C) => C.sample, (C, q) => {
          Ic(C, {
            get entry() {
              return t(q);
            },
            get sample() {
              return o()[t(q).sample];
            },
            get high() {
              return i().max;
            }
          });
        }), v(M, m);
      }), v(S, R);
    };
    H(N, (S) => {
      i() && S(k);
    });
  }
  v(a, f), Ge();
}
var Gc = /* @__PURE__ */ x('<span class="fine"> </span>'), Xc = /* @__PURE__ */ x("<option> </option>"), ls = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Zc = /* @__PURE__ */ x(" <b> </b> ", 1), us = /* @__PURE__ */ x('<p class="fine"> </p>'), Qc = /* @__PURE__ */ x('<th scope="col" class="value"><button type="button" class="link"> </button></th>'), $c = /* @__PURE__ */ x('<td class="value"> </td>'), ed = /* @__PURE__ */ x('<tr><th scope="row"><button type="button" class="small"> </button></th><td> </td><!><td> </td></tr>'), td = /* @__PURE__ */ x('<p class="fine"> <!></p> <!> <div class="scroller"><table class="found"><thead><tr><th scope="col">feature</th><th scope="col"><button type="button" class="link"> </button></th><!><th scope="col">speaks for</th></tr></thead><tbody></tbody></table></div> <!>', 1), rd = /* @__PURE__ */ x('<button type="button">ablate it</button> <label><input type="number" step="any" aria-label="Amount"/></label> <button type="button">add this much</button> <button type="button">set it to this</button> <span class="fine"> </span>', 1), ad = /* @__PURE__ */ x('<p class="fine"> <!></p> <div class="row"><button type="button">where it is active</button> <!></div> <!>', 1), nd = /* @__PURE__ */ x('<section class="card features"><!> <!> <!></section>'), sd = /* @__PURE__ */ x('<section class="card" aria-label="Features"><!> <div class="row"><label>dictionary <select></select></label> <form class="row"><label>feature <input type="number" min="0" size="8" placeholder="number"/></label><button type="submit">show</button></form></div> <!> <!> <!></section> <!>', 1);
function id(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ J("activation"), s = /* @__PURE__ */ J("");
  const i = /* @__PURE__ */ b(() => e.painted.features.view), o = /* @__PURE__ */ b(() => t(i)?.about), l = /* @__PURE__ */ b(() => e.painted.feature.view), c = /* @__PURE__ */ b(() => !!(t(i) && Object.keys(t(o).parts).length)), f = /* @__PURE__ */ b(() => {
    if (!t(i)) return [];
    const { features: ie, activations: ve, values: E } = t(i).arrays, Y = Array.from(ie.data, (w, A) => ({
      feature: w,
      activation: ve.data[A],
      value: E.data[A],
      words: t(o).words[A].up
    }));
    return t(n) === "value" && t(c) ? Y.toSorted((w, A) => Math.abs(A.value || 0) - Math.abs(w.value || 0)) : Y;
  }), h = /* @__PURE__ */ b(() => t(f).reduce((ie, ve) => Math.max(ie, ve.activation), 1e-9)), g = /* @__PURE__ */ b(() => t(l) ? t(l).arrays.activations.data[r().at] : NaN), P = /* @__PURE__ */ b(() => e.study.dictionaries.find((ie) => ie.name === e.painted.dictionary));
  let d = /* @__PURE__ */ J(null);
  const _ = /* @__PURE__ */ b(() => t(d) ?? Number((t(l)?.about.page?.max || t(l)?.about.max || 1).toPrecision(3)));
  function F(ie) {
    r().feature = r().feature === ie && r().paint === "feature" ? null : ie, r().paint = r().feature === null ? "none" : "feature", j(d, null);
  }
  const N = /* @__PURE__ */ b(() => [...r().selected].filter((ie) => ie >= 0).sort((ie, ve) => ie - ve));
  function k(ie) {
    const ve = {
      ...Oa,
      kind: ie,
      dictionary: e.painted.dictionary,
      feature: r().feature,
      strength: t(_),
      positions: t(N).length ? t(N) : null
    };
    r().changes = [...r().changes, ve], r().tab = "causes", r().changing.run();
  }
  const S = /* @__PURE__ */ b(() => t(i) ? {
    name: "features",
    csv: () => [
      ["feature", "activation", "adds", "speaks for"],
      ...t(f).map((ie) => [
        ie.feature,
        ie.activation,
        Number.isNaN(ie.value) ? "" : ie.value,
        ie.words.map(([ve]) => ve).join(" ")
      ])
    ]
  } : null), R = /* @__PURE__ */ b(() => t(l) ? {
    name: `feature-${t(l).about.feature}`,
    csv: () => [
      ["position", "token", "activation"],
      ...Array.from(t(l).arrays.activations.data, (ie, ve) => [ve, e.study.label(ve), ie])
    ]
  } : null);
  var T = sd(), M = Pe(T), m = y(M);
  {
    let ie = /* @__PURE__ */ b(() => t(o)?.code ?? "");
    Jt(m, {
      title: "Features",
      get code() {
        return t(ie);
      },
      get exporter() {
        return t(S);
      },
      children: (ve, E) => {
        var Y = Gc(), w = z(Y);
        I((A) => O(w, `at the focus ${A ?? ""}`), [
          () => JSON.stringify(e.study.label(t(o)?.focus ?? r().at))
        ]), v(ve, Y);
      },
      $$slots: { default: !0 }
    });
  }
  var C = u(m, 2), q = y(C), V = u(y(q));
  Oe(V, 21, () => e.study.dictionaries, ze, (ie, ve) => {
    var E = Xc(), Y = z(E), w = {};
    I(
      (A) => {
        O(Y, `${t(ve).name ?? ""}${A ?? ""}`), w !== (w = t(ve).name) && (E.value = (E.__value = w) ?? "");
      },
      [
        () => t(ve).n_features ? `, ${t(ve).n_features.toLocaleString("en")} features` : ""
      ]
    ), v(ie, E);
  });
  var G;
  dt(V);
  var se = u(q, 2), B = y(se), W = u(y(B)), ae = u(B), re = u(C, 2);
  {
    var ee = (ie) => {
      var ve = ls(), E = z(ve, !0);
      I(() => O(E, e.painted.features.error)), v(ie, ve);
    };
    H(re, (ie) => {
      e.painted.features.error && ie(ee);
    });
  }
  var Z = u(re, 2);
  {
    let ie = /* @__PURE__ */ b(() => e.painted.long("features"));
    _r(Z, {
      get session() {
        return r();
      },
      get long() {
        return t(ie);
      },
      what: "The features of all tokens"
    });
  }
  var ce = u(Z, 2);
  {
    var me = (ie) => {
      var ve = td(), E = Pe(ve), Y = y(E), w = u(Y);
      {
        var A = (de) => {
          var oe = Zc(), we = Pe(oe);
          we.nodeValue = " What each adds to the logit of ";
          var Ee = u(we), Ce = z(Ee, !0), Le = u(Ee);
          I(
            (ye, Te) => {
              O(Ce, ye), O(Le, `${Te ?? ""} by its own direction, past everything behind it.`);
            },
            [
              () => tt(r().target.text),
              () => r().contrast ? ` over ${tt(r().contrast.text)}` : ""
            ]
          ), v(de, oe);
        };
        H(w, (de) => {
          t(c) && de(A);
        });
      }
      var D = u(E, 2);
      {
        var ne = (de) => {
          var oe = us(), we = z(oe);
          I(() => O(we, `What features add to the logit is not shown: ${t(o).why_not ?? ""}`)), v(de, oe);
        };
        H(D, (de) => {
          t(o).why_not && de(ne);
        });
      }
      var Q = u(D, 2), le = y(Q), p = y(le), U = y(p), L = u(y(U)), $ = y(L), K = z($), he = u(L);
      {
        var ge = (de) => {
          var oe = Qc(), we = y(oe), Ee = z(we);
          I(() => {
            te(oe, "aria-sort", t(n) === "value" ? "descending" : "none"), O(Ee, `adds${t(n) === "value" ? " ↓" : ""}`);
          }), ue("click", we, () => j(n, "value")), v(de, oe);
        };
        H(he, (de) => {
          t(c) && de(ge);
        });
      }
      var Me = u(p);
      Oe(Me, 21, () => t(f), (de) => de.feature, (de, oe) => {
        var we = ed();
        let Ee;
        var Ce = y(we), Le = y(Ce), ye = z(Le, !0), Te = u(Ce);
        let Fe;
        var Ke = z(Te, !0), Ae = u(Te);
        {
          var De = (Xe) => {
            var Qt = $c(), da = z(Qt, !0);
            I((qr) => O(da, qr), [
              () => Number.isNaN(t(oe).value) ? "" : wt(t(oe).value)
            ]), v(Xe, Qt);
          };
          H(Ae, (Xe) => {
            t(c) && Xe(De);
          });
        }
        var Be = u(Ae), Ze = z(Be, !0);
        I(
          (Xe, Qt) => {
            Ee = Lt(we, 1, "", null, Ee, { here: r().feature === t(oe).feature }), te(Le, "aria-pressed", r().feature === t(oe).feature), te(Le, "aria-label", `Feature ${t(oe).feature ?? ""}`), O(ye, t(oe).feature), Fe = qe(Te, "", Fe, { "--share": `${100 * t(oe).activation / t(h)}%` }), O(Ke, Xe), O(Ze, Qt);
          },
          [
            () => We(t(oe).activation),
            () => t(oe).words.map(([Xe]) => tt(Xe)).join("  ")
          ]
        ), ue("click", Le, () => F(t(oe).feature)), v(de, we);
      });
      var pe = u(Q, 2);
      {
        var be = (de) => {
          var oe = us(), we = z(oe);
          I((Ee, Ce, Le) => O(we, `All features together ${Ee ?? ""}; ${Ce ?? ""}. They sum to the model's own logit, ${Le ?? ""}.`), [
            () => wt(t(o).sum),
            () => Object.entries(t(o).parts).map(([Ee, Ce]) => `${{
              b_dec: "the decoder's bias",
              error: "what the dictionary leaves out",
              rest: "all that does not come by here"
            }[Ee] ?? Ee} ${wt(Ce)}`).join("; "),
            () => We(t(o).logit)
          ]), v(de, oe);
        };
        H(pe, (de) => {
          t(c) && de(be);
        });
      }
      I(
        (de) => {
          O(Y, `${de ?? ""} features are active here.`), te(L, "aria-sort", t(n) === "activation" ? "descending" : "none"), O(K, `active${t(n) === "activation" ? " ↓" : ""}`);
        },
        [() => t(o).n_active.toLocaleString("en")]
      ), ue("click", $, () => j(n, "activation")), v(ie, ve);
    };
    H(ce, (ie) => {
      t(i) && ie(me);
    });
  }
  var ke = u(M, 2);
  {
    var Se = (ie) => {
      var ve = nd(), E = y(ve);
      {
        let ne = /* @__PURE__ */ b(() => t(l)?.about.code ?? "");
        Jt(E, {
          get title() {
            return `Feature ${r().feature ?? ""}`;
          },
          get code() {
            return t(ne);
          },
          get exporter() {
            return t(R);
          }
        });
      }
      var Y = u(E, 2);
      {
        var w = (ne) => {
          var Q = ls(), le = z(Q, !0);
          I(() => O(le, e.painted.feature.error)), v(ne, Q);
        };
        H(Y, (ne) => {
          e.painted.feature.error && ne(w);
        });
      }
      var A = u(Y, 2);
      {
        var D = (ne) => {
          var Q = ad(), le = Pe(Q), p = y(le), U = u(p);
          {
            var L = (pe) => {
              var be = Ma();
              I((de, oe) => O(be, ` Elsewhere at ${de ?? ""} of tokens, up to ${oe ?? ""}.`), [
                () => ht(t(l).about.page.density),
                () => We(t(l).about.page.max)
              ]), v(pe, be);
            };
            H(U, (pe) => {
              t(l).about.page && pe(L);
            });
          }
          var $ = u(le, 2), K = y($), he = u(K, 2);
          {
            var ge = (pe) => {
              var be = rd(), de = Pe(be), oe = u(de, 2), we = y(oe), Ee = u(oe, 2), Ce = u(Ee, 2), Le = u(Ce, 2), ye = z(Le);
              I(
                (Te, Fe) => {
                  Aa(we, t(_)), Ee.disabled = Te, Ce.disabled = Fe, O(ye, `at ${t(N).length ? `the ${t(N).length} selected tokens` : "all tokens"}`);
                },
                [
                  () => Number.isNaN(t(_)),
                  () => Number.isNaN(t(_))
                ]
              ), ue("click", de, () => k("ablate_feature")), ue("input", we, (Te) => j(d, Te.currentTarget.valueAsNumber, !0)), ue("click", Ee, () => k("steer_feature")), ue("click", Ce, () => k("clamp_feature")), v(pe, be);
            };
            H(he, (pe) => {
              r().source.kind !== "page" && pe(ge);
            });
          }
          var Me = u($, 2);
          {
            let pe = /* @__PURE__ */ b(() => t(l).about.page?.samples), be = /* @__PURE__ */ b(() => t(l).about.page?.steer);
            mi(Me, {
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
                return t(be);
              }
            });
          }
          I(
            (pe, be) => {
              O(p, `In this prompt active at ${t(l).about.n_active ?? ""} of ${t(l).arrays.activations.data.length ?? ""} tokens, up to ${pe ?? ""}${be ?? ""}.`), te(K, "aria-pressed", r().paint === "feature");
            },
            [
              () => We(t(l).about.max),
              () => Number.isNaN(t(g)) || t(g) === void 0 ? "" : `; at the focus ${We(t(g))}`
            ]
          ), ue("click", K, () => r().paint = r().paint === "feature" ? "none" : "feature"), v(ne, Q);
        };
        H(A, (ne) => {
          t(l) && ne(D);
        });
      }
      I(() => te(ve, "aria-label", `Feature ${r().feature ?? ""}`)), v(ie, ve);
    };
    H(ke, (ie) => {
      r().feature !== null && ie(Se);
    });
  }
  I(() => {
    G !== (G = e.painted.dictionary) && (V.value = (V.__value = G) ?? "", ja(V, G)), te(W, "max", t(P)?.n_features ? t(P).n_features - 1 : null), ae.disabled = t(s) === "" || t(s) === null;
  }), ue("change", V, (ie) => {
    r().dictionary = ie.currentTarget.value, r().feature = null;
  }), Je("submit", se, (ie) => {
    ie.preventDefault(), t(s) && (r().feature = null, F(Number(t(s))));
  }), kt(W, () => t(s), (ie) => j(s, ie)), v(a, T), Ge();
}
ct(["change", "click", "input"]);
var od = /* @__PURE__ */ x('<button type="button" tabindex="-1"> </button>'), ld = /* @__PURE__ */ x("<span> </span>"), ud = /* @__PURE__ */ x('<div><span class="name"><small> </small> <!></span> <!></div>'), cd = /* @__PURE__ */ x('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function dd(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.painted.words.view), s = /* @__PURE__ */ b(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ b(() => ar(t(s), 3)), o = /* @__PURE__ */ b(() => t(i)[0]), l = /* @__PURE__ */ b(() => t(i)[1]), c = /* @__PURE__ */ b(() => t(i)[2]), f = /* @__PURE__ */ b(() => Math.min(r().lensLayer ?? t(o) - 1, t(o) - 1)), h = /* @__PURE__ */ b(() => e.view.arrays.positions.data), g = 24;
  let P = /* @__PURE__ */ J(void 0), d = /* @__PURE__ */ J(0), _ = /* @__PURE__ */ J(400), F = !1, N = /* @__PURE__ */ J(/* @__PURE__ */ new Set());
  const k = /* @__PURE__ */ b(() => {
    if (e.mode === "word") return t(n) ? Dt(t(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const E = new Float32Array(t(o) * t(l));
    for (let Y = 0; Y < E.length; Y++) E[Y] = e.view.arrays.probs.data[Y * t(c)];
    return E;
  }), S = /* @__PURE__ */ b(() => {
    if (e.mode === "top") return 1;
    let E = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let Y = 0; Y < t(k).length; Y++) t(k)[Y] > E && (E = t(k)[Y]);
    return E;
  }), R = /* @__PURE__ */ b(() => {
    const E = Array.from({ length: t(o) }, (w, A) => {
      let D = 0;
      for (let ne = 0; ne < t(l); ne++) D += (t(k)[A * t(l) + ne] || 0) / t(S);
      return D / t(l);
    }), Y = Math.max(...E, 1e-9);
    return E.map((w) => w / Y);
  }), T = /* @__PURE__ */ b(() => {
    const E = [], Y = e.view.arrays.ids.data, w = (A, D) => {
      if ((e.study.tokens[t(h)[A]]?.image ?? -1) !== (e.study.tokens[t(h)[D]]?.image ?? -1)) return !1;
      for (let ne = 0; ne < t(o); ne++) if (Y[(ne * t(l) + A) * t(c)] !== Y[(ne * t(l) + D) * t(c)]) return !1;
      return !0;
    };
    for (let A = 0; A < t(l); A++) {
      const D = E.at(-1);
      D && w(D.row, A) ? D.count++ : E.push({ row: A, count: 1 });
    }
    return E;
  }), M = /* @__PURE__ */ b(() => e.folded && e.mode === "top" ? t(T).flatMap((E) => t(N).has(E.row) ? Array.from({ length: E.count }, (Y, w) => ({ row: E.row + w, count: 1 })) : [E]) : Array.from({ length: t(l) }, (E, Y) => ({ row: Y, count: 1 }))), m = /* @__PURE__ */ b(() => Math.max(0, Math.floor(t(d) / g) - 6)), C = /* @__PURE__ */ b(() => Math.min(t(M).length, Math.ceil((t(d) + t(_)) / g) + 6)), q = (E) => E === null ? -1 : t(h)[E] === E ? E : Array.prototype.indexOf.call(t(h), E), V = (E) => {
    let Y = 0, w = t(M).length - 1;
    for (; Y < w; ) {
      const A = Y + w + 1 >> 1;
      t(M)[A].row <= E ? Y = A : w = A - 1;
    }
    return Y;
  }, G = /* @__PURE__ */ b(() => V(q(r().shownPlace))), se = /* @__PURE__ */ b(() => q(r().at) < 0 ? -1 : V(q(r().at))), B = (E, Y, w) => e.mode === "top" ? w >= r().least ? tt(e.view.about.strings[e.view.arrays.ids.data[(Y * t(l) + E) * t(c)]]) : "" : e.mode === "word" || e.mode === "find" ? w >= Math.max(r().least, 5e-4) ? ht(w) : "" : We(w), W = (E, Y) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(Y * t(l) + E) * t(c)]) ? 0 : t(c)
    },
    (w, A) => {
      const D = (Y * t(l) + E) * t(c) + A;
      return `${tt(e.view.about.strings[e.view.arrays.ids.data[D]])} ${ht(e.view.arrays.probs.data[D])}`;
    }
  ).join(", ");
  function ae(E) {
    if (!t(P) || E < 0) return;
    const Y = V(E) * g, w = t(_) - 50;
    (Y < t(P).scrollTop || Y + g > t(P).scrollTop + w) && (t(P).scrollTop = Math.max(0, Y - w / 2));
  }
  gt(() => {
    const { place: E } = r();
    Ct(() => ae(q(E)));
  }), gt(() => {
    const { hoverPlace: E } = r();
    E !== null && !F && Ct(() => ae(q(E)));
  }), gt(() => {
    if (r().lensLayer === null) return;
    const E = t(P)?.querySelector(`.lens-head [data-layer="${t(f)}"]`), Y = t(P)?.querySelector(".lens-head .name");
    if (!t(P) || !E || !Y) return;
    const w = E.offsetLeft - Y.offsetWidth, A = E.offsetLeft + E.offsetWidth - t(P).clientWidth;
    w < t(P).scrollLeft ? t(P).scrollLeft = w : A > t(P).scrollLeft && (t(P).scrollLeft = A);
  });
  function re(E) {
    const Y = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[E.key], w = q(r().place);
    E.key === "Enter" && w >= 0 && Z(V(w)), Y && (E.preventDefault(), Y[0] && (r().place = t(h)[t(M)[w < 0 ? 0 : Math.max(0, Math.min(t(M).length - 1, V(w) + Y[0]))].row]), r().lensLayer = Math.max(0, Math.min(t(o) - 1, t(f) + Y[1])));
  }
  const ee = (E) => {
    const Y = e.study.label(E);
    return e.study.tokens[E]?.kind === "image" && Y.length > 16 ? Y.replace(/(image|frame|tile|row|column) /g, (w) => w[0]) : Y;
  };
  function Z(E) {
    const { row: Y, count: w } = t(M)[E];
    w > 1 && j(N, /* @__PURE__ */ new Set([...t(N), Y]));
  }
  var ce = cd();
  let me;
  var ke = y(ce), Se = u(y(ke));
  Oe(Se, 17, () => e.view.about.layers, ze, (E, Y, w) => {
    var A = od();
    te(A, "data-layer", w);
    let D, ne;
    var Q = z(A, !0);
    I(
      (le) => {
        te(A, "title", `layer ${t(Y) ?? ""}; the bar is the mean over all positions`), D = Lt(A, 1, "", null, D, { current: w === t(f) }), ne = qe(A, "", ne, { "--mean": le }), O(Q, t(Y));
      },
      [() => `${Math.round(100 * t(R)[w])}%`]
    ), ue("click", A, () => r().lensLayer = w), v(E, A);
  });
  var ie = u(ke, 2);
  let ve;
  Oe(ie, 23, () => ({ length: Math.max(0, t(C) - t(m)) }), (E, Y) => t(M)[t(m) + Y]?.row, (E, Y, w) => {
    const A = /* @__PURE__ */ b(() => t(m) + t(w)), D = /* @__PURE__ */ b(() => {
      const { row: pe, count: be } = t(M)[t(A)];
      return { row: pe, many: be };
    }), ne = /* @__PURE__ */ b(() => t(h)[t(D).row]);
    var Q = ud();
    let le, p;
    var U = y(Q), L = y(U), $ = z(L, !0), K = u(L, 2);
    {
      var he = (pe) => {
        var be = Ma();
        I(() => O(be, `▸ ${t(D).many ?? ""} alike`)), v(pe, be);
      }, ge = (pe) => {
        var be = Ma();
        I((de) => O(be, de), [() => tt(ee(t(ne)))]), v(pe, be);
      };
      H(K, (pe) => {
        t(D).many > 1 ? pe(he) : pe(ge, -1);
      });
    }
    var Me = u(U, 2);
    Oe(Me, 17, () => ({ length: t(o) }), ze, (pe, be, de, oe) => {
      const we = /* @__PURE__ */ b(() => t(k)[de * t(l) + t(D).row] ?? NaN);
      var Ee = ld();
      let Ce;
      te(Ee, "data-layer", de);
      let Le;
      var ye = z(Ee, !0);
      I(
        (Te, Fe, Ke, Ae) => {
          Ce = Lt(Ee, 1, "cell", null, Ce, { here: de === t(f) }), te(Ee, "title", Te), Le = qe(Ee, "", Le, { background: Fe, color: Ke }), O(ye, Ae);
        },
        [
          () => W(t(D).row, de),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(t(we) || 0))}%, transparent)` : Nt(t(we) / t(S), !1),
          () => e.mode === "top" ? null : Tn(t(we) / t(S), !1),
          () => B(t(D).row, de, t(we))
        ]
      ), Je("mouseenter", Ee, () => r().hoverPlace = t(ne)), Je("mouseleave", Ee, () => r().hoverPlace = null), ue("click", Ee, () => {
        r().takePlace(t(ne)), r().lensLayer = de;
      }), v(pe, Ee);
    }), I(
      (pe, be) => {
        le = Lt(Q, 1, "lens-row", null, le, {
          current: r().shownPlace !== null && t(A) === t(G),
          focus: t(A) === t(se)
        }), te(Q, "data-row", t(D).row), te(Q, "data-many", t(D).many), p = qe(Q, "", p, { top: `${t(A) * g}px` }), te(U, "title", pe), O($, be);
      },
      [
        () => t(D).many > 1 ? `${t(D).many} tokens that say the same at every layer: click to unfold` : e.study.label(t(ne)),
        () => e.study.number(t(ne))
      ]
    ), ue("click", U, () => t(D).many > 1 ? Z(t(A)) : r().takePlace(t(ne))), v(E, Q);
  }), br(ce, (E) => j(P, E), () => t(P)), I(() => {
    te(ce, "aria-label", `Lens table: ${t(l) ?? ""} positions by ${t(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), me = qe(ce, "", me, { "--columns": t(o) }), ve = qe(ie, "", ve, { height: `${t(M).length * g}px` });
  }), Je("scroll", ce, () => j(d, t(P).scrollTop, !0)), ue("keydown", ce, re), Je("pointerenter", ce, () => F = !0), Je("pointerleave", ce, () => F = !1), ca(ce, "clientHeight", (E) => j(_, E)), v(a, ce), Ge();
}
ct(["keydown", "click"]);
var fd = /* @__PURE__ */ x('<button type="button" class="map"><canvas></canvas><small> </small></button>'), vd = /* @__PURE__ */ x('<div class="maps" role="group"></div>'), hd = /* @__PURE__ */ x('<p class="fine"> </p>'), pd = /* @__PURE__ */ x("<!> <!> <!>", 1);
function gd(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.words.arrays.positions.data), s = /* @__PURE__ */ b(() => e.study.images.find((S) => S.boxed)), i = /* @__PURE__ */ b(() => {
    const S = e.study.images.indexOf(t(s)), R = e.study.tokens.filter((m) => m.box && m.image === S && m.frame <= 0), T = R.some((m) => !m.global), M = new Map(Array.from(t(n), (m, C) => [m, C]));
    return R.filter((m) => !(m.global && T) && M.has(m.position)).map((m) => ({ box: m.box, row: M.get(m.position) }));
  }), o = /* @__PURE__ */ b(() => Array.from({ length: e.words.about.layers.length }, (S, R) => Dt(e.words.arrays.probs, e.painted.word, R))), l = /* @__PURE__ */ b(() => t(o).reduce((S, R) => t(i).reduce((T, { row: M }) => Math.max(T, R[M] || 0), S), 0.05));
  function c(S, R) {
    const T = ({ values: M, high: m }) => {
      const [C, q] = t(s).size, V = 96 / Math.max(C, q), G = S.getContext("2d");
      Object.assign(S, {
        width: Math.round(C * V),
        height: Math.round(q * V)
      });
      for (const { row: se, box: B } of t(i))
        G.fillStyle = Nt(M[se] / m, !1), G.fillRect(B[0] * V, B[1] * V, (B[2] - B[0]) * V + 0.5, (B[3] - B[1]) * V + 0.5);
    };
    return T(R), { update: T };
  }
  const f = /* @__PURE__ */ b(() => r().shownPlace ?? r().at), h = /* @__PURE__ */ b(() => {
    const S = Array.prototype.indexOf.call(t(n), t(f)), [R, T, M] = e.words.arrays.probs.shape;
    return S < 0 ? [] : Array.from({ length: R }, (m, C) => {
      const q = Array.from({ length: T }, (V, G) => e.words.arrays.probs.data[(C * T + G) * M + S]);
      return {
        name: e.words.about.words[C],
        said: ht(q.at(-1) ?? 0),
        values: q
      };
    });
  });
  var g = pd(), P = Pe(g);
  {
    var d = (S) => {
      var R = vd();
      Oe(R, 21, () => e.words.about.layers, ze, (T, M, m) => {
        var C = fd(), q = y(C);
        pl(q, (se, B) => c?.(se, B), () => ({ values: t(o)[m], high: t(l) }));
        var V = u(q), G = z(V, !0);
        I(() => {
          te(C, "aria-pressed", e.layer === m && r().paint === "word"), O(G, t(M));
        }), ue("click", C, () => {
          r().lensLayer = m, r().paint = "word";
        }), v(T, C);
      }), I(() => te(R, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), v(S, R);
    };
    H(P, (S) => {
      t(s) && t(i).length && S(d);
    });
  }
  var _ = u(P, 2);
  {
    var F = (S) => {
      var R = hd(), T = z(R);
      I(() => O(T, `Maps of ${t(s).kind === "video" ? "the first frame" : "the first image"}; the slider paints every layer on all of them.`)), v(S, R);
    };
    H(_, (S) => {
      t(s) && t(i).length && (e.study.images.length > 1 || t(s).kind === "video") && S(F);
    });
  }
  var N = u(_, 2);
  {
    var k = (S) => {
      {
        let R = /* @__PURE__ */ b(() => e.study.label(t(f))), T = /* @__PURE__ */ b(() => JSON.stringify(e.study.label(t(f))));
        pi(S, {
          get curves() {
            return t(h);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (M) => `${Math.round(100 * M)}%`,
          get label() {
            return `Probability over layers at ${t(R) ?? ""}`;
          },
          get note() {
            return `by layer, at ${t(T) ?? ""}`;
          }
        });
      }
    };
    H(N, (S) => {
      t(h).length && S(k);
    });
  }
  v(a, g), Ge();
}
ct(["click"]);
var _d = /* @__PURE__ */ x('<span class="fine">what each token says, if the model stopped at that layer</span>'), cs = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), md = /* @__PURE__ */ x('<button type="button" title="its probability at every layer and token, however small">follow</button>'), ds = /* @__PURE__ */ x('<button type="button"> </button>'), bd = /* @__PURE__ */ x('<p class="fine hits" role="status"> </p>'), yd = /* @__PURE__ */ x("<option> </option>"), wd = /* @__PURE__ */ x('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), kd = /* @__PURE__ */ x('<p class="fine"> </p>'), xd = /* @__PURE__ */ x('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Sd = /* @__PURE__ */ x('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Md(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = /* @__PURE__ */ b(() => e.painted.lens.view), s = /* @__PURE__ */ b(() => e.painted.words.view), i = /* @__PURE__ */ b(() => t(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ b(() => ar(t(i), 3)), l = /* @__PURE__ */ b(() => t(o)[0]), c = /* @__PURE__ */ b(() => t(o)[1]), f = /* @__PURE__ */ b(() => t(o)[2]), h = /* @__PURE__ */ b(() => Math.min(r().lensLayer ?? t(l) - 1, Math.max(0, t(l) - 1)));
  let g = /* @__PURE__ */ J("top"), P = /* @__PURE__ */ J(!0), d = /* @__PURE__ */ J(-1), _ = /* @__PURE__ */ J(null);
  const F = /* @__PURE__ */ b(() => r().words.length ? r().words : r().target ? [r().target.text.trim() || "word"] : []), N = /* @__PURE__ */ b(() => ["entropy", "kl"].filter((ee) => t(n)?.arrays[ee])), k = /* @__PURE__ */ b(() => e.painted.found), S = /* @__PURE__ */ b(() => r().source.kind !== "page");
  function R(ee, Z = e.painted.word) {
    j(g, ee, !0), r().word = Z, (ee === "top" || ee === "word" || ee === "find") && (r().paint = ee);
  }
  function T(ee) {
    r().find = ee, j(d, -1), R(ee.trim() ? "find" : "top");
  }
  function M(ee) {
    !t(k)?.hits.length || !t(n) || (j(
      d,
      t(d) < 0 && ee < 0 ? t(k).hits.length - 1 : (t(d) + ee + t(k).hits.length) % t(k).hits.length,
      !0
    ), r().takePlace(t(n).arrays.positions.data[t(k).hits[t(d)] % t(c)]), r().lensLayer = Math.floor(t(k).hits[t(d)] / t(c)));
  }
  function m() {
    const ee = r().find.trim();
    ee && (r().words = [...r().words.filter((Z) => Z !== ee), ee].slice(-8), r().find = "", R("word", r().words.length - 1));
  }
  function C() {
    const ee = () => {
      clearInterval(t(_)), j(_, null);
    };
    if (t(_) !== null) return ee();
    r().lensLayer = 0, j(_, setInterval(() => t(h) >= t(l) - 1 ? ee() : r().lensLayer = t(h) + 1, 600), !0);
  }
  gt(() => () => clearInterval(t(_) ?? void 0));
  const q = /* @__PURE__ */ b(() => t(n) ? {
    name: "lens",
    svg: () => On(
      t(l) * 64,
      t(c) * 18,
      Array.from({ length: t(l) * t(c) }, (ee, Z) => {
        const [ce, me] = [Z % t(c), Math.floor(Z / t(c))], ke = t(n).arrays.probs.data[Z * t(f)] || 0;
        return {
          box: [me * 64, ce * 18, me * 64 + 63, ce * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(ke)).toFixed(2)})`,
          text: ke >= r().least ? t(n).about.strings[t(n).arrays.ids.data[Z * t(f)]] : ""
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
        ...t(N)
      ],
      ...Array.from({ length: t(l) * t(c) }, (ee, Z) => {
        const ce = t(n).arrays.positions.data[Z % t(c)];
        return [
          t(n).about.layers[Math.floor(Z / t(c))],
          e.study.number(ce),
          e.study.label(ce),
          t(n).about.strings[t(n).arrays.ids.data[Z * t(f)]],
          t(n).arrays.probs.data[Z * t(f)],
          ...t(N).map((me) => t(n).arrays[me].data[Z])
        ];
      })
    ]
  } : null);
  var V = Sd(), G = y(V);
  {
    let ee = /* @__PURE__ */ b(() => t(g) === "word" && t(s) ? t(s).about.code : t(n)?.about.code ?? "");
    Jt(G, {
      title: "Logit lens",
      get code() {
        return t(ee);
      },
      get exporter() {
        return t(q);
      },
      children: (Z, ce) => {
        var me = _d();
        v(Z, me);
      },
      $$slots: { default: !0 }
    });
  }
  var se = u(G, 2);
  {
    var B = (ee) => {
      var Z = cs(), ce = z(Z, !0);
      I(() => O(ce, e.painted.lens.error)), v(ee, Z);
    };
    H(se, (ee) => {
      e.painted.lens.error && ee(B);
    });
  }
  var W = u(se, 2);
  {
    let ee = /* @__PURE__ */ b(() => e.painted.long("lens")), Z = /* @__PURE__ */ b(() => e.study.tokens.length.toLocaleString("en")), ce = /* @__PURE__ */ b(() => e.study.nLayers + 1);
    _r(W, {
      get session() {
        return r();
      },
      get long() {
        return t(ee);
      },
      get what() {
        return `The lens of ${t(Z) ?? ""} tokens at ${t(ce) ?? ""} layers`;
      }
    });
  }
  var ae = u(W, 2);
  {
    var re = (ee) => {
      var Z = xd(), ce = Pe(Z), me = y(ce), ke = y(me), Se = u(ke, 2), ie = u(Se), ve = u(ie, 2);
      {
        var E = (Ae) => {
          var De = md();
          I((Be) => De.disabled = Be, [() => !r().find.trim()]), ue("click", De, m), v(Ae, De);
        };
        H(ve, (Ae) => {
          t(S) && Ae(E);
        });
      }
      var Y = u(me, 2), w = y(Y), A = u(w, 2);
      Oe(A, 17, () => t(F), ze, (Ae, De, Be) => {
        var Ze = ds(), Xe = z(Ze, !0);
        I(() => {
          te(Ze, "aria-pressed", t(g) === "word" && e.painted.word === Be), O(Xe, t(De));
        }), ue("click", Ze, () => R("word", Be)), v(Ae, Ze);
      });
      var D = u(A, 2);
      Oe(D, 17, () => t(N), ze, (Ae, De) => {
        var Be = ds(), Ze = z(Be, !0);
        I(() => {
          te(Be, "aria-pressed", t(g) === t(De)), O(Ze, t(De) === "kl" ? "KL to output" : t(De));
        }), ue("click", Be, () => R(t(De))), v(Ae, Be);
      });
      var ne = u(ce, 2);
      {
        var Q = (Ae) => {
          var De = bd(), Be = z(De);
          I((Ze, Xe) => O(Be, `Tokens that ${t(k).whole ? "are" : "contain"} “${Ze ?? ""}”: ${Xe ?? ""}`), [
            () => r().find.trim(),
            () => t(k).hits.length ? `${t(k).hits.length.toLocaleString("en")} hits in ${t(k).layers} of ${t(l)} layers, among the top ${t(f)}. ↓ goes to the most probable.` : `none among the top ${t(f)}, at any layer and position.`
          ]), v(Ae, De);
        };
        H(ne, (Ae) => {
          t(k) && Ae(Q);
        });
      }
      var le = u(ne, 2);
      {
        var p = (Ae) => {
          var De = cs(), Be = z(De, !0);
          I(() => O(Be, e.painted.words.error)), v(Ae, De);
        };
        H(le, (Ae) => {
          e.painted.words.error && Ae(p);
        });
      }
      var U = u(le, 2), L = y(U), $ = u(y(L)), K = z($, !0), he = u($), ge = u(L, 2), Me = z(ge, !0), pe = u(ge, 2), be = u(y(pe));
      Oe(be, 20, () => [0, 0.01, 0.05, 0.2, 0.5], ze, (Ae, De) => {
        var Be = yd(), Ze = z(Be), Xe = {};
        I(() => {
          O(Ze, `${100 * De}%`), Xe !== (Xe = De) && (Be.value = (Be.__value = Xe) ?? "");
        }), v(Ae, Be);
      }), dt(be);
      var de = u(pe, 2), oe = y(de), we = u(de, 2);
      {
        var Ee = (Ae) => {
          var De = wd(), Be = y(De);
          I(() => oi(Be, r().vision)), ue("change", Be, (Ze) => {
            r().vision = Ze.currentTarget.checked, r().lensLayer !== null && (r().lensLayer = Math.max(0, r().lensLayer + (r().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), v(Ae, De);
        };
        H(we, (Ae) => {
          e.study.costs.n_vision && Ae(Ee);
        });
      }
      var Ce = u(U, 2);
      {
        let Ae = /* @__PURE__ */ b(() => e.painted.long("words")), De = /* @__PURE__ */ b(() => t(F).join(", "));
        _r(Ce, {
          get session() {
            return r();
          },
          get long() {
            return t(Ae);
          },
          get what() {
            return `To follow ${t(De) ?? ""} through all tokens and layers`;
          }
        });
      }
      var Le = u(Ce, 2);
      {
        var ye = (Ae) => {
          gd(Ae, {
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
        H(Le, (Ae) => {
          t(s) && Ae(ye);
        });
      }
      var Te = u(Le, 2);
      dd(Te, {
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
          return t(g);
        },
        get folded() {
          return t(P);
        }
      });
      var Fe = u(Te, 2);
      {
        var Ke = (Ae) => {
          var De = kd(), Be = z(De, !0);
          I(() => O(Be, r().note)), v(Ae, De);
        };
        H(Fe, (Ae) => {
          r().note && Ae(Ke);
        });
      }
      I(() => {
        Aa(ke, r().find), Se.disabled = !t(k)?.hits.length, ie.disabled = !t(k)?.hits.length, te(w, "aria-pressed", t(g) === "top"), O(K, t(n).about.layers[t(h)]), te(he, "max", t(l) - 1), Aa(he, t(h)), te(he, "aria-valuetext", t(n).about.layers[t(h)]), te(ge, "aria-pressed", t(_) !== null), O(Me, t(_) === null ? "play" : "stop");
      }), Je("submit", me, (Ae) => {
        Ae.preventDefault(), M(1);
      }), ue("input", ke, (Ae) => T(Ae.currentTarget.value)), ue("click", Se, () => M(-1)), ue("click", ie, () => M(1)), ue("click", w, () => R("top")), ue("input", he, (Ae) => {
        r().lensLayer = Number(Ae.currentTarget.value), r().paint !== "word" && r().paint !== "find" && (r().paint = "top");
      }), ue("click", ge, C), bt(be, () => r().least, (Ae) => r().least = Ae), Ml(oe, () => t(P), (Ae) => j(P, Ae)), v(ee, Z);
    };
    H(ae, (ee) => {
      t(n) && ee(re);
    });
  }
  v(a, V), Ge();
}
ct(["input", "click", "change"]);
var Ad = /* @__PURE__ */ x('<p class="fine">This is an image feature that cross-attention reads. It is no position of the stream, so a lens reads nothing there; Attention shows who looks at it.</p>'), Nd = /* @__PURE__ */ x('<th scope="col">and then</th>'), Ed = /* @__PURE__ */ x("<td><span> </span> <small> </small></td>"), Td = /* @__PURE__ */ x('<tr><th scope="row"> </th><!></tr>'), Od = /* @__PURE__ */ x('<p class="fine facts"> </p>'), Pd = /* @__PURE__ */ x('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Ld(a, e) {
  Ye(e, !0);
  const r = /* @__PURE__ */ b(() => e.painted.lens.view), n = /* @__PURE__ */ b(() => e.painted.words.view), s = /* @__PURE__ */ b(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ b(() => t(r) ? Array.prototype.indexOf.call(t(r).arrays.positions.data, t(s)) : -1), o = /* @__PURE__ */ b(() => t(r) ? Math.min(e.session.lensLayer ?? 1 / 0, t(r).about.layers.length - 1) : 0), l = /* @__PURE__ */ b(() => {
    if (!t(r) || t(i) < 0) return [];
    const { ids: d, probs: _ } = t(r).arrays, [F, N, k] = d.shape;
    return Array.from({ length: F }, (S, R) => ({
      nth: R,
      layer: t(r).about.layers[R],
      top: Array.from({ length: Math.min(3, k) }, (T, M) => {
        const m = (R * N + t(i)) * k + M;
        return {
          text: t(r).about.strings[d.data[m]],
          p: _.data[m],
          id: t(r).arrays.tokens.data[d.data[m]]
        };
      })
    })).filter(({ top: S }) => !Number.isNaN(S[0].p)).reverse();
  }), c = /* @__PURE__ */ b(() => {
    if (!t(r) || t(i) < 0) return "";
    const d = t(r).arrays.ids.shape[1], _ = t(o) * d + t(i), F = [];
    t(r).arrays.entropy && F.push(`entropy ${We(t(r).arrays.entropy.data[_])} nats`), t(r).arrays.kl && F.push(`KL to output ${We(t(r).arrays.kl.data[_])} nats`);
    const N = t(n) ? t(n).arrays.probs.shape[1] * d : 0;
    return t(n) && t(n).arrays.probs.shape[2] === d && t(n).about.words.forEach((k, S) => {
      const R = t(n).arrays.ranks?.data[S * N + _];
      F.push(`“${k}” ${ht(t(n).arrays.probs.data[S * N + _])}${R ? `, rank ${R > 127 && t(n).about.coded ? "about " : ""}${R.toLocaleString("en")}` : ""}`);
    }), F.length ? `Layer ${t(r).about.layers[t(o)]}: ${F.join("; ")}.` : "";
  });
  var f = It(), h = Pe(f);
  {
    var g = (d) => {
      var _ = Ad();
      v(d, _);
    }, P = (d) => {
      var _ = Pd(), F = Pe(_), N = y(F), k = u(N), S = z(k), R = u(F, 2), T = y(R), M = y(T), m = z(M), C = u(M), q = y(C), V = u(y(q), 2);
      {
        var G = (ae) => {
          var re = Nd();
          I(() => te(re, "colspan", t(l)[0].top.length - 1)), v(ae, re);
        };
        H(V, (ae) => {
          t(l)[0].top.length > 1 && ae(G);
        });
      }
      var se = u(C);
      Oe(se, 21, () => t(l), ({ nth: ae, layer: re, top: ee }) => ae, (ae, re) => {
        let ee = () => t(re).nth, Z = () => t(re).layer, ce = () => t(re).top;
        var me = Td();
        let ke;
        var Se = y(me), ie = z(Se, !0), ve = u(Se);
        Oe(ve, 17, ce, ze, (E, Y) => {
          let w = () => t(Y).text, A = () => t(Y).p, D = () => t(Y).id;
          var ne = Ed();
          let Q, le;
          var p = y(ne), U = z(p, !0), L = u(p, 2), $ = z(L, !0);
          I(
            (K, he) => {
              Q = Lt(ne, 1, "", null, Q, { target: e.session.target?.id === D() }), le = qe(ne, "", le, { "--share": `${100 * A()}%` }), O(U, K), O($, he);
            },
            [() => tt(w()), () => ht(A())]
          ), v(E, ne);
        }), I(() => {
          ke = Lt(me, 1, "", null, ke, { here: ee() === t(o) }), O(ie, Z());
        }), v(ae, me);
      });
      var B = u(R, 2);
      {
        var W = (ae) => {
          var re = Od(), ee = z(re, !0);
          I(() => O(ee, t(c))), v(ae, re);
        };
        H(B, (ae) => {
          t(c) && ae(W);
        });
      }
      I(
        (ae, re, ee) => {
          O(N, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), O(S, `${ae ?? ""}, position ${re ?? ""}, by layer`), te(R, "data-reading", t(s)), O(m, `Most probable tokens at position ${ee ?? ""}, layer by layer`);
        },
        [
          () => tt(e.study.label(t(s))),
          () => e.study.number(t(s)),
          () => e.study.number(t(s))
        ]
      ), v(d, _);
    };
    H(h, (d) => {
      t(s) < 0 ? d(g) : t(l).length && d(P, 1);
    });
  }
  v(a, f), Ge();
}
const fs = (a, e) => a && e && a.signed === e.signed && !a.texts ? {
  ...a,
  high: Math.max(a.high, e.high),
  label: `${a.label}; both images have this scale`
} : a, Ar = (a, e) => (e < 0 ? a?.keys?.[-1 - e] : a?.values[e]) ?? NaN, Rd = 10, Cd = { words: "lens", feature: "features" };
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
        focus: e.at,
        target: e.target?.id ?? null,
        contrast: e.contrast?.id ?? null
      } : null,
      feature: () => e.feature !== null && this.dictionary && (e.tab === "features" || e.paint === "feature") ? { dictionary: this.dictionary, feature: e.feature } : null,
      pattern: () => e.pattern && e.tab === "attention" && e.layer !== null && e.head !== null ? { layer: e.layer, head: e.head } : null
    };
    const n = (s) => new Pa(e, () => {
      const i = r(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern"), this.features = n("features"), this.feature = n("feature");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const r = this.of(), n = r && !r.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!r || !n) return null;
    const s = ma(e, n), i = r.cost(Cd[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + r.costs.n_vision / (r.nLayers + 1)), i.seconds > Rd && !this.session.granted.has(`${r.id} ${s}`) && !r.has(s) ? { ...i, key: `${r.id} ${s}` } : null;
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
      const n = e.about.strings.map((d) => d.trim().toLocaleLowerCase()), s = n.includes(r), i = Uint8Array.from(n, (d) => Number(s ? d === r : d.includes(r))), { ids: o, probs: l } = e.arrays, [c, f, h] = o.shape, g = new Float32Array(c * f);
      for (let d = 0; d < o.data.length; d++) i[o.data[d]] && (g[Math.floor(d / h)] += l.data[d] || 1e-9);
      const P = Array.from(g.keys()).filter((d) => g[d] > 0).sort((d, _) => g[_] - g[d]);
      return {
        whole: s,
        sum: g,
        hits: P,
        layers: new Set(P.map((d) => Math.floor(d / f))).size
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
        return o < 0 && !n.attending.has(r.layer) ? null : lr(
          o < 0 ? Dt(i.arrays.weights, r.layer, r.head) : Id,
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
        const o = Math.min(s, i.about.layers.length - 1), l = Dt(i.arrays.ids, o), c = Dt(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], g = new Float32Array(h), P = [];
        for (let d = 0; d < h; d++) {
          const _ = i.arrays.positions.data[d];
          g[_] = c[d * f], P[_] = c[d * f] >= e.least ? i.about.strings[l[d * f]] : "";
        }
        return {
          values: g,
          texts: P,
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
const Id = new Float32Array();
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
var hs = /* @__PURE__ */ x('<button type="button"> </button>'), jd = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Which image"></div>'), Fd = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Dd = /* @__PURE__ */ x('<label class="grow"> <input type="range" min="0"/></label>'), Ud = /* @__PURE__ */ x('<div class="row"><!> <!> <!></div>'), Hd = /* @__PURE__ */ x('<img alt=""/>'), zd = /* @__PURE__ */ x('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Bd = /* @__PURE__ */ x('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), qd = /* @__PURE__ */ x('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Wd = /* @__PURE__ */ x('<p class="fine"> <button type="button" class="link">clear</button></p>'), Jd = /* @__PURE__ */ x('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function bi(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = Ie(e, "name", 3, "Image"), s = Ie(e, "tall", 3, "58vh"), i = /* @__PURE__ */ J(0), o = /* @__PURE__ */ J(0), l = /* @__PURE__ */ J(!1), c = /* @__PURE__ */ J(1), f = /* @__PURE__ */ J("point"), h = /* @__PURE__ */ J(void 0), g = /* @__PURE__ */ J(0), P = /* @__PURE__ */ J(0), d = /* @__PURE__ */ J([]);
  const _ = /* @__PURE__ */ b(() => e.study.images[Math.min(t(i), e.study.images.length - 1)]), F = /* @__PURE__ */ b(() => t(_)?.size ?? [1, 1]), N = /* @__PURE__ */ b(() => e.study.placed.filter((p) => p.kind === "image" && p.image === Math.min(t(i), e.study.images.length - 1))), k = /* @__PURE__ */ b(() => [...new Set(t(N).map((p) => p.frame))].filter((p) => p >= 0)), S = /* @__PURE__ */ b(() => [
    ...new Set(t(N).filter((p) => p.box).map((p) => p.global))
  ]), R = /* @__PURE__ */ b(() => t(N).filter((p) => p.box && (t(k).length ? p.frame === t(k)[Math.min(t(o), t(k).length - 1)] : t(S).length < 2 || p.global === t(l)))), T = /* @__PURE__ */ b(() => t(_) ? t(_).frames[Math.min(
    t(k).length ? Math.floor(Math.min(t(o), t(k).length - 1) / t(k).length * t(_).frames.length) : 0,
    t(_).frames.length - 1
  )] : null), M = /* @__PURE__ */ b(() => t(_) && t(T) ? t(_).frames.indexOf(t(T)) : 0), m = /* @__PURE__ */ b(() => new Map(t(R).map((p) => [p.position, p]))), C = /* @__PURE__ */ b(() => t(g) ? t(g) / t(F)[0] : 0);
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
  function q() {
    if (!t(h) || !t(C)) return;
    const p = devicePixelRatio || 1, U = t(g) * t(F)[1] / t(F)[0];
    (t(h).width !== Math.round(t(g) * p) || t(h).height !== Math.round(U * p)) && (t(h).width = Math.round(t(g) * p), t(h).height = Math.round(U * p));
    const L = t(h).getContext("2d");
    L.setTransform(p * t(C), 0, 0, p * t(C), 0, 0), L.clearRect(0, 0, t(F)[0], t(F)[1]);
    const $ = 1 / t(C);
    if (e.painting) {
      const { texts: K, signed: he, high: ge } = e.painting, [Me, pe] = K ? [0.5, 0] : he ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: be, box: de } of t(R)) {
        const oe = Ar(e.painting, be);
        Number.isNaN(oe) || (L.globalAlpha = Me + pe * Math.min(1, Math.abs(oe) / ge), L.fillStyle = Nt(oe / ge, he), L.fillRect(de[0], de[1], de[2] - de[0], de[3] - de[1]));
      }
      L.globalAlpha = 1, e.painting.texts && t(R).length <= 900 && G(L);
    }
    if (!t(R).some(({ position: K }) => !Number.isNaN(Ar(e.painting, K))) && t(R).length <= 4e3) {
      L.strokeStyle = "rgba(255,255,255,.28)", L.lineWidth = $;
      for (const { box: K } of t(R)) L.strokeRect(K[0], K[1], K[2] - K[0], K[3] - K[1]);
    }
    for (const K of r().selected) V(L, K, "#14e0c0", 2);
    r().place !== null && V(L, r().place, "#fff", 3), r().hoverPlace !== null && V(L, r().hoverPlace, "#ffe14d", 2), t(d).length > 1 && (L.strokeStyle = "#14e0c0", L.lineWidth = 2 * $, L.beginPath(), t(f) === "box" ? L.rect(t(d)[0][0], t(d)[0][1], t(d).at(-1)[0] - t(d)[0][0], t(d).at(-1)[1] - t(d)[0][1]) : t(d).forEach(([K, he], ge) => ge ? L.lineTo(K, he) : L.moveTo(K, he)), L.stroke());
  }
  function V(p, U, L, $) {
    const K = t(m).get(U)?.box;
    if (K)
      for (const [he, ge] of [["#000", 2], [L, 0]])
        p.strokeStyle = he, p.lineWidth = ($ + ge) / t(C), p.strokeRect(K[0], K[1], K[2] - K[0], K[3] - K[1]);
  }
  function G(p) {
    p.textAlign = "center", p.textBaseline = "middle", p.fillStyle = "#fff", p.strokeStyle = "#000";
    for (const { position: U, box: L } of t(R)) {
      if (!e.painting.texts[U]) continue;
      const $ = tt(e.painting.texts[U]).slice(0, 12), K = L[2] - L[0], he = L[3] - L[1], ge = Math.min(he * 0.34, K * 1.5 / Math.max(2, $.length));
      p.font = `600 ${ge}px system-ui, sans-serif`, p.lineWidth = ge / 6, p.strokeText($, (L[0] + L[2]) / 2, (L[1] + L[3]) / 2, K), p.fillText($, (L[0] + L[2]) / 2, (L[1] + L[3]) / 2, K);
    }
  }
  gt(q);
  function se(p) {
    const U = t(h).getBoundingClientRect();
    return [
      (p.clientX - U.left) / U.width * t(F)[0],
      (p.clientY - U.top) / U.height * t(F)[1]
    ];
  }
  const B = ([p, U]) => t(R).find(({ box: L }) => p >= L[0] && p < L[2] && U >= L[1] && U < L[3]);
  function W(p) {
    const U = se(p);
    if (t(d).length) {
      j(d, [...t(d), U]);
      return;
    }
    const L = B(U);
    r().hoverPlace = L?.position ?? null;
  }
  function ae(p) {
    t(f) === "point" || p.button || (t(h).setPointerCapture(p.pointerId), j(d, [se(p)]));
  }
  function re(p) {
    const U = se(p);
    if (t(f) === "point") {
      const $ = B(U);
      $ && (p.shiftKey || p.ctrlKey || p.metaKey) ? r().toggle([$.position], "flip") : $ && r().takePlace(r().place === $.position ? null : $.position);
      return;
    }
    if (!t(d).length) return;
    const L = t(R).filter(({ box: $ }) => ee(($[0] + $[2]) / 2, ($[1] + $[3]) / 2, $)).map(($) => $.position);
    r().toggle(L, p.shiftKey ? "add" : "set"), j(d, []);
  }
  function ee(p, U, L) {
    const [$, K] = [t(d)[0], t(d).at(-1)];
    if (t(f) === "box") {
      const [ge, Me] = [Math.min($[0], K[0]), Math.max($[0], K[0])], [pe, be] = [Math.min($[1], K[1]), Math.max($[1], K[1])];
      return L[2] > ge && L[0] < Me && L[3] > pe && L[1] < be;
    }
    if (t(f) === "brush") return t(d).some(([ge, Me]) => ge >= L[0] && ge < L[2] && Me >= L[1] && Me < L[3]);
    let he = !1;
    for (let ge = 0, Me = t(d).length - 1; ge < t(d).length; Me = ge++) {
      const [pe, be] = t(d)[ge], [de, oe] = t(d)[Me];
      be > U != oe > U && p < (de - pe) * (U - be) / (oe - be) + pe && (he = !he);
    }
    return he;
  }
  function Z(p) {
    const U = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[p.key], L = r().shownPlace === null ? null : t(m).get(r().shownPlace);
    if (U) {
      p.preventDefault();
      const $ = L ? ce(L, U) : t(R)[0];
      $ && (r().hoverPlace = $.position);
    } else (p.key === "Enter" || p.key === " ") && r().shownPlace !== null ? (p.preventDefault(), p.shiftKey ? r().toggle([r().shownPlace], "flip") : r().takePlace(r().shownPlace)) : (p.key === "r" || p.key === "c") && L && r().toggle(t(R).filter(($) => p.key === "r" ? $.row === L.row : $.column === L.column).map(($) => $.position), "add");
  }
  function ce(p, [U, L]) {
    const $ = (pe) => [
      (pe.box[0] + pe.box[2]) / 2,
      (pe.box[1] + pe.box[3]) / 2
    ], [K, he] = $(p);
    let ge, Me = 1 / 0;
    for (const pe of t(R)) {
      const [be, de] = $(pe), oe = (be - K) * U + (de - he) * L, we = Math.abs((be - K) * L) + Math.abs((de - he) * U);
      oe > 0.01 && oe + 3 * we < Me && ([ge, Me] = [pe, oe + 3 * we]);
    }
    return ge;
  }
  const me = /* @__PURE__ */ b(() => {
    const p = r().shownPlace, U = p === null ? null : e.study.token(p);
    if (!U) return "Point at a token, click to keep it, Esc lets go.";
    const L = Ar(e.painting, p), $ = U.box ? `, pixels ${U.box.map((K) => Math.round(K)).join(", ")}` : "";
    return `${p < 0 ? `Image feature ${-1 - p}` : `Token ${e.study.number(p)}`}: ${JSON.stringify(e.study.label(p))}${$}${Number.isNaN(L) ? "" : ` · ${We(L)}`}`;
  });
  gt(() => {
    e.onexport?.({
      name: "image",
      svg: () => On(
        t(F)[0],
        t(F)[1],
        t(R).map((p) => ({
          box: p.box,
          fill: e.painting ? Nt(Ar(e.painting, p.position) / e.painting.high, e.painting.signed) : "none",
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
          Number.isNaN(Ar(e.painting, p.position)) ? "" : Ar(e.painting, p.position)
        ])
      ]
    });
  });
  var ke = Jd(), Se = y(ke);
  {
    var ie = (p) => {
      var U = Ud(), L = y(U);
      {
        var $ = (pe) => {
          var be = jd();
          Oe(be, 21, () => e.study.images, ze, (de, oe, we) => {
            var Ee = hs(), Ce = z(Ee);
            I(() => {
              te(Ee, "aria-pressed", t(i) === we), O(Ce, `${t(oe).kind === "video" ? "video" : "image"} ${we + 1}`);
            }), ue("click", Ee, () => j(i, we, !0)), v(de, Ee);
          }), v(pe, be);
        };
        H(L, (pe) => {
          e.study.images.length > 1 && pe($);
        });
      }
      var K = u(L, 2);
      {
        var he = (pe) => {
          var be = Fd(), de = y(be), oe = u(de, 2);
          I(() => {
            te(de, "aria-pressed", !t(l)), te(oe, "aria-pressed", t(l));
          }), ue("click", de, () => j(l, !1)), ue("click", oe, () => j(l, !0)), v(pe, be);
        };
        H(K, (pe) => {
          t(S).length > 1 && pe(he);
        });
      }
      var ge = u(K, 2);
      {
        var Me = (pe) => {
          var be = Dd(), de = y(be), oe = u(de);
          I(
            (we) => {
              O(de, `frame ${we ?? ""} of ${t(k).length ?? ""} `), te(oe, "max", t(k).length - 1);
            },
            [() => Math.min(t(o), t(k).length - 1) + 1]
          ), kt(oe, () => t(o), (we) => j(o, we)), v(pe, be);
        };
        H(ge, (pe) => {
          t(k).length && pe(Me);
        });
      }
      v(p, U);
    };
    H(Se, (p) => {
      (e.study.images.length > 1 || t(k).length || t(S).length > 1) && p(ie);
    });
  }
  var ve = u(Se, 2);
  {
    var E = (p) => {
      var U = zd(), L = Pe(U);
      let $;
      var K = y(L);
      let he;
      var ge = y(K);
      {
        var Me = (Le) => {
          var ye = Hd();
          let Te, Fe;
          I(
            (Ke) => {
              te(ye, "src", Ke), Te = Lt(ye, 1, "", null, Te, { dim: e.painting }), Fe = qe(ye, "", Fe, {
                left: `${100 * t(T).area[0] / t(F)[0]}%`,
                top: `${100 * t(T).area[1] / t(F)[1]}%`,
                width: `${100 * (t(T).area[2] - t(T).area[0]) / t(F)[0]}%`,
                height: `${100 * (t(T).area[3] - t(T).area[1]) / t(F)[1]}%`
              });
            },
            [
              () => r().source.pictureUrl(e.study.id, Math.min(t(i), e.study.images.length - 1), t(M))
            ]
          ), Je("load", ye, () => Fo(P)), v(Le, ye);
        };
        H(ge, (Le) => {
          t(T) && Le(Me);
        });
      }
      var pe = u(ge, 2);
      let be;
      var de = y(pe);
      br(de, (Le) => j(h, Le), () => t(h));
      var oe = u(L, 2), we = y(oe);
      Oe(we, 20, () => ["point", "box", "brush", "lasso"], ze, (Le, ye) => {
        var Te = hs(), Fe = z(Te, !0);
        I(() => {
          te(Te, "aria-pressed", t(f) === ye), O(Fe, ye);
        }), ue("click", Te, () => j(f, ye, !0)), v(Le, Te);
      });
      var Ee = u(we, 2), Ce = u(y(Ee));
      I(() => {
        $ = Lt(L, 1, "scroller", null, $, { zoomed: t(c) > 1 }), he = qe(K, "", he, {
          width: `${100 * t(c)}%`,
          "max-width": t(c) === 1 ? `min(100%, calc(${s()} * ${t(F)[0] / t(F)[1]}))` : "none"
        }), te(pe, "aria-label", `${n() ?? ""}: ${t(R).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), te(pe, "data-stage", n()), be = qe(pe, "", be, {
          "aspect-ratio": `${t(F)[0] ?? ""} / ${t(F)[1] ?? ""}`
        });
      }), ue("keydown", pe, Z), ue("pointermove", de, W), ue("pointerdown", de, ae), ue("pointerup", de, re), Je("pointerleave", de, () => r().hoverPlace = null), ca(K, "clientWidth", (Le) => j(g, Le)), kt(Ce, () => t(c), (Le) => j(c, Le)), v(p, U);
    }, Y = (p) => {
      var U = Bd();
      v(p, U);
    };
    H(ve, (p) => {
      t(_) && t(R).length ? p(E) : e.study.images.length && p(Y, 1);
    });
  }
  var w = u(ve, 2);
  {
    var A = (p) => {
      var U = qd(), L = y(U), $ = z(L, !0), K = u(L);
      let he;
      var ge = u(K), Me = z(ge, !0), pe = u(ge), be = z(pe, !0);
      I(
        (de, oe, we) => {
          O($, de), he = qe(K, "", he, { background: oe }), O(Me, we), O(be, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${We(e.painting.high)}` : "0",
          () => di(e.painting.signed),
          () => We(e.painting.high)
        ]
      ), v(p, U);
    };
    H(w, (p) => {
      e.painting && p(A);
    });
  }
  var D = u(w, 2), ne = z(D, !0), Q = u(D, 2);
  {
    var le = (p) => {
      var U = Wd(), L = y(U), $ = u(L);
      I(() => O(L, `${r().selected.size ?? ""} tokens selected `)), ue("click", $, () => r().toggle([])), v(p, U);
    };
    H(Q, (p) => {
      r().selected.size && p(le);
    });
  }
  I(() => O(ne, t(me))), v(a, ke), Ge();
}
ct([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
var Kd = /* @__PURE__ */ x("<option></option>"), Vd = /* @__PURE__ */ x('<label class="fine">example <select><option>choose</option><!></select></label>'), Yd = /* @__PURE__ */ x('<button type="button" class="link">close</button>'), Gd = /* @__PURE__ */ x('<p class="fine">It stands in the place of image 1; the others are the same.</p>'), Xd = /* @__PURE__ */ x('<span class="error"> </span>'), Zd = /* @__PURE__ */ x('<!> <p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), Qd = /* @__PURE__ */ x('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), $d = /* @__PURE__ */ x('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function ef(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ J(void 0);
  const s = /* @__PURE__ */ b(() => r().second);
  var i = $d(), o = y(i), l = u(y(o), 4);
  {
    var c = (N) => {
      var k = Vd(), S = u(y(k)), R = y(S);
      R.value = R.__value = "";
      var T = u(R);
      Oe(T, 17, () => ({ length: r().info.examples }), ze, (m, C, q) => {
        var V = Kd();
        V.textContent = q + 1;
        var G = {};
        I(
          (se) => {
            G !== (G = se) && (V.value = (V.__value = G) ?? "");
          },
          [() => String(q)]
        ), v(m, V);
      });
      var M;
      dt(S), I(
        (m) => {
          M !== (M = m) && (S.value = (S.__value = M) ?? "", ja(S, M));
        },
        [
          () => r().secondExample === null ? "" : String(r().secondExample)
        ]
      ), ue("change", S, (m) => {
        m.currentTarget.value && r().openSecond(Number(m.currentTarget.value));
      }), v(N, k);
    };
    H(l, (N) => {
      r().info?.examples && N(c);
    });
  }
  var f = u(l, 2), h = u(f, 2);
  br(h, (N) => j(n, N), () => t(n));
  var g = u(h, 2);
  {
    var P = (N) => {
      var k = Yd();
      ue("click", k, () => {
        r().second = null, r().secondUpload = null, r().secondExample = null;
      }), v(N, k);
    };
    H(g, (N) => {
      t(s) && N(P);
    });
  }
  var d = u(o, 2);
  {
    var _ = (N) => {
      var k = Zd(), S = Pe(k);
      {
        var R = (se) => {
          var B = Gd();
          v(se, B);
        };
        H(S, (se) => {
          t(s).images.length > 1 && se(R);
        });
      }
      var T = u(S, 2), M = u(y(T)), m = z(M, !0), C = u(M, 2);
      {
        var q = (se) => {
          var B = Xd(), W = z(B);
          I(() => O(W, `It has ${t(s).nPrompt ?? ""} tokens and the first ${r().study.nPrompt ?? ""}: patching needs images of one size.`)), v(se, B);
        };
        H(C, (se) => {
          r().study && t(s).nPrompt !== r().study.nPrompt && se(q);
        });
      }
      var V = u(T, 2);
      bi(V, {
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
      var G = u(V, 2);
      Oe(G, 16, () => ["lens", "words", "sources", "readers"], (se) => se, (se, B) => {
        {
          let W = /* @__PURE__ */ b(() => e.painted.long(B));
          _r(se, {
            get session() {
              return r();
            },
            get long() {
              return t(W);
            },
            what: "The same of this image"
          });
        }
      }), I((se) => O(m, se), [
        () => t(s).answer.filter((se) => !se.ends).map((se) => tt(se.token.text)).join("")
      ]), v(N, k);
    }, F = (N) => {
      var k = Qd();
      v(N, k);
    };
    H(d, (N) => {
      t(s) ? N(_) : N(F, -1);
    });
  }
  ue("click", f, () => t(n)?.click()), ue("change", h, (N) => {
    const k = N.currentTarget.files?.[0];
    k && r().openSecond(k), N.currentTarget.value = "";
  }), v(a, i), Ge();
}
ct(["change", "click"]);
var tf = /* @__PURE__ */ x('<button type="button" class="token run"> </button>'), rf = /* @__PURE__ */ x('<button type="button"> </button>'), af = /* @__PURE__ */ x('<button type="button" class="link">fold image tokens</button>'), nf = /* @__PURE__ */ x('<p class="fine"> </p>'), sf = /* @__PURE__ */ x('<p class="fine"><button type="button" class="small"> </button></p>'), of = /* @__PURE__ */ x('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!> <!>', 1);
function lf(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7), n = /* @__PURE__ */ J(!1), s = /* @__PURE__ */ J(void 0);
  gt(() => {
    const M = r().place ?? r().at;
    e.study;
    const m = t(s)?.querySelector(`[data-position="${M}"]`);
    t(s) && m && (t(s).scrollTop = m.offsetTop - t(s).offsetTop - t(s).clientHeight / 2);
  });
  const i = /* @__PURE__ */ b(() => e.study.images.some((M) => !M.boxed)), o = /* @__PURE__ */ b(() => {
    const M = [], m = e.study.tokens.map((C) => ({
      position: C.position,
      text: C.text,
      image: C.kind === "image"
    }));
    if (!r().tabs.some((C) => C !== "lens")) return M.concat(m.filter((C) => !C.image).map(({ position: C, text: q }) => ({ position: C, text: q, count: 0 })));
    e.study.answer.slice(0, -1).forEach((C, q) => m.push({
      position: e.study.nPrompt + q,
      text: C.token.text,
      image: !1
    }));
    for (const { position: C, text: q, image: V } of m) {
      const G = M.at(-1);
      V && !t(n) && !t(i) && G && G.count > 0 && G.position + G.count === C ? G.count++ : M.push({
        position: C,
        text: q,
        count: V && !t(n) && !t(i) ? 1 : 0
      });
    }
    return M;
  }), l = 0.02, c = (M) => Math.abs(M) >= l ? {
    background: Nt(M, e.painting.signed),
    color: Tn(M, e.painting.signed)
  } : { background: null, color: null }, f = /* @__PURE__ */ b(() => {
    let M = 0;
    if (e.painting && !e.painting.texts) for (const m of t(o)) m.count || (M = Math.max(M, Math.abs(e.painting.values[m.position]) || 0));
    return M || e.painting?.high || 1;
  }), h = (M) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: m } = e.painting;
    let C = 0;
    for (let q = 0; q < Math.max(1, M.count); q++) C += m[M.position + q] ?? 0;
    return M.position < m.length ? C : NaN;
  };
  var g = of(), P = Pe(g), d = y(P);
  Oe(d, 17, () => t(o), (M) => M.position, (M, m) => {
    const C = /* @__PURE__ */ b(() => h(t(m))), q = /* @__PURE__ */ b(() => Math.max(-1, Math.min(1, t(m).count ? t(C) : t(C) / t(f)))), V = /* @__PURE__ */ b(() => c(t(q)));
    var G = It(), se = Pe(G);
    {
      var B = (ae) => {
        var re = tf();
        let ee;
        var Z = z(re);
        I(
          (ce) => {
            te(re, "title", `${t(m).count ?? ""} image tokens${ce ?? ""}: show each`), ee = qe(re, "", ee, {
              background: t(V).background,
              color: t(V).color
            }), O(Z, `▦ ${t(m).count ?? ""}`);
          },
          [
            () => Number.isNaN(t(C)) ? "" : `, in all ${We(t(C))}`
          ]
        ), ue("click", re, () => j(n, !0)), v(ae, re);
      }, W = (ae) => {
        var re = rf();
        let ee, Z;
        var ce = z(re, !0);
        I(
          (me, ke, Se, ie) => {
            ee = Lt(re, 1, "token", null, ee, {
              focus: r().at === t(m).position,
              place: r().shownPlace === t(m).position,
              chosen: me
            }), te(re, "data-position", t(m).position), te(re, "title", `token ${ke ?? ""}${Se ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), Z = qe(re, "", Z, {
              background: t(V).background,
              color: t(V).color
            }), O(ce, ie);
          },
          [
            () => r().selected.has(t(m).position),
            () => e.study.number(t(m).position),
            () => Number.isNaN(t(C)) ? "" : `: ${We(t(C))}`,
            () => tt(t(m).text)
          ]
        ), Je("pointerenter", re, () => r().hoverPlace = t(m).position), Je("pointerleave", re, () => r().hoverPlace = null), ue("click", re, (me) => {
          me.altKey ? r().focus = t(m).position : me.shiftKey ? r().toggle([t(m).position], "flip") : r().takePlace(r().place === t(m).position ? null : t(m).position);
        }), v(ae, re);
      };
      H(se, (ae) => {
        t(m).count ? ae(B) : ae(W, -1);
      });
    }
    v(M, G);
  });
  var _ = u(d, 2);
  {
    var F = (M) => {
      var m = af();
      ue("click", m, () => j(n, !1)), v(M, m);
    };
    H(_, (M) => {
      t(n) && M(F);
    });
  }
  br(P, (M) => j(s, M), () => t(s));
  var N = u(P, 2);
  {
    var k = (M) => {
      var m = nf(), C = z(m);
      I((q, V) => O(C, `Tokens are painted from ${q ?? ""} to ${V ?? ""}.`), [
        () => e.painting.signed ? `−${We(t(f))}` : "0",
        () => We(t(f))
      ]), v(M, m);
    }, S = /* @__PURE__ */ b(() => e.painting && !e.painting.texts && Math.abs(t(f) / e.painting.high - 1) > 0.05);
    H(N, (M) => {
      t(S) && M(k);
    });
  }
  var R = u(N, 2);
  {
    var T = (M) => {
      var m = sf(), C = y(m), q = z(C);
      I((V) => O(q, `make token ${V ?? ""} the focus`), [() => e.study.number(r().place)]), ue("click", C, () => {
        r().focus = r().place;
      }), v(M, m);
    };
    H(R, (M) => {
      r().place !== null && r().place >= 0 && r().place !== r().at && M(T);
    });
  }
  v(a, g), Ge();
}
ct(["click"]);
var uf = /* @__PURE__ */ x('<button type="button" class="small">save as page</button>'), cf = /* @__PURE__ */ x('<button type="button" class="small"> </button>'), df = /* @__PURE__ */ x('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), ff = /* @__PURE__ */ x('<h1 class="hidden">Look inside a vision-language model</h1>'), vf = /* @__PURE__ */ x("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), hf = /* @__PURE__ */ x("<option>lens: found tokens</option>"), pf = /* @__PURE__ */ x("<option>lens: a word</option><option>lens: most probable</option><!>", 1), gf = /* @__PURE__ */ x("<option> </option>"), _f = /* @__PURE__ */ x("<option>sweep</option>"), mf = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), bf = /* @__PURE__ */ x('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), yf = /* @__PURE__ */ x('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), wf = /* @__PURE__ */ x('<button type="button" role="tab" aria-controls="panel"> </button>'), kf = /* @__PURE__ */ x('<div class="tabs" role="tablist" aria-label="Views"></div>'), xf = /* @__PURE__ */ x("<!> <!>", 1), Sf = /* @__PURE__ */ x('<!> <!> <div id="panel"><!> <!> <!> <!> <!></div>', 1), Mf = /* @__PURE__ */ x('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Af = /* @__PURE__ */ x('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Nf(a, e) {
  Ye(e, !0);
  let r = Ie(e, "session", 7);
  const n = new vs(r(), () => r().study), s = new vs(r(), () => t(k) === "causes" ? r().second : null), i = /* @__PURE__ */ b(() => r().study), o = /* @__PURE__ */ b(() => n.now), l = /* @__PURE__ */ b(() => s.now), c = /* @__PURE__ */ b(() => fs(t(o), t(l))), f = /* @__PURE__ */ b(() => fs(t(l), t(o)));
  let h = /* @__PURE__ */ J(null), g = /* @__PURE__ */ J("");
  const P = {
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
    t(g) ? document.documentElement.dataset.theme = t(g) : delete document.documentElement.dataset.theme;
  });
  function _(w) {
    w.key === "Escape" && r().release();
  }
  function F(w) {
    const A = { ArrowLeft: -1, ArrowRight: 1 }[w.key];
    if (!A) return;
    w.preventDefault();
    const D = r().shownTabs, ne = D[(D.indexOf(t(k)) + A + D.length) % D.length];
    r().tab = ne, document.getElementById(`tab-${ne}`)?.focus();
  }
  async function N() {
    t(i) && await r().during((async () => {
      const w = t(i).answer.filter((D) => !D.ends).map((D) => D.token.text).join("").trim(), A = await au(t(i), (D, ne) => r().source.pictureUrl(t(i).id, D, ne), {
        title: r().asked?.question ?? "",
        text: `${t(i).model}${r().clean ? `, changed (${r().changing.active.map(fi).join("; ")})` : ""}: ${w}`,
        tabs: r().shownTabs.filter((D) => D === "causes" ? t(i).sweeps.length : [...t(i).raw.keys()].some((ne) => ne.startsWith(`${P[D]} `)))
      });
      _a("study.html", A, "text/html");
    })());
  }
  const k = /* @__PURE__ */ b(() => r().shownTabs.includes(r().tab) ? r().tab : r().shownTabs[0]), S = /* @__PURE__ */ b(() => r().paint === "sources" ? n.sources.view?.about.code : r().paint === "feature" ? n.feature.view?.about.code : r().paint === "readers" ? n.readers.view?.about.code : r().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(r().paint) ? n.lens.view?.about.code : r().paint === "attention" ? n.heads.view?.about.code : t(i)?.code), R = /* @__PURE__ */ b(() => n.sources.error || n.readers.error);
  var T = Af();
  Je("keydown", xa, _);
  var M = Pe(T), m = u(M, 2), C = u(y(m), 4), q = z(C, !0), V = u(C, 2);
  {
    var G = (w) => {
      var A = uf();
      ue("click", A, N), v(w, A);
    };
    H(V, (w) => {
      t(i) && !t(i).answering && r().source.kind === "server" && w(G);
    });
  }
  var se = u(V, 2);
  {
    var B = (w) => {
      var A = cf(), D = z(A);
      I(() => O(D, `theme: ${(t(g) || "auto") ?? ""}`)), ue("click", A, () => j(
        g,
        t(g) === "dark" ? "light" : t(g) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), v(w, A);
    };
    H(se, (w) => {
      r().source.kind !== "kernel" && w(B);
    });
  }
  var W = u(m, 2);
  {
    var ae = (w) => {
      var A = df(), D = y(A), ne = u(D);
      I(() => O(D, `${r().message ?? ""} `)), ue("click", ne, () => r().message = ""), v(w, A);
    };
    H(W, (w) => {
      r().message && w(ae);
    });
  }
  var re = u(W, 2), ee = y(re), Z = y(ee);
  {
    var ce = (w) => {
      var A = ff();
      v(w, A);
    };
    H(Z, (w) => {
      r().title || w(ce);
    });
  }
  var me = u(Z, 2);
  Zl(me, {
    get session() {
      return r();
    }
  });
  var ke = u(me, 2);
  {
    var Se = (w) => {
      var A = bf(), D = y(A);
      {
        let ye = /* @__PURE__ */ b(() => t(S) ?? "");
        Jt(D, {
          title: "Image",
          get code() {
            return t(ye);
          },
          get exporter() {
            return t(h);
          }
        });
      }
      var ne = u(D, 2), Q = y(ne);
      Q.value = Q.__value = "none";
      var le = u(Q);
      {
        var p = (ye) => {
          var Te = vf(), Fe = Pe(Te);
          Fe.value = Fe.__value = "attention";
          var Ke = u(Fe);
          Ke.value = Ke.__value = "sources";
          var Ae = u(Ke);
          Ae.value = Ae.__value = "readers", v(ye, Te);
        }, U = /* @__PURE__ */ b(() => r().tabs.includes("attention"));
        H(le, (ye) => {
          t(U) && ye(p);
        });
      }
      var L = u(le);
      {
        var $ = (ye) => {
          var Te = pf(), Fe = Pe(Te);
          Fe.value = Fe.__value = "word";
          var Ke = u(Fe);
          Ke.value = Ke.__value = "top";
          var Ae = u(Ke);
          {
            var De = (Ze) => {
              var Xe = hf();
              Xe.value = Xe.__value = "find", v(Ze, Xe);
            }, Be = /* @__PURE__ */ b(() => r().find.trim());
            H(Ae, (Ze) => {
              t(Be) && Ze(De);
            });
          }
          v(ye, Te);
        }, K = /* @__PURE__ */ b(() => r().tabs.includes("lens"));
        H(L, (ye) => {
          t(K) && ye($);
        });
      }
      var he = u(L);
      {
        var ge = (ye) => {
          var Te = gf(), Fe = z(Te);
          Te.value = Te.__value = "feature", I(() => O(Fe, `feature ${r().feature ?? ""}`)), v(ye, Te);
        };
        H(he, (ye) => {
          r().feature !== null && ye(ge);
        });
      }
      var Me = u(he);
      {
        var pe = (ye) => {
          var Te = _f();
          Te.value = Te.__value = "sweep", v(ye, Te);
        };
        H(Me, (ye) => {
          r().sweep && ye(pe);
        });
      }
      dt(ne);
      var be = u(ne, 2);
      bi(be, {
        get session() {
          return r();
        },
        get study() {
          return t(i);
        },
        get painting() {
          return t(c);
        },
        onexport: (ye) => j(h, ye)
      });
      var de = u(be, 2);
      {
        var oe = (ye) => {
          var Te = mf(), Fe = z(Te, !0);
          I(() => O(Fe, t(R))), v(ye, Te);
        };
        H(de, (ye) => {
          t(R) && ye(oe);
        });
      }
      var we = u(de, 2);
      {
        let ye = /* @__PURE__ */ b(() => n.long("sources"));
        _r(we, {
          get session() {
            return r();
          },
          get long() {
            return t(ye);
          },
          what: "What every head adds from each token"
        });
      }
      var Ee = u(we, 2);
      {
        let ye = /* @__PURE__ */ b(() => n.long("readers"));
        _r(Ee, {
          get session() {
            return r();
          },
          get long() {
            return t(ye);
          },
          what: "Who looks at the token"
        });
      }
      var Ce = u(Ee, 2);
      lf(Ce, {
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
      var Le = u(Ce, 2);
      Ld(Le, {
        get session() {
          return r();
        },
        get study() {
          return t(i);
        },
        get painted() {
          return n;
        }
      }), bt(ne, () => r().paint, (ye) => r().paint = ye), v(w, A);
    };
    H(ke, (w) => {
      t(i) && w(Se);
    });
  }
  var ie = u(ee, 2), ve = y(ie);
  {
    var E = (w) => {
      var A = Sf(), D = Pe(A);
      {
        var ne = (oe) => {
          var we = yf(), Ee = u(y(we));
          ue("click", Ee, () => r().changing.back()), v(oe, we);
        };
        H(D, (oe) => {
          r().clean && oe(ne);
        });
      }
      var Q = u(D, 2);
      {
        var le = (oe) => {
          var we = kf();
          Oe(we, 21, () => r().shownTabs, ze, (Ee, Ce) => {
            var Le = wf(), ye = z(Le, !0);
            I(() => {
              te(Le, "id", `tab-${t(Ce) ?? ""}`), te(Le, "aria-selected", t(k) === t(Ce)), te(Le, "tabindex", t(k) === t(Ce) ? 0 : -1), O(ye, d[t(Ce)]);
            }), ue("keydown", Le, F), ue("click", Le, () => {
              r().tab = t(Ce), t(Ce) === "lens" && (r().paint === "none" || r().paint === "attention") && (r().paint = "top");
            }), v(Ee, Le);
          }), v(oe, we);
        };
        H(Q, (oe) => {
          r().shownTabs.length > 1 && oe(le);
        });
      }
      var p = u(Q, 2), U = y(p);
      {
        var L = (oe) => {
          Gu(oe, {
            get session() {
              return r();
            },
            get study() {
              return t(i);
            }
          });
        };
        H(U, (oe) => {
          t(k) === "attribution" && oe(L);
        });
      }
      var $ = u(U, 2);
      {
        var K = (oe) => {
          ju(oe, {
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
        H($, (oe) => {
          t(k) === "attention" && oe(K);
        });
      }
      var he = u($, 2);
      {
        var ge = (oe) => {
          Md(oe, {
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
        H(he, (oe) => {
          t(k) === "lens" && oe(ge);
        });
      }
      var Me = u(he, 2);
      {
        var pe = (oe) => {
          id(oe, {
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
        H(Me, (oe) => {
          t(k) === "features" && oe(pe);
        });
      }
      var be = u(Me, 2);
      {
        var de = (oe) => {
          var we = It(), Ee = Pe(we);
          {
            var Ce = (ye) => {
              var Te = It(), Fe = Pe(Te);
              Oe(Fe, 17, () => t(i).sweeps, (Ke) => Ke.title, (Ke, Ae) => {
                _i(Ke, {
                  get session() {
                    return r();
                  },
                  get study() {
                    return t(i);
                  },
                  get stored() {
                    return t(Ae);
                  }
                });
              }), v(ye, Te);
            }, Le = (ye) => {
              var Te = xf(), Fe = Pe(Te);
              ef(Fe, {
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
              var Ke = u(Fe, 2);
              Tc(Ke, {
                get session() {
                  return r();
                },
                get study() {
                  return t(i);
                }
              }), v(ye, Te);
            };
            H(Ee, (ye) => {
              r().source.kind === "page" ? ye(Ce) : ye(Le, -1);
            });
          }
          v(oe, we);
        };
        H(be, (oe) => {
          t(k) === "causes" && oe(de);
        });
      }
      I(() => {
        te(p, "role", r().shownTabs.length > 1 ? "tabpanel" : null), te(p, "aria-labelledby", r().shownTabs.length > 1 ? `tab-${t(k)}` : null);
      }), v(w, A);
    }, Y = (w) => {
      var A = Mf();
      v(w, A);
    };
    H(ve, (w) => {
      t(i) ? w(E) : r().source.kind === "server" && w(Y, 1);
    });
  }
  I(() => O(q, r().busy ? "working…" : "")), ue("click", M, (w) => {
    w.preventDefault(), document.getElementById("views")?.focus();
  }), v(a, T), Ge();
}
ct(["click", "keydown"]);
var Ef = /* @__PURE__ */ x('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Tf = /* @__PURE__ */ x('<p class="fine">No feature has this number or word.</p>'), Of = /* @__PURE__ */ x('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <!></section></div>'), Pf = /* @__PURE__ */ x('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Lf(a, e) {
  Ye(e, !0);
  const r = 46, n = 6;
  let s = /* @__PURE__ */ J("density"), i = /* @__PURE__ */ J(""), o = /* @__PURE__ */ J(0), l = /* @__PURE__ */ J(600), c = /* @__PURE__ */ J(-1), f = /* @__PURE__ */ J(null);
  const h = /* @__PURE__ */ b(() => {
    const E = t(i).trim().toLowerCase();
    return e.data.features.filter((w) => !E || String(w.feature) === E || w.up.some(([A]) => A.toLowerCase().includes(E))).toSorted((w, A) => t(s) === "feature" ? w.feature - A.feature : A[t(s)] - w[t(s)]);
  }), g = /* @__PURE__ */ b(() => Math.max(0, Math.floor(t(o) / r) - n)), P = /* @__PURE__ */ b(() => t(h).slice(t(g), t(g) + Math.ceil(t(l) / r) + 2 * n)), d = /* @__PURE__ */ b(() => t(h).find((E) => E.feature === t(c)) ?? t(h)[0]), _ = (E) => E.up.slice(0, 4).map(([Y]) => tt(Y)).join("  ");
  async function F(E) {
    const Y = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[E.key];
    if (Y === void 0 || !t(h).length) return;
    E.preventDefault();
    const w = Math.min(t(h).length - 1, Math.max(0, t(h).indexOf(t(d)) + Y));
    j(c, t(h)[w].feature, !0), t(f) && (w * r < t(f).scrollTop || (w + 1) * r > t(f).scrollTop + t(l)) && (t(f).scrollTop = w * r - t(l) / 2), await ti();
  }
  var N = Pf(), k = Pe(N), S = y(k), R = y(S), T = z(R, !0), M = u(R, 2), m = z(M), C = u(k, 2), q = y(C), V = y(q), G = y(V), se = u(y(G)), B = u(G, 2), W = u(y(B)), ae = y(W);
  ae.value = ae.__value = "density";
  var re = u(ae);
  re.value = re.__value = "max";
  var ee = u(re);
  ee.value = ee.__value = "feature", dt(W);
  var Z = u(V, 2), ce = y(Z);
  let me;
  Oe(ce, 23, () => t(P), (E) => E.feature, (E, Y, w) => {
    var A = Ef();
    let D;
    var ne = y(A), Q = z(ne, !0), le = u(ne), p = z(le), U = u(le), L = z(U, !0);
    I(
      ($, K, he) => {
        te(A, "id", `feature-${t(Y).feature ?? ""}`), te(A, "aria-selected", t(Y) === t(d)), te(A, "aria-setsize", t(h).length), te(A, "aria-posinset", t(g) + t(w) + 1), D = qe(A, "", D, {
          top: `${(t(g) + t(w)) * r}px`,
          height: "46px"
        }), O(Q, t(Y).feature), O(p, `${$ ?? ""} of tokens, up to ${K ?? ""}`), O(L, he);
      },
      [
        () => ht(t(Y).density),
        () => We(t(Y).max),
        () => _(t(Y))
      ]
    ), ue("click", A, () => j(c, t(Y).feature, !0)), v(E, A);
  }), br(Z, (E) => j(f, E), () => t(f));
  var ke = u(Z, 2);
  {
    var Se = (E) => {
      var Y = Tf();
      v(E, Y);
    };
    H(ke, (E) => {
      t(h).length || E(Se);
    });
  }
  var ie = u(q, 2);
  {
    var ve = (E) => {
      var Y = Of(), w = y(Y), A = y(w), D = z(A), ne = u(A, 2), Q = z(ne), le = u(ne, 2);
      mi(le, {
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
      }), I(
        (p, U) => {
          te(w, "aria-label", `Feature ${t(d).feature ?? ""}`), O(D, `Feature ${t(d).feature ?? ""}`), O(Q, `active at ${p ?? ""} of tokens, up to ${U ?? ""}`);
        },
        [
          () => ht(t(d).density),
          () => We(t(d).max)
        ]
      ), v(E, Y);
    };
    H(ie, (E) => {
      t(d) && E(ve);
    });
  }
  I(
    (E, Y, w, A) => {
      O(T, e.data.title), O(m, `${E ?? ""} of ${Y ?? ""} features, over ${w ?? ""} tokens of ${A ?? ""} examples`), te(Z, "aria-label", `Features, ${t(h).length ?? ""}`), te(Z, "aria-activedescendant", t(d) ? `feature-${t(d).feature}` : void 0), me = qe(ce, "", me, {
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
  ), kt(se, () => t(i), (E) => j(i, E)), bt(W, () => t(s), (E) => j(s, E)), Je("scroll", Z, () => j(o, t(f).scrollTop, !0)), ue("keydown", Z, F), ca(Z, "clientHeight", (E) => j(l, E)), v(a, N), Ge();
}
ct(["keydown", "click"]);
function yi(a, e) {
  return a.classList.add("vlm"), ii(Nf, { target: a, props: { session: new Eu(e) } });
}
const Vr = document.querySelector("#app[data-start]"), ps = document.getElementById("features")?.textContent;
if (Vr && ps)
  Vr.classList.add("vlm"), ii(Lf, { target: Vr, props: { data: JSON.parse(ps) } });
else if (Vr) {
  const a = document.getElementById("study")?.textContent;
  yi(Vr, a ? new wu(JSON.parse(a)) : new yu());
}
const Cf = {
  render({ model: a, el: e }) {
    const r = yi(e, new ku(a));
    return () => ll(r);
  }
};
export {
  Cf as default,
  yi as start
};

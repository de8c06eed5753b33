var Na = Array.isArray, Ui = Array.prototype.indexOf, Qr = Array.prototype.includes, Ta = Array.from, hs = Object.defineProperty, kr = Object.getOwnPropertyDescriptor, ps = Object.getOwnPropertyDescriptors, Hi = Object.prototype, zi = Array.prototype, gn = Object.getPrototypeOf, Jn = Object.isExtensible;
const er = () => {
};
function Bi(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function gs() {
  var a, e, t = new Promise((n, s) => {
    a = n, e = s;
  });
  return { promise: t, resolve: a, reject: e };
}
function Vt(a, e) {
  if (Array.isArray(a))
    return a;
  if (e === void 0 || !(Symbol.iterator in a))
    return Array.from(a);
  const t = [];
  for (const n of a)
    if (t.push(n), t.length === e) break;
  return t;
}
const ot = 2, Er = 4, Pa = 8, _s = 1 << 24, Nt = 16, Ot = 32, rr = 64, $a = 128, _n = 256, Lt = 512, $e = 1024, qe = 2048, yt = 4096, lt = 8192, st = 16384, Rr = 32768, $r = 1 << 25, vr = 65536, ma = 1 << 17, qi = 1 << 18, Cr = 1 << 19, Wi = 1 << 20, Dt = 1 << 25, ba = 1 << 21, xr = 1 << 22, tr = 1 << 23, Yt = /* @__PURE__ */ Symbol("$state"), ms = /* @__PURE__ */ Symbol("component"), Ji = /* @__PURE__ */ Symbol("legacy props"), Ki = /* @__PURE__ */ Symbol(""), bs = /* @__PURE__ */ Symbol("attributes"), en = /* @__PURE__ */ Symbol("class"), tn = /* @__PURE__ */ Symbol("style"), rn = /* @__PURE__ */ Symbol("text"), ha = /* @__PURE__ */ Symbol("form reset"), aa = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Vi = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Yi = 1, Gi = 2, ys = 4, Xi = 8, Zi = 16, Qi = 1, $i = 4, eo = 8, to = 16, ws = 1, ro = 2, ks = {}, Qe = /* @__PURE__ */ Symbol("uninitialized"), ao = "http://www.w3.org/1999/xhtml";
function no() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function so() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function io() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function xs(a) {
  return a === this.v;
}
function Ss(a, e) {
  return a != a ? e == e : a !== e || a !== null && typeof a == "object" || typeof a == "function";
}
function Ms(a) {
  return !Ss(a, this.v);
}
function oo() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function lo(a, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function uo(a) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function co() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function fo(a) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function vo() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function ho(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function po() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function go() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function _o() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function mo() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let ut = null;
function Nr(a) {
  ut = a;
}
function Ge(a, e = !1, t) {
  ut = {
    p: ut,
    i: !1,
    c: null,
    e: null,
    s: a,
    x: null,
    r: (
      /** @type {Effect} */
      Re
    ),
    l: null
  };
}
function Xe(a) {
  var e = (
    /** @type {ComponentContext} */
    ut
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var n of t)
      qs(n);
  }
  return e.i = !0, ut = e.p, mn(a);
}
function mn(a = {}) {
  return hs(a, ms, { value: !0 }), a;
}
function As() {
  return !0;
}
let lr = [];
function Es() {
  var a = lr;
  lr = [], Bi(a);
}
function Kt(a) {
  if (lr.length === 0 && !Yr) {
    var e = lr;
    queueMicrotask(() => {
      e === lr && Es();
    });
  }
  lr.push(a);
}
function bo() {
  for (; lr.length > 0; )
    Es();
}
const yo = -7169;
function Ye(a, e) {
  a.f = a.f & yo | e;
}
function bn(a) {
  (a.f & Lt) !== 0 || a.deps === null ? Ye(a, $e) : Ye(a, yt);
}
function Ns(a, e) {
  (a.f & qe) !== 0 ? e.set(a, qe) : (a.f & yt) !== 0 && e.get(a) !== qe && e.set(a, yt), Ye(a, $e);
}
let Kn = !1;
function wo() {
  Kn || (Kn = !0, document.addEventListener(
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
function Ir(a) {
  var e = Pe, t = Re;
  Mt(null), Bt(null);
  try {
    return a();
  } finally {
    Mt(e), Bt(t);
  }
}
function yn(a, e, t, n = t) {
  a.addEventListener(e, () => Ir(t));
  const s = (
    /** @type {any} */
    a[ha]
  );
  s ? a[ha] = () => {
    s(), n(!0);
  } : a[ha] = () => n(!0), wo();
}
function ko(a, e, t, n) {
  const s = ea;
  var i = a.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Re
  ), c = xo(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function p(d) {
    if ((l.f & st) === 0) {
      c();
      try {
        n([...o, ...d]);
      } catch (h) {
        jt(h, l);
      }
      ya();
    }
  }
  var v = Ts();
  if (t.length === 0) {
    f.then(() => p([])).finally(v);
    return;
  }
  function w() {
    Promise.all(t.map((d) => /* @__PURE__ */ So(d))).then(p).catch((d) => jt(d, l)).finally(v);
  }
  f ? f.then(() => {
    if ((l.f & st) !== 0) {
      v();
      return;
    }
    c(), w(), ya();
  }) : w();
}
function xo() {
  var a = (
    /** @type {Effect} */
    Re
  ), e = Pe, t = ut, n = (
    /** @type {Batch} */
    Ne
  );
  return function(i = !0) {
    Bt(a), Mt(e), Nr(t), i && (a.f & st) === 0 && (n?.activate(), n?.apply());
  };
}
function ya(a = !0) {
  Bt(null), Mt(null), Nr(null), a && Ne?.deactivate();
}
function Ts() {
  var a = (
    /** @type {Effect} */
    Re
  ), e = a.b, t = (
    /** @type {Batch} */
    Ne
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(n, a), () => {
    e?.update_pending_count(-1, t), t.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function ea(a) {
  var e = ot | qe;
  return Re !== null && (Re.f |= Cr), {
    ctx: ut,
    deps: null,
    effects: null,
    equals: xs,
    f: e,
    fn: a,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Qe
    ),
    wv: 0,
    parent: Re,
    ac: null
  };
}
const Jr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function So(a, e, t) {
  let n = (
    /** @type {Effect | null} */
    Re
  );
  n === null && oo();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = hr(
    /** @type {V} */
    Qe
  ), o = !Pe, l = /* @__PURE__ */ new Set();
  return Ho(() => {
    var c = (
      /** @type {Effect} */
      Re
    ), f = gs();
    s = f.promise;
    try {
      Promise.resolve(a()).then(f.resolve, (d) => {
        d !== aa && f.reject(d);
      }).finally(ya);
    } catch (d) {
      f.reject(d), ya();
    }
    var p = (
      /** @type {Batch} */
      Ne
    );
    if (o) {
      if ((c.f & Rr) !== 0)
        var v = Ts();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        p.async_deriveds.get(c)?.reject(Jr);
      else
        for (const d of l.values())
          d.reject(Jr);
      l.add(f), p.async_deriveds.set(c, f);
    }
    const w = (d, h = void 0) => {
      v?.(), l.delete(f), h !== Jr && (p.activate(), h ? (i.f |= tr, Tr(i, h)) : ((i.f & tr) !== 0 && (i.f ^= tr), Tr(i, d)), p.deactivate());
    };
    f.promise.then(w, (d) => w(null, d || "unknown"));
  }), Mn(() => {
    for (const c of l)
      c.reject(Jr);
  }), new Promise((c) => {
    function f(p) {
      function v() {
        p === s ? c(i) : f(s);
      }
      p.then(v, v);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function S(a) {
  const e = /* @__PURE__ */ ea(a);
  return Ys(e), e;
}
// @__NO_SIDE_EFFECTS__
function Ps(a) {
  const e = /* @__PURE__ */ ea(a);
  return e.equals = Ms, e;
}
function Mo(a) {
  var e = a.effects;
  if (e !== null) {
    a.effects = null;
    for (var t = 0; t < e.length; t += 1)
      pt(
        /** @type {Effect} */
        e[t]
      );
  }
}
function wn(a) {
  var e, t = Re, n = a.parent;
  if (!Xt && n !== null && a.v !== Qe && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (st | lt)) !== 0)
    return no(), a.v;
  Bt(n);
  try {
    Mo(a), e = Qs(a);
  } finally {
    Bt(t);
  }
  return e;
}
function Ls(a) {
  var e = wn(a);
  if (!a.equals(e) && (a.wv = Xs(), (!Ne?.is_fork || a.deps === null) && (Ne !== null ? (Ne.capture(a, e, !0), Sr?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    Ye(a, $e);
    return;
  }
  Xt || (Tt !== null ? (Sn() || Ne?.is_fork) && Tt.set(a, e) : bn(a));
}
function Ao(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Ir(() => {
        e.ac.abort(aa), e.ac = null;
      }), e.fn !== null && (e.teardown = er), ta(e, 0), An(e));
}
function Os(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Pr(e);
}
let qa = null, br = null, Ne = null, Sr = null, Tt = null, an = null, Yr = !1, Wa = !1, Gr = null, pa = null;
var Vn = 0;
let Eo = 1;
class ar {
  id = Eo++;
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
    br === null ? qa = br = this : (br.next = this, this.prev = br), br = this;
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
        Ye(s, qe), t(s);
      for (s of n.m)
        Ye(s, yt), t(s);
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
      if (!((i.f & st) !== 0 || (i.f & (qe | yt)) === 0)) {
        for (var t = i, n = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (rr | Ot)) !== 0) {
            if ((s & $e) === 0) {
              n = !0;
              break;
            }
            t.f ^= $e;
          }
        }
        n || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, c] of this.#i)
      Ye(l, c), this.schedule(l);
    this.apply();
    for (var e = Gr = [], t = [], n = pa = []; this.#s.length > 0; ) {
      Vn++ > 1e3 && (this.#d(), To());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (c) {
          throw Is(l), this.#h() || this.discard(), c;
        }
    }
    if (Ne = null, n.length > 0) {
      var s = ar.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Gr = null, pa = null, this.#h()) {
      this.#g(t), this.#g(e);
      for (const [l, c] of this.#l)
        Cs(l, c);
      n.length > 0 && /** @type {unknown} */
      Ne.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(t), this.#g(e), i.#f(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Sr = this, Yn(t), Yn(e), Sr = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Ne
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (Ut.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, n) {
    e.f ^= $e;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Ot | rr)) !== 0, l = o && (i & $e) !== 0, c = l || (i & lt) !== 0 || this.#l.has(s);
      if (!c && s.fn !== null) {
        o ? s.f ^= $e : (i & Er) !== 0 ? t.push(s) : oa(s) && ((i & Nt) !== 0 && this.add_dirty_reaction(s, yt), Pr(s));
        var f = s.first;
        if (f !== null) {
          s = f;
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
    for (const [t, [, n]] of this.current)
      if (!n && e.current.has(t))
        return !0;
    return !1;
  }
  /**
   * @param {Batch} batch
   */
  #f(e) {
    for (const [n, s] of e.current)
      !this.previous.has(n) && e.previous.has(n) && this.previous.set(n, e.previous.get(n)), this.current.set(n, s);
    for (const [n, s] of e.async_deriveds) {
      const i = this.async_deriveds.get(n);
      i && s.promise.then(i.resolve).catch(i.reject);
    }
    e.async_deriveds.clear(), this.transfer_reactions(e.#i);
    const t = (n) => {
      var s = n.reactions;
      if (s !== null && !((n.f & ot) !== 0 && (n.f & (qe | yt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & ot) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (xr | Nt) && !this.async_deriveds.has(o) && (this.#i.delete(o), Ye(o, qe), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      t(n);
    this.oncommit(() => e.discard()), e.#d(), Ne = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var t = 0; t < e.length; t += 1)
      Ns(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, n = !1) {
    e.v !== Qe && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & tr) === 0 && (this.current.set(e, [t, n]), Tt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    Ne = this;
  }
  deactivate() {
    Ne = null, Tt = null;
  }
  flush() {
    try {
      Wa = !0, Ne = this, this.#p();
    } finally {
      Vn = 0, an = null, Gr = null, pa = null, Wa = !1, Ne = null, Tt = null, Ut.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Jr);
    this.#d(), this.#n?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let v = qa; v !== null; v = v.next) {
      var e = v.id < this.id, t = [];
      for (const [w, [d, h]] of this.current) {
        if (v.current.has(w)) {
          var n = (
            /** @type {[any, boolean]} */
            v.current.get(w)[0]
          );
          if (e && d !== n)
            v.current.set(w, [d, h]);
          else
            continue;
        }
        t.push(w);
      }
      if (e)
        for (const [w, d] of this.async_deriveds) {
          const h = v.async_deriveds.get(w);
          h && d.promise.then(h.resolve).catch(h.reject);
        }
      var s = [...v.current.keys()].filter(
        (w) => !/** @type {[any, boolean]} */
        v.current.get(w)[1]
      );
      if (!(!v.started || s.length === 0)) {
        var i = s.filter((w) => !this.current.has(w));
        if (i.length === 0)
          e && v.discard();
        else if (t.length > 0) {
          if (e)
            for (const w of this.#v)
              v.unskip_effect(w, (d) => {
                (d.f & (Nt | xr)) !== 0 ? v.schedule(d) : v.#g([d]);
              });
          v.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of t)
            Rs(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...v.current].filter(([w, d]) => {
            const h = this.current.get(w);
            return h ? h[0] !== d[0] || h[1] !== d[1] : !0;
          }).map(([w]) => w);
          if (f.length > 0)
            for (const w of this.#o)
              (w.f & (st | lt | ma)) === 0 && kn(w, f, l) && ((w.f & (xr | Nt)) !== 0 ? (Ye(w, qe), v.schedule(w)) : v.add_dirty_reaction(w, qe));
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
    this.#u || (this.#u = !0, Kt(() => {
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
    (t === qe || this.#i.get(e) !== qe) && this.#i.set(e, t);
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
    return (this.#n ??= gs()).promise;
  }
  static ensure() {
    if (Ne === null) {
      const e = Ne = new ar();
      !Wa && !Yr && Kt(() => {
        e.started || e.flush();
      });
    }
    return Ne;
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
    if (an = e, e.b?.is_pending && (e.f & (Er | Pa | _s)) !== 0 && (e.f & Rr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? qa = t : e.next = t, t === null ? br = e : t.prev = e, this.linked = !1;
    }
  }
}
function No(a) {
  var e = Yr, t = Sr;
  Sr = null, Yr = !0;
  try {
    for (var n; ; ) {
      if (bo(), Ne === null)
        return (
          /** @type {T} */
          n
        );
      Ne.flush();
    }
  } finally {
    Yr = e, Sr = t;
  }
}
function To() {
  try {
    vo();
  } catch (a) {
    jt(a, an);
  }
}
let Wt = null;
function Yn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var n = a[t++];
      if ((n.f & (st | lt)) === 0 && oa(n) && (Wt = /* @__PURE__ */ new Set(), Pr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Js(n), Wt?.size > 0)) {
        Ut.clear();
        for (const s of Wt) {
          if ((s.f & (st | lt)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Wt.has(o) && (Wt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (st | lt)) === 0 && Pr(c);
          }
        }
        Wt.clear();
      }
    }
    Wt = null;
  }
}
function Rs(a, e, t, n) {
  if (!t.has(a) && (t.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & ot) !== 0 ? Rs(
        /** @type {Derived} */
        s,
        e,
        t,
        n
      ) : (i & (xr | Nt)) !== 0 && (i & qe) === 0 && kn(s, e, n) && (Ye(s, qe), xn(
        /** @type {Effect} */
        s
      ));
    }
}
function kn(a, e, t) {
  const n = t.get(a);
  if (n !== void 0) return n;
  if (a.deps !== null)
    for (const s of a.deps) {
      if (Qr.call(e, s))
        return !0;
      if ((s.f & ot) !== 0 && kn(
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
function xn(a) {
  Ne.schedule(a);
}
function Cs(a, e) {
  if (!((a.f & Ot) !== 0 && (a.f & $e) !== 0)) {
    (a.f & qe) !== 0 ? e.d.push(a) : (a.f & yt) !== 0 && e.m.push(a), Ye(a, $e);
    for (var t = a.first; t !== null; )
      Cs(t, e), t = t.next;
  }
}
function Is(a) {
  Ye(a, $e);
  for (var e = a.first; e !== null; )
    Is(e), e = e.next;
}
let wa = /* @__PURE__ */ new Set();
const Ut = /* @__PURE__ */ new Map();
let Fs = !1;
function hr(a, e) {
  var t = {
    f: 0,
    v: a,
    reactions: null,
    equals: xs,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function H(a, e) {
  const t = hr(a);
  return Ys(t), t;
}
// @__NO_SIDE_EFFECTS__
function Po(a, e = !1, t = !0) {
  const n = hr(a);
  return e || (n.equals = Ms), n;
}
function N(a, e, t = !1) {
  Pe !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Pt || (Pe.f & ma) !== 0) && As() && (Pe.f & (ot | Nt | xr | ma)) !== 0 && (Ht === null || !Ht.has(a)) && _o();
  let n = t ? ur(e) : e;
  return Tr(a, n, pa);
}
var or = null, nn = 0;
function Tr(a, e, t = null) {
  if (!a.equals(e)) {
    Xt ? Ut.set(a, e) : Ut.has(a) || Ut.set(a, a.v);
    var n = ar.ensure();
    if (n.capture(a, e), (a.f & ot) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & qe) !== 0 && wn(s), Tt === null && bn(s);
    }
    a.wv = Xs(), or = null, nn = 0, js(a, qe, t), or = null, Re !== null && (Re.f & $e) !== 0 && (Re.f & (Ot | rr)) === 0 && (wt === null ? qo([a]) : wt.push(a)), !n.is_fork && wa.size > 0 && !Fs && Lo();
  }
  return e;
}
function Lo() {
  Fs = !1;
  for (const a of wa) {
    (a.f & $e) !== 0 && Ye(a, yt);
    let e;
    try {
      e = oa(a);
    } catch {
      e = !0;
    }
    e && Pr(a);
  }
  wa.clear();
}
function Oo(a, e = 1) {
  var t = r(a), n = e === 1 ? t++ : t--;
  return N(a, t), n;
}
function Xr(a) {
  N(a, a.v + 1);
}
function js(a, e, t) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (nn += s, nn > 1e5 && or === null && (or = /* @__PURE__ */ new Set()), or !== null) {
      if (or.has(a)) return;
      or.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, c = (l & qe) === 0;
      if (c && Ye(o, e), (l & ma) !== 0)
        wa.add(
          /** @type {Effect} */
          o
        );
      else if ((l & ot) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Tt?.delete(f), js(f, yt, t);
      } else if (c) {
        var p = (
          /** @type {Effect} */
          o
        );
        (l & Nt) !== 0 && Wt !== null && Wt.add(p), t !== null ? t.push(p) : xn(p);
      }
    }
  }
}
function ur(a) {
  if (typeof a != "object" || a === null || Yt in a || ms in a)
    return a;
  const e = gn(a);
  if (e !== Hi && e !== zi)
    return a;
  var t = /* @__PURE__ */ new Map(), n = Na(a), s = /* @__PURE__ */ H(0), i = dr, o = (l) => {
    if (dr === i)
      return l();
    var c = Pe, f = dr;
    Mt(null), Zn(i);
    var p = l();
    return Mt(c), Zn(f), p;
  };
  return n && t.set("length", /* @__PURE__ */ H(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, c, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && po();
        var p = t.get(c);
        return p === void 0 ? o(() => {
          var v = /* @__PURE__ */ H(f.value);
          return t.set(c, v), v;
        }) : N(p, f.value, !0), !0;
      },
      deleteProperty(l, c) {
        var f = t.get(c);
        if (f === void 0) {
          if (c in l) {
            const p = o(() => /* @__PURE__ */ H(Qe));
            t.set(c, p), Xr(s);
          }
        } else
          N(f, Qe), Xr(s);
        return !0;
      },
      get(l, c, f) {
        if (c === Yt)
          return a;
        var p = t.get(c), v = c in l;
        if (p === void 0 && (!v || kr(l, c)?.writable) && (p = o(() => {
          var d = ur(v ? l[c] : Qe), h = /* @__PURE__ */ H(d);
          return h;
        }), t.set(c, p)), p !== void 0) {
          var w = r(p);
          return w === Qe ? void 0 : w;
        }
        return Reflect.get(l, c, f);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var f = Reflect.getOwnPropertyDescriptor(l, c), p = t.get(c);
        if (p !== void 0) {
          var v = r(p);
          if (v === Qe)
            return;
          if (f && "value" in f)
            f.value = v;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: v,
              writable: !0
            };
        }
        return f;
      },
      has(l, c) {
        if (c === Yt)
          return !0;
        var f = t.get(c), p = f !== void 0 && f.v !== Qe || Reflect.has(l, c);
        if (f !== void 0 || (Re !== null || Pe !== null) && (!p || kr(l, c)?.writable)) {
          f === void 0 && (f = o(() => {
            var w = p ? ur(l[c]) : Qe, d = /* @__PURE__ */ H(w);
            return d;
          }), t.set(c, f));
          var v = r(f);
          if (v === Qe)
            return !1;
        }
        return p;
      },
      set(l, c, f, p) {
        var v = t.get(c), w = c in l;
        if (n && c === "length")
          for (var d = f; d < /** @type {Source<number>} */
          v.v; d += 1) {
            var h = t.get(d + "");
            h !== void 0 ? N(h, Qe) : d in l && (h = o(() => /* @__PURE__ */ H(Qe)), t.set(d + "", h));
          }
        if (v === void 0)
          (!w || kr(l, c)?.writable) && (v = o(() => /* @__PURE__ */ H(void 0)), N(v, ur(f)), t.set(c, v));
        else {
          w = v.v !== Qe;
          var I = o(() => ur(f));
          N(v, I);
        }
        var g = Reflect.getOwnPropertyDescriptor(l, c);
        if (g?.set && g.set.call(p, f), !w) {
          if (n && typeof c == "string") {
            var m = (
              /** @type {Source<number>} */
              t.get("length")
            ), y = Number(c);
            Number.isInteger(y) && y >= m.v && N(m, y + 1);
          }
          Xr(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var c = Reflect.ownKeys(l).filter((v) => {
          var w = t.get(v);
          return w === void 0 || w.v !== Qe;
        });
        for (var [f, p] of t)
          p.v !== Qe && !(f in l) && c.push(f);
        return c;
      },
      setPrototypeOf() {
        go();
      }
    }
  );
}
function Gn(a) {
  try {
    if (a !== null && typeof a == "object" && Yt in a)
      return a[Yt];
  } catch {
  }
  return a;
}
function Ds(a, e) {
  return Object.is(Gn(a), Gn(e));
}
var ka, Us, Hs, zs;
function Ro() {
  if (ka === void 0) {
    ka = window, Us = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, t = Text.prototype;
    Hs = kr(e, "firstChild").get, zs = kr(e, "nextSibling").get, Jn(a) && (a[en] = void 0, a[bs] = null, a[tn] = void 0, a.__e = void 0), Jn(t) && (t[rn] = void 0);
  }
}
function Gt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ft(a) {
  return (
    /** @type {TemplateNode | null} */
    Hs.call(a)
  );
}
// @__NO_SIDE_EFFECTS__
function na(a) {
  return (
    /** @type {TemplateNode | null} */
    zs.call(a)
  );
}
function x(a, e) {
  return /* @__PURE__ */ Ft(a);
}
function Te(a, e = !1) {
  {
    var t = /* @__PURE__ */ Ft(a);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ na(t) : t;
  }
}
function J(a, e = !1) {
  return /* @__PURE__ */ Ft(a);
}
function u(a, e = 1, t = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ na(n);
  return n;
}
function Co(a) {
  a.textContent = "";
}
function Bs() {
  return !1;
}
function Io(a, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(a, { is: t }) : document.createElement(a)
  );
}
function Fo(a) {
  var e = Re;
  if (e === null)
    return Pe.f |= tr, a;
  if ((e.f & Rr) === 0 && (e.f & Er) === 0)
    throw a;
  jt(a, e);
}
function jt(a, e) {
  if (a === ks)
    throw a;
  if (!(e !== null && (e.f & st) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & $a) !== 0 && (e.f & (st | $r)) === 0) {
        if ((e.f & Rr) === 0)
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
function jo(a) {
  Re === null && (Pe === null && fo(), co()), Xt && uo();
}
function Do(a, e) {
  var t = e.last;
  t === null ? e.last = e.first = a : (t.next = a, a.prev = t, e.last = a);
}
function Zt(a, e) {
  var t = Re;
  t !== null && (t.f & lt) !== 0 && (a |= lt);
  var n = {
    ctx: ut,
    deps: null,
    nodes: null,
    f: a | qe | Lt,
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
  Ne?.register_created_effect(n);
  var s = n;
  if ((a & Er) !== 0)
    Gr !== null ? Gr.push(n) : ar.ensure().schedule(n);
  else if (e !== null) {
    try {
      Pr(n);
    } catch (o) {
      throw pt(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Cr) === 0 && (s = s.first, (a & Nt) !== 0 && (a & vr) !== 0 && s !== null && (s.f |= vr));
  }
  if (s !== null && (s.parent = t, t !== null && Do(s, t), Pe !== null && (Pe.f & ot) !== 0 && (a & rr) === 0)) {
    var i = (
      /** @type {Derived} */
      Pe
    );
    (i.effects ??= []).push(s);
  }
  return n;
}
function Sn() {
  return Pe !== null && !Pt;
}
function Mn(a) {
  const e = Zt(Pa, null);
  return Ye(e, $e), e.teardown = a, e;
}
function ht(a) {
  jo();
  var e = (
    /** @type {Effect} */
    Re.f
  ), t = !Pe && (e & Ot) !== 0 && ut !== null && !ut.i;
  if (t) {
    var n = (
      /** @type {ComponentContext} */
      ut
    );
    (n.e ??= []).push(a);
  } else
    return qs(a);
}
function qs(a) {
  return Zt(Er | Wi, a);
}
function Uo(a) {
  ar.ensure();
  const e = Zt(rr | Cr, a);
  return (t = {}) => new Promise((n) => {
    t.outro ? fr(e, () => {
      pt(e), n(void 0);
    }) : (pt(e), n(void 0));
  });
}
function La(a) {
  return Zt(Er, a);
}
function Ho(a) {
  return Zt(xr | Cr, a);
}
function sa(a, e = 0) {
  return Zt(Pa | e, a);
}
function F(a, e = [], t = [], n = []) {
  ko(n, e, t, (s) => {
    Zt(Pa, () => {
      a(...s.map(r));
    });
  });
}
function ia(a, e = 0) {
  var t = Zt(Nt | e, a);
  return t;
}
function xt(a) {
  return Zt(Ot | Cr, a);
}
function Ws(a) {
  var e = a.teardown;
  if (e !== null) {
    const t = Xt, n = Pe;
    Xn(!0), Mt(null);
    try {
      e.call(null);
    } catch (s) {
      jt(s, a.parent);
    } finally {
      Xn(t), Mt(n);
    }
  }
}
function An(a, e = !1) {
  var t = a.first;
  for (a.first = a.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Ir(() => {
      s.abort(aa);
    });
    var n = t.next;
    (t.f & rr) !== 0 ? t.parent = null : pt(t, e), t = n;
  }
}
function zo(a) {
  for (var e = a.first; e !== null; ) {
    var t = e.next;
    (e.f & Ot) === 0 && pt(e), e = t;
  }
}
function pt(a, e = !0) {
  var t = !1;
  (e || (a.f & qi) !== 0) && a.nodes !== null && a.nodes.end !== null && (Bo(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), t = !0), a.f |= $r, An(a, e && !t), ta(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  Ws(a), a.f ^= $r, a.f |= st;
  var s = a.parent;
  s !== null && s.first !== null && Js(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function Bo(a, e) {
  for (; a !== null; ) {
    var t = a === e ? null : /* @__PURE__ */ na(a);
    a.remove(), a = t;
  }
}
function Js(a) {
  var e = a.parent, t = a.prev, n = a.next;
  t !== null && (t.next = n), n !== null && (n.prev = t), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = t));
}
function fr(a, e, t = !0) {
  var n = [];
  a.f |= _n, Ks(a, n, !0);
  var s = () => {
    t && pt(a), e && e();
  }, i = n.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of n)
      l.out(o);
  } else
    s();
}
function Ks(a, e, t) {
  if ((a.f & lt) === 0) {
    a.f ^= lt;
    var n = a.nodes && a.nodes.t;
    if (n !== null)
      for (const l of n)
        (l.is_global || t) && e.push(l);
    for (var s = a.first; s !== null; ) {
      var i = s.next;
      if ((s.f & rr) === 0) {
        var o = (s.f & vr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Ot) !== 0 && (a.f & Nt) !== 0;
        Ks(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function xa(a) {
  a.f &= ~_n, Vs(a, !0);
}
function Vs(a, e) {
  if ((a.f & _n) === 0 && (a.f & lt) !== 0) {
    a.f ^= lt, (a.f & $e) === 0 && (Ye(a, qe), ar.ensure().schedule(a));
    for (var t = a.first; t !== null; ) {
      var n = t.next, s = (t.f & vr) !== 0 || (t.f & Ot) !== 0;
      Vs(t, s ? e : !1), t = n;
    }
    var i = a.nodes && a.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function En(a, e) {
  if (a.nodes)
    for (var t = a.nodes.start, n = a.nodes.end; t !== null; ) {
      var s = t === n ? null : /* @__PURE__ */ na(t);
      e.append(t), t = s;
    }
}
let Xt = !1;
function Xn(a) {
  Xt = a;
}
let Pe = null, Pt = !1;
function Mt(a) {
  Pe = a;
}
let Re = null;
function Bt(a) {
  Re = a;
}
let Ht = null;
function Ys(a) {
  Pe !== null && ((Pe.f & ba) !== 0 || (Pe.f & ot) !== 0) && (Ht ??= /* @__PURE__ */ new Set()).add(a);
}
let dt = null, mt = 0, wt = null;
function qo(a) {
  wt = a;
}
let Gs = 1, cr = 0, dr = cr;
function Zn(a) {
  dr = a;
}
function Xs() {
  return ++Gs;
}
function oa(a) {
  var e = a.f;
  if ((e & qe) !== 0)
    return !0;
  if ((e & yt) !== 0) {
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
    Tt === null && Ye(a, $e);
  }
  return !1;
}
function Zs(a, e, t = !0) {
  var n = a.reactions;
  if (n !== null && !(Ht !== null && Ht.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & ot) !== 0 ? Zs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? Ye(i, qe) : (i.f & $e) !== 0 && Ye(i, yt), xn(
        /** @type {Effect} */
        i
      ));
    }
}
function Qs(a) {
  var e = dt, t = mt, n = wt, s = Pe, i = Ht, o = ut, l = Pt, c = dr, f = a.f;
  dt = /** @type {null | Value[]} */
  null, mt = 0, wt = null, Pe = (f & (Ot | rr)) === 0 ? a : null, Ht = null, Nr(a.ctx), Pt = !1, dr = ++cr, a.ac !== null && (Ir(() => {
    a.ac.abort(aa);
  }), a.ac = null);
  try {
    a.f |= ba;
    var p = (
      /** @type {Function} */
      a.fn
    ), v = p();
    a.f |= Rr;
    var w = Qn(a);
    if (As() && wt !== null && !Pt && w !== null && (a.f & (ot | yt | qe)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      wt.length; d++)
        Zs(
          wt[d],
          /** @type {Effect} */
          a
        );
    if (s !== null && s !== a) {
      if (cr++, s.deps !== null)
        for (let h = 0; h < t; h += 1)
          s.deps[h].rv = cr;
      if (e !== null)
        for (const h of e)
          h.rv = cr;
      wt !== null && (n === null ? n = wt : n.push(.../** @type {Source[]} */
      wt));
    }
    return (a.f & tr) !== 0 && (a.f ^= tr), v;
  } catch (h) {
    return Qn(a), Fo(h);
  } finally {
    a.f ^= ba, dt = e, mt = t, wt = n, Pe = s, Ht = i, Nr(o), Pt = l, dr = c;
  }
}
function Qn(a) {
  var e = a.deps, t = Ne?.is_fork;
  if (dt !== null) {
    var n;
    if (t || ta(a, mt), e !== null && mt > 0)
      for (e.length = mt + dt.length, n = 0; n < dt.length; n++)
        e[mt + n] = dt[n];
    else
      a.deps = e = dt;
    if (Sn() && (a.f & Lt) !== 0)
      for (n = mt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !t && e !== null && mt < e.length && (ta(a, mt), e.length = mt);
  return e;
}
function Wo(a, e) {
  let t = e.reactions;
  if (t !== null) {
    var n = Ui.call(t, a);
    if (n !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[n] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & ot) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (dt === null || !Qr.call(dt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Lt) !== 0 && (i.f ^= Lt), i.v !== Qe && bn(i), i.ac !== null && Ir(() => {
      i.ac.abort(aa), i.ac = null, Ye(i, qe);
    }), Ao(i), ta(i, 0);
  }
}
function ta(a, e) {
  var t = a.deps;
  if (t !== null)
    for (var n = e; n < t.length; n++)
      Wo(a, t[n]);
}
function Pr(a) {
  var e = a.f;
  if ((e & st) === 0) {
    Ye(a, $e);
    var t = Re;
    Re = a;
    try {
      (e & (Nt | _s)) !== 0 ? zo(a) : An(a), Ws(a);
      var n = Qs(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Gs;
      var s;
    } finally {
      Re = t;
    }
  }
}
async function $s() {
  await Promise.resolve(), No();
}
function r(a) {
  var e = a.f, t = (e & ot) !== 0;
  if (Pe !== null && !Pt) {
    var n = Re !== null && (Re.f & st) !== 0;
    if (!n && (Ht === null || !Ht.has(a))) {
      var s = Pe.deps;
      if ((Pe.f & ba) !== 0)
        a.rv < cr && (a.rv = cr, dt === null && s !== null && s[mt] === a ? mt++ : dt === null ? dt = [a] : dt.push(a));
      else {
        Pe.deps ??= [], Qr.call(Pe.deps, a) || Pe.deps.push(a);
        var i = a.reactions;
        i === null ? a.reactions = [Pe] : Qr.call(i, Pe) || i.push(Pe);
      }
    }
  }
  if (Xt && Ut.has(a))
    return Ut.get(a);
  if (t) {
    var o = (
      /** @type {Derived} */
      a
    );
    if (Xt) {
      var l = o.v;
      return ((o.f & $e) === 0 && o.reactions !== null || ti(o)) && (l = wn(o)), Ut.set(o, l), l;
    }
    var c = (o.f & Lt) === 0 && !Pt && Pe !== null && (Pe.f & Lt) !== 0, f = (o.f & Rr) === 0;
    oa(o) && (c && (o.f |= Lt), Ls(o)), c && !f && (Os(o), ei(o));
  }
  if (Tt?.has(a))
    return Tt.get(a);
  if ((a.f & tr) !== 0)
    throw a.v;
  return a.v;
}
function ei(a) {
  if (a.f |= Lt, a.deps !== null)
    for (const t of a.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [a] : Qr.call(e, a) || e.push(a), (t.f & ot) !== 0 && (t.f & Lt) === 0 && (Os(
        /** @type {Derived} */
        t
      ), ei(
        /** @type {Derived} */
        t
      ));
    }
}
function ti(a) {
  if (a.v === Qe) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Ut.has(e) || (e.f & ot) !== 0 && ti(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function At(a) {
  var e = Pt;
  try {
    return Pt = !0, a();
  } finally {
    Pt = e;
  }
}
function Jo(a) {
  if (!(typeof a != "object" || !a || a instanceof EventTarget)) {
    if (Yt in a)
      sn(a);
    else if (!Array.isArray(a))
      for (let e in a) {
        const t = a[e];
        typeof t == "object" && t && Yt in t && sn(t);
      }
  }
}
function sn(a, e = /* @__PURE__ */ new Set()) {
  if (typeof a == "object" && a !== null && // We don't want to traverse DOM elements
  !(a instanceof EventTarget) && !e.has(a)) {
    e.add(a), a instanceof Date && a.getTime();
    for (let n in a)
      try {
        sn(a[n], e);
      } catch {
      }
    const t = gn(a);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const n = ps(t);
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
const Ko = ["touchstart", "touchmove"];
function Vo(a) {
  return Ko.includes(a);
}
const Kr = /* @__PURE__ */ Symbol("events"), ri = /* @__PURE__ */ new Set(), on = /* @__PURE__ */ new Set();
function Yo(a, e, t, n = {}) {
  function s(i) {
    if (n.capture || ln.call(e, i), !i.cancelBubble)
      return Ir(() => t?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Kt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function Ue(a, e, t, n, s) {
  var i = { capture: n, passive: s }, o = Yo(a, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && Mn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function le(a, e, t) {
  (e[Kr] ??= {})[a] = t;
}
function ct(a) {
  for (var e = 0; e < a.length; e++)
    ri.add(a[e]);
  for (var t of on)
    t(a);
}
let Ja = null, Ka = !1;
function ln(a) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), n = a.type, s = a.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || a.target
  );
  Ja = a, Ka || (Ka = !0, setTimeout(() => {
    Ka = !1, Ja = null;
  }));
  var o = 0, l = Ja === a && a[Kr];
  if (l) {
    var c = s.indexOf(l);
    if (c !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Kr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    c <= f && (o = c);
  }
  if (i = /** @type {Element} */
  s[o] || a.target, i !== e) {
    hs(a, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var p = Pe, v = Re;
    Mt(null), Bt(null);
    try {
      for (var w, d = []; i !== null && i !== e; ) {
        try {
          var h = i[Kr]?.[n];
          h != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && h.call(i, a);
        } catch (I) {
          w ? d.push(I) : w = I;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (w) {
        for (let I of d)
          queueMicrotask(() => {
            throw I;
          });
        throw w;
      }
    } finally {
      a[Kr] = e, delete a.currentTarget, Mt(p), Bt(v);
    }
  }
}
const Go = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (a) => a
  })
);
function Xo(a) {
  return (
    /** @type {string} */
    Go?.createHTML(a) ?? a
  );
}
function ai(a) {
  var e = Io("template");
  return e.innerHTML = Xo(a.replaceAll("<!>", "<!---->")), e.content;
}
function Lr(a, e) {
  var t = (
    /** @type {Effect} */
    Re
  );
  t.nodes === null && (t.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function M(a, e) {
  var t = (e & ws) !== 0, n = (e & ro) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = ai(i ? a : "<!>" + a), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ft(s)));
    var o = (
      /** @type {TemplateNode} */
      n || Us ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(o)
      ), c = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Lr(l, c);
    } else
      Lr(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Zo(a, e, t = "svg") {
  var n = !a.startsWith("<!>"), s = (e & ws) !== 0, i = `<${t}>${n ? a : "<!>" + a}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        ai(i)
      ), c = (
        /** @type {Element} */
        /* @__PURE__ */ Ft(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ft(c); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ft(c)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ft(c);
    }
    var f = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var p = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(f)
      ), v = (
        /** @type {TemplateNode} */
        f.lastChild
      );
      Lr(p, v);
    } else
      Lr(f, f);
    return f;
  };
}
// @__NO_SIDE_EFFECTS__
function Fr(a, e) {
  return /* @__PURE__ */ Zo(a, e, "svg");
}
function un(a = "") {
  {
    var e = Gt(a + "");
    return Lr(e, e), e;
  }
}
function Rt() {
  var a = document.createDocumentFragment(), e = document.createComment(""), t = Gt();
  return a.append(e, t), Lr(e, t), a;
}
function b(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function Qo(a) {
  let e = 0, t = hr(0), n;
  return () => {
    Sn() && (r(t), sa(() => (e === 0 && (n = At(() => a(() => Xr(t)))), e += 1, () => {
      Kt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, Xr(t));
      });
    })));
  };
}
var $o = vr | Cr;
function el(a, e, t, n) {
  new tl(a, e, t, n);
}
class tl {
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
  #p = Qo(() => (this.#c = hr(this.#v), () => {
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
        Re
      );
      o.b = this, o.f |= $a, n(i);
    }, this.parent = /** @type {Effect} */
    Re.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#n = ia(() => {
      this.#y();
    }, $o);
  }
  #b() {
    try {
      this.#s = xt(() => this.#a(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: n, invoke_onerror: s } = this.#m(e);
    Kt(s), t && (this.#i = xt(() => {
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
      if (!this.#f()) {
        if (t) {
          io();
          return;
        }
        t = !0, n && mo(), this.#i !== null && fr(this.#i, () => {
          this.#i = null;
        }), this.#w(() => {
          this.#y();
        });
      }
    };
    return { reset: s, invoke_onerror: () => {
      if (!this.#f())
        try {
          n = !0, this.#t.onerror?.(e, s), n = !1;
        } catch (o) {
          jt(o, this.#n && this.#n.parent);
        }
    } };
  }
  #f() {
    return (this.#n.f & (st | $r)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = xt(() => e(this.#e)), Kt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), n = Gt(), s = !1;
        if (t.append(n), this.#s = this.#w(() => {
          try {
            return xt(() => this.#a(n));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              jt(o, this.#n.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            Ne
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, fr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#d(
          /** @type {Batch} */
          Ne
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = xt(() => {
        this.#a(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        En(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = xt(() => t(this.#e));
      } else
        this.#d(
          /** @type {Batch} */
          Ne
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
    Ns(e, this.#_);
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
    var t = Re, n = Pe, s = ut;
    Bt(this.#n), Mt(this.#n), Nr(this.#n.ctx);
    try {
      return ar.ensure(), e();
    } finally {
      Bt(t), Mt(n), Nr(s);
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
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && fr(this.#o, () => {
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
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Kt(() => {
      this.#h = !1, this.#c && Tr(this.#c, this.#v);
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
    if (e === ks || !this.#t.onerror && !this.#t.failed)
      throw e;
    Ne?.is_fork ? (this.#s && Ne.skip_effect(this.#s), this.#o && Ne.skip_effect(this.#o), this.#i && Ne.skip_effect(this.#i), Ne.oncommit(() => {
      this.#f() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (pt(this.#s), this.#s = null), this.#o && (pt(this.#o), this.#o = null), this.#i && (pt(this.#i), this.#i = null);
    let t = this.#t.failed;
    const n = (s) => {
      if (this.#f()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#f() && (this.#i = this.#w(() => {
        try {
          return xt(() => {
            var l = (
              /** @type {Effect} */
              Re
            );
            l.b = this, l.f |= $a, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return jt(
            l,
            /** @type {Effect} */
            this.#n.parent
          ), null;
        }
      }));
    };
    Kt(() => {
      if (!this.#f()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          jt(i, this.#n && this.#n.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          n,
          /** @param {unknown} e */
          (i) => jt(i, this.#n && this.#n.parent)
        ) : n(s);
      }
    });
  }
}
function O(a, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (a[rn] ??= a.nodeValue) && (a[rn] = t, a.nodeValue = `${t}`);
}
function ni(a, e) {
  return rl(a, e);
}
const da = /* @__PURE__ */ new Map();
function rl(a, { target: e, anchor: t, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Ro();
  var c = void 0, f = Uo(() => {
    var p = t ?? e.appendChild(Gt());
    el(
      /** @type {TemplateNode} */
      p,
      {
        pending: () => {
        }
      },
      (d) => {
        Ge({});
        var h = (
          /** @type {ComponentContext} */
          ut
        );
        i && (h.c = i), s && (n.$$events = s), c = a(d, n) || mn(), Xe();
      },
      l
    );
    var v = /* @__PURE__ */ new Set(), w = (d) => {
      for (var h = 0; h < d.length; h++) {
        var I = d[h];
        if (!v.has(I)) {
          v.add(I);
          var g = Vo(I);
          for (const T of [e, document]) {
            var m = da.get(T);
            m === void 0 && (m = /* @__PURE__ */ new Map(), da.set(T, m));
            var y = m.get(I);
            y === void 0 ? (T.addEventListener(I, ln, { passive: g }), m.set(I, 1)) : m.set(I, y + 1);
          }
        }
      }
    };
    return w(Ta(ri)), on.add(w), () => {
      for (var d of v)
        for (const g of [e, document]) {
          var h = (
            /** @type {Map<string, number>} */
            da.get(g)
          ), I = (
            /** @type {number} */
            h.get(d)
          );
          --I == 0 ? (g.removeEventListener(d, ln), h.delete(d), h.size === 0 && da.delete(g)) : h.set(d, I);
        }
      on.delete(w), p !== t && p.parentNode?.removeChild(p);
    };
  });
  return cn.set(c, f), c;
}
let cn = /* @__PURE__ */ new WeakMap();
function al(a, e) {
  const t = cn.get(a);
  return t ? (cn.delete(a), t(e)) : Promise.resolve();
}
class Nn {
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
        xa(n), this.#a.delete(t);
      else {
        var s = this.#t.get(t);
        s && (xa(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (pt(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#a.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var f = document.createDocumentFragment();
            En(o, f), f.append(Gt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            pt(o);
          this.#a.delete(i), this.#r.delete(i);
        };
        this.#n || !n ? (this.#a.add(i), fr(o, l, !1)) : l();
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
      t.includes(n) || (pt(s.effect), this.#t.delete(n));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var n = (
      /** @type {Batch} */
      Ne
    ), s = Bs();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Gt();
        i.append(o), this.#t.set(e, {
          effect: xt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          xt(() => t(this.anchor))
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
function K(a, e, t = !1) {
  var n = new Nn(a), s = t ? vr : 0;
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
const nl = /* @__PURE__ */ Symbol("NaN");
function sl(a, e, t) {
  var n = new Nn(a);
  ia(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    nl), n.ensure(s, t);
  });
}
function je(a, e) {
  return e;
}
function il(a, e, t) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let v = e[l];
    fr(
      v,
      () => {
        if (i) {
          if (i.pending.delete(v), i.done.add(v), i.pending.size === 0) {
            var w = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            fn(a, Ta(i.done)), w.delete(i), w.size === 0 && (a.outrogroups = null);
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
      var f = (
        /** @type {Element} */
        t
      ), p = (
        /** @type {Element} */
        f.parentNode
      );
      Co(p), p.append(f), a.items.clear();
    }
    fn(a, e, !c);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (a.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function fn(a, e, t = !0) {
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
      i.f |= Dt;
      const o = document.createDocumentFragment();
      En(i, o);
    } else
      pt(e[s], t);
  }
}
var $n;
function Ee(a, e, t, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & ys) !== 0;
  if (c) {
    var f = (
      /** @type {Element} */
      a
    );
    o = f.appendChild(Gt());
  }
  var p = null, v = /* @__PURE__ */ Ps(() => {
    var y = t();
    return (
      /** @type {V[]} */
      Na(y) ? y : y == null ? [] : Ta(y)
    );
  }), w = /* @__PURE__ */ new Map(), d = !0;
  function h(y) {
    if ((m.effect.f & st) === 0) {
      m.pending.delete(y);
      var T = r(v);
      m.fallback = p, ol(m, T, o, e, n), p !== null && (T.length === 0 ? (p.f & Dt) === 0 ? xa(p) : (p.f ^= Dt, Vr(p, null, o)) : fr(p, () => {
        p = null;
      }));
    }
  }
  function I(y) {
    m.pending.delete(y);
  }
  var g = ia(() => {
    for (var y = (
      /** @type {V[]} */
      r(v)
    ), T = y.length, A = /* @__PURE__ */ new Set(), U = (
      /** @type {Batch} */
      Ne
    ), X = Bs(), Z = 0; Z < T; Z += 1) {
      var V = y[Z], j = n(V, Z), C = d ? null : l.get(j);
      C ? (C.v && Tr(C.v, V), C.i && Tr(C.i, Z), X && U.unskip_effect(C.e)) : (C = ll(
        l,
        d ? o : $n ??= Gt(),
        V,
        j,
        Z,
        s,
        e,
        t
      ), d || (C.e.f |= Dt), l.set(j, C)), A.add(j);
    }
    if (T === 0 && i && !p && (d ? p = xt(() => i(o)) : (p = xt(() => i($n ??= Gt())), p.f |= Dt)), T > A.size && lo(), !d)
      if (w.set(U, A), X) {
        for (const [G, ne] of l)
          A.has(G) || U.skip_effect(ne.e);
        U.oncommit(h), U.ondiscard(I);
      } else
        h(U);
    r(v);
  }), m = { effect: g, items: l, pending: w, outrogroups: null, fallback: p };
  d = !1;
}
function Br(a) {
  for (; a !== null && (a.f & Ot) === 0; )
    a = a.next;
  return a;
}
function ol(a, e, t, n, s) {
  var i = (n & Xi) !== 0, o = e.length, l = a.items, c = Br(a.effect.first), f, p = null, v, w = [], d = [], h, I, g, m;
  if (i)
    for (m = 0; m < o; m += 1)
      h = e[m], I = s(h, m), g = /** @type {EachItem} */
      l.get(I).e, (g.f & Dt) === 0 && (g.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(g));
  for (m = 0; m < o; m += 1) {
    if (h = e[m], I = s(h, m), g = /** @type {EachItem} */
    l.get(I).e, a.outrogroups !== null)
      for (const C of a.outrogroups)
        C.pending.delete(g), C.done.delete(g);
    if ((g.f & lt) !== 0 && (xa(g), i && (g.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(g))), (g.f & Dt) !== 0)
      if (g.f ^= Dt, g === c)
        Vr(g, null, t);
      else {
        var y = p ? p.next : c;
        g === a.effect.last && (a.effect.last = g.prev), g.prev && (g.prev.next = g.next), g.next && (g.next.prev = g.prev), $t(a, p, g), $t(a, g, y), Vr(g, y, t), p = g, w = [], d = [], c = Br(p.next);
        continue;
      }
    if (g !== c) {
      if (f !== void 0 && f.has(g)) {
        if (w.length < d.length) {
          var T = d[0], A;
          p = T.prev;
          var U = w[0], X = w[w.length - 1];
          for (A = 0; A < w.length; A += 1)
            Vr(w[A], T, t);
          for (A = 0; A < d.length; A += 1)
            f.delete(d[A]);
          $t(a, U.prev, X.next), $t(a, p, U), $t(a, X, T), c = T, p = X, m -= 1, w = [], d = [];
        } else
          f.delete(g), Vr(g, c, t), $t(a, g.prev, g.next), $t(a, g, p === null ? a.effect.first : p.next), $t(a, p, g), p = g;
        continue;
      }
      for (w = [], d = []; c !== null && c !== g; )
        (f ??= /* @__PURE__ */ new Set()).add(c), d.push(c), c = Br(c.next);
      if (c === null)
        continue;
    }
    (g.f & Dt) === 0 && w.push(g), p = g, c = Br(g.next);
  }
  if (a.outrogroups !== null) {
    for (const C of a.outrogroups)
      C.pending.size === 0 && (fn(a, Ta(C.done)), a.outrogroups?.delete(C));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || f !== void 0) {
    var Z = [];
    if (f !== void 0)
      for (g of f)
        (g.f & lt) === 0 && Z.push(g);
    for (; c !== null; )
      (c.f & lt) === 0 && c !== a.fallback && Z.push(c), c = Br(c.next);
    var V = Z.length;
    if (V > 0) {
      var j = (n & ys) !== 0 && o === 0 ? t : null;
      if (i) {
        for (m = 0; m < V; m += 1)
          Z[m].nodes?.a?.measure();
        for (m = 0; m < V; m += 1)
          Z[m].nodes?.a?.fix();
      }
      il(a, Z, j);
    }
  }
  i && Kt(() => {
    if (v !== void 0)
      for (g of v)
        g.nodes?.a?.apply();
  });
}
function ll(a, e, t, n, s, i, o, l) {
  var c = (o & Yi) !== 0 ? (o & Zi) === 0 ? /* @__PURE__ */ Po(t, !1, !1) : hr(t) : null, f = (o & Gi) !== 0 ? hr(s) : null;
  return {
    v: c,
    i: f,
    e: xt(() => (i(e, c ?? t, f ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Vr(a, e, t) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & Dt) === 0 ? (
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
function $t(a, e, t) {
  e === null ? a.effect.first = t : e.next = t, t === null ? a.effect.last = e : t.prev = e;
}
function ul(a, e, ...t) {
  var n = new Nn(a);
  ia(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...t)));
  }, vr);
}
function cl(a, e, t) {
  La(() => {
    var n = At(() => e(a, t?.()) || {});
    if (t && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      sa(() => {
        var o = t();
        Jo(o), s && Ss(i, o) && (i = o, n.update(o));
      }), s = !0;
    }
    if (n?.destroy)
      return () => (
        /** @type {Function} */
        n.destroy()
      );
  });
}
const es = [...` 	
\r\f \v\uFEFF`];
function fl(a, e, t) {
  var n = a == null ? "" : "" + a;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        n = n ? n + " " + s : s;
      else if (n.length)
        for (var i = s.length, o = 0; (o = n.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || es.includes(n[o - 1])) && (l === n.length || es.includes(n[l])) ? n = (o === 0 ? "" : n.substring(0, o)) + n.substring(l + 1) : o = l;
        }
  }
  return n === "" ? null : n;
}
function ts(a, e = !1) {
  var t = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + t);
  }
  return n;
}
function dl(a, e) {
  if (e) {
    var t = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (t += ts(n)), s && (t += ts(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(a);
}
function zt(a, e, t, n, s, i) {
  var o = (
    /** @type {any} */
    a[en]
  );
  if (o !== t || o === void 0) {
    var l = fl(t, n, i);
    l == null ? a.removeAttribute("class") : a.className = l, a[en] = t;
  } else if (i && s !== i)
    for (var c in i) {
      var f = !!i[c];
      (s == null || f !== !!s[c]) && a.classList.toggle(c, f);
    }
  return i;
}
function Va(a, e = {}, t, n) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? a.style.removeProperty(s) : a.style.setProperty(s, i, n));
  }
}
function He(a, e, t, n) {
  var s = (
    /** @type {any} */
    a[tn]
  );
  if (s !== e) {
    var i = dl(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[tn] = e;
  } else n && (Array.isArray(n) ? (Va(a, t?.[0], n[0]), Va(a, t?.[1], n[1], "important")) : Va(a, t, n));
  return n;
}
function vl(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function hl(a, e) {
  var t = a.__defaultValue, n = a.multiple, s = n ? t ?? [] : null;
  if (!(n && !Na(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Mr(i);
      vl(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Ds(o, t)
      );
    }
  }
}
function Tn(a, e, t = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!Na(e))
      return so();
    for (var n of a.options)
      n.selected = e.includes(Mr(n));
    return;
  }
  for (n of a.options) {
    var s = Mr(n);
    if (Ds(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (a.selectedIndex = -1);
}
function bt(a) {
  var e = new MutationObserver((t) => {
    t.every(pl) || ("__defaultValue" in a && hl(a), "__value" in a && Tn(a, a.__value));
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
  }), Mn(() => {
    e.disconnect();
  });
}
function kt(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet(), s = !0;
  yn(a, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (a.multiple)
      l = [].map.call(a.querySelectorAll(o), Mr);
    else {
      var c = a.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      a.querySelector("option:not([disabled])");
      l = c && Mr(c);
    }
    t(l), a.__value = l, Ne !== null && n.add(Ne);
  }), La(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Ne
      );
      if (n.has(o))
        return;
    }
    if (Tn(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Mr(l), t(i));
    }
    a.__value = i, s = !1;
  });
}
function Mr(a) {
  return "__value" in a ? a.__value : a.value;
}
function pl(a) {
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
const gl = /* @__PURE__ */ Symbol("is custom element"), _l = /* @__PURE__ */ Symbol("is html"), ml = Vi ? "progress" : "PROGRESS";
function dn(a, e) {
  var t = Pn(a);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== ml) || (a.value = e ?? "");
}
function si(a, e) {
  var t = Pn(a);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function Q(a, e, t, n) {
  var s = Pn(a), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (a[Ki] = t), t == null ? a.removeAttribute(e) : typeof t != "string" && bl(a).has(e) ? a[e] = t : a.setAttribute(e, t));
}
function Pn(a) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    a[bs] ??= {
      [gl]: a.nodeName.includes("-"),
      [_l]: a.namespaceURI === ao
    }
  );
}
var rs = /* @__PURE__ */ new Map();
function bl(a) {
  var e = a.getAttribute("is") || a.nodeName, t = rs.get(e);
  if (t) return t;
  rs.set(e, t = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = ps(s);
    for (var o in n)
      n[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = gn(s);
  }
  return t;
}
function St(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet();
  yn(a, "input", async (s) => {
    var i = s ? a.defaultValue : a.value;
    if (i = Ya(a) ? Ga(i) : i, t(i), Ne !== null && n.add(Ne), await $s(), i !== (i = e())) {
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
  At(e) == null && a.value && (t(Ya(a) ? Ga(a.value) : a.value), Ne !== null && n.add(Ne)), sa(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Ne
      );
      if (n.has(i))
        return;
    }
    Ya(a) && s === Ga(a.value) || a.type === "date" && !s && !a.value || s !== a.value && (a.value = s ?? "");
  });
}
function yl(a, e, t = e) {
  yn(a, "change", (n) => {
    var s = n ? a.defaultChecked : a.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  At(e) == null && t(a.checked), sa(() => {
    var n = e();
    a.checked = !!n;
  });
}
function Ya(a) {
  var e = a.type;
  return e === "number" || e === "range";
}
function Ga(a) {
  return a === "" ? null : +a;
}
class Ln {
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
          Ln.entries.set(t.target, t);
          for (var n of this.#e.get(t.target) || [])
            n(t);
        }
      }
    ));
  }
}
var wl = /* @__PURE__ */ new Ln({
  box: "border-box"
});
function la(a, e, t) {
  var n = wl.observe(a, () => t(a[e]));
  La(() => (At(() => t(a[e])), n));
}
function Xa(a, e) {
  return a === e || a?.[Yt] === e;
}
function jr(a = mn(), e, t, n) {
  var s = (
    /** @type {ComponentContext} */
    ut.r
  ), i = (
    /** @type {Effect} */
    Re
  );
  return La(() => {
    var o, l;
    return sa(() => {
      o = l, l = [], At(() => {
        Xa(t(...l), a) || (e(a, ...l), o && Xa(t(...o), a) && e(null, ...o));
      });
    }), () => {
      let c = i;
      for (; c !== s && c.parent !== null && c.parent.f & $r; )
        c = c.parent;
      const f = () => {
        l && Xa(t(...l), a) && e(null, ...l);
      }, p = c.teardown;
      c.teardown = () => {
        f(), p?.();
      };
    };
  }), a;
}
let va = !1;
function kl(a) {
  var e = va;
  try {
    return va = !1, [a(), va];
  } finally {
    va = e;
  }
}
function Fe(a, e, t, n) {
  var s = !0, i = (t & eo) !== 0, o = (t & to) !== 0, l = (
    /** @type {V} */
    n
  ), c = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), p = () => o && s ? (f ??= /* @__PURE__ */ ea(
    /** @type {() => V} */
    n
  ), r(f)) : (c && (c = !1, l = o ? At(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let v;
  if (i) {
    var w = Yt in a || Ji in a;
    v = kr(a, e)?.set ?? (w && e in a ? (A) => a[e] = A : void 0);
  }
  var d, h = !1;
  i ? [d, h] = kl(() => (
    /** @type {V} */
    a[e]
  )) : d = /** @type {V} */
  a[e], d === void 0 && n !== void 0 && (d = p(), v && (ho(), v(d)));
  var I;
  if (I = () => {
    var A = (
      /** @type {V} */
      a[e]
    );
    return A === void 0 ? p() : (c = !0, A);
  }, (t & $i) === 0)
    return I;
  if (v) {
    var g = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(A, U) {
        return arguments.length > 0 ? ((!U || g || h) && v(U ? I() : A), A) : I();
      })
    );
  }
  var m = !1, y = ((t & Qi) !== 0 ? ea : Ps)(() => (m = !1, I()));
  i && r(y);
  var T = (
    /** @type {Effect} */
    Re
  );
  return (
    /** @type {() => V} */
    (function(A, U) {
      if (arguments.length > 0) {
        const X = U ? r(y) : i ? ur(A) : A;
        return N(y, X), m = !0, l !== void 0 && (l = X), A;
      }
      return Xt && m || (T.f & st) !== 0 ? y.v : r(y);
    })
  );
}
const xl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(xl);
const ii = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], oi = [16250871, 10209764, 3903428, 742815, 340060], li = [16250871, 16630669, 15761203, 12536332, 7022086];
function Ar(a, e) {
  return Array.from({ length: e }, (t, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Oa = 128, Sl = Ar(ii, Oa), Ml = Ar(oi, Oa), Al = Ar(li, Oa);
function Et(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const t = Math.min(1, Math.abs(a)), n = Math.round(t * (Oa - 1));
  return e ? a < 0 ? Ml[n] : Al[n] : Sl[n];
}
const On = (a, e) => e ? Math.abs(a) > 0.55 ? "#fff" : "#111" : a > 0.62 ? "#111" : "#fff", ui = (a) => `linear-gradient(90deg, ${(a ? [...Ar(oi, 9).reverse(), ...Ar(li, 9)] : Ar(ii, 17)).join(",")})`, yr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], vt = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", Je = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a.toFixed(3), It = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + Je(Math.abs(a)), vn = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Sa = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, rt = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var El = /* @__PURE__ */ M("<option> </option>"), Nl = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Tl = /* @__PURE__ */ M('<figure><img/><button type="button">×</button></figure>'), as = /* @__PURE__ */ M('<p class="fine"> </p>'), Pl = /* @__PURE__ */ M('<p class="turn"><b> </b> </p>'), Ll = /* @__PURE__ */ M('<button type="button">stop</button>'), Ol = /* @__PURE__ */ M('<button type="button" class="link">new chat</button>'), Rl = /* @__PURE__ */ M('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Cl = /* @__PURE__ */ M('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Il = /* @__PURE__ */ M("<h1> </h1> <!>", 1), Fl = /* @__PURE__ */ M('<p class="fine" data-edited=""> </p>'), jl = /* @__PURE__ */ M('<span class="hidden"> </span>'), Dl = /* @__PURE__ */ M('<button type="button"> <!></button>'), Ul = /* @__PURE__ */ M('<span class="fine"> </span>'), Hl = /* @__PURE__ */ M('<button type="button" class="link">go on</button>'), zl = /* @__PURE__ */ M('<button type="button"><span> </span><small> </small></button>'), Bl = /* @__PURE__ */ M('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), ql = /* @__PURE__ */ M('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Wl = /* @__PURE__ */ M('<section aria-label="Ask"><!> <!> <!></section>');
function Jl(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H(!1), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(void 0);
  const o = /* @__PURE__ */ S(() => t().study?.answer.find((y) => y.position === t().at && y.token.id === t().target?.id) ?? t().study?.answer.find((y) => y.position === t().at));
  function l(y) {
    y.preventDefault(), N(s, !1);
    const T = [...y.dataTransfer?.files ?? []];
    T.length && t().addFiles(T);
  }
  function c(y) {
    const T = [...y.clipboardData?.files ?? []];
    T.length && t().addFiles(T);
  }
  var f = Wl();
  Ue("paste", ka, c);
  let p;
  var v = x(f);
  {
    var w = (y) => {
      var T = Cl(), A = Te(T), U = x(A), X = u(x(U));
      Ee(X, 21, () => t().models, je, (_, P) => {
        var z = El(), ae = J(z), fe = {};
        F(() => {
          O(ae, `${r(P).name ?? ""}${r(P).loaded ? "" : " (is loaded when asked)"}`), fe !== (fe = r(P).name) && (z.value = (z.__value = fe) ?? "");
        }), b(_, z);
      }), bt(X);
      var Z = u(U, 2);
      {
        var V = (_) => {
          var P = Nl(), z = x(P), ae = u(z, 2), fe = J(ae), pe = u(ae, 2);
          F(() => {
            z.disabled = !t().example, O(fe, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), pe.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), le("click", z, () => t().takeExample(t().example - 1)), le("click", ae, () => t().takeExample(t().example ?? 0)), le("click", pe, () => t().takeExample((t().example ?? -1) + 1)), b(_, P);
        };
        K(Z, (_) => {
          t().info?.examples && _(V);
        });
      }
      var j = u(A, 2), C = x(j);
      Ee(C, 19, () => t().uploads, (_, P) => _.id + P, (_, P, z) => {
        var ae = Tl(), fe = x(ae), pe = u(fe);
        F(
          (k) => {
            Q(fe, "src", k), Q(fe, "alt", `Image ${r(z) + 1}, ${r(P).width ?? ""} x ${r(P).height ?? ""}${r(P).frames ? `, ${r(P).frames.length} frames` : ""}`), Q(pe, "aria-label", `Remove image ${r(z) + 1}`);
          },
          [() => t().source.imageUrl(r(P).id)]
        ), le("click", pe, () => {
          t().uploads = t().uploads.filter((k, $) => $ !== r(z)), t().example = null;
        }), b(_, ae);
      });
      var G = u(C, 2), ne = u(G, 2);
      jr(ne, (_) => N(i, _), () => r(i));
      var q = u(j, 2);
      {
        var ce = (_) => {
          var P = as(), z = J(P, !0);
          F(() => O(z, t().exampleName)), b(_, P);
        };
        K(q, (_) => {
          t().exampleName && t().example !== null && _(ce);
        });
      }
      var ie = u(q, 2);
      Ee(ie, 17, () => t().earlier, je, (_, P) => {
        var z = Pl(), ae = x(z), fe = J(ae, !0), pe = u(ae);
        F(
          (k) => {
            O(fe, r(P).role), O(pe, ` ${k ?? ""}`);
          },
          [
            () => r(P).content.map((k) => k.type === "text" ? k.text : `[${k.type}]`).join(" ")
          ]
        ), b(_, z);
      });
      var W = u(ie, 2), ee = u(x(W), 2), ye = u(ee, 2), ue = u(x(ye), 2);
      {
        var oe = (_) => {
          var P = Ll();
          le("click", P, () => t().halt()), b(_, P);
        };
        K(ue, (_) => {
          t().study?.answering && _(oe);
        });
      }
      var _e = u(ue, 2), me = u(_e, 2);
      {
        var Y = (_) => {
          var P = Ol();
          le("click", P, () => {
            t().earlier = [];
          }), b(_, P);
        };
        K(me, (_) => {
          t().earlier.length && _(Y);
        });
      }
      var L = u(ye, 2);
      {
        var E = (_) => {
          var P = Rl(), z = x(P), ae = u(x(z)), fe = u(z, 2), pe = u(x(fe)), k = u(fe, 2), $ = u(x(k)), D = u(k, 2), B = u(x(D));
          St(ae, () => t().system, (te) => t().system = te), St(pe, () => t().prefill, (te) => t().prefill = te), St($, () => t().temperature, (te) => t().temperature = te), St(B, () => t().maxNew, (te) => t().maxNew = te), b(_, P);
        };
        K(L, (_) => {
          r(n) && _(E);
        });
      }
      F(() => {
        Q(ne, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), Q(_e, "aria-expanded", r(n));
      }), le("change", X, () => t().otherModel()), kt(X, () => t().model, (_) => t().model = _), le("click", G, () => r(i)?.click()), le("change", ne, (_) => {
        t().addFiles(_.currentTarget.files ?? []), _.currentTarget.value = "";
      }), Ue("submit", W, (_) => {
        _.preventDefault(), t().ask();
      }), le("keydown", ee, (_) => {
        _.key === "Enter" && !_.shiftKey && (_.preventDefault(), t().ask());
      }), St(ee, () => t().question, (_) => t().question = _), le("click", _e, () => N(n, !r(n))), b(y, T);
    }, d = (y) => {
      var T = Il(), A = Te(T), U = J(A, !0), X = u(A, 2);
      {
        var Z = (V) => {
          var j = as(), C = J(j, !0);
          F(() => O(C, t().text)), b(V, j);
        };
        K(X, (V) => {
          t().text && V(Z);
        });
      }
      F(() => O(U, t().title)), b(y, T);
    };
    K(v, (y) => {
      t().source.kind === "server" ? y(w) : t().title && y(d, 1);
    });
  }
  var h = u(v, 2);
  {
    var I = (y) => {
      var T = Fl(), A = J(T);
      F(() => O(A, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), b(y, T);
    };
    K(h, (y) => {
      t().edited && y(I);
    });
  }
  var g = u(h, 2);
  {
    var m = (y) => {
      var T = ql(), A = Te(T), U = x(A);
      Ee(U, 21, () => t().study.answer, je, (ne, q) => {
        var ce = Dl();
        let ie;
        var W = x(ce), ee = u(W);
        {
          var ye = (ue) => {
            var oe = jl(), _e = J(oe);
            F(() => O(_e, `end of the answer (${r(q).token.text ?? ""})`)), b(ue, oe);
          };
          K(ee, (ue) => {
            r(q).ends && ue(ye);
          });
        }
        F(
          (ue) => {
            ie = zt(ce, 1, "answer-token", null, ie, { ends: r(q).ends }), Q(ce, "aria-pressed", t().at === r(q).position && t().target?.id === r(q).token.id), Q(ce, "title", `chosen after token ${r(q).position ?? ""}`), O(W, ue);
          },
          [() => r(q).ends ? "■" : rt(r(q).token.text)]
        ), le("click", ce, () => t().lookAt(r(q))), b(ne, ce);
      });
      var X = u(U, 2);
      {
        var Z = (ne) => {
          var q = Ul(), ce = J(q, !0);
          F((ie) => O(ce, ie), [
            () => t().study.answer.filter((ie) => !ie.ends).map((ie) => ie.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), b(ne, q);
        };
        K(X, (ne) => {
          t().asked && t().asked.truth !== null && ne(Z);
        });
      }
      var V = u(X, 2);
      {
        var j = (ne) => {
          var q = Hl();
          le("click", q, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), b(ne, q);
        };
        K(V, (ne) => {
          t().source.kind === "server" && !t().study.answering && ne(j);
        });
      }
      var C = u(A, 2);
      {
        var G = (ne) => {
          var q = Bl();
          Ee(q, 21, () => r(o).top.slice(0, 5), (ce) => ce.id, (ce, ie) => {
            var W = zl();
            let ee;
            var ye = x(W), ue = J(ye, !0), oe = u(ye), _e = J(oe, !0);
            F(
              (me, Y) => {
                Q(W, "aria-pressed", t().target?.id === r(ie).id), ee = He(W, "", ee, { "--share": `${100 * r(ie).p}%` }), O(ue, me), O(_e, Y);
              },
              [() => rt(r(ie).text), () => vt(r(ie).p)]
            ), le("click", W, () => t().target = { id: r(ie).id, text: r(ie).text }), b(ce, W);
          }), b(ne, q);
        };
        K(C, (ne) => {
          r(o) && ne(G);
        });
      }
      b(y, T);
    };
    K(g, (y) => {
      t().study?.answer.length && y(m);
    });
  }
  F(() => p = zt(f, 1, "card ask", null, p, { dragged: r(s) })), Ue("dragover", f, (y) => {
    y.preventDefault(), N(s, !0);
  }), Ue("dragleave", f, () => N(s, !1)), Ue("drop", f, l), b(a, f), Xe();
}
ct(["change", "click", "keydown"]);
const ga = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Rn(a, e, t, n) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, c, f], fill: p, text: v }) => {
    const w = `<rect x="${o}" y="${l}" width="${c - o}" height="${f - l}" fill="${p}"/>`;
    return v ? `${w}<text x="${(o + c) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (c - o) * 1.5 / Math.max(2, v.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ga(v)}</text>` : w;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ga(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ga(n)}</text></svg>`;
}
const Ma = (a, e, t, n, s) => Rn(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: n(a[o]) })), s);
function _a(a, e, t = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Kl = (a) => a.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function Vl(a) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), n = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return n.getContext("2d").drawImage(e, 0, 0, n.width, n.height), new Promise((s) => n.toBlob((i) => s(i)));
}
const hn = (a) => {
  let e = "";
  for (let t = 0; t < a.length; t += 32768) e += String.fromCharCode(...a.subarray(t, t + 32768));
  return btoa(e);
};
async function Yl(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${hn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function Gl(a, e, t, n, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (p) => (await fetch(`assets/${p}`)).text())), l = await Promise.all(a.images.map((p, v) => Promise.all(p.frames.map((w, d) => Yl(e(v, d)))))), c = Object.fromEntries([...a.raw].map(([p, v]) => [p, hn(v)])), f = JSON.stringify({ id: a.id, title: t, text: n, tabs: s, answer: a.answer, tokens: hn(a.bytes), pictures: l, views: c }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ga(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${f}<\/script><script type="module">${i}<\/script></body></html>`;
}
var Xl = /* @__PURE__ */ M('<button type="button" class="small">code</button>'), Zl = /* @__PURE__ */ M('<button type="button" class="small"> </button>'), Ql = /* @__PURE__ */ M('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), $l = /* @__PURE__ */ M('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function nr(a, e) {
  Ge(e, !0);
  let t = Fe(e, "code", 3, ""), n = Fe(e, "exporter", 3, null), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(!1);
  async function o(A) {
    n() && (A === "csv" && n().csv && _a(`${n().name}.csv`, Kl(n().csv()), "text/csv"), A === "svg" && n().svg && _a(`${n().name}.svg`, n().svg(), "image/svg+xml"), A === "png" && n().svg && _a(`${n().name}.png`, await Vl(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), N(i, !0), setTimeout(() => N(i, !1), 1500);
  }
  var c = $l(), f = Te(c), p = x(f), v = J(p, !0), w = u(p, 2);
  ul(w, () => e.children ?? er);
  var d = u(w, 4), h = x(d);
  {
    var I = (A) => {
      var U = Xl();
      F(() => Q(U, "aria-expanded", r(s))), le("click", U, () => N(s, !r(s))), b(A, U);
    };
    K(h, (A) => {
      t() && A(I);
    });
  }
  var g = u(h, 2);
  {
    var m = (A) => {
      var U = Rt(), X = Te(U);
      Ee(X, 16, () => ["png", "svg", "csv"], je, (Z, V) => {
        var j = Rt(), C = Te(j);
        {
          var G = (ne) => {
            var q = Zl(), ce = J(q, !0);
            F(
              (ie) => {
                Q(q, "aria-label", `Export ${n().name ?? ""} as ${ie ?? ""}`), O(ce, V);
              },
              [() => V.toUpperCase()]
            ), le("click", q, () => o(V)), b(ne, q);
          };
          K(C, (ne) => {
            (V === "csv" ? n().csv : n().svg) && ne(G);
          });
        }
        b(Z, j);
      }), b(A, U);
    };
    K(g, (A) => {
      n() && A(m);
    });
  }
  var y = u(f, 2);
  {
    var T = (A) => {
      var U = Ql(), X = x(U), Z = J(X, !0), V = u(X, 2), j = J(V, !0);
      F(() => {
        O(Z, r(i) ? "copied" : "copy"), Q(V, "aria-label", `Python for ${e.title ?? ""}`), O(j, t());
      }), le("click", X, l), b(A, U);
    };
    K(y, (A) => {
      r(s) && t() && A(T);
    });
  }
  F(() => O(v, e.title)), b(a, c), Xe();
}
ct(["click"]);
var eu = /* @__PURE__ */ M('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span role="status"> </span></p></div>');
function Aa(a, e) {
  Ge(e, !0);
  let t = Fe(e, "signed", 3, !1), n = Fe(e, "high", 3, 0), s = Fe(e, "rowName", 3, "layer"), i = Fe(e, "columnName", 3, "head"), o = Fe(e, "columnLabels", 3, null), l = Fe(e, "picked", 3, null), c = Fe(e, "unit", 3, ""), f = Fe(e, "order", 3, null), p = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), w = /* @__PURE__ */ H(null);
  const d = 30, h = 18, I = 46, g = /* @__PURE__ */ S(() => Math.max(3, Math.min(I, (r(v) - d) / Math.max(1, e.columns)))), m = /* @__PURE__ */ S(() => Math.max(7, Math.min(30, r(g), 560 / Math.max(1, e.rows)))), y = /* @__PURE__ */ S(() => {
    if (n()) return n();
    let L = 0;
    for (let E = 0; E < e.rows * e.columns; E++) Math.abs(e.values[E]) > L && (L = Math.abs(e.values[E]));
    return L || 1;
  });
  let T = null;
  function A(L) {
    const E = document.createElement("canvas");
    E.width = Math.ceil((d + r(g) * e.columns) * L), E.height = Math.ceil((h + r(m) * e.rows) * L);
    const _ = E.getContext("2d");
    _.scale(L, L);
    const P = Math.min(r(
      g
      // else the lines would be most of what is seen
    ), r(m)) > 12 ? 1 : 0;
    for (let fe = 0; fe < e.rows; fe++) for (let pe = 0; pe < e.columns; pe++) {
      const k = e.values[fe * e.columns + (f() ? f()[pe] : pe)];
      _.fillStyle = Number.isNaN(k) ? "rgba(128,128,128,.18)" : Et(k / r(y), t()), _.fillRect(d + pe * r(g), h + fe * r(m), r(g) - P, r(m) - P);
    }
    _.fillStyle = getComputedStyle(r(p)).color, _.font = "11px system-ui, sans-serif", _.textBaseline = "middle", _.textAlign = "right";
    const z = Math.ceil(13 / r(m)), ae = Math.ceil(20 / r(g));
    for (let fe = 0; fe < e.rows; fe += z) _.fillText(String(fe), d - 5, h + (fe + 0.5) * r(m));
    if (_.textAlign = "center", !o()) for (let fe = 0; fe < e.columns; fe += ae) _.fillText(String(f() ? f()[fe] : fe), d + (fe + 0.5) * r(g), 8);
    return E;
  }
  ht(() => {
    e.values, e.rows, e.columns, t(), r(y), r(g), r(m), f(), !(!r(p) || !r(v)) && (T = A(devicePixelRatio || 1), U());
  }), ht(() => {
    r(w), l(), U();
  });
  function U() {
    if (!r(p) || !T) return;
    const L = devicePixelRatio || 1;
    (r(p).width !== T.width || r(p).height !== T.height) && Object.assign(r(p), { width: T.width, height: T.height });
    const E = r(p).getContext("2d");
    E.setTransform(1, 0, 0, 1, 0, 0), E.clearRect(0, 0, r(p).width, r(p).height), E.drawImage(T, 0, 0), E.scale(L, L);
    for (const [_, P] of [[l(), "#fff"], [r(w), "#ffe14d"]]) {
      if (!_) continue;
      const z = f() ? f().indexOf(_[1]) : _[1], ae = [
        d + z * r(g),
        h + _[0] * r(m),
        r(g) - 1,
        r(m) - 1
      ];
      E.lineWidth = 4, E.strokeStyle = "#000", E.strokeRect(...ae), E.lineWidth = 2, E.strokeStyle = P, E.strokeRect(...ae);
    }
  }
  function X(L) {
    const E = r(p).getBoundingClientRect(), _ = Math.floor((L.clientX - E.left - d) / r(g)), P = Math.floor((L.clientY - E.top - h) / r(m));
    return P >= 0 && P < e.rows && _ >= 0 && _ < e.columns ? [P, f() ? f()[_] : _] : null;
  }
  function Z(L) {
    L?.[0] === r(w)?.[0] && L?.[1] === r(w)?.[1] || (N(w, L), e.onhover?.(L));
  }
  function V(L) {
    const E = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[L.key], _ = r(w) ?? l();
    if (E) {
      L.preventDefault();
      const P = _ ? f() ? f().indexOf(_[1]) : _[1] : 0, z = _ ? Math.max(0, Math.min(e.columns - 1, P + E[1])) : 0;
      Z([
        _ ? Math.max(0, Math.min(e.rows - 1, _[0] + E[0])) : 0,
        f() ? f()[z] : z
      ]);
    } else (L.key === "Enter" || L.key === " ") && _ && (L.preventDefault(), e.onpick?.(_));
  }
  const j = /* @__PURE__ */ S(() => r(w) ?? l()), C = /* @__PURE__ */ S(() => {
    if (!r(j)) return "Point at a cell, click to keep it.";
    const L = e.values[r(j)[0] * e.columns + r(j)[1]], E = o() ? o()[r(j)[1]] : `${i()} ${r(j)[1]}`;
    return `${s()} ${r(j)[0]}, ${E}: ${t() ? It(L) : Je(L)} ${c()}`;
  });
  var G = eu();
  let ne;
  var q = x(G), ce = x(q);
  let ie;
  jr(ce, (L) => N(p, L), () => r(p));
  var W = u(q, 2), ee = x(W), ye = x(ee), ue = u(ye);
  let oe;
  var _e = u(ue), me = u(ee, 2), Y = J(me, !0);
  F(
    (L, E, _) => {
      ne = He(G, "", ne, {
        "max-width": `max(320px, ${d + I * e.columns}px)`
      }), Q(q, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), Q(q, "data-grid", e.label), Q(q, "data-cell", `30,18,${r(g) ?? ""},${r(m) ?? ""}`), ie = He(ce, "", ie, {
        width: `${d + r(g) * e.columns}px`,
        height: `${h + r(m) * e.rows}px`
      }), O(ye, `${L ?? ""} `), oe = He(ue, "", oe, { background: E }), O(_e, ` ${_ ?? ""}`), O(Y, r(C));
    },
    [
      () => t() ? `−${Je(r(y))}` : "0",
      () => ui(t()),
      () => Je(r(y))
    ]
  ), le("keydown", q, V), Ue("blur", q, () => Z(null)), le("pointermove", ce, (L) => Z(X(L))), Ue("pointerleave", ce, () => Z(null)), le("click", ce, (L) => {
    const E = X(L);
    E && e.onpick?.(E);
  }), la(G, "clientWidth", (L) => N(v, L)), b(a, G), Xe();
}
ct(["keydown", "pointermove", "click"]);
var tu = /* @__PURE__ */ M('<p role="status"> <button type="button" class="primary">find it</button></p>');
function Or(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  var n = Rt(), s = Te(n);
  {
    var i = (o) => {
      var l = tu(), c = x(l), f = u(c);
      F((p, v) => O(c, `${e.what ?? ""} takes about ${p ?? ""}${v ?? ""}. `), [
        () => vn(e.long.seconds),
        () => e.long.bytes ? ` and ${Sa(e.long.bytes)}` : ""
      ]), le("click", f, () => t().granted = /* @__PURE__ */ new Set([...t().granted, e.long.key])), b(o, l);
    };
    K(s, (o) => {
      e.long && o(i);
    });
  }
  b(a, n), Xe();
}
ct(["click"]);
const ru = () => new Promise((a, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => a(t.result), t.onerror = () => e(t.error);
});
async function ci(a, e) {
  try {
    const t = (await ru()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(t);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const ns = (a, e) => ci("readwrite", (t) => t.put(e, a)), au = (a) => ci("readonly", (e) => e.get(a));
async function nu(a, e = 16) {
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
const su = {
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
    const [c, f] = l.data_offsets;
    s[o] = { shape: l.shape, data: su[l.dtype](e.slice(8 + t + c, 8 + t + f).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (c) => (c / 255) ** 2 * l : iu);
  return { arrays: s, about: i };
}
const iu = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function ou(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* lu(a) {
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
class nt extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function uu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new nt(e.error ?? a.statusText, a.status);
}
async function ir(a, e) {
  try {
    return await uu(await fetch(a, e));
  } catch (t) {
    throw t instanceof nt || t.name === "AbortError" ? t : new nt("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Za = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), ss = 32 * 2 ** 20;
class cu {
  kind = "server";
  async models() {
    return (await ir("api/models")).json();
  }
  async example(e, t) {
    return (await ir(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    if (e.size > ss) throw new nt(`it has ${Sa(e.size)}, and ${Sa(ss)} are the most. Scale it down, or save it as JPEG.`);
    return (await ir("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await ir("api/studies", Za(e));
    return { id: t.headers.get("x-study"), bytes: new Uint8Array(await t.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await ir(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, t, n) {
    return `api/studies/${e}/pictures/${t}/${n}`;
  }
  async raw(e, t, n) {
    return new Uint8Array(await (await ir(`api/studies/${e}/${t}`, Za(n))).arrayBuffer());
  }
  async *stream(e, t, n, s) {
    const i = await ir(`api/studies/${e}/${t}`, { ...Za(n), signal: s });
    for await (const o of lu(i.body)) {
      const l = ra(o);
      if (l.about.error) throw new nt(l.about.error);
      yield l;
    }
  }
}
const Zr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class fu {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Zr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new nt("This page holds one study only.");
  }
  async addImage() {
    throw new nt("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new nt("This page holds one study only.");
  }
  async tokens() {
    throw new nt("This page holds one study only.");
  }
  pictureUrl(e, t, n) {
    return this.data.pictures[t]?.[n] ?? "data:,";
  }
  async raw(e, t, n) {
    const s = this.data.views[`${t} ${JSON.stringify(n)}`];
    if (!s) throw new nt("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? ou(Zr(s)) : Zr(s);
  }
  async *stream(e, t, n) {
    yield ra(await this.raw(e, t, n));
  }
}
class du {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, n) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new nt(t.error)) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
    return { ...this.saved(), bytes: Zr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new nt("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new nt("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new nt("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, t, n) {
    return this.saved().pictures[t]?.[n] ?? "data:,";
  }
  async raw(e, t, n) {
    const s = e === this.saved().id && this.saved().views[`${t} ${JSON.stringify(n)}`];
    return s ? Zr(s) : this.sent(e, t, n);
  }
  sent(e, t, n) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new nt("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (c) => (clearTimeout(l), i(c)), failed: (c) => (clearTimeout(l), o(c)) }), this.model.send({ id: s, study: e, name: t, asked: n });
    });
  }
  async *stream(e, t, n) {
    const s = ra(await this.raw(e, t, n));
    if (s.about.error) throw new nt(s.about.error);
    yield s;
  }
}
const qr = ["attribution", "attention", "lens", "causes"];
class pn {
  constructor(e, t, n) {
    this.source = e, this.id = t, this.bytes = n;
    const { arrays: s, about: i } = ra(n), o = s.boxes.data;
    this.tokens = i.strings.map((l, c) => {
      const f = (v) => s[v]?.data[c] ?? -1, p = Array.from(o.slice(4 * c, 4 * c + 4));
      return {
        position: c,
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
        box: p.some(Number.isNaN) ? null : p
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
    /* @__PURE__ */ H(0)
  );
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    N(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ H(ur([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    N(this.#t, e, !0);
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
    const n = di(e, t);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(n, i), ra(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const di = (a, e) => `${a} ${JSON.stringify(e)}`, vu = ["model", "q", "system", "prefill", "images", "turns", "t"], hu = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], qt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class pu {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ H([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ H("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    N(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ H("");
  get system() {
    return r(this.#a);
  }
  set system(e) {
    N(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ H([]);
  get earlier() {
    return r(this.#n);
  }
  set earlier(e) {
    N(this.#n, e);
  }
  #s = /* @__PURE__ */ H("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    N(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ H([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    N(this.#o, e);
  }
  #i = /* @__PURE__ */ H(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    N(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ H("");
  get exampleName() {
    return r(this.#l);
  }
  set exampleName(e) {
    N(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ H(null);
  get truth() {
    return r(this.#v);
  }
  set truth(e) {
    N(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ H(0);
  get temperature() {
    return r(this.#u);
  }
  set temperature(e) {
    N(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ H(48);
  get maxNew() {
    return r(this.#h);
  }
  set maxNew(e) {
    N(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#_);
  }
  set study(e) {
    N(this.#_, e);
  }
  #c = /* @__PURE__ */ H(null);
  get clean() {
    return r(this.#c);
  }
  set clean(e) {
    N(this.#c, e);
  }
  #p = /* @__PURE__ */ H(null);
  get second() {
    return r(this.#p);
  }
  set second(e) {
    N(this.#p, e);
  }
  #b = /* @__PURE__ */ H(null);
  get secondUpload() {
    return r(this.#b);
  }
  set secondUpload(e) {
    N(this.#b, e);
  }
  #k = /* @__PURE__ */ H(null);
  get secondExample() {
    return r(this.#k);
  }
  set secondExample(e) {
    N(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ H(null);
  get focus() {
    return r(this.#m);
  }
  set focus(e) {
    N(this.#m, e, !0);
  }
  #f = /* @__PURE__ */ H(null);
  get target() {
    return r(this.#f);
  }
  set target(e) {
    N(this.#f, e);
  }
  #g = /* @__PURE__ */ H(null);
  get contrast() {
    return r(this.#g);
  }
  set contrast(e) {
    N(this.#g, e);
  }
  #y = /* @__PURE__ */ H(null);
  get place() {
    return r(this.#y);
  }
  set place(e) {
    N(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ H(null);
  get layer() {
    return r(this.#d);
  }
  set layer(e) {
    N(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ H(null);
  get head() {
    return r(this.#w);
  }
  set head(e) {
    N(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ H(null);
  get lensLayer() {
    return r(this.#x);
  }
  set lensLayer(e) {
    N(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ H([]);
  get words() {
    return r(this.#S);
  }
  set words(e) {
    N(this.#S, e);
  }
  #M = /* @__PURE__ */ H(0);
  get word() {
    return r(this.#M);
  }
  set word(e) {
    N(this.#M, e, !0);
  }
  #A = /* @__PURE__ */ H(!1);
  get vision() {
    return r(this.#A);
  }
  set vision(e) {
    N(this.#A, e, !0);
  }
  #E = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  get granted() {
    return r(this.#E);
  }
  set granted(e) {
    N(this.#E, e);
  }
  #N = /* @__PURE__ */ H(!1);
  get pattern() {
    return r(this.#N);
  }
  set pattern(e) {
    N(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ H("");
  get find() {
    return r(this.#T);
  }
  set find(e) {
    N(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ H(0.01);
  get least() {
    return r(this.#P);
  }
  set least(e) {
    N(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ H("none");
  get paint() {
    return r(this.#L);
  }
  set paint(e) {
    N(this.#L, e, !0);
  }
  #O = /* @__PURE__ */ H("attribution");
  get tab() {
    return r(this.#O);
  }
  set tab(e) {
    N(this.#O, e, !0);
  }
  #R = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#R);
  }
  set selected(e) {
    N(this.#R, e);
  }
  #C = /* @__PURE__ */ H([]);
  get changes() {
    return r(this.#C);
  }
  set changes(e) {
    N(this.#C, e);
  }
  #I = /* @__PURE__ */ H(null);
  get sweep() {
    return r(this.#I);
  }
  set sweep(e) {
    N(this.#I, e);
  }
  #F = /* @__PURE__ */ H(null);
  get hoverHead() {
    return r(this.#F);
  }
  set hoverHead(e) {
    N(this.#F, e);
  }
  #j = /* @__PURE__ */ H(null);
  get hoverPlace() {
    return r(this.#j);
  }
  set hoverPlace(e) {
    N(this.#j, e, !0);
  }
  #D = /* @__PURE__ */ H(0);
  get busy() {
    return r(this.#D);
  }
  set busy(e) {
    N(this.#D, e, !0);
  }
  #U = /* @__PURE__ */ H("");
  get message() {
    return r(this.#U);
  }
  set message(e) {
    N(this.#U, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #H = /* @__PURE__ */ H(qr);
  get tabs() {
    return r(this.#H);
  }
  set tabs(e) {
    N(this.#H, e);
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
    } = this, f = t.trim() === this.trueOf.trim() ? this.truth : null;
    return {
      model: e,
      question: t,
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
      return t instanceof nt && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const n = new pn(this.source, t.id, t.bytes);
      n.answer = t.answer ?? [], this.study = n, this.tabs = t.tabs ?? qr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
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
    e.toString() !== this.written && (vu.every((n) => e.get(n) === t.get(n)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
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
      tab: this.tab === qr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      vision: this.vision ? 1 : "",
      find: this.find.trim(),
      pattern: this.pattern ? 1 : ""
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
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = qt(e.get("t"), 0), this.focus = qt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = qt(e.get("place"), null), this.layer = qt(e.get("layer"), null), this.head = qt(e.get("head"), null), this.lensLayer = qt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = qt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = qr.includes(e.get("tab")) ? e.get("tab") : qr[0], this.selected = new Set(hu(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern");
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = qt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.trueOf = s.question, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? qt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
    const n = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), c = [];
      for (const f of l) {
        const p = await this.bringImage(f);
        if (!p)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        c.push(p);
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
    const t = await au(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
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
      return await ns(i.id, e), i;
    }
    const { frames: t, fps: n } = await nu(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await ns(o.id, i), s.push(o);
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
    const { id: t, bytes: n } = await this.source.open(this.prompt(e)), s = new pn(this.source, t, n);
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
function Jt(a, ...e) {
  const t = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + t);
}
var gu = /* @__PURE__ */ M('<span class="fine"> </span>'), is = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), _u = /* @__PURE__ */ M('<button type="button"> </button>'), mu = /* @__PURE__ */ M('<li><button type="button" class="head"> <b> </b></button></li>'), bu = /* @__PURE__ */ M('<ol class="best"></ol>'), yu = /* @__PURE__ */ M('<p class="fine"> </p>'), wu = /* @__PURE__ */ M('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), ku = /* @__PURE__ */ M('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), xu = /* @__PURE__ */ M('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Su(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H("image"), s = /* @__PURE__ */ H(!1);
  const i = /* @__PURE__ */ S(() => e.painted.heads.view), o = /* @__PURE__ */ S(() => e.painted.pattern), l = /* @__PURE__ */ S(() => t().pattern), c = /* @__PURE__ */ S(() => {
    if (!r(i)) return new Float32Array();
    const { shape: V, data: j } = r(i).arrays.weights, [C, G, ne] = V, q = new Float32Array(C * G), ce = t().place ?? -1, ie = new Uint8Array(ne);
    for (let W = 0; W < ne; W++) ie[W] = Number(r(n) === "image" ? e.study.tokens[W]?.kind === "image" : r(n) === "selection" ? t().selected.has(W) : W === ce);
    for (let W = 0; W < C * G; W++) {
      let ee = 0;
      const ye = W * ne;
      if (r(n) === "entropy") for (let ue = 0; ue < ne; ue++) {
        const oe = j[ye + ue];
        oe > 0 && (ee -= oe * Math.log(oe));
      }
      else for (let ue = 0; ue < ne; ue++) ie[ue] && (ee += j[ye + ue]);
      q[W] = ee;
    }
    return q;
  }), f = /* @__PURE__ */ S(() => r(i)?.arrays.weights.shape ?? [0, 0, 0]), p = /* @__PURE__ */ S(() => Array.from(r(c).keys()).sort((V, j) => r(c)[j] - r(c)[V]).slice(0, 24)), v = /* @__PURE__ */ S(() => r(l) ? r(o).view?.arrays.weights ?? null : null), w = /* @__PURE__ */ S(() => r(v) ? {
    name: `pattern-L${t().layer}H${t().head}`,
    svg: () => Ma(r(v).data, r(v).shape[0], r(v).shape[1], (V) => Et(V, !1), `pattern of L${t().layer}H${t().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: r(v).shape[1] }, (V, j) => j)
      ],
      ...Array.from({ length: r(v).shape[0] }, (V, j) => [
        j,
        ...r(v).data.slice(j * r(v).shape[1], (j + 1) * r(v).shape[1])
      ])
    ]
  } : r(i) ? {
    name: "attention",
    svg: () => Ma(r(c), r(f)[0], r(f)[1], (V) => Et(V / Math.max(...r(c), 1e-9), !1), `attention, ${r(n)}`),
    csv: () => [
      ["layer", "head", r(n)],
      ...Array.from(r(c), (V, j) => [
        Math.floor(j / r(f)[1]),
        j % r(f)[1],
        V
      ])
    ]
  } : null), d = /* @__PURE__ */ S(() => t().shownPlace), h = /* @__PURE__ */ S(() => {
    const V = e.painted.readers.view;
    return V && t().shownHead && t().paint === "readers" ? Array.from(Jt(V.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((j, C) => ({ weight: j, position: C })).sort((j, C) => C.weight - j.weight).slice(0, 5) : [];
  });
  var I = xu(), g = x(I);
  {
    let V = /* @__PURE__ */ S(() => r(l) ? r(o).view?.about.code ?? "" : r(i)?.about.code ?? "");
    nr(g, {
      title: "Attention",
      get code() {
        return r(V);
      },
      get exporter() {
        return r(w);
      },
      children: (j, C) => {
        var G = gu(), ne = J(G);
        F((q) => O(ne, `from the focus ${q ?? ""}`), [
          () => JSON.stringify(e.study.label(r(i)?.about.focus ?? t().at))
        ]), b(j, G);
      },
      $$slots: { default: !0 }
    });
  }
  var m = u(g, 2);
  {
    var y = (V) => {
      var j = is(), C = J(j, !0);
      F(() => O(C, e.painted.heads.error)), b(V, j);
    };
    K(m, (V) => {
      e.painted.heads.error && V(y);
    });
  }
  var T = u(m, 2), A = x(T);
  Ee(
    A,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    je,
    (V, j) => {
      var C = /* @__PURE__ */ S(() => Vt(j, 2));
      let G = () => r(C)[0], ne = () => r(C)[1];
      var q = _u(), ce = J(q, !0);
      F(() => {
        Q(q, "aria-pressed", r(n) === G()), q.disabled = G() === "selection" && !t().selected.size || G() === "token" && t().place === null, O(ce, ne());
      }), le("click", q, () => N(n, G(), !0)), b(V, q);
    }
  );
  var U = u(A, 2), X = u(T, 2);
  {
    var Z = (V) => {
      var j = ku(), C = Te(j);
      {
        var G = (E) => {
          var _ = bu();
          Ee(_, 20, () => r(p), (P) => P, (P, z) => {
            const ae = /* @__PURE__ */ S(() => {
              const [B, te] = [Math.floor(z / r(f)[1]), z % r(f)[1]];
              return { layer: B, head: te };
            });
            var fe = mu(), pe = x(fe), k = x(pe), $ = u(k), D = J($, !0);
            F(
              (B) => {
                Q(pe, "aria-pressed", t().layer === r(ae).layer && t().head === r(ae).head), O(k, `L${r(ae).layer ?? ""}H${r(ae).head ?? ""} `), O(D, B);
              },
              [
                () => r(n) === "entropy" ? `${r(c)[z].toFixed(2)} nats` : vt(r(c)[z])
              ]
            ), Ue("pointerenter", pe, () => {
              t().hoverHead = {
                layer: r(ae).layer,
                head: r(ae).head
              }, t().paint = "attention";
            }), Ue("pointerleave", pe, () => t().hoverHead = null), le("click", pe, () => t().takeHead(r(ae).layer, r(ae).head)), b(P, fe);
          }), b(E, _);
        }, ne = (E) => {
          {
            let _ = /* @__PURE__ */ S(() => r(n) === "entropy" ? 0 : 1), P = /* @__PURE__ */ S(() => r(n) === "entropy" ? "nats" : "of its attention"), z = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            Aa(E, {
              label: "Attention by head",
              get values() {
                return r(c);
              },
              get rows() {
                return r(f)[0];
              },
              get columns() {
                return r(f)[1];
              },
              get high() {
                return r(_);
              },
              get unit() {
                return r(P);
              },
              get picked() {
                return r(z);
              },
              onhover: (ae) => {
                t().hoverHead = ae && { layer: ae[0], head: ae[1] }, ae && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([ae, fe]) => t().takeHead(ae, fe, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        K(C, (E) => {
          r(s) ? E(G) : E(ne, -1);
        });
      }
      var q = u(C, 2), ce = x(q), ie = u(ce, 2), W = u(ie, 2), ee = J(W), ye = u(q, 2);
      {
        var ue = (E) => {
          var _ = yu(), P = J(_);
          F((z) => O(P, `Most by: ${z ?? ""}.`), [
            () => r(h).map((z) => `${e.study.label(z.position)} ${vt(z.weight)}`).join(", ")
          ]), b(E, _);
        };
        K(ye, (E) => {
          r(h).length && E(ue);
        });
      }
      var oe = u(ye, 2);
      {
        let E = /* @__PURE__ */ S(() => e.painted.long("pattern"));
        Or(oe, {
          get session() {
            return t();
          },
          get long() {
            return r(E);
          },
          what: "The whole pattern"
        });
      }
      var _e = u(oe, 2);
      {
        var me = (E) => {
          const _ = /* @__PURE__ */ S(() => r(o).view.arrays.weights);
          var P = wu(), z = Te(P), ae = J(z), fe = u(z, 2), pe = x(fe);
          {
            let k = /* @__PURE__ */ S(() => [t().at, t().place ?? t().at]);
            Aa(pe, {
              label: "Pattern",
              get values() {
                return r(_).data;
              },
              get rows() {
                return r(_).shape[0];
              },
              get columns() {
                return r(_).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return r(k);
              },
              onpick: ([$, D]) => {
                t().place = D, $ < e.study.tokens.length && (t().focus = $);
              }
            });
          }
          F(() => O(ae, `Queries from top to bottom, keys from left to right${r(d) === null ? "" : `; row ${r(d)} is the token that is pointed at`}.`)), b(E, P);
        };
        K(_e, (E) => {
          r(l) && r(o).view && E(me);
        });
      }
      var Y = u(_e, 2);
      {
        var L = (E) => {
          var _ = is(), P = J(_, !0);
          F(() => O(P, r(o).error)), b(E, _);
        };
        K(Y, (E) => {
          r(o).error && E(L);
        });
      }
      F(() => {
        Q(ce, "aria-pressed", t().paint === "attention"), Q(ie, "aria-pressed", t().paint === "readers"), ie.disabled = t().place === null, Q(W, "aria-pressed", r(l)), W.disabled = t().layer === null, O(ee, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), le("click", ce, () => t().paint = "attention"), le("click", ie, () => t().paint = t().paint === "readers" ? "attention" : "readers"), le("click", W, () => t().pattern = !t().pattern), b(V, j);
    };
    K(X, (V) => {
      r(i) && V(Z);
    });
  }
  F(() => Q(U, "aria-pressed", r(s))), le("click", U, () => N(s, !r(s))), b(a, I), Xe();
}
ct(["click"]);
class Ea {
  #e = /* @__PURE__ */ H(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    N(this.#r, e);
  }
  #t = /* @__PURE__ */ H(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    N(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ H("");
  get error() {
    return r(this.#a);
  }
  set error(e) {
    N(this.#a, e, !0);
  }
  constructor(e, t) {
    let n = 0;
    ht(() => {
      const s = t(), i = ++n;
      if (!s?.study || s.study.answering) {
        s?.study || At(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: c } = s;
      At(() => {
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
var Mu = /* @__PURE__ */ M('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Au = /* @__PURE__ */ M('<span class="fine">logit of <b> </b><!> <!></span>'), os = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Eu = /* @__PURE__ */ M('<p class="fine">Click a token of the answer.</p>'), Nu = /* @__PURE__ */ M('<li><button type="button" class="head"> <b> </b></button></li>'), Tu = /* @__PURE__ */ M('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), Pu = /* @__PURE__ */ M('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Lu = /* @__PURE__ */ M("<li> <b> </b></li>"), Ou = /* @__PURE__ */ M('<ol class="best"></ol> <p class="fine"> </p>', 1), Ru = /* @__PURE__ */ M("<!> <!> <!>", 1), Cu = /* @__PURE__ */ M(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Iu = /* @__PURE__ */ M('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Fu(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Ea(t(), () => r(n) ? { study: e.study, name: "parts", asked: r(n) } : null);
  let i = /* @__PURE__ */ H(null);
  const o = new Ea(t(), () => r(n) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(n), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ S(() => s.view?.about), c = /* @__PURE__ */ S(() => s.view?.arrays.heads), f = /* @__PURE__ */ S(() => {
    if (!r(c)) return [];
    const [X, Z] = r(c).shape;
    return Array.from({ length: X * Z }, (V, j) => ({
      layer: Math.floor(j / Z),
      head: j % Z,
      value: r(c).data[j]
    })).sort((V, j) => Math.abs(j.value) - Math.abs(V.value)).slice(0, 8);
  }), p = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, v = /* @__PURE__ */ S(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const X = s.view.arrays.values.data, Z = [], V = [];
    return r(l).labels.forEach((j, C) => {
      const G = /^(\d+)_(.+)$/.exec(j);
      G ? (Z[Number(G[1])] ??= { layer: Number(G[1]), parts: [] }).parts.push({ name: p[G[2]] ?? G[2], value: X[C] }) : V.push({ name: j.replace(/_/g, " "), value: X[C] });
    }), {
      layers: Z,
      rest: V,
      high: Math.max(...Array.from(X, Math.abs), 1e-6)
    };
  }), w = /* @__PURE__ */ S(() => r(c) ? {
    name: "attribution-heads",
    svg: () => Ma(r(c).data, r(c).shape[0], r(c).shape[1], (X) => Et(X / r(f).reduce((Z, V) => Math.max(Z, Math.abs(V.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((X, Z) => [X, s.view.arrays.values.data[Z]]),
      ...Array.from(r(c).data, (X, Z) => [
        `L${Math.floor(Z / r(c).shape[1])}H${Z % r(c).shape[1]}`,
        X
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ H("");
  var h = Iu(), I = x(h);
  {
    let X = /* @__PURE__ */ S(() => r(l)?.code ?? "");
    nr(I, {
      title: "Attribution",
      get code() {
        return r(X);
      },
      get exporter() {
        return r(w);
      },
      children: (Z, V) => {
        var j = Au(), C = u(x(j)), G = J(C, !0), ne = u(C);
        {
          var q = (W) => {
            var ee = Mu(), ye = u(Te(ee)), ue = J(ye, !0), oe = u(ye, 2);
            F((_e) => O(ue, _e), [() => rt(r(l).contrast.text)]), le("click", oe, () => t().contrast = null), b(W, ee);
          };
          K(ne, (W) => {
            r(l)?.contrast && W(q);
          });
        }
        var ce = u(ne, 2);
        {
          var ie = (W) => {
            var ee = un();
            F((ye) => O(ee, `= ${ye ?? ""}`), [() => Je(r(l).logit)]), b(W, ee);
          };
          K(ce, (W) => {
            r(l) && W(ie);
          });
        }
        F((W) => O(G, W), [
          () => r(l) ? rt(r(l).answer.text) : rt(t().target?.text ?? "")
        ]), b(Z, j);
      },
      $$slots: { default: !0 }
    });
  }
  var g = u(I, 2);
  {
    var m = (X) => {
      var Z = os(), V = J(Z, !0);
      F(() => O(V, s.error)), b(X, Z);
    };
    K(g, (X) => {
      s.error && X(m);
    });
  }
  var y = u(g, 2);
  {
    var T = (X) => {
      var Z = Eu();
      b(X, Z);
    };
    K(y, (X) => {
      t().target || X(T);
    });
  }
  var A = u(y, 2);
  {
    var U = (X) => {
      var Z = Cu(), V = u(Te(Z), 2), j = x(V);
      {
        let L = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        Aa(j, {
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
            return r(L);
          },
          onhover: (E) => {
            t().hoverHead = E && { layer: E[0], head: E[1] }, E && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([E, _]) => t().takeHead(E, _, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var C = u(j, 2), G = u(x(C), 2);
      Ee(G, 21, () => r(f), (L) => `${L.layer} ${L.head}`, (L, E) => {
        var _ = Nu(), P = x(_), z = x(P), ae = u(z), fe = J(ae, !0);
        F(
          (pe) => {
            Q(P, "aria-pressed", t().layer === r(E).layer && t().head === r(E).head), O(z, `L${r(E).layer ?? ""}H${r(E).head ?? ""} `), O(fe, pe);
          },
          [() => It(r(E).value)]
        ), Ue("pointerenter", P, () => t().hoverHead = r(E)), Ue("pointerleave", P, () => t().hoverHead = null), le("click", P, () => t().takeHead(r(E).layer, r(E).head, t().paint === "sources" ? "sources" : "attention")), b(L, _);
      });
      var ne = u(V, 2), q = u(x(ne), 2), ce = u(q, 2), ie = u(ne, 4);
      Ee(ie, 21, () => r(v).layers, je, (L, E) => {
        var _ = Rt(), P = Te(_);
        {
          var z = (ae) => {
            var fe = Pu(), pe = x(fe), k = J(pe, !0), $ = u(pe, 2);
            Ee($, 17, () => r(E).parts, je, (D, B) => {
              var te = Tu(), xe = x(te), ke = J(xe, !0), we = u(xe, 2), re = x(we);
              let ge;
              var Se = u(we), ve = x(Se);
              let be;
              var Le = u(Se, 2), ze = J(Le, !0);
              F(
                (Ce, Be) => {
                  te.disabled = r(B).name !== "MLP", Q(te, "title", `${r(B).name ?? ""} of layer ${r(E).layer ?? ""}: ${Ce ?? ""} logits${r(B).name === "MLP" ? "; click for its neurons" : ""}`), Q(te, "aria-pressed", r(B).name === "MLP" ? r(i) === r(E).layer : void 0), O(ke, r(B).name), ge = He(re, "", ge, {
                    width: `${r(B).value < 0 ? 100 * -r(B).value / r(v).high : 0}%`
                  }), be = He(ve, "", be, {
                    width: `${r(B).value > 0 ? 100 * r(B).value / r(v).high : 0}%`
                  }), O(ze, Be);
                },
                [
                  () => It(r(B).value),
                  () => It(r(B).value)
                ]
              ), le("click", te, () => N(i, r(i) === r(E).layer ? null : r(E).layer, !0)), b(D, te);
            }), F(() => O(k, r(E).layer)), b(ae, fe);
          };
          K(P, (ae) => {
            r(E) && ae(z);
          });
        }
        b(L, _);
      });
      var W = u(ie, 2), ee = J(W), ye = u(W, 2);
      {
        var ue = (L) => {
          var E = Ru(), _ = Te(E);
          {
            let pe = /* @__PURE__ */ S(() => o.view?.about.code ?? ""), k = /* @__PURE__ */ S(() => o.view ? {
              name: `neurons-${r(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, ($, D) => [$, o.view.arrays.values.data[D]])
              ]
            } : null);
            nr(_, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(pe);
              },
              get exporter() {
                return r(k);
              }
            });
          }
          var P = u(_, 2);
          {
            var z = (pe) => {
              var k = os(), $ = J(k, !0);
              F(() => O($, o.error)), b(pe, k);
            };
            K(P, (pe) => {
              o.error && pe(z);
            });
          }
          var ae = u(P, 2);
          {
            var fe = (pe) => {
              var k = Ou(), $ = Te(k);
              Ee($, 22, () => Array.from(o.view.arrays.numbers.data), (te) => te, (te, xe, ke) => {
                var we = Lu(), re = x(we), ge = u(re), Se = J(ge, !0);
                F(
                  (ve) => {
                    O(re, `N${xe ?? ""} `), O(Se, ve);
                  },
                  [() => It(o.view.arrays.values.data[r(ke)])]
                ), b(te, we);
              });
              var D = u($, 2), B = J(D);
              F((te) => O(B, `All others together ${te ?? ""}.`), [() => It(o.view.about.rest)]), b(pe, k);
            };
            K(ae, (pe) => {
              o.view && pe(fe);
            });
          }
          b(L, E);
        };
        K(ye, (L) => {
          r(i) !== null && L(ue);
        });
      }
      var oe = u(ye, 2), _e = x(oe), me = u(x(_e)), Y = u(_e);
      F(
        (L, E) => {
          Q(q, "aria-pressed", t().paint === "attention"), Q(ce, "aria-pressed", t().paint === "sources"), O(ee, `Beside the layers: ${L ?? ""}. The parts sum to the model's own logit; left over: ${E ?? ""}.`), Y.disabled = !r(d);
        },
        [
          () => r(v).rest.map((L) => `${L.name} ${It(L.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), le("click", q, () => t().paint = "attention"), le("click", ce, () => t().paint = "sources"), Ue("submit", oe, async (L) => {
        L.preventDefault();
        const E = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(d),
          focus: t().at
        }));
        E?.about.contrast && (t().contrast = E.about.contrast);
      }), St(me, () => r(d), (L) => N(d, L)), b(X, Z);
    };
    K(A, (X) => {
      s.view && r(c) && X(U);
    });
  }
  b(a, h), Xe();
}
ct(["click"]);
var ju = /* @__PURE__ */ Fr('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Du = /* @__PURE__ */ Fr('<text text-anchor="middle"> </text>'), Uu = /* @__PURE__ */ Fr('<circle r="2.5"><title> </title></circle>'), Hu = /* @__PURE__ */ Fr('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), zu = /* @__PURE__ */ M("<span><i></i> </span>"), Bu = /* @__PURE__ */ M('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function vi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "low", 3, 0), n = Fe(e, "high", 3, 1), s = Fe(e, "note", 3, ""), i = Fe(e, "unit", 3, (C) => String(Math.round(100 * C) / 100)), o = /* @__PURE__ */ H(0);
  const l = /* @__PURE__ */ S(() => Math.max(240, r(o))), c = 150, f = 42, p = 12, v = 8, w = 22, d = (C) => f + (r(l) - f - p) * C / Math.max(1, e.layers.length - 1), h = (C) => c - w - (c - w - v) * (C - t()) / (n() - t() || 1), I = /* @__PURE__ */ S(() => {
    const C = (n() - t()) / 4, G = 10 ** Math.floor(Math.log10(C || 1)), ne = G * ([1, 2, 5].find((q) => q * G >= C) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / ne + 1e-6) - Math.ceil(t() / ne - 1e-6) + 1
      },
      (q, ce) => (Math.ceil(t() / ne - 1e-6) + ce) * ne
    );
  }), g = /* @__PURE__ */ S(() => Math.ceil(e.layers.length / 10));
  var m = Bu(), y = x(m), T = x(y);
  Ee(T, 16, () => r(I), (C) => C, (C, G) => {
    var ne = ju(), q = Te(ne);
    Q(q, "x1", f);
    var ce = u(q);
    Q(ce, "x", f - 5);
    var ie = J(ce, !0);
    F(
      (W, ee, ye, ue, oe) => {
        Q(q, "x2", r(l) - p), Q(q, "y1", W), Q(q, "y2", ee), Q(q, "opacity", ye), Q(ce, "y", ue), O(ie, oe);
      },
      [
        () => h(G),
        () => h(G),
        () => Math.abs(G) < 1e-9 ? 0.4 : 0.14,
        () => h(G),
        () => i()(G)
      ]
    ), b(C, ne);
  });
  var A = u(T);
  Ee(A, 17, () => e.layers, je, (C, G, ne) => {
    var q = Rt(), ce = Te(q);
    {
      var ie = (W) => {
        var ee = Du();
        Q(ee, "y", c - 8);
        var ye = J(ee, !0);
        F(
          (ue) => {
            Q(ee, "x", ue), O(ye, r(G));
          },
          [() => d(ne)]
        ), b(W, ee);
      };
      K(ce, (W) => {
        ne % r(g) === 0 && W(ie);
      });
    }
    b(C, q);
  });
  var U = u(A);
  Ee(U, 17, () => e.curves, je, (C, G, ne) => {
    let q = () => r(G).name, ce = () => r(G).values;
    const ie = /* @__PURE__ */ S(() => Array.from(ce(), (me, Y) => [Y, me]).filter(([, me]) => !Number.isNaN(me)));
    var W = Hu(), ee = Te(W), ye = x(ee), ue = J(ye, !0), oe = u(ee);
    {
      var _e = (me) => {
        var Y = Rt(), L = Te(Y);
        Ee(L, 17, () => r(ie), je, (E, _) => {
          var P = /* @__PURE__ */ S(() => Vt(r(_), 2));
          let z = () => r(P)[0], ae = () => r(P)[1];
          var fe = Uu(), pe = x(fe), k = J(pe);
          F(
            ($, D, B) => {
              Q(fe, "cx", $), Q(fe, "cy", D), Q(fe, "fill", yr[ne % yr.length]), O(k, `${q() ?? ""}, layer ${e.layers[z()] ?? ""}: ${B ?? ""}`);
            },
            [() => d(z()), () => h(ae()), () => i()(ae())]
          ), b(E, fe);
        }), b(me, Y);
      };
      K(oe, (me) => {
        r(ie).length <= 12 && me(_e);
      });
    }
    F(
      (me) => {
        Q(ee, "stroke", yr[ne % yr.length]), Q(ee, "points", me), O(ue, q());
      },
      [
        () => r(ie).map(([me, Y]) => `${d(me)},${h(Y)}`).join(" ")
      ]
    ), b(C, W);
  });
  var X = u(y, 2), Z = x(X);
  Ee(Z, 17, () => e.curves, je, (C, G, ne) => {
    let q = () => r(G).name, ce = () => r(G).said;
    var ie = zu(), W = x(ie);
    let ee;
    var ye = u(W);
    F(() => {
      ee = He(W, "", ee, { background: yr[ne % yr.length] }), O(ye, `${q() ?? ""} ${ce() ?? "" ?? ""}`);
    }), b(C, ie);
  });
  var V = u(Z, 2), j = J(V, !0);
  F(() => {
    Q(y, "viewBox", `0 0 ${r(l) ?? ""} 150`), Q(y, "aria-label", e.label), O(j, s());
  }), la(m, "clientWidth", (C) => N(o, C)), b(a, m), Xe();
}
var qu = /* @__PURE__ */ M('<p class="fine"> </p> <!>', 1);
function hi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ S(() => r(n)[1] > 0 && r(n)[1] <= 6);
  function i(h) {
    if (e.sweep.about.axis !== "position") return;
    const I = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((g, m) => I[g] = e.sweep.arrays.effect.data[h * r(n)[1] + m]), t().sweep = {
      values: I,
      label: `${e.name} at layer ${h}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  ht(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Ma(e.sweep.arrays.effect.data, r(n)[0], r(n)[1], (h) => Et(h, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: r(n)[0] }, (h, I) => [
          I,
          ...Array.from(e.sweep.arrays.effect.data.slice(I * r(n)[1], (I + 1) * r(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ S(() => e.sweep.about.labels.map((h, I) => ({
    name: h,
    values: Array.from({ length: r(n)[0] }, (g, m) => e.sweep.arrays.effect.data[m * r(n)[1] + I])
  }))), l = /* @__PURE__ */ S(() => {
    let h = 0, I = 1;
    for (const g of e.sweep.arrays.effect.data) Number.isNaN(g) || ([h, I] = [Math.min(h, g), Math.max(I, g)]);
    return [h, I];
  });
  var c = qu(), f = Te(c), p = J(f, !0), v = u(f, 2);
  {
    var w = (h) => {
      {
        let I = /* @__PURE__ */ S(() => Array.from({ length: r(n)[0] }, (g, m) => String(m)));
        vi(h, {
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
            return r(I);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, d = (h) => {
      {
        let I = /* @__PURE__ */ S(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((g) => e.study.label(g)) : null);
        Aa(h, {
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
            return r(I);
          },
          onhover: (g) => g && i(g[0]),
          onpick: ([g, m]) => {
            i(g), e.sweep.about.axis === "head" ? t().takeHead(g, m) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[m]);
          }
        });
      }
    };
    K(v, (h) => {
      r(s) ? h(w) : h(d, -1);
    });
  }
  F(() => O(p, e.sweep.about.measure)), b(a, c), Xe();
}
var Wu = /* @__PURE__ */ M('<span class="fine"> </span>'), Ju = /* @__PURE__ */ M('<p><button type="button"> </button></p>'), Qa = /* @__PURE__ */ M("<option> </option>"), Ku = /* @__PURE__ */ M("<label>where <select></select></label>"), Vu = /* @__PURE__ */ M("<label>heads <select><option>all</option><option> </option></select></label>"), Yu = /* @__PURE__ */ M('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), Gu = /* @__PURE__ */ M("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Xu = /* @__PURE__ */ M('<label>strength <input type="number" step="any"/></label>'), ls = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Zu = /* @__PURE__ */ M('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Qu = /* @__PURE__ */ M('<button type="button">cancel</button> running…', 1), $u = /* @__PURE__ */ M('<button type="button">run again</button>'), ec = /* @__PURE__ */ M('<button type="button" aria-pressed="true">views show the changed model</button>'), tc = /* @__PURE__ */ M('<button type="button" aria-pressed="false">show views of the changed model</button>'), rc = /* @__PURE__ */ M('<ul class="changes"></ul> <p><!> <!></p>', 1), ac = /* @__PURE__ */ M('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), nc = /* @__PURE__ */ M('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), sc = /* @__PURE__ */ M('<span class="fine">every layer in turn</span>'), ic = /* @__PURE__ */ M("<label>at <select></select></label>"), oc = /* @__PURE__ */ M("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), lc = /* @__PURE__ */ M('<label>window <input type="number" min="1"/></label>'), uc = /* @__PURE__ */ M('<button type="button" class="primary">cancel</button>'), cc = /* @__PURE__ */ M('<button type="submit" class="primary">start</button>'), fc = /* @__PURE__ */ M('<label class="row grow"> <progress></progress> </label>'), dc = /* @__PURE__ */ M('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function vc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ H("zero"), i = /* @__PURE__ */ H("z"), o = /* @__PURE__ */ H("all"), l = /* @__PURE__ */ H("all"), c = /* @__PURE__ */ H("all"), f = /* @__PURE__ */ H("image"), p = /* @__PURE__ */ H(1), v = /* @__PURE__ */ H(null), w = /* @__PURE__ */ H(!1), d = /* @__PURE__ */ H("");
  const h = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, I = ["patch", "resample", "steer", "project"], g = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, m = /* @__PURE__ */ S(() => Object.keys(h).filter((R) => t().second || !I.includes(R))), y = /* @__PURE__ */ S(() => r(s) === "block" || r(i) === "z");
  function T(R) {
    return R === "selection" ? [...t().selected].sort((se, de) => se - de) : R === "image" ? r(n).tokens.filter((se) => se.kind === "image").map((se) => se.position) : R === "text" ? r(n).tokens.filter((se) => se.kind !== "image").map((se) => se.position) : R === "token" ? t().place === null ? [] : [t().place] : R === "focus" ? [Math.min(t().at, r(n).nPrompt - 1)] : null;
  }
  function A() {
    const R = r(y) && r(c) === "picked", se = !R && r(l).trim() === "all", de = R || r(l) === "picked" ? t().layer === null ? [] : [t().layer] : se ? null : U(r(l));
    if (!de && !se) {
      N(d, `“${r(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${r(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const he = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: de,
      heads: R && t().head !== null ? [t().head] : null,
      positions: T(r(o)),
      keys: r(s) === "block" ? T(r(f)) : null,
      strength: r(p),
      source: I.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([he.layers, he.positions, he.keys].some((Ae) => Ae?.length === 0)) {
      N(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, he], j();
  }
  function U(R) {
    const se = [];
    for (const de of R.split(",")) {
      const [he, Ae = he] = de.split("-").map((De) => De.trim() ? Number(De) : NaN);
      if (!(Number.isInteger(he) && Number.isInteger(Ae) && 0 <= he && he <= Ae && Ae < r(n).nLayers)) return null;
      for (let De = he; De <= Ae; De++) se.push(De);
    }
    return se;
  }
  function X() {
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
    ], j());
  }
  const Z = (R, se) => R === null ? se : R.length > 6 ? `${R.length} (${R[0]}…${R.at(-1)})` : R.join(", "), V = (R) => `${h[R.kind]}${R.kind === "block" ? "" : ` · ${g[R.point]}`} · layers ${Z(R.layers, "all")}${R.heads ? ` · head ${Z(R.heads, "")}` : ""} · ${R.kind === "block" ? "from " : ""}tokens ${Z(R.positions, "all")}${R.keys ? ` to ${Z(R.keys, "all")}` : ""}${["scale", "steer"].includes(R.kind) ? ` · ×${R.strength}` : ""}`;
  async function j() {
    const R = t().changes.filter((he) => he.on).map(({ on: he, ...Ae }) => ({
      ...Ae,
      source: Ae.source && t().second ? t().second.id : Ae.source
    }));
    if (N(d, ""), t().write(), !R.length) {
      N(v, null), ce();
      return;
    }
    const se = ++C, de = r(n);
    N(w, !0), G?.abort(), G = new AbortController();
    try {
      for await (const he of t().source.stream(de.id, "changes", { changes: R, max_new_tokens: 16 }, G.signal)) {
        if (se !== C || r(n) !== de) return;
        N(v, he);
      }
      t().clean && await q();
    } catch (he) {
      se === C && he.name !== "AbortError" && N(d, he.message, !0);
    } finally {
      se === C && N(w, !1);
    }
  }
  let C = 0, G = null;
  ht(() => {
    const R = r(n);
    R === ne || R.answering || At(() => {
      ne = R, C++, G?.abort(), z(), ((se) => {
        var de = Vt(se, 4);
        N(v, de[0]), N(ue, de[1]), N(d, de[2], !0), N(w, de[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && j();
    });
  });
  let ne = null;
  async function q() {
    if (!r(v)) return;
    const R = r(n), { study: se, after: de } = r(v).about, he = await t().during(t().source.tokens(se));
    if (!he || r(n) !== R) return;
    const Ae = new pn(t().source, se, he);
    Ae.answer = de, Ae.asked = r(n).asked, t().clean = r(n), t().study = Ae;
  }
  function ce() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let ie = /* @__PURE__ */ H("patching"), W = /* @__PURE__ */ H("groups"), ee = /* @__PURE__ */ H("resid_post"), ye = /* @__PURE__ */ H(1), ue = /* @__PURE__ */ H(null), oe = /* @__PURE__ */ H(null), _e = null, me = /* @__PURE__ */ H(!1), Y = /* @__PURE__ */ H("");
  const L = /* @__PURE__ */ S(() => r(ie) !== "knockout"), E = /* @__PURE__ */ S(() => {
    const R = r(n).tokens.filter((de) => de.kind === "image").length;
    return r(ie) === "gradients" ? 3 : (r(ie) === "knockout" || r(W) === "groups" ? 3 : r(W) === "heads" ? r(n).nHeads : t().selected.size || R + 1) * r(n).nLayers;
  }), _ = /* @__PURE__ */ S(() => r(ie) === "gradients" ? 2 * r(n).costs.graph_bytes : r(ie) === "knockout" ? r(n).costs.stream_bytes : 2 * r(n).nLayers * r(n).costs.stream_bytes);
  async function P() {
    _e?.abort(), _e = new AbortController();
    const R = _e;
    N(ue, null), N(Y, ""), N(me, !0);
    const se = t().selected.size ? [...t().selected].sort((he, Ae) => he - Ae) : null, de = r(ie) === "knockout" ? { window: r(ye) } : r(ie) === "gradients" ? {
      source: t().second.id,
      point: r(ee) === "z" ? "z" : r(ee) === "resid_pre" || r(ee) === "resid_mid" ? "resid_post" : r(ee)
    } : {
      source: t().second.id,
      point: r(ee),
      over: r(W),
      positions: se
    };
    try {
      for await (const he of t().source.stream(r(n).id, r(ie), de, R.signal)) N(ue, he);
    } catch (he) {
      he.name !== "AbortError" && N(Y, he.message, !0);
    }
    _e === R && N(me, !1);
  }
  function z() {
    _e?.abort(), N(me, !1);
  }
  var ae = dc(), fe = Te(ae), pe = x(fe);
  {
    let R = /* @__PURE__ */ S(() => r(v)?.about.code ?? ""), se = /* @__PURE__ */ S(() => r(v) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...r(v).about.words.map((de) => [
          de.text,
          de.before,
          de.after,
          de.logit_before,
          de.logit_after
        ])
      ]
    } : null);
    nr(pe, {
      title: "Changes",
      get code() {
        return r(R);
      },
      get exporter() {
        return r(se);
      },
      children: (de, he) => {
        var Ae = Wu(), De = J(Ae);
        F((it) => O(De, `change something, see the answer change${it ?? ""}`), [
          () => r(n).passSeconds > 1 ? `; a pass takes ${vn(r(n).passSeconds)}` : ""
        ]), b(de, Ae);
      },
      $$slots: { default: !0 }
    });
  }
  var k = u(pe, 2);
  {
    var $ = (R) => {
      var se = Ju(), de = x(se), he = J(de);
      F(() => O(he, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), le("click", de, X), b(R, se);
    };
    K(k, (R) => {
      t().layer !== null && R($);
    });
  }
  var D = u(k, 2), B = x(D), te = u(x(B));
  Ee(te, 21, () => r(m), je, (R, se) => {
    var de = Qa(), he = J(de, !0), Ae = {};
    F(() => {
      O(he, h[r(se)]), Ae !== (Ae = r(se)) && (de.value = (de.__value = Ae) ?? "");
    }), b(R, de);
  }), bt(te);
  var xe = u(B, 2);
  {
    var ke = (R) => {
      var se = Ku(), de = u(x(se));
      Ee(de, 21, () => Object.entries(g), je, (he, Ae) => {
        var De = /* @__PURE__ */ S(() => Vt(r(Ae), 2));
        let it = () => r(De)[0], Ct = () => r(De)[1];
        var _t = Qa(), et = J(_t, !0), Ke = {};
        F(() => {
          O(et, Ct()), Ke !== (Ke = it()) && (_t.value = (_t.__value = Ke) ?? "");
        }), b(he, _t);
      }), bt(de), kt(de, () => r(i), (he) => N(i, he)), b(R, se);
    };
    K(xe, (R) => {
      r(s) !== "block" && R(ke);
    });
  }
  var we = u(xe, 2);
  {
    var re = (R) => {
      var se = Vu(), de = u(x(se)), he = x(de);
      he.value = he.__value = "all";
      var Ae = u(he), De = J(Ae, !0);
      Ae.value = Ae.__value = "picked", bt(de), F(() => {
        Ae.disabled = t().layer === null, O(De, t().layer === null ? "one that is picked" : `L${t().layer}H${t().head}`);
      }), kt(de, () => r(c), (it) => N(c, it)), b(R, se);
    };
    K(we, (R) => {
      r(y) && R(re);
    });
  }
  var ge = u(we, 2);
  {
    var Se = (R) => {
      var se = Yu(), de = u(x(se));
      St(de, () => r(l), (he) => N(l, he)), b(R, se);
    };
    K(ge, (R) => {
      (!r(y) || r(c) === "all") && R(Se);
    });
  }
  var ve = u(ge, 2), be = x(ve);
  be.value = be.__value = "all";
  var Le = u(be);
  Le.value = Le.__value = "picked";
  var ze = u(Le), Ce = {}, Be = u(ve, 2), at = x(Be), We = u(at), ft = x(We);
  ft.value = ft.__value = "all";
  var Me = u(ft);
  Me.value = Me.__value = "focus";
  var Oe = u(Me);
  Oe.value = Oe.__value = "token";
  var Ie = u(Oe);
  Ie.value = Ie.__value = "selection";
  var Ze = u(Ie);
  Ze.value = Ze.__value = "image";
  var gt = u(Ze);
  gt.value = gt.__value = "text", bt(We);
  var Dr = u(Be, 2);
  {
    var Ra = (R) => {
      var se = Gu(), de = u(x(se)), he = x(de);
      he.value = he.__value = "image";
      var Ae = u(he);
      Ae.value = Ae.__value = "selection";
      var De = u(Ae);
      De.value = De.__value = "token";
      var it = u(De);
      it.value = it.__value = "text", bt(de), kt(de, () => r(f), (Ct) => N(f, Ct)), b(R, se);
    };
    K(Dr, (R) => {
      r(s) === "block" && R(Ra);
    });
  }
  var Ur = u(Dr, 2);
  {
    var ua = (R) => {
      var se = Xu(), de = u(x(se));
      St(de, () => r(p), (he) => N(p, he)), b(R, se);
    };
    K(Ur, (R) => {
      (r(s) === "scale" || r(s) === "steer") && R(ua);
    });
  }
  var ca = u(D, 2);
  {
    var fa = (R) => {
      var se = ls(), de = J(se, !0);
      F(() => O(de, r(d))), b(R, se);
    };
    K(ca, (R) => {
      r(d) && R(fa);
    });
  }
  var Hr = u(ca, 2);
  {
    var Ca = (R) => {
      var se = rc(), de = Te(se);
      Ee(de, 21, () => t().changes, je, (et, Ke, Qt) => {
        var pr = Zu(), gr = x(pr), tt = x(gr), Ve = u(tt), _r = u(gr, 2);
        F(
          (sr) => {
            si(tt, r(Ke).on), O(Ve, ` ${sr ?? ""}`);
          },
          [() => V(r(Ke))]
        ), le("change", tt, (sr) => {
          t().changes = t().changes.map((mr, zr) => zr === Qt ? { ...mr, on: sr.currentTarget.checked } : mr), j();
        }), le("click", _r, () => {
          t().changes = t().changes.filter((sr, mr) => mr !== Qt), j();
        }), b(et, pr);
      });
      var he = u(de, 2), Ae = x(he);
      {
        var De = (et) => {
          var Ke = Qu(), Qt = Te(Ke);
          le("click", Qt, () => G?.abort()), b(et, Ke);
        }, it = (et) => {
          var Ke = $u();
          le("click", Ke, j), b(et, Ke);
        };
        K(Ae, (et) => {
          r(w) ? et(De) : et(it, -1);
        });
      }
      var Ct = u(Ae, 2);
      {
        var _t = (et) => {
          var Ke = Rt(), Qt = Te(Ke);
          {
            var pr = (tt) => {
              var Ve = ec();
              le("click", Ve, ce), b(tt, Ve);
            }, gr = (tt) => {
              var Ve = tc();
              le("click", Ve, q), b(tt, Ve);
            };
            K(Qt, (tt) => {
              t().clean ? tt(pr) : tt(gr, -1);
            });
          }
          b(et, Ke);
        };
        K(Ct, (et) => {
          r(v) && et(_t);
        });
      }
      b(R, se);
    };
    K(Hr, (R) => {
      t().changes.length && R(Ca);
    });
  }
  var Ia = u(Hr, 2);
  {
    var Fa = (R) => {
      const se = /* @__PURE__ */ S(() => (tt) => tt.filter((Ve) => !Ve.ends).map((Ve) => Ve.token.text).join("") || "∅");
      var de = nc(), he = Te(de), Ae = x(he), De = u(x(Ae)), it = J(De, !0), Ct = u(Ae, 4), _t = u(x(Ct)), et = J(_t, !0), Ke = u(Ct, 2), Qt = J(Ke), pr = u(he, 2), gr = u(x(pr));
      Ee(gr, 21, () => r(v).about.words, (tt) => tt.id, (tt, Ve) => {
        var _r = ac(), sr = x(_r), mr = J(sr, !0), zr = u(sr);
        let qn;
        var Ti = x(zr), Pi = J(Ti, !0), Ba = u(zr);
        let Wn;
        var Li = x(Ba), Oi = J(Li, !0), Ri = u(Ba), Ci = J(Ri, !0);
        F(
          (Ii, Fi, ji, Di) => {
            O(mr, Ii), qn = He(zr, "", qn, { "--share": `${100 * r(Ve).before}%` }), O(Pi, Fi), Wn = He(Ba, "", Wn, { "--share": `${100 * r(Ve).after}%` }), O(Oi, ji), O(Ci, Di);
          },
          [
            () => rt(r(Ve).text),
            () => vt(r(Ve).before),
            () => vt(r(Ve).after),
            () => It(r(Ve).logit_after - r(Ve).logit_before)
          ]
        ), b(tt, _r);
      }), F(
        (tt, Ve, _r) => {
          O(it, tt), O(et, Ve), O(Qt, `KL ${_r ?? ""} nats at the first token`);
        },
        [
          () => r(se)(r(v).about.before),
          () => r(se)(r(v).about.after),
          () => r(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), b(R, de);
    };
    K(Ia, (R) => {
      r(v) && R(Fa);
    });
  }
  var ja = u(fe, 2), Cn = x(ja);
  {
    let R = /* @__PURE__ */ S(() => r(ue)?.about.code ?? "");
    nr(Cn, {
      title: "Sweeps",
      get code() {
        return r(R);
      },
      get exporter() {
        return r(oe);
      },
      children: (se, de) => {
        var he = sc();
        b(se, he);
      },
      $$slots: { default: !0 }
    });
  }
  var Da = u(Cn, 2), In = x(Da), Ua = u(x(In)), Ha = x(Ua);
  Ha.value = Ha.__value = "patching";
  var za = u(Ha);
  za.value = za.__value = "gradients";
  var Fn = u(za);
  Fn.value = Fn.__value = "knockout", bt(Ua);
  var jn = u(In, 2);
  {
    var mi = (R) => {
      var se = ic(), de = u(x(se));
      Ee(de, 21, () => Object.entries(g), je, (he, Ae) => {
        var De = /* @__PURE__ */ S(() => Vt(r(Ae), 2));
        let it = () => r(De)[0], Ct = () => r(De)[1];
        var _t = Qa(), et = J(_t, !0), Ke = {};
        F(() => {
          O(et, Ct()), Ke !== (Ke = it()) && (_t.value = (_t.__value = Ke) ?? "");
        }), b(he, _t);
      }), bt(de), kt(de, () => r(ee), (he) => N(ee, he)), b(R, se);
    };
    K(jn, (R) => {
      r(ie) !== "knockout" && R(mi);
    });
  }
  var Dn = u(jn, 2);
  {
    var bi = (R) => {
      var se = oc(), de = u(x(se)), he = x(de);
      he.value = he.__value = "groups";
      var Ae = u(he);
      Ae.value = Ae.__value = "positions";
      var De = u(Ae);
      De.value = De.__value = "heads", bt(de), kt(de, () => r(W), (it) => N(W, it)), b(R, se);
    };
    K(Dn, (R) => {
      r(ie) === "patching" && R(bi);
    });
  }
  var Un = u(Dn, 2);
  {
    var yi = (R) => {
      var se = lc(), de = u(x(se));
      F(() => Q(de, "max", r(n).nLayers)), St(de, () => r(ye), (he) => N(ye, he)), b(R, se);
    };
    K(Un, (R) => {
      r(ie) === "knockout" && R(yi);
    });
  }
  var wi = u(Un, 2);
  {
    var ki = (R) => {
      var se = uc();
      le("click", se, z), b(R, se);
    }, xi = (R) => {
      var se = cc();
      F(() => se.disabled = r(L) && !t().second), b(R, se);
    };
    K(wi, (R) => {
      r(me) ? R(ki) : R(xi, -1);
    });
  }
  var Hn = u(Da, 2), Si = J(Hn, !0), zn = u(Hn, 2);
  {
    var Mi = (R) => {
      var se = ls(), de = J(se, !0);
      F(() => O(de, r(Y))), b(R, se);
    };
    K(zn, (R) => {
      r(Y) && R(Mi);
    });
  }
  var Bn = u(zn, 2);
  {
    var Ai = (R) => {
      var se = fc(), de = x(se), he = u(de), Ae = u(he);
      F(() => {
        O(de, `${r(me) ? "running" : r(ue) && r(ue).about.done < r(ue).about.of ? "stopped" : "done"} `), Q(he, "max", r(ue)?.about.of ?? 1), dn(he, r(ue)?.about.done ?? 0), O(Ae, ` ${r(ue) ? `${r(ue).about.done} of ${r(ue).about.of} layers` : ""}`);
      }), b(R, se);
    };
    K(Bn, (R) => {
      (r(me) || r(ue)) && R(Ai);
    });
  }
  var Ei = u(Bn, 2);
  {
    var Ni = (R) => {
      hi(R, {
        get session() {
          return t();
        },
        get study() {
          return r(n);
        },
        get sweep() {
          return r(ue);
        },
        get name() {
          return r(ie);
        },
        onexport: (se) => N(oe, se)
      });
    };
    K(Ei, (R) => {
      r(ue) && R(Ni);
    });
  }
  F(
    (R) => {
      Ce !== (Ce = `0-${r(n).nLayers - 1}`) && (ze.value = ze.__value = Ce), O(at, `${r(s) === "block" ? "from" : "tokens"} `), O(Si, R);
    },
    [
      () => r(L) && !t().second ? "Add a second image above: patches come from it." : `At most ${r(E).toLocaleString("en")} partial passes, ${vn(r(E) * r(n).passSeconds)} and ${Sa(r(_))}${t().selected.size && r(ie) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Ue("submit", D, (R) => {
    R.preventDefault(), A();
  }), kt(te, () => r(s), (R) => N(s, R)), kt(We, () => r(o), (R) => N(o, R)), Ue("submit", Da, (R) => {
    R.preventDefault(), P();
  }), kt(Ua, () => r(ie), (R) => N(ie, R)), b(a, ae), Xe();
}
ct(["click", "change"]);
var hc = /* @__PURE__ */ M('<button type="button" tabindex="-1"> </button>'), pc = /* @__PURE__ */ M("<span> </span>"), gc = /* @__PURE__ */ M('<div><span class="name"><small> </small> <!></span> <!></div>'), _c = /* @__PURE__ */ M('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function mc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ S(() => Vt(r(s), 3)), o = /* @__PURE__ */ S(() => r(i)[0]), l = /* @__PURE__ */ S(() => r(i)[1]), c = /* @__PURE__ */ S(() => r(i)[2]), f = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), p = /* @__PURE__ */ S(() => e.view.arrays.positions.data), v = 24;
  let w = /* @__PURE__ */ H(void 0), d = /* @__PURE__ */ H(0), h = /* @__PURE__ */ H(400), I = !1, g = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  const m = /* @__PURE__ */ S(() => {
    if (e.mode === "word") return r(n) ? Jt(r(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const Y = new Float32Array(r(o) * r(l));
    for (let L = 0; L < Y.length; L++) Y[L] = e.view.arrays.probs.data[L * r(c)];
    return Y;
  }), y = /* @__PURE__ */ S(() => {
    if (e.mode === "top") return 1;
    let Y = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let L = 0; L < r(m).length; L++) r(m)[L] > Y && (Y = r(m)[L]);
    return Y;
  }), T = /* @__PURE__ */ S(() => {
    const Y = Array.from({ length: r(o) }, (E, _) => {
      let P = 0;
      for (let z = 0; z < r(l); z++) P += (r(m)[_ * r(l) + z] || 0) / r(y);
      return P / r(l);
    }), L = Math.max(...Y, 1e-9);
    return Y.map((E) => E / L);
  }), A = /* @__PURE__ */ S(() => {
    const Y = [], L = e.view.arrays.ids.data, E = (_, P) => {
      if ((e.study.tokens[r(p)[_]]?.image ?? -1) !== (e.study.tokens[r(p)[P]]?.image ?? -1)) return !1;
      for (let z = 0; z < r(o); z++) if (L[(z * r(l) + _) * r(c)] !== L[(z * r(l) + P) * r(c)]) return !1;
      return !0;
    };
    for (let _ = 0; _ < r(l); _++) {
      const P = Y.at(-1);
      P && E(P.row, _) ? P.count++ : Y.push({ row: _, count: 1 });
    }
    return Y;
  }), U = /* @__PURE__ */ S(() => e.folded && e.mode === "top" ? r(A).flatMap((Y) => r(g).has(Y.row) ? Array.from({ length: Y.count }, (L, E) => ({ row: Y.row + E, count: 1 })) : [Y]) : Array.from({ length: r(l) }, (Y, L) => ({ row: L, count: 1 }))), X = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(d) / v) - 6)), Z = /* @__PURE__ */ S(() => Math.min(r(U).length, Math.ceil((r(d) + r(h)) / v) + 6)), V = (Y) => Y === null ? -1 : r(p)[Y] === Y ? Y : Array.prototype.indexOf.call(r(p), Y), j = (Y) => {
    let L = 0, E = r(U).length - 1;
    for (; L < E; ) {
      const _ = L + E + 1 >> 1;
      r(U)[_].row <= Y ? L = _ : E = _ - 1;
    }
    return L;
  }, C = /* @__PURE__ */ S(() => j(V(t().shownPlace))), G = /* @__PURE__ */ S(() => V(t().at) < 0 ? -1 : j(V(t().at))), ne = (Y, L, E) => e.mode === "top" ? E >= t().least ? rt(e.view.about.strings[e.view.arrays.ids.data[(L * r(l) + Y) * r(c)]]) : "" : e.mode === "word" || e.mode === "find" ? E >= Math.max(t().least, 5e-4) ? vt(E) : "" : Je(E), q = (Y, L) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(L * r(l) + Y) * r(c)]) ? 0 : r(c)
    },
    (E, _) => {
      const P = (L * r(l) + Y) * r(c) + _;
      return `${rt(e.view.about.strings[e.view.arrays.ids.data[P]])} ${vt(e.view.arrays.probs.data[P])}`;
    }
  ).join(", ");
  function ce(Y) {
    if (!r(w) || Y < 0) return;
    const L = j(Y) * v, E = r(h) - 50;
    (L < r(w).scrollTop || L + v > r(w).scrollTop + E) && (r(w).scrollTop = Math.max(0, L - E / 2));
  }
  ht(() => {
    const { place: Y } = t();
    At(() => ce(V(Y)));
  }), ht(() => {
    const { hoverPlace: Y } = t();
    Y !== null && !I && At(() => ce(V(Y)));
  }), ht(() => {
    if (t().lensLayer === null) return;
    const Y = r(w)?.querySelector(`.lens-head [data-layer="${r(f)}"]`), L = r(w)?.querySelector(".lens-head .name");
    if (!r(w) || !Y || !L) return;
    const E = Y.offsetLeft - L.offsetWidth, _ = Y.offsetLeft + Y.offsetWidth - r(w).clientWidth;
    E < r(w).scrollLeft ? r(w).scrollLeft = E : _ > r(w).scrollLeft && (r(w).scrollLeft = _);
  });
  function ie(Y) {
    const L = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[Y.key], E = V(t().place);
    Y.key === "Enter" && E >= 0 && W(j(E)), L && (Y.preventDefault(), L[0] && (t().place = r(p)[r(U)[E < 0 ? 0 : Math.max(0, Math.min(r(U).length - 1, j(E) + L[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(f) + L[1])));
  }
  function W(Y) {
    const { row: L, count: E } = r(U)[Y];
    E > 1 && N(g, /* @__PURE__ */ new Set([...r(g), L]));
  }
  var ee = _c();
  let ye;
  var ue = x(ee), oe = u(x(ue));
  Ee(oe, 17, () => e.view.about.layers, je, (Y, L, E) => {
    var _ = hc();
    Q(_, "data-layer", E);
    let P, z;
    var ae = J(_, !0);
    F(
      (fe) => {
        Q(_, "title", `layer ${r(L) ?? ""}; the bar is the mean over all positions`), P = zt(_, 1, "", null, P, { current: E === r(f) }), z = He(_, "", z, { "--mean": fe }), O(ae, r(L));
      },
      [() => `${Math.round(100 * r(T)[E])}%`]
    ), le("click", _, () => t().lensLayer = E), b(Y, _);
  });
  var _e = u(ue, 2);
  let me;
  Ee(_e, 23, () => ({ length: Math.max(0, r(Z) - r(X)) }), (Y, L) => r(U)[r(X) + L]?.row, (Y, L, E) => {
    const _ = /* @__PURE__ */ S(() => r(X) + r(E)), P = /* @__PURE__ */ S(() => {
      const { row: we, count: re } = r(U)[r(_)];
      return { row: we, many: re };
    }), z = /* @__PURE__ */ S(() => r(p)[r(P).row]);
    var ae = gc();
    let fe, pe;
    var k = x(ae), $ = x(k), D = J($, !0), B = u($, 2);
    {
      var te = (we) => {
        var re = un();
        F(() => O(re, `▸ ${r(P).many ?? ""} alike`)), b(we, re);
      }, xe = (we) => {
        var re = un();
        F((ge) => O(re, ge), [() => rt(e.study.label(r(z)))]), b(we, re);
      };
      K(B, (we) => {
        r(P).many > 1 ? we(te) : we(xe, -1);
      });
    }
    var ke = u(k, 2);
    Ee(ke, 17, () => ({ length: r(o) }), je, (we, re, ge, Se) => {
      const ve = /* @__PURE__ */ S(() => r(m)[ge * r(l) + r(P).row] ?? NaN);
      var be = pc();
      let Le;
      Q(be, "data-layer", ge);
      let ze;
      var Ce = J(be, !0);
      F(
        (Be, at, We, ft) => {
          Le = zt(be, 1, "cell", null, Le, { here: ge === r(f) }), Q(be, "title", Be), ze = He(be, "", ze, { background: at, color: We }), O(Ce, ft);
        },
        [
          () => q(r(P).row, ge),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(ve) || 0))}%, transparent)` : Et(r(ve) / r(y), !1),
          () => e.mode === "top" ? null : On(r(ve) / r(y), !1),
          () => ne(r(P).row, ge, r(ve))
        ]
      ), Ue("mouseenter", be, () => t().hoverPlace = r(z)), Ue("mouseleave", be, () => t().hoverPlace = null), le("click", be, () => {
        t().takePlace(r(z)), t().lensLayer = ge;
      }), b(we, be);
    }), F(
      (we, re) => {
        fe = zt(ae, 1, "lens-row", null, fe, {
          current: t().shownPlace !== null && r(_) === r(C),
          focus: r(_) === r(G)
        }), Q(ae, "data-row", r(P).row), Q(ae, "data-many", r(P).many), pe = He(ae, "", pe, { top: `${r(_) * v}px` }), Q(k, "title", we), O(D, re);
      },
      [
        () => r(P).many > 1 ? `${r(P).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(z)),
        () => e.study.number(r(z))
      ]
    ), le("click", k, () => r(P).many > 1 ? W(r(_)) : t().takePlace(r(z))), b(Y, ae);
  }), jr(ee, (Y) => N(w, Y), () => r(w)), F(() => {
    Q(ee, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), ye = He(ee, "", ye, { "--columns": r(o) }), me = He(_e, "", me, { height: `${r(U).length * v}px` });
  }), Ue("scroll", ee, () => N(d, r(w).scrollTop, !0)), le("keydown", ee, ie), Ue("pointerenter", ee, () => I = !0), Ue("pointerleave", ee, () => I = !1), la(ee, "clientHeight", (Y) => N(h, Y)), b(a, ee), Xe();
}
ct(["keydown", "click"]);
var bc = /* @__PURE__ */ M('<button type="button" class="map"><canvas></canvas><small> </small></button>'), yc = /* @__PURE__ */ M('<div class="maps" role="group"></div>'), wc = /* @__PURE__ */ M("<!> <!>", 1);
function kc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.words.arrays.positions.data), s = /* @__PURE__ */ S(() => e.study.images.find((g) => g.boxed)), i = /* @__PURE__ */ S(() => {
    const g = e.study.images.indexOf(r(s)), m = e.study.tokens.filter((A) => A.box && A.image === g && A.frame <= 0), y = m.some((A) => !A.global), T = new Map(Array.from(r(n), (A, U) => [A, U]));
    return m.filter((A) => !(A.global && y) && T.has(A.position)).map((A) => ({ box: A.box, row: T.get(A.position) }));
  }), o = /* @__PURE__ */ S(() => Array.from({ length: e.words.about.layers.length }, (g, m) => Jt(e.words.arrays.probs, e.painted.word, m))), l = /* @__PURE__ */ S(() => r(o).reduce((g, m) => r(i).reduce((y, { row: T }) => Math.max(y, m[T] || 0), g), 0.05));
  function c(g, m) {
    const y = ({ values: T, high: A }) => {
      const [U, X] = r(s).size, Z = 96 / Math.max(U, X), V = g.getContext("2d");
      Object.assign(g, {
        width: Math.round(U * Z),
        height: Math.round(X * Z)
      });
      for (const { row: j, box: C } of r(i))
        V.fillStyle = Et(T[j] / A, !1), V.fillRect(C[0] * Z, C[1] * Z, (C[2] - C[0]) * Z + 0.5, (C[3] - C[1]) * Z + 0.5);
    };
    return y(m), { update: y };
  }
  const f = /* @__PURE__ */ S(() => t().shownPlace ?? t().at), p = /* @__PURE__ */ S(() => {
    const g = Array.prototype.indexOf.call(r(n), r(f)), [m, y, T] = e.words.arrays.probs.shape;
    return g < 0 ? [] : Array.from({ length: m }, (A, U) => {
      const X = Array.from({ length: y }, (Z, V) => e.words.arrays.probs.data[(U * y + V) * T + g]);
      return {
        name: e.words.about.words[U],
        said: vt(X.at(-1) ?? 0),
        values: X
      };
    });
  });
  var v = wc(), w = Te(v);
  {
    var d = (g) => {
      var m = yc();
      Ee(m, 21, () => e.words.about.layers, je, (y, T, A) => {
        var U = bc(), X = x(U);
        cl(X, (j, C) => c?.(j, C), () => ({ values: r(o)[A], high: r(l) }));
        var Z = u(X), V = J(Z, !0);
        F(() => {
          Q(U, "aria-pressed", e.layer === A && t().paint === "word"), O(V, r(T));
        }), le("click", U, () => {
          t().lensLayer = A, t().paint = "word";
        }), b(y, U);
      }), F(() => Q(m, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), b(g, m);
    };
    K(w, (g) => {
      r(s) && r(i).length && g(d);
    });
  }
  var h = u(w, 2);
  {
    var I = (g) => {
      {
        let m = /* @__PURE__ */ S(() => e.study.label(r(f))), y = /* @__PURE__ */ S(() => JSON.stringify(e.study.label(r(f))));
        vi(g, {
          get curves() {
            return r(p);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (T) => `${Math.round(100 * T)}%`,
          get label() {
            return `Probability over layers at ${r(m) ?? ""}`;
          },
          get note() {
            return `by layer, at ${r(y) ?? ""}`;
          }
        });
      }
    };
    K(h, (g) => {
      r(p).length && g(I);
    });
  }
  b(a, v), Xe();
}
ct(["click"]);
var xc = /* @__PURE__ */ M('<span class="fine">what each token says, if the model stopped at that layer</span>'), us = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Sc = /* @__PURE__ */ M('<button type="button" title="its probability at every layer and token, however small">follow</button>'), cs = /* @__PURE__ */ M('<button type="button"> </button>'), Mc = /* @__PURE__ */ M('<p class="fine hits" role="status"> </p>'), Ac = /* @__PURE__ */ M("<option> </option>"), Ec = /* @__PURE__ */ M('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), Nc = /* @__PURE__ */ M('<p class="fine"> </p>'), Tc = /* @__PURE__ */ M('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Pc = /* @__PURE__ */ M('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Lc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.lens.view), s = /* @__PURE__ */ S(() => e.painted.words.view), i = /* @__PURE__ */ S(() => r(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ S(() => Vt(r(i), 3)), l = /* @__PURE__ */ S(() => r(o)[0]), c = /* @__PURE__ */ S(() => r(o)[1]), f = /* @__PURE__ */ S(() => r(o)[2]), p = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let v = /* @__PURE__ */ H("top"), w = /* @__PURE__ */ H(!0), d = /* @__PURE__ */ H(-1), h = /* @__PURE__ */ H(null);
  const I = /* @__PURE__ */ S(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), g = /* @__PURE__ */ S(() => ["entropy", "kl"].filter((W) => r(n)?.arrays[W])), m = /* @__PURE__ */ S(() => e.painted.found), y = /* @__PURE__ */ S(() => t().source.kind !== "page");
  function T(W, ee = e.painted.word) {
    N(v, W, !0), t().word = ee, (W === "top" || W === "word" || W === "find") && (t().paint = W);
  }
  function A(W) {
    t().find = W, N(d, -1), T(W.trim() ? "find" : "top");
  }
  function U(W) {
    !r(m)?.hits.length || !r(n) || (N(
      d,
      r(d) < 0 && W < 0 ? r(m).hits.length - 1 : (r(d) + W + r(m).hits.length) % r(m).hits.length,
      !0
    ), t().takePlace(r(n).arrays.positions.data[r(m).hits[r(d)] % r(c)]), t().lensLayer = Math.floor(r(m).hits[r(d)] / r(c)));
  }
  function X() {
    const W = t().find.trim();
    W && (t().words = [...t().words.filter((ee) => ee !== W), W].slice(-8), t().find = "", T("word", t().words.length - 1));
  }
  function Z() {
    const W = () => {
      clearInterval(r(h)), N(h, null);
    };
    if (r(h) !== null) return W();
    t().lensLayer = 0, N(h, setInterval(() => r(p) >= r(l) - 1 ? W() : t().lensLayer = r(p) + 1, 600), !0);
  }
  ht(() => () => clearInterval(r(h) ?? void 0));
  const V = /* @__PURE__ */ S(() => r(n) ? {
    name: "lens",
    svg: () => Rn(
      r(l) * 64,
      r(c) * 18,
      Array.from({ length: r(l) * r(c) }, (W, ee) => {
        const [ye, ue] = [ee % r(c), Math.floor(ee / r(c))], oe = r(n).arrays.probs.data[ee * r(f)] || 0;
        return {
          box: [ue * 64, ye * 18, ue * 64 + 63, ye * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(oe)).toFixed(2)})`,
          text: oe >= t().least ? r(n).about.strings[r(n).arrays.ids.data[ee * r(f)]] : ""
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
        ...r(g)
      ],
      ...Array.from({ length: r(l) * r(c) }, (W, ee) => {
        const ye = r(n).arrays.positions.data[ee % r(c)];
        return [
          r(n).about.layers[Math.floor(ee / r(c))],
          e.study.number(ye),
          e.study.label(ye),
          r(n).about.strings[r(n).arrays.ids.data[ee * r(f)]],
          r(n).arrays.probs.data[ee * r(f)],
          ...r(g).map((ue) => r(n).arrays[ue].data[ee])
        ];
      })
    ]
  } : null);
  var j = Pc(), C = x(j);
  {
    let W = /* @__PURE__ */ S(() => r(v) === "word" && r(s) ? r(s).about.code : r(n)?.about.code ?? "");
    nr(C, {
      title: "Logit lens",
      get code() {
        return r(W);
      },
      get exporter() {
        return r(V);
      },
      children: (ee, ye) => {
        var ue = xc();
        b(ee, ue);
      },
      $$slots: { default: !0 }
    });
  }
  var G = u(C, 2);
  {
    var ne = (W) => {
      var ee = us(), ye = J(ee, !0);
      F(() => O(ye, e.painted.lens.error)), b(W, ee);
    };
    K(G, (W) => {
      e.painted.lens.error && W(ne);
    });
  }
  var q = u(G, 2);
  {
    let W = /* @__PURE__ */ S(() => e.painted.long("lens")), ee = /* @__PURE__ */ S(() => e.study.tokens.length.toLocaleString("en")), ye = /* @__PURE__ */ S(() => e.study.nLayers + 1);
    Or(q, {
      get session() {
        return t();
      },
      get long() {
        return r(W);
      },
      get what() {
        return `The lens of ${r(ee) ?? ""} tokens at ${r(ye) ?? ""} layers`;
      }
    });
  }
  var ce = u(q, 2);
  {
    var ie = (W) => {
      var ee = Tc(), ye = Te(ee), ue = x(ye), oe = x(ue), _e = u(oe, 2), me = u(_e), Y = u(me, 2);
      {
        var L = (Me) => {
          var Oe = Sc();
          F((Ie) => Oe.disabled = Ie, [() => !t().find.trim()]), le("click", Oe, X), b(Me, Oe);
        };
        K(Y, (Me) => {
          r(y) && Me(L);
        });
      }
      var E = u(ue, 2), _ = x(E), P = u(_, 2);
      Ee(P, 17, () => r(I), je, (Me, Oe, Ie) => {
        var Ze = cs(), gt = J(Ze, !0);
        F(() => {
          Q(Ze, "aria-pressed", r(v) === "word" && e.painted.word === Ie), O(gt, r(Oe));
        }), le("click", Ze, () => T("word", Ie)), b(Me, Ze);
      });
      var z = u(P, 2);
      Ee(z, 17, () => r(g), je, (Me, Oe) => {
        var Ie = cs(), Ze = J(Ie, !0);
        F(() => {
          Q(Ie, "aria-pressed", r(v) === r(Oe)), O(Ze, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), le("click", Ie, () => T(r(Oe))), b(Me, Ie);
      });
      var ae = u(ye, 2);
      {
        var fe = (Me) => {
          var Oe = Mc(), Ie = J(Oe);
          F((Ze, gt) => O(Ie, `Tokens that ${r(m).whole ? "are" : "contain"} “${Ze ?? ""}”: ${gt ?? ""}`), [
            () => t().find.trim(),
            () => r(m).hits.length ? `${r(m).hits.length.toLocaleString("en")} hits in ${r(m).layers} of ${r(l)} layers, among the top ${r(f)}. ↓ goes to the most probable.` : `none among the top ${r(f)}, at any layer and position.`
          ]), b(Me, Oe);
        };
        K(ae, (Me) => {
          r(m) && Me(fe);
        });
      }
      var pe = u(ae, 2);
      {
        var k = (Me) => {
          var Oe = us(), Ie = J(Oe, !0);
          F(() => O(Ie, e.painted.words.error)), b(Me, Oe);
        };
        K(pe, (Me) => {
          e.painted.words.error && Me(k);
        });
      }
      var $ = u(pe, 2), D = x($), B = u(x(D)), te = J(B, !0), xe = u(B), ke = u(D, 2), we = J(ke, !0), re = u(ke, 2), ge = u(x(re));
      Ee(ge, 20, () => [0, 0.01, 0.05, 0.2, 0.5], je, (Me, Oe) => {
        var Ie = Ac(), Ze = J(Ie), gt = {};
        F(() => {
          O(Ze, `${100 * Oe}%`), gt !== (gt = Oe) && (Ie.value = (Ie.__value = gt) ?? "");
        }), b(Me, Ie);
      }), bt(ge);
      var Se = u(re, 2), ve = x(Se), be = u(Se, 2);
      {
        var Le = (Me) => {
          var Oe = Ec(), Ie = x(Oe);
          F(() => si(Ie, t().vision)), le("change", Ie, (Ze) => {
            t().vision = Ze.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), b(Me, Oe);
        };
        K(be, (Me) => {
          e.study.costs.n_vision && Me(Le);
        });
      }
      var ze = u($, 2);
      {
        let Me = /* @__PURE__ */ S(() => e.painted.long("words")), Oe = /* @__PURE__ */ S(() => r(I).join(", "));
        Or(ze, {
          get session() {
            return t();
          },
          get long() {
            return r(Me);
          },
          get what() {
            return `To follow ${r(Oe) ?? ""} through all tokens and layers`;
          }
        });
      }
      var Ce = u(ze, 2);
      {
        var Be = (Me) => {
          kc(Me, {
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
              return r(p);
            }
          });
        };
        K(Ce, (Me) => {
          r(s) && Me(Be);
        });
      }
      var at = u(Ce, 2);
      mc(at, {
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
          return r(w);
        }
      });
      var We = u(at, 2);
      {
        var ft = (Me) => {
          var Oe = Nc(), Ie = J(Oe, !0);
          F(() => O(Ie, t().note)), b(Me, Oe);
        };
        K(We, (Me) => {
          t().note && Me(ft);
        });
      }
      F(() => {
        dn(oe, t().find), _e.disabled = !r(m)?.hits.length, me.disabled = !r(m)?.hits.length, Q(_, "aria-pressed", r(v) === "top"), O(te, r(n).about.layers[r(p)]), Q(xe, "max", r(l) - 1), dn(xe, r(p)), Q(xe, "aria-valuetext", r(n).about.layers[r(p)]), Q(ke, "aria-pressed", r(h) !== null), O(we, r(h) === null ? "play" : "stop");
      }), Ue("submit", ue, (Me) => {
        Me.preventDefault(), U(1);
      }), le("input", oe, (Me) => A(Me.currentTarget.value)), le("click", _e, () => U(-1)), le("click", me, () => U(1)), le("click", _, () => T("top")), le("input", xe, (Me) => {
        t().lensLayer = Number(Me.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), le("click", ke, Z), kt(ge, () => t().least, (Me) => t().least = Me), yl(ve, () => r(w), (Me) => N(w, Me)), b(W, ee);
    };
    K(ce, (W) => {
      r(n) && W(ie);
    });
  }
  b(a, j), Xe();
}
ct(["input", "click", "change"]);
var Oc = /* @__PURE__ */ M('<th scope="col">and then</th>'), Rc = /* @__PURE__ */ M("<td><span> </span> <small> </small></td>"), Cc = /* @__PURE__ */ M('<tr><th scope="row"> </th><!></tr>'), Ic = /* @__PURE__ */ M('<p class="fine facts"> </p>'), Fc = /* @__PURE__ */ M('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function jc(a, e) {
  Ge(e, !0);
  const t = /* @__PURE__ */ S(() => e.painted.lens.view), n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ S(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ S(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: w, probs: d } = r(t).arrays, [h, I, g] = w.shape;
    return Array.from({ length: h }, (m, y) => ({
      nth: y,
      layer: r(t).about.layers[y],
      top: Array.from({ length: Math.min(3, g) }, (T, A) => {
        const U = (y * I + r(i)) * g + A;
        return {
          text: r(t).about.strings[w.data[U]],
          p: d.data[U],
          id: r(t).arrays.tokens.data[w.data[U]]
        };
      })
    })).filter(({ top: m }) => !Number.isNaN(m[0].p)).reverse();
  }), c = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return "";
    const w = r(t).arrays.ids.shape[1], d = r(o) * w + r(i), h = [];
    r(t).arrays.entropy && h.push(`entropy ${Je(r(t).arrays.entropy.data[d])} nats`), r(t).arrays.kl && h.push(`KL to output ${Je(r(t).arrays.kl.data[d])} nats`);
    const I = r(n) ? r(n).arrays.probs.shape[1] * w : 0;
    return r(n) && r(n).arrays.probs.shape[2] === w && r(n).about.words.forEach((g, m) => {
      const y = r(n).arrays.ranks?.data[m * I + d];
      h.push(`“${g}” ${vt(r(n).arrays.probs.data[m * I + d])}${y ? `, rank ${y > 127 && r(n).about.coded ? "about " : ""}${y.toLocaleString("en")}` : ""}`);
    }), h.length ? `Layer ${r(t).about.layers[r(o)]}: ${h.join("; ")}.` : "";
  });
  var f = Rt(), p = Te(f);
  {
    var v = (w) => {
      var d = Fc(), h = Te(d), I = x(h), g = u(I), m = J(g), y = u(h, 2), T = x(y), A = x(T), U = J(A), X = u(A), Z = x(X), V = u(x(Z), 2);
      {
        var j = (q) => {
          var ce = Oc();
          F(() => Q(ce, "colspan", r(l)[0].top.length - 1)), b(q, ce);
        };
        K(V, (q) => {
          r(l)[0].top.length > 1 && q(j);
        });
      }
      var C = u(X);
      Ee(C, 21, () => r(l), ({ nth: q, layer: ce, top: ie }) => q, (q, ce) => {
        let ie = () => r(ce).nth, W = () => r(ce).layer, ee = () => r(ce).top;
        var ye = Cc();
        let ue;
        var oe = x(ye), _e = J(oe, !0), me = u(oe);
        Ee(me, 17, ee, je, (Y, L) => {
          let E = () => r(L).text, _ = () => r(L).p, P = () => r(L).id;
          var z = Rc();
          let ae, fe;
          var pe = x(z), k = J(pe, !0), $ = u(pe, 2), D = J($, !0);
          F(
            (B, te) => {
              ae = zt(z, 1, "", null, ae, { target: e.session.target?.id === P() }), fe = He(z, "", fe, { "--share": `${100 * _()}%` }), O(k, B), O(D, te);
            },
            [() => rt(E()), () => vt(_())]
          ), b(Y, z);
        }), F(() => {
          ue = zt(ye, 1, "", null, ue, { here: ie() === r(o) }), O(_e, W());
        }), b(q, ye);
      });
      var G = u(y, 2);
      {
        var ne = (q) => {
          var ce = Ic(), ie = J(ce, !0);
          F(() => O(ie, r(c))), b(q, ce);
        };
        K(G, (q) => {
          r(c) && q(ne);
        });
      }
      F(
        (q, ce, ie) => {
          O(I, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), O(m, `${q ?? ""}, position ${ce ?? ""}, by layer`), Q(y, "data-reading", r(s)), O(U, `Most probable tokens at position ${ie ?? ""}, layer by layer`);
        },
        [
          () => rt(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), b(w, d);
    };
    K(p, (w) => {
      r(l).length && w(v);
    });
  }
  b(a, f), Xe();
}
var fs = /* @__PURE__ */ M('<button type="button"> </button>'), Dc = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Which image"></div>'), Uc = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Hc = /* @__PURE__ */ M('<label class="grow"> <input type="range" min="0"/></label>'), zc = /* @__PURE__ */ M('<div class="row"><!> <!> <!></div>'), Bc = /* @__PURE__ */ M('<img alt=""/>'), qc = /* @__PURE__ */ M('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Wc = /* @__PURE__ */ M('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Jc = /* @__PURE__ */ M('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Kc = /* @__PURE__ */ M('<p class="fine"> <button type="button" class="link">clear</button></p>'), Vc = /* @__PURE__ */ M('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function pi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = Fe(e, "name", 3, "Image"), s = Fe(e, "tall", 3, "58vh"), i = /* @__PURE__ */ H(0), o = /* @__PURE__ */ H(0), l = /* @__PURE__ */ H(!1), c = /* @__PURE__ */ H(1), f = /* @__PURE__ */ H("point"), p = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), w = /* @__PURE__ */ H(0), d = /* @__PURE__ */ H([]);
  const h = /* @__PURE__ */ S(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), I = /* @__PURE__ */ S(() => r(h)?.size ?? [1, 1]), g = /* @__PURE__ */ S(() => e.study.tokens.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), m = /* @__PURE__ */ S(() => [...new Set(r(g).map((k) => k.frame))].filter((k) => k >= 0)), y = /* @__PURE__ */ S(() => [...new Set(r(g).map((k) => k.global))]), T = /* @__PURE__ */ S(() => r(g).filter((k) => k.box && (r(m).length ? k.frame === r(m)[Math.min(r(o), r(m).length - 1)] : r(y).length < 2 || k.global === r(l)))), A = /* @__PURE__ */ S(() => r(h) ? r(h).frames[Math.min(
    r(m).length ? Math.floor(Math.min(r(o), r(m).length - 1) / r(m).length * r(h).frames.length) : 0,
    r(h).frames.length - 1
  )] : null), U = /* @__PURE__ */ S(() => r(h) && r(A) ? r(h).frames.indexOf(r(A)) : 0), X = /* @__PURE__ */ S(() => new Map(r(T).map((k) => [k.position, k]))), Z = /* @__PURE__ */ S(() => r(v) ? r(v) / r(I)[0] : 0);
  ht(() => {
    const k = t().place === null ? null : e.study.tokens[t().place];
    k?.kind === "image" && (N(i, k.image, !0), k.frame >= 0 && N(
      o,
      [
        ...new Set(e.study.tokens.filter(($) => $.image === k.image && $.frame >= 0).map(($) => $.frame))
      ].indexOf(k.frame),
      !0
    ), N(l, k.global, !0));
  });
  function V() {
    if (!r(p) || !r(Z)) return;
    const k = devicePixelRatio || 1, $ = r(v) * r(I)[1] / r(I)[0];
    (r(p).width !== Math.round(r(v) * k) || r(p).height !== Math.round($ * k)) && (r(p).width = Math.round(r(v) * k), r(p).height = Math.round($ * k));
    const D = r(p).getContext("2d");
    D.setTransform(k * r(Z), 0, 0, k * r(Z), 0, 0), D.clearRect(0, 0, r(I)[0], r(I)[1]);
    const B = 1 / r(Z);
    if (e.painting) {
      const { values: te, texts: xe, signed: ke, high: we } = e.painting, [re, ge] = xe ? [0.5, 0] : ke ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: Se, box: ve } of r(T)) {
        const be = te[Se] ?? NaN;
        Number.isNaN(be) || (D.globalAlpha = re + ge * Math.min(1, Math.abs(be) / we), D.fillStyle = Et(be / we, ke), D.fillRect(ve[0], ve[1], ve[2] - ve[0], ve[3] - ve[1]));
      }
      D.globalAlpha = 1, e.painting.texts && r(T).length <= 900 && C(D);
    } else if (r(T).length <= 4e3) {
      D.strokeStyle = "rgba(255,255,255,.28)", D.lineWidth = B;
      for (const { box: te } of r(T)) D.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
    }
    for (const te of t().selected) j(D, te, "#14e0c0", 2);
    t().place !== null && j(D, t().place, "#fff", 3), t().hoverPlace !== null && j(D, t().hoverPlace, "#ffe14d", 2), r(d).length > 1 && (D.strokeStyle = "#14e0c0", D.lineWidth = 2 * B, D.beginPath(), r(f) === "box" ? D.rect(r(d)[0][0], r(d)[0][1], r(d).at(-1)[0] - r(d)[0][0], r(d).at(-1)[1] - r(d)[0][1]) : r(d).forEach(([te, xe], ke) => ke ? D.lineTo(te, xe) : D.moveTo(te, xe)), D.stroke());
  }
  function j(k, $, D, B) {
    const te = r(X).get($)?.box;
    if (te)
      for (const [xe, ke] of [["#000", 2], [D, 0]])
        k.strokeStyle = xe, k.lineWidth = (B + ke) / r(Z), k.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
  }
  function C(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: $, box: D } of r(T)) {
      if (!e.painting.texts[$]) continue;
      const B = rt(e.painting.texts[$]).slice(0, 12), te = D[2] - D[0], xe = D[3] - D[1], ke = Math.min(xe * 0.34, te * 1.5 / Math.max(2, B.length));
      k.font = `600 ${ke}px system-ui, sans-serif`, k.lineWidth = ke / 6, k.strokeText(B, (D[0] + D[2]) / 2, (D[1] + D[3]) / 2, te), k.fillText(B, (D[0] + D[2]) / 2, (D[1] + D[3]) / 2, te);
    }
  }
  ht(V);
  function G(k) {
    const $ = r(p).getBoundingClientRect();
    return [
      (k.clientX - $.left) / $.width * r(I)[0],
      (k.clientY - $.top) / $.height * r(I)[1]
    ];
  }
  const ne = ([k, $]) => r(T).find(({ box: D }) => k >= D[0] && k < D[2] && $ >= D[1] && $ < D[3]);
  function q(k) {
    const $ = G(k);
    if (r(d).length) {
      N(d, [...r(d), $]);
      return;
    }
    const D = ne($);
    t().hoverPlace = D?.position ?? null;
  }
  function ce(k) {
    r(f) === "point" || k.button || (r(p).setPointerCapture(k.pointerId), N(d, [G(k)]));
  }
  function ie(k) {
    const $ = G(k);
    if (r(f) === "point") {
      const B = ne($);
      B && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([B.position], "flip") : B && t().takePlace(t().place === B.position ? null : B.position);
      return;
    }
    if (!r(d).length) return;
    const D = r(T).filter(({ box: B }) => W((B[0] + B[2]) / 2, (B[1] + B[3]) / 2, B)).map((B) => B.position);
    t().toggle(D, k.shiftKey ? "add" : "set"), N(d, []);
  }
  function W(k, $, D) {
    const [B, te] = [r(d)[0], r(d).at(-1)];
    if (r(f) === "box") {
      const [ke, we] = [Math.min(B[0], te[0]), Math.max(B[0], te[0])], [re, ge] = [Math.min(B[1], te[1]), Math.max(B[1], te[1])];
      return D[2] > ke && D[0] < we && D[3] > re && D[1] < ge;
    }
    if (r(f) === "brush") return r(d).some(([ke, we]) => ke >= D[0] && ke < D[2] && we >= D[1] && we < D[3]);
    let xe = !1;
    for (let ke = 0, we = r(d).length - 1; ke < r(d).length; we = ke++) {
      const [re, ge] = r(d)[ke], [Se, ve] = r(d)[we];
      ge > $ != ve > $ && k < (Se - re) * ($ - ge) / (ve - ge) + re && (xe = !xe);
    }
    return xe;
  }
  function ee(k) {
    const $ = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], D = t().shownPlace === null ? null : r(X).get(t().shownPlace);
    if ($) {
      k.preventDefault();
      const B = D ? ye(D, $) : r(T)[0];
      B && (t().hoverPlace = B.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && D && t().toggle(r(T).filter((B) => k.key === "r" ? B.row === D.row : B.column === D.column).map((B) => B.position), "add");
  }
  function ye(k, [$, D]) {
    const B = (re) => [
      (re.box[0] + re.box[2]) / 2,
      (re.box[1] + re.box[3]) / 2
    ], [te, xe] = B(k);
    let ke, we = 1 / 0;
    for (const re of r(T)) {
      const [ge, Se] = B(re), ve = (ge - te) * $ + (Se - xe) * D, be = Math.abs((ge - te) * D) + Math.abs((Se - xe) * $);
      ve > 0.01 && ve + 3 * be < we && ([ke, we] = [re, ve + 3 * be]);
    }
    return ke;
  }
  const ue = /* @__PURE__ */ S(() => {
    const k = t().shownPlace, $ = k === null ? null : e.study.tokens[k];
    if (!$) return "Point at a token, click to keep it, Esc lets go.";
    const D = e.painting?.values[k], B = $.box ? `, pixels ${$.box.map((te) => Math.round(te)).join(", ")}` : "";
    return `Token ${e.study.number(k)}: ${JSON.stringify(e.study.label(k))}${B}${D === void 0 || Number.isNaN(D) ? "" : ` · ${Je(D)}`}`;
  });
  ht(() => {
    e.onexport?.({
      name: "image",
      svg: () => Rn(
        r(I)[0],
        r(I)[1],
        r(T).map((k) => ({
          box: k.box,
          fill: e.painting ? Et((e.painting.values[k.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[k.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(T).map((k) => [
          k.position,
          k.row,
          k.column,
          ...k.box,
          e.painting?.values[k.position] ?? ""
        ])
      ]
    });
  });
  var oe = Vc(), _e = x(oe);
  {
    var me = (k) => {
      var $ = zc(), D = x($);
      {
        var B = (re) => {
          var ge = Dc();
          Ee(ge, 21, () => e.study.images, je, (Se, ve, be) => {
            var Le = fs(), ze = J(Le);
            F(() => {
              Q(Le, "aria-pressed", r(i) === be), O(ze, `${r(ve).kind === "video" ? "video" : "image"} ${be + 1}`);
            }), le("click", Le, () => N(i, be, !0)), b(Se, Le);
          }), b(re, ge);
        };
        K(D, (re) => {
          e.study.images.length > 1 && re(B);
        });
      }
      var te = u(D, 2);
      {
        var xe = (re) => {
          var ge = Uc(), Se = x(ge), ve = u(Se, 2);
          F(() => {
            Q(Se, "aria-pressed", !r(l)), Q(ve, "aria-pressed", r(l));
          }), le("click", Se, () => N(l, !1)), le("click", ve, () => N(l, !0)), b(re, ge);
        };
        K(te, (re) => {
          r(y).length > 1 && re(xe);
        });
      }
      var ke = u(te, 2);
      {
        var we = (re) => {
          var ge = Hc(), Se = x(ge), ve = u(Se);
          F(
            (be) => {
              O(Se, `frame ${be ?? ""} of ${r(m).length ?? ""} `), Q(ve, "max", r(m).length - 1);
            },
            [() => Math.min(r(o), r(m).length - 1) + 1]
          ), St(ve, () => r(o), (be) => N(o, be)), b(re, ge);
        };
        K(ke, (re) => {
          r(m).length && re(we);
        });
      }
      b(k, $);
    };
    K(_e, (k) => {
      (e.study.images.length > 1 || r(m).length || r(y).length > 1) && k(me);
    });
  }
  var Y = u(_e, 2);
  {
    var L = (k) => {
      var $ = qc(), D = Te($);
      let B;
      var te = x(D);
      let xe;
      var ke = x(te);
      {
        var we = (Ce) => {
          var Be = Bc();
          let at, We;
          F(
            (ft) => {
              Q(Be, "src", ft), at = zt(Be, 1, "", null, at, { dim: e.painting }), We = He(Be, "", We, {
                left: `${100 * r(A).area[0] / r(I)[0]}%`,
                top: `${100 * r(A).area[1] / r(I)[1]}%`,
                width: `${100 * (r(A).area[2] - r(A).area[0]) / r(I)[0]}%`,
                height: `${100 * (r(A).area[3] - r(A).area[1]) / r(I)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(U))
            ]
          ), Ue("load", Be, () => Oo(w)), b(Ce, Be);
        };
        K(ke, (Ce) => {
          r(A) && Ce(we);
        });
      }
      var re = u(ke, 2);
      let ge;
      var Se = x(re);
      jr(Se, (Ce) => N(p, Ce), () => r(p));
      var ve = u(D, 2), be = x(ve);
      Ee(be, 20, () => ["point", "box", "brush", "lasso"], je, (Ce, Be) => {
        var at = fs(), We = J(at, !0);
        F(() => {
          Q(at, "aria-pressed", r(f) === Be), O(We, Be);
        }), le("click", at, () => N(f, Be, !0)), b(Ce, at);
      });
      var Le = u(be, 2), ze = u(x(Le));
      F(() => {
        B = zt(D, 1, "scroller", null, B, { zoomed: r(c) > 1 }), xe = He(te, "", xe, {
          width: `${100 * r(c)}%`,
          "max-width": r(c) === 1 ? `min(100%, calc(${s()} * ${r(I)[0] / r(I)[1]}))` : "none"
        }), Q(re, "aria-label", `${n() ?? ""}: ${r(T).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), Q(re, "data-stage", n()), ge = He(re, "", ge, {
          "aspect-ratio": `${r(I)[0] ?? ""} / ${r(I)[1] ?? ""}`
        });
      }), le("keydown", re, ee), le("pointermove", Se, q), le("pointerdown", Se, ce), le("pointerup", Se, ie), Ue("pointerleave", Se, () => t().hoverPlace = null), la(te, "clientWidth", (Ce) => N(v, Ce)), St(ze, () => r(c), (Ce) => N(c, Ce)), b(k, $);
    }, E = (k) => {
      var $ = Wc();
      b(k, $);
    };
    K(Y, (k) => {
      r(h) && r(T).length ? k(L) : e.study.images.length && k(E, 1);
    });
  }
  var _ = u(Y, 2);
  {
    var P = (k) => {
      var $ = Jc(), D = x($), B = J(D, !0), te = u(D);
      let xe;
      var ke = u(te), we = J(ke, !0), re = u(ke), ge = J(re, !0);
      F(
        (Se, ve, be) => {
          O(B, Se), xe = He(te, "", xe, { background: ve }), O(we, be), O(ge, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Je(e.painting.high)}` : "0",
          () => ui(e.painting.signed),
          () => Je(e.painting.high)
        ]
      ), b(k, $);
    };
    K(_, (k) => {
      e.painting && k(P);
    });
  }
  var z = u(_, 2), ae = J(z, !0), fe = u(z, 2);
  {
    var pe = (k) => {
      var $ = Kc(), D = x($), B = u(D);
      F(() => O(D, `${t().selected.size ?? ""} tokens selected `)), le("click", B, () => t().toggle([])), b(k, $);
    };
    K(fe, (k) => {
      t().selected.size && k(pe);
    });
  }
  F(() => O(ae, r(ue))), b(a, oe), Xe();
}
ct([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
const Yc = 10, Gc = { words: "lens" };
class gi {
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
    const n = (s) => new Ea(e, () => {
      const i = t(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const t = this.of(), n = t && !t.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!t || !n) return null;
    const s = di(e, n), i = t.cost(Gc[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + t.costs.n_vision / (t.nLayers + 1)), i.seconds > Yc && !this.session.granted.has(`${t.id} ${s}`) && !t.has(s) ? { ...i, key: `${t.id} ${s}` } : null;
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
  #e = /* @__PURE__ */ S(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, t = this.session.find.trim().toLocaleLowerCase();
      if (!e || !t) return null;
      const n = e.about.strings.map((d) => d.trim().toLocaleLowerCase()), s = n.includes(t), i = Uint8Array.from(n, (d) => Number(s ? d === t : d.includes(t))), { ids: o, probs: l } = e.arrays, [c, f, p] = o.shape, v = new Float32Array(c * f);
      for (let d = 0; d < o.data.length; d++) i[o.data[d]] && (v[Math.floor(d / p)] += l.data[d] || 1e-9);
      const w = Array.from(v.keys()).filter((d) => v[d] > 0).sort((d, h) => v[h] - v[d]);
      return {
        whole: s,
        sum: v,
        hits: w,
        layers: new Set(w.map((d) => Math.floor(d / f))).size
      };
    }
  );
  get found() {
    return r(this.#e);
  }
  set found(e) {
    N(this.#e, e);
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
        return i && t ? wr(Jt(i.arrays.weights, t.layer, t.head), n, `attention of L${t.layer}H${t.head} from ${JSON.stringify(n.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? wr(Jt(i.arrays.sources, t.layer, t.head), n, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? wr(Jt(i.arrays.weights, t.layer, t.head), n, `how much each token looks at ${JSON.stringify(n.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = wr(this.spread(Jt(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), n, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Jt(i.arrays.ids, o), c = Jt(i.arrays.probs, o), f = i.arrays.ids.shape[2], p = i.arrays.ids.shape[1], v = new Float32Array(p), w = [];
        for (let d = 0; d < p; d++) {
          const h = i.arrays.positions.data[d];
          v[h] = c[d * f], w[h] = c[d * f] >= e.least ? i.about.strings[l[d * f]] : "";
        }
        return {
          values: v,
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
        return wr(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), n, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "sweep":
        return e.sweep?.values ? wr(e.sweep.values, n, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function wr(a, e, t, n = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < a.length; o++) {
    const l = Math.abs(a[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: a, texts: null, signed: n, high: s || i || 1, label: t };
}
var Xc = /* @__PURE__ */ M("<option></option>"), Zc = /* @__PURE__ */ M('<label class="fine">example <select><option>choose</option><!></select></label>'), Qc = /* @__PURE__ */ M('<button type="button" class="link">close</button>'), $c = /* @__PURE__ */ M('<span class="error"> </span>'), ef = /* @__PURE__ */ M('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), tf = /* @__PURE__ */ M('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), rf = /* @__PURE__ */ M('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function af(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H(void 0);
  const s = new gi(t(), () => t().second), i = /* @__PURE__ */ S(() => t().second), o = /* @__PURE__ */ S(() => s.now);
  var l = rf(), c = x(l), f = u(x(c), 4);
  {
    var p = (y) => {
      var T = Zc(), A = u(x(T)), U = x(A);
      U.value = U.__value = "";
      var X = u(U);
      Ee(X, 17, () => ({ length: t().info.examples }), je, (V, j, C) => {
        var G = Xc();
        G.textContent = C + 1;
        var ne = {};
        F(
          (q) => {
            ne !== (ne = q) && (G.value = (G.__value = ne) ?? "");
          },
          [() => String(C)]
        ), b(V, G);
      });
      var Z;
      bt(A), F(
        (V) => {
          Z !== (Z = V) && (A.value = (A.__value = Z) ?? "", Tn(A, Z));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), le("change", A, (V) => {
        V.currentTarget.value && t().openSecond(Number(V.currentTarget.value));
      }), b(y, T);
    };
    K(f, (y) => {
      t().info?.examples && y(p);
    });
  }
  var v = u(f, 2), w = u(v, 2);
  jr(w, (y) => N(n, y), () => r(n));
  var d = u(w, 2);
  {
    var h = (y) => {
      var T = Qc();
      le("click", T, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), b(y, T);
    };
    K(d, (y) => {
      r(i) && y(h);
    });
  }
  var I = u(c, 2);
  {
    var g = (y) => {
      var T = ef(), A = Te(T), U = u(x(A)), X = J(U, !0), Z = u(U, 2);
      {
        var V = (G) => {
          var ne = $c(), q = J(ne);
          F(() => O(q, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), b(G, ne);
        };
        K(Z, (G) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && G(V);
        });
      }
      var j = u(A, 2);
      pi(j, {
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
      var C = u(j, 2);
      Ee(C, 16, () => ["lens", "words", "sources", "readers"], (G) => G, (G, ne) => {
        {
          let q = /* @__PURE__ */ S(() => s.long(ne));
          Or(G, {
            get session() {
              return t();
            },
            get long() {
              return r(q);
            },
            what: "The same of this image"
          });
        }
      }), F((G) => O(X, G), [
        () => r(i).answer.filter((G) => !G.ends).map((G) => rt(G.token.text)).join("")
      ]), b(y, T);
    }, m = (y) => {
      var T = tf();
      b(y, T);
    };
    K(I, (y) => {
      r(i) ? y(g) : y(m, -1);
    });
  }
  le("click", v, () => r(n)?.click()), le("change", w, (y) => {
    const T = y.currentTarget.files?.[0];
    T && t().openSecond(T), y.currentTarget.value = "";
  }), b(a, l), Xe();
}
ct(["change", "click"]);
var nf = /* @__PURE__ */ M('<img class="picture" alt="What is patched from"/>'), sf = /* @__PURE__ */ M('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function of(a, e) {
  Ge(e, !0);
  const t = new Ea(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ H(null);
  var s = sf(), i = x(s);
  {
    let d = /* @__PURE__ */ S(() => t.view?.about.code ?? "");
    nr(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return r(d);
      },
      get exporter() {
        return r(n);
      }
    });
  }
  var o = u(i, 2), l = x(o);
  {
    var c = (d) => {
      var h = nf();
      F(() => Q(h, "src", e.stored.picture)), b(d, h);
    };
    K(l, (d) => {
      e.stored.picture && d(c);
    });
  }
  var f = u(l, 2), p = J(f, !0), v = u(o, 2);
  {
    var w = (d) => {
      hi(d, {
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
        onexport: (h) => N(n, h)
      });
    };
    K(v, (d) => {
      t.view && d(w);
    });
  }
  F(() => {
    Q(s, "aria-label", e.stored.title), O(p, e.stored.text);
  }), b(a, s), Xe();
}
var lf = /* @__PURE__ */ M('<button type="button" class="token run"> </button>'), uf = /* @__PURE__ */ M('<button type="button"> </button>'), cf = /* @__PURE__ */ M('<button type="button" class="link">fold image tokens</button>'), ff = /* @__PURE__ */ M('<p class="fine"><button type="button" class="small"> </button></p>'), df = /* @__PURE__ */ M('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function vf(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H(!1);
  const s = /* @__PURE__ */ S(() => e.study.images.some((g) => !g.boxed)), i = /* @__PURE__ */ S(() => {
    const g = [], m = e.study.tokens.map((y) => ({
      position: y.position,
      text: y.text,
      image: y.kind === "image"
    }));
    if (!t().tabs.some((y) => y !== "lens")) return g.concat(m.filter((y) => !y.image).map(({ position: y, text: T }) => ({ position: y, text: T, count: 0 })));
    e.study.answer.slice(0, -1).forEach((y, T) => m.push({
      position: e.study.nPrompt + T,
      text: y.token.text,
      image: !1
    }));
    for (const { position: y, text: T, image: A } of m) {
      const U = g.at(-1);
      A && !r(n) && !r(s) && U && U.count > 0 && U.position + U.count === y ? U.count++ : g.push({
        position: y,
        text: T,
        count: A && !r(n) && !r(s) ? 1 : 0
      });
    }
    return g;
  }), o = 0.02, l = (g) => Math.abs(g) >= o ? {
    background: Et(g, e.painting.signed),
    color: On(g, e.painting.signed)
  } : { background: null, color: null }, c = (g) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: m } = e.painting;
    let y = 0;
    for (let T = 0; T < Math.max(1, g.count); T++) y += m[g.position + T] ?? 0;
    return g.position < m.length ? y : NaN;
  };
  var f = df(), p = Te(f), v = x(p);
  Ee(v, 17, () => r(i), (g) => g.position, (g, m) => {
    const y = /* @__PURE__ */ S(() => c(r(m))), T = /* @__PURE__ */ S(() => Math.max(-1, Math.min(1, r(m).count ? r(y) : r(y) / (e.painting?.high ?? 1)))), A = /* @__PURE__ */ S(() => l(r(T)));
    var U = Rt(), X = Te(U);
    {
      var Z = (j) => {
        var C = lf();
        let G;
        var ne = J(C);
        F(
          (q) => {
            Q(C, "title", `${r(m).count ?? ""} image tokens${q ?? ""}: show each`), G = He(C, "", G, {
              background: r(A).background,
              color: r(A).color
            }), O(ne, `▦ ${r(m).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(y)) ? "" : `, in all ${Je(r(y))}`
          ]
        ), le("click", C, () => N(n, !0)), b(j, C);
      }, V = (j) => {
        var C = uf();
        let G, ne;
        var q = J(C, !0);
        F(
          (ce, ie, W, ee) => {
            G = zt(C, 1, "token", null, G, {
              focus: t().at === r(m).position,
              place: t().shownPlace === r(m).position,
              chosen: ce
            }), Q(C, "title", `token ${ie ?? ""}${W ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), ne = He(C, "", ne, {
              background: r(A).background,
              color: r(A).color
            }), O(q, ee);
          },
          [
            () => t().selected.has(r(m).position),
            () => e.study.number(r(m).position),
            () => Number.isNaN(r(y)) ? "" : `: ${Je(r(y))}`,
            () => rt(r(m).text)
          ]
        ), Ue("pointerenter", C, () => t().hoverPlace = r(m).position), Ue("pointerleave", C, () => t().hoverPlace = null), le("click", C, (ce) => {
          ce.altKey ? t().focus = r(m).position : ce.shiftKey ? t().toggle([r(m).position], "flip") : t().takePlace(t().place === r(m).position ? null : r(m).position);
        }), b(j, C);
      };
      K(X, (j) => {
        r(m).count ? j(Z) : j(V, -1);
      });
    }
    b(g, U);
  });
  var w = u(v, 2);
  {
    var d = (g) => {
      var m = cf();
      le("click", m, () => N(n, !1)), b(g, m);
    };
    K(w, (g) => {
      r(n) && g(d);
    });
  }
  var h = u(p, 2);
  {
    var I = (g) => {
      var m = ff(), y = x(m), T = J(y);
      F((A) => O(T, `make token ${A ?? ""} the focus`), [() => e.study.number(t().place)]), le("click", y, () => {
        t().focus = t().place;
      }), b(g, m);
    };
    K(h, (g) => {
      t().place !== null && t().place !== t().at && g(I);
    });
  }
  b(a, f), Xe();
}
ct(["click"]);
var hf = /* @__PURE__ */ M('<button type="button" class="small">save as page</button>'), pf = /* @__PURE__ */ M('<button type="button" class="small"> </button>'), gf = /* @__PURE__ */ M('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), _f = /* @__PURE__ */ M('<h1 class="hidden">Look inside a vision-language model</h1>'), mf = /* @__PURE__ */ M("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), bf = /* @__PURE__ */ M("<option>lens: found tokens</option>"), yf = /* @__PURE__ */ M("<option>lens: a word</option><option>lens: most probable</option><!>", 1), wf = /* @__PURE__ */ M("<option>sweep</option>"), kf = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), xf = /* @__PURE__ */ M('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), Sf = /* @__PURE__ */ M('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Mf = /* @__PURE__ */ M('<button type="button" role="tab" aria-controls="panel"> </button>'), Af = /* @__PURE__ */ M('<div class="tabs" role="tablist" aria-label="Views"></div>'), Ef = /* @__PURE__ */ M("<!> <!>", 1), Nf = /* @__PURE__ */ M('<!> <!> <div id="panel"><!> <!> <!> <!></div>', 1), Tf = /* @__PURE__ */ M('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Pf = /* @__PURE__ */ M('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Lf(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = new gi(t(), () => t().study), s = /* @__PURE__ */ S(() => t().study), i = /* @__PURE__ */ S(() => n.now);
  let o = /* @__PURE__ */ H(null), l = /* @__PURE__ */ H("");
  const c = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  ht(() => {
    t().write();
  }), ht(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function f(oe) {
    oe.key === "Escape" && t().release();
  }
  function p(oe) {
    const _e = { ArrowLeft: -1, ArrowRight: 1 }[oe.key];
    if (!_e) return;
    oe.preventDefault();
    const me = t().tabs, Y = me[(me.indexOf(t().tab) + _e + me.length) % me.length];
    t().tab = Y, document.getElementById(`tab-${Y}`)?.focus();
  }
  async function v() {
    r(s) && await t().during((async () => {
      const oe = r(s).answer.filter((me) => !me.ends).map((me) => me.token.text).join("").trim(), _e = await Gl(r(s), (me, Y) => t().source.pictureUrl(r(s).id, me, Y), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${oe}`, t().tabs.filter((me) => me !== "causes"));
      _a("study.html", _e, "text/html");
    })());
  }
  const w = /* @__PURE__ */ S(() => t().paint === "sources" ? n.sources.view?.about.code : t().paint === "readers" ? n.readers.view?.about.code : t().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(t().paint) ? n.lens.view?.about.code : t().paint === "attention" ? n.heads.view?.about.code : r(s)?.code), d = /* @__PURE__ */ S(() => n.sources.error || n.readers.error);
  var h = Pf();
  Ue("keydown", ka, f);
  var I = Te(h), g = u(I, 2), m = u(x(g), 4), y = J(m, !0), T = u(m, 2);
  {
    var A = (oe) => {
      var _e = hf();
      le("click", _e, v), b(oe, _e);
    };
    K(T, (oe) => {
      r(s) && !r(s).answering && t().source.kind === "server" && oe(A);
    });
  }
  var U = u(T, 2);
  {
    var X = (oe) => {
      var _e = pf(), me = J(_e);
      F(() => O(me, `theme: ${(r(l) || "auto") ?? ""}`)), le("click", _e, () => N(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), b(oe, _e);
    };
    K(U, (oe) => {
      t().source.kind !== "kernel" && oe(X);
    });
  }
  var Z = u(g, 2);
  {
    var V = (oe) => {
      var _e = gf(), me = x(_e), Y = u(me);
      F(() => O(me, `${t().message ?? ""} `)), le("click", Y, () => t().message = ""), b(oe, _e);
    };
    K(Z, (oe) => {
      t().message && oe(V);
    });
  }
  var j = u(Z, 2), C = x(j), G = x(C);
  {
    var ne = (oe) => {
      var _e = _f();
      b(oe, _e);
    };
    K(G, (oe) => {
      t().title || oe(ne);
    });
  }
  var q = u(G, 2);
  Jl(q, {
    get session() {
      return t();
    }
  });
  var ce = u(q, 2);
  {
    var ie = (oe) => {
      var _e = xf(), me = x(_e);
      {
        let re = /* @__PURE__ */ S(() => r(w) ?? "");
        nr(me, {
          title: "Image",
          get code() {
            return r(re);
          },
          get exporter() {
            return r(o);
          }
        });
      }
      var Y = u(me, 2), L = x(Y);
      L.value = L.__value = "none";
      var E = u(L);
      {
        var _ = (re) => {
          var ge = mf(), Se = Te(ge);
          Se.value = Se.__value = "attention";
          var ve = u(Se);
          ve.value = ve.__value = "sources";
          var be = u(ve);
          be.value = be.__value = "readers", b(re, ge);
        }, P = /* @__PURE__ */ S(() => t().tabs.includes("attention"));
        K(E, (re) => {
          r(P) && re(_);
        });
      }
      var z = u(E);
      {
        var ae = (re) => {
          var ge = yf(), Se = Te(ge);
          Se.value = Se.__value = "word";
          var ve = u(Se);
          ve.value = ve.__value = "top";
          var be = u(ve);
          {
            var Le = (Ce) => {
              var Be = bf();
              Be.value = Be.__value = "find", b(Ce, Be);
            }, ze = /* @__PURE__ */ S(() => t().find.trim());
            K(be, (Ce) => {
              r(ze) && Ce(Le);
            });
          }
          b(re, ge);
        }, fe = /* @__PURE__ */ S(() => t().tabs.includes("lens"));
        K(z, (re) => {
          r(fe) && re(ae);
        });
      }
      var pe = u(z);
      {
        var k = (re) => {
          var ge = wf();
          ge.value = ge.__value = "sweep", b(re, ge);
        };
        K(pe, (re) => {
          t().sweep && re(k);
        });
      }
      bt(Y);
      var $ = u(Y, 2);
      pi($, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (re) => N(o, re)
      });
      var D = u($, 2);
      {
        var B = (re) => {
          var ge = kf(), Se = J(ge, !0);
          F(() => O(Se, r(d))), b(re, ge);
        };
        K(D, (re) => {
          r(d) && re(B);
        });
      }
      var te = u(D, 2);
      {
        let re = /* @__PURE__ */ S(() => n.long("sources"));
        Or(te, {
          get session() {
            return t();
          },
          get long() {
            return r(re);
          },
          what: "What every head adds from each token"
        });
      }
      var xe = u(te, 2);
      {
        let re = /* @__PURE__ */ S(() => n.long("readers"));
        Or(xe, {
          get session() {
            return t();
          },
          get long() {
            return r(re);
          },
          what: "Who looks at the token"
        });
      }
      var ke = u(xe, 2);
      vf(ke, {
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
      var we = u(ke, 2);
      jc(we, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return n;
        }
      }), kt(Y, () => t().paint, (re) => t().paint = re), b(oe, _e);
    };
    K(ce, (oe) => {
      r(s) && oe(ie);
    });
  }
  var W = u(C, 2), ee = x(W);
  {
    var ye = (oe) => {
      var _e = Nf(), me = Te(_e);
      {
        var Y = (B) => {
          var te = Sf(), xe = u(x(te));
          le("click", xe, () => {
            t().study = t().clean, t().clean = null;
          }), b(B, te);
        };
        K(me, (B) => {
          t().clean && B(Y);
        });
      }
      var L = u(me, 2);
      {
        var E = (B) => {
          var te = Af();
          Ee(te, 21, () => t().tabs, je, (xe, ke) => {
            var we = Mf(), re = J(we, !0);
            F(() => {
              Q(we, "id", `tab-${r(ke) ?? ""}`), Q(we, "aria-selected", t().tab === r(ke)), Q(we, "tabindex", t().tab === r(ke) ? 0 : -1), O(re, c[r(ke)]);
            }), le("keydown", we, p), le("click", we, () => {
              t().tab = r(ke), r(ke) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), b(xe, we);
          }), b(B, te);
        };
        K(L, (B) => {
          t().tabs.length > 1 && B(E);
        });
      }
      var _ = u(L, 2), P = x(_);
      {
        var z = (B) => {
          Fu(B, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        K(P, (B) => {
          t().tab === "attribution" && B(z);
        });
      }
      var ae = u(P, 2);
      {
        var fe = (B) => {
          Su(B, {
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
        K(ae, (B) => {
          t().tab === "attention" && B(fe);
        });
      }
      var pe = u(ae, 2);
      {
        var k = (B) => {
          Lc(B, {
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
        K(pe, (B) => {
          t().tab === "lens" && B(k);
        });
      }
      var $ = u(pe, 2);
      {
        var D = (B) => {
          var te = Rt(), xe = Te(te);
          {
            var ke = (re) => {
              var ge = Rt(), Se = Te(ge);
              Ee(Se, 17, () => t().sweeps, (ve) => ve.title, (ve, be) => {
                of(ve, {
                  get session() {
                    return t();
                  },
                  get study() {
                    return r(s);
                  },
                  get stored() {
                    return r(be);
                  }
                });
              }), b(re, ge);
            }, we = (re) => {
              var ge = Ef(), Se = Te(ge);
              af(Se, {
                get session() {
                  return t();
                }
              });
              var ve = u(Se, 2);
              vc(ve, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), b(re, ge);
            };
            K(xe, (re) => {
              t().sweeps.length ? re(ke) : re(we, -1);
            });
          }
          b(B, te);
        };
        K($, (B) => {
          t().tab === "causes" && B(D);
        });
      }
      F(() => {
        Q(_, "role", t().tabs.length > 1 ? "tabpanel" : null), Q(_, "aria-labelledby", t().tabs.length > 1 ? `tab-${t().tab}` : null);
      }), b(oe, _e);
    }, ue = (oe) => {
      var _e = Tf();
      b(oe, _e);
    };
    K(ee, (oe) => {
      r(s) ? oe(ye) : t().source.kind === "server" && oe(ue, 1);
    });
  }
  F(() => O(y, t().busy ? "working…" : "")), le("click", I, (oe) => {
    oe.preventDefault(), document.getElementById("views")?.focus();
  }), b(a, h), Xe();
}
ct(["click", "keydown"]);
var Of = /* @__PURE__ */ Fr("<rect><title> </title></rect>"), Rf = /* @__PURE__ */ M('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Cf = /* @__PURE__ */ M('<span class="token"> </span>'), If = /* @__PURE__ */ M('<p class="strip"></p>'), Ff = /* @__PURE__ */ M('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function jf(a, e) {
  Ge(e, !0);
  const t = 12, n = /* @__PURE__ */ S(() => new Map(e.entry.at.map((h, I) => [h, e.entry.values[I]]))), s = /* @__PURE__ */ S(() => e.sample.boxes.filter(([h]) => r(n).has(h)).map(([h, I, g, m, y, T]) => ({ at: h, image: I, x1: g, y1: m, x2: y, y2: T, value: r(n).get(h) }))), i = /* @__PURE__ */ S(() => {
    const h = e.entry.at.filter((m) => e.sample.kinds[m] === "t");
    if (!h.length) return [];
    const I = Math.min(...h) - t, g = Math.max(...h) + t;
    return e.sample.tokens.map((m, y) => ({ text: m, at: y })).filter(({ at: m }) => e.sample.kinds[m] === "t" && m >= I && m <= g);
  }), o = (h) => Math.max(0, h / (e.high || 1));
  var l = Ff(), c = x(l);
  Ee(c, 17, () => e.sample.pictures, je, (h, I, g) => {
    var m = Rf(), y = x(m), T = u(y, 2);
    Ee(T, 21, () => r(s).filter((A) => A.image === g), (A) => A.at, (A, U) => {
      var X = Of(), Z = x(X), V = J(Z, !0);
      F(
        (j, C, G) => {
          Q(X, "x", r(U).x1), Q(X, "y", r(U).y1), Q(X, "width", r(U).x2 - r(U).x1), Q(X, "height", r(U).y2 - r(U).y1), Q(X, "fill", j), Q(X, "fill-opacity", C), O(V, G);
        },
        [
          () => Et(o(r(U).value), !1),
          () => 0.15 + 0.6 * o(r(U).value),
          () => Je(r(U).value)
        ]
      ), b(A, X);
    }), F(
      (A) => {
        Q(y, "src", r(I)), Q(y, "alt", `Example ${e.entry.sample ?? ""}`), Q(T, "aria-label", `${A ?? ""} patches where it is active`);
      },
      [
        () => r(s).filter((A) => A.image === g).length
      ]
    ), b(h, m);
  });
  var f = u(c, 2), p = x(f), v = u(p, 2, !0), w = u(f, 2);
  {
    var d = (h) => {
      var I = If();
      Ee(I, 21, () => r(i), ({ text: g, at: m }) => m, (g, m) => {
        let y = () => r(m).text, T = () => r(m).at;
        const A = /* @__PURE__ */ S(() => r(n).get(T()));
        var U = Cf();
        let X;
        var Z = J(U, !0);
        F(
          (V, j, C, G) => {
            Q(U, "title", V), X = He(U, "", X, { background: j, color: C }), O(Z, G);
          },
          [
            () => r(A) === void 0 ? void 0 : Je(r(A)),
            () => r(A) === void 0 ? null : Et(o(r(A)), !1),
            () => r(A) === void 0 ? null : On(o(r(A)), !1),
            () => rt(y())
          ]
        ), b(g, U);
      }), b(h, I);
    };
    K(w, (h) => {
      r(i).length && h(d);
    });
  }
  F(
    (h) => {
      O(p, `example ${e.entry.sample ?? ""}, up to ${h ?? ""}`), O(v, e.sample.question);
    },
    [() => Je(e.entry.max)]
  ), b(a, l), Xe();
}
const ds = (a, e = er, t = er) => {
  var n = zf(), s = x(n), i = J(s, !0), o = u(s, 2);
  Ee(o, 21, e, je, (l, c) => {
    var f = /* @__PURE__ */ S(() => Vt(r(c), 2));
    let p = () => r(f)[0], v = () => r(f)[1];
    var w = Hf(), d = x(w), h = u(d), I = J(h, !0);
    F(
      (g, m, y) => {
        Q(w, "title", `logit ${g ?? ""}`), O(d, `${m ?? ""} `), O(I, y);
      },
      [
        () => It(v()),
        () => rt(p()),
        () => It(v())
      ]
    ), b(l, w);
  }), F(() => O(i, t())), b(a, n);
};
var Df = /* @__PURE__ */ Fr("<rect><title> </title></rect>"), Uf = /* @__PURE__ */ M('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Hf = /* @__PURE__ */ M("<li> <small> </small></li>"), zf = /* @__PURE__ */ M('<div><h3> </h3> <ul class="best"></ul></div>'), Bf = /* @__PURE__ */ M('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), qf = /* @__PURE__ */ M('<p class="fine">No feature has this number or word.</p>'), Wf = /* @__PURE__ */ M('<div class="plots"><!><!></div>'), Jf = /* @__PURE__ */ M('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Kf = /* @__PURE__ */ M('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), Vf = /* @__PURE__ */ M('<div class="examples"></div>'), Yf = /* @__PURE__ */ M('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <div class="plots"><!> <!></div> <!> <!></section> <section class="card" aria-label="Top examples"><h2>Top examples</h2> <!></section></div>'), Gf = /* @__PURE__ */ M('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Xf(a, e) {
  Ge(e, !0);
  const t = (_, P = er, z = er, ae = er, fe = er) => {
    const pe = /* @__PURE__ */ S(() => 240 / P().length);
    var k = Uf(), $ = x(k);
    Ee($, 21, () => m(P()), je, (ge, Se, ve) => {
      var be = Df(), Le = x(be), ze = J(Le, !0);
      F(
        (Ce) => {
          Q(be, "x", ve * r(pe)), Q(be, "y", 49 - r(Se)), Q(be, "width", Ce), Q(be, "height", r(Se)), O(ze, P()[ve]);
        },
        [() => Math.max(1, r(pe) - 1)]
      ), b(ge, be);
    });
    var D = u($, 2), B = x(D), te = J(B, !0), xe = u(B), ke = J(xe, !0), we = u(xe), re = J(we, !0);
    F(() => {
      Q($, "aria-label", fe()), O(te, z()), O(ke, fe()), O(re, ae());
    }), b(_, k);
  }, n = 46, s = 6;
  let i = /* @__PURE__ */ H("density"), o = /* @__PURE__ */ H(""), l = /* @__PURE__ */ H(0), c = /* @__PURE__ */ H(600), f = /* @__PURE__ */ H(-1), p = /* @__PURE__ */ H(null);
  const v = /* @__PURE__ */ S(() => {
    const _ = r(o).trim().toLowerCase();
    return e.data.features.filter((z) => !_ || String(z.feature) === _ || z.up.some(([ae]) => ae.toLowerCase().includes(_))).toSorted((z, ae) => r(i) === "feature" ? z.feature - ae.feature : ae[r(i)] - z[r(i)]);
  }), w = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(l) / n) - s)), d = /* @__PURE__ */ S(() => r(v).slice(r(w), r(w) + Math.ceil(r(c) / n) + 2 * s)), h = /* @__PURE__ */ S(() => r(v).find((_) => _.feature === r(f)) ?? r(v)[0]), I = (_) => _.up.slice(0, 4).map(([P]) => rt(P)).join("  ");
  async function g(_) {
    const P = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[_.key];
    if (P === void 0 || !r(v).length) return;
    _.preventDefault();
    const z = Math.min(r(v).length - 1, Math.max(0, r(v).indexOf(r(h)) + P));
    N(f, r(v)[z].feature, !0), r(p) && (z * n < r(p).scrollTop || (z + 1) * n > r(p).scrollTop + r(c)) && (r(p).scrollTop = z * n - r(c) / 2), await $s();
  }
  const m = (_) => {
    const P = Math.max(1, ..._);
    return _.map((z) => z ? Math.max(2, 46 * Math.log1p(z) / Math.log1p(P)) : 0);
  };
  var y = Gf(), T = Te(y), A = x(T), U = x(A), X = J(U, !0), Z = u(U, 2), V = J(Z), j = u(T, 2), C = x(j), G = x(C), ne = x(G), q = u(x(ne)), ce = u(ne, 2), ie = u(x(ce)), W = x(ie);
  W.value = W.__value = "density";
  var ee = u(W);
  ee.value = ee.__value = "max";
  var ye = u(ee);
  ye.value = ye.__value = "feature", bt(ie);
  var ue = u(G, 2), oe = x(ue);
  let _e;
  Ee(oe, 23, () => r(d), (_) => _.feature, (_, P, z) => {
    var ae = Bf();
    let fe;
    var pe = x(ae), k = J(pe, !0), $ = u(pe), D = J($), B = u($), te = J(B, !0);
    F(
      (xe, ke, we) => {
        Q(ae, "id", `feature-${r(P).feature ?? ""}`), Q(ae, "aria-selected", r(P) === r(h)), Q(ae, "aria-setsize", r(v).length), Q(ae, "aria-posinset", r(w) + r(z) + 1), fe = He(ae, "", fe, {
          top: `${(r(w) + r(z)) * n}px`,
          height: "46px"
        }), O(k, r(P).feature), O(D, `${xe ?? ""} of tokens, up to ${ke ?? ""}`), O(te, we);
      },
      [
        () => vt(r(P).density),
        () => Je(r(P).max),
        () => I(r(P))
      ]
    ), le("click", ae, () => N(f, r(P).feature, !0)), b(_, ae);
  }), jr(ue, (_) => N(p, _), () => r(p));
  var me = u(ue, 2);
  {
    var Y = (_) => {
      var P = qf();
      b(_, P);
    };
    K(me, (_) => {
      r(v).length || _(Y);
    });
  }
  var L = u(C, 2);
  {
    var E = (_) => {
      var P = Yf(), z = x(P), ae = x(z), fe = J(ae), pe = u(ae, 2), k = J(pe), $ = u(pe, 2), D = x($);
      {
        let ve = /* @__PURE__ */ S(() => Je(r(h).high));
        t(D, () => r(h).histogram, () => "0", () => r(ve), () => "activations, log counts");
      }
      var B = u(D, 2);
      {
        var te = (ve) => {
          {
            let be = /* @__PURE__ */ S(() => Je(r(h).edges[0])), Le = /* @__PURE__ */ S(() => Je(r(h).edges.at(-1)));
            t(ve, () => r(h).words, () => r(be), () => r(Le), () => "logits of all words, log counts");
          }
        };
        K(B, (ve) => {
          r(h).words.length && ve(te);
        });
      }
      var xe = u($, 2);
      {
        var ke = (ve) => {
          var be = Wf(), Le = x(be);
          ds(Le, () => r(h).up, () => "Its direction speaks for");
          var ze = u(Le);
          ds(ze, () => r(h).down, () => "and against"), b(ve, be);
        };
        K(xe, (ve) => {
          r(h).up.length && ve(ke);
        });
      }
      var we = u(xe, 2);
      {
        var re = (ve) => {
          var be = Kf(), Le = Te(be), ze = u(x(Le)), Ce = J(ze), Be = u(Le, 2), at = u(x(Be));
          Ee(
            at,
            21,
            () => [
              ...new Map([
                ...r(h).steering.before,
                ...r(h).steering.after,
                ...r(h).steering.gained
              ].map((We) => [We[0], We])).values()
            ].toSorted((We, ft) => ft[2] - We[2]).slice(0, 6),
            ([We, ft, Me]) => We,
            (We, ft) => {
              var Me = /* @__PURE__ */ S(() => Vt(r(ft), 3));
              let Oe = () => r(Me)[0], Ie = () => r(Me)[1], Ze = () => r(Me)[2];
              var gt = Jf(), Dr = x(gt), Ra = J(Dr, !0), Ur = u(Dr);
              let ua;
              var ca = J(Ur, !0), fa = u(Ur);
              let Hr;
              var Ca = J(fa, !0);
              F(
                (Ia, Fa, ja) => {
                  O(Ra, Ia), ua = He(Ur, "", ua, { "--share": `${100 * Ie()}%` }), O(ca, Fa), Hr = He(fa, "", Hr, { "--share": `${100 * Ze()}%` }), O(Ca, ja);
                },
                [
                  () => rt(Oe()),
                  () => vt(Ie()),
                  () => vt(Ze())
                ]
              ), b(We, gt);
            }
          ), F((We) => O(Ce, `its top example, ${We ?? ""} × its largest activation added at all tokens: the next token`), [() => Je(e.data.steer)]), b(ve, be);
        };
        K(we, (ve) => {
          r(h).steering && ve(re);
        });
      }
      var ge = u(z, 2), Se = u(x(ge), 2);
      sl(Se, () => r(h).feature, (ve) => {
        var be = Vf();
        Ee(be, 21, () => r(h).top, (Le) => Le.sample, (Le, ze) => {
          jf(Le, {
            get entry() {
              return r(ze);
            },
            get sample() {
              return e.data.samples[r(ze).sample];
            },
            get high() {
              return r(h).max;
            }
          });
        }), b(ve, be);
      }), F(
        (ve, be) => {
          Q(z, "aria-label", `Feature ${r(h).feature ?? ""}`), O(fe, `Feature ${r(h).feature ?? ""}`), O(k, `active at ${ve ?? ""} of tokens, up to ${be ?? ""}`);
        },
        [
          () => vt(r(h).density),
          () => Je(r(h).max)
        ]
      ), b(_, P);
    };
    K(L, (_) => {
      r(h) && _(E);
    });
  }
  F(
    (_, P, z, ae) => {
      O(X, e.data.title), O(V, `${_ ?? ""} of ${P ?? ""} features, over ${z ?? ""} tokens of ${ae ?? ""} examples`), Q(ue, "aria-label", `Features, ${r(v).length ?? ""}`), Q(ue, "aria-activedescendant", r(h) ? `feature-${r(h).feature}` : void 0), _e = He(oe, "", _e, {
        height: `${r(v).length * n}px`,
        position: "relative"
      });
    },
    [
      () => e.data.features.length.toLocaleString("en"),
      () => e.data.n_features.toLocaleString("en"),
      () => e.data.n_tokens.toLocaleString("en"),
      () => e.data.n_examples.toLocaleString("en")
    ]
  ), St(q, () => r(o), (_) => N(o, _)), kt(ie, () => r(i), (_) => N(i, _)), Ue("scroll", ue, () => N(l, r(p).scrollTop, !0)), le("keydown", ue, g), la(ue, "clientHeight", (_) => N(c, _)), b(a, y), Xe();
}
ct(["keydown", "click"]);
function _i(a, e) {
  return a.classList.add("vlm"), ni(Lf, { target: a, props: { session: new pu(e) } });
}
const Wr = document.querySelector("#app[data-start]"), vs = document.getElementById("features")?.textContent;
if (Wr && vs)
  Wr.classList.add("vlm"), ni(Xf, { target: Wr, props: { data: JSON.parse(vs) } });
else if (Wr) {
  const a = document.getElementById("study")?.textContent;
  _i(Wr, a ? new fu(JSON.parse(a)) : new cu());
}
const Qf = {
  render({ model: a, el: e }) {
    const t = _i(e, new du(a));
    return () => al(t);
  }
};
export {
  Qf as default,
  _i as start
};

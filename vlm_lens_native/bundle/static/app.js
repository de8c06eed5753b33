var Ta = Array.isArray, Bi = Array.prototype.indexOf, Qr = Array.prototype.includes, Pa = Array.from, ps = Object.defineProperty, kr = Object.getOwnPropertyDescriptor, gs = Object.getOwnPropertyDescriptors, qi = Object.prototype, Wi = Array.prototype, gn = Object.getPrototypeOf, Kn = Object.isExtensible;
const er = () => {
};
function Ji(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function _s() {
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
const ot = 2, Nr = 4, La = 8, ms = 1 << 24, Nt = 16, Ot = 32, rr = 64, $a = 128, _n = 256, Lt = 512, $e = 1024, qe = 2048, wt = 4096, lt = 8192, st = 16384, Cr = 32768, $r = 1 << 25, vr = 65536, ba = 1 << 17, Ki = 1 << 18, Ir = 1 << 19, Vi = 1 << 20, Dt = 1 << 25, ya = 1 << 21, xr = 1 << 22, tr = 1 << 23, Yt = /* @__PURE__ */ Symbol("$state"), bs = /* @__PURE__ */ Symbol("component"), Yi = /* @__PURE__ */ Symbol("legacy props"), Gi = /* @__PURE__ */ Symbol(""), ys = /* @__PURE__ */ Symbol("attributes"), en = /* @__PURE__ */ Symbol("class"), tn = /* @__PURE__ */ Symbol("style"), rn = /* @__PURE__ */ Symbol("text"), pa = /* @__PURE__ */ Symbol("form reset"), aa = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Xi = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Zi = 1, Qi = 2, ws = 4, $i = 8, eo = 16, to = 1, ro = 4, ao = 8, no = 16, ks = 1, so = 2, xs = {}, Qe = /* @__PURE__ */ Symbol("uninitialized"), io = "http://www.w3.org/1999/xhtml";
function oo() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function lo() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function uo() {
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
function co() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function fo(a, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function vo(a) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function ho() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function po(a) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function go() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function _o(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function mo() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function bo() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function yo() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function wo() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let ut = null;
function Tr(a) {
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
      Ws(n);
  }
  return e.i = !0, ut = e.p, mn(a);
}
function mn(a = {}) {
  return ps(a, bs, { value: !0 }), a;
}
function Es() {
  return !0;
}
let lr = [];
function Ns() {
  var a = lr;
  lr = [], Ji(a);
}
function Kt(a) {
  if (lr.length === 0 && !Gr) {
    var e = lr;
    queueMicrotask(() => {
      e === lr && Ns();
    });
  }
  lr.push(a);
}
function ko() {
  for (; lr.length > 0; )
    Ns();
}
const xo = -7169;
function Ye(a, e) {
  a.f = a.f & xo | e;
}
function bn(a) {
  (a.f & Lt) !== 0 || a.deps === null ? Ye(a, $e) : Ye(a, wt);
}
function Ts(a, e) {
  (a.f & qe) !== 0 ? e.set(a, qe) : (a.f & wt) !== 0 && e.get(a) !== qe && e.set(a, wt), Ye(a, $e);
}
let Vn = !1;
function So() {
  Vn || (Vn = !0, document.addEventListener(
    "reset",
    (a) => {
      Promise.resolve().then(() => {
        if (!a.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            a.target.elements
          )
            e[pa]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Fr(a) {
  var e = Pe, t = Re;
  Mt(null), Bt(null);
  try {
    return a();
  } finally {
    Mt(e), Bt(t);
  }
}
function yn(a, e, t, n = t) {
  a.addEventListener(e, () => Fr(t));
  const s = (
    /** @type {any} */
    a[pa]
  );
  s ? a[pa] = () => {
    s(), n(!0);
  } : a[pa] = () => n(!0), So();
}
function Mo(a, e, t, n) {
  const s = ea;
  var i = a.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Re
  ), c = Ao(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function p(d) {
    if ((l.f & st) === 0) {
      c();
      try {
        n([...o, ...d]);
      } catch (h) {
        jt(h, l);
      }
      wa();
    }
  }
  var v = Ps();
  if (t.length === 0) {
    f.then(() => p([])).finally(v);
    return;
  }
  function w() {
    Promise.all(t.map((d) => /* @__PURE__ */ Eo(d))).then(p).catch((d) => jt(d, l)).finally(v);
  }
  f ? f.then(() => {
    if ((l.f & st) !== 0) {
      v();
      return;
    }
    c(), w(), wa();
  }) : w();
}
function Ao() {
  var a = (
    /** @type {Effect} */
    Re
  ), e = Pe, t = ut, n = (
    /** @type {Batch} */
    Ne
  );
  return function(i = !0) {
    Bt(a), Mt(e), Tr(t), i && (a.f & st) === 0 && (n?.activate(), n?.apply());
  };
}
function wa(a = !0) {
  Bt(null), Mt(null), Tr(null), a && Ne?.deactivate();
}
function Ps() {
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
  return Re !== null && (Re.f |= Ir), {
    ctx: ut,
    deps: null,
    effects: null,
    equals: Ss,
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
const Kr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function Eo(a, e, t) {
  let n = (
    /** @type {Effect | null} */
    Re
  );
  n === null && co();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = hr(
    /** @type {V} */
    Qe
  ), o = !Pe, l = /* @__PURE__ */ new Set();
  return qo(() => {
    var c = (
      /** @type {Effect} */
      Re
    ), f = _s();
    s = f.promise;
    try {
      Promise.resolve(a()).then(f.resolve, (d) => {
        d !== aa && f.reject(d);
      }).finally(wa);
    } catch (d) {
      f.reject(d), wa();
    }
    var p = (
      /** @type {Batch} */
      Ne
    );
    if (o) {
      if ((c.f & Cr) !== 0)
        var v = Ps();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        p.async_deriveds.get(c)?.reject(Kr);
      else
        for (const d of l.values())
          d.reject(Kr);
      l.add(f), p.async_deriveds.set(c, f);
    }
    const w = (d, h = void 0) => {
      v?.(), l.delete(f), h !== Kr && (p.activate(), h ? (i.f |= tr, Pr(i, h)) : ((i.f & tr) !== 0 && (i.f ^= tr), Pr(i, d)), p.deactivate());
    };
    f.promise.then(w, (d) => w(null, d || "unknown"));
  }), Mn(() => {
    for (const c of l)
      c.reject(Kr);
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
  return Gs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Ls(a) {
  const e = /* @__PURE__ */ ea(a);
  return e.equals = As, e;
}
function No(a) {
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
function wn(a) {
  var e, t = Re, n = a.parent;
  if (!Xt && n !== null && a.v !== Qe && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (st | lt)) !== 0)
    return oo(), a.v;
  Bt(n);
  try {
    No(a), e = $s(a);
  } finally {
    Bt(t);
  }
  return e;
}
function Os(a) {
  var e = wn(a);
  if (!a.equals(e) && (a.wv = Zs(), (!Ne?.is_fork || a.deps === null) && (Ne !== null ? (Ne.capture(a, e, !0), Sr?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    Ye(a, $e);
    return;
  }
  Xt || (Tt !== null ? (Sn() || Ne?.is_fork) && Tt.set(a, e) : bn(a));
}
function To(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Fr(() => {
        e.ac.abort(aa), e.ac = null;
      }), e.fn !== null && (e.teardown = er), ta(e, 0), An(e));
}
function Rs(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Lr(e);
}
let qa = null, br = null, Ne = null, Sr = null, Tt = null, an = null, Gr = !1, Wa = !1, Xr = null, ga = null;
var Yn = 0;
let Po = 1;
class ar {
  id = Po++;
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
        Ye(s, wt), t(s);
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
      if (!((i.f & st) !== 0 || (i.f & (qe | wt)) === 0)) {
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
    for (var e = Xr = [], t = [], n = ga = []; this.#s.length > 0; ) {
      Yn++ > 1e3 && (this.#d(), Oo());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (c) {
          throw Fs(l), this.#h() || this.discard(), c;
        }
    }
    if (Ne = null, n.length > 0) {
      var s = ar.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Xr = null, ga = null, this.#h()) {
      this.#g(t), this.#g(e);
      for (const [l, c] of this.#l)
        Is(l, c);
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
    this.#e.clear(), Sr = this, Gn(t), Gn(e), Sr = null, this.#n?.resolve();
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
        o ? s.f ^= $e : (i & Nr) !== 0 ? t.push(s) : oa(s) && ((i & Nt) !== 0 && this.add_dirty_reaction(s, wt), Lr(s));
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
      if (s !== null && !((n.f & ot) !== 0 && (n.f & (qe | wt)) === 0))
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
      Yn = 0, an = null, Xr = null, ga = null, Wa = !1, Ne = null, Tt = null, Ut.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Kr);
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
            Cs(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...v.current].filter(([w, d]) => {
            const h = this.current.get(w);
            return h ? h[0] !== d[0] || h[1] !== d[1] : !0;
          }).map(([w]) => w);
          if (f.length > 0)
            for (const w of this.#o)
              (w.f & (st | lt | ba)) === 0 && kn(w, f, l) && ((w.f & (xr | Nt)) !== 0 ? (Ye(w, qe), v.schedule(w)) : v.add_dirty_reaction(w, qe));
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
    return (this.#n ??= _s()).promise;
  }
  static ensure() {
    if (Ne === null) {
      const e = Ne = new ar();
      !Wa && !Gr && Kt(() => {
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
    if (an = e, e.b?.is_pending && (e.f & (Nr | La | ms)) !== 0 && (e.f & Cr) === 0) {
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
function Lo(a) {
  var e = Gr, t = Sr;
  Sr = null, Gr = !0;
  try {
    for (var n; ; ) {
      if (ko(), Ne === null)
        return (
          /** @type {T} */
          n
        );
      Ne.flush();
    }
  } finally {
    Gr = e, Sr = t;
  }
}
function Oo() {
  try {
    go();
  } catch (a) {
    jt(a, an);
  }
}
let Wt = null;
function Gn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var n = a[t++];
      if ((n.f & (st | lt)) === 0 && oa(n) && (Wt = /* @__PURE__ */ new Set(), Lr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Ks(n), Wt?.size > 0)) {
        Ut.clear();
        for (const s of Wt) {
          if ((s.f & (st | lt)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Wt.has(o) && (Wt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (st | lt)) === 0 && Lr(c);
          }
        }
        Wt.clear();
      }
    }
    Wt = null;
  }
}
function Cs(a, e, t, n) {
  if (!t.has(a) && (t.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & ot) !== 0 ? Cs(
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
function Is(a, e) {
  if (!((a.f & Ot) !== 0 && (a.f & $e) !== 0)) {
    (a.f & qe) !== 0 ? e.d.push(a) : (a.f & wt) !== 0 && e.m.push(a), Ye(a, $e);
    for (var t = a.first; t !== null; )
      Is(t, e), t = t.next;
  }
}
function Fs(a) {
  Ye(a, $e);
  for (var e = a.first; e !== null; )
    Fs(e), e = e.next;
}
let ka = /* @__PURE__ */ new Set();
const Ut = /* @__PURE__ */ new Map();
let js = !1;
function hr(a, e) {
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
function D(a, e) {
  const t = hr(a);
  return Gs(t), t;
}
// @__NO_SIDE_EFFECTS__
function Ro(a, e = !1, t = !0) {
  const n = hr(a);
  return e || (n.equals = As), n;
}
function N(a, e, t = !1) {
  Pe !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Pt || (Pe.f & ba) !== 0) && Es() && (Pe.f & (ot | Nt | xr | ba)) !== 0 && (Ht === null || !Ht.has(a)) && yo();
  let n = t ? ur(e) : e;
  return Pr(a, n, ga);
}
var or = null, nn = 0;
function Pr(a, e, t = null) {
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
    a.wv = Zs(), or = null, nn = 0, Ds(a, qe, t), or = null, Re !== null && (Re.f & $e) !== 0 && (Re.f & (Ot | rr)) === 0 && (kt === null ? Ko([a]) : kt.push(a)), !n.is_fork && ka.size > 0 && !js && Co();
  }
  return e;
}
function Co() {
  js = !1;
  for (const a of ka) {
    (a.f & $e) !== 0 && Ye(a, wt);
    let e;
    try {
      e = oa(a);
    } catch {
      e = !0;
    }
    e && Lr(a);
  }
  ka.clear();
}
function Io(a, e = 1) {
  var t = r(a), n = e === 1 ? t++ : t--;
  return N(a, t), n;
}
function Zr(a) {
  N(a, a.v + 1);
}
function Ds(a, e, t) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (nn += s, nn > 1e5 && or === null && (or = /* @__PURE__ */ new Set()), or !== null) {
      if (or.has(a)) return;
      or.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, c = (l & qe) === 0;
      if (c && Ye(o, e), (l & ba) !== 0)
        ka.add(
          /** @type {Effect} */
          o
        );
      else if ((l & ot) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Tt?.delete(f), Ds(f, wt, t);
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
  if (typeof a != "object" || a === null || Yt in a || bs in a)
    return a;
  const e = gn(a);
  if (e !== qi && e !== Wi)
    return a;
  var t = /* @__PURE__ */ new Map(), n = Ta(a), s = /* @__PURE__ */ D(0), i = dr, o = (l) => {
    if (dr === i)
      return l();
    var c = Pe, f = dr;
    Mt(null), Qn(i);
    var p = l();
    return Mt(c), Qn(f), p;
  };
  return n && t.set("length", /* @__PURE__ */ D(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, c, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && mo();
        var p = t.get(c);
        return p === void 0 ? o(() => {
          var v = /* @__PURE__ */ D(f.value);
          return t.set(c, v), v;
        }) : N(p, f.value, !0), !0;
      },
      deleteProperty(l, c) {
        var f = t.get(c);
        if (f === void 0) {
          if (c in l) {
            const p = o(() => /* @__PURE__ */ D(Qe));
            t.set(c, p), Zr(s);
          }
        } else
          N(f, Qe), Zr(s);
        return !0;
      },
      get(l, c, f) {
        if (c === Yt)
          return a;
        var p = t.get(c), v = c in l;
        if (p === void 0 && (!v || kr(l, c)?.writable) && (p = o(() => {
          var d = ur(v ? l[c] : Qe), h = /* @__PURE__ */ D(d);
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
            var w = p ? ur(l[c]) : Qe, d = /* @__PURE__ */ D(w);
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
            h !== void 0 ? N(h, Qe) : d in l && (h = o(() => /* @__PURE__ */ D(Qe)), t.set(d + "", h));
          }
        if (v === void 0)
          (!w || kr(l, c)?.writable) && (v = o(() => /* @__PURE__ */ D(void 0)), N(v, ur(f)), t.set(c, v));
        else {
          w = v.v !== Qe;
          var I = o(() => ur(f));
          N(v, I);
        }
        var _ = Reflect.getOwnPropertyDescriptor(l, c);
        if (_?.set && _.set.call(p, f), !w) {
          if (n && typeof c == "string") {
            var m = (
              /** @type {Source<number>} */
              t.get("length")
            ), y = Number(c);
            Number.isInteger(y) && y >= m.v && N(m, y + 1);
          }
          Zr(s);
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
        bo();
      }
    }
  );
}
function Xn(a) {
  try {
    if (a !== null && typeof a == "object" && Yt in a)
      return a[Yt];
  } catch {
  }
  return a;
}
function Us(a, e) {
  return Object.is(Xn(a), Xn(e));
}
var xa, Hs, zs, Bs;
function Fo() {
  if (xa === void 0) {
    xa = window, Hs = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, t = Text.prototype;
    zs = kr(e, "firstChild").get, Bs = kr(e, "nextSibling").get, Kn(a) && (a[en] = void 0, a[ys] = null, a[tn] = void 0, a.__e = void 0), Kn(t) && (t[rn] = void 0);
  }
}
function Gt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ft(a) {
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
  return /* @__PURE__ */ Ft(a);
}
function Te(a, e = !1) {
  {
    var t = /* @__PURE__ */ Ft(a);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ na(t) : t;
  }
}
function K(a, e = !1) {
  return /* @__PURE__ */ Ft(a);
}
function u(a, e = 1, t = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ na(n);
  return n;
}
function jo(a) {
  a.textContent = "";
}
function qs() {
  return !1;
}
function Do(a, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(a, { is: t }) : document.createElement(a)
  );
}
function Uo(a) {
  var e = Re;
  if (e === null)
    return Pe.f |= tr, a;
  if ((e.f & Cr) === 0 && (e.f & Nr) === 0)
    throw a;
  jt(a, e);
}
function jt(a, e) {
  if (a === xs)
    throw a;
  if (!(e !== null && (e.f & st) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & $a) !== 0 && (e.f & (st | $r)) === 0) {
        if ((e.f & Cr) === 0)
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
function Ho(a) {
  Re === null && (Pe === null && po(), ho()), Xt && vo();
}
function zo(a, e) {
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
  if ((a & Nr) !== 0)
    Xr !== null ? Xr.push(n) : ar.ensure().schedule(n);
  else if (e !== null) {
    try {
      Lr(n);
    } catch (o) {
      throw _t(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Ir) === 0 && (s = s.first, (a & Nt) !== 0 && (a & vr) !== 0 && s !== null && (s.f |= vr));
  }
  if (s !== null && (s.parent = t, t !== null && zo(s, t), Pe !== null && (Pe.f & ot) !== 0 && (a & rr) === 0)) {
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
  const e = Zt(La, null);
  return Ye(e, $e), e.teardown = a, e;
}
function gt(a) {
  Ho();
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
    return Ws(a);
}
function Ws(a) {
  return Zt(Nr | Vi, a);
}
function Bo(a) {
  ar.ensure();
  const e = Zt(rr | Ir, a);
  return (t = {}) => new Promise((n) => {
    t.outro ? fr(e, () => {
      _t(e), n(void 0);
    }) : (_t(e), n(void 0));
  });
}
function Oa(a) {
  return Zt(Nr, a);
}
function qo(a) {
  return Zt(xr | Ir, a);
}
function sa(a, e = 0) {
  return Zt(La | e, a);
}
function F(a, e = [], t = [], n = []) {
  Mo(n, e, t, (s) => {
    Zt(La, () => {
      a(...s.map(r));
    });
  });
}
function ia(a, e = 0) {
  var t = Zt(Nt | e, a);
  return t;
}
function xt(a) {
  return Zt(Ot | Ir, a);
}
function Js(a) {
  var e = a.teardown;
  if (e !== null) {
    const t = Xt, n = Pe;
    Zn(!0), Mt(null);
    try {
      e.call(null);
    } catch (s) {
      jt(s, a.parent);
    } finally {
      Zn(t), Mt(n);
    }
  }
}
function An(a, e = !1) {
  var t = a.first;
  for (a.first = a.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Fr(() => {
      s.abort(aa);
    });
    var n = t.next;
    (t.f & rr) !== 0 ? t.parent = null : _t(t, e), t = n;
  }
}
function Wo(a) {
  for (var e = a.first; e !== null; ) {
    var t = e.next;
    (e.f & Ot) === 0 && _t(e), e = t;
  }
}
function _t(a, e = !0) {
  var t = !1;
  (e || (a.f & Ki) !== 0) && a.nodes !== null && a.nodes.end !== null && (Jo(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), t = !0), a.f |= $r, An(a, e && !t), ta(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  Js(a), a.f ^= $r, a.f |= st;
  var s = a.parent;
  s !== null && s.first !== null && Ks(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function Jo(a, e) {
  for (; a !== null; ) {
    var t = a === e ? null : /* @__PURE__ */ na(a);
    a.remove(), a = t;
  }
}
function Ks(a) {
  var e = a.parent, t = a.prev, n = a.next;
  t !== null && (t.next = n), n !== null && (n.prev = t), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = t));
}
function fr(a, e, t = !0) {
  var n = [];
  a.f |= _n, Vs(a, n, !0);
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
        Vs(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function Sa(a) {
  a.f &= ~_n, Ys(a, !0);
}
function Ys(a, e) {
  if ((a.f & _n) === 0 && (a.f & lt) !== 0) {
    a.f ^= lt, (a.f & $e) === 0 && (Ye(a, qe), ar.ensure().schedule(a));
    for (var t = a.first; t !== null; ) {
      var n = t.next, s = (t.f & vr) !== 0 || (t.f & Ot) !== 0;
      Ys(t, s ? e : !1), t = n;
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
function Zn(a) {
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
function Gs(a) {
  Pe !== null && ((Pe.f & ya) !== 0 || (Pe.f & ot) !== 0) && (Ht ??= /* @__PURE__ */ new Set()).add(a);
}
let ht = null, yt = 0, kt = null;
function Ko(a) {
  kt = a;
}
let Xs = 1, cr = 0, dr = cr;
function Qn(a) {
  dr = a;
}
function Zs() {
  return ++Xs;
}
function oa(a) {
  var e = a.f;
  if ((e & qe) !== 0)
    return !0;
  if ((e & wt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      a.deps
    ), n = t.length, s = 0; s < n; s++) {
      var i = t[s];
      if (oa(
        /** @type {Derived} */
        i
      ) && Os(
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
function Qs(a, e, t = !0) {
  var n = a.reactions;
  if (n !== null && !(Ht !== null && Ht.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & ot) !== 0 ? Qs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? Ye(i, qe) : (i.f & $e) !== 0 && Ye(i, wt), xn(
        /** @type {Effect} */
        i
      ));
    }
}
function $s(a) {
  var e = ht, t = yt, n = kt, s = Pe, i = Ht, o = ut, l = Pt, c = dr, f = a.f;
  ht = /** @type {null | Value[]} */
  null, yt = 0, kt = null, Pe = (f & (Ot | rr)) === 0 ? a : null, Ht = null, Tr(a.ctx), Pt = !1, dr = ++cr, a.ac !== null && (Fr(() => {
    a.ac.abort(aa);
  }), a.ac = null);
  try {
    a.f |= ya;
    var p = (
      /** @type {Function} */
      a.fn
    ), v = p();
    a.f |= Cr;
    var w = $n(a);
    if (Es() && kt !== null && !Pt && w !== null && (a.f & (ot | wt | qe)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      kt.length; d++)
        Qs(
          kt[d],
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
      kt !== null && (n === null ? n = kt : n.push(.../** @type {Source[]} */
      kt));
    }
    return (a.f & tr) !== 0 && (a.f ^= tr), v;
  } catch (h) {
    return $n(a), Uo(h);
  } finally {
    a.f ^= ya, ht = e, yt = t, kt = n, Pe = s, Ht = i, Tr(o), Pt = l, dr = c;
  }
}
function $n(a) {
  var e = a.deps, t = Ne?.is_fork;
  if (ht !== null) {
    var n;
    if (t || ta(a, yt), e !== null && yt > 0)
      for (e.length = yt + ht.length, n = 0; n < ht.length; n++)
        e[yt + n] = ht[n];
    else
      a.deps = e = ht;
    if (Sn() && (a.f & Lt) !== 0)
      for (n = yt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !t && e !== null && yt < e.length && (ta(a, yt), e.length = yt);
  return e;
}
function Vo(a, e) {
  let t = e.reactions;
  if (t !== null) {
    var n = Bi.call(t, a);
    if (n !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[n] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & ot) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (ht === null || !Qr.call(ht, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Lt) !== 0 && (i.f ^= Lt), i.v !== Qe && bn(i), i.ac !== null && Fr(() => {
      i.ac.abort(aa), i.ac = null, Ye(i, qe);
    }), To(i), ta(i, 0);
  }
}
function ta(a, e) {
  var t = a.deps;
  if (t !== null)
    for (var n = e; n < t.length; n++)
      Vo(a, t[n]);
}
function Lr(a) {
  var e = a.f;
  if ((e & st) === 0) {
    Ye(a, $e);
    var t = Re;
    Re = a;
    try {
      (e & (Nt | ms)) !== 0 ? Wo(a) : An(a), Js(a);
      var n = $s(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Xs;
      var s;
    } finally {
      Re = t;
    }
  }
}
async function ei() {
  await Promise.resolve(), Lo();
}
function r(a) {
  var e = a.f, t = (e & ot) !== 0;
  if (Pe !== null && !Pt) {
    var n = Re !== null && (Re.f & st) !== 0;
    if (!n && (Ht === null || !Ht.has(a))) {
      var s = Pe.deps;
      if ((Pe.f & ya) !== 0)
        a.rv < cr && (a.rv = cr, ht === null && s !== null && s[yt] === a ? yt++ : ht === null ? ht = [a] : ht.push(a));
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
      return ((o.f & $e) === 0 && o.reactions !== null || ri(o)) && (l = wn(o)), Ut.set(o, l), l;
    }
    var c = (o.f & Lt) === 0 && !Pt && Pe !== null && (Pe.f & Lt) !== 0, f = (o.f & Cr) === 0;
    oa(o) && (c && (o.f |= Lt), Os(o)), c && !f && (Rs(o), ti(o));
  }
  if (Tt?.has(a))
    return Tt.get(a);
  if ((a.f & tr) !== 0)
    throw a.v;
  return a.v;
}
function ti(a) {
  if (a.f |= Lt, a.deps !== null)
    for (const t of a.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [a] : Qr.call(e, a) || e.push(a), (t.f & ot) !== 0 && (t.f & Lt) === 0 && (Rs(
        /** @type {Derived} */
        t
      ), ti(
        /** @type {Derived} */
        t
      ));
    }
}
function ri(a) {
  if (a.v === Qe) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Ut.has(e) || (e.f & ot) !== 0 && ri(
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
function Yo(a) {
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
const Go = ["touchstart", "touchmove"];
function Xo(a) {
  return Go.includes(a);
}
const Vr = /* @__PURE__ */ Symbol("events"), ai = /* @__PURE__ */ new Set(), on = /* @__PURE__ */ new Set();
function Zo(a, e, t, n = {}) {
  function s(i) {
    if (n.capture || ln.call(e, i), !i.cancelBubble)
      return Fr(() => t?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Kt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function He(a, e, t, n, s) {
  var i = { capture: n, passive: s }, o = Zo(a, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && Mn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function ue(a, e, t) {
  (e[Vr] ??= {})[a] = t;
}
function ct(a) {
  for (var e = 0; e < a.length; e++)
    ai.add(a[e]);
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
  var o = 0, l = Ja === a && a[Vr];
  if (l) {
    var c = s.indexOf(l);
    if (c !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Vr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    c <= f && (o = c);
  }
  if (i = /** @type {Element} */
  s[o] || a.target, i !== e) {
    ps(a, "currentTarget", {
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
          var h = i[Vr]?.[n];
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
      a[Vr] = e, delete a.currentTarget, Mt(p), Bt(v);
    }
  }
}
const Qo = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (a) => a
  })
);
function $o(a) {
  return (
    /** @type {string} */
    Qo?.createHTML(a) ?? a
  );
}
function ni(a) {
  var e = Do("template");
  return e.innerHTML = $o(a.replaceAll("<!>", "<!---->")), e.content;
}
function Or(a, e) {
  var t = (
    /** @type {Effect} */
    Re
  );
  t.nodes === null && (t.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function M(a, e) {
  var t = (e & ks) !== 0, n = (e & so) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = ni(i ? a : "<!>" + a), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ft(s)));
    var o = (
      /** @type {TemplateNode} */
      n || Hs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(o)
      ), c = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Or(l, c);
    } else
      Or(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function el(a, e, t = "svg") {
  var n = !a.startsWith("<!>"), s = (e & ks) !== 0, i = `<${t}>${n ? a : "<!>" + a}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        ni(i)
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
      Or(p, v);
    } else
      Or(f, f);
    return f;
  };
}
// @__NO_SIDE_EFFECTS__
function jr(a, e) {
  return /* @__PURE__ */ el(a, e, "svg");
}
function un(a = "") {
  {
    var e = Gt(a + "");
    return Or(e, e), e;
  }
}
function Rt() {
  var a = document.createDocumentFragment(), e = document.createComment(""), t = Gt();
  return a.append(e, t), Or(e, t), a;
}
function b(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function tl(a) {
  let e = 0, t = hr(0), n;
  return () => {
    Sn() && (r(t), sa(() => (e === 0 && (n = At(() => a(() => Zr(t)))), e += 1, () => {
      Kt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, Zr(t));
      });
    })));
  };
}
var rl = vr | Ir;
function al(a, e, t, n) {
  new nl(a, e, t, n);
}
class nl {
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
  #p = tl(() => (this.#c = hr(this.#v), () => {
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
    }, rl);
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
          uo();
          return;
        }
        t = !0, n && wo(), this.#i !== null && fr(this.#i, () => {
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
    var t = Re, n = Pe, s = ut;
    Bt(this.#n), Mt(this.#n), Tr(this.#n.ctx);
    try {
      return ar.ensure(), e();
    } finally {
      Bt(t), Mt(n), Tr(s);
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
      this.#h = !1, this.#c && Pr(this.#c, this.#v);
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
    Ne?.is_fork ? (this.#s && Ne.skip_effect(this.#s), this.#o && Ne.skip_effect(this.#o), this.#i && Ne.skip_effect(this.#i), Ne.oncommit(() => {
      this.#f() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (_t(this.#s), this.#s = null), this.#o && (_t(this.#o), this.#o = null), this.#i && (_t(this.#i), this.#i = null);
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
function R(a, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (a[rn] ??= a.nodeValue) && (a[rn] = t, a.nodeValue = `${t}`);
}
function si(a, e) {
  return sl(a, e);
}
const va = /* @__PURE__ */ new Map();
function sl(a, { target: e, anchor: t, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Fo();
  var c = void 0, f = Bo(() => {
    var p = t ?? e.appendChild(Gt());
    al(
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
          var _ = Xo(I);
          for (const T of [e, document]) {
            var m = va.get(T);
            m === void 0 && (m = /* @__PURE__ */ new Map(), va.set(T, m));
            var y = m.get(I);
            y === void 0 ? (T.addEventListener(I, ln, { passive: _ }), m.set(I, 1)) : m.set(I, y + 1);
          }
        }
      }
    };
    return w(Pa(ai)), on.add(w), () => {
      for (var d of v)
        for (const _ of [e, document]) {
          var h = (
            /** @type {Map<string, number>} */
            va.get(_)
          ), I = (
            /** @type {number} */
            h.get(d)
          );
          --I == 0 ? (_.removeEventListener(d, ln), h.delete(d), h.size === 0 && va.delete(_)) : h.set(d, I);
        }
      on.delete(w), p !== t && p.parentNode?.removeChild(p);
    };
  });
  return cn.set(c, f), c;
}
let cn = /* @__PURE__ */ new WeakMap();
function il(a, e) {
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
        Sa(n), this.#a.delete(t);
      else {
        var s = this.#t.get(t);
        s && (Sa(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
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
            var f = document.createDocumentFragment();
            En(o, f), f.append(Gt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            _t(o);
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
      Ne
    ), s = qs();
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
function J(a, e, t = !1) {
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
const ol = /* @__PURE__ */ Symbol("NaN");
function ll(a, e, t) {
  var n = new Nn(a);
  ia(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    ol), n.ensure(s, t);
  });
}
function De(a, e) {
  return e;
}
function ul(a, e, t) {
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
            fn(a, Pa(i.done)), w.delete(i), w.size === 0 && (a.outrogroups = null);
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
      jo(p), p.append(f), a.items.clear();
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
      _t(e[s], t);
  }
}
var es;
function Ee(a, e, t, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & ws) !== 0;
  if (c) {
    var f = (
      /** @type {Element} */
      a
    );
    o = f.appendChild(Gt());
  }
  var p = null, v = /* @__PURE__ */ Ls(() => {
    var y = t();
    return (
      /** @type {V[]} */
      Ta(y) ? y : y == null ? [] : Pa(y)
    );
  }), w = /* @__PURE__ */ new Map(), d = !0;
  function h(y) {
    if ((m.effect.f & st) === 0) {
      m.pending.delete(y);
      var T = r(v);
      m.fallback = p, cl(m, T, o, e, n), p !== null && (T.length === 0 ? (p.f & Dt) === 0 ? Sa(p) : (p.f ^= Dt, Yr(p, null, o)) : fr(p, () => {
        p = null;
      }));
    }
  }
  function I(y) {
    m.pending.delete(y);
  }
  var _ = ia(() => {
    for (var y = (
      /** @type {V[]} */
      r(v)
    ), T = y.length, A = /* @__PURE__ */ new Set(), U = (
      /** @type {Batch} */
      Ne
    ), X = qs(), Z = 0; Z < T; Z += 1) {
      var V = y[Z], j = n(V, Z), C = d ? null : l.get(j);
      C ? (C.v && Pr(C.v, V), C.i && Pr(C.i, Z), X && U.unskip_effect(C.e)) : (C = fl(
        l,
        d ? o : es ??= Gt(),
        V,
        j,
        Z,
        s,
        e,
        t
      ), d || (C.e.f |= Dt), l.set(j, C)), A.add(j);
    }
    if (T === 0 && i && !p && (d ? p = xt(() => i(o)) : (p = xt(() => i(es ??= Gt())), p.f |= Dt)), T > A.size && fo(), !d)
      if (w.set(U, A), X) {
        for (const [G, se] of l)
          A.has(G) || U.skip_effect(se.e);
        U.oncommit(h), U.ondiscard(I);
      } else
        h(U);
    r(v);
  }), m = { effect: _, items: l, pending: w, outrogroups: null, fallback: p };
  d = !1;
}
function qr(a) {
  for (; a !== null && (a.f & Ot) === 0; )
    a = a.next;
  return a;
}
function cl(a, e, t, n, s) {
  var i = (n & $i) !== 0, o = e.length, l = a.items, c = qr(a.effect.first), f, p = null, v, w = [], d = [], h, I, _, m;
  if (i)
    for (m = 0; m < o; m += 1)
      h = e[m], I = s(h, m), _ = /** @type {EachItem} */
      l.get(I).e, (_.f & Dt) === 0 && (_.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(_));
  for (m = 0; m < o; m += 1) {
    if (h = e[m], I = s(h, m), _ = /** @type {EachItem} */
    l.get(I).e, a.outrogroups !== null)
      for (const C of a.outrogroups)
        C.pending.delete(_), C.done.delete(_);
    if ((_.f & lt) !== 0 && (Sa(_), i && (_.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(_))), (_.f & Dt) !== 0)
      if (_.f ^= Dt, _ === c)
        Yr(_, null, t);
      else {
        var y = p ? p.next : c;
        _ === a.effect.last && (a.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), $t(a, p, _), $t(a, _, y), Yr(_, y, t), p = _, w = [], d = [], c = qr(p.next);
        continue;
      }
    if (_ !== c) {
      if (f !== void 0 && f.has(_)) {
        if (w.length < d.length) {
          var T = d[0], A;
          p = T.prev;
          var U = w[0], X = w[w.length - 1];
          for (A = 0; A < w.length; A += 1)
            Yr(w[A], T, t);
          for (A = 0; A < d.length; A += 1)
            f.delete(d[A]);
          $t(a, U.prev, X.next), $t(a, p, U), $t(a, X, T), c = T, p = X, m -= 1, w = [], d = [];
        } else
          f.delete(_), Yr(_, c, t), $t(a, _.prev, _.next), $t(a, _, p === null ? a.effect.first : p.next), $t(a, p, _), p = _;
        continue;
      }
      for (w = [], d = []; c !== null && c !== _; )
        (f ??= /* @__PURE__ */ new Set()).add(c), d.push(c), c = qr(c.next);
      if (c === null)
        continue;
    }
    (_.f & Dt) === 0 && w.push(_), p = _, c = qr(_.next);
  }
  if (a.outrogroups !== null) {
    for (const C of a.outrogroups)
      C.pending.size === 0 && (fn(a, Pa(C.done)), a.outrogroups?.delete(C));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || f !== void 0) {
    var Z = [];
    if (f !== void 0)
      for (_ of f)
        (_.f & lt) === 0 && Z.push(_);
    for (; c !== null; )
      (c.f & lt) === 0 && c !== a.fallback && Z.push(c), c = qr(c.next);
    var V = Z.length;
    if (V > 0) {
      var j = (n & ws) !== 0 && o === 0 ? t : null;
      if (i) {
        for (m = 0; m < V; m += 1)
          Z[m].nodes?.a?.measure();
        for (m = 0; m < V; m += 1)
          Z[m].nodes?.a?.fix();
      }
      ul(a, Z, j);
    }
  }
  i && Kt(() => {
    if (v !== void 0)
      for (_ of v)
        _.nodes?.a?.apply();
  });
}
function fl(a, e, t, n, s, i, o, l) {
  var c = (o & Zi) !== 0 ? (o & eo) === 0 ? /* @__PURE__ */ Ro(t, !1, !1) : hr(t) : null, f = (o & Qi) !== 0 ? hr(s) : null;
  return {
    v: c,
    i: f,
    e: xt(() => (i(e, c ?? t, f ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Yr(a, e, t) {
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
function dl(a, e, ...t) {
  var n = new Nn(a);
  ia(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...t)));
  }, vr);
}
function vl(a, e, t) {
  Oa(() => {
    var n = At(() => e(a, t?.()) || {});
    if (t && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      sa(() => {
        var o = t();
        Yo(o), s && Ms(i, o) && (i = o, n.update(o));
      }), s = !0;
    }
    if (n?.destroy)
      return () => (
        /** @type {Function} */
        n.destroy()
      );
  });
}
const ts = [...` 	
\r\f \v\uFEFF`];
function hl(a, e, t) {
  var n = a == null ? "" : "" + a;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        n = n ? n + " " + s : s;
      else if (n.length)
        for (var i = s.length, o = 0; (o = n.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || ts.includes(n[o - 1])) && (l === n.length || ts.includes(n[l])) ? n = (o === 0 ? "" : n.substring(0, o)) + n.substring(l + 1) : o = l;
        }
  }
  return n === "" ? null : n;
}
function rs(a, e = !1) {
  var t = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + t);
  }
  return n;
}
function pl(a, e) {
  if (e) {
    var t = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (t += rs(n)), s && (t += rs(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(a);
}
function zt(a, e, t, n, s, i) {
  var o = (
    /** @type {any} */
    a[en]
  );
  if (o !== t || o === void 0) {
    var l = hl(t, n, i);
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
function ze(a, e, t, n) {
  var s = (
    /** @type {any} */
    a[tn]
  );
  if (s !== e) {
    var i = pl(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[tn] = e;
  } else n && (Array.isArray(n) ? (Va(a, t?.[0], n[0]), Va(a, t?.[1], n[1], "important")) : Va(a, t, n));
  return n;
}
function gl(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function _l(a, e) {
  var t = a.__defaultValue, n = a.multiple, s = n ? t ?? [] : null;
  if (!(n && !Ta(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Mr(i);
      gl(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Us(o, t)
      );
    }
  }
}
function Tn(a, e, t = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!Ta(e))
      return lo();
    for (var n of a.options)
      n.selected = e.includes(Mr(n));
    return;
  }
  for (n of a.options) {
    var s = Mr(n);
    if (Us(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (a.selectedIndex = -1);
}
function vt(a) {
  var e = new MutationObserver((t) => {
    t.every(ml) || ("__defaultValue" in a && _l(a), "__value" in a && Tn(a, a.__value));
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
function bt(a, e, t = e) {
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
  }), Oa(() => {
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
function ml(a) {
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
const bl = /* @__PURE__ */ Symbol("is custom element"), yl = /* @__PURE__ */ Symbol("is html"), wl = Xi ? "progress" : "PROGRESS";
function dn(a, e) {
  var t = Pn(a);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== wl) || (a.value = e ?? "");
}
function ii(a, e) {
  var t = Pn(a);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function Q(a, e, t, n) {
  var s = Pn(a), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (a[Gi] = t), t == null ? a.removeAttribute(e) : typeof t != "string" && kl(a).has(e) ? a[e] = t : a.setAttribute(e, t));
}
function Pn(a) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    a[ys] ??= {
      [bl]: a.nodeName.includes("-"),
      [yl]: a.namespaceURI === io
    }
  );
}
var as = /* @__PURE__ */ new Map();
function kl(a) {
  var e = a.getAttribute("is") || a.nodeName, t = as.get(e);
  if (t) return t;
  as.set(e, t = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = gs(s);
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
    if (i = Ya(a) ? Ga(i) : i, t(i), Ne !== null && n.add(Ne), await ei(), i !== (i = e())) {
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
function xl(a, e, t = e) {
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
var Sl = /* @__PURE__ */ new Ln({
  box: "border-box"
});
function la(a, e, t) {
  var n = Sl.observe(a, () => t(a[e]));
  Oa(() => (At(() => t(a[e])), n));
}
function Xa(a, e) {
  return a === e || a?.[Yt] === e;
}
function Dr(a = mn(), e, t, n) {
  var s = (
    /** @type {ComponentContext} */
    ut.r
  ), i = (
    /** @type {Effect} */
    Re
  );
  return Oa(() => {
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
let ha = !1;
function Ml(a) {
  var e = ha;
  try {
    return ha = !1, [a(), ha];
  } finally {
    ha = e;
  }
}
function je(a, e, t, n) {
  var s = !0, i = (t & ao) !== 0, o = (t & no) !== 0, l = (
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
    var w = Yt in a || Yi in a;
    v = kr(a, e)?.set ?? (w && e in a ? (A) => a[e] = A : void 0);
  }
  var d, h = !1;
  i ? [d, h] = Ml(() => (
    /** @type {V} */
    a[e]
  )) : d = /** @type {V} */
  a[e], d === void 0 && n !== void 0 && (d = p(), v && (_o(), v(d)));
  var I;
  if (I = () => {
    var A = (
      /** @type {V} */
      a[e]
    );
    return A === void 0 ? p() : (c = !0, A);
  }, (t & ro) === 0)
    return I;
  if (v) {
    var _ = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(A, U) {
        return arguments.length > 0 ? ((!U || _ || h) && v(U ? I() : A), A) : I();
      })
    );
  }
  var m = !1, y = ((t & to) !== 0 ? ea : Ls)(() => (m = !1, I()));
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
const Al = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(Al);
const oi = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], li = [16250871, 10209764, 3903428, 742815, 340060], ui = [16250871, 16630669, 15761203, 12536332, 7022086];
function Ar(a, e) {
  return Array.from({ length: e }, (t, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ra = 128, El = Ar(oi, Ra), Nl = Ar(li, Ra), Tl = Ar(ui, Ra);
function Et(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const t = Math.min(1, Math.abs(a)), n = Math.round(t * (Ra - 1));
  return e ? a < 0 ? Nl[n] : Tl[n] : El[n];
}
const On = (a, e) => e ? Math.abs(a) > 0.55 ? "#fff" : "#111" : a > 0.62 ? "#111" : "#fff", ci = (a) => `linear-gradient(90deg, ${(a ? [...Ar(li, 9).reverse(), ...Ar(ui, 9)] : Ar(oi, 17)).join(",")})`, yr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], pt = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", Je = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a.toFixed(3), It = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + Je(Math.abs(a)), vn = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Ma = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, rt = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Pl = /* @__PURE__ */ M("<option> </option>"), Ll = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Ol = /* @__PURE__ */ M('<figure><img/><button type="button">×</button></figure>'), ns = /* @__PURE__ */ M('<p class="fine"> </p>'), Rl = /* @__PURE__ */ M('<p class="turn"><b> </b> </p>'), Cl = /* @__PURE__ */ M('<button type="button">stop</button>'), Il = /* @__PURE__ */ M('<button type="button" class="link">new chat</button>'), Fl = /* @__PURE__ */ M('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), jl = /* @__PURE__ */ M('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Dl = /* @__PURE__ */ M("<h1> </h1> <!>", 1), Ul = /* @__PURE__ */ M('<p class="fine" data-edited=""> </p>'), Hl = /* @__PURE__ */ M('<span class="hidden"> </span>'), zl = /* @__PURE__ */ M('<button type="button"> <!></button>'), Bl = /* @__PURE__ */ M('<span class="fine"> </span>'), ql = /* @__PURE__ */ M('<button type="button" class="link">go on</button>'), Wl = /* @__PURE__ */ M('<button type="button"><span> </span><small> </small></button>'), Jl = /* @__PURE__ */ M('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Kl = /* @__PURE__ */ M('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Vl = /* @__PURE__ */ M('<section aria-label="Ask"><!> <!> <!></section>');
function Yl(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7), n = /* @__PURE__ */ D(!1), s = /* @__PURE__ */ D(!1), i = /* @__PURE__ */ D(void 0);
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
  var f = Vl();
  He("paste", xa, c);
  let p;
  var v = x(f);
  {
    var w = (y) => {
      var T = jl(), A = Te(T), U = x(A), X = u(x(U));
      Ee(X, 21, () => t().models, De, (g, L) => {
        var B = Pl(), ne = K(B), fe = {};
        F(() => {
          R(ne, `${r(L).name ?? ""}${r(L).loaded ? "" : " (is loaded when asked)"}`), fe !== (fe = r(L).name) && (B.value = (B.__value = fe) ?? "");
        }), b(g, B);
      }), vt(X);
      var Z = u(U, 2);
      {
        var V = (g) => {
          var L = Ll(), B = x(L), ne = u(B, 2), fe = K(ne), pe = u(ne, 2);
          F(() => {
            B.disabled = !t().example, R(fe, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), pe.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ue("click", B, () => t().takeExample(t().example - 1)), ue("click", ne, () => t().takeExample(t().example ?? 0)), ue("click", pe, () => t().takeExample((t().example ?? -1) + 1)), b(g, L);
        };
        J(Z, (g) => {
          t().info?.examples && g(V);
        });
      }
      var j = u(A, 2), C = x(j);
      Ee(C, 19, () => t().uploads, (g, L) => g.id + L, (g, L, B) => {
        var ne = Ol(), fe = x(ne), pe = u(fe);
        F(
          (k) => {
            Q(fe, "src", k), Q(fe, "alt", `Image ${r(B) + 1}, ${r(L).width ?? ""} x ${r(L).height ?? ""}${r(L).frames ? `, ${r(L).frames.length} frames` : ""}`), Q(pe, "aria-label", `Remove image ${r(B) + 1}`);
          },
          [() => t().source.imageUrl(r(L).id)]
        ), ue("click", pe, () => {
          t().uploads = t().uploads.filter((k, $) => $ !== r(B)), t().example = null;
        }), b(g, ne);
      });
      var G = u(C, 2), se = u(G, 2);
      Dr(se, (g) => N(i, g), () => r(i));
      var q = u(j, 2);
      {
        var ce = (g) => {
          var L = ns(), B = K(L, !0);
          F(() => R(B, t().exampleName)), b(g, L);
        };
        J(q, (g) => {
          t().exampleName && t().example !== null && g(ce);
        });
      }
      var oe = u(q, 2);
      Ee(oe, 17, () => t().earlier, De, (g, L) => {
        var B = Rl(), ne = x(B), fe = K(ne, !0), pe = u(ne);
        F(
          (k) => {
            R(fe, r(L).role), R(pe, ` ${k ?? ""}`);
          },
          [
            () => r(L).content.map((k) => k.type === "text" ? k.text : `[${k.type}]`).join(" ")
          ]
        ), b(g, B);
      });
      var W = u(oe, 2), ee = u(x(W), 2), _e = u(ee, 2), he = u(x(_e), 2);
      {
        var te = (g) => {
          var L = Cl();
          ue("click", L, () => t().halt()), b(g, L);
        };
        J(he, (g) => {
          t().study?.answering && g(te);
        });
      }
      var ye = u(he, 2), me = u(ye, 2);
      {
        var Y = (g) => {
          var L = Il();
          ue("click", L, () => {
            t().earlier = [];
          }), b(g, L);
        };
        J(me, (g) => {
          t().earlier.length && g(Y);
        });
      }
      var P = u(_e, 2);
      {
        var E = (g) => {
          var L = Fl(), B = x(L), ne = u(x(B)), fe = u(B, 2), pe = u(x(fe)), k = u(fe, 2), $ = u(x(k)), z = u(k, 2), H = u(x(z));
          St(ne, () => t().system, (re) => t().system = re), St(pe, () => t().prefill, (re) => t().prefill = re), St($, () => t().temperature, (re) => t().temperature = re), St(H, () => t().maxNew, (re) => t().maxNew = re), b(g, L);
        };
        J(P, (g) => {
          r(n) && g(E);
        });
      }
      F(() => {
        Q(se, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), Q(ye, "aria-expanded", r(n));
      }), ue("change", X, () => t().otherModel()), bt(X, () => t().model, (g) => t().model = g), ue("click", G, () => r(i)?.click()), ue("change", se, (g) => {
        t().addFiles(g.currentTarget.files ?? []), g.currentTarget.value = "";
      }), He("submit", W, (g) => {
        g.preventDefault(), t().ask();
      }), ue("keydown", ee, (g) => {
        g.key === "Enter" && !g.shiftKey && (g.preventDefault(), t().ask());
      }), St(ee, () => t().question, (g) => t().question = g), ue("click", ye, () => N(n, !r(n))), b(y, T);
    }, d = (y) => {
      var T = Dl(), A = Te(T), U = K(A, !0), X = u(A, 2);
      {
        var Z = (V) => {
          var j = ns(), C = K(j, !0);
          F(() => R(C, t().text)), b(V, j);
        };
        J(X, (V) => {
          t().text && V(Z);
        });
      }
      F(() => R(U, t().title)), b(y, T);
    };
    J(v, (y) => {
      t().source.kind === "server" ? y(w) : t().title && y(d, 1);
    });
  }
  var h = u(v, 2);
  {
    var I = (y) => {
      var T = Ul(), A = K(T);
      F(() => R(A, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), b(y, T);
    };
    J(h, (y) => {
      t().edited && y(I);
    });
  }
  var _ = u(h, 2);
  {
    var m = (y) => {
      var T = Kl(), A = Te(T), U = x(A);
      Ee(U, 21, () => t().study.answer, De, (se, q) => {
        var ce = zl();
        let oe;
        var W = x(ce), ee = u(W);
        {
          var _e = (he) => {
            var te = Hl(), ye = K(te);
            F(() => R(ye, `end of the answer (${r(q).token.text ?? ""})`)), b(he, te);
          };
          J(ee, (he) => {
            r(q).ends && he(_e);
          });
        }
        F(
          (he) => {
            oe = zt(ce, 1, "answer-token", null, oe, { ends: r(q).ends }), Q(ce, "aria-pressed", t().at === r(q).position && t().target?.id === r(q).token.id), Q(ce, "title", `chosen after token ${r(q).position ?? ""}`), R(W, he);
          },
          [() => r(q).ends ? "■" : rt(r(q).token.text)]
        ), ue("click", ce, () => t().lookAt(r(q))), b(se, ce);
      });
      var X = u(U, 2);
      {
        var Z = (se) => {
          var q = Bl(), ce = K(q, !0);
          F((oe) => R(ce, oe), [
            () => t().study.answer.filter((oe) => !oe.ends).map((oe) => oe.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), b(se, q);
        };
        J(X, (se) => {
          t().asked && t().asked.truth !== null && se(Z);
        });
      }
      var V = u(X, 2);
      {
        var j = (se) => {
          var q = ql();
          ue("click", q, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), b(se, q);
        };
        J(V, (se) => {
          t().source.kind === "server" && !t().study.answering && se(j);
        });
      }
      var C = u(A, 2);
      {
        var G = (se) => {
          var q = Jl();
          Ee(q, 21, () => r(o).top.slice(0, 5), (ce) => ce.id, (ce, oe) => {
            var W = Wl();
            let ee;
            var _e = x(W), he = K(_e, !0), te = u(_e), ye = K(te, !0);
            F(
              (me, Y) => {
                Q(W, "aria-pressed", t().target?.id === r(oe).id), ee = ze(W, "", ee, { "--share": `${100 * r(oe).p}%` }), R(he, me), R(ye, Y);
              },
              [() => rt(r(oe).text), () => pt(r(oe).p)]
            ), ue("click", W, () => t().target = { id: r(oe).id, text: r(oe).text }), b(ce, W);
          }), b(se, q);
        };
        J(C, (se) => {
          r(o) && se(G);
        });
      }
      b(y, T);
    };
    J(_, (y) => {
      t().study?.answer.length && y(m);
    });
  }
  F(() => p = zt(f, 1, "card ask", null, p, { dragged: r(s) })), He("dragover", f, (y) => {
    y.preventDefault(), N(s, !0);
  }), He("dragleave", f, () => N(s, !1)), He("drop", f, l), b(a, f), Xe();
}
ct(["change", "click", "keydown"]);
const _a = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Rn(a, e, t, n) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, c, f], fill: p, text: v }) => {
    const w = `<rect x="${o}" y="${l}" width="${c - o}" height="${f - l}" fill="${p}"/>`;
    return v ? `${w}<text x="${(o + c) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (c - o) * 1.5 / Math.max(2, v.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${_a(v)}</text>` : w;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${_a(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${_a(n)}</text></svg>`;
}
const Aa = (a, e, t, n, s) => Rn(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: n(a[o]) })), s);
function ma(a, e, t = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Gl = (a) => a.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function Xl(a) {
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
async function Zl(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${hn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function Ql(a, e, t, n, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (p) => (await fetch(`assets/${p}`)).text())), l = await Promise.all(a.images.map((p, v) => Promise.all(p.frames.map((w, d) => Zl(e(v, d)))))), c = Object.fromEntries([...a.raw].map(([p, v]) => [p, hn(v)])), f = JSON.stringify({ id: a.id, title: t, text: n, tabs: s, answer: a.answer, tokens: hn(a.bytes), pictures: l, views: c }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${_a(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${f}<\/script><script type="module">${i}<\/script></body></html>`;
}
var $l = /* @__PURE__ */ M('<button type="button" class="small">code</button>'), eu = /* @__PURE__ */ M('<button type="button" class="small"> </button>'), tu = /* @__PURE__ */ M('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), ru = /* @__PURE__ */ M('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function nr(a, e) {
  Ge(e, !0);
  let t = je(e, "code", 3, ""), n = je(e, "exporter", 3, null), s = /* @__PURE__ */ D(!1), i = /* @__PURE__ */ D(!1);
  async function o(A) {
    n() && (A === "csv" && n().csv && ma(`${n().name}.csv`, Gl(n().csv()), "text/csv"), A === "svg" && n().svg && ma(`${n().name}.svg`, n().svg(), "image/svg+xml"), A === "png" && n().svg && ma(`${n().name}.png`, await Xl(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), N(i, !0), setTimeout(() => N(i, !1), 1500);
  }
  var c = ru(), f = Te(c), p = x(f), v = K(p, !0), w = u(p, 2);
  dl(w, () => e.children ?? er);
  var d = u(w, 4), h = x(d);
  {
    var I = (A) => {
      var U = $l();
      F(() => Q(U, "aria-expanded", r(s))), ue("click", U, () => N(s, !r(s))), b(A, U);
    };
    J(h, (A) => {
      t() && A(I);
    });
  }
  var _ = u(h, 2);
  {
    var m = (A) => {
      var U = Rt(), X = Te(U);
      Ee(X, 16, () => ["png", "svg", "csv"], De, (Z, V) => {
        var j = Rt(), C = Te(j);
        {
          var G = (se) => {
            var q = eu(), ce = K(q, !0);
            F(
              (oe) => {
                Q(q, "aria-label", `Export ${n().name ?? ""} as ${oe ?? ""}`), R(ce, V);
              },
              [() => V.toUpperCase()]
            ), ue("click", q, () => o(V)), b(se, q);
          };
          J(C, (se) => {
            (V === "csv" ? n().csv : n().svg) && se(G);
          });
        }
        b(Z, j);
      }), b(A, U);
    };
    J(_, (A) => {
      n() && A(m);
    });
  }
  var y = u(f, 2);
  {
    var T = (A) => {
      var U = tu(), X = x(U), Z = K(X, !0), V = u(X, 2), j = K(V, !0);
      F(() => {
        R(Z, r(i) ? "copied" : "copy"), Q(V, "aria-label", `Python for ${e.title ?? ""}`), R(j, t());
      }), ue("click", X, l), b(A, U);
    };
    J(y, (A) => {
      r(s) && t() && A(T);
    });
  }
  F(() => R(v, e.title)), b(a, c), Xe();
}
ct(["click"]);
var au = /* @__PURE__ */ M('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span role="status"> </span></p></div>');
function Ea(a, e) {
  Ge(e, !0);
  let t = je(e, "signed", 3, !1), n = je(e, "high", 3, 0), s = je(e, "rowName", 3, "layer"), i = je(e, "columnName", 3, "head"), o = je(e, "columnLabels", 3, null), l = je(e, "picked", 3, null), c = je(e, "unit", 3, ""), f = je(e, "order", 3, null), p = /* @__PURE__ */ D(void 0), v = /* @__PURE__ */ D(0), w = /* @__PURE__ */ D(null);
  const d = 30, h = 18, I = 46, _ = /* @__PURE__ */ S(() => Math.max(3, Math.min(I, (r(v) - d) / Math.max(1, e.columns)))), m = /* @__PURE__ */ S(() => Math.max(7, Math.min(30, r(_), 560 / Math.max(1, e.rows)))), y = /* @__PURE__ */ S(() => {
    if (n()) return n();
    let P = 0;
    for (let E = 0; E < e.rows * e.columns; E++) Math.abs(e.values[E]) > P && (P = Math.abs(e.values[E]));
    return P || 1;
  });
  let T = null;
  function A(P) {
    const E = document.createElement("canvas");
    E.width = Math.ceil((d + r(_) * e.columns) * P), E.height = Math.ceil((h + r(m) * e.rows) * P);
    const g = E.getContext("2d");
    g.scale(P, P);
    const L = Math.min(r(
      _
      // else the lines would be most of what is seen
    ), r(m)) > 12 ? 1 : 0;
    for (let fe = 0; fe < e.rows; fe++) for (let pe = 0; pe < e.columns; pe++) {
      const k = e.values[fe * e.columns + (f() ? f()[pe] : pe)];
      g.fillStyle = Number.isNaN(k) ? "rgba(128,128,128,.18)" : Et(k / r(y), t()), g.fillRect(d + pe * r(_), h + fe * r(m), r(_) - L, r(m) - L);
    }
    g.fillStyle = getComputedStyle(r(p)).color, g.font = "11px system-ui, sans-serif", g.textBaseline = "middle", g.textAlign = "right";
    const B = Math.ceil(13 / r(m)), ne = Math.ceil(20 / r(_));
    for (let fe = 0; fe < e.rows; fe += B) g.fillText(String(fe), d - 5, h + (fe + 0.5) * r(m));
    if (g.textAlign = "center", !o()) for (let fe = 0; fe < e.columns; fe += ne) g.fillText(String(f() ? f()[fe] : fe), d + (fe + 0.5) * r(_), 8);
    return E;
  }
  gt(() => {
    e.values, e.rows, e.columns, t(), r(y), r(_), r(m), f(), !(!r(p) || !r(v)) && (T = A(devicePixelRatio || 1), U());
  }), gt(() => {
    r(w), l(), U();
  });
  function U() {
    if (!r(p) || !T) return;
    const P = devicePixelRatio || 1;
    (r(p).width !== T.width || r(p).height !== T.height) && Object.assign(r(p), { width: T.width, height: T.height });
    const E = r(p).getContext("2d");
    E.setTransform(1, 0, 0, 1, 0, 0), E.clearRect(0, 0, r(p).width, r(p).height), E.drawImage(T, 0, 0), E.scale(P, P);
    for (const [g, L] of [[l(), "#fff"], [r(w), "#ffe14d"]]) {
      if (!g) continue;
      const B = f() ? f().indexOf(g[1]) : g[1], ne = [
        d + B * r(_),
        h + g[0] * r(m),
        r(_) - 1,
        r(m) - 1
      ];
      E.lineWidth = 4, E.strokeStyle = "#000", E.strokeRect(...ne), E.lineWidth = 2, E.strokeStyle = L, E.strokeRect(...ne);
    }
  }
  function X(P) {
    const E = r(p).getBoundingClientRect(), g = Math.floor((P.clientX - E.left - d) / r(_)), L = Math.floor((P.clientY - E.top - h) / r(m));
    return L >= 0 && L < e.rows && g >= 0 && g < e.columns ? [L, f() ? f()[g] : g] : null;
  }
  function Z(P) {
    P?.[0] === r(w)?.[0] && P?.[1] === r(w)?.[1] || (N(w, P), e.onhover?.(P));
  }
  function V(P) {
    const E = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[P.key], g = r(w) ?? l();
    if (E) {
      P.preventDefault();
      const L = g ? f() ? f().indexOf(g[1]) : g[1] : 0, B = g ? Math.max(0, Math.min(e.columns - 1, L + E[1])) : 0;
      Z([
        g ? Math.max(0, Math.min(e.rows - 1, g[0] + E[0])) : 0,
        f() ? f()[B] : B
      ]);
    } else (P.key === "Enter" || P.key === " ") && g && (P.preventDefault(), e.onpick?.(g));
  }
  const j = /* @__PURE__ */ S(() => r(w) ?? l()), C = /* @__PURE__ */ S(() => {
    if (!r(j)) return "Point at a cell, click to keep it.";
    const P = e.values[r(j)[0] * e.columns + r(j)[1]], E = o() ? o()[r(j)[1]] : `${i()} ${r(j)[1]}`;
    return `${s()} ${r(j)[0]}, ${E}: ${t() ? It(P) : Je(P)} ${c()}`;
  });
  var G = au();
  let se;
  var q = x(G), ce = x(q);
  let oe;
  Dr(ce, (P) => N(p, P), () => r(p));
  var W = u(q, 2), ee = x(W), _e = x(ee), he = u(_e);
  let te;
  var ye = u(he), me = u(ee, 2), Y = K(me, !0);
  F(
    (P, E, g) => {
      se = ze(G, "", se, {
        "max-width": `max(320px, ${d + I * e.columns}px)`
      }), Q(q, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), Q(q, "data-grid", e.label), Q(q, "data-cell", `30,18,${r(_) ?? ""},${r(m) ?? ""}`), oe = ze(ce, "", oe, {
        width: `${d + r(_) * e.columns}px`,
        height: `${h + r(m) * e.rows}px`
      }), R(_e, `${P ?? ""} `), te = ze(he, "", te, { background: E }), R(ye, ` ${g ?? ""}`), R(Y, r(C));
    },
    [
      () => t() ? `−${Je(r(y))}` : "0",
      () => ci(t()),
      () => Je(r(y))
    ]
  ), ue("keydown", q, V), He("blur", q, () => Z(null)), ue("pointermove", ce, (P) => Z(X(P))), He("pointerleave", ce, () => Z(null)), ue("click", ce, (P) => {
    const E = X(P);
    E && e.onpick?.(E);
  }), la(G, "clientWidth", (P) => N(v, P)), b(a, G), Xe();
}
ct(["keydown", "pointermove", "click"]);
var nu = /* @__PURE__ */ M('<p role="status"> <button type="button" class="primary">find it</button></p>');
function Rr(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  var n = Rt(), s = Te(n);
  {
    var i = (o) => {
      var l = nu(), c = x(l), f = u(c);
      F((p, v) => R(c, `${e.what ?? ""} takes about ${p ?? ""}${v ?? ""}. `), [
        () => vn(e.long.seconds),
        () => e.long.bytes ? ` and ${Ma(e.long.bytes)}` : ""
      ]), ue("click", f, () => t().granted = /* @__PURE__ */ new Set([...t().granted, e.long.key])), b(o, l);
    };
    J(s, (o) => {
      e.long && o(i);
    });
  }
  b(a, n), Xe();
}
ct(["click"]);
const su = () => new Promise((a, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => a(t.result), t.onerror = () => e(t.error);
});
async function fi(a, e) {
  try {
    const t = (await su()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(t);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const ss = (a, e) => fi("readwrite", (t) => t.put(e, a)), iu = (a) => fi("readonly", (e) => e.get(a));
async function ou(a, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(a), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const n = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < n; o++)
    t.currentTime = (o + 0.5) * t.duration / n, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((c) => l(c), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: n / t.duration };
}
const di = new Float32Array(65536);
for (let a = 0; a < 65536; a++) {
  const e = a & 32768 ? -1 : 1, t = a >> 10 & 31, n = a & 1023;
  di[a] = e * (t === 0 ? n * 2 ** -24 : t === 31 ? n ? NaN : 1 / 0 : (1 + n / 1024) * 2 ** (t - 15));
}
const lu = {
  F16: (a) => Float32Array.from(new Uint16Array(a), (e) => di[e]),
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
    s[o] = { shape: l.shape, data: lu[l.dtype](e.slice(8 + t + c, 8 + t + f).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (c) => (c / 255) ** 2 * l : uu);
  return { arrays: s, about: i };
}
const uu = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function cu(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* fu(a) {
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
async function du(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new nt(e.error ?? a.statusText, a.status);
}
async function ir(a, e) {
  try {
    return await du(await fetch(a, e));
  } catch (t) {
    throw t instanceof nt || t.name === "AbortError" ? t : new nt("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Za = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), is = 32 * 2 ** 20;
class vu {
  kind = "server";
  async models() {
    return (await ir("api/models")).json();
  }
  async example(e, t) {
    return (await ir(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    if (e.size > is) throw new nt(`it has ${Ma(e.size)}, and ${Ma(is)} are the most. Scale it down, or save it as JPEG.`);
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
    for await (const o of fu(i.body)) {
      const l = ra(o);
      if (l.about.error) throw new nt(l.about.error);
      yield l;
    }
  }
}
const Er = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class hu {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Er(this.data.tokens) };
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
    return this.data.compressed ? cu(Er(s)) : Er(s);
  }
  async *stream(e, t, n) {
    yield ra(await this.raw(e, t, n));
  }
}
class pu {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, n) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new nt(t.error)) : t.view ? this.arrived(t.view, (i) => s.done(Er(i))) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
    return { ...this.saved(), bytes: Er(this.saved().tokens) };
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
    const s = `${t} ${JSON.stringify(n)}`, i = e === this.saved().id && this.kept(s);
    return i ? Er(i) : this.sent(e, t, n);
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
const Wr = ["attribution", "attention", "lens", "causes"];
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
    /* @__PURE__ */ D(0)
  );
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    N(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ D(ur([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ D(!1);
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
    const n = vi(e, t);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(n, i), ra(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const vi = (a, e) => `${a} ${JSON.stringify(e)}`, gu = ["model", "q", "system", "prefill", "images", "turns", "t"], _u = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], qt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class mu {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ D([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ D("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ D("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    N(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ D("");
  get system() {
    return r(this.#a);
  }
  set system(e) {
    N(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ D([]);
  get earlier() {
    return r(this.#n);
  }
  set earlier(e) {
    N(this.#n, e);
  }
  #s = /* @__PURE__ */ D("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    N(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ D([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    N(this.#o, e);
  }
  #i = /* @__PURE__ */ D(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    N(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ D("");
  get exampleName() {
    return r(this.#l);
  }
  set exampleName(e) {
    N(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ D(null);
  get truth() {
    return r(this.#v);
  }
  set truth(e) {
    N(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ D(0);
  get temperature() {
    return r(this.#u);
  }
  set temperature(e) {
    N(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ D(48);
  get maxNew() {
    return r(this.#h);
  }
  set maxNew(e) {
    N(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ D(null);
  get study() {
    return r(this.#_);
  }
  set study(e) {
    N(this.#_, e);
  }
  #c = /* @__PURE__ */ D(null);
  get clean() {
    return r(this.#c);
  }
  set clean(e) {
    N(this.#c, e);
  }
  #p = /* @__PURE__ */ D(null);
  get second() {
    return r(this.#p);
  }
  set second(e) {
    N(this.#p, e);
  }
  #b = /* @__PURE__ */ D(null);
  get secondUpload() {
    return r(this.#b);
  }
  set secondUpload(e) {
    N(this.#b, e);
  }
  #k = /* @__PURE__ */ D(null);
  get secondExample() {
    return r(this.#k);
  }
  set secondExample(e) {
    N(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ D(null);
  get focus() {
    return r(this.#m);
  }
  set focus(e) {
    N(this.#m, e, !0);
  }
  #f = /* @__PURE__ */ D(null);
  get target() {
    return r(this.#f);
  }
  set target(e) {
    N(this.#f, e);
  }
  #g = /* @__PURE__ */ D(null);
  get contrast() {
    return r(this.#g);
  }
  set contrast(e) {
    N(this.#g, e);
  }
  #y = /* @__PURE__ */ D(null);
  get place() {
    return r(this.#y);
  }
  set place(e) {
    N(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ D(null);
  get layer() {
    return r(this.#d);
  }
  set layer(e) {
    N(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ D(null);
  get head() {
    return r(this.#w);
  }
  set head(e) {
    N(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ D(null);
  get lensLayer() {
    return r(this.#x);
  }
  set lensLayer(e) {
    N(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ D([]);
  get words() {
    return r(this.#S);
  }
  set words(e) {
    N(this.#S, e);
  }
  #M = /* @__PURE__ */ D(0);
  get word() {
    return r(this.#M);
  }
  set word(e) {
    N(this.#M, e, !0);
  }
  #A = /* @__PURE__ */ D(!1);
  get vision() {
    return r(this.#A);
  }
  set vision(e) {
    N(this.#A, e, !0);
  }
  #E = /* @__PURE__ */ D(/* @__PURE__ */ new Set());
  get granted() {
    return r(this.#E);
  }
  set granted(e) {
    N(this.#E, e);
  }
  #N = /* @__PURE__ */ D(!1);
  get pattern() {
    return r(this.#N);
  }
  set pattern(e) {
    N(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ D("");
  get find() {
    return r(this.#T);
  }
  set find(e) {
    N(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ D(0.01);
  get least() {
    return r(this.#P);
  }
  set least(e) {
    N(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ D("none");
  get paint() {
    return r(this.#L);
  }
  set paint(e) {
    N(this.#L, e, !0);
  }
  #O = /* @__PURE__ */ D("attribution");
  get tab() {
    return r(this.#O);
  }
  set tab(e) {
    N(this.#O, e, !0);
  }
  #R = /* @__PURE__ */ D(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#R);
  }
  set selected(e) {
    N(this.#R, e);
  }
  #C = /* @__PURE__ */ D([]);
  get changes() {
    return r(this.#C);
  }
  set changes(e) {
    N(this.#C, e);
  }
  #I = /* @__PURE__ */ D(null);
  get sweep() {
    return r(this.#I);
  }
  set sweep(e) {
    N(this.#I, e);
  }
  #F = /* @__PURE__ */ D(null);
  get hoverHead() {
    return r(this.#F);
  }
  set hoverHead(e) {
    N(this.#F, e);
  }
  #j = /* @__PURE__ */ D(null);
  get hoverPlace() {
    return r(this.#j);
  }
  set hoverPlace(e) {
    N(this.#j, e, !0);
  }
  #D = /* @__PURE__ */ D(0);
  get busy() {
    return r(this.#D);
  }
  set busy(e) {
    N(this.#D, e, !0);
  }
  #U = /* @__PURE__ */ D("");
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
  #H = /* @__PURE__ */ D(Wr);
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
    e.toString() !== this.written && (gu.every((n) => e.get(n) === t.get(n)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
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
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = qt(e.get("t"), 0), this.focus = qt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = qt(e.get("place"), null), this.layer = qt(e.get("layer"), null), this.head = qt(e.get("head"), null), this.lensLayer = qt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = qt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Wr.includes(e.get("tab")) ? e.get("tab") : Wr[0], this.selected = new Set(_u(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern");
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
    const t = await iu(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
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
      return await ss(i.id, e), i;
    }
    const { frames: t, fps: n } = await ou(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await ss(o.id, i), s.push(o);
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
var bu = /* @__PURE__ */ M('<span class="fine"> </span>'), os = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), yu = /* @__PURE__ */ M('<button type="button"> </button>'), wu = /* @__PURE__ */ M('<li><button type="button" class="head"> <b> </b></button></li>'), ku = /* @__PURE__ */ M('<ol class="best"></ol>'), xu = /* @__PURE__ */ M('<p class="fine"> </p>'), Su = /* @__PURE__ */ M('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), Mu = /* @__PURE__ */ M('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), Au = /* @__PURE__ */ M('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Eu(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7), n = /* @__PURE__ */ D("image"), s = /* @__PURE__ */ D(!1);
  const i = /* @__PURE__ */ S(() => e.painted.heads.view), o = /* @__PURE__ */ S(() => e.painted.pattern), l = /* @__PURE__ */ S(() => t().pattern), c = /* @__PURE__ */ S(() => {
    if (!r(i)) return new Float32Array();
    const { shape: V, data: j } = r(i).arrays.weights, [C, G, se] = V, q = new Float32Array(C * G), ce = t().place ?? -1, oe = new Uint8Array(se);
    for (let W = 0; W < se; W++) oe[W] = Number(r(n) === "image" ? e.study.tokens[W]?.kind === "image" : r(n) === "selection" ? t().selected.has(W) : W === ce);
    for (let W = 0; W < C * G; W++) {
      let ee = 0;
      const _e = W * se;
      if (r(n) === "entropy") for (let he = 0; he < se; he++) {
        const te = j[_e + he];
        te > 0 && (ee -= te * Math.log(te));
      }
      else for (let he = 0; he < se; he++) oe[he] && (ee += j[_e + he]);
      q[W] = ee;
    }
    return q;
  }), f = /* @__PURE__ */ S(() => r(i)?.arrays.weights.shape ?? [0, 0, 0]), p = /* @__PURE__ */ S(() => Array.from(r(c).keys()).sort((V, j) => r(c)[j] - r(c)[V]).slice(0, 24)), v = /* @__PURE__ */ S(() => r(l) ? r(o).view?.arrays.weights ?? null : null), w = /* @__PURE__ */ S(() => r(v) ? {
    name: `pattern-L${t().layer}H${t().head}`,
    svg: () => Aa(r(v).data, r(v).shape[0], r(v).shape[1], (V) => Et(V, !1), `pattern of L${t().layer}H${t().head}: queries from top to bottom, keys from left to right`),
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
    svg: () => Aa(r(c), r(f)[0], r(f)[1], (V) => Et(V / Math.max(...r(c), 1e-9), !1), `attention, ${r(n)}`),
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
  var I = Au(), _ = x(I);
  {
    let V = /* @__PURE__ */ S(() => r(l) ? r(o).view?.about.code ?? "" : r(i)?.about.code ?? "");
    nr(_, {
      title: "Attention",
      get code() {
        return r(V);
      },
      get exporter() {
        return r(w);
      },
      children: (j, C) => {
        var G = bu(), se = K(G);
        F((q) => R(se, `from the focus ${q ?? ""}`), [
          () => JSON.stringify(e.study.label(r(i)?.about.focus ?? t().at))
        ]), b(j, G);
      },
      $$slots: { default: !0 }
    });
  }
  var m = u(_, 2);
  {
    var y = (V) => {
      var j = os(), C = K(j, !0);
      F(() => R(C, e.painted.heads.error)), b(V, j);
    };
    J(m, (V) => {
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
    De,
    (V, j) => {
      var C = /* @__PURE__ */ S(() => Vt(j, 2));
      let G = () => r(C)[0], se = () => r(C)[1];
      var q = yu(), ce = K(q, !0);
      F(() => {
        Q(q, "aria-pressed", r(n) === G()), q.disabled = G() === "selection" && !t().selected.size || G() === "token" && t().place === null, R(ce, se());
      }), ue("click", q, () => N(n, G(), !0)), b(V, q);
    }
  );
  var U = u(A, 2), X = u(T, 2);
  {
    var Z = (V) => {
      var j = Mu(), C = Te(j);
      {
        var G = (E) => {
          var g = ku();
          Ee(g, 20, () => r(p), (L) => L, (L, B) => {
            const ne = /* @__PURE__ */ S(() => {
              const [H, re] = [Math.floor(B / r(f)[1]), B % r(f)[1]];
              return { layer: H, head: re };
            });
            var fe = wu(), pe = x(fe), k = x(pe), $ = u(k), z = K($, !0);
            F(
              (H) => {
                Q(pe, "aria-pressed", t().layer === r(ne).layer && t().head === r(ne).head), R(k, `L${r(ne).layer ?? ""}H${r(ne).head ?? ""} `), R(z, H);
              },
              [
                () => r(n) === "entropy" ? `${r(c)[B].toFixed(2)} nats` : pt(r(c)[B])
              ]
            ), He("pointerenter", pe, () => {
              t().hoverHead = {
                layer: r(ne).layer,
                head: r(ne).head
              }, t().paint = "attention";
            }), He("pointerleave", pe, () => t().hoverHead = null), ue("click", pe, () => t().takeHead(r(ne).layer, r(ne).head)), b(L, fe);
          }), b(E, g);
        }, se = (E) => {
          {
            let g = /* @__PURE__ */ S(() => r(n) === "entropy" ? 0 : 1), L = /* @__PURE__ */ S(() => r(n) === "entropy" ? "nats" : "of its attention"), B = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            Ea(E, {
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
                return r(g);
              },
              get unit() {
                return r(L);
              },
              get picked() {
                return r(B);
              },
              onhover: (ne) => {
                t().hoverHead = ne && { layer: ne[0], head: ne[1] }, ne && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([ne, fe]) => t().takeHead(ne, fe, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        J(C, (E) => {
          r(s) ? E(G) : E(se, -1);
        });
      }
      var q = u(C, 2), ce = x(q), oe = u(ce, 2), W = u(oe, 2), ee = K(W), _e = u(q, 2);
      {
        var he = (E) => {
          var g = xu(), L = K(g);
          F((B) => R(L, `Most by: ${B ?? ""}.`), [
            () => r(h).map((B) => `${e.study.label(B.position)} ${pt(B.weight)}`).join(", ")
          ]), b(E, g);
        };
        J(_e, (E) => {
          r(h).length && E(he);
        });
      }
      var te = u(_e, 2);
      {
        let E = /* @__PURE__ */ S(() => e.painted.long("pattern"));
        Rr(te, {
          get session() {
            return t();
          },
          get long() {
            return r(E);
          },
          what: "The whole pattern"
        });
      }
      var ye = u(te, 2);
      {
        var me = (E) => {
          const g = /* @__PURE__ */ S(() => r(o).view.arrays.weights);
          var L = Su(), B = Te(L), ne = K(B), fe = u(B, 2), pe = x(fe);
          {
            let k = /* @__PURE__ */ S(() => [t().at, t().place ?? t().at]);
            Ea(pe, {
              label: "Pattern",
              get values() {
                return r(g).data;
              },
              get rows() {
                return r(g).shape[0];
              },
              get columns() {
                return r(g).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return r(k);
              },
              onpick: ([$, z]) => {
                t().place = z, $ < e.study.tokens.length && (t().focus = $);
              }
            });
          }
          F(() => R(ne, `Queries from top to bottom, keys from left to right${r(d) === null ? "" : `; row ${r(d)} is the token that is pointed at`}.`)), b(E, L);
        };
        J(ye, (E) => {
          r(l) && r(o).view && E(me);
        });
      }
      var Y = u(ye, 2);
      {
        var P = (E) => {
          var g = os(), L = K(g, !0);
          F(() => R(L, r(o).error)), b(E, g);
        };
        J(Y, (E) => {
          r(o).error && E(P);
        });
      }
      F(() => {
        Q(ce, "aria-pressed", t().paint === "attention"), Q(oe, "aria-pressed", t().paint === "readers"), oe.disabled = t().place === null, Q(W, "aria-pressed", r(l)), W.disabled = t().layer === null, R(ee, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), ue("click", ce, () => t().paint = "attention"), ue("click", oe, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ue("click", W, () => t().pattern = !t().pattern), b(V, j);
    };
    J(X, (V) => {
      r(i) && V(Z);
    });
  }
  F(() => Q(U, "aria-pressed", r(s))), ue("click", U, () => N(s, !r(s))), b(a, I), Xe();
}
ct(["click"]);
class Na {
  #e = /* @__PURE__ */ D(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ D(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    N(this.#r, e);
  }
  #t = /* @__PURE__ */ D(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    N(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ D("");
  get error() {
    return r(this.#a);
  }
  set error(e) {
    N(this.#a, e, !0);
  }
  constructor(e, t) {
    let n = 0;
    gt(() => {
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
var Nu = /* @__PURE__ */ M('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Tu = /* @__PURE__ */ M('<span class="fine">logit of <b> </b><!> <!></span>'), ls = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Pu = /* @__PURE__ */ M('<p class="fine">Click a token of the answer.</p>'), Lu = /* @__PURE__ */ M('<li><button type="button" class="head"> <b> </b></button></li>'), Ou = /* @__PURE__ */ M('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), Ru = /* @__PURE__ */ M('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Cu = /* @__PURE__ */ M("<li> <b> </b></li>"), Iu = /* @__PURE__ */ M('<ol class="best"></ol> <p class="fine"> </p>', 1), Fu = /* @__PURE__ */ M("<!> <!> <!>", 1), ju = /* @__PURE__ */ M(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Du = /* @__PURE__ */ M('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Uu(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Na(t(), () => r(n) ? { study: e.study, name: "parts", asked: r(n) } : null);
  let i = /* @__PURE__ */ D(null);
  const o = new Na(t(), () => r(n) && r(i) !== null ? {
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
    svg: () => Aa(r(c).data, r(c).shape[0], r(c).shape[1], (X) => Et(X / r(f).reduce((Z, V) => Math.max(Z, Math.abs(V.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((X, Z) => [X, s.view.arrays.values.data[Z]]),
      ...Array.from(r(c).data, (X, Z) => [
        `L${Math.floor(Z / r(c).shape[1])}H${Z % r(c).shape[1]}`,
        X
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ D("");
  var h = Du(), I = x(h);
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
        var j = Tu(), C = u(x(j)), G = K(C, !0), se = u(C);
        {
          var q = (W) => {
            var ee = Nu(), _e = u(Te(ee)), he = K(_e, !0), te = u(_e, 2);
            F((ye) => R(he, ye), [() => rt(r(l).contrast.text)]), ue("click", te, () => t().contrast = null), b(W, ee);
          };
          J(se, (W) => {
            r(l)?.contrast && W(q);
          });
        }
        var ce = u(se, 2);
        {
          var oe = (W) => {
            var ee = un();
            F((_e) => R(ee, `= ${_e ?? ""}`), [() => Je(r(l).logit)]), b(W, ee);
          };
          J(ce, (W) => {
            r(l) && W(oe);
          });
        }
        F((W) => R(G, W), [
          () => r(l) ? rt(r(l).answer.text) : rt(t().target?.text ?? "")
        ]), b(Z, j);
      },
      $$slots: { default: !0 }
    });
  }
  var _ = u(I, 2);
  {
    var m = (X) => {
      var Z = ls(), V = K(Z, !0);
      F(() => R(V, s.error)), b(X, Z);
    };
    J(_, (X) => {
      s.error && X(m);
    });
  }
  var y = u(_, 2);
  {
    var T = (X) => {
      var Z = Pu();
      b(X, Z);
    };
    J(y, (X) => {
      t().target || X(T);
    });
  }
  var A = u(y, 2);
  {
    var U = (X) => {
      var Z = ju(), V = u(Te(Z), 2), j = x(V);
      {
        let P = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        Ea(j, {
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
            return r(P);
          },
          onhover: (E) => {
            t().hoverHead = E && { layer: E[0], head: E[1] }, E && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([E, g]) => t().takeHead(E, g, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var C = u(j, 2), G = u(x(C), 2);
      Ee(G, 21, () => r(f), (P) => `${P.layer} ${P.head}`, (P, E) => {
        var g = Lu(), L = x(g), B = x(L), ne = u(B), fe = K(ne, !0);
        F(
          (pe) => {
            Q(L, "aria-pressed", t().layer === r(E).layer && t().head === r(E).head), R(B, `L${r(E).layer ?? ""}H${r(E).head ?? ""} `), R(fe, pe);
          },
          [() => It(r(E).value)]
        ), He("pointerenter", L, () => t().hoverHead = r(E)), He("pointerleave", L, () => t().hoverHead = null), ue("click", L, () => t().takeHead(r(E).layer, r(E).head, t().paint === "sources" ? "sources" : "attention")), b(P, g);
      });
      var se = u(V, 2), q = u(x(se), 2), ce = u(q, 2), oe = u(se, 4);
      Ee(oe, 21, () => r(v).layers, De, (P, E) => {
        var g = Rt(), L = Te(g);
        {
          var B = (ne) => {
            var fe = Ru(), pe = x(fe), k = K(pe, !0), $ = u(pe, 2);
            Ee($, 17, () => r(E).parts, De, (z, H) => {
              var re = Ou(), xe = x(re), we = K(xe, !0), ke = u(xe, 2), ae = x(ke);
              let ge;
              var Se = u(ke), ve = x(Se);
              let be;
              var Le = u(Se, 2), Ue = K(Le, !0);
              F(
                (Ie, Be) => {
                  re.disabled = r(H).name !== "MLP", Q(re, "title", `${r(H).name ?? ""} of layer ${r(E).layer ?? ""}: ${Ie ?? ""} logits${r(H).name === "MLP" ? "; click for its neurons" : ""}`), Q(re, "aria-pressed", r(H).name === "MLP" ? r(i) === r(E).layer : void 0), R(we, r(H).name), ge = ze(ae, "", ge, {
                    width: `${r(H).value < 0 ? 100 * -r(H).value / r(v).high : 0}%`
                  }), be = ze(ve, "", be, {
                    width: `${r(H).value > 0 ? 100 * r(H).value / r(v).high : 0}%`
                  }), R(Ue, Be);
                },
                [
                  () => It(r(H).value),
                  () => It(r(H).value)
                ]
              ), ue("click", re, () => N(i, r(i) === r(E).layer ? null : r(E).layer, !0)), b(z, re);
            }), F(() => R(k, r(E).layer)), b(ne, fe);
          };
          J(L, (ne) => {
            r(E) && ne(B);
          });
        }
        b(P, g);
      });
      var W = u(oe, 2), ee = K(W), _e = u(W, 2);
      {
        var he = (P) => {
          var E = Fu(), g = Te(E);
          {
            let pe = /* @__PURE__ */ S(() => o.view?.about.code ?? ""), k = /* @__PURE__ */ S(() => o.view ? {
              name: `neurons-${r(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, ($, z) => [$, o.view.arrays.values.data[z]])
              ]
            } : null);
            nr(g, {
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
          var L = u(g, 2);
          {
            var B = (pe) => {
              var k = ls(), $ = K(k, !0);
              F(() => R($, o.error)), b(pe, k);
            };
            J(L, (pe) => {
              o.error && pe(B);
            });
          }
          var ne = u(L, 2);
          {
            var fe = (pe) => {
              var k = Iu(), $ = Te(k);
              Ee($, 22, () => Array.from(o.view.arrays.numbers.data), (re) => re, (re, xe, we) => {
                var ke = Cu(), ae = x(ke), ge = u(ae), Se = K(ge, !0);
                F(
                  (ve) => {
                    R(ae, `N${xe ?? ""} `), R(Se, ve);
                  },
                  [() => It(o.view.arrays.values.data[r(we)])]
                ), b(re, ke);
              });
              var z = u($, 2), H = K(z);
              F((re) => R(H, `All others together ${re ?? ""}.`), [() => It(o.view.about.rest)]), b(pe, k);
            };
            J(ne, (pe) => {
              o.view && pe(fe);
            });
          }
          b(P, E);
        };
        J(_e, (P) => {
          r(i) !== null && P(he);
        });
      }
      var te = u(_e, 2), ye = x(te), me = u(x(ye)), Y = u(ye);
      F(
        (P, E) => {
          Q(q, "aria-pressed", t().paint === "attention"), Q(ce, "aria-pressed", t().paint === "sources"), R(ee, `Beside the layers: ${P ?? ""}. The parts sum to the model's own logit; left over: ${E ?? ""}.`), Y.disabled = !r(d);
        },
        [
          () => r(v).rest.map((P) => `${P.name} ${It(P.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), ue("click", q, () => t().paint = "attention"), ue("click", ce, () => t().paint = "sources"), He("submit", te, async (P) => {
        P.preventDefault();
        const E = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(d),
          focus: t().at
        }));
        E?.about.contrast && (t().contrast = E.about.contrast);
      }), St(me, () => r(d), (P) => N(d, P)), b(X, Z);
    };
    J(A, (X) => {
      s.view && r(c) && X(U);
    });
  }
  b(a, h), Xe();
}
ct(["click"]);
var Hu = /* @__PURE__ */ jr('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), zu = /* @__PURE__ */ jr('<text text-anchor="middle"> </text>'), Bu = /* @__PURE__ */ jr('<circle r="2.5"><title> </title></circle>'), qu = /* @__PURE__ */ jr('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), Wu = /* @__PURE__ */ M("<span><i></i> </span>"), Ju = /* @__PURE__ */ M('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function hi(a, e) {
  Ge(e, !0);
  let t = je(e, "low", 3, 0), n = je(e, "high", 3, 1), s = je(e, "note", 3, ""), i = je(e, "unit", 3, (C) => String(Math.round(100 * C) / 100)), o = /* @__PURE__ */ D(0);
  const l = /* @__PURE__ */ S(() => Math.max(240, r(o))), c = 150, f = 42, p = 12, v = 8, w = 22, d = (C) => f + (r(l) - f - p) * C / Math.max(1, e.layers.length - 1), h = (C) => c - w - (c - w - v) * (C - t()) / (n() - t() || 1), I = /* @__PURE__ */ S(() => {
    const C = (n() - t()) / 4, G = 10 ** Math.floor(Math.log10(C || 1)), se = G * ([1, 2, 5].find((q) => q * G >= C) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / se + 1e-6) - Math.ceil(t() / se - 1e-6) + 1
      },
      (q, ce) => (Math.ceil(t() / se - 1e-6) + ce) * se
    );
  }), _ = /* @__PURE__ */ S(() => Math.ceil(e.layers.length / 10));
  var m = Ju(), y = x(m), T = x(y);
  Ee(T, 16, () => r(I), (C) => C, (C, G) => {
    var se = Hu(), q = Te(se);
    Q(q, "x1", f);
    var ce = u(q);
    Q(ce, "x", f - 5);
    var oe = K(ce, !0);
    F(
      (W, ee, _e, he, te) => {
        Q(q, "x2", r(l) - p), Q(q, "y1", W), Q(q, "y2", ee), Q(q, "opacity", _e), Q(ce, "y", he), R(oe, te);
      },
      [
        () => h(G),
        () => h(G),
        () => Math.abs(G) < 1e-9 ? 0.4 : 0.14,
        () => h(G),
        () => i()(G)
      ]
    ), b(C, se);
  });
  var A = u(T);
  Ee(A, 17, () => e.layers, De, (C, G, se) => {
    var q = Rt(), ce = Te(q);
    {
      var oe = (W) => {
        var ee = zu();
        Q(ee, "y", c - 8);
        var _e = K(ee, !0);
        F(
          (he) => {
            Q(ee, "x", he), R(_e, r(G));
          },
          [() => d(se)]
        ), b(W, ee);
      };
      J(ce, (W) => {
        se % r(_) === 0 && W(oe);
      });
    }
    b(C, q);
  });
  var U = u(A);
  Ee(U, 17, () => e.curves, De, (C, G, se) => {
    let q = () => r(G).name, ce = () => r(G).values;
    const oe = /* @__PURE__ */ S(() => Array.from(ce(), (me, Y) => [Y, me]).filter(([, me]) => !Number.isNaN(me)));
    var W = qu(), ee = Te(W), _e = x(ee), he = K(_e, !0), te = u(ee);
    {
      var ye = (me) => {
        var Y = Rt(), P = Te(Y);
        Ee(P, 17, () => r(oe), De, (E, g) => {
          var L = /* @__PURE__ */ S(() => Vt(r(g), 2));
          let B = () => r(L)[0], ne = () => r(L)[1];
          var fe = Bu(), pe = x(fe), k = K(pe);
          F(
            ($, z, H) => {
              Q(fe, "cx", $), Q(fe, "cy", z), Q(fe, "fill", yr[se % yr.length]), R(k, `${q() ?? ""}, layer ${e.layers[B()] ?? ""}: ${H ?? ""}`);
            },
            [() => d(B()), () => h(ne()), () => i()(ne())]
          ), b(E, fe);
        }), b(me, Y);
      };
      J(te, (me) => {
        r(oe).length <= 12 && me(ye);
      });
    }
    F(
      (me) => {
        Q(ee, "stroke", yr[se % yr.length]), Q(ee, "points", me), R(he, q());
      },
      [
        () => r(oe).map(([me, Y]) => `${d(me)},${h(Y)}`).join(" ")
      ]
    ), b(C, W);
  });
  var X = u(y, 2), Z = x(X);
  Ee(Z, 17, () => e.curves, De, (C, G, se) => {
    let q = () => r(G).name, ce = () => r(G).said;
    var oe = Wu(), W = x(oe);
    let ee;
    var _e = u(W);
    F(() => {
      ee = ze(W, "", ee, { background: yr[se % yr.length] }), R(_e, `${q() ?? ""} ${ce() ?? "" ?? ""}`);
    }), b(C, oe);
  });
  var V = u(Z, 2), j = K(V, !0);
  F(() => {
    Q(y, "viewBox", `0 0 ${r(l) ?? ""} 150`), Q(y, "aria-label", e.label), R(j, s());
  }), la(m, "clientWidth", (C) => N(o, C)), b(a, m), Xe();
}
var Ku = /* @__PURE__ */ M('<p class="fine"> </p> <!>', 1);
function pi(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ S(() => r(n)[1] > 0 && r(n)[1] <= 6);
  function i(h) {
    if (e.sweep.about.axis !== "position") return;
    const I = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((_, m) => I[_] = e.sweep.arrays.effect.data[h * r(n)[1] + m]), t().sweep = {
      values: I,
      label: `${e.name} at layer ${h}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  gt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Aa(e.sweep.arrays.effect.data, r(n)[0], r(n)[1], (h) => Et(h, !0), e.sweep.about.measure),
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
    values: Array.from({ length: r(n)[0] }, (_, m) => e.sweep.arrays.effect.data[m * r(n)[1] + I])
  }))), l = /* @__PURE__ */ S(() => {
    let h = 0, I = 1;
    for (const _ of e.sweep.arrays.effect.data) Number.isNaN(_) || ([h, I] = [Math.min(h, _), Math.max(I, _)]);
    return [h, I];
  });
  var c = Ku(), f = Te(c), p = K(f, !0), v = u(f, 2);
  {
    var w = (h) => {
      {
        let I = /* @__PURE__ */ S(() => Array.from({ length: r(n)[0] }, (_, m) => String(m)));
        hi(h, {
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
        let I = /* @__PURE__ */ S(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((_) => e.study.label(_)) : null);
        Ea(h, {
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
          onhover: (_) => _ && i(_[0]),
          onpick: ([_, m]) => {
            i(_), e.sweep.about.axis === "head" ? t().takeHead(_, m) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[m]);
          }
        });
      }
    };
    J(v, (h) => {
      r(s) ? h(w) : h(d, -1);
    });
  }
  F(() => R(p, e.sweep.about.measure)), b(a, c), Xe();
}
var Vu = /* @__PURE__ */ M('<span class="fine"> </span>'), Yu = /* @__PURE__ */ M('<p><button type="button"> </button></p>'), Qa = /* @__PURE__ */ M("<option> </option>"), Gu = /* @__PURE__ */ M("<label>where <select></select></label>"), Xu = /* @__PURE__ */ M("<label>heads <select><option>all</option><option> </option></select></label>"), Zu = /* @__PURE__ */ M('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), Qu = /* @__PURE__ */ M("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), $u = /* @__PURE__ */ M('<label>strength <input type="number" step="any"/></label>'), us = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), ec = /* @__PURE__ */ M('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), tc = /* @__PURE__ */ M('<button type="button">cancel</button> running…', 1), rc = /* @__PURE__ */ M('<button type="button">run again</button>'), ac = /* @__PURE__ */ M('<button type="button" aria-pressed="true">views show the changed model</button>'), nc = /* @__PURE__ */ M('<button type="button" aria-pressed="false">show views of the changed model</button>'), sc = /* @__PURE__ */ M('<ul class="changes"></ul> <p><!> <!></p>', 1), ic = /* @__PURE__ */ M('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), oc = /* @__PURE__ */ M('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), lc = /* @__PURE__ */ M('<span class="fine">every layer in turn</span>'), uc = /* @__PURE__ */ M("<label>at <select></select></label>"), cc = /* @__PURE__ */ M("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), fc = /* @__PURE__ */ M("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), dc = /* @__PURE__ */ M('<label>window <input type="number" min="1"/></label>'), vc = /* @__PURE__ */ M('<button type="button" class="primary">cancel</button>'), hc = /* @__PURE__ */ M('<button type="submit" class="primary">start</button>'), pc = /* @__PURE__ */ M('<label class="row grow"> <progress></progress> </label>'), gc = /* @__PURE__ */ M('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function _c(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ D("zero"), i = /* @__PURE__ */ D("z"), o = /* @__PURE__ */ D("all"), l = /* @__PURE__ */ D("all"), c = /* @__PURE__ */ D("all"), f = /* @__PURE__ */ D("image"), p = /* @__PURE__ */ D(1), v = /* @__PURE__ */ D(null), w = /* @__PURE__ */ D(!1), d = /* @__PURE__ */ D("");
  const h = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, I = ["patch", "resample", "steer", "project"], _ = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, m = /* @__PURE__ */ S(() => Object.keys(h).filter((O) => t().second || !I.includes(O))), y = /* @__PURE__ */ S(() => r(s) === "block" || r(i) === "z");
  function T(O) {
    return O === "selection" ? [...t().selected].sort((ie, le) => ie - le) : O === "image" ? r(n).tokens.filter((ie) => ie.kind === "image").map((ie) => ie.position) : O === "text" ? r(n).tokens.filter((ie) => ie.kind !== "image").map((ie) => ie.position) : O === "token" ? t().place === null ? [] : [t().place] : O === "focus" ? [Math.min(t().at, r(n).nPrompt - 1)] : null;
  }
  function A() {
    const O = r(y) && r(c) === "picked", ie = !O && r(l).trim() === "all", le = O || r(l) === "picked" ? t().layer === null ? [] : [t().layer] : ie ? null : U(r(l));
    if (!le && !ie) {
      N(d, `“${r(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${r(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const de = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: le,
      heads: O && t().head !== null ? [t().head] : null,
      positions: T(r(o)),
      keys: r(s) === "block" ? T(r(f)) : null,
      strength: r(p),
      source: I.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([de.layers, de.positions, de.keys].some((Me) => Me?.length === 0)) {
      N(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, de], j();
  }
  function U(O) {
    const ie = [];
    for (const le of O.split(",")) {
      const [de, Me = de] = le.split("-").map((Fe) => Fe.trim() ? Number(Fe) : NaN);
      if (!(Number.isInteger(de) && Number.isInteger(Me) && 0 <= de && de <= Me && Me < r(n).nLayers)) return null;
      for (let Fe = de; Fe <= Me; Fe++) ie.push(Fe);
    }
    return ie;
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
  const Z = (O, ie) => O === null ? ie : O.length > 6 ? `${O.length} (${O[0]}…${O.at(-1)})` : O.join(", "), V = (O) => `${h[O.kind]}${O.kind === "block" ? "" : ` · ${_[O.point]}`} · layers ${Z(O.layers, "all")}${O.heads ? ` · head ${Z(O.heads, "")}` : ""} · ${O.kind === "block" ? "from " : ""}tokens ${Z(O.positions, "all")}${O.keys ? ` to ${Z(O.keys, "all")}` : ""}${["scale", "steer"].includes(O.kind) ? ` · ×${O.strength}` : ""}`;
  async function j() {
    const O = t().changes.filter((de) => de.on).map(({ on: de, ...Me }) => ({
      ...Me,
      source: Me.source && t().second ? t().second.id : Me.source
    }));
    if (N(d, ""), t().write(), !O.length) {
      N(v, null), ce();
      return;
    }
    const ie = ++C, le = r(n);
    N(w, !0), G?.abort(), G = new AbortController();
    try {
      for await (const de of t().source.stream(le.id, "changes", { changes: O, max_new_tokens: 16 }, G.signal)) {
        if (ie !== C || r(n) !== le) return;
        N(v, de);
      }
      t().clean && await q();
    } catch (de) {
      ie === C && de.name !== "AbortError" && N(d, de.message, !0);
    } finally {
      ie === C && N(w, !1);
    }
  }
  let C = 0, G = null;
  gt(() => {
    const O = r(n);
    O === se || O.answering || At(() => {
      se = O, C++, G?.abort(), ne(), ((ie) => {
        var le = Vt(ie, 4);
        N(v, le[0]), N(te, le[1]), N(d, le[2], !0), N(w, le[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && j();
    });
  });
  let se = null;
  async function q() {
    if (!r(v)) return;
    const O = r(n), { study: ie, after: le } = r(v).about, de = await t().during(t().source.tokens(ie));
    if (!de || r(n) !== O) return;
    const Me = new pn(t().source, ie, de);
    Me.answer = le, Me.asked = r(n).asked, t().clean = r(n), t().study = Me;
  }
  function ce() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let oe = /* @__PURE__ */ D("patching"), W = /* @__PURE__ */ D("groups"), ee = /* @__PURE__ */ D("resid_post"), _e = /* @__PURE__ */ D("denoise"), he = /* @__PURE__ */ D(1), te = /* @__PURE__ */ D(null), ye = /* @__PURE__ */ D(null), me = null, Y = /* @__PURE__ */ D(!1), P = /* @__PURE__ */ D("");
  const E = /* @__PURE__ */ S(() => r(oe) !== "knockout"), g = /* @__PURE__ */ S(() => {
    const O = r(n).tokens.filter((le) => le.kind === "image").length;
    return r(oe) === "gradients" ? 3 : (r(oe) === "knockout" || r(W) === "groups" ? 3 : r(W) === "heads" ? r(n).nHeads : t().selected.size || O + 1) * r(n).nLayers;
  }), L = /* @__PURE__ */ S(() => r(oe) === "gradients" ? 2 * r(n).costs.graph_bytes : r(oe) === "knockout" ? r(n).costs.stream_bytes : 2 * r(n).nLayers * r(n).costs.stream_bytes);
  async function B() {
    me?.abort(), me = new AbortController();
    const O = me;
    N(te, null), N(P, ""), N(Y, !0);
    const ie = t().selected.size ? [...t().selected].sort((de, Me) => de - Me) : null, le = r(oe) === "knockout" ? { window: r(he) } : r(oe) === "gradients" ? {
      source: t().second.id,
      point: r(ee) === "z" ? "z" : r(ee) === "resid_pre" || r(ee) === "resid_mid" ? "resid_post" : r(ee)
    } : {
      source: t().second.id,
      point: r(ee),
      over: r(W),
      direction: r(_e),
      positions: ie
    };
    try {
      for await (const de of t().source.stream(r(n).id, r(oe), le, O.signal)) N(te, de);
    } catch (de) {
      de.name !== "AbortError" && N(P, de.message, !0);
    }
    me === O && N(Y, !1);
  }
  function ne() {
    me?.abort(), N(Y, !1);
  }
  var fe = gc(), pe = Te(fe), k = x(pe);
  {
    let O = /* @__PURE__ */ S(() => r(v)?.about.code ?? ""), ie = /* @__PURE__ */ S(() => r(v) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...r(v).about.words.map((le) => [
          le.text,
          le.before,
          le.after,
          le.logit_before,
          le.logit_after
        ])
      ]
    } : null);
    nr(k, {
      title: "Changes",
      get code() {
        return r(O);
      },
      get exporter() {
        return r(ie);
      },
      children: (le, de) => {
        var Me = Vu(), Fe = K(Me);
        F((it) => R(Fe, `change something, see the answer change${it ?? ""}`), [
          () => r(n).passSeconds > 1 ? `; a pass takes ${vn(r(n).passSeconds)}` : ""
        ]), b(le, Me);
      },
      $$slots: { default: !0 }
    });
  }
  var $ = u(k, 2);
  {
    var z = (O) => {
      var ie = Yu(), le = x(ie), de = K(le);
      F(() => R(de, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ue("click", le, X), b(O, ie);
    };
    J($, (O) => {
      t().layer !== null && O(z);
    });
  }
  var H = u($, 2), re = x(H), xe = u(x(re));
  Ee(xe, 21, () => r(m), De, (O, ie) => {
    var le = Qa(), de = K(le, !0), Me = {};
    F(() => {
      R(de, h[r(ie)]), Me !== (Me = r(ie)) && (le.value = (le.__value = Me) ?? "");
    }), b(O, le);
  }), vt(xe);
  var we = u(re, 2);
  {
    var ke = (O) => {
      var ie = Gu(), le = u(x(ie));
      Ee(le, 21, () => Object.entries(_), De, (de, Me) => {
        var Fe = /* @__PURE__ */ S(() => Vt(r(Me), 2));
        let it = () => r(Fe)[0], Ct = () => r(Fe)[1];
        var mt = Qa(), et = K(mt, !0), Ke = {};
        F(() => {
          R(et, Ct()), Ke !== (Ke = it()) && (mt.value = (mt.__value = Ke) ?? "");
        }), b(de, mt);
      }), vt(le), bt(le, () => r(i), (de) => N(i, de)), b(O, ie);
    };
    J(we, (O) => {
      r(s) !== "block" && O(ke);
    });
  }
  var ae = u(we, 2);
  {
    var ge = (O) => {
      var ie = Xu(), le = u(x(ie)), de = x(le);
      de.value = de.__value = "all";
      var Me = u(de), Fe = K(Me, !0);
      Me.value = Me.__value = "picked", vt(le), F(() => {
        Me.disabled = t().layer === null, R(Fe, t().layer === null ? "one that is picked" : `L${t().layer}H${t().head}`);
      }), bt(le, () => r(c), (it) => N(c, it)), b(O, ie);
    };
    J(ae, (O) => {
      r(y) && O(ge);
    });
  }
  var Se = u(ae, 2);
  {
    var ve = (O) => {
      var ie = Zu(), le = u(x(ie));
      St(le, () => r(l), (de) => N(l, de)), b(O, ie);
    };
    J(Se, (O) => {
      (!r(y) || r(c) === "all") && O(ve);
    });
  }
  var be = u(Se, 2), Le = x(be);
  Le.value = Le.__value = "all";
  var Ue = u(Le);
  Ue.value = Ue.__value = "picked";
  var Ie = u(Ue), Be = {}, at = u(be, 2), We = x(at), ft = u(We), Ae = x(ft);
  Ae.value = Ae.__value = "all";
  var Oe = u(Ae);
  Oe.value = Oe.__value = "focus";
  var Ce = u(Oe);
  Ce.value = Ce.__value = "token";
  var Ze = u(Ce);
  Ze.value = Ze.__value = "selection";
  var dt = u(Ze);
  dt.value = dt.__value = "image";
  var Ur = u(dt);
  Ur.value = Ur.__value = "text", vt(ft);
  var ua = u(at, 2);
  {
    var Hr = (O) => {
      var ie = Qu(), le = u(x(ie)), de = x(le);
      de.value = de.__value = "image";
      var Me = u(de);
      Me.value = Me.__value = "selection";
      var Fe = u(Me);
      Fe.value = Fe.__value = "token";
      var it = u(Fe);
      it.value = it.__value = "text", vt(le), bt(le, () => r(f), (Ct) => N(f, Ct)), b(O, ie);
    };
    J(ua, (O) => {
      r(s) === "block" && O(Hr);
    });
  }
  var ca = u(ua, 2);
  {
    var Ca = (O) => {
      var ie = $u(), le = u(x(ie));
      St(le, () => r(p), (de) => N(p, de)), b(O, ie);
    };
    J(ca, (O) => {
      (r(s) === "scale" || r(s) === "steer") && O(Ca);
    });
  }
  var zr = u(H, 2);
  {
    var fa = (O) => {
      var ie = us(), le = K(ie, !0);
      F(() => R(le, r(d))), b(O, ie);
    };
    J(zr, (O) => {
      r(d) && O(fa);
    });
  }
  var da = u(zr, 2);
  {
    var Ia = (O) => {
      var ie = sc(), le = Te(ie);
      Ee(le, 21, () => t().changes, De, (et, Ke, Qt) => {
        var pr = ec(), gr = x(pr), tt = x(gr), Ve = u(tt), _r = u(gr, 2);
        F(
          (sr) => {
            ii(tt, r(Ke).on), R(Ve, ` ${sr ?? ""}`);
          },
          [() => V(r(Ke))]
        ), ue("change", tt, (sr) => {
          t().changes = t().changes.map((mr, Br) => Br === Qt ? { ...mr, on: sr.currentTarget.checked } : mr), j();
        }), ue("click", _r, () => {
          t().changes = t().changes.filter((sr, mr) => mr !== Qt), j();
        }), b(et, pr);
      });
      var de = u(le, 2), Me = x(de);
      {
        var Fe = (et) => {
          var Ke = tc(), Qt = Te(Ke);
          ue("click", Qt, () => G?.abort()), b(et, Ke);
        }, it = (et) => {
          var Ke = rc();
          ue("click", Ke, j), b(et, Ke);
        };
        J(Me, (et) => {
          r(w) ? et(Fe) : et(it, -1);
        });
      }
      var Ct = u(Me, 2);
      {
        var mt = (et) => {
          var Ke = Rt(), Qt = Te(Ke);
          {
            var pr = (tt) => {
              var Ve = ac();
              ue("click", Ve, ce), b(tt, Ve);
            }, gr = (tt) => {
              var Ve = nc();
              ue("click", Ve, q), b(tt, Ve);
            };
            J(Qt, (tt) => {
              t().clean ? tt(pr) : tt(gr, -1);
            });
          }
          b(et, Ke);
        };
        J(Ct, (et) => {
          r(v) && et(mt);
        });
      }
      b(O, ie);
    };
    J(da, (O) => {
      t().changes.length && O(Ia);
    });
  }
  var Fa = u(da, 2);
  {
    var ja = (O) => {
      const ie = /* @__PURE__ */ S(() => (tt) => tt.filter((Ve) => !Ve.ends).map((Ve) => Ve.token.text).join("") || "∅");
      var le = oc(), de = Te(le), Me = x(de), Fe = u(x(Me)), it = K(Fe, !0), Ct = u(Me, 4), mt = u(x(Ct)), et = K(mt, !0), Ke = u(Ct, 2), Qt = K(Ke), pr = u(de, 2), gr = u(x(pr));
      Ee(gr, 21, () => r(v).about.words, (tt) => tt.id, (tt, Ve) => {
        var _r = ic(), sr = x(_r), mr = K(sr, !0), Br = u(sr);
        let Wn;
        var Oi = x(Br), Ri = K(Oi, !0), Ba = u(Br);
        let Jn;
        var Ci = x(Ba), Ii = K(Ci, !0), Fi = u(Ba), ji = K(Fi, !0);
        F(
          (Di, Ui, Hi, zi) => {
            R(mr, Di), Wn = ze(Br, "", Wn, { "--share": `${100 * r(Ve).before}%` }), R(Ri, Ui), Jn = ze(Ba, "", Jn, { "--share": `${100 * r(Ve).after}%` }), R(Ii, Hi), R(ji, zi);
          },
          [
            () => rt(r(Ve).text),
            () => pt(r(Ve).before),
            () => pt(r(Ve).after),
            () => It(r(Ve).logit_after - r(Ve).logit_before)
          ]
        ), b(tt, _r);
      }), F(
        (tt, Ve, _r) => {
          R(it, tt), R(et, Ve), R(Qt, `KL ${_r ?? ""} nats at the first token`);
        },
        [
          () => r(ie)(r(v).about.before),
          () => r(ie)(r(v).about.after),
          () => r(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), b(O, le);
    };
    J(Fa, (O) => {
      r(v) && O(ja);
    });
  }
  var bi = u(pe, 2), Cn = x(bi);
  {
    let O = /* @__PURE__ */ S(() => r(te)?.about.code ?? "");
    nr(Cn, {
      title: "Sweeps",
      get code() {
        return r(O);
      },
      get exporter() {
        return r(ye);
      },
      children: (ie, le) => {
        var de = lc();
        b(ie, de);
      },
      $$slots: { default: !0 }
    });
  }
  var Da = u(Cn, 2), In = x(Da), Ua = u(x(In)), Ha = x(Ua);
  Ha.value = Ha.__value = "patching";
  var za = u(Ha);
  za.value = za.__value = "gradients";
  var Fn = u(za);
  Fn.value = Fn.__value = "knockout", vt(Ua);
  var jn = u(In, 2);
  {
    var yi = (O) => {
      var ie = uc(), le = u(x(ie));
      Ee(le, 21, () => Object.entries(_), De, (de, Me) => {
        var Fe = /* @__PURE__ */ S(() => Vt(r(Me), 2));
        let it = () => r(Fe)[0], Ct = () => r(Fe)[1];
        var mt = Qa(), et = K(mt, !0), Ke = {};
        F(() => {
          R(et, Ct()), Ke !== (Ke = it()) && (mt.value = (mt.__value = Ke) ?? "");
        }), b(de, mt);
      }), vt(le), bt(le, () => r(ee), (de) => N(ee, de)), b(O, ie);
    };
    J(jn, (O) => {
      r(oe) !== "knockout" && O(yi);
    });
  }
  var Dn = u(jn, 2);
  {
    var wi = (O) => {
      var ie = cc(), le = u(x(ie)), de = x(le);
      de.value = de.__value = "groups";
      var Me = u(de);
      Me.value = Me.__value = "positions";
      var Fe = u(Me);
      Fe.value = Fe.__value = "heads", vt(le), bt(le, () => r(W), (it) => N(W, it)), b(O, ie);
    };
    J(Dn, (O) => {
      r(oe) === "patching" && O(wi);
    });
  }
  var Un = u(Dn, 2);
  {
    var ki = (O) => {
      var ie = fc(), le = u(x(ie)), de = x(le);
      de.value = de.__value = "denoise";
      var Me = u(de);
      Me.value = Me.__value = "noise", vt(le), bt(le, () => r(_e), (Fe) => N(_e, Fe)), b(O, ie);
    };
    J(Un, (O) => {
      r(oe) === "patching" && O(ki);
    });
  }
  var Hn = u(Un, 2);
  {
    var xi = (O) => {
      var ie = dc(), le = u(x(ie));
      F(() => Q(le, "max", r(n).nLayers)), St(le, () => r(he), (de) => N(he, de)), b(O, ie);
    };
    J(Hn, (O) => {
      r(oe) === "knockout" && O(xi);
    });
  }
  var Si = u(Hn, 2);
  {
    var Mi = (O) => {
      var ie = vc();
      ue("click", ie, ne), b(O, ie);
    }, Ai = (O) => {
      var ie = hc();
      F(() => ie.disabled = r(E) && !t().second), b(O, ie);
    };
    J(Si, (O) => {
      r(Y) ? O(Mi) : O(Ai, -1);
    });
  }
  var zn = u(Da, 2), Ei = K(zn, !0), Bn = u(zn, 2);
  {
    var Ni = (O) => {
      var ie = us(), le = K(ie, !0);
      F(() => R(le, r(P))), b(O, ie);
    };
    J(Bn, (O) => {
      r(P) && O(Ni);
    });
  }
  var qn = u(Bn, 2);
  {
    var Ti = (O) => {
      var ie = pc(), le = x(ie), de = u(le), Me = u(de);
      F(() => {
        R(le, `${r(Y) ? "running" : r(te) && r(te).about.done < r(te).about.of ? "stopped" : "done"} `), Q(de, "max", r(te)?.about.of ?? 1), dn(de, r(te)?.about.done ?? 0), R(Me, ` ${r(te) ? `${r(te).about.done} of ${r(te).about.of} layers` : ""}`);
      }), b(O, ie);
    };
    J(qn, (O) => {
      (r(Y) || r(te)) && O(Ti);
    });
  }
  var Pi = u(qn, 2);
  {
    var Li = (O) => {
      pi(O, {
        get session() {
          return t();
        },
        get study() {
          return r(n);
        },
        get sweep() {
          return r(te);
        },
        get name() {
          return r(oe);
        },
        onexport: (ie) => N(ye, ie)
      });
    };
    J(Pi, (O) => {
      r(te) && O(Li);
    });
  }
  F(
    (O) => {
      Be !== (Be = `0-${r(n).nLayers - 1}`) && (Ie.value = Ie.__value = Be), R(We, `${r(s) === "block" ? "from" : "tokens"} `), R(Ei, O);
    },
    [
      () => r(E) && !t().second ? "Add a second image above: patches go from one to the other." : `At most ${r(g).toLocaleString("en")} partial passes, ${vn(r(g) * r(n).passSeconds)} and ${Ma(r(L))}${t().selected.size && r(oe) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), He("submit", H, (O) => {
    O.preventDefault(), A();
  }), bt(xe, () => r(s), (O) => N(s, O)), bt(ft, () => r(o), (O) => N(o, O)), He("submit", Da, (O) => {
    O.preventDefault(), B();
  }), bt(Ua, () => r(oe), (O) => N(oe, O)), b(a, fe), Xe();
}
ct(["click", "change"]);
var mc = /* @__PURE__ */ M('<button type="button" tabindex="-1"> </button>'), bc = /* @__PURE__ */ M("<span> </span>"), yc = /* @__PURE__ */ M('<div><span class="name"><small> </small> <!></span> <!></div>'), wc = /* @__PURE__ */ M('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function kc(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ S(() => Vt(r(s), 3)), o = /* @__PURE__ */ S(() => r(i)[0]), l = /* @__PURE__ */ S(() => r(i)[1]), c = /* @__PURE__ */ S(() => r(i)[2]), f = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), p = /* @__PURE__ */ S(() => e.view.arrays.positions.data), v = 24;
  let w = /* @__PURE__ */ D(void 0), d = /* @__PURE__ */ D(0), h = /* @__PURE__ */ D(400), I = !1, _ = /* @__PURE__ */ D(/* @__PURE__ */ new Set());
  const m = /* @__PURE__ */ S(() => {
    if (e.mode === "word") return r(n) ? Jt(r(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const Y = new Float32Array(r(o) * r(l));
    for (let P = 0; P < Y.length; P++) Y[P] = e.view.arrays.probs.data[P * r(c)];
    return Y;
  }), y = /* @__PURE__ */ S(() => {
    if (e.mode === "top") return 1;
    let Y = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let P = 0; P < r(m).length; P++) r(m)[P] > Y && (Y = r(m)[P]);
    return Y;
  }), T = /* @__PURE__ */ S(() => {
    const Y = Array.from({ length: r(o) }, (E, g) => {
      let L = 0;
      for (let B = 0; B < r(l); B++) L += (r(m)[g * r(l) + B] || 0) / r(y);
      return L / r(l);
    }), P = Math.max(...Y, 1e-9);
    return Y.map((E) => E / P);
  }), A = /* @__PURE__ */ S(() => {
    const Y = [], P = e.view.arrays.ids.data, E = (g, L) => {
      if ((e.study.tokens[r(p)[g]]?.image ?? -1) !== (e.study.tokens[r(p)[L]]?.image ?? -1)) return !1;
      for (let B = 0; B < r(o); B++) if (P[(B * r(l) + g) * r(c)] !== P[(B * r(l) + L) * r(c)]) return !1;
      return !0;
    };
    for (let g = 0; g < r(l); g++) {
      const L = Y.at(-1);
      L && E(L.row, g) ? L.count++ : Y.push({ row: g, count: 1 });
    }
    return Y;
  }), U = /* @__PURE__ */ S(() => e.folded && e.mode === "top" ? r(A).flatMap((Y) => r(_).has(Y.row) ? Array.from({ length: Y.count }, (P, E) => ({ row: Y.row + E, count: 1 })) : [Y]) : Array.from({ length: r(l) }, (Y, P) => ({ row: P, count: 1 }))), X = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(d) / v) - 6)), Z = /* @__PURE__ */ S(() => Math.min(r(U).length, Math.ceil((r(d) + r(h)) / v) + 6)), V = (Y) => Y === null ? -1 : r(p)[Y] === Y ? Y : Array.prototype.indexOf.call(r(p), Y), j = (Y) => {
    let P = 0, E = r(U).length - 1;
    for (; P < E; ) {
      const g = P + E + 1 >> 1;
      r(U)[g].row <= Y ? P = g : E = g - 1;
    }
    return P;
  }, C = /* @__PURE__ */ S(() => j(V(t().shownPlace))), G = /* @__PURE__ */ S(() => V(t().at) < 0 ? -1 : j(V(t().at))), se = (Y, P, E) => e.mode === "top" ? E >= t().least ? rt(e.view.about.strings[e.view.arrays.ids.data[(P * r(l) + Y) * r(c)]]) : "" : e.mode === "word" || e.mode === "find" ? E >= Math.max(t().least, 5e-4) ? pt(E) : "" : Je(E), q = (Y, P) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(P * r(l) + Y) * r(c)]) ? 0 : r(c)
    },
    (E, g) => {
      const L = (P * r(l) + Y) * r(c) + g;
      return `${rt(e.view.about.strings[e.view.arrays.ids.data[L]])} ${pt(e.view.arrays.probs.data[L])}`;
    }
  ).join(", ");
  function ce(Y) {
    if (!r(w) || Y < 0) return;
    const P = j(Y) * v, E = r(h) - 50;
    (P < r(w).scrollTop || P + v > r(w).scrollTop + E) && (r(w).scrollTop = Math.max(0, P - E / 2));
  }
  gt(() => {
    const { place: Y } = t();
    At(() => ce(V(Y)));
  }), gt(() => {
    const { hoverPlace: Y } = t();
    Y !== null && !I && At(() => ce(V(Y)));
  }), gt(() => {
    if (t().lensLayer === null) return;
    const Y = r(w)?.querySelector(`.lens-head [data-layer="${r(f)}"]`), P = r(w)?.querySelector(".lens-head .name");
    if (!r(w) || !Y || !P) return;
    const E = Y.offsetLeft - P.offsetWidth, g = Y.offsetLeft + Y.offsetWidth - r(w).clientWidth;
    E < r(w).scrollLeft ? r(w).scrollLeft = E : g > r(w).scrollLeft && (r(w).scrollLeft = g);
  });
  function oe(Y) {
    const P = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[Y.key], E = V(t().place);
    Y.key === "Enter" && E >= 0 && W(j(E)), P && (Y.preventDefault(), P[0] && (t().place = r(p)[r(U)[E < 0 ? 0 : Math.max(0, Math.min(r(U).length - 1, j(E) + P[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(f) + P[1])));
  }
  function W(Y) {
    const { row: P, count: E } = r(U)[Y];
    E > 1 && N(_, /* @__PURE__ */ new Set([...r(_), P]));
  }
  var ee = wc();
  let _e;
  var he = x(ee), te = u(x(he));
  Ee(te, 17, () => e.view.about.layers, De, (Y, P, E) => {
    var g = mc();
    Q(g, "data-layer", E);
    let L, B;
    var ne = K(g, !0);
    F(
      (fe) => {
        Q(g, "title", `layer ${r(P) ?? ""}; the bar is the mean over all positions`), L = zt(g, 1, "", null, L, { current: E === r(f) }), B = ze(g, "", B, { "--mean": fe }), R(ne, r(P));
      },
      [() => `${Math.round(100 * r(T)[E])}%`]
    ), ue("click", g, () => t().lensLayer = E), b(Y, g);
  });
  var ye = u(he, 2);
  let me;
  Ee(ye, 23, () => ({ length: Math.max(0, r(Z) - r(X)) }), (Y, P) => r(U)[r(X) + P]?.row, (Y, P, E) => {
    const g = /* @__PURE__ */ S(() => r(X) + r(E)), L = /* @__PURE__ */ S(() => {
      const { row: ke, count: ae } = r(U)[r(g)];
      return { row: ke, many: ae };
    }), B = /* @__PURE__ */ S(() => r(p)[r(L).row]);
    var ne = yc();
    let fe, pe;
    var k = x(ne), $ = x(k), z = K($, !0), H = u($, 2);
    {
      var re = (ke) => {
        var ae = un();
        F(() => R(ae, `▸ ${r(L).many ?? ""} alike`)), b(ke, ae);
      }, xe = (ke) => {
        var ae = un();
        F((ge) => R(ae, ge), [() => rt(e.study.label(r(B)))]), b(ke, ae);
      };
      J(H, (ke) => {
        r(L).many > 1 ? ke(re) : ke(xe, -1);
      });
    }
    var we = u(k, 2);
    Ee(we, 17, () => ({ length: r(o) }), De, (ke, ae, ge, Se) => {
      const ve = /* @__PURE__ */ S(() => r(m)[ge * r(l) + r(L).row] ?? NaN);
      var be = bc();
      let Le;
      Q(be, "data-layer", ge);
      let Ue;
      var Ie = K(be, !0);
      F(
        (Be, at, We, ft) => {
          Le = zt(be, 1, "cell", null, Le, { here: ge === r(f) }), Q(be, "title", Be), Ue = ze(be, "", Ue, { background: at, color: We }), R(Ie, ft);
        },
        [
          () => q(r(L).row, ge),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(ve) || 0))}%, transparent)` : Et(r(ve) / r(y), !1),
          () => e.mode === "top" ? null : On(r(ve) / r(y), !1),
          () => se(r(L).row, ge, r(ve))
        ]
      ), He("mouseenter", be, () => t().hoverPlace = r(B)), He("mouseleave", be, () => t().hoverPlace = null), ue("click", be, () => {
        t().takePlace(r(B)), t().lensLayer = ge;
      }), b(ke, be);
    }), F(
      (ke, ae) => {
        fe = zt(ne, 1, "lens-row", null, fe, {
          current: t().shownPlace !== null && r(g) === r(C),
          focus: r(g) === r(G)
        }), Q(ne, "data-row", r(L).row), Q(ne, "data-many", r(L).many), pe = ze(ne, "", pe, { top: `${r(g) * v}px` }), Q(k, "title", ke), R(z, ae);
      },
      [
        () => r(L).many > 1 ? `${r(L).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(B)),
        () => e.study.number(r(B))
      ]
    ), ue("click", k, () => r(L).many > 1 ? W(r(g)) : t().takePlace(r(B))), b(Y, ne);
  }), Dr(ee, (Y) => N(w, Y), () => r(w)), F(() => {
    Q(ee, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), _e = ze(ee, "", _e, { "--columns": r(o) }), me = ze(ye, "", me, { height: `${r(U).length * v}px` });
  }), He("scroll", ee, () => N(d, r(w).scrollTop, !0)), ue("keydown", ee, oe), He("pointerenter", ee, () => I = !0), He("pointerleave", ee, () => I = !1), la(ee, "clientHeight", (Y) => N(h, Y)), b(a, ee), Xe();
}
ct(["keydown", "click"]);
var xc = /* @__PURE__ */ M('<button type="button" class="map"><canvas></canvas><small> </small></button>'), Sc = /* @__PURE__ */ M('<div class="maps" role="group"></div>'), Mc = /* @__PURE__ */ M("<!> <!>", 1);
function Ac(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.words.arrays.positions.data), s = /* @__PURE__ */ S(() => e.study.images.find((_) => _.boxed)), i = /* @__PURE__ */ S(() => {
    const _ = e.study.images.indexOf(r(s)), m = e.study.tokens.filter((A) => A.box && A.image === _ && A.frame <= 0), y = m.some((A) => !A.global), T = new Map(Array.from(r(n), (A, U) => [A, U]));
    return m.filter((A) => !(A.global && y) && T.has(A.position)).map((A) => ({ box: A.box, row: T.get(A.position) }));
  }), o = /* @__PURE__ */ S(() => Array.from({ length: e.words.about.layers.length }, (_, m) => Jt(e.words.arrays.probs, e.painted.word, m))), l = /* @__PURE__ */ S(() => r(o).reduce((_, m) => r(i).reduce((y, { row: T }) => Math.max(y, m[T] || 0), _), 0.05));
  function c(_, m) {
    const y = ({ values: T, high: A }) => {
      const [U, X] = r(s).size, Z = 96 / Math.max(U, X), V = _.getContext("2d");
      Object.assign(_, {
        width: Math.round(U * Z),
        height: Math.round(X * Z)
      });
      for (const { row: j, box: C } of r(i))
        V.fillStyle = Et(T[j] / A, !1), V.fillRect(C[0] * Z, C[1] * Z, (C[2] - C[0]) * Z + 0.5, (C[3] - C[1]) * Z + 0.5);
    };
    return y(m), { update: y };
  }
  const f = /* @__PURE__ */ S(() => t().shownPlace ?? t().at), p = /* @__PURE__ */ S(() => {
    const _ = Array.prototype.indexOf.call(r(n), r(f)), [m, y, T] = e.words.arrays.probs.shape;
    return _ < 0 ? [] : Array.from({ length: m }, (A, U) => {
      const X = Array.from({ length: y }, (Z, V) => e.words.arrays.probs.data[(U * y + V) * T + _]);
      return {
        name: e.words.about.words[U],
        said: pt(X.at(-1) ?? 0),
        values: X
      };
    });
  });
  var v = Mc(), w = Te(v);
  {
    var d = (_) => {
      var m = Sc();
      Ee(m, 21, () => e.words.about.layers, De, (y, T, A) => {
        var U = xc(), X = x(U);
        vl(X, (j, C) => c?.(j, C), () => ({ values: r(o)[A], high: r(l) }));
        var Z = u(X), V = K(Z, !0);
        F(() => {
          Q(U, "aria-pressed", e.layer === A && t().paint === "word"), R(V, r(T));
        }), ue("click", U, () => {
          t().lensLayer = A, t().paint = "word";
        }), b(y, U);
      }), F(() => Q(m, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), b(_, m);
    };
    J(w, (_) => {
      r(s) && r(i).length && _(d);
    });
  }
  var h = u(w, 2);
  {
    var I = (_) => {
      {
        let m = /* @__PURE__ */ S(() => e.study.label(r(f))), y = /* @__PURE__ */ S(() => JSON.stringify(e.study.label(r(f))));
        hi(_, {
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
    J(h, (_) => {
      r(p).length && _(I);
    });
  }
  b(a, v), Xe();
}
ct(["click"]);
var Ec = /* @__PURE__ */ M('<span class="fine">what each token says, if the model stopped at that layer</span>'), cs = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Nc = /* @__PURE__ */ M('<button type="button" title="its probability at every layer and token, however small">follow</button>'), fs = /* @__PURE__ */ M('<button type="button"> </button>'), Tc = /* @__PURE__ */ M('<p class="fine hits" role="status"> </p>'), Pc = /* @__PURE__ */ M("<option> </option>"), Lc = /* @__PURE__ */ M('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), Oc = /* @__PURE__ */ M('<p class="fine"> </p>'), Rc = /* @__PURE__ */ M('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Cc = /* @__PURE__ */ M('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Ic(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.lens.view), s = /* @__PURE__ */ S(() => e.painted.words.view), i = /* @__PURE__ */ S(() => r(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ S(() => Vt(r(i), 3)), l = /* @__PURE__ */ S(() => r(o)[0]), c = /* @__PURE__ */ S(() => r(o)[1]), f = /* @__PURE__ */ S(() => r(o)[2]), p = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let v = /* @__PURE__ */ D("top"), w = /* @__PURE__ */ D(!0), d = /* @__PURE__ */ D(-1), h = /* @__PURE__ */ D(null);
  const I = /* @__PURE__ */ S(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), _ = /* @__PURE__ */ S(() => ["entropy", "kl"].filter((W) => r(n)?.arrays[W])), m = /* @__PURE__ */ S(() => e.painted.found), y = /* @__PURE__ */ S(() => t().source.kind !== "page");
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
  gt(() => () => clearInterval(r(h) ?? void 0));
  const V = /* @__PURE__ */ S(() => r(n) ? {
    name: "lens",
    svg: () => Rn(
      r(l) * 64,
      r(c) * 18,
      Array.from({ length: r(l) * r(c) }, (W, ee) => {
        const [_e, he] = [ee % r(c), Math.floor(ee / r(c))], te = r(n).arrays.probs.data[ee * r(f)] || 0;
        return {
          box: [he * 64, _e * 18, he * 64 + 63, _e * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(te)).toFixed(2)})`,
          text: te >= t().least ? r(n).about.strings[r(n).arrays.ids.data[ee * r(f)]] : ""
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
        ...r(_)
      ],
      ...Array.from({ length: r(l) * r(c) }, (W, ee) => {
        const _e = r(n).arrays.positions.data[ee % r(c)];
        return [
          r(n).about.layers[Math.floor(ee / r(c))],
          e.study.number(_e),
          e.study.label(_e),
          r(n).about.strings[r(n).arrays.ids.data[ee * r(f)]],
          r(n).arrays.probs.data[ee * r(f)],
          ...r(_).map((he) => r(n).arrays[he].data[ee])
        ];
      })
    ]
  } : null);
  var j = Cc(), C = x(j);
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
      children: (ee, _e) => {
        var he = Ec();
        b(ee, he);
      },
      $$slots: { default: !0 }
    });
  }
  var G = u(C, 2);
  {
    var se = (W) => {
      var ee = cs(), _e = K(ee, !0);
      F(() => R(_e, e.painted.lens.error)), b(W, ee);
    };
    J(G, (W) => {
      e.painted.lens.error && W(se);
    });
  }
  var q = u(G, 2);
  {
    let W = /* @__PURE__ */ S(() => e.painted.long("lens")), ee = /* @__PURE__ */ S(() => e.study.tokens.length.toLocaleString("en")), _e = /* @__PURE__ */ S(() => e.study.nLayers + 1);
    Rr(q, {
      get session() {
        return t();
      },
      get long() {
        return r(W);
      },
      get what() {
        return `The lens of ${r(ee) ?? ""} tokens at ${r(_e) ?? ""} layers`;
      }
    });
  }
  var ce = u(q, 2);
  {
    var oe = (W) => {
      var ee = Rc(), _e = Te(ee), he = x(_e), te = x(he), ye = u(te, 2), me = u(ye), Y = u(me, 2);
      {
        var P = (Ae) => {
          var Oe = Nc();
          F((Ce) => Oe.disabled = Ce, [() => !t().find.trim()]), ue("click", Oe, X), b(Ae, Oe);
        };
        J(Y, (Ae) => {
          r(y) && Ae(P);
        });
      }
      var E = u(he, 2), g = x(E), L = u(g, 2);
      Ee(L, 17, () => r(I), De, (Ae, Oe, Ce) => {
        var Ze = fs(), dt = K(Ze, !0);
        F(() => {
          Q(Ze, "aria-pressed", r(v) === "word" && e.painted.word === Ce), R(dt, r(Oe));
        }), ue("click", Ze, () => T("word", Ce)), b(Ae, Ze);
      });
      var B = u(L, 2);
      Ee(B, 17, () => r(_), De, (Ae, Oe) => {
        var Ce = fs(), Ze = K(Ce, !0);
        F(() => {
          Q(Ce, "aria-pressed", r(v) === r(Oe)), R(Ze, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), ue("click", Ce, () => T(r(Oe))), b(Ae, Ce);
      });
      var ne = u(_e, 2);
      {
        var fe = (Ae) => {
          var Oe = Tc(), Ce = K(Oe);
          F((Ze, dt) => R(Ce, `Tokens that ${r(m).whole ? "are" : "contain"} “${Ze ?? ""}”: ${dt ?? ""}`), [
            () => t().find.trim(),
            () => r(m).hits.length ? `${r(m).hits.length.toLocaleString("en")} hits in ${r(m).layers} of ${r(l)} layers, among the top ${r(f)}. ↓ goes to the most probable.` : `none among the top ${r(f)}, at any layer and position.`
          ]), b(Ae, Oe);
        };
        J(ne, (Ae) => {
          r(m) && Ae(fe);
        });
      }
      var pe = u(ne, 2);
      {
        var k = (Ae) => {
          var Oe = cs(), Ce = K(Oe, !0);
          F(() => R(Ce, e.painted.words.error)), b(Ae, Oe);
        };
        J(pe, (Ae) => {
          e.painted.words.error && Ae(k);
        });
      }
      var $ = u(pe, 2), z = x($), H = u(x(z)), re = K(H, !0), xe = u(H), we = u(z, 2), ke = K(we, !0), ae = u(we, 2), ge = u(x(ae));
      Ee(ge, 20, () => [0, 0.01, 0.05, 0.2, 0.5], De, (Ae, Oe) => {
        var Ce = Pc(), Ze = K(Ce), dt = {};
        F(() => {
          R(Ze, `${100 * Oe}%`), dt !== (dt = Oe) && (Ce.value = (Ce.__value = dt) ?? "");
        }), b(Ae, Ce);
      }), vt(ge);
      var Se = u(ae, 2), ve = x(Se), be = u(Se, 2);
      {
        var Le = (Ae) => {
          var Oe = Lc(), Ce = x(Oe);
          F(() => ii(Ce, t().vision)), ue("change", Ce, (Ze) => {
            t().vision = Ze.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), b(Ae, Oe);
        };
        J(be, (Ae) => {
          e.study.costs.n_vision && Ae(Le);
        });
      }
      var Ue = u($, 2);
      {
        let Ae = /* @__PURE__ */ S(() => e.painted.long("words")), Oe = /* @__PURE__ */ S(() => r(I).join(", "));
        Rr(Ue, {
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
      var Ie = u(Ue, 2);
      {
        var Be = (Ae) => {
          Ac(Ae, {
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
        J(Ie, (Ae) => {
          r(s) && Ae(Be);
        });
      }
      var at = u(Ie, 2);
      kc(at, {
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
        var ft = (Ae) => {
          var Oe = Oc(), Ce = K(Oe, !0);
          F(() => R(Ce, t().note)), b(Ae, Oe);
        };
        J(We, (Ae) => {
          t().note && Ae(ft);
        });
      }
      F(() => {
        dn(te, t().find), ye.disabled = !r(m)?.hits.length, me.disabled = !r(m)?.hits.length, Q(g, "aria-pressed", r(v) === "top"), R(re, r(n).about.layers[r(p)]), Q(xe, "max", r(l) - 1), dn(xe, r(p)), Q(xe, "aria-valuetext", r(n).about.layers[r(p)]), Q(we, "aria-pressed", r(h) !== null), R(ke, r(h) === null ? "play" : "stop");
      }), He("submit", he, (Ae) => {
        Ae.preventDefault(), U(1);
      }), ue("input", te, (Ae) => A(Ae.currentTarget.value)), ue("click", ye, () => U(-1)), ue("click", me, () => U(1)), ue("click", g, () => T("top")), ue("input", xe, (Ae) => {
        t().lensLayer = Number(Ae.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), ue("click", we, Z), bt(ge, () => t().least, (Ae) => t().least = Ae), xl(ve, () => r(w), (Ae) => N(w, Ae)), b(W, ee);
    };
    J(ce, (W) => {
      r(n) && W(oe);
    });
  }
  b(a, j), Xe();
}
ct(["input", "click", "change"]);
var Fc = /* @__PURE__ */ M('<th scope="col">and then</th>'), jc = /* @__PURE__ */ M("<td><span> </span> <small> </small></td>"), Dc = /* @__PURE__ */ M('<tr><th scope="row"> </th><!></tr>'), Uc = /* @__PURE__ */ M('<p class="fine facts"> </p>'), Hc = /* @__PURE__ */ M('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function zc(a, e) {
  Ge(e, !0);
  const t = /* @__PURE__ */ S(() => e.painted.lens.view), n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ S(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ S(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: w, probs: d } = r(t).arrays, [h, I, _] = w.shape;
    return Array.from({ length: h }, (m, y) => ({
      nth: y,
      layer: r(t).about.layers[y],
      top: Array.from({ length: Math.min(3, _) }, (T, A) => {
        const U = (y * I + r(i)) * _ + A;
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
    return r(n) && r(n).arrays.probs.shape[2] === w && r(n).about.words.forEach((_, m) => {
      const y = r(n).arrays.ranks?.data[m * I + d];
      h.push(`“${_}” ${pt(r(n).arrays.probs.data[m * I + d])}${y ? `, rank ${y > 127 && r(n).about.coded ? "about " : ""}${y.toLocaleString("en")}` : ""}`);
    }), h.length ? `Layer ${r(t).about.layers[r(o)]}: ${h.join("; ")}.` : "";
  });
  var f = Rt(), p = Te(f);
  {
    var v = (w) => {
      var d = Hc(), h = Te(d), I = x(h), _ = u(I), m = K(_), y = u(h, 2), T = x(y), A = x(T), U = K(A), X = u(A), Z = x(X), V = u(x(Z), 2);
      {
        var j = (q) => {
          var ce = Fc();
          F(() => Q(ce, "colspan", r(l)[0].top.length - 1)), b(q, ce);
        };
        J(V, (q) => {
          r(l)[0].top.length > 1 && q(j);
        });
      }
      var C = u(X);
      Ee(C, 21, () => r(l), ({ nth: q, layer: ce, top: oe }) => q, (q, ce) => {
        let oe = () => r(ce).nth, W = () => r(ce).layer, ee = () => r(ce).top;
        var _e = Dc();
        let he;
        var te = x(_e), ye = K(te, !0), me = u(te);
        Ee(me, 17, ee, De, (Y, P) => {
          let E = () => r(P).text, g = () => r(P).p, L = () => r(P).id;
          var B = jc();
          let ne, fe;
          var pe = x(B), k = K(pe, !0), $ = u(pe, 2), z = K($, !0);
          F(
            (H, re) => {
              ne = zt(B, 1, "", null, ne, { target: e.session.target?.id === L() }), fe = ze(B, "", fe, { "--share": `${100 * g()}%` }), R(k, H), R(z, re);
            },
            [() => rt(E()), () => pt(g())]
          ), b(Y, B);
        }), F(() => {
          he = zt(_e, 1, "", null, he, { here: oe() === r(o) }), R(ye, W());
        }), b(q, _e);
      });
      var G = u(y, 2);
      {
        var se = (q) => {
          var ce = Uc(), oe = K(ce, !0);
          F(() => R(oe, r(c))), b(q, ce);
        };
        J(G, (q) => {
          r(c) && q(se);
        });
      }
      F(
        (q, ce, oe) => {
          R(I, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), R(m, `${q ?? ""}, position ${ce ?? ""}, by layer`), Q(y, "data-reading", r(s)), R(U, `Most probable tokens at position ${oe ?? ""}, layer by layer`);
        },
        [
          () => rt(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), b(w, d);
    };
    J(p, (w) => {
      r(l).length && w(v);
    });
  }
  b(a, f), Xe();
}
var ds = /* @__PURE__ */ M('<button type="button"> </button>'), Bc = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Which image"></div>'), qc = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Wc = /* @__PURE__ */ M('<label class="grow"> <input type="range" min="0"/></label>'), Jc = /* @__PURE__ */ M('<div class="row"><!> <!> <!></div>'), Kc = /* @__PURE__ */ M('<img alt=""/>'), Vc = /* @__PURE__ */ M('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Yc = /* @__PURE__ */ M('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Gc = /* @__PURE__ */ M('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Xc = /* @__PURE__ */ M('<p class="fine"> <button type="button" class="link">clear</button></p>'), Zc = /* @__PURE__ */ M('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function gi(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7), n = je(e, "name", 3, "Image"), s = je(e, "tall", 3, "58vh"), i = /* @__PURE__ */ D(0), o = /* @__PURE__ */ D(0), l = /* @__PURE__ */ D(!1), c = /* @__PURE__ */ D(1), f = /* @__PURE__ */ D("point"), p = /* @__PURE__ */ D(void 0), v = /* @__PURE__ */ D(0), w = /* @__PURE__ */ D(0), d = /* @__PURE__ */ D([]);
  const h = /* @__PURE__ */ S(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), I = /* @__PURE__ */ S(() => r(h)?.size ?? [1, 1]), _ = /* @__PURE__ */ S(() => e.study.tokens.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), m = /* @__PURE__ */ S(() => [...new Set(r(_).map((k) => k.frame))].filter((k) => k >= 0)), y = /* @__PURE__ */ S(() => [...new Set(r(_).map((k) => k.global))]), T = /* @__PURE__ */ S(() => r(_).filter((k) => k.box && (r(m).length ? k.frame === r(m)[Math.min(r(o), r(m).length - 1)] : r(y).length < 2 || k.global === r(l)))), A = /* @__PURE__ */ S(() => r(h) ? r(h).frames[Math.min(
    r(m).length ? Math.floor(Math.min(r(o), r(m).length - 1) / r(m).length * r(h).frames.length) : 0,
    r(h).frames.length - 1
  )] : null), U = /* @__PURE__ */ S(() => r(h) && r(A) ? r(h).frames.indexOf(r(A)) : 0), X = /* @__PURE__ */ S(() => new Map(r(T).map((k) => [k.position, k]))), Z = /* @__PURE__ */ S(() => r(v) ? r(v) / r(I)[0] : 0);
  gt(() => {
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
    const z = r(p).getContext("2d");
    z.setTransform(k * r(Z), 0, 0, k * r(Z), 0, 0), z.clearRect(0, 0, r(I)[0], r(I)[1]);
    const H = 1 / r(Z);
    if (e.painting) {
      const { values: re, texts: xe, signed: we, high: ke } = e.painting, [ae, ge] = xe ? [0.5, 0] : we ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: Se, box: ve } of r(T)) {
        const be = re[Se] ?? NaN;
        Number.isNaN(be) || (z.globalAlpha = ae + ge * Math.min(1, Math.abs(be) / ke), z.fillStyle = Et(be / ke, we), z.fillRect(ve[0], ve[1], ve[2] - ve[0], ve[3] - ve[1]));
      }
      z.globalAlpha = 1, e.painting.texts && r(T).length <= 900 && C(z);
    } else if (r(T).length <= 4e3) {
      z.strokeStyle = "rgba(255,255,255,.28)", z.lineWidth = H;
      for (const { box: re } of r(T)) z.strokeRect(re[0], re[1], re[2] - re[0], re[3] - re[1]);
    }
    for (const re of t().selected) j(z, re, "#14e0c0", 2);
    t().place !== null && j(z, t().place, "#fff", 3), t().hoverPlace !== null && j(z, t().hoverPlace, "#ffe14d", 2), r(d).length > 1 && (z.strokeStyle = "#14e0c0", z.lineWidth = 2 * H, z.beginPath(), r(f) === "box" ? z.rect(r(d)[0][0], r(d)[0][1], r(d).at(-1)[0] - r(d)[0][0], r(d).at(-1)[1] - r(d)[0][1]) : r(d).forEach(([re, xe], we) => we ? z.lineTo(re, xe) : z.moveTo(re, xe)), z.stroke());
  }
  function j(k, $, z, H) {
    const re = r(X).get($)?.box;
    if (re)
      for (const [xe, we] of [["#000", 2], [z, 0]])
        k.strokeStyle = xe, k.lineWidth = (H + we) / r(Z), k.strokeRect(re[0], re[1], re[2] - re[0], re[3] - re[1]);
  }
  function C(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: $, box: z } of r(T)) {
      if (!e.painting.texts[$]) continue;
      const H = rt(e.painting.texts[$]).slice(0, 12), re = z[2] - z[0], xe = z[3] - z[1], we = Math.min(xe * 0.34, re * 1.5 / Math.max(2, H.length));
      k.font = `600 ${we}px system-ui, sans-serif`, k.lineWidth = we / 6, k.strokeText(H, (z[0] + z[2]) / 2, (z[1] + z[3]) / 2, re), k.fillText(H, (z[0] + z[2]) / 2, (z[1] + z[3]) / 2, re);
    }
  }
  gt(V);
  function G(k) {
    const $ = r(p).getBoundingClientRect();
    return [
      (k.clientX - $.left) / $.width * r(I)[0],
      (k.clientY - $.top) / $.height * r(I)[1]
    ];
  }
  const se = ([k, $]) => r(T).find(({ box: z }) => k >= z[0] && k < z[2] && $ >= z[1] && $ < z[3]);
  function q(k) {
    const $ = G(k);
    if (r(d).length) {
      N(d, [...r(d), $]);
      return;
    }
    const z = se($);
    t().hoverPlace = z?.position ?? null;
  }
  function ce(k) {
    r(f) === "point" || k.button || (r(p).setPointerCapture(k.pointerId), N(d, [G(k)]));
  }
  function oe(k) {
    const $ = G(k);
    if (r(f) === "point") {
      const H = se($);
      H && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([H.position], "flip") : H && t().takePlace(t().place === H.position ? null : H.position);
      return;
    }
    if (!r(d).length) return;
    const z = r(T).filter(({ box: H }) => W((H[0] + H[2]) / 2, (H[1] + H[3]) / 2, H)).map((H) => H.position);
    t().toggle(z, k.shiftKey ? "add" : "set"), N(d, []);
  }
  function W(k, $, z) {
    const [H, re] = [r(d)[0], r(d).at(-1)];
    if (r(f) === "box") {
      const [we, ke] = [Math.min(H[0], re[0]), Math.max(H[0], re[0])], [ae, ge] = [Math.min(H[1], re[1]), Math.max(H[1], re[1])];
      return z[2] > we && z[0] < ke && z[3] > ae && z[1] < ge;
    }
    if (r(f) === "brush") return r(d).some(([we, ke]) => we >= z[0] && we < z[2] && ke >= z[1] && ke < z[3]);
    let xe = !1;
    for (let we = 0, ke = r(d).length - 1; we < r(d).length; ke = we++) {
      const [ae, ge] = r(d)[we], [Se, ve] = r(d)[ke];
      ge > $ != ve > $ && k < (Se - ae) * ($ - ge) / (ve - ge) + ae && (xe = !xe);
    }
    return xe;
  }
  function ee(k) {
    const $ = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], z = t().shownPlace === null ? null : r(X).get(t().shownPlace);
    if ($) {
      k.preventDefault();
      const H = z ? _e(z, $) : r(T)[0];
      H && (t().hoverPlace = H.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && z && t().toggle(r(T).filter((H) => k.key === "r" ? H.row === z.row : H.column === z.column).map((H) => H.position), "add");
  }
  function _e(k, [$, z]) {
    const H = (ae) => [
      (ae.box[0] + ae.box[2]) / 2,
      (ae.box[1] + ae.box[3]) / 2
    ], [re, xe] = H(k);
    let we, ke = 1 / 0;
    for (const ae of r(T)) {
      const [ge, Se] = H(ae), ve = (ge - re) * $ + (Se - xe) * z, be = Math.abs((ge - re) * z) + Math.abs((Se - xe) * $);
      ve > 0.01 && ve + 3 * be < ke && ([we, ke] = [ae, ve + 3 * be]);
    }
    return we;
  }
  const he = /* @__PURE__ */ S(() => {
    const k = t().shownPlace, $ = k === null ? null : e.study.tokens[k];
    if (!$) return "Point at a token, click to keep it, Esc lets go.";
    const z = e.painting?.values[k], H = $.box ? `, pixels ${$.box.map((re) => Math.round(re)).join(", ")}` : "";
    return `Token ${e.study.number(k)}: ${JSON.stringify(e.study.label(k))}${H}${z === void 0 || Number.isNaN(z) ? "" : ` · ${Je(z)}`}`;
  });
  gt(() => {
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
  var te = Zc(), ye = x(te);
  {
    var me = (k) => {
      var $ = Jc(), z = x($);
      {
        var H = (ae) => {
          var ge = Bc();
          Ee(ge, 21, () => e.study.images, De, (Se, ve, be) => {
            var Le = ds(), Ue = K(Le);
            F(() => {
              Q(Le, "aria-pressed", r(i) === be), R(Ue, `${r(ve).kind === "video" ? "video" : "image"} ${be + 1}`);
            }), ue("click", Le, () => N(i, be, !0)), b(Se, Le);
          }), b(ae, ge);
        };
        J(z, (ae) => {
          e.study.images.length > 1 && ae(H);
        });
      }
      var re = u(z, 2);
      {
        var xe = (ae) => {
          var ge = qc(), Se = x(ge), ve = u(Se, 2);
          F(() => {
            Q(Se, "aria-pressed", !r(l)), Q(ve, "aria-pressed", r(l));
          }), ue("click", Se, () => N(l, !1)), ue("click", ve, () => N(l, !0)), b(ae, ge);
        };
        J(re, (ae) => {
          r(y).length > 1 && ae(xe);
        });
      }
      var we = u(re, 2);
      {
        var ke = (ae) => {
          var ge = Wc(), Se = x(ge), ve = u(Se);
          F(
            (be) => {
              R(Se, `frame ${be ?? ""} of ${r(m).length ?? ""} `), Q(ve, "max", r(m).length - 1);
            },
            [() => Math.min(r(o), r(m).length - 1) + 1]
          ), St(ve, () => r(o), (be) => N(o, be)), b(ae, ge);
        };
        J(we, (ae) => {
          r(m).length && ae(ke);
        });
      }
      b(k, $);
    };
    J(ye, (k) => {
      (e.study.images.length > 1 || r(m).length || r(y).length > 1) && k(me);
    });
  }
  var Y = u(ye, 2);
  {
    var P = (k) => {
      var $ = Vc(), z = Te($);
      let H;
      var re = x(z);
      let xe;
      var we = x(re);
      {
        var ke = (Ie) => {
          var Be = Kc();
          let at, We;
          F(
            (ft) => {
              Q(Be, "src", ft), at = zt(Be, 1, "", null, at, { dim: e.painting }), We = ze(Be, "", We, {
                left: `${100 * r(A).area[0] / r(I)[0]}%`,
                top: `${100 * r(A).area[1] / r(I)[1]}%`,
                width: `${100 * (r(A).area[2] - r(A).area[0]) / r(I)[0]}%`,
                height: `${100 * (r(A).area[3] - r(A).area[1]) / r(I)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(U))
            ]
          ), He("load", Be, () => Io(w)), b(Ie, Be);
        };
        J(we, (Ie) => {
          r(A) && Ie(ke);
        });
      }
      var ae = u(we, 2);
      let ge;
      var Se = x(ae);
      Dr(Se, (Ie) => N(p, Ie), () => r(p));
      var ve = u(z, 2), be = x(ve);
      Ee(be, 20, () => ["point", "box", "brush", "lasso"], De, (Ie, Be) => {
        var at = ds(), We = K(at, !0);
        F(() => {
          Q(at, "aria-pressed", r(f) === Be), R(We, Be);
        }), ue("click", at, () => N(f, Be, !0)), b(Ie, at);
      });
      var Le = u(be, 2), Ue = u(x(Le));
      F(() => {
        H = zt(z, 1, "scroller", null, H, { zoomed: r(c) > 1 }), xe = ze(re, "", xe, {
          width: `${100 * r(c)}%`,
          "max-width": r(c) === 1 ? `min(100%, calc(${s()} * ${r(I)[0] / r(I)[1]}))` : "none"
        }), Q(ae, "aria-label", `${n() ?? ""}: ${r(T).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), Q(ae, "data-stage", n()), ge = ze(ae, "", ge, {
          "aspect-ratio": `${r(I)[0] ?? ""} / ${r(I)[1] ?? ""}`
        });
      }), ue("keydown", ae, ee), ue("pointermove", Se, q), ue("pointerdown", Se, ce), ue("pointerup", Se, oe), He("pointerleave", Se, () => t().hoverPlace = null), la(re, "clientWidth", (Ie) => N(v, Ie)), St(Ue, () => r(c), (Ie) => N(c, Ie)), b(k, $);
    }, E = (k) => {
      var $ = Yc();
      b(k, $);
    };
    J(Y, (k) => {
      r(h) && r(T).length ? k(P) : e.study.images.length && k(E, 1);
    });
  }
  var g = u(Y, 2);
  {
    var L = (k) => {
      var $ = Gc(), z = x($), H = K(z, !0), re = u(z);
      let xe;
      var we = u(re), ke = K(we, !0), ae = u(we), ge = K(ae, !0);
      F(
        (Se, ve, be) => {
          R(H, Se), xe = ze(re, "", xe, { background: ve }), R(ke, be), R(ge, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Je(e.painting.high)}` : "0",
          () => ci(e.painting.signed),
          () => Je(e.painting.high)
        ]
      ), b(k, $);
    };
    J(g, (k) => {
      e.painting && k(L);
    });
  }
  var B = u(g, 2), ne = K(B, !0), fe = u(B, 2);
  {
    var pe = (k) => {
      var $ = Xc(), z = x($), H = u(z);
      F(() => R(z, `${t().selected.size ?? ""} tokens selected `)), ue("click", H, () => t().toggle([])), b(k, $);
    };
    J(fe, (k) => {
      t().selected.size && k(pe);
    });
  }
  F(() => R(ne, r(he))), b(a, te), Xe();
}
ct([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
const Qc = 10, $c = { words: "lens" };
class _i {
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
    const n = (s) => new Na(e, () => {
      const i = t(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const t = this.of(), n = t && !t.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!t || !n) return null;
    const s = vi(e, n), i = t.cost($c[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + t.costs.n_vision / (t.nLayers + 1)), i.seconds > Qc && !this.session.granted.has(`${t.id} ${s}`) && !t.has(s) ? { ...i, key: `${t.id} ${s}` } : null;
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
var ef = /* @__PURE__ */ M("<option></option>"), tf = /* @__PURE__ */ M('<label class="fine">example <select><option>choose</option><!></select></label>'), rf = /* @__PURE__ */ M('<button type="button" class="link">close</button>'), af = /* @__PURE__ */ M('<span class="error"> </span>'), nf = /* @__PURE__ */ M('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), sf = /* @__PURE__ */ M('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), of = /* @__PURE__ */ M('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function lf(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7), n = /* @__PURE__ */ D(void 0);
  const s = new _i(t(), () => t().second), i = /* @__PURE__ */ S(() => t().second), o = /* @__PURE__ */ S(() => s.now);
  var l = of(), c = x(l), f = u(x(c), 4);
  {
    var p = (y) => {
      var T = tf(), A = u(x(T)), U = x(A);
      U.value = U.__value = "";
      var X = u(U);
      Ee(X, 17, () => ({ length: t().info.examples }), De, (V, j, C) => {
        var G = ef();
        G.textContent = C + 1;
        var se = {};
        F(
          (q) => {
            se !== (se = q) && (G.value = (G.__value = se) ?? "");
          },
          [() => String(C)]
        ), b(V, G);
      });
      var Z;
      vt(A), F(
        (V) => {
          Z !== (Z = V) && (A.value = (A.__value = Z) ?? "", Tn(A, Z));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ue("change", A, (V) => {
        V.currentTarget.value && t().openSecond(Number(V.currentTarget.value));
      }), b(y, T);
    };
    J(f, (y) => {
      t().info?.examples && y(p);
    });
  }
  var v = u(f, 2), w = u(v, 2);
  Dr(w, (y) => N(n, y), () => r(n));
  var d = u(w, 2);
  {
    var h = (y) => {
      var T = rf();
      ue("click", T, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), b(y, T);
    };
    J(d, (y) => {
      r(i) && y(h);
    });
  }
  var I = u(c, 2);
  {
    var _ = (y) => {
      var T = nf(), A = Te(T), U = u(x(A)), X = K(U, !0), Z = u(U, 2);
      {
        var V = (G) => {
          var se = af(), q = K(se);
          F(() => R(q, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), b(G, se);
        };
        J(Z, (G) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && G(V);
        });
      }
      var j = u(A, 2);
      gi(j, {
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
      Ee(C, 16, () => ["lens", "words", "sources", "readers"], (G) => G, (G, se) => {
        {
          let q = /* @__PURE__ */ S(() => s.long(se));
          Rr(G, {
            get session() {
              return t();
            },
            get long() {
              return r(q);
            },
            what: "The same of this image"
          });
        }
      }), F((G) => R(X, G), [
        () => r(i).answer.filter((G) => !G.ends).map((G) => rt(G.token.text)).join("")
      ]), b(y, T);
    }, m = (y) => {
      var T = sf();
      b(y, T);
    };
    J(I, (y) => {
      r(i) ? y(_) : y(m, -1);
    });
  }
  ue("click", v, () => r(n)?.click()), ue("change", w, (y) => {
    const T = y.currentTarget.files?.[0];
    T && t().openSecond(T), y.currentTarget.value = "";
  }), b(a, l), Xe();
}
ct(["change", "click"]);
var uf = /* @__PURE__ */ M('<img class="picture" alt="What is patched from"/>'), cf = /* @__PURE__ */ M('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function ff(a, e) {
  Ge(e, !0);
  const t = new Na(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ D(null);
  var s = cf(), i = x(s);
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
      var h = uf();
      F(() => Q(h, "src", e.stored.picture)), b(d, h);
    };
    J(l, (d) => {
      e.stored.picture && d(c);
    });
  }
  var f = u(l, 2), p = K(f, !0), v = u(o, 2);
  {
    var w = (d) => {
      pi(d, {
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
    J(v, (d) => {
      t.view && d(w);
    });
  }
  F(() => {
    Q(s, "aria-label", e.stored.title), R(p, e.stored.text);
  }), b(a, s), Xe();
}
var df = /* @__PURE__ */ M('<button type="button" class="token run"> </button>'), vf = /* @__PURE__ */ M('<button type="button"> </button>'), hf = /* @__PURE__ */ M('<button type="button" class="link">fold image tokens</button>'), pf = /* @__PURE__ */ M('<p class="fine"><button type="button" class="small"> </button></p>'), gf = /* @__PURE__ */ M('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function _f(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7), n = /* @__PURE__ */ D(!1);
  const s = /* @__PURE__ */ S(() => e.study.images.some((_) => !_.boxed)), i = /* @__PURE__ */ S(() => {
    const _ = [], m = e.study.tokens.map((y) => ({
      position: y.position,
      text: y.text,
      image: y.kind === "image"
    }));
    if (!t().tabs.some((y) => y !== "lens")) return _.concat(m.filter((y) => !y.image).map(({ position: y, text: T }) => ({ position: y, text: T, count: 0 })));
    e.study.answer.slice(0, -1).forEach((y, T) => m.push({
      position: e.study.nPrompt + T,
      text: y.token.text,
      image: !1
    }));
    for (const { position: y, text: T, image: A } of m) {
      const U = _.at(-1);
      A && !r(n) && !r(s) && U && U.count > 0 && U.position + U.count === y ? U.count++ : _.push({
        position: y,
        text: T,
        count: A && !r(n) && !r(s) ? 1 : 0
      });
    }
    return _;
  }), o = 0.02, l = (_) => Math.abs(_) >= o ? {
    background: Et(_, e.painting.signed),
    color: On(_, e.painting.signed)
  } : { background: null, color: null }, c = (_) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: m } = e.painting;
    let y = 0;
    for (let T = 0; T < Math.max(1, _.count); T++) y += m[_.position + T] ?? 0;
    return _.position < m.length ? y : NaN;
  };
  var f = gf(), p = Te(f), v = x(p);
  Ee(v, 17, () => r(i), (_) => _.position, (_, m) => {
    const y = /* @__PURE__ */ S(() => c(r(m))), T = /* @__PURE__ */ S(() => Math.max(-1, Math.min(1, r(m).count ? r(y) : r(y) / (e.painting?.high ?? 1)))), A = /* @__PURE__ */ S(() => l(r(T)));
    var U = Rt(), X = Te(U);
    {
      var Z = (j) => {
        var C = df();
        let G;
        var se = K(C);
        F(
          (q) => {
            Q(C, "title", `${r(m).count ?? ""} image tokens${q ?? ""}: show each`), G = ze(C, "", G, {
              background: r(A).background,
              color: r(A).color
            }), R(se, `▦ ${r(m).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(y)) ? "" : `, in all ${Je(r(y))}`
          ]
        ), ue("click", C, () => N(n, !0)), b(j, C);
      }, V = (j) => {
        var C = vf();
        let G, se;
        var q = K(C, !0);
        F(
          (ce, oe, W, ee) => {
            G = zt(C, 1, "token", null, G, {
              focus: t().at === r(m).position,
              place: t().shownPlace === r(m).position,
              chosen: ce
            }), Q(C, "title", `token ${oe ?? ""}${W ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), se = ze(C, "", se, {
              background: r(A).background,
              color: r(A).color
            }), R(q, ee);
          },
          [
            () => t().selected.has(r(m).position),
            () => e.study.number(r(m).position),
            () => Number.isNaN(r(y)) ? "" : `: ${Je(r(y))}`,
            () => rt(r(m).text)
          ]
        ), He("pointerenter", C, () => t().hoverPlace = r(m).position), He("pointerleave", C, () => t().hoverPlace = null), ue("click", C, (ce) => {
          ce.altKey ? t().focus = r(m).position : ce.shiftKey ? t().toggle([r(m).position], "flip") : t().takePlace(t().place === r(m).position ? null : r(m).position);
        }), b(j, C);
      };
      J(X, (j) => {
        r(m).count ? j(Z) : j(V, -1);
      });
    }
    b(_, U);
  });
  var w = u(v, 2);
  {
    var d = (_) => {
      var m = hf();
      ue("click", m, () => N(n, !1)), b(_, m);
    };
    J(w, (_) => {
      r(n) && _(d);
    });
  }
  var h = u(p, 2);
  {
    var I = (_) => {
      var m = pf(), y = x(m), T = K(y);
      F((A) => R(T, `make token ${A ?? ""} the focus`), [() => e.study.number(t().place)]), ue("click", y, () => {
        t().focus = t().place;
      }), b(_, m);
    };
    J(h, (_) => {
      t().place !== null && t().place !== t().at && _(I);
    });
  }
  b(a, f), Xe();
}
ct(["click"]);
var mf = /* @__PURE__ */ M('<button type="button" class="small">save as page</button>'), bf = /* @__PURE__ */ M('<button type="button" class="small"> </button>'), yf = /* @__PURE__ */ M('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), wf = /* @__PURE__ */ M('<h1 class="hidden">Look inside a vision-language model</h1>'), kf = /* @__PURE__ */ M("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), xf = /* @__PURE__ */ M("<option>lens: found tokens</option>"), Sf = /* @__PURE__ */ M("<option>lens: a word</option><option>lens: most probable</option><!>", 1), Mf = /* @__PURE__ */ M("<option>sweep</option>"), Af = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Ef = /* @__PURE__ */ M('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), Nf = /* @__PURE__ */ M('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Tf = /* @__PURE__ */ M('<button type="button" role="tab" aria-controls="panel"> </button>'), Pf = /* @__PURE__ */ M('<div class="tabs" role="tablist" aria-label="Views"></div>'), Lf = /* @__PURE__ */ M("<!> <!>", 1), Of = /* @__PURE__ */ M('<!> <!> <div id="panel"><!> <!> <!> <!></div>', 1), Rf = /* @__PURE__ */ M('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Cf = /* @__PURE__ */ M('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function If(a, e) {
  Ge(e, !0);
  let t = je(e, "session", 7);
  const n = new _i(t(), () => t().study), s = /* @__PURE__ */ S(() => t().study), i = /* @__PURE__ */ S(() => n.now);
  let o = /* @__PURE__ */ D(null), l = /* @__PURE__ */ D("");
  const c = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  gt(() => {
    t().write();
  }), gt(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function f(te) {
    te.key === "Escape" && t().release();
  }
  function p(te) {
    const ye = { ArrowLeft: -1, ArrowRight: 1 }[te.key];
    if (!ye) return;
    te.preventDefault();
    const me = t().tabs, Y = me[(me.indexOf(t().tab) + ye + me.length) % me.length];
    t().tab = Y, document.getElementById(`tab-${Y}`)?.focus();
  }
  async function v() {
    r(s) && await t().during((async () => {
      const te = r(s).answer.filter((me) => !me.ends).map((me) => me.token.text).join("").trim(), ye = await Ql(r(s), (me, Y) => t().source.pictureUrl(r(s).id, me, Y), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${te}`, t().tabs.filter((me) => me !== "causes"));
      ma("study.html", ye, "text/html");
    })());
  }
  const w = /* @__PURE__ */ S(() => t().paint === "sources" ? n.sources.view?.about.code : t().paint === "readers" ? n.readers.view?.about.code : t().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(t().paint) ? n.lens.view?.about.code : t().paint === "attention" ? n.heads.view?.about.code : r(s)?.code), d = /* @__PURE__ */ S(() => n.sources.error || n.readers.error);
  var h = Cf();
  He("keydown", xa, f);
  var I = Te(h), _ = u(I, 2), m = u(x(_), 4), y = K(m, !0), T = u(m, 2);
  {
    var A = (te) => {
      var ye = mf();
      ue("click", ye, v), b(te, ye);
    };
    J(T, (te) => {
      r(s) && !r(s).answering && t().source.kind === "server" && te(A);
    });
  }
  var U = u(T, 2);
  {
    var X = (te) => {
      var ye = bf(), me = K(ye);
      F(() => R(me, `theme: ${(r(l) || "auto") ?? ""}`)), ue("click", ye, () => N(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), b(te, ye);
    };
    J(U, (te) => {
      t().source.kind !== "kernel" && te(X);
    });
  }
  var Z = u(_, 2);
  {
    var V = (te) => {
      var ye = yf(), me = x(ye), Y = u(me);
      F(() => R(me, `${t().message ?? ""} `)), ue("click", Y, () => t().message = ""), b(te, ye);
    };
    J(Z, (te) => {
      t().message && te(V);
    });
  }
  var j = u(Z, 2), C = x(j), G = x(C);
  {
    var se = (te) => {
      var ye = wf();
      b(te, ye);
    };
    J(G, (te) => {
      t().title || te(se);
    });
  }
  var q = u(G, 2);
  Yl(q, {
    get session() {
      return t();
    }
  });
  var ce = u(q, 2);
  {
    var oe = (te) => {
      var ye = Ef(), me = x(ye);
      {
        let ae = /* @__PURE__ */ S(() => r(w) ?? "");
        nr(me, {
          title: "Image",
          get code() {
            return r(ae);
          },
          get exporter() {
            return r(o);
          }
        });
      }
      var Y = u(me, 2), P = x(Y);
      P.value = P.__value = "none";
      var E = u(P);
      {
        var g = (ae) => {
          var ge = kf(), Se = Te(ge);
          Se.value = Se.__value = "attention";
          var ve = u(Se);
          ve.value = ve.__value = "sources";
          var be = u(ve);
          be.value = be.__value = "readers", b(ae, ge);
        }, L = /* @__PURE__ */ S(() => t().tabs.includes("attention"));
        J(E, (ae) => {
          r(L) && ae(g);
        });
      }
      var B = u(E);
      {
        var ne = (ae) => {
          var ge = Sf(), Se = Te(ge);
          Se.value = Se.__value = "word";
          var ve = u(Se);
          ve.value = ve.__value = "top";
          var be = u(ve);
          {
            var Le = (Ie) => {
              var Be = xf();
              Be.value = Be.__value = "find", b(Ie, Be);
            }, Ue = /* @__PURE__ */ S(() => t().find.trim());
            J(be, (Ie) => {
              r(Ue) && Ie(Le);
            });
          }
          b(ae, ge);
        }, fe = /* @__PURE__ */ S(() => t().tabs.includes("lens"));
        J(B, (ae) => {
          r(fe) && ae(ne);
        });
      }
      var pe = u(B);
      {
        var k = (ae) => {
          var ge = Mf();
          ge.value = ge.__value = "sweep", b(ae, ge);
        };
        J(pe, (ae) => {
          t().sweep && ae(k);
        });
      }
      vt(Y);
      var $ = u(Y, 2);
      gi($, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (ae) => N(o, ae)
      });
      var z = u($, 2);
      {
        var H = (ae) => {
          var ge = Af(), Se = K(ge, !0);
          F(() => R(Se, r(d))), b(ae, ge);
        };
        J(z, (ae) => {
          r(d) && ae(H);
        });
      }
      var re = u(z, 2);
      {
        let ae = /* @__PURE__ */ S(() => n.long("sources"));
        Rr(re, {
          get session() {
            return t();
          },
          get long() {
            return r(ae);
          },
          what: "What every head adds from each token"
        });
      }
      var xe = u(re, 2);
      {
        let ae = /* @__PURE__ */ S(() => n.long("readers"));
        Rr(xe, {
          get session() {
            return t();
          },
          get long() {
            return r(ae);
          },
          what: "Who looks at the token"
        });
      }
      var we = u(xe, 2);
      _f(we, {
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
      var ke = u(we, 2);
      zc(ke, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return n;
        }
      }), bt(Y, () => t().paint, (ae) => t().paint = ae), b(te, ye);
    };
    J(ce, (te) => {
      r(s) && te(oe);
    });
  }
  var W = u(C, 2), ee = x(W);
  {
    var _e = (te) => {
      var ye = Of(), me = Te(ye);
      {
        var Y = (H) => {
          var re = Nf(), xe = u(x(re));
          ue("click", xe, () => {
            t().study = t().clean, t().clean = null;
          }), b(H, re);
        };
        J(me, (H) => {
          t().clean && H(Y);
        });
      }
      var P = u(me, 2);
      {
        var E = (H) => {
          var re = Pf();
          Ee(re, 21, () => t().tabs, De, (xe, we) => {
            var ke = Tf(), ae = K(ke, !0);
            F(() => {
              Q(ke, "id", `tab-${r(we) ?? ""}`), Q(ke, "aria-selected", t().tab === r(we)), Q(ke, "tabindex", t().tab === r(we) ? 0 : -1), R(ae, c[r(we)]);
            }), ue("keydown", ke, p), ue("click", ke, () => {
              t().tab = r(we), r(we) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), b(xe, ke);
          }), b(H, re);
        };
        J(P, (H) => {
          t().tabs.length > 1 && H(E);
        });
      }
      var g = u(P, 2), L = x(g);
      {
        var B = (H) => {
          Uu(H, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        J(L, (H) => {
          t().tab === "attribution" && H(B);
        });
      }
      var ne = u(L, 2);
      {
        var fe = (H) => {
          Eu(H, {
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
        J(ne, (H) => {
          t().tab === "attention" && H(fe);
        });
      }
      var pe = u(ne, 2);
      {
        var k = (H) => {
          Ic(H, {
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
        J(pe, (H) => {
          t().tab === "lens" && H(k);
        });
      }
      var $ = u(pe, 2);
      {
        var z = (H) => {
          var re = Rt(), xe = Te(re);
          {
            var we = (ae) => {
              var ge = Rt(), Se = Te(ge);
              Ee(Se, 17, () => t().sweeps, (ve) => ve.title, (ve, be) => {
                ff(ve, {
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
              }), b(ae, ge);
            }, ke = (ae) => {
              var ge = Lf(), Se = Te(ge);
              lf(Se, {
                get session() {
                  return t();
                }
              });
              var ve = u(Se, 2);
              _c(ve, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), b(ae, ge);
            };
            J(xe, (ae) => {
              t().sweeps.length ? ae(we) : ae(ke, -1);
            });
          }
          b(H, re);
        };
        J($, (H) => {
          t().tab === "causes" && H(z);
        });
      }
      F(() => {
        Q(g, "role", t().tabs.length > 1 ? "tabpanel" : null), Q(g, "aria-labelledby", t().tabs.length > 1 ? `tab-${t().tab}` : null);
      }), b(te, ye);
    }, he = (te) => {
      var ye = Rf();
      b(te, ye);
    };
    J(ee, (te) => {
      r(s) ? te(_e) : t().source.kind === "server" && te(he, 1);
    });
  }
  F(() => R(y, t().busy ? "working…" : "")), ue("click", I, (te) => {
    te.preventDefault(), document.getElementById("views")?.focus();
  }), b(a, h), Xe();
}
ct(["click", "keydown"]);
var Ff = /* @__PURE__ */ jr("<rect><title> </title></rect>"), jf = /* @__PURE__ */ M('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Df = /* @__PURE__ */ M('<span class="token"> </span>'), Uf = /* @__PURE__ */ M('<p class="strip"></p>'), Hf = /* @__PURE__ */ M('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function zf(a, e) {
  Ge(e, !0);
  const t = 12, n = /* @__PURE__ */ S(() => new Map(e.entry.at.map((h, I) => [h, e.entry.values[I]]))), s = /* @__PURE__ */ S(() => e.sample.boxes.filter(([h]) => r(n).has(h)).map(([h, I, _, m, y, T]) => ({ at: h, image: I, x1: _, y1: m, x2: y, y2: T, value: r(n).get(h) }))), i = /* @__PURE__ */ S(() => {
    const h = e.entry.at.filter((m) => e.sample.kinds[m] === "t");
    if (!h.length) return [];
    const I = Math.min(...h) - t, _ = Math.max(...h) + t;
    return e.sample.tokens.map((m, y) => ({ text: m, at: y })).filter(({ at: m }) => e.sample.kinds[m] === "t" && m >= I && m <= _);
  }), o = (h) => Math.max(0, h / (e.high || 1));
  var l = Hf(), c = x(l);
  Ee(c, 17, () => e.sample.pictures, De, (h, I, _) => {
    var m = jf(), y = x(m), T = u(y, 2);
    Ee(T, 21, () => r(s).filter((A) => A.image === _), (A) => A.at, (A, U) => {
      var X = Ff(), Z = x(X), V = K(Z, !0);
      F(
        (j, C, G) => {
          Q(X, "x", r(U).x1), Q(X, "y", r(U).y1), Q(X, "width", r(U).x2 - r(U).x1), Q(X, "height", r(U).y2 - r(U).y1), Q(X, "fill", j), Q(X, "fill-opacity", C), R(V, G);
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
        () => r(s).filter((A) => A.image === _).length
      ]
    ), b(h, m);
  });
  var f = u(c, 2), p = x(f), v = u(p, 2, !0), w = u(f, 2);
  {
    var d = (h) => {
      var I = Uf();
      Ee(I, 21, () => r(i), ({ text: _, at: m }) => m, (_, m) => {
        let y = () => r(m).text, T = () => r(m).at;
        const A = /* @__PURE__ */ S(() => r(n).get(T()));
        var U = Df();
        let X;
        var Z = K(U, !0);
        F(
          (V, j, C, G) => {
            Q(U, "title", V), X = ze(U, "", X, { background: j, color: C }), R(Z, G);
          },
          [
            () => r(A) === void 0 ? void 0 : Je(r(A)),
            () => r(A) === void 0 ? null : Et(o(r(A)), !1),
            () => r(A) === void 0 ? null : On(o(r(A)), !1),
            () => rt(y())
          ]
        ), b(_, U);
      }), b(h, I);
    };
    J(w, (h) => {
      r(i).length && h(d);
    });
  }
  F(
    (h) => {
      R(p, `example ${e.entry.sample ?? ""}, up to ${h ?? ""}`), R(v, e.sample.question);
    },
    [() => Je(e.entry.max)]
  ), b(a, l), Xe();
}
const vs = (a, e = er, t = er) => {
  var n = Jf(), s = x(n), i = K(s, !0), o = u(s, 2);
  Ee(o, 21, e, De, (l, c) => {
    var f = /* @__PURE__ */ S(() => Vt(r(c), 2));
    let p = () => r(f)[0], v = () => r(f)[1];
    var w = Wf(), d = x(w), h = u(d), I = K(h, !0);
    F(
      (_, m, y) => {
        Q(w, "title", `logit ${_ ?? ""}`), R(d, `${m ?? ""} `), R(I, y);
      },
      [
        () => It(v()),
        () => rt(p()),
        () => It(v())
      ]
    ), b(l, w);
  }), F(() => R(i, t())), b(a, n);
};
var Bf = /* @__PURE__ */ jr("<rect><title> </title></rect>"), qf = /* @__PURE__ */ M('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Wf = /* @__PURE__ */ M("<li> <small> </small></li>"), Jf = /* @__PURE__ */ M('<div><h3> </h3> <ul class="best"></ul></div>'), Kf = /* @__PURE__ */ M('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Vf = /* @__PURE__ */ M('<p class="fine">No feature has this number or word.</p>'), Yf = /* @__PURE__ */ M('<div class="plots"><!><!></div>'), Gf = /* @__PURE__ */ M('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Xf = /* @__PURE__ */ M('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), Zf = /* @__PURE__ */ M('<div class="examples"></div>'), Qf = /* @__PURE__ */ M('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <div class="plots"><!> <!></div> <!> <!></section> <section class="card" aria-label="Top examples"><h2>Top examples</h2> <!></section></div>'), $f = /* @__PURE__ */ M('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function ed(a, e) {
  Ge(e, !0);
  const t = (g, L = er, B = er, ne = er, fe = er) => {
    const pe = /* @__PURE__ */ S(() => 240 / L().length);
    var k = qf(), $ = x(k);
    Ee($, 21, () => m(L()), De, (ge, Se, ve) => {
      var be = Bf(), Le = x(be), Ue = K(Le, !0);
      F(
        (Ie) => {
          Q(be, "x", ve * r(pe)), Q(be, "y", 49 - r(Se)), Q(be, "width", Ie), Q(be, "height", r(Se)), R(Ue, L()[ve]);
        },
        [() => Math.max(1, r(pe) - 1)]
      ), b(ge, be);
    });
    var z = u($, 2), H = x(z), re = K(H, !0), xe = u(H), we = K(xe, !0), ke = u(xe), ae = K(ke, !0);
    F(() => {
      Q($, "aria-label", fe()), R(re, B()), R(we, fe()), R(ae, ne());
    }), b(g, k);
  }, n = 46, s = 6;
  let i = /* @__PURE__ */ D("density"), o = /* @__PURE__ */ D(""), l = /* @__PURE__ */ D(0), c = /* @__PURE__ */ D(600), f = /* @__PURE__ */ D(-1), p = /* @__PURE__ */ D(null);
  const v = /* @__PURE__ */ S(() => {
    const g = r(o).trim().toLowerCase();
    return e.data.features.filter((B) => !g || String(B.feature) === g || B.up.some(([ne]) => ne.toLowerCase().includes(g))).toSorted((B, ne) => r(i) === "feature" ? B.feature - ne.feature : ne[r(i)] - B[r(i)]);
  }), w = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(l) / n) - s)), d = /* @__PURE__ */ S(() => r(v).slice(r(w), r(w) + Math.ceil(r(c) / n) + 2 * s)), h = /* @__PURE__ */ S(() => r(v).find((g) => g.feature === r(f)) ?? r(v)[0]), I = (g) => g.up.slice(0, 4).map(([L]) => rt(L)).join("  ");
  async function _(g) {
    const L = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[g.key];
    if (L === void 0 || !r(v).length) return;
    g.preventDefault();
    const B = Math.min(r(v).length - 1, Math.max(0, r(v).indexOf(r(h)) + L));
    N(f, r(v)[B].feature, !0), r(p) && (B * n < r(p).scrollTop || (B + 1) * n > r(p).scrollTop + r(c)) && (r(p).scrollTop = B * n - r(c) / 2), await ei();
  }
  const m = (g) => {
    const L = Math.max(1, ...g);
    return g.map((B) => B ? Math.max(2, 46 * Math.log1p(B) / Math.log1p(L)) : 0);
  };
  var y = $f(), T = Te(y), A = x(T), U = x(A), X = K(U, !0), Z = u(U, 2), V = K(Z), j = u(T, 2), C = x(j), G = x(C), se = x(G), q = u(x(se)), ce = u(se, 2), oe = u(x(ce)), W = x(oe);
  W.value = W.__value = "density";
  var ee = u(W);
  ee.value = ee.__value = "max";
  var _e = u(ee);
  _e.value = _e.__value = "feature", vt(oe);
  var he = u(G, 2), te = x(he);
  let ye;
  Ee(te, 23, () => r(d), (g) => g.feature, (g, L, B) => {
    var ne = Kf();
    let fe;
    var pe = x(ne), k = K(pe, !0), $ = u(pe), z = K($), H = u($), re = K(H, !0);
    F(
      (xe, we, ke) => {
        Q(ne, "id", `feature-${r(L).feature ?? ""}`), Q(ne, "aria-selected", r(L) === r(h)), Q(ne, "aria-setsize", r(v).length), Q(ne, "aria-posinset", r(w) + r(B) + 1), fe = ze(ne, "", fe, {
          top: `${(r(w) + r(B)) * n}px`,
          height: "46px"
        }), R(k, r(L).feature), R(z, `${xe ?? ""} of tokens, up to ${we ?? ""}`), R(re, ke);
      },
      [
        () => pt(r(L).density),
        () => Je(r(L).max),
        () => I(r(L))
      ]
    ), ue("click", ne, () => N(f, r(L).feature, !0)), b(g, ne);
  }), Dr(he, (g) => N(p, g), () => r(p));
  var me = u(he, 2);
  {
    var Y = (g) => {
      var L = Vf();
      b(g, L);
    };
    J(me, (g) => {
      r(v).length || g(Y);
    });
  }
  var P = u(C, 2);
  {
    var E = (g) => {
      var L = Qf(), B = x(L), ne = x(B), fe = K(ne), pe = u(ne, 2), k = K(pe), $ = u(pe, 2), z = x($);
      {
        let ve = /* @__PURE__ */ S(() => Je(r(h).high));
        t(z, () => r(h).histogram, () => "0", () => r(ve), () => "activations, log counts");
      }
      var H = u(z, 2);
      {
        var re = (ve) => {
          {
            let be = /* @__PURE__ */ S(() => Je(r(h).edges[0])), Le = /* @__PURE__ */ S(() => Je(r(h).edges.at(-1)));
            t(ve, () => r(h).words, () => r(be), () => r(Le), () => "logits of all words, log counts");
          }
        };
        J(H, (ve) => {
          r(h).words.length && ve(re);
        });
      }
      var xe = u($, 2);
      {
        var we = (ve) => {
          var be = Yf(), Le = x(be);
          vs(Le, () => r(h).up, () => "Its direction speaks for");
          var Ue = u(Le);
          vs(Ue, () => r(h).down, () => "and against"), b(ve, be);
        };
        J(xe, (ve) => {
          r(h).up.length && ve(we);
        });
      }
      var ke = u(xe, 2);
      {
        var ae = (ve) => {
          var be = Xf(), Le = Te(be), Ue = u(x(Le)), Ie = K(Ue), Be = u(Le, 2), at = u(x(Be));
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
            ([We, ft, Ae]) => We,
            (We, ft) => {
              var Ae = /* @__PURE__ */ S(() => Vt(r(ft), 3));
              let Oe = () => r(Ae)[0], Ce = () => r(Ae)[1], Ze = () => r(Ae)[2];
              var dt = Gf(), Ur = x(dt), ua = K(Ur, !0), Hr = u(Ur);
              let ca;
              var Ca = K(Hr, !0), zr = u(Hr);
              let fa;
              var da = K(zr, !0);
              F(
                (Ia, Fa, ja) => {
                  R(ua, Ia), ca = ze(Hr, "", ca, { "--share": `${100 * Ce()}%` }), R(Ca, Fa), fa = ze(zr, "", fa, { "--share": `${100 * Ze()}%` }), R(da, ja);
                },
                [
                  () => rt(Oe()),
                  () => pt(Ce()),
                  () => pt(Ze())
                ]
              ), b(We, dt);
            }
          ), F((We) => R(Ie, `its top example, ${We ?? ""} × its largest activation added at all tokens: the next token`), [() => Je(e.data.steer)]), b(ve, be);
        };
        J(ke, (ve) => {
          r(h).steering && ve(ae);
        });
      }
      var ge = u(B, 2), Se = u(x(ge), 2);
      ll(Se, () => r(h).feature, (ve) => {
        var be = Zf();
        Ee(be, 21, () => r(h).top, (Le) => Le.sample, (Le, Ue) => {
          zf(Le, {
            get entry() {
              return r(Ue);
            },
            get sample() {
              return e.data.samples[r(Ue).sample];
            },
            get high() {
              return r(h).max;
            }
          });
        }), b(ve, be);
      }), F(
        (ve, be) => {
          Q(B, "aria-label", `Feature ${r(h).feature ?? ""}`), R(fe, `Feature ${r(h).feature ?? ""}`), R(k, `active at ${ve ?? ""} of tokens, up to ${be ?? ""}`);
        },
        [
          () => pt(r(h).density),
          () => Je(r(h).max)
        ]
      ), b(g, L);
    };
    J(P, (g) => {
      r(h) && g(E);
    });
  }
  F(
    (g, L, B, ne) => {
      R(X, e.data.title), R(V, `${g ?? ""} of ${L ?? ""} features, over ${B ?? ""} tokens of ${ne ?? ""} examples`), Q(he, "aria-label", `Features, ${r(v).length ?? ""}`), Q(he, "aria-activedescendant", r(h) ? `feature-${r(h).feature}` : void 0), ye = ze(te, "", ye, {
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
  ), St(q, () => r(o), (g) => N(o, g)), bt(oe, () => r(i), (g) => N(i, g)), He("scroll", he, () => N(l, r(p).scrollTop, !0)), ue("keydown", he, _), la(he, "clientHeight", (g) => N(c, g)), b(a, y), Xe();
}
ct(["keydown", "click"]);
function mi(a, e) {
  return a.classList.add("vlm"), si(If, { target: a, props: { session: new mu(e) } });
}
const Jr = document.querySelector("#app[data-start]"), hs = document.getElementById("features")?.textContent;
if (Jr && hs)
  Jr.classList.add("vlm"), si(ed, { target: Jr, props: { data: JSON.parse(hs) } });
else if (Jr) {
  const a = document.getElementById("study")?.textContent;
  mi(Jr, a ? new hu(JSON.parse(a)) : new vu());
}
const rd = {
  render({ model: a, el: e }) {
    const t = mi(e, new pu(a));
    return () => il(t);
  }
};
export {
  rd as default,
  mi as start
};

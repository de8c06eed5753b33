var Pa = Array.isArray, Ki = Array.prototype.indexOf, $r = Array.prototype.includes, La = Array.from, _s = Object.defineProperty, Ar = Object.getOwnPropertyDescriptor, ms = Object.getOwnPropertyDescriptors, Ji = Object.prototype, Vi = Array.prototype, mn = Object.getPrototypeOf, Yn = Object.isExtensible;
const er = () => {
};
function Yi(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function bs() {
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
const ot = 2, Lr = 4, Oa = 8, ys = 1 << 24, Nt = 16, Ot = 32, rr = 64, tn = 128, bn = 256, Lt = 512, et = 1024, We = 2048, wt = 4096, lt = 8192, st = 16384, Fr = 32768, ea = 1 << 25, vr = 65536, ya = 1 << 17, Gi = 1 << 18, Dr = 1 << 19, Xi = 1 << 20, Ut = 1 << 25, wa = 1 << 21, Mr = 1 << 22, tr = 1 << 23, Yt = /* @__PURE__ */ Symbol("$state"), ws = /* @__PURE__ */ Symbol("component"), Zi = /* @__PURE__ */ Symbol("legacy props"), Qi = /* @__PURE__ */ Symbol(""), ks = /* @__PURE__ */ Symbol("attributes"), rn = /* @__PURE__ */ Symbol("class"), an = /* @__PURE__ */ Symbol("style"), nn = /* @__PURE__ */ Symbol("text"), ga = /* @__PURE__ */ Symbol("form reset"), na = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), $i = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), eo = 1, to = 2, xs = 4, ro = 8, ao = 16, no = 1, so = 4, io = 8, oo = 16, Ss = 1, lo = 2, As = {}, $e = /* @__PURE__ */ Symbol("uninitialized"), uo = "http://www.w3.org/1999/xhtml";
function co() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function fo() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function vo() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function Ms(a) {
  return a === this.v;
}
function Es(a, e) {
  return a != a ? e == e : a !== e || a !== null && typeof a == "object" || typeof a == "function";
}
function Ns(a) {
  return !Es(a, this.v);
}
function ho() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function po(a, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function go(a) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function _o() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function mo(a) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function bo() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function yo(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function wo() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function ko() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function xo() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function So() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let ut = null;
function Or(a) {
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
      Ce
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
      Js(n);
  }
  return e.i = !0, ut = e.p, yn(a);
}
function yn(a = {}) {
  return _s(a, ws, { value: !0 }), a;
}
function Ts() {
  return !0;
}
let lr = [];
function Ps() {
  var a = lr;
  lr = [], Yi(a);
}
function Jt(a) {
  if (lr.length === 0 && !Xr) {
    var e = lr;
    queueMicrotask(() => {
      e === lr && Ps();
    });
  }
  lr.push(a);
}
function Ao() {
  for (; lr.length > 0; )
    Ps();
}
const Mo = -7169;
function Ye(a, e) {
  a.f = a.f & Mo | e;
}
function wn(a) {
  (a.f & Lt) !== 0 || a.deps === null ? Ye(a, et) : Ye(a, wt);
}
function Ls(a, e) {
  (a.f & We) !== 0 ? e.set(a, We) : (a.f & wt) !== 0 && e.get(a) !== We && e.set(a, wt), Ye(a, et);
}
let Gn = !1;
function Eo() {
  Gn || (Gn = !0, document.addEventListener(
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
function Ur(a) {
  var e = Pe, t = Ce;
  At(null), qt(null);
  try {
    return a();
  } finally {
    At(e), qt(t);
  }
}
function kn(a, e, t, n = t) {
  a.addEventListener(e, () => Ur(t));
  const s = (
    /** @type {any} */
    a[ga]
  );
  s ? a[ga] = () => {
    s(), n(!0);
  } : a[ga] = () => n(!0), Eo();
}
function No(a, e, t, n) {
  const s = ta;
  var i = a.filter((f) => !f.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Ce
  ), u = To(), d = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((f) => f.promise)) : null;
  function g(f) {
    if ((l.f & st) === 0) {
      u();
      try {
        n([...o, ...f]);
      } catch (h) {
        Dt(h, l);
      }
      ka();
    }
  }
  var v = Os();
  if (t.length === 0) {
    d.then(() => g([])).finally(v);
    return;
  }
  function A() {
    Promise.all(t.map((f) => /* @__PURE__ */ Po(f))).then(g).catch((f) => Dt(f, l)).finally(v);
  }
  d ? d.then(() => {
    if ((l.f & st) !== 0) {
      v();
      return;
    }
    u(), A(), ka();
  }) : A();
}
function To() {
  var a = (
    /** @type {Effect} */
    Ce
  ), e = Pe, t = ut, n = (
    /** @type {Batch} */
    Ne
  );
  return function(i = !0) {
    qt(a), At(e), Or(t), i && (a.f & st) === 0 && (n?.activate(), n?.apply());
  };
}
function ka(a = !0) {
  qt(null), At(null), Or(null), a && Ne?.deactivate();
}
function Os() {
  var a = (
    /** @type {Effect} */
    Ce
  ), e = a.b, t = (
    /** @type {Batch} */
    Ne
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(n, a), () => {
    e?.update_pending_count(-1, t), t.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function ta(a) {
  var e = ot | We;
  return Ce !== null && (Ce.f |= Dr), {
    ctx: ut,
    deps: null,
    effects: null,
    equals: Ms,
    f: e,
    fn: a,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      $e
    ),
    wv: 0,
    parent: Ce,
    ac: null
  };
}
const Vr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function Po(a, e, t) {
  let n = (
    /** @type {Effect | null} */
    Ce
  );
  n === null && ho();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = hr(
    /** @type {V} */
    $e
  ), o = !Pe, l = /* @__PURE__ */ new Set();
  return Jo(() => {
    var u = (
      /** @type {Effect} */
      Ce
    ), d = bs();
    s = d.promise;
    try {
      Promise.resolve(a()).then(d.resolve, (f) => {
        f !== na && d.reject(f);
      }).finally(ka);
    } catch (f) {
      d.reject(f), ka();
    }
    var g = (
      /** @type {Batch} */
      Ne
    );
    if (o) {
      if ((u.f & Fr) !== 0)
        var v = Os();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        g.async_deriveds.get(u)?.reject(Vr);
      else
        for (const f of l.values())
          f.reject(Vr);
      l.add(d), g.async_deriveds.set(u, d);
    }
    const A = (f, h = void 0) => {
      v?.(), l.delete(d), h !== Vr && (g.activate(), h ? (i.f |= tr, Rr(i, h)) : ((i.f & tr) !== 0 && (i.f ^= tr), Rr(i, f)), g.deactivate());
    };
    d.promise.then(A, (f) => A(null, f || "unknown"));
  }), En(() => {
    for (const u of l)
      u.reject(Vr);
  }), new Promise((u) => {
    function d(g) {
      function v() {
        g === s ? u(i) : d(s);
      }
      g.then(v, v);
    }
    d(s);
  });
}
// @__NO_SIDE_EFFECTS__
function S(a) {
  const e = /* @__PURE__ */ ta(a);
  return Zs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Rs(a) {
  const e = /* @__PURE__ */ ta(a);
  return e.equals = Ns, e;
}
function Lo(a) {
  var e = a.effects;
  if (e !== null) {
    a.effects = null;
    for (var t = 0; t < e.length; t += 1)
      gt(
        /** @type {Effect} */
        e[t]
      );
  }
}
function xn(a) {
  var e, t = Ce, n = a.parent;
  if (!Xt && n !== null && a.v !== $e && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (st | lt)) !== 0)
    return co(), a.v;
  qt(n);
  try {
    Lo(a), e = ti(a);
  } finally {
    qt(t);
  }
  return e;
}
function Cs(a) {
  var e = xn(a);
  if (!a.equals(e) && (a.wv = $s(), (!Ne?.is_fork || a.deps === null) && (Ne !== null ? (Ne.capture(a, e, !0), Er?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    Ye(a, et);
    return;
  }
  Xt || (Tt !== null ? (Mn() || Ne?.is_fork) && Tt.set(a, e) : wn(a));
}
function Oo(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Ur(() => {
        e.ac.abort(na), e.ac = null;
      }), e.fn !== null && (e.teardown = er), ra(e, 0), Nn(e));
}
function Is(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Cr(e);
}
let Wa = null, wr = null, Ne = null, Er = null, Tt = null, sn = null, Xr = !1, Ka = !1, Zr = null, _a = null;
var Xn = 0;
let Ro = 1;
class ar {
  id = Ro++;
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
    wr === null ? Wa = wr = this : (wr.next = this, this.prev = wr), wr = this;
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
        Ye(s, We), t(s);
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
      if (!((i.f & st) !== 0 || (i.f & (We | wt)) === 0)) {
        for (var t = i, n = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (rr | Ot)) !== 0) {
            if ((s & et) === 0) {
              n = !0;
              break;
            }
            t.f ^= et;
          }
        }
        n || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      Ye(l, u), this.schedule(l);
    this.apply();
    for (var e = Zr = [], t = [], n = _a = []; this.#s.length > 0; ) {
      Xn++ > 1e3 && (this.#f(), Io());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw Ds(l), this.#h() || this.discard(), u;
        }
    }
    if (Ne = null, n.length > 0) {
      var s = ar.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Zr = null, _a = null, this.#h()) {
      this.#g(t), this.#g(e);
      for (const [l, u] of this.#l)
        Fs(l, u);
      n.length > 0 && /** @type {unknown} */
      Ne.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(t), this.#g(e), i.#d(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Er = this, Zn(t), Zn(e), Er = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Ne
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#f(), o !== null && (Ht.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, n) {
    e.f ^= et;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Ot | rr)) !== 0, l = o && (i & et) !== 0, u = l || (i & lt) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= et : (i & Lr) !== 0 ? t.push(s) : la(s) && ((i & Nt) !== 0 && this.add_dirty_reaction(s, wt), Cr(s));
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
      if (s !== null && !((n.f & ot) !== 0 && (n.f & (We | wt)) === 0))
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
            i & (Mr | Nt) && !this.async_deriveds.has(o) && (this.#i.delete(o), Ye(o, We), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      t(n);
    this.oncommit(() => e.discard()), e.#f(), Ne = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var t = 0; t < e.length; t += 1)
      Ls(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, n = !1) {
    e.v !== $e && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & tr) === 0 && (this.current.set(e, [t, n]), Tt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    Ne = this;
  }
  deactivate() {
    Ne = null, Tt = null;
  }
  flush() {
    try {
      Ka = !0, Ne = this, this.#p();
    } finally {
      Xn = 0, sn = null, Zr = null, _a = null, Ka = !1, Ne = null, Tt = null, Ht.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Vr);
    this.#f(), this.#n?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let v = Wa; v !== null; v = v.next) {
      var e = v.id < this.id, t = [];
      for (const [A, [f, h]] of this.current) {
        if (v.current.has(A)) {
          var n = (
            /** @type {[any, boolean]} */
            v.current.get(A)[0]
          );
          if (e && f !== n)
            v.current.set(A, [f, h]);
          else
            continue;
        }
        t.push(A);
      }
      if (e)
        for (const [A, f] of this.async_deriveds) {
          const h = v.async_deriveds.get(A);
          h && f.promise.then(h.resolve).catch(h.reject);
        }
      var s = [...v.current.keys()].filter(
        (A) => !/** @type {[any, boolean]} */
        v.current.get(A)[1]
      );
      if (!(!v.started || s.length === 0)) {
        var i = s.filter((A) => !this.current.has(A));
        if (i.length === 0)
          e && v.discard();
        else if (t.length > 0) {
          if (e)
            for (const A of this.#v)
              v.unskip_effect(A, (f) => {
                (f.f & (Nt | Mr)) !== 0 ? v.schedule(f) : v.#g([f]);
              });
          v.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            js(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var d = [...v.current].filter(([A, f]) => {
            const h = this.current.get(A);
            return h ? h[0] !== f[0] || h[1] !== f[1] : !0;
          }).map(([A]) => A);
          if (d.length > 0)
            for (const A of this.#o)
              (A.f & (st | lt | ya)) === 0 && Sn(A, d, l) && ((A.f & (Mr | Nt)) !== 0 ? (Ye(A, We), v.schedule(A)) : v.add_dirty_reaction(A, We));
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
    this.#u || (this.#u = !0, Jt(() => {
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
    (t === We || this.#i.get(e) !== We) && this.#i.set(e, t);
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
    return (this.#n ??= bs()).promise;
  }
  static ensure() {
    if (Ne === null) {
      const e = Ne = new ar();
      !Ka && !Xr && Jt(() => {
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
    if (sn = e, e.b?.is_pending && (e.f & (Lr | Oa | ys)) !== 0 && (e.f & Fr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #f() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Wa = t : e.next = t, t === null ? wr = e : t.prev = e, this.linked = !1;
    }
  }
}
function Co(a) {
  var e = Xr, t = Er;
  Er = null, Xr = !0;
  try {
    for (var n; ; ) {
      if (Ao(), Ne === null)
        return (
          /** @type {T} */
          n
        );
      Ne.flush();
    }
  } finally {
    Xr = e, Er = t;
  }
}
function Io() {
  try {
    bo();
  } catch (a) {
    Dt(a, sn);
  }
}
let Kt = null;
function Zn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var n = a[t++];
      if ((n.f & (st | lt)) === 0 && la(n) && (Kt = /* @__PURE__ */ new Set(), Cr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Ys(n), Kt?.size > 0)) {
        Ht.clear();
        for (const s of Kt) {
          if ((s.f & (st | lt)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Kt.has(o) && (Kt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (st | lt)) === 0 && Cr(u);
          }
        }
        Kt.clear();
      }
    }
    Kt = null;
  }
}
function js(a, e, t, n) {
  if (!t.has(a) && (t.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & ot) !== 0 ? js(
        /** @type {Derived} */
        s,
        e,
        t,
        n
      ) : (i & (Mr | Nt)) !== 0 && (i & We) === 0 && Sn(s, e, n) && (Ye(s, We), An(
        /** @type {Effect} */
        s
      ));
    }
}
function Sn(a, e, t) {
  const n = t.get(a);
  if (n !== void 0) return n;
  if (a.deps !== null)
    for (const s of a.deps) {
      if ($r.call(e, s))
        return !0;
      if ((s.f & ot) !== 0 && Sn(
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
function An(a) {
  Ne.schedule(a);
}
function Fs(a, e) {
  if (!((a.f & Ot) !== 0 && (a.f & et) !== 0)) {
    (a.f & We) !== 0 ? e.d.push(a) : (a.f & wt) !== 0 && e.m.push(a), Ye(a, et);
    for (var t = a.first; t !== null; )
      Fs(t, e), t = t.next;
  }
}
function Ds(a) {
  Ye(a, et);
  for (var e = a.first; e !== null; )
    Ds(e), e = e.next;
}
let xa = /* @__PURE__ */ new Set();
const Ht = /* @__PURE__ */ new Map();
let Us = !1;
function hr(a, e) {
  var t = {
    f: 0,
    v: a,
    reactions: null,
    equals: Ms,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function H(a, e) {
  const t = hr(a);
  return Zs(t), t;
}
// @__NO_SIDE_EFFECTS__
function jo(a, e = !1, t = !0) {
  const n = hr(a);
  return e || (n.equals = Ns), n;
}
function T(a, e, t = !1) {
  Pe !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Pt || (Pe.f & ya) !== 0) && Ts() && (Pe.f & (ot | Nt | Mr | ya)) !== 0 && (zt === null || !zt.has(a)) && xo();
  let n = t ? ur(e) : e;
  return Rr(a, n, _a);
}
var or = null, on = 0;
function Rr(a, e, t = null) {
  if (!a.equals(e)) {
    Xt ? Ht.set(a, e) : Ht.has(a) || Ht.set(a, a.v);
    var n = ar.ensure();
    if (n.capture(a, e), (a.f & ot) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & We) !== 0 && xn(s), Tt === null && wn(s);
    }
    a.wv = $s(), or = null, on = 0, Hs(a, We, t), or = null, Ce !== null && (Ce.f & et) !== 0 && (Ce.f & (Ot | rr)) === 0 && (kt === null ? Go([a]) : kt.push(a)), !n.is_fork && xa.size > 0 && !Us && Fo();
  }
  return e;
}
function Fo() {
  Us = !1;
  for (const a of xa) {
    (a.f & et) !== 0 && Ye(a, wt);
    let e;
    try {
      e = la(a);
    } catch {
      e = !0;
    }
    e && Cr(a);
  }
  xa.clear();
}
function Do(a, e = 1) {
  var t = r(a), n = e === 1 ? t++ : t--;
  return T(a, t), n;
}
function Qr(a) {
  T(a, a.v + 1);
}
function Hs(a, e, t) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (on += s, on > 1e5 && or === null && (or = /* @__PURE__ */ new Set()), or !== null) {
      if (or.has(a)) return;
      or.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, u = (l & We) === 0;
      if (u && Ye(o, e), (l & ya) !== 0)
        xa.add(
          /** @type {Effect} */
          o
        );
      else if ((l & ot) !== 0) {
        var d = (
          /** @type {Derived} */
          o
        );
        Tt?.delete(d), Hs(d, wt, t);
      } else if (u) {
        var g = (
          /** @type {Effect} */
          o
        );
        (l & Nt) !== 0 && Kt !== null && Kt.add(g), t !== null ? t.push(g) : An(g);
      }
    }
  }
}
function ur(a) {
  if (typeof a != "object" || a === null || Yt in a || ws in a)
    return a;
  const e = mn(a);
  if (e !== Ji && e !== Vi)
    return a;
  var t = /* @__PURE__ */ new Map(), n = Pa(a), s = /* @__PURE__ */ H(0), i = fr, o = (l) => {
    if (fr === i)
      return l();
    var u = Pe, d = fr;
    At(null), es(i);
    var g = l();
    return At(u), es(d), g;
  };
  return n && t.set("length", /* @__PURE__ */ H(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, u, d) {
        (!("value" in d) || d.configurable === !1 || d.enumerable === !1 || d.writable === !1) && wo();
        var g = t.get(u);
        return g === void 0 ? o(() => {
          var v = /* @__PURE__ */ H(d.value);
          return t.set(u, v), v;
        }) : T(g, d.value, !0), !0;
      },
      deleteProperty(l, u) {
        var d = t.get(u);
        if (d === void 0) {
          if (u in l) {
            const g = o(() => /* @__PURE__ */ H($e));
            t.set(u, g), Qr(s);
          }
        } else
          T(d, $e), Qr(s);
        return !0;
      },
      get(l, u, d) {
        if (u === Yt)
          return a;
        var g = t.get(u), v = u in l;
        if (g === void 0 && (!v || Ar(l, u)?.writable) && (g = o(() => {
          var f = ur(v ? l[u] : $e), h = /* @__PURE__ */ H(f);
          return h;
        }), t.set(u, g)), g !== void 0) {
          var A = r(g);
          return A === $e ? void 0 : A;
        }
        return Reflect.get(l, u, d);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var d = Reflect.getOwnPropertyDescriptor(l, u), g = t.get(u);
        if (g !== void 0) {
          var v = r(g);
          if (v === $e)
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
      has(l, u) {
        if (u === Yt)
          return !0;
        var d = t.get(u), g = d !== void 0 && d.v !== $e || Reflect.has(l, u);
        if (d !== void 0 || (Ce !== null || Pe !== null) && (!g || Ar(l, u)?.writable)) {
          d === void 0 && (d = o(() => {
            var A = g ? ur(l[u]) : $e, f = /* @__PURE__ */ H(A);
            return f;
          }), t.set(u, d));
          var v = r(d);
          if (v === $e)
            return !1;
        }
        return g;
      },
      set(l, u, d, g) {
        var v = t.get(u), A = u in l;
        if (n && u === "length")
          for (var f = d; f < /** @type {Source<number>} */
          v.v; f += 1) {
            var h = t.get(f + "");
            h !== void 0 ? T(h, $e) : f in l && (h = o(() => /* @__PURE__ */ H($e)), t.set(f + "", h));
          }
        if (v === void 0)
          (!A || Ar(l, u)?.writable) && (v = o(() => /* @__PURE__ */ H(void 0)), T(v, ur(d)), t.set(u, v));
        else {
          A = v.v !== $e;
          var O = o(() => ur(d));
          T(v, O);
        }
        var y = Reflect.getOwnPropertyDescriptor(l, u);
        if (y?.set && y.set.call(g, d), !A) {
          if (n && typeof u == "string") {
            var _ = (
              /** @type {Source<number>} */
              t.get("length")
            ), b = Number(u);
            Number.isInteger(b) && b >= _.v && T(_, b + 1);
          }
          Qr(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var u = Reflect.ownKeys(l).filter((v) => {
          var A = t.get(v);
          return A === void 0 || A.v !== $e;
        });
        for (var [d, g] of t)
          g.v !== $e && !(d in l) && u.push(d);
        return u;
      },
      setPrototypeOf() {
        ko();
      }
    }
  );
}
function Qn(a) {
  try {
    if (a !== null && typeof a == "object" && Yt in a)
      return a[Yt];
  } catch {
  }
  return a;
}
function zs(a, e) {
  return Object.is(Qn(a), Qn(e));
}
var Sa, Bs, qs, Ws;
function Uo() {
  if (Sa === void 0) {
    Sa = window, Bs = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, t = Text.prototype;
    qs = Ar(e, "firstChild").get, Ws = Ar(e, "nextSibling").get, Yn(a) && (a[rn] = void 0, a[ks] = null, a[an] = void 0, a.__e = void 0), Yn(t) && (t[nn] = void 0);
  }
}
function Gt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ft(a) {
  return (
    /** @type {TemplateNode | null} */
    qs.call(a)
  );
}
// @__NO_SIDE_EFFECTS__
function sa(a) {
  return (
    /** @type {TemplateNode | null} */
    Ws.call(a)
  );
}
function x(a, e) {
  return /* @__PURE__ */ Ft(a);
}
function Te(a, e = !1) {
  {
    var t = /* @__PURE__ */ Ft(a);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ sa(t) : t;
  }
}
function W(a, e = !1) {
  return /* @__PURE__ */ Ft(a);
}
function c(a, e = 1, t = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ sa(n);
  return n;
}
function Ho(a) {
  a.textContent = "";
}
function Ks() {
  return !1;
}
function zo(a, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(a, { is: t }) : document.createElement(a)
  );
}
function Bo(a) {
  var e = Ce;
  if (e === null)
    return Pe.f |= tr, a;
  if ((e.f & Fr) === 0 && (e.f & Lr) === 0)
    throw a;
  Dt(a, e);
}
function Dt(a, e) {
  if (a === As)
    throw a;
  if (!(e !== null && (e.f & st) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & tn) !== 0 && (e.f & (st | ea)) === 0) {
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
function qo(a) {
  Ce === null && (Pe === null && mo(), _o()), Xt && go();
}
function Wo(a, e) {
  var t = e.last;
  t === null ? e.last = e.first = a : (t.next = a, a.prev = t, e.last = a);
}
function Zt(a, e) {
  var t = Ce;
  t !== null && (t.f & lt) !== 0 && (a |= lt);
  var n = {
    ctx: ut,
    deps: null,
    nodes: null,
    f: a | We | Lt,
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
  if ((a & Lr) !== 0)
    Zr !== null ? Zr.push(n) : ar.ensure().schedule(n);
  else if (e !== null) {
    try {
      Cr(n);
    } catch (o) {
      throw gt(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Dr) === 0 && (s = s.first, (a & Nt) !== 0 && (a & vr) !== 0 && s !== null && (s.f |= vr));
  }
  if (s !== null && (s.parent = t, t !== null && Wo(s, t), Pe !== null && (Pe.f & ot) !== 0 && (a & rr) === 0)) {
    var i = (
      /** @type {Derived} */
      Pe
    );
    (i.effects ??= []).push(s);
  }
  return n;
}
function Mn() {
  return Pe !== null && !Pt;
}
function En(a) {
  const e = Zt(Oa, null);
  return Ye(e, et), e.teardown = a, e;
}
function pt(a) {
  qo();
  var e = (
    /** @type {Effect} */
    Ce.f
  ), t = !Pe && (e & Ot) !== 0 && ut !== null && !ut.i;
  if (t) {
    var n = (
      /** @type {ComponentContext} */
      ut
    );
    (n.e ??= []).push(a);
  } else
    return Js(a);
}
function Js(a) {
  return Zt(Lr | Xi, a);
}
function Ko(a) {
  ar.ensure();
  const e = Zt(rr | Dr, a);
  return (t = {}) => new Promise((n) => {
    t.outro ? dr(e, () => {
      gt(e), n(void 0);
    }) : (gt(e), n(void 0));
  });
}
function Ra(a) {
  return Zt(Lr, a);
}
function Jo(a) {
  return Zt(Mr | Dr, a);
}
function ia(a, e = 0) {
  return Zt(Oa | e, a);
}
function I(a, e = [], t = [], n = []) {
  No(n, e, t, (s) => {
    Zt(Oa, () => {
      a(...s.map(r));
    });
  });
}
function oa(a, e = 0) {
  var t = Zt(Nt | e, a);
  return t;
}
function xt(a) {
  return Zt(Ot | Dr, a);
}
function Vs(a) {
  var e = a.teardown;
  if (e !== null) {
    const t = Xt, n = Pe;
    $n(!0), At(null);
    try {
      e.call(null);
    } catch (s) {
      Dt(s, a.parent);
    } finally {
      $n(t), At(n);
    }
  }
}
function Nn(a, e = !1) {
  var t = a.first;
  for (a.first = a.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Ur(() => {
      s.abort(na);
    });
    var n = t.next;
    (t.f & rr) !== 0 ? t.parent = null : gt(t, e), t = n;
  }
}
function Vo(a) {
  for (var e = a.first; e !== null; ) {
    var t = e.next;
    (e.f & Ot) === 0 && gt(e), e = t;
  }
}
function gt(a, e = !0) {
  var t = !1;
  (e || (a.f & Gi) !== 0) && a.nodes !== null && a.nodes.end !== null && (Yo(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), t = !0), a.f |= ea, Nn(a, e && !t), ra(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  Vs(a), a.f ^= ea, a.f |= st;
  var s = a.parent;
  s !== null && s.first !== null && Ys(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function Yo(a, e) {
  for (; a !== null; ) {
    var t = a === e ? null : /* @__PURE__ */ sa(a);
    a.remove(), a = t;
  }
}
function Ys(a) {
  var e = a.parent, t = a.prev, n = a.next;
  t !== null && (t.next = n), n !== null && (n.prev = t), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = t));
}
function dr(a, e, t = !0) {
  var n = [];
  a.f |= bn, Gs(a, n, !0);
  var s = () => {
    t && gt(a), e && e();
  }, i = n.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of n)
      l.out(o);
  } else
    s();
}
function Gs(a, e, t) {
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
        Gs(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function Aa(a) {
  a.f &= ~bn, Xs(a, !0);
}
function Xs(a, e) {
  if ((a.f & bn) === 0 && (a.f & lt) !== 0) {
    a.f ^= lt, (a.f & et) === 0 && (Ye(a, We), ar.ensure().schedule(a));
    for (var t = a.first; t !== null; ) {
      var n = t.next, s = (t.f & vr) !== 0 || (t.f & Ot) !== 0;
      Xs(t, s ? e : !1), t = n;
    }
    var i = a.nodes && a.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function Tn(a, e) {
  if (a.nodes)
    for (var t = a.nodes.start, n = a.nodes.end; t !== null; ) {
      var s = t === n ? null : /* @__PURE__ */ sa(t);
      e.append(t), t = s;
    }
}
let Xt = !1;
function $n(a) {
  Xt = a;
}
let Pe = null, Pt = !1;
function At(a) {
  Pe = a;
}
let Ce = null;
function qt(a) {
  Ce = a;
}
let zt = null;
function Zs(a) {
  Pe !== null && ((Pe.f & wa) !== 0 || (Pe.f & ot) !== 0) && (zt ??= /* @__PURE__ */ new Set()).add(a);
}
let vt = null, yt = 0, kt = null;
function Go(a) {
  kt = a;
}
let Qs = 1, cr = 0, fr = cr;
function es(a) {
  fr = a;
}
function $s() {
  return ++Qs;
}
function la(a) {
  var e = a.f;
  if ((e & We) !== 0)
    return !0;
  if ((e & wt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      a.deps
    ), n = t.length, s = 0; s < n; s++) {
      var i = t[s];
      if (la(
        /** @type {Derived} */
        i
      ) && Cs(
        /** @type {Derived} */
        i
      ), i.wv > a.wv)
        return !0;
    }
    (e & Lt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Tt === null && Ye(a, et);
  }
  return !1;
}
function ei(a, e, t = !0) {
  var n = a.reactions;
  if (n !== null && !(zt !== null && zt.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & ot) !== 0 ? ei(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? Ye(i, We) : (i.f & et) !== 0 && Ye(i, wt), An(
        /** @type {Effect} */
        i
      ));
    }
}
function ti(a) {
  var e = vt, t = yt, n = kt, s = Pe, i = zt, o = ut, l = Pt, u = fr, d = a.f;
  vt = /** @type {null | Value[]} */
  null, yt = 0, kt = null, Pe = (d & (Ot | rr)) === 0 ? a : null, zt = null, Or(a.ctx), Pt = !1, fr = ++cr, a.ac !== null && (Ur(() => {
    a.ac.abort(na);
  }), a.ac = null);
  try {
    a.f |= wa;
    var g = (
      /** @type {Function} */
      a.fn
    ), v = g();
    a.f |= Fr;
    var A = ts(a);
    if (Ts() && kt !== null && !Pt && A !== null && (a.f & (ot | wt | We)) === 0)
      for (var f = 0; f < /** @type {Source[]} */
      kt.length; f++)
        ei(
          kt[f],
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
    return ts(a), Bo(h);
  } finally {
    a.f ^= wa, vt = e, yt = t, kt = n, Pe = s, zt = i, Or(o), Pt = l, fr = u;
  }
}
function ts(a) {
  var e = a.deps, t = Ne?.is_fork;
  if (vt !== null) {
    var n;
    if (t || ra(a, yt), e !== null && yt > 0)
      for (e.length = yt + vt.length, n = 0; n < vt.length; n++)
        e[yt + n] = vt[n];
    else
      a.deps = e = vt;
    if (Mn() && (a.f & Lt) !== 0)
      for (n = yt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !t && e !== null && yt < e.length && (ra(a, yt), e.length = yt);
  return e;
}
function Xo(a, e) {
  let t = e.reactions;
  if (t !== null) {
    var n = Ki.call(t, a);
    if (n !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[n] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & ot) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (vt === null || !$r.call(vt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Lt) !== 0 && (i.f ^= Lt), i.v !== $e && wn(i), i.ac !== null && Ur(() => {
      i.ac.abort(na), i.ac = null, Ye(i, We);
    }), Oo(i), ra(i, 0);
  }
}
function ra(a, e) {
  var t = a.deps;
  if (t !== null)
    for (var n = e; n < t.length; n++)
      Xo(a, t[n]);
}
function Cr(a) {
  var e = a.f;
  if ((e & st) === 0) {
    Ye(a, et);
    var t = Ce;
    Ce = a;
    try {
      (e & (Nt | ys)) !== 0 ? Vo(a) : Nn(a), Vs(a);
      var n = ti(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Qs;
      var s;
    } finally {
      Ce = t;
    }
  }
}
async function ri() {
  await Promise.resolve(), Co();
}
function r(a) {
  var e = a.f, t = (e & ot) !== 0;
  if (Pe !== null && !Pt) {
    var n = Ce !== null && (Ce.f & st) !== 0;
    if (!n && (zt === null || !zt.has(a))) {
      var s = Pe.deps;
      if ((Pe.f & wa) !== 0)
        a.rv < cr && (a.rv = cr, vt === null && s !== null && s[yt] === a ? yt++ : vt === null ? vt = [a] : vt.push(a));
      else {
        Pe.deps ??= [], $r.call(Pe.deps, a) || Pe.deps.push(a);
        var i = a.reactions;
        i === null ? a.reactions = [Pe] : $r.call(i, Pe) || i.push(Pe);
      }
    }
  }
  if (Xt && Ht.has(a))
    return Ht.get(a);
  if (t) {
    var o = (
      /** @type {Derived} */
      a
    );
    if (Xt) {
      var l = o.v;
      return ((o.f & et) === 0 && o.reactions !== null || ni(o)) && (l = xn(o)), Ht.set(o, l), l;
    }
    var u = (o.f & Lt) === 0 && !Pt && Pe !== null && (Pe.f & Lt) !== 0, d = (o.f & Fr) === 0;
    la(o) && (u && (o.f |= Lt), Cs(o)), u && !d && (Is(o), ai(o));
  }
  if (Tt?.has(a))
    return Tt.get(a);
  if ((a.f & tr) !== 0)
    throw a.v;
  return a.v;
}
function ai(a) {
  if (a.f |= Lt, a.deps !== null)
    for (const t of a.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [a] : $r.call(e, a) || e.push(a), (t.f & ot) !== 0 && (t.f & Lt) === 0 && (Is(
        /** @type {Derived} */
        t
      ), ai(
        /** @type {Derived} */
        t
      ));
    }
}
function ni(a) {
  if (a.v === $e) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Ht.has(e) || (e.f & ot) !== 0 && ni(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function Mt(a) {
  var e = Pt;
  try {
    return Pt = !0, a();
  } finally {
    Pt = e;
  }
}
function Zo(a) {
  if (!(typeof a != "object" || !a || a instanceof EventTarget)) {
    if (Yt in a)
      ln(a);
    else if (!Array.isArray(a))
      for (let e in a) {
        const t = a[e];
        typeof t == "object" && t && Yt in t && ln(t);
      }
  }
}
function ln(a, e = /* @__PURE__ */ new Set()) {
  if (typeof a == "object" && a !== null && // We don't want to traverse DOM elements
  !(a instanceof EventTarget) && !e.has(a)) {
    e.add(a), a instanceof Date && a.getTime();
    for (let n in a)
      try {
        ln(a[n], e);
      } catch {
      }
    const t = mn(a);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const n = ms(t);
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
const Qo = ["touchstart", "touchmove"];
function $o(a) {
  return Qo.includes(a);
}
const Yr = /* @__PURE__ */ Symbol("events"), si = /* @__PURE__ */ new Set(), un = /* @__PURE__ */ new Set();
function el(a, e, t, n = {}) {
  function s(i) {
    if (n.capture || cn.call(e, i), !i.cancelBubble)
      return Ur(() => t?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Jt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function He(a, e, t, n, s) {
  var i = { capture: n, passive: s }, o = el(a, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && En(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function fe(a, e, t) {
  (e[Yr] ??= {})[a] = t;
}
function ct(a) {
  for (var e = 0; e < a.length; e++)
    si.add(a[e]);
  for (var t of un)
    t(a);
}
let Ja = null, Va = !1;
function cn(a) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), n = a.type, s = a.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || a.target
  );
  Ja = a, Va || (Va = !0, setTimeout(() => {
    Va = !1, Ja = null;
  }));
  var o = 0, l = Ja === a && a[Yr];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Yr] = e;
      return;
    }
    var d = s.indexOf(e);
    if (d === -1)
      return;
    u <= d && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || a.target, i !== e) {
    _s(a, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var g = Pe, v = Ce;
    At(null), qt(null);
    try {
      for (var A, f = []; i !== null && i !== e; ) {
        try {
          var h = i[Yr]?.[n];
          h != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && h.call(i, a);
        } catch (O) {
          A ? f.push(O) : A = O;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (A) {
        for (let O of f)
          queueMicrotask(() => {
            throw O;
          });
        throw A;
      }
    } finally {
      a[Yr] = e, delete a.currentTarget, At(g), qt(v);
    }
  }
}
const tl = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (a) => a
  })
);
function rl(a) {
  return (
    /** @type {string} */
    tl?.createHTML(a) ?? a
  );
}
function ii(a) {
  var e = zo("template");
  return e.innerHTML = rl(a.replaceAll("<!>", "<!---->")), e.content;
}
function Ir(a, e) {
  var t = (
    /** @type {Effect} */
    Ce
  );
  t.nodes === null && (t.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function M(a, e) {
  var t = (e & Ss) !== 0, n = (e & lo) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = ii(i ? a : "<!>" + a), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ft(s)));
    var o = (
      /** @type {TemplateNode} */
      n || Bs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Ir(l, u);
    } else
      Ir(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function al(a, e, t = "svg") {
  var n = !a.startsWith("<!>"), s = (e & Ss) !== 0, i = `<${t}>${n ? a : "<!>" + a}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        ii(i)
      ), u = (
        /** @type {Element} */
        /* @__PURE__ */ Ft(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ft(u); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ft(u)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ft(u);
    }
    var d = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var g = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(d)
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
function Hr(a, e) {
  return /* @__PURE__ */ al(a, e, "svg");
}
function dn(a = "") {
  {
    var e = Gt(a + "");
    return Ir(e, e), e;
  }
}
function Rt() {
  var a = document.createDocumentFragment(), e = document.createComment(""), t = Gt();
  return a.append(e, t), Ir(e, t), a;
}
function m(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function nl(a) {
  let e = 0, t = hr(0), n;
  return () => {
    Mn() && (r(t), ia(() => (e === 0 && (n = Mt(() => a(() => Qr(t)))), e += 1, () => {
      Jt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, Qr(t));
      });
    })));
  };
}
var sl = vr | Dr;
function il(a, e, t, n) {
  new ol(a, e, t, n);
}
class ol {
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
  #p = nl(() => (this.#c = hr(this.#v), () => {
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
        Ce
      );
      o.b = this, o.f |= tn, n(i);
    }, this.parent = /** @type {Effect} */
    Ce.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#n = oa(() => {
      this.#y();
    }, sl);
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
    Jt(s), t && (this.#i = xt(() => {
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
          vo();
          return;
        }
        t = !0, n && So(), this.#i !== null && dr(this.#i, () => {
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
          Dt(o, this.#n && this.#n.parent);
        }
    } };
  }
  #d() {
    return (this.#n.f & (st | ea)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = xt(() => e(this.#e)), Jt(() => {
      if (!this.#d()) {
        var t = this.#l = document.createDocumentFragment(), n = Gt(), s = !1;
        if (t.append(n), this.#s = this.#w(() => {
          try {
            return xt(() => this.#a(n));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              Dt(o, this.#n.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#f(
            /** @type {Batch} */
            Ne
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, dr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#f(
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
        Tn(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = xt(() => t(this.#e));
      } else
        this.#f(
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
  #f(e) {
    this.is_pending = !1, e.transfer_reactions(this.#_);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    Ls(e, this.#_);
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
    var t = Ce, n = Pe, s = ut;
    qt(this.#n), At(this.#n), Or(this.#n.ctx);
    try {
      return ar.ensure(), e();
    } finally {
      qt(t), At(n), Or(s);
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
    this.#u += e, this.#u === 0 && (this.#f(t), this.#o && dr(this.#o, () => {
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
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Jt(() => {
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
    if (e === As || !this.#t.onerror && !this.#t.failed)
      throw e;
    Ne?.is_fork ? (this.#s && Ne.skip_effect(this.#s), this.#o && Ne.skip_effect(this.#o), this.#i && Ne.skip_effect(this.#i), Ne.oncommit(() => {
      this.#d() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (gt(this.#s), this.#s = null), this.#o && (gt(this.#o), this.#o = null), this.#i && (gt(this.#i), this.#i = null);
    let t = this.#t.failed;
    const n = (s) => {
      if (this.#d()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#d() && (this.#i = this.#w(() => {
        try {
          return xt(() => {
            var l = (
              /** @type {Effect} */
              Ce
            );
            l.b = this, l.f |= tn, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return Dt(
            l,
            /** @type {Effect} */
            this.#n.parent
          ), null;
        }
      }));
    };
    Jt(() => {
      if (!this.#d()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          Dt(i, this.#n && this.#n.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          n,
          /** @param {unknown} e */
          (i) => Dt(i, this.#n && this.#n.parent)
        ) : n(s);
      }
    });
  }
}
function L(a, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (a[nn] ??= a.nodeValue) && (a[nn] = t, a.nodeValue = `${t}`);
}
function oi(a, e) {
  return ll(a, e);
}
const ha = /* @__PURE__ */ new Map();
function ll(a, { target: e, anchor: t, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Uo();
  var u = void 0, d = Ko(() => {
    var g = t ?? e.appendChild(Gt());
    il(
      /** @type {TemplateNode} */
      g,
      {
        pending: () => {
        }
      },
      (f) => {
        Ge({});
        var h = (
          /** @type {ComponentContext} */
          ut
        );
        i && (h.c = i), s && (n.$$events = s), u = a(f, n) || yn(), Xe();
      },
      l
    );
    var v = /* @__PURE__ */ new Set(), A = (f) => {
      for (var h = 0; h < f.length; h++) {
        var O = f[h];
        if (!v.has(O)) {
          v.add(O);
          var y = $o(O);
          for (const N of [e, document]) {
            var _ = ha.get(N);
            _ === void 0 && (_ = /* @__PURE__ */ new Map(), ha.set(N, _));
            var b = _.get(O);
            b === void 0 ? (N.addEventListener(O, cn, { passive: y }), _.set(O, 1)) : _.set(O, b + 1);
          }
        }
      }
    };
    return A(La(si)), un.add(A), () => {
      for (var f of v)
        for (const y of [e, document]) {
          var h = (
            /** @type {Map<string, number>} */
            ha.get(y)
          ), O = (
            /** @type {number} */
            h.get(f)
          );
          --O == 0 ? (y.removeEventListener(f, cn), h.delete(f), h.size === 0 && ha.delete(y)) : h.set(f, O);
        }
      un.delete(A), g !== t && g.parentNode?.removeChild(g);
    };
  });
  return fn.set(u, d), u;
}
let fn = /* @__PURE__ */ new WeakMap();
function ul(a, e) {
  const t = fn.get(a);
  return t ? (fn.delete(a), t(e)) : Promise.resolve();
}
class Pn {
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
        Aa(n), this.#a.delete(t);
      else {
        var s = this.#t.get(t);
        s && (Aa(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (gt(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#a.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var d = document.createDocumentFragment();
            Tn(o, d), d.append(Gt()), this.#t.set(i, { effect: o, fragment: d });
          } else
            gt(o);
          this.#a.delete(i), this.#r.delete(i);
        };
        this.#n || !n ? (this.#a.add(i), dr(o, l, !1)) : l();
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
      t.includes(n) || (gt(s.effect), this.#t.delete(n));
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
    ), s = Ks();
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
      for (const [l, u] of this.#r)
        l === e ? n.unskip_effect(u) : n.skip_effect(u);
      for (const [l, u] of this.#t)
        l === e ? n.unskip_effect(u.effect) : n.skip_effect(u.effect);
      n.oncommit(this.#s), n.ondiscard(this.#o);
    } else
      this.#s(n);
  }
}
function q(a, e, t = !1) {
  var n = new Pn(a), s = t ? vr : 0;
  function i(o, l) {
    n.ensure(o, l);
  }
  oa(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
const cl = /* @__PURE__ */ Symbol("NaN");
function dl(a, e, t) {
  var n = new Pn(a);
  oa(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    cl), n.ensure(s, t);
  });
}
function De(a, e) {
  return e;
}
function fl(a, e, t) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let v = e[l];
    dr(
      v,
      () => {
        if (i) {
          if (i.pending.delete(v), i.done.add(v), i.pending.size === 0) {
            var A = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            vn(a, La(i.done)), A.delete(i), A.size === 0 && (a.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var u = n.length === 0 && t !== null && a.pending.size === 0;
    if (u) {
      var d = (
        /** @type {Element} */
        t
      ), g = (
        /** @type {Element} */
        d.parentNode
      );
      Ho(g), g.append(d), a.items.clear();
    }
    vn(a, e, !u);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (a.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function vn(a, e, t = !0) {
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
      i.f |= Ut;
      const o = document.createDocumentFragment();
      Tn(i, o);
    } else
      gt(e[s], t);
  }
}
var rs;
function Ee(a, e, t, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), u = (e & xs) !== 0;
  if (u) {
    var d = (
      /** @type {Element} */
      a
    );
    o = d.appendChild(Gt());
  }
  var g = null, v = /* @__PURE__ */ Rs(() => {
    var b = t();
    return (
      /** @type {V[]} */
      Pa(b) ? b : b == null ? [] : La(b)
    );
  }), A = /* @__PURE__ */ new Map(), f = !0;
  function h(b) {
    if ((_.effect.f & st) === 0) {
      _.pending.delete(b);
      var N = r(v);
      _.fallback = g, vl(_, N, o, e, n), g !== null && (N.length === 0 ? (g.f & Ut) === 0 ? Aa(g) : (g.f ^= Ut, Gr(g, null, o)) : dr(g, () => {
        g = null;
      }));
    }
  }
  function O(b) {
    _.pending.delete(b);
  }
  var y = oa(() => {
    for (var b = (
      /** @type {V[]} */
      r(v)
    ), N = b.length, E = /* @__PURE__ */ new Set(), K = (
      /** @type {Batch} */
      Ne
    ), G = Ks(), Q = 0; Q < N; Q += 1) {
      var re = b[Q], de = n(re, Q), j = f ? null : l.get(de);
      j ? (j.v && Rr(j.v, re), j.i && Rr(j.i, Q), G && K.unskip_effect(j.e)) : (j = hl(
        l,
        f ? o : rs ??= Gt(),
        re,
        de,
        Q,
        s,
        e,
        t
      ), f || (j.e.f |= Ut), l.set(de, j)), E.add(de);
    }
    if (N === 0 && i && !g && (f ? g = xt(() => i(o)) : (g = xt(() => i(rs ??= Gt())), g.f |= Ut)), N > E.size && po(), !f)
      if (A.set(K, E), G) {
        for (const [ne, D] of l)
          E.has(ne) || K.skip_effect(D.e);
        K.oncommit(h), K.ondiscard(O);
      } else
        h(K);
    r(v);
  }), _ = { effect: y, items: l, pending: A, outrogroups: null, fallback: g };
  f = !1;
}
function Wr(a) {
  for (; a !== null && (a.f & Ot) === 0; )
    a = a.next;
  return a;
}
function vl(a, e, t, n, s) {
  var i = (n & ro) !== 0, o = e.length, l = a.items, u = Wr(a.effect.first), d, g = null, v, A = [], f = [], h, O, y, _;
  if (i)
    for (_ = 0; _ < o; _ += 1)
      h = e[_], O = s(h, _), y = /** @type {EachItem} */
      l.get(O).e, (y.f & Ut) === 0 && (y.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(y));
  for (_ = 0; _ < o; _ += 1) {
    if (h = e[_], O = s(h, _), y = /** @type {EachItem} */
    l.get(O).e, a.outrogroups !== null)
      for (const j of a.outrogroups)
        j.pending.delete(y), j.done.delete(y);
    if ((y.f & lt) !== 0 && (Aa(y), i && (y.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(y))), (y.f & Ut) !== 0)
      if (y.f ^= Ut, y === u)
        Gr(y, null, t);
      else {
        var b = g ? g.next : u;
        y === a.effect.last && (a.effect.last = y.prev), y.prev && (y.prev.next = y.next), y.next && (y.next.prev = y.prev), $t(a, g, y), $t(a, y, b), Gr(y, b, t), g = y, A = [], f = [], u = Wr(g.next);
        continue;
      }
    if (y !== u) {
      if (d !== void 0 && d.has(y)) {
        if (A.length < f.length) {
          var N = f[0], E;
          g = N.prev;
          var K = A[0], G = A[A.length - 1];
          for (E = 0; E < A.length; E += 1)
            Gr(A[E], N, t);
          for (E = 0; E < f.length; E += 1)
            d.delete(f[E]);
          $t(a, K.prev, G.next), $t(a, g, K), $t(a, G, N), u = N, g = G, _ -= 1, A = [], f = [];
        } else
          d.delete(y), Gr(y, u, t), $t(a, y.prev, y.next), $t(a, y, g === null ? a.effect.first : g.next), $t(a, g, y), g = y;
        continue;
      }
      for (A = [], f = []; u !== null && u !== y; )
        (d ??= /* @__PURE__ */ new Set()).add(u), f.push(u), u = Wr(u.next);
      if (u === null)
        continue;
    }
    (y.f & Ut) === 0 && A.push(y), g = y, u = Wr(y.next);
  }
  if (a.outrogroups !== null) {
    for (const j of a.outrogroups)
      j.pending.size === 0 && (vn(a, La(j.done)), a.outrogroups?.delete(j));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (u !== null || d !== void 0) {
    var Q = [];
    if (d !== void 0)
      for (y of d)
        (y.f & lt) === 0 && Q.push(y);
    for (; u !== null; )
      (u.f & lt) === 0 && u !== a.fallback && Q.push(u), u = Wr(u.next);
    var re = Q.length;
    if (re > 0) {
      var de = (n & xs) !== 0 && o === 0 ? t : null;
      if (i) {
        for (_ = 0; _ < re; _ += 1)
          Q[_].nodes?.a?.measure();
        for (_ = 0; _ < re; _ += 1)
          Q[_].nodes?.a?.fix();
      }
      fl(a, Q, de);
    }
  }
  i && Jt(() => {
    if (v !== void 0)
      for (y of v)
        y.nodes?.a?.apply();
  });
}
function hl(a, e, t, n, s, i, o, l) {
  var u = (o & eo) !== 0 ? (o & ao) === 0 ? /* @__PURE__ */ jo(t, !1, !1) : hr(t) : null, d = (o & to) !== 0 ? hr(s) : null;
  return {
    v: u,
    i: d,
    e: xt(() => (i(e, u ?? t, d ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Gr(a, e, t) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & Ut) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; n !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ sa(n)
      );
      if (i.before(n), n === s)
        return;
      n = o;
    }
}
function $t(a, e, t) {
  e === null ? a.effect.first = t : e.next = t, t === null ? a.effect.last = e : t.prev = e;
}
function pl(a, e, ...t) {
  var n = new Pn(a);
  oa(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...t)));
  }, vr);
}
function gl(a, e, t) {
  Ra(() => {
    var n = Mt(() => e(a, t?.()) || {});
    if (t && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      ia(() => {
        var o = t();
        Zo(o), s && Es(i, o) && (i = o, n.update(o));
      }), s = !0;
    }
    if (n?.destroy)
      return () => (
        /** @type {Function} */
        n.destroy()
      );
  });
}
const as = [...` 	
\r\f \v\uFEFF`];
function _l(a, e, t) {
  var n = a == null ? "" : "" + a;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        n = n ? n + " " + s : s;
      else if (n.length)
        for (var i = s.length, o = 0; (o = n.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || as.includes(n[o - 1])) && (l === n.length || as.includes(n[l])) ? n = (o === 0 ? "" : n.substring(0, o)) + n.substring(l + 1) : o = l;
        }
  }
  return n === "" ? null : n;
}
function ns(a, e = !1) {
  var t = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + t);
  }
  return n;
}
function ml(a, e) {
  if (e) {
    var t = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (t += ns(n)), s && (t += ns(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(a);
}
function Bt(a, e, t, n, s, i) {
  var o = (
    /** @type {any} */
    a[rn]
  );
  if (o !== t || o === void 0) {
    var l = _l(t, n, i);
    l == null ? a.removeAttribute("class") : a.className = l, a[rn] = t;
  } else if (i && s !== i)
    for (var u in i) {
      var d = !!i[u];
      (s == null || d !== !!s[u]) && a.classList.toggle(u, d);
    }
  return i;
}
function Ya(a, e = {}, t, n) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? a.style.removeProperty(s) : a.style.setProperty(s, i, n));
  }
}
function ze(a, e, t, n) {
  var s = (
    /** @type {any} */
    a[an]
  );
  if (s !== e) {
    var i = ml(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[an] = e;
  } else n && (Array.isArray(n) ? (Ya(a, t?.[0], n[0]), Ya(a, t?.[1], n[1], "important")) : Ya(a, t, n));
  return n;
}
function bl(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function yl(a, e) {
  var t = a.__defaultValue, n = a.multiple, s = n ? t ?? [] : null;
  if (!(n && !Pa(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Nr(i);
      bl(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : zs(o, t)
      );
    }
  }
}
function Ln(a, e, t = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!Pa(e))
      return fo();
    for (var n of a.options)
      n.selected = e.includes(Nr(n));
    return;
  }
  for (n of a.options) {
    var s = Nr(n);
    if (zs(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (a.selectedIndex = -1);
}
function ft(a) {
  var e = new MutationObserver((t) => {
    t.every(wl) || ("__defaultValue" in a && yl(a), "__value" in a && Ln(a, a.__value));
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
  }), En(() => {
    e.disconnect();
  });
}
function bt(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet(), s = !0;
  kn(a, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (a.multiple)
      l = [].map.call(a.querySelectorAll(o), Nr);
    else {
      var u = a.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      a.querySelector("option:not([disabled])");
      l = u && Nr(u);
    }
    t(l), a.__value = l, Ne !== null && n.add(Ne);
  }), Ra(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Ne
      );
      if (n.has(o))
        return;
    }
    if (Ln(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Nr(l), t(i));
    }
    a.__value = i, s = !1;
  });
}
function Nr(a) {
  return "__value" in a ? a.__value : a.value;
}
function wl(a) {
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
const kl = /* @__PURE__ */ Symbol("is custom element"), xl = /* @__PURE__ */ Symbol("is html"), Sl = $i ? "progress" : "PROGRESS";
function hn(a, e) {
  var t = On(a);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== Sl) || (a.value = e ?? "");
}
function li(a, e) {
  var t = On(a);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function Z(a, e, t, n) {
  var s = On(a), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (a[Qi] = t), t == null ? a.removeAttribute(e) : typeof t != "string" && Al(a).has(e) ? a[e] = t : a.setAttribute(e, t));
}
function On(a) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    a[ks] ??= {
      [kl]: a.nodeName.includes("-"),
      [xl]: a.namespaceURI === uo
    }
  );
}
var ss = /* @__PURE__ */ new Map();
function Al(a) {
  var e = a.getAttribute("is") || a.nodeName, t = ss.get(e);
  if (t) return t;
  ss.set(e, t = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = ms(s);
    for (var o in n)
      n[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = mn(s);
  }
  return t;
}
function St(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet();
  kn(a, "input", async (s) => {
    var i = s ? a.defaultValue : a.value;
    if (i = Ga(a) ? Xa(i) : i, t(i), Ne !== null && n.add(Ne), await ri(), i !== (i = e())) {
      var o = a.selectionStart, l = a.selectionEnd, u = a.value.length;
      if (a.value = i ?? "", l !== null) {
        var d = a.value.length;
        o === l && l === u && d > u ? (a.selectionStart = d, a.selectionEnd = d) : (a.selectionStart = o, a.selectionEnd = Math.min(l, d));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  Mt(e) == null && a.value && (t(Ga(a) ? Xa(a.value) : a.value), Ne !== null && n.add(Ne)), ia(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Ne
      );
      if (n.has(i))
        return;
    }
    Ga(a) && s === Xa(a.value) || a.type === "date" && !s && !a.value || s !== a.value && (a.value = s ?? "");
  });
}
function Ml(a, e, t = e) {
  kn(a, "change", (n) => {
    var s = n ? a.defaultChecked : a.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  Mt(e) == null && t(a.checked), ia(() => {
    var n = e();
    a.checked = !!n;
  });
}
function Ga(a) {
  var e = a.type;
  return e === "number" || e === "range";
}
function Xa(a) {
  return a === "" ? null : +a;
}
class Rn {
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
          Rn.entries.set(t.target, t);
          for (var n of this.#e.get(t.target) || [])
            n(t);
        }
      }
    ));
  }
}
var El = /* @__PURE__ */ new Rn({
  box: "border-box"
});
function ua(a, e, t) {
  var n = El.observe(a, () => t(a[e]));
  Ra(() => (Mt(() => t(a[e])), n));
}
function Za(a, e) {
  return a === e || a?.[Yt] === e;
}
function zr(a = yn(), e, t, n) {
  var s = (
    /** @type {ComponentContext} */
    ut.r
  ), i = (
    /** @type {Effect} */
    Ce
  );
  return Ra(() => {
    var o, l;
    return ia(() => {
      o = l, l = [], Mt(() => {
        Za(t(...l), a) || (e(a, ...l), o && Za(t(...o), a) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & ea; )
        u = u.parent;
      const d = () => {
        l && Za(t(...l), a) && e(null, ...l);
      }, g = u.teardown;
      u.teardown = () => {
        d(), g?.();
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
function Fe(a, e, t, n) {
  var s = !0, i = (t & io) !== 0, o = (t & oo) !== 0, l = (
    /** @type {V} */
    n
  ), u = !0, d = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), g = () => o && s ? (d ??= /* @__PURE__ */ ta(
    /** @type {() => V} */
    n
  ), r(d)) : (u && (u = !1, l = o ? Mt(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let v;
  if (i) {
    var A = Yt in a || Zi in a;
    v = Ar(a, e)?.set ?? (A && e in a ? (E) => a[e] = E : void 0);
  }
  var f, h = !1;
  i ? [f, h] = Nl(() => (
    /** @type {V} */
    a[e]
  )) : f = /** @type {V} */
  a[e], f === void 0 && n !== void 0 && (f = g(), v && (yo(), v(f)));
  var O;
  if (O = () => {
    var E = (
      /** @type {V} */
      a[e]
    );
    return E === void 0 ? g() : (u = !0, E);
  }, (t & so) === 0)
    return O;
  if (v) {
    var y = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(E, K) {
        return arguments.length > 0 ? ((!K || y || h) && v(K ? O() : E), E) : O();
      })
    );
  }
  var _ = !1, b = ((t & no) !== 0 ? ta : Rs)(() => (_ = !1, O()));
  i && r(b);
  var N = (
    /** @type {Effect} */
    Ce
  );
  return (
    /** @type {() => V} */
    (function(E, K) {
      if (arguments.length > 0) {
        const G = K ? r(b) : i ? ur(E) : E;
        return T(b, G), _ = !0, l !== void 0 && (l = G), E;
      }
      return Xt && _ || (N.f & st) !== 0 ? b.v : r(b);
    })
  );
}
const Tl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(Tl);
const ui = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], ci = [16250871, 10209764, 3903428, 742815, 340060], di = [16250871, 16630669, 15761203, 12536332, 7022086];
function Tr(a, e) {
  return Array.from({ length: e }, (t, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (u) => Math.round((a[i] >> u & 255) * (1 - o) + (a[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ca = 128, Pl = Tr(ui, Ca), Ll = Tr(ci, Ca), Ol = Tr(di, Ca);
function Et(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const t = Math.min(1, Math.abs(a)), n = Math.round(t * (Ca - 1));
  return e ? a < 0 ? Ll[n] : Ol[n] : Pl[n];
}
const Cn = (a, e) => e ? Math.abs(a) > 0.55 ? "#fff" : "#111" : a > 0.62 ? "#111" : "#fff", fi = (a) => `linear-gradient(90deg, ${(a ? [...Tr(ci, 9).reverse(), ...Tr(di, 9)] : Tr(ui, 17)).join(",")})`, kr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], ht = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", Ke = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a.toFixed(3), jt = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + Ke(Math.abs(a)), pn = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Ma = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, at = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Rl = /* @__PURE__ */ M("<option> </option>"), Cl = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Il = /* @__PURE__ */ M('<figure><img/><button type="button">×</button></figure>'), is = /* @__PURE__ */ M('<p class="fine"> </p>'), jl = /* @__PURE__ */ M('<p class="turn"><b> </b> </p>'), Fl = /* @__PURE__ */ M('<button type="button">stop</button>'), Dl = /* @__PURE__ */ M('<button type="button" class="link">new chat</button>'), Ul = /* @__PURE__ */ M('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Hl = /* @__PURE__ */ M('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), zl = /* @__PURE__ */ M("<h1> </h1> <!>", 1), Bl = /* @__PURE__ */ M('<p class="fine" data-edited=""> </p>'), ql = /* @__PURE__ */ M('<span class="hidden"> </span>'), Wl = /* @__PURE__ */ M('<button type="button"> <!></button>'), Kl = /* @__PURE__ */ M('<span class="fine"> </span>'), Jl = /* @__PURE__ */ M('<button type="button" class="link">go on</button>'), Vl = /* @__PURE__ */ M('<button type="button"><span> </span><small> </small></button>'), Yl = /* @__PURE__ */ M('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Gl = /* @__PURE__ */ M('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Xl = /* @__PURE__ */ M('<section aria-label="Ask"><!> <!> <!></section>');
function Zl(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H(!1), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(void 0);
  const o = /* @__PURE__ */ S(() => t().study?.answer.find((b) => b.position === t().at && b.token.id === t().target?.id) ?? t().study?.answer.find((b) => b.position === t().at));
  function l(b) {
    b.preventDefault(), T(s, !1);
    const N = [...b.dataTransfer?.files ?? []];
    N.length && t().addFiles(N);
  }
  function u(b) {
    const N = [...b.clipboardData?.files ?? []];
    N.length && t().addFiles(N);
  }
  var d = Xl();
  He("paste", Sa, u);
  let g;
  var v = x(d);
  {
    var A = (b) => {
      var N = Hl(), E = Te(N), K = x(E), G = c(x(K));
      Ee(G, 21, () => t().models, De, (p, w) => {
        var Y = Rl(), le = W(Y), Se = {};
        I(() => {
          L(le, `${r(w).name ?? ""}${r(w).loaded ? "" : " (is loaded when asked)"}`), Se !== (Se = r(w).name) && (Y.value = (Y.__value = Se) ?? "");
        }), m(p, Y);
      }), ft(G);
      var Q = c(K, 2);
      {
        var re = (p) => {
          var w = Cl(), Y = x(w), le = c(Y, 2), Se = W(le), ye = c(le, 2);
          I(() => {
            Y.disabled = !t().example, L(Se, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), ye.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), fe("click", Y, () => t().takeExample(t().example - 1)), fe("click", le, () => t().takeExample(t().example ?? 0)), fe("click", ye, () => t().takeExample((t().example ?? -1) + 1)), m(p, w);
        };
        q(Q, (p) => {
          t().info?.examples && p(re);
        });
      }
      var de = c(E, 2), j = x(de);
      Ee(j, 19, () => t().uploads, (p, w) => p.id + w, (p, w, Y) => {
        var le = Il(), Se = x(le), ye = c(Se);
        I(
          (k) => {
            Z(Se, "src", k), Z(Se, "alt", `Image ${r(Y) + 1}, ${r(w).width ?? ""} x ${r(w).height ?? ""}${r(w).frames ? `, ${r(w).frames.length} frames` : ""}`), Z(ye, "aria-label", `Remove image ${r(Y) + 1}`);
          },
          [() => t().source.imageUrl(r(w).id)]
        ), fe("click", ye, () => {
          t().uploads = t().uploads.filter((k, C) => C !== r(Y)), t().example = null;
        }), m(p, le);
      });
      var ne = c(j, 2), D = c(ne, 2);
      zr(D, (p) => T(i, p), () => r(i));
      var z = c(de, 2);
      {
        var $ = (p) => {
          var w = is(), Y = W(w, !0);
          I(() => L(Y, t().exampleName)), m(p, w);
        };
        q(z, (p) => {
          t().exampleName && t().example !== null && p($);
        });
      }
      var oe = c(z, 2);
      Ee(oe, 17, () => t().earlier, De, (p, w) => {
        var Y = jl(), le = x(Y), Se = W(le, !0), ye = c(le);
        I(
          (k) => {
            L(Se, r(w).role), L(ye, ` ${k ?? ""}`);
          },
          [
            () => r(w).content.map((k) => k.type === "text" ? k.text : `[${k.type}]`).join(" ")
          ]
        ), m(p, Y);
      });
      var U = c(oe, 2), X = c(x(U), 2), _e = c(X, 2), we = c(x(_e), 2);
      {
        var ie = (p) => {
          var w = Fl();
          fe("click", w, () => t().halt()), m(p, w);
        };
        q(we, (p) => {
          t().study?.answering && p(ie);
        });
      }
      var ue = c(we, 2), me = c(ue, 2);
      {
        var B = (p) => {
          var w = Dl();
          fe("click", w, () => {
            t().earlier = [];
          }), m(p, w);
        };
        q(me, (p) => {
          t().earlier.length && p(B);
        });
      }
      var se = c(_e, 2);
      {
        var V = (p) => {
          var w = Ul(), Y = x(w), le = c(x(Y)), Se = c(Y, 2), ye = c(x(Se)), k = c(Se, 2), C = c(x(k)), R = c(k, 2), F = c(x(R));
          St(le, () => t().system, (J) => t().system = J), St(ye, () => t().prefill, (J) => t().prefill = J), St(C, () => t().temperature, (J) => t().temperature = J), St(F, () => t().maxNew, (J) => t().maxNew = J), m(p, w);
        };
        q(se, (p) => {
          r(n) && p(V);
        });
      }
      I(() => {
        Z(D, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), Z(ue, "aria-expanded", r(n));
      }), fe("change", G, () => t().otherModel()), bt(G, () => t().model, (p) => t().model = p), fe("click", ne, () => r(i)?.click()), fe("change", D, (p) => {
        t().addFiles(p.currentTarget.files ?? []), p.currentTarget.value = "";
      }), He("submit", U, (p) => {
        p.preventDefault(), t().ask();
      }), fe("keydown", X, (p) => {
        p.key === "Enter" && !p.shiftKey && (p.preventDefault(), t().ask());
      }), St(X, () => t().question, (p) => t().question = p), fe("click", ue, () => T(n, !r(n))), m(b, N);
    }, f = (b) => {
      var N = zl(), E = Te(N), K = W(E, !0), G = c(E, 2);
      {
        var Q = (re) => {
          var de = is(), j = W(de, !0);
          I(() => L(j, t().text)), m(re, de);
        };
        q(G, (re) => {
          t().text && re(Q);
        });
      }
      I(() => L(K, t().title)), m(b, N);
    };
    q(v, (b) => {
      t().source.kind === "server" ? b(A) : t().title && b(f, 1);
    });
  }
  var h = c(v, 2);
  {
    var O = (b) => {
      var N = Bl(), E = W(N);
      I(() => L(E, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), m(b, N);
    };
    q(h, (b) => {
      t().edited && b(O);
    });
  }
  var y = c(h, 2);
  {
    var _ = (b) => {
      var N = Gl(), E = Te(N), K = x(E);
      Ee(K, 21, () => t().study.answer, De, (D, z) => {
        var $ = Wl();
        let oe;
        var U = x($), X = c(U);
        {
          var _e = (we) => {
            var ie = ql(), ue = W(ie);
            I(() => L(ue, `end of the answer (${r(z).token.text ?? ""})`)), m(we, ie);
          };
          q(X, (we) => {
            r(z).ends && we(_e);
          });
        }
        I(
          (we) => {
            oe = Bt($, 1, "answer-token", null, oe, { ends: r(z).ends }), Z($, "aria-pressed", t().at === r(z).position && t().target?.id === r(z).token.id), Z($, "title", `chosen after token ${r(z).position ?? ""}`), L(U, we);
          },
          [() => r(z).ends ? "■" : at(r(z).token.text)]
        ), fe("click", $, () => t().lookAt(r(z))), m(D, $);
      });
      var G = c(K, 2);
      {
        var Q = (D) => {
          var z = Kl(), $ = W(z, !0);
          I((oe) => L($, oe), [
            () => t().study.answer.filter((oe) => !oe.ends).map((oe) => oe.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), m(D, z);
        };
        q(G, (D) => {
          t().asked && t().asked.truth !== null && D(Q);
        });
      }
      var re = c(G, 2);
      {
        var de = (D) => {
          var z = Jl();
          fe("click", z, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), m(D, z);
        };
        q(re, (D) => {
          t().source.kind === "server" && !t().study.answering && D(de);
        });
      }
      var j = c(E, 2);
      {
        var ne = (D) => {
          var z = Yl();
          Ee(z, 21, () => r(o).top.slice(0, 5), ($) => $.id, ($, oe) => {
            var U = Vl();
            let X;
            var _e = x(U), we = W(_e, !0), ie = c(_e), ue = W(ie, !0);
            I(
              (me, B) => {
                Z(U, "aria-pressed", t().target?.id === r(oe).id), X = ze(U, "", X, { "--share": `${100 * r(oe).p}%` }), L(we, me), L(ue, B);
              },
              [() => at(r(oe).text), () => ht(r(oe).p)]
            ), fe("click", U, () => t().target = { id: r(oe).id, text: r(oe).text }), m($, U);
          }), m(D, z);
        };
        q(j, (D) => {
          r(o) && D(ne);
        });
      }
      m(b, N);
    };
    q(y, (b) => {
      t().study?.answer.length && b(_);
    });
  }
  I(() => g = Bt(d, 1, "card ask", null, g, { dragged: r(s) })), He("dragover", d, (b) => {
    b.preventDefault(), T(s, !0);
  }), He("dragleave", d, () => T(s, !1)), He("drop", d, l), m(a, d), Xe();
}
ct(["change", "click", "keydown"]);
const ma = (a) => a.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "�").replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function In(a, e, t, n) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, d], fill: g, text: v }) => {
    const A = `<rect x="${o}" y="${l}" width="${u - o}" height="${d - l}" fill="${g}"/>`;
    return v ? `${A}<text x="${(o + u) / 2}" y="${(l + d) / 2}" font-size="${Math.min((d - l) * 0.42, (u - o) * 1.5 / Math.max(2, v.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ma(v)}</text>` : A;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ma(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ma(n)}</text></svg>`;
}
const Ea = (a, e, t, n, s) => In(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: n(a[o]) })), s);
function ba(a, e, t = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Ql = (a) => a.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function $l(a) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), n = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return n.getContext("2d").drawImage(e, 0, 0, n.width, n.height), new Promise((s) => n.toBlob((i) => s(i)));
}
const gn = (a) => {
  let e = "";
  for (let t = 0; t < a.length; t += 32768) e += String.fromCharCode(...a.subarray(t, t + 32768));
  return btoa(e);
};
async function eu(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${gn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function tu(a, e, t, n, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (g) => (await fetch(`assets/${g}`)).text())), l = await Promise.all(a.images.map((g, v) => Promise.all(g.frames.map((A, f) => eu(e(v, f)))))), u = Object.fromEntries([...a.raw].map(([g, v]) => [g, gn(v)])), d = JSON.stringify({ id: a.id, title: t, text: n, tabs: s, answer: a.answer, tokens: gn(a.bytes), pictures: l, views: u }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ma(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${d}<\/script><script type="module">${i}<\/script></body></html>`;
}
var ru = /* @__PURE__ */ M('<button type="button" class="small">code</button>'), au = /* @__PURE__ */ M('<button type="button" class="small"> </button>'), nu = /* @__PURE__ */ M('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), su = /* @__PURE__ */ M('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function nr(a, e) {
  Ge(e, !0);
  let t = Fe(e, "code", 3, ""), n = Fe(e, "exporter", 3, null), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(!1);
  async function o(E) {
    n() && (E === "csv" && n().csv && ba(`${n().name}.csv`, Ql(n().csv()), "text/csv"), E === "svg" && n().svg && ba(`${n().name}.svg`, n().svg(), "image/svg+xml"), E === "png" && n().svg && ba(`${n().name}.png`, await $l(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), T(i, !0), setTimeout(() => T(i, !1), 1500);
  }
  var u = su(), d = Te(u), g = x(d), v = W(g, !0), A = c(g, 2);
  pl(A, () => e.children ?? er);
  var f = c(A, 4), h = x(f);
  {
    var O = (E) => {
      var K = ru();
      I(() => Z(K, "aria-expanded", r(s))), fe("click", K, () => T(s, !r(s))), m(E, K);
    };
    q(h, (E) => {
      t() && E(O);
    });
  }
  var y = c(h, 2);
  {
    var _ = (E) => {
      var K = Rt(), G = Te(K);
      Ee(G, 16, () => ["png", "svg", "csv"], De, (Q, re) => {
        var de = Rt(), j = Te(de);
        {
          var ne = (D) => {
            var z = au(), $ = W(z, !0);
            I(
              (oe) => {
                Z(z, "aria-label", `Export ${n().name ?? ""} as ${oe ?? ""}`), L($, re);
              },
              [() => re.toUpperCase()]
            ), fe("click", z, () => o(re)), m(D, z);
          };
          q(j, (D) => {
            (re === "csv" ? n().csv : n().svg) && D(ne);
          });
        }
        m(Q, de);
      }), m(E, K);
    };
    q(y, (E) => {
      n() && E(_);
    });
  }
  var b = c(d, 2);
  {
    var N = (E) => {
      var K = nu(), G = x(K), Q = W(G, !0), re = c(G, 2), de = W(re, !0);
      I(() => {
        L(Q, r(i) ? "copied" : "copy"), Z(re, "aria-label", `Python for ${e.title ?? ""}`), L(de, t());
      }), fe("click", G, l), m(E, K);
    };
    q(b, (E) => {
      r(s) && t() && E(N);
    });
  }
  I(() => L(v, e.title)), m(a, u), Xe();
}
ct(["click"]);
var iu = /* @__PURE__ */ M('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span role="status"> </span></p></div>');
function Na(a, e) {
  Ge(e, !0);
  let t = Fe(e, "signed", 3, !1), n = Fe(e, "high", 3, 0), s = Fe(e, "rowName", 3, "layer"), i = Fe(e, "columnName", 3, "head"), o = Fe(e, "columnLabels", 3, null), l = Fe(e, "picked", 3, null), u = Fe(e, "unit", 3, ""), d = Fe(e, "order", 3, null), g = Fe(e, "note", 3, () => ""), v = /* @__PURE__ */ H(void 0), A = /* @__PURE__ */ H(0), f = /* @__PURE__ */ H(null);
  const h = 30, O = 18, y = 46, _ = /* @__PURE__ */ S(() => Math.max(3, Math.min(y, (r(A) - h) / Math.max(1, e.columns)))), b = /* @__PURE__ */ S(() => Math.max(7, Math.min(30, r(_), 560 / Math.max(1, e.rows)))), N = /* @__PURE__ */ S(() => {
    if (n()) return n();
    let V = 0;
    for (let p = 0; p < e.rows * e.columns; p++) Math.abs(e.values[p]) > V && (V = Math.abs(e.values[p]));
    return V || 1;
  });
  let E = null;
  function K(V) {
    const p = document.createElement("canvas");
    p.width = Math.ceil((h + r(_) * e.columns) * V), p.height = Math.ceil((O + r(b) * e.rows) * V);
    const w = p.getContext("2d");
    w.scale(V, V);
    const Y = Math.min(r(
      _
      // else the lines would be most of what is seen
    ), r(b)) > 12 ? 1 : 0;
    for (let ye = 0; ye < e.rows; ye++) for (let k = 0; k < e.columns; k++) {
      const C = e.values[ye * e.columns + (d() ? d()[k] : k)];
      w.fillStyle = Number.isNaN(C) ? "rgba(128,128,128,.18)" : Et(C / r(N), t()), w.fillRect(h + k * r(_), O + ye * r(b), r(_) - Y, r(b) - Y);
    }
    w.fillStyle = getComputedStyle(r(v)).color, w.font = "11px system-ui, sans-serif", w.textBaseline = "middle", w.textAlign = "right";
    const le = Math.ceil(13 / r(b)), Se = Math.ceil(20 / r(_));
    for (let ye = 0; ye < e.rows; ye += le) w.fillText(String(ye), h - 5, O + (ye + 0.5) * r(b));
    if (w.textAlign = "center", !o()) for (let ye = 0; ye < e.columns; ye += Se) w.fillText(String(d() ? d()[ye] : ye), h + (ye + 0.5) * r(_), 8);
    return p;
  }
  pt(() => {
    e.values, e.rows, e.columns, t(), r(N), r(_), r(b), d(), !(!r(v) || !r(A)) && (E = K(devicePixelRatio || 1), G());
  }), pt(() => {
    r(f), l(), G();
  });
  function G() {
    if (!r(v) || !E) return;
    const V = devicePixelRatio || 1;
    (r(v).width !== E.width || r(v).height !== E.height) && Object.assign(r(v), { width: E.width, height: E.height });
    const p = r(v).getContext("2d");
    p.setTransform(1, 0, 0, 1, 0, 0), p.clearRect(0, 0, r(v).width, r(v).height), p.drawImage(E, 0, 0), p.scale(V, V);
    for (const [w, Y] of [[l(), "#fff"], [r(f), "#ffe14d"]]) {
      if (!w) continue;
      const le = d() ? d().indexOf(w[1]) : w[1], Se = [
        h + le * r(_),
        O + w[0] * r(b),
        r(_) - 1,
        r(b) - 1
      ];
      p.lineWidth = 4, p.strokeStyle = "#000", p.strokeRect(...Se), p.lineWidth = 2, p.strokeStyle = Y, p.strokeRect(...Se);
    }
  }
  function Q(V) {
    const p = r(v).getBoundingClientRect(), w = Math.floor((V.clientX - p.left - h) / r(_)), Y = Math.floor((V.clientY - p.top - O) / r(b));
    return Y >= 0 && Y < e.rows && w >= 0 && w < e.columns ? [Y, d() ? d()[w] : w] : null;
  }
  function re(V) {
    V?.[0] === r(f)?.[0] && V?.[1] === r(f)?.[1] || (T(f, V), e.onhover?.(V));
  }
  function de(V) {
    const p = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[V.key], w = r(f) ?? l();
    if (p) {
      V.preventDefault();
      const Y = w ? d() ? d().indexOf(w[1]) : w[1] : 0, le = w ? Math.max(0, Math.min(e.columns - 1, Y + p[1])) : 0;
      re([
        w ? Math.max(0, Math.min(e.rows - 1, w[0] + p[0])) : 0,
        d() ? d()[le] : le
      ]);
    } else (V.key === "Enter" || V.key === " ") && w && (V.preventDefault(), e.onpick?.(w));
  }
  const j = /* @__PURE__ */ S(() => r(f) ?? l()), ne = /* @__PURE__ */ S(() => {
    if (!r(j)) return "Point at a cell, click to keep it.";
    const V = e.values[r(j)[0] * e.columns + r(j)[1]], p = o() ? o()[r(j)[1]] : `${i()} ${r(j)[1]}`;
    return Number.isNaN(V) ? `${s()} ${r(j)[0]}${g()(r(j)[0]) ? `: ${g()(r(j)[0])}` : `, ${p}: nothing`}` : `${s()} ${r(j)[0]}, ${p}: ${t() ? jt(V) : Ke(V)} ${u()}`;
  });
  var D = iu();
  let z;
  var $ = x(D), oe = x($);
  let U;
  zr(oe, (V) => T(v, V), () => r(v));
  var X = c($, 2), _e = x(X), we = x(_e), ie = c(we);
  let ue;
  var me = c(ie), B = c(_e, 2), se = W(B, !0);
  I(
    (V, p, w) => {
      z = ze(D, "", z, {
        "max-width": `max(320px, ${h + y * e.columns}px)`
      }), Z($, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), Z($, "data-grid", e.label), Z($, "data-cell", `30,18,${r(_) ?? ""},${r(b) ?? ""}`), U = ze(oe, "", U, {
        width: `${h + r(_) * e.columns}px`,
        height: `${O + r(b) * e.rows}px`
      }), L(we, `${V ?? ""} `), ue = ze(ie, "", ue, { background: p }), L(me, ` ${w ?? ""}`), L(se, r(ne));
    },
    [
      () => t() ? `−${Ke(r(N))}` : "0",
      () => fi(t()),
      () => Ke(r(N))
    ]
  ), fe("keydown", $, de), He("blur", $, () => re(null)), fe("pointermove", oe, (V) => re(Q(V))), He("pointerleave", oe, () => re(null)), fe("click", oe, (V) => {
    const p = Q(V);
    p && e.onpick?.(p);
  }), ua(D, "clientWidth", (V) => T(A, V)), m(a, D), Xe();
}
ct(["keydown", "pointermove", "click"]);
var ou = /* @__PURE__ */ M('<p role="status"> <button type="button" class="primary">find it</button></p>');
function jr(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  var n = Rt(), s = Te(n);
  {
    var i = (o) => {
      var l = ou(), u = x(l), d = c(u);
      I((g, v) => L(u, `${e.what ?? ""} takes about ${g ?? ""}${v ?? ""}. `), [
        () => pn(e.long.seconds),
        () => e.long.bytes ? ` and ${Ma(e.long.bytes)}` : ""
      ]), fe("click", d, () => t().granted = /* @__PURE__ */ new Set([...t().granted, e.long.key])), m(o, l);
    };
    q(s, (o) => {
      e.long && o(i);
    });
  }
  m(a, n), Xe();
}
ct(["click"]);
const lu = () => new Promise((a, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => a(t.result), t.onerror = () => e(t.error);
});
async function vi(a, e) {
  try {
    const t = (await lu()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(t);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const os = (a, e) => vi("readwrite", (t) => t.put(e, a)), uu = (a) => vi("readonly", (e) => e.get(a));
async function cu(a, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(a), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const n = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < n; o++)
    t.currentTime = (o + 0.5) * t.duration / n, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: n / t.duration };
}
const hi = new Float32Array(65536);
for (let a = 0; a < 65536; a++) {
  const e = a & 32768 ? -1 : 1, t = a >> 10 & 31, n = a & 1023;
  hi[a] = e * (t === 0 ? n * 2 ** -24 : t === 31 ? n ? NaN : 1 / 0 : (1 + n / 1024) * 2 ** (t - 15));
}
const du = {
  F16: (a) => Float32Array.from(new Uint16Array(a), (e) => hi[e]),
  F32: (a) => new Float32Array(a),
  F64: (a) => new Float64Array(a),
  U8: (a) => new Uint8Array(a),
  U16: (a) => new Uint16Array(a),
  U32: (a) => new Uint32Array(a),
  I32: (a) => new Int32Array(a),
  I64: (a) => Float64Array.from(new BigInt64Array(a), Number)
};
function aa(a) {
  const e = a.byteOffset === 0 && a.byteLength === a.buffer.byteLength ? a : a.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), n = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [o, l] of Object.entries(n)) {
    if (o === "__metadata__") continue;
    const [u, d] = l.data_offsets;
    s[o] = { shape: l.shape, data: du[l.dtype](e.slice(8 + t + u, 8 + t + d).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (u) => (u / 255) ** 2 * l : fu);
  return { arrays: s, about: i };
}
const fu = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function vu(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* hu(a) {
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
async function pu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new nt(e.error ?? a.statusText, a.status);
}
async function ir(a, e) {
  try {
    return await pu(await fetch(a, e));
  } catch (t) {
    throw t instanceof nt || t.name === "AbortError" ? t : new nt("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Qa = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), ls = 32 * 2 ** 20;
class gu {
  kind = "server";
  async models() {
    return (await ir("api/models")).json();
  }
  async example(e, t) {
    return (await ir(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    if (e.size > ls) throw new nt(`it has ${Ma(e.size)}, and ${Ma(ls)} are the most. Scale it down, or save it as JPEG.`);
    return (await ir("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await ir("api/studies", Qa(e));
    return { id: t.headers.get("x-study"), bytes: new Uint8Array(await t.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await ir(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, t, n) {
    return `api/studies/${e}/pictures/${t}/${n}`;
  }
  async raw(e, t, n) {
    return new Uint8Array(await (await ir(`api/studies/${e}/${t}`, Qa(n))).arrayBuffer());
  }
  async *stream(e, t, n, s) {
    const i = await ir(`api/studies/${e}/${t}`, { ...Qa(n), signal: s });
    for await (const o of hu(i.body)) {
      const l = aa(o);
      if (l.about.error) throw new nt(l.about.error);
      yield l;
    }
  }
}
const Pr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class _u {
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
    return this.data.compressed ? vu(Pr(s)) : Pr(s);
  }
  async *stream(e, t, n) {
    yield aa(await this.raw(e, t, n));
  }
}
class mu {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, n) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new nt(t.error)) : t.view ? this.arrived(t.view, (i) => s.done(Pr(i))) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
        this.waiting.delete(s), o(new nt("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (u) => (clearTimeout(l), i(u)), failed: (u) => (clearTimeout(l), o(u)) }), this.model.send({ id: s, study: e, name: t, asked: n });
    });
  }
  async *stream(e, t, n) {
    const s = aa(await this.raw(e, t, n));
    if (s.about.error) throw new nt(s.about.error);
    yield s;
  }
}
const Kr = ["attribution", "attention", "lens", "causes"];
class _n {
  constructor(e, t, n) {
    this.source = e, this.id = t, this.bytes = n;
    const { arrays: s, about: i } = aa(n), o = (l, u, d, g) => {
      const v = (f) => s[l + f]?.data[u] ?? -1, A = Array.from(s[`${l}boxes`].data.slice(4 * u, 4 * u + 4));
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
        box: A.some(Number.isNaN) ? null : A
      };
    };
    this.tokens = i.strings.map((l, u) => o("", u, u, l)), this.keys = Array.from(s.key_kinds?.data ?? [], (l, u) => o("key_", u, -1 - u, "")), this.mixers = i.mixers ?? [], this.attending = new Set(i.attending ?? Array.from({ length: i.n_layers }, (l, u) => u)), this.crossing = i.crossing ?? [], this.numbers = i.numbers ?? null, this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.costs = i.costs ?? {}, this.passSeconds = i.pass_seconds ?? 0, this.code = i.code;
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
  costs;
  #e = (
    // of what takes long: passes over the prompt, and bytes
    /* @__PURE__ */ H(0)
  );
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    T(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ H(ur([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    T(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    T(this.#t, e, !0);
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
    const n = pi(e, t);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(n, i), aa(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const pi = (a, e) => `${a} ${JSON.stringify(e)}`, bu = ["model", "q", "system", "prefill", "images", "turns", "t"], yu = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], Wt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class wu {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ H([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    T(this.#e, e);
  }
  #r = /* @__PURE__ */ H("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    T(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    T(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ H("");
  get system() {
    return r(this.#a);
  }
  set system(e) {
    T(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ H([]);
  get earlier() {
    return r(this.#n);
  }
  set earlier(e) {
    T(this.#n, e);
  }
  #s = /* @__PURE__ */ H("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    T(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ H([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    T(this.#o, e);
  }
  #i = /* @__PURE__ */ H(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    T(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ H("");
  get exampleName() {
    return r(this.#l);
  }
  set exampleName(e) {
    T(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ H(null);
  get truth() {
    return r(this.#v);
  }
  set truth(e) {
    T(this.#v, e, !0);
  }
  trueOf = "";
  #u = /* @__PURE__ */ H(0);
  get temperature() {
    return r(this.#u);
  }
  set temperature(e) {
    T(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ H(48);
  get maxNew() {
    return r(this.#h);
  }
  set maxNew(e) {
    T(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#_);
  }
  set study(e) {
    T(this.#_, e);
  }
  #c = /* @__PURE__ */ H(null);
  get clean() {
    return r(this.#c);
  }
  set clean(e) {
    T(this.#c, e);
  }
  #p = /* @__PURE__ */ H(null);
  get second() {
    return r(this.#p);
  }
  set second(e) {
    T(this.#p, e);
  }
  #b = /* @__PURE__ */ H(null);
  get secondUpload() {
    return r(this.#b);
  }
  set secondUpload(e) {
    T(this.#b, e);
  }
  #k = /* @__PURE__ */ H(null);
  get secondExample() {
    return r(this.#k);
  }
  set secondExample(e) {
    T(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ H(null);
  get focus() {
    return r(this.#m);
  }
  set focus(e) {
    T(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ H(null);
  get target() {
    return r(this.#d);
  }
  set target(e) {
    T(this.#d, e);
  }
  #g = /* @__PURE__ */ H(null);
  get contrast() {
    return r(this.#g);
  }
  set contrast(e) {
    T(this.#g, e);
  }
  #y = /* @__PURE__ */ H(null);
  get place() {
    return r(this.#y);
  }
  set place(e) {
    T(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ H(null);
  get layer() {
    return r(this.#f);
  }
  set layer(e) {
    T(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ H(null);
  get head() {
    return r(this.#w);
  }
  set head(e) {
    T(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ H(null);
  get lensLayer() {
    return r(this.#x);
  }
  set lensLayer(e) {
    T(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ H([]);
  get words() {
    return r(this.#S);
  }
  set words(e) {
    T(this.#S, e);
  }
  #A = /* @__PURE__ */ H(0);
  get word() {
    return r(this.#A);
  }
  set word(e) {
    T(this.#A, e, !0);
  }
  #M = /* @__PURE__ */ H(!1);
  get vision() {
    return r(this.#M);
  }
  set vision(e) {
    T(this.#M, e, !0);
  }
  #E = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  get granted() {
    return r(this.#E);
  }
  set granted(e) {
    T(this.#E, e);
  }
  #N = /* @__PURE__ */ H(!1);
  get pattern() {
    return r(this.#N);
  }
  set pattern(e) {
    T(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ H("");
  get find() {
    return r(this.#T);
  }
  set find(e) {
    T(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ H(0.01);
  get least() {
    return r(this.#P);
  }
  set least(e) {
    T(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ H("none");
  get paint() {
    return r(this.#L);
  }
  set paint(e) {
    T(this.#L, e, !0);
  }
  #O = /* @__PURE__ */ H("attribution");
  get tab() {
    return r(this.#O);
  }
  set tab(e) {
    T(this.#O, e, !0);
  }
  #R = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#R);
  }
  set selected(e) {
    T(this.#R, e);
  }
  #C = /* @__PURE__ */ H([]);
  get changes() {
    return r(this.#C);
  }
  set changes(e) {
    T(this.#C, e);
  }
  #I = /* @__PURE__ */ H(null);
  get sweep() {
    return r(this.#I);
  }
  set sweep(e) {
    T(this.#I, e);
  }
  #j = /* @__PURE__ */ H(null);
  get hoverHead() {
    return r(this.#j);
  }
  set hoverHead(e) {
    T(this.#j, e);
  }
  #F = /* @__PURE__ */ H(null);
  get hoverPlace() {
    return r(this.#F);
  }
  set hoverPlace(e) {
    T(this.#F, e, !0);
  }
  #D = /* @__PURE__ */ H(0);
  get busy() {
    return r(this.#D);
  }
  set busy(e) {
    T(this.#D, e, !0);
  }
  #U = /* @__PURE__ */ H("");
  get message() {
    return r(this.#U);
  }
  set message(e) {
    T(this.#U, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #H = /* @__PURE__ */ H(Kr);
  get tabs() {
    return r(this.#H);
  }
  set tabs(e) {
    T(this.#H, e);
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
      temperature: u
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
      temperature: u
    };
  }
  // Whether something else would be asked now.
  get edited() {
    return this.asked !== null && JSON.stringify(this.prompt(this.draft)) !== JSON.stringify(this.prompt(this.asked));
  }
  get info() {
    return this.models.find((e) => e.name === this.model) ?? null;
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
      return t instanceof nt && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const n = new _n(this.source, t.id, t.bytes);
      n.answer = t.answer ?? [], this.study = n, this.tabs = t.tabs ?? Kr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
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
    e.toString() !== this.written && (bu.every((n) => e.get(n) === t.get(n)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
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
      tab: this.tab === Kr[0] ? "" : this.tab,
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
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = Wt(e.get("t"), 0), this.focus = Wt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = Wt(e.get("place"), null), this.layer = Wt(e.get("layer"), null), this.head = Wt(e.get("head"), null), this.lensLayer = Wt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = Wt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Kr.includes(e.get("tab")) ? e.get("tab") : Kr[0], this.selected = new Set(yu(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern");
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = Wt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.trueOf = s.question, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? Wt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
    const n = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), u = [];
      for (const d of l) {
        const g = await this.bringImage(d);
        if (!g)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        u.push(g);
      }
      n.push(o ? {
        ...u[0],
        frames: u.map((d) => d.id),
        fps: Number(o) || void 0
      } : u[0]);
    }
    return this.uploads = n, !0;
  }
  async bringImage(e) {
    const t = await uu(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
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
      (l) => s !== this.fills || i !== this.model ? !1 : (this.coming = null, this.example = e, this.exampleName = l.name, this.truth = l.answer, this.trueOf = l.question, n && l.images.map((u) => u.id).join() === this.uploads.map((u) => u.id).join() || (this.question = l.question, this.prefill = l.prefill, this.uploads = l.images, this.earlier = []), !0),
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
      return await os(i.id, e), i;
    }
    const { frames: t, fps: n } = await cu(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await os(o.id, i), s.push(o);
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
    const { id: t, bytes: n } = await this.source.open(this.prompt(e)), s = new _n(this.source, t, n);
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
function It(a, ...e) {
  const t = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + t);
}
var ku = /* @__PURE__ */ M('<span class="fine"> </span>'), us = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), xu = /* @__PURE__ */ M('<button type="button"> </button>'), Su = /* @__PURE__ */ M('<li><button type="button" class="head"> <b> </b></button></li>'), Au = /* @__PURE__ */ M('<ol class="best"></ol>'), $a = /* @__PURE__ */ M('<p class="fine"> </p>'), Mu = /* @__PURE__ */ M('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), Eu = /* @__PURE__ */ M('<!> <!> <!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), Nu = /* @__PURE__ */ M('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Tu(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H("image"), s = /* @__PURE__ */ H(!1);
  const i = /* @__PURE__ */ S(() => e.painted.heads.view), o = /* @__PURE__ */ S(() => e.painted.pattern), l = /* @__PURE__ */ S(() => t().pattern), u = /* @__PURE__ */ S(() => {
    if (!r(i)) return new Float32Array();
    const [D, z] = r(i).arrays.weights.shape, $ = new Float32Array(D * z).fill(NaN), oe = r(i).arrays.image_weights;
    return d(r(i).arrays.weights, $, 1, [...e.study.attending]), oe && d(oe, $, -1, e.study.crossing), $;
  });
  function d({ shape: D, data: z }, $, oe, U) {
    const [, X, _e] = D, we = new Uint8Array(_e);
    for (let ie = 0; ie < _e; ie++) {
      const ue = oe > 0 ? ie : -1 - ie;
      we[ie] = Number(r(n) === "image" ? e.study.token(ue)?.kind === "image" : r(n) === "selection" ? t().selected.has(ue) : ue === t().place);
    }
    for (const ie of U) for (let ue = 0; ue < X; ue++) {
      let me = 0;
      const B = ((oe > 0 ? ie : e.study.crossing.indexOf(ie)) * X + ue) * _e;
      if (r(n) === "entropy") for (let se = 0; se < _e; se++) {
        const V = z[B + se];
        V > 0 && (me -= V * Math.log(V));
      }
      else for (let se = 0; se < _e; se++) we[se] && (me += z[B + se]);
      $[ie * X + ue] = me;
    }
  }
  const g = /* @__PURE__ */ S(() => r(i)?.arrays.weights.shape ?? [0, 0, 0]), v = /* @__PURE__ */ S(() => Array.from(r(u).keys()).filter((D) => !Number.isNaN(r(u)[D])).sort((D, z) => r(u)[z] - r(u)[D]).slice(0, 24)), A = /* @__PURE__ */ S(() => !!r(i)?.arrays.image_weights), f = /* @__PURE__ */ S(() => e.study.mixers.map((D, z) => z).filter((D) => !e.study.attending.has(D) && !(r(A) && e.study.crossing.includes(D)))), h = /* @__PURE__ */ S(() => t().layer !== null && e.study.crossing.includes(t().layer)), O = /* @__PURE__ */ S(() => r(l) ? r(o).view?.arrays.weights ?? null : null), y = /* @__PURE__ */ S(() => r(O) ? {
    name: `pattern-L${t().layer}H${t().head}`,
    svg: () => Ea(r(O).data, r(O).shape[0], r(O).shape[1], (D) => Et(D, !1), `pattern of L${t().layer}H${t().head}: queries from top to bottom, keys from left to right`),
    csv: () => [
      [
        "query",
        ...Array.from({ length: r(O).shape[1] }, (D, z) => z)
      ],
      ...Array.from({ length: r(O).shape[0] }, (D, z) => [
        z,
        ...r(O).data.slice(z * r(O).shape[1], (z + 1) * r(O).shape[1])
      ])
    ]
  } : r(i) ? {
    name: "attention",
    svg: () => Ea(r(u), r(g)[0], r(g)[1], (D) => Et(D / r(u).reduce((z, $) => $ > z ? $ : z, 1e-9), !1), `attention, ${r(n)}`),
    csv: () => [
      ["layer", "head", r(n)],
      ...Array.from(r(u), (D, z) => [
        Math.floor(z / r(g)[1]),
        z % r(g)[1],
        D
      ])
    ]
  } : null), _ = /* @__PURE__ */ S(() => t().shownPlace), b = /* @__PURE__ */ S(() => {
    const D = e.painted.readers.view;
    return D && t().shownHead && t().paint === "readers" ? Array.from(It(D.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((z, $) => ({ weight: z, position: $ })).sort((z, $) => $.weight - z.weight).slice(0, 5) : [];
  });
  var N = Nu(), E = x(N);
  {
    let D = /* @__PURE__ */ S(() => r(l) ? r(o).view?.about.code ?? "" : r(i)?.about.code ?? "");
    nr(E, {
      title: "Attention",
      get code() {
        return r(D);
      },
      get exporter() {
        return r(y);
      },
      children: (z, $) => {
        var oe = ku(), U = W(oe);
        I((X) => L(U, `from the focus ${X ?? ""}`), [
          () => JSON.stringify(e.study.label(r(i)?.about.focus ?? t().at))
        ]), m(z, oe);
      },
      $$slots: { default: !0 }
    });
  }
  var K = c(E, 2);
  {
    var G = (D) => {
      var z = us(), $ = W(z, !0);
      I(() => L($, e.painted.heads.error)), m(D, z);
    };
    q(K, (D) => {
      e.painted.heads.error && D(G);
    });
  }
  var Q = c(K, 2), re = x(Q);
  Ee(
    re,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    De,
    (D, z) => {
      var $ = /* @__PURE__ */ S(() => Vt(z, 2));
      let oe = () => r($)[0], U = () => r($)[1];
      var X = xu(), _e = W(X, !0);
      I(() => {
        Z(X, "aria-pressed", r(n) === oe()), X.disabled = oe() === "selection" && !t().selected.size || oe() === "token" && t().place === null, L(_e, U());
      }), fe("click", X, () => T(n, oe(), !0)), m(D, X);
    }
  );
  var de = c(re, 2), j = c(Q, 2);
  {
    var ne = (D) => {
      var z = Eu(), $ = Te(z);
      {
        var oe = (C) => {
          var R = Au();
          Ee(R, 20, () => r(v), (F) => F, (F, J) => {
            const ae = /* @__PURE__ */ S(() => {
              const [he, Ae] = [Math.floor(J / r(g)[1]), J % r(g)[1]];
              return { layer: he, head: Ae };
            });
            var ve = Su(), be = x(ve), ee = x(be), pe = c(ee), ke = W(pe, !0);
            I(
              (he) => {
                Z(be, "aria-pressed", t().layer === r(ae).layer && t().head === r(ae).head), L(ee, `L${r(ae).layer ?? ""}H${r(ae).head ?? ""} `), L(ke, he);
              },
              [
                () => r(n) === "entropy" ? `${r(u)[J].toFixed(2)} nats` : ht(r(u)[J])
              ]
            ), He("pointerenter", be, () => {
              t().hoverHead = {
                layer: r(ae).layer,
                head: r(ae).head
              }, t().paint = "attention";
            }), He("pointerleave", be, () => t().hoverHead = null), fe("click", be, () => t().takeHead(r(ae).layer, r(ae).head)), m(F, ve);
          }), m(C, R);
        }, U = (C) => {
          {
            let R = /* @__PURE__ */ S(() => r(n) === "entropy" ? 0 : 1), F = /* @__PURE__ */ S(() => r(n) === "entropy" ? "nats" : "of its attention"), J = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            Na(C, {
              label: "Attention by head",
              get values() {
                return r(u);
              },
              get rows() {
                return r(g)[0];
              },
              get columns() {
                return r(g)[1];
              },
              get high() {
                return r(R);
              },
              get unit() {
                return r(F);
              },
              note: (ae) => r(f).includes(ae) ? `${e.study.mixers[ae]}, which has no attention pattern` : "",
              get picked() {
                return r(J);
              },
              onhover: (ae) => {
                t().hoverHead = ae && { layer: ae[0], head: ae[1] }, ae && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([ae, ve]) => t().takeHead(ae, ve, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        q($, (C) => {
          r(s) ? C(oe) : C(U, -1);
        });
      }
      var X = c($, 2);
      {
        var _e = (C) => {
          var R = $a(), F = W(R);
          I((J) => L(F, `Layers ${J ?? ""} attend to image features by cross-attention, and to nothing else: all of their attention is on the image. Their maps are painted on it; of the other layers, which attend to tokens of the prompt, the strip below it shows where.`), [() => e.study.crossing.join(", ")]), m(C, R);
        };
        q(X, (C) => {
          r(A) && C(_e);
        });
      }
      var we = c(X, 2);
      {
        var ie = (C) => {
          var R = $a(), F = W(R);
          I((J, ae, ve) => L(F, `Layers ${J ?? ""} have no attention pattern: ${ae ?? ""} stands there in the place of attention${ve ?? ""}.`), [
            () => r(f).join(", "),
            () => [
              ...new Set(r(f).map((J) => e.study.mixers[J]))
            ].join(", "),
            () => e.study.crossing.includes(r(f)[0]) ? ", and this prompt has no image" : ""
          ]), m(C, R);
        };
        q(we, (C) => {
          r(f).length && C(ie);
        });
      }
      var ue = c(we, 2), me = x(ue), B = c(me, 2), se = c(B, 2), V = W(se), p = c(ue, 2);
      {
        var w = (C) => {
          var R = $a(), F = W(R);
          I((J) => L(F, `Most by: ${J ?? ""}.`), [
            () => r(b).map((J) => `${e.study.label(J.position)} ${ht(J.weight)}`).join(", ")
          ]), m(C, R);
        };
        q(p, (C) => {
          r(b).length && C(w);
        });
      }
      var Y = c(p, 2);
      {
        let C = /* @__PURE__ */ S(() => e.painted.long("pattern"));
        jr(Y, {
          get session() {
            return t();
          },
          get long() {
            return r(C);
          },
          what: "The whole pattern"
        });
      }
      var le = c(Y, 2);
      {
        var Se = (C) => {
          const R = /* @__PURE__ */ S(() => r(o).view.arrays.weights);
          var F = Mu(), J = Te(F), ae = W(J), ve = c(J, 2), be = x(ve);
          {
            let ee = /* @__PURE__ */ S(() => r(h) ? "image feature" : "key"), pe = /* @__PURE__ */ S(() => [
              t().at,
              r(h) ? t().keyOfPlace ?? 0 : Math.max(0, t().place ?? t().at)
            ]);
            Na(be, {
              label: "Pattern",
              get values() {
                return r(R).data;
              },
              get rows() {
                return r(R).shape[0];
              },
              get columns() {
                return r(R).shape[1];
              },
              high: 1,
              rowName: "query",
              get columnName() {
                return r(ee);
              },
              get picked() {
                return r(pe);
              },
              onpick: ([ke, he]) => {
                t().place = r(h) ? -1 - he : he, ke < e.study.tokens.length && (t().focus = ke);
              }
            });
          }
          I(() => L(ae, `Queries from top to bottom, ${r(h) ? "image features" : "keys"} from left to right${r(_) === null || r(_) < 0 ? "" : `; row ${r(_)} is the token that is pointed at`}.`)), m(C, F);
        };
        q(le, (C) => {
          r(l) && r(o).view && C(Se);
        });
      }
      var ye = c(le, 2);
      {
        var k = (C) => {
          var R = us(), F = W(R, !0);
          I(() => L(F, r(o).error)), m(C, R);
        };
        q(ye, (C) => {
          r(o).error && C(k);
        });
      }
      I(
        (C) => {
          Z(me, "aria-pressed", t().paint === "attention"), Z(B, "aria-pressed", t().paint === "readers"), B.disabled = t().place === null, Z(se, "aria-pressed", r(l)), se.disabled = C, L(V, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
        },
        [
          () => t().layer === null || r(f).includes(t().layer)
        ]
      ), fe("click", me, () => t().paint = "attention"), fe("click", B, () => t().paint = t().paint === "readers" ? "attention" : "readers"), fe("click", se, () => t().pattern = !t().pattern), m(D, z);
    };
    q(j, (D) => {
      r(i) && D(ne);
    });
  }
  I(() => Z(de, "aria-pressed", r(s))), fe("click", de, () => T(s, !r(s))), m(a, N), Xe();
}
ct(["click"]);
class Ta {
  #e = /* @__PURE__ */ H(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    T(this.#e, e);
  }
  #r = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    T(this.#r, e);
  }
  #t = /* @__PURE__ */ H(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    T(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ H("");
  get error() {
    return r(this.#a);
  }
  set error(e) {
    T(this.#a, e, !0);
  }
  constructor(e, t) {
    let n = 0;
    pt(() => {
      const s = t(), i = ++n;
      if (!s?.study || s.study.answering) {
        s?.study || Mt(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      Mt(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, u).then(
        (d) => {
          i === n && Object.assign(this, { view: d, study: o, asked: u, name: l });
        },
        (d) => {
          i === n && (this.view = null, e.source.kind === "server" && d.status === 404 ? e.during(Promise.reject(d)) : this.error = d.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
var Pu = /* @__PURE__ */ M('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Lu = /* @__PURE__ */ M('<span class="fine">logit of <b> </b><!> <!></span>'), cs = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Ou = /* @__PURE__ */ M('<p class="fine">Click a token of the answer.</p>'), Ru = /* @__PURE__ */ M('<li><button type="button" class="head"> <b> </b></button></li>'), Cu = /* @__PURE__ */ M('<span class="fine"> </span>'), Iu = /* @__PURE__ */ M('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), ju = /* @__PURE__ */ M('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Fu = /* @__PURE__ */ M("<li> <b> </b></li>"), Du = /* @__PURE__ */ M('<ol class="best"></ol> <p class="fine"> </p>', 1), Uu = /* @__PURE__ */ M("<!> <!> <!>", 1), Hu = /* @__PURE__ */ M(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button> <!></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), zu = /* @__PURE__ */ M('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Bu(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Ta(t(), () => r(n) ? { study: e.study, name: "parts", asked: r(n) } : null);
  let i = /* @__PURE__ */ H(null);
  const o = new Ta(t(), () => r(n) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(n), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ S(() => s.view?.about), u = /* @__PURE__ */ S(() => s.view?.arrays.heads), d = /* @__PURE__ */ S(() => {
    if (!r(u)) return [];
    const [G, Q] = r(u).shape;
    return Array.from({ length: G * Q }, (re, de) => ({
      layer: Math.floor(de / Q),
      head: de % Q,
      value: r(u).data[de]
    })).sort((re, de) => Math.abs(de.value) - Math.abs(re.value)).slice(0, 8);
  }), g = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, v = /* @__PURE__ */ S(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const G = s.view.arrays.values.data, Q = [], re = [];
    return r(l).labels.forEach((de, j) => {
      const ne = /^(\d+)_(.+)$/.exec(de);
      ne ? (Q[Number(ne[1])] ??= { layer: Number(ne[1]), parts: [] }).parts.push({ name: g[ne[2]] ?? ne[2], value: G[j] }) : re.push({ name: de.replace(/_/g, " "), value: G[j] });
    }), {
      layers: Q,
      rest: re,
      high: Math.max(...Array.from(G, Math.abs), 1e-6)
    };
  }), A = /* @__PURE__ */ S(() => r(u) ? {
    name: "attribution-heads",
    svg: () => Ea(r(u).data, r(u).shape[0], r(u).shape[1], (G) => Et(G / r(d).reduce((Q, re) => Math.max(Q, Math.abs(re.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((G, Q) => [G, s.view.arrays.values.data[Q]]),
      ...Array.from(r(u).data, (G, Q) => [
        `L${Math.floor(Q / r(u).shape[1])}H${Q % r(u).shape[1]}`,
        G
      ])
    ]
  } : null);
  let f = /* @__PURE__ */ H("");
  var h = zu(), O = x(h);
  {
    let G = /* @__PURE__ */ S(() => r(l)?.code ?? "");
    nr(O, {
      title: "Attribution",
      get code() {
        return r(G);
      },
      get exporter() {
        return r(A);
      },
      children: (Q, re) => {
        var de = Lu(), j = c(x(de)), ne = W(j, !0), D = c(j);
        {
          var z = (U) => {
            var X = Pu(), _e = c(Te(X)), we = W(_e, !0), ie = c(_e, 2);
            I((ue) => L(we, ue), [() => at(r(l).contrast.text)]), fe("click", ie, () => t().contrast = null), m(U, X);
          };
          q(D, (U) => {
            r(l)?.contrast && U(z);
          });
        }
        var $ = c(D, 2);
        {
          var oe = (U) => {
            var X = dn();
            I((_e) => L(X, `= ${_e ?? ""}`), [() => Ke(r(l).logit)]), m(U, X);
          };
          q($, (U) => {
            r(l) && U(oe);
          });
        }
        I((U) => L(ne, U), [
          () => r(l) ? at(r(l).answer.text) : at(t().target?.text ?? "")
        ]), m(Q, de);
      },
      $$slots: { default: !0 }
    });
  }
  var y = c(O, 2);
  {
    var _ = (G) => {
      var Q = cs(), re = W(Q, !0);
      I(() => L(re, s.error)), m(G, Q);
    };
    q(y, (G) => {
      s.error && G(_);
    });
  }
  var b = c(y, 2);
  {
    var N = (G) => {
      var Q = Ou();
      m(G, Q);
    };
    q(b, (G) => {
      t().target || G(N);
    });
  }
  var E = c(b, 2);
  {
    var K = (G) => {
      var Q = Hu(), re = c(Te(Q), 2), de = x(re);
      {
        let p = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        Na(de, {
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
            return r(p);
          },
          onhover: (w) => {
            t().hoverHead = w && { layer: w[0], head: w[1] }, w && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([w, Y]) => t().takeHead(w, Y, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var j = c(de, 2), ne = c(x(j), 2);
      Ee(ne, 21, () => r(d), (p) => `${p.layer} ${p.head}`, (p, w) => {
        var Y = Ru(), le = x(Y), Se = x(le), ye = c(Se), k = W(ye, !0);
        I(
          (C) => {
            Z(le, "aria-pressed", t().layer === r(w).layer && t().head === r(w).head), L(Se, `L${r(w).layer ?? ""}H${r(w).head ?? ""} `), L(k, C);
          },
          [() => jt(r(w).value)]
        ), He("pointerenter", le, () => t().hoverHead = r(w)), He("pointerleave", le, () => t().hoverHead = null), fe("click", le, () => t().takeHead(r(w).layer, r(w).head, t().paint === "sources" ? "sources" : "attention")), m(p, Y);
      });
      var D = c(re, 2), z = c(x(D), 2), $ = c(z, 2), oe = c($, 2);
      {
        var U = (p) => {
          var w = Cu(), Y = W(w);
          I((le) => L(Y, `What heads add is split by token where all layers attend to tokens; ${le ?? ""} does not.`), [
            () => e.study.mixers.find((le, Se) => !e.study.attending.has(Se))
          ]), m(p, w);
        };
        q(oe, (p) => {
          e.study.attending.size < e.study.nLayers && p(U);
        });
      }
      var X = c(D, 4);
      Ee(X, 21, () => r(v).layers, De, (p, w) => {
        var Y = Rt(), le = Te(Y);
        {
          var Se = (ye) => {
            var k = ju(), C = x(k), R = W(C, !0), F = c(C, 2);
            Ee(F, 17, () => r(w).parts, De, (J, ae) => {
              var ve = Iu(), be = x(ve), ee = W(be, !0), pe = c(be, 2), ke = x(pe);
              let he;
              var Ae = c(pe), Le = x(Ae);
              let Ue;
              var Ie = c(Ae, 2), Be = W(Ie, !0);
              I(
                (Ze, qe) => {
                  ve.disabled = r(ae).name !== "MLP", Z(ve, "title", `${(r(ae).name === "attention" ? e.study.mixers[r(w).layer] ?? r(ae).name : r(ae).name) ?? ""} of layer ${r(w).layer ?? ""}: ${Ze ?? ""} logits${r(ae).name === "MLP" ? "; click for its neurons" : ""}`), Z(ve, "aria-pressed", r(ae).name === "MLP" ? r(i) === r(w).layer : void 0), L(ee, r(ae).name), he = ze(ke, "", he, {
                    width: `${r(ae).value < 0 ? 100 * -r(ae).value / r(v).high : 0}%`
                  }), Ue = ze(Le, "", Ue, {
                    width: `${r(ae).value > 0 ? 100 * r(ae).value / r(v).high : 0}%`
                  }), L(Be, qe);
                },
                [
                  () => jt(r(ae).value),
                  () => jt(r(ae).value)
                ]
              ), fe("click", ve, () => T(i, r(i) === r(w).layer ? null : r(w).layer, !0)), m(J, ve);
            }), I(() => L(R, r(w).layer)), m(ye, k);
          };
          q(le, (ye) => {
            r(w) && ye(Se);
          });
        }
        m(p, Y);
      });
      var _e = c(X, 2), we = W(_e), ie = c(_e, 2);
      {
        var ue = (p) => {
          var w = Uu(), Y = Te(w);
          {
            let C = /* @__PURE__ */ S(() => o.view?.about.code ?? ""), R = /* @__PURE__ */ S(() => o.view ? {
              name: `neurons-${r(i)}`,
              csv: () => [
                ["neuron", "value"],
                ...Array.from(o.view.arrays.numbers.data, (F, J) => [F, o.view.arrays.values.data[J]])
              ]
            } : null);
            nr(Y, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(C);
              },
              get exporter() {
                return r(R);
              }
            });
          }
          var le = c(Y, 2);
          {
            var Se = (C) => {
              var R = cs(), F = W(R, !0);
              I(() => L(F, o.error)), m(C, R);
            };
            q(le, (C) => {
              o.error && C(Se);
            });
          }
          var ye = c(le, 2);
          {
            var k = (C) => {
              var R = Du(), F = Te(R);
              Ee(F, 22, () => Array.from(o.view.arrays.numbers.data), (ve) => ve, (ve, be, ee) => {
                var pe = Fu(), ke = x(pe), he = c(ke), Ae = W(he, !0);
                I(
                  (Le) => {
                    L(ke, `N${be ?? ""} `), L(Ae, Le);
                  },
                  [() => jt(o.view.arrays.values.data[r(ee)])]
                ), m(ve, pe);
              });
              var J = c(F, 2), ae = W(J);
              I((ve) => L(ae, `All others together ${ve ?? ""}.`), [() => jt(o.view.about.rest)]), m(C, R);
            };
            q(ye, (C) => {
              o.view && C(k);
            });
          }
          m(p, w);
        };
        q(ie, (p) => {
          r(i) !== null && p(ue);
        });
      }
      var me = c(ie, 2), B = x(me), se = c(x(B)), V = c(B);
      I(
        (p, w) => {
          Z(z, "aria-pressed", t().paint === "attention"), Z($, "aria-pressed", t().paint === "sources"), $.disabled = e.study.attending.size < e.study.nLayers, L(we, `Beside the layers: ${p ?? ""}. The parts sum to the model's own logit; left over: ${w ?? ""}.`), V.disabled = !r(f);
        },
        [
          () => r(v).rest.map((p) => `${p.name} ${jt(p.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), fe("click", z, () => t().paint = "attention"), fe("click", $, () => t().paint = "sources"), He("submit", me, async (p) => {
        p.preventDefault();
        const w = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(f),
          focus: t().at
        }));
        w?.about.contrast && (t().contrast = w.about.contrast);
      }), St(se, () => r(f), (p) => T(f, p)), m(G, Q);
    };
    q(E, (G) => {
      s.view && r(u) && G(K);
    });
  }
  m(a, h), Xe();
}
ct(["click"]);
var qu = /* @__PURE__ */ Hr('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Wu = /* @__PURE__ */ Hr('<text text-anchor="middle"> </text>'), Ku = /* @__PURE__ */ Hr('<circle r="2.5"><title> </title></circle>'), Ju = /* @__PURE__ */ Hr('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), Vu = /* @__PURE__ */ M("<span><i></i> </span>"), Yu = /* @__PURE__ */ M('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function gi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "low", 3, 0), n = Fe(e, "high", 3, 1), s = Fe(e, "note", 3, ""), i = Fe(e, "unit", 3, (j) => String(Math.round(100 * j) / 100)), o = /* @__PURE__ */ H(0);
  const l = /* @__PURE__ */ S(() => Math.max(240, r(o))), u = 150, d = 42, g = 12, v = 8, A = 22, f = (j) => d + (r(l) - d - g) * j / Math.max(1, e.layers.length - 1), h = (j) => u - A - (u - A - v) * (j - t()) / (n() - t() || 1), O = /* @__PURE__ */ S(() => {
    const j = (n() - t()) / 4, ne = 10 ** Math.floor(Math.log10(j || 1)), D = ne * ([1, 2, 5].find((z) => z * ne >= j) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / D + 1e-6) - Math.ceil(t() / D - 1e-6) + 1
      },
      (z, $) => (Math.ceil(t() / D - 1e-6) + $) * D
    );
  }), y = /* @__PURE__ */ S(() => Math.ceil(e.layers.length / 10));
  var _ = Yu(), b = x(_), N = x(b);
  Ee(N, 16, () => r(O), (j) => j, (j, ne) => {
    var D = qu(), z = Te(D);
    Z(z, "x1", d);
    var $ = c(z);
    Z($, "x", d - 5);
    var oe = W($, !0);
    I(
      (U, X, _e, we, ie) => {
        Z(z, "x2", r(l) - g), Z(z, "y1", U), Z(z, "y2", X), Z(z, "opacity", _e), Z($, "y", we), L(oe, ie);
      },
      [
        () => h(ne),
        () => h(ne),
        () => Math.abs(ne) < 1e-9 ? 0.4 : 0.14,
        () => h(ne),
        () => i()(ne)
      ]
    ), m(j, D);
  });
  var E = c(N);
  Ee(E, 17, () => e.layers, De, (j, ne, D) => {
    var z = Rt(), $ = Te(z);
    {
      var oe = (U) => {
        var X = Wu();
        Z(X, "y", u - 8);
        var _e = W(X, !0);
        I(
          (we) => {
            Z(X, "x", we), L(_e, r(ne));
          },
          [() => f(D)]
        ), m(U, X);
      };
      q($, (U) => {
        D % r(y) === 0 && U(oe);
      });
    }
    m(j, z);
  });
  var K = c(E);
  Ee(K, 17, () => e.curves, De, (j, ne, D) => {
    let z = () => r(ne).name, $ = () => r(ne).values;
    const oe = /* @__PURE__ */ S(() => Array.from($(), (me, B) => [B, me]).filter(([, me]) => !Number.isNaN(me)));
    var U = Ju(), X = Te(U), _e = x(X), we = W(_e, !0), ie = c(X);
    {
      var ue = (me) => {
        var B = Rt(), se = Te(B);
        Ee(se, 17, () => r(oe), De, (V, p) => {
          var w = /* @__PURE__ */ S(() => Vt(r(p), 2));
          let Y = () => r(w)[0], le = () => r(w)[1];
          var Se = Ku(), ye = x(Se), k = W(ye);
          I(
            (C, R, F) => {
              Z(Se, "cx", C), Z(Se, "cy", R), Z(Se, "fill", kr[D % kr.length]), L(k, `${z() ?? ""}, layer ${e.layers[Y()] ?? ""}: ${F ?? ""}`);
            },
            [() => f(Y()), () => h(le()), () => i()(le())]
          ), m(V, Se);
        }), m(me, B);
      };
      q(ie, (me) => {
        r(oe).length <= 12 && me(ue);
      });
    }
    I(
      (me) => {
        Z(X, "stroke", kr[D % kr.length]), Z(X, "points", me), L(we, z());
      },
      [
        () => r(oe).map(([me, B]) => `${f(me)},${h(B)}`).join(" ")
      ]
    ), m(j, U);
  });
  var G = c(b, 2), Q = x(G);
  Ee(Q, 17, () => e.curves, De, (j, ne, D) => {
    let z = () => r(ne).name, $ = () => r(ne).said;
    var oe = Vu(), U = x(oe);
    let X;
    var _e = c(U);
    I(() => {
      X = ze(U, "", X, { background: kr[D % kr.length] }), L(_e, `${z() ?? ""} ${$() ?? "" ?? ""}`);
    }), m(j, oe);
  });
  var re = c(Q, 2), de = W(re, !0);
  I(() => {
    Z(b, "viewBox", `0 0 ${r(l) ?? ""} 150`), Z(b, "aria-label", e.label), L(de, s());
  }), ua(_, "clientWidth", (j) => T(o, j)), m(a, _), Xe();
}
var Gu = /* @__PURE__ */ M('<p class="fine"> </p> <!>', 1);
function _i(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ S(() => r(n)[1] > 0 && r(n)[1] <= 6);
  function i(h) {
    if (e.sweep.about.axis !== "position") return;
    const O = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((y, _) => O[y] = e.sweep.arrays.effect.data[h * r(n)[1] + _]), t().sweep = {
      values: O,
      label: `${e.name} at layer ${h}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  pt(() => {
    e.onexport?.({
      name: e.name,
      svg: () => Ea(e.sweep.arrays.effect.data, r(n)[0], r(n)[1], (h) => Et(h, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: r(n)[0] }, (h, O) => [
          O,
          ...Array.from(e.sweep.arrays.effect.data.slice(O * r(n)[1], (O + 1) * r(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ S(() => e.sweep.about.labels.map((h, O) => ({
    name: h,
    values: Array.from({ length: r(n)[0] }, (y, _) => e.sweep.arrays.effect.data[_ * r(n)[1] + O])
  }))), l = /* @__PURE__ */ S(() => {
    let h = 0, O = 1;
    for (const y of e.sweep.arrays.effect.data) Number.isNaN(y) || ([h, O] = [Math.min(h, y), Math.max(O, y)]);
    return [h, O];
  });
  var u = Gu(), d = Te(u), g = W(d, !0), v = c(d, 2);
  {
    var A = (h) => {
      {
        let O = /* @__PURE__ */ S(() => Array.from({ length: r(n)[0] }, (y, _) => String(_)));
        gi(h, {
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
            return r(O);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, f = (h) => {
      {
        let O = /* @__PURE__ */ S(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((y) => e.study.label(y)) : null);
        Na(h, {
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
            return r(O);
          },
          onhover: (y) => y && i(y[0]),
          onpick: ([y, _]) => {
            i(y), e.sweep.about.axis === "head" ? t().takeHead(y, _) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[_]);
          }
        });
      }
    };
    q(v, (h) => {
      r(s) ? h(A) : h(f, -1);
    });
  }
  I(() => L(g, e.sweep.about.measure)), m(a, u), Xe();
}
var Xu = /* @__PURE__ */ M('<span class="fine"> </span>'), Zu = /* @__PURE__ */ M('<p><button type="button"> </button></p>'), en = /* @__PURE__ */ M("<option> </option>"), Qu = /* @__PURE__ */ M("<label>where <select></select></label>"), $u = /* @__PURE__ */ M("<label>heads <select><option>all</option><option> </option></select></label>"), ec = /* @__PURE__ */ M('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), tc = /* @__PURE__ */ M("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), rc = /* @__PURE__ */ M('<label>strength <input type="number" step="any"/></label>'), ds = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), ac = /* @__PURE__ */ M('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), nc = /* @__PURE__ */ M('<button type="button">cancel</button> running…', 1), sc = /* @__PURE__ */ M('<button type="button">run again</button>'), ic = /* @__PURE__ */ M('<button type="button" aria-pressed="true">views show the changed model</button>'), oc = /* @__PURE__ */ M('<button type="button" aria-pressed="false">show views of the changed model</button>'), lc = /* @__PURE__ */ M('<ul class="changes"></ul> <p><!> <!></p>', 1), uc = /* @__PURE__ */ M('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), cc = /* @__PURE__ */ M('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), dc = /* @__PURE__ */ M('<span class="fine">every layer in turn</span>'), fc = /* @__PURE__ */ M("<label>at <select></select></label>"), vc = /* @__PURE__ */ M("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), hc = /* @__PURE__ */ M("<label>direction <select><option>denoising: the second into this one</option><option>noising: this one into the second</option></select></label>"), pc = /* @__PURE__ */ M('<label>window <input type="number" min="1"/></label>'), gc = /* @__PURE__ */ M('<button type="button" class="primary">cancel</button>'), _c = /* @__PURE__ */ M('<button type="submit" class="primary">start</button>'), mc = /* @__PURE__ */ M('<label class="row grow"> <progress></progress> </label>'), bc = /* @__PURE__ */ M('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch between the two images</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function yc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ H("zero"), i = /* @__PURE__ */ H("z"), o = /* @__PURE__ */ H("all"), l = /* @__PURE__ */ H("all"), u = /* @__PURE__ */ H("all"), d = /* @__PURE__ */ H("image"), g = /* @__PURE__ */ H(1), v = /* @__PURE__ */ H(null), A = /* @__PURE__ */ H(!1), f = /* @__PURE__ */ H("");
  const h = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, O = ["patch", "resample", "steer", "project"], y = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, _ = /* @__PURE__ */ S(() => Object.keys(h).filter((P) => t().second || !O.includes(P))), b = /* @__PURE__ */ S(() => r(s) === "block" || r(i) === "z");
  function N(P) {
    return P === "selection" ? [...t().selected].filter((te) => te >= 0).sort((te, ce) => te - ce) : P === "image" ? r(n).tokens.filter((te) => te.kind === "image").map((te) => te.position) : P === "text" ? r(n).tokens.filter((te) => te.kind !== "image").map((te) => te.position) : P === "token" ? t().place === null || t().place < 0 ? [] : [t().place] : P === "focus" ? [Math.min(t().at, r(n).nPrompt - 1)] : null;
  }
  function E(P) {
    const te = (ge) => [...ge].filter((xe) => xe < 0).map((xe) => -1 - xe).sort((xe, Re) => xe - Re), ce = P === "image" ? te(r(n).keys.filter((ge) => ge.kind === "image").map((ge) => ge.position)) : P === "selection" ? te(t().selected) : P === "token" ? te([t().place ?? 0]) : [];
    return ce.length ? ce : null;
  }
  function K() {
    const P = r(b) && r(u) === "picked", te = !P && r(l).trim() === "all", ce = P || r(l) === "picked" ? t().layer === null ? [] : [t().layer] : te ? null : G(r(l));
    if (!ce && !te) {
      T(f, `“${r(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${r(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const ge = r(s) === "block" ? E(r(d)) : null, xe = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: ce,
      heads: P && t().head !== null ? [t().head] : null,
      positions: N(r(o)),
      keys: ge || r(s) !== "block" ? null : N(r(d)),
      image_keys: ge,
      strength: r(g),
      source: O.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([
      xe.layers,
      xe.positions,
      xe.keys,
      xe.image_keys
    ].some((Re) => Re?.length === 0)) {
      T(f, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, xe], j();
  }
  function G(P) {
    const te = [];
    for (const ce of P.split(",")) {
      const [ge, xe = ge] = ce.split("-").map((Re) => Re.trim() ? Number(Re) : NaN);
      if (!(Number.isInteger(ge) && Number.isInteger(xe) && 0 <= ge && ge <= xe && xe < r(n).nLayers)) return null;
      for (let Re = ge; Re <= xe; Re++) te.push(Re);
    }
    return te;
  }
  function Q() {
    t().layer === null || t().head === null || (t().changes = [
      ...t().changes,
      {
        kind: "zero",
        point: "z",
        layers: [t().layer],
        heads: [t().head],
        positions: null,
        keys: null,
        image_keys: null,
        strength: 1,
        source: null,
        on: !0
      }
    ], j());
  }
  const re = (P, te) => P === null ? te : P.length > 6 ? `${P.length} (${P[0]}…${P.at(-1)})` : P.join(", "), de = (P) => `${h[P.kind]}${P.kind === "block" ? "" : ` · ${y[P.point]}`} · layers ${re(P.layers, "all")}${P.heads ? ` · head ${re(P.heads, "")}` : ""} · ${P.kind === "block" ? "from " : ""}tokens ${re(P.positions, "all")}${P.keys ? ` to ${re(P.keys, "all")}` : ""}${P.image_keys ? ` to image features ${re(P.image_keys, "all")}` : ""}${["scale", "steer"].includes(P.kind) ? ` · ×${P.strength}` : ""}`;
  async function j() {
    const P = t().changes.filter((ge) => ge.on).map(({ on: ge, ...xe }) => ({
      ...xe,
      source: xe.source && t().second ? t().second.id : xe.source
    }));
    if (T(f, ""), t().write(), !P.length) {
      T(v, null), oe();
      return;
    }
    const te = ++ne, ce = r(n);
    T(A, !0), D?.abort(), D = new AbortController();
    try {
      for await (const ge of t().source.stream(ce.id, "changes", { changes: P, max_new_tokens: 16 }, D.signal)) {
        if (te !== ne || r(n) !== ce) return;
        T(v, ge);
      }
      t().clean && await $();
    } catch (ge) {
      te === ne && ge.name !== "AbortError" && T(f, ge.message, !0);
    } finally {
      te === ne && T(A, !1);
    }
  }
  let ne = 0, D = null;
  pt(() => {
    const P = r(n);
    P === z || P.answering || Mt(() => {
      z = P, ne++, D?.abort(), Se(), ((te) => {
        var ce = Vt(te, 4);
        T(v, ce[0]), T(ue, ce[1]), T(f, ce[2], !0), T(A, ce[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && j();
    });
  });
  let z = null;
  async function $() {
    if (!r(v)) return;
    const P = r(n), { study: te, after: ce } = r(v).about, ge = await t().during(t().source.tokens(te));
    if (!ge || r(n) !== P) return;
    const xe = new _n(t().source, te, ge);
    xe.answer = ce, xe.asked = r(n).asked, t().clean = r(n), t().study = xe;
  }
  function oe() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let U = /* @__PURE__ */ H("patching"), X = /* @__PURE__ */ H("groups"), _e = /* @__PURE__ */ H("resid_post"), we = /* @__PURE__ */ H("denoise"), ie = /* @__PURE__ */ H(1), ue = /* @__PURE__ */ H(null), me = /* @__PURE__ */ H(null), B = null, se = /* @__PURE__ */ H(!1), V = /* @__PURE__ */ H("");
  const p = /* @__PURE__ */ S(() => r(U) !== "knockout"), w = /* @__PURE__ */ S(() => {
    const P = r(n).tokens.filter((ce) => ce.kind === "image").length;
    return r(U) === "gradients" ? 3 : (r(U) === "knockout" || r(X) === "groups" ? 3 : r(X) === "heads" ? r(n).nHeads : t().selected.size || P + 1) * r(n).nLayers;
  }), Y = /* @__PURE__ */ S(() => r(U) === "gradients" ? 2 * r(n).costs.graph_bytes : r(U) === "knockout" ? r(n).costs.stream_bytes : 2 * r(n).nLayers * r(n).costs.stream_bytes);
  async function le() {
    B?.abort(), B = new AbortController();
    const P = B;
    T(ue, null), T(V, ""), T(se, !0);
    const te = N("selection"), ce = te?.length ? te : null, ge = r(U) === "knockout" ? { window: r(ie) } : r(U) === "gradients" ? {
      source: t().second.id,
      point: r(_e) === "z" ? "z" : r(_e) === "resid_pre" || r(_e) === "resid_mid" ? "resid_post" : r(_e)
    } : {
      source: t().second.id,
      point: r(_e),
      over: r(X),
      direction: r(we),
      positions: ce
    };
    try {
      for await (const xe of t().source.stream(r(n).id, r(U), ge, P.signal)) T(ue, xe);
    } catch (xe) {
      xe.name !== "AbortError" && T(V, xe.message, !0);
    }
    B === P && T(se, !1);
  }
  function Se() {
    B?.abort(), T(se, !1);
  }
  var ye = bc(), k = Te(ye), C = x(k);
  {
    let P = /* @__PURE__ */ S(() => r(v)?.about.code ?? ""), te = /* @__PURE__ */ S(() => r(v) ? {
      name: "changes",
      csv: () => [
        ["token", "before", "after", "logit before", "logit after"],
        ...r(v).about.words.map((ce) => [
          ce.text,
          ce.before,
          ce.after,
          ce.logit_before,
          ce.logit_after
        ])
      ]
    } : null);
    nr(C, {
      title: "Changes",
      get code() {
        return r(P);
      },
      get exporter() {
        return r(te);
      },
      children: (ce, ge) => {
        var xe = Xu(), Re = W(xe);
        I((it) => L(Re, `change something, see the answer change${it ?? ""}`), [
          () => r(n).passSeconds > 1 ? `; a pass takes ${pn(r(n).passSeconds)}` : ""
        ]), m(ce, xe);
      },
      $$slots: { default: !0 }
    });
  }
  var R = c(C, 2);
  {
    var F = (P) => {
      var te = Zu(), ce = x(te), ge = W(ce);
      I(() => L(ge, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), fe("click", ce, Q), m(P, te);
    };
    q(R, (P) => {
      t().layer !== null && P(F);
    });
  }
  var J = c(R, 2), ae = x(J), ve = c(x(ae));
  Ee(ve, 21, () => r(_), De, (P, te) => {
    var ce = en(), ge = W(ce, !0), xe = {};
    I(() => {
      L(ge, h[r(te)]), xe !== (xe = r(te)) && (ce.value = (ce.__value = xe) ?? "");
    }), m(P, ce);
  }), ft(ve);
  var be = c(ae, 2);
  {
    var ee = (P) => {
      var te = Qu(), ce = c(x(te));
      Ee(ce, 21, () => Object.entries(y), De, (ge, xe) => {
        var Re = /* @__PURE__ */ S(() => Vt(r(xe), 2));
        let it = () => r(Re)[0], Ct = () => r(Re)[1];
        var mt = en(), tt = W(mt, !0), Je = {};
        I(() => {
          L(tt, Ct()), Je !== (Je = it()) && (mt.value = (mt.__value = Je) ?? "");
        }), m(ge, mt);
      }), ft(ce), bt(ce, () => r(i), (ge) => T(i, ge)), m(P, te);
    };
    q(be, (P) => {
      r(s) !== "block" && P(ee);
    });
  }
  var pe = c(be, 2);
  {
    var ke = (P) => {
      var te = $u(), ce = c(x(te)), ge = x(ce);
      ge.value = ge.__value = "all";
      var xe = c(ge), Re = W(xe, !0);
      xe.value = xe.__value = "picked", ft(ce), I(() => {
        xe.disabled = t().layer === null, L(Re, t().layer === null ? "one that is picked" : `L${t().layer}H${t().head}`);
      }), bt(ce, () => r(u), (it) => T(u, it)), m(P, te);
    };
    q(pe, (P) => {
      r(b) && P(ke);
    });
  }
  var he = c(pe, 2);
  {
    var Ae = (P) => {
      var te = ec(), ce = c(x(te));
      St(ce, () => r(l), (ge) => T(l, ge)), m(P, te);
    };
    q(he, (P) => {
      (!r(b) || r(u) === "all") && P(Ae);
    });
  }
  var Le = c(he, 2), Ue = x(Le);
  Ue.value = Ue.__value = "all";
  var Ie = c(Ue);
  Ie.value = Ie.__value = "picked";
  var Be = c(Ie), Ze = {}, qe = c(Le, 2), _t = x(qe), Me = c(_t), Oe = x(Me);
  Oe.value = Oe.__value = "all";
  var je = c(Oe);
  je.value = je.__value = "focus";
  var Qe = c(je);
  Qe.value = Qe.__value = "token";
  var dt = c(Qe);
  dt.value = dt.__value = "selection";
  var pr = c(dt);
  pr.value = pr.__value = "image";
  var ca = c(pr);
  ca.value = ca.__value = "text", ft(Me);
  var gr = c(qe, 2);
  {
    var da = (P) => {
      var te = tc(), ce = c(x(te)), ge = x(ce);
      ge.value = ge.__value = "image";
      var xe = c(ge);
      xe.value = xe.__value = "selection";
      var Re = c(xe);
      Re.value = Re.__value = "token";
      var it = c(Re);
      it.value = it.__value = "text", ft(ce), bt(ce, () => r(d), (Ct) => T(d, Ct)), m(P, te);
    };
    q(gr, (P) => {
      r(s) === "block" && P(da);
    });
  }
  var Ia = c(gr, 2);
  {
    var fa = (P) => {
      var te = rc(), ce = c(x(te));
      St(ce, () => r(g), (ge) => T(g, ge)), m(P, te);
    };
    q(Ia, (P) => {
      (r(s) === "scale" || r(s) === "steer") && P(fa);
    });
  }
  var Br = c(J, 2);
  {
    var ja = (P) => {
      var te = ds(), ce = W(te, !0);
      I(() => L(ce, r(f))), m(P, te);
    };
    q(Br, (P) => {
      r(f) && P(ja);
    });
  }
  var va = c(Br, 2);
  {
    var Fa = (P) => {
      var te = lc(), ce = Te(te);
      Ee(ce, 21, () => t().changes, De, (tt, Je, Qt) => {
        var _r = ac(), mr = x(_r), rt = x(mr), Ve = c(rt), br = c(mr, 2);
        I(
          (sr) => {
            li(rt, r(Je).on), L(Ve, ` ${sr ?? ""}`);
          },
          [() => de(r(Je))]
        ), fe("change", rt, (sr) => {
          t().changes = t().changes.map((yr, qr) => qr === Qt ? { ...yr, on: sr.currentTarget.checked } : yr), j();
        }), fe("click", br, () => {
          t().changes = t().changes.filter((sr, yr) => yr !== Qt), j();
        }), m(tt, _r);
      });
      var ge = c(ce, 2), xe = x(ge);
      {
        var Re = (tt) => {
          var Je = nc(), Qt = Te(Je);
          fe("click", Qt, () => D?.abort()), m(tt, Je);
        }, it = (tt) => {
          var Je = sc();
          fe("click", Je, j), m(tt, Je);
        };
        q(xe, (tt) => {
          r(A) ? tt(Re) : tt(it, -1);
        });
      }
      var Ct = c(xe, 2);
      {
        var mt = (tt) => {
          var Je = Rt(), Qt = Te(Je);
          {
            var _r = (rt) => {
              var Ve = ic();
              fe("click", Ve, oe), m(rt, Ve);
            }, mr = (rt) => {
              var Ve = oc();
              fe("click", Ve, $), m(rt, Ve);
            };
            q(Qt, (rt) => {
              t().clean ? rt(_r) : rt(mr, -1);
            });
          }
          m(tt, Je);
        };
        q(Ct, (tt) => {
          r(v) && tt(mt);
        });
      }
      m(P, te);
    };
    q(va, (P) => {
      t().changes.length && P(Fa);
    });
  }
  var Da = c(va, 2);
  {
    var wi = (P) => {
      const te = /* @__PURE__ */ S(() => (rt) => rt.filter((Ve) => !Ve.ends).map((Ve) => Ve.token.text).join("") || "∅");
      var ce = cc(), ge = Te(ce), xe = x(ge), Re = c(x(xe)), it = W(Re, !0), Ct = c(xe, 4), mt = c(x(Ct)), tt = W(mt, !0), Je = c(Ct, 2), Qt = W(Je), _r = c(ge, 2), mr = c(x(_r));
      Ee(mr, 21, () => r(v).about.words, (rt) => rt.id, (rt, Ve) => {
        var br = uc(), sr = x(br), yr = W(sr, !0), qr = c(sr);
        let Jn;
        var Ii = x(qr), ji = W(Ii, !0), qa = c(qr);
        let Vn;
        var Fi = x(qa), Di = W(Fi, !0), Ui = c(qa), Hi = W(Ui, !0);
        I(
          (zi, Bi, qi, Wi) => {
            L(yr, zi), Jn = ze(qr, "", Jn, { "--share": `${100 * r(Ve).before}%` }), L(ji, Bi), Vn = ze(qa, "", Vn, { "--share": `${100 * r(Ve).after}%` }), L(Di, qi), L(Hi, Wi);
          },
          [
            () => at(r(Ve).text),
            () => ht(r(Ve).before),
            () => ht(r(Ve).after),
            () => jt(r(Ve).logit_after - r(Ve).logit_before)
          ]
        ), m(rt, br);
      }), I(
        (rt, Ve, br) => {
          L(it, rt), L(tt, Ve), L(Qt, `KL ${br ?? ""} nats at the first token`);
        },
        [
          () => r(te)(r(v).about.before),
          () => r(te)(r(v).about.after),
          () => r(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), m(P, ce);
    };
    q(Da, (P) => {
      r(v) && P(wi);
    });
  }
  var ki = c(k, 2), jn = x(ki);
  {
    let P = /* @__PURE__ */ S(() => r(ue)?.about.code ?? "");
    nr(jn, {
      title: "Sweeps",
      get code() {
        return r(P);
      },
      get exporter() {
        return r(me);
      },
      children: (te, ce) => {
        var ge = dc();
        m(te, ge);
      },
      $$slots: { default: !0 }
    });
  }
  var Ua = c(jn, 2), Fn = x(Ua), Ha = c(x(Fn)), za = x(Ha);
  za.value = za.__value = "patching";
  var Ba = c(za);
  Ba.value = Ba.__value = "gradients";
  var Dn = c(Ba);
  Dn.value = Dn.__value = "knockout", ft(Ha);
  var Un = c(Fn, 2);
  {
    var xi = (P) => {
      var te = fc(), ce = c(x(te));
      Ee(ce, 21, () => Object.entries(y), De, (ge, xe) => {
        var Re = /* @__PURE__ */ S(() => Vt(r(xe), 2));
        let it = () => r(Re)[0], Ct = () => r(Re)[1];
        var mt = en(), tt = W(mt, !0), Je = {};
        I(() => {
          L(tt, Ct()), Je !== (Je = it()) && (mt.value = (mt.__value = Je) ?? "");
        }), m(ge, mt);
      }), ft(ce), bt(ce, () => r(_e), (ge) => T(_e, ge)), m(P, te);
    };
    q(Un, (P) => {
      r(U) !== "knockout" && P(xi);
    });
  }
  var Hn = c(Un, 2);
  {
    var Si = (P) => {
      var te = vc(), ce = c(x(te)), ge = x(ce);
      ge.value = ge.__value = "groups";
      var xe = c(ge);
      xe.value = xe.__value = "positions";
      var Re = c(xe);
      Re.value = Re.__value = "heads", ft(ce), bt(ce, () => r(X), (it) => T(X, it)), m(P, te);
    };
    q(Hn, (P) => {
      r(U) === "patching" && P(Si);
    });
  }
  var zn = c(Hn, 2);
  {
    var Ai = (P) => {
      var te = hc(), ce = c(x(te)), ge = x(ce);
      ge.value = ge.__value = "denoise";
      var xe = c(ge);
      xe.value = xe.__value = "noise", ft(ce), bt(ce, () => r(we), (Re) => T(we, Re)), m(P, te);
    };
    q(zn, (P) => {
      r(U) === "patching" && P(Ai);
    });
  }
  var Bn = c(zn, 2);
  {
    var Mi = (P) => {
      var te = pc(), ce = c(x(te));
      I(() => Z(ce, "max", r(n).nLayers)), St(ce, () => r(ie), (ge) => T(ie, ge)), m(P, te);
    };
    q(Bn, (P) => {
      r(U) === "knockout" && P(Mi);
    });
  }
  var Ei = c(Bn, 2);
  {
    var Ni = (P) => {
      var te = gc();
      fe("click", te, Se), m(P, te);
    }, Ti = (P) => {
      var te = _c();
      I(() => te.disabled = r(p) && !t().second), m(P, te);
    };
    q(Ei, (P) => {
      r(se) ? P(Ni) : P(Ti, -1);
    });
  }
  var qn = c(Ua, 2), Pi = W(qn, !0), Wn = c(qn, 2);
  {
    var Li = (P) => {
      var te = ds(), ce = W(te, !0);
      I(() => L(ce, r(V))), m(P, te);
    };
    q(Wn, (P) => {
      r(V) && P(Li);
    });
  }
  var Kn = c(Wn, 2);
  {
    var Oi = (P) => {
      var te = mc(), ce = x(te), ge = c(ce), xe = c(ge);
      I(() => {
        L(ce, `${r(se) ? "running" : r(ue) && r(ue).about.done < r(ue).about.of ? "stopped" : "done"} `), Z(ge, "max", r(ue)?.about.of ?? 1), hn(ge, r(ue)?.about.done ?? 0), L(xe, ` ${r(ue) ? `${r(ue).about.done} of ${r(ue).about.of} layers` : ""}`);
      }), m(P, te);
    };
    q(Kn, (P) => {
      (r(se) || r(ue)) && P(Oi);
    });
  }
  var Ri = c(Kn, 2);
  {
    var Ci = (P) => {
      _i(P, {
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
          return r(U);
        },
        onexport: (te) => T(me, te)
      });
    };
    q(Ri, (P) => {
      r(ue) && P(Ci);
    });
  }
  I(
    (P) => {
      Ze !== (Ze = `0-${r(n).nLayers - 1}`) && (Be.value = Be.__value = Ze), L(_t, `${r(s) === "block" ? "from" : "tokens"} `), L(Pi, P);
    },
    [
      () => r(p) && !t().second ? "Add a second image above: patches go from one to the other." : `At most ${r(w).toLocaleString("en")} partial passes, ${pn(r(w) * r(n).passSeconds)} and ${Ma(r(Y))}${t().selected.size && r(U) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), He("submit", J, (P) => {
    P.preventDefault(), K();
  }), bt(ve, () => r(s), (P) => T(s, P)), bt(Me, () => r(o), (P) => T(o, P)), He("submit", Ua, (P) => {
    P.preventDefault(), le();
  }), bt(Ha, () => r(U), (P) => T(U, P)), m(a, ye), Xe();
}
ct(["click", "change"]);
var wc = /* @__PURE__ */ M('<button type="button" tabindex="-1"> </button>'), kc = /* @__PURE__ */ M("<span> </span>"), xc = /* @__PURE__ */ M('<div><span class="name"><small> </small> <!></span> <!></div>'), Sc = /* @__PURE__ */ M('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function Ac(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ S(() => Vt(r(s), 3)), o = /* @__PURE__ */ S(() => r(i)[0]), l = /* @__PURE__ */ S(() => r(i)[1]), u = /* @__PURE__ */ S(() => r(i)[2]), d = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), g = /* @__PURE__ */ S(() => e.view.arrays.positions.data), v = 24;
  let A = /* @__PURE__ */ H(void 0), f = /* @__PURE__ */ H(0), h = /* @__PURE__ */ H(400), O = !1, y = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  const _ = /* @__PURE__ */ S(() => {
    if (e.mode === "word") return r(n) ? It(r(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const B = new Float32Array(r(o) * r(l));
    for (let se = 0; se < B.length; se++) B[se] = e.view.arrays.probs.data[se * r(u)];
    return B;
  }), b = /* @__PURE__ */ S(() => {
    if (e.mode === "top") return 1;
    let B = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let se = 0; se < r(_).length; se++) r(_)[se] > B && (B = r(_)[se]);
    return B;
  }), N = /* @__PURE__ */ S(() => {
    const B = Array.from({ length: r(o) }, (V, p) => {
      let w = 0;
      for (let Y = 0; Y < r(l); Y++) w += (r(_)[p * r(l) + Y] || 0) / r(b);
      return w / r(l);
    }), se = Math.max(...B, 1e-9);
    return B.map((V) => V / se);
  }), E = /* @__PURE__ */ S(() => {
    const B = [], se = e.view.arrays.ids.data, V = (p, w) => {
      if ((e.study.tokens[r(g)[p]]?.image ?? -1) !== (e.study.tokens[r(g)[w]]?.image ?? -1)) return !1;
      for (let Y = 0; Y < r(o); Y++) if (se[(Y * r(l) + p) * r(u)] !== se[(Y * r(l) + w) * r(u)]) return !1;
      return !0;
    };
    for (let p = 0; p < r(l); p++) {
      const w = B.at(-1);
      w && V(w.row, p) ? w.count++ : B.push({ row: p, count: 1 });
    }
    return B;
  }), K = /* @__PURE__ */ S(() => e.folded && e.mode === "top" ? r(E).flatMap((B) => r(y).has(B.row) ? Array.from({ length: B.count }, (se, V) => ({ row: B.row + V, count: 1 })) : [B]) : Array.from({ length: r(l) }, (B, se) => ({ row: se, count: 1 }))), G = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(f) / v) - 6)), Q = /* @__PURE__ */ S(() => Math.min(r(K).length, Math.ceil((r(f) + r(h)) / v) + 6)), re = (B) => B === null ? -1 : r(g)[B] === B ? B : Array.prototype.indexOf.call(r(g), B), de = (B) => {
    let se = 0, V = r(K).length - 1;
    for (; se < V; ) {
      const p = se + V + 1 >> 1;
      r(K)[p].row <= B ? se = p : V = p - 1;
    }
    return se;
  }, j = /* @__PURE__ */ S(() => de(re(t().shownPlace))), ne = /* @__PURE__ */ S(() => re(t().at) < 0 ? -1 : de(re(t().at))), D = (B, se, V) => e.mode === "top" ? V >= t().least ? at(e.view.about.strings[e.view.arrays.ids.data[(se * r(l) + B) * r(u)]]) : "" : e.mode === "word" || e.mode === "find" ? V >= Math.max(t().least, 5e-4) ? ht(V) : "" : Ke(V), z = (B, se) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(se * r(l) + B) * r(u)]) ? 0 : r(u)
    },
    (V, p) => {
      const w = (se * r(l) + B) * r(u) + p;
      return `${at(e.view.about.strings[e.view.arrays.ids.data[w]])} ${ht(e.view.arrays.probs.data[w])}`;
    }
  ).join(", ");
  function $(B) {
    if (!r(A) || B < 0) return;
    const se = de(B) * v, V = r(h) - 50;
    (se < r(A).scrollTop || se + v > r(A).scrollTop + V) && (r(A).scrollTop = Math.max(0, se - V / 2));
  }
  pt(() => {
    const { place: B } = t();
    Mt(() => $(re(B)));
  }), pt(() => {
    const { hoverPlace: B } = t();
    B !== null && !O && Mt(() => $(re(B)));
  }), pt(() => {
    if (t().lensLayer === null) return;
    const B = r(A)?.querySelector(`.lens-head [data-layer="${r(d)}"]`), se = r(A)?.querySelector(".lens-head .name");
    if (!r(A) || !B || !se) return;
    const V = B.offsetLeft - se.offsetWidth, p = B.offsetLeft + B.offsetWidth - r(A).clientWidth;
    V < r(A).scrollLeft ? r(A).scrollLeft = V : p > r(A).scrollLeft && (r(A).scrollLeft = p);
  });
  function oe(B) {
    const se = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[B.key], V = re(t().place);
    B.key === "Enter" && V >= 0 && U(de(V)), se && (B.preventDefault(), se[0] && (t().place = r(g)[r(K)[V < 0 ? 0 : Math.max(0, Math.min(r(K).length - 1, de(V) + se[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(d) + se[1])));
  }
  function U(B) {
    const { row: se, count: V } = r(K)[B];
    V > 1 && T(y, /* @__PURE__ */ new Set([...r(y), se]));
  }
  var X = Sc();
  let _e;
  var we = x(X), ie = c(x(we));
  Ee(ie, 17, () => e.view.about.layers, De, (B, se, V) => {
    var p = wc();
    Z(p, "data-layer", V);
    let w, Y;
    var le = W(p, !0);
    I(
      (Se) => {
        Z(p, "title", `layer ${r(se) ?? ""}; the bar is the mean over all positions`), w = Bt(p, 1, "", null, w, { current: V === r(d) }), Y = ze(p, "", Y, { "--mean": Se }), L(le, r(se));
      },
      [() => `${Math.round(100 * r(N)[V])}%`]
    ), fe("click", p, () => t().lensLayer = V), m(B, p);
  });
  var ue = c(we, 2);
  let me;
  Ee(ue, 23, () => ({ length: Math.max(0, r(Q) - r(G)) }), (B, se) => r(K)[r(G) + se]?.row, (B, se, V) => {
    const p = /* @__PURE__ */ S(() => r(G) + r(V)), w = /* @__PURE__ */ S(() => {
      const { row: be, count: ee } = r(K)[r(p)];
      return { row: be, many: ee };
    }), Y = /* @__PURE__ */ S(() => r(g)[r(w).row]);
    var le = xc();
    let Se, ye;
    var k = x(le), C = x(k), R = W(C, !0), F = c(C, 2);
    {
      var J = (be) => {
        var ee = dn();
        I(() => L(ee, `▸ ${r(w).many ?? ""} alike`)), m(be, ee);
      }, ae = (be) => {
        var ee = dn();
        I((pe) => L(ee, pe), [() => at(e.study.label(r(Y)))]), m(be, ee);
      };
      q(F, (be) => {
        r(w).many > 1 ? be(J) : be(ae, -1);
      });
    }
    var ve = c(k, 2);
    Ee(ve, 17, () => ({ length: r(o) }), De, (be, ee, pe, ke) => {
      const he = /* @__PURE__ */ S(() => r(_)[pe * r(l) + r(w).row] ?? NaN);
      var Ae = kc();
      let Le;
      Z(Ae, "data-layer", pe);
      let Ue;
      var Ie = W(Ae, !0);
      I(
        (Be, Ze, qe, _t) => {
          Le = Bt(Ae, 1, "cell", null, Le, { here: pe === r(d) }), Z(Ae, "title", Be), Ue = ze(Ae, "", Ue, { background: Ze, color: qe }), L(Ie, _t);
        },
        [
          () => z(r(w).row, pe),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(he) || 0))}%, transparent)` : Et(r(he) / r(b), !1),
          () => e.mode === "top" ? null : Cn(r(he) / r(b), !1),
          () => D(r(w).row, pe, r(he))
        ]
      ), He("mouseenter", Ae, () => t().hoverPlace = r(Y)), He("mouseleave", Ae, () => t().hoverPlace = null), fe("click", Ae, () => {
        t().takePlace(r(Y)), t().lensLayer = pe;
      }), m(be, Ae);
    }), I(
      (be, ee) => {
        Se = Bt(le, 1, "lens-row", null, Se, {
          current: t().shownPlace !== null && r(p) === r(j),
          focus: r(p) === r(ne)
        }), Z(le, "data-row", r(w).row), Z(le, "data-many", r(w).many), ye = ze(le, "", ye, { top: `${r(p) * v}px` }), Z(k, "title", be), L(R, ee);
      },
      [
        () => r(w).many > 1 ? `${r(w).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(Y)),
        () => e.study.number(r(Y))
      ]
    ), fe("click", k, () => r(w).many > 1 ? U(r(p)) : t().takePlace(r(Y))), m(B, le);
  }), zr(X, (B) => T(A, B), () => r(A)), I(() => {
    Z(X, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), _e = ze(X, "", _e, { "--columns": r(o) }), me = ze(ue, "", me, { height: `${r(K).length * v}px` });
  }), He("scroll", X, () => T(f, r(A).scrollTop, !0)), fe("keydown", X, oe), He("pointerenter", X, () => O = !0), He("pointerleave", X, () => O = !1), ua(X, "clientHeight", (B) => T(h, B)), m(a, X), Xe();
}
ct(["keydown", "click"]);
var Mc = /* @__PURE__ */ M('<button type="button" class="map"><canvas></canvas><small> </small></button>'), Ec = /* @__PURE__ */ M('<div class="maps" role="group"></div>'), Nc = /* @__PURE__ */ M("<!> <!>", 1);
function Tc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.words.arrays.positions.data), s = /* @__PURE__ */ S(() => e.study.images.find((y) => y.boxed)), i = /* @__PURE__ */ S(() => {
    const y = e.study.images.indexOf(r(s)), _ = e.study.tokens.filter((E) => E.box && E.image === y && E.frame <= 0), b = _.some((E) => !E.global), N = new Map(Array.from(r(n), (E, K) => [E, K]));
    return _.filter((E) => !(E.global && b) && N.has(E.position)).map((E) => ({ box: E.box, row: N.get(E.position) }));
  }), o = /* @__PURE__ */ S(() => Array.from({ length: e.words.about.layers.length }, (y, _) => It(e.words.arrays.probs, e.painted.word, _))), l = /* @__PURE__ */ S(() => r(o).reduce((y, _) => r(i).reduce((b, { row: N }) => Math.max(b, _[N] || 0), y), 0.05));
  function u(y, _) {
    const b = ({ values: N, high: E }) => {
      const [K, G] = r(s).size, Q = 96 / Math.max(K, G), re = y.getContext("2d");
      Object.assign(y, {
        width: Math.round(K * Q),
        height: Math.round(G * Q)
      });
      for (const { row: de, box: j } of r(i))
        re.fillStyle = Et(N[de] / E, !1), re.fillRect(j[0] * Q, j[1] * Q, (j[2] - j[0]) * Q + 0.5, (j[3] - j[1]) * Q + 0.5);
    };
    return b(_), { update: b };
  }
  const d = /* @__PURE__ */ S(() => t().shownPlace ?? t().at), g = /* @__PURE__ */ S(() => {
    const y = Array.prototype.indexOf.call(r(n), r(d)), [_, b, N] = e.words.arrays.probs.shape;
    return y < 0 ? [] : Array.from({ length: _ }, (E, K) => {
      const G = Array.from({ length: b }, (Q, re) => e.words.arrays.probs.data[(K * b + re) * N + y]);
      return {
        name: e.words.about.words[K],
        said: ht(G.at(-1) ?? 0),
        values: G
      };
    });
  });
  var v = Nc(), A = Te(v);
  {
    var f = (y) => {
      var _ = Ec();
      Ee(_, 21, () => e.words.about.layers, De, (b, N, E) => {
        var K = Mc(), G = x(K);
        gl(G, (de, j) => u?.(de, j), () => ({ values: r(o)[E], high: r(l) }));
        var Q = c(G), re = W(Q, !0);
        I(() => {
          Z(K, "aria-pressed", e.layer === E && t().paint === "word"), L(re, r(N));
        }), fe("click", K, () => {
          t().lensLayer = E, t().paint = "word";
        }), m(b, K);
      }), I(() => Z(_, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), m(y, _);
    };
    q(A, (y) => {
      r(s) && r(i).length && y(f);
    });
  }
  var h = c(A, 2);
  {
    var O = (y) => {
      {
        let _ = /* @__PURE__ */ S(() => e.study.label(r(d))), b = /* @__PURE__ */ S(() => JSON.stringify(e.study.label(r(d))));
        gi(y, {
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
            return `by layer, at ${r(b) ?? ""}`;
          }
        });
      }
    };
    q(h, (y) => {
      r(g).length && y(O);
    });
  }
  m(a, v), Xe();
}
ct(["click"]);
var Pc = /* @__PURE__ */ M('<span class="fine">what each token says, if the model stopped at that layer</span>'), fs = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Lc = /* @__PURE__ */ M('<button type="button" title="its probability at every layer and token, however small">follow</button>'), vs = /* @__PURE__ */ M('<button type="button"> </button>'), Oc = /* @__PURE__ */ M('<p class="fine hits" role="status"> </p>'), Rc = /* @__PURE__ */ M("<option> </option>"), Cc = /* @__PURE__ */ M('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), Ic = /* @__PURE__ */ M('<p class="fine"> </p>'), jc = /* @__PURE__ */ M('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Fc = /* @__PURE__ */ M('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Dc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.lens.view), s = /* @__PURE__ */ S(() => e.painted.words.view), i = /* @__PURE__ */ S(() => r(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ S(() => Vt(r(i), 3)), l = /* @__PURE__ */ S(() => r(o)[0]), u = /* @__PURE__ */ S(() => r(o)[1]), d = /* @__PURE__ */ S(() => r(o)[2]), g = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let v = /* @__PURE__ */ H("top"), A = /* @__PURE__ */ H(!0), f = /* @__PURE__ */ H(-1), h = /* @__PURE__ */ H(null);
  const O = /* @__PURE__ */ S(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), y = /* @__PURE__ */ S(() => ["entropy", "kl"].filter((U) => r(n)?.arrays[U])), _ = /* @__PURE__ */ S(() => e.painted.found), b = /* @__PURE__ */ S(() => t().source.kind !== "page");
  function N(U, X = e.painted.word) {
    T(v, U, !0), t().word = X, (U === "top" || U === "word" || U === "find") && (t().paint = U);
  }
  function E(U) {
    t().find = U, T(f, -1), N(U.trim() ? "find" : "top");
  }
  function K(U) {
    !r(_)?.hits.length || !r(n) || (T(
      f,
      r(f) < 0 && U < 0 ? r(_).hits.length - 1 : (r(f) + U + r(_).hits.length) % r(_).hits.length,
      !0
    ), t().takePlace(r(n).arrays.positions.data[r(_).hits[r(f)] % r(u)]), t().lensLayer = Math.floor(r(_).hits[r(f)] / r(u)));
  }
  function G() {
    const U = t().find.trim();
    U && (t().words = [...t().words.filter((X) => X !== U), U].slice(-8), t().find = "", N("word", t().words.length - 1));
  }
  function Q() {
    const U = () => {
      clearInterval(r(h)), T(h, null);
    };
    if (r(h) !== null) return U();
    t().lensLayer = 0, T(h, setInterval(() => r(g) >= r(l) - 1 ? U() : t().lensLayer = r(g) + 1, 600), !0);
  }
  pt(() => () => clearInterval(r(h) ?? void 0));
  const re = /* @__PURE__ */ S(() => r(n) ? {
    name: "lens",
    svg: () => In(
      r(l) * 64,
      r(u) * 18,
      Array.from({ length: r(l) * r(u) }, (U, X) => {
        const [_e, we] = [X % r(u), Math.floor(X / r(u))], ie = r(n).arrays.probs.data[X * r(d)] || 0;
        return {
          box: [we * 64, _e * 18, we * 64 + 63, _e * 18 + 17],
          fill: `rgba(11,92,173,${(0.6 * Math.sqrt(ie)).toFixed(2)})`,
          text: ie >= t().least ? r(n).about.strings[r(n).arrays.ids.data[X * r(d)]] : ""
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
      ...Array.from({ length: r(l) * r(u) }, (U, X) => {
        const _e = r(n).arrays.positions.data[X % r(u)];
        return [
          r(n).about.layers[Math.floor(X / r(u))],
          e.study.number(_e),
          e.study.label(_e),
          r(n).about.strings[r(n).arrays.ids.data[X * r(d)]],
          r(n).arrays.probs.data[X * r(d)],
          ...r(y).map((we) => r(n).arrays[we].data[X])
        ];
      })
    ]
  } : null);
  var de = Fc(), j = x(de);
  {
    let U = /* @__PURE__ */ S(() => r(v) === "word" && r(s) ? r(s).about.code : r(n)?.about.code ?? "");
    nr(j, {
      title: "Logit lens",
      get code() {
        return r(U);
      },
      get exporter() {
        return r(re);
      },
      children: (X, _e) => {
        var we = Pc();
        m(X, we);
      },
      $$slots: { default: !0 }
    });
  }
  var ne = c(j, 2);
  {
    var D = (U) => {
      var X = fs(), _e = W(X, !0);
      I(() => L(_e, e.painted.lens.error)), m(U, X);
    };
    q(ne, (U) => {
      e.painted.lens.error && U(D);
    });
  }
  var z = c(ne, 2);
  {
    let U = /* @__PURE__ */ S(() => e.painted.long("lens")), X = /* @__PURE__ */ S(() => e.study.tokens.length.toLocaleString("en")), _e = /* @__PURE__ */ S(() => e.study.nLayers + 1);
    jr(z, {
      get session() {
        return t();
      },
      get long() {
        return r(U);
      },
      get what() {
        return `The lens of ${r(X) ?? ""} tokens at ${r(_e) ?? ""} layers`;
      }
    });
  }
  var $ = c(z, 2);
  {
    var oe = (U) => {
      var X = jc(), _e = Te(X), we = x(_e), ie = x(we), ue = c(ie, 2), me = c(ue), B = c(me, 2);
      {
        var se = (Me) => {
          var Oe = Lc();
          I((je) => Oe.disabled = je, [() => !t().find.trim()]), fe("click", Oe, G), m(Me, Oe);
        };
        q(B, (Me) => {
          r(b) && Me(se);
        });
      }
      var V = c(we, 2), p = x(V), w = c(p, 2);
      Ee(w, 17, () => r(O), De, (Me, Oe, je) => {
        var Qe = vs(), dt = W(Qe, !0);
        I(() => {
          Z(Qe, "aria-pressed", r(v) === "word" && e.painted.word === je), L(dt, r(Oe));
        }), fe("click", Qe, () => N("word", je)), m(Me, Qe);
      });
      var Y = c(w, 2);
      Ee(Y, 17, () => r(y), De, (Me, Oe) => {
        var je = vs(), Qe = W(je, !0);
        I(() => {
          Z(je, "aria-pressed", r(v) === r(Oe)), L(Qe, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), fe("click", je, () => N(r(Oe))), m(Me, je);
      });
      var le = c(_e, 2);
      {
        var Se = (Me) => {
          var Oe = Oc(), je = W(Oe);
          I((Qe, dt) => L(je, `Tokens that ${r(_).whole ? "are" : "contain"} “${Qe ?? ""}”: ${dt ?? ""}`), [
            () => t().find.trim(),
            () => r(_).hits.length ? `${r(_).hits.length.toLocaleString("en")} hits in ${r(_).layers} of ${r(l)} layers, among the top ${r(d)}. ↓ goes to the most probable.` : `none among the top ${r(d)}, at any layer and position.`
          ]), m(Me, Oe);
        };
        q(le, (Me) => {
          r(_) && Me(Se);
        });
      }
      var ye = c(le, 2);
      {
        var k = (Me) => {
          var Oe = fs(), je = W(Oe, !0);
          I(() => L(je, e.painted.words.error)), m(Me, Oe);
        };
        q(ye, (Me) => {
          e.painted.words.error && Me(k);
        });
      }
      var C = c(ye, 2), R = x(C), F = c(x(R)), J = W(F, !0), ae = c(F), ve = c(R, 2), be = W(ve, !0), ee = c(ve, 2), pe = c(x(ee));
      Ee(pe, 20, () => [0, 0.01, 0.05, 0.2, 0.5], De, (Me, Oe) => {
        var je = Rc(), Qe = W(je), dt = {};
        I(() => {
          L(Qe, `${100 * Oe}%`), dt !== (dt = Oe) && (je.value = (je.__value = dt) ?? "");
        }), m(Me, je);
      }), ft(pe);
      var ke = c(ee, 2), he = x(ke), Ae = c(ke, 2);
      {
        var Le = (Me) => {
          var Oe = Cc(), je = x(Oe);
          I(() => li(je, t().vision)), fe("change", je, (Qe) => {
            t().vision = Qe.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), m(Me, Oe);
        };
        q(Ae, (Me) => {
          e.study.costs.n_vision && Me(Le);
        });
      }
      var Ue = c(C, 2);
      {
        let Me = /* @__PURE__ */ S(() => e.painted.long("words")), Oe = /* @__PURE__ */ S(() => r(O).join(", "));
        jr(Ue, {
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
      var Ie = c(Ue, 2);
      {
        var Be = (Me) => {
          Tc(Me, {
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
        q(Ie, (Me) => {
          r(s) && Me(Be);
        });
      }
      var Ze = c(Ie, 2);
      Ac(Ze, {
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
          return r(A);
        }
      });
      var qe = c(Ze, 2);
      {
        var _t = (Me) => {
          var Oe = Ic(), je = W(Oe, !0);
          I(() => L(je, t().note)), m(Me, Oe);
        };
        q(qe, (Me) => {
          t().note && Me(_t);
        });
      }
      I(() => {
        hn(ie, t().find), ue.disabled = !r(_)?.hits.length, me.disabled = !r(_)?.hits.length, Z(p, "aria-pressed", r(v) === "top"), L(J, r(n).about.layers[r(g)]), Z(ae, "max", r(l) - 1), hn(ae, r(g)), Z(ae, "aria-valuetext", r(n).about.layers[r(g)]), Z(ve, "aria-pressed", r(h) !== null), L(be, r(h) === null ? "play" : "stop");
      }), He("submit", we, (Me) => {
        Me.preventDefault(), K(1);
      }), fe("input", ie, (Me) => E(Me.currentTarget.value)), fe("click", ue, () => K(-1)), fe("click", me, () => K(1)), fe("click", p, () => N("top")), fe("input", ae, (Me) => {
        t().lensLayer = Number(Me.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), fe("click", ve, Q), bt(pe, () => t().least, (Me) => t().least = Me), Ml(he, () => r(A), (Me) => T(A, Me)), m(U, X);
    };
    q($, (U) => {
      r(n) && U(oe);
    });
  }
  m(a, de), Xe();
}
ct(["input", "click", "change"]);
var Uc = /* @__PURE__ */ M('<p class="fine">This is an image feature that cross-attention reads. It is no position of the stream, so a lens reads nothing there; Attention shows who looks at it.</p>'), Hc = /* @__PURE__ */ M('<th scope="col">and then</th>'), zc = /* @__PURE__ */ M("<td><span> </span> <small> </small></td>"), Bc = /* @__PURE__ */ M('<tr><th scope="row"> </th><!></tr>'), qc = /* @__PURE__ */ M('<p class="fine facts"> </p>'), Wc = /* @__PURE__ */ M('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Kc(a, e) {
  Ge(e, !0);
  const t = /* @__PURE__ */ S(() => e.painted.lens.view), n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ S(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ S(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: f, probs: h } = r(t).arrays, [O, y, _] = f.shape;
    return Array.from({ length: O }, (b, N) => ({
      nth: N,
      layer: r(t).about.layers[N],
      top: Array.from({ length: Math.min(3, _) }, (E, K) => {
        const G = (N * y + r(i)) * _ + K;
        return {
          text: r(t).about.strings[f.data[G]],
          p: h.data[G],
          id: r(t).arrays.tokens.data[f.data[G]]
        };
      })
    })).filter(({ top: b }) => !Number.isNaN(b[0].p)).reverse();
  }), u = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return "";
    const f = r(t).arrays.ids.shape[1], h = r(o) * f + r(i), O = [];
    r(t).arrays.entropy && O.push(`entropy ${Ke(r(t).arrays.entropy.data[h])} nats`), r(t).arrays.kl && O.push(`KL to output ${Ke(r(t).arrays.kl.data[h])} nats`);
    const y = r(n) ? r(n).arrays.probs.shape[1] * f : 0;
    return r(n) && r(n).arrays.probs.shape[2] === f && r(n).about.words.forEach((_, b) => {
      const N = r(n).arrays.ranks?.data[b * y + h];
      O.push(`“${_}” ${ht(r(n).arrays.probs.data[b * y + h])}${N ? `, rank ${N > 127 && r(n).about.coded ? "about " : ""}${N.toLocaleString("en")}` : ""}`);
    }), O.length ? `Layer ${r(t).about.layers[r(o)]}: ${O.join("; ")}.` : "";
  });
  var d = Rt(), g = Te(d);
  {
    var v = (f) => {
      var h = Uc();
      m(f, h);
    }, A = (f) => {
      var h = Wc(), O = Te(h), y = x(O), _ = c(y), b = W(_), N = c(O, 2), E = x(N), K = x(E), G = W(K), Q = c(K), re = x(Q), de = c(x(re), 2);
      {
        var j = ($) => {
          var oe = Hc();
          I(() => Z(oe, "colspan", r(l)[0].top.length - 1)), m($, oe);
        };
        q(de, ($) => {
          r(l)[0].top.length > 1 && $(j);
        });
      }
      var ne = c(Q);
      Ee(ne, 21, () => r(l), ({ nth: $, layer: oe, top: U }) => $, ($, oe) => {
        let U = () => r(oe).nth, X = () => r(oe).layer, _e = () => r(oe).top;
        var we = Bc();
        let ie;
        var ue = x(we), me = W(ue, !0), B = c(ue);
        Ee(B, 17, _e, De, (se, V) => {
          let p = () => r(V).text, w = () => r(V).p, Y = () => r(V).id;
          var le = zc();
          let Se, ye;
          var k = x(le), C = W(k, !0), R = c(k, 2), F = W(R, !0);
          I(
            (J, ae) => {
              Se = Bt(le, 1, "", null, Se, { target: e.session.target?.id === Y() }), ye = ze(le, "", ye, { "--share": `${100 * w()}%` }), L(C, J), L(F, ae);
            },
            [() => at(p()), () => ht(w())]
          ), m(se, le);
        }), I(() => {
          ie = Bt(we, 1, "", null, ie, { here: U() === r(o) }), L(me, X());
        }), m($, we);
      });
      var D = c(N, 2);
      {
        var z = ($) => {
          var oe = qc(), U = W(oe, !0);
          I(() => L(U, r(u))), m($, oe);
        };
        q(D, ($) => {
          r(u) && $(z);
        });
      }
      I(
        ($, oe, U) => {
          L(y, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), L(b, `${$ ?? ""}, position ${oe ?? ""}, by layer`), Z(N, "data-reading", r(s)), L(G, `Most probable tokens at position ${U ?? ""}, layer by layer`);
        },
        [
          () => at(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), m(f, h);
    };
    q(g, (f) => {
      r(s) < 0 ? f(v) : r(l).length && f(A, 1);
    });
  }
  m(a, d), Xe();
}
const xr = (a, e) => (e < 0 ? a?.keys?.[-1 - e] : a?.values[e]) ?? NaN, Jc = 10, Vc = { words: "lens" };
class mi {
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
      readers: () => e.paint === "readers" && e.place !== null ? e.keyOfPlace === null ? { position: e.place } : { key: e.keyOfPlace } : null,
      pattern: () => e.pattern && e.tab === "attention" && e.layer !== null && e.head !== null ? { layer: e.layer, head: e.head } : null
    };
    const n = (s) => new Ta(e, () => {
      const i = t(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const t = this.of(), n = t && !t.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!t || !n) return null;
    const s = pi(e, n), i = t.cost(Vc[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + t.costs.n_vision / (t.nLayers + 1)), i.seconds > Jc && !this.session.granted.has(`${t.id} ${s}`) && !t.has(s) ? { ...i, key: `${t.id} ${s}` } : null;
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
      const n = e.about.strings.map((f) => f.trim().toLocaleLowerCase()), s = n.includes(t), i = Uint8Array.from(n, (f) => Number(s ? f === t : f.includes(t))), { ids: o, probs: l } = e.arrays, [u, d, g] = o.shape, v = new Float32Array(u * d);
      for (let f = 0; f < o.data.length; f++) i[o.data[f]] && (v[Math.floor(f / g)] += l.data[f] || 1e-9);
      const A = Array.from(v.keys()).filter((f) => v[f] > 0).sort((f, h) => v[h] - v[f]);
      return {
        whole: s,
        sum: v,
        hits: A,
        layers: new Set(A.map((f) => Math.floor(f / d))).size
      };
    }
  );
  get found() {
    return r(this.#e);
  }
  set found(e) {
    T(this.#e, e);
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
        return o < 0 && !n.attending.has(t.layer) ? null : Sr(
          o < 0 ? It(i.arrays.weights, t.layer, t.head) : Yc,
          n,
          `${o < 0 ? "" : "cross-"}attention of L${t.layer}H${t.head} from ${JSON.stringify(n.label(i.about.focus))}`,
          !1,
          o < 0 ? void 0 : It(i.arrays.image_weights, o, t.head)
        );
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? Sr(It(i.arrays.sources, t.layer, t.head), n, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? Sr(It(i.arrays.weights, t.layer, t.head), n, `how much each token looks at ${JSON.stringify(n.label(i.about.position ?? -1 - i.about.key))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = Sr(this.spread(It(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), n, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = It(i.arrays.ids, o), u = It(i.arrays.probs, o), d = i.arrays.ids.shape[2], g = i.arrays.ids.shape[1], v = new Float32Array(g), A = [];
        for (let f = 0; f < g; f++) {
          const h = i.arrays.positions.data[f];
          v[h] = u[f * d], A[h] = u[f * d] >= e.least ? i.about.strings[l[f * d]] : "";
        }
        return {
          values: v,
          texts: A,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "find": {
        const i = this.lens.view;
        if (!i || !this.found) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = i.arrays.ids.shape[1];
        return Sr(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), n, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "sweep":
        return e.sweep?.values ? Sr(e.sweep.values, n, e.sweep.label, !0) : null;
    }
    return null;
  }
}
const Yc = new Float32Array();
function Sr(a, e, t, n = !1, s) {
  let i = 0, o = 0;
  for (let l = 0; s && l < s.length; l++) s[l] > i && e.keys[l]?.box && (i = s[l]);
  for (let l = 0; l < a.length; l++) {
    const u = Math.abs(a[l]);
    u > o && (o = u), u > i && e.tokens[l]?.kind === "image" && (i = u);
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
var hs = /* @__PURE__ */ M('<button type="button"> </button>'), Gc = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Which image"></div>'), Xc = /* @__PURE__ */ M('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Zc = /* @__PURE__ */ M('<label class="grow"> <input type="range" min="0"/></label>'), Qc = /* @__PURE__ */ M('<div class="row"><!> <!> <!></div>'), $c = /* @__PURE__ */ M('<img alt=""/>'), ed = /* @__PURE__ */ M('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), td = /* @__PURE__ */ M('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), rd = /* @__PURE__ */ M('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), ad = /* @__PURE__ */ M('<p class="fine"> <button type="button" class="link">clear</button></p>'), nd = /* @__PURE__ */ M('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function bi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = Fe(e, "name", 3, "Image"), s = Fe(e, "tall", 3, "58vh"), i = /* @__PURE__ */ H(0), o = /* @__PURE__ */ H(0), l = /* @__PURE__ */ H(!1), u = /* @__PURE__ */ H(1), d = /* @__PURE__ */ H("point"), g = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), A = /* @__PURE__ */ H(0), f = /* @__PURE__ */ H([]);
  const h = /* @__PURE__ */ S(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), O = /* @__PURE__ */ S(() => r(h)?.size ?? [1, 1]), y = /* @__PURE__ */ S(() => e.study.placed.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), _ = /* @__PURE__ */ S(() => [...new Set(r(y).map((k) => k.frame))].filter((k) => k >= 0)), b = /* @__PURE__ */ S(() => [
    ...new Set(r(y).filter((k) => k.box).map((k) => k.global))
  ]), N = /* @__PURE__ */ S(() => r(y).filter((k) => k.box && (r(_).length ? k.frame === r(_)[Math.min(r(o), r(_).length - 1)] : r(b).length < 2 || k.global === r(l)))), E = /* @__PURE__ */ S(() => r(h) ? r(h).frames[Math.min(
    r(_).length ? Math.floor(Math.min(r(o), r(_).length - 1) / r(_).length * r(h).frames.length) : 0,
    r(h).frames.length - 1
  )] : null), K = /* @__PURE__ */ S(() => r(h) && r(E) ? r(h).frames.indexOf(r(E)) : 0), G = /* @__PURE__ */ S(() => new Map(r(N).map((k) => [k.position, k]))), Q = /* @__PURE__ */ S(() => r(v) ? r(v) / r(O)[0] : 0);
  pt(() => {
    const k = t().place === null ? null : e.study.token(t().place);
    k?.kind === "image" && (T(i, k.image, !0), k.frame >= 0 && T(
      o,
      [
        ...new Set(e.study.placed.filter((C) => C.image === k.image && C.frame >= 0).map((C) => C.frame))
      ].indexOf(k.frame),
      !0
    ), T(l, k.global, !0));
  });
  function re() {
    if (!r(g) || !r(Q)) return;
    const k = devicePixelRatio || 1, C = r(v) * r(O)[1] / r(O)[0];
    (r(g).width !== Math.round(r(v) * k) || r(g).height !== Math.round(C * k)) && (r(g).width = Math.round(r(v) * k), r(g).height = Math.round(C * k));
    const R = r(g).getContext("2d");
    R.setTransform(k * r(Q), 0, 0, k * r(Q), 0, 0), R.clearRect(0, 0, r(O)[0], r(O)[1]);
    const F = 1 / r(Q);
    if (e.painting) {
      const { texts: J, signed: ae, high: ve } = e.painting, [be, ee] = J ? [0.5, 0] : ae ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: pe, box: ke } of r(N)) {
        const he = xr(e.painting, pe);
        Number.isNaN(he) || (R.globalAlpha = be + ee * Math.min(1, Math.abs(he) / ve), R.fillStyle = Et(he / ve, ae), R.fillRect(ke[0], ke[1], ke[2] - ke[0], ke[3] - ke[1]));
      }
      R.globalAlpha = 1, e.painting.texts && r(N).length <= 900 && j(R);
    }
    if (!r(N).some(({ position: J }) => !Number.isNaN(xr(e.painting, J))) && r(N).length <= 4e3) {
      R.strokeStyle = "rgba(255,255,255,.28)", R.lineWidth = F;
      for (const { box: J } of r(N)) R.strokeRect(J[0], J[1], J[2] - J[0], J[3] - J[1]);
    }
    for (const J of t().selected) de(R, J, "#14e0c0", 2);
    t().place !== null && de(R, t().place, "#fff", 3), t().hoverPlace !== null && de(R, t().hoverPlace, "#ffe14d", 2), r(f).length > 1 && (R.strokeStyle = "#14e0c0", R.lineWidth = 2 * F, R.beginPath(), r(d) === "box" ? R.rect(r(f)[0][0], r(f)[0][1], r(f).at(-1)[0] - r(f)[0][0], r(f).at(-1)[1] - r(f)[0][1]) : r(f).forEach(([J, ae], ve) => ve ? R.lineTo(J, ae) : R.moveTo(J, ae)), R.stroke());
  }
  function de(k, C, R, F) {
    const J = r(G).get(C)?.box;
    if (J)
      for (const [ae, ve] of [["#000", 2], [R, 0]])
        k.strokeStyle = ae, k.lineWidth = (F + ve) / r(Q), k.strokeRect(J[0], J[1], J[2] - J[0], J[3] - J[1]);
  }
  function j(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: C, box: R } of r(N)) {
      if (!e.painting.texts[C]) continue;
      const F = at(e.painting.texts[C]).slice(0, 12), J = R[2] - R[0], ae = R[3] - R[1], ve = Math.min(ae * 0.34, J * 1.5 / Math.max(2, F.length));
      k.font = `600 ${ve}px system-ui, sans-serif`, k.lineWidth = ve / 6, k.strokeText(F, (R[0] + R[2]) / 2, (R[1] + R[3]) / 2, J), k.fillText(F, (R[0] + R[2]) / 2, (R[1] + R[3]) / 2, J);
    }
  }
  pt(re);
  function ne(k) {
    const C = r(g).getBoundingClientRect();
    return [
      (k.clientX - C.left) / C.width * r(O)[0],
      (k.clientY - C.top) / C.height * r(O)[1]
    ];
  }
  const D = ([k, C]) => r(N).find(({ box: R }) => k >= R[0] && k < R[2] && C >= R[1] && C < R[3]);
  function z(k) {
    const C = ne(k);
    if (r(f).length) {
      T(f, [...r(f), C]);
      return;
    }
    const R = D(C);
    t().hoverPlace = R?.position ?? null;
  }
  function $(k) {
    r(d) === "point" || k.button || (r(g).setPointerCapture(k.pointerId), T(f, [ne(k)]));
  }
  function oe(k) {
    const C = ne(k);
    if (r(d) === "point") {
      const F = D(C);
      F && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([F.position], "flip") : F && t().takePlace(t().place === F.position ? null : F.position);
      return;
    }
    if (!r(f).length) return;
    const R = r(N).filter(({ box: F }) => U((F[0] + F[2]) / 2, (F[1] + F[3]) / 2, F)).map((F) => F.position);
    t().toggle(R, k.shiftKey ? "add" : "set"), T(f, []);
  }
  function U(k, C, R) {
    const [F, J] = [r(f)[0], r(f).at(-1)];
    if (r(d) === "box") {
      const [ve, be] = [Math.min(F[0], J[0]), Math.max(F[0], J[0])], [ee, pe] = [Math.min(F[1], J[1]), Math.max(F[1], J[1])];
      return R[2] > ve && R[0] < be && R[3] > ee && R[1] < pe;
    }
    if (r(d) === "brush") return r(f).some(([ve, be]) => ve >= R[0] && ve < R[2] && be >= R[1] && be < R[3]);
    let ae = !1;
    for (let ve = 0, be = r(f).length - 1; ve < r(f).length; be = ve++) {
      const [ee, pe] = r(f)[ve], [ke, he] = r(f)[be];
      pe > C != he > C && k < (ke - ee) * (C - pe) / (he - pe) + ee && (ae = !ae);
    }
    return ae;
  }
  function X(k) {
    const C = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], R = t().shownPlace === null ? null : r(G).get(t().shownPlace);
    if (C) {
      k.preventDefault();
      const F = R ? _e(R, C) : r(N)[0];
      F && (t().hoverPlace = F.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && R && t().toggle(r(N).filter((F) => k.key === "r" ? F.row === R.row : F.column === R.column).map((F) => F.position), "add");
  }
  function _e(k, [C, R]) {
    const F = (ee) => [
      (ee.box[0] + ee.box[2]) / 2,
      (ee.box[1] + ee.box[3]) / 2
    ], [J, ae] = F(k);
    let ve, be = 1 / 0;
    for (const ee of r(N)) {
      const [pe, ke] = F(ee), he = (pe - J) * C + (ke - ae) * R, Ae = Math.abs((pe - J) * R) + Math.abs((ke - ae) * C);
      he > 0.01 && he + 3 * Ae < be && ([ve, be] = [ee, he + 3 * Ae]);
    }
    return ve;
  }
  const we = /* @__PURE__ */ S(() => {
    const k = t().shownPlace, C = k === null ? null : e.study.token(k);
    if (!C) return "Point at a token, click to keep it, Esc lets go.";
    const R = xr(e.painting, k), F = C.box ? `, pixels ${C.box.map((J) => Math.round(J)).join(", ")}` : "";
    return `${k < 0 ? `Image feature ${-1 - k}` : `Token ${e.study.number(k)}`}: ${JSON.stringify(e.study.label(k))}${F}${Number.isNaN(R) ? "" : ` · ${Ke(R)}`}`;
  });
  pt(() => {
    e.onexport?.({
      name: "image",
      svg: () => In(
        r(O)[0],
        r(O)[1],
        r(N).map((k) => ({
          box: k.box,
          fill: e.painting ? Et(xr(e.painting, k.position) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[k.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(N).map((k) => [
          k.position,
          k.row,
          k.column,
          ...k.box,
          Number.isNaN(xr(e.painting, k.position)) ? "" : xr(e.painting, k.position)
        ])
      ]
    });
  });
  var ie = nd(), ue = x(ie);
  {
    var me = (k) => {
      var C = Qc(), R = x(C);
      {
        var F = (ee) => {
          var pe = Gc();
          Ee(pe, 21, () => e.study.images, De, (ke, he, Ae) => {
            var Le = hs(), Ue = W(Le);
            I(() => {
              Z(Le, "aria-pressed", r(i) === Ae), L(Ue, `${r(he).kind === "video" ? "video" : "image"} ${Ae + 1}`);
            }), fe("click", Le, () => T(i, Ae, !0)), m(ke, Le);
          }), m(ee, pe);
        };
        q(R, (ee) => {
          e.study.images.length > 1 && ee(F);
        });
      }
      var J = c(R, 2);
      {
        var ae = (ee) => {
          var pe = Xc(), ke = x(pe), he = c(ke, 2);
          I(() => {
            Z(ke, "aria-pressed", !r(l)), Z(he, "aria-pressed", r(l));
          }), fe("click", ke, () => T(l, !1)), fe("click", he, () => T(l, !0)), m(ee, pe);
        };
        q(J, (ee) => {
          r(b).length > 1 && ee(ae);
        });
      }
      var ve = c(J, 2);
      {
        var be = (ee) => {
          var pe = Zc(), ke = x(pe), he = c(ke);
          I(
            (Ae) => {
              L(ke, `frame ${Ae ?? ""} of ${r(_).length ?? ""} `), Z(he, "max", r(_).length - 1);
            },
            [() => Math.min(r(o), r(_).length - 1) + 1]
          ), St(he, () => r(o), (Ae) => T(o, Ae)), m(ee, pe);
        };
        q(ve, (ee) => {
          r(_).length && ee(be);
        });
      }
      m(k, C);
    };
    q(ue, (k) => {
      (e.study.images.length > 1 || r(_).length || r(b).length > 1) && k(me);
    });
  }
  var B = c(ue, 2);
  {
    var se = (k) => {
      var C = ed(), R = Te(C);
      let F;
      var J = x(R);
      let ae;
      var ve = x(J);
      {
        var be = (Ie) => {
          var Be = $c();
          let Ze, qe;
          I(
            (_t) => {
              Z(Be, "src", _t), Ze = Bt(Be, 1, "", null, Ze, { dim: e.painting }), qe = ze(Be, "", qe, {
                left: `${100 * r(E).area[0] / r(O)[0]}%`,
                top: `${100 * r(E).area[1] / r(O)[1]}%`,
                width: `${100 * (r(E).area[2] - r(E).area[0]) / r(O)[0]}%`,
                height: `${100 * (r(E).area[3] - r(E).area[1]) / r(O)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(K))
            ]
          ), He("load", Be, () => Do(A)), m(Ie, Be);
        };
        q(ve, (Ie) => {
          r(E) && Ie(be);
        });
      }
      var ee = c(ve, 2);
      let pe;
      var ke = x(ee);
      zr(ke, (Ie) => T(g, Ie), () => r(g));
      var he = c(R, 2), Ae = x(he);
      Ee(Ae, 20, () => ["point", "box", "brush", "lasso"], De, (Ie, Be) => {
        var Ze = hs(), qe = W(Ze, !0);
        I(() => {
          Z(Ze, "aria-pressed", r(d) === Be), L(qe, Be);
        }), fe("click", Ze, () => T(d, Be, !0)), m(Ie, Ze);
      });
      var Le = c(Ae, 2), Ue = c(x(Le));
      I(() => {
        F = Bt(R, 1, "scroller", null, F, { zoomed: r(u) > 1 }), ae = ze(J, "", ae, {
          width: `${100 * r(u)}%`,
          "max-width": r(u) === 1 ? `min(100%, calc(${s()} * ${r(O)[0] / r(O)[1]}))` : "none"
        }), Z(ee, "aria-label", `${n() ?? ""}: ${r(N).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), Z(ee, "data-stage", n()), pe = ze(ee, "", pe, {
          "aspect-ratio": `${r(O)[0] ?? ""} / ${r(O)[1] ?? ""}`
        });
      }), fe("keydown", ee, X), fe("pointermove", ke, z), fe("pointerdown", ke, $), fe("pointerup", ke, oe), He("pointerleave", ke, () => t().hoverPlace = null), ua(J, "clientWidth", (Ie) => T(v, Ie)), St(Ue, () => r(u), (Ie) => T(u, Ie)), m(k, C);
    }, V = (k) => {
      var C = td();
      m(k, C);
    };
    q(B, (k) => {
      r(h) && r(N).length ? k(se) : e.study.images.length && k(V, 1);
    });
  }
  var p = c(B, 2);
  {
    var w = (k) => {
      var C = rd(), R = x(C), F = W(R, !0), J = c(R);
      let ae;
      var ve = c(J), be = W(ve, !0), ee = c(ve), pe = W(ee, !0);
      I(
        (ke, he, Ae) => {
          L(F, ke), ae = ze(J, "", ae, { background: he }), L(be, Ae), L(pe, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Ke(e.painting.high)}` : "0",
          () => fi(e.painting.signed),
          () => Ke(e.painting.high)
        ]
      ), m(k, C);
    };
    q(p, (k) => {
      e.painting && k(w);
    });
  }
  var Y = c(p, 2), le = W(Y, !0), Se = c(Y, 2);
  {
    var ye = (k) => {
      var C = ad(), R = x(C), F = c(R);
      I(() => L(R, `${t().selected.size ?? ""} tokens selected `)), fe("click", F, () => t().toggle([])), m(k, C);
    };
    q(Se, (k) => {
      t().selected.size && k(ye);
    });
  }
  I(() => L(le, r(we))), m(a, ie), Xe();
}
ct([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
var sd = /* @__PURE__ */ M("<option></option>"), id = /* @__PURE__ */ M('<label class="fine">example <select><option>choose</option><!></select></label>'), od = /* @__PURE__ */ M('<button type="button" class="link">close</button>'), ld = /* @__PURE__ */ M('<span class="error"> </span>'), ud = /* @__PURE__ */ M('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), cd = /* @__PURE__ */ M('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), dd = /* @__PURE__ */ M('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function fd(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H(void 0);
  const s = new mi(t(), () => t().second), i = /* @__PURE__ */ S(() => t().second), o = /* @__PURE__ */ S(() => s.now);
  var l = dd(), u = x(l), d = c(x(u), 4);
  {
    var g = (b) => {
      var N = id(), E = c(x(N)), K = x(E);
      K.value = K.__value = "";
      var G = c(K);
      Ee(G, 17, () => ({ length: t().info.examples }), De, (re, de, j) => {
        var ne = sd();
        ne.textContent = j + 1;
        var D = {};
        I(
          (z) => {
            D !== (D = z) && (ne.value = (ne.__value = D) ?? "");
          },
          [() => String(j)]
        ), m(re, ne);
      });
      var Q;
      ft(E), I(
        (re) => {
          Q !== (Q = re) && (E.value = (E.__value = Q) ?? "", Ln(E, Q));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), fe("change", E, (re) => {
        re.currentTarget.value && t().openSecond(Number(re.currentTarget.value));
      }), m(b, N);
    };
    q(d, (b) => {
      t().info?.examples && b(g);
    });
  }
  var v = c(d, 2), A = c(v, 2);
  zr(A, (b) => T(n, b), () => r(n));
  var f = c(A, 2);
  {
    var h = (b) => {
      var N = od();
      fe("click", N, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), m(b, N);
    };
    q(f, (b) => {
      r(i) && b(h);
    });
  }
  var O = c(u, 2);
  {
    var y = (b) => {
      var N = ud(), E = Te(N), K = c(x(E)), G = W(K, !0), Q = c(K, 2);
      {
        var re = (ne) => {
          var D = ld(), z = W(D);
          I(() => L(z, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), m(ne, D);
        };
        q(Q, (ne) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && ne(re);
        });
      }
      var de = c(E, 2);
      bi(de, {
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
      var j = c(de, 2);
      Ee(j, 16, () => ["lens", "words", "sources", "readers"], (ne) => ne, (ne, D) => {
        {
          let z = /* @__PURE__ */ S(() => s.long(D));
          jr(ne, {
            get session() {
              return t();
            },
            get long() {
              return r(z);
            },
            what: "The same of this image"
          });
        }
      }), I((ne) => L(G, ne), [
        () => r(i).answer.filter((ne) => !ne.ends).map((ne) => at(ne.token.text)).join("")
      ]), m(b, N);
    }, _ = (b) => {
      var N = cd();
      m(b, N);
    };
    q(O, (b) => {
      r(i) ? b(y) : b(_, -1);
    });
  }
  fe("click", v, () => r(n)?.click()), fe("change", A, (b) => {
    const N = b.currentTarget.files?.[0];
    N && t().openSecond(N), b.currentTarget.value = "";
  }), m(a, l), Xe();
}
ct(["change", "click"]);
var vd = /* @__PURE__ */ M('<img class="picture" alt="What is patched from"/>'), hd = /* @__PURE__ */ M('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function pd(a, e) {
  Ge(e, !0);
  const t = new Ta(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ H(null);
  var s = hd(), i = x(s);
  {
    let f = /* @__PURE__ */ S(() => t.view?.about.code ?? "");
    nr(i, {
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
  var o = c(i, 2), l = x(o);
  {
    var u = (f) => {
      var h = vd();
      I(() => Z(h, "src", e.stored.picture)), m(f, h);
    };
    q(l, (f) => {
      e.stored.picture && f(u);
    });
  }
  var d = c(l, 2), g = W(d, !0), v = c(o, 2);
  {
    var A = (f) => {
      _i(f, {
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
        onexport: (h) => T(n, h)
      });
    };
    q(v, (f) => {
      t.view && f(A);
    });
  }
  I(() => {
    Z(s, "aria-label", e.stored.title), L(g, e.stored.text);
  }), m(a, s), Xe();
}
var gd = /* @__PURE__ */ M('<button type="button" class="token run"> </button>'), _d = /* @__PURE__ */ M('<button type="button"> </button>'), md = /* @__PURE__ */ M('<button type="button" class="link">fold image tokens</button>'), bd = /* @__PURE__ */ M('<p class="fine"><button type="button" class="small"> </button></p>'), yd = /* @__PURE__ */ M('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function wd(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ H(!1);
  const s = /* @__PURE__ */ S(() => e.study.images.some((y) => !y.boxed)), i = /* @__PURE__ */ S(() => {
    const y = [], _ = e.study.tokens.map((b) => ({
      position: b.position,
      text: b.text,
      image: b.kind === "image"
    }));
    if (!t().tabs.some((b) => b !== "lens")) return y.concat(_.filter((b) => !b.image).map(({ position: b, text: N }) => ({ position: b, text: N, count: 0 })));
    e.study.answer.slice(0, -1).forEach((b, N) => _.push({
      position: e.study.nPrompt + N,
      text: b.token.text,
      image: !1
    }));
    for (const { position: b, text: N, image: E } of _) {
      const K = y.at(-1);
      E && !r(n) && !r(s) && K && K.count > 0 && K.position + K.count === b ? K.count++ : y.push({
        position: b,
        text: N,
        count: E && !r(n) && !r(s) ? 1 : 0
      });
    }
    return y;
  }), o = 0.02, l = (y) => Math.abs(y) >= o ? {
    background: Et(y, e.painting.signed),
    color: Cn(y, e.painting.signed)
  } : { background: null, color: null }, u = (y) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: _ } = e.painting;
    let b = 0;
    for (let N = 0; N < Math.max(1, y.count); N++) b += _[y.position + N] ?? 0;
    return y.position < _.length ? b : NaN;
  };
  var d = yd(), g = Te(d), v = x(g);
  Ee(v, 17, () => r(i), (y) => y.position, (y, _) => {
    const b = /* @__PURE__ */ S(() => u(r(_))), N = /* @__PURE__ */ S(() => Math.max(-1, Math.min(1, r(_).count ? r(b) : r(b) / (e.painting?.high ?? 1)))), E = /* @__PURE__ */ S(() => l(r(N)));
    var K = Rt(), G = Te(K);
    {
      var Q = (de) => {
        var j = gd();
        let ne;
        var D = W(j);
        I(
          (z) => {
            Z(j, "title", `${r(_).count ?? ""} image tokens${z ?? ""}: show each`), ne = ze(j, "", ne, {
              background: r(E).background,
              color: r(E).color
            }), L(D, `▦ ${r(_).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(b)) ? "" : `, in all ${Ke(r(b))}`
          ]
        ), fe("click", j, () => T(n, !0)), m(de, j);
      }, re = (de) => {
        var j = _d();
        let ne, D;
        var z = W(j, !0);
        I(
          ($, oe, U, X) => {
            ne = Bt(j, 1, "token", null, ne, {
              focus: t().at === r(_).position,
              place: t().shownPlace === r(_).position,
              chosen: $
            }), Z(j, "title", `token ${oe ?? ""}${U ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), D = ze(j, "", D, {
              background: r(E).background,
              color: r(E).color
            }), L(z, X);
          },
          [
            () => t().selected.has(r(_).position),
            () => e.study.number(r(_).position),
            () => Number.isNaN(r(b)) ? "" : `: ${Ke(r(b))}`,
            () => at(r(_).text)
          ]
        ), He("pointerenter", j, () => t().hoverPlace = r(_).position), He("pointerleave", j, () => t().hoverPlace = null), fe("click", j, ($) => {
          $.altKey ? t().focus = r(_).position : $.shiftKey ? t().toggle([r(_).position], "flip") : t().takePlace(t().place === r(_).position ? null : r(_).position);
        }), m(de, j);
      };
      q(G, (de) => {
        r(_).count ? de(Q) : de(re, -1);
      });
    }
    m(y, K);
  });
  var A = c(v, 2);
  {
    var f = (y) => {
      var _ = md();
      fe("click", _, () => T(n, !1)), m(y, _);
    };
    q(A, (y) => {
      r(n) && y(f);
    });
  }
  var h = c(g, 2);
  {
    var O = (y) => {
      var _ = bd(), b = x(_), N = W(b);
      I((E) => L(N, `make token ${E ?? ""} the focus`), [() => e.study.number(t().place)]), fe("click", b, () => {
        t().focus = t().place;
      }), m(y, _);
    };
    q(h, (y) => {
      t().place !== null && t().place >= 0 && t().place !== t().at && y(O);
    });
  }
  m(a, d), Xe();
}
ct(["click"]);
var kd = /* @__PURE__ */ M('<button type="button" class="small">save as page</button>'), xd = /* @__PURE__ */ M('<button type="button" class="small"> </button>'), Sd = /* @__PURE__ */ M('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), Ad = /* @__PURE__ */ M('<h1 class="hidden">Look inside a vision-language model</h1>'), Md = /* @__PURE__ */ M("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), Ed = /* @__PURE__ */ M("<option>lens: found tokens</option>"), Nd = /* @__PURE__ */ M("<option>lens: a word</option><option>lens: most probable</option><!>", 1), Td = /* @__PURE__ */ M("<option>sweep</option>"), Pd = /* @__PURE__ */ M('<p class="error" role="alert"> </p>'), Ld = /* @__PURE__ */ M('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), Od = /* @__PURE__ */ M('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Rd = /* @__PURE__ */ M('<button type="button" role="tab" aria-controls="panel"> </button>'), Cd = /* @__PURE__ */ M('<div class="tabs" role="tablist" aria-label="Views"></div>'), Id = /* @__PURE__ */ M("<!> <!>", 1), jd = /* @__PURE__ */ M('<!> <!> <div id="panel"><!> <!> <!> <!></div>', 1), Fd = /* @__PURE__ */ M('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Dd = /* @__PURE__ */ M('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Ud(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = new mi(t(), () => t().study), s = /* @__PURE__ */ S(() => t().study), i = /* @__PURE__ */ S(() => n.now);
  let o = /* @__PURE__ */ H(null), l = /* @__PURE__ */ H("");
  const u = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  pt(() => {
    t().write();
  }), pt(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function d(ie) {
    ie.key === "Escape" && t().release();
  }
  function g(ie) {
    const ue = { ArrowLeft: -1, ArrowRight: 1 }[ie.key];
    if (!ue) return;
    ie.preventDefault();
    const me = t().tabs, B = me[(me.indexOf(t().tab) + ue + me.length) % me.length];
    t().tab = B, document.getElementById(`tab-${B}`)?.focus();
  }
  async function v() {
    r(s) && await t().during((async () => {
      const ie = r(s).answer.filter((me) => !me.ends).map((me) => me.token.text).join("").trim(), ue = await tu(r(s), (me, B) => t().source.pictureUrl(r(s).id, me, B), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${ie}`, t().tabs.filter((me) => me !== "causes"));
      ba("study.html", ue, "text/html");
    })());
  }
  const A = /* @__PURE__ */ S(() => t().paint === "sources" ? n.sources.view?.about.code : t().paint === "readers" ? n.readers.view?.about.code : t().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(t().paint) ? n.lens.view?.about.code : t().paint === "attention" ? n.heads.view?.about.code : r(s)?.code), f = /* @__PURE__ */ S(() => n.sources.error || n.readers.error);
  var h = Dd();
  He("keydown", Sa, d);
  var O = Te(h), y = c(O, 2), _ = c(x(y), 4), b = W(_, !0), N = c(_, 2);
  {
    var E = (ie) => {
      var ue = kd();
      fe("click", ue, v), m(ie, ue);
    };
    q(N, (ie) => {
      r(s) && !r(s).answering && t().source.kind === "server" && ie(E);
    });
  }
  var K = c(N, 2);
  {
    var G = (ie) => {
      var ue = xd(), me = W(ue);
      I(() => L(me, `theme: ${(r(l) || "auto") ?? ""}`)), fe("click", ue, () => T(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), m(ie, ue);
    };
    q(K, (ie) => {
      t().source.kind !== "kernel" && ie(G);
    });
  }
  var Q = c(y, 2);
  {
    var re = (ie) => {
      var ue = Sd(), me = x(ue), B = c(me);
      I(() => L(me, `${t().message ?? ""} `)), fe("click", B, () => t().message = ""), m(ie, ue);
    };
    q(Q, (ie) => {
      t().message && ie(re);
    });
  }
  var de = c(Q, 2), j = x(de), ne = x(j);
  {
    var D = (ie) => {
      var ue = Ad();
      m(ie, ue);
    };
    q(ne, (ie) => {
      t().title || ie(D);
    });
  }
  var z = c(ne, 2);
  Zl(z, {
    get session() {
      return t();
    }
  });
  var $ = c(z, 2);
  {
    var oe = (ie) => {
      var ue = Ld(), me = x(ue);
      {
        let ee = /* @__PURE__ */ S(() => r(A) ?? "");
        nr(me, {
          title: "Image",
          get code() {
            return r(ee);
          },
          get exporter() {
            return r(o);
          }
        });
      }
      var B = c(me, 2), se = x(B);
      se.value = se.__value = "none";
      var V = c(se);
      {
        var p = (ee) => {
          var pe = Md(), ke = Te(pe);
          ke.value = ke.__value = "attention";
          var he = c(ke);
          he.value = he.__value = "sources";
          var Ae = c(he);
          Ae.value = Ae.__value = "readers", m(ee, pe);
        }, w = /* @__PURE__ */ S(() => t().tabs.includes("attention"));
        q(V, (ee) => {
          r(w) && ee(p);
        });
      }
      var Y = c(V);
      {
        var le = (ee) => {
          var pe = Nd(), ke = Te(pe);
          ke.value = ke.__value = "word";
          var he = c(ke);
          he.value = he.__value = "top";
          var Ae = c(he);
          {
            var Le = (Ie) => {
              var Be = Ed();
              Be.value = Be.__value = "find", m(Ie, Be);
            }, Ue = /* @__PURE__ */ S(() => t().find.trim());
            q(Ae, (Ie) => {
              r(Ue) && Ie(Le);
            });
          }
          m(ee, pe);
        }, Se = /* @__PURE__ */ S(() => t().tabs.includes("lens"));
        q(Y, (ee) => {
          r(Se) && ee(le);
        });
      }
      var ye = c(Y);
      {
        var k = (ee) => {
          var pe = Td();
          pe.value = pe.__value = "sweep", m(ee, pe);
        };
        q(ye, (ee) => {
          t().sweep && ee(k);
        });
      }
      ft(B);
      var C = c(B, 2);
      bi(C, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (ee) => T(o, ee)
      });
      var R = c(C, 2);
      {
        var F = (ee) => {
          var pe = Pd(), ke = W(pe, !0);
          I(() => L(ke, r(f))), m(ee, pe);
        };
        q(R, (ee) => {
          r(f) && ee(F);
        });
      }
      var J = c(R, 2);
      {
        let ee = /* @__PURE__ */ S(() => n.long("sources"));
        jr(J, {
          get session() {
            return t();
          },
          get long() {
            return r(ee);
          },
          what: "What every head adds from each token"
        });
      }
      var ae = c(J, 2);
      {
        let ee = /* @__PURE__ */ S(() => n.long("readers"));
        jr(ae, {
          get session() {
            return t();
          },
          get long() {
            return r(ee);
          },
          what: "Who looks at the token"
        });
      }
      var ve = c(ae, 2);
      wd(ve, {
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
      var be = c(ve, 2);
      Kc(be, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return n;
        }
      }), bt(B, () => t().paint, (ee) => t().paint = ee), m(ie, ue);
    };
    q($, (ie) => {
      r(s) && ie(oe);
    });
  }
  var U = c(j, 2), X = x(U);
  {
    var _e = (ie) => {
      var ue = jd(), me = Te(ue);
      {
        var B = (F) => {
          var J = Od(), ae = c(x(J));
          fe("click", ae, () => {
            t().study = t().clean, t().clean = null;
          }), m(F, J);
        };
        q(me, (F) => {
          t().clean && F(B);
        });
      }
      var se = c(me, 2);
      {
        var V = (F) => {
          var J = Cd();
          Ee(J, 21, () => t().tabs, De, (ae, ve) => {
            var be = Rd(), ee = W(be, !0);
            I(() => {
              Z(be, "id", `tab-${r(ve) ?? ""}`), Z(be, "aria-selected", t().tab === r(ve)), Z(be, "tabindex", t().tab === r(ve) ? 0 : -1), L(ee, u[r(ve)]);
            }), fe("keydown", be, g), fe("click", be, () => {
              t().tab = r(ve), r(ve) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), m(ae, be);
          }), m(F, J);
        };
        q(se, (F) => {
          t().tabs.length > 1 && F(V);
        });
      }
      var p = c(se, 2), w = x(p);
      {
        var Y = (F) => {
          Bu(F, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        q(w, (F) => {
          t().tab === "attribution" && F(Y);
        });
      }
      var le = c(w, 2);
      {
        var Se = (F) => {
          Tu(F, {
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
        q(le, (F) => {
          t().tab === "attention" && F(Se);
        });
      }
      var ye = c(le, 2);
      {
        var k = (F) => {
          Dc(F, {
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
        q(ye, (F) => {
          t().tab === "lens" && F(k);
        });
      }
      var C = c(ye, 2);
      {
        var R = (F) => {
          var J = Rt(), ae = Te(J);
          {
            var ve = (ee) => {
              var pe = Rt(), ke = Te(pe);
              Ee(ke, 17, () => t().sweeps, (he) => he.title, (he, Ae) => {
                pd(he, {
                  get session() {
                    return t();
                  },
                  get study() {
                    return r(s);
                  },
                  get stored() {
                    return r(Ae);
                  }
                });
              }), m(ee, pe);
            }, be = (ee) => {
              var pe = Id(), ke = Te(pe);
              fd(ke, {
                get session() {
                  return t();
                }
              });
              var he = c(ke, 2);
              yc(he, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), m(ee, pe);
            };
            q(ae, (ee) => {
              t().sweeps.length ? ee(ve) : ee(be, -1);
            });
          }
          m(F, J);
        };
        q(C, (F) => {
          t().tab === "causes" && F(R);
        });
      }
      I(() => {
        Z(p, "role", t().tabs.length > 1 ? "tabpanel" : null), Z(p, "aria-labelledby", t().tabs.length > 1 ? `tab-${t().tab}` : null);
      }), m(ie, ue);
    }, we = (ie) => {
      var ue = Fd();
      m(ie, ue);
    };
    q(X, (ie) => {
      r(s) ? ie(_e) : t().source.kind === "server" && ie(we, 1);
    });
  }
  I(() => L(b, t().busy ? "working…" : "")), fe("click", O, (ie) => {
    ie.preventDefault(), document.getElementById("views")?.focus();
  }), m(a, h), Xe();
}
ct(["click", "keydown"]);
var Hd = /* @__PURE__ */ Hr("<rect><title> </title></rect>"), zd = /* @__PURE__ */ M('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Bd = /* @__PURE__ */ M('<span class="token"> </span>'), qd = /* @__PURE__ */ M('<p class="strip"></p>'), Wd = /* @__PURE__ */ M('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Kd(a, e) {
  Ge(e, !0);
  const t = 12, n = /* @__PURE__ */ S(() => new Map(e.entry.at.map((h, O) => [h, e.entry.values[O]]))), s = /* @__PURE__ */ S(() => e.sample.boxes.filter(([h]) => r(n).has(h)).map(([h, O, y, _, b, N]) => ({ at: h, image: O, x1: y, y1: _, x2: b, y2: N, value: r(n).get(h) }))), i = /* @__PURE__ */ S(() => {
    const h = e.entry.at.filter((_) => e.sample.kinds[_] === "t");
    if (!h.length) return [];
    const O = Math.min(...h) - t, y = Math.max(...h) + t;
    return e.sample.tokens.map((_, b) => ({ text: _, at: b })).filter(({ at: _ }) => e.sample.kinds[_] === "t" && _ >= O && _ <= y);
  }), o = (h) => Math.max(0, h / (e.high || 1));
  var l = Wd(), u = x(l);
  Ee(u, 17, () => e.sample.pictures, De, (h, O, y) => {
    var _ = zd(), b = x(_), N = c(b, 2);
    Ee(N, 21, () => r(s).filter((E) => E.image === y), (E) => E.at, (E, K) => {
      var G = Hd(), Q = x(G), re = W(Q, !0);
      I(
        (de, j, ne) => {
          Z(G, "x", r(K).x1), Z(G, "y", r(K).y1), Z(G, "width", r(K).x2 - r(K).x1), Z(G, "height", r(K).y2 - r(K).y1), Z(G, "fill", de), Z(G, "fill-opacity", j), L(re, ne);
        },
        [
          () => Et(o(r(K).value), !1),
          () => 0.15 + 0.6 * o(r(K).value),
          () => Ke(r(K).value)
        ]
      ), m(E, G);
    }), I(
      (E) => {
        Z(b, "src", r(O)), Z(b, "alt", `Example ${e.entry.sample ?? ""}`), Z(N, "aria-label", `${E ?? ""} patches where it is active`);
      },
      [
        () => r(s).filter((E) => E.image === y).length
      ]
    ), m(h, _);
  });
  var d = c(u, 2), g = x(d), v = c(g, 2, !0), A = c(d, 2);
  {
    var f = (h) => {
      var O = qd();
      Ee(O, 21, () => r(i), ({ text: y, at: _ }) => _, (y, _) => {
        let b = () => r(_).text, N = () => r(_).at;
        const E = /* @__PURE__ */ S(() => r(n).get(N()));
        var K = Bd();
        let G;
        var Q = W(K, !0);
        I(
          (re, de, j, ne) => {
            Z(K, "title", re), G = ze(K, "", G, { background: de, color: j }), L(Q, ne);
          },
          [
            () => r(E) === void 0 ? void 0 : Ke(r(E)),
            () => r(E) === void 0 ? null : Et(o(r(E)), !1),
            () => r(E) === void 0 ? null : Cn(o(r(E)), !1),
            () => at(b())
          ]
        ), m(y, K);
      }), m(h, O);
    };
    q(A, (h) => {
      r(i).length && h(f);
    });
  }
  I(
    (h) => {
      L(g, `example ${e.entry.sample ?? ""}, up to ${h ?? ""}`), L(v, e.sample.question);
    },
    [() => Ke(e.entry.max)]
  ), m(a, l), Xe();
}
const ps = (a, e = er, t = er) => {
  var n = Gd(), s = x(n), i = W(s, !0), o = c(s, 2);
  Ee(o, 21, e, De, (l, u) => {
    var d = /* @__PURE__ */ S(() => Vt(r(u), 2));
    let g = () => r(d)[0], v = () => r(d)[1];
    var A = Yd(), f = x(A), h = c(f), O = W(h, !0);
    I(
      (y, _, b) => {
        Z(A, "title", `logit ${y ?? ""}`), L(f, `${_ ?? ""} `), L(O, b);
      },
      [
        () => jt(v()),
        () => at(g()),
        () => jt(v())
      ]
    ), m(l, A);
  }), I(() => L(i, t())), m(a, n);
};
var Jd = /* @__PURE__ */ Hr("<rect><title> </title></rect>"), Vd = /* @__PURE__ */ M('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Yd = /* @__PURE__ */ M("<li> <small> </small></li>"), Gd = /* @__PURE__ */ M('<div><h3> </h3> <ul class="best"></ul></div>'), Xd = /* @__PURE__ */ M('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Zd = /* @__PURE__ */ M('<p class="fine">No feature has this number or word.</p>'), Qd = /* @__PURE__ */ M('<div class="plots"><!><!></div>'), $d = /* @__PURE__ */ M('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), ef = /* @__PURE__ */ M('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), tf = /* @__PURE__ */ M('<div class="examples"></div>'), rf = /* @__PURE__ */ M('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <div class="plots"><!> <!></div> <!> <!></section> <section class="card" aria-label="Top examples"><h2>Top examples</h2> <!></section></div>'), af = /* @__PURE__ */ M('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function nf(a, e) {
  Ge(e, !0);
  const t = (p, w = er, Y = er, le = er, Se = er) => {
    const ye = /* @__PURE__ */ S(() => 240 / w().length);
    var k = Vd(), C = x(k);
    Ee(C, 21, () => _(w()), De, (pe, ke, he) => {
      var Ae = Jd(), Le = x(Ae), Ue = W(Le, !0);
      I(
        (Ie) => {
          Z(Ae, "x", he * r(ye)), Z(Ae, "y", 49 - r(ke)), Z(Ae, "width", Ie), Z(Ae, "height", r(ke)), L(Ue, w()[he]);
        },
        [() => Math.max(1, r(ye) - 1)]
      ), m(pe, Ae);
    });
    var R = c(C, 2), F = x(R), J = W(F, !0), ae = c(F), ve = W(ae, !0), be = c(ae), ee = W(be, !0);
    I(() => {
      Z(C, "aria-label", Se()), L(J, Y()), L(ve, Se()), L(ee, le());
    }), m(p, k);
  }, n = 46, s = 6;
  let i = /* @__PURE__ */ H("density"), o = /* @__PURE__ */ H(""), l = /* @__PURE__ */ H(0), u = /* @__PURE__ */ H(600), d = /* @__PURE__ */ H(-1), g = /* @__PURE__ */ H(null);
  const v = /* @__PURE__ */ S(() => {
    const p = r(o).trim().toLowerCase();
    return e.data.features.filter((Y) => !p || String(Y.feature) === p || Y.up.some(([le]) => le.toLowerCase().includes(p))).toSorted((Y, le) => r(i) === "feature" ? Y.feature - le.feature : le[r(i)] - Y[r(i)]);
  }), A = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(l) / n) - s)), f = /* @__PURE__ */ S(() => r(v).slice(r(A), r(A) + Math.ceil(r(u) / n) + 2 * s)), h = /* @__PURE__ */ S(() => r(v).find((p) => p.feature === r(d)) ?? r(v)[0]), O = (p) => p.up.slice(0, 4).map(([w]) => at(w)).join("  ");
  async function y(p) {
    const w = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[p.key];
    if (w === void 0 || !r(v).length) return;
    p.preventDefault();
    const Y = Math.min(r(v).length - 1, Math.max(0, r(v).indexOf(r(h)) + w));
    T(d, r(v)[Y].feature, !0), r(g) && (Y * n < r(g).scrollTop || (Y + 1) * n > r(g).scrollTop + r(u)) && (r(g).scrollTop = Y * n - r(u) / 2), await ri();
  }
  const _ = (p) => {
    const w = Math.max(1, ...p);
    return p.map((Y) => Y ? Math.max(2, 46 * Math.log1p(Y) / Math.log1p(w)) : 0);
  };
  var b = af(), N = Te(b), E = x(N), K = x(E), G = W(K, !0), Q = c(K, 2), re = W(Q), de = c(N, 2), j = x(de), ne = x(j), D = x(ne), z = c(x(D)), $ = c(D, 2), oe = c(x($)), U = x(oe);
  U.value = U.__value = "density";
  var X = c(U);
  X.value = X.__value = "max";
  var _e = c(X);
  _e.value = _e.__value = "feature", ft(oe);
  var we = c(ne, 2), ie = x(we);
  let ue;
  Ee(ie, 23, () => r(f), (p) => p.feature, (p, w, Y) => {
    var le = Xd();
    let Se;
    var ye = x(le), k = W(ye, !0), C = c(ye), R = W(C), F = c(C), J = W(F, !0);
    I(
      (ae, ve, be) => {
        Z(le, "id", `feature-${r(w).feature ?? ""}`), Z(le, "aria-selected", r(w) === r(h)), Z(le, "aria-setsize", r(v).length), Z(le, "aria-posinset", r(A) + r(Y) + 1), Se = ze(le, "", Se, {
          top: `${(r(A) + r(Y)) * n}px`,
          height: "46px"
        }), L(k, r(w).feature), L(R, `${ae ?? ""} of tokens, up to ${ve ?? ""}`), L(J, be);
      },
      [
        () => ht(r(w).density),
        () => Ke(r(w).max),
        () => O(r(w))
      ]
    ), fe("click", le, () => T(d, r(w).feature, !0)), m(p, le);
  }), zr(we, (p) => T(g, p), () => r(g));
  var me = c(we, 2);
  {
    var B = (p) => {
      var w = Zd();
      m(p, w);
    };
    q(me, (p) => {
      r(v).length || p(B);
    });
  }
  var se = c(j, 2);
  {
    var V = (p) => {
      var w = rf(), Y = x(w), le = x(Y), Se = W(le), ye = c(le, 2), k = W(ye), C = c(ye, 2), R = x(C);
      {
        let he = /* @__PURE__ */ S(() => Ke(r(h).high));
        t(R, () => r(h).histogram, () => "0", () => r(he), () => "activations, log counts");
      }
      var F = c(R, 2);
      {
        var J = (he) => {
          {
            let Ae = /* @__PURE__ */ S(() => Ke(r(h).edges[0])), Le = /* @__PURE__ */ S(() => Ke(r(h).edges.at(-1)));
            t(he, () => r(h).words, () => r(Ae), () => r(Le), () => "logits of all words, log counts");
          }
        };
        q(F, (he) => {
          r(h).words.length && he(J);
        });
      }
      var ae = c(C, 2);
      {
        var ve = (he) => {
          var Ae = Qd(), Le = x(Ae);
          ps(Le, () => r(h).up, () => "Its direction speaks for");
          var Ue = c(Le);
          ps(Ue, () => r(h).down, () => "and against"), m(he, Ae);
        };
        q(ae, (he) => {
          r(h).up.length && he(ve);
        });
      }
      var be = c(ae, 2);
      {
        var ee = (he) => {
          var Ae = ef(), Le = Te(Ae), Ue = c(x(Le)), Ie = W(Ue), Be = c(Le, 2), Ze = c(x(Be));
          Ee(
            Ze,
            21,
            () => [
              ...new Map([
                ...r(h).steering.before,
                ...r(h).steering.after,
                ...r(h).steering.gained
              ].map((qe) => [qe[0], qe])).values()
            ].toSorted((qe, _t) => _t[2] - qe[2]).slice(0, 6),
            ([qe, _t, Me]) => qe,
            (qe, _t) => {
              var Me = /* @__PURE__ */ S(() => Vt(r(_t), 3));
              let Oe = () => r(Me)[0], je = () => r(Me)[1], Qe = () => r(Me)[2];
              var dt = $d(), pr = x(dt), ca = W(pr, !0), gr = c(pr);
              let da;
              var Ia = W(gr, !0), fa = c(gr);
              let Br;
              var ja = W(fa, !0);
              I(
                (va, Fa, Da) => {
                  L(ca, va), da = ze(gr, "", da, { "--share": `${100 * je()}%` }), L(Ia, Fa), Br = ze(fa, "", Br, { "--share": `${100 * Qe()}%` }), L(ja, Da);
                },
                [
                  () => at(Oe()),
                  () => ht(je()),
                  () => ht(Qe())
                ]
              ), m(qe, dt);
            }
          ), I((qe) => L(Ie, `its top example, ${qe ?? ""} × its largest activation added at all tokens: the next token`), [() => Ke(e.data.steer)]), m(he, Ae);
        };
        q(be, (he) => {
          r(h).steering && he(ee);
        });
      }
      var pe = c(Y, 2), ke = c(x(pe), 2);
      dl(ke, () => r(h).feature, (he) => {
        var Ae = tf();
        Ee(Ae, 21, () => r(h).top, (Le) => Le.sample, (Le, Ue) => {
          Kd(Le, {
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
        }), m(he, Ae);
      }), I(
        (he, Ae) => {
          Z(Y, "aria-label", `Feature ${r(h).feature ?? ""}`), L(Se, `Feature ${r(h).feature ?? ""}`), L(k, `active at ${he ?? ""} of tokens, up to ${Ae ?? ""}`);
        },
        [
          () => ht(r(h).density),
          () => Ke(r(h).max)
        ]
      ), m(p, w);
    };
    q(se, (p) => {
      r(h) && p(V);
    });
  }
  I(
    (p, w, Y, le) => {
      L(G, e.data.title), L(re, `${p ?? ""} of ${w ?? ""} features, over ${Y ?? ""} tokens of ${le ?? ""} examples`), Z(we, "aria-label", `Features, ${r(v).length ?? ""}`), Z(we, "aria-activedescendant", r(h) ? `feature-${r(h).feature}` : void 0), ue = ze(ie, "", ue, {
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
  ), St(z, () => r(o), (p) => T(o, p)), bt(oe, () => r(i), (p) => T(i, p)), He("scroll", we, () => T(l, r(g).scrollTop, !0)), fe("keydown", we, y), ua(we, "clientHeight", (p) => T(u, p)), m(a, b), Xe();
}
ct(["keydown", "click"]);
function yi(a, e) {
  return a.classList.add("vlm"), oi(Ud, { target: a, props: { session: new wu(e) } });
}
const Jr = document.querySelector("#app[data-start]"), gs = document.getElementById("features")?.textContent;
if (Jr && gs)
  Jr.classList.add("vlm"), oi(nf, { target: Jr, props: { data: JSON.parse(gs) } });
else if (Jr) {
  const a = document.getElementById("study")?.textContent;
  yi(Jr, a ? new _u(JSON.parse(a)) : new gu());
}
const of = {
  render({ model: a, el: e }) {
    const t = yi(e, new mu(a));
    return () => ul(t);
  }
};
export {
  of as default,
  yi as start
};

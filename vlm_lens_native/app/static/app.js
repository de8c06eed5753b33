var An = Array.isArray, ki = Array.prototype.indexOf, Gr = Array.prototype.includes, Mn = Array.from, es = Object.defineProperty, Mr = Object.getOwnPropertyDescriptor, ts = Object.getOwnPropertyDescriptors, xi = Object.prototype, Ei = Array.prototype, ua = Object.getPrototypeOf, Ra = Object.isExtensible;
const rs = () => {
};
function Si(r) {
  for (var e = 0; e < r.length; e++)
    r[e]();
}
function ns() {
  var r, e, t = new Promise((a, s) => {
    r = a, e = s;
  });
  return { promise: t, resolve: r, reject: e };
}
function _n(r, e) {
  if (Array.isArray(r))
    return r;
  if (!(Symbol.iterator in r))
    return Array.from(r);
  const t = [];
  for (const a of r)
    if (t.push(a), t.length === e) break;
  return t;
}
const et = 2, Lr = 4, Nn = 8, as = 1 << 24, At = 16, Tt = 32, or = 64, Gn = 128, ca = 256, Pt = 512, Ye = 1024, je = 2048, dt = 4096, st = 8192, Qe = 16384, Ir = 32768, Xr = 1 << 25, yr = 65536, gn = 1 << 17, Ai = 1 << 18, jr = 1 << 19, Mi = 1 << 20, It = 1 << 25, mn = 1 << 21, Nr = 1 << 22, ir = 1 << 23, Vt = /* @__PURE__ */ Symbol("$state"), ss = /* @__PURE__ */ Symbol("component"), Ni = /* @__PURE__ */ Symbol("legacy props"), Pi = /* @__PURE__ */ Symbol(""), is = /* @__PURE__ */ Symbol("attributes"), Xn = /* @__PURE__ */ Symbol("class"), Zn = /* @__PURE__ */ Symbol("style"), Qn = /* @__PURE__ */ Symbol("text"), fn = /* @__PURE__ */ Symbol("form reset"), tn = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Ti = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Oi = 1, Li = 2, os = 4, $i = 8, Ri = 16, Ci = 1, Ii = 4, ji = 8, Di = 16, Fi = 1, Ui = 2, ls = {}, Ke = /* @__PURE__ */ Symbol("uninitialized"), Hi = "http://www.w3.org/1999/xhtml";
function zi() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function Bi() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function qi() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function us(r) {
  return r === this.v;
}
function cs(r, e) {
  return r != r ? e == e : r !== e || r !== null && typeof r == "object" || typeof r == "function";
}
function fs(r) {
  return !cs(r, this.v);
}
function Wi() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function Vi(r, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function Ki(r) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function Yi() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function Ji(r) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function Gi() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function Xi(r) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function Zi() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function Qi() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function eo() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function to() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let it = null;
function $r(r) {
  it = r;
}
function ht(r, e = !1, t) {
  it = {
    p: it,
    i: !1,
    c: null,
    e: null,
    s: r,
    x: null,
    r: (
      /** @type {Effect} */
      Te
    ),
    l: null
  };
}
function pt(r) {
  var e = (
    /** @type {ComponentContext} */
    it
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      Ts(a);
  }
  return e.i = !0, it = e.p, fa(r);
}
function fa(r = {}) {
  return es(r, ss, { value: !0 }), r;
}
function ds() {
  return !0;
}
let pr = [];
function vs() {
  var r = pr;
  pr = [], Si(r);
}
function Wt(r) {
  if (pr.length === 0 && !Kr) {
    var e = pr;
    queueMicrotask(() => {
      e === pr && vs();
    });
  }
  pr.push(r);
}
function ro() {
  for (; pr.length > 0; )
    vs();
}
const no = -7169;
function We(r, e) {
  r.f = r.f & no | e;
}
function da(r) {
  (r.f & Pt) !== 0 || r.deps === null ? We(r, Ye) : We(r, dt);
}
function hs(r, e) {
  (r.f & je) !== 0 ? e.set(r, je) : (r.f & dt) !== 0 && e.get(r) !== je && e.set(r, dt), We(r, Ye);
}
let Ca = !1;
function ao() {
  Ca || (Ca = !0, document.addEventListener(
    "reset",
    (r) => {
      Promise.resolve().then(() => {
        if (!r.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            r.target.elements
          )
            e[fn]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Dr(r) {
  var e = Se, t = Te;
  kt(null), Ft(null);
  try {
    return r();
  } finally {
    kt(e), Ft(t);
  }
}
function ps(r, e, t, a = t) {
  r.addEventListener(e, () => Dr(t));
  const s = (
    /** @type {any} */
    r[fn]
  );
  s ? r[fn] = () => {
    s(), a(!0);
  } : r[fn] = () => a(!0), ao();
}
function so(r, e, t, a) {
  const s = Zr;
  var i = r.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    a(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Te
  ), u = io(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function h(d) {
    if ((l.f & Qe) === 0) {
      u();
      try {
        a([...o, ...d]);
      } catch (y) {
        Ct(y, l);
      }
      bn();
    }
  }
  var p = _s();
  if (t.length === 0) {
    f.then(() => h([])).finally(p);
    return;
  }
  function b() {
    Promise.all(t.map((d) => /* @__PURE__ */ oo(d))).then(h).catch((d) => Ct(d, l)).finally(p);
  }
  f ? f.then(() => {
    if ((l.f & Qe) !== 0) {
      p();
      return;
    }
    u(), b(), bn();
  }) : b();
}
function io() {
  var r = (
    /** @type {Effect} */
    Te
  ), e = Se, t = it, a = (
    /** @type {Batch} */
    we
  );
  return function(i = !0) {
    Ft(r), kt(e), $r(t), i && (r.f & Qe) === 0 && (a?.activate(), a?.apply());
  };
}
function bn(r = !0) {
  Ft(null), kt(null), $r(null), r && we?.deactivate();
}
function _s() {
  var r = (
    /** @type {Effect} */
    Te
  ), e = r.b, t = (
    /** @type {Batch} */
    we
  ), a = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(a, r), () => {
    e?.update_pending_count(-1, t), t.decrement(a, r);
  };
}
// @__NO_SIDE_EFFECTS__
function Zr(r) {
  var e = et | je;
  return Te !== null && (Te.f |= jr), {
    ctx: it,
    deps: null,
    effects: null,
    equals: us,
    f: e,
    fn: r,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Ke
    ),
    wv: 0,
    parent: Te,
    ac: null
  };
}
const qr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function oo(r, e, t) {
  let a = (
    /** @type {Effect | null} */
    Te
  );
  a === null && Wi();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = wr(
    /** @type {V} */
    Ke
  ), o = !Se, l = /* @__PURE__ */ new Set();
  return Eo(() => {
    var u = (
      /** @type {Effect} */
      Te
    ), f = ns();
    s = f.promise;
    try {
      Promise.resolve(r()).then(f.resolve, (d) => {
        d !== tn && f.reject(d);
      }).finally(bn);
    } catch (d) {
      f.reject(d), bn();
    }
    var h = (
      /** @type {Batch} */
      we
    );
    if (o) {
      if ((u.f & Ir) !== 0)
        var p = _s();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        a.b?.is_rendered()
      )
        h.async_deriveds.get(u)?.reject(qr);
      else
        for (const d of l.values())
          d.reject(qr);
      l.add(f), h.async_deriveds.set(u, f);
    }
    const b = (d, y = void 0) => {
      p?.(), l.delete(f), y !== qr && (h.activate(), y ? (i.f |= ir, Rr(i, y)) : ((i.f & ir) !== 0 && (i.f ^= ir), Rr(i, d)), h.deactivate());
    };
    f.promise.then(b, (d) => b(null, d || "unknown"));
  }), ga(() => {
    for (const u of l)
      u.reject(qr);
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
function U(r) {
  const e = /* @__PURE__ */ Zr(r);
  return Cs(e), e;
}
// @__NO_SIDE_EFFECTS__
function gs(r) {
  const e = /* @__PURE__ */ Zr(r);
  return e.equals = fs, e;
}
function lo(r) {
  var e = r.effects;
  if (e !== null) {
    r.effects = null;
    for (var t = 0; t < e.length; t += 1)
      ut(
        /** @type {Effect} */
        e[t]
      );
  }
}
function va(r) {
  var e, t = Te, a = r.parent;
  if (!Zt && a !== null && r.v !== Ke && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & (Qe | st)) !== 0)
    return zi(), r.v;
  Ft(a);
  try {
    lo(r), e = Fs(r);
  } finally {
    Ft(t);
  }
  return e;
}
function ms(r) {
  var e = va(r);
  if (!r.equals(e) && (r.wv = js(), (!we?.is_fork || r.deps === null) && (we !== null ? (we.capture(r, e, !0), Pr?.capture(r, e, !0)) : r.v = e, r.deps === null))) {
    We(r, Ye);
    return;
  }
  Zt || (Mt !== null ? (_a() || we?.is_fork) && Mt.set(r, e) : da(r));
}
function uo(r) {
  if (r.effects !== null)
    for (const e of r.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Dr(() => {
        e.ac.abort(tn), e.ac = null;
      }), e.fn !== null && (e.teardown = rs), Qr(e, 0), ma(e));
}
function bs(r) {
  if (r.effects !== null)
    for (const e of r.effects)
      e.teardown && e.fn !== null && Cr(e);
}
let Un = null, Sr = null, we = null, Pr = null, Mt = null, ea = null, Kr = !1, Hn = !1, Yr = null, dn = null;
var Ia = 0;
let co = 1;
class lr {
  id = co++;
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
  #v = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    Sr === null ? Un = Sr = this : (Sr.next = this, this.prev = Sr), Sr = this;
  }
  #h() {
    if (this.is_fork) return !0;
    for (const e of this.#n.keys())
      if (!this.#g(e))
        return !0;
    return !1;
  }
  /**
   * Whether `effect` is inside a branch that this batch skips
   * @param {Effect} effect
   */
  #g(e) {
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
  unskip_effect(e, t = (a) => this.schedule(a)) {
    var a = this.#l.get(e);
    if (a) {
      this.#l.delete(e);
      for (var s of a.d)
        We(s, je), t(s);
      for (s of a.m)
        We(s, dt), t(s);
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
      if (!((i.f & Qe) !== 0 || (i.f & (je | dt)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (or | Tt)) !== 0) {
            if ((s & Ye) === 0) {
              a = !0;
              break;
            }
            t.f ^= Ye;
          }
        }
        a || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      We(l, u), this.schedule(l);
    this.apply();
    for (var e = Yr = [], t = [], a = dn = []; this.#s.length > 0; ) {
      Ia++ > 1e3 && (this.#d(), vo());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw ks(l), this.#h() || this.discard(), u;
        }
    }
    if (we = null, a.length > 0) {
      var s = lr.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (Yr = null, dn = null, this.#h()) {
      this.#_(t), this.#_(e);
      for (const [l, u] of this.#l)
        ws(l, u);
      a.length > 0 && /** @type {unknown} */
      we.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#_(t), this.#_(e), i.#f(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Pr = this, ja(t), ja(e), Pr = null, this.#a?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      we
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (jt.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, a) {
    e.f ^= Ye;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Tt | or)) !== 0, l = o && (i & Ye) !== 0, u = l || (i & st) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= Ye : (i & Lr) !== 0 ? t.push(s) : nn(s) && ((i & At) !== 0 && this.add_dirty_reaction(s, dt), Cr(s));
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
      if (s !== null && !((a.f & et) !== 0 && (a.f & (je | dt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & et) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (Nr | At) && !this.async_deriveds.has(o) && (this.#i.delete(o), We(o, je), this.schedule(o));
          }
        }
    };
    for (const a of this.current.keys())
      t(a);
    this.oncommit(() => e.discard()), e.#d(), we = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #_(e) {
    for (var t = 0; t < e.length; t += 1)
      hs(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, a = !1) {
    e.v !== Ke && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & ir) === 0 && (this.current.set(e, [t, a]), Mt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    we = this;
  }
  deactivate() {
    we = null, Mt = null;
  }
  flush() {
    try {
      Hn = !0, we = this, this.#p();
    } finally {
      Ia = 0, ea = null, Yr = null, dn = null, Hn = !1, we = null, Mt = null, jt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(qr);
    this.#d(), this.#a?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let p = Un; p !== null; p = p.next) {
      var e = p.id < this.id, t = [];
      for (const [b, [d, y]] of this.current) {
        if (p.current.has(b)) {
          var a = (
            /** @type {[any, boolean]} */
            p.current.get(b)[0]
          );
          if (e && d !== a)
            p.current.set(b, [d, y]);
          else
            continue;
        }
        t.push(b);
      }
      if (e)
        for (const [b, d] of this.async_deriveds) {
          const y = p.async_deriveds.get(b);
          y && d.promise.then(y.resolve).catch(y.reject);
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
            for (const b of this.#v)
              p.unskip_effect(b, (d) => {
                (d.f & (At | Nr)) !== 0 ? p.schedule(d) : p.#_([d]);
              });
          p.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            ys(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...p.current].filter(([b, d]) => {
            const y = this.current.get(b);
            return y ? y[0] !== d[0] || y[1] !== d[1] : !0;
          }).map(([b]) => b);
          if (f.length > 0)
            for (const b of this.#o)
              (b.f & (Qe | st | gn)) === 0 && ha(b, f, l) && ((b.f & (Nr | At)) !== 0 ? (We(b, je), p.schedule(b)) : p.add_dirty_reaction(b, je));
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
    (t === je || this.#i.get(e) !== je) && this.#i.set(e, t);
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
    if (we === null) {
      const e = we = new lr();
      !Hn && !Kr && Wt(() => {
        e.started || e.flush();
      });
    }
    return we;
  }
  apply() {
    {
      Mt = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (ea = e, e.b?.is_pending && (e.f & (Lr | Nn | as)) !== 0 && (e.f & Ir) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Un = t : e.next = t, t === null ? Sr = e : t.prev = e, this.linked = !1;
    }
  }
}
function fo(r) {
  var e = Kr, t = Pr;
  Pr = null, Kr = !0;
  try {
    for (var a; ; ) {
      if (ro(), we === null)
        return (
          /** @type {T} */
          a
        );
      we.flush();
    }
  } finally {
    Kr = e, Pr = t;
  }
}
function vo() {
  try {
    Gi();
  } catch (r) {
    Ct(r, ea);
  }
}
let qt = null;
function ja(r) {
  var e = r.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = r[t++];
      if ((a.f & (Qe | st)) === 0 && nn(a) && (qt = /* @__PURE__ */ new Set(), Cr(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Ls(a), qt?.size > 0)) {
        jt.clear();
        for (const s of qt) {
          if ((s.f & (Qe | st)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            qt.has(o) && (qt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (Qe | st)) === 0 && Cr(u);
          }
        }
        qt.clear();
      }
    }
    qt = null;
  }
}
function ys(r, e, t, a) {
  if (!t.has(r) && (t.add(r), r.reactions !== null))
    for (const s of r.reactions) {
      const i = s.f;
      (i & et) !== 0 ? ys(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (Nr | At)) !== 0 && (i & je) === 0 && ha(s, e, a) && (We(s, je), pa(
        /** @type {Effect} */
        s
      ));
    }
}
function ha(r, e, t) {
  const a = t.get(r);
  if (a !== void 0) return a;
  if (r.deps !== null)
    for (const s of r.deps) {
      if (Gr.call(e, s))
        return !0;
      if ((s.f & et) !== 0 && ha(
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
  return t.set(r, !1), !1;
}
function pa(r) {
  we.schedule(r);
}
function ws(r, e) {
  if (!((r.f & Tt) !== 0 && (r.f & Ye) !== 0)) {
    (r.f & je) !== 0 ? e.d.push(r) : (r.f & dt) !== 0 && e.m.push(r), We(r, Ye);
    for (var t = r.first; t !== null; )
      ws(t, e), t = t.next;
  }
}
function ks(r) {
  We(r, Ye);
  for (var e = r.first; e !== null; )
    ks(e), e = e.next;
}
let yn = /* @__PURE__ */ new Set();
const jt = /* @__PURE__ */ new Map();
let xs = !1;
function wr(r, e) {
  var t = {
    f: 0,
    v: r,
    reactions: null,
    equals: us,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function $(r, e) {
  const t = wr(r);
  return Cs(t), t;
}
// @__NO_SIDE_EFFECTS__
function ho(r, e = !1, t = !0) {
  const a = wr(r);
  return e || (a.equals = fs), a;
}
function S(r, e, t = !1) {
  Se !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Nt || (Se.f & gn) !== 0) && ds() && (Se.f & (et | At | Nr | gn)) !== 0 && (Dt === null || !Dt.has(r)) && eo();
  let a = t ? _r(e) : e;
  return Rr(r, a, dn);
}
var hr = null, ta = 0;
function Rr(r, e, t = null) {
  if (!r.equals(e)) {
    Zt ? jt.set(r, e) : jt.has(r) || jt.set(r, r.v);
    var a = lr.ensure();
    if (a.capture(r, e), (r.f & et) !== 0) {
      const s = (
        /** @type {Derived} */
        r
      );
      (r.f & je) !== 0 && va(s), Mt === null && da(s);
    }
    r.wv = js(), hr = null, ta = 0, Es(r, je, t), hr = null, Te !== null && (Te.f & Ye) !== 0 && (Te.f & (Tt | or)) === 0 && (bt === null ? Mo([r]) : bt.push(r)), !a.is_fork && yn.size > 0 && !xs && po();
  }
  return e;
}
function po() {
  xs = !1;
  for (const r of yn) {
    (r.f & Ye) !== 0 && We(r, dt);
    let e;
    try {
      e = nn(r);
    } catch {
      e = !0;
    }
    e && Cr(r);
  }
  yn.clear();
}
function _o(r, e = 1) {
  var t = n(r), a = e === 1 ? t++ : t--;
  return S(r, t), a;
}
function Jr(r) {
  S(r, r.v + 1);
}
function Es(r, e, t) {
  var a = r.reactions;
  if (a !== null) {
    var s = a.length;
    if (ta += s, ta > 1e5 && hr === null && (hr = /* @__PURE__ */ new Set()), hr !== null) {
      if (hr.has(r)) return;
      hr.add(r);
    }
    for (var i = 0; i < s; i++) {
      var o = a[i], l = o.f, u = (l & je) === 0;
      if (u && We(o, e), (l & gn) !== 0)
        yn.add(
          /** @type {Effect} */
          o
        );
      else if ((l & et) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Mt?.delete(f), Es(f, dt, t);
      } else if (u) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & At) !== 0 && qt !== null && qt.add(h), t !== null ? t.push(h) : pa(h);
      }
    }
  }
}
function _r(r) {
  if (typeof r != "object" || r === null || Vt in r || ss in r)
    return r;
  const e = ua(r);
  if (e !== xi && e !== Ei)
    return r;
  var t = /* @__PURE__ */ new Map(), a = An(r), s = /* @__PURE__ */ $(0), i = br, o = (l) => {
    if (br === i)
      return l();
    var u = Se, f = br;
    kt(null), Ua(i);
    var h = l();
    return kt(u), Ua(f), h;
  };
  return a && t.set("length", /* @__PURE__ */ $(
    /** @type {any[]} */
    r.length
  )), new Proxy(
    /** @type {any} */
    r,
    {
      defineProperty(l, u, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && Zi();
        var h = t.get(u);
        return h === void 0 ? o(() => {
          var p = /* @__PURE__ */ $(f.value);
          return t.set(u, p), p;
        }) : S(h, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const h = o(() => /* @__PURE__ */ $(Ke));
            t.set(u, h), Jr(s);
          }
        } else
          S(f, Ke), Jr(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Vt)
          return r;
        var h = t.get(u), p = u in l;
        if (h === void 0 && (!p || Mr(l, u)?.writable) && (h = o(() => {
          var d = _r(p ? l[u] : Ke), y = /* @__PURE__ */ $(d);
          return y;
        }), t.set(u, h)), h !== void 0) {
          var b = n(h);
          return b === Ke ? void 0 : b;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), h = t.get(u);
        if (h !== void 0) {
          var p = n(h);
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
        if (u === Vt)
          return !0;
        var f = t.get(u), h = f !== void 0 && f.v !== Ke || Reflect.has(l, u);
        if (f !== void 0 || (Te !== null || Se !== null) && (!h || Mr(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var b = h ? _r(l[u]) : Ke, d = /* @__PURE__ */ $(b);
            return d;
          }), t.set(u, f));
          var p = n(f);
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
            var y = t.get(d + "");
            y !== void 0 ? S(y, Ke) : d in l && (y = o(() => /* @__PURE__ */ $(Ke)), t.set(d + "", y));
          }
        if (p === void 0)
          (!b || Mr(l, u)?.writable) && (p = o(() => /* @__PURE__ */ $(void 0)), S(p, _r(f)), t.set(u, p));
        else {
          b = p.v !== Ke;
          var E = o(() => _r(f));
          S(p, E);
        }
        var _ = Reflect.getOwnPropertyDescriptor(l, u);
        if (_?.set && _.set.call(h, f), !b) {
          if (a && typeof u == "string") {
            var N = (
              /** @type {Source<number>} */
              t.get("length")
            ), T = Number(u);
            Number.isInteger(T) && T >= N.v && S(N, T + 1);
          }
          Jr(s);
        }
        return !0;
      },
      ownKeys(l) {
        n(s);
        var u = Reflect.ownKeys(l).filter((p) => {
          var b = t.get(p);
          return b === void 0 || b.v !== Ke;
        });
        for (var [f, h] of t)
          h.v !== Ke && !(f in l) && u.push(f);
        return u;
      },
      setPrototypeOf() {
        Qi();
      }
    }
  );
}
function Da(r) {
  try {
    if (r !== null && typeof r == "object" && Vt in r)
      return r[Vt];
  } catch {
  }
  return r;
}
function Ss(r, e) {
  return Object.is(Da(r), Da(e));
}
var wn, As, Ms, Ns;
function go() {
  if (wn === void 0) {
    wn = window, As = /Firefox/.test(navigator.userAgent);
    var r = Element.prototype, e = Node.prototype, t = Text.prototype;
    Ms = Mr(e, "firstChild").get, Ns = Mr(e, "nextSibling").get, Ra(r) && (r[Xn] = void 0, r[is] = null, r[Zn] = void 0, r.__e = void 0), Ra(t) && (t[Qn] = void 0);
  }
}
function Kt(r = "") {
  return document.createTextNode(r);
}
// @__NO_SIDE_EFFECTS__
function kr(r) {
  return (
    /** @type {TemplateNode | null} */
    Ms.call(r)
  );
}
// @__NO_SIDE_EFFECTS__
function rn(r) {
  return (
    /** @type {TemplateNode | null} */
    Ns.call(r)
  );
}
function w(r, e) {
  return /* @__PURE__ */ kr(r);
}
function Le(r, e = !1) {
  {
    var t = /* @__PURE__ */ kr(r);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ rn(t) : t;
  }
}
function V(r, e = !1) {
  return /* @__PURE__ */ kr(r);
}
function c(r, e = 1, t = !1) {
  let a = r;
  for (; e--; )
    a = /** @type {TemplateNode} */
    /* @__PURE__ */ rn(a);
  return a;
}
function mo(r) {
  r.textContent = "";
}
function Ps() {
  return !1;
}
function bo(r, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(r, { is: t }) : document.createElement(r)
  );
}
function yo(r) {
  var e = Te;
  if (e === null)
    return Se.f |= ir, r;
  if ((e.f & Ir) === 0 && (e.f & Lr) === 0)
    throw r;
  Ct(r, e);
}
function Ct(r, e) {
  if (r === ls)
    throw r;
  if (!(e !== null && (e.f & Qe) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Gn) !== 0 && (e.f & (Qe | Xr)) === 0) {
        if ((e.f & Ir) === 0)
          throw r;
        try {
          e.b.error(r);
          return;
        } catch (t) {
          r = t;
        }
      }
      e = e.parent;
    }
    throw r;
  }
}
function wo(r) {
  Te === null && (Se === null && Ji(), Yi()), Zt && Ki();
}
function ko(r, e) {
  var t = e.last;
  t === null ? e.last = e.first = r : (t.next = r, r.prev = t, e.last = r);
}
function Qt(r, e) {
  var t = Te;
  t !== null && (t.f & st) !== 0 && (r |= st);
  var a = {
    ctx: it,
    deps: null,
    nodes: null,
    f: r | je | Pt,
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
  we?.register_created_effect(a);
  var s = a;
  if ((r & Lr) !== 0)
    Yr !== null ? Yr.push(a) : lr.ensure().schedule(a);
  else if (e !== null) {
    try {
      Cr(a);
    } catch (o) {
      throw ut(a), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & jr) === 0 && (s = s.first, (r & At) !== 0 && (r & yr) !== 0 && s !== null && (s.f |= yr));
  }
  if (s !== null && (s.parent = t, t !== null && ko(s, t), Se !== null && (Se.f & et) !== 0 && (r & or) === 0)) {
    var i = (
      /** @type {Derived} */
      Se
    );
    (i.effects ??= []).push(s);
  }
  return a;
}
function _a() {
  return Se !== null && !Nt;
}
function ga(r) {
  const e = Qt(Nn, null);
  return We(e, Ye), e.teardown = r, e;
}
function Yt(r) {
  wo();
  var e = (
    /** @type {Effect} */
    Te.f
  ), t = !Se && (e & Tt) !== 0 && it !== null && !it.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      it
    );
    (a.e ??= []).push(r);
  } else
    return Ts(r);
}
function Ts(r) {
  return Qt(Lr | Mi, r);
}
function xo(r) {
  lr.ensure();
  const e = Qt(or | jr, r);
  return (t = {}) => new Promise((a) => {
    t.outro ? mr(e, () => {
      ut(e), a(void 0);
    }) : (ut(e), a(void 0));
  });
}
function Pn(r) {
  return Qt(Lr, r);
}
function Eo(r) {
  return Qt(Nr | jr, r);
}
function Tn(r, e = 0) {
  return Qt(Nn | e, r);
}
function D(r, e = [], t = [], a = []) {
  so(a, e, t, (s) => {
    Qt(Nn, () => {
      r(...s.map(n));
    });
  });
}
function On(r, e = 0) {
  var t = Qt(At | e, r);
  return t;
}
function yt(r) {
  return Qt(Tt | jr, r);
}
function Os(r) {
  var e = r.teardown;
  if (e !== null) {
    const t = Zt, a = Se;
    Fa(!0), kt(null);
    try {
      e.call(null);
    } catch (s) {
      Ct(s, r.parent);
    } finally {
      Fa(t), kt(a);
    }
  }
}
function ma(r, e = !1) {
  var t = r.first;
  for (r.first = r.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Dr(() => {
      s.abort(tn);
    });
    var a = t.next;
    (t.f & or) !== 0 ? t.parent = null : ut(t, e), t = a;
  }
}
function So(r) {
  for (var e = r.first; e !== null; ) {
    var t = e.next;
    (e.f & Tt) === 0 && ut(e), e = t;
  }
}
function ut(r, e = !0) {
  var t = !1;
  (e || (r.f & Ai) !== 0) && r.nodes !== null && r.nodes.end !== null && (Ao(
    r.nodes.start,
    /** @type {TemplateNode} */
    r.nodes.end
  ), t = !0), r.f |= Xr, ma(r, e && !t), Qr(r, 0);
  var a = r.nodes && r.nodes.t;
  if (a !== null)
    for (const i of a)
      i.stop();
  Os(r), r.f ^= Xr, r.f |= Qe;
  var s = r.parent;
  s !== null && s.first !== null && Ls(r), r.next = r.prev = r.teardown = r.ctx = r.deps = r.fn = r.nodes = r.ac = r.b = null;
}
function Ao(r, e) {
  for (; r !== null; ) {
    var t = r === e ? null : /* @__PURE__ */ rn(r);
    r.remove(), r = t;
  }
}
function Ls(r) {
  var e = r.parent, t = r.prev, a = r.next;
  t !== null && (t.next = a), a !== null && (a.prev = t), e !== null && (e.first === r && (e.first = a), e.last === r && (e.last = t));
}
function mr(r, e, t = !0) {
  var a = [];
  r.f |= ca, $s(r, a, !0);
  var s = () => {
    t && ut(r), e && e();
  }, i = a.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of a)
      l.out(o);
  } else
    s();
}
function $s(r, e, t) {
  if ((r.f & st) === 0) {
    r.f ^= st;
    var a = r.nodes && r.nodes.t;
    if (a !== null)
      for (const l of a)
        (l.is_global || t) && e.push(l);
    for (var s = r.first; s !== null; ) {
      var i = s.next;
      if ((s.f & or) === 0) {
        var o = (s.f & yr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Tt) !== 0 && (r.f & At) !== 0;
        $s(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function kn(r) {
  r.f &= ~ca, Rs(r, !0);
}
function Rs(r, e) {
  if ((r.f & ca) === 0 && (r.f & st) !== 0) {
    r.f ^= st, (r.f & Ye) === 0 && (We(r, je), lr.ensure().schedule(r));
    for (var t = r.first; t !== null; ) {
      var a = t.next, s = (t.f & yr) !== 0 || (t.f & Tt) !== 0;
      Rs(t, s ? e : !1), t = a;
    }
    var i = r.nodes && r.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function ba(r, e) {
  if (r.nodes)
    for (var t = r.nodes.start, a = r.nodes.end; t !== null; ) {
      var s = t === a ? null : /* @__PURE__ */ rn(t);
      e.append(t), t = s;
    }
}
let Zt = !1;
function Fa(r) {
  Zt = r;
}
let Se = null, Nt = !1;
function kt(r) {
  Se = r;
}
let Te = null;
function Ft(r) {
  Te = r;
}
let Dt = null;
function Cs(r) {
  Se !== null && ((Se.f & mn) !== 0 || (Se.f & et) !== 0) && (Dt ??= /* @__PURE__ */ new Set()).add(r);
}
let lt = null, ft = 0, bt = null;
function Mo(r) {
  bt = r;
}
let Is = 1, gr = 0, br = gr;
function Ua(r) {
  br = r;
}
function js() {
  return ++Is;
}
function nn(r) {
  var e = r.f;
  if ((e & je) !== 0)
    return !0;
  if ((e & dt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      r.deps
    ), a = t.length, s = 0; s < a; s++) {
      var i = t[s];
      if (nn(
        /** @type {Derived} */
        i
      ) && ms(
        /** @type {Derived} */
        i
      ), i.wv > r.wv)
        return !0;
    }
    (e & Pt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Mt === null && We(r, Ye);
  }
  return !1;
}
function Ds(r, e, t = !0) {
  var a = r.reactions;
  if (a !== null && !(Dt !== null && Dt.has(r)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & et) !== 0 ? Ds(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? We(i, je) : (i.f & Ye) !== 0 && We(i, dt), pa(
        /** @type {Effect} */
        i
      ));
    }
}
function Fs(r) {
  var e = lt, t = ft, a = bt, s = Se, i = Dt, o = it, l = Nt, u = br, f = r.f;
  lt = /** @type {null | Value[]} */
  null, ft = 0, bt = null, Se = (f & (Tt | or)) === 0 ? r : null, Dt = null, $r(r.ctx), Nt = !1, br = ++gr, r.ac !== null && (Dr(() => {
    r.ac.abort(tn);
  }), r.ac = null);
  try {
    r.f |= mn;
    var h = (
      /** @type {Function} */
      r.fn
    ), p = h();
    r.f |= Ir;
    var b = Ha(r);
    if (ds() && bt !== null && !Nt && b !== null && (r.f & (et | dt | je)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      bt.length; d++)
        Ds(
          bt[d],
          /** @type {Effect} */
          r
        );
    if (s !== null && s !== r) {
      if (gr++, s.deps !== null)
        for (let y = 0; y < t; y += 1)
          s.deps[y].rv = gr;
      if (e !== null)
        for (const y of e)
          y.rv = gr;
      bt !== null && (a === null ? a = bt : a.push(.../** @type {Source[]} */
      bt));
    }
    return (r.f & ir) !== 0 && (r.f ^= ir), p;
  } catch (y) {
    return Ha(r), yo(y);
  } finally {
    r.f ^= mn, lt = e, ft = t, bt = a, Se = s, Dt = i, $r(o), Nt = l, br = u;
  }
}
function Ha(r) {
  var e = r.deps, t = we?.is_fork;
  if (lt !== null) {
    var a;
    if (t || Qr(r, ft), e !== null && ft > 0)
      for (e.length = ft + lt.length, a = 0; a < lt.length; a++)
        e[ft + a] = lt[a];
    else
      r.deps = e = lt;
    if (_a() && (r.f & Pt) !== 0)
      for (a = ft; a < e.length; a++)
        (e[a].reactions ??= []).push(r);
  } else !t && e !== null && ft < e.length && (Qr(r, ft), e.length = ft);
  return e;
}
function No(r, e) {
  let t = e.reactions;
  if (t !== null) {
    var a = ki.call(t, r);
    if (a !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[a] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & et) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (lt === null || !Gr.call(lt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Pt) !== 0 && (i.f ^= Pt), i.v !== Ke && da(i), i.ac !== null && Dr(() => {
      i.ac.abort(tn), i.ac = null, We(i, je);
    }), uo(i), Qr(i, 0);
  }
}
function Qr(r, e) {
  var t = r.deps;
  if (t !== null)
    for (var a = e; a < t.length; a++)
      No(r, t[a]);
}
function Cr(r) {
  var e = r.f;
  if ((e & Qe) === 0) {
    We(r, Ye);
    var t = Te;
    Te = r;
    try {
      (e & (At | as)) !== 0 ? So(r) : ma(r), Os(r);
      var a = Fs(r);
      r.teardown = typeof a == "function" ? a : null, r.wv = Is;
      var s;
    } finally {
      Te = t;
    }
  }
}
async function Po() {
  await Promise.resolve(), fo();
}
function n(r) {
  var e = r.f, t = (e & et) !== 0;
  if (Se !== null && !Nt) {
    var a = Te !== null && (Te.f & Qe) !== 0;
    if (!a && (Dt === null || !Dt.has(r))) {
      var s = Se.deps;
      if ((Se.f & mn) !== 0)
        r.rv < gr && (r.rv = gr, lt === null && s !== null && s[ft] === r ? ft++ : lt === null ? lt = [r] : lt.push(r));
      else {
        Se.deps ??= [], Gr.call(Se.deps, r) || Se.deps.push(r);
        var i = r.reactions;
        i === null ? r.reactions = [Se] : Gr.call(i, Se) || i.push(Se);
      }
    }
  }
  if (Zt && jt.has(r))
    return jt.get(r);
  if (t) {
    var o = (
      /** @type {Derived} */
      r
    );
    if (Zt) {
      var l = o.v;
      return ((o.f & Ye) === 0 && o.reactions !== null || Hs(o)) && (l = va(o)), jt.set(o, l), l;
    }
    var u = (o.f & Pt) === 0 && !Nt && Se !== null && (Se.f & Pt) !== 0, f = (o.f & Ir) === 0;
    nn(o) && (u && (o.f |= Pt), ms(o)), u && !f && (bs(o), Us(o));
  }
  if (Mt?.has(r))
    return Mt.get(r);
  if ((r.f & ir) !== 0)
    throw r.v;
  return r.v;
}
function Us(r) {
  if (r.f |= Pt, r.deps !== null)
    for (const t of r.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [r] : Gr.call(e, r) || e.push(r), (t.f & et) !== 0 && (t.f & Pt) === 0 && (bs(
        /** @type {Derived} */
        t
      ), Us(
        /** @type {Derived} */
        t
      ));
    }
}
function Hs(r) {
  if (r.v === Ke) return !0;
  if (r.deps === null) return !1;
  for (const e of r.deps)
    if (jt.has(e) || (e.f & et) !== 0 && Hs(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function ur(r) {
  var e = Nt;
  try {
    return Nt = !0, r();
  } finally {
    Nt = e;
  }
}
function To(r) {
  if (!(typeof r != "object" || !r || r instanceof EventTarget)) {
    if (Vt in r)
      ra(r);
    else if (!Array.isArray(r))
      for (let e in r) {
        const t = r[e];
        typeof t == "object" && t && Vt in t && ra(t);
      }
  }
}
function ra(r, e = /* @__PURE__ */ new Set()) {
  if (typeof r == "object" && r !== null && // We don't want to traverse DOM elements
  !(r instanceof EventTarget) && !e.has(r)) {
    e.add(r), r instanceof Date && r.getTime();
    for (let a in r)
      try {
        ra(r[a], e);
      } catch {
      }
    const t = ua(r);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const a = ts(t);
      for (let s in a) {
        const i = a[s].get;
        if (i)
          try {
            i.call(r);
          } catch {
          }
      }
    }
  }
}
const Oo = ["touchstart", "touchmove"];
function Lo(r) {
  return Oo.includes(r);
}
const Wr = /* @__PURE__ */ Symbol("events"), zs = /* @__PURE__ */ new Set(), na = /* @__PURE__ */ new Set();
function $o(r, e, t, a = {}) {
  function s(i) {
    if (a.capture || aa.call(e, i), !i.cancelBubble)
      return Dr(() => t?.call(this, i));
  }
  return r.startsWith("pointer") || r.startsWith("touch") || r === "wheel" ? (s.__removed = !1, Wt(() => {
    s.__removed || e.addEventListener(r, s, a);
  })) : e.addEventListener(r, s, a), s;
}
function De(r, e, t, a, s) {
  var i = { capture: a, passive: s }, o = $o(r, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && ga(() => {
    o.__removed = !0, e.removeEventListener(r, o, i);
  });
}
function ne(r, e, t) {
  (e[Wr] ??= {})[r] = t;
}
function Ot(r) {
  for (var e = 0; e < r.length; e++)
    zs.add(r[e]);
  for (var t of na)
    t(r);
}
let zn = null, Bn = !1;
function aa(r) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), a = r.type, s = r.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || r.target
  );
  zn = r, Bn || (Bn = !0, setTimeout(() => {
    Bn = !1, zn = null;
  }));
  var o = 0, l = zn === r && r[Wr];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      r[Wr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    u <= f && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || r.target, i !== e) {
    es(r, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var h = Se, p = Te;
    kt(null), Ft(null);
    try {
      for (var b, d = []; i !== null && i !== e; ) {
        try {
          var y = i[Wr]?.[a];
          y != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          r.target === i) && y.call(i, r);
        } catch (E) {
          b ? d.push(E) : b = E;
        }
        if (r.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (b) {
        for (let E of d)
          queueMicrotask(() => {
            throw E;
          });
        throw b;
      }
    } finally {
      r[Wr] = e, delete r.currentTarget, kt(h), Ft(p);
    }
  }
}
const Ro = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (r) => r
  })
);
function Co(r) {
  return (
    /** @type {string} */
    Ro?.createHTML(r) ?? r
  );
}
function Bs(r) {
  var e = bo("template");
  return e.innerHTML = Co(r.replaceAll("<!>", "<!---->")), e.content;
}
function en(r, e) {
  var t = (
    /** @type {Effect} */
    Te
  );
  t.nodes === null && (t.nodes = { start: r, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function k(r, e) {
  var t = (e & Fi) !== 0, a = (e & Ui) !== 0, s, i = !r.startsWith("<!>");
  return () => {
    s === void 0 && (s = Bs(i ? r : "<!>" + r), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ kr(s)));
    var o = (
      /** @type {TemplateNode} */
      a || As ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ kr(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      en(l, u);
    } else
      en(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Io(r, e, t = "svg") {
  var a = !r.startsWith("<!>"), s = `<${t}>${a ? r : "<!>" + r}</${t}>`, i;
  return () => {
    if (!i) {
      var o = (
        /** @type {DocumentFragment} */
        Bs(s)
      ), l = (
        /** @type {Element} */
        /* @__PURE__ */ kr(o)
      );
      i = /** @type {Element} */
      /* @__PURE__ */ kr(l);
    }
    var u = (
      /** @type {TemplateNode} */
      i.cloneNode(!0)
    );
    return en(u, u), u;
  };
}
// @__NO_SIDE_EFFECTS__
function qs(r, e) {
  return /* @__PURE__ */ Io(r, e, "svg");
}
function jo(r = "") {
  {
    var e = Kt(r + "");
    return en(e, e), e;
  }
}
function xr() {
  var r = document.createDocumentFragment(), e = document.createComment(""), t = Kt();
  return r.append(e, t), en(e, t), r;
}
function g(r, e) {
  r !== null && r.before(
    /** @type {Node} */
    e
  );
}
function Do(r) {
  let e = 0, t = wr(0), a;
  return () => {
    _a() && (n(t), Tn(() => (e === 0 && (a = ur(() => r(() => Jr(t)))), e += 1, () => {
      Wt(() => {
        e -= 1, e === 0 && (a?.(), a = void 0, Jr(t));
      });
    })));
  };
}
var Fo = yr | jr;
function Uo(r, e, t, a) {
  new Ho(r, e, t, a);
}
class Ho {
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
  #v = 0;
  #u = 0;
  #h = !1;
  /** @type {Map<Effect, number>} */
  #g = /* @__PURE__ */ new Map();
  /**
   * A source containing the number of pending async deriveds/expressions.
   * Only created if `$effect.pending()` is used inside the boundary,
   * otherwise updating the source results in needless `Batch.ensure()`
   * calls followed by no-op flushes
   * @type {Source<number> | null}
   */
  #c = null;
  #p = Do(() => (this.#c = wr(this.#v), () => {
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
        Te
      );
      o.b = this, o.f |= Gn, a(i);
    }, this.parent = /** @type {Effect} */
    Te.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#a = On(() => {
      this.#y();
    }, Fo);
  }
  #b() {
    try {
      this.#s = yt(() => this.#n(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: a, invoke_onerror: s } = this.#m(e);
    Wt(s), t && (this.#i = yt(() => {
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
          qi();
          return;
        }
        t = !0, a && to(), this.#i !== null && mr(this.#i, () => {
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
          Ct(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & (Qe | Xr)) !== 0;
  }
  #_() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = yt(() => e(this.#e)), Wt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), a = Kt(), s = !1;
        if (t.append(a), this.#s = this.#w(() => {
          try {
            return yt(() => this.#n(a));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              Ct(o, this.#a.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            we
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, mr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#d(
          /** @type {Batch} */
          we
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = yt(() => {
        this.#n(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        ba(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = yt(() => t(this.#e));
      } else
        this.#d(
          /** @type {Batch} */
          we
        );
    } catch (t) {
      this.error(t);
    }
  }
  /**
   * @param {Batch} batch
   */
  #d(e) {
    this.is_pending = !1, e.transfer_reactions(this.#g);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    hs(e, this.#g);
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
    var t = Te, a = Se, s = it;
    Ft(this.#a), kt(this.#a), $r(this.#a.ctx);
    try {
      return lr.ensure(), e();
    } finally {
      Ft(t), kt(a), $r(s);
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
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && mr(this.#o, () => {
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
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Wt(() => {
      this.#h = !1, this.#c && Rr(this.#c, this.#v);
    }));
  }
  get_effect_pending() {
    return this.#p(), n(
      /** @type {Source<number>} */
      this.#c
    );
  }
  /** @param {unknown} error */
  error(e) {
    if (e === ls || !this.#t.onerror && !this.#t.failed)
      throw e;
    we?.is_fork ? (this.#s && we.skip_effect(this.#s), this.#o && we.skip_effect(this.#o), this.#i && we.skip_effect(this.#i), we.oncommit(() => {
      this.#f() || this.#E(e);
    })) : this.#E(e);
  }
  /**
   * @param {unknown} error
   */
  #E(e) {
    this.#s && (ut(this.#s), this.#s = null), this.#o && (ut(this.#o), this.#o = null), this.#i && (ut(this.#i), this.#i = null);
    let t = this.#t.failed;
    const a = (s) => {
      if (this.#f()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#f() && (this.#i = this.#w(() => {
        try {
          return yt(() => {
            var l = (
              /** @type {Effect} */
              Te
            );
            l.b = this, l.f |= Gn, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return Ct(
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
          Ct(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => Ct(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function O(r, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (r[Qn] ??= r.nodeValue) && (r[Qn] = t, r.nodeValue = `${t}`);
}
function zo(r, e) {
  return Bo(r, e);
}
const un = /* @__PURE__ */ new Map();
function Bo(r, { target: e, anchor: t, props: a = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  go();
  var u = void 0, f = xo(() => {
    var h = t ?? e.appendChild(Kt());
    Uo(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (d) => {
        ht({});
        var y = (
          /** @type {ComponentContext} */
          it
        );
        i && (y.c = i), s && (a.$$events = s), u = r(d, a) || fa(), pt();
      },
      l
    );
    var p = /* @__PURE__ */ new Set(), b = (d) => {
      for (var y = 0; y < d.length; y++) {
        var E = d[y];
        if (!p.has(E)) {
          p.add(E);
          var _ = Lo(E);
          for (const L of [e, document]) {
            var N = un.get(L);
            N === void 0 && (N = /* @__PURE__ */ new Map(), un.set(L, N));
            var T = N.get(E);
            T === void 0 ? (L.addEventListener(E, aa, { passive: _ }), N.set(E, 1)) : N.set(E, T + 1);
          }
        }
      }
    };
    return b(Mn(zs)), na.add(b), () => {
      for (var d of p)
        for (const _ of [e, document]) {
          var y = (
            /** @type {Map<string, number>} */
            un.get(_)
          ), E = (
            /** @type {number} */
            y.get(d)
          );
          --E == 0 ? (_.removeEventListener(d, aa), y.delete(d), y.size === 0 && un.delete(_)) : y.set(d, E);
        }
      na.delete(b), h !== t && h.parentNode?.removeChild(h);
    };
  });
  return sa.set(u, f), u;
}
let sa = /* @__PURE__ */ new WeakMap();
function qo(r, e) {
  const t = sa.get(r);
  return t ? (sa.delete(r), t(e)) : Promise.resolve();
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
        kn(a), this.#n.delete(t);
      else {
        var s = this.#t.get(t);
        s && (kn(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), a = s.effect);
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
            ba(o, f), f.append(Kt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            ut(o);
          this.#n.delete(i), this.#r.delete(i);
        };
        this.#a || !a ? (this.#n.add(i), mr(o, l, !1)) : l();
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
      we
    ), s = Ps();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Kt();
        i.append(o), this.#t.set(e, {
          effect: yt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          yt(() => t(this.anchor))
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
function B(r, e, t = !1) {
  var a = new Ws(r), s = t ? yr : 0;
  function i(o, l) {
    a.ensure(o, l);
  }
  On(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
function ze(r, e) {
  return e;
}
function Wo(r, e, t) {
  for (var a = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let p = e[l];
    mr(
      p,
      () => {
        if (i) {
          if (i.pending.delete(p), i.done.add(p), i.pending.size === 0) {
            var b = (
              /** @type {Set<EachOutroGroup>} */
              r.outrogroups
            );
            ia(r, Mn(i.done)), b.delete(i), b.size === 0 && (r.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var u = a.length === 0 && t !== null && r.pending.size === 0;
    if (u) {
      var f = (
        /** @type {Element} */
        t
      ), h = (
        /** @type {Element} */
        f.parentNode
      );
      mo(h), h.append(f), r.items.clear();
    }
    ia(r, e, !u);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (r.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function ia(r, e, t = !0) {
  var a;
  if (r.pending.size > 0) {
    a = /* @__PURE__ */ new Set();
    for (const o of r.pending.values())
      for (const l of o)
        a.add(
          /** @type {EachItem} */
          r.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (a?.has(i)) {
      i.f |= It;
      const o = document.createDocumentFragment();
      ba(i, o);
    } else
      ut(e[s], t);
  }
}
var za;
function Ne(r, e, t, a, s, i = null) {
  var o = r, l = /* @__PURE__ */ new Map(), u = (e & os) !== 0;
  if (u) {
    var f = (
      /** @type {Element} */
      r
    );
    o = f.appendChild(Kt());
  }
  var h = null, p = /* @__PURE__ */ gs(() => {
    var T = t();
    return (
      /** @type {V[]} */
      An(T) ? T : T == null ? [] : Mn(T)
    );
  }), b = /* @__PURE__ */ new Map(), d = !0;
  function y(T) {
    if ((N.effect.f & Qe) === 0) {
      N.pending.delete(T);
      var L = n(p);
      N.fallback = h, Vo(N, L, o, e, a), h !== null && (L.length === 0 ? (h.f & It) === 0 ? kn(h) : (h.f ^= It, Vr(h, null, o)) : mr(h, () => {
        h = null;
      }));
    }
  }
  function E(T) {
    N.pending.delete(T);
  }
  var _ = On(() => {
    for (var T = (
      /** @type {V[]} */
      n(p)
    ), L = T.length, z = /* @__PURE__ */ new Set(), ue = (
      /** @type {Batch} */
      we
    ), J = Ps(), x = 0; x < L; x += 1) {
      var F = T[x], ae = a(F, x), M = d ? null : l.get(ae);
      M ? (M.v && Rr(M.v, F), M.i && Rr(M.i, x), J && ue.unskip_effect(M.e)) : (M = Ko(
        l,
        d ? o : za ??= Kt(),
        F,
        ae,
        x,
        s,
        e,
        t
      ), d || (M.e.f |= It), l.set(ae, M)), z.add(ae);
    }
    if (L === 0 && i && !h && (d ? h = yt(() => i(o)) : (h = yt(() => i(za ??= Kt())), h.f |= It)), L > z.size && Vi(), !d)
      if (b.set(ue, z), J) {
        for (const [j, X] of l)
          z.has(j) || ue.skip_effect(X.e);
        ue.oncommit(y), ue.ondiscard(E);
      } else
        y(ue);
    n(p);
  }), N = { effect: _, items: l, pending: b, outrogroups: null, fallback: h };
  d = !1;
}
function Hr(r) {
  for (; r !== null && (r.f & Tt) === 0; )
    r = r.next;
  return r;
}
function Vo(r, e, t, a, s) {
  var i = (a & $i) !== 0, o = e.length, l = r.items, u = Hr(r.effect.first), f, h = null, p, b = [], d = [], y, E, _, N;
  if (i)
    for (N = 0; N < o; N += 1)
      y = e[N], E = s(y, N), _ = /** @type {EachItem} */
      l.get(E).e, (_.f & It) === 0 && (_.nodes?.a?.measure(), (p ??= /* @__PURE__ */ new Set()).add(_));
  for (N = 0; N < o; N += 1) {
    if (y = e[N], E = s(y, N), _ = /** @type {EachItem} */
    l.get(E).e, r.outrogroups !== null)
      for (const M of r.outrogroups)
        M.pending.delete(_), M.done.delete(_);
    if ((_.f & st) !== 0 && (kn(_), i && (_.nodes?.a?.unfix(), (p ??= /* @__PURE__ */ new Set()).delete(_))), (_.f & It) !== 0)
      if (_.f ^= It, _ === u)
        Vr(_, null, t);
      else {
        var T = h ? h.next : u;
        _ === r.effect.last && (r.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), ar(r, h, _), ar(r, _, T), Vr(_, T, t), h = _, b = [], d = [], u = Hr(h.next);
        continue;
      }
    if (_ !== u) {
      if (f !== void 0 && f.has(_)) {
        if (b.length < d.length) {
          var L = d[0], z;
          h = L.prev;
          var ue = b[0], J = b[b.length - 1];
          for (z = 0; z < b.length; z += 1)
            Vr(b[z], L, t);
          for (z = 0; z < d.length; z += 1)
            f.delete(d[z]);
          ar(r, ue.prev, J.next), ar(r, h, ue), ar(r, J, L), u = L, h = J, N -= 1, b = [], d = [];
        } else
          f.delete(_), Vr(_, u, t), ar(r, _.prev, _.next), ar(r, _, h === null ? r.effect.first : h.next), ar(r, h, _), h = _;
        continue;
      }
      for (b = [], d = []; u !== null && u !== _; )
        (f ??= /* @__PURE__ */ new Set()).add(u), d.push(u), u = Hr(u.next);
      if (u === null)
        continue;
    }
    (_.f & It) === 0 && b.push(_), h = _, u = Hr(_.next);
  }
  if (r.outrogroups !== null) {
    for (const M of r.outrogroups)
      M.pending.size === 0 && (ia(r, Mn(M.done)), r.outrogroups?.delete(M));
    r.outrogroups.size === 0 && (r.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var x = [];
    if (f !== void 0)
      for (_ of f)
        (_.f & st) === 0 && x.push(_);
    for (; u !== null; )
      (u.f & st) === 0 && u !== r.fallback && x.push(u), u = Hr(u.next);
    var F = x.length;
    if (F > 0) {
      var ae = (a & os) !== 0 && o === 0 ? t : null;
      if (i) {
        for (N = 0; N < F; N += 1)
          x[N].nodes?.a?.measure();
        for (N = 0; N < F; N += 1)
          x[N].nodes?.a?.fix();
      }
      Wo(r, x, ae);
    }
  }
  i && Wt(() => {
    if (p !== void 0)
      for (_ of p)
        _.nodes?.a?.apply();
  });
}
function Ko(r, e, t, a, s, i, o, l) {
  var u = (o & Oi) !== 0 ? (o & Ri) === 0 ? /* @__PURE__ */ ho(t, !1, !1) : wr(t) : null, f = (o & Li) !== 0 ? wr(s) : null;
  return {
    v: u,
    i: f,
    e: yt(() => (i(e, u ?? t, f ?? s, l), () => {
      r.delete(a);
    }))
  };
}
function Vr(r, e, t) {
  if (r.nodes)
    for (var a = r.nodes.start, s = r.nodes.end, i = e && (e.f & It) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; a !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ rn(a)
      );
      if (i.before(a), a === s)
        return;
      a = o;
    }
}
function ar(r, e, t) {
  e === null ? r.effect.first = t : e.next = t, t === null ? r.effect.last = e : t.prev = e;
}
function Yo(r, e, ...t) {
  var a = new Ws(r);
  On(() => {
    const s = e() ?? null;
    a.ensure(s, s && ((i) => s(i, ...t)));
  }, yr);
}
function Jo(r, e, t) {
  Pn(() => {
    var a = ur(() => e(r, t?.()) || {});
    if (t && a?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      Tn(() => {
        var o = t();
        To(o), s && cs(i, o) && (i = o, a.update(o));
      }), s = !0;
    }
    if (a?.destroy)
      return () => (
        /** @type {Function} */
        a.destroy()
      );
  });
}
const Ba = [...` 	
\r\f \v\uFEFF`];
function Go(r, e, t) {
  var a = r == null ? "" : "" + r;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        a = a ? a + " " + s : s;
      else if (a.length)
        for (var i = s.length, o = 0; (o = a.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || Ba.includes(a[o - 1])) && (l === a.length || Ba.includes(a[l])) ? a = (o === 0 ? "" : a.substring(0, o)) + a.substring(l + 1) : o = l;
        }
  }
  return a === "" ? null : a;
}
function qa(r, e = !1) {
  var t = e ? " !important;" : ";", a = "";
  for (var s of Object.keys(r)) {
    var i = r[s];
    i != null && i !== "" && (a += " " + s + ": " + i + t);
  }
  return a;
}
function Xo(r, e) {
  if (e) {
    var t = "", a, s;
    return Array.isArray(e) ? (a = e[0], s = e[1]) : a = e, a && (t += qa(a)), s && (t += qa(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(r);
}
function Jt(r, e, t, a, s, i) {
  var o = (
    /** @type {any} */
    r[Xn]
  );
  if (o !== t || o === void 0) {
    var l = Go(t, a, i);
    l == null ? r.removeAttribute("class") : r.className = l, r[Xn] = t;
  } else if (i && s !== i)
    for (var u in i) {
      var f = !!i[u];
      (s == null || f !== !!s[u]) && r.classList.toggle(u, f);
    }
  return i;
}
function qn(r, e = {}, t, a) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? r.style.removeProperty(s) : r.style.setProperty(s, i, a));
  }
}
function Je(r, e, t, a) {
  var s = (
    /** @type {any} */
    r[Zn]
  );
  if (s !== e) {
    var i = Xo(e, a);
    i == null ? r.removeAttribute("style") : r.style.cssText = i, r[Zn] = e;
  } else a && (Array.isArray(a) ? (qn(r, t?.[0], a[0]), qn(r, t?.[1], a[1], "important")) : qn(r, t, a));
  return a;
}
function Zo(r, e) {
  e ? r.hasAttribute("selected") || r.setAttribute("selected", "") : r.removeAttribute("selected");
}
function Qo(r, e) {
  var t = r.__defaultValue, a = r.multiple, s = a ? t ?? [] : null;
  if (!(a && !An(s))) {
    r.selectedIndex;
    for (var i of r.options) {
      var o = Tr(i);
      Zo(
        i,
        a ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Ss(o, t)
      );
    }
  }
}
function ya(r, e, t = !1) {
  if (r.multiple) {
    if (e == null)
      return;
    if (!An(e))
      return Bi();
    for (var a of r.options)
      a.selected = e.includes(Tr(a));
    return;
  }
  for (a of r.options) {
    var s = Tr(a);
    if (Ss(s, e)) {
      a.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (r.selectedIndex = -1);
}
function St(r) {
  var e = new MutationObserver((t) => {
    t.every(el) || ("__defaultValue" in r && Qo(r), "__value" in r && ya(r, r.__value));
  });
  e.observe(r, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), ga(() => {
    e.disconnect();
  });
}
function $t(r, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet(), s = !0;
  ps(r, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (r.multiple)
      l = [].map.call(r.querySelectorAll(o), Tr);
    else {
      var u = r.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      r.querySelector("option:not([disabled])");
      l = u && Tr(u);
    }
    t(l), r.__value = l, we !== null && a.add(we);
  }), Pn(() => {
    var i = e();
    if (r === document.activeElement) {
      var o = (
        /** @type {Batch} */
        we
      );
      if (a.has(o))
        return;
    }
    if (ya(r, i, s), s && i === void 0) {
      var l = r.querySelector(":checked");
      l !== null && (i = Tr(l), t(i));
    }
    r.__value = i, s = !1;
  });
}
function Tr(r) {
  return "__value" in r ? r.__value : r.value;
}
function el(r) {
  if (
    /** @type {Element} */
    r.target.closest("selectedcontent") !== null
  )
    return !0;
  if (r.type === "childList") {
    var e = [...r.addedNodes, ...r.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const tl = /* @__PURE__ */ Symbol("is custom element"), rl = /* @__PURE__ */ Symbol("is html"), nl = Ti ? "progress" : "PROGRESS";
function Vs(r, e) {
  var t = wa(r);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  r.value === e && (e !== 0 || r.nodeName !== nl) || (r.value = e ?? "");
}
function al(r, e) {
  var t = wa(r);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (r.checked = e);
}
function ce(r, e, t, a) {
  var s = wa(r), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (r[Pi] = t), t == null ? r.removeAttribute(e) : typeof t != "string" && sl(r).has(e) ? r[e] = t : r.setAttribute(e, t));
}
function wa(r) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    r[is] ??= {
      [tl]: r.nodeName.includes("-"),
      [rl]: r.namespaceURI === Hi
    }
  );
}
var Wa = /* @__PURE__ */ new Map();
function sl(r) {
  var e = r.getAttribute("is") || r.nodeName, t = Wa.get(e);
  if (t) return t;
  Wa.set(e, t = /* @__PURE__ */ new Set());
  for (var a, s = r, i = Element.prototype; i !== s; ) {
    a = ts(s);
    for (var o in a)
      a[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = ua(s);
  }
  return t;
}
function wt(r, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet();
  ps(r, "input", async (s) => {
    var i = s ? r.defaultValue : r.value;
    if (i = Wn(r) ? Vn(i) : i, t(i), we !== null && a.add(we), await Po(), i !== (i = e())) {
      var o = r.selectionStart, l = r.selectionEnd, u = r.value.length;
      if (r.value = i ?? "", l !== null) {
        var f = r.value.length;
        o === l && l === u && f > u ? (r.selectionStart = f, r.selectionEnd = f) : (r.selectionStart = o, r.selectionEnd = Math.min(l, f));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  ur(e) == null && r.value && (t(Wn(r) ? Vn(r.value) : r.value), we !== null && a.add(we)), Tn(() => {
    var s = e();
    if (r === document.activeElement) {
      var i = (
        /** @type {Batch} */
        we
      );
      if (a.has(i))
        return;
    }
    Wn(r) && s === Vn(r.value) || r.type === "date" && !s && !r.value || s !== r.value && (r.value = s ?? "");
  });
}
function Wn(r) {
  var e = r.type;
  return e === "number" || e === "range";
}
function Vn(r) {
  return r === "" ? null : +r;
}
class ka {
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
          ka.entries.set(t.target, t);
          for (var a of this.#e.get(t.target) || [])
            a(t);
        }
      }
    ));
  }
}
var il = /* @__PURE__ */ new ka({
  box: "border-box"
});
function xa(r, e, t) {
  var a = il.observe(r, () => t(r[e]));
  Pn(() => (ur(() => t(r[e])), a));
}
function Kn(r, e) {
  return r === e || r?.[Vt] === e;
}
function an(r = fa(), e, t, a) {
  var s = (
    /** @type {ComponentContext} */
    it.r
  ), i = (
    /** @type {Effect} */
    Te
  );
  return Pn(() => {
    var o, l;
    return Tn(() => {
      o = l, l = [], ur(() => {
        Kn(t(...l), r) || (e(r, ...l), o && Kn(t(...o), r) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & Xr; )
        u = u.parent;
      const f = () => {
        l && Kn(t(...l), r) && e(null, ...l);
      }, h = u.teardown;
      u.teardown = () => {
        f(), h?.();
      };
    };
  }), r;
}
let cn = !1;
function ol(r) {
  var e = cn;
  try {
    return cn = !1, [r(), cn];
  } finally {
    cn = e;
  }
}
function qe(r, e, t, a) {
  var s = !0, i = (t & ji) !== 0, o = (t & Di) !== 0, l = (
    /** @type {V} */
    a
  ), u = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ Zr(
    /** @type {() => V} */
    a
  ), n(f)) : (u && (u = !1, l = o ? ur(
    /** @type {() => V} */
    a
  ) : (
    /** @type {V} */
    a
  )), l);
  let p;
  if (i) {
    var b = Vt in r || Ni in r;
    p = Mr(r, e)?.set ?? (b && e in r ? (z) => r[e] = z : void 0);
  }
  var d, y = !1;
  i ? [d, y] = ol(() => (
    /** @type {V} */
    r[e]
  )) : d = /** @type {V} */
  r[e], d === void 0 && a !== void 0 && (d = h(), p && (Xi(), p(d)));
  var E;
  if (E = () => {
    var z = (
      /** @type {V} */
      r[e]
    );
    return z === void 0 ? h() : (u = !0, z);
  }, (t & Ii) === 0)
    return E;
  if (p) {
    var _ = r.$$legacy;
    return (
      /** @type {() => V} */
      (function(z, ue) {
        return arguments.length > 0 ? ((!ue || _ || y) && p(ue ? E() : z), z) : E();
      })
    );
  }
  var N = !1, T = ((t & Ci) !== 0 ? Zr : gs)(() => (N = !1, E()));
  i && n(T);
  var L = (
    /** @type {Effect} */
    Te
  );
  return (
    /** @type {() => V} */
    (function(z, ue) {
      if (arguments.length > 0) {
        const J = ue ? n(T) : i ? _r(z) : z;
        return S(T, J), N = !0, l !== void 0 && (l = J), z;
      }
      return Zt && N || (L.f & Qe) !== 0 ? T.v : n(T);
    })
  );
}
const ll = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(ll);
const Ks = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], Ys = [16250871, 10209764, 3903428, 742815, 340060], Js = [16250871, 16630669, 15761203, 12536332, 7022086];
function Or(r, e) {
  return Array.from({ length: e }, (t, a) => {
    const s = a / (e - 1) * (r.length - 1), i = Math.min(Math.floor(s), r.length - 2), o = s - i, l = (u) => Math.round((r[i] >> u & 255) * (1 - o) + (r[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ln = 128, ul = Or(Ks, Ln), cl = Or(Ys, Ln), fl = Or(Js, Ln);
function Ut(r, e) {
  if (Number.isNaN(r)) return "transparent";
  const t = Math.min(1, Math.abs(r)), a = Math.round(t * (Ln - 1));
  return e ? r < 0 ? cl[a] : fl[a] : ul[a];
}
const oa = (r, e) => e ? Math.abs(r) > 0.55 ? "#fff" : "#111" : r > 0.62 ? "#111" : "#fff", dl = (r) => `linear-gradient(90deg, ${(r ? [...Or(Ys, 9).reverse(), ...Or(Js, 9)] : Or(Ks, 17)).join(",")})`, Gt = (r) => r >= 0.9995 ? "100%" : r >= 0.1 ? `${(100 * r).toFixed(0)}%` : r >= 5e-4 ? `${(100 * r).toFixed(r >= 0.01 ? 1 : 2)}%` : "<0.1%", Xt = (r) => Number.isNaN(r) ? "–" : Math.abs(r) >= 100 ? r.toFixed(0) : Math.abs(r) >= 1 ? r.toFixed(2) : r.toFixed(3), sr = (r) => (r > 0 ? "+" : r < 0 ? "−" : "") + Xt(Math.abs(r)), vt = (r) => r.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var vl = /* @__PURE__ */ k("<option> </option>"), hl = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), pl = /* @__PURE__ */ k('<figure><img/><button type="button">×</button></figure>'), _l = /* @__PURE__ */ k('<p class="turn"><b> </b> </p>'), gl = /* @__PURE__ */ k('<button type="button">stop</button>'), ml = /* @__PURE__ */ k('<button type="button" class="link">new chat</button>'), bl = /* @__PURE__ */ k('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), yl = /* @__PURE__ */ k('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), wl = /* @__PURE__ */ k('<p class="fine"> </p>'), kl = /* @__PURE__ */ k("<h2> </h2> <!>", 1), xl = /* @__PURE__ */ k('<span class="hidden"> </span>'), El = /* @__PURE__ */ k('<button type="button"> <!></button>'), Sl = /* @__PURE__ */ k('<span class="fine"> </span>'), Al = /* @__PURE__ */ k('<button type="button" class="link">go on</button>'), Ml = /* @__PURE__ */ k('<button type="button"><span> </span><small> </small></button>'), Nl = /* @__PURE__ */ k('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Pl = /* @__PURE__ */ k('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Tl = /* @__PURE__ */ k('<section aria-label="Ask"><!> <!></section>');
function Ol(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ $(!1), s = /* @__PURE__ */ $(!1), i = /* @__PURE__ */ $(void 0);
  const o = /* @__PURE__ */ U(() => t().study?.answer.find((_) => _.position === t().at && _.token.id === t().target?.id) ?? t().study?.answer.find((_) => _.position === t().at));
  function l(_) {
    _.preventDefault(), S(s, !1);
    const N = [..._.dataTransfer?.files ?? []];
    N.length && t().addFiles(N, t().example !== null);
  }
  function u(_) {
    const N = [..._.clipboardData?.files ?? []];
    N.length && t().addFiles(N, t().example !== null);
  }
  var f = Tl();
  De("paste", wn, u);
  let h;
  var p = w(f);
  {
    var b = (_) => {
      var N = yl(), T = Le(N), L = w(T), z = c(w(L));
      Ne(z, 21, () => t().models, ze, (P, Z) => {
        var W = vl(), ee = V(W, !0), re = {};
        D(() => {
          O(ee, n(Z).name), re !== (re = n(Z).name) && (W.value = (W.__value = re) ?? "");
        }), g(P, W);
      }), St(z);
      var ue = c(L, 2);
      {
        var J = (P) => {
          var Z = hl(), W = w(Z), ee = c(W, 2), re = V(ee), se = c(ee, 2);
          D(() => {
            W.disabled = !t().example, O(re, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), se.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ne("click", W, () => t().takeExample(t().example - 1)), ne("click", ee, () => t().takeExample(t().example ?? 0)), ne("click", se, () => t().takeExample((t().example ?? -1) + 1)), g(P, Z);
        };
        B(ue, (P) => {
          t().info?.examples && P(J);
        });
      }
      var x = c(T, 2), F = w(x);
      Ne(F, 19, () => t().uploads, (P, Z) => P.id + Z, (P, Z, W) => {
        var ee = pl(), re = w(ee), se = c(re);
        D(
          (ge) => {
            ce(re, "src", ge), ce(re, "alt", `Image ${n(W) + 1}, ${n(Z).width ?? ""} x ${n(Z).height ?? ""}${n(Z).frames ? `, ${n(Z).frames.length} frames` : ""}`), ce(se, "aria-label", `Remove image ${n(W) + 1}`);
          },
          [() => t().source.imageUrl(n(Z).id)]
        ), ne("click", se, () => {
          t().uploads = t().uploads.filter((ge, ke) => ke !== n(W)), t().example = null;
        }), g(P, ee);
      });
      var ae = c(F, 2), M = c(ae, 2);
      an(M, (P) => S(i, P), () => n(i));
      var j = c(x, 2);
      Ne(j, 17, () => t().earlier, ze, (P, Z) => {
        var W = _l(), ee = w(W), re = V(ee, !0), se = c(ee);
        D(
          (ge) => {
            O(re, n(Z).role), O(se, ` ${ge ?? ""}`);
          },
          [
            () => n(Z).content.map((ge) => ge.type === "text" ? ge.text : `[${ge.type}]`).join(" ")
          ]
        ), g(P, W);
      });
      var X = c(j, 2), fe = c(w(X), 2), K = c(fe, 2), pe = c(w(K), 2);
      {
        var Y = (P) => {
          var Z = gl();
          ne("click", Z, () => t().halt()), g(P, Z);
        };
        B(pe, (P) => {
          t().study?.answering && P(Y);
        });
      }
      var te = c(pe, 2), R = c(te, 2);
      {
        var C = (P) => {
          var Z = ml();
          ne("click", Z, () => {
            t().earlier = [];
          }), g(P, Z);
        };
        B(R, (P) => {
          t().earlier.length && P(C);
        });
      }
      var q = c(K, 2);
      {
        var oe = (P) => {
          var Z = bl(), W = w(Z), ee = c(w(W)), re = c(W, 2), se = c(w(re)), ge = c(re, 2), ke = c(w(ge)), Ce = c(ge, 2), Ae = c(w(Ce));
          wt(ee, () => t().system, (v) => t().system = v), wt(se, () => t().prefill, (v) => t().prefill = v), wt(ke, () => t().temperature, (v) => t().temperature = v), wt(Ae, () => t().maxNew, (v) => t().maxNew = v), g(P, Z);
        };
        B(q, (P) => {
          n(a) && P(oe);
        });
      }
      D(() => {
        ce(M, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), ce(te, "aria-expanded", n(a));
      }), ne("change", z, () => {
        t().example = null, t().info?.examples && t().takeExample(0, !1);
      }), $t(z, () => t().model, (P) => t().model = P), ne("click", ae, () => n(i)?.click()), ne("change", M, (P) => {
        t().addFiles([...P.currentTarget.files ?? []], t().example !== null), P.currentTarget.value = "";
      }), De("submit", X, (P) => {
        P.preventDefault(), t().ask();
      }), ne("keydown", fe, (P) => {
        P.key === "Enter" && !P.shiftKey && (P.preventDefault(), t().ask());
      }), wt(fe, () => t().question, (P) => t().question = P), ne("click", te, () => S(a, !n(a))), g(_, N);
    }, d = (_) => {
      var N = kl(), T = Le(N), L = V(T, !0), z = c(T, 2);
      {
        var ue = (J) => {
          var x = wl(), F = V(x, !0);
          D(() => O(F, t().text)), g(J, x);
        };
        B(z, (J) => {
          t().text && J(ue);
        });
      }
      D(() => O(L, t().title)), g(_, N);
    };
    B(p, (_) => {
      t().source.kind === "server" ? _(b) : t().title && _(d, 1);
    });
  }
  var y = c(p, 2);
  {
    var E = (_) => {
      var N = Pl(), T = Le(N), L = w(T);
      Ne(L, 21, () => t().study.answer, ze, (M, j) => {
        var X = El();
        let fe;
        var K = w(X), pe = c(K);
        {
          var Y = (te) => {
            var R = xl(), C = V(R);
            D(() => O(C, `end of the answer (${n(j).token.text ?? ""})`)), g(te, R);
          };
          B(pe, (te) => {
            n(j).ends && te(Y);
          });
        }
        D(
          (te) => {
            fe = Jt(X, 1, "answer-token", null, fe, { ends: n(j).ends }), ce(X, "aria-pressed", t().at === n(j).position && t().target?.id === n(j).token.id), ce(X, "title", `chosen after token ${n(j).position ?? ""}`), O(K, te);
          },
          [() => n(j).ends ? "■" : vt(n(j).token.text)]
        ), ne("click", X, () => t().lookAt(n(j))), g(M, X);
      });
      var z = c(L, 2);
      {
        var ue = (M) => {
          var j = Sl(), X = V(j, !0);
          D((fe) => O(X, fe), [
            () => t().study.answer.filter((fe) => !fe.ends).map((fe) => fe.token.text).join("").trim() === t().truth ? "right" : `the truth is ${t().truth}`
          ]), g(M, j);
        };
        B(z, (M) => {
          t().truth !== null && M(ue);
        });
      }
      var J = c(z, 2);
      {
        var x = (M) => {
          var j = Al();
          ne("click", j, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), g(M, j);
        };
        B(J, (M) => {
          t().source.kind === "server" && !t().study.answering && M(x);
        });
      }
      var F = c(T, 2);
      {
        var ae = (M) => {
          var j = Nl();
          Ne(j, 21, () => n(o).top.slice(0, 5), (X) => X.id, (X, fe) => {
            var K = Ml();
            let pe;
            var Y = w(K), te = V(Y, !0), R = c(Y), C = V(R, !0);
            D(
              (q, oe) => {
                ce(K, "aria-pressed", t().target?.id === n(fe).id), pe = Je(K, "", pe, { "--share": `${100 * n(fe).p}%` }), O(te, q), O(C, oe);
              },
              [() => vt(n(fe).text), () => Gt(n(fe).p)]
            ), ne("click", K, () => t().target = { id: n(fe).id, text: n(fe).text }), g(X, K);
          }), g(M, j);
        };
        B(F, (M) => {
          n(o) && M(ae);
        });
      }
      g(_, N);
    };
    B(y, (_) => {
      t().study?.answer.length && _(E);
    });
  }
  D(() => h = Jt(f, 1, "card ask", null, h, { dragged: n(s) })), De("dragover", f, (_) => {
    _.preventDefault(), S(s, !0);
  }), De("dragleave", f, () => S(s, !1)), De("drop", f, l), g(r, f), pt();
}
Ot(["change", "click", "keydown"]);
const vn = (r) => r.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Gs(r, e, t, a) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, f], fill: h, text: p }) => {
    const b = `<rect x="${o}" y="${l}" width="${u - o}" height="${f - l}" fill="${h}"/>`;
    return p ? `${b}<text x="${(o + u) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (u - o) * 1.5 / Math.max(2, p.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${vn(p)}</text>` : b;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${r} ${e + 2 * s}" width="${r}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${vn(a)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${vn(a)}</text></svg>`;
}
const Ea = (r, e, t, a, s) => Gs(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: a(r[o]) })), s);
function hn(r, e, t = "text/plain") {
  const a = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(a), download: r });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Ll = (r) => r.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function $l(r) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(r)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), a = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return a.getContext("2d").drawImage(e, 0, 0, a.width, a.height), new Promise((s) => a.toBlob((i) => s(i)));
}
const la = (r) => {
  let e = "";
  for (let t = 0; t < r.length; t += 32768) e += String.fromCharCode(...r.subarray(t, t + 32768));
  return btoa(e);
};
async function Rl(r) {
  const e = await (await fetch(r)).blob();
  return `data:${e.type};base64,${la(new Uint8Array(await e.arrayBuffer()))}`;
}
async function Cl(r, e, t, a, s, i) {
  const [o, l] = await Promise.all(["app.js", "app.css"].map(async (p) => (await fetch(`assets/${p}`)).text())), u = await Promise.all(r.images.map((p, b) => Promise.all(p.frames.map((d, y) => Rl(t(b, y)))))), f = Object.fromEntries([...r.raw].map(([p, b]) => [p, la(b)])), h = JSON.stringify({ id: r.id, title: a, text: s, tabs: i, answer: r.answer, tokens: la(e), pictures: u, views: f }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${vn(a)}</title><style>${l}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${h}<\/script><script type="module">${o}<\/script></body></html>`;
}
var Il = /* @__PURE__ */ k('<button type="button" class="small">code</button>'), jl = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), Dl = /* @__PURE__ */ k('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), Fl = /* @__PURE__ */ k('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <!> <!></div> <!>', 1);
function Er(r, e) {
  ht(e, !0);
  let t = qe(e, "code", 3, ""), a = qe(e, "exporter", 3, null), s = /* @__PURE__ */ $(!1), i = /* @__PURE__ */ $(!1);
  async function o(L) {
    a() && (L === "csv" && a().csv && hn(`${a().name}.csv`, Ll(a().csv()), "text/csv"), L === "svg" && a().svg && hn(`${a().name}.svg`, a().svg(), "image/svg+xml"), L === "png" && a().svg && hn(`${a().name}.png`, await $l(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), S(i, !0), setTimeout(() => S(i, !1), 1500);
  }
  var u = Fl(), f = Le(u), h = w(f), p = V(h, !0), b = c(h, 2);
  Yo(b, () => e.children ?? rs);
  var d = c(b, 4);
  {
    var y = (L) => {
      var z = Il();
      D(() => ce(z, "aria-expanded", n(s))), ne("click", z, () => S(s, !n(s))), g(L, z);
    };
    B(d, (L) => {
      t() && L(y);
    });
  }
  var E = c(d, 2);
  {
    var _ = (L) => {
      var z = xr(), ue = Le(z);
      Ne(ue, 16, () => ["png", "svg", "csv"], ze, (J, x) => {
        var F = xr(), ae = Le(F);
        {
          var M = (j) => {
            var X = jl(), fe = V(X, !0);
            D(
              (K) => {
                ce(X, "aria-label", `Export ${a().name ?? ""} as ${K ?? ""}`), O(fe, x);
              },
              [() => x.toUpperCase()]
            ), ne("click", X, () => o(x)), g(j, X);
          };
          B(ae, (j) => {
            (x === "csv" ? a().csv : a().svg) && j(M);
          });
        }
        g(J, F);
      }), g(L, z);
    };
    B(E, (L) => {
      a() && L(_);
    });
  }
  var N = c(f, 2);
  {
    var T = (L) => {
      var z = Dl(), ue = w(z), J = V(ue, !0), x = c(ue, 2), F = V(x, !0);
      D(() => {
        O(J, n(i) ? "copied" : "copy"), ce(x, "aria-label", `Python for ${e.title ?? ""}`), O(F, t());
      }), ne("click", ue, l), g(L, z);
    };
    B(N, (L) => {
      n(s) && t() && L(T);
    });
  }
  D(() => O(p, e.title)), g(r, u), pt();
}
Ot(["click"]);
var Ul = /* @__PURE__ */ k('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout" role="status"> </p></div>');
function xn(r, e) {
  ht(e, !0);
  let t = qe(e, "signed", 3, !1), a = qe(e, "high", 3, 0), s = qe(e, "rowName", 3, "layer"), i = qe(e, "columnName", 3, "head"), o = qe(e, "columnLabels", 3, null), l = qe(e, "picked", 3, null), u = qe(e, "unit", 3, ""), f = qe(e, "order", 3, null), h = /* @__PURE__ */ $(void 0), p = /* @__PURE__ */ $(0), b = /* @__PURE__ */ $(null);
  const d = 30, y = 18, E = /* @__PURE__ */ U(() => Math.max(3, Math.min(34, (n(p) - d) / Math.max(1, e.columns)))), _ = /* @__PURE__ */ U(() => Math.max(7, Math.min(22, n(E), 560 / Math.max(1, e.rows)))), N = /* @__PURE__ */ U(() => {
    if (a()) return a();
    let Y = 0;
    for (let te = 0; te < e.rows * e.columns; te++) Math.abs(e.values[te]) > Y && (Y = Math.abs(e.values[te]));
    return Y || 1;
  });
  let T = null;
  function L(Y) {
    const te = document.createElement("canvas");
    te.width = Math.ceil((d + n(E) * e.columns) * Y), te.height = Math.ceil((y + n(_) * e.rows) * Y);
    const R = te.getContext("2d");
    R.scale(Y, Y);
    const C = n(E) > 8 ? 1 : 0;
    for (let P = 0; P < e.rows; P++) for (let Z = 0; Z < e.columns; Z++) {
      const W = e.values[P * e.columns + (f() ? f()[Z] : Z)];
      R.fillStyle = Number.isNaN(W) ? "rgba(128,128,128,.18)" : Ut(W / n(N), t()), R.fillRect(d + Z * n(E), y + P * n(_), n(E) - C, n(_) - C);
    }
    R.fillStyle = getComputedStyle(n(h)).color, R.font = "11px system-ui, sans-serif", R.textBaseline = "middle", R.textAlign = "right";
    const q = Math.ceil(13 / n(_)), oe = Math.ceil(20 / n(E));
    for (let P = 0; P < e.rows; P += q) R.fillText(String(P), d - 5, y + (P + 0.5) * n(_));
    if (R.textAlign = "center", !o()) for (let P = 0; P < e.columns; P += oe) R.fillText(String(f() ? f()[P] : P), d + (P + 0.5) * n(E), 8);
    return te;
  }
  Yt(() => {
    e.values, e.rows, e.columns, t(), n(N), n(E), n(_), f(), !(!n(h) || !n(p)) && (T = L(devicePixelRatio || 1), z());
  }), Yt(() => {
    n(b), l(), z();
  });
  function z() {
    if (!n(h) || !T) return;
    const Y = devicePixelRatio || 1;
    (n(h).width !== T.width || n(h).height !== T.height) && Object.assign(n(h), { width: T.width, height: T.height });
    const te = n(h).getContext("2d");
    te.setTransform(1, 0, 0, 1, 0, 0), te.clearRect(0, 0, n(h).width, n(h).height), te.drawImage(T, 0, 0), te.scale(Y, Y);
    for (const [R, C] of [[l(), "#fff"], [n(b), "#ffe14d"]]) {
      if (!R) continue;
      const q = f() ? f().indexOf(R[1]) : R[1], oe = [
        d + q * n(E),
        y + R[0] * n(_),
        n(E) - 1,
        n(_) - 1
      ];
      te.lineWidth = 4, te.strokeStyle = "#000", te.strokeRect(...oe), te.lineWidth = 2, te.strokeStyle = C, te.strokeRect(...oe);
    }
  }
  function ue(Y) {
    const te = n(h).getBoundingClientRect(), R = Math.floor((Y.clientX - te.left - d) / n(E)), C = Math.floor((Y.clientY - te.top - y) / n(_));
    return C >= 0 && C < e.rows && R >= 0 && R < e.columns ? [C, f() ? f()[R] : R] : null;
  }
  function J(Y) {
    Y?.[0] === n(b)?.[0] && Y?.[1] === n(b)?.[1] || (S(b, Y), e.onhover?.(Y));
  }
  function x(Y) {
    const te = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[Y.key], R = n(b) ?? l();
    if (te) {
      Y.preventDefault();
      const C = R ? f() ? f().indexOf(R[1]) : R[1] : 0, q = R ? Math.max(0, Math.min(e.columns - 1, C + te[1])) : 0;
      J([
        R ? Math.max(0, Math.min(e.rows - 1, R[0] + te[0])) : 0,
        f() ? f()[q] : q
      ]);
    } else (Y.key === "Enter" || Y.key === " ") && R && (Y.preventDefault(), e.onpick?.(R));
  }
  const F = /* @__PURE__ */ U(() => n(b) ?? l()), ae = /* @__PURE__ */ U(() => {
    if (!n(F)) return "Point at a cell, click to keep it.";
    const Y = e.values[n(F)[0] * e.columns + n(F)[1]], te = o() ? o()[n(F)[1]] : `${i()} ${n(F)[1]}`;
    return `${s()} ${n(F)[0]}, ${te}: ${t() ? sr(Y) : Xt(Y)} ${u()}`;
  });
  var M = Ul(), j = w(M), X = w(j);
  let fe;
  an(X, (Y) => S(h, Y), () => n(h));
  var K = c(j, 2), pe = V(K, !0);
  D(() => {
    ce(j, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), ce(j, "data-grid", e.label), ce(j, "data-cell", `30,18,${n(E) ?? ""},${n(_) ?? ""}`), fe = Je(X, "", fe, {
      width: `${d + n(E) * e.columns}px`,
      height: `${y + n(_) * e.rows}px`
    }), O(pe, n(ae));
  }), ne("keydown", j, x), De("blur", j, () => J(null)), ne("pointermove", X, (Y) => J(ue(Y))), De("pointerleave", X, () => J(null)), ne("click", X, (Y) => {
    const te = ue(Y);
    te && e.onpick?.(te);
  }), xa(M, "clientWidth", (Y) => S(p, Y)), g(r, M), pt();
}
Ot(["keydown", "pointermove", "click"]);
class En {
  #e = /* @__PURE__ */ $(null);
  get view() {
    return n(this.#e);
  }
  set view(e) {
    S(this.#e, e);
  }
  #r = /* @__PURE__ */ $(null);
  get study() {
    return n(this.#r);
  }
  set study(e) {
    S(this.#r, e);
  }
  #t = /* @__PURE__ */ $(null);
  get asked() {
    return n(this.#t);
  }
  set asked(e) {
    S(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ $("");
  get error() {
    return n(this.#n);
  }
  set error(e) {
    S(this.#n, e, !0);
  }
  constructor(e, t) {
    let a = 0;
    Yt(() => {
      const s = t(), i = ++a;
      if (!s?.study || s.study.answering) {
        s?.study || ur(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      ur(() => {
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
const Hl = () => new Promise((r, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => r(t.result), t.onerror = () => e(t.error);
});
async function Xs(r, e) {
  try {
    const t = (await Hl()).transaction("images", r).objectStore("images");
    return await new Promise((a, s) => {
      const i = e(t);
      i.onsuccess = () => a(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const Va = (r, e) => Xs("readwrite", (t) => t.put(e, r)), zl = (r) => Xs("readonly", (e) => e.get(r));
async function Bl(r, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(r), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const a = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < a; o++)
    t.currentTime = (o + 0.5) * t.duration / a, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: a / t.duration };
}
const Zs = new Float32Array(65536);
for (let r = 0; r < 65536; r++) {
  const e = r & 32768 ? -1 : 1, t = r >> 10 & 31, a = r & 1023;
  Zs[r] = e * (t === 0 ? a * 2 ** -24 : t === 31 ? a ? NaN : 1 / 0 : (1 + a / 1024) * 2 ** (t - 15));
}
const ql = {
  F16: (r) => Float32Array.from(new Uint16Array(r), (e) => Zs[e]),
  F32: (r) => new Float32Array(r),
  F64: (r) => new Float64Array(r),
  U8: (r) => new Uint8Array(r),
  U16: (r) => new Uint16Array(r),
  U32: (r) => new Uint32Array(r),
  I32: (r) => new Int32Array(r),
  I64: (r) => Float64Array.from(new BigInt64Array(r), Number)
};
function cr(r) {
  const e = r.byteOffset === 0 && r.byteLength === r.buffer.byteLength ? r : r.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), a = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [i, o] of Object.entries(a)) {
    if (i === "__metadata__") continue;
    const [l, u] = o.data_offsets;
    s[i] = { shape: o.shape, data: ql[o.dtype](e.slice(8 + t + l, 8 + t + u).buffer) };
  }
  return { arrays: s, about: JSON.parse(a.__metadata__.about) };
}
async function* Qs(r) {
  const e = r.getReader();
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
const Wl = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  pieces: Qs,
  unpack: cr
}, Symbol.toStringTag, { value: "Module" }));
class at extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function Vl(r) {
  if (r.ok) return r;
  const e = await r.json().catch(() => ({ error: r.statusText }));
  throw new at(e.error ?? r.statusText, r.status);
}
async function Ar(r, e) {
  try {
    return await Vl(await fetch(r, e));
  } catch (t) {
    throw t instanceof at || t.name === "AbortError" ? t : new at("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Yn = (r) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(r) });
class Kl {
  kind = "server";
  async models() {
    return (await Ar("api/models")).json();
  }
  async example(e, t) {
    return (await Ar(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    return (await Ar("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await Ar("api/studies", Yn(e));
    return { id: t.headers.get("x-study"), view: cr(new Uint8Array(await t.arrayBuffer())) };
  }
  pictureUrl(e, t, a) {
    return `api/studies/${e}/pictures/${t}/${a}`;
  }
  async raw(e, t, a) {
    return new Uint8Array(await (await Ar(`api/studies/${e}/${t}`, Yn(a))).arrayBuffer());
  }
  async *stream(e, t, a, s) {
    const i = await Ar(`api/studies/${e}/${t}`, { ...Yn(a), signal: s });
    for await (const o of Qs(i.body)) {
      const l = cr(o);
      if (l.about.error) throw new at(l.about.error);
      yield l;
    }
  }
}
const Sn = (r) => Uint8Array.from(atob(r), (e) => e.charCodeAt(0));
class Yl {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    const { id: e, answer: t, title: a, text: s, tabs: i } = this.data;
    return { id: e, answer: t, title: a, text: s, tabs: i, view: cr(Sn(this.data.tokens)) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new at("This page holds one study only.");
  }
  async addImage() {
    throw new at("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new at("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new at("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return Sn(s);
  }
  async *stream(e, t, a) {
    yield cr(await this.raw(e, t, a));
  }
}
class Jl {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, a) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new at(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
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
    const { id: e, answer: t, title: a, text: s } = this.saved();
    return { id: e, answer: t, title: a, text: s, view: cr(Sn(this.saved().tokens)) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  pictureUrl(e, t, a) {
    return this.saved().pictures[t]?.[a] ?? "data:,";
  }
  raw(e, t, a) {
    const s = this.saved().views[`${t} ${JSON.stringify(a)}`];
    if (s) return Promise.resolve(Sn(s));
    const i = this.next++;
    return new Promise((o, l) => {
      const u = setTimeout(() => {
        this.waiting.delete(i), l(new at("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(i, { done: (f) => (clearTimeout(u), o(f)), failed: (f) => (clearTimeout(u), l(f)) }), this.model.send({ id: i, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = cr(await this.raw(e, t, a));
    if (s.about.error) throw new at(s.about.error);
    yield s;
  }
}
const zr = ["attribution", "attention", "lens", "causes"];
class pn {
  constructor(e, t, a) {
    this.source = e, this.id = t;
    const { arrays: s, about: i } = a, o = (u) => s[u].data, l = o("boxes");
    this.tokens = i.strings.map((u, f) => {
      const h = Array.from(l.slice(4 * f, 4 * f + 4));
      return {
        position: f,
        text: u,
        id: o("ids")[f],
        kind: i.kinds[o("kinds")[f]],
        image: o("images")[f],
        frame: o("frames")[f],
        row: o("rows")[f],
        column: o("columns")[f],
        tile: o("tiles")[f],
        tileRow: o("tile_rows")[f],
        tileColumn: o("tile_columns")[f],
        global: !!o("globals")[f],
        box: h.some(Number.isNaN) ? null : h
      };
    }), this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.expectedBytes = i.expected_bytes, this.code = i.code;
  }
  source;
  id;
  tokens = [];
  images;
  nPrompt;
  nLayers;
  nHeads;
  model;
  expectedBytes;
  code;
  #e = /* @__PURE__ */ $(_r([]));
  get answer() {
    return n(this.#e);
  }
  set answer(e) {
    S(this.#e, e, !0);
  }
  #r = /* @__PURE__ */ $(!1);
  get answering() {
    return n(this.#r);
  }
  set answering(e) {
    S(this.#r, e, !0);
  }
  raw = /* @__PURE__ */ new Map();
  views = /* @__PURE__ */ new Map();
  label(e) {
    const t = this.tokens[e];
    return t ? t.kind !== "image" || t.row < 0 ? t.text : [...[
      this.images.length > 1 ? `image ${t.image + 1}` : "",
      t.frame >= 0 ? `frame ${t.frame + 1}` : "",
      t.tileRow >= 0 ? `tile ${t.tileRow + 1},${t.tileColumn + 1}` : t.global ? "global" : ""
    ], `row ${t.row + 1} column ${t.column + 1}`].filter(Boolean).join(" ") : this.answer[e - this.nPrompt]?.token.text ?? "";
  }
  view(e, t) {
    const a = `${e} ${JSON.stringify(t)}`;
    let s = this.views.get(a);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(a, i), cr(i))), this.views.set(a, s), s.catch(() => this.views.delete(a))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const Gl = (r) => r ? r.split(",").map(Number).filter(Number.isFinite) : [], vr = (r, e) => r !== null && r !== "" && Number.isFinite(Number(r)) ? Number(r) : e;
class Xl {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ $([]);
  get models() {
    return n(this.#e);
  }
  set models(e) {
    S(this.#e, e);
  }
  #r = /* @__PURE__ */ $("");
  get model() {
    return n(this.#r);
  }
  set model(e) {
    S(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ $("What is in the image?");
  get question() {
    return n(this.#t);
  }
  set question(e) {
    S(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ $("");
  get system() {
    return n(this.#n);
  }
  set system(e) {
    S(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ $([]);
  get earlier() {
    return n(this.#a);
  }
  set earlier(e) {
    S(this.#a, e);
  }
  #s = /* @__PURE__ */ $("");
  get prefill() {
    return n(this.#s);
  }
  set prefill(e) {
    S(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ $([]);
  get uploads() {
    return n(this.#o);
  }
  set uploads(e) {
    S(this.#o, e);
  }
  #i = /* @__PURE__ */ $(null);
  get example() {
    return n(this.#i);
  }
  set example(e) {
    S(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ $(null);
  get truth() {
    return n(this.#l);
  }
  set truth(e) {
    S(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ $(0);
  get temperature() {
    return n(this.#v);
  }
  set temperature(e) {
    S(this.#v, e, !0);
  }
  #u = /* @__PURE__ */ $(48);
  get maxNew() {
    return n(this.#u);
  }
  set maxNew(e) {
    S(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ $(null);
  get study() {
    return n(this.#h);
  }
  set study(e) {
    S(this.#h, e);
  }
  #g = /* @__PURE__ */ $(null);
  get clean() {
    return n(this.#g);
  }
  set clean(e) {
    S(this.#g, e);
  }
  #c = /* @__PURE__ */ $(null);
  get second() {
    return n(this.#c);
  }
  set second(e) {
    S(this.#c, e);
  }
  #p = /* @__PURE__ */ $(null);
  get secondUpload() {
    return n(this.#p);
  }
  set secondUpload(e) {
    S(this.#p, e);
  }
  #b = /* @__PURE__ */ $(null);
  get secondExample() {
    return n(this.#b);
  }
  set secondExample(e) {
    S(this.#b, e, !0);
  }
  #k = /* @__PURE__ */ $(null);
  get focus() {
    return n(this.#k);
  }
  set focus(e) {
    S(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ $(null);
  get target() {
    return n(this.#m);
  }
  set target(e) {
    S(this.#m, e);
  }
  #f = /* @__PURE__ */ $(null);
  get contrast() {
    return n(this.#f);
  }
  set contrast(e) {
    S(this.#f, e);
  }
  #_ = /* @__PURE__ */ $(null);
  get place() {
    return n(this.#_);
  }
  set place(e) {
    S(this.#_, e, !0);
  }
  #y = /* @__PURE__ */ $(null);
  get layer() {
    return n(this.#y);
  }
  set layer(e) {
    S(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ $(null);
  get head() {
    return n(this.#d);
  }
  set head(e) {
    S(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ $(null);
  get lensLayer() {
    return n(this.#w);
  }
  set lensLayer(e) {
    S(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ $([]);
  get words() {
    return n(this.#x);
  }
  set words(e) {
    S(this.#x, e);
  }
  #E = /* @__PURE__ */ $("none");
  get paint() {
    return n(this.#E);
  }
  set paint(e) {
    S(this.#E, e, !0);
  }
  #S = /* @__PURE__ */ $("attribution");
  get tab() {
    return n(this.#S);
  }
  set tab(e) {
    S(this.#S, e, !0);
  }
  #A = /* @__PURE__ */ $(/* @__PURE__ */ new Set());
  get selected() {
    return n(this.#A);
  }
  set selected(e) {
    S(this.#A, e);
  }
  #M = /* @__PURE__ */ $([]);
  get changes() {
    return n(this.#M);
  }
  set changes(e) {
    S(this.#M, e);
  }
  #N = /* @__PURE__ */ $(null);
  get sweep() {
    return n(this.#N);
  }
  set sweep(e) {
    S(this.#N, e);
  }
  #P = /* @__PURE__ */ $(null);
  get hoverHead() {
    return n(this.#P);
  }
  set hoverHead(e) {
    S(this.#P, e);
  }
  #T = /* @__PURE__ */ $(null);
  get hoverPlace() {
    return n(this.#T);
  }
  set hoverPlace(e) {
    S(this.#T, e, !0);
  }
  #O = /* @__PURE__ */ $(0);
  get busy() {
    return n(this.#O);
  }
  set busy(e) {
    S(this.#O, e, !0);
  }
  #L = /* @__PURE__ */ $("");
  get message() {
    return n(this.#L);
  }
  set message(e) {
    S(this.#L, e, !0);
  }
  title = "";
  text = "";
  #$ = /* @__PURE__ */ $(zr);
  get tabs() {
    return n(this.#$);
  }
  set tabs(e) {
    S(this.#$, e);
  }
  run = 0;
  stop = null;
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
  // Runs something that asks the server, and says so while it runs.
  async during(e) {
    this.busy++;
    try {
      return await e;
    } catch (t) {
      return t instanceof at && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    } finally {
      this.busy--;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text;
      const a = new pn(this.source, t.id, t.view);
      a.answer = t.answer ?? [], this.study = a, this.tabs = t.tabs ?? zr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((a) => setTimeout(a, 2e3));
      }
    this.message = "";
    const e = new URLSearchParams(location.hash.slice(1));
    this.model = this.models.some((t) => t.name === e.get("model")) ? e.get("model") : this.models[0]?.name ?? "", e.has("q") ? (this.restore(e), await this.bring(e) && await this.ask(!1)) : this.info?.examples && await this.takeExample(0, !1), addEventListener("hashchange", () => this.moved());
  }
  moved() {
    const e = new URLSearchParams(location.hash.slice(1));
    e.toString() !== this.written && this.restore(e);
  }
  // --- the address ---
  written = "";
  write() {
    const e = {
      model: this.model,
      q: this.question,
      system: this.system,
      prefill: this.prefill,
      example: this.example,
      images: this.uploads.map((s) => s.frames ? `${s.frames.join("+")}@${s.fps}` : s.id).join(","),
      turns: this.earlier.length ? JSON.stringify(this.earlier) : "",
      focus: this.focus,
      target: this.target && `${this.target.id}:${this.target.text}`,
      contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place,
      layer: this.layer,
      head: this.head,
      lens: this.lensLayer,
      words: this.words.join(","),
      paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === zr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      t: this.temperature || ""
    }, t = new URLSearchParams();
    for (const [s, i] of Object.entries(e)) i != null && i !== "" && t.set(s, String(i));
    const a = t.toString();
    !this.study || a === this.written || (this.written = a, this.source.kind !== "kernel" && history.replaceState(null, "", `#${a}`));
  }
  restore(e) {
    const t = (a) => {
      const [s, ...i] = (e.get(a) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = vr(e.get("t"), 0), this.focus = vr(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = vr(e.get("place"), null), this.layer = vr(e.get("layer"), null), this.head = vr(e.get("head"), null), this.lensLayer = vr(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.paint = e.get("paint") || "none", this.tab = zr.includes(e.get("tab")) ? e.get("tab") : zr[0], this.selected = new Set(Gl(e.get("selected")));
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = vr(e.get("example"), null), this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second");
    if (t && t.length < 8 && (this.secondExample = Number(t)), this.uploads.length) return !0;
    const a = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), u = [];
      for (const f of l) {
        const p = await zl(f) ?? await fetch(this.source.imageUrl(f)).then((b) => b.ok ? b.blob() : null, () => null);
        if (!p)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        u.push(await this.source.addImage(p));
      }
      a.push(o ? {
        ...u[0],
        frames: u.map((f) => f.id),
        fps: Number(o) || void 0
      } : u[0]);
    }
    return this.uploads = a, !0;
  }
  // --- asking ---
  async takeExample(e, t = !0) {
    const a = await this.during(this.source.example(this.model, e));
    a && (this.example = e, this.truth = a.answer, this.question = a.question, this.prefill = a.prefill, this.uploads = a.images, this.earlier = [], t && await this.ask());
  }
  async addFiles(e, t = !1) {
    const a = t ? [] : [...this.uploads];
    for (const s of e) {
      const i = await this.during(this.upload(s));
      i && a.push(i);
    }
    this.uploads = a, this.example = null, this.truth = null;
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await Va(i.id, e), i;
    }
    const { frames: t, fps: a } = await Bl(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await Va(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(a * 1e3) / 1e3
    };
  }
  prompt(e = this.uploads) {
    const t = e.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), a = [];
    this.system && a.push({
      role: "system",
      content: [{ type: "text", text: this.system }]
    });
    const s = [{ type: "text", text: this.question }];
    return this.earlier.length ? a.push(...this.earlier, { role: "user", content: s }) : a.push({ role: "user", content: [...t, ...s] }), { model: this.model, turns: a, prefill: this.prefill };
  }
  async ask(e = !0) {
    this.stop?.abort();
    const t = ++this.run, a = this.stop = new AbortController();
    this.message = "", this.busy++;
    try {
      const { id: s, view: i } = await this.source.open(this.prompt());
      if (t !== this.run) return;
      const o = new pn(this.source, s, i);
      e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.study = o, this.clean = null, this.sweep = null, o.answering = !0;
      for await (const l of this.source.stream(
        s,
        "answer",
        {
          max_new_tokens: this.maxNew,
          temperature: this.temperature,
          seed: 0
        },
        a.signal
      )) {
        if (t !== this.run) return;
        o.answer = [...o.answer, l.about];
      }
      o.answering = !1, o.forget(), this.afterAnswer();
    } catch (s) {
      t === this.run && this.fail(s);
    } finally {
      this.busy--, this.study && (this.study.answering = !1);
    }
  }
  afterAnswer() {
    const e = this.study?.answer[0];
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position), this.study && this.secondExample !== null && !this.second && this.openSecond(this.secondExample).catch((t) => this.fail(t)), this.write();
  }
  goOn() {
    const e = this.prompt().turns.filter((a) => a.role !== "system"), t = this.study.answer.filter((a) => !a.ends).map((a) => a.token.text).join("").trim();
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
  // The same question about another image.
  async openSecond(e) {
    let t = null;
    if (typeof e == "number") {
      const i = await this.during(this.source.example(this.model, e));
      t = i?.images[0] ?? null, this.secondExample = i ? e : null;
    } else
      t = await this.during(this.upload(e)), this.secondExample = null;
    if (!t) return;
    this.secondUpload = t;
    const a = await this.during(this.source.open(this.prompt([t, ...this.uploads.slice(1)])));
    if (!a) return;
    const s = new pn(this.source, a.id, a.view);
    this.second = s, s.answering = !0;
    try {
      for await (const i of this.source.stream(s.id, "answer", { max_new_tokens: this.maxNew, temperature: 0, seed: 0 })) s.answer = [...s.answer, i.about];
    } catch (i) {
      this.fail(i);
    }
    s.answering = !1, s.forget();
  }
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
function Rt(r, ...e) {
  const t = r.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let a = 0;
  return e.forEach((s, i) => a += s * r.shape.slice(i + 1).reduce((o, l) => o * l, 1)), r.data.subarray(a, a + t);
}
var Zl = /* @__PURE__ */ k('<span class="fine"> </span>'), Ka = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Ql = /* @__PURE__ */ k('<button type="button"> </button>'), eu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), tu = /* @__PURE__ */ k('<ol class="best"></ol>'), ru = /* @__PURE__ */ k('<p class="fine"> </p>'), nu = /* @__PURE__ */ k('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), au = /* @__PURE__ */ k('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!>', 1), su = /* @__PURE__ */ k('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function iu(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ $("image"), s = /* @__PURE__ */ $(!1), i = /* @__PURE__ */ $(!1);
  const o = /* @__PURE__ */ U(() => e.painted.heads.view), l = new En(t(), () => n(i) && t().layer !== null && t().head !== null ? {
    study: e.study,
    name: "pattern",
    asked: { layer: t().layer, head: t().head }
  } : null), u = /* @__PURE__ */ U(() => {
    if (!n(o)) return new Float32Array();
    const { shape: x, data: F } = n(o).arrays.weights, [ae, M, j] = x, X = new Float32Array(ae * M), fe = t().place ?? -1, K = new Uint8Array(j);
    for (let pe = 0; pe < j; pe++) K[pe] = Number(n(a) === "image" ? e.study.tokens[pe]?.kind === "image" : n(a) === "selection" ? t().selected.has(pe) : pe === fe);
    for (let pe = 0; pe < ae * M; pe++) {
      let Y = 0;
      const te = pe * j;
      if (n(a) === "entropy") for (let R = 0; R < j; R++) {
        const C = F[te + R];
        C > 0 && (Y -= C * Math.log(C));
      }
      else for (let R = 0; R < j; R++) K[R] && (Y += F[te + R]);
      X[pe] = Y;
    }
    return X;
  }), f = /* @__PURE__ */ U(() => n(o)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ U(() => Array.from(n(u).keys()).sort((x, F) => n(u)[F] - n(u)[x]).slice(0, 24)), p = /* @__PURE__ */ U(() => n(o) ? {
    name: "attention",
    svg: () => Ea(n(u), n(f)[0], n(f)[1], (x) => Ut(x / Math.max(...n(u), 1e-9), !1), `attention, ${n(a)}`),
    csv: () => [
      ["layer", "head", n(a)],
      ...Array.from(n(u), (x, F) => [
        Math.floor(F / n(f)[1]),
        F % n(f)[1],
        x
      ])
    ]
  } : null), b = /* @__PURE__ */ U(() => t().shownPlace), d = /* @__PURE__ */ U(() => {
    const x = e.painted.readers.view;
    return x && t().shownHead && t().paint === "readers" ? Array.from(Rt(x.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((F, ae) => ({ weight: F, position: ae })).sort((F, ae) => ae.weight - F.weight).slice(0, 5) : [];
  });
  var y = su(), E = w(y);
  {
    let x = /* @__PURE__ */ U(() => n(i) ? l.view?.about.code ?? "" : n(o)?.about.code ?? "");
    Er(E, {
      title: "Attention",
      get code() {
        return n(x);
      },
      get exporter() {
        return n(p);
      },
      children: (F, ae) => {
        var M = Zl(), j = V(M);
        D((X) => O(j, `from the focus ${X ?? ""}`), [() => JSON.stringify(e.study.label(t().at))]), g(F, M);
      },
      $$slots: { default: !0 }
    });
  }
  var _ = c(E, 2);
  {
    var N = (x) => {
      var F = Ka(), ae = V(F, !0);
      D(() => O(ae, e.painted.heads.error)), g(x, F);
    };
    B(_, (x) => {
      e.painted.heads.error && x(N);
    });
  }
  var T = c(_, 2), L = w(T);
  Ne(
    L,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    ze,
    (x, F) => {
      var ae = /* @__PURE__ */ U(() => _n(F, 2));
      let M = () => n(ae)[0], j = () => n(ae)[1];
      var X = Ql(), fe = V(X, !0);
      D(() => {
        ce(X, "aria-pressed", n(a) === M()), X.disabled = M() === "selection" && !t().selected.size || M() === "token" && t().place === null, O(fe, j());
      }), ne("click", X, () => S(a, M(), !0)), g(x, X);
    }
  );
  var z = c(L, 2), ue = c(T, 2);
  {
    var J = (x) => {
      var F = au(), ae = Le(F);
      {
        var M = (Z) => {
          var W = tu();
          Ne(W, 20, () => n(h), (ee) => ee, (ee, re) => {
            const se = /* @__PURE__ */ U(() => {
              const [H, A] = [Math.floor(re / n(f)[1]), re % n(f)[1]];
              return { layer: H, head: A };
            });
            var ge = eu(), ke = w(ge), Ce = w(ke), Ae = c(Ce), v = V(Ae, !0);
            D(
              (H) => {
                ce(ke, "aria-pressed", t().layer === n(se).layer && t().head === n(se).head), O(Ce, `L${n(se).layer ?? ""}H${n(se).head ?? ""} `), O(v, H);
              },
              [
                () => n(a) === "entropy" ? `${n(u)[re].toFixed(2)} nats` : Gt(n(u)[re])
              ]
            ), De("pointerenter", ke, () => {
              t().hoverHead = {
                layer: n(se).layer,
                head: n(se).head
              }, t().paint = "attention";
            }), De("pointerleave", ke, () => t().hoverHead = null), ne("click", ke, () => t().takeHead(n(se).layer, n(se).head)), g(ee, ge);
          }), g(Z, W);
        }, j = (Z) => {
          {
            let W = /* @__PURE__ */ U(() => n(a) === "entropy" ? 0 : 1), ee = /* @__PURE__ */ U(() => n(a) === "entropy" ? "nats" : "of its attention"), re = /* @__PURE__ */ U(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            xn(Z, {
              label: "Attention by head",
              get values() {
                return n(u);
              },
              get rows() {
                return n(f)[0];
              },
              get columns() {
                return n(f)[1];
              },
              get high() {
                return n(W);
              },
              get unit() {
                return n(ee);
              },
              get picked() {
                return n(re);
              },
              onhover: (se) => {
                t().hoverHead = se && { layer: se[0], head: se[1] }, se && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([se, ge]) => t().takeHead(se, ge, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        B(ae, (Z) => {
          n(s) ? Z(M) : Z(j, -1);
        });
      }
      var X = c(ae, 2), fe = w(X), K = c(fe, 2), pe = c(K, 2), Y = V(pe), te = c(X, 2);
      {
        var R = (Z) => {
          var W = ru(), ee = V(W);
          D((re) => O(ee, `Most by: ${re ?? ""}.`), [
            () => n(d).map((re) => `${e.study.label(re.position)} ${Gt(re.weight)}`).join(", ")
          ]), g(Z, W);
        };
        B(te, (Z) => {
          n(d).length && Z(R);
        });
      }
      var C = c(te, 2);
      {
        var q = (Z) => {
          const W = /* @__PURE__ */ U(() => l.view.arrays.weights);
          var ee = nu(), re = Le(ee), se = V(re), ge = c(re, 2), ke = w(ge);
          {
            let Ce = /* @__PURE__ */ U(() => [t().at, t().place ?? t().at]);
            xn(ke, {
              label: "Pattern",
              get values() {
                return n(W).data;
              },
              get rows() {
                return n(W).shape[0];
              },
              get columns() {
                return n(W).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return n(Ce);
              },
              onpick: ([Ae, v]) => {
                t().place = v, Ae < e.study.tokens.length && (t().focus = Ae);
              }
            });
          }
          D(() => O(se, `Queries from top to bottom, keys from left to right${n(b) === null ? "" : `; row ${n(b)} is the token that is pointed at`}.`)), g(Z, ee);
        };
        B(C, (Z) => {
          n(i) && l.view && Z(q);
        });
      }
      var oe = c(C, 2);
      {
        var P = (Z) => {
          var W = Ka(), ee = V(W, !0);
          D(() => O(ee, l.error)), g(Z, W);
        };
        B(oe, (Z) => {
          l.error && Z(P);
        });
      }
      D(() => {
        ce(fe, "aria-pressed", t().paint === "attention"), ce(K, "aria-pressed", t().paint === "readers"), K.disabled = t().place === null, ce(pe, "aria-pressed", n(i)), pe.disabled = t().layer === null, O(Y, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), ne("click", fe, () => t().paint = "attention"), ne("click", K, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ne("click", pe, () => S(i, !n(i))), g(x, F);
    };
    B(ue, (x) => {
      n(o) && x(J);
    });
  }
  D(() => ce(z, "aria-pressed", n(s))), ne("click", z, () => S(s, !n(s))), g(r, y), pt();
}
Ot(["click"]);
var ou = /* @__PURE__ */ k('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), lu = /* @__PURE__ */ k('<span class="fine">logit of <b> </b><!> <!></span>'), Ya = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), uu = /* @__PURE__ */ k('<p class="fine">Click a token of the answer.</p>'), cu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), fu = /* @__PURE__ */ k('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), du = /* @__PURE__ */ k('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), vu = /* @__PURE__ */ k("<li> <b> </b></li>"), hu = /* @__PURE__ */ k('<ol class="best"></ol> <p class="fine"> </p>', 1), pu = /* @__PURE__ */ k("<!> <!> <!>", 1), _u = /* @__PURE__ */ k(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), gu = /* @__PURE__ */ k('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function mu(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = /* @__PURE__ */ U(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new En(t(), () => n(a) ? { study: e.study, name: "parts", asked: n(a) } : null);
  let i = /* @__PURE__ */ $(null);
  const o = new En(t(), () => n(a) && n(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...n(a), layer: n(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ U(() => s.view?.about), u = /* @__PURE__ */ U(() => s.view?.arrays.heads), f = /* @__PURE__ */ U(() => {
    if (!n(u)) return [];
    const [J, x] = n(u).shape;
    return Array.from({ length: J * x }, (F, ae) => ({
      layer: Math.floor(ae / x),
      head: ae % x,
      value: n(u).data[ae]
    })).sort((F, ae) => Math.abs(ae.value) - Math.abs(F.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, p = /* @__PURE__ */ U(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const J = s.view.arrays.values.data, x = [], F = [];
    return n(l).labels.forEach((ae, M) => {
      const j = /^(\d+)_(.+)$/.exec(ae);
      j ? (x[Number(j[1])] ??= { layer: Number(j[1]), parts: [] }).parts.push({ name: h[j[2]] ?? j[2], value: J[M] }) : F.push({ name: ae.replace(/_/g, " "), value: J[M] });
    }), {
      layers: x,
      rest: F,
      high: Math.max(...Array.from(J, Math.abs), 1e-6)
    };
  }), b = /* @__PURE__ */ U(() => n(u) ? {
    name: "attribution-heads",
    svg: () => Ea(n(u).data, n(u).shape[0], n(u).shape[1], (J) => Ut(J / n(f).reduce((x, F) => Math.max(x, Math.abs(F.value)), 1e-9), !0), `logit of ${n(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...n(l).labels.map((J, x) => [J, s.view.arrays.values.data[x]]),
      ...Array.from(n(u).data, (J, x) => [
        `L${Math.floor(x / n(u).shape[1])}H${x % n(u).shape[1]}`,
        J
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ $("");
  var y = gu(), E = w(y);
  {
    let J = /* @__PURE__ */ U(() => n(l)?.code ?? "");
    Er(E, {
      title: "Attribution",
      get code() {
        return n(J);
      },
      get exporter() {
        return n(b);
      },
      children: (x, F) => {
        var ae = lu(), M = c(w(ae)), j = V(M, !0), X = c(M);
        {
          var fe = (Y) => {
            var te = ou(), R = c(Le(te)), C = V(R, !0), q = c(R, 2);
            D((oe) => O(C, oe), [() => vt(n(l).contrast.text)]), ne("click", q, () => t().contrast = null), g(Y, te);
          };
          B(X, (Y) => {
            n(l)?.contrast && Y(fe);
          });
        }
        var K = c(X, 2);
        {
          var pe = (Y) => {
            var te = jo();
            D((R) => O(te, `= ${R ?? ""}`), [() => Xt(n(l).logit)]), g(Y, te);
          };
          B(K, (Y) => {
            n(l) && Y(pe);
          });
        }
        D((Y) => O(j, Y), [
          () => n(l) ? vt(n(l).answer.text) : vt(t().target?.text ?? "")
        ]), g(x, ae);
      },
      $$slots: { default: !0 }
    });
  }
  var _ = c(E, 2);
  {
    var N = (J) => {
      var x = Ya(), F = V(x, !0);
      D(() => O(F, s.error)), g(J, x);
    };
    B(_, (J) => {
      s.error && J(N);
    });
  }
  var T = c(_, 2);
  {
    var L = (J) => {
      var x = uu();
      g(J, x);
    };
    B(T, (J) => {
      t().target || J(L);
    });
  }
  var z = c(T, 2);
  {
    var ue = (J) => {
      var x = _u(), F = c(Le(x), 2), ae = w(F);
      {
        let W = /* @__PURE__ */ U(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        xn(ae, {
          label: "Attribution by head",
          get values() {
            return n(u).data;
          },
          get rows() {
            return n(u).shape[0];
          },
          get columns() {
            return n(u).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return n(W);
          },
          onhover: (ee) => {
            t().hoverHead = ee && { layer: ee[0], head: ee[1] }, ee && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([ee, re]) => t().takeHead(ee, re, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var M = c(ae, 2), j = c(w(M), 2);
      Ne(j, 21, () => n(f), (W) => `${W.layer} ${W.head}`, (W, ee) => {
        var re = cu(), se = w(re), ge = w(se), ke = c(ge), Ce = V(ke, !0);
        D(
          (Ae) => {
            ce(se, "aria-pressed", t().layer === n(ee).layer && t().head === n(ee).head), O(ge, `L${n(ee).layer ?? ""}H${n(ee).head ?? ""} `), O(Ce, Ae);
          },
          [() => sr(n(ee).value)]
        ), De("pointerenter", se, () => t().hoverHead = n(ee)), De("pointerleave", se, () => t().hoverHead = null), ne("click", se, () => t().takeHead(n(ee).layer, n(ee).head, t().paint === "sources" ? "sources" : "attention")), g(W, re);
      });
      var X = c(F, 2), fe = c(w(X), 2), K = c(fe, 2), pe = c(X, 4);
      Ne(pe, 21, () => n(p).layers, ze, (W, ee) => {
        var re = xr(), se = Le(re);
        {
          var ge = (ke) => {
            var Ce = du(), Ae = w(Ce), v = V(Ae, !0), H = c(Ae, 2);
            Ne(H, 17, () => n(ee).parts, ze, (A, Q) => {
              var ie = fu(), Me = w(ie), _e = V(Me, !0), me = c(Me, 2), de = w(me);
              let be;
              var ye = c(me), xe = w(ye);
              let le;
              var $e = c(ye, 2), Re = V($e, !0);
              D(
                (he, Ee) => {
                  ie.disabled = n(Q).name !== "MLP", ce(ie, "title", `${n(Q).name ?? ""} of layer ${n(ee).layer ?? ""}: ${he ?? ""} logits${n(Q).name === "MLP" ? "; click for its neurons" : ""}`), ce(ie, "aria-pressed", n(Q).name === "MLP" ? n(i) === n(ee).layer : void 0), O(_e, n(Q).name), be = Je(de, "", be, {
                    width: `${n(Q).value < 0 ? 100 * -n(Q).value / n(p).high : 0}%`
                  }), le = Je(xe, "", le, {
                    width: `${n(Q).value > 0 ? 100 * n(Q).value / n(p).high : 0}%`
                  }), O(Re, Ee);
                },
                [
                  () => sr(n(Q).value),
                  () => sr(n(Q).value)
                ]
              ), ne("click", ie, () => S(i, n(i) === n(ee).layer ? null : n(ee).layer, !0)), g(A, ie);
            }), D(() => O(v, n(ee).layer)), g(ke, Ce);
          };
          B(se, (ke) => {
            n(ee) && ke(ge);
          });
        }
        g(W, re);
      });
      var Y = c(pe, 2), te = V(Y), R = c(Y, 2);
      {
        var C = (W) => {
          var ee = pu(), re = Le(ee);
          {
            let Ae = /* @__PURE__ */ U(() => o.view?.about.code ?? "");
            Er(re, {
              get title() {
                return `Neurons of layer ${n(i) ?? ""}`;
              },
              get code() {
                return n(Ae);
              }
            });
          }
          var se = c(re, 2);
          {
            var ge = (Ae) => {
              var v = Ya(), H = V(v, !0);
              D(() => O(H, o.error)), g(Ae, v);
            };
            B(se, (Ae) => {
              o.error && Ae(ge);
            });
          }
          var ke = c(se, 2);
          {
            var Ce = (Ae) => {
              var v = hu(), H = Le(v);
              Ne(H, 22, () => Array.from(o.view.arrays.numbers.data), (ie) => ie, (ie, Me, _e) => {
                var me = vu(), de = w(me), be = c(de), ye = V(be, !0);
                D(
                  (xe) => {
                    O(de, `N${Me ?? ""} `), O(ye, xe);
                  },
                  [() => sr(o.view.arrays.values.data[n(_e)])]
                ), g(ie, me);
              });
              var A = c(H, 2), Q = V(A);
              D((ie) => O(Q, `All others together ${ie ?? ""}.`), [() => sr(o.view.about.rest)]), g(Ae, v);
            };
            B(ke, (Ae) => {
              o.view && Ae(Ce);
            });
          }
          g(W, ee);
        };
        B(R, (W) => {
          n(i) !== null && W(C);
        });
      }
      var q = c(R, 2), oe = w(q), P = c(w(oe)), Z = c(oe);
      D(
        (W, ee) => {
          ce(fe, "aria-pressed", t().paint === "attention"), ce(K, "aria-pressed", t().paint === "sources"), O(te, `Beside the layers: ${W ?? ""}. The parts sum to the model's own logit; left over: ${ee ?? ""}.`), Z.disabled = !n(d);
        },
        [
          () => n(p).rest.map((W) => `${W.name} ${sr(W.value)}`).join(", "),
          () => n(l).error.toExponential(1)
        ]
      ), ne("click", fe, () => t().paint = "attention"), ne("click", K, () => t().paint = "sources"), De("submit", q, async (W) => {
        W.preventDefault();
        const ee = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: n(d),
          focus: t().at
        }));
        ee?.about.contrast && (t().contrast = ee.about.contrast);
      }), wt(P, () => n(d), (W) => S(d, W)), g(J, x);
    };
    B(z, (J) => {
      s.view && n(u) && J(ue);
    });
  }
  g(r, y), pt();
}
Ot(["click"]);
var bu = /* @__PURE__ */ k('<span class="fine">change something, see the answer change</span>'), yu = /* @__PURE__ */ k('<p><button type="button"> </button></p>'), Jn = /* @__PURE__ */ k("<option> </option>"), wu = /* @__PURE__ */ k("<label>where <select></select></label>"), ku = /* @__PURE__ */ k("<label>heads <select><option>the picked one (with its layer)</option><option>all</option></select></label>"), xu = /* @__PURE__ */ k("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Eu = /* @__PURE__ */ k('<label>strength <input type="number" step="any"/></label>'), Ja = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Su = /* @__PURE__ */ k('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Au = /* @__PURE__ */ k('<button type="button" aria-pressed="true">views show the changed model</button>'), Mu = /* @__PURE__ */ k('<button type="button" aria-pressed="false">show views of the changed model</button>'), Nu = /* @__PURE__ */ k('<ul class="changes"></ul> <p><button type="button"> </button> <!></p>', 1), Pu = /* @__PURE__ */ k('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), Tu = /* @__PURE__ */ k('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit</th></tr></thead><tbody></tbody></table>', 1), Ou = /* @__PURE__ */ k('<span class="fine">every layer in turn</span>'), Lu = /* @__PURE__ */ k("<label>at <select></select></label>"), $u = /* @__PURE__ */ k("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), Ru = /* @__PURE__ */ k('<label>window <input type="number" min="1"/></label>'), Cu = /* @__PURE__ */ k('<button type="button" class="primary">cancel</button>'), Iu = /* @__PURE__ */ k('<button type="submit" class="primary">start</button>'), ju = /* @__PURE__ */ k('<label class="row grow"> <progress></progress> </label>'), Du = /* @__PURE__ */ qs('<polyline fill="none" stroke-width="2"><title> </title></polyline>'), Fu = /* @__PURE__ */ k("<span><i></i> </span>"), Uu = /* @__PURE__ */ k('<figure class="curve"><svg viewBox="0 0 320 120" role="img" aria-label="Effect by layer"><!><line x1="10" x2="310" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Hu = /* @__PURE__ */ k('<p class="fine"> </p> <!>', 1), zu = /* @__PURE__ */ k('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <label>layers <input list="layer-choices" size="8"/></label> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <!> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Bu(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = /* @__PURE__ */ U(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ $("zero"), i = /* @__PURE__ */ $("z"), o = /* @__PURE__ */ $("all"), l = /* @__PURE__ */ $("all"), u = /* @__PURE__ */ $("picked"), f = /* @__PURE__ */ $("image"), h = /* @__PURE__ */ $(1), p = /* @__PURE__ */ $(null), b = /* @__PURE__ */ $(!1), d = /* @__PURE__ */ $("");
  const y = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second"
  }, E = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, _ = /* @__PURE__ */ U(() => Object.keys(y).filter((m) => t().second || !["patch", "resample", "steer"].includes(m)));
  function N(m) {
    return m === "selection" ? [...t().selected].sort((I, G) => I - G) : m === "image" ? n(a).tokens.filter((I) => I.kind === "image").map((I) => I.position) : m === "text" ? n(a).tokens.filter((I) => I.kind !== "image").map((I) => I.position) : m === "token" ? t().place === null ? [] : [t().place] : m === "focus" ? [Math.min(t().at, n(a).nPrompt - 1)] : null;
  }
  function T() {
    const m = n(l) === "all" ? null : n(l) === "picked" ? t().layer === null ? [] : [t().layer] : L(n(l)), I = {
      kind: n(s),
      point: n(s) === "block" ? "z" : n(i),
      layers: m,
      heads: n(u) === "picked" && (n(s) === "block" || n(i) === "z") && t().head !== null && n(l) !== "all" ? [t().head] : null,
      positions: N(n(o)),
      keys: n(s) === "block" ? N(n(f)) : null,
      strength: n(h),
      source: ["patch", "resample", "steer"].includes(n(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([I.layers, I.positions, I.keys].some((G) => G?.length === 0)) {
      S(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, I], x();
  }
  function L(m) {
    return m.split(",").flatMap((I) => {
      const [G, ve] = I.split("-").map(Number);
      return Number.isFinite(G) ? Array.from({ length: (Number.isFinite(ve) ? ve : G) - G + 1 }, (Pe, Fe) => G + Fe) : [];
    });
  }
  function z() {
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
    ], x());
  }
  const ue = (m, I) => m === null ? I : m.length > 6 ? `${m.length} (${m[0]}…${m.at(-1)})` : m.join(", "), J = (m) => `${y[m.kind]}${m.kind === "block" ? "" : ` · ${E[m.point]}`} · layers ${ue(m.layers, "all")}${m.heads ? ` · head ${ue(m.heads, "")}` : ""} · ${m.kind === "block" ? "from " : ""}tokens ${ue(m.positions, "all")}${m.keys ? ` to ${ue(m.keys, "all")}` : ""}${["scale", "steer"].includes(m.kind) ? ` · ×${m.strength}` : ""}`;
  async function x() {
    const m = t().changes.filter((I) => I.on).map(({ on: I, ...G }) => ({
      ...G,
      source: G.source && t().second ? t().second.id : G.source
    }));
    if (S(d, ""), t().write(), !m.length) {
      S(p, null), ae();
      return;
    }
    S(b, !0);
    try {
      for await (const I of t().source.stream(n(a).id, "changes", { changes: m, max_new_tokens: 16 })) S(p, I);
      t().clean && await F();
    } catch (I) {
      S(d, I.message, !0);
    }
    S(b, !1);
  }
  async function F() {
    if (!n(p)) return;
    const m = await fetch(`api/studies/${n(p).about.study}`);
    if (!m.ok) return;
    const { unpack: I } = await Promise.resolve().then(() => Wl), G = new pn(t().source, n(p).about.study, I(new Uint8Array(await m.arrayBuffer())));
    G.answer = n(p).about.after, t().clean = n(a), t().study = G;
  }
  function ae() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let M = /* @__PURE__ */ $("patching"), j = /* @__PURE__ */ $("groups"), X = /* @__PURE__ */ $("resid_post"), fe = /* @__PURE__ */ $(1), K = /* @__PURE__ */ $(null), pe = null, Y = /* @__PURE__ */ $(!1), te = /* @__PURE__ */ $("");
  const R = /* @__PURE__ */ U(() => n(M) !== "knockout"), C = /* @__PURE__ */ U(() => {
    const m = n(a).tokens.filter((G) => G.kind === "image").length;
    return n(M) === "gradients" ? 3 : (n(M) === "knockout" || n(j) === "groups" ? 3 : n(j) === "heads" ? n(a).nHeads : t().selected.size || m + 1) * n(a).nLayers;
  });
  async function q() {
    pe?.abort(), pe = new AbortController();
    const m = pe;
    S(K, null), S(te, ""), S(Y, !0);
    const I = t().selected.size ? [...t().selected].sort((ve, Pe) => ve - Pe) : null, G = n(M) === "knockout" ? { window: n(fe) } : n(M) === "gradients" ? {
      source: t().second.id,
      point: n(X) === "z" ? "z" : n(X) === "resid_pre" || n(X) === "resid_mid" ? "resid_post" : n(X)
    } : {
      source: t().second.id,
      point: n(X),
      over: n(j),
      positions: I
    };
    try {
      for await (const ve of t().source.stream(n(a).id, n(M), G, m.signal)) S(K, ve);
    } catch (ve) {
      ve.name !== "AbortError" && S(te, ve.message, !0);
    }
    pe === m && S(Y, !1);
  }
  function oe() {
    pe?.abort(), S(Y, !1);
  }
  const P = /* @__PURE__ */ U(() => n(K)?.arrays.effect.shape ?? [0, 0]), Z = /* @__PURE__ */ U(() => n(P)[1] > 0 && n(P)[1] <= 6);
  function W(m) {
    if (!n(K) || n(K).about.axis !== "position") return;
    const I = new Float32Array(n(a).tokens.length).fill(NaN);
    n(K).about.columns.forEach((G, ve) => I[G] = n(K).arrays.effect.data[m * n(P)[1] + ve]), t().sweep = {
      values: I,
      label: `${n(M)} at layer ${m}: ${n(K).about.measure}`
    }, t().paint = "sweep";
  }
  const ee = /* @__PURE__ */ U(() => n(K) ? {
    name: n(M),
    svg: () => Ea(n(K).arrays.effect.data, n(P)[0], n(P)[1], (m) => Ut(m, !0), n(K).about.measure),
    csv: () => [
      ["layer", ...n(K).about.labels],
      ...Array.from({ length: n(P)[0] }, (m, I) => [
        I,
        ...Array.from(n(K).arrays.effect.data.slice(I * n(P)[1], (I + 1) * n(P)[1]))
      ])
    ]
  } : null), re = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9"
  ], se = /* @__PURE__ */ U(() => {
    let m = 0, I = 1;
    if (n(K)) for (const G of n(K).arrays.effect.data) Number.isNaN(G) || ([m, I] = [Math.min(m, G), Math.max(I, G)]);
    return [m, I];
  });
  var ge = zu(), ke = Le(ge), Ce = w(ke);
  {
    let m = /* @__PURE__ */ U(() => n(p)?.about.code ?? "");
    Er(Ce, {
      title: "Changes",
      get code() {
        return n(m);
      },
      children: (I, G) => {
        var ve = bu();
        g(I, ve);
      },
      $$slots: { default: !0 }
    });
  }
  var Ae = c(Ce, 2);
  {
    var v = (m) => {
      var I = yu(), G = w(I), ve = V(G);
      D(() => O(ve, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ne("click", G, z), g(m, I);
    };
    B(Ae, (m) => {
      t().layer !== null && m(v);
    });
  }
  var H = c(Ae, 2), A = w(H), Q = c(w(A));
  Ne(Q, 21, () => n(_), ze, (m, I) => {
    var G = Jn(), ve = V(G, !0), Pe = {};
    D(() => {
      O(ve, y[n(I)]), Pe !== (Pe = n(I)) && (G.value = (G.__value = Pe) ?? "");
    }), g(m, G);
  }), St(Q);
  var ie = c(A, 2);
  {
    var Me = (m) => {
      var I = wu(), G = c(w(I));
      Ne(G, 21, () => Object.entries(E), ze, (ve, Pe) => {
        var Fe = /* @__PURE__ */ U(() => _n(n(Pe), 2));
        let ot = () => n(Fe)[0], Xe = () => n(Fe)[1];
        var Ue = Jn(), He = V(Ue, !0), Ve = {};
        D(() => {
          O(He, Xe()), Ve !== (Ve = ot()) && (Ue.value = (Ue.__value = Ve) ?? "");
        }), g(ve, Ue);
      }), St(G), $t(G, () => n(i), (ve) => S(i, ve)), g(m, I);
    };
    B(ie, (m) => {
      n(s) !== "block" && m(Me);
    });
  }
  var _e = c(ie, 2), me = c(w(_e)), de = c(_e, 2), be = w(de);
  be.value = be.__value = "all";
  var ye = c(be);
  ye.value = ye.__value = "picked";
  var xe = c(ye), le = {}, $e = c(de, 2);
  {
    var Re = (m) => {
      var I = ku(), G = c(w(I)), ve = w(G);
      ve.value = ve.__value = "picked";
      var Pe = c(ve);
      Pe.value = Pe.__value = "all", St(G), $t(G, () => n(u), (Fe) => S(u, Fe)), g(m, I);
    };
    B($e, (m) => {
      (n(s) === "block" || n(i) === "z") && m(Re);
    });
  }
  var he = c($e, 2), Ee = w(he), Oe = c(Ee), Ie = w(Oe);
  Ie.value = Ie.__value = "all";
  var Ge = c(Ie);
  Ge.value = Ge.__value = "focus";
  var tt = c(Ge);
  tt.value = tt.__value = "token";
  var xt = c(tt);
  xt.value = xt.__value = "selection";
  var _t = c(xt);
  _t.value = _t.__value = "image";
  var gt = c(_t);
  gt.value = gt.__value = "text", St(Oe);
  var ct = c(he, 2);
  {
    var fr = (m) => {
      var I = xu(), G = c(w(I)), ve = w(G);
      ve.value = ve.__value = "image";
      var Pe = c(ve);
      Pe.value = Pe.__value = "selection";
      var Fe = c(Pe);
      Fe.value = Fe.__value = "token";
      var ot = c(Fe);
      ot.value = ot.__value = "text", St(G), $t(G, () => n(f), (Xe) => S(f, Xe)), g(m, I);
    };
    B(ct, (m) => {
      n(s) === "block" && m(fr);
    });
  }
  var Ht = c(ct, 2);
  {
    var sn = (m) => {
      var I = Eu(), G = c(w(I));
      wt(G, () => n(h), (ve) => S(h, ve)), g(m, I);
    };
    B(Ht, (m) => {
      (n(s) === "scale" || n(s) === "steer") && m(sn);
    });
  }
  var zt = c(H, 2);
  {
    var Lt = (m) => {
      var I = Ja(), G = V(I, !0);
      D(() => O(G, n(d))), g(m, I);
    };
    B(zt, (m) => {
      n(d) && m(Lt);
    });
  }
  var Fr = c(zt, 2);
  {
    var on = (m) => {
      var I = Nu(), G = Le(I);
      Ne(G, 21, () => t().changes, ze, (Ue, He, Ve) => {
        var Bt = Su(), er = w(Bt), rt = w(er), Ze = c(rt), Be = c(er, 2);
        D(
          (nt) => {
            al(rt, n(He).on), O(Ze, ` ${nt ?? ""}`);
          },
          [() => J(n(He))]
        ), ne("change", rt, (nt) => {
          t().changes = t().changes.map((mt, tr) => tr === Ve ? { ...mt, on: nt.currentTarget.checked } : mt), x();
        }), ne("click", Be, () => {
          t().changes = t().changes.filter((nt, mt) => mt !== Ve), x();
        }), g(Ue, Bt);
      });
      var ve = c(G, 2), Pe = w(ve), Fe = V(Pe, !0), ot = c(Pe, 2);
      {
        var Xe = (Ue) => {
          var He = xr(), Ve = Le(He);
          {
            var Bt = (rt) => {
              var Ze = Au();
              ne("click", Ze, ae), g(rt, Ze);
            }, er = (rt) => {
              var Ze = Mu();
              ne("click", Ze, F), g(rt, Ze);
            };
            B(Ve, (rt) => {
              t().clean ? rt(Bt) : rt(er, -1);
            });
          }
          g(Ue, He);
        };
        B(ot, (Ue) => {
          n(p) && t().source.kind === "server" && Ue(Xe);
        });
      }
      D(() => {
        Pe.disabled = n(b), O(Fe, n(b) ? "running…" : "run again");
      }), ne("click", Pe, x), g(m, I);
    };
    B(Fr, (m) => {
      t().changes.length && m(on);
    });
  }
  var $n = c(Fr, 2);
  {
    var Rn = (m) => {
      const I = /* @__PURE__ */ U(() => (Ze) => Ze.filter((Be) => !Be.ends).map((Be) => Be.token.text).join("") || "∅");
      var G = Tu(), ve = Le(G), Pe = w(ve), Fe = c(w(Pe)), ot = V(Fe, !0), Xe = c(Pe, 4), Ue = c(w(Xe)), He = V(Ue, !0), Ve = c(Xe, 2), Bt = V(Ve), er = c(ve, 2), rt = c(w(er));
      Ne(rt, 21, () => n(p).about.words, (Ze) => Ze.id, (Ze, Be) => {
        var nt = Pu(), mt = w(nt), tr = V(mt, !0), Et = c(mt);
        let dr;
        var Ur = w(Et), rr = V(Ur, !0), nr = c(Et);
        let $a;
        var hi = w(nr), pi = V(hi, !0), _i = c(nr), gi = V(_i, !0);
        D(
          (mi, bi, yi, wi) => {
            O(tr, mi), dr = Je(Et, "", dr, { "--share": `${100 * n(Be).before}%` }), O(rr, bi), $a = Je(nr, "", $a, { "--share": `${100 * n(Be).after}%` }), O(pi, yi), O(gi, wi);
          },
          [
            () => vt(n(Be).text),
            () => Gt(n(Be).before),
            () => Gt(n(Be).after),
            () => sr(n(Be).logit_after - n(Be).logit_before)
          ]
        ), g(Ze, nt);
      }), D(
        (Ze, Be, nt) => {
          O(ot, Ze), O(He, Be), O(Bt, `KL ${nt ?? ""} nats at the first token`);
        },
        [
          () => n(I)(n(p).about.before),
          () => n(I)(n(p).about.after),
          () => n(p).arrays.kl.data[0].toPrecision(3)
        ]
      ), g(m, G);
    };
    B($n, (m) => {
      n(p) && m(Rn);
    });
  }
  var Cn = c(ke, 2), ln = w(Cn);
  {
    let m = /* @__PURE__ */ U(() => n(K)?.about.code ?? "");
    Er(ln, {
      title: "Sweeps",
      get code() {
        return n(m);
      },
      get exporter() {
        return n(ee);
      },
      children: (I, G) => {
        var ve = Ou();
        g(I, ve);
      },
      $$slots: { default: !0 }
    });
  }
  var In = c(ln, 2), Sa = w(In), jn = c(w(Sa)), Dn = w(jn);
  Dn.value = Dn.__value = "patching";
  var Fn = c(Dn);
  Fn.value = Fn.__value = "gradients";
  var Aa = c(Fn);
  Aa.value = Aa.__value = "knockout", St(jn);
  var Ma = c(Sa, 2);
  {
    var ni = (m) => {
      var I = Lu(), G = c(w(I));
      Ne(G, 21, () => Object.entries(E), ze, (ve, Pe) => {
        var Fe = /* @__PURE__ */ U(() => _n(n(Pe), 2));
        let ot = () => n(Fe)[0], Xe = () => n(Fe)[1];
        var Ue = Jn(), He = V(Ue, !0), Ve = {};
        D(() => {
          O(He, Xe()), Ve !== (Ve = ot()) && (Ue.value = (Ue.__value = Ve) ?? "");
        }), g(ve, Ue);
      }), St(G), $t(G, () => n(X), (ve) => S(X, ve)), g(m, I);
    };
    B(Ma, (m) => {
      n(M) !== "knockout" && m(ni);
    });
  }
  var Na = c(Ma, 2);
  {
    var ai = (m) => {
      var I = $u(), G = c(w(I)), ve = w(G);
      ve.value = ve.__value = "groups";
      var Pe = c(ve);
      Pe.value = Pe.__value = "positions";
      var Fe = c(Pe);
      Fe.value = Fe.__value = "heads", St(G), $t(G, () => n(j), (ot) => S(j, ot)), g(m, I);
    };
    B(Na, (m) => {
      n(M) === "patching" && m(ai);
    });
  }
  var Pa = c(Na, 2);
  {
    var si = (m) => {
      var I = Ru(), G = c(w(I));
      D(() => ce(G, "max", n(a).nLayers)), wt(G, () => n(fe), (ve) => S(fe, ve)), g(m, I);
    };
    B(Pa, (m) => {
      n(M) === "knockout" && m(si);
    });
  }
  var ii = c(Pa, 2);
  {
    var oi = (m) => {
      var I = Cu();
      ne("click", I, oe), g(m, I);
    }, li = (m) => {
      var I = Iu();
      D(() => I.disabled = n(R) && !t().second), g(m, I);
    };
    B(ii, (m) => {
      n(Y) ? m(oi) : m(li, -1);
    });
  }
  var Ta = c(In, 2), ui = V(Ta, !0), Oa = c(Ta, 2);
  {
    var ci = (m) => {
      var I = Ja(), G = V(I, !0);
      D(() => O(G, n(te))), g(m, I);
    };
    B(Oa, (m) => {
      n(te) && m(ci);
    });
  }
  var La = c(Oa, 2);
  {
    var fi = (m) => {
      var I = ju(), G = w(I), ve = c(G), Pe = c(ve);
      D(() => {
        O(G, `${n(Y) ? "running" : n(K) && n(K).about.done < n(K).about.of ? "stopped" : "done"} `), ce(ve, "max", n(K)?.about.of ?? 1), Vs(ve, n(K)?.about.done ?? 0), O(Pe, ` ${n(K) ? `${n(K).about.done} of ${n(K).about.of} layers` : ""}`);
      }), g(m, I);
    };
    B(La, (m) => {
      (n(Y) || n(K)) && m(fi);
    });
  }
  var di = c(La, 2);
  {
    var vi = (m) => {
      var I = Hu(), G = Le(I), ve = V(G, !0), Pe = c(G, 2);
      {
        var Fe = (Xe) => {
          var Ue = Uu(), He = w(Ue), Ve = w(He);
          Ne(Ve, 17, () => n(K).about.labels, ze, (Be, nt, mt) => {
            const tr = /* @__PURE__ */ U(() => Array.from({ length: n(P)[0] }, (rr, nr) => [
              nr,
              n(K).arrays.effect.data[nr * n(P)[1] + mt]
            ]).filter(([, rr]) => !Number.isNaN(rr)));
            var Et = Du(), dr = w(Et), Ur = V(dr, !0);
            D(
              (rr) => {
                ce(Et, "stroke", re[mt % 6]), ce(Et, "points", rr), O(Ur, n(nt));
              },
              [
                () => n(tr).map(([rr, nr]) => `${10 + 300 * rr / Math.max(1, n(P)[0] - 1)},${110 - 100 * (nr - n(se)[0]) / (n(se)[1] - n(se)[0])}`).join(" ")
              ]
            ), g(Be, Et);
          });
          var Bt = c(Ve), er = c(He, 2), rt = w(er);
          Ne(rt, 17, () => n(K).about.labels, ze, (Be, nt, mt) => {
            var tr = Fu(), Et = w(tr);
            let dr;
            var Ur = c(Et, 1, !0);
            D(() => {
              dr = Je(Et, "", dr, { background: re[mt % 6] }), O(Ur, n(nt));
            }), g(Be, tr);
          });
          var Ze = c(rt);
          D(
            (Be, nt) => {
              ce(Bt, "y1", 110 + 100 * n(se)[0] / (n(se)[1] - n(se)[0])), ce(Bt, "y2", 110 + 100 * n(se)[0] / (n(se)[1] - n(se)[0])), O(Ze, ` · layers 0 to ${n(P)[0] - 1}, from ${Be ?? ""} to ${nt ?? ""}`);
            },
            [
              () => n(se)[0].toFixed(2),
              () => n(se)[1].toFixed(2)
            ]
          ), g(Xe, Ue);
        }, ot = (Xe) => {
          {
            let Ue = /* @__PURE__ */ U(() => n(K).about.axis === "position" ? n(K).about.columns.map((He) => n(a).label(He)) : null);
            xn(Xe, {
              label: "Sweep",
              get values() {
                return n(K).arrays.effect.data;
              },
              get rows() {
                return n(P)[0];
              },
              get columns() {
                return n(P)[1];
              },
              signed: !0,
              high: 1,
              get columnName() {
                return n(K).about.axis;
              },
              get columnLabels() {
                return n(Ue);
              },
              onhover: (He) => He && W(He[0]),
              onpick: ([He, Ve]) => {
                W(He), n(K).about.axis === "head" ? t().takeHead(He, Ve) : n(K).about.axis === "position" && t().takePlace(n(K).about.columns[Ve]);
              }
            });
          }
        };
        B(Pe, (Xe) => {
          n(Z) ? Xe(Fe) : Xe(ot, -1);
        });
      }
      D(() => O(ve, n(K).about.measure)), g(m, I);
    };
    B(di, (m) => {
      n(K) && m(vi);
    });
  }
  D(
    (m) => {
      le !== (le = `0-${n(a).nLayers - 1}`) && (xe.value = xe.__value = le), O(Ee, `${n(s) === "block" ? "from" : "tokens"} `), O(ui, m);
    },
    [
      () => n(R) && !t().second ? "Add a second image above: patches come from it." : `At most ${n(C).toLocaleString("en")} partial passes${t().selected.size && n(M) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), De("submit", H, (m) => {
    m.preventDefault(), T();
  }), $t(Q, () => n(s), (m) => S(s, m)), wt(me, () => n(l), (m) => S(l, m)), $t(Oe, () => n(o), (m) => S(o, m)), De("submit", In, (m) => {
    m.preventDefault(), q();
  }), $t(jn, () => n(M), (m) => S(M, m)), g(r, ge), pt();
}
Ot(["click", "change"]);
var qu = /* @__PURE__ */ k('<span class="fine">what each token says, if the model stopped at that layer</span>'), Ga = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Xa = /* @__PURE__ */ k('<button type="button"> </button>'), Wu = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Followed words"></div>'), Vu = /* @__PURE__ */ k('<button type="button" class="map"><canvas></canvas><small> </small></button>'), Ku = /* @__PURE__ */ k('<div class="maps" role="group"></div>'), Yu = /* @__PURE__ */ qs('<polyline fill="none" stroke-width="2"></polyline>'), Ju = /* @__PURE__ */ k("<span><i></i> </span>"), Gu = /* @__PURE__ */ k('<figure class="curve"><svg viewBox="0 0 320 84" role="img"><!><line x1="10" x2="310" y1="76" y2="76" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Xu = /* @__PURE__ */ k('<button type="button" tabindex="-1"> </button>'), Zu = /* @__PURE__ */ k("<span> </span>"), Qu = /* @__PURE__ */ k('<div><span class="name"><small> </small> </span> <!></div>'), ec = /* @__PURE__ */ k('<div class="row"><form class="row" role="search"><label>word <input size="12" placeholder="follow a word"/></label><button type="submit">show</button></form> <div class="chips" role="group" aria-label="What the table shows"></div></div> <!> <!> <label class="row grow">layer <output> </output><input type="range" min="0"/></label> <!> <!> <div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>', 1), tc = /* @__PURE__ */ k('<section class="card" aria-label="Lens"><!> <!> <!></section>');
function rc(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = /* @__PURE__ */ U(() => e.painted.lens.view), s = /* @__PURE__ */ U(() => e.painted.words.view), i = /* @__PURE__ */ U(() => n(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ U(() => Math.min(t().lensLayer ?? n(i)[0] - 1, Math.max(0, n(i)[0] - 1)));
  let l = /* @__PURE__ */ $("top"), u = /* @__PURE__ */ $(""), f = /* @__PURE__ */ $(!1);
  const h = 24;
  let p = /* @__PURE__ */ $(void 0), b = /* @__PURE__ */ $(0), d = /* @__PURE__ */ $(400);
  const y = /* @__PURE__ */ U(() => n(i)[1]), E = /* @__PURE__ */ U(() => Math.max(0, Math.floor(n(b) / h) - 6)), _ = /* @__PURE__ */ U(() => Math.min(n(y), Math.ceil((n(b) + n(d)) / h) + 6)), N = /* @__PURE__ */ U(() => !n(a) || n(l) === "top" || n(l) === "word" ? n(l) === "word" && n(s) ? Math.max(0.05, ...Rt(n(s).arrays.probs, 0)) : 1 : Math.max(...n(a).arrays[n(l)].data, 1e-6)), T = (C, q) => {
    const oe = q * n(i)[1] + C, P = n(l) === "top" ? n(a).arrays.probs.data[oe * n(i)[2]] : n(l) === "word" ? n(s) ? n(s).arrays.probs.data[oe] : NaN : n(a).arrays[n(l)].data[oe], Z = n(l) === "top" ? vt(n(a).about.strings[n(a).arrays.ids.data[oe * n(i)[2]]]) : n(l) === "word" ? P > 5e-4 ? Gt(P) : "" : Xt(P);
    return { value: P, text: Z };
  }, L = (C, q) => Array.from({ length: n(i)[2] }, (oe, P) => {
    const Z = (q * n(i)[1] + C) * n(i)[2] + P;
    return `${vt(n(a).about.strings[n(a).arrays.ids.data[Z]])} ${Gt(n(a).arrays.probs.data[Z])}`;
  }).join(", "), z = /* @__PURE__ */ U(() => e.study.images.find((C) => C.boxed)), ue = /* @__PURE__ */ U(() => e.study.tokens.filter((C) => C.box && C.image === e.study.images.indexOf(n(z)) && !(C.global && e.study.tokens.some((q) => q.image === C.image && !q.global)) && C.frame <= 0));
  function J(C, q) {
    const oe = ({ values: P, high: Z }) => {
      const [W, ee] = n(z).size, re = 96 / Math.max(W, ee), se = C.getContext("2d");
      Object.assign(C, {
        width: Math.round(W * re),
        height: Math.round(ee * re)
      });
      for (const { position: ge, box: ke } of n(ue))
        se.fillStyle = Ut((P[ge] ?? NaN) / Z, !1), se.fillRect(ke[0] * re, ke[1] * re, (ke[2] - ke[0]) * re + 0.5, (ke[3] - ke[1]) * re + 0.5);
    };
    return oe(q), { update: oe };
  }
  function x(C) {
    C.preventDefault();
    const q = n(u).trim();
    q && (t().words = [q, ...t().words.filter((oe) => oe !== q)].slice(0, 8), S(l, "word"), t().paint = "word", S(u, ""), S(f, !0));
  }
  function F(C) {
    n(p) && (C * h < n(p).scrollTop || (C + 1) * h > n(p).scrollTop + n(d) - 40) && (n(p).scrollTop = Math.max(0, C * h - n(d) / 2));
  }
  Yt(() => {
    t().place !== null && F(t().place);
  });
  function ae(C) {
    const q = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[C.key];
    q && (C.preventDefault(), t().place = Math.max(0, Math.min(n(y) - 1, (t().place ?? 0) + (t().place === null ? 0 : q[0]))), t().lensLayer = Math.max(0, Math.min(n(i)[0] - 1, n(o) + q[1])));
  }
  const M = /* @__PURE__ */ U(() => {
    const C = t().shownPlace ?? t().at;
    if (!n(s) || C >= n(s).arrays.probs.shape[2]) return [];
    const [q, oe, P] = n(s).arrays.probs.shape;
    return Array.from({ length: q }, (Z, W) => ({
      word: n(s).about.words[W],
      values: Array.from({ length: oe }, (ee, re) => n(s).arrays.probs.data[(W * oe + re) * P + C])
    }));
  }), j = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9"
  ], X = /* @__PURE__ */ U(() => n(a) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        "entropy",
        "kl"
      ],
      ...Array.from({ length: n(i)[0] * n(i)[1] }, (C, q) => [
        n(a).about.layers[Math.floor(q / n(i)[1])],
        n(a).arrays.positions.data[q % n(i)[1]],
        e.study.label(q % n(i)[1]),
        n(a).about.strings[n(a).arrays.ids.data[q * n(i)[2]]],
        n(a).arrays.probs.data[q * n(i)[2]],
        n(a).arrays.entropy.data[q],
        n(a).arrays.kl.data[q]
      ])
    ]
  } : null);
  var fe = tc(), K = w(fe);
  {
    let C = /* @__PURE__ */ U(() => n(l) === "word" && n(s) ? n(s).about.code : n(a)?.about.code ?? "");
    Er(K, {
      title: "Logit lens",
      get code() {
        return n(C);
      },
      get exporter() {
        return n(X);
      },
      children: (q, oe) => {
        var P = qu();
        g(q, P);
      },
      $$slots: { default: !0 }
    });
  }
  var pe = c(K, 2);
  {
    var Y = (C) => {
      var q = Ga(), oe = V(q, !0);
      D(() => O(oe, e.painted.lens.error)), g(C, q);
    };
    B(pe, (C) => {
      e.painted.lens.error && C(Y);
    });
  }
  var te = c(pe, 2);
  {
    var R = (C) => {
      var q = ec(), oe = Le(q), P = w(oe), Z = w(P), W = c(w(Z)), ee = c(P, 2);
      Ne(
        ee,
        21,
        () => [
          ["top", "most probable"],
          [
            "word",
            t().words[0] ?? t().target?.text.trim() ?? "word"
          ],
          ["entropy", "entropy"],
          ["kl", "KL to output"]
        ],
        ze,
        (le, $e) => {
          var Re = /* @__PURE__ */ U(() => _n(n($e), 2));
          let he = () => n(Re)[0], Ee = () => n(Re)[1];
          var Oe = Xa(), Ie = V(Oe, !0);
          D(() => {
            ce(Oe, "aria-pressed", n(l) === he()), O(Ie, Ee());
          }), ne("click", Oe, () => {
            S(l, he(), !0), (he() === "top" || he() === "word") && (t().paint = he());
          }), g(le, Oe);
        }
      );
      var re = c(oe, 2);
      {
        var se = (le) => {
          var $e = Wu();
          Ne($e, 20, () => t().words, (Re) => Re, (Re, he) => {
            var Ee = Xa(), Oe = V(Ee, !0);
            D(() => {
              ce(Ee, "aria-pressed", t().words[0] === he), O(Oe, he);
            }), ne("click", Ee, () => t().words = [he, ...t().words.filter((Ie) => Ie !== he)]), g(Re, Ee);
          }), g(le, $e);
        };
        B(re, (le) => {
          t().words.length > 1 && le(se);
        });
      }
      var ge = c(re, 2);
      {
        var ke = (le) => {
          var $e = Ga(), Re = V($e, !0);
          D(() => O(Re, e.painted.words.error)), g(le, $e);
        };
        B(ge, (le) => {
          e.painted.words.error && le(ke);
        });
      }
      var Ce = c(ge, 2), Ae = c(w(Ce)), v = V(Ae, !0), H = c(Ae), A = c(Ce, 2);
      {
        var Q = (le) => {
          const $e = /* @__PURE__ */ U(() => Math.max(0.05, ...Array.from({ length: n(s).arrays.probs.shape[1] }, (he, Ee) => n(ue).reduce((Oe, Ie) => Math.max(Oe, Rt(n(s).arrays.probs, 0, Ee)[Ie.position] ?? 0), 0))));
          var Re = Ku();
          Ne(Re, 22, () => n(s).about.layers, (he) => he, (he, Ee, Oe) => {
            var Ie = Vu(), Ge = w(Ie);
            Jo(Ge, (_t, gt) => J?.(_t, gt), () => ({
              values: Rt(n(s).arrays.probs, 0, n(Oe)),
              high: n($e)
            }));
            var tt = c(Ge), xt = V(tt, !0);
            D(() => {
              ce(Ie, "aria-pressed", n(o) === n(Oe) && t().paint === "word"), O(xt, Ee);
            }), ne("click", Ie, () => {
              t().lensLayer = n(Oe), t().paint = "word";
            }), g(he, Ie);
          }), D(() => ce(Re, "aria-label", `“${n(s).about.words[0] ?? ""}” over the image, layer by layer`)), g(le, Re);
        };
        B(A, (le) => {
          n(s) && n(z) && n(ue).length && le(Q);
        });
      }
      var ie = c(A, 2);
      {
        var Me = (le) => {
          var $e = Gu(), Re = w($e), he = w(Re);
          Ne(he, 17, () => n(M), ze, (Ge, tt, xt) => {
            let _t = () => n(tt).values;
            var gt = Yu();
            D(
              (ct) => {
                ce(gt, "stroke", j[xt % j.length]), ce(gt, "points", ct);
              },
              [
                () => _t().map((ct, fr) => `${10 + 300 * fr / Math.max(1, _t().length - 1)},${76 - 68 * ct}`).join(" ")
              ]
            ), g(Ge, gt);
          });
          var Ee = c(Re, 2), Oe = w(Ee);
          Ne(Oe, 17, () => n(M), ze, (Ge, tt, xt) => {
            let _t = () => n(tt).word, gt = () => n(tt).values;
            var ct = Ju(), fr = w(ct);
            let Ht;
            var sn = c(fr);
            D(
              (zt) => {
                Ht = Je(fr, "", Ht, { background: j[xt % j.length] }), O(sn, `${_t() ?? ""} ${zt ?? ""}`);
              },
              [() => Gt(gt().at(-1) ?? 0)]
            ), g(Ge, ct);
          });
          var Ie = c(Oe);
          D(
            (Ge, tt) => {
              ce(Re, "aria-label", `Probability over layers at ${Ge ?? ""}`), O(Ie, ` over layers, at ${tt ?? ""}`);
            },
            [
              () => e.study.label(t().shownPlace ?? t().at),
              () => e.study.label(t().shownPlace ?? t().at)
            ]
          ), g(le, $e);
        };
        B(ie, (le) => {
          n(M).length && le(Me);
        });
      }
      var _e = c(ie, 2);
      let me;
      var de = w(_e), be = c(w(de));
      Ne(be, 18, () => n(a).about.layers, (le) => le, (le, $e, Re) => {
        var he = Xu();
        let Ee;
        var Oe = V(he, !0);
        D(() => {
          Ee = Jt(he, 1, "", null, Ee, { current: n(Re) === n(o) }), O(Oe, $e);
        }), ne("click", he, () => t().lensLayer = n(Re)), g(le, he);
      });
      var ye = c(de, 2);
      let xe;
      Ne(ye, 23, () => ({ length: Math.max(0, n(_) - n(E)) }), (le, $e) => n(E) + $e, (le, $e, Re) => {
        const he = /* @__PURE__ */ U(() => n(E) + n(Re));
        var Ee = Qu();
        let Oe, Ie;
        var Ge = w(Ee), tt = w(Ge), xt = V(tt, !0), _t = c(tt), gt = c(Ge, 2);
        Ne(gt, 17, () => ({ length: n(i)[0] }), ze, (ct, fr, Ht, sn) => {
          const zt = /* @__PURE__ */ U(() => T(n(he), Ht));
          var Lt = Zu();
          let Fr, on;
          var $n = V(Lt, !0);
          D(
            (Rn, Cn, ln) => {
              Fr = Jt(Lt, 1, "cell", null, Fr, { here: Ht === n(o) }), ce(Lt, "title", Rn), on = Je(Lt, "", on, { background: Cn, color: ln }), O($n, n(zt).text);
            },
            [
              () => n(l) === "top" ? L(n(he), Ht) : void 0,
              () => n(l) === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(n(zt).value))}%, transparent)` : Ut(n(zt).value / n(N), !1),
              () => n(l) === "top" ? null : oa(n(zt).value / n(N), !1)
            ]
          ), De("mouseenter", Lt, () => t().hoverPlace = n(he)), De("mouseleave", Lt, () => t().hoverPlace = null), ne("click", Lt, () => {
            t().takePlace(n(he)), t().lensLayer = Ht;
          }), g(ct, Lt);
        }), D(
          (ct) => {
            Oe = Jt(Ee, 1, "lens-row", null, Oe, {
              current: n(he) === t().shownPlace,
              focus: n(he) === t().at
            }), ce(Ee, "data-row", n(he)), Ie = Je(Ee, "", Ie, { top: `${n(he) * h}px` }), O(xt, n(he)), O(_t, ` ${ct ?? ""}`);
          },
          [() => vt(e.study.label(n(he)))]
        ), ne("click", Ge, () => t().takePlace(n(he))), g(le, Ee);
      }), an(_e, (le) => S(p, le), () => n(p)), D(() => {
        O(v, n(a).about.layers[n(o)]), ce(H, "max", n(i)[0] - 1), Vs(H, n(o)), ce(_e, "aria-label", `Lens table: ${n(y) ?? ""} positions by ${n(i)[0] ?? ""} layers. Arrow keys move.`), me = Je(_e, "", me, { "--columns": n(i)[0] }), xe = Je(ye, "", xe, { height: `${n(y) * h}px` });
      }), De("submit", P, x), wt(W, () => n(u), (le) => S(u, le)), ne("input", H, (le) => {
        t().lensLayer = Number(le.currentTarget.value), t().paint !== "word" && (t().paint = "top");
      }), De("scroll", _e, () => S(b, n(p).scrollTop, !0)), ne("keydown", _e, ae), xa(_e, "clientHeight", (le) => S(d, le)), g(C, q);
    };
    B(te, (C) => {
      n(a) && C(R);
    });
  }
  g(r, fe), pt();
}
Ot(["click", "input", "keydown"]);
var nc = /* @__PURE__ */ k("<td><span> </span> <small> </small></td>"), ac = /* @__PURE__ */ k('<tr><th scope="row"> </th><!></tr>'), sc = /* @__PURE__ */ k('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><th scope="col" colspan="2">and then</th></tr></thead><tbody></tbody></table></div>', 1);
function ic(r, e) {
  ht(e, !0);
  const t = /* @__PURE__ */ U(() => e.session.shownPlace ?? e.session.at), a = /* @__PURE__ */ U(() => {
    if (!e.lens) return [];
    const { ids: l, probs: u, positions: f } = e.lens.arrays, [h, p, b] = l.shape;
    let d = n(t);
    return f.data[d] !== n(t) && (d = Array.prototype.indexOf.call(f.data, n(t))), d < 0 || d >= p ? [] : Array.from({ length: h }, (y, E) => ({
      layer: e.lens.about.layers[E],
      top: Array.from({ length: Math.min(3, b) }, (_, N) => {
        const T = (E * p + d) * b + N;
        return {
          text: e.lens.about.strings[l.data[T]],
          p: u.data[T],
          id: e.lens.arrays.tokens.data[l.data[T]]
        };
      })
    })).reverse();
  });
  var s = xr(), i = Le(s);
  {
    var o = (l) => {
      var u = sc(), f = Le(u), h = w(f), p = c(h), b = V(p), d = c(f, 2), y = w(d), E = w(y), _ = V(E), N = c(E, 2);
      Ne(N, 21, () => n(a), ({ layer: T, top: L }) => T, (T, L) => {
        let z = () => n(L).layer, ue = () => n(L).top;
        var J = ac(), x = w(J), F = V(x, !0), ae = c(x);
        Ne(ae, 17, ue, ze, (M, j, X) => {
          let fe = () => n(j).text, K = () => n(j).p, pe = () => n(j).id;
          var Y = xr(), te = Le(Y);
          {
            var R = (C) => {
              var q = nc();
              let oe, P;
              var Z = w(q), W = V(Z, !0), ee = c(Z, 2), re = V(ee, !0);
              D(
                (se, ge) => {
                  oe = Jt(q, 1, "", null, oe, { target: e.session.target?.id === pe() }), P = Je(q, "", P, { "--share": `${100 * K()}%` }), O(W, se), O(re, ge);
                },
                [() => vt(fe()), () => Gt(K())]
              ), g(C, q);
            };
            B(te, (C) => {
              X < 3 && C(R);
            });
          }
          g(M, Y);
        }), D(() => O(F, z())), g(T, J);
      }), D(
        (T) => {
          O(h, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), O(b, `${T ?? ""}, by layer`), ce(d, "data-reading", n(t)), O(_, `Most probable tokens at position ${n(t) ?? ""}, layer by layer`);
        },
        [() => e.study.label(n(t))]
      ), g(l, u);
    };
    B(i, (l) => {
      n(a).length && l(o);
    });
  }
  g(r, s), pt();
}
var Za = /* @__PURE__ */ k('<button type="button"> </button>'), oc = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which image"></div>'), lc = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), uc = /* @__PURE__ */ k('<label class="grow"> <input type="range" min="0"/></label>'), cc = /* @__PURE__ */ k('<div class="row"><!> <!> <!></div>'), fc = /* @__PURE__ */ k('<img alt=""/>'), dc = /* @__PURE__ */ k('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), vc = /* @__PURE__ */ k('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), hc = /* @__PURE__ */ k('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), pc = /* @__PURE__ */ k('<p class="fine"> <button type="button" class="link">clear</button></p>'), _c = /* @__PURE__ */ k('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function ei(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = qe(e, "name", 3, "Image"), s = qe(e, "tall", 3, "58vh"), i = /* @__PURE__ */ $(0), o = /* @__PURE__ */ $(0), l = /* @__PURE__ */ $(!1), u = /* @__PURE__ */ $(1), f = /* @__PURE__ */ $("point"), h = /* @__PURE__ */ $(void 0), p = /* @__PURE__ */ $(0), b = /* @__PURE__ */ $(0), d = /* @__PURE__ */ $([]);
  const y = /* @__PURE__ */ U(() => e.study.images[Math.min(n(i), e.study.images.length - 1)]), E = /* @__PURE__ */ U(() => n(y)?.size ?? [1, 1]), _ = /* @__PURE__ */ U(() => e.study.tokens.filter((v) => v.kind === "image" && v.image === Math.min(n(i), e.study.images.length - 1))), N = /* @__PURE__ */ U(() => [...new Set(n(_).map((v) => v.frame))].filter((v) => v >= 0)), T = /* @__PURE__ */ U(() => [...new Set(n(_).map((v) => v.global))]), L = /* @__PURE__ */ U(() => n(_).filter((v) => v.box && (n(N).length ? v.frame === n(N)[Math.min(n(o), n(N).length - 1)] : n(T).length < 2 || v.global === n(l)))), z = /* @__PURE__ */ U(() => n(y) ? n(y).frames[Math.min(
    n(N).length ? Math.floor(Math.min(n(o), n(N).length - 1) / n(N).length * n(y).frames.length) : 0,
    n(y).frames.length - 1
  )] : null), ue = /* @__PURE__ */ U(() => n(y) && n(z) ? n(y).frames.indexOf(n(z)) : 0), J = /* @__PURE__ */ U(() => new Map(n(L).map((v) => [v.position, v]))), x = /* @__PURE__ */ U(() => n(p) ? n(p) / n(E)[0] : 0);
  Yt(() => {
    const v = t().place === null ? null : e.study.tokens[t().place];
    v?.kind === "image" && (S(i, v.image, !0), v.frame >= 0 && S(
      o,
      [
        ...new Set(e.study.tokens.filter((H) => H.image === v.image && H.frame >= 0).map((H) => H.frame))
      ].indexOf(v.frame),
      !0
    ), S(l, v.global, !0));
  });
  function F() {
    if (!n(h) || !n(x)) return;
    const v = devicePixelRatio || 1, H = n(p) * n(E)[1] / n(E)[0];
    (n(h).width !== Math.round(n(p) * v) || n(h).height !== Math.round(H * v)) && (n(h).width = Math.round(n(p) * v), n(h).height = Math.round(H * v));
    const A = n(h).getContext("2d");
    A.setTransform(v * n(x), 0, 0, v * n(x), 0, 0), A.clearRect(0, 0, n(E)[0], n(E)[1]);
    const Q = 1 / n(x);
    if (e.painting) {
      const { values: ie, texts: Me, signed: _e, high: me } = e.painting, [de, be] = Me ? [0.5, 0] : _e ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: ye, box: xe } of n(L)) {
        const le = ie[ye] ?? NaN;
        Number.isNaN(le) || (A.globalAlpha = de + be * Math.min(1, Math.abs(le) / me), A.fillStyle = Ut(le / me, _e), A.fillRect(xe[0], xe[1], xe[2] - xe[0], xe[3] - xe[1]));
      }
      A.globalAlpha = 1, e.painting.texts && n(L).length <= 900 && M(A);
    } else if (n(L).length <= 4e3) {
      A.strokeStyle = "rgba(255,255,255,.28)", A.lineWidth = Q;
      for (const { box: ie } of n(L)) A.strokeRect(ie[0], ie[1], ie[2] - ie[0], ie[3] - ie[1]);
    }
    for (const ie of t().selected) ae(A, ie, "#14e0c0", 2);
    t().place !== null && ae(A, t().place, "#fff", 3), t().hoverPlace !== null && ae(A, t().hoverPlace, "#ffe14d", 2), n(d).length > 1 && (A.strokeStyle = "#14e0c0", A.lineWidth = 2 * Q, A.beginPath(), n(f) === "box" ? A.rect(n(d)[0][0], n(d)[0][1], n(d).at(-1)[0] - n(d)[0][0], n(d).at(-1)[1] - n(d)[0][1]) : n(d).forEach(([ie, Me], _e) => _e ? A.lineTo(ie, Me) : A.moveTo(ie, Me)), A.stroke());
  }
  function ae(v, H, A, Q) {
    const ie = n(J).get(H)?.box;
    if (ie)
      for (const [Me, _e] of [["#000", 2], [A, 0]])
        v.strokeStyle = Me, v.lineWidth = (Q + _e) / n(x), v.strokeRect(ie[0], ie[1], ie[2] - ie[0], ie[3] - ie[1]);
  }
  function M(v) {
    v.textAlign = "center", v.textBaseline = "middle", v.fillStyle = "#fff", v.strokeStyle = "#000";
    for (const { position: H, box: A } of n(L)) {
      const Q = vt(e.painting.texts[H] ?? "").slice(0, 12), ie = A[2] - A[0], Me = A[3] - A[1], _e = Math.min(Me * 0.42, ie * 1.5 / Math.max(2, Q.length));
      v.font = `600 ${_e}px system-ui, sans-serif`, v.lineWidth = _e / 6, v.strokeText(Q, (A[0] + A[2]) / 2, (A[1] + A[3]) / 2, ie), v.fillText(Q, (A[0] + A[2]) / 2, (A[1] + A[3]) / 2, ie);
    }
  }
  Yt(F);
  function j(v) {
    const H = n(h).getBoundingClientRect();
    return [
      (v.clientX - H.left) / H.width * n(E)[0],
      (v.clientY - H.top) / H.height * n(E)[1]
    ];
  }
  const X = ([v, H]) => n(L).find(({ box: A }) => v >= A[0] && v < A[2] && H >= A[1] && H < A[3]);
  function fe(v) {
    const H = j(v);
    if (n(d).length) {
      S(d, [...n(d), H]);
      return;
    }
    const A = X(H);
    t().hoverPlace = A?.position ?? null;
  }
  function K(v) {
    n(f) === "point" || v.button || (n(h).setPointerCapture(v.pointerId), S(d, [j(v)]));
  }
  function pe(v) {
    const H = j(v);
    if (n(f) === "point") {
      const Q = X(H);
      Q && (v.shiftKey || v.ctrlKey || v.metaKey) ? t().toggle([Q.position], "flip") : Q && t().takePlace(t().place === Q.position ? null : Q.position);
      return;
    }
    if (!n(d).length) return;
    const A = n(L).filter(({ box: Q }) => Y((Q[0] + Q[2]) / 2, (Q[1] + Q[3]) / 2, Q)).map((Q) => Q.position);
    t().toggle(A, v.shiftKey ? "add" : "set"), S(d, []);
  }
  function Y(v, H, A) {
    const [Q, ie] = [n(d)[0], n(d).at(-1)];
    if (n(f) === "box") {
      const [_e, me] = [Math.min(Q[0], ie[0]), Math.max(Q[0], ie[0])], [de, be] = [Math.min(Q[1], ie[1]), Math.max(Q[1], ie[1])];
      return A[2] > _e && A[0] < me && A[3] > de && A[1] < be;
    }
    if (n(f) === "brush") return n(d).some(([_e, me]) => _e >= A[0] && _e < A[2] && me >= A[1] && me < A[3]);
    let Me = !1;
    for (let _e = 0, me = n(d).length - 1; _e < n(d).length; me = _e++) {
      const [de, be] = n(d)[_e], [ye, xe] = n(d)[me];
      be > H != xe > H && v < (ye - de) * (H - be) / (xe - be) + de && (Me = !Me);
    }
    return Me;
  }
  function te(v) {
    const H = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[v.key], A = t().shownPlace === null ? null : n(J).get(t().shownPlace);
    if (H) {
      v.preventDefault();
      const Q = A ? R(A, H) : n(L)[0];
      Q && (t().hoverPlace = Q.position);
    } else (v.key === "Enter" || v.key === " ") && t().shownPlace !== null ? (v.preventDefault(), v.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (v.key === "r" || v.key === "c") && A && t().toggle(n(L).filter((Q) => v.key === "r" ? Q.row === A.row : Q.column === A.column).map((Q) => Q.position), "add");
  }
  function R(v, [H, A]) {
    const Q = (de) => [
      (de.box[0] + de.box[2]) / 2,
      (de.box[1] + de.box[3]) / 2
    ], [ie, Me] = Q(v);
    let _e, me = 1 / 0;
    for (const de of n(L)) {
      const [be, ye] = Q(de), xe = (be - ie) * H + (ye - Me) * A, le = Math.abs((be - ie) * A) + Math.abs((ye - Me) * H);
      xe > 0.01 && xe + 3 * le < me && ([_e, me] = [de, xe + 3 * le]);
    }
    return _e;
  }
  const C = /* @__PURE__ */ U(() => {
    const v = t().shownPlace, H = v === null ? null : e.study.tokens[v];
    if (!H) return "Point at a token, click to keep it, Esc lets go.";
    const A = e.painting?.values[v], Q = H.box ? `, pixels ${H.box.map((ie) => Math.round(ie)).join(", ")}` : "";
    return `Token ${v}: ${JSON.stringify(e.study.label(v))}${Q}${A === void 0 || Number.isNaN(A) ? "" : ` · ${Xt(A)}`}`;
  });
  Yt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Gs(
        n(E)[0],
        n(E)[1],
        n(L).map((v) => ({
          box: v.box,
          fill: e.painting ? Ut((e.painting.values[v.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[v.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...n(L).map((v) => [
          v.position,
          v.row,
          v.column,
          ...v.box,
          e.painting?.values[v.position] ?? ""
        ])
      ]
    });
  });
  var q = _c(), oe = w(q);
  {
    var P = (v) => {
      var H = cc(), A = w(H);
      {
        var Q = (de) => {
          var be = oc();
          Ne(be, 21, () => e.study.images, ze, (ye, xe, le) => {
            var $e = Za(), Re = V($e);
            D(() => {
              ce($e, "aria-pressed", n(i) === le), O(Re, `${n(xe).kind === "video" ? "video" : "image"} ${le + 1}`);
            }), ne("click", $e, () => S(i, le, !0)), g(ye, $e);
          }), g(de, be);
        };
        B(A, (de) => {
          e.study.images.length > 1 && de(Q);
        });
      }
      var ie = c(A, 2);
      {
        var Me = (de) => {
          var be = lc(), ye = w(be), xe = c(ye, 2);
          D(() => {
            ce(ye, "aria-pressed", !n(l)), ce(xe, "aria-pressed", n(l));
          }), ne("click", ye, () => S(l, !1)), ne("click", xe, () => S(l, !0)), g(de, be);
        };
        B(ie, (de) => {
          n(T).length > 1 && de(Me);
        });
      }
      var _e = c(ie, 2);
      {
        var me = (de) => {
          var be = uc(), ye = w(be), xe = c(ye);
          D(
            (le) => {
              O(ye, `frame ${le ?? ""} of ${n(N).length ?? ""} `), ce(xe, "max", n(N).length - 1);
            },
            [() => Math.min(n(o), n(N).length - 1) + 1]
          ), wt(xe, () => n(o), (le) => S(o, le)), g(de, be);
        };
        B(_e, (de) => {
          n(N).length && de(me);
        });
      }
      g(v, H);
    };
    B(oe, (v) => {
      (e.study.images.length > 1 || n(N).length || n(T).length > 1) && v(P);
    });
  }
  var Z = c(oe, 2);
  {
    var W = (v) => {
      var H = dc(), A = Le(H);
      let Q;
      var ie = w(A);
      let Me;
      var _e = w(ie);
      {
        var me = (he) => {
          var Ee = fc();
          let Oe, Ie;
          D(
            (Ge) => {
              ce(Ee, "src", Ge), Oe = Jt(Ee, 1, "", null, Oe, { dim: e.painting }), Ie = Je(Ee, "", Ie, {
                left: `${100 * n(z).area[0] / n(E)[0]}%`,
                top: `${100 * n(z).area[1] / n(E)[1]}%`,
                width: `${100 * (n(z).area[2] - n(z).area[0]) / n(E)[0]}%`,
                height: `${100 * (n(z).area[3] - n(z).area[1]) / n(E)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(n(i), e.study.images.length - 1), n(ue))
            ]
          ), De("load", Ee, () => _o(b)), g(he, Ee);
        };
        B(_e, (he) => {
          n(z) && he(me);
        });
      }
      var de = c(_e, 2);
      let be;
      var ye = w(de);
      an(ye, (he) => S(h, he), () => n(h));
      var xe = c(A, 2), le = w(xe);
      Ne(le, 20, () => ["point", "box", "brush", "lasso"], ze, (he, Ee) => {
        var Oe = Za(), Ie = V(Oe, !0);
        D(() => {
          ce(Oe, "aria-pressed", n(f) === Ee), O(Ie, Ee);
        }), ne("click", Oe, () => S(f, Ee, !0)), g(he, Oe);
      });
      var $e = c(le, 2), Re = c(w($e));
      D(() => {
        Q = Jt(A, 1, "scroller", null, Q, { zoomed: n(u) > 1 }), Me = Je(ie, "", Me, {
          width: `${100 * n(u)}%`,
          "max-width": n(u) === 1 ? `min(100%, calc(${s()} * ${n(E)[0] / n(E)[1]}))` : "none"
        }), ce(de, "aria-label", `${a() ?? ""}: ${n(L).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), ce(de, "data-stage", a()), be = Je(de, "", be, {
          "aspect-ratio": `${n(E)[0] ?? ""} / ${n(E)[1] ?? ""}`
        });
      }), ne("keydown", de, te), ne("pointermove", ye, fe), ne("pointerdown", ye, K), ne("pointerup", ye, pe), De("pointerleave", ye, () => t().hoverPlace = null), xa(ie, "clientWidth", (he) => S(p, he)), wt(Re, () => n(u), (he) => S(u, he)), g(v, H);
    }, ee = (v) => {
      var H = vc();
      g(v, H);
    };
    B(Z, (v) => {
      n(y) && n(L).length ? v(W) : e.study.images.length && v(ee, 1);
    });
  }
  var re = c(Z, 2);
  {
    var se = (v) => {
      var H = hc(), A = w(H), Q = V(A, !0), ie = c(A);
      let Me;
      var _e = c(ie), me = V(_e, !0), de = c(_e), be = V(de, !0);
      D(
        (ye, xe, le) => {
          O(Q, ye), Me = Je(ie, "", Me, { background: xe }), O(me, le), O(be, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Xt(e.painting.high)}` : "0",
          () => dl(e.painting.signed),
          () => Xt(e.painting.high)
        ]
      ), g(v, H);
    };
    B(re, (v) => {
      e.painting && v(se);
    });
  }
  var ge = c(re, 2), ke = V(ge, !0), Ce = c(ge, 2);
  {
    var Ae = (v) => {
      var H = pc(), A = w(H), Q = c(A);
      D(() => O(A, `${t().selected.size ?? ""} tokens selected `)), ne("click", Q, () => t().toggle([])), g(v, H);
    };
    B(Ce, (v) => {
      t().selected.size && v(Ae);
    });
  }
  D(() => O(ke, n(C))), g(r, q), pt();
}
Ot([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
class ti {
  constructor(e, t) {
    this.session = e, this.of = t;
    const a = (s, i) => new En(e, () => {
      const o = t(), l = o && i();
      return l ? { study: o, name: s, asked: l } : null;
    });
    this.heads = a("heads", () => e.tabs.includes("attention") ? { focus: e.at } : null), this.lens = a("lens", () => e.tabs.includes("lens") ? { top_k: 5 } : null), this.sources = a("sources", () => e.paint === "sources" && e.target ? {
      target: e.target.id,
      contrast: e.contrast?.id ?? null,
      focus: e.at
    } : null), this.words = a("words", () => this.followed.length && (e.tab === "lens" || e.paint === "word") ? { words: this.followed } : null), this.readers = a("readers", () => e.paint === "readers" && e.place !== null ? { position: e.place } : null);
  }
  session;
  of;
  heads;
  sources;
  lens;
  words;
  readers;
  // The words that the lens follows: the user's, else the target.
  get followed() {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }
  get now() {
    const { session: e } = this, t = e.shownHead, a = this.of();
    if (!a) return null;
    const s = e.lensLayer ?? a.nLayers;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        return i && t ? Br(Rt(i.arrays.weights, t.layer, t.head), a, `attention of L${t.layer}H${t.head} from ${JSON.stringify(a.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? Br(Rt(i.arrays.sources, t.layer, t.head), a, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? Br(Rt(i.arrays.weights, t.layer, t.head), a, `how much each token looks at ${JSON.stringify(a.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = Br(Rt(i.arrays.probs, 0, Math.min(s, i.about.layers.length - 1)), a, `probability of “${i.about.words[0]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Rt(i.arrays.ids, o), u = Rt(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], p = new Float32Array(h), b = [];
        for (let d = 0; d < h; d++) {
          const y = i.arrays.positions.data[d];
          p[y] = u[d * f], b[y] = i.about.strings[l[d * f]];
        }
        return {
          values: p,
          texts: b,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "sweep":
        return e.sweep?.values ? Br(e.sweep.values, a, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function Br(r, e, t, a = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < r.length; o++) {
    const l = Math.abs(r[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: r, texts: null, signed: a, high: s || i || 1, label: t };
}
var gc = /* @__PURE__ */ k("<option></option>"), mc = /* @__PURE__ */ k('<label class="fine">example <select><option>choose</option><!></select></label>'), bc = /* @__PURE__ */ k('<button type="button" class="link">close</button>'), yc = /* @__PURE__ */ k('<span class="error"> </span>'), wc = /* @__PURE__ */ k('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!>', 1), kc = /* @__PURE__ */ k('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), xc = /* @__PURE__ */ k('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Ec(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ $(void 0);
  const s = new ti(t(), () => t().second), i = /* @__PURE__ */ U(() => t().second), o = /* @__PURE__ */ U(() => s.now);
  var l = xc(), u = w(l), f = c(w(u), 4);
  {
    var h = (T) => {
      var L = mc(), z = c(w(L)), ue = w(z);
      ue.value = ue.__value = "";
      var J = c(ue);
      Ne(J, 17, () => ({ length: t().info.examples }), ze, (F, ae, M) => {
        var j = gc();
        j.textContent = M + 1;
        var X = {};
        D(
          (fe) => {
            X !== (X = fe) && (j.value = (j.__value = X) ?? "");
          },
          [() => String(M)]
        ), g(F, j);
      });
      var x;
      St(z), D(
        (F) => {
          x !== (x = F) && (z.value = (z.__value = x) ?? "", ya(z, x));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ne("change", z, (F) => {
        F.currentTarget.value && t().openSecond(Number(F.currentTarget.value));
      }), g(T, L);
    };
    B(f, (T) => {
      t().info?.examples && T(h);
    });
  }
  var p = c(f, 2), b = c(p, 2);
  an(b, (T) => S(a, T), () => n(a));
  var d = c(b, 2);
  {
    var y = (T) => {
      var L = bc();
      ne("click", L, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), g(T, L);
    };
    B(d, (T) => {
      n(i) && T(y);
    });
  }
  var E = c(u, 2);
  {
    var _ = (T) => {
      var L = wc(), z = Le(L), ue = c(w(z)), J = V(ue, !0), x = c(ue, 2);
      {
        var F = (M) => {
          var j = yc(), X = V(j);
          D(() => O(X, `It has ${n(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), g(M, j);
        };
        B(x, (M) => {
          t().study && n(i).nPrompt !== t().study.nPrompt && M(F);
        });
      }
      var ae = c(z, 2);
      ei(ae, {
        get session() {
          return t();
        },
        get study() {
          return n(i);
        },
        get painting() {
          return n(o);
        },
        name: "Second image",
        tall: "38vh"
      }), D((M) => O(J, M), [
        () => n(i).answer.filter((M) => !M.ends).map((M) => vt(M.token.text)).join("")
      ]), g(T, L);
    }, N = (T) => {
      var L = kc();
      g(T, L);
    };
    B(E, (T) => {
      n(i) ? T(_) : T(N, -1);
    });
  }
  ne("click", p, () => n(a)?.click()), ne("change", b, (T) => {
    const L = T.currentTarget.files?.[0];
    L && t().openSecond(L), T.currentTarget.value = "";
  }), g(r, l), pt();
}
Ot(["change", "click"]);
var Sc = /* @__PURE__ */ k('<button type="button" class="token run"> </button>'), Ac = /* @__PURE__ */ k('<button type="button"> </button>'), Mc = /* @__PURE__ */ k('<button type="button" class="link">fold image tokens</button>'), Nc = /* @__PURE__ */ k('<p class="fine"><button type="button" class="small"> </button></p>'), Pc = /* @__PURE__ */ k('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function Tc(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7), a = /* @__PURE__ */ $(!1);
  const s = /* @__PURE__ */ U(() => e.study.images.some((y) => !y.boxed)), i = /* @__PURE__ */ U(() => {
    const y = [], E = e.study.tokens.map((_) => ({
      position: _.position,
      text: _.text,
      image: _.kind === "image"
    }));
    e.study.answer.slice(0, -1).forEach((_, N) => E.push({
      position: e.study.nPrompt + N,
      text: _.token.text,
      image: !1
    }));
    for (const { position: _, text: N, image: T } of E) {
      const L = y.at(-1);
      T && !n(a) && !n(s) && L && L.count > 0 && L.position + L.count === _ ? L.count++ : y.push({
        position: _,
        text: N,
        count: T && !n(a) && !n(s) ? 1 : 0
      });
    }
    return y;
  }), o = (y) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: E } = e.painting;
    let _ = 0;
    for (let N = 0; N < Math.max(1, y.count); N++) _ += E[y.position + N] ?? 0;
    return y.position < E.length ? _ : NaN;
  };
  var l = Pc(), u = Le(l), f = w(u);
  Ne(f, 17, () => n(i), (y) => y.position, (y, E) => {
    const _ = /* @__PURE__ */ U(() => o(n(E))), N = /* @__PURE__ */ U(() => Math.max(-1, Math.min(1, n(_) / (e.painting?.high ?? 1))));
    var T = xr(), L = Le(T);
    {
      var z = (J) => {
        var x = Sc();
        let F;
        var ae = V(x);
        D(
          (M, j, X) => {
            ce(x, "title", `${n(E).count ?? ""} image tokens${M ?? ""}: show each`), F = Je(x, "", F, { background: j, color: X }), O(ae, `▦ ${n(E).count ?? ""}`);
          },
          [
            () => Number.isNaN(n(_)) ? "" : `, in all ${Xt(n(_))}`,
            () => Number.isNaN(n(_)) ? null : Ut(Math.max(-1, Math.min(1, n(_))), e.painting.signed),
            () => Number.isNaN(n(_)) ? null : oa(Math.max(-1, Math.min(1, n(_))), e.painting.signed)
          ]
        ), ne("click", x, () => S(a, !0)), g(J, x);
      }, ue = (J) => {
        var x = Ac();
        let F, ae;
        var M = V(x, !0);
        D(
          (j, X, fe, K, pe) => {
            F = Jt(x, 1, "token", null, F, {
              focus: t().at === n(E).position,
              place: t().shownPlace === n(E).position,
              chosen: j
            }), ce(x, "title", `token ${n(E).position ?? ""}${X ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), ae = Je(x, "", ae, { background: fe, color: K }), O(M, pe);
          },
          [
            () => t().selected.has(n(E).position),
            () => Number.isNaN(n(_)) ? "" : `: ${Xt(n(_))}`,
            () => Number.isNaN(n(_)) ? null : Ut(n(N), e.painting.signed),
            () => Number.isNaN(n(_)) ? null : oa(n(N), e.painting.signed),
            () => vt(n(E).text)
          ]
        ), De("pointerenter", x, () => t().hoverPlace = n(E).position), De("pointerleave", x, () => t().hoverPlace = null), ne("click", x, (j) => {
          j.altKey ? t().focus = n(E).position : j.shiftKey ? t().toggle([n(E).position], "flip") : t().takePlace(t().place === n(E).position ? null : n(E).position);
        }), g(J, x);
      };
      B(L, (J) => {
        n(E).count ? J(z) : J(ue, -1);
      });
    }
    g(y, T);
  });
  var h = c(f, 2);
  {
    var p = (y) => {
      var E = Mc();
      ne("click", E, () => S(a, !1)), g(y, E);
    };
    B(h, (y) => {
      n(a) && y(p);
    });
  }
  var b = c(u, 2);
  {
    var d = (y) => {
      var E = Nc(), _ = w(E), N = V(_);
      D(() => O(N, `make token ${t().place ?? ""} the focus`)), ne("click", _, () => {
        t().focus = t().place;
      }), g(y, E);
    };
    B(b, (y) => {
      t().place !== null && t().place !== t().at && y(d);
    });
  }
  g(r, l), pt();
}
Ot(["click"]);
var Oc = /* @__PURE__ */ k('<button type="button" class="small">save as page</button>'), Lc = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), $c = /* @__PURE__ */ k('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), Rc = /* @__PURE__ */ k("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), Cc = /* @__PURE__ */ k("<option>lens: a word</option><option>lens: most probable</option>", 1), Ic = /* @__PURE__ */ k("<option>sweep</option>"), jc = /* @__PURE__ */ k('<select aria-label="What is painted on the image"><option>grid only</option><!><!><!></select>'), Dc = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Fc = /* @__PURE__ */ k('<section class="card" aria-label="Image and tokens"><!> <!> <!> <!> <!></section>'), Uc = /* @__PURE__ */ k('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Hc = /* @__PURE__ */ k('<button type="button" role="tab" aria-controls="panel"> </button>'), zc = /* @__PURE__ */ k("<!> <!>", 1), Bc = /* @__PURE__ */ k('<!> <div class="tabs" role="tablist" aria-label="Views"></div> <div role="tabpanel" id="panel"><!> <!> <!> <!></div>', 1), qc = /* @__PURE__ */ k('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Wc = /* @__PURE__ */ k('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><h1 class="hidden">Look inside a vision-language model</h1> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Vc(r, e) {
  ht(e, !0);
  let t = qe(e, "session", 7);
  const a = new ti(t(), () => t().study), s = /* @__PURE__ */ U(() => t().study), i = /* @__PURE__ */ U(() => a.now);
  let o = /* @__PURE__ */ $(null), l = /* @__PURE__ */ $("");
  const u = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  Yt(() => {
    t().write();
  }), Yt(() => {
    n(l) ? document.documentElement.dataset.theme = n(l) : delete document.documentElement.dataset.theme;
  });
  function f(R) {
    R.key === "Escape" && t().release();
  }
  function h(R) {
    const C = { ArrowLeft: -1, ArrowRight: 1 }[R.key];
    if (!C) return;
    R.preventDefault();
    const q = t().tabs, oe = q[(q.indexOf(t().tab) + C + q.length) % q.length];
    t().tab = oe, document.getElementById(`tab-${oe}`)?.focus();
  }
  async function p() {
    n(s) && await t().during((async () => {
      const R = new Uint8Array(await (await fetch(`api/studies/${n(s).id}`)).arrayBuffer()), C = n(s).answer.filter((oe) => !oe.ends).map((oe) => oe.token.text).join("").trim(), q = await Cl(n(s), R, (oe, P) => t().source.pictureUrl(n(s).id, oe, P), t().question, `${t().model}: ${C}`, t().tabs.filter((oe) => oe !== "causes"));
      hn("study.html", q, "text/html");
    })());
  }
  const b = /* @__PURE__ */ U(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : t().paint === "top" ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : n(s)?.code), d = /* @__PURE__ */ U(() => a.sources.error || a.readers.error);
  var y = Wc();
  De("keydown", wn, f);
  var E = Le(y), _ = c(E, 2), N = c(w(_), 4), T = V(N, !0), L = c(N, 2);
  {
    var z = (R) => {
      var C = Oc();
      ne("click", C, p), g(R, C);
    };
    B(L, (R) => {
      n(s) && t().source.kind === "server" && R(z);
    });
  }
  var ue = c(L, 2);
  {
    var J = (R) => {
      var C = Lc(), q = V(C);
      D(() => O(q, `theme: ${(n(l) || "auto") ?? ""}`)), ne("click", C, () => S(
        l,
        n(l) === "dark" ? "light" : n(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), g(R, C);
    };
    B(ue, (R) => {
      t().source.kind !== "kernel" && R(J);
    });
  }
  var x = c(_, 2);
  {
    var F = (R) => {
      var C = $c(), q = w(C), oe = c(q);
      D(() => O(q, `${t().message ?? ""} `)), ne("click", oe, () => t().message = ""), g(R, C);
    };
    B(x, (R) => {
      t().message && R(F);
    });
  }
  var ae = c(x, 2), M = w(ae), j = c(w(M), 2);
  Ol(j, {
    get session() {
      return t();
    }
  });
  var X = c(j, 2);
  {
    var fe = (R) => {
      var C = Fc(), q = w(C);
      {
        let re = /* @__PURE__ */ U(() => n(b) ?? "");
        Er(q, {
          title: "Image",
          get code() {
            return n(re);
          },
          get exporter() {
            return n(o);
          },
          children: (se, ge) => {
            var ke = jc(), Ce = w(ke);
            Ce.value = Ce.__value = "none";
            var Ae = c(Ce);
            {
              var v = (me) => {
                var de = Rc(), be = Le(de);
                be.value = be.__value = "attention";
                var ye = c(be);
                ye.value = ye.__value = "sources";
                var xe = c(ye);
                xe.value = xe.__value = "readers", g(me, de);
              }, H = /* @__PURE__ */ U(() => t().tabs.includes("attention"));
              B(Ae, (me) => {
                n(H) && me(v);
              });
            }
            var A = c(Ae);
            {
              var Q = (me) => {
                var de = Cc(), be = Le(de);
                be.value = be.__value = "word";
                var ye = c(be);
                ye.value = ye.__value = "top", g(me, de);
              }, ie = /* @__PURE__ */ U(() => t().tabs.includes("lens"));
              B(A, (me) => {
                n(ie) && me(Q);
              });
            }
            var Me = c(A);
            {
              var _e = (me) => {
                var de = Ic();
                de.value = de.__value = "sweep", g(me, de);
              };
              B(Me, (me) => {
                t().sweep && me(_e);
              });
            }
            St(ke), $t(ke, () => t().paint, (me) => t().paint = me), g(se, ke);
          },
          $$slots: { default: !0 }
        });
      }
      var oe = c(q, 2);
      ei(oe, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get painting() {
          return n(i);
        },
        onexport: (re) => S(o, re)
      });
      var P = c(oe, 2);
      {
        var Z = (re) => {
          var se = Dc(), ge = V(se, !0);
          D(() => O(ge, n(d))), g(re, se);
        };
        B(P, (re) => {
          n(d) && re(Z);
        });
      }
      var W = c(P, 2);
      Tc(W, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get painting() {
          return n(i);
        }
      });
      var ee = c(W, 2);
      ic(ee, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get lens() {
          return a.lens.view;
        }
      }), g(R, C);
    };
    B(X, (R) => {
      n(s) && R(fe);
    });
  }
  var K = c(M, 2), pe = w(K);
  {
    var Y = (R) => {
      var C = Bc(), q = Le(C);
      {
        var oe = (v) => {
          var H = Uc(), A = c(w(H));
          ne("click", A, () => {
            t().study = t().clean, t().clean = null;
          }), g(v, H);
        };
        B(q, (v) => {
          t().clean && v(oe);
        });
      }
      var P = c(q, 2);
      Ne(P, 21, () => t().tabs, ze, (v, H) => {
        var A = Hc(), Q = V(A, !0);
        D(() => {
          ce(A, "id", `tab-${n(H) ?? ""}`), ce(A, "aria-selected", t().tab === n(H)), ce(A, "tabindex", t().tab === n(H) ? 0 : -1), O(Q, u[n(H)]);
        }), ne("keydown", A, h), ne("click", A, () => {
          t().tab = n(H), n(H) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
        }), g(v, A);
      });
      var Z = c(P, 2), W = w(Z);
      {
        var ee = (v) => {
          mu(v, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            }
          });
        };
        B(W, (v) => {
          t().tab === "attribution" && v(ee);
        });
      }
      var re = c(W, 2);
      {
        var se = (v) => {
          iu(v, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            },
            get painted() {
              return a;
            }
          });
        };
        B(re, (v) => {
          t().tab === "attention" && v(se);
        });
      }
      var ge = c(re, 2);
      {
        var ke = (v) => {
          rc(v, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            },
            get painted() {
              return a;
            }
          });
        };
        B(ge, (v) => {
          t().tab === "lens" && v(ke);
        });
      }
      var Ce = c(ge, 2);
      {
        var Ae = (v) => {
          var H = zc(), A = Le(H);
          Ec(A, {
            get session() {
              return t();
            }
          });
          var Q = c(A, 2);
          Bu(Q, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            }
          }), g(v, H);
        };
        B(Ce, (v) => {
          t().tab === "causes" && v(Ae);
        });
      }
      D(() => ce(Z, "aria-labelledby", `tab-${t().tab ?? ""}`)), g(R, C);
    }, te = (R) => {
      var C = qc();
      g(R, C);
    };
    B(pe, (R) => {
      n(s) ? R(Y) : t().source.kind === "server" && R(te, 1);
    });
  }
  D(() => O(T, t().busy ? "working…" : "")), ne("click", E, (R) => {
    R.preventDefault(), document.getElementById("views")?.focus();
  }), g(r, y), pt();
}
Ot(["click", "keydown"]);
function ri(r, e) {
  return r.classList.add("vlm"), zo(Vc, { target: r, props: { session: new Xl(e) } });
}
const Qa = document.querySelector("#app[data-start]");
if (Qa) {
  const r = document.getElementById("study")?.textContent;
  ri(Qa, r ? new Yl(JSON.parse(r)) : new Kl());
}
const Yc = {
  render({ model: r, el: e }) {
    const t = ri(e, new Jl(r));
    return () => qo(t);
  }
};
export {
  Yc as default,
  ri as start
};

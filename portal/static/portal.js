// What pages do beyond links and forms. Everything works without this file, only with more page loads.
"use strict";
(() => {
  const all = (selector, root = document) => root.querySelectorAll(selector);
  const token = () => document.querySelector('meta[name="csrf-token"]').content;
  const clock = () => new Date().toTimeString().slice(0, 5);
  document.documentElement.classList.add("js");

  // htmx sends the token of this session's forms with every request.
  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["x-csrftoken"] = token();
    const [name, value] = pressed.get(event.target) || [];
    if (name) event.detail.parameters[name] = value;
  });

  // Autosave: <form data-autosave hx-post=… hx-trigger="change, …"> tells its state in its [data-saved], and tries again.
  const edited = new Map(); // form -> number of edits since its last save, none when everything is saved
  const tell = (form, words, tone) => {
    for (const mark of all("[data-saved]", form)) {
      if (mark.textContent !== words) mark.textContent = words; // said aloud once, not at every key
      mark.className = `saved ${tone}`;
    }
  };
  const pressed = new Map(); // form -> name and value of a button pressed in it that no request has carried yet
  const autosaving = (event) => event.target.closest && event.target.closest("form[data-autosave]");
  const again = () => {
    for (const form of edited.keys()) form.isConnected ? form.requestSubmit() : edited.delete(form);
  };
  document.addEventListener("input", (event) => {
    const form = autosaving(event);
    if (!form) return;
    edited.set(form, (edited.get(form) || 0) + 1);
    tell(form, "Saving…", "waiting");
  });
  // Pressed while a save is under way, a button waits; what overtakes it or draws it anew must not lose what it says.
  document.addEventListener("submit", (event) => {
    const form = autosaving(event);
    const button = event.submitter;
    if (!form || !button || !button.name) return;
    pressed.set(form, [button.name, button.value]);
    edited.set(form, (edited.get(form) || 0) + 1);
  }, true);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = autosaving(event);
    if (!form) return;
    event.detail.xhr.edits = edited.get(form);
    event.detail.xhr.pressed = pressed.get(form);
    pressed.delete(form);
    tell(form, "Saving…", "waiting");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = autosaving(event);
    if (!form) return;
    const { status, edits } = event.detail.xhr;
    if (status >= 200 && status < 300) {
      if (event.detail.xhr.pressed) pressed.delete(form); // what is drawn anew may stand elsewhere now
      settle(form);
      if (edited.get(form) !== edits) return; // more was entered meanwhile, and is on its way
      edited.delete(form);
      tell(form, `✓ Saved ${clock()}`, "done");
    } else if (status === 0 || status >= 500) {
      edited.set(form, edits || 1);
      if (event.detail.xhr.pressed && !pressed.has(form)) pressed.set(form, event.detail.xhr.pressed);
      tell(form, "Not saved: no connection. We keep trying.", "failed");
      setTimeout(again, 5000);
    } else if (status === 422 && beingAnswered(form)) {
      begun.set(form, edits);
      form.classList.add("begun");
      tell(form, "Not saved yet", "waiting");
    } else {
      if (status !== 422) edited.delete(form);
      refuse(form);
    }
  });

  // An answer that is only begun, or still being typed, is not wrong yet: what it needs stands there quietly, and becomes a
  // refusal once the person goes on without giving it.
  const begun = new Map(); // form -> number of edits up to which it is known to be only begun
  const beingAnswered = (form) => {
    const at = document.activeElement;
    const typing = at.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
    return form.contains(at) && (typing || form.querySelector("[data-unfinished]") !== null);
  };
  const refuse = (form) => {
    settle(form);
    tell(form, "Not saved: see below", "failed");
    const note = form.querySelector("[id^=note-]");
    if (!note) return;
    note.setAttribute("role", "alert");
    note.append(...note.childNodes); // said anew, now that it interrupts
  };
  const settle = (form) => {
    begun.delete(form);
    form.classList.remove("begun");
  };
  document.addEventListener("focusout", (event) => {
    const form = autosaving(event);
    if (!form || !begun.has(form) || begun.get(form) !== edited.get(form)) return; // or what was typed is on its way
    const leftEmpty = event.target.matches("[data-asked]") && !event.target.value.trim();
    if (leftEmpty || !form.contains(event.relatedTarget)) refuse(form);
  });

  // A choice that asks for words brings the focus to their line. Whoever comes by it with the arrow keys reaches it with Tab.
  let byArrow = false;
  document.addEventListener("keydown", (event) => { byArrow = event.key.startsWith("Arrow"); });
  document.addEventListener("pointerdown", () => { byArrow = false; });
  document.addEventListener("input", (event) => {
    const line = event.target.dataset && event.target.dataset.asks && document.getElementById(event.target.dataset.asks);
    if (line && event.target.checked && !byArrow) line.focus();
  });
  window.addEventListener("online", again);
  const unsaved = () => [...edited.keys()].some((form) => form.isConnected);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved()) event.preventDefault();
  });

  // A link or button that leaves the page while something is not saved yet waits for it; refused or cut off, the page stays
  // as it is, and a second press is left to the browser, which asks.
  let held = null;
  let refused = null;
  const hold = (event, pressed) => {
    if (!pressed || event.defaultPrevented || pressed === refused || !unsaved()) return;
    event.preventDefault();
    held = pressed;
    again();
  };
  document.addEventListener("submit", (event) => hold(event, event.submitter || event.target));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]:not([target]):not([download])");
    const here = link && link.hash && link.pathname === location.pathname;
    if (!here && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) hold(event, link);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (!held || !autosaving(event)) return;
    const pressed = held;
    const { status } = event.detail.xhr; // not `successful`, which htmx says of a refused answer too
    const saved = status >= 200 && status < 300;
    if (saved && unsaved()) return; // more was typed meanwhile, and is on its way
    held = null;
    refused = saved ? null : pressed;
    if (refused) autosaving(event).scrollIntoView({ block: "center" }); // it may stand far above what was pressed
    if (!refused && pressed.isConnected) pressed.matches("form") ? pressed.requestSubmit() : pressed.click();
  });

  // What was unfolded stays so when its place is drawn anew.
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    for (const one of all("details[id][open]", event.detail.target)) {
      const anew = event.detail.fragment.querySelector(`[id="${one.id}"]`);
      if (anew) anew.open = true;
    }
  });

  // A choice that goes with no other one empties the others, and they empty it; the server refuses them together.
  document.addEventListener("input", (event) => {
    const chosen = event.target;
    if (!chosen.matches || !chosen.matches(".pill-input[type=checkbox]:checked")) return;
    for (const one of all(":checked", chosen.closest(".pills"))) {
      if (one !== chosen && (chosen.matches("[data-exclusive]") || one.matches("[data-exclusive]"))) one.checked = false;
    }
  });

  // A table to fill in grows by a row: a copy of its last one, emptied. Rows for browsers without scripts stay out of it.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add-row]");
    if (!button) return;
    const rows = [...all("[data-row]", button.closest("[data-rows]"))];
    const fresh = rows.filter((row) => !row.classList.contains("no-js")).pop().cloneNode(true);
    for (const field of all("input, select", fresh)) {
      field.value = "";
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, String(rows.length + 1)));
    }
    rows[0].parentNode.append(fresh);
    fresh.querySelector("input, select").focus();
  });

  // Dropping or choosing files sends the form around a [data-dropzone], and its <progress> says how far it is.
  const send = (zone) => zone.closest("form").requestSubmit();
  document.addEventListener("change", (event) => {
    const zone = event.target.type === "file" && event.target.closest("[data-dropzone]");
    if (zone && event.target.files.length) send(zone);
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const zone = event.target.closest && event.target.closest("[data-dropzone]");
      if (!zone) return;
      event.preventDefault();
      zone.classList.toggle("dropping", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) {
        zone.querySelector("input[type=file]").files = event.dataTransfer.files;
        send(zone);
      }
    });
  }
  document.addEventListener("htmx:xhr:progress", (event) => {
    const { loaded, total, lengthComputable } = event.detail;
    if (!lengthComputable || !event.target.querySelector("[data-dropzone]")) return;
    const percent = Math.floor((100 * loaded) / total);
    for (const bar of all("[data-progress]", event.target)) { bar.hidden = false; bar.value = percent; }
    for (const words of all("[data-progress-words]", event.target)) {
      words.textContent = percent < 100 ? `Sending, ${percent} %` : "Received, being checked…";
    }
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const zone = event.target.querySelector && event.target.querySelector("[data-dropzone]");
    if (!zone || event.target !== zone.closest("form")) return;
    zone.querySelector("[data-progress]").hidden = true;
    zone.querySelector("[data-progress-words]").textContent = event.detail.successful ? "" : "Not received. Please try again.";
    zone.querySelector("input[type=file]").value = "";
  });

  // Shortcuts: data-key="a" presses the button or link, or enters the field; off for whoever turned them off.
  const keysOn = () => localStorage.getItem("surety-keys") !== "off";
  const showKeys = () => {
    document.documentElement.classList.toggle("keys-off", !keysOn());
    for (const button of all("[data-keys-toggle]")) button.setAttribute("aria-pressed", String(keysOn()));
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of all("details.menu[open]")) closeMenu(menu);
    if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const keyed = [...all("main [data-key]"), ...all("[data-key]")]; // what a page offers comes before what the shell does
    const target = keyed.find((one) => one.dataset.key === event.key && one.offsetParent);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input, textarea")) target.focus();
    else target.click();
  });

  // Menus are <details>: one closes when the pointer or the focus goes elsewhere.
  const closeMenu = (menu) => {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  };
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => {
      for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
    });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[data-keys-toggle]")) {
      localStorage.setItem("surety-keys", keysOn() ? "off" : "on");
      showKeys();
    }
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const source = document.getElementById(copy.dataset.copy);
    navigator.clipboard.writeText(source.value ?? source.textContent.trim()).then(() => {
      const before = copy.textContent;
      copy.textContent = "Copied";
      setTimeout(() => { copy.textContent = before; }, 2000);
    });
  });

  // The code of an invitation travels behind the # and is never sent by itself: it fills the field, a person presses the button.
  const takeCode = () => {
    const field = document.querySelector("input[data-fragment-code]");
    const code = decodeURIComponent(location.hash.slice(1)).replace(/^code=/, "");
    if (!field || !code) return;
    field.value = code;
    history.replaceState(null, "", location.pathname + location.search);
    for (const one of all("[data-fragment-empty]")) one.hidden = true;
    for (const one of all("[data-fragment-ready]")) one.hidden = false;
  };

  // A field with data-enter-sends sends its form on Enter; Shift+Enter begins a new line.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("[data-enter-sends]")) return;
    event.preventDefault();
    if (event.target.value.trim()) event.target.form.requestSubmit();
  });

  // A long answer is read from its question on.
  const keepEnd = (chat) => {
    const question = [...chat.querySelectorAll(".bubble.mine")].pop();
    const begins = question ? question.getBoundingClientRect().top - chat.getBoundingClientRect().top + chat.scrollTop - 8 : Infinity;
    chat.scrollTop = Math.min(chat.scrollHeight, begins);
  };

  // A talk stays at its end while an answer comes in, unless somebody scrolled up to read.
  const atEnd = new WeakMap();
  const talk = (event) => event.target.closest && event.target.closest("[data-keep-end]");
  for (const kind of ["htmx:beforeSwap", "htmx:sseBeforeMessage"]) {
    document.addEventListener(kind, (event) => {
      const chat = talk(event);
      const asked = event.detail.requestConfig && event.detail.requestConfig.elt.matches(".chat-form, .suggestions");
      if (chat) atEnd.set(chat, asked || chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80);
    });
  }
  for (const kind of ["htmx:afterSettle", "htmx:sseMessage"]) {
    document.addEventListener(kind, (event) => {
      const chat = talk(event);
      if (!chat || atEnd.get(chat) === false) return;
      keepEnd(chat);
      // On a phone the page scrolls, not the talk.
      if (getComputedStyle(chat).overflowY === "visible") chat.lastElementChild.scrollIntoView({ block: "nearest" });
    });
  }

  // An answer that comes in pieces: while the portal is away its bubble says so, and a stream that begins again begins anew.
  const following = (event) => (event.target.matches && event.target.matches("[sse-connect]") ? event.target : null);
  const status = (bubble, words) => {
    const line = bubble && bubble.querySelector(".loading span");
    if (!line) return;
    line.dataset.before = line.dataset.before || line.textContent;
    line.textContent = words || line.dataset.before;
  };
  document.addEventListener("htmx:sseError", (event) => {
    status(following(event), "No connection to the portal. Your question is kept, and the answer comes once the portal is back.");
  });
  document.addEventListener("htmx:sseOpen", (event) => {
    const bubble = following(event);
    if (!bubble) return;
    for (const pieces of all('[sse-swap="text"]', bubble)) pieces.replaceChildren();
    status(bubble, "");
  });

  // What could not be sent stays where it was typed, and the form says so.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target;
    if (!form.matches || !form.matches("form:not([data-autosave])") || form.querySelector("[data-dropzone]")) return;
    for (const said of all(".not-sent", form)) said.remove();
    const { status: code } = event.detail.xhr;
    if (code !== 0 && code < 500) return;
    const said = document.createElement("p");
    said.className = "field-error not-sent";
    said.setAttribute("role", "alert");
    said.textContent = code ? "Not done: something went wrong in the portal. Please try again." : "Not sent: no connection to the portal. Please try again.";
    form.append(said);
  });

  // What a page is about is brought into view: in the scrolling column around it, or by scrolling the page.
  const bringIntoView = (root) => {
    for (const one of all("[data-shown]", root)) {
      const column = one.closest("[tabindex='0']");
      const top = one.getBoundingClientRect().top;
      const stays = column && getComputedStyle(column.firstElementChild).position === "sticky" ? column.firstElementChild.offsetHeight + 8 : 0;
      if (column) column.scrollTop += top - column.getBoundingClientRect().top - Math.max(column.clientHeight / 3, stays);
      else if (top < 0 || top > window.innerHeight * 0.7) window.scrollBy(0, top - window.innerHeight / 3);
    }
  };

  // A swap of a [data-keeps-focus] that takes away what had the focus leaves it at the same link, or at what can be done there first.
  let left = null;
  for (const kind of ["htmx:beforeSwap", "htmx:oobBeforeSwap"]) {
    document.addEventListener(kind, (event) => {
      const one = document.activeElement;
      const region = one.closest("[data-keeps-focus]");
      if (region && event.detail.target.contains(one)) left = { one, region: region.id, address: one.getAttribute("href") };
    });
  }
  const findAgain = () => {
    const region = left && !left.one.isConnected && document.getElementById(left.region);
    if (!region || document.activeElement !== document.body) return;
    const shown = [...all("summary, a[href], button", region)].filter((one) => one.getClientRects().length);
    const target = shown.find((one) => left.address && one.getAttribute("href") === left.address) || shown[0];
    left = null;
    if (target) target.focus();
  };

  // After a swap the focus goes where the answer says: to an element with data-focus.
  document.addEventListener("htmx:afterSettle", (event) => {
    const root = event.detail.elt;
    const target = root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
    if (target) {
      target.focus();
      target.removeAttribute("data-focus"); // a later swap around it must not take the focus from elsewhere
    } else findAgain();
    bringIntoView(root);
    showKeys();
  });
  document.addEventListener("DOMContentLoaded", () => {
    takeCode();
    showKeys();
    const errors = document.querySelector("[data-focus]");
    if (errors) errors.focus();
    for (const chat of all("[data-keep-end]")) keepEnd(chat);
    for (const tile of all(".strip [aria-current]")) tile.closest("ol").scrollTop = tile.offsetTop - tile.closest("ol").offsetTop - 40;
    bringIntoView(document);
  });
})();

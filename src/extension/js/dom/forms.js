// Form fields: what they hold, what a form sends, and whether it may.
(function (host, page) {
  'use strict';
  const g = globalThis;
  const dom = page.dom;
  const { HTMLElement, reflect, text, flag } = dom;
  const [VALUE, CHECKED, CHOSEN, WRONG, FILES] = ['value', 'checked', 'selected', 'custom error', 'files'].map(Symbol);
  const Form = dom.kind('HTMLFormElement', 'form');
  const Input = dom.kind('HTMLInputElement', 'input');
  const Select = dom.kind('HTMLSelectElement', 'select');
  const Option = dom.kind('HTMLOptionElement', 'option');
  const Textarea = dom.kind('HTMLTextAreaElement', 'textarea');
  const Button = dom.kind('HTMLButtonElement', 'button');
  const Label = dom.kind('HTMLLabelElement', 'label');
  const FieldSet = dom.kind('HTMLFieldSetElement', 'fieldset');
  dom.kind('HTMLOptGroupElement', 'optgroup');
  dom.kind('HTMLOutputElement', 'output');
  const fields = [Input, Select, Textarea, Button];
  for (const Kind of [...fields, FieldSet, Option, dom.HTMLOptGroupElement]) reflect(Kind, ['disabled'], flag);
  for (const Kind of [...fields, FieldSet, Form, dom.HTMLOutputElement]) reflect(Kind, ['name'], text);
  for (const Kind of [Input, Textarea]) {
    reflect(Kind, ['placeholder', 'autocomplete', 'pattern', 'min', 'max', 'step', 'accept', 'inputMode'], text);
    reflect(Kind, ['required', 'readOnly'], flag);
    reflect(Kind, ['defaultValue:value'], text);
    reflect(Kind, ['maxLength', 'minLength'], (name) => ({ get() { const n = parseInt(this.getAttribute(name)); return n >= 0 ? n : -1; }, set(n) { this.setAttribute(name, n); } }));
  }
  reflect(Input, ['multiple'], flag);
  reflect(Input, ['alt', 'src', 'list'], text);
  reflect(Input, ['size'], dom.number);
  reflect(Textarea, ['rows', 'cols'], dom.number);
  reflect(Select, ['required', 'multiple'], flag);
  reflect(Select, ['size'], dom.number);
  reflect(Button, ['value'], text);
  reflect(Label, ['htmlFor:for'], text);
  reflect(dom.HTMLOptGroupElement, ['label'], text);
  reflect(Form, ['action', 'target', 'enctype', 'acceptCharset:accept-charset'], text);
  reflect(Form, ['noValidate'], flag);
  const kinds = 'hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit image reset button'.split(' ');

  // --- What a field holds.
  class FileList { item(n) { return this[n] ?? null; } [Symbol.iterator]() { return Array.from(this)[Symbol.iterator](); } }
  dom.FileList = FileList;
  const plain = (value) => (value === null ? '' : String(value));
  const clean = (input, value) => {
    if (/^(text|search|tel|password|url|email)$/.test(input.type)) value = value.replace(/[\r\n]/g, '');
    if (input.type === 'number' && value !== '' && !/^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(value)) return '';
    if (input.type === 'date' && !/^\d{4,}-\d\d-\d\d$/.test(value)) return '';
    return value;
  };
  const group = (radio) => {
    const root = radio.form || radio.getRootNode();
    return radio.name === '' ? [] : [...dom.below(root)].filter((e) => e.localName === 'input' && e.type === 'radio' && e.name === radio.name && e.form === radio.form);
  };
  dom.group = group;
  dom.define([Input], {
    get type() { const kind = (this.getAttribute('type') ?? '').toLowerCase(); return kinds.includes(kind) ? kind : 'text'; },
    set type(kind) { this.setAttribute('type', kind); },
    get value() {
      if (this.type === 'file') return this.files.length ? 'C:\\fakepath\\' + this.files[0].name : '';
      if (/^(checkbox|radio)$/.test(this.type)) return this.getAttribute('value') ?? 'on';
      if (/^(hidden|submit|image|reset|button)$/.test(this.type)) return this.getAttribute('value') ?? '';
      return clean(this, this[VALUE] ?? this.getAttribute('value') ?? '');
    },
    set value(value) {
      if (this.type === 'file') { if (plain(value) !== '') dom.refuse('InvalidStateError', 'the value of a file field can only be emptied'); this[FILES] = []; }
      else if (/^(checkbox|radio|hidden|submit|image|reset|button)$/.test(this.type)) this.setAttribute('value', plain(value));
      else this[VALUE] = clean(this, plain(value));
    },
    get valueAsNumber() { return this.value === '' ? NaN : this.type === 'date' ? Date.parse(this.value) : Number(this.value); },
    set valueAsNumber(n) { this.value = n === n ? String(n) : ''; },
    get checked() { return this[CHECKED] ?? this.hasAttribute('checked'); },
    set checked(on) {
      this[CHECKED] = !!on;
      if (on && this.type === 'radio') for (const other of group(this)) if (other !== this) other[CHECKED] = false;
    },
    get defaultChecked() { return this.hasAttribute('checked'); },
    set defaultChecked(on) { this.toggleAttribute('checked', !!on); },
    get files() { return this.type === 'file' ? dom.list(this[FILES] || [], FileList) : null; },
    get list() { return page.document.getElementById(this.getAttribute('list')); },
  });
  dom.define([Textarea], {
    get type() { return 'textarea'; },
    get value() { return this[VALUE] ?? this.textContent; },
    set value(value) { this[VALUE] = plain(value).replace(/\r\n?/g, '\n'); },
    get defaultValue() { return this.textContent; },
    set defaultValue(value) { this.textContent = value; },
    get textLength() { return this.value.length; },
  });
  dom.define([Button], {
    get type() { const kind = (this.getAttribute('type') ?? '').toLowerCase(); return kind === 'button' || kind === 'reset' ? kind : 'submit'; },
    set type(kind) { this.setAttribute('type', kind); },
  });
  for (const Kind of [Input, Textarea]) dom.define([Kind], {
    select() { this.setSelectionRange(0, this.value.length); },
    setSelectionRange(start, end) { [this.selectionStart, this.selectionEnd] = [start, end]; },
  });
  const options = (select) => [...dom.below(select)].filter((e) => e.localName === 'option');
  const settle = (select) => {
    const all = options(select);
    if (select.multiple) return all.filter((one) => on(one));
    const chosen = all.filter((one) => on(one)).pop() || (select.size > 1 || all.some((one) => one[CHOSEN] === false && select[CHOSEN] === -1) ? undefined : all.find((one) => !dom.isDisabled(one)));
    return chosen ? [chosen] : [];
  };
  const on = (option) => option[CHOSEN] ?? option.hasAttribute('selected');
  const choose = (select, wanted) => { select[CHOSEN] = wanted ? undefined : -1; for (const one of options(select)) one[CHOSEN] = one === wanted; };
  dom.define([Select], {
    get type() { return this.multiple ? 'select-multiple' : 'select-one'; },
    get options() {
      const all = dom.collection(() => options(this));
      const select = this;
      return new Proxy(all, {
        get: (target, key) => (key === 'selectedIndex' ? select.selectedIndex : key === 'add' ? (...what) => select.add(...what) : key === 'remove' ? (at) => select.remove(at) : target[key]),
        set(_, key, value) {
          if (key === 'selectedIndex') select.selectedIndex = value;
          else if (key === 'length') for (const one of options(select).slice(value)) one.remove();
          else if (value === null) select.remove(+key);
          else { const old = options(select)[key]; if (old) old.replaceWith(value); else select.appendChild(value); }
          return true;
        },
      });
    },
    get length() { return options(this).length; },
    set length(n) { for (const one of options(this).slice(n)) one.remove(); },
    get selectedOptions() { return dom.collection(() => settle(this)); },
    get selectedIndex() { return options(this).indexOf(settle(this)[0]); },
    set selectedIndex(at) { choose(this, options(this)[at]); },
    get value() { const [chosen] = settle(this); return chosen ? chosen.value : ''; },
    set value(value) { choose(this, options(this).find((one) => one.value === String(value))); },
    add(option, before) { this.insertBefore(option, typeof before === 'number' ? options(this)[before] ?? null : before ?? null); },
    remove(at) { if (at === undefined) dom.Node.prototype.remove.call(this); else { const one = options(this)[at]; if (one) one.remove(); } },
    item(at) { return options(this)[at] ?? null; },
    [Symbol.iterator]() { return options(this)[Symbol.iterator](); },
  });
  dom.define([Option], {
    get value() { return this.getAttribute('value') ?? this.text; },
    set value(value) { this.setAttribute('value', value); },
    get text() { return this.textContent.trim().replace(/\s+/g, ' '); },
    set text(value) { this.textContent = value; },
    get label() { return this.getAttribute('label') ?? this.text; },
    set label(value) { this.setAttribute('label', value); },
    get selected() { const select = this.closest('select'); return select ? settle(select).includes(this) : on(this); },
    set selected(value) {
      const select = this.closest('select');
      if (select && !select.multiple) { if (value) choose(select, this); else this[CHOSEN] = false; } else this[CHOSEN] = !!value;
    },
    get defaultSelected() { return this.hasAttribute('selected'); },
    set defaultSelected(value) { this.toggleAttribute('selected', !!value); },
    get index() { const select = this.closest('select'); return select ? options(select).indexOf(this) : 0; },
    get form() { const select = this.closest('select'); return select && select.form; },
  });
  page.made.Option = function (label = '', value, isDefault, isSelected) {
    const option = dom.make('option', dom.HTML);
    if (label !== '') option.textContent = label;
    if (value !== undefined) option.value = value;
    if (isDefault) option.setAttribute('selected', '');
    if (isSelected) option.selected = true;
    return option;
  };
  page.made.Option.prototype = Option.prototype;
  page.made.Image = function (width, height) {
    const image = dom.make('img', dom.HTML);
    if (width !== undefined) image.width = width;
    if (height !== undefined) image.height = height;
    return image;
  };
  page.made.Image.prototype = dom.HTMLImageElement.prototype;
  dom.define([Label], {
    get control() { const of = this.getAttribute('for'); return of !== null ? page.document.getElementById(of) : this.querySelector('input:not([type=hidden]),select,textarea,button'); },
    get form() { const control = this.control; return control ? control.form : null; },
  });
  const owner = (field) => { const of = field.getAttribute('form'); return of !== null ? page.document.getElementById(of) : field.parentElement && field.parentElement.closest('form'); };
  dom.define([...fields, FieldSet], {
    get form() { return owner(this); },
    get labels() { const field = this; return dom.list([...dom.below(this.getRootNode())].filter((e) => e.localName === 'label' && e.control === field)); },
  });

  // --- Whether what it holds may be sent.
  const flags = ['badInput', 'customError', 'patternMismatch', 'rangeOverflow', 'rangeUnderflow', 'stepMismatch', 'tooLong', 'tooShort', 'typeMismatch', 'valueMissing'];
  // Which flag of its validity is up, and how browsers put it; nothing where all is well.
  const wrong = (field) => {
    if (dom.isDisabled(field) || field.hasAttribute('readonly') || /^(hidden|reset|button)$/.test(field.type)) return undefined;
    if (field[WRONG]) return ['customError', field[WRONG]];
    if (/^(submit|image)$/.test(field.type)) return undefined;
    const value = field.type === 'checkbox' ? field.checked : field.type === 'radio' ? group(field).concat(field).some((one) => one.checked) : field.value;
    const isRequired = field.type === 'radio' ? group(field).concat(field).some((one) => one.required) : field.hasAttribute('required');
    if (isRequired && !value) return ['valueMissing', 'Please fill out this field.'];
    if (typeof value !== 'string' || value === '' || field instanceof Select) return undefined;
    if (field.minLength >= 0 && field[VALUE] !== undefined && value.length < field.minLength) return ['tooShort', 'Please lengthen this text.'];
    return field instanceof Input ? mistyped(field, value) : undefined;
  };
  const mistyped = (field, value) => {
    if (field.type === 'email' && !value.split(field.multiple ? ',' : /$^/).every((one) => /^[^\s@]+@[^\s@]+$/.test(one.trim()))) return ['typeMismatch', 'Please enter an email address.'];
    if (field.type === 'url' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value)) return ['typeMismatch', 'Please enter a URL.'];
    if (field.pattern && /^(text|search|tel|url|email|password)$/.test(field.type) && !new RegExp('^(?:' + field.pattern + ')$', 'u').test(value)) return ['patternMismatch', 'Please match the requested format.'];
    if (!/^(number|range|date)$/.test(field.type)) return undefined;
    const number = (text) => (field.type === 'date' ? Date.parse(text) : text === '' || text === null ? NaN : Number(text));
    if (number(value) < number(field.min)) return ['rangeUnderflow', 'Value must be greater than or equal to ' + field.min + '.'];
    if (number(value) > number(field.max)) return ['rangeOverflow', 'Value must be less than or equal to ' + field.max + '.'];
    if (field.type === 'date' || field.step.toLowerCase() === 'any') return undefined;
    const [step, base] = [Number(field.step) > 0 ? Number(field.step) : 1, [field.min, field.getAttribute('value')].map(number).find((n) => n === n) ?? 0];
    const steps = (number(value) - base) / step;
    return Math.abs(steps - Math.round(steps)) > 1e-9 ? ['stepMismatch', 'Please enter a valid value.'] : undefined;
  };
  class ValidityState {
    constructor(field) { const [up] = wrong(field) || []; for (const flag of flags) this[flag] = flag === up; this.valid = up === undefined; }
  }
  dom.ValidityState = ValidityState;
  dom.isValid = (e) => (e instanceof Form ? [...e.elements].every((field) => !field.checkValidity || !wrong(field)) : !wrong(e));
  dom.define([...fields], {
    get validationMessage() { return (wrong(this) || ['', ''])[1]; },
    get validity() { return new ValidityState(this); },
    get willValidate() { return !dom.isDisabled(this) && !this.hasAttribute('readonly') && !/^(hidden|reset|button)$/.test(this.type); },
    setCustomValidity(text) { this[WRONG] = String(text); },
    checkValidity() { const fine = !wrong(this); if (!fine) page.send(this, new Event('invalid', { cancelable: true })); return fine; },
    reportValidity() { return this.checkValidity(); },
  });

  // --- Forms.
  const listed = (form) => [...dom.below(form.getRootNode())].filter((e) => /^(input|select|textarea|button|fieldset|output)$/.test(e.localName) && e.type !== 'image' && owner(e) === form);
  dom.define([Form], {
    get elements() { return dom.controls(() => listed(this)); },
    get length() { return listed(this).length; },
    get method() { const how = (this.getAttribute('method') ?? '').toLowerCase(); return how === 'post' || how === 'dialog' ? how : 'get'; },
    set method(how) { this.setAttribute('method', how); },
    checkValidity() { return listed(this).filter((field) => field.checkValidity && !field.checkValidity()).length === 0; },
    reportValidity() { return this.checkValidity(); },
    requestSubmit(submitter = null) {
      if (!this.hasAttribute('novalidate') && !(submitter && submitter.hasAttribute('formnovalidate')) && !this.reportValidity()) return;
      const event = new page.made.SubmitEvent('submit', { bubbles: true, cancelable: true, submitter });
      if (page.send(this, event)) page.unsupported('sending a form (call preventDefault() in its submit handler)');
    },
    submit() { page.unsupported('HTMLFormElement.submit'); },
    reset() {
      if (!page.send(this, new Event('reset', { bubbles: true, cancelable: true }))) return;
      for (const field of listed(this)) {
        field[VALUE] = field[CHECKED] = field[CHOSEN] = undefined;
        if (field instanceof Select) for (const one of options(field)) one[CHOSEN] = undefined;
      }
    },
    [Symbol.iterator]() { return listed(this)[Symbol.iterator](); },
  });
  // Fields can be had from their form by name, before what a form has itself: `form.name`.
  const named = (form, key) => {
    const all = listed(form).filter((e) => e.id === key || e.getAttribute('name') === key);
    return all.length > 1 ? dom.list(all) : all[0];
  };
  for (const key of ['name', 'action', 'target', 'method', 'enctype', 'id', 'title']) {
    let at = Form.prototype;
    while (!Object.hasOwn(at, key)) at = Object.getPrototypeOf(at);
    const { get, set } = Object.getOwnPropertyDescriptor(at, key);
    Object.defineProperty(Form.prototype, key, { get() { return named(this, key) ?? get.call(this); }, set, configurable: true });
  }
  Object.setPrototypeOf(Form.prototype, new Proxy(HTMLElement.prototype, {
    get: (target, key, form) => (typeof key !== 'string' || key in target ? Reflect.get(target, key, form) : named(form, key)),
  }));
  page.entries = (form, submitter) => {
    const entries = [];
    for (const e of listed(form)) {
      if (e.name === '' || dom.isDisabled(e) || (/^(submit|button|reset)$/.test(e.type) && e !== submitter) || e.localName === 'fieldset') continue;
      if (/^(checkbox|radio)$/.test(e.type) && !e.checked) continue;
      if (e instanceof Select) for (const one of settle(e)) { if (!dom.isDisabled(one)) entries.push([e.name, one.value]); }
      else if (e.type === 'file') for (const file of e[FILES] || []) entries.push([e.name, file]);
      else entries.push([e.name, e.value]);
    }
    return entries;
  };
})

// Runs live.js as a browser does, against a real team server and with a minimal document. Uses node's fetch, and the
// EventSource below. Prints one line per event, and ends at the end of standard input.
//     node livepage.mjs PAGE-URL
import {createInterface} from 'node:readline';
import vm from 'node:vm';

const page = new URL(process.argv[2]);
const say = (line) => process.stdout.write(`${line}\n`);
const faster = 100; // the factor by which timers run faster; the tests only check that they run

// --- the document: attributes of the body, elements with an ID, and times
class Element {
    constructor(document, id, html) {
        Object.assign(this, {document, id, html});
    }
    get textContent() { return this.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim(); }
    set textContent(text) {
        this.html = text;
        say(`${this.id}: ${text}`);
    }
    replaceWith(other) {
        this.html = other.html;
        say(`${this.id} replaced: ${this.textContent}`);
    }
}

class Time {
    constructor(live, dateTime, text) {
        Object.assign(this, {live, dateTime, text, title: ''});
    }
    get textContent() { return this.text; }
    set textContent(text) { this.text = text; }
}

class Document {
    constructor(html) {
        this.html = html;
        this.title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
        this.body = {dataset: {events: /<body[^>]* data-events="([^"]*)"/.exec(html)?.[1].replaceAll('&amp;', '&')}};
        this.elements = new Map();
        this.listeners = new Map();
        this.visibilityState = 'visible';
        for (const id of ['live', 'connection']) {
            const found = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>`).exec(html);
            if (!found)
                continue;
            // Up to the matching end tag.
            const tags = new RegExp(`<(/?)${found[1]}\\b[^>]*>`, 'g');
            tags.lastIndex = found.index;
            let depth = 0;
            let tag;
            do {
                tag = tags.exec(html);
                depth += tag[1] ? -1 : 1;
            } while (depth > 0);
            this.elements.set(id, new Element(this, id, html.slice(found.index + found[0].length, tag.index)));
        }
    }
    getElementById(id) { return this.elements.get(id) ?? null; }
    querySelectorAll(name) {
        if (name !== 'time')
            throw new Error(`livepage.mjs knows no ${name}`);
        return [...(this.getElementById('live')?.html ?? '').matchAll(/<time datetime="([^"]*)">([^<]*)<\/time>/g)]
            .map(([, dateTime, text]) => new Time(this, dateTime, text));
    }
    adoptNode(node) { return node; }
    addEventListener(name, listener) { this.listeners.set(name, listener); }
    dispatch(name, event = {}) { this.listeners.get(name)?.(event); }
}

// --- https://html.spec.whatwg.org/multipage/server-sent-events.html: the part that pages use
class EventSource {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSED = 2;
    readyState = EventSource.CONNECTING;
    #listeners = new Map();
    #abort = new AbortController();
    #lastId = '';
    constructor(address) {
        this.address = new URL(address, page);
        this.#run();
    }
    addEventListener(name, listener) { this.#listeners.set(name, listener); }
    close() {
        this.readyState = EventSource.CLOSED;
        this.#abort.abort();
    }
    #tell(name) {
        if (this.readyState !== EventSource.CLOSED || name === 'error')
            this.#listeners.get(name)?.({});
    }
    async #run() {
        while (this.readyState !== EventSource.CLOSED) {
            try {
                const headers = {Accept: 'text/event-stream', ...(this.#lastId && {'Last-Event-ID': this.#lastId})};
                const answer = await fetch(this.address, {headers, signal: this.#abort.signal});
                if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/event-stream')) {
                    this.readyState = EventSource.CLOSED; // as in browsers, which do not reconnect in this case
                    this.#tell('error');
                    return;
                }
                this.readyState = EventSource.OPEN;
                this.#tell('open');
                await this.#read(answer.body);
            } catch (error) {
                if (this.readyState === EventSource.CLOSED)
                    return;
            }
            this.readyState = EventSource.CONNECTING;
            this.#tell('error');
            await new Promise((resolve) => setTimeout(resolve, 3000 / faster));
        }
    }
    async #read(body) {
        const decoder = new TextDecoder();
        let text = '';
        for await (const bytes of body) {
            text += decoder.decode(bytes, {stream: true});
            const events = text.split('\n\n');
            text = events.pop();
            for (const event of events) {
                const field = (name) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(event)?.[1];
                this.#lastId = field('id') ?? this.#lastId;
                if (field('data') !== undefined)
                    this.#tell(field('event') ?? 'message');
            }
        }
    }
}

const html = await (await fetch(page)).text();
const document = new Document(html);
const windowListeners = new Map();
say(`read: ${document.getElementById('live')?.textContent}`); // the text before any script runs
const script = /<script src="([^"]*)"/.exec(html)?.[1];
const context = vm.createContext({
    document, EventSource, fetch, Date, Number, location: {href: page.href}, clearTimeout,
    DOMParser: class { parseFromString(text) { return new Document(text); } },
    setTimeout: (work, delay) => setTimeout(work, delay / faster),
    addEventListener: (name, listener) => windowListeners.set(name, listener),
});
vm.runInContext(await (await fetch(new URL(script, page))).text(), context, {filename: 'live.js'});

createInterface({input: process.stdin}).on('line', (line) => {
    if (line === 'hide' || line === 'show') {
        document.visibilityState = line === 'show' ? 'visible' : 'hidden';
        document.dispatch('visibilitychange');
    } else if (line === 'restore') {
        windowListeners.get('pageshow')?.({persisted: true});
    }
}).on('close', () => process.exit(0));

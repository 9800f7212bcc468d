// Keeps a page of the team server up to date: whenever a task changes, the page is read again and its live part replaced.
// The server alone makes HTML of foreign text.
'use strict';

(() => {
    const readAtMostEvery = 2000; // ms
    const tryAgainAfter = 5000; // ms, where the browser has given up
    const address = document.body.dataset.events;
    const connection = document.getElementById('connection');
    let waiting = false;
    let source = null;
    let again = 0; // timer of the next try

    function showTimes() {
        for (const time of document.querySelectorAll('time')) {
            const moment = new Date(time.dateTime);
            if (time.title || Number.isNaN(moment.getTime()))
                continue;
            time.title = time.textContent;
            time.textContent = moment.toLocaleString([], {dateStyle: 'medium', timeStyle: 'medium'});
        }
    }

    async function readAgain() {
        waiting = false;
        try {
            const answer = await fetch(location.href, {cache: 'no-store'});
            if (!answer.ok)
                return;
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const fresh = page.getElementById('live');
            if (fresh)
                document.getElementById('live').replaceWith(document.adoptNode(fresh));
            document.title = page.title;
            showTimes();
        } catch (error) {
            connection.textContent = 'Not connected';
        }
    }

    function takeChange() {
        if (waiting)
            return;
        waiting = true;
        setTimeout(readAgain, readAtMostEvery);
    }

    function connect() {
        clearTimeout(again);
        if (source)
            source.close();
        source = new EventSource(address);
        source.addEventListener('open', () => { connection.textContent = 'Live'; });
        source.addEventListener('task', takeChange);
        source.addEventListener('reset', takeChange);
        source.addEventListener('error', () => {
            connection.textContent = 'Not connected';
            if (source.readyState === EventSource.CLOSED)
                again = setTimeout(catchUp, tryAgainAfter);
        });
    }

    function catchUp() {
        takeChange();
        connect();
    }

    showTimes();
    if (address) {
        connect();
        // Browsers end or freeze the connections of pages that nobody sees, and of computers that sleep.
        document.addEventListener('visibilitychange', () => {
            if (document.visibilityState === 'visible' && source.readyState !== EventSource.OPEN)
                catchUp();
        });
        addEventListener('pageshow', (event) => {
            if (event.persisted) // the page comes from the browser's memory, without its connection
                catchUp();
        });
    }
})();

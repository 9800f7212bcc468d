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
        source = new EventSource(address);
        source.addEventListener('open', () => { connection.textContent = 'Live'; });
        source.addEventListener('task', takeChange);
        source.addEventListener('error', () => {
            connection.textContent = 'Not connected';
            if (source.readyState === EventSource.CLOSED)
                setTimeout(() => { takeChange(); connect(); }, tryAgainAfter);
        });
    }

    showTimes();
    if (address)
        connect();
})();

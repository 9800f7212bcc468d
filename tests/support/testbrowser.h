#pragma once

#include "core/io/signin/browser.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>

namespace lynceus::test {

/// A fake browser: follows redirects and keeps the last page.
class TestBrowser final : public QObject, public Browser
{
public:
    bool open(const QUrl &link) override
    {
        ++opened;
        lastLink = link;
        if (!isThere)
            return false;
        if (!goes)
            return true;
        go(link);
        return true;
    }

    void go(const QUrl &link)
    {
        QNetworkRequest request(link);
        // Redirects are followed here: Qt 6.4 prints a warning about its cache after some redirects.
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        auto *reply = m_manager.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            if (const auto next = reply->rawHeader("Location"); !next.isEmpty()) {
                go(reply->url().resolved(QUrl::fromEncoded(next)));
                return;
            }
            endedAt = reply->url();
            status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            page = reply->readAll();
        });
    }

    bool isThere = true; ///< a browser exists
    bool goes = true;    ///< follows links automatically
    int opened = 0;
    QUrl lastLink;
    QUrl endedAt;
    int status = 0;
    QByteArray page;

private:
    QNetworkAccessManager m_manager;
};

} // namespace lynceus::test

#pragma once

#include "core/io/signin/browser.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>

namespace lynceus::test {

/// A browser without eyes: goes where it is sent, and keeps the page at which it ended.
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
        // Followed by ourselves: Qt 6.4 warns of its cache after some redirects.
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

    bool isThere = true; ///< can be opened at all
    bool goes = true;    ///< follows links by itself
    int opened = 0;
    QUrl lastLink;
    QUrl endedAt;
    int status = 0;
    QByteArray page;

private:
    QNetworkAccessManager m_manager;
};

} // namespace lynceus::test

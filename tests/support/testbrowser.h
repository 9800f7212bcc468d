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
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        auto *reply = m_manager.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            endedAt = reply->url();
            status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            page = reply->readAll();
            reply->deleteLater();
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

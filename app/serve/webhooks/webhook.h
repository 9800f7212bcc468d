#pragma once

#include "core/domain/base/secret.h"
#include "core/domain/tasks/messagetemplate.h"
#include "core/io/tasks/outbox.h"

#include <QList>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <set>

namespace lynceus {

/// Checked settings of a webhook: where and how messages about tasks are posted.
struct Webhook
{
    QString name; ///< unique; used in logs instead of the URL, which may be a secret
    QUrl url;     ///< http or https
    MessageTemplate message;
    std::set<TaskEvent> events;         ///< events that are sent
    QList<QRegularExpression> apps;     ///< patterns for applications, any must match; empty: all
    Secret signingSecret;               ///< key of the HMAC; empty: not signed
    Secret authorization;               ///< value of the `Authorization` header; empty: none
    QList<QSslCertificate> authorities; ///< of a private CA; empty: the system's CAs
};

} // namespace lynceus

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

/// Where messages about tasks are posted, and how they look; checked.
struct Webhook
{
    QString name; ///< unique; all that is logged of it, as its address may be a secret
    QUrl url;     ///< http or https
    MessageTemplate message;
    std::set<TaskEvent> events;         ///< those that are told
    QList<QRegularExpression> apps;     ///< names of applications that are told, any of them; empty: all
    Secret signingSecret;               ///< key of the HMAC; empty: not signed
    Secret authorization;               ///< value of the `Authorization` header; empty: none
    QList<QSslCertificate> authorities; ///< of a CA; empty: the system's
};

} // namespace lynceus

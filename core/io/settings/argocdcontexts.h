#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace lynceus {

/// One context of the official client (argocd-api §1.5, `util/localconfig`).
struct ArgoCdContext
{
    QString name;
    QUrl baseUrl; ///< scheme from `plain-text`, path from `grpc-web-root-path`
    bool insecure = false;
    QByteArray authority;              ///< PEM of an own CA; empty: none
    bool hasClientCertificate = false; ///< its key stands in the file, where it is left
    Secret token;                      ///< may be empty
};

/// One that cannot be an instance.
struct ArgoCdContextFault
{
    QString name;
    QString reason; ///< one sentence
};

struct ArgoCdContexts
{
    std::vector<ArgoCdContext> contexts;
    std::vector<ArgoCdContextFault> faults;
};

/// The file in which the official client keeps its contexts: $ARGOCD_CONFIG_DIR, else ~/.argocd if it is there, else
/// $XDG_CONFIG_HOME/argocd, else ~/.config/argocd, as that client looks for it (`DefaultConfigDir`).
[[nodiscard]] QString argoCdConfigFile();

/// Bytes: 20,000 contexts with their tokens have about half of it.
inline constexpr qint64 kLargestContextsFile = 32LL * 1024 * 1024;

/// An empty file has no contexts, as after the last logout. Errors: BadInput if it is no YAML, or none of that client.
/// No message has a token in it.
[[nodiscard]] Result<ArgoCdContexts> parseArgoCdContexts(const QByteArray &text);

/// The same bytes, but `auth-token` and `refresh-token` of every user are `""`: edited where they stand, comments,
/// order and white space untouched. BadInput if one of them is written so that this cannot be done surely (several
/// lines, an alias): then nothing is changed.
[[nodiscard]] Result<QByteArray> withoutTokens(const QByteArray &text);

} // namespace lynceus

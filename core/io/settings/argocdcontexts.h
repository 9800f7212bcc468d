#pragma once

#include "core/domain/base/result.h"
#include "core/domain/base/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace lynceus {

/// A context of the argocd CLI (argocd-api §1.5, `util/localconfig`).
struct ArgoCdContext
{
    QString name;
    QUrl baseUrl; ///< scheme from `plain-text`, path from `grpc-web-root-path`
    bool insecure = false;
    QByteArray authority;              ///< CA certificate, PEM; empty: none
    bool hasClientCertificate = false; ///< its key is in the file and stays there
    Secret token;                      ///< may be empty
};

/// A context that cannot become an instance.
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

/// Path of the argocd CLI's configuration: $ARGOCD_CONFIG_DIR, otherwise ~/.argocd if it exists, otherwise
/// $XDG_CONFIG_HOME/argocd, otherwise ~/.config/argocd, as in the CLI (`DefaultConfigDir`).
[[nodiscard]] QString argoCdConfigFile();

/// Bytes; 20,000 contexts with their tokens take about half of it.
inline constexpr qint64 kLargestContextsFile = 32LL * 1024 * 1024;

/// An empty file has no contexts, as after the last logout. BadInput if it is not YAML, or not a file of the argocd
/// CLI. Messages contain no tokens.
[[nodiscard]] Result<ArgoCdContexts> parseArgoCdContexts(const QByteArray &text);

/// @p text with `auth-token` and `refresh-token` of every user replaced by `""`; comments, order and white space are
/// unchanged. BadInput if a value cannot be replaced safely (several lines, an alias).
[[nodiscard]] Result<QByteArray> withoutTokens(const QByteArray &text);

} // namespace lynceus

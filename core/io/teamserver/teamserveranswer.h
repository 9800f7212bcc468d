#pragma once

#include "core/domain/argocd/answer.h"

namespace lynceus {

/// Whether this answer of a team server may be given to a reader, or which error it is; as classifyAnswer() for Argo
/// CD.
///
/// A body counts only if it is whole and JSON and the status is 2xx. Errors: SignInNeeded and Forbidden only if the
/// body is the team server's own JSON, because a gateway's 401 says nothing about the credential; NotFound; BadInput
/// for a request that it refuses (400, 406, 409, 413, 415, 422); Server for 429, 5xx and the rest; NotArgoCd for what
/// is no team server's: a page, another type, a redirect.
[[nodiscard]] Result<QByteArray> classifyTeamServerAnswer(const TransportOutcome &outcome, const QString &asked);

} // namespace lynceus

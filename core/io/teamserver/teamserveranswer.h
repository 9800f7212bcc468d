#pragma once

#include "core/domain/argocd/responses/answer.h"

namespace lynceus {

/// Returns the body of a team server's answer if it may be parsed, otherwise the error; like classifyAnswer() for Argo
/// CD.
///
/// The body must be complete JSON with a 2xx status. Errors: SignInNeeded and Forbidden only if the body is the team
/// server's own JSON, because a gateway's 401 proves nothing about the credential; NotFound; BadInput for a rejected
/// request (400, 406, 409, 413, 415, 422); Server for 429, 5xx and others; NotArgoCd for what is not from a team
/// server: a page, another type, a redirect.
[[nodiscard]] Result<QByteArray> classifyTeamServerAnswer(const TransportOutcome &outcome, const QString &asked);

} // namespace lynceus

// Data of a sign-in from providers, browsers, users and keychains.

#include "core/domain/auth/callback.h"
#include "core/domain/auth/keychainchunks.h"
#include "core/domain/auth/oidc.h"
#include "core/domain/auth/tokenclaims.h"
#include "core/domain/text/oneline.h"
#include "core/io/signin/credentials.h"

#include <cstdlib>

using namespace lynceus;

namespace {

/// Errors have a message; values are not checked.
template<typename T>
void look(const Result<T> &result)
{
    if (!result && result.error().message.isEmpty())
        std::abort();
}

void readCallback(const QByteArray &bytes)
{
    const auto response = parseAuthorizationResponse(bytes);
    look(response);
    if (!response)
        return;
    for (const bool sendsIssuer : {false, true}) {
        const auto code = codeFrom(*response, {"the-state", QStringLiteral("https://i.example"), sendsIssuer});
        look(code);
        if (code
            && (response->state != "the-state" || code->isEmpty() || !isOneLine(code->reveal())
                || (sendsIssuer && response->issuer.isEmpty())))
            std::abort();
    }
}

void readToken(const QByteArray &bytes)
{
    const auto claims = readClaims(Secret(QByteArray(bytes)));
    look(claims);
    if (!claims)
        return;
    const ExpectedIdToken expected{claims->issuer, QStringLiteral("cli"), "the-nonce", {}};
    const auto checked = checkIdToken(*claims, expected, Instant(Duration(1'795'425'485'000)));
    look(checked);
    if (checked && (claims->nonce != "the-nonce" || claims->algorithm.isEmpty() || claims->algorithm == u"none"))
        std::abort();
}

void readChunks(const QByteArray &bytes)
{
    const auto names = partNames(QStringLiteral("name"), bytes);
    const auto joined = joinedChunks(bytes, {});
    if (joined && (!names || !names->isEmpty()))
        std::abort();
}

void read(unsigned char which, const QByteArray &bytes)
{
    switch (which % 9) {
    case 0:
        return look(decodeDiscovery(bytes, QStringLiteral("https://i.example")));
    case 1:
        return look(decodeTokenGrant(bytes));
    case 2:
        return look(decodeDeviceGrant(bytes));
    case 3:
        return look(decodeSessionToken(bytes));
    case 4:
        std::ignore = renewalEnd(400, decodeRefusal(bytes));
        return;
    case 5:
        return readToken(bytes);
    case 6:
        return readCallback(bytes);
    case 7:
        return look(targetOfPastedAddress(QString::fromUtf8(bytes)));
    case 8:
        readChunks(bytes);
        return look(readCredentials(Secret(QByteArray(bytes))));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    read(data[0], QByteArray(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1));
    return 0;
}

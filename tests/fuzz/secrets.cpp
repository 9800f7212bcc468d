// JSON stays JSON, and a password before any text is removed.
#include "core/domain/redaction/jsonsecrets.h"
#include "core/domain/redaction/jsontokens.h"
#include "core/domain/redaction/secretscanner.h"

#include <cstdlib>

using namespace lynceus;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    std::ignore = withoutSecrets(text);
    const auto shown = jsonWithoutSecrets(text, EnvironmentValues::Redacted);
    if (jsonTokens(text) && !jsonTokens(shown))
        std::abort();
    const auto line = "password=" + QByteArray("h7Kq2Zw9") + ' ' + text.toByteArray();
    if (withoutSecrets(line).contains("password=h7Kq2Zw9"))
        std::abort();
    return 0;
}

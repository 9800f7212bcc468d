#include "app/cli/process/question.h"

#include "app/cli/process/console.h"
#include "core/domain/text/visibletext.h"

#include <array>
#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lynceus {

std::optional<bool> askYesOrNo(const QString &question, Interruption &interruption)
{
    if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDERR_FILENO) != 1)
        return std::nullopt;
    writeError((visibleLine(question) + u" [y/N] "_s).toUtf8());
    const Interruption::Blocked blocked(interruption);
    QByteArray answer;
    std::array<char, 64> piece{};
    while (!answer.contains('\n')) {
        const auto size = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        answer.append(piece.data(), size);
    }
    const auto word = answer.trimmed().toLower();
    return word == "y" || word == "yes";
}

} // namespace lynceus

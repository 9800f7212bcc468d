#include "app/gui/newwatch/targetmemory.h"

#include "core/io/settings/windowmemory.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kChoicesKey = "newWatch/chosen"_L1;

} // namespace

// One line per repository, the latest first: "REPOSITORY +INSTANCE/NAMESPACE/NAME -INSTANCE/NAMESPACE/NAME". Only
// repositories, which come first, can contain a slash; no part contains a space.

QHash<ApplicationKey, bool> TargetMemory::choices(const QString &repository) const
{
    QHash<ApplicationKey, bool> choices;
    for (const auto &line : m_memory.texts(kChoicesKey)) {
        if (!line.startsWith(repository + u' '))
            continue;
        const auto words = line.split(u' ');
        for (const auto &word : words.sliced(1)) {
            const auto parts = word.sliced(word.isEmpty() ? 0 : 1).split(u'/');
            if (parts.size() == 3)
                choices.insert({parts[0], parts[1], parts[2]}, word.startsWith(u'+'));
        }
    }
    return choices;
}

void TargetMemory::remember(const QString &repository, const QHash<ApplicationKey, bool> &chosen)
{
    auto all = choices(repository);
    all.insert(chosen);
    QStringList words;
    for (auto choice = all.cbegin(); choice != all.cend(); ++choice) {
        const auto &key = choice.key();
        words.append((choice.value() ? u'+' : u'-') + key.instance + u'/' + key.nameSpace + u'/' + key.name);
    }
    words.sort();
    auto lines = m_memory.texts(kChoicesKey);
    lines.removeIf([&](const QString &line) { return line.section(u' ', 0, 0) == repository; });
    lines.prepend(repository + u' ' + words.join(u' '));
    m_memory.setTexts(kChoicesKey, lines.mid(0, kMostRepositories));
    m_memory.save();
}

} // namespace lynceus

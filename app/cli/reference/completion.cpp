#include "app/cli/reference/completion.h"

#include "core/domain/text/visibletext.h"
#include "core/replay/faults/fault.h"
#include "core/replay/recordings/builtinrecordings.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::size_t kMost = 1'000; // candidates: longer lists are not useful
constexpr qsizetype kLongest = 200;  // characters of a word: longer ones are not completed

QString firstSentence(const char *help)
{
    const auto text = QString::fromUtf8(help);
    const auto end = text.indexOf(u". "_s);
    return end < 0 ? (text.endsWith(u'.') ? text.chopped(1) : text) : text.left(end);
}

std::vector<Candidate> candidatesOf(const QStringList &words)
{
    std::vector<Candidate> candidates;
    for (const auto &word : words)
        candidates.push_back({word, {}});
    return candidates;
}

/// Collects candidates that start with the typed text.
class Collector final
{
public:
    explicit Collector(QString typed, QString before = {})
        : m_typed(std::move(typed))
        , m_before(std::move(before))
    { }

    void add(const std::vector<Candidate> &candidates)
    {
        for (const auto &candidate : candidates)
            add(candidate.word, candidate.meaning);
    }
    void add(const QString &word, const QString &meaning = {})
    {
        if (m_found.candidates.size() < kMost && word.size() <= kLongest && word.startsWith(m_typed))
            m_found.candidates.push_back({m_before + word, meaning});
    }
    void addFiles() { m_found.files = true; }
    [[nodiscard]] Completion take() { return std::move(m_found); }

private:
    QString m_typed;
    QString m_before; ///< "--option=", which is typed already
    Completion m_found;
};

void addCommands(Collector &found)
{
    for (const auto &name : commandNames()) {
        const auto *command = findCommand(name);
        found.add(name, command ? QString::fromUtf8(command->summary) : subCommandNames(name).join(u", "_s));
    }
}

void addSubCommands(Collector &found, const QString &family)
{
    for (const auto &name : subCommandNames(family))
        found.add(name, QString::fromUtf8(findCommand(family + u' ' + name)->summary));
}

void addOptions(Collector &found, const CommandSpec &command, const QStringList &used)
{
    for (const OptionGroup &group : command.groups) {
        for (const OptionSpec &option : group.options) {
            if (const auto name = QString::fromLatin1(option.name); option.repeatable || !used.contains(name))
                found.add(name, firstSentence(option.help));
        }
    }
}

void addValues(Collector &found, const OptionSpec &option, const StoredNames &names)
{
    const auto name = QString::fromLatin1(option.name);
    const auto placeholder = QString::fromUtf8(option.placeholder);
    if (placeholder == u"FILE"_s)
        found.addFiles();
    else if (name == u"--app"_s)
        found.add(names.applications());
    else if (name == u"--instance"_s)
        found.add(names.instances());
    else if (name == u"--rule"_s)
        found.add(names.followRules());
    else if (name == u"--team-server"_s)
        found.add(names.teamServers());
    else if (name == u"--fault"_s)
        found.add(candidatesOf(faultNames()));
    else
        found.add(candidatesOf(choicesOf(option)));
}

/// @p position: number of preceding words.
void addWords(Collector &found, const CommandSpec &command, qsizetype position, const StoredNames &names)
{
    const auto name = QString::fromLatin1(command.name);
    const auto word = QString::fromUtf8(command.word ? command.word : "");
    const bool isFirst = position == 0;
    if (word.isEmpty() || (command.mostWords >= 0 && position >= command.mostWords))
        return;
    if (word == u"APP"_s)
        found.add(names.applications());
    else if (word == u"ID"_s && (isFirst || command.mostWords < 0))
        found.add(names.watches());
    else if (name == u"watch share"_s)
        found.add(names.teamServers());
    else if (word == u"INSTANCE"_s)
        found.add(names.instances());
    else if (word == u"NAME"_s && name.startsWith(u"follow "_s))
        found.add(names.followRules());
    else if (word == u"NAME"_s && isFirst && name != u"instances add"_s)
        found.add(names.instances());
    else if (word == u"RECORDING"_s) {
        found.add(candidatesOf(builtInRecordings()));
        found.addFiles();
    } else if (word == u"ACTION"_s && isFirst)
        found.add(candidatesOf({u"create"_s, u"list"_s, u"revoke"_s}));
    if (name == u"doctor"_s)
        found.add(names.teamServers());
}

Completion completionIn(const CommandSpec &command, const QStringList &before, const QString &typed,
                        const StoredNames &names)
{
    QStringList used;
    qsizetype words = 0;
    const OptionSpec *open = nullptr; // an option that expects a value
    bool isOver = false;              // after "--"
    for (const auto &word : before) {
        if (std::exchange(open, nullptr))
            continue;
        if (isOver || !word.startsWith(u'-') || word == u"-"_s) {
            ++words;
        } else if (word == u"--"_s) {
            isOver = true;
        } else if (const auto *option = findOption(command, word.section(u'=', 0, 0))) {
            used.append(QString::fromLatin1(option->name));
            if (option->placeholder && !word.contains(u'='))
                open = option;
        }
    }
    if (open) {
        Collector found(typed);
        addValues(found, *open, names);
        return found.take();
    }
    const auto equals = typed.indexOf(u'=');
    if (!isOver && typed.startsWith(u"--"_s) && equals > 0) {
        Collector found(typed.mid(equals + 1), typed.left(equals + 1));
        if (const auto *option = findOption(command, typed.left(equals)); option && option->placeholder)
            addValues(found, *option, names);
        return found.take();
    }
    Collector found(typed);
    if (!typed.startsWith(u'-'))
        addWords(found, command, words, names);
    if (!isOver && (typed.startsWith(u'-') || !command.word))
        addOptions(found, command, used);
    return found.take();
}

} // namespace

QStringList choicesOf(const OptionSpec &option)
{
    static const QRegularExpression bracketed(u"\\s*\\([^)]*\\)"_s);
    static const QRegularExpression list(u": ([^.]+?)(?:\\.|$)"_s);
    static const QRegularExpression separator(u",? or |, "_s);
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z-]*$"_s);
    const auto match = list.match(QString::fromUtf8(option.help).remove(bracketed));
    const auto choices = match.captured(1).split(separator);
    const bool isList = option.placeholder && choices.size() > 1
        && std::ranges::all_of(choices, [](const QString &each) { return word.match(each).hasMatch(); });
    return isList ? choices : QStringList();
}

Completion completionOf(const QStringList &words, const StoredNames &names)
{
    const auto typed = words.isEmpty() ? QString() : words.back();
    auto before = words.mid(0, words.size() - 1);
    Collector found(typed);
    if (before.isEmpty()) {
        addCommands(found);
        found.add(u"help"_s, u"Show the help of a command"_s);
        if (typed.startsWith(u'-')) {
            found.add(u"--help"_s, u"Show the commands"_s);
            found.add(u"--version"_s, u"Show the version"_s);
        }
        return found.take();
    }
    if (before.front() == u"help"_s) {
        before.removeFirst();
        if (before.isEmpty())
            addCommands(found);
        else if (before.size() == 1)
            addSubCommands(found, before.front());
        return found.take();
    }
    const auto first = before.takeFirst();
    if (!subCommandNames(first).isEmpty()) {
        if (before.isEmpty()) {
            addSubCommands(found, first);
            auto completion = found.take();
            if (const auto *command = findCommand(first); command && typed.startsWith(u'-'))
                return completionIn(*command, before, typed, names);
            return completion;
        }
        if (const auto *command = findCommand(first + u' ' + before.front()))
            return completionIn(*command, before.mid(1), typed, names);
    }
    const auto *command = findCommand(first);
    return command ? completionIn(*command, before, typed, names) : Completion();
}

QString completionText(const Completion &completion)
{
    QString text = completion.files ? u":files\n"_s : QString();
    for (const auto &[word, meaning] : completion.candidates) {
        if (visibleLine(word) != word)
            continue; // could not be typed in a shell
        text += word;
        if (!meaning.isEmpty())
            text += u'\t' + visibleLine(meaning).simplified();
        text += u'\n';
    }
    return text;
}

} // namespace lynceus

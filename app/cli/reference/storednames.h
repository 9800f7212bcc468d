#pragma once

#include <QString>

#include <vector>

namespace lynceus {

/// One completion for a shell: the word and a description on one line, which may be empty.
struct Candidate
{
    QString word;
    QString meaning;

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// Names that the user stored. A shell requests them at each key press; therefore nothing is written, no request is
/// sent, and unreadable files have no names.
class StoredNames
{
public:
    StoredNames() = default;
    StoredNames(const StoredNames &) = delete;
    StoredNames &operator=(const StoredNames &) = delete;
    virtual ~StoredNames();

    [[nodiscard]] virtual std::vector<Candidate> instances() const;
    /// From the cache of each instance: "shop-web", or "staging:argocd/shop-web" if several have the name.
    [[nodiscard]] virtual std::vector<Candidate> applications() const;
    /// Ids of the watches on the Releases page.
    [[nodiscard]] virtual std::vector<Candidate> watches() const;
    [[nodiscard]] virtual std::vector<Candidate> followRules() const;
    [[nodiscard]] virtual std::vector<Candidate> teamServers() const;
};

} // namespace lynceus

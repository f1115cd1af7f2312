// SPDX-License-Identifier: MIT
#include "path_rivals.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/r_c_shortest_paths.hpp>
#include <boost/version.hpp>
#include <vector>

namespace
{

struct Move {
    size_t index;
    uint32_t months;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                    boost::no_property, Move>;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

// Boost finds the operator because it stands beside the type.
struct Spent {
    uint32_t months;
    uint32_t moves;
};

// The order in which labels are gone on with.
bool operator<(const Spent &a, const Spent &b)
{
    return a.months != b.months ? a.months < b.months : a.moves < b.moves;
}

// What one more move spends; false when it must not be made.
class Spend
{
  public:
    Spend(uint32_t target, uint32_t most_moves)
        : target_(target), most_moves_(most_moves)
    {
    }
    bool operator()(const Graph &graph, Spent &after, const Spent &before,
                    Edge edge) const
    {
        after.months =
            before.months + (before.moves == 0 ? 0 : graph[edge].months);
        after.moves = before.moves + 1;
        return after.moves <= most_moves_ && source(edge, graph) != target_;
    }

  private:
    uint32_t target_;
    uint32_t most_moves_;
};

bool no_worse(const Spent &a, const Spent &b)
{
    return a.months <= b.months && a.moves <= b.moves;
}

// Boost looks at a vertex again only when more labels are there than the last
// time, so a few that are outdone can be left.
size_t only_the_best(std::vector<Spent> &all, rival_pair *ret_front)
{
    size_t count = 0;
    std::sort(all.begin(), all.end());
    for (const Spent &spent : all)
        if (count == 0 || spent.moves < ret_front[count - 1].moves)
            ret_front[count++] = rival_pair{spent.months, spent.moves};
    return count;
}

} // namespace

struct rival_boost {
    Graph graph;
};

rival_boost *rival_boost_new(const path_problem *problem)
{
    rival_boost *rival = new rival_boost{Graph(problem->role_count)};
    for (uint32_t r = 0; r < problem->role_count; r++) {
        const path_role &role = problem->roles[r];
        for (uint32_t i = 0; i < role.moves.count; i++)
            add_edge(r, problem->refs[role.moves.first + i],
                     Move{num_edges(rival->graph), role.stay}, rival->graph);
    }
    return rival;
}

void rival_boost_free(rival_boost *rival)
{
    delete rival;
}

size_t rival_boost_front(const rival_boost *rival, const path_query *query,
                         rival_pair *ret_front)
{
    std::vector<std::vector<Edge>> paths;
    std::vector<Spent> all;
    r_c_shortest_paths(rival->graph, get(boost::vertex_index, rival->graph),
                       get(&Move::index, rival->graph), query->start,
                       query->target, paths, all, Spent{0, 0},
                       Spend(query->target, query->most_moves), no_worse);
    return only_the_best(all, ret_front);
}

const char *rival_boost_version(void)
{
    return BOOST_LIB_VERSION;
}
